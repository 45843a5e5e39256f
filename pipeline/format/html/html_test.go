package html_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/html"
	"github.com/tongket/tongket/pipeline/report"
)

func read(t testing.TB, config html.Config, page string) *report.Raw {
	t.Helper()
	raw, err := html.New(config).Read(t.Context(), []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func file(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// lines shows one part a line: its kind but for paragraphs, its label, text.
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
		b.WriteString(strings.ReplaceAll(p.Text(), "\n", " / ") + "\n")
	}
	return b.String()
}

func meta(raw *report.Raw, key string) string {
	for _, m := range raw.Meta {
		if m.Key == key {
			return m.Value
		}
	}
	return ""
}

func same(t *testing.T, got, want string) {
	t.Helper()
	if strings.TrimSpace(got) != strings.TrimSpace(want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestAPortalPageIsCutDownToItsStory(t *testing.T) {
	raw := read(t, html.Config{}, file(t, "portal.html"))
	same(t, lines(raw), `
heading: Đại hội Đảng bộ huyện Yên Lâm thành công tốt đẹp
Thứ Tư, 15/07/2020, 16:21 (GMT+7) In bài
(BBS) - Sáng 15/7, Đảng bộ huyện Yên Lâm long trọng khai mạc Đại hội đại biểu lần thứ XXIV, nhiệm kỳ 2020 - 2025.
Dự Đại hội có 250 đại biểu chính thức, đại diện cho hơn 6.200 đảng viên trong toàn Đảng bộ. Đồng chí Nguyễn Văn Tâm, Phó Bí thư Thường trực Tỉnh ủy dự và phát biểu chỉ đạo.
caption: Các đại biểu biểu quyết thông qua chương trình Đại hội.
Đại hội đã bầu 39 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa XXIV; tỷ lệ cán bộ nữ đạt 17,9%, cán bộ trẻ dưới 40 tuổi đạt 12,8%. / Tuy nhiên, việc chuẩn bị văn kiện ở một số chi bộ còn chậm.
1.0.0 (2x1): Đơn vị
1.0.1 (1x2): Số lượng
1.1.1: Đại biểu
1.1.2: Nữ
1.2.0: Xã Tân An
1.2.1: 25
1.2.2: 7
1.3.0: Xã Phú Lộc
1.3.1: 31
1.3.2: 
Minh Hòa`)
	if d := meta(raw, "published"); d != "2020-07-15" {
		t.Errorf("published %q", d)
	}
}

func TestAPageLaidOutInTables(t *testing.T) {
	raw := read(t, html.Config{}, file(t, "table-layout.html"))
	same(t, lines(raw), `
heading: Toàn tỉnh hoàn thành đại hội cấp cơ sở
02/11/2015 - 05:31
Đến cuối tháng 6/2015, toàn Đảng bộ tỉnh có 598/598 tổ chức cơ sở đảng hoàn thành đại hội nhiệm kỳ 2015 - 2020.
Công tác chuẩn bị nhân sự được các cấp ủy thực hiện đúng quy trình, dân chủ và công khai. Có 12 đơn vị bầu trực tiếp bí thư tại đại hội.
Bên cạnh kết quả đạt được, một số cấp ủy còn lúng túng trong điều hành, tỷ lệ cán bộ nữ ở 15 đơn vị chưa đạt 15%.`)
	if d := meta(raw, "published"); d != "2015-11-02" {
		t.Errorf("published %q", d)
	}
}

func TestADocumentSavedAsHTMLComesWhole(t *testing.T) {
	raw := read(t, html.Config{}, file(t, "report.html"))
	got := lines(raw)
	for _, want := range []string{
		"page_header: Báo cáo của Tỉnh ủy Bắc Sơn\n1.0.0: ĐẢNG BỘ TỈNH BẮC SƠN\n1.0.0: TỈNH ỦY\n1.0.0: *\n1.0.0: Số 245-BC/TU\n1.0.1: ĐẢNG CỘNG SẢN VIỆT NAM\n",
		"heading: I. KẾT QUẢ ĐẠT ĐƯỢC\n",
		"đạt 100%; ",
		"list_item: <1.> Bầu 4.215 đồng chí vào ban chấp hành.\nlist_item: <a.> Nữ: 986 đồng chí.\n",
		"2.0.0 (2x1): Đơn vị\n2.0.1 (1x2): Ban chấp hành\n2.1.1: Số lượng\n",
		"footnote: <0> Chưa kể 6 đảng bộ mới thành lập.\n",
		"page_footer: Trang 2\n",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	for _, p := range raw.Parts {
		if p.Cell.Table == 1 != (p.Cell.Table != 0 && p.Cell.Borderless) && p.Cell.Table != 3 {
			t.Errorf("cell %+v", p.Cell)
		}
		if strings.HasPrefix(p.Text(), "C«ng") && p.Runs[0].Font != ".VnTime" {
			t.Errorf("font %q of a TCVN3 paragraph", p.Runs[0].Font)
		}
	}
	if meta(raw, "author") != "Văn phòng Tỉnh ủy" || meta(raw, "created") != "2020-07-20T08:00:00" {
		t.Errorf("metadata %v", raw.Meta)
	}
}

// A small table without a border is taken for the head or the signature of a document,
// unless the page says that it has heads or rules. Rules read its figures all the same.
func TestTablesThatOnlyLayOut(t *testing.T) {
	const text = `<tr><td>TỈNH ỦY A<br>*<br>Số 12-BC/TU</td><td>ĐẢNG CỘNG SẢN VIỆT NAM</td></tr><tr><td>Số 12-BC/TU</td><td>A, ngày 5 tháng 11 năm 2020</td></tr></table>`
	const figures = `<tr><td>Đơn vị</td><td>BCH</td><td>Nữ</td></tr><tr><td>Xã Hòa Bắc</td><td>15</td><td>20,9%</td></tr></table>`
	for page, want := range map[string]bool{
		`<table>` + text:    true,
		`<table>` + figures: true,
		`<table class="table table-bordered">` + text:                            false,
		`<table rules="all">` + text:                                             false,
		`<table rules="none">` + text:                                            true,
		`<table><thead>` + strings.Replace(figures, "</tr>", "</tr></thead>", 1): false,
		`<table><tr><td>T/M TỈNH ỦY</td><td>Trang</td></tr><tr><td>Nguyễn Văn A</td><td>BÍ THƯ</td></tr><tr><td>Lưu</td><td>2</td></tr></table>`: true,
	} {
		raw := read(t, html.Config{}, "<p>BÁO CÁO</p>"+page)
		for _, p := range raw.Parts {
			if p.Kind == report.TableCell && p.Cell.Borderless != want {
				t.Errorf("%s: borderless %v in %q", page, p.Cell.Borderless, p.Text())
				break
			}
		}
	}
}

// teaser is a side bar that no class name gives away.
const teaser = `<div class="c2"><div><h4><a href="/x1">Khởi công nhà máy nước</a></h4><p>Ngày 03/02/2018, dự án cấp nước sạch cho các xã vùng cao đã được khởi công xây dựng tại huyện.</p></div>
<div><h4><a href="/x2">Mở hội xuân bản Mường</a></h4><p>Hàng nghìn du khách đã về dự hội xuân với nhiều trò chơi dân gian được tổ chức trong ba ngày.</p></div></div>`

func story(title, date string) string {
	return `<div class="story"><h2>` + title + `</h2><p>` + date + `</p>
<p>Đại hội đã thông qua báo cáo chính trị và báo cáo kiểm điểm của ban chấp hành khóa trước với sự thống nhất cao.</p>
<p>Đại hội bầu ban chấp hành khóa mới gồm 15 đồng chí, có 4 đồng chí tham gia lần đầu và 3 đồng chí là nữ.</p></div>`
}

func TestWhatIsReadOfAPage(t *testing.T) {
	long := strings.Repeat("<p>Đảng bộ xã đã lãnh đạo thực hiện thắng lợi các chỉ tiêu mà nghị quyết đại hội nhiệm kỳ trước đề ra.</p>", 4)
	for _, c := range []struct {
		why        string
		page       string
		has, hasNo []string
		published  string
	}{
		{
			why:  "two stories on one page",
			page: `<body><div class="menu"><a href="/">Trang chủ</a><a href="/t">Tin tức</a></div><div class="list">` + story("Đảng bộ xã Tân An đại hội", "12/03/2020") + story("Đảng bộ xã Phú Lộc đại hội", "14/03/2020") + `</div>` + teaser + `</body>`,
			has:  []string{"Đảng bộ xã Tân An đại hội", "12/03/2020", "Đảng bộ xã Phú Lộc đại hội", "14/03/2020"},
			hasNo: []string{
				"hội xuân", "Trang chủ",
			},
			published: "2020-03-12",
		},
		{
			why:       "JSON-LD is believed before what shows",
			page:      `<html><head><script type="application/ld+json">{"@graph":[{"@type":"Organization","name":"Báo"},{"@type":"NewsArticle","headline":"Đại hội Đảng bộ xã Hòa Bình","datePublished":"2020-05-08T10:46:00+0700","author":{"name":"Thu Hà"}}]}</script></head><body><nav><a href="/">A</a></nav><h1>Đại hội Đảng bộ xã Hòa Bình</h1><p>Cập nhật: 09/05/2020</p>` + long + `</body></html>`,
			has:       []string{"heading: Đại hội Đảng bộ xã Hòa Bình"},
			published: "2020-05-08T10:46:00+07:00",
		},
		{
			why:       "the day of another story in the side bar is not the story's",
			page:      `<body>` + teaser + `<div class="c1"><h1>Đảng bộ thị trấn Mai Sơn tổ chức đại hội điểm</h1><span>Thông tin Mai Sơn10/08/2025</span><div>` + long + `</div></div></body>`,
			has:       []string{"Đảng bộ thị trấn Mai Sơn"},
			hasNo:     []string{"Khởi công"},
			published: "2025-08-10",
		},
		{
			why:   "comments are no story",
			page:  `<body><a href="/">Trang chủ báo điện tử của tỉnh</a><div><h1>Đảng bộ xã Tân Lập họp</h1>` + long + `<h3>Ý kiến bạn đọc (2)</h3><div>` + strings.Repeat("<p>Tôi rất đồng tình với nghị quyết đại hội và mong cấp ủy sớm làm con đường vào bản chúng tôi.</p>", 3) + `</div></div></body>`,
			has:   []string{"nghị quyết đại hội nhiệm kỳ trước"},
			hasNo: []string{"con đường vào bản"},
		},
		{
			why:   "hidden text is not read",
			page:  `<p>Đại hội bầu 13 đồng chí.</p><div style="display: none">Đại hội bầu 15 đồng chí.</div><p hidden>ẩn</p><span style="mso-hide:all">ẩn</span>`,
			has:   []string{"Đại hội bầu 13 đồng chí."},
			hasNo: []string{"15", "ẩn"},
		},
	} {
		raw := read(t, html.Config{}, c.page)
		got := lines(raw)
		for _, want := range c.has {
			if !strings.Contains(got, want) {
				t.Errorf("%s: no %q in\n%s", c.why, want, got)
			}
		}
		for _, bad := range c.hasNo {
			if strings.Contains(got, bad) {
				t.Errorf("%s: %q in\n%s", c.why, bad, got)
			}
		}
		if d := meta(raw, "published"); d != c.published {
			t.Errorf("%s: published %q, want %q", c.why, d, c.published)
		}
	}
}

func TestMarkup(t *testing.T) {
	for _, c := range []struct{ why, page, want string }{
		{"white space is one blank", "<p>Đảng \n\t bộ&nbsp;xã</p>", "Đảng bộ\u00a0xã"},
		{"one line break stays in the paragraph, two end it", "Kính gửi:<br>Ban Tổ chức<br><br>Báo cáo", "Kính gửi: / Ban Tổ chức\nBáo cáo"},
		{"paragraphs that nothing closes", "<p>một<p>hai<ul><li>ba<li>bốn</ul>năm", "một\nhai\nlist_item: <•> ba\nlist_item: <•> bốn\nnăm"},
		{"numbers of lists", `<ol type=I start=2><li>hai<ol type=a><li>chữ a</ol><li value=5>năm</ol>`, "list_item: <II.> hai\nlist_item: <a.> chữ a\nlist_item: <V.> năm"},
		{"rows and cells that nothing closes", "<table border=1><tr><td>a<td>b<tr><td>c<td>d</table>", "1.0.0: a\n1.0.1: b\n1.1.0: c\n1.1.1: d"},
		{"a span over rows that do not exist", `<table border=1><tr><td rowspan=9>a<td colspan=2>b<tr><td>c<td>d</table>`, "1.0.0 (2x1): a\n1.0.1 (1x2): b\n1.1.1: c\n1.1.2: d"},
		{"Word's list numbers", `<p style='mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.2.<span>&nbsp;&nbsp; </span></span><![endif]>Về tổ chức</p>`, "list_item: <1.2.> Về tổ chức"},
		{"Word's footnotes", `<p>đạt 1.298<a href="#_ftn1">[1]</a> lượt</p><div id="ftn1"><p><a href="#_ftnref1">[1]</a> Số liệu đến tháng 6.</p></div>`, "đạt 1.298 lượt\nfootnote: <1> Số liệu đến tháng 6."},
		{"lines of <pre>", "<pre>một\n  hai\n\nba</pre>", "một /   hai\nba"},
		{"a comment for Word is a comment", "<!--[if gte mso 9]><xml>x</xml><![endif]--><p>chữ</p>", "chữ"},
		{"a title that nothing closes", "<title>Báo cáo " + strings.Repeat("<p>Đại hội thành công.</p>", 100), "Báo cáo\n" + strings.Repeat("Đại hội thành công.\n", 100)},
		{"a caption of a table", "<table border=1><caption>Biểu 1</caption><tr><td>a<td>b</table>", "caption: Biểu 1\n1.0.0: a\n1.0.1: b"},
	} {
		t.Run(c.why, func(t *testing.T) { same(t, lines(read(t, html.Config{}, c.page)), c.want) })
	}
}

func TestFonts(t *testing.T) {
	for _, c := range []struct{ why, page, font string }{
		{"a font element", `<font face=".VnTime, Arial">x</font>`, ".VnTime"},
		{"a style", `<p style="font-family:'VNI-Times',serif">x`, "VNI-Times"},
		{"a style in short", `<p style="font: bold 12pt/14pt .VnArial">x`, ".VnArial"},
		{"a class of the page's own style sheet", `<style>p.MsoNormal, li.MsoNormal {margin:0; font-family:".VnTime";}</style><p class=MsoNormal>x`, ".VnTime"},
		{"the body", `<body style="font-family:.VnTime"><p>x`, ".VnTime"},
		{"a font goes on in the next paragraph", `<p><font face=.VnTime>a</p><p>x`, ".VnTime"},
		{"a font that ended does not", `<p><font face=.VnTime>a</p></font><p>x`, ""},
	} {
		raw := read(t, html.Config{}, c.page)
		last := raw.Parts[len(raw.Parts)-1].Runs
		if got := last[len(last)-1].Font; got != c.font {
			t.Errorf("%s: got %q, want %q", c.why, got, c.font)
		}
	}
}

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ why, page, want string }{
		{"UTF-8 that calls itself something else", `<meta charset="windows-1258"><p>Đảng bộ`, "Đảng bộ"},
		{"Windows-1258", "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1258\"><p>\xd0a\xd2ng", "Đa\u0309ng"},
		{"TCVN3 bytes keep their Western look", "<meta charset=windows-1252><p><font face=.VnTime>\xa7\xb6ng bé</font>"[:60] + "\xe9</font>", "§¶ng b"},
		{"UTF-8 with a broken letter", "<p>" + strings.Repeat("Đảng bộ ", 10) + "\xe1\xbb!", strings.Repeat("Đảng bộ ", 10) + "\ufffd!"},
	} {
		got := lines(read(t, html.Config{}, c.page))
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestWholeKeepsLinks(t *testing.T) {
	page := `<p><a href="http://a">Toàn văn báo cáo</a></p><p><a href="http://b">Phụ lục</a></p>`
	same(t, lines(read(t, html.Config{Whole: true}, page)), "Toàn văn báo cáo\nPhụ lục")
}

func TestHostilePages(t *testing.T) {
	for why, page := range map[string]string{
		"deep nesting":        strings.Repeat("<div>", 100_000) + "chữ",
		"deep tables":         strings.Repeat("<table border=1><tr><td>", 3_000) + "chữ",
		"wide spans":          "<table border=1>" + strings.Repeat("<tr>"+strings.Repeat("<td colspan=1000>a", 50), 20) + "</table>",
		"many formats":        strings.Repeat("<b><i><font face=x>", 20_000) + "chữ" + strings.Repeat("<p>x</p>", 2000),
		"many attributes":     "<p " + strings.Repeat("class=a ", 100_000) + ">chữ",
		"a million line ends": strings.Repeat("<br>chữ", 200_000),
		"links to nowhere":    strings.Repeat("<a href=x>a</a><p>", 50_000),
	} {
		t.Run(why, func(t *testing.T) {
			raw, err := html.New(html.Config{}).Read(t.Context(), []byte(page))
			if err == nil && len(raw.Parts) == 0 {
				t.Error("no text and no reason")
			}
		})
	}
}

func TestPromises(t *testing.T) {
	formattest.Run(t, html.New(html.Config{}), os.DirFS("testdata"))
}

func FuzzRead(f *testing.F) {
	formattest.Fuzz(f, html.New(html.Config{}), os.DirFS("testdata"))
}

// BenchmarkReport reads a report of about 15 printed pages.
func BenchmarkReport(b *testing.B) {
	page := file(b, "report.html")
	start, end := strings.Index(page, "<h1"), strings.LastIndex(page, "<table")
	long := []byte(page[:start] + strings.Repeat(page[start:end], 20) + page[end:])
	r := html.New(html.Config{})
	formattest.Benchmark(b, r, long)
}

func Example() {
	page := `<html><body><nav><a href="/">Trang chủ</a></nav>
<h1>Đảng bộ xã Tân An đại hội</h1><p>Ngày đăng: 12/03/2020</p>
<p>Đại hội bầu ban chấp hành gồm 15 đồng chí, trong đó có 3 đồng chí nữ.</p></body></html>`
	raw, err := html.New(html.Config{}).Read(context.Background(), []byte(page))
	if err != nil {
		return
	}
	for _, p := range raw.Parts {
		fmt.Println(p.Kind, p.Text())
	}
	fmt.Println(raw.Meta[1].Key, raw.Meta[1].Value)
	// Output:
	// heading Đảng bộ xã Tân An đại hội
	// paragraph Ngày đăng: 12/03/2020
	// paragraph Đại hội bầu ban chấp hành gồm 15 đồng chí, trong đó có 3 đồng chí nữ.
	// published 2020-03-12
}

func TestTheMarkOfANoteIsNoPartOfAFigure(t *testing.T) {
	same(t, lines(read(t, html.Config{Whole: true}, `<style>.mark { vertical-align: super }</style>
<p>250<sup>1</sup> đại biểu, 41<sup>(2)</sup> ủy viên, nữ 12<span style="vertical-align:super">3</span>, trẻ 7<span class=mark>4</span></p>
<p>CO<sub>2</sub>, thứ 5<sup>th</sup>, 20<sup>2020</sup>, 15<sup><sub>6</sub></sup></p>`)), `
250¹ đại biểu, 41(²) ủy viên, nữ 12³, trẻ 7⁴
CO2, thứ 5th, 202020, 156`)
}
