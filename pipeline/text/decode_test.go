package text

import (
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/report"
)

// old gives text as a reader finds it in an old font: Windows-1252 look-alikes
// of its bytes.
func old(t testing.TB, e charset.Encoding, s string) string {
	t.Helper()
	data, _ := e.Encode(s)
	var b strings.Builder
	for _, c := range data {
		r := rune(c)
		if i := strings.IndexByte("\x85\x91\x92\x93\x94\x96\x97", c); i >= 0 {
			r = []rune("…‘’“”–—")[i]
		}
		b.WriteRune(r)
	}
	return b.String()
}

func part(runs ...report.Run) report.Part { return report.Part{Runs: runs} }

func TestFontsDecideRunByRun(t *testing.T) {
	h := charset.TCVN3.Capitals()
	raw := &report.Raw{Parts: []report.Part{
		part(report.Run{Text: old(t, h, "TỈNH ỦY HÀ LÂM"), Font: ".VnTimeH"}),
		part(report.Run{Text: old(t, h, "B"), Font: ".VnTimeH"}, report.Run{Text: old(t, h, "ÁO CÁO"), Font: ".VnArialH"},
			report.Run{Text: " tổng kết Chỉ thị ", Font: "Times New Roman"}, report.Run{Text: old(t, charset.TCVN3, "của Trung ương"), Font: ".VnTime"}),
		part(report.Run{Text: "Các cấp ủy đã quán triệt nghiêm túc.", Font: "Times New Roman"}),
		part(report.Run{Text: old(t, charset.VNI, "Đảng bộ huyện Cái Bè"), Font: "VNI-Times"}),
		part(report.Run{Text: "Chữ đã chuyển sang Unicode mà phông còn tên cũ", Font: ".VnTime"}),
		part(report.Run{Text: "Abc 123", Font: ".VnTime"}),
		part(report.Run{Text: old(t, h, "Ư"), Font: ".VnTimeH"}, report.Run{Text: old(t, charset.TCVN3, "ớc cả năm"), Font: ".VnTime"}),
	}}
	result, err := Explain(t.Context(), raw)
	if err != nil {
		t.Fatal(err)
	}
	const want = "TỈNH ỦY HÀ LÂM|BÁO CÁO tổng kết Chỉ thị của Trung ương|Các cấp ủy đã quán triệt nghiêm túc.|Đảng bộ huyện Cái Bè|Chữ đã chuyển sang Unicode mà phông còn tên cũ|Abc 123|Ước cả năm"
	if got := strings.ReplaceAll(result.Document.Text, "\n", "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	var notes []string
	for _, n := range result.Document.Notes {
		notes = append(notes, n.Text)
	}
	const wantNotes = "TCVN3 H → Unicode, 3 paragraphs (font .VnTimeH, .VnArialH)|TCVN3 → Unicode, 1 paragraph (font .VnTime)|VNI → Unicode, 1 paragraph (font VNI-Times)"
	if got := strings.Join(notes, "|"); got != wantNotes {
		t.Errorf("notes %s\nwant  %s", got, wantNotes)
	}
	if d := result.Decisions[1]; d.Encoding != "TCVN3" || d.By != "font" || len(d.Fonts) != 4 {
		t.Errorf("decision %+v", d)
	}
}

func TestMixedEncodingsWithoutFonts(t *testing.T) {
	raw := &report.Raw{Parts: []report.Part{
		part(report.Run{Text: old(t, charset.TCVN3, "Hà Lâm, ngày 12 tháng 8 năm 2010")}),
		part(report.Run{Text: old(t, charset.TCVN3, "Ban Thường vụ Huyện ủy báo cáo kết quả đại hội các đảng bộ trực thuộc nhiệm kỳ 2010 - 2015.")}),
		part(report.Run{Text: "Bảng dưới đây là của đơn vị khác, gõ bằng Unicode."}),
		part(report.Run{Text: old(t, charset.TCVN3, "Nữ: 12")}),
		part(report.Run{Text: "The summary in English, 25 °C, café"}),
	}}
	doc, err := Normalise(t.Context(), "", "", raw)
	if err != nil {
		t.Fatal(err)
	}
	const want = "Hà Lâm, ngày 12 tháng 8 năm 2010|Ban Thường vụ Huyện ủy báo cáo kết quả đại hội các đảng bộ trực thuộc nhiệm kỳ 2010 - 2015.|Bảng dưới đây là của đơn vị khác, gõ bằng Unicode.|Nữ: 12|The summary in English, 25 °C, café"
	if got := strings.ReplaceAll(doc.Text, "\n", "|"); got != want {
		t.Errorf("got  %s\nwant %s\nnotes %v", got, want, doc.Notes)
	}
}

func TestPartsThatReadBothWaysFollowTheDocument(t *testing.T) {
	legacy := old(t, charset.TCVN3, "Ban Thường vụ Huyện ủy báo cáo kết quả đại hội các đảng bộ trực thuộc nhiệm kỳ mới.")
	for _, c := range []struct {
		reason string
		parts  []report.Part
		want   string
	}{
		{"nothing is Unicode", []report.Part{part(report.Run{Text: legacy}), part(report.Run{Text: "Sè 12"})}, "Số 12"},
		{"something is Unicode", []report.Part{part(report.Run{Text: legacy}), part(report.Run{Text: "Đảng bộ tỉnh"}), part(report.Run{Text: "Sè 12"})}, "Sè 12"},
		{"an ordinary font", []report.Part{part(report.Run{Text: legacy, Font: ".VnTime"}), part(report.Run{Text: "Có 12", Font: "Arial"})}, "Có 12"},
	} {
		doc, err := Normalise(t.Context(), "", "", &report.Raw{Parts: c.parts})
		if err != nil {
			t.Fatal(err)
		}
		if last := doc.Blocks[len(doc.Blocks)-1]; doc.At(last.Span) != c.want {
			t.Errorf("%s: %q, want %q", c.reason, doc.At(last.Span), c.want)
		}
	}
}

func TestDoubtsStandWhereTheirWordsStand(t *testing.T) {
	raw := &report.Raw{Parts: []report.Part{part(
		report.Run{Text: "Đại hội ", Confidence: 96}, report.Run{Text: "bầu  ", Confidence: 95},
		report.Run{Text: "39", Confidence: 41}, report.Run{Text: " đồng chí", Confidence: 93},
	)}}
	doc, err := Normalise(t.Context(), "", "", raw)
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Doubts) != 1 || doc.At(doc.Doubts[0].Span) != "39" || doc.Doubts[0].Confidence != 41 {
		t.Errorf("%q: doubts %+v", doc.Text, doc.Doubts)
	}
}

