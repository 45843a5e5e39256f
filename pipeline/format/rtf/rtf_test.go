package rtf_test

import (
	"context"
	"encoding/hex"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/html"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/rtf"
	"github.com/tongket/tongket/pipeline/report"
)

func reader() *rtf.Reader {
	return rtf.New(rtf.Config{Inside: func(ctx context.Context, _ string, data []byte) (*report.Raw, error) {
		return html.New(html.Config{Whole: true}).Read(ctx, data)
	}})
}

func read(t testing.TB, data []byte) *report.Raw {
	t.Helper()
	raw, err := reader().Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// wrap puts a body into a file with the fonts that the tests use.
func wrap(body string) []byte {
	return []byte(`{\rtf1\ansi\ansicpg1258\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fcharset0 .VnTime;}{\f2\fcharset163 Arial;}` +
		`{\f3\fcharset2{\*\panose 05}Symbol;}{\f4\fcharset128 MS Mincho;}{\f5\fcharset204 Arial Cyr{\*\falt Arial};}}` +
		`{\stylesheet{Normal;}{\s1\outlinelevel0 Muc;}{\s2 heading 2;}{\*\cs3 heading 3;}}` + body + `}`)
}

func TestText(t *testing.T) {
	for _, c := range []struct{ why, body, want string }{
		{"Unicode with a stand-in for old programs", `\uc1 \u272 ?\u7843\'3fng b\u7897\'f4`, "Đảng bộ\n"},
		{"without one", `{\uc0\u272\u7843 ng} b\u7897?`, "Đảng bộ\n"},
		{"with one of several bytes", `\uc3 \u7843\'e1\'ba\'a3ng`, "ảng\n"},
		{"a stand-in ends with its group", `{\uc3 \u7843 a}ng`, "ảng\n"},
		{"numbers beyond 32767 are negative", `\u-3923?`, "\u00ad\n"},
		{"a letter beyond the first plane", `\u-10179?\u-8704?`, "😀\n"},
		{"bytes in Windows-1258", `\f2\'d0a\'d2ng`, "Đa\u0309ng\n"},
		{"bytes of another font's script", `\f5\'cf\'e0\'f0\'f2\'e8\'ff`, "Партия\n"},
		{"letters of two bytes, one of them plain", `\f4\'83\'76\'83v`, "ププ\n"},
		{"letters of an old font stay its bytes", `\f1 C\'abng t\'b8c`, "C«ng t¸c\n"},
		{"a soft hyphen, which in an old font is the letter ư", `\f1 ch\-a`, "ch\u00ada\n"},
		{"marks by name", `2020\emdash 2025 \ldblquote \'e0\rdblquote\~\{x\}\_y`, "2020—2025 “à”\u00a0{x}-y\n"},
		{"an asterisk begins what may be passed by", `a{\*\unheard of {\b this}}b`, "ab\n"},
		{"words that are not known are passed by", `a\unheard5 b{\morethings c}`, "abc\n"},
		{"pictures are no text", `a{\pict\wmetafile8 0a0b0c}b{\pict\bin3 }}}}c`, "abc\n"},
		{"hidden and deleted text", `a{\v ẩn}b{\deleted bỏ}c{\revised thêm}\v x\v0 d`, "abcthêmd\n"},
		{"field codes and what they give", `số {\field{\*\fldinst PAGE {\b \\* MERGEFORMAT}}{\fldrslt 12}} a`, "số 12 a\n"},
		{"a character as a field", `{\field{\*\fldinst SYMBOL 183 \\f "Symbol" \\s 10}{\fldrslt}}`, "•\n"},
		{"two forms of one text", `{\upr{a?}{\*\ud{a\u7843 ?}}}b`, "aảb\n"},
		{"comments", `a{\*\atnid X}{\*\annotation lời bình\par}b`, "ab\n"},
		{"lines and tabs", `a\line b\tab c`, "a\\nb\tc\n"},
		{"letters that nobody escaped", "Đảng bộ", "Đảng bộ\n"},
		{"the mark of a note is no part of a figure", `250{\super 1} và 41\super (2)\nosupersub  và 20{\super 2020}\par`, "250¹ và 41(²) và 202020\n"},
		{"raised by position", `nữ 3{\up6\fs16 4}, trẻ 2{\up 5}, BCH 39{\up2 0}{\dn6 1}\par`, "nữ 3⁴, trẻ 2⁵, BCH 3901\n"},
		{"a page ends a paragraph", `a\page b`, "a\nb\n"},
	} {
		if d := cmp.Diff(c.want, formattest.Text(read(t, wrap(c.body)).Parts)); d != "" {
			t.Errorf("%s: %s", c.why, d)
		}
	}
}

func TestParagraphs(t *testing.T) {
	for _, c := range []struct{ why, body, want string }{
		{"headings by level, by style and by the name of their style",
			`\pard\outlinelevel1 Một\par\pard\s1 Hai\par\pard\s2 Ba\par\pard\s1\outlinelevel9 không\par`, "## Một\n# Hai\n## Ba\nkhông\n"},
		{"numbers of lists", `{\listtext 1.\tab}\ls1 a\par{\listtext\tab a)\tab}\ilvl1 b\par\pard{\pntext\f3\'b7\tab}c\par`, "1. a\n  a) b\n• c\n"},
		{"a number in an old font is text in it", `{\listtext\f1 \'a7i\'d2u 1.\tab}{\f0 a}\par`, "§iÒu 1. a\n"},
		{"notes", `a{\super\chftn}{\footnote\pard{\super\chftn} chú\par thêm}b{\footnote\ftnalt cuối}\par`,
			"ab\nfootnote: 1  chú\nfootnote: thêm\nfootnote: i cuối\n"},
		{"heads and feet of pages, each once", `{\header Đầu\par}{\footer Trang 1\par}a\sect {\headerr Đầu\par}b`, //nolint:misspell // the word of RTF that ends a section
			"page_header: Đầu\na\nb\npage_footer: Trang 1\n"},
		{"a text box stands behind its paragraph", `{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt trong\par hộp\par}}{\shprslt{\*\do{\dptxbxtext trong}}}}ngoài\par`,
			"ngoài\ntext_box: trong\ntext_box: hộp\n"},
		{"a text box of Word 6", `a{\*\do{\dptxbxtext hộp\par}}b\par`, "ab\ntext_box: hộp\n"},
	} {
		if d := cmp.Diff(c.want, formattest.Text(read(t, wrap(c.body)).Parts)); d != "" {
			t.Errorf("%s: %s", c.why, d)
		}
	}
}

// Programs that write no numbers leave it to Word to count.
func TestListsThatNobodyCounted(t *testing.T) {
	const tables = `{\*\listtable{\list\listtemplateid1{\listlevel\levelnfc1\levelstartat1{\leveltext\leveltemplateid2\'02\'00.;}{\levelnumbers\'01;}}` +
		`{\listlevel\levelnfc0\levelstartat1{\leveltext\'04\'00.\'01.;}{\levelnumbers\'01\'03;}}{\listlevel\levelnfc4\levelstartat1{\leveltext\'02\'02);}}{\listname ;}\listid77}` +
		`{\list{\listlevel\levelnfc23\levelstartat1{\leveltext\'01\'b7;}{\levelnumbers;}\f3}\listid78}}` +
		`{\*\listoverridetable{\listoverride\listid77\listoverridecount0\ls1}{\listoverride\listid78\listoverridecount0\ls2}` +
		`{\listoverride\listid77\listoverridecount1{\lfolevel\listoverridestartat\levelstartat5}\ls3}}`
	for _, c := range []struct{ why, body, want string }{
		{"levels", `\ls1 a\par\ilvl1 b\par c\par\ilvl2 d\par\ilvl0 e\par\ilvl1 f\par\pard g\par`, "I. a\n  I.1. b\n  I.2. c\n    a) d\nII. e\n  II.1. f\ng\n"},
		{"bullets", `\ls2 a\par`, "• a\n"},
		{"a use that begins at five", `\ls3 a\par b\par`, "V. a\nVI. b\n"},
		{"cells", `\trowd\cellx1000\cellx2000\intbl\ls1 \cell a\cell\row`, "1[0,0] I. \n1[0,1] II. a\n"},
		{"a list that is not there", `\ls9\ilvl40 a\par`, "                a\n"},
		{"where the numbers stand in the file, they count", `{\listtext 7.\tab}\ls1 a\par\ls1 b\par`, "7. a\nb\n"},
	} {
		if d := cmp.Diff(c.want, formattest.Text(read(t, wrap(tables+c.body)).Parts)); d != "" {
			t.Errorf("%s: %s", c.why, d)
		}
	}
}

func TestTables(t *testing.T) {
	const row = `\trowd\clvmgf\cellx1000\cellx2000\cellx3000 `
	for _, c := range []struct{ why, body, want string }{
		{"cells and an empty one", row + `\pard\intbl a\cell\cell c\par d\cell\row\pard e\par`, "1[0,0] a\n1[0,1] \n1[0,2] c\n1[0,2] d\ne\n"},
		{"a head over two columns", `\trowd\cellx1000\cellx3000\intbl a\cell b\cell\row` + row + `c\cell d\cell e\cell\row`,
			"1[0,0] a\n1[0,1 1x2] b\n1[1,0] c\n1[1,1] d\n1[1,2] e\n"},
		{"a cell over two rows", row + `\intbl a\cell b\cell c\cell\row\trowd\clvmrg\cellx1000\cellx2000\cellx3000\cell d\cell e\cell\row`,
			"1[0,0 2x1] a\n1[0,1] b\n1[0,2] c\n1[1,1] d\n1[1,2] e\n"},
		{"cells that were joined", `\trowd\clmgf\cellx1000\clmrg\cellx2000\cellx3000\intbl a\cell\cell c\cell\row`, "1[0,0 1x2] a\n1[0,0 1x2] \n1[0,2] c\n"},
		{"a table in a cell", row + `\pard\intbl\itap1 a\cell\pard\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx400\cellx800\nestrow}{\nonesttables\par}\pard\intbl\itap1 b\cell c\cell\row`,
			"1[0,0] a\n2[0,0] x\n2[0,1] y\n1[0,1] b\n1[0,2] c\n"},
		{"a row that does not end", `\trowd\cellx1000\cellx2000\intbl a\cell b`, "1[0,0] a\n1[0,1] b\n"},
	} {
		if d := cmp.Diff(c.want, formattest.Text(read(t, wrap(c.body)).Parts)); d != "" {
			t.Errorf("%s: %s", c.why, d)
		}
	}
	for _, c := range []struct {
		lines string
		ruled bool
	}{{``, false}, {`\clbrdrt\brdrs\brdrw10`, true}, {`\clbrdrt\brdrnone`, false}, {`\trbrdrh\brdrdb`, true}, {`\pard\brdrb\brdrs`, false}} {
		cell := read(t, wrap(`\trowd`+c.lines+`\cellx1000\intbl a\cell\row`)).Parts[0].Cell
		if cell.Borderless == c.ruled {
			t.Errorf("%q: borderless %t", c.lines, cell.Borderless)
		}
	}
}

func TestLooks(t *testing.T) {
	raw := read(t, wrap(`\qc\b T{\f1\'b6}\b0 i\par\b\f2 B\par\plain c`))
	want := []report.Part{
		{Centre: true, Runs: []report.Run{{Text: "T", Font: "Times New Roman"}, {Text: "¶", Font: ".VnTime"}, {Text: "i", Font: "Times New Roman"}}},
		{Centre: true, Bold: true, Runs: []report.Run{{Text: "B", Font: "Arial"}}},
		{Centre: true, Runs: []report.Run{{Text: "c", Font: "Times New Roman"}}},
	}
	if d := cmp.Diff(want, raw.Parts); d != "" {
		t.Error(d)
	}
}

func TestMetadata(t *testing.T) {
	raw := read(t, wrap(`{\info{\title B\u225 ?o c\u225 ?o}{\author V\u259?n pho\'ccng}{\creatim\yr2020\mo7\dy20\hr8\min5}{\revtim\yr2020\mo7\dy21}{\nofpages3}{\*\company T\u7881?nh}}a`))
	want := []report.Meta{
		{Key: "title", Value: "Báo cáo"}, {Key: "author", Value: "Văn pho\u0300ng"},
		{Key: "created", Value: "2020-07-20T08:05:00"}, {Key: "modified", Value: "2020-07-21T00:00:00"}, {Key: "company", Value: "Tỉnh"},
	}
	if d := cmp.Diff(want, raw.Meta); d != "" || raw.Pages != 3 {
		t.Error(raw.Pages, d)
	}
}

// Outlook writes mails that were HTML so: the marks stand in \*\htmltag, and
// what only readers of RTF need between \htmlrtf and \htmlrtf0.
func TestAPageInsideRTF(t *testing.T) {
	raw := read(t, []byte(`{\rtf1\ansi\fromhtml1 \deff0{\fonttbl{\f0 Arial;}}{\*\htmltag64 <p>}\htmlrtf {\htmlrtf0 S\u7889? li\u7879?u:{\*\htmltag84 &nbsp;}\htmlrtf \'a0\htmlrtf0 1 < 2`+
		`{\*\htmltag72 </p>}\htmlrtf \par }\htmlrtf0 {\*\htmltag64 <table border=1><tr><td>}Nữ{\*\htmltag64 </td><td>}245{\*\htmltag72 </td></tr></table>}{\*\mhtmltag64 <x>}}`))
	want := "Số liệu:\u00a01 < 2\n1[0,0] Nữ\n1[0,1] 245\n"
	if d := cmp.Diff(want, strings.ReplaceAll(formattest.Text(raw.Parts), " \u00a0", "\u00a0")); d != "" || raw.Media != rtf.Media {
		t.Error(raw.Media, d)
	}
}

func TestEmbeddedFilesAreAttached(t *testing.T) {
	field := func(n int, text string) string {
		return fmt.Sprintf("%c%c\x00\x00%s", n&0xFF, n>>8, text)
	}
	packed := "\x02\x00C:\\so-lieu.csv\x00D:\\x\x00\x00\x00\x03\x00" + field(2, "D\x00") + field(3, "a,b")
	object := "\x01\x05\x00\x00\x02\x00\x00\x00" + field(8, "Package\x00") + field(0, "") + field(0, "") + field(len(packed), packed)
	raw := read(t, wrap(`a{\object\objemb{\*\objclass Package}{\*\objdata `+hex.EncodeToString([]byte(object))+`}{\result b}}`))
	if len(raw.Attachments) != 1 || raw.Attachments[0].Path != "so-lieu.csv" || raw.Attachments[0].Size != 3 {
		t.Errorf("got %+v", raw.Attachments)
	}
	if got := formattest.Text(raw.Parts); got != "ab\n" {
		t.Errorf("got %q", got)
	}
}

func TestTroubles(t *testing.T) {
	for _, c := range []struct {
		why, data string
		limits    parts.Limits
		want      report.Reason
	}{
		{"not RTF", "xin chào", parts.Limits{}, report.Damaged},
		{"no text", `{\rtf1{\fonttbl{\f0 Arial;}}\par}`, parts.Limits{}, report.Empty},
		{"cut short", `{\rtf1 một hai`, parts.Limits{}, report.Truncated},
		{"too deep", `{\rtf1 một` + strings.Repeat("{x", 300) + strings.Repeat("}", 300) + `hai}`, parts.Limits{}, report.TooDeep},
		{"too many paragraphs", `{\rtf1 a\par b\par c\par d}`, parts.Limits{Parts: 3}, report.TooMany},
		{"too large", `{\rtf1 một\par hai\par}`, parts.Limits{Part: 12}, report.TooLarge},
	} {
		formattest.Trouble(t, c.why, rtf.New(rtf.Config{Limits: c.limits}), []byte(c.data), c.want)
	}
}

// Each of these asks for much in few bytes.
func TestHostileFilesCostNoMoreThanTheirLength(t *testing.T) {
	const n = 1 << 18
	for _, body := range []string{
		`\itap999\intbl x\par\pard\par`, `{`, `{\header x}`, `{\footnote x}`, `{\shp{\*\shpinst{\shptxt `, `\trowd\cellx1\cellx2 x\cell\row`, `{\upr`,
		`\'`, `\u1?`, `\bin1`, `{\*\x`, `{\field{\*\fldinst SYMBOL 1`, `\f1 a\f2 b`, `{\fonttbl{\f1 a;`, `{\listtext 1.}`, `\cell`, `\nestcell`,
	} {
		formattest.Check(t, reader(), wrap(strings.Repeat(body, n/len(body))))
	}
}

func TestLongPictureWordsDoNotHang(t *testing.T) {
	for _, body := range []string{`\bin99999999999999999999 x`, `{\pict\bin-5 a}b`, `\u99999999999 ?a`, `\'`, `{\*`, `\`, `{\field{\*\fldinst SYMBOL`} {
		formattest.Check(t, reader(), wrap(body))
	}
}

func seeds() fstest.MapFS {
	out := fstest.MapFS{}
	for i, body := range []string{
		`{\*\listtable{\list{\listlevel\levelnfc0{\leveltext\'02\'00.;}}{\listlevel\levelnfc23{\leveltext\'01\'b7;}\f3}\listid7}}{\*\listoverridetable{\listoverride\listid7{\lfolevel\levelstartat5}\ls1}}\ls1 a\par\ilvl1 b\par`,
		`{\listtext\f1 \'a7i\'d2u 1.\tab}\qc\b T{\f1\'b6}\b0 i\par{\header Đ}{\footnote\ftnalt x}{\shp{\*\shpinst{\shptxt y\par}}}{\upr{a}{\*\ud{b}}}`,
		`\trowd\clvmgf\cellx1000\clmrg\cellx2000\pard\intbl\itap2 x\nestcell{\*\nesttableprops\trowd\cellx400\nestrow}\pard\intbl\itap1 b\cell c\cell\row`,
		`{\field{\*\fldinst SYMBOL 183 \\f "Symbol"}{\fldrslt}}\u-10179?\u-8704?\f4\'83v{\object{\*\objdata 0105000002000000}}\bin3 abc`,
		`{\info{\title T}{\creatim\yr2020\mo7\dy20}}\fromhtml1{\*\htmltag64 <p>}\htmlrtf x\htmlrtf0 y`,
	} {
		out[fmt.Sprintf("%d.rtf", i)] = &fstest.MapFile{Data: wrap(body)}
	}
	return out
}

func TestPromises(t *testing.T) {
	formattest.Run(t, reader(), os.DirFS("testdata"))
	formattest.Run(t, reader(), seeds())
}

func FuzzRead(f *testing.F) { formattest.Fuzz(f, reader(), seeds()) }

// BenchmarkReport reads a report of 15 pages as LibreOffice writes it.
func BenchmarkReport(b *testing.B) {
	data := formattest.File(b, "../fixtures/15-trang.rtf")
	r := rtf.New(rtf.Config{})
	formattest.Benchmark(b, r, data)
}

func Example() {
	raw, err := rtf.New(rtf.Config{}).Read(context.Background(), []byte(`{\rtf1\ansi\outlinelevel0 I. K\u7871?t qu\u7843?\par}`))
	if err != nil {
		return
	}
	fmt.Println(raw.Parts[0].Kind, raw.Parts[0].Text())
	// Output: heading I. Kết quả
}
