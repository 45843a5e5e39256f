package docx

import (
	"context"
	"path"
	"strings"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// Config bounds and connects a Reader. Its zero value is ready to use.
type Config struct {
	Limits parts.Limits
	// Chunk reads a document that stands inside this one as an altChunk, as
	// HTML, RTF or Word: its parts take the chunk's place. Without it a chunk
	// becomes an attachment.
	Chunk func(ctx context.Context, name string, data []byte) (*report.Raw, error)
}

// Reader reads Word files. It may be used by many goroutines at once.
type Reader struct{ config Config }

// New returns a reader.
func New(config Config) *Reader {
	config.Limits = config.Limits.Filled()
	return &Reader{config}
}

// Media is the media type of a plain docx; templates and files with macros have
// their own.
const Media = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// Read reads one file.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	pkg, err := r.open(ctx, data)
	if err != nil {
		return nil, err
	}
	d := newDocument(ctx, r.config, pkg)
	if pkg == nil {
		d.read2003(data)
	} else {
		d.read()
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw := d.raw()
	if len(raw.Parts) == 0 && len(raw.Attachments) == 0 && raw.Err != nil {
		return nil, raw.Err
	}
	return raw, nil
}

// document is one file being read.
type document struct {
	ctx       context.Context
	config    Config
	pkg       *ooxml.Package // nil for the XML of Word 2003
	meta      []report.Meta
	main      string
	fonts     fonts
	styles    *styles
	numbering *numbering

	out      *parts.Builder
	tables   int
	pages    pages
	sections []section
	notes    [2]notes // footnotes, endnotes

	chunks      int
	attachments []report.Blob
	remarks     []report.Note
	err         error
}

func newDocument(ctx context.Context, config Config, pkg *ooxml.Package) *document {
	return &document{ctx: ctx, config: config, pkg: pkg, out: parts.New(config.Limits.Parts)}
}

func (d *document) read() {
	d.main = d.pkg.Main("wordprocessingml", "word/document.xml")
	rels := d.pkg.Relations(d.main)
	d.fonts = newFonts(d.pkg.Side(part(rels, "theme", "word/theme/theme1.xml")))
	d.styles = newStyles(d.pkg.Side(part(rels, "styles", "word/styles.xml")), &d.fonts)
	d.numbering = newNumbering(d.pkg.Side(part(rels, "numbering", "word/numbering.xml")), d.styles, &d.fonts)

	d.body(rels)
	d.readNotes(rels)
	body := d.out.Len()
	d.margins(rels, report.PageHeader)
	d.out.Front(body, d.out.Len()) // in the file the body leads to them
	d.margins(rels, report.PageFooter)
}

// part returns the target of a relation, else the place where Word puts it.
func part(rels []ooxml.Relation, kind, usual string) string {
	if t := ooxml.Target(rels, kind); t != "" {
		return t
	}
	return usual
}

func (d *document) body(rels []ooxml.Relation) {
	s, err := d.pkg.XML(d.main)
	d.trouble(err)
	if s == nil {
		d.trouble(d.pkg.Missing(d.main))
		return
	}
	if !s.Child() {
		d.trouble(s.Err())
		d.trouble(d.pkg.Missing(d.main))
		return
	}
	if root := string(s.Name()); root != "document" && root != "glossaryDocument" {
		d.trouble(report.Becausef(report.Damaged, "main part is a %.40q, not a document", root))
		return
	}
	w := &walker{document: d, s: s, rels: rels, body: true}
	d.pages.start()
	d.out.Grow(s.Len() / markup)
	w.blocks(place{})
	d.trouble(s.Err())
}

// markup is how much larger a member is than the text in it, at least.
const markup = 4

// trouble keeps the first trouble, which decides the document's reason.
func (d *document) trouble(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *document) raw() *report.Raw {
	found := d.out.Finish()
	media, counted := MediaFlat, 0
	if d.pkg != nil {
		media = d.media()
		d.meta, counted = d.pkg.Properties()
	}
	raw := &report.Raw{
		Media:       media,
		Meta:        d.meta,
		Parts:       found,
		Pages:       d.pages.finish(found, counted),
		Attachments: d.attachments,
		Notes:       d.remarks,
		Err:         d.err,
	}
	if d.pkg == nil {
		return raw
	}
	if raw.Err == nil {
		raw.Err = d.pkg.Damage()
	}
	if err := d.pkg.Trouble(); err != nil && raw.Err == nil {
		raw.Notes = append(raw.Notes, report.Note{Code: "damaged", Text: err.Error()})
	}
	return raw
}

// media is the main part's own type.
func (d *document) media() string {
	t := strings.ToValidUTF8(d.pkg.Type(d.main), "")
	if m, ok := strings.CutSuffix(t, ".main+xml"); ok && strings.Contains(t, "word") {
		return m
	}
	return Media
}

// attach keeps a member as a document of its own.
func (d *document) attach(name string, data []byte) {
	d.attachments = append(d.attachments, report.BlobOf(strings.ToValidUTF8(path.Base(name), "_"), data))
}
