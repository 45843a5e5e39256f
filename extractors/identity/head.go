package identity

import (
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// head is the letterhead of a Party or State document.
type head struct {
	number    grammar.Symbol // First < 0 when the number is blank or missing
	hasNumber bool
	kind      int // index of the block with the kind line, -1
}

// findHead looks for the marks of a head in the first part of a document: the
// motto line of the Party or the State, or a number of its own with a date
// line.
func findHead(t *scan.Text) (head, bool) {
	h := head{kind: -1}
	marks := 0
	for i := range t.Doc.Blocks {
		b := &t.Doc.Blocks[i]
		if b.Start > headBytes {
			break
		}
		first, last := tokensOf(t, b)
		text := vn.Fold(strings.TrimSpace(t.Doc.At(b.Span)))
		switch {
		case strings.Contains(text, "đảng cộng sản việt nam") && allCaps(t, first, last) && last-first <= 24,
			strings.Contains(text, "cộng hoà xã hội chủ nghĩa việt nam"):
			marks += 2
		}
		if !h.hasNumber {
			if s, ok := ownNumber(t, first, last); ok {
				h.number, h.hasNumber = s, true
				marks++
			}
		}
	}
	if marks < 2 && !h.hasNumber {
		return head{}, false
	}
	return h, marks >= 1
}

// ownNumber reads "Số 123-BC/TU" or "Số: 12/BC-UBND" where "Số" begins the line
// or follows words in capitals (the left column of a head read line by line).
func ownNumber(t *scan.Text, first, last int32) (grammar.Symbol, bool) {
	for i := first; i < last; i++ {
		w := t.Word(i)
		if w != "Số" && w != "SỐ" && w != "số" {
			if t.Tokens[i].Kind == scan.Word && strings.ToUpper(w) != w {
				return grammar.Symbol{}, false
			}
			continue
		}
		j := i + 1
		for t.Is(j, ':') || t.Is(j, '.') {
			j++
		}
		if s, ok := grammar.SymbolAt(t, j); ok {
			return s, true
		}
		return grammar.Symbol{}, false
	}
	return grammar.Symbol{}, false
}

// fromHead decides by the head: the subject names the organisation, else the
// issuer is it. It reports whether it found one.
func (o *Organisation) fromHead(t *scan.Text, emit func(report.Fact)) bool {
	issuers, subject := o.v.headMentions(t)
	province, at := -1, mention{}
	for _, m := range append(append([]mention{}, issuers...), subject...) {
		p := m.place
		if p < 0 {
			p = m.upper
		}
		if p >= 0 && province < 0 {
			province, at = p, m
		}
	}
	if province < 0 {
		if hit, ok := o.placeLine(t); ok {
			province, at = int(hit.Value), mention{first: hit.First, last: hit.Last}
		}
	}
	if province < 0 {
		if hit, ok := o.provinceNamed(t); ok {
			province, at = int(hit.Value), mention{first: hit.First, last: hit.Last}
		}
	}
	chosen, rank := mention{}, rankHead
	switch {
	case len(subject) > 0:
		chosen, rank = subject[0], rankTitle
	case len(issuers) > 0:
		chosen = issuers[len(issuers)-1]
	default:
		return false
	}
	o.organisationFacts(t, chosen, rank, emit)
	if chosen.place >= 0 {
		province, at = chosen.place, chosen
	}
	o.provinceFact(t, province, at, rank, emit)
	return true
}

// headMentions returns the organisations above the kind of the document (the
// issuers) and those in its subject lines.
func (v *vocabulary) headMentions(t *scan.Text) (issuers, subject []mention) {
	end := t.TokenAt(min(headBytes, len(t.Doc.Text)))
	below := false
	lines := 0
	for i := range t.Doc.Blocks {
		b := &t.Doc.Blocks[i]
		first, last := tokensOf(t, b)
		if first >= end || lines > 6 {
			break
		}
		if first == last {
			continue
		}
		caps := allCaps(t, first, last)
		if below {
			// The subject ends where the text begins: at a numbered part or at a
			// paragraph that is a sentence of its own.
			if lines > 0 && (b.Kind == report.Heading || strings.HasSuffix(strings.TrimSpace(t.Doc.At(b.Span)), ".")) {
				break
			}
			lines++
			for _, m := range v.mentions(t, first, last) {
				if !m.generic {
					subject = append(subject, m)
				}
			}
			continue
		}
		if _, ok := kindLine(t, b); ok {
			below = true
			continue
		}
		if caps || ownLine(t, first, last) {
			for _, m := range v.mentions(t, first, last) {
				if !m.generic {
					issuers = append(issuers, m)
				}
			}
		}
	}
	return issuers, subject
}

// ownLine reports whether a line has the document's own number in it.
func ownLine(t *scan.Text, first, last int32) bool {
	_, ok := ownNumber(t, first, last)
	return ok
}

// placeLine returns the province of the place-and-date line: "Bắc Kạn, ngày …".
func (o *Organisation) placeLine(t *scan.Text) (scan.Hit, bool) {
	end := t.TokenAt(min(headBytes, len(t.Doc.Text)))
	for _, h := range t.HitsIn(o.v.provinces, 0, end) {
		if t.Is(h.Last, ',') {
			if w, ok := o.g.Date(t, h.Last+1); ok && w.Date.Precision != report.NoDate {
				return h, true
			}
		}
	}
	return scan.Hit{}, false
}

// kindLine reports whether a block is the line with the kind of the document:
// all in capitals, beginning with the name of a kind.
func kindLine(t *scan.Text, b *report.Block) (string, bool) {
	text := strings.TrimSpace(t.Doc.At(b.Span))
	line, _, _ := strings.Cut(text, "\n")
	if len(line) > 160 || strings.ToUpper(line) != line {
		return "", false
	}
	folded := vn.Fold(line)
	for _, w := range kindWords {
		if rest, ok := strings.CutPrefix(folded, w); ok && (rest == "" || rest[0] == ' ' || rest[0] == ':') {
			return w, true
		}
	}
	return "", false
}

// kindWords are the kinds whose line parts issuer and subject; codes stand in
// doc_types.tsv.
var kindWords = []string{
	"báo cáo", "thông báo", "nghị quyết", "kế hoạch", "chỉ thị", "hướng dẫn", "kết luận", "quyết định", "biên bản",
	"tờ trình", "đề án", "chương trình", "kịch bản", "diễn văn", "phương án", "phụ lục", "biểu",
}
