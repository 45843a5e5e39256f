package formattest_test

import (
	"bytes"
	"context"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/report"
)

// lines is the smallest honest reader: a paragraph a line.
type lines struct{}

func (lines) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if !utf8.Valid(data) {
		return nil, report.Becausef(report.Damaged, "text is not UTF-8")
	}
	raw := &report.Raw{Media: "text/plain"}
	for line := range bytes.Lines(data) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		raw.Parts = append(raw.Parts, report.Simple(report.Paragraph, string(bytes.TrimSpace(line))))
	}
	return raw, nil
}

var seeds = fstest.MapFS{
	"a.txt": {Data: []byte("Đảng bộ xã Hòa Sơn\ncó 12 chi bộ\nvà 345 đảng viên\n")},
}

func TestAnHonestReaderPasses(t *testing.T) { formattest.Run(t, lines{}, seeds) }

func FuzzLines(f *testing.F) { formattest.Fuzz(f, lines{}, seeds) }

func TestFaults(t *testing.T) {
	for name, part := range map[string]report.Part{
		"text that is not UTF-8":     report.Simple(report.Paragraph, "\xff"),
		"a paragraph with a cell":    {Kind: report.Paragraph, Cell: report.Cell{Table: 1, RowSpan: 1, ColSpan: 1}},
		"a cell without a table":     {Kind: report.TableCell, Cell: report.Cell{RowSpan: 1, ColSpan: 1}},
		"a cell that covers nothing": {Kind: report.TableCell, Cell: report.Cell{Table: 1}},
		"a page after the last":      {Page: 3},
		"a heading of level 10":      {Kind: report.Heading, Level: 10},
	} {
		raw := &report.Raw{Media: "text/plain", Pages: 2, Parts: []report.Part{part}}
		if len(formattest.Faults(raw)) != 1 {
			t.Errorf("%s: got faults %q, want one", name, formattest.Faults(raw))
		}
	}
}
