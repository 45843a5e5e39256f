package xlsx_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/xlsx"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/xuri/excelize/v2"
)

// form writes a form of statistics as an office would, with another writer than
// this package's own tests could make.
func form(t testing.TB) []byte {
	t.Helper()
	f := excelize.NewFile()
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	style := func(s excelize.Style) int {
		id, err := f.NewStyle(&s)
		check(err)
		return id
	}
	check(f.SetSheetName("Sheet1", "Biểu 1"))
	for ref, v := range map[string]any{
		"A1": "BIỂU TỔNG HỢP", "A3": "TT", "B3": "Tên đảng bộ", "C3": "Cấp ủy viên", "C4": "SL", "D4": "%",
		"A5": 1, "B5": "An Sơn", "C5": 27, "D5": 0.174, "A6": 2, "B6": "Hòa Mỹ", "C6": 1298,
		"B7": "Ngày lập", "C7": time.Date(2020, 10, 5, 0, 0, 0, 0, time.UTC), "B8": true,
	} {
		check(f.SetCellValue("Biểu 1", ref, v))
	}
	check(f.SetCellFormula("Biểu 1", "D8", "=1/0"))
	percent, grouped := "0.0%", "#,##0"
	check(f.SetCellStyle("Biểu 1", "D5", "D5", style(excelize.Style{CustomNumFmt: &percent})))
	check(f.SetCellStyle("Biểu 1", "C6", "C6", style(excelize.Style{CustomNumFmt: &grouped})))
	check(f.SetCellStyle("Biểu 1", "A1", "A1", style(excelize.Style{Font: &excelize.Font{Bold: true, Family: ".VnTime"}, Alignment: &excelize.Alignment{Horizontal: "center"}})))
	check(f.SetCellRichText("Biểu 1", "A9", []excelize.RichTextRun{{Text: "Ghi chó: ", Font: &excelize.Font{Family: ".VnTime"}}, {Text: "số liệu", Font: &excelize.Font{Family: "Arial"}}}))
	check(f.MergeCell("Biểu 1", "A3", "A4"))
	check(f.MergeCell("Biểu 1", "B3", "B4"))
	check(f.MergeCell("Biểu 1", "C3", "D3"))
	_, err := f.NewSheet("Ẩn")
	check(err)
	check(f.SetCellValue("Ẩn", "B2", "kín"))
	check(f.SetSheetVisible("Ẩn", false))
	_, err = f.NewSheet("Trống")
	check(err)
	check(f.SetDocProps(&excelize.DocProperties{Title: "Biểu mẫu", Creator: "Văn phòng", Created: "2020-10-05T00:00:00Z", Modified: "2020-10-05T00:00:00Z"}))
	var buf bytes.Buffer
	check(f.Write(&buf))
	check(f.Close())
	return buf.Bytes()
}

