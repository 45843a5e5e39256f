package paper

import (
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"github.com/tongket/tongket/pipeline/charset"
)

// Script is how the letters of a document are kept.
type Script struct {
	Name string
	// encoding has the letters in bytes, which documents with fonts show as the
	// characters of Windows-1252. The zero encoding is Unicode.
	encoding charset.Encoding
	// font shows the bytes, capitals shows small letters as capitals.
	font, capitals string
	decomposed     bool
	// wide writes texts of Unicode in another form than UTF-8.
	wide func(string) []byte
}

// unicodeFont is the font of documents in Unicode, as the rules for documents
// of the Party ask for.
const unicodeFont = "Times New Roman"

var scripts = []Script{
	{Name: "unicode", font: unicodeFont},
	{Name: "decomposed", font: unicodeFont, decomposed: true},
	{Name: "utf-16", font: unicodeFont, wide: utf16LE},
	{Name: "utf-16be", wide: utf16BE},
	{Name: "utf-32", wide: utf32LE},
	{Name: "utf-8-bom", wide: marked},
	{Name: "barred-d", wide: barred},
	{Name: "windows-1258", font: unicodeFont, encoding: charset.Windows1258},
	{Name: "tcvn3", font: ".VnTime", capitals: ".VnTimeH", encoding: charset.TCVN3},
	{Name: "vni", font: "VNI-Times", encoding: charset.VNI},
	{Name: "viqr", encoding: charset.VIQR},
	{Name: "viscii", encoding: charset.VISCII},
	{Name: "vps", font: "VPS Times", encoding: charset.VPS},
	{Name: "bkhcm1", font: "BKHCM1", encoding: charset.BKHCM1},
	{Name: "bkhcm2", font: "BKHCM2", encoding: charset.BKHCM2},
}

// Named returns the script of a name.
func Named(name string) (Script, error) {
	var names []string
	for _, s := range scripts {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return Script{}, fmt.Errorf("encoding %q: want one of %s", name, strings.Join(names, ", "))
}

// Names are the names of all scripts.
func Names() []string {
	out := make([]string, 0, len(scripts))
	for _, s := range scripts {
		out = append(out, s.Name)
	}
	return out
}

// byFont reports whether the script needs fonts to show its bytes.
func (s Script) byFont() bool { return s.font != "" && s.font != unicodeFont }

// Whole reports whether a text comes back whole when it is written without
// fonts: TCVN3 has no place for most capitals with marks.
func (s Script) Whole(text string) bool {
	if s.encoding.IsZero() {
		return true
	}
	_, lost := s.encoding.Encode(text)
	return lost == 0
}

// run is a stretch of text in one font.
type run struct{ text, font string }

// runs splits a text by the fonts that show it. A typist in TCVN3 took the
// capitals' font for lines in capitals, and for single letters that have no
// place of their own.
func (s Script) runs(text string) []run {
	switch {
	case text == "":
		return nil
	case s.decomposed:
		return []run{{norm.NFD.String(text), s.font}}
	case !s.byFont():
		return []run{{text, s.font}}
	case s.capitals != "" && strings.ToUpper(text) == text && strings.ContainsFunc(text, unicode.IsLetter):
		return []run{{s.look(s.encoding.Capitals(), text), s.capitals}}
	}
	var out []run
	for _, r := range text {
		font, e := s.font, s.encoding
		if _, lost := e.Encode(string(r)); lost > 0 && s.capitals != "" {
			font, e = s.capitals, e.Capitals()
		}
		shown := s.look(e, string(r))
		if n := len(out); n > 0 && out[n-1].font == font {
			out[n-1].text += shown
			continue
		}
		out = append(out, run{shown, font})
	}
	return out
}

// look is what a program without the font shows: the characters of
// Windows-1252 that have the letters' bytes.
func (s Script) look(e charset.Encoding, text string) string {
	data, _ := e.Encode(text)
	out := make([]rune, len(data))
	for i, b := range data {
		if out[i] = charmap.Windows1252.DecodeByte(b); out[i] == unicode.ReplacementChar {
			out[i] = rune(b)
		}
	}
	return string(out)
}

// fonts are the fonts of the script, the plain one first.
func (s Script) fonts() []string {
	if s.capitals == "" {
		return []string{s.font}
	}
	return []string{s.font, s.capitals}
}
