package paper

import (
	"fmt"
	"strings"
)

// writeDocx writes WordprocessingML with styles for headings; rules of Office
// 2007, which every later one keeps.
func writeDocx(p *Paper, s Script) ([]byte, error) {
	d := docx{script: s}
	for _, k := range p.Blocks {
		d.block(k)
	}
	saved := p.Saved.UTC().Format("2006-01-02T15:04:05Z")
	return zipped(p.Saved, []member{
		{name: "[Content_Types].xml", text: xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
			`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
			`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
			`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`},
		{name: "_rels/.rels", text: xmlHead + relations(
			`officeDocument" Target="word/document.xml`,
			`metadata/core-properties" Target="docProps/core.xml`)},
		{name: "word/_rels/document.xml.rels", text: xmlHead + relations(`styles" Target="styles.xml`)},
		{name: "word/document.xml", text: xmlHead + `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` +
			d.out.String() + `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`},
		{name: "word/styles.xml", text: xmlHead + docxStyles(s)},
		{name: "docProps/core.xml", text: xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
			`<dc:title>` + escaper.Replace(p.Title) + `</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">` + saved + `</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">` + saved + `</dcterms:modified></cp:coreProperties>`},
	})
}

// relations lists what a part points to: the end of the type, and the target.
func relations(targets ...string) string {
	var b strings.Builder
	b.WriteString(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for i, t := range targets {
		base := "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
		if strings.HasPrefix(t, "metadata") {
			base = "http://schemas.openxmlformats.org/package/2006/relationships/"
		}
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s%s"/>`, i+1, base, t)
	}
	return b.String() + `</Relationships>`
}

func docxStyles(s Script) string {
	var b strings.Builder
	b.WriteString(`<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>` +
		docxFont(s.font) + `<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`)
	for level := 1; level <= 3; level++ {
		fmt.Fprintf(&b, `<w:style w:type="paragraph" w:styleId="Heading%d"><w:name w:val="heading %d"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="%d"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`, level, level, level-1)
	}
	b.WriteString(`<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>`)
	for _, side := range []string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		fmt.Fprintf(&b, `<w:%s w:val="single" w:sz="4" w:space="0" w:color="auto"/>`, side)
	}
	return b.String() + `</w:tblBorders></w:tblPr></w:style></w:styles>`
}

func docxFont(font string) string {
	return fmt.Sprintf(`<w:rFonts w:ascii="%s" w:hAnsi="%s" w:cs="%s"/>`, font, font, font)
}

type docx struct {
	script Script
	out    strings.Builder
}

func (d *docx) block(k Block) {
	switch k.Kind {
	case Heading:
		d.paragraph(k.Text, fmt.Sprintf(`<w:pStyle w:val="Heading%d"/>`, k.Level), false)
	case Columns:
		left, right := paragraphs(k.Left), paragraphs(k.Right)
		d.table([][]Cell{{left, right}}, 0, "")
		d.paragraph("", "", false) // tables without anything between them are one
	case Table:
		d.table(k.Rows, k.Header, `<w:tblStyle w:val="Grid"/>`)
		d.paragraph("", "", false)
	default:
		layout := `<w:jc w:val="both"/>`
		if k.Centre {
			layout = `<w:jc w:val="center"/>`
		}
		d.paragraph(k.Text, layout, k.Bold)
	}
}

// paragraphs is a cell of several lines.
func paragraphs(lines []string) Cell { return Cell{Text: strings.Join(lines, "\n")} }

func (d *docx) paragraph(text, layout string, bold bool) {
	look := ""
	if bold {
		look = `<w:b/>`
	}
	d.runs(text, layout, look)
}

func (d *docx) runs(text, layout, look string) {
	d.out.WriteString(`<w:p>`)
	if layout != "" {
		d.out.WriteString(`<w:pPr>` + layout + `</w:pPr>`)
	}
	for _, r := range d.script.runs(text) {
		d.out.WriteString(`<w:r><w:rPr>` + docxFont(r.font) + look + `</w:rPr><w:t xml:space="preserve">` + escaper.Replace(r.text) + `</w:t></w:r>`)
	}
	d.out.WriteString(`</w:p>`)
}

// pageWidth is what the margins leave of A4, in twentieths of a point.
const pageWidth = 9355

func (d *docx) table(rows [][]Cell, header int, style string) {
	g := grid(rows)
	share := weights(g)
	d.out.WriteString(`<w:tbl><w:tblPr>` + style + `<w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>`)
	for _, w := range share {
		fmt.Fprintf(&d.out, `<w:gridCol w:w="%d"/>`, int(w*pageWidth))
	}
	d.out.WriteString(`</w:tblGrid>`)
	for r, row := range g {
		d.out.WriteString(`<w:tr>`)
		if r < header {
			d.out.WriteString(`<w:trPr><w:tblHeader/></w:trPr>`)
		}
		for col := 0; col < len(row); col += max(row[col].across(), 1) {
			d.cell(row[col], style == "" || r < header, style == "")
		}
		d.out.WriteString(`</w:tr>`)
	}
	d.out.WriteString(`</w:tbl>`)
}

// across is the number of columns that a cell covers; 1 where there is none.
func (s slot) across() int {
	if s.Cell == nil {
		return 1
	}
	return max(s.Across, 1)
}

func (d *docx) cell(s slot, centre, head bool) {
	d.out.WriteString(`<w:tc><w:tcPr>`)
	if s.across() > 1 {
		fmt.Fprintf(&d.out, `<w:gridSpan w:val="%d"/>`, s.across())
	}
	switch {
	case s.below:
		d.out.WriteString(`<w:vMerge/>`)
	case s.Cell != nil && s.Down > 1:
		d.out.WriteString(`<w:vMerge w:val="restart"/>`)
	}
	d.out.WriteString(`</w:tcPr>`)
	text, layout := "", ""
	if s.begins {
		text = s.Text
	}
	if centre {
		layout = `<w:jc w:val="center"/>`
	}
	small := ""
	if !head {
		small = `<w:sz w:val="20"/>` // ten points, or figures do not fit into their columns
	}
	for line := range strings.SplitSeq(text, "\n") {
		d.runs(line, layout, small)
	}
	d.out.WriteString(`</w:tc>`)
}
