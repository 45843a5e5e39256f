package pdf_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/format/pdf"
	"github.com/tongket/tongket/pipeline/report"
)

func load(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func read(t testing.TB, c pdf.Config, data []byte) *report.Raw {
	t.Helper()
	raw, err := pdf.New(c).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// sketch writes parts one a line: the kind, the place in a table ("T1 0,2" or
// "T1 0,2 2x1"; "~" for one without rules) and the text.
func sketch(parts []report.Part) []string {
	var out []string
	for _, p := range parts {
		place := ""
		if c := p.Cell; c.Table > 0 {
			place = fmt.Sprintf(" T%d %d,%d", c.Table, c.Row, c.Col)
			if c.RowSpan > 1 || c.ColSpan > 1 {
				place += fmt.Sprintf(" %dx%d", c.RowSpan, c.ColSpan)
			}
			if c.Borderless {
				place += " ~"
			}
		}
		out = append(out, fmt.Sprintf("%v%s: %s", p.Kind, place, p.Text()))
	}
	return out
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got\n\t%s\nwant\n\t%s", strings.Join(got, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// The report is set in a font that lacks letters with two marks, so that the
// producer wrote them behind each line; it has the head and foot of a Party
// document, a ruled table with merged cells, and a page break in its text.
func TestReport(t *testing.T) {
	raw := read(t, pdf.Config{}, load(t, "bao-cao.pdf"))
	if raw.Pages != 2 || raw.Err != nil {
		t.Errorf("%d pages, error %v", raw.Pages, raw.Err)
	}
	if i := slices.Index(raw.Meta, report.Meta{Key: "title", Value: "Báo cáo tổng kết đại hội"}); i < 0 {
		t.Errorf("no title in %v", raw.Meta)
	}
	expect(t, sketch(raw.Parts),
		"cell T1 0,0 ~: ĐẢNG BỘ TỈNH BẮC HÀ",
		"cell T1 0,0 ~: HUYỆN ỦY HÒA SƠN",
		"cell T1 0,0 ~: *",
		"cell T1 0,0 ~: Số 214-BC/HU",
		"cell T1 0,1 ~: ĐẢNG CỘNG SẢN VIỆT NAM",
		"cell T1 0,1 ~: Hòa Sơn, ngày 18 tháng 8 năm 2020",
		"heading: BÁO CÁO",
		"heading: tổng kết đại hội chi bộ, đảng bộ cơ sở và Đại hội đại biểu Đảng bộ huyện lần thứ XXIII, nhiệm kỳ 2020-2025",
		"paragraph: -----",
		"paragraph: I. TÌNH HÌNH CHUNG",
		"paragraph: Đảng bộ huyện Hòa Sơn có 46 tổ chức cơ sở đảng với 5.218 đảng viên. Từ tháng 3 đến tháng 6 năm 2020, các chi bộ, đảng bộ đã hoàn thành đại hội đúng thời gian, đúng nguyên tắc và bảo đảm an toàn.",
		"paragraph: Trong số 46 đơn vị, có 9 đơn vị tổ chức đại hội điểm; 4 đơn vị được chọn bầu trực tiếp bí thư tại đại hội. Đại hội đại biểu Đảng bộ huyện diễn ra trong hai ngày 28 và 29 tháng 7 năm 2020, có 248 đại biểu chính thức tham dự, đạt 99,2% so với triệu tập.",
		"paragraph: II. KẾT QUẢ BẦU CỬ",
		"paragraph: Cấp ủy cơ sở nhiệm kỳ mới gồm 512 đồng chí, trong đó có 96 đồng chí nữ, chiếm 18,75%; tuổi bình quân 41,3. Kết quả cụ thể ở bốn đơn vị như sau:",
		"cell T2 0,0 2x1: TT", "cell T2 0,1 2x1: Tên đảng bộ", "cell T2 0,2 1x2: Số cấp ủy viên", "cell T2 0,4 2x1: Tuổi bình quân",
		"cell T2 1,2: Tổng số", "cell T2 1,3: Nữ",
		"cell T2 2,0: 1", "cell T2 2,1: Đảng bộ xã Tân Thành, đơn vị điểm của huyện", "cell T2 2,2: 15", "cell T2 2,3: 3", "cell T2 2,4: 40,8",
		"cell T2 3,0: 2", "cell T2 3,1: Đảng bộ thị trấn Phố Giữa", "cell T2 3,2: 15", "cell T2 3,3: 4", "cell T2 3,4: 42,1",
		"cell T2 4,0: 3", "cell T2 4,1: Chi bộ Tòa án", "cell T2 4,2: 3", "cell T2 4,3: ", "cell T2 4,4: 45,0",
		"paragraph: Đồng chí Nông Văn Quyết được bầu làm Bí thư Huyện ủy với 39/39 phiếu, đạt 100%. Ban Thường vụ gồm 11 đồng chí; Ủy ban Kiểm tra gồm 7 đồng chí, bầu một lần đủ số lượng và đúng cơ cấu đã được Ban Thường vụ Tỉnh ủy phê duyệt. Các đảng ủy cơ sở đã báo cáo kết quả trong vòng bảy ngày sau đại hội, kèm biên bản kiểm phiếu và danh sách trích ngang để Ban Tổ chức Huyện ủy thẩm định.",
		"paragraph: III. HẠN CHẾ",
		"paragraph: - Báo cáo chính trị ở một số chi bộ nông thôn còn dài, chưa nêu rõ khâu đột phá.",
		"paragraph: - Việc bố trí cán bộ trẻ dưới 35 tuổi mới đạt 8,6%, thấp hơn yêu cầu của cấp trên; công tác tạo nguồn ở ba xã vùng cao chậm, cần có lộ trình cụ thể trong hai năm tới.",
		"page_footer: Huyện ủy Hòa Sơn - trang 1",
		"paragraph: Ban Thường vụ Huyện ủy đề nghị các tổ chức cơ sở đảng sớm hoàn thiện chương trình hành động, gửi về Văn phòng Huyện ủy trước ngày 30 tháng 9 năm 2020 để tổng hợp.",
		"cell T3 0,0 ~: Nơi nhận:",
		"cell T3 0,0 ~: - Ban Thường vụ Tỉnh ủy,",
		"cell T3 0,0 ~: - Các đảng ủy cơ sở,",
		"cell T3 0,0 ~: - Lưu Văn phòng Huyện ủy.",
		"cell T3 0,1 ~: T/M BAN THƯỜNG VỤ",
		"cell T3 0,1 ~: PHÓ BÍ THƯ",
		"cell T3 0,1 ~: Lý Thị Mai",
		"page_footer: Huyện ủy Hòa Sơn - trang 2",
	)
	for _, p := range raw.Parts {
		if strings.HasPrefix(p.Text(), "Ban Thường vụ Huyện ủy") && p.Page != 2 {
			t.Errorf("%q on page %d, want 2", p.Text(), p.Page)
		}
		if p.Text() == "II. KẾT QUẢ BẦU CỬ" && !p.Bold {
			t.Errorf("%q is bold", p.Text())
		}
	}
}

func TestColumns(t *testing.T) {
	raw := read(t, pdf.Config{}, load(t, "hai-cot.pdf"))
	got := sketch(raw.Parts)
	var begins []string
	for _, line := range got {
		begins = append(begins, strings.Join(strings.Fields(line)[1:4], " "))
	}
	expect(t, begins, "BẢN TIN ĐẠI", "Sáng 12 tháng", "Theo báo cáo", "Đại hội bầu", "Thảo luận tại", "Kết thúc đại", "Rút kinh nghiệm", "Huyện ủy Hòa")
	if want := "có 29 đại biểu nữ và 17 đại biểu là người dân tộc thiểu số."; !strings.Contains(got[2], want) {
		t.Errorf("%q does not contain %q", got[2], want)
	}
}

func TestLocked(t *testing.T) {
	data := load(t, "khoa.pdf")
	_, err := pdf.New(pdf.Config{Passwords: []string{"sai"}}).Read(t.Context(), data)
	if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != report.Locked {
		t.Errorf("error %v, want locked", err)
	}
	raw := read(t, pdf.Config{Passwords: []string{"sai", "mat-khau"}}, data)
	if len(raw.Parts) < 5 || raw.Parts[0].Text() != "BẢN TIN ĐẠI HỘI" {
		t.Errorf("got %q", sketch(raw.Parts))
	}
}

// What rests reads the same when it is woken, also while others read and rest.
func TestRest(t *testing.T) {
	data := load(t, "hai-cot.pdf")
	want := sketch(read(t, pdf.Config{}, data).Parts)
	if err := pdf.Rest(); err != nil {
		t.Fatal(err)
	}
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			raw, err := pdf.New(pdf.Config{}).Read(t.Context(), data)
			if err != nil || !slices.Equal(sketch(raw.Parts), want) {
				t.Errorf("after a rest: %v", err)
			}
			if err := pdf.Rest(); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
}

func TestAttachments(t *testing.T) {
	raw := read(t, pdf.Config{}, load(t, "dinh-kem.pdf"))
	if len(raw.Attachments) != 1 || raw.Attachments[0].Path != "phu-luc.csv" {
		t.Fatalf("attachments %v", raw.Attachments)
	}
	r, err := raw.Attachments[0].Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	got, err := io.ReadAll(r)
	if want, _ := os.ReadFile("testdata/src/phu-luc.csv"); err != nil || !bytes.Equal(got, want) {
		t.Errorf("got %q, %v", got, err)
	}
	small := read(t, pdf.Config{Limits: pdf.Limits{Attached: 10}}, load(t, "dinh-kem.pdf"))
	if len(small.Attachments) != 1 || small.Attachments[0].Err == nil {
		t.Error("an attachment beyond the limit is named with its reason")
	}
}

// The bytes of old fonts come as characters of Windows-1252, with the font that
// says what they mean.
func TestOldFont(t *testing.T) {
	raw := read(t, pdf.Config{}, onePage("BT /F1 14 Tf 72 700 Td (\\247\\266ng b\\351) Tj /F2 14 Tf ( 2020) Tj ET", ".VnTime", "ABCDEF+Times-Bold,Italic", ""))
	if len(raw.Parts) != 1 || len(raw.Parts[0].Runs) != 2 {
		t.Fatalf("got %+v", raw.Parts)
	}
	want := []report.Run{{Text: "§¶ng bé ", Font: ".VnTime"}, {Text: "2020", Font: "Times-Bold"}}
	got := raw.Parts[0].Runs
	got[0].Text, got[1].Text = strings.TrimSpace(got[0].Text)+" ", strings.TrimSpace(got[1].Text)
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestTurnedPages(t *testing.T) {
	cases := []struct{ name, content, entries string }{
		{"upright", "BT /F1 12 Tf 72 700 Td (Dang bo xa) Tj 0 -14 Td (Tan Lap, 2020) Tj ET", ""},
		{"turned by the file", "BT /F1 12 Tf 72 700 Td (Dang bo xa) Tj 0 -14 Td (Tan Lap, 2020) Tj ET", "/Rotate 90"},
		{"text runs upwards", "BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Dang bo xa) Tj 0 -14 Td (Tan Lap, 2020) Tj ET", "/Rotate 90"},
		{"text runs downwards", "BT /F1 12 Tf 0 -1 1 0 400 700 Tm (Dang bo xa) Tj 0 -14 Td (Tan Lap, 2020) Tj ET", ""},
		{"upside down", "BT /F1 12 Tf -1 0 0 -1 500 400 Tm (Dang bo xa) Tj 0 -14 Td (Tan Lap, 2020) Tj ET", "/Rotate 180"},
		{"lines in another order", "BT /F1 12 Tf 72 686 Td (Tan Lap, 2020) Tj 0 14 Td (Dang bo xa) Tj ET", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			raw := read(t, pdf.Config{}, onePage(c.content, "Helvetica", "Helvetica-Bold", c.entries))
			var text []string
			for _, p := range raw.Parts {
				text = append(text, p.Text())
			}
			if got := strings.Join(text, " "); got != "Dang bo xa Tan Lap, 2020" {
				t.Errorf("got %q", got)
			}
		})
	}
}

// The label that runs upwards beside a table takes nothing from the text, on a
// page for which another one left room.
func TestTurnedLabel(t *testing.T) {
	long := "BT /F1 12 Tf 72 700 Td (Phong trao thi dua trong Dang bo) Tj ET"
	both := "BT /F1 12 Tf 72 700 Td (Dang bo xa) Tj ET BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Ghi chu) Tj ET"
	data := file(
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 7 0 R>>>>>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F1 7 0 R>>>>>>",
		stream(long), stream(both),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	)
	raw := read(t, pdf.Config{}, data)
	expect(t, sketch(raw.Parts),
		"paragraph: Phong trao thi dua trong Dang bo", "paragraph: Dang bo xa", "paragraph: Ghi chu")
}

// Place and date take two lines where the column of a document's head is narrow;
// what begins with a capital beside them stays a line of its own.
func TestHeadOfTwoColumns(t *testing.T) {
	raw := read(t, pdf.Config{}, onePage(`BT /F1 12 Tf 72 780 Td (TINH UY PHU THO) Tj /F2 12 Tf 0 -16 Td (HUYEN UY LAM THAO) Tj /F1 12 Tf 24 -16 Td (So 214-BC/HU) Tj ET
BT /F2 12 Tf 320 780 Td (DANG CONG SAN VIET NAM) Tj /F1 12 Tf 4 -16 Td (Lam Thao, ngay 18) Tj 44 -14 Td (thang 8 nam 2020) Tj ET
BT /F1 12 Tf 72 700 Td (Can cu Dieu le Dang va cac quy dinh cua Trung uong, Huyen uy bao cao ket qua nhu sau.) Tj ET`, "Helvetica", "Helvetica-Bold", ""))
	expect(t, sketch(raw.Parts),
		"cell T1 0,0 ~: TINH UY PHU THO", "cell T1 0,0 ~: HUYEN UY LAM THAO", "cell T1 0,0 ~: So 214-BC/HU",
		"cell T1 0,1 ~: DANG CONG SAN VIET NAM", "cell T1 0,1 ~: Lam Thao, ngay 18 thang 8 nam 2020",
		"paragraph: Can cu Dieu le Dang va cac quy dinh cua Trung uong, Huyen uy bao cao ket qua nhu sau.")
}

func TestForm(t *testing.T) {
	data := file(
		"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[6 0 R 7 0 R]/DA(/Helv 12 Tf)>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R 7 0 R]>>",
		stream("BT /F1 12 Tf 72 700 Td (So dai bieu:) Tj 0 -30 Td (Da hop:) Tj ET"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(n)/V(248)/Rect[150 695 250 713]/P 3 0 R>>",
		"<</Type/Annot/Subtype/Widget/FT/Btn/T(b)/V/Yes/AS/Yes/Rect[130 665 145 683]/P 3 0 R/AP<</N<</Yes 4 0 R/Off 4 0 R>>>>>>",
	)
	raw := read(t, pdf.Config{}, data)
	expect(t, sketch(raw.Parts), "paragraph: So dai bieu: 248", "paragraph: Da hop: x")
}

// A note without a text of its own, and a button, are read from how they are
// drawn; one that is hidden is not.
func TestDrawnAnnotations(t *testing.T) {
	look := func(text string) string {
		content := "BT /F1 12 Tf 2 4 Td (" + text + ") Tj ET"
		return fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</F1 5 0 R>>>>/Length %d>>\nstream\n%s\nendstream", len(content), content)
	}
	data := file(
		"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[8 0 R 9 0 R]/DA(/Helv 12 Tf)>>>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/Annots[6 0 R 7 0 R 8 0 R 9 0 R]>>",
		stream("BT /F1 12 Tf 72 700 Td (So dai bieu:) Tj ET"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		"<</Type/Annot/Subtype/FreeText/Rect[72 600 272 620]/P 3 0 R/F 4/AP<</N 10 0 R>>>>",
		"<</Type/Annot/Subtype/FreeText/Rect[72 500 272 520]/P 3 0 R/F 2/AP<</N 11 0 R>>>>",
		"<</Type/Annot/Subtype/Widget/FT/Btn/Ff 65536/T(b)/F 4/Rect[72 400 272 420]/P 3 0 R/AP<</N 12 0 R>>>>",
		"<</Type/Annot/Subtype/Widget/FT/Tx/T(n)/V(248)/F 4/Rect[150 695 250 713]/P 3 0 R/AP<</N 11 0 R>>>>",
		look("Da kiem tra"), look("An di"), look("In trang nay"),
	)
	raw := read(t, pdf.Config{}, data)
	expect(t, sketch(raw.Parts), "paragraph: So dai bieu: 248", "paragraph: Da kiem tra", "paragraph: In trang nay")
}

func TestPageLimit(t *testing.T) {
	raw := read(t, pdf.Config{Limits: pdf.Limits{Pages: 5}}, manyPages(12, "BT /F1 12 Tf 72 400 Td (Bao cao) Tj ET"))
	if f, ok := errors.AsType[*report.Failure](raw.Err); !ok || f.Reason != report.TooMany {
		t.Errorf("error %v, want too_many", raw.Err)
	}
	if len(raw.Parts) != 5 || raw.Pages != 12 {
		t.Errorf("%d parts, %d pages", len(raw.Parts), raw.Pages)
	}
}

func TestReasons(t *testing.T) {
	whole := load(t, "bao-cao.pdf")
	picture := onePage("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x80 EI Q", "Helvetica", "Helvetica", "")
	cases := []struct {
		name string
		data []byte
		want report.Reason
	}{
		{"no bytes", nil, report.Empty},
		{"no PDF", []byte("%PDF-1.4 and nothing"), report.Truncated},
		{"half", whole[:len(whole)/2], report.Truncated},
		{"a blank page", onePage("", "Helvetica", "Helvetica", ""), report.Empty},
		{"a picture, no OCR", picture, report.MissingTool},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			raw, err := pdf.New(pdf.Config{}).Read(t.Context(), c.data)
			if err == nil {
				err = raw.Err
			}
			if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// engine is an OCR engine that reads one line on every page.
type engine struct{}

func (engine) Page(_ context.Context, m image.Image, dpi float64) (layout.Page, error) {
	p := layout.Page{Width: float32(float64(m.Bounds().Dx()) * 72 / dpi), Height: float32(float64(m.Bounds().Dy()) * 72 / dpi), Rough: true}
	x := float32(72)
	for _, r := range "Đại hội bầu 39 đồng chí" {
		p.Glyphs = append(p.Glyphs, layout.Glyph{R: r, X0: x, X1: x + 6, Y: 90, Size: 12, Font: -1, Confidence: 90})
		x += 6
	}
	return p, nil
}

// A page that was scanned at 60 dots per inch is read, and it is said how coarse
// it is; one of 150 is not.
func TestCoarseScansAreSaid(t *testing.T) {
	for _, c := range []struct {
		width, height int
		want          string
	}{
		{496, 702, "page 1: scanned at some 60 dots per inch, what was read is doubtful"},
		{1240, 1755, "<nil>"},
	} {
		dots := strings.Repeat("\x80", c.width*c.height)
		data := onePage(fmt.Sprintf("q 595 0 0 842 0 0 cm BI /W %d /H %d /BPC 8 /CS /G ID %s EI Q", c.width, c.height, dots), "Helvetica", "Helvetica", "")
		raw := read(t, pdf.Config{OCR: engine{}}, data)
		if got := fmt.Sprint(raw.Err); !strings.HasSuffix(got, c.want) || len(raw.Parts) != 1 {
			t.Errorf("%d × %d: %s, %d parts; want %s", c.width, c.height, got, len(raw.Parts), c.want)
		}
	}
}

// A page without end is left out, and the rest is read by a new instance. The
// limit leaves a good page many times what it needs, on a busy machine too.
func TestStuckPage(t *testing.T) {
	slow := strings.Repeat("0 0 m 1 1 l S\n", 4_000_000)
	data := file(
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font<</F1 7 0 R>>>>>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F1 7 0 R>>>>>>",
		stream(slow),
		stream("BT /F1 12 Tf 72 400 Td (Trang sau) Tj ET"),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	)
	raw := read(t, pdf.Config{Limits: pdf.Limits{PageTime: 500 * time.Millisecond}}, data)
	if f, ok := errors.AsType[*report.Failure](raw.Err); !ok || f.Reason != report.TimedOut {
		t.Errorf("error %v, want timed_out", raw.Err)
	}
	expect(t, sketch(raw.Parts), "paragraph: Trang sau")
}

func TestContextStopsAPage(t *testing.T) {
	data := onePage(strings.Repeat("0 0 m 1 1 l S\n", 400_000), "Helvetica", "Helvetica", "")
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Millisecond)
	defer cancel()
	if _, err := pdf.New(pdf.Config{}).Read(ctx, data); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("got %v, want the context's error", err)
	}
}

// seeds are a file of each sort: made by LibreOffice, and small ones by hand.
func seeds(t testing.TB) fs.FS {
	table := "BT /F1 10 Tf 60 705 Td (TT) Tj 50 0 Td (Nu) Tj -50 -20 Td (1) Tj 50 0 Td (3) Tj ET 50 680 m 150 680 l 50 700 m 150 700 l 50 720 m 150 720 l S 50 680 100 40 re S 100 680 m 100 720 l S"
	return fstest.MapFS{
		"report.pdf":  {Data: load(t, "hai-cot.pdf")},
		"locked.pdf":  {Data: load(t, "khoa.pdf")},
		"table.pdf":   {Data: onePage(table, "Helvetica", "Helvetica", "")},
		"oldfont.pdf": {Data: onePage("BT /F1 14 Tf 72 700 Td (\\247\\266ng b\\351) Tj ET", ".VnTime", "Helvetica", "")},
		"pages.pdf":   {Data: manyPages(3, "BT /F1 12 Tf 72 40 Td (Trang 1) Tj ET")},
	}
}

func TestPromises(t *testing.T) {
	if testing.Short() {
		t.Skip("reads each file a hundred times")
	}
	formattest.Run(t, pdf.New(pdf.Config{Passwords: []string{"mat-khau"}}), seeds(t))
}

func FuzzRead(f *testing.F) {
	formattest.Fuzz(f, pdf.New(pdf.Config{}), seeds(f))
}

func Example() {
	data, err := os.ReadFile("testdata/bao-cao.pdf")
	if err != nil {
		fmt.Println(err)
		return
	}
	raw, err := pdf.New(pdf.Config{}).Read(context.Background(), data)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range raw.Parts[3:7] {
		fmt.Println(p.Page, p.Kind, p.Text())
	}
	// Output:
	// 1 cell Số 214-BC/HU
	// 1 cell ĐẢNG CỘNG SẢN VIỆT NAM
	// 1 cell Hòa Sơn, ngày 18 tháng 8 năm 2020
	// 1 heading BÁO CÁO
}