func read(t *testing.T, data []byte) *report.Raw {
	t.Helper()
	raw, err := xlsx.New(xlsx.Config{}).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

var write = flag.String("write", "", "write the form here")

// TestAForm also writes the form for fixtures/office.sh.
func TestAForm(t *testing.T) {
	data := form(t)
	if *write != "" {
		if err := os.WriteFile(*write, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	raw := read(t, data)
	want := "# Biểu 1\n" +
		"1[0,0] BIỂU TỔNG HỢP\n1[0,1] \n1[0,2] \n1[0,3] \n" +
		"1[2,0 2x1] TT\n1[2,1 2x1] Tên đảng bộ\n1[2,2 1x2] Cấp ủy viên\n" +
		"1[3,2] SL\n1[3,3] %\n" +
		"1[4,0] 1\n1[4,1] An Sơn\n1[4,2] 27\n1[4,3] 17,4%\n" +
		"1[5,0] 2\n1[5,1] Hòa Mỹ\n1[5,2] 1.298\n1[5,3] \n" +
		"1[6,0] \n1[6,1] Ngày lập\n1[6,2] 05/10/2020\n1[6,3] \n" +
		"1[7,0] \n1[7,1] TRUE\n1[7,2] \n1[7,3] \n" +
		"1[8,0] Ghi chó: số liệu\n1[8,1] \n1[8,2] \n1[8,3] \n" +
		"# Ẩn\n2[1,1] kín\n"
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" {
		t.Error(d)
	}
	title := raw.Parts[1]
	if !title.Bold || !title.Centre || title.Runs[0].Font != ".VnTime" {
		t.Errorf("look of the title: %+v", title)
	}
	if d := cmp.Diff([]report.Note{{Code: "hidden_sheet", Text: "hidden sheet Ẩn"}}, raw.Notes); d != "" {
		t.Error(d)
	}
	if raw.Meta[0] != (report.Meta{Key: "title", Value: "Biểu mẫu"}) && len(raw.Meta) < 3 {
		t.Errorf("metadata %v", raw.Meta)
	}
	for _, p := range raw.Parts {
		if strings.HasPrefix(p.Text(), "Ghi") && (p.Runs[0].Font != ".VnTime" || p.Runs[1].Font != "Arial") {
			t.Errorf("fonts of a text in two: %+v", p.Runs)
		}
	}
}

// book packs one sheet's XML into a workbook.
func book(sheetXML string, members ...string) []byte {
	return formattest.Zip(append([]string{
		"_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml", `<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet>` + sheetXML + `</worksheet>`}, members...)...)
}

func TestCells(t *testing.T) {
	for name, c := range map[string]struct{ xml, want string }{
		"cells that do not say where they are": {`<row><c><v>1</v></c><c><v>2</v></c></row><row><c t="str"><v>x</v></c></row>`, "1[0,0] 1\n1[0,1] 2\n1[1,0] x\n1[1,1] \n"},
		"an inline text":                       {`<row r="1"><c r="A1" t="inlineStr"><is><t>chữ</t></is></c></row>`, "1[0,0] chữ\n"},
		"an ISO date":                          {`<row r="1"><c r="A1" t="d"><v>2020-10-05T00:00:00</v></c></row>`, "1[0,0] 05/10/2020\n"},
		"an error":                             {`<row r="1"><c r="A1" t="e"><v>#DIV/0!</v></c></row>`, "1[0,0] #DIV/0!\n"},
		"a text that is not there":             {`<row r="1"><c r="A1" t="s"><v>99</v></c><c r="B1"><v>1</v></c></row>`, "1[0,1] 1\n"},
		"characters that XML forbids":          {`<row r="1"><c r="A1" t="str"><v>a_x000D__x0041__x00e9b</v></c></row>`, "1[0,0] aA_x00e9b\n"},
		"cells out of order":                   {`<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>`, "1[0,0] 1\n1[1,0] 2\n"},
		"a place beyond every sheet":           {`<row r="1"><c r="A9999999"><v>2</v></c><c r="A1"><v>1</v></c></row>`, "1[0,0] 1\n"},
	} {
		t.Run(name, func(t *testing.T) {
			raw := read(t, book(`<sheetData>`+c.xml+`</sheetData>`))
			if d := cmp.Diff("# a\n"+c.want, formattest.Text(raw.Parts)); d != "" {
				t.Error(d)
			}
		})
	}
}

func TestHeadFootAndBoxes(t *testing.T) {
	data := book(`<sheetData><row><c><v>1</v></c></row></sheetData><headerFooter><oddHeader>&amp;L&amp;"Arial,Bold"&amp;12Biểu số 2&amp;RMẫu A &amp;&amp; B</oddHeader><oddFooter>&amp;CTrang &amp;P</oddFooter></headerFooter><drawing r:id="d1"/>`,
		"xl/worksheets/_rels/sheet1.xml.rels", `<Relationships><Relationship Id="d1" Type="x/drawing" Target="../drawings/drawing1.xml"/></Relationships>`,
		"xl/drawings/drawing1.xml", `<wsDr><sp><txBody><a:p><a:r><a:t>Đơn vị: </a:t></a:r><a:r><a:t>người</a:t></a:r></a:p></txBody></sp></wsDr>`)
	want := "# a\npage_header: Biểu số 2\tMẫu A & B\n1[0,0] 1\ntext_box: Đơn vị: người\npage_footer: Trang\n"
	if d := cmp.Diff(want, formattest.Text(read(t, data).Parts)); d != "" {
		t.Error(d)
	}
}

const flatForm = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">
<DocumentProperties><Title>Biểu mẫu</Title></DocumentProperties>
<Styles><Style ss:ID="Default"><Font ss:FontName=".VnTime"/></Style><Style ss:ID="p"><NumberFormat ss:Format="0.0%"/></Style><Style ss:ID="d"><Font ss:Bold="1"/><NumberFormat ss:Format="Short Date"/></Style></Styles>
<Worksheet ss:Name="Biểu 1"><Table>
<Row><Cell ss:MergeDown="1"><Data ss:Type="String">TT</Data></Cell><Cell ss:MergeAcross="1"><Data ss:Type="String">Số <B>lượng</B></Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">SL</Data></Cell><Cell><Data ss:Type="String">%</Data></Cell></Row>
<Row ss:Index="4"><Cell><Data ss:Type="Number">1</Data></Cell><Cell><Data ss:Type="Number">1298</Data></Cell><Cell ss:StyleID="p"><Data ss:Type="Number">0.174</Data></Cell><Cell ss:StyleID="d"><Data ss:Type="DateTime">2020-10-05T00:00:00.000</Data></Cell></Row>
</Table><WorksheetOptions><PageSetup><Header x:Data="&amp;CMẫu 2"/></PageSetup><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet></Workbook>`

func TestAFormInOneXMLFile(t *testing.T) {
	raw := read(t, []byte(flatForm))
	want := "# Biểu 1\npage_header: Mẫu 2\n1[0,0 2x1] TT\n1[0,1 1x2] Số lượng\n1[0,3] \n1[1,1] SL\n1[1,2] %\n1[1,3] \n1[3,0] 1\n1[3,1] 1298\n1[3,2] 17,4%\n1[3,3] 05/10/2020\n"
	if d := cmp.Diff(want, formattest.Text(raw.Parts)); d != "" || len(raw.Notes) != 1 || len(raw.Meta) != 1 {
		t.Error(d, raw.Notes, raw.Meta)
	}
	if last := raw.Parts[len(raw.Parts)-1]; !last.Bold || last.Runs[0].Font != ".VnTime" {
		t.Errorf("a style stands on the default one: %+v", last)
	}
}

func TestLimits(t *testing.T) {
	var many strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&many, `<row r="%d"><c r="A%d"><v>%d</v></c></row>`, i+1, i+1, i)
	}
	long := `<sst><si><t>` + strings.Repeat("x", 1<<12) + `</t></si></sst>`
	var repeats strings.Builder
	for range 100 {
		repeats.WriteString(`<row><c t="s"><v>0</v></c></row>`)
	}
	for name, c := range map[string]struct {
		data   []byte
		limits parts.Limits
		want   report.Reason
	}{
		"too many cells":               {book(`<sheetData>` + many.String() + `</sheetData>`), parts.Limits{Parts: 1000}, report.TooMany},
		"one long text in many places": {book(`<sheetData>`+repeats.String()+`</sheetData>`, "xl/sharedStrings.xml", long), parts.Limits{Part: 1 << 16}, report.Expansion},
	} {
		raw, err := xlsx.New(xlsx.Config{Limits: c.limits}).Read(t.Context(), c.data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if f, ok := errors.AsType[*report.Failure](raw.Err); !ok || f.Reason != c.want || len(raw.Parts) < 10 {
			t.Errorf("%s: got %d parts, %v", name, len(raw.Parts), raw.Err)
		}
	}
}

func seeds(t testing.TB) fstest.MapFS {
	fs := fstest.MapFS{
		"2003.xml":  {Data: []byte(flatForm)},
		"bieu.xlsx": {Data: form(t)},
		"tho.xlsx":  {Data: book(`<sheetData><row><c t="s"><v>0</v></c><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B9"/></mergeCells>`, "xl/sharedStrings.xml", `<sst><si><t>x</t></si></sst>`)},
	}
	if data, err := os.ReadFile("testdata/bieu.xlsx"); err == nil {
		fs["libreoffice.xlsx"] = &fstest.MapFile{Data: data}
	}
	return fs
}

