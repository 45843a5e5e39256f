package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

func TestSectionTree(t *testing.T) {
	bold := func(s string) report.Part {
		return report.Part{Bold: true, Runs: []report.Run{{Text: s}}}
	}
	p := func(s string) report.Part { return report.Simple(report.Paragraph, s) }
	labelled := report.Part{Kind: report.ListItem, Level: 1, Label: "a)", Runs: []report.Run{{Text: "Nữ 12 đồng chí;"}}}
	styled := report.Part{Kind: report.Heading, Level: 2, Label: "2.", Runs: []report.Run{{Text: "Hạn chế"}}}
	doc, err := Normalise(t.Context(), "", "", &report.Raw{Parts: []report.Part{
		p("BÁO CÁO"),
		bold("Phần thứ nhất"),
		bold("I. ĐÁNH GIÁ CHUNG"),
		p("1.1 Công tác tuyên truyền"),
		p("Công tác tuyên truyền được các cấp ủy triển khai sớm, rộng khắp."),
		labelled,
		styled,
		p("Còn nơi lúng túng."),
		p("II. PHƯƠNG HƯỚNG NHIỆM KỲ TỚI Trong nhiệm kỳ tới, các cấp ủy tập trung làm tốt công tác cán bộ."),
		{Kind: report.PageFooter, Runs: []report.Run{{Text: "3"}}},
		bold("Phần thứ hai"),
		p("1. Kiến nghị được gửi kèm."),
	}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range doc.Blocks {
		got = append(got, fmt.Sprintf("%s %d %d %s: %s", b.Kind, b.Level, b.Section, b.Label, doc.At(b.Span)))
	}
	want := []string{
		"paragraph 0 -1 : BÁO CÁO",
		"heading 1 -1 Phần thứ nhất: Phần thứ nhất",
		"heading 2 1 I.: I. ĐÁNH GIÁ CHUNG",
		"heading 3 2 1.1: 1.1 Công tác tuyên truyền",
		"paragraph 0 3 : Công tác tuyên truyền được các cấp ủy triển khai sớm, rộng khắp.",
		"list_item 1 3 a): a) Nữ 12 đồng chí;",
		"heading 3 2 2.: 2. Hạn chế",
		"paragraph 0 6 : Còn nơi lúng túng.",
		"heading 2 1 II.: II. PHƯƠNG HƯỚNG NHIỆM KỲ TỚI",
		"paragraph 0 8 : Trong nhiệm kỳ tới, các cấp ủy tập trung làm tốt công tác cán bộ.",
		"page_footer 0 -1 : 3",
		"heading 1 -1 Phần thứ hai: Phần thứ hai",
		"list_item 1 11 1.: 1. Kiến nghị được gửi kèm.",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if err := Check(doc); err != nil {
		t.Error(err)
	}
}

func TestGluedHeadingsSplitOnlyWhenSafe(t *testing.T) {
	for _, c := range []struct{ in, want, reason string }{
		{"I. KẾT QUẢ ĐẠT ĐƯỢC Đại hội đã bầu đủ số lượng cấp ủy theo đề án.", "I. KẾT QUẢ ĐẠT ĐƯỢC|Đại hội đã bầu đủ số lượng cấp ủy theo đề án.", "capitals, then a sentence"},
		{"I. KẾT QUẢ UBND tỉnh đã ban hành kế hoạch cụ thể cho từng đơn vị.", "I. KẾT QUẢ UBND tỉnh đã ban hành kế hoạch cụ thể cho từng đơn vị.", "an abbreviation may begin the sentence"},
		{"1. Công tác nhân sự Các cấp ủy đã chuẩn bị kỹ nhân sự đại hội.", "1. Công tác nhân sự Các cấp ủy đã chuẩn bị kỹ nhân sự đại hội.", "nothing tells heading from sentence"},
		{"II. ĐẢNG BỘ XÃ Hòa Lâm, xã Tân Phú và các xã khác đã xong.", "II. ĐẢNG BỘ XÃ Hòa Lâm, xã Tân Phú và các xã khác đã xong.", "a name behind the capitals"},
	} {
		doc, err := Normalise(t.Context(), "", "", &report.Raw{Parts: []report.Part{report.Simple(report.Paragraph, c.in)}})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(doc.Text, "\n", "|"); got != c.want {
			t.Errorf("%s: got %s", c.reason, got)
		}
	}
}

func TestGridIsKept(t *testing.T) {
	cell := func(row, col int, s string) report.Part {
		return report.Part{Kind: report.TableCell, Cell: report.Cell{Table: 1, Row: row, Col: col, RowSpan: 1, ColSpan: 1}, Runs: []report.Run{{Text: s}}}
	}
	doc, err := Normalise(t.Context(), "", "", &report.Raw{Parts: []report.Part{
		cell(0, 0, "TT"), cell(0, 1, "Đơn vị"), cell(0, 2, "Nữ"),
		cell(1, 0, ""), cell(1, 1, "Xã A"), cell(1, 1, "(mới lập)"), cell(1, 1, ""), cell(1, 2, ""),
		report.Simple(report.Paragraph, ""), report.Simple(report.Paragraph, "Hết."),
	}})
	if err != nil {
		t.Fatal(err)
	}
	if want := "TT\tĐơn vị\tNữ\n\tXã A\n(mới lập)\t\nHết."; doc.Text != want {
		t.Errorf("got %q, want %q", doc.Text, want)
	}
	if len(doc.Blocks) != 8 {
		t.Errorf("%d blocks, want 8", len(doc.Blocks))
	}
	if err := Check(doc); err != nil {
		t.Error(err)
	}
}

func TestCheckFindsFaults(t *testing.T) {
	span := func(a, b int) report.Span { return report.Span{Start: a, End: b} }
	for _, c := range []struct {
		reason string
		doc    report.Document
	}{
		{"not UTF-8", report.Document{Text: "\xff", Blocks: []report.Block{{Span: span(0, 1), Section: -1}}}},
		{"not NFC", report.Document{Text: "e\u0301", Blocks: []report.Block{{Span: span(0, 3), Section: -1}}}},
		{"a hole", report.Document{Text: "a\nb", Blocks: []report.Block{{Span: span(0, 1), Section: -1}}}},
		{"overlap", report.Document{Text: "ab", Blocks: []report.Block{{Span: span(0, 2), Section: -1}, {Span: span(1, 2), Section: -1}}}},
		{"no separator", report.Document{Text: "a,b", Blocks: []report.Block{{Span: span(0, 1), Section: -1}, {Span: span(2, 3), Section: -1}}}},
		{"a section that is no heading", report.Document{Text: "a\nb", Blocks: []report.Block{{Span: span(0, 1), Section: -1}, {Span: span(2, 3), Section: 0}}}},
		{"a sentence outside", report.Document{Text: "a b", Blocks: []report.Block{{Span: span(0, 3), Section: -1}}, Sentences: []report.Sentence{{Span: span(0, 4)}}}},
		{"sentences out of order", report.Document{Text: "a b", Blocks: []report.Block{{Span: span(0, 3), Section: -1}}, Sentences: []report.Sentence{{Span: span(2, 3)}, {Span: span(0, 1)}}}},
		{"a doubt outside", report.Document{Text: "a", Blocks: []report.Block{{Span: span(0, 1), Section: -1}}, Doubts: []report.Doubt{{Span: span(0, 9)}}}},
	} {
		if Check(&c.doc) == nil {
			t.Errorf("%s: not found", c.reason)
		}
	}
}

func TestFailures(t *testing.T) {
	for _, c := range []struct {
		reason string
		raw    report.Raw
		want   report.Reason
	}{
		{"no parts", report.Raw{}, report.Empty},
		{"only spaces", report.Raw{Parts: []report.Part{report.Simple(report.Paragraph, " \u00a0\u200b")}}, report.Empty},
		{"reading stopped before any text", report.Raw{Err: report.Becausef(report.Truncated, "ends early")}, report.Truncated},
	} {
		_, err := Normalise(t.Context(), "a", "", &c.raw)
		if got := report.AsFailure("a", report.StageText, err, report.Internal).Reason; err == nil || got != c.want {
			t.Errorf("%s: %v, want %s", c.reason, err, c.want)
		}
	}
}
