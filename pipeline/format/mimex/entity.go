package mimex

import (
	"bytes"
	"context"
	"mime"
	"regexp"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Entity is a message or a part of one.
type Entity struct {
	Header Header
	Media  string // "text/html", in small letters
	// Parts are those of a multipart entity, which has no Body.
	Parts []*Entity

	params map[string]string
	body   []byte
}

// Limits bound what a message may hold. Text cannot grow: every transfer
// encoding is longer than what it encodes.
const (
	// maxDepth is how deep parts may stand inside each other. Mail programs
	// nest three or four deep; each forwarding adds no more than two.
	maxDepth = 32
	// maxParts bounds the parts of one message.
	maxParts = 2000
)

// Parse takes a message apart. With an error the entity holds what was found
// until then.
func Parse(ctx context.Context, data []byte) (*Entity, error) {
	p := parser{ctx: ctx, left: maxParts}
	e := p.entity(data, maxDepth, "text/plain")
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return e, p.err
}

type parser struct {
	ctx  context.Context
	left int
	err  error
}

// entity reads header and body; usual is the type of a part that does not say.
func (p *parser) entity(data []byte, depth int, usual string) *Entity {
	e := &Entity{}
	e.Header, e.body = splitHeader(data)
	e.Media, e.params = mediaType(e.Header.Get("Content-Type"))
	if e.Media == "" {
		e.Media = usual
	}
	boundary := e.params["boundary"]
	if !strings.HasPrefix(e.Media, "multipart/") || boundary == "" {
		return e
	}
	usual = "text/plain"
	if e.Media == "multipart/digest" {
		usual = "message/rfc822"
	}
	for _, part := range p.split(e.body, boundary) {
		switch {
		case depth == 0:
			p.err = report.Becausef(report.TooDeep, "more than %d parts of a message inside each other", maxDepth)
			return e
		case p.left == 0:
			p.err = report.Becausef(report.TooMany, "more than %d parts of a message", maxParts)
			return e
		case p.ctx.Err() != nil:
			return e
		}
		p.left--
		e.Parts = append(e.Parts, p.entity(part, depth-1, usual))
	}
	if len(e.Parts) > 0 {
		e.body = nil
	}
	return e
}

// split returns what stands between the lines of a boundary.
func (p *parser) split(body []byte, boundary string) [][]byte {
	mark := []byte("--" + boundary)
	var out [][]byte
	start := -1
	for at := 0; ; {
		i := bytes.Index(body[at:], mark)
		if i < 0 {
			break
		}
		i += at
		at = i + len(mark)
		if i > 0 && body[i-1] != '\n' {
			continue
		}
		end := bytes.HasPrefix(body[at:], []byte("--"))
		line := bytes.IndexByte(body[at:], '\n')
		rest := body[at:]
		if line >= 0 {
			rest = rest[:line]
		}
		if !end && len(bytes.TrimSpace(rest)) > 0 { // a longer boundary that begins like this one
			continue
		}
		if start >= 0 {
			out = append(out, withoutLineEnd(body[start:i]))
		}
		start = -1
		if end {
			return out
		}
		if line < 0 {
			break
		}
		at += line + 1
		start = at
		if len(out) > maxParts {
			return out
		}
	}
	if p.err == nil {
		p.err = report.Becausef(report.Truncated, "the message ends inside a part")
	}
	if start >= 0 && start < len(body) {
		out = append(out, body[start:])
	}
	return out
}

// withoutLineEnd takes the end of line off that belongs to the boundary.
func withoutLineEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

var parameter = regexp.MustCompile(`(?i)([a-z][a-z0-9-]*)\s*=\s*(?:"([^"]*)"|([^;"\s]+))`)

// mediaType reads a value such as `text/plain; charset="x"`. Of one that is not
// well formed it takes the parameters that can be told.
func mediaType(value string) (media string, params map[string]string) {
	media, params, err := mime.ParseMediaType(value)
	if err == nil {
		return media, params
	}
	first, rest, _ := strings.Cut(value, ";")
	media = strings.ToLower(strings.TrimSpace(first))
	params = make(map[string]string)
	for _, m := range parameter.FindAllStringSubmatch(rest, -1) {
		params[strings.ToLower(m[1])] = m[2] + m[3]
	}
	return media, params
}

// Disposition is "attachment", "inline" or "".
func (e *Entity) Disposition() string {
	d, _ := mediaType(e.Header.Get("Content-Disposition"))
	return d
}

// FileName is the name that the sender gave a part, "" for none.
func (e *Entity) FileName() string {
	_, params := mediaType(e.Header.Get("Content-Disposition"))
	name := params["filename"]
	if name == "" {
		name = e.params["name"]
	}
	name = strings.ReplaceAll(DecodeWords(name), `\`, "/")
	return strings.TrimSpace(name[strings.LastIndexByte(name, '/')+1:])
}

// Param is a parameter of the entity's type, such as "start".
func (e *Entity) Param(name string) string { return e.params[name] }

// Content is the body without its transfer encoding.
func (e *Entity) Content() []byte {
	switch strings.ToLower(e.Header.Get("Content-Transfer-Encoding")) {
	case "base64":
		return fromBase64(e.body)
	case "quoted-printable":
		return fromQuotedPrintable(e.body)
	}
	return e.body
}

// Text is Content, in UTF-8 when it was in a character set that is no Western
// one.
func (e *Entity) Text() []byte {
	return toUTF8(e.Content(), e.params["charset"])
}

// All yields the entity and all parts in it, in the order of the file.
func (e *Entity) All(yield func(*Entity) bool) bool {
	if !yield(e) {
		return false
	}
	for _, p := range e.Parts {
		if !p.All(yield) {
			return false
		}
	}
	return true
}

// Root is the page of a multipart entity that the other parts belong to: the
// one that it names, else the first.
func (e *Entity) Root() *Entity {
	if start := strings.Trim(e.params["start"], "<>"); start != "" {
		for _, p := range e.Parts {
			if strings.Trim(p.Header.Get("Content-ID"), "<> ") == start {
				return p
			}
		}
	}
	return e.Parts[0]
}
