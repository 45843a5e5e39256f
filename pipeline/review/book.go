package review

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Book is what a reviewed workbook says.
type Book struct {
	// Run is the id of the run that wrote the book; "" for none.
	Run string
	// Corrections are the verdicts, in the order of the sheets and rows.
	Corrections []Correction
	// Rows are the rows that bear a verdict, as they are shown, one for each
	// verdict.
	Rows []report.Row
}

// layoutSheet is the hidden sheet in which the workbook describes itself; see
// package excel.
const layoutSheet = report.LayoutSheet

// layoutVersion is the version of that description that is understood here.
const layoutVersion = "1"

// unpacked bounds what a workbook may unpack to: one of 10,000 reports takes
// 1.5 GB.
const unpacked = 8 << 30

// maxFaults is how many faults of a book are told.
const maxFaults = 50

// ReadBook reads the verdicts of a workbook. tables are the codebook. wrote
// gives the rows of the run of an id, which the book is held against; nil, as
// gives one that is not at hand, leaves that. What is not understood is an error
// that names every place; the book then says nothing.
func ReadBook(name string, tables []*report.Table, wrote func(run string) report.Dataset) (*Book, error) {
	f, err := excelize.OpenFile(name, excelize.Options{RawCellValue: true, UnzipSizeLimit: unpacked})
	if err != nil {
		return nil, fmt.Errorf("%s: no workbook that can be read (%w); save it as .xlsx", name, err)
	}
	defer func() { _ = f.Close() }() // only read
	b := &bookReader{file: f, name: filepath.Base(name), tables: tables, sums: map[string]string{}}
	sheets, err := b.layout()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if wrote != nil {
		b.made = wrote(b.book.Run)
	}
	slices.SortStableFunc(sheets, func(x, y *bookSheet) int { // documents first: they tell the hashes
		return cmp.Compare(boolInt(x.table.Name != "documents"), boolInt(y.table.Name != "documents"))
	})
	for _, s := range sheets {
		b.sheet(s)
	}
	if len(b.faults) > maxFaults {
		b.faults = append(b.faults[:maxFaults], fmt.Errorf("… and %d more", len(b.faults)-maxFaults))
	}
	if err := errors.Join(b.faults...); err != nil {
		return nil, fmt.Errorf("%s: nothing was taken from it:\n%w", name, err)
	}
	return &b.book, nil
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

type bookReader struct {
	file   *excelize.File
	name   string
	lang   string
	tables []*report.Table
	sums   map[string]string // doc_id → SHA-256
	made   report.Dataset    // what the run wrote; nil when it is not at hand
	typed  []changed         // rows of the sheet in hand
	faults []error
	book   Book
}

// fault notes what is wrong with a cell.
func (b *bookReader) fault(sheet string, col, row int, format string, args ...any) {
	cell, _ := excelize.CoordinatesToCellName(col, row)
	b.faults = append(b.faults, fmt.Errorf("%s!%s: %s", sheet, cell, fmt.Sprintf(format, args...)))
}

// bookSheet is a data sheet as the hidden sheet describes it.
type bookSheet struct {
	name    string
	table   *report.Table
	header  int
	main    string // the column that a correction means when it names none
	columns []bookColumn
}

type bookColumn struct {
	at     int // its place in the book, from 1; 0 when it is not there
	first  int // the place that it was written to
	name   string
	role   string
	header string
}

// layout reads the hidden sheet.
func (b *bookReader) layout() ([]*bookSheet, error) {
	rows, err := b.file.GetRows(layoutSheet)
	if err != nil || len(rows) < 2 || len(rows[0]) < 6 || len(rows[1]) < 8 {
		return nil, fmt.Errorf("the hidden sheet %q, in which a workbook of tongket describes itself, is not there or is another one's; take the workbook from a run again", layoutSheet)
	}
	if rows[0][1] != layoutVersion {
		return nil, fmt.Errorf("%s!B1: the workbook is of layout %s, this program reads %s; run again and take the new one", layoutSheet, rows[0][1], layoutVersion)
	}
	b.lang, b.book.Run = rows[0][5], rows[0][3]
	var out []*bookSheet
	by := map[string]*bookSheet{}
	for i, r := range rows[2:] {
		if len(r) < 8 {
			continue
		}
		s := by[r[0]]
		if s == nil {
			t := tableOf(b.tables, r[1])
			if t == nil {
				b.fault(layoutSheet, 2, i+3, "the codebook has no table %q; name the profile of the run with --profile", r[1])
				continue
			}
			header, err := strconv.Atoi(r[2])
			if err != nil {
				b.fault(layoutSheet, 3, i+3, "%q is no row", r[2])
				continue
			}
			s = &bookSheet{name: r[0], table: t, header: header}
			by[r[0]] = s
			out = append(out, s)
		}
		first, _ := strconv.Atoi(r[4])
		c := bookColumn{first: first, name: r[5], role: r[6], header: r[7]}
		if c.role == "review_field" {
			s.main, c.name = c.name, ""
		}
		s.columns = append(s.columns, c)
	}
	return out, errors.Join(b.faults...)
}

func tableOf(tables []*report.Table, name string) *report.Table {
	if i := slices.IndexFunc(tables, func(t *report.Table) bool { return t.Name == name }); i >= 0 {
		return tables[i]
	}
	return nil
}

// sheet reads one data sheet row by row.
func (b *bookReader) sheet(s *bookSheet) {
	if !s.reviewable() {
		return
	}
	rows, err := b.file.Rows(s.name)
	if err != nil {
		b.faults = append(b.faults, fmt.Errorf("%s: the sheet is not there; it was deleted or renamed. Bring it back, or take the workbook from a run again", s.name))
		return
	}
	defer func() { _ = rows.Close() }() // only read
	w, err := b.wrote(s)
	if err != nil {
		b.faults = append(b.faults, err)
		return
	}
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns()
		if err != nil {
			b.fault(s.name, 1, n, "%v", err)
			return
		}
		switch {
		case n < s.header:
		case n == s.header:
			if !b.head(s, cells) {
				return
			}
		default:
			b.row(s, w, cells, n)
		}
	}
	if err := b.nameTyped(w); err != nil {
		b.faults = append(b.faults, err)
	}
	if err := rows.Error(); err != nil {
		b.faults = append(b.faults, fmt.Errorf("%s: %w", s.name, err))
	}
}

