package docx_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/docx"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

const (
	contentTypes = `<Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`
	rootRels = `<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`
)

// file packs a body and other members into a docx.
func file(body string, members ...string) []byte {
	return formattest.Zip(append([]string{
		"[Content_Types].xml", contentTypes,
		"_rels/.rels", rootRels,
		"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document><w:body>` + body + `</w:body></w:document>`,
	}, members...)...)
}

// p is a paragraph of one run.
func p(text string) string { return `<w:p><w:r><w:t>` + text + `</w:t></w:r></w:p>` }

// styled is a paragraph of one run with paragraph properties.
func styled(properties, text string) string {
	return `<w:p><w:pPr>` + properties + `</w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
}

func tc(properties, content string) string {
	return `<w:tc><w:tcPr>` + properties + `</w:tcPr>` + content + `</w:tc>`
}

func rels(entries ...string) string {
	var b strings.Builder
	for i := 0; i+2 < len(entries); i += 3 {
		fmt.Fprintf(&b, `<Relationship Id="%s" Type="http://x/%s" Target="%s"/>`, entries[i], entries[i+1], entries[i+2])
	}
	return `<Relationships>` + b.String() + `</Relationships>`
}

func read(t *testing.T, data []byte) *report.Raw {
	t.Helper()
	raw, err := docx.New(docx.Config{}).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

const styles = `<w:styles>
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="con"><w:name w:val="Con"/><w:basedOn w:val="u1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="dm3"><w:name w:val="Đề mục 3"/></w:style>
<w:style w:type="paragraph" w:styleId="cu"><w:name w:val="Cũ"/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="hoa"><w:name w:val="Hoa"/><w:rPr><w:rFonts w:ascii=".VnTimeH" w:hAnsi=".VnTimeH"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:name w:val="X"/><w:basedOn w:val="y"/></w:style>
<w:style w:type="paragraph" w:styleId="y"><w:name w:val="Y"/><w:basedOn w:val="x"/></w:style>
<w:style w:type="paragraph" w:styleId="muc"><w:name w:val="Mục"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
<w:style w:type="table" w:styleId="luoi"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style>
</w:styles>`

const theme = `<a:theme><a:themeElements><a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont><a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>`

func TestText(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"crumbs of a word are one text": {
			`<w:p><w:r><w:t>Đại h</w:t></w:r><w:proofErr/><w:r><w:rPr><w:lang/></w:rPr><w:t>ội</w:t></w:r></w:p>`, "Đại hội\n"},
		"inserted and moved here stays, deleted and moved away goes": {
			`<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>c</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>d</w:t></w:r></w:moveTo></w:p>`, "ad\n"},
		"a deleted mark inside run properties hides nothing": {
			`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:rPr><w:del/></w:rPr><w:t>còn</w:t></w:r></w:p>`, "còn\n"},
		"a field shows its result only": {
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>lệnh</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t> sau</w:t></w:r></w:p>`, "12 sau\n"},
		"a field that never ends hides its own paragraph only": {
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:t>mất</w:t></w:r></w:p>` + p("còn"), "còn\n"},
		"content controls, smart tags, simple fields and links are walked through": {
			`<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent><w:p><w:smartTag><w:r><w:t>a</w:t></w:r></w:smartTag><w:fldSimple w:instr="x"><w:r><w:t>b</w:t></w:r></w:fldSimple><w:hyperlink><w:r><w:t>c</w:t></w:r></w:hyperlink></w:p></w:sdtContent></w:sdt>`, "abc\n"},
		"hidden text does not show": {
			`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>kín</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>hở</w:t></w:r></w:p>`, "hở\n"},
		"a raised digit is no part of the figure before it": {
			`<w:p><w:r><w:t>41</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>(2)</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="baseline"/></w:rPr><w:t> và 20</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2020</w:t></w:r></w:p>`, "41(²) và 202020\n"},
		"raised by position": {
			`<w:p><w:r><w:t>39</w:t></w:r><w:r><w:rPr><w:position w:val="8"/><w:sz w:val="19"/></w:rPr><w:t>1</w:t></w:r><w:r><w:t>, 2</w:t></w:r><w:r><w:rPr><w:position w:val="2"/></w:rPr><w:t>7</w:t></w:r></w:p>`, "39¹, 27\n"},
		"tabs, breaks, hyphens and symbols are elements": {
			`<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>15</w:t><w:noBreakHyphen/><w:t>BC</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:softHyphen/></w:r></w:p>`, "a\tb\\n15-BC✓\u00ad\n"},
		"a page break before the text parts nothing": {
			`<w:p><w:r><w:br w:type="page"/><w:t>KẾT QUẢ</w:t></w:r></w:p>`, "KẾT QUẢ\n"},
		"line ends of the file are spaces": {
			"<w:p><w:r><w:t>một\nhai</w:t></w:r></w:p>", "một hai\n"},
		"a text box comes once, after its paragraph": {
			`<w:p><w:r><w:t>đầu </w:t><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>` + p("khung") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("khung") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>cuối</w:t></w:r></w:p>`,
			"đầu cuối\ntext_box: khung\n"},
		"an old drawing alone shows": {
			`<w:p><w:r><mc:AlternateContent><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("khung") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "text_box: khung\n"},
		"formulas keep their letters": {
			`<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>3</m:t></m:r></m:den></m:f></m:oMath></w:p>`, "1/3\n"},
		"empty paragraphs go": {p("a") + `<w:p/>` + p(" ") + p("b"), "a\nb\n"},
		"comments go":         {`<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>a</w:t><w:commentReference w:id="1"/></w:r></w:p>`, "a\n"},
		"any prefix and none": {`<p><r><t>a</t></r></p><x:p><x:r><x:t>b</x:t></x:r></x:p>`, "a\nb\n"},
		"a ruby gloss goes":   {`<w:p><w:r><w:ruby><w:rt><w:r><w:t>chú</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>chữ</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "chữ\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, formattest.Text(read(t, file(c.body)).Parts)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestHeadings(t *testing.T) {
	body := styled(`<w:pStyle w:val="u1"/>`, "BÁO CÁO") + styled(`<w:pStyle w:val="con"/>`, "theo kiểu nền") +
		styled(`<w:pStyle w:val="dm3"/>`, "kiểu tiếng Việt") + styled(`<w:outlineLvl w:val="3"/>`, "cấp của riêng đoạn") +
		styled(`<w:pStyle w:val="u1"/><w:outlineLvl w:val="9"/>`, "chữ thường") + styled(`<w:pStyle w:val="x"/>`, "vòng tròn")
	raw := read(t, file(body, "word/styles.xml", styles))
	want := "# BÁO CÁO\n## theo kiểu nền\n### kiểu tiếng Việt\n#### cấp của riêng đoạn\nchữ thường\nvòng tròn\n"
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" {
		t.Error(d)
	}
	if h := raw.Parts[1]; !h.Bold || !h.Centre {
		t.Error("bold and centred come from the base style")
	}
}

