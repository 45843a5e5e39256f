package journal

import (
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// lineScanner reads a line of JSON that looks as this package writes it: no
// space between the values, whole numbers, no character escaped. Whatever else
// comes makes it bad, and encoding/json reads the line, in six times the time:
// each line is read again for every look at the documents.
type lineScanner struct {
	s   string
	at  int
	bad bool
}

// ended reports whether the line was read to its end.
func (x *lineScanner) ended() bool { return !x.bad && strings.TrimRight(x.s[x.at:], "\n") == "" }

// sees passes a character if it stands next.
func (x *lineScanner) sees(c byte) bool {
	if x.at < len(x.s) && x.s[x.at] == c {
		x.at++
		return true
	}
	return false
}

// object calls field at the value of every name.
func (x *lineScanner) object(field func(name string)) {
	x.list('{', '}', func() {
		name := x.text()
		x.bad = x.bad || !x.sees(':')
		if !x.bad {
			field(name)
		}
	})
}

// list calls item at every item between two brackets. An empty list, which no
// line has, makes it bad.
func (x *lineScanner) list(open, shut byte, item func()) {
	x.bad = x.bad || !x.sees(open)
	for !x.bad {
		if item(); !x.sees(',') {
			x.bad = x.bad || !x.sees(shut)
			return
		}
	}
}

// text reads a string, which shares the line's memory.
func (x *lineScanner) text() string {
	if !x.sees('"') {
		x.bad = true
		return ""
	}
	start, all := x.at, byte(0)
	for ; x.at < len(x.s); x.at++ {
		c := x.s[x.at]
		all |= c
		switch {
		case c == '"':
			text := x.s[start:x.at]
			x.at++
			x.bad = all >= utf8.RuneSelf && !utf8.ValidString(text)
			return text
		case c == '\\' || c < ' ':
			x.bad = true
			return ""
		}
	}
	x.bad = true
	return ""
}

// number reads a whole number.
func (x *lineScanner) number() int64 {
	minus := x.sees('-')
	start, n := x.at, int64(0)
	for x.at < len(x.s) && x.s[x.at] >= '0' && x.s[x.at] <= '9' {
		n = 10*n + int64(x.s[x.at]-'0')
		x.at++
	}
	const digits = 18 // of them none overflows
	if x.at == start || x.at-start > digits || x.s[start] == '0' && x.at-start > 1 {
		x.bad = true
	}
	if minus {
		return -n
	}
	return n
}

func (x *lineScanner) int() int { return int(x.number()) }

func (x *lineScanner) input() (l inputLine) {
	x.object(func(name string) {
		switch name {
		case "i":
			l.Position = x.int()
		case "path":
			l.Path = x.text()
		case "size":
			l.Size = x.number()
		case "stamp":
			l.Stamp = x.text()
		case "sum":
			l.ID = ID(x.text())
		case "trouble":
			l.Trouble = x.trouble()
		default:
			x.bad = true
		}
	})
	return l
}

func (x *lineScanner) line() (l line) {
	x.object(func(name string) {
		switch name {
		case "sum":
			l.ID = ID(x.text())
		case "read":
			l.Read = x.reading()
		case "rows":
			l.Rows = x.rows()
		default:
			x.bad = true
		}
	})
	return l
}

func (x *lineScanner) reading() *readLine {
	var r readLine
	x.object(func(name string) {
		switch name {
		case "key":
			r.Key = x.text()
		case "status":
			r.Status = report.Status(x.text())
		case "media":
			r.Media = x.text()
		case "trouble":
			r.Trouble = x.trouble()
		case "pages":
			r.Pages = x.int()
		case "characters":
			r.Characters = x.int()
		case "bytes":
			r.Bytes = x.int()
		case "notes":
			x.list('[', ']', func() { r.Notes = append(r.Notes, x.note()) })
		case "document":
			r.Document = x.frame()
		default: // attached
			x.bad = true
		}
	})
	return &r
}

func (x *lineScanner) rows() *rowsLine {
	var r rowsLine
	x.object(func(name string) {
		switch name {
		case "key":
			r.Key = x.text()
		case "trouble":
			r.Trouble = x.trouble()
		case "rows":
			r.Rows = x.frame()
		case "term":
			r.Term = x.int()
		case "province":
			r.Province = x.text()
		case "about":
			r.About = x.number()
		default:
			x.bad = true
		}
	})
	return &r
}

func (x *lineScanner) trouble() *trouble {
	var t trouble
	x.object(func(name string) {
		switch name {
		case "stage":
			t.Stage = report.Stage(x.text())
		case "reason":
			t.Reason = report.Reason(x.text())
		case "detail":
			t.Detail = x.text()
		default:
			x.bad = true
		}
	})
	return &t
}

func (x *lineScanner) note() (n report.Note) {
	x.object(func(name string) {
		switch name {
		case "Code":
			n.Code = x.text()
		case "Text":
			n.Text = x.text()
		default:
			x.bad = true
		}
	})
	return n
}

func (x *lineScanner) frame() (f frame) {
	i := 0
	x.list('[', ']', func() {
		n := x.number()
		if i == len(f) {
			x.bad = true
			return
		}
		f[i] = n
		i++
	})
	x.bad = x.bad || i < len(f)
	return f
}
