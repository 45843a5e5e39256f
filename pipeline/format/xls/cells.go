package xls

import (
	"errors"
	"strings"

	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/report"
)

// errStop ends a sheet at a limit that is already booked.
var errStop = errors.New("stop")

// walker walks the records of one sheet.
type walker struct {
	*workbook
	records
	grid   *sheet.Grid
	object uint16 // the kind of the drawn object met last
	depth  int    // of charts inside the sheet
	looks  int
}

// lookEvery is the number of records between two looks at the context.
const lookEvery = 1 << 10

func (w *walker) walk() error {
	if !w.next() || w.kind != recBOF {
		return report.Becausef(report.Damaged, "sheet %s does not begin", w.grid.Name)
	}
	w.depth = 1
	for w.next() {
		if w.looks++; w.looks%lookEvery == 0 {
			if err := w.ctx.Err(); err != nil {
				return err
			}
		}
		switch w.kind {
		case recBOF:
			w.depth++
		case recEOF:
			if w.depth--; w.depth == 0 {
				return nil
			}
		default:
			if w.depth > 1 {
				continue
			}
			if err := w.record(); err != nil {
				return err
			}
		}
	}
	return report.Becausef(report.Truncated, "sheet %s is cut short", w.grid.Name)
}

func (w *walker) record() error {
	switch w.kind {
	case recNumber:
		return w.number(w.uint16(2), w.uint16(4), w.float(6))
	case recRK:
		return w.number(w.uint16(2), w.uint16(4), rk(w.uint32(6)))
	case recMulRK:
		return w.numbers()
	case recLabelSST:
		if i := w.uint32(6); int64(i) < int64(len(w.strings)) {
			c, f := w.cell(w.uint16(2)), w.format(w.uint16(4))
			w.fill(&c, w.strings[i], f)
			return w.put(c, f)
		}
	case recLabel, recRString:
		c, f := w.cell(w.uint16(2)), w.format(w.uint16(4)) // before a CONTINUE takes their place
		w.fill(&c, w.label(), f)
		return w.put(c, f)
	case recFormula, recFormulaAgain, recFormulaThird:
		return w.formula()
	case recBoolErr:
		return w.boolOrError(w.byte(6), w.byte(7) != 0)
	case recMergedCells:
		w.merges()
	case recHeader:
		w.grid.Head = w.margin()
	case recFooter:
		w.grid.Foot = w.margin()
	case recObj:
		w.object = w.uint16(4)
	case recTXO:
		w.box()
	}
	return nil
}

// put adds a cell that shows something, within the limits.
func (w *walker) put(c sheet.Cell, format cellFormat) error {
	f := w.font(format.font)
	c.Font, c.Bold, c.Centre = f.name, f.bold, format.centre
	if c.Text == "" && len(c.Rich) == 0 || c.Col >= sheet.MaxCols {
		return nil
	}
	w.shown += int64(len(c.Text))
	for _, r := range c.Rich {
		w.shown += int64(len(r.Text))
	}
	if w.shown > w.limits.Part {
		w.trouble(report.Becausef(report.Expansion, "the cells show more than %d bytes", w.limits.Part))
		return errStop
	}
	if w.cells++; w.cells > w.limits.Parts {
		w.trouble(w.limits.TooMany())
		return errStop
	}
	w.grid.Cells = append(w.grid.Cells, c)
	return nil
}

// cell returns an empty cell in the row of the record.
func (w *walker) cell(col uint16) sheet.Cell {
	return sheet.Cell{Row: int32(w.uint16(0)), Col: int32(col)}
}

func (w *walker) number(col, format uint16, v float64) error {
	c, f := w.cell(col), w.format(format)
	c.Text = f.number.Number(v, w.base1904)
	return w.put(c, f)
}

func (w *walker) numbers() error {
	const each = 6
	col := w.uint16(2)
	for at := 4; at+each+2 <= len(w.body); at += each {
		if err := w.number(col, w.uint16(at), rk(w.uint32(at+2))); err != nil {
			return err
		}
		col++
	}
	return nil
}

