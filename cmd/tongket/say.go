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
