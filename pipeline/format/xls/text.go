package xls

import (
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"github.com/tongket/tongket/pipeline/charset"
)

// text is a text with the places where its font changes.
type text struct {
	units []uint16 // BIFF8
	bytes []byte   // BIFF5
	runs  []change
}

// change is where a text goes on in another font.
type change struct{ at, font uint16 }

// maxChanges bounds the changes of one text.
const maxChanges = 4096

// cursor reads the bytes of a record and of the CONTINUE records after it.
type cursor struct {
	*records
	rest []byte
}

func (r *records) cursor() *cursor { return &cursor{r, r.body} }

// fill makes n bytes available, from the next CONTINUE if need be. It does not
// join two records: numbers never lie over the border between them.
func (c *cursor) fill(n int) bool {
	for len(c.rest) == 0 && n > 0 {
		if c.peek() != recContinue || !c.records.next() {
			return false
		}
		c.rest = c.body
	}
	return len(c.rest) >= n
}

func (c *cursor) byte() (byte, bool) {
	if !c.fill(1) {
		return 0, false
	}
	b := c.rest[0]
	c.rest = c.rest[1:]
	return b, true
}

func (c *cursor) uint16() (uint16, bool) {
	if !c.fill(2) {
		return 0, false
	}
	v := uint16(c.rest[0]) | uint16(c.rest[1])<<8
	c.rest = c.rest[2:]
	return v, true
}

func (c *cursor) uint32() (uint32, bool) {
	low, ok := c.uint16()
	high, ok2 := c.uint16()
	return uint32(low) | uint32(high)<<16, ok && ok2
}

// skip passes n bytes by, over any number of records.
func (c *cursor) skip(n int) {
	for n > 0 && c.fill(1) {
		k := min(n, len(c.rest))
		c.rest = c.rest[k:]
		n -= k
	}
}

// unicode reads a string of BIFF8 whose length is already read. It reports
// whether the string is whole.
func (c *cursor) unicode(length int) (text, bool) {
	const high, phonetic, rich = 1, 4, 8
	var t text
	flags, ok := c.byte()
	if !ok {
		return t, length == 0
	}
	runs, extra := 0, 0
	if flags&rich != 0 {
		n, _ := c.uint16()
		runs = int(n)
	}
	if flags&phonetic != 0 {
		n, _ := c.uint32()
		extra = int(min(n, 1<<20))
	}
	t.units, ok = c.units(length, flags&high != 0)
	for range runs {
		at, _ := c.uint16()
		font, more := c.uint16()
		if !more {
			break
		}
		if len(t.runs) < maxChanges {
			t.runs = append(t.runs, change{at, font})
		}
	}
	c.skip(extra)
	return t, ok
}

// units reads characters. Each CONTINUE says anew whether they have one byte or
// two.
func (c *cursor) units(length int, double bool) ([]uint16, bool) {
	out := make([]uint16, 0, min(length, len(c.rest)+1))
	for len(out) < length {
		if len(c.rest) == 0 {
			flags, ok := c.byte()
			if !ok {
				return out, false
			}
			double = flags&1 != 0
			continue
		}
		if !double {
			n := min(length-len(out), len(c.rest))
			for _, b := range c.rest[:n] {
				out = append(out, uint16(b))
			}
			c.rest = c.rest[n:]
			continue
		}
		if len(c.rest) == 1 { // half a character at a damaged border
			c.rest = nil
			continue
		}
		n := min(length-len(out), len(c.rest)/2)
		for i := range n {
			out = append(out, uint16(c.rest[2*i])|uint16(c.rest[2*i+1])<<8)
		}
		c.rest = c.rest[2*n:]
	}
	return out, true
}

// length is the number of characters.
func (t text) length() int { return len(t.units) + len(t.bytes) }

// slice returns the characters of a stretch as a string in a font.
func (b *workbook) slice(t text, from, to int, font string) string {
	from, to = min(max(from, 0), t.length()), min(to, t.length())
	if from >= to {
		return ""
	}
	if t.bytes != nil {
		return clean(b.narrow(t.bytes[from:to], font))
	}
	return clean(string(utf16.Decode(t.units[from:to])))
}

// clean takes out what no text shows.
func clean(s string) string {
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < ' ' && r != '\n' && r != '\t':
			return -1
		}
		return r
	}, s)
}

// narrow decodes the bytes of a BIFF5 string: by the workbook's code page, but
// not in an old Vietnamese font, whose letters are given as the Windows-1252
// characters of their bytes.
func (b *workbook) narrow(raw []byte, font string) string {
	table := charmap.Windows1252
	if _, old := charset.FromFont(font); b.page == 1258 && !old {
		table = charmap.Windows1258
	}
	var out strings.Builder
	for _, c := range raw {
		r := table.DecodeByte(c)
		if r == '\ufffd' {
			r = rune(c)
		}
		out.WriteRune(r)
	}
	return out.String()
}
