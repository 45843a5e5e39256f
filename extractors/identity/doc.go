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
		w := t.Word(i)
		if strings.ToUpper(w) != w {
			return false
		}
	}
	return words > 0
}

// lines returns the lines of a range of tokens: the cell of a letterhead and a
// broken paragraph have several. The motto of the Party or the State is a line
// of its own, also where the place and date behind it lost their line break.
func (v *vocabulary) lines(t *scan.Text, first, last int32) []scan.Sentence {
	var out []scan.Sentence
	for i := first; i < last; i++ {
		if i == first || t.Tokens[i].Space && strings.Contains(t.Doc.Text[t.Tokens[i-1].End:t.Tokens[i].Start], "\n") {
			out = append(out, scan.Sentence{First: i})
		}
		out[len(out)-1].Last = i + 1
		if h, ok := t.At(v.motto, i); ok && h.Last < last {
			out[len(out)-1].Last = h.Last
			out = append(out, scan.Sentence{First: h.Last, Last: h.Last})
			i = h.Last - 1
		}
	}
	return out
}
