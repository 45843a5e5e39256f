package odt

import (
	"bytes"
	"context"
	"strings"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// Config bounds a Reader. Its zero value is ready to use.
type Config struct{ Limits parts.Limits }

// Reader reads OpenDocument files. It may be used by many goroutines at once.
type Reader struct{ config Config }

// New returns a reader.
func New(config Config) *Reader {
	config.Limits = config.Limits.Filled()
	return &Reader{config}
}

// Media is the media type of a text; other kinds say their own.
const Media = "application/vnd.oasis.opendocument.text"

// Read reads one file, zipped or flat.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, report.Becausef(report.Empty, "no bytes")
	}
	d := &document{ctx: ctx, limits: r.config.Limits, media: Media, out: parts.New(r.config.Limits.Parts), styles: newStyles()}
	if bytes.HasPrefix(data, []byte("PK")) {
		if err := d.readZip(data); err != nil {
			return nil, err
		}
	} else {
		d.readFlat(data)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw := d.raw()
	if len(raw.Parts) == 0 && raw.Err != nil {
		return nil, raw.Err
	}
	return raw, nil
}

// document is one file being read.
type document struct {
	ctx    context.Context
	limits parts.Limits
	zip    *ooxml.Zip // nil for a flat file
	media  string
	meta   []report.Meta
	found  bool // a body

	styles *styles
	lists  lists
	out    *parts.Builder
	tables int
	cells  int
	shown  int64
	pages  pages
	notes  []note

	formulas int
	remarks  []report.Note
	err      error
}

// markup is how much larger a member is than the text in it, at least.
const markup = 4

// trouble keeps the first trouble, which decides the document's reason.
func (d *document) trouble(err error) {
	if d.err == nil {
		d.err = err
	}
}

func (d *document) remark(code, text string) {
	d.remarks = append(d.remarks, report.Note{Code: code, Text: text})
}

// readZip reads the members in the order in which they need each other: the
// named styles, the content with styles of its own, and the page headers with
// theirs.
func (d *document) readZip(data []byte) error {
	z, err := ooxml.OpenZip(data, d.limits)
	if err != nil {
		return err
	}
	d.zip = z
	if manifest, _ := z.Read(d.ctx, "META-INF/manifest.xml"); bytes.Contains(manifest, []byte("encryption-data")) || z.Has("encrypted-package") {
		return report.Becausef(report.Locked, "the document is encrypted with a password")
	}
	if mime, _ := z.Read(d.ctx, "mimetype"); len(mime) > 0 {
		d.setMedia(string(mime))
	}
	look, err := z.Read(d.ctx, "styles.xml")
	if err != nil {
		d.remark("damaged", err.Error())
	}
	look = xmlx.Decode(look)
	d.member(look, nil, (*walker).stylesOnly)
	content, err := z.Read(d.ctx, "content.xml")
	d.styles.own()
	d.out.Grow(len(content) / markup)
	s := d.member(xmlx.Decode(content), err, (*walker).content)
	d.trouble(s.Err())
	body := d.out.Len()
	d.styles.own()
	d.member(look, nil, (*walker).headers)
	d.out.Front(body, d.out.Len())
	d.member(look, nil, (*walker).footers)
	if meta, _ := z.Read(d.ctx, "meta.xml"); len(meta) > 0 {
		d.member(xmlx.Decode(meta), nil, (*walker).metaOnly)
	}
	d.trouble(z.Damage())
	return nil
}

// readFlat reads a document that is one XML file. Its headers stand before its
// body.
func (d *document) readFlat(data []byte) {
	data = xmlx.Decode(data)
	d.member(data, nil, func(w *walker) {
		if m := w.s.Value("mimetype"); m != "" {
			d.setMedia(m)
			d.media += "-flat-xml"
		}
		w.stylesAndMeta()
	})
	d.member(data, nil, (*walker).headers)
	s := d.member(data, nil, (*walker).content)
	d.trouble(s.Err())
	d.member(data, nil, (*walker).footers)
}

func (d *document) setMedia(mime string) {
	if m := strings.TrimSpace(mime); strings.HasPrefix(m, "application/vnd.oasis.opendocument.") && len(m) < 100 && !strings.ContainsFunc(m, func(r rune) bool { return r <= ' ' || r > '~' }) {
		d.media = m
	}
}

// member walks the children of a member's root element. cut is why the member is
// not whole, nil when it is.
func (d *document) member(data []byte, cut error, walk func(*walker)) *xmlx.Scanner {
	s := xmlx.New(d.ctx, data, d.limits.Depth)
	s.Cut(cut)
	if s.Child() {
		walk(&walker{document: d, s: s})
	}
	return s
}

func (d *document) raw() *report.Raw {
	if !d.found {
		d.trouble(report.Becausef(report.Damaged, "no opendocument body"))
	}
	found := d.out.Finish()
	return &report.Raw{
		Media: d.media,
		Meta:  d.meta,
		Parts: found,
		Pages: d.pages.finish(found),
		Notes: d.remarks,
		Err:   d.err,
	}
}
