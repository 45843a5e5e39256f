package odt

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/format/xmlx"
)

// value is what a cell holds, beside the text that it shows.
type value struct {
	number  float64
	isNum   bool
	percent bool
	date    string // dd/mm/yyyy
	text    string // for a cell that shows nothing itself
}

func readValue(s *xmlx.Scanner) value {
	v := value{percent: s.Is("value-type", "percentage"), text: strings.ToValidUTF8(s.Value("string-value"), "\ufffd")}
	if f, err := strconv.ParseFloat(s.Value("value"), 64); err == nil && !math.IsNaN(f) && !math.IsInf(f, 0) {
		v.number, v.isNum = f, true
	}
	if d := s.Value("date-value"); len(d) >= 10 {
		if t, err := time.Parse("2006-01-02", d[:10]); err == nil {
			v.date = t.Format("02/01/2006")
		}
	}
	return v
}

// plain is what a cell without a paragraph shows: writers other than
// LibreOffice leave it to the reader.
func (v value) plain() string {
	switch {
	case v.isNum && v.percent:
		return sheet.General(v.number*100) + "%"
	case v.isNum:
		return sheet.General(v.number)
	case v.date != "":
		return v.date
	}
	return v.text
}

// vietnamese writes what a cell shows in the Vietnamese way. The file shows
// numbers and dates as they looked where it was saved last: "1,298" may be
// either of two numbers, and 10/5/2020 of two days; the value tells which.
func (v value) vietnamese(shown string) string {
	if v.date != "" && isNumericDate(shown) {
		return v.date
	}
	if !v.isNum || !strings.ContainsAny(shown, ".,") {
		return shown
	}
	want := v.number
	if v.percent {
		want *= 100
	}
	if reads(shown, ',', '.', want) && !reads(shown, '.', ',', want) {
		return strings.Map(func(r rune) rune {
			switch r {
			case ',':
				return '.'
			case '.':
				return ','
			}
			return r
		}, shown)
	}
	return shown
}

// isNumericDate reports whether a text is three numbers, the parts of a day.
func isNumericDate(shown string) bool {
	parts := strings.FieldsFunc(shown, func(r rune) bool { return r == '/' || r == '-' || r == '.' })
	if len(parts) != 3 {
		return false
	}
	for _, p := range parts {
		if _, err := strconv.Atoi(p); err != nil || len(p) > 4 {
			return false
		}
	}
	return true
}

// reads reports whether a text, with these marks for groups and decimals, is a
// number as far as its decimals go. The sign may be shown in many ways.
func reads(shown string, group, point rune, want float64) bool {
	var digits strings.Builder
	decimals, after := 0, false
	for _, r := range shown {
		switch {
		case r >= '0' && r <= '9':
			digits.WriteRune(r)
			if after {
				decimals++
			}
		case r == point:
			if after {
				return false
			}
			after = true
			digits.WriteByte('.')
		case r == group && after:
			return false
		}
	}
	got, err := strconv.ParseFloat(digits.String(), 64)
	if err != nil || decimals > 15 {
		return false
	}
	const slack = 0.5001
	return math.Abs(got-math.Abs(want)) <= slack*math.Pow10(-decimals)
}
