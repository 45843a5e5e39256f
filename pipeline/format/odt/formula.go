package odt

import (
	"path"
	"strings"

	"github.com/tongket/tongket/pipeline/format/xmlx"
)

// maxFormulas bounds the embedded objects that are opened.
const maxFormulas = 1000

// object reads a <draw:object>: a formula is text of the sentence. It stands
// inside, or in a member that the object names. Other objects are charts and
// files, whose picture is all that the page shows.
func (t *texter) object(l look) {
	href := t.s.Value("href")
	for t.s.Child() {
		if string(t.s.Name()) == "math" {
			t.write(l, formula(t.s))
			continue
		}
		t.s.Skip()
	}
	if t.zip == nil || href == "" || t.formulas >= maxFormulas {
		return
	}
	t.formulas++
	data, err := t.zip.Read(t.ctx, path.Join(path.Clean("/" + href)[1:], "content.xml"))
	if err != nil || len(data) == 0 {
		return
	}
	s := xmlx.New(t.ctx, xmlx.Decode(data), t.limits.Depth)
	if s.Child() && string(s.Name()) == "math" {
		t.write(l, formula(s))
	}
}

// formula returns the signs of a <math:math> in their order; the annotation
// says them once more in another language.
func formula(s *xmlx.Scanner) string {
	var text []byte
	for level := 1; level > 0; {
		switch s.Next() {
		case xmlx.Start:
			if string(s.Name()) == "annotation" {
				s.Skip()
				continue
			}
			level++
		case xmlx.End:
			level--
		case xmlx.Text:
			text = append(text, strings.TrimSpace(string(s.AppendText(nil)))...)
		case xmlx.EOF:
			return string(text)
		}
	}
	return string(text)
}
