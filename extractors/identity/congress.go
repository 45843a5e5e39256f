package identity

import (
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// CongressConfig sets which words tie an ordinal or a term to whom.
type CongressConfig struct {
	Own      []string `yaml:"own"`      // bodies of a local organisation: ban chấp hành đảng bộ, tỉnh ủy
	National []string `yaml:"national"` // toàn quốc, của Đảng, trung ương
	Other    []string `yaml:"other"`    // bodies whose terms and ordinals are not the Party's: HĐND, Quốc hội
	Meeting  []string `yaml:"meeting"`  // hội nghị, kỳ họp: their numbers are no congress's
	Past     []string `yaml:"past"`     // nhiệm kỳ trước, vừa qua
	Review   []string `yaml:"review"`   // what a congress does with the term that ends: đánh giá, nhìn lại
	Ahead    []string `yaml:"ahead"`    // words behind which the term that begins stands
	Round    []string `yaml:"round"`    // đại hội đảng bộ các cấp
	Repeated []string `yaml:"repeated"` // what is done more than once: bầu, họp
	Compared []string `yaml:"compared"` // words behind which the term stands that figures are set against: so với, cao hơn
	Breach   []string `yaml:"breach"`   // kỷ luật, vi phạm: a text about these names terms that are nobody's congress
}

// Congress finds congress_ordinal, term_start and term_end.
type Congress struct {
	id                                                   string
	v                                                    *vocabulary
	g                                                    *grammar.Grammar
	own, national, other, meeting, bygone, round, breach *scan.Class
	review, ahead, repeated, compared                    *scan.Class
}

// NewCongress makes the extractor of a rule.
func NewCongress(id string, c CongressConfig, env *kind.Env) (*Congress, error) {
	v, err := kind.Share(env, "identity", newVocabulary)
	if err != nil {
		return nil, err
	}
	x := &Congress{id: id, v: v, g: env.Grammar}
	for _, y := range []struct {
		class **scan.Class
		words []string
	}{{&x.own, c.Own}, {&x.national, c.National}, {&x.other, c.Other}, {&x.meeting, c.Meeting}, {&x.bygone, c.Past}, {&x.round, c.Round}, {&x.breach, c.Breach}, {&x.review, c.Review}, {&x.ahead, c.Ahead}, {&x.repeated, c.Repeated}, {&x.compared, c.Compared}} {
		*y.class = env.Builder.Class("identity.congress")
		for _, w := range y.words {
			(*y.class).Add(w, 1)
		}
	}
	return x, nil
}

// whose is what governs an ordinal or a term.
type whose uint8

const (
	nobody   whose = iota
	ours           // a local Party organisation or its committee
	party          // the national Party
	others         // People's Council, National Assembly, an association
	allRound       // the round of congresses at all levels
)

// Facts emits the ordinal and the term of the organisation's own congress, the
// first mention first.
func (x *Congress) Facts(t *scan.Text, emit func(report.Fact)) {
	if t.Identity.Outside {
		return
	}
	breach := x.isBreach(t)
	title := true
	for si := range t.Sentences {
		s := t.Sentences[si]
		if s.First == s.Last {
			continue
		}
		x.ordinals(t, s, title, breach, emit)
		x.terms(t, s, title, breach, emit)
		title = false
	}
}

// isBreach reports whether a text is about discipline: its headline says so, or
// its lead more than once.
func (x *Congress) isBreach(t *scan.Text) bool {
	n := 0
	for _, r := range x.v.regions(t) {
		hits := len(t.HitsIn(x.breach, r.first, r.last))
		switch r.rank {
		case rankTitle:
			n += 2 * hits
		case rankLead:
			n += hits
		}
	}
	return n >= 2
}

func (x *Congress) ordinals(t *scan.Text, s scan.Sentence, title, breach bool, emit func(report.Fact)) {
	for _, o := range x.g.Ordinals(t, s.First, s.Last) {
		if x.ofMeeting(t, s, o) || x.count(t, o) || x.sentTo(t, s, o.First) {
			continue
		}
		w, congress := x.governs(t, s, o.First, o.Last)
		if !congress && t.Fold(o.First) == "lần" && t.Fold(o.First+1) != "thứ" {
			continue // "số liệu không khớp giữa lần 1 và lần 2"
		}
		central := t.Identity.Level == "central"
		if central && w != party && w != others && t.Fold(o.First) == "đại" {
			w = party // "Đại hội XIII" alone
		}
		if t.Identity.Unit == "" && t.Identity.Level == "" || w == others || central != (w == party) || w == nobody || w == allRound || breach && !congress {
			continue
		}
		rank := rankOf(title)
		switch {
		case x.ofHolder(t, s, o.First):
			rank = max(rank, rankBody)
		case x.laidBefore(t, s, o.First):
			rank = rankHead
		}
		f := report.Fact{Rule: x.id, Rank: rank, Span: t.Span(o.First, o.Last)}
		emitField(t, emit, f, "congress_ordinal", report.Int(o.N))
	}
}

// ofMeeting reports whether an ordinal numbers a meeting: "Hội nghị Ban Chấp hành
// lần thứ 15"; "khóa XIX" behind it is the committee's.
func (x *Congress) ofMeeting(t *scan.Text, s scan.Sentence, o grammar.Ordinal) bool {
	if t.Fold(o.First) != "lần" {
		return false
	}
	meetings, congresses := t.HitsIn(x.meeting, s.First, o.First), t.HitsIn(x.v.congress, s.First, o.First)
	if o.First > s.First && x.repeats(t, o.First) {
		return true // "Tiểu ban Văn kiện Đại hội … họp lần thứ hai", "phải bầu lần 2"
	}
	n, m := len(meetings), len(congresses)
	return n > 0 && (m == 0 || meetings[n-1].First > congresses[m-1].First)
}

// repeats reports whether what stands before token i is done more than once, as no
// congress is.
func (x *Congress) repeats(t *scan.Text, i int32) bool {
	for _, h := range t.HitsIn(x.repeated, max(0, i-4), i) {
		if h.Last == i {
			return true
		}
	}
	return false
}

// sentTo reports whether an ordinal is that of a congress above, which delegates are
// elected to: "bầu 9 đại biểu dự Đại hội Đảng bộ xã lần thứ XXV" in the minutes of a cell.
func (x *Congress) sentTo(t *scan.Text, s scan.Sentence, first int32) bool {
	hits := t.HitsIn(x.v.congress, s.First, min(first+2, s.Last))
	if len(hits) == 0 {
		return false
	}
	c := hits[len(hits)-1]
	if c.First < s.First+2 || t.Fold(c.First-1) != "dự" {
		return false
	}
	switch t.Fold(c.First - 2) {
	case "biểu", "đi", "thức", "khuyết":
	default:
		return false
	}
	for _, m := range x.v.mentions(t, c.Last, first) {
		if m.level == t.Identity.Level || m.level2025 == t.Identity.Level {
			return false
		}
	}
	return true
}

// laidBefore reports whether an ordinal in the subject of a document is that of the
// congress that it is for: "(trình Đại hội đại biểu Đảng bộ huyện lần thứ XXIV)".
func (x *Congress) laidBefore(t *scan.Text, s scan.Sentence, first int32) bool {
	if int(t.Tokens[first].Start) > headBytes {
		return false
	}
	hits := t.HitsIn(x.v.congress, s.First, first)
	return len(hits) > 0 && hits[len(hits)-1].First > s.First && t.Fold(hits[len(hits)-1].First-1) == "trình" && t.Is(hits[len(hits)-1].First-2, '(')
}

// ofHolder reports whether "khóa XV" or "nhiệm kỳ 2015 - 2020" is said of the post that somebody has held so
// far: "ông A, Bí thư Tỉnh ủy khóa XV, được bầu …".
func (x *Congress) ofHolder(t *scan.Text, s scan.Sentence, first int32) bool {
	if w := t.Fold(first); w != "khoá" && w != "nhiệm" {
		return false
	}
	for i := first - 1; i > s.First && i > first-8; i-- {
		if t.Tokens[i].Kind != scan.Word {
			return false
		}
		if t.Fold(i) == "thư" && t.Fold(i-1) == "bí" {
			i -= 2
			if i >= s.First && t.Fold(i) == "phó" {
				i--
			}
			return i >= s.First && (t.Is(i, ',') || t.Is(i, '-') || t.Is(i, '('))
		}
	}
	return false
}

// count reports whether the number after "đại hội" counts something else: "lùi
// đại hội 3 tuần". Only the national congresses are named by a bare number.
func (x *Congress) count(t *scan.Text, o grammar.Ordinal) bool {
	if t.Fold(o.First) == "đại" && t.Fold(o.Last-2) == "thứ" {
		return !t.Tokens[o.Last-1].AllUpper // "đại hội thứ ba của tỉnh" numbers those of others
	}
	return t.Tokens[o.Last-1].Kind == scan.Number && t.Fold(o.First) == "đại" && (o.N < 6 || !t.Tokens[o.First].Upper)
}

func (x *Congress) terms(t *scan.Text, s scan.Sentence, title, breach bool, emit func(report.Fact)) {
	terms := x.g.Terms(t, s.First, s.Last)
	if len(terms) == 0 {
		for _, o := range x.g.Ordinals(t, s.First, s.Last) {
			if term, ok := x.g.TermAt(t, o.Last); ok {
				terms = append(terms, term)
			}
		}
	}
	for _, term := range terms {
		w, congress := x.governs(t, s, term.First, term.Last)
		if w == others || t.Has(x.bygone, max(s.First, term.First-3), term.Last) && !congress {
			continue
		}
		if x.reviewed(t, s, term.First) {
			continue
		}
		if national := term.Start%5 == 1; national != (t.Identity.Level == "central") && term.End-term.Start == 5 {
			continue // 2016-2021 is the term of the national Party and of the State's bodies
		}
		if !congress && w != allRound && (breach || t.Identity.Unit == "" && w != ours) {
			continue // of several organisations only the round's term is kept
		}
		rank := rankOf(title)
		if w == nobody {
			rank = rankBody + 5
		}
		if h := t.HitsIn(x.compared, max(s.First, term.First-3), term.First); len(h) > 0 && !congress {
			continue // "cao gần gấp đôi nhiệm kỳ 2015 - 2020"
		}
		if x.past(t, term) || x.ofHolder(t, s, term.First) {
			rank = max(rank, rankBody)
		}
		f := report.Fact{Rule: x.id, Rank: rank, Span: t.Span(term.First, term.Last)}
		emitField(t, emit, f, "term_start", report.Int(term.Start))
		emitField(t, emit, f, "term_end", report.Int(term.End))
	}
}

// reviewed reports whether a term is the one that a congress looks back on: "Đại hội
// đã đánh giá kết quả thực hiện nghị quyết nhiệm kỳ 2015 - 2020".
func (x *Congress) reviewed(t *scan.Text, s scan.Sentence, term int32) bool {
	hits := t.HitsIn(x.review, s.First, term)
	if len(hits) == 0 || t.Fold(s.First) != "đại" || hits[0].First-s.First > 4 || len(t.HitsIn(x.v.congress, s.First, hits[0].First)) == 0 {
		return false
	}
	for i := hits[0].Last; i < term; i++ {
		if t.Is(i, ';') {
			return false
		}
	}
	return !t.Has(x.ahead, hits[0].Last, term)
}

// past reports whether a term is the one that ends, in a document that prepares
// the next congress.
func (x *Congress) past(t *scan.Text, term grammar.Term) bool {
	switch t.Identity.Type {
	case "plan", "directive", "guidance":
		return !t.Identity.Date.IsZero() && term.End <= t.Identity.Date.Year+1 && term.Start < t.Identity.Date.Year
	}
	return false
}

// rankOf believes the headline or subject first; then the first mention wins.
func rankOf(title bool) int {
	if title {
		return rankTitle
	}
	return rankLead
}

// partyOf reports whether a body is only whose Party organisation is named: "Đảng bộ
// UBND thành phố".
func (x *Congress) partyOf(t *scan.Text, h scan.Hit) bool {
	if h.First < 2 || t.Fold(h.First-2) != "đảng" {
		return false
	}
	w := t.Fold(h.First - 1)
	return w == "bộ" || w == "uỷ"
}

// governs tells whose an ordinal or term is by the nearest body before it in
// the sentence and by what follows ("XIII của Đảng").
func (x *Congress) governs(t *scan.Text, s scan.Sentence, first, last int32) (whose, bool) {
	if after := t.HitsIn(x.national, last, min(last+3, s.Last)); len(after) > 0 && after[0].First <= last+1 && t.Fold(after[0].Last) != "bộ" {
		return party, true
	}
	if t.Fold(first) == "kì" && t.Fold(last) == "của" {
		if _, ok := t.At(x.own, last+1); ok {
			return ours, true // "kỳ đại hội thứ XXVI của Đảng bộ xã"
		}
	}
	from := max(s.First, first-24)
	if n := t.Tokens[first].Sentence; n > 0 && first == s.First && int(t.Tokens[first].Start) < headBytes {
		from = t.Sentences[n-1].First // a head: "ĐẠI HỘI ĐẢNG BỘ XÃ X / LẦN THỨ IX"
	}
	at, w := int32(-1), nobody
	nearest := func(hits []scan.Hit, is whose) {
		for _, h := range hits {
			if h.Last <= first && h.Last > at && !(is == others && x.partyOf(t, h)) {
				at, w = h.Last, is
			}
		}
	}
	nearest(t.HitsIn(x.own, from, first), ours)
	nearest(t.HitsIn(x.round, from, first), allRound)
	nearest(t.HitsIn(x.national, from, first), party)
	nearest(t.HitsIn(x.other, from, first), others)
	for _, m := range x.v.mentions(t, from, first) {
		if m.last >= at { // the "Trung ương" of "Đảng bộ Khối Doanh nghiệp Trung ương" is its own
			at, w = m.last, ours
		}
	}
	congress := false
	for _, h := range t.HitsIn(x.v.congress, from, min(first+1, s.Last)) {
		if h.Last > at-10 {
			congress = true
		}
		if h.Last > at && h.Last <= first+1 {
			at = h.Last
			if w == nobody {
				w = ours
			}
		}
	}
	return w, congress
}
