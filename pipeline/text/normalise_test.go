package text

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/report"
)

func plain(text string) *report.Raw {
	raw := &report.Raw{Media: "text/plain", Wrapped: true}
	for line := range strings.SplitSeq(text, "\n") {
		raw.Parts = append(raw.Parts, report.Simple(report.Paragraph, line))
	}
	return raw
}

func ExampleNormalise() {
	raw := &report.Raw{Parts: []report.Part{
		report.Simple(report.Paragraph, " date 2020-09 Đại hội đã thành công. TP. Vinh có 45 đại biểu; trong đó 12 nữ."),
		report.Simple(report.Paragraph, "II. Hạn chế"),
		report.Simple(report.Paragraph, "Một số nơi còn lúng túng."),
	}}
	doc, err := Normalise(context.Background(), "a.txt", "00", raw)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, s := range doc.Sentences {
		b := doc.Blocks[s.Block]
		fmt.Printf("%s %d: %s\n", b.Kind, b.Section, doc.At(s.Span))
	}
	// Output:
	// file_header -1: date 2020-09
	// paragraph -1: Đại hội đã thành công.
	// paragraph -1: TP. Vinh có 45 đại biểu; trong đó 12 nữ.
	// heading -1: II. Hạn chế
	// paragraph 2: Một số nơi còn lúng túng.
}

