package paper

import (
	"fmt"
	"strings"
)

const odfSpaces = ` xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"` +
	` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"` +
	` xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"` +
	` xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.2"`

// writeODT writes OpenDocument text.
func writeODT(p *Paper, s Script) ([]byte, error) {
	o := odt{script: s}
	for _, k := range p.Blocks {
		o.block(k)
	}
	saved := p.Saved.UTC().Format("2006-01-02T15:04:05")
	return zipped(p.Saved, []member{
		{name: "mimetype", text: "application/vnd.oasis.opendocument.text", stored: true},
		{name: "content.xml", text: xmlHead + `<office:document-content` + odfSpaces + `>` + o.styles() +
			`<office:body><office:text>` + o.out.String() + `</office:text></office:body></office:document-content>`},
		{name: "styles.xml", text: xmlHead + `<office:document-styles` + odfSpaces + `><office:styles>` +
			`<style:style style:name="Standard" style:family="paragraph"/>` +
			`<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:default-outline-level="1"/>` +
			`</office:styles></office:document-styles>`},
		{name: "meta.xml", text: xmlHead + `<office:document-meta` + odfSpaces + `><office:meta><dc:title>` + escaper.Replace(p.Title) +
			`</dc:title><meta:creation-date>` + saved + `</meta:creation-date><dc:date>` + saved + `</dc:date></office:meta></office:document-meta>`},
		{name: "META-INF/manifest.xml", text: xmlHead + `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">` +
			`<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>` +
			`<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>` +
			`<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>` +
			`<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/></manifest:manifest>`},
	})
}

type odt struct {
	script Script
	out    strings.Builder
	tables int
}

// styles are the looks that blocks name: P plain, C centred, and for each font
// F0, F1, in bold B0, B1.
func (o *odt) styles() string {
	var b strings.Builder
	b.WriteString(`<office:font-face-decls>`)
	for _, f := range o.script.fonts() {
		fmt.Fprintf(&b, `<style:font-face style:name="%s" svg:font-family="'%s'"/>`, f, f)
	}
	b.WriteString(`</office:font-face-decls><office:automatic-styles>` +
		`<style:style style:name="P" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="justify"/></style:style>` +
		`<style:style style:name="C" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:text-align="center"/></style:style>` +
		`<style:style style:name="G" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>` +
		`<style:style style:name="N" style:family="table-cell"><style:table-cell-properties fo:border="none"/></style:style>`)
	for i, f := range o.script.fonts() {
		fmt.Fprintf(&b, `<style:style style:name="F%d" style:family="text"><style:text-properties style:font-name="%s"/></style:style>`, i, f)
		fmt.Fprintf(&b, `<style:style style:name="B%d" style:family="text"><style:text-properties style:font-name="%s" fo:font-weight="bold"/></style:style>`, i, f)
	}
	return b.String() + `</office:automatic-styles>`
}

func (o *odt) block(k Block) {
	switch k.Kind {
	case Heading:
		fmt.Fprintf(&o.out, `<text:h text:style-name="Heading_20_1" text:outline-level="%d">`, k.Level)
		o.spans(k.Text, true)
		o.out.WriteString(`</text:h>`)
	case Columns:
		o.table([][]Cell{{paragraphs(k.Left), paragraphs(k.Right)}}, 0, "N")
	case Table:
		o.table(k.Rows, k.Header, "G")
	default:
		o.paragraph(k.Text, k.Centre, k.Bold)
	}
}

func (o *odt) paragraph(text string, centre, bold bool) {
	style := "P"
	if centre {
		style = "C"
	}
	o.out.WriteString(`<text:p text:style-name="` + style + `">`)
	o.spans(text, bold)
	o.out.WriteString(`</text:p>`)
}

func (o *odt) spans(text string, bold bool) {
	look := "F"
	if bold {
		look = "B"
	}
	for _, r := range o.script.runs(text) {
		at := 0
		if r.font == o.script.capitals {
			at = 1
		}
		fmt.Fprintf(&o.out, `<text:span text:style-name="%s%d">%s</text:span>`, look, at, escaper.Replace(r.text))
	}
}

func (o *odt) table(rows [][]Cell, header int, style string) {
	g := grid(rows)
	o.tables++
	fmt.Fprintf(&o.out, `<table:table table:name="T%d"><table:table-column table:number-columns-repeated="%d"/>`, o.tables, len(g[0]))
	for r, row := range g {
		if r == 0 && header > 0 {
			o.out.WriteString(`<table:table-header-rows>`)
		}
		o.out.WriteString(`<table:table-row>`)
		for _, s := range row {
			o.cell(s, style, r < header || style == "N")
		}
		o.out.WriteString(`</table:table-row>`)
		if r == header-1 {
			o.out.WriteString(`</table:table-header-rows>`)
		}
	}
	o.out.WriteString(`</table:table>`)
}

func (o *odt) cell(s slot, style string, centre bool) {
	if !s.begins {
		if s.Cell != nil {
			o.out.WriteString(`<table:covered-table-cell/>`)
			return
		}
		o.out.WriteString(`<table:table-cell table:style-name="` + style + `"><text:p/></table:table-cell>`)
		return
	}
	o.out.WriteString(`<table:table-cell table:style-name="` + style + `"`)
	if s.Across > 1 {
		fmt.Fprintf(&o.out, ` table:number-columns-spanned="%d"`, s.Across)
	}
	if s.Down > 1 {
		fmt.Fprintf(&o.out, ` table:number-rows-spanned="%d"`, s.Down)
	}
	o.out.WriteString(`>`)
	for line := range strings.SplitSeq(s.Text, "\n") {
		o.paragraph(line, centre, false)
	}
	o.out.WriteString(`</table:table-cell>`)
}
