package layout

import (
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// piece is a run under way.
type piece struct {
	text       []byte
	font       int32
	confidence uint8
}

func appendRune(dst []piece, r rune, g *Glyph) []piece {
	if n := len(dst); n == 0 || dst[n-1].font != g.Font || dst[n-1].confidence != g.Confidence {
		dst = appendPiece(dst, g)
	}
	p := &dst[len(dst)-1]
	p.text = utf8.AppendRune(p.text, r)
	return dst
}

// appendPiece begins a run, in the room of one that was there before.
func appendPiece(dst []piece, g *Glyph) []piece {
	n := len(dst)
	if n == cap(dst) {
		dst = append(dst, piece{})
	}
	dst = dst[:n+1]
	dst[n] = piece{text: dst[n].text[:0], font: g.Font, confidence: g.Confidence}
	return dst
}

// appendSpace appends a space to the run before it, if there is none yet.
func appendSpace(dst []piece, _ *Glyph) []piece {
	if n := len(dst); n > 0 {
		if p := &dst[n-1]; len(p.text) > 0 && p.text[len(p.text)-1] != ' ' {
			p.text = append(p.text, ' ')
		}
	}
	return dst
}

// runsOf makes runs of pieces, without white space at the ends.
func (b *Builder) runsOf(pieces []piece) []report.Run {
	for n := len(pieces); n > 0; n-- {
		p := &pieces[n-1]
		for len(p.text) > 0 && p.text[len(p.text)-1] == ' ' {
			p.text = p.text[:len(p.text)-1]
		}
		if len(p.text) > 0 {
			break
		}
		pieces = pieces[:n-1]
	}
	runs := make([]report.Run, 0, len(pieces))
	for _, p := range pieces {
		runs = append(runs, report.Run{Text: string(p.text), Font: b.fontName(p.font), Confidence: p.confidence})
	}
	return runs
}

func (b *Builder) fontName(font int32) string {
	if font < 0 || int(font) >= len(b.fonts) {
		return ""
	}
	return b.fonts[font].Name
}