func TestFontOfEachRun(t *testing.T) {
	body := p("thân") + styled(`<w:pStyle w:val="cu"/>`, "x· héi") +
		`<w:p><w:pPr><w:pStyle w:val="cu"/></w:pPr><w:r><w:rPr><w:rStyle w:val="hoa"/></w:rPr><w:t>®¶ng</w:t></w:r>` +
		`<w:r><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="VNI-Times"/></w:rPr><w:t>ñaûng</w:t></w:r>` +
		`<w:r><w:sym w:font=".VnTime" w:char="F0B8"/></w:r></w:p>` +
		"<w:p><w:r><w:rPr><w:rFonts w:hAnsi=\".VnArial\"/></w:rPr><w:t>\uf0ae\uf093</w:t></w:r></w:p>"
	raw := read(t, file(body, "word/styles.xml", styles, "word/theme/theme1.xml", theme))
	var got [][]report.Run
	for _, p := range raw.Parts {
		got = append(got, p.Runs)
	}
	want := [][]report.Run{
		{{Text: "thân", Font: "Calibri"}},
		{{Text: "x· héi", Font: ".VnTime"}},
		{{Text: "®¶ng", Font: ".VnTimeH"}, {Text: "ñaûng", Font: "VNI-Times"}, {Text: "¸", Font: ".VnTime"}},
		{{Text: "®“", Font: ".VnArial"}}, // letters that Word keeps in the private area
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

const numbering = `<w:numbering>
<w:abstractNum w:abstractNumId="0">
 <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
 <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%2"/></w:lvl>
 <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="` + "\uf0b7" + `"/></w:lvl>
 <w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:pStyle w:val="muc"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="§iÒu %1."/><w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="3"/></w:num>
</w:numbering>`

func item(list, depth int, text string) string {
	return styled(fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, depth, list), text)
}

func TestNumbering(t *testing.T) {
	body := item(1, 0, "một") + item(1, 1, "hai cấp") + item(1, 1, "tiếp") + item(1, 2, "chữ") +
		item(1, 0, "hai") + item(1, 1, "đếm lại") +
		item(3, 0, "chấm") + item(3, 1, "gạch") +
		item(4, 0, "bắt đầu lại") + item(1, 0, "đếm chung") +
		styled(`<w:pStyle w:val="muc"/>`, "theo kiểu") + styled(`<w:pStyle w:val="muc"/><w:numPr><w:numId w:val="0"/></w:numPr>`, "bỏ số") +
		styled(`<w:pStyle w:val="u1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`, "mục có số") +
		item(5, 0, "phông cũ") + item(77, 0, "danh sách không có")
	raw := read(t, file(body, "word/styles.xml", styles, "word/numbering.xml", numbering))
	want := `I. một
  1.1 hai cấp
  1.2 tiếp
    a) chữ
II. hai
  2.1 đếm lại
• chấm
  - gạch
I. bắt đầu lại
II. đếm chung
  1.5 theo kiểu
bỏ số
# III. mục có số
§iÒu 1. phông cũ
danh sách không có
`
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" {
		t.Error(d)
	}
	old := raw.Parts[len(raw.Parts)-2]
	if old.Label != "" || old.Runs[0].Font != ".VnTime" {
		t.Errorf("a label in an old font belongs into the text, with its font: %+v", old)
	}
}

