package wordlist_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/format/wordlist"
)

func level(format int, text string) wordlist.Level {
	return wordlist.Level{Start: 1, Format: wordlist.Format(format), Bullet: format == wordlist.Bullet, Text: utf16.Encode([]rune(text))}
}

func TestNumbers(t *testing.T) {
	outline := func() *wordlist.List {
		return &wordlist.List{Levels: [wordlist.Levels]wordlist.Level{
			level(1, "\x00."), level(0, "\x00.\x01."), level(4, "\x02)"), level(wordlist.Bullet, "-"),
		}}
	}
	for _, c := range []struct {
		why    string
		change func(u *wordlist.Use)
		levels []int
		want   string
	}{
		{"parts, sections, items", nil, []int{0, 1, 2, 2, 3, 1, 0, 1}, "I. I.1. a) b) - I.2. II. II.1."},
		{"a list that begins inside", nil, []int{1, 1}, "I.1. I.2."},
		{"numbers of the law", func(u *wordlist.Use) { u.List.Levels[1].Legal = true }, []int{0, 1}, "I. 1.1."},
		{"a level that goes on", func(u *wordlist.Use) { u.List.Levels[1].Fixed = true }, []int{0, 1, 0, 1}, "I. I.1. II. II.2."},
		{"a use that starts elsewhere", func(u *wordlist.Use) { u.Starts[0] = 4 }, []int{0, 0}, "IV. V."},
		{"a use that looks different", func(u *wordlist.Use) { l := level(3, "\x00:"); u.Own[0] = &l }, []int{0, 0}, "A: B:"},
		{"a depth that no list has", nil, []int{9}, ""},
	} {
		u := wordlist.NewUse(outline())
		if c.change != nil {
			c.change(u)
		}
		var got []string
		for _, k := range c.levels {
			if label, ok := u.Next(k); ok {
				got = append(got, label)
			}
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("%s: got %q, want %q", c.why, s, c.want)
		}
	}
	if _, ok := (*wordlist.Use)(nil).Next(0); ok {
		t.Error("a list that is not there")
	}
}

func TestUsesOfOneListCountTogether(t *testing.T) {
	l := &wordlist.List{Levels: [wordlist.Levels]wordlist.Level{level(0, "\x00.")}}
	a, b := wordlist.NewUse(l), wordlist.NewUse(l)
	one, _ := a.Next(0)
	two, _ := b.Next(0)
	if one != "1." || two != "2." {
		t.Errorf("got %s %s", one, two)
	}
}
