package excel

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/again"
	"github.com/tongket/tongket/sinks/whole"
)

// Config says where the workbook goes and what it tells of its making. The zero
// Config but for Dir gives a whole workbook in Vietnamese, without links to
// files.
type Config struct {
	// FS is the file system; nil is the machine's.
	FS fsys.FS
	// Dir is the folder, Name the file in it: congress.xlsx when empty.
	Dir, Name string
	// Lang is "vi" or "en"; Vietnamese when empty.
	Lang string
	// Program, Version, Run and Profile are shown on the guide sheet: the name
	// and version of the program, the run's id, the hash of the profile.
	Program, Version, Run, Profile string
	// Units names the roster that coverage was reckoned against, "" when there
	// was none; the sheet then says so.
	Units string
	// Source returns where a source_path lies, as a path relative to the
	// workbook or a file: or https: address; "" for no link. Nil links nothing.
	Source func(sourcePath string) string
	// Evidence returns where the evidence of a row is shown, "" for no link.
	// Nil links nothing.
	Evidence func(docID, rowID string) string
	// Describe returns a description of the codebook in a language; nil leaves
	// them as the tables have them.
	Describe func(description, lang string) string
	// Ledger says which rows of the book of the run before may be used again; nil
	// uses none.
	Ledger *again.Ledger
	// Temp is the folder for what is too large for memory; the system's when
	// empty.
	Temp string
}

// Sink writes the workbook.
type Sink struct{ config Config }

// New returns a sink.
func New(c Config) *Sink {
	if c.Name == "" {
		c.Name = "congress.xlsx"
	}
	return &Sink{c}
}

// Write writes the workbook of ds, or leaves the folder as it was.
func (s *Sink) Write(ctx context.Context, ds report.Dataset) error {
	files := whole.In(s.config.FS, s.config.Dir)
	defer files.Drop()
	out, err := files.Create(s.config.Name)
	if err == nil {
		err = s.write(ctx, ds, files, out)
	}
	if err == nil {
		err = files.Publish()
	}
	if err != nil {
		return fmt.Errorf("workbook: %w", err)
	}
	return nil
}

func (s *Sink) write(ctx context.Context, ds report.Dataset, files *whole.Set, out io.Writer) (err error) {
	spool, drop, err := files.Scratch(s.config.Name + ".zip")
	if err != nil {
		return err
	}
	defer drop()
	b, err := newBook(s.config, ds, newPacker(spool))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, b.close()) }()
	if err := b.fill(ctx); err != nil {
		return err
	}
	b.file.SetZipWriter(func(io.Writer) excelize.ZipWriter { return b.pack })
	if err := b.file.Write(io.Discard); err != nil {
		return err
	}
	if err := b.pack.finish(out); err != nil {
		return err
	}
	return b.keepNotes()
}

// properties sets the document's own metadata. Its date is that of the newest
// document: a workbook made again tomorrow is the same.
func (b *book) properties() error {
	date := b.newest
	if date.IsZero() {
		date = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	made := date.Format(time.RFC3339)
	return errors.Join(
		b.file.SetDocProps(&excelize.DocProperties{
			Title: b.say("Kết quả tổng kết đại hội đảng bộ các cấp", "Results of Party congress reports"), Creator: b.config.Program,
			LastModifiedBy: b.config.Program, Created: made, Modified: made, Identifier: b.config.Run, Version: b.config.Version,
			Language: map[bool]string{true: "en", false: "vi"}[b.config.Lang == "en"],
		}),
		b.file.SetAppProps(&excelize.AppProperties{Application: b.config.Program}),
	)
}