func (s *bookSheet) reviewable() bool {
	return slices.ContainsFunc(s.columns, func(c bookColumn) bool { return c.role == "review_verdict" })
}

// head finds the columns by their headers: a person may have moved them. One
// that is missing or strange makes all below it doubtful.
func (b *bookReader) head(s *bookSheet, cells []string) bool {
	known := map[int]bool{}
	for i := range s.columns {
		c := &s.columns[i]
		for at, h := range cells {
			if !known[at] && clean(h) == clean(c.header) {
				c.at, known[at] = at+1, true
				break
			}
		}
	}
	before := len(b.faults)
	for _, c := range s.columns {
		if c.at == 0 {
			found := ""
			if c.first >= 1 && c.first <= len(cells) && !known[c.first-1] {
				found = fmt.Sprintf("; %q stands there", cells[c.first-1])
			}
			b.fault(s.name, c.first, s.header, "the column %q is not here%s; give it its name back", c.header, found)
		}
	}
	for at, h := range cells {
		if clean(h) != "" && !known[at] {
			b.fault(s.name, at+1, s.header, "the codebook knows no column %q; take it out, or keep what it says in the notes of the review", h)
		}
	}
	return len(b.faults) == before
}

// clean makes texts of cells comparable.
func clean(s string) string { return strings.Join(strings.Fields(norm.NFC.String(s)), " ") }

// at returns the cell of a role, or of a value column by its name.
func (s *bookSheet) at(cells []string, role, name string) (string, int) {
	for _, c := range s.columns {
		if c.role == role && (role != "value" || c.name == name) {
			if c.at <= len(cells) {
				return strings.TrimSpace(norm.NFC.String(cells[c.at-1])), c.at
			}
			return "", c.at
		}
	}
	return "", 1
}