func TestTheMarkOfANoteIsNoPartOfAFigure(t *testing.T) {
	data := book(`<sheetData><row><c t="s"><v>0</v></c></row></sheetData>`, "xl/sharedStrings.xml",
		`<sst><si><r><t>250</t></r><r><rPr><vertAlign val="superscript"/><rFont val="Arial"/></rPr><t>1</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r></si></sst>`)
	raw, err := xlsx.New(xlsx.Config{}).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	if got := raw.Parts[len(raw.Parts)-1].Text(); got != "250¹2" {
		t.Errorf("got %q", got)
	}
}

func TestPromises(t *testing.T) { formattest.Run(t, xlsx.New(xlsx.Config{}), seeds(t)) }

func FuzzRead(f *testing.F) { formattest.Fuzz(f, xlsx.New(xlsx.Config{}), seeds(f)) }

// FuzzXML mutates the members inside the zip.
func FuzzXML(f *testing.F) {
	f.Add(`<sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="2"><v>44109</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells><headerFooter><oddHeader>&amp;La</oddHeader></headerFooter>`,
		`<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts><font><b/><name val="Arial"/></font></fonts><cellXfs><xf/><xf numFmtId="164" fontId="0"><alignment horizontal="center"/></xf><xf numFmtId="14"/></cellXfs></styleSheet>`,
		`<sst><si><r><rPr><rFont val=".VnTime"/></rPr><t>a</t></r></si></sst>`)
	f.Fuzz(func(t *testing.T, sheet, styles, texts string) {
		formattest.Check(t, xlsx.New(xlsx.Config{Limits: parts.Limits{Parts: 10_000}}), book(sheet, "xl/styles.xml", styles, "xl/sharedStrings.xml", texts))
	})
}

func BenchmarkRead(b *testing.B) {
	var rows strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&rows, `<row r="%d">`, i+1)
		for j := range 6 {
			fmt.Fprintf(&rows, `<c r="%c%d"><v>%d.5</v></c>`, 'A'+j, i+1, i*j)
		}
		rows.WriteString(`</row>`)
	}
	data := book(`<sheetData>` + rows.String() + `</sheetData>`)
	r := xlsx.New(xlsx.Config{})
	b.ReportAllocs()
	for b.Loop() {
		if _, err := r.Read(b.Context(), data); err != nil {
			b.Fatal(err)
		}
	}
}

func Example() {
	data := formattest.Zip("xl/workbook.xml", `<workbook><sheets><sheet name="Biểu 1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels", `<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row><c t="str"><v>Đảng viên</v></c><c><v>1298</v></c></row></sheetData></worksheet>`)
	raw, err := xlsx.New(xlsx.Config{}).Read(context.Background(), data)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range raw.Parts {
		fmt.Println(p.Kind, p.Text())
	}
	// Output:
	// heading Biểu 1
	// cell Đảng viên
	// cell 1298
}
