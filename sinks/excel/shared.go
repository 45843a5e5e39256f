package excel

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// Bounds of the texts that stand in the book once and are named by numbers.
const (
	// sharedBytes is the longest: what is longer says something of its own.
	sharedBytes = 64
	// sharedTexts bounds their number, and with it their memory, some 2 MB.
	sharedTexts = 8192
	// candidates is how many texts may wait to be seen a second time.
	candidates = 4096
)

// shared are the short texts that come again and again: labels of codes, names
// of places. A cell then holds a number, which is a third less to write, to pack
// and to open than the text. excelize keeps the list of all shared texts of a
// book; these are put there by way of a cell of the first sheet, which gets its
// text at the end.
type shared struct {
	book    *book
	numbers map[string]int     // text → its number + 1, 0 for one that is not shared
	waiting [candidates]uint64 // hashes of those seen once
}

func newShared(b *book) *shared {
	return &shared{book: b, numbers: map[string]int{}}
}

// text writes a text as the cell of a column in which texts may come again.
func (b *book) text(to *cell, s string) {
	if n, ok := b.shared.numbers[s]; ok {
		to.setShared(s, n)
		return
	}
	to.setText(b.losses.clean(s))
	if to.text == s {
		b.shared.seen(to)
	}
}

// word writes a text of a closed list.
func (b *book) word(to *cell, s string) {
	if n, ok := b.shared.numbers[s]; ok {
		to.setShared(s, n)
		return
	}
	if to.setText(s); len(s) <= sharedBytes {
		b.shared.add(to)
	}
}

// sharedText is what the row before said in a column, and the shared text that
// its cell held. Without one nothing is kept: the text may be shared yet.
type sharedText struct {
	said, text string
	shared     int
}

// again writes what the row before said, once more, and reports whether it was
// the same.
func (l *sharedText) again(said string, to *cell) bool {
	if l.shared == 0 || l.said != said {
		return false
	}
	to.setShared(l.text, l.shared)
	return true
}

func (l *sharedText) keep(said string, of *cell) {
	l.said, l.text, l.shared = said, of.text, of.shared
}

// seen shares a text that comes for the second time.
func (x *shared) seen(c *cell) {
	if len(c.text) > sharedBytes || len(x.numbers) >= sharedTexts {
		return
	}
	h := uint64(14695981039346656037) // FNV-1a, the same in every run
	for i := range len(c.text) {
		h = (h ^ uint64(c.text[i])) * 1099511628211
	}
	if at := &x.waiting[h%candidates]; *at == h {
		x.add(c)
	} else {
		*at = h
	}
}

// add makes the text of a cell a shared one. A text that the book has shared
// already cannot be asked for its number and stays in its cell.
func (x *shared) add(c *cell) {
	if len(x.numbers) >= sharedTexts {
		return
	}
	f := x.book.file
	before := sharedCount(f)
	if err := f.SetCellStr(f.GetSheetName(0), "A1", c.text); err != nil {
		x.book.keep(err)
		return
	}
	text, n := strings.Clone(c.text), sharedCount(f)
	if n == before {
		n = 0
	}
	x.numbers[text] = n
	c.shared = n
}

// sharedCount is how many texts a book shares.
func sharedCount(f *excelize.File) int {
	if f.SharedStrings == nil {
		return 0
	}
	return f.SharedStrings.UniqueCount
}
