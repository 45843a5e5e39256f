package excel

import (
	"fmt"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

// types names the types of columns.
var types = map[report.Type]report.Label{
	report.TypeString: {VI: "chữ", EN: "text"}, report.TypeCode: {VI: "mã", EN: "code"}, report.TypeInteger: {VI: "số nguyên", EN: "integer"},
	report.TypeNumber: {VI: "số", EN: "number"}, report.TypeDate: {VI: "ngày", EN: "date"}, report.TypeBoolean: {VI: "có/không", EN: "yes/no"},
}

// codebook lists every column of every table, as the metadata of the Parquet
// files does.
func (b *book) codebook(name string) error {
	s, err := b.begin(name, look{colour: "7F6000", widths: []float64{22, 24, 24, 30, 26, 11, 12, 9, 9, 80}, freezeRows: headerRow, freezeCols: 2})
	if err != nil {
		return err
	}
	note := b.say("Tên cột trong Parquet và JSON là cột Tên máy; mã và nhãn ở trang Danh mục mã.", "Columns of Parquet and JSON are named as in Name; codes stand on the sheet Code lists.")
	headers := []string{
		b.say("Bảng", "Table"), b.say("Tên bảng", "Table label"), b.say("Tên máy", "Name"), b.say("Tiêu đề cột", "Header"), b.say("Nhãn tiếng Anh", "English label"),
		b.say("Kiểu", "Type"), b.say("Đơn vị", "Unit"), b.say("Có thể trống", "Nullable"), b.say("Khóa", "Key"), b.say("Giải thích", "Description"),
	}
	if b.config.Lang == "en" {
		headers[4] = "Vietnamese label"
	}
	if err := b.heading(s, b.say("Bảng mã: các bảng và cột", "Codebook: tables and columns"), note, headers); err != nil {
		return err
	}
	for _, t := range b.ds.Tables() {
		b.headersOf(t, s.row, name)
		shown := map[string]string{}
		for _, c := range b.columns(t) {
			shown[c.name] = c.header
		}
		for _, c := range t.Columns {
			other := c.Label.EN
			if b.config.Lang == "en" {
				other = c.Label.VI
			}
			header := shown[c.Name]
			if header == "" {
				header = b.headerOf(&c)
			}
			row := []any{t.Name, b.label(t.Label), c.Name, header, other, b.label(types[c.Type]), b.unit(c.Unit), b.yes(c.Nullable), b.yes(c.Key), excelize.Cell{StyleID: b.styles.wrap, Value: b.describe(c.Description)}}
			if err := s.add(row); err != nil {
				return err
			}
		}
	}
	s.table("codebook", len(headers))
	return s.end()
}

// describe is a description in the language of the book.
func (b *book) describe(d string) string {
	if b.config.Describe == nil {
		return d
	}
	return b.config.Describe(d, b.config.Lang)
}

// unit names the unit of a column.
func (b *book) unit(u string) string {
	if l, ok := units[u]; ok {
		return b.label(l)
	}
	return u
}

func (b *book) yes(x bool) string {
	if x {
		return b.say("có", "yes")
	}
	return ""
}

// headersOf keeps the range of the codebook sheet that lists the headers a
// reviewer may want to correct: the table's own columns, which stand together.
func (b *book) headersOf(t *report.Table, above int, sheet string) {
	first, last := -1, -1
	for i, c := range t.Columns {
		own := reviewed(t) && !technical[c.Name] && c.Name != "evidence" && c.Name != "page" && c.Name != "rule" && c.Name != "confidence" && c.Name != "doubts" && c.Name != "derived" &&
			c.Name != "review" && c.Name != "corrected"
		if t.Name == "documents" {
			own = strings.HasPrefix(c.Name, "doc_date") || t.Index("doc_number") >= 0 && i >= t.Index("doc_number") && c.Name != "unit_key" && c.Name != "review" && c.Name != "corrected"
		}
		if own {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	if first >= 0 {
		b.fields[t.Name] = fmt.Sprintf("%s!$D$%d:$D$%d", quoted(sheet), above+first+1, above+last+1)
	}
}

// codeLists lists every code of every column with its labels.
func (b *book) codeLists(name string) error {
	s, err := b.begin(name, look{colour: "7F6000", widths: []float64{22, 22, 28, 44, 36, 60}, freezeRows: headerRow})
	if err != nil {
		return err
	}
	headers := []string{b.say("Bảng", "Table"), b.say("Cột", "Column"), b.say("Mã", "Code"), b.say("Nhãn trong sổ này", "Label in this book"), b.say("Nhãn tiếng Anh", "Other label"), b.say("Giải thích", "Description")}
	if err := b.heading(s, b.say("Danh mục mã", "Code lists"), b.say("Parquet và JSON ghi mã; sổ này ghi nhãn.", "Parquet and JSON hold the codes; this book shows the labels."), headers); err != nil {
		return err
	}
	for _, t := range b.ds.Tables() {
		for _, c := range t.Columns {
			labels := codeLabels(&c, b.config.Lang)
			for _, code := range c.Codes {
				other := code.Label.EN
				if b.config.Lang == "en" {
					other = code.Label.VI
				}
				if err := s.add([]any{t.Name, c.Name, code.Code, labels[code.Code], other, b.describe(code.Description)}); err != nil {
					return err
				}
			}
		}
	}
	s.table("codes", len(headers))
	return s.end()
}

// heading writes the three rows above a table.
func (b *book) heading(s *sheet, title, note string, headers []string) error {
	if err := s.add([]any{excelize.Cell{StyleID: b.styles.title, Value: title}}, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	if err := s.add([]any{excelize.Cell{StyleID: b.styles.note, Value: note}}); err != nil {
		return err
	}
	row := make([]any, len(headers))
	for i, h := range headers {
		row[i] = excelize.Cell{StyleID: b.styles.header, Value: h}
	}
	return s.add(row, excelize.RowOpts{Height: 30})
}
