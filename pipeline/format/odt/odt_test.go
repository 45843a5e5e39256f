package odt_test

import (
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/odt"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// file packs a body, and styles before it, into an odt.
func file(styles, body string, members ...string) []byte {
	return formattest.Zip(append([]string{
		"mimetype", "application/vnd.oasis.opendocument.text",
		"content.xml", `<?xml version="1.0"?><office:document-content>` + styles + `<office:body><office:text>` + body + `</office:text></office:body></office:document-content>`,
	}, members...)...)
}

// sheets packs tables into an ods.
func sheets(styles, tables string) []byte {
	return formattest.Zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet",
		"content.xml", `<office:document-content>`+styles+`<office:body><office:spreadsheet>`+tables+`</office:spreadsheet></office:body></office:document-content>`)
}

func read(t *testing.T, data []byte) *report.Raw {
	t.Helper()
	raw, err := odt.New(odt.Config{}).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

const styles = `<office:font-face-decls><style:font-face style:name="F1" svg:font-family="'.VnTime', serif"/></office:font-face-decls>
<office:automatic-styles>
<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties style:font-name="F1" fo:font-weight="bold"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-family="Arial"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="PB" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="ring" style:family="paragraph" style:parent-style-name="ring2"/>
<style:style style:name="co" style:family="table-cell"><style:table-cell-properties fo:border-left="0.5pt solid #000000" fo:border-top="none"/></style:style>
<style:style style:name="khong" style:family="table-cell"><style:table-cell-properties fo:border="none"/></style:style>
<text:list-style style:name="L1">
<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2" text:start-value="3"/>
<text:list-level-style-bullet text:level="3" text:bullet-char="–"/>
</text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="a" style:num-suffix=")" style:num-list-format="(%1%)"/></text:list-style>
</office:automatic-styles>`

func TestText(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"white space of the file is one space":  {"<text:p>  Đại \n  hội<text:span> đảng</text:span> <text:span> bộ</text:span></text:p>", "Đại hội đảng bộ\n"},
		"spaces, tabs and breaks are elements":  {`<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d</text:p>`, "a   b\tc\\nd\n"},
		"deleted text and comments go":          {`<text:tracked-changes><text:changed-region><text:deletion><text:p>xóa</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>còn<office:annotation><text:p>ghi</text:p></office:annotation><text:change text:change-id="1"/></text:p>`, "còn\n"},
		"a raised digit is no part of a figure": {`<text:p>41<text:span text:style-name="T3">2</text:span> nữ</text:p>`, "41² nữ\n"},
		"hidden text goes":                      {`<text:p>a<text:span text:style-name="T2">kín</text:span></text:p><text:section text:display="none"><text:p>kín</text:p></text:section>`, "a\n"},
		"fields show":                           {`<text:p><text:title>Báo cáo</text:title> số <text:page-number>3</text:page-number></text:p>`, "Báo cáo số 3\n"},
		"headings":                              {`<text:h text:outline-level="2">Mục</text:h>`, "## Mục\n"},
		"an index shows, its pattern does not":  {`<text:table-of-content><text:table-of-content-source><text:index-title-template>Mẫu</text:index-title-template></text:table-of-content-source><text:index-body><text:index-title><text:p>Mục lục</text:p></text:index-title></text:index-body></text:table-of-content>`, "Mục lục\n"},
		"a text box stands after its paragraph": {`<text:p>đầu <draw:frame><svg:title>tên</svg:title>
 <draw:text-box><text:p>khung</text:p></draw:text-box></draw:frame>cuối</text:p>`, "đầu cuối\ntext_box: khung\n"},
		"a formula inside":       {`<text:p>E <draw:frame><draw:object><math:math><math:mi>m</math:mi><math:annotation>mm</math:annotation></math:math></draw:object></draw:frame></text:p>`, "E m\n"},
		"notes stand at the end": {`<text:p>1.298<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>theo báo cáo</text:p></text:note-body></text:note></text:p><text:p>sau</text:p>`, "1.298\nsau\nfootnote: 1 theo báo cáo\n"},
		"a ring of styles ends":  {`<text:p text:style-name="ring">a</text:p>`, "a\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, formattest.Text(read(t, file(styles, c.body)).Parts)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestAFormulaInAMemberOfItsOwn(t *testing.T) {
	raw := read(t, file("", `<text:p>E=<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>`,
		"Object 1/content.xml", `<math><semantics><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup><annotation>mc^2</annotation></semantics></math>`))
	if got := formattest.Text(raw.Parts); got != "E=mc2\n" {
		t.Errorf("got %q", got)
	}
}

func li(inner string) string { return `<text:list-item>` + inner + `</text:list-item>` }

func tp(text string) string { return `<text:p>` + text + `</text:p>` }

func TestLists(t *testing.T) {
	body := `<text:list text:style-name="L1" xml:id="l1">` +
		li(tp("một")+tp("đoạn thứ hai của mục")+`<text:list>`+li(tp("con")+`<text:list>`+li(tp("gạch"))+`</text:list>`)+li(tp("con nữa"))+`</text:list>`) +
		li(tp("hai")) + `</text:list>` + tp("giữa") +
		`<text:list text:style-name="L1" text:continue-numbering="true">` + li(tp("ba")) + `</text:list>` +
		`<text:list text:style-name="L1">` + li(tp("đếm lại")) + `</text:list>` +
		`<text:list text:style-name="L1" text:continue-list="l1">` + li(tp("nối")) + `</text:list>` +
		`<text:list text:style-name="L2"><text:list-item text:start-value="4">` + tp("chữ cái") + `</text:list-item><text:list-header>` + tp("không số") + `</text:list-header></text:list>`
	want := `I. một
đoạn thứ hai của mục
  I.3 con
    – gạch
  I.4 con nữa
II. hai
giữa
III. ba
I. đếm lại
IV. nối
(d) chữ cái
không số
`
	if d := cmp.Diff(want, formattest.Text(read(t, file(styles, body)).Parts)); d != "" {
		t.Error(d)
	}
}

func TestFontAndLook(t *testing.T) {
	raw := read(t, file(styles, `<text:p text:style-name="P1">x· <text:span text:style-name="T1">Hòa</text:span></text:p>`))
	p := raw.Parts[0]
	want := []report.Run{{Text: "x· ", Font: ".VnTime"}, {Text: "Hòa", Font: "Arial"}}
	if d := cmp.Diff(want, p.Runs); d != "" || !p.Bold || !p.Centre {
		t.Error(d, p.Bold, p.Centre)
	}
}

func TestTables(t *testing.T) {
	cell := func(attrs, text string) string {
		return `<table:table-cell ` + attrs + `>` + tp(text) + `</table:table-cell>`
	}
	body := `<table:table><table:table-column/><table:table-header-rows><table:table-row>` +
		cell(`table:number-rows-spanned="2" table:style-name="co"`, "TT") + cell(`table:number-columns-spanned="2" table:style-name="co"`, "Số lượng") + `<table:covered-table-cell/>` +
		`</table:table-row></table:table-header-rows><table:table-row><table:covered-table-cell/>` + cell(`table:style-name="co"`, "SL") + cell(`table:style-name="co"`, "%") +
		`</table:table-row><table:table-row><table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table>` +
		`<table:table><table:table-row>` + cell(`table:style-name="khong"`, "trái") + `<table:table-cell><table:table><table:table-row>` + cell("", "trong") + `</table:table-row></table:table></table:table-cell></table:table-row></table:table>`
	raw := read(t, file(styles, body))
	want := "1[0,0 2x1] TT\n1[0,1 1x2] Số lượng\n1[1,1] SL\n1[1,2] %\n1[2,0] \n1[2,1] \n1[2,2] \n" +
		"2[0,0] trái\n3[0,0] trong\n2[0,1] \n"
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" {
		t.Error(d)
	}
	if raw.Parts[0].Cell.Borderless || !raw.Parts[7].Cell.Borderless {
		t.Error("the first table has rules, the second has none")
	}
}

func TestHeadersFootersAndMeta(t *testing.T) {
	data := file("", tp("thân"),
		"styles.xml", `<office:document-styles><office:styles><style:style style:name="Heading" style:family="paragraph"/></office:styles><office:master-styles><style:master-page><style:header><text:p>ĐẢNG BỘ</text:p></style:header><style:footer><text:p>trang <text:page-number>1</text:page-number></text:p></style:footer></style:master-page><style:master-page><style:header><text:p>ĐẢNG BỘ</text:p></style:header></style:master-page></office:master-styles></office:document-styles>`,
		"meta.xml", `<office:document-meta><office:meta><dc:title>Báo cáo</dc:title><meta:creation-date>2025-04-03T00:00:00</meta:creation-date><dc:creator>Người sửa</dc:creator><meta:document-statistic meta:page-count="1"/></office:meta></office:document-meta>`)
	raw := read(t, data)
	if d := cmp.Diff("page_header: ĐẢNG BỘ\nthân\npage_footer: trang 1\n", formattest.Text(raw.Parts)); d != "" {
		t.Error(d)
	}
	want := []report.Meta{{Key: "title", Value: "Báo cáo"}, {Key: "created", Value: "2025-04-03T00:00:00"}, {Key: "author", Value: "Người sửa"}}
	if d := cmp.Diff(want, raw.Meta); d != "" || raw.Pages != 1 {
		t.Error(d, raw.Pages)
	}
}

func TestPages(t *testing.T) {
	meta := func(n string) string {
		return `<office:document-meta><office:meta><meta:document-statistic meta:page-count="` + n + `"/></office:meta></office:document-meta>`
	}
	body := tp("a") + `<text:p text:style-name="PB">b</text:p><text:soft-page-break/>` + tp("c")
	for counted, want := range map[string]int{"3": 3, "7": 0} {
		raw := read(t, file(styles, body, "meta.xml", meta(counted)))
		if got := raw.Parts[2].Page; got != want {
			t.Errorf("of %s pages: got page %d, want %d", counted, got, want)
		}
	}
}

func TestFlat(t *testing.T) {
	flat := `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Báo cáo</dc:title></office:meta>` +
		styles + `<office:master-styles><style:master-page><style:header><text:p>đầu</text:p></style:header><style:footer><text:p>chân</text:p></style:footer></style:master-page></office:master-styles>` +
		`<office:body><office:text><text:h text:outline-level="1">I. Mục</text:h></office:text></office:body></office:document>`
	raw := read(t, []byte(flat))
	if d := cmp.Diff("page_header: đầu\n# I. Mục\npage_footer: chân\n", formattest.Text(raw.Parts)); d != "" || len(raw.Meta) != 1 {
		t.Error(d, raw.Meta)
	}
	if raw.Media != "application/vnd.oasis.opendocument.text-flat-xml" {
		t.Error(raw.Media)
	}
}

func TestSpreadsheet(t *testing.T) {
	data := sheets(`<office:automatic-styles><style:style style:name="ta" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>`,
		`<table:table table:name="Biểu 1"><table:table-column table:number-columns-repeated="16384"/>
<table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>TT</text:p></table:table-cell><table:table-cell office:value-type="percentage" office:value="0.174"><text:p>17,4%</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16382"/></table:table-row>
<table:table-row><table:covered-table-cell/><table:table-cell office:value-type="float" office:value="1298"/></table:table-row>
<table:table-row table:number-rows-repeated="2"><table:table-cell><text:p>dòng</text:p><text:p>hai</text:p></table:table-cell></table:table-row>
<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
</table:table><table:table table:name="Ẩn" table:style-name="ta"><table:table-row><table:table-cell><text:p>kín</text:p></table:table-cell></table:table-row></table:table>`)
	raw := read(t, data)
	want := "# Biểu 1\n1[0,0 2x1] TT\n1[0,1] 17,4%\n1[1,1] 1298\n1[2,0] dòng\\nhai\n1[2,1] \n1[3,0] dòng\\nhai\n1[3,1] \n# Ẩn\n2[0,0] kín\n"
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" {
		t.Error(d)
	}
	if len(raw.Notes) != 1 || raw.Notes[0].Code != "hidden_sheet" {
		t.Errorf("notes %v", raw.Notes)
	}
}

