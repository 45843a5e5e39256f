package review

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/tongket/tongket/pipeline/report"
)

// A cell outside the review columns that somebody typed over looks like any
// other: a workbook has no memory. So the rows of the book are held against
// those of the run that wrote it, each by a hash, table by table.

// wrote are the rows of one table as a run wrote them.
type wrote struct {
	columns []string          // those that are compared
	sums    map[uint64]uint64 // row id → what the row says
}

// changed is a row of the book that is not as the run wrote it.
type changed struct {
	sheet *bookSheet
	n     int // row
	row   report.Row
}

// wrote reads the rows of a table, nil when there are none to hold the book
// against.
func (b *bookReader) wrote(s *bookSheet) (*wrote, error) {
	if b.made == nil {
		return nil, nil
	}
	t := tableOf(b.made.Tables(), s.table.Name)
	if t == nil {
		return nil, nil
	}
	w := &wrote{sums: map[uint64]uint64{}}
	for _, c := range s.columns {
		if c.role == "value" && Own(s.table, c.name) && t.Index(c.name) >= 0 {
			w.columns = append(w.columns, c.name)
		}
	}
	for r, err := range b.made.Rows(s.table.Name) {
		if err != nil {
			return nil, err
		}
		w.sums[hashOf(r.Get("row_id").Text())] = w.says(r)
	}
	return w, nil
}

// compare notes a row of the book that says something else than the run wrote.
func (b *bookReader) compare(w *wrote, s *bookSheet, r report.Row, n int) {
	if w == nil || len(b.typed) >= maxFaults {
		return
	}
	if was, ok := w.sums[hashOf(r.Get("row_id").Text())]; !ok || was != w.says(r) {
		b.typed = append(b.typed, changed{s, n, r})
	}
}

// nameTyped names the cells of the rows that were typed over.
func (b *bookReader) nameTyped(w *wrote) error {
	if len(b.typed) == 0 {
		return nil
	}
	typed := b.typed
	b.typed = nil
	was := map[string]report.Row{}
	for r, err := range b.made.Rows(typed[0].sheet.table.Name) {
		if err != nil {
			return err
		}
		id := r.Get("row_id").Text()
		if slices.ContainsFunc(typed, func(c changed) bool { return c.row.Get("row_id").Text() == id }) {
			was[strings.Clone(id)] = report.Row{Table: r.Table, Cells: slices.Clone(r.Cells)}
		}
	}
	for _, c := range typed {
		r, ok := was[c.row.Get("row_id").Text()]
		if !ok {
			_, at := c.sheet.at(nil, "value", "row_id")
			b.fault(c.sheet.name, at, c.n, "no row of the run has the id %q; rows cannot be added here, and ids are not to be changed", c.row.Get("row_id").Text())
			continue
		}
		for _, column := range c.sheet.columns {
			if column.role != "value" || !slices.Contains(w.columns, column.name) {
				continue
			}
			if x, y := says(c.row.Get(column.name)), says(r.Get(column.name)); x != y && !cut(x, y) {
				b.fault(c.sheet.name, column.at, c.n, "this cell was typed over: the run wrote %q. Put that back, and say what is right in the columns of the review", short(y))
			}
		}
	}
	return nil
}

// says hashes what a row says.
func (w *wrote) says(r report.Row) uint64 {
	h := fnv.New64a()
	for _, c := range w.columns {
		s := says(r.Get(c))
		_, _ = h.Write([]byte(s[:min(len(s), surely)]))
		_, _ = h.Write([]byte{0})
	}
	return h.Sum64()
}

// surely is how much of a text a cell of a workbook surely holds: it cuts at
// 32,767 characters.
const surely = 30_000

// cut reports whether x is y as far as a cell holds it.
func cut(x, y string) bool {
	return len(y) > surely && strings.HasPrefix(y, strings.TrimSuffix(x, "…"))
}

// says is a value as it comes back from programs that save workbooks: they write
// numbers with fifteen digits and break lines in their own ways.
func says(v report.Value) string {
	if n, ok := v.Number(); ok {
		return strconv.FormatFloat(n, 'g', 12, 64)
	}
	return clean(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, v.String()))
}

func hashOf(s string) uint64 {
	h := fnv.New64a()
	_, _ = h.Write([]byte(s))
	return h.Sum64()
}

// short is the begin of a text that a message shows.
func short(s string) string {
	const most = 60
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return string(r[:most]) + "…"
}
