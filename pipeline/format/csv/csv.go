package csv

import (
	"context"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "text/csv"

// Config bounds a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are the most bytes (Part) and cells (Parts) of one file.
	Limits parts.Limits
}

// Reader reads tables kept as text. It may be used by many goroutines at once.
type Reader struct{ limits parts.Limits }

// New returns a reader.
func New(config Config) *Reader { return &Reader{config.Limits.Filled()} }

// Read reads one file as one table.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	switch {
	case len(data) == 0:
		return nil, report.Becausef(report.Empty, "no bytes")
	case int64(len(data)) > r.limits.Part:
		return nil, report.Becausef(report.TooLarge, "a text of %d bytes, more than %d", len(data), r.limits.Part)
	}
	raw := &report.Raw{Media: Media}
	text, encoding := charset.Decode(data)
	if encoding != "UTF-8" && encoding != "ASCII" {
		raw.Notes = append(raw.Notes, report.Note{Code: "encoding", Text: "the file is in " + encoding})
	}
	grid, err := r.split(ctx, text)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	out := parts.New(r.limits.Parts)
	thin, writeErr := grid.Write(ctx, out, 1)
	if err == nil {
		err = writeErr
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if thin {
		raw.Notes = append(raw.Notes, report.Note{Code: "sparse_sheet", Text: "the rows differ too much in length: empty cells are left out"})
	}
	raw.Parts, raw.Err = out.Finish(), err
	return raw, nil
}

// split takes a text apart into the cells of a grid.
func (r *Reader) split(ctx context.Context, text string) (*sheet.Grid, error) {
	separator, rest := findSeparator(text)
	s := splitter{rest: rest, separator: separator, quotes: true}
	grid := &sheet.Grid{}
	var row, col int32
	for s.more() {
		field, last := s.field()
		if field != "" && row < sheet.MaxRows && col < sheet.MaxCols {
			if len(grid.Cells) >= r.limits.Parts {
				return grid, r.limits.TooMany()
			}
			grid.Cells = append(grid.Cells, sheet.Cell{Row: row, Col: col, Text: field})
		}
		col++
		if last {
			row, col = row+1, 0
			if err := ctx.Err(); err != nil {
				return grid, err
			}
			if row == sheet.MaxRows && s.more() {
				return grid, r.limits.TooMany()
			}
		}
	}
	return grid, nil
}
