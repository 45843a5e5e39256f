package rtf

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// checkContext is how many bytes are read, at least, between two looks at the
// context.
const checkContext = 1 << 16

// read walks the bytes.
func (d *document) read() {
	looked := -checkContext
	for d.at < len(d.data) {
		if d.at-looked >= checkContext {
			looked = d.at
			if d.ctx.Err() != nil || d.full() {
				return
			}
		}
		switch d.data[d.at] {
		case '{':
			d.at++
			d.push()
		case '}':
			d.at++
			if len(d.stack) <= 1 && d.over == 0 {
				return // what follows the last brace is no part of the document
			}
			d.pop()
		case '\\':
			d.at++
			d.control()
		case '\r', '\n':
			d.at++
		default:
			d.text()
		}
	}
	d.trouble(report.Becausef(report.Truncated, "rich text ends inside %d groups", len(d.stack)))
}

// rawUTF8 reports whether a file has letters beyond ASCII that are UTF-8: some
// programs write them as they are.
func rawUTF8(data []byte) bool {
	i := slices.IndexFunc(data, func(c byte) bool { return c >= utf8.RuneSelf })
	return i >= 0 && utf8.Valid(data[i:])
}

func (d *document) push() {
	d.decode()
	d.star, d.skip = false, 0
	if len(d.stack) >= d.limits.Depth {
		d.over++
		d.trouble(report.Becausef(report.TooDeep, "more than %d groups inside each other", d.limits.Depth))
		return
	}
	d.stack = append(d.stack, d.group)
}

func (d *document) pop() {
	d.decode()
	d.star, d.skip = false, 0
	if d.over > 0 {
		d.over--
		return
	}
	n := len(d.stack) - 1
	up := d.stack[n]
	d.stack = d.stack[:n]
	d.close(&up)
}

// close finishes what ends with the current group, and goes back to the one
// around it.
func (d *document) close(up *group) {
	left := d.target != up.target
	if d.story != up.story {
		d.leave()
	}
	was := d.target
	switch {
	case was == toFonts:
		d.nameFont()
	case was == toStyles && !left:
		d.nameStyle()
	case was == toValue && left:
		d.setValue()
	}
	d.group = *up
	switch {
	case was == toLabel && left:
		d.setLabel()
	case was == toField && left:
		d.symbol()
	case was == toLevel && left:
		d.endLevelText()
	}
}

// skipGroup passes by the rest of the current group. The outermost one is never
// passed by.
func (d *document) skipGroup() {
	if len(d.stack) < 2 {
		return
	}
	for depth := 0; d.at < len(d.data); d.at++ {
		switch d.data[d.at] {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return
			}
		case '\\':
			d.at++
			if bytes.HasPrefix(d.data[d.at:], []byte("bin")) {
				d.at += len("bin")
				n, _ := d.number()
				d.binary(n)
				d.at--
			}
		}
	}
}

// binary passes by n bytes that are no text.
func (d *document) binary(n int) {
	if d.at < len(d.data) && d.data[d.at] == ' ' {
		d.at++
	}
	d.at = min(d.at+max(n, 0), len(d.data))
}

// maxWord is more than the longest control word has letters.
const maxWord = 32

// control reads what follows a backslash.
func (d *document) control() {
	if d.at >= len(d.data) {
		return
	}
	start := d.at
	for d.at < len(d.data) && d.at-start < maxWord && isLetter(d.data[d.at]) {
		d.at++
	}
	if d.at == start {
		d.at++
		d.controlSymbol(d.data[start])
		return
	}
	name := d.data[start:d.at]
	n, given := d.number()
	if string(name) == "bin" {
		d.binary(n)
		return
	}
	if d.at < len(d.data) && d.data[d.at] == ' ' {
		d.at++
	}
	if !given {
		n = absent
	}
	star := d.star
	d.star = false
	if word := words[string(name)]; word != nil {
		word(d, n)
	} else if star {
		d.skipGroup()
	}
}

// absent is the number of a control word without one.
const absent = -1 << 31

// on is how a switch such as \b and \b0 stands.
func on(n int) bool { return n != 0 }

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// number reads the number of a control word, and whether there is one. What no
// program means is held at a bound.
func (d *document) number() (int, bool) {
	const most = 1 << 30
	at := d.at
	negative := at < len(d.data) && d.data[at] == '-'
	if negative {
		at++
	}
	n, first := 0, at
	for ; at < len(d.data) && d.data[at] >= '0' && d.data[at] <= '9'; at++ {
		n = min(n*10+int(d.data[at]-'0'), most)
	}
	if at == first {
		return 0, false
	}
	d.at = at
	if negative {
		return -n, true
	}
	return n, true
}

// controlSymbol reads a control word that is one character.
func (d *document) controlSymbol(c byte) {
	switch c {
	case '*':
		d.star = true
	case '\'':
		if d.at+2 <= len(d.data) {
			hi, lo := hexDigit(d.data[d.at]), hexDigit(d.data[d.at+1])
			if hi >= 0 && lo >= 0 {
				d.at += 2
				d.byte(byte(hi<<4 | lo))
			}
		}
	case '\\', '{', '}':
		d.mark(string(c))
	case '~':
		d.mark("\u00a0")
	case '-': // in a TCVN3 font it is the letter ư
		d.mark("\u00ad")
	case '_':
		d.mark("-")
	case '\t':
		d.space("\t")
	case '\n', '\r':
		d.paragraphEnd()
	}
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// text reads a stretch of plain characters.
func (d *document) text() {
	start := d.at
	for d.at < len(d.data) && !special[d.data[d.at]] {
		d.at++
	}
	d.plain(d.data[start:d.at])
}

var special = [256]bool{'{': true, '}': true, '\\': true, '\r': true, '\n': true}