func TestTables(t *testing.T) {
	rows := func(rr ...string) string { return `<w:tr>` + strings.Join(rr, `</w:tr><w:tr>`) + `</w:tr>` }
	for name, c := range map[string]struct{ body, want string }{
		"merged over columns and rows": {
			`<w:tbl>` + rows(
				tc(`<w:vMerge w:val="restart"/>`, p("TT"))+tc(`<w:gridSpan w:val="2"/>`, p("Số lượng")),
				tc(`<w:vMerge/>`, `<w:p/>`)+tc(``, p("SL"))+tc(``, p("%")),
				tc(``, p("1"))+tc(``, p("27"))+tc(``, `<w:p/>`)) + `</w:tbl>`,
			"1[0,0 2x1] TT\n1[0,1 1x2] Số lượng\n1[1,1] SL\n1[1,2] %\n1[2,0] 1\n1[2,1] 27\n1[2,2] \n"},
		"a table in a cell": {
			`<w:tbl>` + rows(tc(``, p("ngoài")+`<w:tbl>`+rows(tc(``, p("trong")))+`</w:tbl>`+p("sau"))) + `</w:tbl>`,
			"1[0,0] ngoài\n2[0,0] trong\n1[0,0] sau\n"},
		"rows inside a content control, a deleted row, a row that begins further right": {
			`<w:tbl><w:sdt><w:sdtContent>` + rows(tc(``, p("a"))) + `</w:sdtContent></w:sdt><w:tr><w:trPr><w:del/></w:trPr>` + tc(``, p("xóa")) + `</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + tc(``, p("b")) + `</w:tr></w:tbl>`,
			"1[0,0] a\n1[1,1] b\n"},
		"a merge that nothing began is a cell": {
			`<w:tbl>` + rows(tc(`<w:vMerge/>`, p("lạc")), tc(`<w:vMerge/>`, p("nối"))) + `</w:tbl>`,
			"1[0,0 2x1] lạc\n1[0,0 2x1] nối\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if d := cmp.Diff(c.want, formattest.Text(read(t, file(c.body)).Parts)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestATableWithoutRulesIsALayout(t *testing.T) {
	cells := `<w:tr>` + tc(``, p("trái")) + tc(``, p("phải")) + `</w:tr></w:tbl>`
	noRule := `<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/></w:tcBorders>`
	for name, c := range map[string]struct {
		table      string
		borderless bool
	}{
		"nothing is said":                 {`<w:tbl>` + cells, true},
		"a style with rules":              {`<w:tbl><w:tblPr><w:tblStyle w:val="luoi"/></w:tblPr>` + cells, false},
		"the table takes them away again": {`<w:tbl><w:tblPr><w:tblStyle w:val="luoi"/><w:tblBorders><w:top w:val="none"/></w:tblBorders></w:tblPr>` + cells, true},
		"rules of its own":                {`<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>` + cells, false},
		"white rules":                     {`<w:tbl><w:tblPr><w:tblBorders><w:top w:val="single" w:color="FFFFFF"/></w:tblBorders></w:tblPr>` + cells, true},
		"each cell takes them away":       {`<w:tbl><w:tblPr><w:tblStyle w:val="luoi"/></w:tblPr><w:tr>` + tc(noRule, p("a")) + tc(noRule, p("b")) + `</w:tr></w:tbl>`, true},
		"each cell has its own":           {`<w:tbl><w:tr>` + tc(`<w:tcBorders><w:left w:val="single"/></w:tcBorders>`, p("a")) + `</w:tr></w:tbl>`, false},
	} {
		raw := read(t, file(c.table, "word/styles.xml", styles))
		if got := raw.Parts[0].Cell.Borderless; got != c.borderless {
			t.Errorf("%s: got borderless %v", name, got)
		}
	}
}

func TestHeadersNotesAndFooters(t *testing.T) {
	body := `<w:p><w:r><w:t>1.298</w:t><w:footnoteReference w:id="3"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>` +
		styled(`<w:sectPr><w:headerReference r:id="h1"/><w:footerReference r:id="f1"/></w:sectPr>`, "chương") +
		`<w:sectPr><w:headerReference r:id="h2"/></w:sectPr>`
	raw := read(t, file(body,
		"word/_rels/document.xml.rels", rels("h1", "header", "header1.xml", "h2", "header", "/word/header2.xml", "f1", "footer", "footer1.xml", "n", "footnotes", "chuthich.xml"),
		"word/header1.xml", `<w:hdr><w:p><w:r><w:t>ĐẢNG BỘ</w:t></w:r></w:p></w:hdr>`,
		"word/header2.xml", `<w:hdr><w:p w:rsid="2"><w:r><w:t>ĐẢNG BỘ</w:t></w:r></w:p></w:hdr>`,
		"word/footer1.xml", `<w:ftr>`+p("chân")+`</w:ftr>`,
		"word/chuthich.xml", `<w:footnotes><w:footnote w:type="separator" w:id="0">`+p("vạch")+`</w:footnote><w:footnote w:id="2">`+p("không ai nhắc")+`</w:footnote><w:footnote w:id="3"><w:p><w:r><w:footnoteRef/><w:t>theo báo cáo</w:t></w:r></w:p></w:footnote></w:footnotes>`,
		"word/endnotes.xml", `<w:endnotes><w:endnote w:id="1">`+p("cuối")+`</w:endnote></w:endnotes>`))
	want := "page_header: ĐẢNG BỘ\n1.298\nchương\nfootnote: 1 theo báo cáo\nfootnote: i cuối\npage_footer: chân\n"
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" {
		t.Error(d)
	}
}

func TestPages(t *testing.T) {
	mark := `<w:p><w:r><w:lastRenderedPageBreak/><w:t>sau</w:t></w:r></w:p>`
	breakHere := `<w:p><w:r><w:br w:type="page"/></w:r></w:p>`
	app := func(n string) string { return `<Properties><Pages>` + n + `</Pages></Properties>` }
	for name, c := range map[string]struct {
		body, app   string
		last, pages int
	}{
		"marks of the last rendering":                      {p("a") + mark + breakHere + mark, app("3"), 3, 3},
		"a person's breaks, as many as the file says":      {p("a") + breakHere + p("b"), app("2"), 2, 2},
		"a person's breaks in a longer file tell no page":  {p("a") + breakHere + p("b"), app("9"), 0, 9},
		"a file that says one page of itself and has more": {strings.Repeat(p(strings.Repeat("x", 1000)), 20), app("1"), 0, 0},
		"nothing known": {p("a"), app("?"), 0, 0},
	} {
		raw := read(t, file(c.body, "docProps/app.xml", c.app))
		if got := raw.Parts[len(raw.Parts)-1].Page; got != c.last || raw.Pages != c.pages {
			t.Errorf("%s: got page %d of %d, want %d of %d", name, got, raw.Pages, c.last, c.pages)
		}
	}
}

func TestTheMainPartIsFoundThroughRelationships(t *testing.T) {
	data := formattest.Zip("[Content_Types].xml", `<Types/>`,
		"_rels/.rels", rels("x", "core-properties", "thuoctinh.xml", "y", "officeDocument", `\van\ban.xml`),
		"thuoctinh.xml", `<cp:coreProperties><dc:title> Báo cáo </dc:title><dc:creator>Văn phòng</dc:creator><dcterms:created>2025-04-03T00:00:00Z</dcterms:created></cp:coreProperties>`,
		"van/ban.xml", `<document><body>`+p("chữ")+`</body></document>`)
	raw := read(t, data)
	if got := formattest.Text(raw.Parts); got != "chữ\n" {
		t.Errorf("got %q", got)
	}
	want := []report.Meta{{Key: "title", Value: "Báo cáo"}, {Key: "author", Value: "Văn phòng"}, {Key: "created", Value: "2025-04-03T00:00:00Z"}}
	if d := cmp.Diff(want, raw.Meta); d != "" {
		t.Error(d)
	}
}

func TestChunks(t *testing.T) {
	body := `<w:tbl><w:tr>` + tc(``, p("bảng")) + `</w:tr></w:tbl><w:altChunk r:id="c1"/>` + p("sau")
	data := file(body, "word/_rels/document.xml.rels", rels("c1", "aFChunk", "phan.html"), "word/phan.html", "<p>phần</p>")

	raw := read(t, data)
	if len(raw.Attachments) != 1 || raw.Attachments[0].Path != "phan.html" {
		t.Errorf("without a reader a chunk is an attachment: got %+v", raw.Attachments)
	}

	chunk := func(_ context.Context, name string, data []byte) (*report.Raw, error) {
		cell := report.Simple(report.TableCell, name+": "+string(data))
		cell.Cell = report.Cell{Table: 1, RowSpan: 1, ColSpan: 1}
		return &report.Raw{Media: "text/html", Parts: []report.Part{cell}}, nil
	}
	raw, err := docx.New(docx.Config{Chunk: chunk}).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	want := "1[0,0] bảng\n2[0,0] phan.html: <p>phần</p>\nsau\n"
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" || len(raw.Attachments) != 0 {
		t.Error(d, raw.Attachments)
	}
}

func TestOneXMLFile(t *testing.T) {
	flat := `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package>` +
		`<pkg:part pkg:name="/_rels/.rels" pkg:contentType="x"><pkg:xmlData>` + rootRels + `</pkg:xmlData></pkg:part>` +
		`<pkg:part pkg:name="/word/document.xml" pkg:contentType="x"><pkg:xmlData><w:document><w:body>` + styled(`<w:pStyle w:val="u1"/>`, "BÁO CÁO") + `</w:body></w:document></pkg:xmlData></pkg:part>` +
		`<pkg:part pkg:name="/word/styles.xml" pkg:contentType="x"><pkg:xmlData>` + styles + `</pkg:xmlData></pkg:part>` +
		`<pkg:part pkg:name="/word/media/a.png"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part></pkg:package>`
	if got := formattest.Text(read(t, []byte(flat)).Parts); got != "# BÁO CÁO\n" {
		t.Errorf("a flat package: got %q", got)
	}
	old := `<w:wordDocument><o:DocumentProperties><o:Title>Báo cáo</o:Title></o:DocumentProperties>` +
		`<w:styles><w:style w:type="paragraph" w:styleId="h"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>` +
		`<w:body><wx:sect>` + styled(`<w:pStyle w:val="h"/>`, "BÁO CÁO") + styled(`<w:listPr><w:ilvl w:val="0"/><wx:t wx:val="a)"/></w:listPr>`, "một") +
		`<w:p><w:r><w:pict><w:binData>AAAA</w:binData></w:pict></w:r></w:p></wx:sect></w:body></w:wordDocument>`
	raw := read(t, []byte(old))
	if got := formattest.Text(raw.Parts); got != "# BÁO CÁO\na) một\n" || len(raw.Meta) != 1 {
		t.Errorf("Word 2003: got %q, %v", got, raw.Meta)
	}
}

func TestDamage(t *testing.T) {
	whole := file(p("một") + p("hai") + strings.Repeat(p("x"), 50))
	cut := whole[:bytes.Index(whole, []byte("PK\x01\x02"))] // the directory is gone
	raw := read(t, cut)
	if len(raw.Parts) != 52 || formattest.Reason(raw.Err) != report.Truncated {
		t.Errorf("without directory: got %d parts, %v", len(raw.Parts), raw.Err)
	}
	ends := formattest.Zip("_rels/.rels", rootRels, "word/document.xml", `<w:document><w:body>`+p("một")+`<w:p><w:r><w:t>dở`)
	raw = read(t, ends)
	if got := formattest.Text(raw.Parts); got != "một\ndở\n" || formattest.Reason(raw.Err) != report.Truncated {
		t.Errorf("xml that ends early: got %q, %v", got, raw.Err)
	}
}

func TestRefusals(t *testing.T) {
	bomb := file(strings.Repeat(" ", 1<<20) + p("chữ"))
	small := docx.New(docx.Config{Limits: parts.Limits{Part: 1 << 16, Parts: 3}})
	for name, c := range map[string]struct {
		data []byte
		want report.Reason
	}{
		"no bytes":         {nil, report.Empty},
		"no zip":           {[]byte("chữ thường"), report.Damaged},
		"no main part":     {formattest.Zip("a.txt", "a"), report.Damaged},
		"another format":   {formattest.Zip("word/document.xml", "<workbook/>"), report.Damaged},
		"a bomb":           {bomb, report.Expansion},
		"a deep well":      {file(strings.Repeat("<w:sdt>", 1000)), report.TooDeep},
		"beyond all cells": {file(strings.Repeat(p("x"), 9)), ""},
	} {
		raw, err := small.Read(t.Context(), c.data)
		if c.want == "" {
			if err != nil || len(raw.Parts) != 3 || formattest.Reason(raw.Err) != report.TooMany {
				t.Errorf("%s: got %v, want three parts and too_many", name, err)
			}
			continue
		}
		if formattest.Reason(err) != c.want {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}

func seeds() fstest.MapFS {
	fs := fstest.MapFS{
		"features.docx": {Data: file(styled(`<w:pStyle w:val="u1"/>`, "BÁO CÁO")+item(1, 0, "một")+
			`<w:tbl><w:tr>`+tc(`<w:vMerge w:val="restart"/>`, p("a"))+tc(``, p("b"))+`</w:tr><w:tr>`+tc(`<w:vMerge/>`, `<w:p/>`)+tc(``, p("c"))+`</w:tr></w:tbl>`+
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>12</w:t><w:fldChar w:fldCharType="end"/></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`+
			`<w:altChunk r:id="c1"/>`,
			"word/styles.xml", styles, "word/numbering.xml", numbering, "word/theme/theme1.xml", theme,
			"word/footnotes.xml", `<w:footnotes><w:footnote w:id="1">`+p("chú")+`</w:footnote></w:footnotes>`,
			"word/_rels/document.xml.rels", rels("c1", "aFChunk", "phan.html"), "word/phan.html", "<p>phần</p>")},
		"2003.xml":    {Data: []byte(`<w:wordDocument><w:body>` + p("chữ") + `</w:body></w:wordDocument>`)},
		"flat.xml":    {Data: []byte(`<pkg:package><pkg:part pkg:name="/word/document.xml"><pkg:xmlData><w:document><w:body>` + p("chữ") + `</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>`)},
		"strict.docx": {Data: formattest.Zip("van/ban.xml", "<document><body>"+p("chữ")+"</body></document>", "_rels/.rels", rels("y", "officeDocument", "van/ban.xml"))},
	}
	if data, err := os.ReadFile("testdata/baocao.docx"); err == nil {
		fs["baocao.docx"] = &fstest.MapFile{Data: data}
	}
	return fs
}