// row reads one row with its verdict.
func (b *bookReader) row(s *bookSheet, w *wrote, cells []string, n int) {
	id, at := s.at(cells, "value", "doc_id")
	if s.table.Name == "documents" && id != "" {
		sum, _ := s.at(cells, "value", "sha256")
		if len(sum) != 64 || !strings.HasPrefix(sum, id) {
			b.fault(s.name, at, n, "document %q and its hash do not belong together; take the workbook from a run again", id)
			return
		}
		b.sums[id] = sum
	}
	if blank(cells) {
		return
	}
	var row report.Row
	if w != nil {
		var ok bool
		if row, ok = b.values(s, cells, n); !ok {
			return
		}
		b.compare(w, s, row, n)
	}
	verdict, vAt := s.at(cells, "review_verdict", "")
	field, fAt := s.at(cells, "review_field", "")
	text, tAt := s.at(cells, "review_value", "")
	note, nAt := s.at(cells, "review_note", "")
	if verdict == "" {
		switch {
		case text != "":
			b.fault(s.name, tAt, n, "a right value without a verdict: choose %q in the column of verdicts", words[Wrong].In(b.lang))
		case field != "":
			b.fault(s.name, fAt, n, "a column to correct without a verdict")
		case note != "":
			b.fault(s.name, nAt, n, "a note without a verdict")
		}
		return
	}
	v, ok := verdicts[strings.ToLower(verdict)]
	if !ok {
		b.fault(s.name, vAt, n, "%q is no verdict: %s, %s or %s", verdict, words[Right].In(b.lang), words[Wrong].In(b.lang), words[Unclear].In(b.lang))
		return
	}
	if b.sums[id] == "" {
		b.fault(s.name, at, n, "no document %q on the sheet of documents", id)
		return
	}
	if w == nil {
		if row, ok = b.values(s, cells, n); !ok {
			return
		}
	}
	cell, _ := excelize.CoordinatesToCellName(vAt, n)
	c := Correction{Doc: b.sums[id], Table: s.table.Name, Verdict: v, Note: note, Place: b.name + " " + s.name + "!" + cell, Was: owns(row)}
	c.Row = row.Get("row_id").Text()
	c.Start, c.End = spanOf(row)
	c.Evidence = report.HideCells(row.Get("evidence").Text())
	c.Rule, c.Confidence = row.Get("rule").Text(), row.Get("confidence").Text()
	if c.Row == "" {
		_, at := s.at(cells, "value", "row_id")
		b.fault(s.name, at, n, "the row has no id; rows cannot be added here")
		return
	}
	switch {
	case v != Wrong && text != "":
		b.fault(s.name, tAt, n, "a right value beside the verdict %q: choose %q, or clear it", verdict, words[Wrong].In(b.lang))
		return
	case v != Wrong && field != "":
		b.fault(s.name, fAt, n, "a column to correct beside the verdict %q: choose %q, or clear it", verdict, words[Wrong].In(b.lang))
		return
	case v == Wrong && !b.wrong(s, &c, field, text, n, fAt, tAt):
		return
	}
	normalise(&c)
	b.book.Corrections = append(b.book.Corrections, c)
	b.book.Rows = append(b.book.Rows, row)
}

func blank(cells []string) bool {
	return !slices.ContainsFunc(cells, func(s string) bool { return strings.TrimSpace(s) != "" })
}