func TestNumbersAndDatesOfAnotherCountry(t *testing.T) {
	for _, c := range []struct{ attrs, shown, want, why string }{
		{`office:value="1298"`, "1,298", "1.298", "groups of an English office"},
		{`office:value="1298"`, "1.298", "1.298", "groups of a Vietnamese office"},
		{`office:value="1.298"`, "1.298", "1,298", "decimals of an English office"},
		{`office:value="1.298"`, "1,298", "1,298", "decimals of a Vietnamese office"},
		{`office:value="-1234.5"`, "(1,234.50)", "(1.234,50)", "a negative number in brackets"},
		{`office:value-type="percentage" office:value="0.1739"`, "17.4%", "17,4%", "a rounded share"},
		{`office:date-value="2020-10-05"`, "10/5/2020", "05/10/2020", "a day"},
		{`office:date-value="2020-10-05"`, "ngày 5 tháng 10", "ngày 5 tháng 10", "a day in words"},
		{`office:value="3"`, "Mục 1.2", "Mục 1.2", "a text that only holds a number"},
	} {
		raw := read(t, sheets("", `<table:table table:name="a"><table:table-row><table:table-cell `+c.attrs+`><text:p>`+c.shown+`</text:p></table:table-cell></table:table-row></table:table>`))
		if got := raw.Parts[1].Text(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestRefusals(t *testing.T) {
	small := odt.New(odt.Config{Limits: parts.Limits{Part: 1 << 16, Parts: 100}})
	row := `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>`
	for name, c := range map[string]struct {
		data []byte
		want report.Reason
	}{
		"no bytes":          {nil, report.Empty},
		"another zip":       {formattest.Zip("a", "b"), report.Damaged},
		"no document":       {[]byte("<a/>"), report.Damaged},
		"a password":        {file("", tp("x"), "META-INF/manifest.xml", "<manifest:encryption-data/>"), report.Locked},
		"a bomb":            {file("", strings.Repeat(" ", 1<<20)), report.Expansion},
		"a deep well":       {file("", strings.Repeat("<text:section>", 1000)), report.TooDeep},
		"billions of cells": {sheets("", `<table:table>`+row+`</table:table>`), report.TooMany},
		"many paragraphs":   {file("", strings.Repeat(tp("x"), 200)), report.TooMany},
		"cut xml":           {formattest.Zip("mimetype", "x", "content.xml", "<a><office:body><office:text><text:p>dở"), report.Truncated},
	} {
		formattest.Trouble(t, name, small, c.data, c.want)
	}
}

func seeds() fstest.MapFS {
	fs := fstest.MapFS{
		"features.odt": {Data: file(styles, `<text:h text:outline-level="1">I</text:h><text:list text:style-name="L1">`+li(tp("một"))+`</text:list><text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body>`+tp("b")+`</text:note-body></text:note></text:p><table:table><table:table-row><table:table-cell table:number-columns-spanned="2">`+tp("c")+`</table:table-cell><table:covered-table-cell/></table:table-row></table:table>`)},
		"bieu.ods":     {Data: sheets("", `<table:table table:name="a"><table:table-row><table:table-cell table:number-columns-repeated="3"><text:p>1</text:p></table:table-cell></table:table-row></table:table>`)},
	}
	for _, name := range []string{"baocao.odt", "baocao.fodt"} {
		if data, err := os.ReadFile("testdata/" + name); err == nil {
			fs[name] = &fstest.MapFile{Data: data}
		}
	}
	return fs
}

func TestPromises(t *testing.T) { formattest.Run(t, odt.New(odt.Config{}), seeds()) }

func FuzzRead(f *testing.F) { formattest.Fuzz(f, odt.New(odt.Config{}), seeds()) }

// FuzzXML mutates the content inside the zip.
func FuzzXML(f *testing.F) {
	f.Add(styles, `<text:p text:style-name="P1">a<text:s text:c="2"/><text:span text:style-name="T1">b</text:span></text:p><text:list text:style-name="L1">`+li(tp("x"))+`</text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"/></table:table-row></table:table>`)
	f.Fuzz(func(t *testing.T, styles, body string) {
		r := odt.New(odt.Config{Limits: parts.Limits{Parts: 10_000}})
		formattest.Check(t, r, file(styles, body))
		formattest.Check(t, r, sheets(styles, body))
	})
}

var write = flag.String("write", "", "write the report of 15 pages, as one XML file, here")

// longReport is a report of 15 pages: the speed of the readers is measured on
// it. Its words are drawn from a list and say nothing.
func longReport() string {
	words := strings.Fields("đại hội đảng bộ huyện nhiệm kỳ báo cáo chính trị phương hướng nhiệm vụ giải pháp kết quả đảng viên chi bộ cơ sở lãnh đạo kinh tế xã hội")
	rng := rand.New(rand.NewPCG(15, 1))
	say := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(words[rng.IntN(len(words))] + " ")
		}
		return b.String()
	}
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">` +
		`<office:automatic-styles><style:style style:name="B" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style></office:automatic-styles><office:body><office:text>`)
	for i := range 30 {
		fmt.Fprintf(&b, `<text:h text:outline-level="2">%d. %s</text:h>`, i+1, say(8))
		for range 3 {
			fmt.Fprintf(&b, `<text:p>%s<text:span text:style-name="B">%s</text:span>%s</text:p>`, say(70), say(3), say(30))
		}
		b.WriteString(`<text:list>`)
		for range 3 {
			fmt.Fprintf(&b, `<text:list-item><text:p>%s</text:p></text:list-item>`, say(20))
		}
		b.WriteString(`</text:list>`)
	}
	b.WriteString(`<table:table><table:table-column table:number-columns-repeated="6"/>`)
	for range 40 {
		b.WriteString(`<table:table-row>`)
		for range 6 {
			fmt.Fprintf(&b, `<table:table-cell><text:p>%s</text:p></table:table-cell>`, say(2))
		}
		b.WriteString(`</table:table-row>`)
	}
	b.WriteString(`</table:table></office:text></office:body></office:document>`)
	return b.String()
}

// TestLongReport also writes the report for fixtures/office.sh.
func TestLongReport(t *testing.T) {
	report := longReport()
	raw := read(t, []byte(report))
	if len(raw.Parts) != 30*(1+3+3)+40*6 || raw.Err != nil {
		t.Errorf("got %d parts, %v", len(raw.Parts), raw.Err)
	}
	if *write != "" {
		if err := os.WriteFile(*write, []byte(report), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("testdata/15-trang.odt")
	if err != nil {
		b.Skip(err)
	}
	r := odt.New(odt.Config{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Read(b.Context(), data); err != nil {
			b.Fatal(err)
		}
	}
}

func Example() {
	data := formattest.Zip("content.xml", `<a><office:body><office:text><text:p>Đại hội có 250 đại biểu</text:p></office:text></office:body></a>`)
	raw, err := odt.New(odt.Config{}).Read(context.Background(), data)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range raw.Parts {
		fmt.Println(p.Kind, p.Text())
	}
	// Output: paragraph Đại hội có 250 đại biểu
}
