package review

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// linked reads a value that the workbook shows as a link to the row on which it
// stands, from the link itself: =HYPERLINK("#'Số liệu'!A5",99.6). Libraries that
// do not calculate, openpyxl the best known, save formulas without their results,
// so that the cell reads as blank although nobody touched it.
//
// Formulas are had only with their whole sheet in memory. So they are asked for
// where the row names the other one: in the few rows of findings.
func (b *bookReader) linked(s *bookSheet, column string, cells []string, at, n int) string {
	row := s.table.RowOf(column)
	if row < 0 {
		return ""
	}
	if other, _ := s.at(cells, "value", s.table.Columns[row].Name); other == "" {
		return ""
	}
	cell, err := excelize.CoordinatesToCellName(at, n)
	if err != nil {
		return ""
	}
	formula, err := b.file.GetCellFormula(s.name, cell)
	if err != nil {
		return ""
	}
	return shownBy(formula)
}

// shownBy is what a link shows, "" for any other formula.
func shownBy(formula string) string {
	rest, ok := strings.CutPrefix(strings.TrimPrefix(formula, "="), `HYPERLINK("`)
	if !ok {
		return ""
	}
	for { // quotation marks stand doubled inside the target
		i := strings.IndexByte(rest, '"')
		if i < 0 {
			return ""
		}
		doubled := strings.HasPrefix(rest[i+1:], `"`)
		if rest = rest[i+1:]; !doubled {
			break
		}
		rest = rest[1:]
	}
	shown, ok := strings.CutSuffix(strings.TrimPrefix(rest, ","), ")")
	if !ok {
		return ""
	}
	if text, quoted := strings.CutPrefix(shown, `"`); quoted {
		return strings.ReplaceAll(strings.TrimSuffix(text, `"`), `""`, `"`)
	}
	return shown
}
