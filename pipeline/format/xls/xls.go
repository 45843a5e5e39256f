package xls

import (
	"bytes"
	"context"
	"errors"

	"github.com/tongket/tongket/pipeline/format/ole"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "application/vnd.ms-excel"

// Config bounds a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are the most bytes shown by all cells (Part) and the most cells
	// (Parts) of one file.
	Limits parts.Limits
	// Passwords are tried in turn on a locked workbook.
	Passwords []string
}

// Reader reads workbooks. It may be used by many goroutines at once.
type Reader struct{ config Config }

// New returns a reader.
func New(config Config) *Reader {
	config.Limits = config.Limits.Filled()
	return &Reader{config}
}

// Read reads one workbook.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, report.Becausef(report.Empty, "no bytes")
	}
	b := &workbook{ctx: ctx, limits: r.config.Limits, passwords: r.config.Passwords, out: parts.New(r.config.Limits.Parts)}
	stream, err := b.open(data)
	if err != nil {
		return nil, err
	}
	b.read(stream)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw := &report.Raw{Media: Media, Meta: b.meta, Parts: b.out.Finish(), Notes: b.remarks, Err: b.err}
	if len(raw.Parts) == 0 && raw.Err != nil {
		return nil, raw.Err
	}
	return raw, nil
}

// workbook is one file being read.
type workbook struct {
	ctx    context.Context
	limits parts.Limits
	meta   []report.Meta

	passwords []string

	version  uint16 // 0x600 is BIFF8, 0x500 BIFF5
	page     uint16 // code page of byte strings
	base1904 bool
	strings  []text
	fonts    []font
	numbers  map[uint16]*sheet.NumberFormat
	formats  []cellFormat
	sheets   []sheetEntry
	cipher   cipher

	cells   int
	shown   int64
	out     *parts.Builder
	tables  int
	remarks []report.Note
	err     error
}

// open returns the stream of records: of a compound file, or the file itself,
// as Excel 4 and some exporters write it.
func (b *workbook) open(data []byte) ([]byte, error) {
	if !bytes.HasPrefix(data, []byte(ole.Magic)) {
		return data, nil
	}
	f, err := ole.Open(data)
	if err != nil {
		if stream := lostStream(data); stream != nil {
			b.trouble(err)
			return stream, nil
		}
		return nil, err
	}
	b.meta, _ = f.Properties()
	for _, name := range []string{"Workbook", "Book"} {
		stream := f.Stream(name)
		if stream == nil {
			continue
		}
		if e := f.Child(f.Root(), name); e != nil && int64(len(stream)) < e.Size() {
			b.trouble(report.Becausef(report.Truncated, "stream %s is cut short", name))
		}
		return stream, nil
	}
	if f.Child(f.Root(), "EncryptedPackage") != nil {
		return nil, report.Becausef(report.Locked, "the workbook is encrypted with a password")
	}
	return nil, report.Becausef(report.Damaged, "a compound file without a workbook")
}

// lostStream finds the records of a file whose directory is cut off: nearly all
// writers store them in one piece, at the beginning of a sector.
func lostStream(data []byte) []byte {
	const sector = 512
	for at := sector; at+8 <= len(data); at += sector {
		if string(data[at:at+8]) == "\x09\x08\x10\x00\x00\x06\x05\x00" {
			return data[at:]
		}
	}
	return nil
}

// trouble keeps the first trouble, which decides the document's reason.
func (b *workbook) trouble(err error) {
	if b.err == nil {
		b.err = err
	}
}

// read reads the globals and then each sheet at its place.
func (b *workbook) read(stream []byte) {
	r := &records{data: stream}
	if err := b.begin(r); err != nil {
		b.trouble(err)
		return
	}
	if err := b.globals(r); err != nil {
		b.trouble(err)
		return
	}
	for _, e := range b.sheets {
		if b.ctx.Err() != nil || b.out.Full() {
			return
		}
		b.sheet(e, stream)
	}
}

// begin reads the first record, which says the version.
func (b *workbook) begin(r *records) error {
	if !r.next() || r.kind != recBOF || len(r.body) < 4 {
		switch r.kind {
		case 0x0009, 0x0209, 0x0409:
			return report.Becausef(report.Unsupported, "a workbook of Excel before version 5")
		}
		return report.Becausef(report.Damaged, "no workbook records")
	}
	b.version, b.page = r.uint16(0), 1252
	switch {
	case b.version < biff5:
		return report.Becausef(report.Unsupported, "workbook of version %x", b.version)
	case b.version > biff5: // some writers have numbers of their own
		b.version = biff8
	}
	return nil
}

// sheet reads one sheet and writes its cells.
func (b *workbook) sheet(e sheetEntry, stream []byte) {
	if e.kind != sheetKind && e.kind != macroKind || int64(e.at) >= int64(len(stream)) {
		if int64(e.at) >= int64(len(stream)) {
			b.trouble(report.Becausef(report.Truncated, "sheet %s lies beyond the end", e.name))
		}
		return
	}
	w := &walker{workbook: b, records: records{data: stream, at: int(e.at), cipher: b.cipher}, grid: &sheet.Grid{Name: e.name}}
	if err := w.walk(); err != nil && !errors.Is(err, errStop) {
		b.trouble(err)
	}
	before := b.out.Len()
	b.tables++
	thin, err := w.grid.Write(b.ctx, b.out, b.tables)
	b.trouble(err)
	if thin {
		b.note("sparse_sheet", "sheet "+e.name+": figures lie too far apart, empty cells are left out")
	}
	if e.hidden && b.out.Len() > before {
		b.note("hidden_sheet", "hidden sheet "+e.name)
	}
}

func (b *workbook) note(code, text string) {
	b.remarks = append(b.remarks, report.Note{Code: code, Text: text})
}
