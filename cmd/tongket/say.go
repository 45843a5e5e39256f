package main

import (
	"fmt"
	"strconv"
	"strings"
)

// say is Sprintf in the language of the terminal.
func say(lang, vi, en string, args ...any) string {
	if lang == "en" {
		return fmt.Sprintf(en, args...)
	}
	return fmt.Sprintf(vi, args...)
}

// counted is a number with what it counts; the English word gets its plural.
func counted(lang string, n int, vi, en string) string {
	if lang != "en" {
		return grouped(lang, n) + " " + vi
	}
	if n != 1 {
		en += "s"
	}
	return grouped(lang, n) + " " + en
}

// grouped writes a number as people read it: 27.690 in Vietnamese, 27,690 in
// English.
func grouped(lang string, n int) string {
	s, sep := strconv.Itoa(n), "."
	if lang == "en" {
		sep = ","
	}
	var b strings.Builder
	for i, c := range s {
		if i > 0 && (len(s)-i)%3 == 0 {
			b.WriteString(sep)
		}
		b.WriteRune(c)
	}
	return b.String()
}
