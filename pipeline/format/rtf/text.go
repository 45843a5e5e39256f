package rtf

import (
	"unicode/utf16"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/format/codepage"
	"github.com/tongket/tongket/pipeline/format/glyph"
)

// plain takes characters as they stand in the file.
func (d *document) plain(text []byte) {
	n := min(d.skip, len(text))
	text, d.skip = text[n:], d.skip-n
	if len(text) > 0 && d.half() { // the second byte of a letter may look like ASCII
		d.pending = append(d.pending, text[0])
		text = text[1:]
	}
	for len(text) > 0 {
		n := 0
		for n < len(text) && text[n] < utf8.RuneSelf && text[n] >= ' ' {
			n++
		}
		switch c := text[:n+min(1, len(text)-n)]; {
		case n > 0:
			d.decode()
			d.put(c[:n])
		case c[0] == '\t':
			d.space("\t")
			n = 1
		case c[0] < ' ':
			n = 1
		case d.utf8:
			_, n = utf8.DecodeRune(text)
			d.decode()
			d.put(text[:n])
		default:
			d.byte(c[0])
			n = 1
		}
		text = text[n:]
	}
}

// half reports whether the bytes that wait end within a letter of two bytes.
func (d *document) half() bool {
	if len(d.pending) == 0 {
		return false
	}
	page := d.codePage()
	switch page {
	case 932, 936, 949, 950:
	default:
		return false
	}
	i := 0
	for i < len(d.pending) {
		if c := d.pending[i]; c >= 0x81 && (page != 932 || c <= 0x9F || c >= 0xE0) {
			i++
		}
		i++
	}
	return i > len(d.pending)
}

// byte takes a character that is escaped as a byte.
func (d *document) byte(c byte) {
	if d.skip > 0 {
		d.skip--
		return
	}
	if c < ' ' { // escaped ends of lines and the like
		if d.target == toLevel {
			d.decode()
			d.addLevelText(uint16(c))
		}
		return
	}
	d.lead = 0
	d.pending = append(d.pending, c)
}

// decode turns the bytes that wait into text.
func (d *document) decode() {
	if len(d.pending) == 0 {
		return
	}
	page := d.codePage()
	if page != 1252 {
		d.put([]byte(codepage.Decode(d.pending, page)))
		d.pending = d.pending[:0]
		return
	}
	var letters [4 * utf8.UTFMax]byte
	text := letters[:0]
	for _, c := range d.pending {
		text = utf8.AppendRune(text, glyph.ANSI(c))
	}
	d.pending = d.pending[:0]
	d.put(text)
}

// codePage is the code page of the text that comes.
func (d *document) codePage() int {
	if d.target == toText || d.target == toLabel {
		if f := d.current(); f != nil && f.page != 0 {
			return f.page
		}
	}
	return d.page
}

// unicode takes a character that is escaped by its number.
func (d *document) unicode(n int) {
	d.decode()
	r := rune(n)
	if n < 0 {
		r = rune(uint16(n))
	}
	d.skip = d.uc
	switch {
	case r < ' ' || r > utf8.MaxRune:
		return
	case utf16.IsSurrogate(r):
		whole := utf16.DecodeRune(d.lead, r)
		if d.lead = r; whole == utf8.RuneError {
			return
		}
		r = whole
	}
	d.lead = 0
	var b [utf8.UTFMax]byte
	d.put(b[:utf8.EncodeRune(b[:], r)])
}

// mark takes a character that a control word stands for.
func (d *document) mark(text string) {
	if d.skip > 0 {
		d.skip--
		return
	}
	d.decode()
	d.put([]byte(text))
}

// put takes decoded text.
func (d *document) put(text []byte) {
	switch {
	case d.html != nil:
		d.markup(text)
	case d.target == toLevel:
		d.addLevelText(units(text)...)
	case d.target != toText:
		if len(d.capture) < maxCapture {
			d.capture = append(d.capture, text...)
			d.label = d.looks()
		}
	case !d.hidden && !d.deleted:
		d.write(text)
	}
}

// maxCapture bounds titles, font names and labels.
const maxCapture = 1 << 12

// write adds text of the current look to the paragraph.
func (d *document) write(text []byte) {
	if now := d.looks(); now != d.look {
		d.flush()
		d.look = now
	}
	if len(d.buf) == 0 {
		d.begin()
	}
	d.buf = append(d.buf, text...)
}

func (d *document) looks() look {
	l := look{bold: d.bold, raised: d.raised}
	if f := d.current(); f != nil {
		l.font = f.name
	}
	return l
}

// flush writes the text of one look.
func (d *document) flush() {
	if len(d.buf) == 0 {
		return
	}
	out := d.story.out
	out.Look(d.look.font, d.look.bold)
	out.Append(func(dst []byte) []byte {
		from := len(dst)
		dst = glyph.Tidy(append(dst, d.buf...), from, d.look.font)
		if d.look.raised {
			dst = glyph.Raise(dst, from, d.look.font)
		}
		return dst
	})
	d.buf = d.buf[:0]
}

// space takes a tab or the end of a line within a paragraph.
func (d *document) space(text string) {
	d.decode()
	switch {
	case d.html != nil, d.target != toText:
		d.put([]byte(text))
	case !d.hidden && !d.deleted:
		d.flush()
		d.begin()
		l := d.looks()
		d.story.out.Look(l.font, l.bold)
		d.story.out.WriteString(text)
	}
}
