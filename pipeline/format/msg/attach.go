package msg

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

const (
	// maxAttachments bounds the files of one message.
	maxAttachments = 1000
	// maxInside is how deep messages may stand inside each other: a forwarded
	// mail that was forwarded.
	maxInside = 8
)

// attachment is a file that was sent along.
type attachment struct {
	name string
	data []byte
}

// attacher takes the files out of a message and those inside it.
type attacher struct {
	left  int64 // bytes that they may still have: streams of a hostile file may share theirs
	depth int
	err   error
}

// attachments are the files that were sent along with a message.
func (m *message) attachments(raw *report.Raw) {
	a := &attacher{left: m.limits.Total}
	for _, f := range a.files(m.store) {
		raw.Attachments = append(raw.Attachments, report.BlobOf(f.name, f.data))
	}
	if raw.Err == nil {
		raw.Err = a.err
	}
}

func (a *attacher) files(s *store) []attachment {
	var out []attachment
	for e := range s.file.Children(s.entry) {
		if !strings.HasPrefix(strings.ToLower(e.Name), "__attach_version1.0_") {
			continue
		}
		if len(out) >= maxAttachments {
			a.err = report.Becausef(report.TooMany, "more than %d files sent along", maxAttachments)
			return out
		}
		const header = 8
		f := a.file(open(s.file, e, header, s.page), len(out)+1)
		if a.left -= int64(len(f.data)); a.left < 0 {
			a.err = report.Becausef(report.Expansion, "the files of the message have more bytes than a document may unpack to")
			return out
		}
		if len(f.data) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// file reads an attachment; that of a picture which the body shows is empty.
func (a *attacher) file(s *store, n int) attachment {
	name := s.fileName(n)
	if data := s.bytes(propData, typeBinary); len(data) > 0 {
		if s.number(propHidden)&0xFF != 0 && s.line(propContentID) != "" && strings.HasPrefix(s.line(propMime), "image/") {
			return attachment{}
		}
		return attachment{name, data}
	}
	inside := s.stream(propData, typeObject)
	if inside == nil || !inside.Storage {
		return attachment{}
	}
	if p := s.file.Child(inside, "Package"); p != nil { // a document of Office that was put in
		return attachment{name, s.file.Content(p)}
	}
	if s.file.Child(inside, "__properties_version1.0") == nil {
		return attachment{}
	}
	if a.depth >= maxInside {
		a.err = report.Becausef(report.TooDeep, "more than %d messages inside each other", maxInside)
		return attachment{}
	}
	a.depth++
	defer func() { a.depth-- }()
	const header = 24
	return attachment{withExtension(name, ".eml"), a.asMail(open(s.file, inside, header, s.page))}
}

func (s *store) fileName(n int) string {
	name := ""
	for _, p := range []int{propLongName, propShortName, propDisplayName} {
		if name == "" {
			name = s.line(p)
		}
	}
	name = strings.ReplaceAll(name, `\`, "/")
	name = strings.ToValidUTF8(name[strings.LastIndexByte(name, '/')+1:], "_")
	if name == "" {
		name = "attachment-" + strconv.Itoa(n) + strings.ToValidUTF8(s.line(propExtension), "_")
	}
	return name
}

func withExtension(name, extension string) string {
	if strings.HasSuffix(strings.ToLower(name), extension) {
		return name
	}
	return name + extension
}
