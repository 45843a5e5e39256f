package vn

import "strings"

// Roman reads a Roman numeral from 1 to 99 as ordinals of congresses and
// numbered sections have them, in capitals. It is strict: IIII and IC are none.
func Roman(s string) (int, bool) {
	if s == "" || len(s) > 8 || strings.IndexByte("IVXL", s[0]) < 0 {
		return 0, false
	}
	n, rest := 0, s
	for _, d := range romanDigits {
		for range d.times {
			if cut, ok := strings.CutPrefix(rest, d.text); ok {
				n, rest = n+d.value, cut
				continue
			}
			break
		}
	}
	if rest != "" || FormatRoman(n) != s {
		return 0, false
	}
	return n, true
}

// FormatRoman writes a number from 1 to 99 as a Roman numeral, "" outside.
func FormatRoman(n int) string {
	if n < 1 || n > 99 {
		return ""
	}
	var b strings.Builder
	for _, d := range romanDigits {
		for n >= d.value {
			b.WriteString(d.text)
			n -= d.value
		}
	}
	return b.String()
}

var romanDigits = []struct {
	text         string
	value, times int
}{
	{"XC", 90, 1},
	{"L", 50, 1},
	{"XL", 40, 1},
	{"X", 10, 3},
	{"IX", 9, 1},
	{"V", 5, 1},
	{"IV", 4, 1},
	{"I", 1, 3},
}
