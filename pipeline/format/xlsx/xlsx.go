package xlsx

import (
	"context"
	"path"
	"strings"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// Config bounds a Reader. Its zero value is ready to use.
type Config struct {
	// Limits bound the members and, by Parts, the cells of all sheets.
	Limits parts.Limits
}

// Reader reads workbooks. It may be used by many goroutines at once.
type Reader struct{ config Config }

// New returns a reader.
func New(config Config) *Reader {
	config.Limits = config.Limits.Filled()
	return &Reader{config}
}

// Media is the media type of a plain xlsx; templates and files with macros have
// their own.
const Media = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

// Read reads one workbook.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if xmlx.Looks(data) {
		return r.readFlat(ctx, data)
	}
	pkg, err := ooxml.Open(ctx, data, r.config.Limits)
	if err != nil {
		return nil, err
	}
	b := &workbook{ctx: ctx, config: r.config, pkg: pkg, out: parts.New(r.config.Limits.Parts)}
	b.read()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw := b.raw()
	if len(raw.Parts) == 0 && raw.Err != nil {
		return nil, raw.Err
	}
	return raw, nil
}

// workbook is one file being read.
type workbook struct {
	ctx    context.Context
	config Config
	pkg    *ooxml.Package
	main   string

	strings  []text
	formats  formats
	base1904 bool
	sheets   []sheetEntry
	cells    int   // met in all sheets
	shown    int64 // bytes of their texts, of which many may be one shared text

	out     *parts.Builder
	tables  int
	remarks []report.Note
	err     error
}

// sheetEntry is a sheet as the workbook lists it.
type sheetEntry struct {
	name, id string
	hidden   bool
}

func (b *workbook) read() {
	b.main = b.pkg.Main("spreadsheetml", "xl/workbook.xml")
	rels := b.pkg.Relations(b.main)
	s, err := b.pkg.XML(b.main)
	b.trouble(err)
	if s != nil {
		if s.Child() && string(s.Name()) == "workbook" {
			b.list(s)
		}
		b.trouble(s.Err())
	}
	if len(b.sheets) == 0 {
		b.trouble(b.pkg.Missing(b.main))
		rels = b.lostSheets(rels)
	}
	for _, e := range b.sheets {
		if e.name == report.LayoutSheet && e.hidden { // its figures would count again
			b.err = report.Becausef(report.NoDocument, "a workbook that this program wrote; tongket review apply reads what was typed into it")
			return
		}
	}
	b.formats = readFormats(b.pkg.Side(target(rels, "styles", "xl/styles.xml")))
	if name := target(rels, "sharedStrings", "xl/sharedStrings.xml"); b.pkg.Has(name) {
		s, err := b.pkg.XML(name)
		b.trouble(err)
		b.readStrings(s)
	}
	for _, e := range b.sheets {
		for _, r := range rels {
			if r.ID == e.id && (r.Kind == "worksheet" || r.Kind == "dialogsheet" || r.Kind == "xlMacrosheet") {
				b.sheet(e, r.Target)
			}
		}
		if b.out.Full() || b.ctx.Err() != nil {
			return
		}
	}
}

// lostSheets lists the sheets of a file whose workbook cannot be read by the
// names that Excel gives their members.
func (b *workbook) lostSheets(rels []ooxml.Relation) []ooxml.Relation {
	for _, name := range b.pkg.Names() {
		if strings.Contains(name, "/worksheets/") && path.Ext(name) == ".xml" && len(b.sheets) < maxSheets {
			b.sheets = append(b.sheets, sheetEntry{name: strings.TrimSuffix(path.Base(name), ".xml"), id: name})
			rels = append(rels, ooxml.Relation{ID: name, Kind: "worksheet", Target: name})
		}
	}
	return rels
}

func target(rels []ooxml.Relation, kind, usual string) string {
	if t := ooxml.Target(rels, kind); t != "" {
		return t
	}
	return usual
}

// list reads the sheets that the workbook lists, and its calendar.
func (b *workbook) list(s *xmlx.Scanner) {
	for s.Child() {
		switch string(s.Name()) {
		case "workbookPr":
			b.base1904 = s.Is("date1904", "1") || s.Is("date1904", "true")
			s.Skip()
		case "sheets":
			for s.Child() {
				if len(b.sheets) < maxSheets {
					b.sheets = append(b.sheets, sheetEntry{
						name:   strings.ToValidUTF8(s.Value("name"), "\ufffd"),
						id:     s.Value("id"),
						hidden: s.Is("state", "hidden") || s.Is("state", "veryHidden"),
					})
				}
				s.Skip()
			}
		default:
			s.Skip()
		}
	}
}

// maxSheets bounds the list: a workbook of a province has some hundred.
const maxSheets = 5000

// sheet reads one sheet and writes its cells.
func (b *workbook) sheet(e sheetEntry, name string) {
	s, err := b.pkg.XML(name)
	b.trouble(err)
	if s == nil {
		return
	}
	if !s.Child() {
		b.trouble(s.Err())
		return
	}
	w := &walker{workbook: b, s: s, grid: &sheet.Grid{Name: e.name}, rels: b.pkg.Relations(name)}
	w.walk()
	b.trouble(s.Err())
	before := b.out.Len()
	b.tables++
	thin, err := w.grid.Write(b.ctx, b.out, b.tables)
	b.trouble(err)
	if thin {
		b.remarks = append(b.remarks, sparseNote(e.name))
	}
	if e.hidden && b.out.Len() > before {
		b.remarks = append(b.remarks, hiddenNote(e.name))
	}
}

func sparseNote(name string) report.Note {
	return report.Note{Code: "sparse_sheet", Text: "sheet " + name + ": figures lie too far apart, empty cells are left out"}
}

func hiddenNote(name string) report.Note {
	return report.Note{Code: "hidden_sheet", Text: "hidden sheet " + name}
}

// trouble keeps the first trouble, which decides the document's reason.
func (b *workbook) trouble(err error) {
	if b.err == nil {
		b.err = err
	}
}

func (b *workbook) raw() *report.Raw {
	meta, _ := b.pkg.Properties()
	raw := &report.Raw{Media: b.media(), Meta: meta, Parts: b.out.Finish(), Notes: b.remarks, Err: b.err}
	if raw.Err == nil {
		raw.Err = b.pkg.Damage()
	}
	if err := b.pkg.Trouble(); err != nil && raw.Err == nil {
		raw.Notes = append(raw.Notes, report.Note{Code: "damaged", Text: err.Error()})
	}
	return raw
}

func (b *workbook) media() string {
	t := strings.ToValidUTF8(b.pkg.Type(b.main), "")
	if m, ok := strings.CutSuffix(t, ".main+xml"); ok && strings.Contains(t, "sheet") {
		return m
	}
	return Media
}