func TestPromises(t *testing.T) { formattest.Run(t, docx.New(docx.Config{}), seeds()) }

func FuzzRead(f *testing.F) { formattest.Fuzz(f, docx.New(docx.Config{}), seeds()) }

func Example() {
	data := formattest.Zip("word/document.xml", `<w:document><w:body><w:p><w:r><w:t>Đại hội có 250 đại biểu</w:t></w:r></w:p></w:body></w:document>`)
	raw, err := docx.New(docx.Config{}).Read(context.Background(), data)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range raw.Parts {
		fmt.Println(p.Kind, p.Text())
	}
	// Output: paragraph Đại hội có 250 đại biểu
}

// FuzzXML mutates the parts inside the zip, which mutations of the zip itself
// hardly reach.
func FuzzXML(f *testing.F) {
	f.Add(styled(`<w:pStyle w:val="u1"/>`, "BÁO CÁO")+item(1, 0, "một")+`<w:tbl><w:tr>`+tc(`<w:vMerge w:val="restart"/>`, p("a"))+`</w:tr></w:tbl>`, styles, numbering)
	f.Fuzz(func(t *testing.T, body, styles, numbering string) {
		formattest.Check(t, docx.New(docx.Config{}), file(body, "word/styles.xml", styles, "word/numbering.xml", numbering))
	})
}

func BenchmarkRead(b *testing.B) {
	data, err := os.ReadFile("testdata/15-trang.docx")
	if err != nil {
		b.Skip(err)
	}
	r := docx.New(docx.Config{})
	formattest.Benchmark(b, r, data)
}
