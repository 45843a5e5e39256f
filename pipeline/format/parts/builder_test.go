package parts_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

func TestCrumbsOfOneFontAreOneRun(t *testing.T) {
	b := parts.New(10)
	b.Begin(report.Part{})
	b.Look("Arial", true)
	b.WriteString("Đảng ")
	b.WriteString("bộ")
	b.Look(".VnTime", true)
	b.WriteString(" x·")
	b.End(false)
	want := []report.Part{{Bold: true, Runs: []report.Run{{Text: "Đảng bộ", Font: "Arial"}, {Text: " x·", Font: ".VnTime"}}}}
	if d := cmp.Diff(want, b.Finish()); d != "" {
		t.Error(d)
	}
}

func TestATextBoxInsideASentenceStandsAfterIt(t *testing.T) {
	b := parts.New(10)
	b.Begin(report.Part{})
	b.WriteString("đầu câu, ")
	b.Begin(report.Part{Kind: report.TextBox})
	b.WriteString("khung")
	b.End(false)
	b.WriteString("cuối câu")
	b.End(false)
	got := b.Finish()
	if len(got) != 2 || got[0].Text() != "đầu câu, cuối câu" || got[1].Text() != "khung" {
		t.Errorf("got %+v", got)
	}
}

func TestEmptyParagraphsGoEmptyCellsStay(t *testing.T) {
	b := parts.New(10)
	b.Begin(report.Part{})
	b.WriteString(" \t")
	b.End(false)
	b.Begin(report.Part{Kind: report.TableCell, Cell: report.Cell{Table: 7, RowSpan: 1, ColSpan: 1}})
	b.End(true)
	got := b.Finish()
	if len(got) != 1 || got[0].Cell.Table != 1 {
		t.Errorf("got %+v, want one cell of table 1", got)
	}
}

func TestBadBytesAreMended(t *testing.T) {
	b := parts.New(10)
	b.Begin(report.Part{})
	b.Write([]byte("a\xffb"))
	b.End(false)
	if got := b.Finish()[0].Text(); got != "a\ufffdb" {
		t.Errorf("got %q", got)
	}
}

func ExampleBuilder() {
	b := parts.New(100)
	b.Begin(report.Part{Kind: report.Heading, Level: 1})
	b.WriteString("I. TÌNH HÌNH")
	b.End(false)
	for _, p := range b.Finish() {
		fmt.Println(p.Kind, p.Text())
	}
	// Output: heading I. TÌNH HÌNH
}

func TestJoinedTextsKeepTheirTablesApart(t *testing.T) {
	cell := func(table int) report.Part {
		return report.Part{Kind: report.TableCell, Cell: report.Cell{Table: table, RowSpan: 1, ColSpan: 1}}
	}
	var got []int
	for _, p := range parts.Join([]report.Part{cell(1), cell(2)}, []report.Part{{}}, []report.Part{cell(1)}) {
		got = append(got, p.Cell.Table)
	}
	if d := cmp.Diff([]int{1, 2, 0, 3}, got); d != "" {
		t.Error(d)
	}
}
