// Package wordlist counts the lists of Word's old formats, doc and rtf, whose
// paragraphs say only which list they are in and how deep.
package wordlist

import (
	"strings"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/format/glyph"
)

// Levels is how deep a list goes.
const Levels = 9

// Level is how one depth of a list is numbered.
type Level struct {
	Start  int
	Format string // as package glyph names it, "" for Arabic numerals
	Bullet bool
	Text   []uint16 // numbers of levels stand as their index, 0 to 8
	Legal  bool     // all numbers are Arabic
	Fixed  bool     // it does not begin again after a higher level
	Font   string   // of a bullet
}

// Bullet is the code of levels that have a bullet.
const Bullet = 23

var formats = map[int]string{0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero", 255: "none"}

// Format names a number format by its code in doc and rtf.
func Format(code int) string { return formats[code] }

// List is a list of the file, with the counters that all its uses share.
type List struct {
	Levels [Levels]Level
	counts [Levels]int
	used   [Levels]bool
}

// Use is a use of a list, which may start or look different.
type Use struct {
	List   *List
	Starts [Levels]int    // -1 for none
	Own    [Levels]*Level // nil where it looks as the list
	begun  [Levels]bool
}

// NewUse returns a use that changes nothing.
func NewUse(l *List) *Use {
	u := &Use{List: l}
	for k := range u.Starts {
		u.Starts[k] = -1
	}
	return u
}

func (u *Use) level(k int) *Level {
	if u.Own[k] != nil {
		return u.Own[k]
	}
	return &u.List.Levels[k]
}

// Next counts one more item of a level, from 0, and returns its number or
// bullet. ok is false for a level or list that the file does not have.
func (u *Use) Next(k int) (label string, ok bool) {
	if u == nil || u.List == nil || k < 0 || k >= Levels {
		return "", false
	}
	u.advance(k)
	l := u.level(k)
	if l.Bullet {
		return glyph.Bullet(string(utf16.Decode(l.Text)), l.Font), true
	}
	return strings.TrimSpace(u.number(l)), true
}

// advance counts one more item of a level, and begins the deeper ones anew.
func (u *Use) advance(k int) {
	l := u.List
	if s := u.Starts[k]; s >= 0 && !u.begun[k] {
		l.counts[k] = s
	} else if l.used[k] {
		l.counts[k]++
	} else {
		l.counts[k] = u.level(k).Start
	}
	u.begun[k], l.used[k] = true, true
	for deeper := k + 1; deeper < Levels; deeper++ {
		if !u.level(deeper).Fixed {
			l.used[deeper] = false
		}
	}
	for higher := range k {
		if !l.used[higher] { // a list that begins inside counts its outer levels as begun
			l.counts[higher], l.used[higher] = u.level(higher).Start, true
		}
	}
}

func (u *Use) number(l *Level) string {
	var b strings.Builder
	for _, c := range l.Text {
		if c >= Levels {
			b.WriteString(string(utf16.Decode([]uint16{c})))
			continue
		}
		format := u.level(int(c)).Format
		if l.Legal && format != "none" || format == "" {
			format = "decimal"
		}
		b.WriteString(glyph.Number(u.List.counts[c], format))
	}
	return b.String()
}