// fill sets what a cell shows of a text, in its fonts.
func (w *walker) fill(c *sheet.Cell, t text, f cellFormat) {
	name := w.font(f.font).name
	if len(t.runs) == 0 {
		c.Text = f.number.Text(w.slice(t, 0, t.length(), name))
		return
	}
	from := 0
	add := func(to int) {
		if s := w.slice(t, from, to, name); s != "" {
			c.Rich = append(c.Rich, report.Run{Text: s, Font: name})
		}
		from = max(from, to)
	}
	for _, r := range t.runs {
		add(int(r.at))
		name = w.font(r.font).name
	}
	add(t.length())
}

// label reads the text that a record itself holds.
func (w *walker) label() text {
	n := int(w.uint16(6))
	rich := w.kind == recRString
	c := &cursor{&w.records, w.tail(8)}
	if w.version == biff8 {
		t, _ := c.unicode(n)
		return t
	}
	n = min(n, len(c.rest))
	t := text{bytes: c.rest[:n]}
	c.rest = c.rest[n:]
	if !rich {
		return t
	}
	count, _ := c.byte()
	for range count {
		at, _ := c.byte()
		font, ok := c.byte()
		if !ok {
			break
		}
		t.runs = append(t.runs, change{uint16(at), uint16(font)})
	}
	return t
}

// formula puts the last result of a formula.
func (w *walker) formula() error {
	const isString, isBool, isError = 0, 1, 2
	if w.uint16(12) != 0xFFFF {
		return w.number(w.uint16(2), w.uint16(4), w.float(6))
	}
	switch w.byte(6) {
	case isString:
		return w.formulaText()
	case isBool:
		return w.boolOrError(w.byte(8), false)
	case isError:
		return w.boolOrError(w.byte(8), true)
	}
	return nil
}

// formulaText finds the text of a formula, which stands in a record of its own
// behind at most one that shares the formula with other cells.
func (w *walker) formulaText() error {
	const shared, array, table = 0x04BC, 0x0221, 0x0236
	c, f := w.cell(w.uint16(2)), w.format(w.uint16(4))
	for {
		switch w.peek() {
		case shared, array, table, recContinue:
			w.next()
			continue
		case recString:
			w.next()
			n := int(w.uint16(0))
			in := &cursor{&w.records, w.tail(2)}
			t := text{bytes: in.rest[:min(n, len(in.rest))]}
			if w.version == biff8 {
				t, _ = in.unicode(n)
			}
			w.fill(&c, t, f)
			return w.put(c, f)
		}
		return nil
	}
}

// faults are the error values by their code.
var faults = map[byte]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
}

func (w *walker) boolOrError(v byte, isError bool) error {
	c := w.cell(w.uint16(2))
	switch {
	case isError:
		c.Text = faults[v]
	case v != 0:
		c.Text = "TRUE"
	default:
		c.Text = "FALSE"
	}
	return w.put(c, w.format(w.uint16(4)))
}

func (w *walker) merges() {
	const each, most = 8, 100_000
	for at := 2; at+each <= len(w.body) && len(w.grid.Merged) < most; at += each {
		w.grid.Merged = append(w.grid.Merged, sheet.Area{
			Top: int32(w.uint16(at)), Bottom: int32(w.uint16(at + 2)),
			Left: int32(w.uint16(at + 4)), Right: int32(w.uint16(at + 6)),
		})
	}
}

// margin reads a running head or foot.
func (w *walker) margin() string {
	if len(w.body) == 0 {
		return ""
	}
	if w.version != biff8 {
		return sheet.Margin(w.shortString(&w.records, 0))
	}
	n := int(w.uint16(0))
	t, _ := (&cursor{&w.records, w.tail(2)}).unicode(n)
	return sheet.Margin(w.slice(t, 0, t.length(), ""))
}

// box reads the text of a drawn object, which follows in CONTINUE records. A
// comment is such an object too, and does not show.
func (w *walker) box() {
	const comment, most = 0x19, 10_000
	n := int(w.uint16(10))
	if w.version != biff8 || n == 0 || w.peek() != recContinue || w.object == comment || len(w.grid.Boxes) >= most {
		return
	}
	w.next()
	c := w.cursor()
	flags, _ := c.byte()
	units, _ := c.units(n, flags&1 != 0)
	if s := strings.TrimSpace(w.slice(text{units: units}, 0, len(units), "")); s != "" {
		w.grid.Boxes = append(w.grid.Boxes, s)
	}
}
