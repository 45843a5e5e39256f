// Package identity finds what a document is and whom it is about: its date,
// number and type, the Party organisation with its level and province, the
// ordinal of its congress and the term.
//
// A Party document says most of it in its head, a block of a fixed order; a
// portal page in its headline and first paragraphs. What the subject line of a
// head cites (another document's number and date) is not the document's own.
//
// Three kinds fill the columns: head (doc_date, doc_number, doc_type),
// organisation (org_unit, org_level, province) and congress
// (congress_ordinal, term_start, term_end). Ranks say which place of the text
// is believed first.
package identity

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Ranks of places, the lowest first.
const (
	rankFile   = 5  // a line that the archive put before the text
	rankHead   = 10 // the head of a Party or State document
	rankTitle  = 20 // the subject or headline
	rankLead   = 30 // the first paragraphs
	rankBody   = 40
	rankMeta   = 50 // the file's own metadata
	rankLayout = 60 // what the layout makes likely
)

// headBytes is how far the head of a document can reach: two letterhead
// columns and a subject of ten lines have under 2,000 bytes.
const headBytes = 2500

func emitField(t *scan.Text, emit func(report.Fact), f report.Fact, column string, v report.Value) {
	if v.IsNull() {
		return
	}
	f.Table = "documents"
	f.Fields = append(t.Room(1), report.Field{Column: column, Value: v})
	emit(f)
}

// recase writes a name in capitals as names are written in prose: TỈNH ỦY BẮC
// KẠN has the words of its type in small letters and each syllable of the name
// with a capital.
func recase(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		r, size := utf8.DecodeRuneInString(w)
		out[i] = string(unicode.ToUpper(r)) + strings.ToLower(w[size:])
	}
	return strings.Join(out, " ")
}

// allCaps reports whether every word of a range of tokens is in capitals.
func allCaps(t *scan.Text, first, last int32) bool {
	words := 0
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind != scan.Word {
			continue
		}
		words++
		if !t.Tokens[i].AllUpper && !vn.Capital(t.Word(i)) {
			return false
		}
	}
	return words > 0
}

// heading are the lines of the first part of a document, block by block, as
// far as a head can reach.
type heading struct {
	lines []scan.Sentence
	end   []int // by block: where its lines end
}

// of returns the lines of block i, none beyond the reach of a head.
func (h *heading) of(i int) []scan.Sentence {
	switch {
	case i >= len(h.end):
		return nil
	case i == 0:
		return h.lines[:h.end[0]]
	}
	return h.lines[h.end[i-1]:h.end[i]]
}

// lines returns the lines of the first part of a document, made once a text.
func (v *vocabulary) lines(t *scan.Text) *heading {
	return scan.Memo(t, &v.ofLines, func(t *scan.Text, h *heading) *heading {
		if h == nil {
			h = new(heading)
		}
		h.lines, h.end = h.lines[:0], h.end[:0]
		for i := range t.Doc.Blocks {
			if t.Doc.Blocks[i].Start > headBytes {
				break
			}
			first, last := t.Block(i)
			h.lines = v.cut(t, first, last, h.lines)
			h.end = append(h.end, len(h.lines))
		}
		return h
	})
}

// cut adds the lines of a range of tokens: the cell of a letterhead and a broken
// paragraph have several. The motto of the Party or the State is a line of its
// own, also where the place and date behind it lost their line break.
func (v *vocabulary) cut(t *scan.Text, first, last int32, out []scan.Sentence) []scan.Sentence {
	mottos := t.HitsIn(v.motto, first, last)
	if first < last && len(mottos) == 0 && strings.IndexByte(t.Doc.At(t.Span(first, last)), '\n') < 0 {
		return append(out, scan.Sentence{First: first, Last: last})
	}
	for i := first; i < last; i++ {
		if i == first || t.Tokens[i].Space && broken(t, i) {
			out = append(out, scan.Sentence{First: i})
		}
		out[len(out)-1].Last = i + 1
		for len(mottos) > 0 && mottos[0].First < i {
			mottos = mottos[1:]
		}
		if len(mottos) > 0 && mottos[0].First == i && mottos[0].Last < last {
			behind := mottos[0].Last
			out[len(out)-1].Last = behind
			out = append(out, scan.Sentence{First: behind, Last: behind})
			i = behind - 1
		}
	}
	return out
}

// broken reports whether a line ends before token i.
func broken(t *scan.Text, i int32) bool {
	return strings.IndexByte(t.Doc.Text[t.Tokens[i-1].End:t.Tokens[i].Start], '\n') >= 0
}
