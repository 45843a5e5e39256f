package person

import (
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// reachOfSignature is how many sentences before the end of a document a signature in one line
// may stand: notes on who gets it, and on copies, come behind.
const reachOfSignature = 4

// inLine reads a signature that has the office or the body in capitals before the name in one
// line: "T/M ĐẢNG ỦY, BÍ THƯ: Lò Văn A", "NGƯỜI TỔNG HỢP: Hà Thị B", "TM. BAN THƯỜNG VỤ Lê Văn
// C". It gives nobody a post. A line of a list of posts in capitals has another like it beside
// it, and stands in no paper's end.
func (x *Extractor) inLine(t *scan.Text, si int, m *mention) ([]scan.Hit, bool) {
	s := t.Sentences[si]
	if t.Identity.Type == "news" && si < len(t.Sentences)-1 || m.honorific || t.Doc.Blocks[s.Block].Kind == report.TableCell || si < len(t.Sentences)-reachOfSignature || m.last < s.Last-1 || m.last < s.Last && t.Tokens[m.last].Kind == scan.Word {
		return nil, false
	}
	first, _ := t.Block(s.Block)
	from := max(s.First, first)
	end := m.first
	if t.Is(end-1, ':') || t.Is(end-1, '-') {
		end--
	}
	if end <= from || !inCapitals(t, from, end) || t.Has(x.cues, from, m.first) {
		return nil, false
	}
	for m.last < m.to { // what follows is no office
		m.to--
	}
	var office scan.Hit
	body := t.Has(x.into, from, end)
	for _, h := range t.HitsIn(x.titles, from, end) {
		if x.titleList[h.Value].none {
			body = true
		} else if last := x.titleEnd(t, h, end); last == end {
			if office.Last == office.First || deputises(t, office.First) {
				office = scan.Hit{First: h.First, Last: last, Value: h.Value}
			}
		}
	}
	switch {
	case office.Last > office.First:
		return []scan.Hit{office}, true
	case t.Fold(from) == "người" && end-from <= 4:
		return []scan.Hit{{First: from, Last: end, Value: x.plain}}, true
	}
	return nil, body || onBehalf(t, from)
}

// behindBody returns where the name begins that a signature for a body has behind it in one
// line: "TM. BAN THƯỜNG VỤ Lê Văn C"; the begin of the line for none.
func behindBody(t *scan.Text, s scan.Sentence) int32 {
	if !onBehalf(t, s.First) {
		return s.First
	}
	i := s.First
	for i < s.Last && (t.Tokens[i].Kind == scan.Punct || t.Tokens[i].AllUpper || t.Tokens[i].Upper && len(t.Word(i)) == 1) {
		i++
	}
	return i
}

// forBody reports whether a line near the end of a document is a signature for a body with
// the name behind it.
func (x *Extractor) forBody(t *scan.Text, si int) bool {
	if si < len(t.Sentences)-reachOfSignature {
		return false
	}
	s := t.Sentences[si]
	i := behindBody(t, s)
	return i > s.First && i < s.Last && t.Tokens[i].Upper && !x.officeAt(t, t.HitsIn(x.titles, s.First, i), i) && x.name(t, i, s.Last, true) == s.Last
}

// officeAt reports whether the last of some titles is an office and reaches up to a token.
func (x *Extractor) officeAt(t *scan.Text, hits []scan.Hit, end int32) bool {
	if len(hits) == 0 {
		return false
	}
	if t.Is(end-1, ':') {
		end--
	}
	h := hits[len(hits)-1]
	return !x.titleList[h.Value].none && x.titleEnd(t, h, end) == end
}

// onBehalf reports whether the words of a signature for a body stand at a token: "T/M", "TM.".
func onBehalf(t *scan.Text, i int32) bool {
	switch t.Word(i) {
	case "TM", "TL", "KT", "TUQ":
		return true
	case "T", "K":
		return t.Is(i+1, '/')
	}
	return false
}

// inCapitals reports whether all words of a range are in capitals, and there is one.
func inCapitals(t *scan.Text, from, end int32) bool {
	words := 0
	for i := from; i < end; i++ {
		switch t.Tokens[i].Kind {
		case scan.Word:
			if !t.Tokens[i].AllUpper && !(t.Tokens[i].Upper && len(t.Word(i)) == 1) {
				return false
			}
			words++
		case scan.Number:
			return false
		}
	}
	return words > 0
}
