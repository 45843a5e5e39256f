package identity

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// head is the letterhead of a Party or State document.
type head struct {
	number    grammar.Symbol
	hasNumber bool // false when the number is blank or missing
	marks     int
}

// findHead looks for the marks of a head in the first part of a document: the
// motto line of the Party or the State, a number of its own with a date line, or
// lines that are organisations above the kind of the document. Several kinds
// ask.
func (v *vocabulary) findHead(t *scan.Text) (head, bool) {
	h := scan.Memo(t, &v.ofHead, v.readHead)
	return h, h.marks >= 2 || h.hasNumber
}

func (v *vocabulary) readHead(t *scan.Text, _ head) head {
	h := head{}
	issuers := 0
	for _, l := range v.lines(t).lines {
		if v.mottoLine(t, l) {
			h.marks += 2
		}
		if v.isOrganisation(t, l) {
			issuers++
		}
		if _, ok := v.kindLine(t, l); ok && issuers > 1 {
			h.marks += 2
			issuers = 0
		}
		if h.hasNumber {
			continue
		}
		if s, ok := ownNumber(t, l.First, l.Last); ok {
			h.number, h.hasNumber = s, true
			h.marks++
		}
	}
	return h
}

// isOrganisation reports whether a line is the name of an organisation, and
// nothing else.
func (v *vocabulary) isOrganisation(t *scan.Text, l scan.Sentence) bool {
	if _, head := t.At(v.heads, l.First); !head {
		if _, committee := t.At(v.committees, l.First); !committee {
			return false
		}
	}
	ms, last := v.mentions(t, l.First, l.Last), l.Last
	if t.Is(last-1, ')') { // "ĐẢNG BỘ XÃ VIỆT TIẾN (tỉnh Hưng Yên)"
		for last > l.First && !t.Is(last, '(') {
			last--
		}
	}
	return len(ms) == 1 && ms[0].first == l.First && ms[0].last == last && !ms[0].generic
}

// mottoLine reports whether a line has the name of the Party, in capitals and
// alone, or that of the State.
func (v *vocabulary) mottoLine(t *scan.Text, l scan.Sentence) bool {
	for _, m := range t.HitsIn(v.motto, l.First, l.Last) {
		if m.Value == 1 || m.Value == 0 && l.Last-l.First <= 24 && allCaps(t, l.First, l.Last) {
			return true
		}
	}
	return false
}

