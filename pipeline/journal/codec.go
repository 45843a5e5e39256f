package journal

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// errFrame says that the bytes of a frame are not what was written.
var errFrame = errors.New("frame is damaged")

// encoder appends values to a buffer.
type encoder struct{ b []byte }

func (e *encoder) uint(n uint64) { e.b = binary.AppendUvarint(e.b, n) }
func (e *encoder) int(n int)     { e.b = binary.AppendVarint(e.b, int64(n)) }
func (e *encoder) byte(c byte)   { e.b = append(e.b, c) }
func (e *encoder) string(s string) {
	e.uint(uint64(len(s)))
	e.b = append(e.b, s...)
}

// decoder takes values from a string, so that the texts it returns share its
// memory. The first fault sticks and everything after it is zero.
type decoder struct {
	s   string
	bad bool
}

func (d *decoder) fail() { d.s, d.bad = "", true }

func (d *decoder) uint() uint64 {
	var n uint64
	for shift := 0; shift < 64; shift += 7 {
		c := d.byte()
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	d.fail()
	return 0
}

func (d *decoder) int() int {
	u := d.uint()
	n := int64(u >> 1)
	if u&1 != 0 {
		n = ^n
	}
	return int(n)
}

// count reads the length of a list whose items take at least one byte each, so
// that damage cannot ask for more memory than the frame has bytes.
func (d *decoder) count() int {
	n := d.uint()
	if n > uint64(len(d.s)) {
		d.fail()
		return 0
	}
	return int(n)
}

func (d *decoder) byte() byte {
	if d.s == "" {
		d.fail()
		return 0
	}
	c := d.s[0]
	d.s = d.s[1:]
	return c
}

func (d *decoder) string() string {
	n := d.count()
	s := d.s[:n]
	d.s = d.s[n:]
	return s
}

func (d *decoder) err() error {
	if d.bad || d.s != "" {
		return errFrame
	}
	return nil
}

// shared is the length from which a text shares the memory of its section. Who
// keeps a name or a code would otherwise keep the section with it; sentences
// nobody keeps.
const shared = 64

// The tags of values.
const (
	tagNull = iota
	tagText
	tagAgain // a text that stood before in the section, by its number
	tagInt
	tagFloat
	tagDate
	tagTrue
	tagFalse
)

// section encodes the rows of one table. A text that comes again (the sentence
// that several rows stand on, codes, rules) is written once.
func (e *encoder) section(rows []report.Row) {
	texts := map[string]int{}
	for _, r := range rows {
		for _, v := range r.Cells {
			e.value(v, texts)
		}
	}
}

func (e *encoder) value(v report.Value, texts map[string]int) {
	if v.IsNull() {
		e.byte(tagNull)
		return
	}
	if d, ok := v.Date(); ok {
		e.byte(tagDate)
		e.uint(uint64(d.Year))
		e.byte(byte(d.Month))
		e.byte(byte(d.Day))
		return
	}
	if n, ok := v.Number(); ok {
		e.number(n)
		return
	}
	if b, ok := v.Bool(); ok {
		if b {
			e.byte(tagTrue)
		} else {
			e.byte(tagFalse)
		}
		return
	}
	if i, ok := texts[v.Text()]; ok {
		e.byte(tagAgain)
		e.uint(uint64(i))
		return
	}
	texts[v.Text()] = len(texts)
	e.byte(tagText)
	e.string(v.Text())
}

func (e *encoder) number(n float64) {
	if i := int(n); float64(i) == n && !(n == 0 && math.Signbit(n)) && i > -1<<53 && i < 1<<53 {
		e.byte(tagInt)
		e.int(i)
		return
	}
	e.byte(tagFloat)
	e.b = binary.LittleEndian.AppendUint64(e.b, math.Float64bits(n))
}

// rows decodes n rows of a table.
func (d *decoder) rows(t *report.Table, n int) []report.Row {
	width := len(t.Columns)
	if n*width > len(d.s) {
		d.fail()
		return nil
	}
	var texts []string
	cells := make([]report.Value, n*width)
	rows := make([]report.Row, n)
	for i := range cells {
		cells[i] = d.value(&texts)
	}
	for i := range rows {
		rows[i] = report.Row{Table: t, Cells: cells[i*width : (i+1)*width : (i+1)*width]}
	}
	return rows
}

func (d *decoder) value(texts *[]string) report.Value {
	switch d.byte() {
	case tagNull:
		return report.Value{}
	case tagText:
		s := d.string()
		if len(s) < shared {
			s = strings.Clone(s)
		}
		*texts = append(*texts, s)
		return report.Text(s)
	case tagAgain:
		if i := d.uint(); i < uint64(len(*texts)) {
			return report.Text((*texts)[i])
		}
	case tagInt:
		return report.Number(float64(d.int()))
	case tagFloat:
		if len(d.s) >= 8 {
			bits := binary.LittleEndian.Uint64([]byte(d.s[:8]))
			d.s = d.s[8:]
			return report.Number(math.Float64frombits(bits))
		}
	case tagDate:
		y, m, day := int(d.uint()), int(d.byte()), int(d.byte())
		if date, ok := report.NewDate(y, m, day); ok {
			return report.Day(date)
		}
	case tagTrue:
		return report.Bool(true)
	case tagFalse:
		return report.Bool(false)
	}
	d.fail()
	return report.Value{}
}
