package sheet

import (
	"math"
	"strconv"
	"strings"
)

// decimal is a number as a spreadsheet sees it: 15 significant digits, of which
// the point stands after the first point of them.
type decimal struct {
	negative bool
	digits   string // without leading or trailing zeros; "" is zero
	point    int
}

// significant is the number of digits that spreadsheets keep.
const significant = 15

func newDecimal(v float64) decimal {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return decimal{}
	}
	s := strconv.FormatFloat(math.Abs(v), 'e', significant-1, 64) // d.ddde±dd
	mantissa, exponent, _ := strings.Cut(s, "e")
	e, err := strconv.Atoi(exponent)
	if err != nil {
		return decimal{}
	}
	digits := strings.TrimRight(strings.Replace(mantissa, ".", "", 1), "0")
	return decimal{v < 0, digits, e + 1}
}

// round rounds half away from zero to n places after the point.
func (d decimal) round(n int) decimal {
	keep := d.point + n
	switch {
	case keep >= len(d.digits):
		return d
	case keep < 0:
		return decimal{negative: d.negative}
	}
	up := d.digits[keep] >= '5'
	digits := []byte(d.digits[:keep])
	for i := keep - 1; up && i >= 0; i-- {
		if digits[i]++; digits[i] <= '9' {
			up = false
		} else {
			digits[i] = '0'
		}
	}
	point := d.point
	if up {
		digits = append([]byte{'1'}, digits...)
		point++
	}
	return decimal{d.negative, strings.TrimRight(string(digits), "0"), point}
}

// parts returns the digits before the point, "" for none, and after it.
func (d decimal) parts() (whole, fraction string) {
	switch {
	case d.digits == "":
		return "", ""
	case d.point <= 0:
		return "", strings.Repeat("0", min(-d.point, maxZeros)) + d.digits
	case d.point >= len(d.digits):
		return d.digits + strings.Repeat("0", min(d.point-len(d.digits), maxZeros)), ""
	}
	return d.digits[:d.point], d.digits[d.point:]
}

// maxZeros bounds what a number like 1E300 is written out to.
const maxZeros = 330

// generalDigits are the significant digits of a broken number without a format:
// what fits into a cell of usual width.
const generalDigits = 10

// General writes a number that has no format: all digits of a whole number, ten
// significant digits of a broken one.
func General(v float64) string {
	d := newDecimal(v)
	if d.digits == "" {
		return "0"
	}
	if d.point > 21 || d.point < -9 {
		return strings.Replace(strconv.FormatFloat(v, 'E', 5, 64), ".", ",", 1)
	}
	if d.point < len(d.digits) { // a broken number
		d = d.round(max(generalDigits-max(d.point, 0), 0))
	}
	whole, fraction := d.parts()
	if whole == "" {
		whole = "0"
	}
	if fraction != "" {
		whole += "," + fraction
	}
	if d.negative && d.digits != "" {
		return "-" + whole
	}
	return whole
}
