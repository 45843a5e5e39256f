// Package codec writes numbers, texts and values of rows as bytes and reads them
// back: what the journal keeps and what counting puts aside.
//
//	var e codec.Encoder
//	e.String("doc")
//	e.Value(v)
//	d := codec.Decode(string(e.B))
//	name, w := d.String(), d.Value()
//	err := d.Err()
package codec

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// ErrDamaged says that bytes are not what was written.
var ErrDamaged = errors.New("not what was written")

// Encoder appends to B.
type Encoder struct {
	B []byte
	// texts are those of values so far; a text that comes again is written as
	// its number. Nil writes each.
	texts *texts
}

// Once begins a stretch in which a text that values repeat (the sentence that
// several rows stand on, codes, rules) is written once. The reader does the
// same at the same place.
func (e *Encoder) Once() {
	if e.texts == nil {
		e.texts = &texts{}
	}
	e.texts.forget()
}

// Uint appends a number that is rarely large.
func (e *Encoder) Uint(n uint64) { e.B = binary.AppendUvarint(e.B, n) }

// Int appends a number that is rarely far from 0.
func (e *Encoder) Int(n int) { e.B = binary.AppendVarint(e.B, int64(n)) }

// Byte appends one byte.
func (e *Encoder) Byte(c byte) { e.B = append(e.B, c) }

// Bool appends a truth.
func (e *Encoder) Bool(x bool) {
	if x {
		e.Byte(1)
	} else {
		e.Byte(0)
	}
}

// Float appends any number.
func (e *Encoder) Float(n float64) {
	e.B = binary.LittleEndian.AppendUint64(e.B, math.Float64bits(n))
}

// String appends a text.
func (e *Encoder) String(s string) {
	e.Uint(uint64(len(s)))
	e.B = append(e.B, s...)
}

// Date appends a date.
func (e *Encoder) Date(d report.Date) {
	e.Uint(uint64(d.Year))
	if d.Year != 0 {
		e.Byte(byte(d.Month))
		e.Byte(byte(d.Day))
	}
}

// The tags of values.
const (
	tagNull = iota
	tagText
	tagAgain // a text that stood before in the stretch, by its number
	tagInt
	tagFloat
	tagDate
	tagTrue
	tagFalse
)

// Value appends a value.
func (e *Encoder) Value(v report.Value) {
	if v.IsNull() {
		e.Byte(tagNull)
		return
	}
	if s := v.Text(); s != "" {
		e.text(s)
		return
	}
	if n, ok := v.Number(); ok {
		e.number(n)
		return
	}
	if d, ok := v.Date(); ok {
		e.Byte(tagDate)
		e.Date(d)
		return
	}
	if b, _ := v.Bool(); b {
		e.Byte(tagTrue)
	} else {
		e.Byte(tagFalse)
	}
}

// Row appends a row of cells by what is unlike in the row above it, nil for one of
// nulls: a bit a cell, and the values of those that differ. Half of all cells are
// null and another quarter like those above, so that reading passes over most.
func (e *Encoder) Row(cells, above []report.Value) {
	bits := len(e.B)
	e.B = append(e.B, make([]byte, RowBytes(len(cells)))...)
	for i := range cells {
		if above == nil && cells[i].IsNull() || above != nil && cells[i] == above[i] {
			continue
		}
		e.B[bits+i/8] |= 1 << (i % 8)
		e.Value(cells[i])
	}
}

// RowBytes is the least that a row of n cells takes.
func RowBytes(n int) int { return (n + 7) / 8 }

// Text appends a text that may come again.
func (e *Encoder) Text(s string) { e.Value(report.Text(s)) }

func (e *Encoder) text(s string) {
	if e.texts != nil {
		if i, known := e.texts.number(s); known {
			e.Byte(tagAgain)
			e.Uint(uint64(i))
			return
		}
	}
	e.Byte(tagText)
	e.String(s)
}

func (e *Encoder) number(n float64) {
	if i := int(n); float64(i) == n && !(n == 0 && math.Signbit(n)) && i > -1<<53 && i < 1<<53 {
		e.Byte(tagInt)
		e.Int(i)
		return
	}
	e.Byte(tagFloat)
	e.Float(n)
}

// Decoder takes values from a string, so that the texts it returns share its
// memory. The first fault sticks and everything after it is zero.
type Decoder struct {
	s     string
	at    int
	bad   bool
	texts []string
	once  bool
	short *[shorts]string // texts of the stretches so far; nil before the first
}

// Decode returns a decoder of what an Encoder wrote.
func Decode(s string) *Decoder { return &Decoder{s: s} }

// Reset begins with another string.
func (d *Decoder) Reset(s string) { d.s, d.at, d.bad, d.once = s, 0, false, false }

// Once begins a stretch; see the Encoder.
func (d *Decoder) Once() { d.once, d.texts = true, d.texts[:0] }

