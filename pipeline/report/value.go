package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"time"
)

// Value is one cell of a row. The zero Value is null. It is kept small, because
// a document has thousands: a date is packed into num, see Date.pack.
type Value struct {
	kind valueKind
	text string
	num  float64
}

type valueKind uint8

const (
	nullValue valueKind = iota
	textValue
	numberValue
	dateValue
	boolValue
)

// Text returns a string value; the empty string is null.
func Text(s string) Value {
	if s == "" {
		return Value{}
	}
	return Value{kind: textValue, text: s}
}

// Number returns a numeric value; NaN and infinities are null.
func Number(f float64) Value {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return Value{}
	}
	return Value{kind: numberValue, num: f}
}

// Int returns a numeric value.
func Int(n int) Value { return Number(float64(n)) }

// Bool returns a boolean value.
func Bool(b bool) Value {
	v := Value{kind: boolValue}
	if b {
		v.num = 1
	}
	return v
}

// Day returns a date value; the zero Date is null.
func Day(d Date) Value {
	if d.IsZero() {
		return Value{}
	}
	return Value{kind: dateValue, num: d.pack()}
}

// IsNull reports whether nothing is stated.
func (v Value) IsNull() bool { return v.kind == nullValue }

// Text returns the string of a string value, "" otherwise.
func (v Value) Text() string { return v.text }

// Number returns the number of a numeric value, and whether it is one.
func (v Value) Number() (float64, bool) { return v.num, v.kind == numberValue }

// Bool returns the boolean of a boolean value, and whether it is one.
func (v Value) Bool() (b, ok bool) { return v.num != 0, v.kind == boolValue }

// Date returns the date of a date value, and whether it is one.
func (v Value) Date() (Date, bool) {
	if v.kind != dateValue {
		return Date{}, false
	}
	return unpack(v.num), true
}

// Equal reports whether two values are the same.
func (v Value) Equal(w Value) bool { return v == w }

// String renders the value as JSON lines show it, without quotes; null is "".
func (v Value) String() string {
	switch v.kind {
	case textValue:
		return v.text
	case numberValue:
		return strconv.FormatFloat(v.num, 'f', -1, 64)
	case dateValue:
		return unpack(v.num).String()
	case boolValue:
		return strconv.FormatBool(v.num != 0)
	case nullValue:
	}
	return ""
}

// Compare orders values: null first, then by kind, then by content.
func (v Value) Compare(w Value) int {
	if c := cmp.Compare(v.kind, w.kind); c != 0 {
		return c
	}
	if c := cmp.Compare(v.num, w.num); c != 0 {
		return c
	}
	return cmp.Compare(v.text, w.text)
}

// MarshalJSON renders null, a string, a number or a boolean; a date is a string
// of its precision ("2024-02").
func (v Value) MarshalJSON() ([]byte, error) {
	switch v.kind {
	case textValue:
		return json.Marshal(v.text)
	case numberValue:
		return strconv.AppendFloat(nil, v.num, 'f', -1, 64), nil
	case boolValue:
		return strconv.AppendBool(nil, v.num != 0), nil
	case dateValue:
		return json.Marshal(v.String())
	case nullValue:
	}
	return []byte("null"), nil
}

// Precision says how much of a Date is known.
type Precision uint8

// The precisions of a date.
const (
	NoDate Precision = iota
	Year
	Month
	DayOfMonth
)

// String returns the code of the precision: year, month or day.
func (p Precision) String() string {
	switch p {
	case Year:
		return "year"
	case Month:
		return "month"
	case DayOfMonth:
		return "day"
	case NoDate:
	}
	return ""
}

// Date is a calendar date of which the year, the month or the day is the last
// known part. The zero Date is none.
type Date struct {
	Year, Month, Day int
	Precision        Precision
}

// pack makes a date a number that compares as dates do; unpack undoes it.
func (d Date) pack() float64 {
	return float64(((d.Year*16+d.Month)*32+d.Day)*4 + int(d.Precision))
}

func unpack(f float64) Date {
	n := int(f)
	return Date{Year: n >> 11, Month: n >> 7 & 15, Day: n >> 2 & 31, Precision: Precision(n & 3)}
}

// NewDate returns a date of the precision that its arguments have (0 is
// unknown), and whether such a day exists.
func NewDate(year, month, day int) (Date, bool) {
	switch {
	case year < 1 || year > 9999 || month < 0 || month > 12 || day < 0 || day > 31:
		return Date{}, false
	case month == 0:
		return Date{Year: year, Precision: Year}, day == 0
	case day == 0:
		return Date{Year: year, Month: month, Precision: Month}, true
	}
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if t.Day() != day || int(t.Month()) != month {
		return Date{}, false
	}
	return Date{Year: year, Month: month, Day: day, Precision: DayOfMonth}, true
}

// ParseDate reads YYYY, YYYY-MM or YYYY-MM-DD.
func ParseDate(s string) (Date, error) {
	var y, m, d int
	var err error
	switch len(s) {
	case 4:
		_, err = fmt.Sscanf(s, "%4d", &y)
	case 7:
		_, err = fmt.Sscanf(s, "%4d-%2d", &y, &m)
	case 10:
		_, err = fmt.Sscanf(s, "%4d-%2d-%2d", &y, &m, &d)
	default:
		err = fmt.Errorf("want YYYY, YYYY-MM or YYYY-MM-DD")
	}
	if err == nil {
		if date, ok := NewDate(y, m, d); ok && date.String() == s {
			return date, nil
		}
		err = fmt.Errorf("no such date")
	}
	return Date{}, fmt.Errorf("date %q: %w", s, err)
}

// IsZero reports whether nothing is known.
func (d Date) IsZero() bool { return d.Precision == NoDate }

// String renders the known part: 2024, 2024-02 or 2024-02-15.
func (d Date) String() string {
	switch d.Precision {
	case Year:
		return fmt.Sprintf("%04d", d.Year)
	case Month:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	case DayOfMonth:
		return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
	case NoDate:
	}
	return ""
}

// First returns the first day of what is known, for columns that hold whole
// dates.
func (d Date) First() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// Compare orders dates by their first day, then by precision.
func (d Date) Compare(e Date) int {
	return cmp.Or(cmp.Compare(d.Year, e.Year), cmp.Compare(d.Month, e.Month),
		cmp.Compare(d.Day, e.Day), cmp.Compare(d.Precision, e.Precision))
}

// Before reports whether d starts before e.
func (d Date) Before(e Date) bool { return d.Compare(e) < 0 }
