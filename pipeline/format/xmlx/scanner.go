package xmlx

import (
	"bytes"
	"context"

	"github.com/tongket/tongket/pipeline/report"
)

// Kind says what Next found.
type Kind uint8

// The kinds of tokens. EOF comes again and again at the end, and on any error.
const (
	EOF Kind = iota
	Start
	End
	Text
)

// DefaultDepth is the limit on nested elements: the deepest real document met
// has 60.
const DefaultDepth = 256

// contextEvery is the number of tokens between two looks at the context: some
// 50 microseconds of work.
const contextEvery = 1 << 10

// Scanner steps over the tokens of one XML part. Make it with New.
type Scanner struct {
	ctx  context.Context
	data []byte
	pos  int

	name  []byte // of the current Start or End, local part
	attrs []byte // of the current Start, raw
	text  []byte // of the current Text, raw
	raw   bool   // text is CDATA: no references in it

	depth    int
	maxDepth int
	empty    bool // the current Start closes itself; End comes next
	work     int
	err      error
	cut      error
}

// New returns a scanner over data, which must be UTF-8 (see Decode) and must
// not change. maxDepth 0 is DefaultDepth.
func New(ctx context.Context, data []byte, maxDepth int) *Scanner {
	if maxDepth <= 0 {
		maxDepth = DefaultDepth
	}
	return &Scanner{ctx: ctx, data: data, maxDepth: maxDepth}
}

// Err returns what ended the walk early: a limit, the context, what Cut said, or
// a part that ends inside an element. It is nil after a whole part.
func (s *Scanner) Err() error {
	if s.err == nil {
		return s.cut
	}
	return s.err
}

// Cut tells the scanner why its part is not whole: Err says so unless the walk
// ends for a reason of its own before the part does.
func (s *Scanner) Cut(why error) { s.cut = why }

// Len is the number of bytes of the whole part.
func (s *Scanner) Len() int { return len(s.data) }

// Depth is the number of elements that are open; the current Start counts.
func (s *Scanner) Depth() int { return s.depth }

// Name is the local name of the current Start or End.
func (s *Scanner) Name() []byte { return s.name }

// Next steps to the next Start, End or Text.
func (s *Scanner) Next() Kind {
	if s.empty {
		s.empty = false
		s.depth--
		return End
	}
	for s.err == nil {
		if s.work++; s.work%contextEvery == 1 {
			if s.err = s.ctx.Err(); s.err != nil {
				break
			}
		}
		if s.pos >= len(s.data) {
			if s.depth > 0 && s.cut == nil {
				s.fail(report.Truncated, "xml ends inside an element")
			}
			break
		}
		if s.data[s.pos] != '<' {
			return s.characters()
		}
		if k := s.markup(); k != EOF {
			return k
		}
	}
	return EOF
}

// characters takes everything up to the next tag.
func (s *Scanner) characters() Kind {
	end := bytes.IndexByte(s.data[s.pos:], '<')
	if end < 0 {
		end = len(s.data) - s.pos
	}
	s.text, s.raw = s.data[s.pos:s.pos+end], false
	s.pos += end
	return Text
}

// markup reads what starts with '<'; EOF means that it was nothing to report.
func (s *Scanner) markup() Kind {
	rest := s.data[s.pos:]
	if len(rest) < 2 {
		s.pos = len(s.data)
		return EOF
	}
	switch rest[1] {
	case '/':
		return s.endTag(rest)
	case '!':
		return s.declaration(rest)
	case '?':
		s.skipPast(rest, "?>")
		return EOF
	}
	return s.startTag(rest)
}

func (s *Scanner) endTag(rest []byte) Kind {
	end := bytes.IndexByte(rest, '>')
	if end < 0 {
		s.pos = len(s.data)
		return EOF
	}
	s.pos += end + 1
	if s.depth == 0 {
		return EOF // a closing tag that nothing opened
	}
	name := rest[2:end]
	for len(name) > 0 && space(name[len(name)-1]) {
		name = name[:len(name)-1]
	}
	s.name = local(name)
	s.depth--
	return End
}

func (s *Scanner) startTag(rest []byte) Kind {
	end := tagEnd(rest)
	if end < 0 {
		s.pos = len(s.data)
		return EOF
	}
	if s.depth++; s.depth > s.maxDepth {
		s.fail(report.TooDeep, "xml: more than %d elements inside each other", s.maxDepth)
		return EOF
	}
	s.pos += end + 1
	inner := rest[1:end]
	if n := len(inner); n > 0 && inner[n-1] == '/' {
		inner, s.empty = inner[:n-1], true
	}
	n := 0
	for n < len(inner) && !space(inner[n]) {
		n++
	}
	s.name, s.attrs = local(inner[:n]), inner[n:]
	return Start
}