func TestDamage(t *testing.T) {
	const right = "Đại hội đã thông qua nghị quyết với sự nhất trí cao của toàn thể đại biểu, bầu Ban Chấp hành khóa mới gồm 39 đồng chí. "
	for _, c := range []struct{ text, want, reason string }{
		{right + right, "", "right text"},
		{strings.Repeat("Đ?i h?i đã thông qua ngh? quy?t v?i s? nh?t trí cao c?a đ?i bi?u. ", 4), "garbled", "letters that a code page did not have"},
		{strings.Repeat("\ufffd\ufffdi h\ufffdi \ufffd\ufffdng b\ufffd t\ufffdnh ", 8), "garbled", "nothing but replacement characters"},
		{right + right + right + "nghị quy\ufffdt c\ufffda đ\ufffdi hội", "damaged", "a few letters lost"},
		{strings.Repeat("Dai hoi da thong qua nghi quyet voi su nhat tri cao cua toan the dai bieu. ", 10), "unmarked", "Vietnamese without marks"},
		{"Dai hoi dang bo xa Tan Phu bau 15 dong chi vao Ban Chap hanh, trong do co 3 nu. Du dai hoi co 148 dai bieu.", "unmarked", "two sentences without marks"},
		{"Có phải đại hội không? Có! Ai bầu? Đảng viên bầu. " + right, "", "questions are no damage"},
		{strings.Repeat("Le congrès a élu les délégués à l'unanimité, après un débat très animé. ", 6), "", "French is no damage"},
		{strings.Repeat("The members elected a committee of thirty nine people in May. ", 12), "", "English is no damage"},
	} {
		doc, err := Normalise(t.Context(), "", "", &report.Raw{Parts: []report.Part{report.Simple(report.Paragraph, c.text)}})
		got := ""
		if err != nil {
			got = string(report.AsFailure("", report.StageText, err, report.Internal).Reason)
		} else if len(doc.Notes) > 0 {
			got = doc.Notes[0].Code
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q (%+v)", c.reason, got, c.want, Inspect(c.text))
		}
	}
}
