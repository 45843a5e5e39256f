package msword

import (
	"context"
	"encoding/binary"
	"slices"

	"github.com/tongket/tongket/pipeline/format/ole"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "application/msword"

// Config bounds a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are the most bytes of text (Part) and paragraphs and cells (Parts),
	// and how deep tables may stand inside each other (Depth).
	Limits parts.Limits
}

// Reader reads Word files. It may be used by many goroutines at once.
type Reader struct{ limits parts.Limits }

// New returns a reader.
func New(config Config) *Reader { return &Reader{config.Limits.Filled()} }

// Read reads one file.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := older(data); err != nil {
		return nil, err
	}
	f, err := ole.Open(data)
	if err != nil {
		return nil, err
	}
	main := f.Stream("WordDocument")
	if main == nil {
		return nil, missing(f)
	}
	if len(main) < 64 {
		return nil, report.Becausef(report.Truncated, "WordDocument has %d bytes", len(main))
	}
	raw := &report.Raw{Media: Media}
	raw.Meta, raw.Pages = f.Properties()
	d := newDocument(ctx, r.limits, main)
	if err := d.read(f.Stream); err != nil {
		return nil, err
	}
	d.embedded(f, raw)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw.Parts, raw.Notes, raw.Err = d.parts(), d.notes, d.err
	if d.out.Full() && raw.Err == nil {
		raw.Err = r.limits.TooMany()
	}
	if len(raw.Parts) == 0 {
		if raw.Err != nil {
			return nil, raw.Err
		}
		return nil, report.Becausef(report.Empty, "no text in the document")
	}
	return raw, nil
}

// older names files of Word for DOS and of Word 1 and 2, which are no compound
// files.
func older(data []byte) error {
	if len(data) < 32 {
		return nil
	}
	switch binary.LittleEndian.Uint16(data) {
	case 0xA59B, 0xA59C, 0xA5DB:
		return report.Becausef(report.Unsupported, "a file of Word 1 or 2 (before 1993)")
	case 0xBE31, 0xBE32:
		return report.Becausef(report.Unsupported, "a file of Word for DOS or Write")
	}
	return nil
}

func missing(f *ole.File) error {
	switch {
	case f.Child(f.Root(), "EncryptedPackage") != nil:
		return report.Becausef(report.Locked, "the document is encrypted")
	case f.Child(f.Root(), "WordDocument") != nil:
		return report.Becausef(report.Truncated, "the text of the document is not in the file")
	}
	return report.Becausef(report.Damaged, "a compound file without a Word document")
}

func newDocument(ctx context.Context, limits parts.Limits, main []byte) *document {
	return &document{ctx: ctx, limits: limits, main: main, out: parts.New(limits.Parts), empty: make(map[int]bool)}
}

// document is one file being read.
type document struct {
	ctx    context.Context
	limits parts.Limits
	main   []byte // the stream WordDocument
	table  []byte // the stream 0Table or 1Table
	data   []byte // the stream Data
	fib    fib

	text   []uint16 // of all stories
	pieces []piece
	chars  formats
	paras  formats
	fonts  []string
	styles []style
	base   look // of text that nothing formats
	lists  numbering
	boxes  boxes

	out    *parts.Builder
	tables int
	empty  map[int]bool // parts that hold nothing but a cell's place
	heads  int          // where the page heads begin in out, and end
	feet   int
	notes  []report.Note
	err    error
}

// flags of the file header
const (
	flagComplex   = 0x0004
	flagEncrypted = 0x0100
	flagTable1    = 0x0200
)

// magic is the first word of Word 97 and later; Word 6 and 95 have others.
const magic = 0xA5EC

func (d *document) read(stream func(name string) []byte) error {
	ident, version, flags := binary.LittleEndian.Uint16(d.main), binary.LittleEndian.Uint16(d.main[2:]), binary.LittleEndian.Uint16(d.main[10:])
	if flags&flagEncrypted != 0 {
		return report.Becausef(report.Locked, "the document has a password")
	}
	if version < firstWord97 {
		if version < firstWord6 || ident == 0xA5DB {
			return report.Becausef(report.Unsupported, "a file of Word 2 or before (version %d)", version)
		}
		return d.word6(flags)
	}
	if ident != magic {
		d.notes = append(d.notes, report.Note{Code: "damaged", Text: "the first bytes are not Word's"})
	}
	d.fib = readFib(d.main)
	d.table = stream("0Table")
	if flags&flagTable1 != 0 || d.table == nil {
		if t := stream("1Table"); t != nil {
			d.table = t
		}
	}
	d.data = stream("Data")
	if d.table == nil {
		d.trouble(report.Becausef(report.Truncated, "no table stream: text without formats"))
	}
	if err := d.readPieces(); err != nil {
		return err
	}
	d.readFonts()
	d.chars = d.readFormats(fibChars, false)
	d.paras = d.readFormats(fibParas, true)
	d.readStyles()
	d.readLists()
	d.readBoxes()
	d.out.Grow(len(d.text) * 3 / 2) // a Vietnamese letter has one byte and a third on average
	d.stories()
	return nil
}

// trouble keeps the first trouble, which decides the document's reason.
func (d *document) trouble(err error) {
	if d.err == nil {
		d.err = err
	}
}

// parts returns the parts with the page heads first.
func (d *document) parts() []report.Part {
	all := d.out.Finish()
	heads, feet := min(d.heads, len(all)), min(d.feet, len(all))
	if heads < feet {
		all = slices.Concat(all[heads:feet], all[:heads], all[feet:])
	}
	all = slices.DeleteFunc(all, func(p report.Part) bool {
		return p.Kind != report.TableCell && len(p.Runs) == 0
	})
	parts.Renumber(all)
	return all
}