// ownNumber reads "Số 123-BC/TU" or "Số: 12/BC-UBND" where "Số" begins the line
// or follows words in capitals (the left column of a head read line by line).
func ownNumber(t *scan.Text, first, last int32) (grammar.Symbol, bool) {
	for i := first; i < last; i++ {
		w := t.Word(i)
		if w != "Số" && w != "SỐ" && w != "số" {
			if t.Tokens[i].Kind == scan.Word && !vn.Capital(w) {
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
	generic := firstGeneric(subject)
	all := append(named(issuers), named(subject)...)
	issuers, subject = named(issuers), named(subject)
	province, at := o.headProvince(t, all)
	chosen, rank := mention{}, rankHead
	switch {
	case len(subject) > 0 && !(len(issuers) > 0 && plural(t, subject)):
		chosen, rank = subject[0], rankTitle
	case len(issuers) > 0:
		chosen = issuers[len(issuers)-1]
	case generic.last > 0 && province >= 0: // a State body on the congress of "Đảng bộ tỉnh"
		chosen, rank = o.v.ofProvince(generic.first, generic.last, province), rankTitle
	default:
		return false
	}
	chosen = inFull(chosen, issuers)
	if chosen.proper == "" && chosen.place < 0 { // "ĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH" above a text that has the name
		for _, r := range o.v.regions(t) {
			if int(t.Tokens[r.first].Start) > 2*headBytes || chosen.proper != "" {
				break
			}
			chosen = inFull(chosen, named(o.v.mentions(t, r.first, r.last)))
		}
	}
	if underGrassroots(chosen, issuers) {
		chosen.level, chosen.level2025 = "cell", ""
	}
	o.organisationFacts(t, chosen, rank, emit)
	o.aboveFact(t, chosen, headAbove(chosen, issuers), rank, emit)
	if ofArmy(chosen.name) && !slices.ContainsFunc(all, func(m mention) bool { return m.place >= 0 || m.upper >= 0 }) {
		province, at = o.v.army(), chosen // not where its barracks are
	}
	switch {
	case chosen.place >= 0:
		province, at = chosen.place, chosen
	case chosen.upper >= 0:
		province, at = chosen.upper, chosen
	}
	o.provinceFact(t, province, at, rank, emit)
	return true
}

// plural reports whether a subject names several organisations of one kind, which the
// document of their superior is about: "đại hội điểm tại Đảng bộ xã A và Đảng bộ xã B",
// "của các đảng bộ huyện A, B".
func plural(t *scan.Text, subject []mention) bool {
	if subject[0].first > 0 && t.Fold(subject[0].first-1) == "các" {
		return true
	}
	return len(subject) > 1 && subject[0].key != subject[1].key && subject[0].level == subject[1].level && parted(t, subject[0].last, subject[1].first)
}

// inFull returns the naming of an organisation among the issuers that has its province
// too: "Đảng bộ Công an tỉnh" in the subject of "ĐẢNG BỘ CÔNG AN TỈNH LẠNG SƠN".
func inFull(m mention, issuers []mention) mention {
	short := vn.Fold(m.name) + " "
	for _, s := range issuers {
		if strings.HasPrefix(vn.Fold(s.name), short) && s.level == m.level {
			return s
		}
	}
	return m
}

// headAbove are the units above an organisation: those that stand behind its
// name, else the districts and communes in the lines of the issuers that are
// higher than it, from the lowest line up.
func headAbove(m mention, issuers []mention) above {
	if len(m.above.units) > 0 {
		return m.above
	}
	var a above
	for _, s := range slices.Backward(issuers) {
		if s.key != m.key && s.unit != "" && higher[s.level] > higher[m.level] {
			a.add(s.unit, s.first, s.last)
			m.level = s.level
		}
	}
	return a
}

// higher orders the levels below the province.
var higher = map[string]int{"cell": 1, "grassroots": 2, "upper_grassroots": 3, "city": 3}

// underGrassroots reports whether a chi bộ stands in a head below the organisation
// of a commune or ward, which is a grassroots one: it is a cell of it.
func underGrassroots(m mention, issuers []mention) bool {
	if m.level != "grassroots" || !strings.HasPrefix(vn.Fold(m.name), "chi bộ") || strings.HasPrefix(vn.Fold(m.name), "chi bộ cơ sở") {
		return false
	}
	for _, s := range issuers {
		if s.key != m.key && s.level == "grassroots" && !strings.HasPrefix(vn.Fold(s.name), "chi bộ") {
			return true
		}
	}
	return false
}

// firstGeneric returns the first naming of a province's organisation without the
// province.
func firstGeneric(ms []mention) mention {
	for _, m := range ms {
		if m.generic && m.level == "province" {
			return m
		}
	}
	return mention{}
}

// headProvince returns the province that a document with a head belongs to: of
// its issuers, of the line with place and date, else the one that the text
// names.
func (o *Organisation) headProvince(t *scan.Text, ms []mention) (int, mention) {
	for _, m := range ms {
		if m.place >= 0 {
			return m.place, m
		}
		if m.upper >= 0 {
			return m.upper, m
		}
	}
	if h, ok := o.placeLine(t); ok {
		return int(h.Value), mention{first: h.First, last: h.Last}
	}
	if h, ok := o.provinceNamed(t); ok {
		return int(h.Value), mention{first: h.First, last: h.Last}
	}
	return -1, mention{}
}

// headMentions returns the organisations above the kind of the document (the
// issuers) and those in its subject lines.
func (v *vocabulary) headMentions(t *scan.Text) (issuers, subject []mention) {
	end := t.TokenAt(min(headBytes, len(t.Doc.Text)))
	below, read := false, 0
	lines := v.lines(t)
	for i := range t.Doc.Blocks {
		b := &t.Doc.Blocks[i]
		if first, _ := t.Block(i); first >= end {
			break
		}
		if below && read > 0 && b.Kind == report.Heading {
			break // the text begins
		}
		for _, l := range lines.of(i) {
			if below {
				if t.Fold(l.First) == "kính" && t.Fold(l.First+1) == "gửi" {
					return issuers, subject // whom it goes to is not whom it is about
				}
				if read > 0 && v.text(t, l) || read > 6 {
					return issuers, subject
				}
				read++
				subject = append(subject, v.mentions(t, l.First, l.Last)...)
				continue
			}
			if t.Fold(l.First) == "kính" && t.Fold(l.First+1) == "gửi" {
				return issuers, subject
			}
			if h, ok := v.kindLine(t, l); ok {
				below = true
				subject = append(subject, v.mentions(t, h.Last, l.Last)...) // "BÁO CÁO tổng kết …"
				continue
			}
			if allCaps(t, l.First, l.Last) || ownLine(t, l.First, l.Last) || v.isOrganisation(t, l) {
				issuers = append(issuers, v.mentions(t, l.First, l.Last)...)
			}
		}
	}
	return issuers, subject
}

// text reports whether a line below the subject begins the text: it ends a
// sentence, opens a list, or begins with the words that texts begin with.
func (v *vocabulary) text(t *scan.Text, l scan.Sentence) bool {
	if t.Is(l.Last-1, '.') || t.Is(l.Last-1, ':') || t.Is(l.Last-1, ';') || t.Is(l.First, '-') || t.Is(l.First, '*') || t.Is(l.First, '(') {
		return true
	}
	_, ok := t.At(v.opening, l.First)
	return ok && t.Tokens[l.First].Upper
}

// named keeps the organisations that have a name.
func named(ms []mention) []mention {
	var out []mention
	for _, m := range ms {
		if !m.generic {
			out = append(out, m)
		}
	}
	return out
}

// ownLine reports whether a line has the document's own number in it.
func ownLine(t *scan.Text, first, last int32) bool {
	_, ok := ownNumber(t, first, last)
	return ok
}

// placeLine returns the province of the place-and-date line: "Bắc Kạn, ngày …".
func (o *Organisation) placeLine(t *scan.Text) (scan.Hit, bool) {
	end := t.TokenAt(min(headBytes, len(t.Doc.Text)))
	for _, h := range o.v.provincesIn(t, 0, end) {
		if t.Is(h.Last, ',') {
			if w, ok := o.g.Date(t, h.Last+1); ok && w.Date.Precision != report.NoDate {
				return h, true
			}
		}
	}
	return scan.Hit{}, false
}

// kindLine returns the name of the document's kind where it stands in capitals
// at the start of a line: it parts issuer and subject.
func (v *vocabulary) kindLine(t *scan.Text, l scan.Sentence) (scan.Hit, bool) {
	h, ok := t.At(v.kinds, l.First)
	return h, ok && h.Last <= l.Last && allCaps(t, h.First, h.Last)
}

// kindWords are the kinds whose line parts issuer and subject; codes stand in
// doc_types.tsv.
var kindWords = []string{
	"báo cáo", "thông báo", "nghị quyết", "kế hoạch", "chỉ thị", "hướng dẫn", "kết luận", "quyết định", "biên bản",
	"thư cảm ơn", "thư ngỏ", "thư chúc mừng", "lời cảm ơn", "thư mời", "giấy mời", "công điện", "thông tri", "quy chế", "quy định",
	"bảng tổng hợp", "biểu tổng hợp", "bảng thống kê", "biểu thống kê", "bảng kê", "tờ trình", "đề án", "chương trình", "kịch bản", "diễn văn", "phương án", "phụ lục", "biểu",
}
