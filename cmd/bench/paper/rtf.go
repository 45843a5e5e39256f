package paper

import (
	"fmt"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// writeRTF writes what WordPad and Word write: letters beyond ASCII as bytes of
// the font's code page where it has them, else as numbers of Unicode.
func writeRTF(p *Paper, s Script) ([]byte, error) {
	r := rtf{script: s}
	charset, page := 0, 1252
	if s.Name == "windows-1258" {
		charset, page = 163, 1258
	}
	fmt.Fprintf(&r.out, `{\rtf1\ansi\ansicpg%d\deff0{\fonttbl`, page)
	for i, f := range s.fonts() {
		fmt.Fprintf(&r.out, `{\f%d\froman\fcharset%d %s;}`, i, charset, f)
	}
	r.out.WriteString(`}{\stylesheet{\s0 Normal;}{\s1\outlinelevel0\b heading 1;}{\s2\outlinelevel1\b heading 2;}{\s3\outlinelevel2\b heading 3;}}` + "\r\n" +
		`\paperw11906\paperh16838\margl1701\margr850\margt1134\margb1134` + "\r\n")
	for _, k := range p.Blocks {
		r.block(k)
	}
	return []byte(r.out.String() + "}"), nil
}

type rtf struct {
	script Script
	out    strings.Builder
}

func (r *rtf) block(k Block) {
	switch k.Kind {
	case Heading:
		fmt.Fprintf(&r.out, `\pard\plain\s%d\outlinelevel%d\b `, k.Level, k.Level-1)
		r.runs(k.Text)
		r.out.WriteString("\\par\r\n")
	case Columns:
		r.table([][]Cell{{paragraphs(k.Left), paragraphs(k.Right)}}, 0, false)
	case Table:
		r.table(k.Rows, k.Header, true)
	default:
		layout := `\qj`
		if k.Centre {
			layout = `\qc`
		}
		r.out.WriteString(`\pard\plain` + layout + `\fs28 `)
		if k.Bold {
			r.out.WriteString(`\b `)
		}
		r.runs(k.Text)
		r.out.WriteString("\\par\r\n")
	}
}

func (r *rtf) runs(text string) {
	for _, n := range r.script.runs(text) {
		font := 0
		if n.font == r.script.capitals {
			font = 1
		}
		fmt.Fprintf(&r.out, `{\f%d `, font)
		r.letters(n.text)
		r.out.WriteString(`}`)
	}
}

func (r *rtf) letters(text string) {
	if r.script.Name == "windows-1258" {
		data, lost := r.script.encoding.Encode(text)
		if lost == 0 {
			for _, b := range data {
				r.byte(b)
			}
			return
		}
	}
	for _, c := range text {
		if c < 0x80 {
			r.byte(byte(c))
			continue
		}
		if b, ok := charmap.Windows1252.EncodeRune(c); ok && r.script.byFont() {
			r.byte(b)
			continue
		}
		for _, u := range utf16.Encode([]rune{c}) {
			fmt.Fprintf(&r.out, `\u%d?`, int16(u))
		}
	}
}

func (r *rtf) byte(b byte) {
	switch {
	case b == '\\' || b == '{' || b == '}':
		r.out.WriteString(`\` + string(rune(b)))
	case b < 0x20 || b >= 0x80:
		fmt.Fprintf(&r.out, `\'%02x`, b)
	default:
		r.out.WriteByte(b)
	}
}

func (r *rtf) table(rows [][]Cell, header int, borders bool) {
	g := grid(rows)
	share := weights(g)
	for i, row := range g {
		r.out.WriteString(`\trowd\trgaph70`)
		if i < header {
			r.out.WriteString(`\trhdr`)
		}
		right := 0.0
		for col := 0; col < len(row); col += row[col].across() {
			s := row[col]
			switch {
			case s.below:
				r.out.WriteString(`\clvmrg`)
			case s.Cell != nil && s.Down > 1:
				r.out.WriteString(`\clvmgf`)
			}
			if borders {
				r.out.WriteString(`\clbrdrt\brdrs\clbrdrl\brdrs\clbrdrb\brdrs\clbrdrr\brdrs`)
			}
			for n := range s.across() {
				right += share[col+n]
			}
			fmt.Fprintf(&r.out, `\cellx%d`, int(right*pageWidth))
		}
		r.out.WriteString("\r\n")
		for col := 0; col < len(row); col += row[col].across() {
			size := 28
			if borders {
				size = 20 // ten points, or figures do not fit into their columns
			}
			fmt.Fprintf(&r.out, `\pard\plain\intbl\fs%d `, size)
			if s := row[col]; s.begins {
				for n, line := range strings.Split(s.Text, "\n") {
					if n > 0 {
						r.out.WriteString(`\par `)
					}
					r.runs(line)
				}
			}
			r.out.WriteString(`\cell `)
		}
		r.out.WriteString("\\row\r\n")
	}
	r.out.WriteString(`\pard\plain\par` + "\r\n")
}