// tagEnd returns the index of the '>' that closes the tag: not one inside
// quotes. A tag without end is cut at the next '<'.
func tagEnd(rest []byte) int {
	end := bytes.IndexByte(rest, '>')
	if end < 0 {
		return -1
	}
	if end < shortTag && !quoted(rest[:end]) {
		return end
	}
	quotes := bytes.Count(rest[:end], quoteMark)
	if quotes%2 == 0 && bytes.IndexByte(rest[:end], '\'') < 0 {
		return end
	}
	var quote byte
	for i, c := range rest {
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i
		}
	}
	return end // quotes that never close: damage; the first '>' must do
}

var quoteMark = []byte{'"'}

// shortTag is what most tags without attributes are shorter than: looking at each
// of their bytes takes less time than counting marks.
const shortTag = 16

func quoted(tag []byte) bool {
	for _, c := range tag {
		if c == '"' || c == '\'' {
			return true
		}
	}
	return false
}

// declaration passes comments and document types by and returns CDATA as text.
// An internal subset is passed by whole: its entities do not exist for us.
func (s *Scanner) declaration(rest []byte) Kind {
	switch {
	case bytes.HasPrefix(rest, []byte("<!--")):
		s.skipPast(rest, "-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		const open = len("<![CDATA[")
		end := bytes.Index(rest[open:], []byte("]]>"))
		if end < 0 {
			end = len(rest) - open
			s.pos = len(s.data)
		} else {
			s.pos += open + end + len("]]>")
		}
		s.text, s.raw = rest[open:open+end], true
		return Text
	default:
		s.skipDoctype(rest)
	}
	return EOF
}

func (s *Scanner) skipDoctype(rest []byte) {
	brackets := 0
	for i, c := range rest {
		switch c {
		case '[':
			brackets++
		case ']':
			brackets--
		case '>':
			if brackets <= 0 {
				s.pos += i + 1
				return
			}
		}
	}
	s.pos = len(s.data)
}

func (s *Scanner) skipPast(rest []byte, mark string) {
	if i := bytes.Index(rest, []byte(mark)); i >= 0 {
		s.pos += i + len(mark)
		return
	}
	s.pos = len(s.data)
}

// Child steps to the next child element of the element that the walk is in,
// passing text by. It returns false at that element's end. The caller must
// take each child to its own end, with Skip, Content or a loop of its own.
func (s *Scanner) Child() bool {
	for {
		switch s.Next() {
		case Start:
			return true
		case End, EOF:
			return false
		case Text:
		}
	}
}

// Skip takes the current Start to its End with all that lies inside.
func (s *Scanner) Skip() {
	for level := 1; level > 0; {
		switch s.Next() {
		case Start:
			level++
		case End:
			level--
		case EOF:
			return
		case Text:
		}
	}
}

// Inner takes the current Start to its End and returns what stands between, for
// a walk of its own later: New(ctx, inner, depth).
func (s *Scanner) Inner() []byte {
	start := s.pos
	if s.empty {
		s.Skip()
		return nil
	}
	s.Skip()
	inner := s.data[start:s.pos]
	if s.err == nil {
		inner = inner[:bytes.LastIndexByte(inner, '<')]
	}
	return inner
}

// Content appends the text of the current Start, and of all elements inside,
// to dst and takes it to its End.
func (s *Scanner) Content(dst []byte) []byte {
	for level := 1; level > 0; {
		switch s.Next() {
		case Start:
			level++
		case End:
			level--
		case Text:
			dst = s.AppendText(dst)
		case EOF:
			return dst
		}
	}
	return dst
}

// AppendText appends the current Text with its references resolved.
func (s *Scanner) AppendText(dst []byte) []byte {
	if s.raw {
		return append(dst, s.text...)
	}
	return appendUnescaped(dst, s.text)
}

// Stop ends the walk with err: everything after it is EOF.
func (s *Scanner) Stop(err error) {
	if s.err == nil {
		s.err = err
	}
	s.empty, s.pos = false, len(s.data)
}

func (s *Scanner) fail(r report.Reason, format string, args ...any) {
	s.Stop(report.Becausef(r, format, args...))
}

// local is the part of a name after its prefix.
func local(name []byte) []byte {
	return name[bytes.IndexByte(name, ':')+1:]
}

func space(c byte) bool { return c <= ' ' && (c == ' ' || c == '\n' || c == '\t' || c == '\r') }
