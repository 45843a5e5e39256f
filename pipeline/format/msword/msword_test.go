package msword_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/msword"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

func read(t testing.TB, data []byte) *report.Raw {
	t.Helper()
	raw, err := msword.New(msword.Config{}).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// lines shows one part a line: its kind but for paragraphs, its label, text,
// and fonts other than the usual one.
func lines(raw *report.Raw) string {
	var b strings.Builder
	for _, p := range raw.Parts {
		switch p.Kind {
		case report.Paragraph:
		case report.TableCell:
			fmt.Fprintf(&b, "%d.%d.%d", p.Cell.Table, p.Cell.Row, p.Cell.Col)
			if p.Cell.RowSpan > 1 || p.Cell.ColSpan > 1 {
				fmt.Fprintf(&b, " (%dx%d)", p.Cell.RowSpan, p.Cell.ColSpan)
			}
			b.WriteString(": ")
		default:
			b.WriteString(p.Kind.String() + ": ")
		}
		if p.Label != "" {
			b.WriteString("<" + p.Label + "> ")
		}
		for _, r := range p.Runs {
			if r.Font != "Times New Roman" {
				b.WriteString("[" + r.Font + "]")
			}
			b.WriteString(strings.ReplaceAll(r.Text, "\n", " / "))
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestAReport(t *testing.T) {
	raw := read(t, formattest.File(t, "testdata/report.doc"))
	want := `page_header: Báo cáo của Tỉnh ủy Bắc Sơn
1.0.0: ĐẢNG BỘ TỈNH BẮC SƠN
1.0.0: TỈNH ỦY
1.0.0: *
1.0.0: Số 245-BC/TU
1.0.1: ĐẢNG CỘNG SẢN VIỆT NAM
1.0.1: Bắc Sơn, ngày 20 tháng 7 năm 2020
BÁO CÁO
tổng kết đại hội đảng bộ cấp cơ sở nhiệm kỳ 2020 - 2025
heading: I. KẾT QUẢ ĐẠT ĐƯỢC
Đến ngày 15/6/2020, toàn tỉnh có 412/412 tổ chức cơ sở đảng hoàn thành đại hội, đạt 100%; không có đơn vị nào phải bầu lại.
heading: 1. Công tác nhân sự
list_item: <1.> Bầu 4.215 đồng chí vào ban chấp hành.
list_item: <a)> Nữ: 986 đồng chí.
list_item: <b)> Dưới 40 tuổi: 1.204 đồng chí.
list_item: <2.> Có 37 đơn vị bầu trực tiếp bí thư tại đại hội.
list_item: <-> Việc lấy phiếu đúng quy trình.
Kết quả chia theo đơn vị như sau:
text_box: Lưu hành nội bộ
2.0.0 (2x1): Đơn vị
2.0.1 (1x2): Ban chấp hành
2.1.1: Số lượng
2.1.2: Nữ
2.2.0: Huyện Yên Lâm
2.2.1: 1.120
2.2.2: 245
2.3.0: Thành phố Bắc Sơn
2.3.1: 870
2.3.2: 
heading: II. HẠN CHẾ
[.VnTime]C«ng t¸c nh©n sù ë mét sè ®¬n vÞ ch` + "\u00ad" + `a ®¶m b¶o c¬ cÊu.
[.VnTimeH]®¶ng bé tØnh b¾c s¬n
[VNI-Times]Moät soá chi boä coøn chaäm.
Đại hội diễn ra / đúng kế hoạch.	Hết.
3.0.0: Nơi nhận:
3.0.0: - Lưu Văn phòng Tỉnh ủy.
3.0.1: T/M BAN THƯỜNG VỤ
3.0.1: Trần Minh Quân
footnote: <1> Chưa kể 6 đảng bộ mới thành lập.
page_footer: Trang 2
`
	if got := lines(raw); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, p := range raw.Parts {
		if p.Cell.Table > 0 && p.Cell.Borderless != (p.Cell.Table != 2) {
			t.Errorf("cell %+v of %q", p.Cell, p.Text())
		}
		if text := p.Text(); p.Bold != (p.Kind == report.Heading || strings.HasPrefix(text, "BÁO CÁO") || strings.HasPrefix(text, "tổng kết") ||
			text == "TỈNH ỦY" || text == "ĐẢNG CỘNG SẢN VIỆT NAM" || strings.HasPrefix(text, "®¶ng") || p.Cell.Table == 3 && p.Cell.Col == 1) {
			t.Errorf("bold %t: %q", p.Bold, text)
		}
	}
	if len(raw.Meta) < 4 || raw.Meta[0] != (report.Meta{Key: "title", Value: "Báo cáo tổng kết đại hội"}) {
		t.Errorf("metadata %v", raw.Meta)
	}
}

// stream finds the WordDocument stream of the fixture, to change its header.
func stream(t *testing.T, data []byte) []byte {
	t.Helper()
	i := strings.Index(string(data), "\xec\xa5")
	if i < 0 {
		t.Fatal("the fixture has no Word header")
	}
	return data[i:]
}

func TestRefusals(t *testing.T) {
	locked := formattest.File(t, "testdata/report.doc")
	stream(t, locked)[11] |= 0x01
	word2 := formattest.File(t, "testdata/report.doc")
	binary.LittleEndian.PutUint16(stream(t, word2)[2:], 45)
	for _, c := range []struct {
		why  string
		data []byte
		want report.Reason
	}{
		{"a password", locked, report.Locked},
		{"Word 2 in a compound file", word2, report.Unsupported},
		{"Word 2", append([]byte("\xdb\xa5\x2d\x00"), make([]byte, 600)...), report.Unsupported},
		{"no compound file", []byte(strings.Repeat("x", 600)), report.Damaged},
		{"a header only", locked[:512], report.Damaged},
	} {
		formattest.Trouble(t, c.why, msword.New(msword.Config{}), c.data, c.want)
	}
}

// The file of Word 6 is our fixture with another version in its header, and the
// text in a place of its own.
func TestWord6GivesItsText(t *testing.T) {
	data := formattest.File(t, "testdata/report.doc")
	main := stream(t, data)
	text := "§¹i héi thµnh c«ng.\rNhiÖm kú 2000 - 2005.\r"
	var bytes []byte
	for _, r := range text {
		bytes = append(bytes, byte(r))
	}
	binary.LittleEndian.PutUint16(main, 0xA5DC)
	binary.LittleEndian.PutUint16(main[2:], 104)
	binary.LittleEndian.PutUint16(main[10:], 0)
	binary.LittleEndian.PutUint32(main[0x18:], 0x600)
	binary.LittleEndian.PutUint32(main[0x1C:], uint32(0x600+len(bytes)))
	for i := range 8 {
		binary.LittleEndian.PutUint32(main[0x34+4*i:], 0)
	}
	binary.LittleEndian.PutUint32(main[0x34:], uint32(len(bytes)))
	copy(main[0x600:], bytes)
	raw := read(t, data)
	if len(raw.Parts) != 2 || raw.Parts[1].Text() != "NhiÖm kú 2000 - 2005." || len(raw.Notes) != 1 {
		t.Errorf("got %s %v", lines(raw), raw.Notes)
	}
}

func TestACutFileGivesItsBeginning(t *testing.T) {
	data := formattest.File(t, "testdata/report.doc")
	got := 0
	for n := len(data); n > 0; n -= 512 {
		raw, err := msword.New(msword.Config{}).Read(t.Context(), data[:n])
		if err == nil && raw.Err != nil && len(raw.Parts) > 0 {
			got++
		}
	}
	t.Logf("%d of %d cuts gave text", got, len(data)/512)
}

func TestTooManyParts(t *testing.T) {
	raw, err := msword.New(msword.Config{Limits: parts.Limits{Parts: 5}}).Read(t.Context(), formattest.File(t, "testdata/report.doc"))
	if err != nil || raw.Err == nil || len(raw.Parts) > 5 {
		t.Errorf("%v, %v", raw, err)
	}
}

func TestPromises(t *testing.T) {
	formattest.Run(t, msword.New(msword.Config{}), os.DirFS("testdata"))
}

func FuzzRead(f *testing.F) {
	formattest.Fuzz(f, msword.New(msword.Config{}), os.DirFS("testdata"))
}

// BenchmarkReport reads a report of 15 pages as LibreOffice writes it.
func BenchmarkReport(b *testing.B) {
	data := formattest.File(b, "../fixtures/15-trang.doc")
	r := msword.New(msword.Config{})
	formattest.Benchmark(b, r, data)
}

func Example() {
	data, err := os.ReadFile("testdata/report.doc")
	if err != nil {
		return
	}
	raw, err := msword.New(msword.Config{}).Read(context.Background(), data)
	if err != nil {
		return
	}
	for _, p := range raw.Parts[12:15] {
		fmt.Println(p.Kind, p.Label, p.Text())
	}
	// Output:
	// list_item 1. Bầu 4.215 đồng chí vào ban chấp hành.
	// list_item a) Nữ: 986 đồng chí.
	// list_item b) Dưới 40 tuổi: 1.204 đồng chí.
}

// raised.doc was written by LibreOffice.
func TestTheMarkOfANoteIsNoPartOfAFigure(t *testing.T) {
	raw := read(t, formattest.File(t, "testdata/raised.doc"))
	want := "Triệu tập 250¹ đại biểu, bầu 41(²) ủy viên khóa 20203.\n"
	if got := formattest.Text(raw.Parts); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