func TestLayout(t *testing.T) {
	for _, c := range []struct{ reason, in, want string }{
		{"one paragraph a line stays", "Đại hội khai mạc.\nĐại hội bầu 15 đồng chí.", "Đại hội khai mạc.|Đại hội bầu 15 đồng chí."},
		{"a line that ends in an abbreviation goes on", "Dự đại hội có GS.\nTrần Văn A.", "Dự đại hội có GS. Trần Văn A."},
		{"a typist's lines are joined, the figure too", strings.Join([]string{
			"Trong nhiệm kỳ qua, các cấp ủy đã lãnh đạo thực hiện",
			"tốt nhiệm vụ chính trị của địa phương; đã bầu được 36.",
			"954 cấp ủy viên, trong đó tái cử hai mươi bảy nghìn",
			"đồng chí, còn lại là các đồng chí tham gia lần đầu.",
			"Công tác chuẩn bị văn kiện được các đảng bộ làm kỹ và",
			"lấy ý kiến rộng rãi của cán bộ, đảng viên cả tỉnh.",
		}, "\n"), "Trong nhiệm kỳ qua, các cấp ủy đã lãnh đạo thực hiện tốt nhiệm vụ chính trị của địa phương; đã bầu được 36.954 cấp ủy viên, trong đó tái cử hai mươi bảy nghìn đồng chí, còn lại là các đồng chí tham gia lần đầu. Công tác chuẩn bị văn kiện được các đảng bộ làm kỹ và lấy ý kiến rộng rãi của cán bộ, đảng viên cả tỉnh."},
	} {
		doc, err := Normalise(t.Context(), "", "", plain(c.in))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(doc.Text, "\n", "|"); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.reason, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for in, want := range map[string]string{
		"Có 1.298 đảng bộ. Còn lại 13.":                                "Có 1.298 đảng bộ.|Còn lại 13.",
		"Đồng chí Nguyễn Văn A. dự. Đại hội bầu 45.":                   "Đồng chí Nguyễn Văn A. dự.|Đại hội bầu 45.",
		"1. Đại hội thành công. Bầu đủ.":                               "1. Đại hội thành công.|Bầu đủ.",
		"Tôn giáo: 04. Bí thư nữ: 05 đồng chí.":                        "Tôn giáo: 04.|Bí thư nữ: 05 đồng chí.",
		"Gồm có: 1. Đồng chí An; 2. Đồng chí Bình.":                    "Gồm có: 1. Đồng chí An; 2. Đồng chí Bình.",
		"Chỉ tiêu: 2.1. Nữ đạt 20%.":                                   "Chỉ tiêu: 2.1. Nữ đạt 20%.",
		"Gồm: ông A; ông B. Hết./.":                                    "Gồm: ông A; ông B.|Hết./.",
		"PGS.TS. Trần B phát biểu. TP.HCM có 69 ủy viên.":              "PGS.TS. Trần B phát biểu.|TP.HCM có 69 ủy viên.",
		"Xã Lũng Cao bầu thiếu 02 đ/c. Chi bộ có đ/c. Nông Văn An dự.": "Xã Lũng Cao bầu thiếu 02 đ/c.|Chi bộ có đ/c. Nông Văn An dự.",
		"Đại hội “thành công tốt đẹp.” Mọi người phấn khởi.":           "Đại hội “thành công tốt đẹp.”|Mọi người phấn khởi.",
	} {
		doc, err := Normalise(t.Context(), "", "", plain(in))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range doc.Sentences {
			got = append(got, doc.At(s.Span))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q, want %q", in, strings.Join(got, "|"), want)
		}
	}
}

func TestHeadings(t *testing.T) {
	const below = "\nCác cấp ủy đã lãnh đạo, chỉ đạo đại hội đúng quy định, đạt kết quả tốt."
	for _, c := range []struct{ in, want, reason string }{
		{"I. KẾT QUẢ ĐẠT ĐƯỢC", "heading", "Roman number, capitals"},
		{"II- Hạn chế, khuyết điểm", "heading", "Roman number as Party documents write it"},
		{"Phần thứ nhất", "heading", "a part"},
		{"PHẦN II: PHƯƠNG HƯỚNG", "heading", "a part with its name"},
		{"1. Công tác nhân sự" + below, "heading", "short, with text below"},
		{"1- Văn kiện" + below, "heading", "short, with text below"},
		{"2.1. Ưu điểm" + below, "heading", "short, with text below"},
		{"a) Về số lượng" + below, "heading", "short, with text below"},
		{"1. Đồng chí Trần Thị Bưởi\n2. Đồng chí Lê Văn Cam", "list_item", "a list of names"},
		{"1.298 đảng bộ đã hoàn thành đại hội", "paragraph", "a figure"},
		{"15 đồng chí trúng cử", "paragraph", "a figure"},
		{"1. Công tác nhân sự được làm chặt chẽ, đúng quy trình." + below, "list_item", "a numbered sentence"},
		{"30-6 là hạn cuối", "paragraph", "a date"},
		{"- Bầu đủ số lượng", "list_item", "a dash"},
		{"A. V. Petrov dự đại hội", "paragraph", "initials"},
	} {
		doc, err := Normalise(t.Context(), "", "", plain(c.in))
		if err != nil {
			t.Fatal(err)
		}
		if got := doc.Blocks[0].Kind.String(); got != c.want {
			t.Errorf("%q: %s, want %s: %s", c.in, got, c.want, c.reason)
		}
	}
}

func TestCells(t *testing.T) {
	cell := func(row, col int, s string) report.Part {
		return report.Part{Kind: report.TableCell, Cell: report.Cell{Table: 1, Row: row, Col: col, RowSpan: 1, ColSpan: 1}, Runs: []report.Run{{Text: s}}}
	}
	doc, err := Normalise(t.Context(), "", "", &report.Raw{Parts: []report.Part{cell(0, 0, "TT"), cell(0, 1, "Nữ"), cell(1, 0, "1"), cell(1, 1, "")}})
	if err != nil {
		t.Fatal(err)
	}
	if doc.Text != "TT\tNữ\n1\t" || len(doc.Blocks) != 4 {
		t.Errorf("text %q, %d blocks", doc.Text, len(doc.Blocks))
	}
	if err := Check(doc); err != nil {
		t.Error(err)
	}
}

func FuzzNormalise(f *testing.F) {
	f.Add("Đại hội. II. Hạn chế\n\x00\u00ad _ a_b\u0301\n date 2024-02 x", true, "")
	f.Add("1.298/1.311 (99%)\tGS.\nA", true, "")
	f.Add("I. §¸nh gi¸ chung\n®¹i héi ®¶ng bé\n\n- n\u00ad\u00edc", false, ".VnTime")
	f.Add(" date 2024-02 I. ĐÁNH GIÁ CHUNG CÁC MẶT Trong nhiệm kỳ qua, các cấp ủy đã cố gắng.", false, "")
	f.Add("Ñaûng boä\tx\n\t\n12", false, "VNI-Times")
	f.Fuzz(func(t *testing.T, s string, wrapped bool, font string) {
		raw := &report.Raw{Wrapped: wrapped}
		for i, line := range strings.Split(s, "\n") {
			for j, cell := range strings.Split(line, "\t") {
				p := report.Part{Runs: []report.Run{{Text: cell, Font: font, Confidence: uint8(len(cell) % 101)}}, Page: i/7 + 1}
				if j > 0 || strings.Contains(line, "\t") {
					p.Kind, p.Cell = report.TableCell, report.Cell{Table: 1, Row: i, Col: j, RowSpan: 1, ColSpan: 1}
				}
				raw.Parts = append(raw.Parts, p)
			}
		}
		doc, err := Normalise(t.Context(), "", "", raw)
		if err != nil {
			return
		}
		if err := Check(doc); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		again, err := Normalise(t.Context(), "", "", partsOf(doc))
		if err != nil {
			t.Fatalf("%q: refused again: %v", doc.Text, err)
		}
		if again.Text != doc.Text && !strings.Contains(notes(again), "→") {
			t.Fatalf("%q becomes %q", doc.Text, again.Text)
		}
	})
}

// partsOf makes a reader's parts of a document's blocks.
func partsOf(doc *report.Document) *report.Raw {
	raw := &report.Raw{}
	for _, b := range doc.Blocks {
		raw.Parts = append(raw.Parts, report.Part{Kind: b.Kind, Level: b.Level, Page: b.Page, Cell: b.Cell, Runs: []report.Run{{Text: doc.At(b.Span)}}})
	}
	return raw
}

func notes(doc *report.Document) string {
	var b strings.Builder
	for _, n := range doc.Notes {
		b.WriteString(n.Text)
	}
	return b.String()
}

func BenchmarkNormalise(b *testing.B) {
	const paragraph = "Đại hội đã bầu Ban Chấp hành Đảng bộ tỉnh khóa mới gồm 52 đồng chí, trong đó tái cử 38 đồng chí, chiếm 73,1%. Công tác nhân sự được chuẩn bị chặt chẽ."
	const wrapped = "Đại hội đã bầu Ban Chấp hành Đảng bộ tỉnh khóa mới gồm 52 đồng chí, trong\nđó tái cử 38 đồng chí, chiếm 73,1%. Công tác nhân sự được chuẩn bị chặt chẽ\ntheo hướng dẫn."
	for _, c := range []struct {
		name, text string
		font       string
	}{{"right", paragraph, ""}, {"wrapped", wrapped, ""}, {"tcvn3", old(b, charset.TCVN3, paragraph), ".VnTime"}, {"tcvn3 without font", old(b, charset.TCVN3, paragraph), ""}} {
		b.Run(c.name, func(b *testing.B) {
			raw := plain(strings.Repeat(c.text+"\n", 300))
			raw.Wrapped = c.name == "wrapped"
			for i := range raw.Parts {
				raw.Parts[i].Runs[0].Font = c.font
			}
			b.SetBytes(int64(300 * (len(c.text) + 1)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Normalise(b.Context(), "", "", raw); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