// Fail makes the decoder bad.
func (d *Decoder) Fail() { d.s, d.at, d.bad = "", 0, true }

// Rest is how many bytes are left.
func (d *Decoder) Rest() int { return len(d.s) - d.at }

// Err says whether all was read, and as it was written.
func (d *Decoder) Err() error {
	if d.bad || d.at != len(d.s) {
		return ErrDamaged
	}
	return nil
}

// Bad says whether something was not as it was written so far.
func (d *Decoder) Bad() bool { return d.bad }

// Uint reads what Encoder.Uint wrote.
func (d *Decoder) Uint() uint64 {
	if d.at < len(d.s) && d.s[d.at] < 0x80 { // as most are
		d.at++
		return uint64(d.s[d.at-1])
	}
	return d.long()
}

func (d *Decoder) long() uint64 {
	var n uint64
	for shift := 0; shift < 64; shift += 7 {
		c := d.Byte()
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	d.Fail()
	return 0
}

// Int reads what Encoder.Int wrote.
func (d *Decoder) Int() int {
	u := d.Uint()
	n := int64(u >> 1)
	if u&1 != 0 {
		n = ^n
	}
	return int(n)
}

// Count reads the length of a list whose items take at least one byte each, so
// that damage cannot ask for more memory than there are bytes.
func (d *Decoder) Count() int {
	n := d.Uint()
	if n > uint64(d.Rest()) {
		d.Fail()
		return 0
	}
	return int(n)
}

// Byte reads one byte.
func (d *Decoder) Byte() byte {
	if d.at >= len(d.s) {
		d.Fail()
		return 0
	}
	d.at++
	return d.s[d.at-1]
}

// Bool reads a truth.
func (d *Decoder) Bool() bool { return d.Byte() == 1 }

// Float reads any number.
func (d *Decoder) Float() float64 {
	if d.Rest() < 8 {
		d.Fail()
		return 0
	}
	var bits uint64
	for i := range 8 {
		bits |= uint64(d.s[d.at+i]) << (8 * i)
	}
	d.at += 8
	return math.Float64frombits(bits)
}

// String reads a text.
func (d *Decoder) String() string {
	n := d.Count()
	d.at += n
	return d.s[d.at-n : d.at]
}

// Date reads a date.
func (d *Decoder) Date() report.Date {
	y := int(d.Uint())
	if y == 0 {
		return report.Date{}
	}
	date, ok := report.NewDate(y, int(d.Byte()), int(d.Byte()))
	if !ok {
		d.Fail()
		return report.Date{}
	}
	return date
}

// Text reads what Encoder.Text wrote.
func (d *Decoder) Text() string { return d.Value().Text() }

// shared is the length from which a text shares the memory of its stretch. Who
// keeps a name or a code would otherwise keep the stretch with it; sentences
// nobody keeps.
const shared = 64

// shorts is how many of the shorter ones a decoder remembers, so that a code
// that stands in every stretch is in memory once.
const shorts = 512

// keep returns a short text in memory of its own.
func (d *Decoder) keep(s string) string {
	n := len(s)
	if n == 0 {
		return ""
	}
	if d.short == nil {
		d.short = new([shorts]string)
	}
	h := (uint(s[0])*31+uint(s[n/2]))*31 + uint(s[n-1])*7 + uint(n)
	x := &d.short[h%shorts]
	if *x != s {
		*x = strings.Clone(s)
	}
	return *x
}

// Row reads what Encoder.Row wrote. cells are those of the row above and become
// those of this one.
func (d *Decoder) Row(cells []report.Value) {
	n := RowBytes(len(cells))
	if d.Rest() < n {
		d.Fail()
		return
	}
	differ := d.s[d.at : d.at+n]
	d.at += n
	for i := range n {
		for b := differ[i]; b != 0; b &= b - 1 {
			k := 8*i + bits.TrailingZeros8(b)
			if k >= len(cells) {
				d.Fail()
				return
			}
			cells[k] = d.Value()
		}
	}
}

// Value reads a value.
func (d *Decoder) Value() report.Value {
	switch d.Byte() {
	case tagNull:
		return report.Value{}
	case tagText:
		s := d.String()
		if d.once {
			if len(s) < shared {
				s = d.keep(s)
			}
			d.texts = append(d.texts, s)
		}
		return report.Text(s)
	case tagAgain:
		if i := d.Uint(); i < uint64(len(d.texts)) {
			return report.Text(d.texts[i])
		}
	case tagInt:
		return report.Number(float64(d.Int()))
	case tagFloat:
		return report.Number(d.Float())
	case tagDate:
		if date := d.Date(); !date.IsZero() {
			return report.Day(date)
		}
	case tagTrue:
		return report.Bool(true)
	case tagFalse:
		return report.Bool(false)
	}
	d.Fail()
	return report.Value{}
}
