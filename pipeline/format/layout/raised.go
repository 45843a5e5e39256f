package layout

import (
	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/format/glyph"
)

// raise gives digits that are set small and high, as the marks of notes are, as
// the characters for such digits: the figure before them ends there. Three are
// the most that a mark has; with letters among them they are text of its own.
func (b *Builder) raise(glyphs []Glyph) {
	if b.page.Rough {
		return
	}
	var base *Glyph
	for i := 0; i < len(glyphs); i++ {
		g := &glyphs[i]
		if blank(g.R) {
			continue
		}
		if base == nil {
			if base = g; isDigit(g.R) {
				base = otherSize(glyphs[i:])
			}
		}
		end, digits := raisedRun(glyphs[i:], base)
		if digits == 0 || digits > glyph.LongestMark || b.oldFont(g.Font) {
			base = g
			continue
		}
		for j := range glyphs[i : i+end] {
			glyphs[i+j].R = glyph.Raised(glyphs[i+j].R)
		}
		i += end - 1
	}
}

// otherSize returns the first glyph that is of another size than the first.
func otherSize(glyphs []Glyph) *Glyph {
	for i := range glyphs {
		if !blank(glyphs[i].R) && glyphs[i].Size != glyphs[0].Size {
			return &glyphs[i]
		}
	}
	return &glyphs[0]
}

// raisedRun returns how many glyphs are raised above a base, and how many digits
// are among them: none if something else than signs is.
func raisedRun(glyphs []Glyph, base *Glyph) (end, digits int) {
	for ; end < len(glyphs) && isRaised(&glyphs[end], base); end++ {
		switch r := glyphs[end].R; {
		case isDigit(r):
			digits++
		case blank(r), glyph.BesideMark(r):
		default:
			return 0, 0
		}
	}
	return end, digits
}

// small is the size of a raised digit against the line's at most: Word sets two
// thirds, LibreOffice some four fifths, browsers five sixths.
const small = 0.86

// isRaised reports whether a glyph is clearly smaller than another and stands
// clearly higher, but not on a line of its own.
func isRaised(g, base *Glyph) bool {
	const high = 0.7 // of the size; all programs set a third higher
	low := float32(0.15)
	if g.Size > 0.76*base.Size {
		low = 0.25 // what is hardly smaller must stand clearly higher
	}
	up := base.Y - g.Y
	return g.Size <= small*base.Size && up >= low*base.Size && up <= high*base.Size
}

// oldFont reports whether the characters of a font are those of an old encoding,
// where raised digits are letters.
func (b *Builder) oldFont(font int32) bool {
	_, old := charset.FromFont(b.fontName(font))
	return old
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
