package docx

import (
	"bytes"
	"strings"

	"github.com/tongket/tongket/pipeline/format/xmlx"
)

// fonts are the names of the fonts of one file, each kept once, and the two of
// its theme.
type fonts struct {
	names        map[string]string
	major, minor string
	last         []byte // the attributes that name was asked about last,
	lastName     string // and its answer: runs mostly have the font of the one before
}

func newFonts(theme *xmlx.Scanner) fonts {
	f := fonts{names: make(map[string]string)}
	if theme.Child() {
		f.readTheme(theme)
	}
	return f
}

// readTheme looks for the Latin typeface of <a:majorFont> and <a:minorFont>.
func (f *fonts) readTheme(s *xmlx.Scanner) {
	for s.Child() {
		switch string(s.Name()) {
		case "majorFont":
			f.major = latin(s)
		case "minorFont":
			f.minor = latin(s)
		case "themeElements", "fontScheme":
			f.readTheme(s)
		default:
			s.Skip()
		}
	}
}

func latin(s *xmlx.Scanner) string {
	face := ""
	for s.Child() {
		if string(s.Name()) == "latin" && face == "" {
			face = s.Value("typeface")
		}
		s.Skip()
	}
	return face
}

// name returns the font of <w:rFonts> that shows a Vietnamese letter: that of
// the "high ANSI" characters, else the one for ASCII. A theme's font goes
// before a font of its own, as in Word.
func (f *fonts) name(s *xmlx.Scanner) string {
	if f.last == nil || !bytes.Equal(f.last, s.Attrs()) {
		f.last, f.lastName = s.Attrs(), f.find(s)
	}
	return f.lastName
}

func (f *fonts) find(s *xmlx.Scanner) string {
	for _, set := range [...]string{"hAnsi", "ascii"} {
		if theme, ok := s.Attr(set + "Theme"); ok {
			if name := f.themed(theme); name != "" {
				return name
			}
		}
		if name := s.RawAttr(set); len(name) > 0 {
			return f.keep(s, set, name)
		}
	}
	return ""
}

func (f *fonts) themed(theme string) string {
	switch {
	case strings.HasPrefix(theme, "major"):
		return f.major
	case strings.HasPrefix(theme, "minor"):
		return f.minor
	}
	return ""
}

// keep makes one string of all mentions of a font.
func (f *fonts) keep(s *xmlx.Scanner, attr string, raw []byte) string {
	if name, ok := f.names[string(raw)]; ok {
		return name
	}
	name := strings.ToValidUTF8(s.Value(attr), "\ufffd")
	f.names[string(raw)] = name
	return name
}
