package excel

import (
	"context"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

// troubled are the outcomes that a person has to do something about.
var troubled = map[string]bool{string(report.Failed): true, string(report.Partial): true}

var problemWidths = []float64{50, 16, 12, 16, 50, 60}

// problems lists the inputs that were not read whole, with what to do.
func (b *book) problems(ctx context.Context, name string) error {
	s, err := b.begin(name, look{colour: "C00000", widths: problemWidths, freezeRows: headerRow})
	if err != nil {
		return err
	}
	headers := []string{b.say("Tệp nguồn", "Source"), b.say("Kết quả", "Outcome"), b.say("Khâu dừng", "Stage"), b.say("Lý do", "Reason"), b.say("Chi tiết", "Detail"), b.say("Cách xử lý", "What to do")}
	err = b.heading(s, b.say("Tệp không đọc được hoặc chỉ đọc được một phần", "Files not read, or read in part"),
		b.say("Làm theo cột Cách xử lý rồi chạy lại: chỉ những tệp này được đọc lại.", "Do what the last column says and run again: only these files are read again."), headers)
	if err != nil {
		return err
	}
	if err := b.problemRows(ctx, s); err != nil {
		return err
	}
	if s.row == headerRow {
		if err := s.add([]any{b.say("Không có tệp nào.", "None.")}); err != nil {
			return err
		}
	}
	s.table("problems", len(headers))
	return s.end()
}

func (b *book) problemRows(ctx context.Context, s *sheet) error {
	t := b.table("documents")
	if t == nil || b.counts[string(report.Failed)]+b.counts[string(report.Partial)] == 0 {
		return nil
	}
	said := func(r report.Row, column string) any {
		return b.wrapped(t.Column(column).Shown(b.config.Lang, r.Get(column).Text()))
	}
	for r, err := range rows(ctx, b.ds, t.Name) {
		if err != nil {
			return err
		}
		status := r.Get("status").Text()
		if !troubled[status] || s.row == maxRows {
			continue
		}
		path := r.Get("source_path").Text()
		source := b.linkCell(b.styles.wrap, b.sourceOf(path), b.losses.clean(path))
		cells := []any{source, said(r, "status"), said(r, "stage"), said(r, "reason"), b.wrapped(report.Translate(b.config.Lang, r.Get("detail").Text())), b.wrapped(b.hint(r))}
		lines := 1
		for i, width := range problemWidths {
			if c, ok := cells[i].(excelize.Cell); ok {
				text := c.Value.(string)
				lines = max(lines, linesOf(text, utf8.RuneCountInString(text), width))
			}
		}
		if err := s.add(cells, excelize.RowOpts{Height: float64(min(lines, maxLines)) * lineHeight}); err != nil {
			return err
		}
	}
	return nil
}

// hint returns what to do, in the language of the book.
func (b *book) hint(r report.Row) string {
	f := report.Failure{Stage: report.Stage(r.Get("stage").Text()), Reason: report.Reason(r.Get("reason").Text())}
	if h := b.label(f.Hint()); h != "" {
		return h
	}
	return r.Get("hint").Text()
}

// wrapped is a wrapped text, nil for none.
func (b *book) wrapped(s string) any {
	if s == "" {
		return nil
	}
	return excelize.Cell{StyleID: b.styles.wrap, Value: b.losses.clean(s)}
}