// wrong fills in what a wrong row should say.
func (b *bookReader) wrong(s *bookSheet, c *Correction, field, text string, row, fAt, tAt int) bool {
	c.Field = s.main
	if field != "" {
		i := slices.IndexFunc(s.columns, func(x bookColumn) bool { return x.role == "value" && vn.Fold(clean(x.header)) == vn.Fold(clean(field)) })
		if i < 0 || !Own(s.table, s.columns[i].name) {
			b.fault(s.name, fAt, row, "%q is no column that can be corrected; choose one of the list%s", field, report.DidYouMean(field, s.correctable()))
			return false
		}
		c.Field = s.columns[i].name
	}
	if field == "" && text == "" { // the row should not be there
		c.Field = ""
		if s.table.Name == "documents" || s.table.Name == "identity_evidence" {
			b.fault(s.name, fAt, row, "say which column is wrong")
			return false
		}
		return true
	}
	if c.Field == "" {
		b.fault(s.name, fAt, row, "say which column is wrong: this table has no main one")
		return false
	}
	column := s.table.Column(c.Field)
	if s.table.Name == "identity_evidence" {
		if documents := tableOf(b.tables, "documents"); documents != nil && documents.Column(c.Was["field"]) != nil && c.Field == "value" {
			column = documents.Column(c.Was["field"])
		} else {
			b.fault(s.name, fAt, row, "only the value of an identity column can be corrected here")
			return false
		}
	}
	if text == "" && !column.Nullable {
		b.fault(s.name, tAt, row, "this column cannot be blank: give its value, or leave the column out to say that the row should not be there")
		return false
	}
	v, err := parseCell(column, text, b.lang)
	if err != nil {
		b.fault(s.name, tAt, row, "%v", err)
		return false
	}
	if n, ok := v.Number(); ok && s.table.Name == "measures" && c.Field == "value" && c.Was["stat"] == "count" && c.Was["attribute"] != "change" && (n < 0 || n != math.Trunc(n)) {
		b.fault(s.name, tAt, row, "%s is no count: write a whole number from 0", text)
		return false
	}
	c.Value = v.String()
	return true
}

// correctable are the headers of the columns that can be corrected.
func (s *bookSheet) correctable() []string {
	var out []string
	for _, c := range s.columns {
		if c.role == "value" && Own(s.table, c.name) {
			out = append(out, c.header)
		}
	}
	return out
}

// normalise makes what is said of an identity column the same on whatever sheet
// it was said.
func normalise(c *Correction) {
	if c.Table == "documents" {
		c.Row = ""
		return
	}
	if c.Table != "identity_evidence" {
		return
	}
	field := c.Was["field"]
	*c = Correction{
		Doc: c.Doc, Table: "documents", Field: field, Verdict: c.Verdict, Value: c.Value, Note: c.Note, Place: c.Place,
		Evidence: c.Evidence, Shown: c.Row, Rule: c.Rule, Confidence: c.Confidence, Was: map[string]string{field: c.Was["value"]},
	}
}

// values reads the columns of a row as they are shown.
func (b *bookReader) values(s *bookSheet, cells []string, n int) (report.Row, bool) {
	r := report.NewRow(s.table)
	for _, c := range s.columns {
		column := s.table.Column(c.name)
		if c.role != "value" || column == nil {
			continue
		}
		text := ""
		if c.at <= len(cells) {
			text = cells[c.at-1]
		}
		if text == "" {
			text = b.linked(s, c.name, cells, c.at, n)
		}
		if text == "" {
			continue
		}
		v, err := parseCell(column, norm.NFC.String(text), asStored)
		if err != nil {
			b.fault(s.name, c.at, n, "%v; what a row says is corrected in the columns of the review", err)
			return r, false
		}
		switch {
		case c.name == "evidence", c.name == "other_evidence":
			v = report.Text(report.HideCells(v.Text()))
		case c.name == "base" && s.table.Name == "measures":
			v = report.Text(report.HideBase(s.table, v.Text()))
		}
		r.Set(c.name, v)
	}
	if documents := tableOf(b.tables, "documents"); s.table.Name == "identity_evidence" && documents != nil {
		field, value := report.HideField(documents, r.Get("field").Text(), r.Get("value").Text())
		r.Set("field", report.Text(field))
		r.Set("value", report.Text(value))
	}
	for i, c := range s.table.Columns { // a date shows its first day; how much is known stands beside it
		d, ok := r.Cells[i].Date()
		if p := r.Get(c.Name + "_precision").Text(); ok && p != "" {
			switch p {
			case "year":
				d.Month, d.Day, d.Precision = 0, 0, report.Year
			case "month":
				d.Day, d.Precision = 0, report.Month
			}
			r.Cells[i] = report.Day(d)
		}
	}
	return r, true
}
