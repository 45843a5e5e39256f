package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
)

// event is a verb that gives a post: "được bầu", "chỉ định". A weak one
// ("làm", "giữ chức") gives a post only where the text tells of an election.
type event struct {
	scan.Hit // Value is how
	weak     bool
	guess    bool // how is only likely: nothing told of an election before
}

// events reads the verbs of a sentence that give a post.
func (x *Extractor) events(t *scan.Text, s scan.Sentence, ms []mention, out []act, st *story) {
	verbs := x.eventVerbs(t, s, ms, st)
	var last []int                  // the people of the event before
	denied, nominee := false, false // nominee: by a candidacy, which holds for all who are named after it
	for k, v := range verbs {
		start, end := s.First, s.Last
		if k > 0 {
			start = verbs[k-1].Last
		}
		if k+1 < len(verbs) {
			end = verbs[k+1].First
		}
		parted := k == 0 || x.mark(t, start, v.First, ';') < v.First
		moved := x.moves(t, v)
		own, candidacy := x.denied(t, v, start)
		inherited := v.weak && denied && !parted && (nominee || !between(ms, start, v.First))
		denied = !moved && (own || inherited)
		nominee = denied && (candidacy || inherited && nominee)
		people, given := x.people(t, v, start, end, ms, out)
		if denied {
			if len(people) > 0 {
				last = people // "thôi giữ chức A để giữ chức B"
			}
			continue
		}
		if k+1 < len(verbs) && given { // "…, trong đó ông A được bầu": A is the next verb's
			people = x.without(people, x.own(t, verbs[k+1], v.Last, ms, out))
		}
		switch {
		case len(people) > 0 && given:
			x.give(t, v, start, end, ms, people, out)
		case len(people) > 0 || len(last) == 1 && !v.weak && x.passive(t, v.Hit) && x.stands(t, s, v.First) || !parted && (moved || x.passive(t, v.Hit) || v.Value != howElected && x.names(t, v.Last) && k > 0 && x.direct(verbs[k-1], ms, last)):
			if len(people) == 0 {
				people = last // "trúng cử vào Ban Thường vụ, được bầu giữ chức Bí thư"
			}
			x.take(t, v, start, end, ms, people, out, st)
		default:
			if !v.weak && v.Value == howElected {
				x.seatOf(t, v, start, end, ms, st)
			}
			continue // "nâng tỷ lệ đại hội bầu trực tiếp bí thư": nobody is elected
		}
		last = people
	}
	x.listedPosts(t, s, ms, out, (st.told || len(verbs) > 0) && !st.breach, st)
	x.alike(t, s, ms, out)
	if st.ever && !st.breach {
		x.itemised(t, s, ms, out, st)
	}
	x.respectively(t, s, ms, out)
	x.left(t, s, ms)
	if (st.ever || st.told) && !st.breach {
		x.leads(t, s, ms, out, st.how)
	}
	if !st.breach {
		x.ownPosts(t, s, ms, out, st.how)
	}
	if st.once && !st.breach && !st.told && x.tellsCongress(t) {
		x.youngest(t, s, ms, out, st.how)
	}
	if st.once && !st.breach && x.tellsCongress(t) {
		x.newcomers(t, s, ms, out, st.how)
		x.won(t, s, ms, out)
	}
	if (st.told || len(verbs) > 0 || inNewTerm(t, s)) && !st.breach {
		x.are(t, s, ms, out, st.how)
		x.youngest(t, s, ms, out, st.how)
		x.bracketed(t, s, ms, out, st.how)
		x.withShare(t, s, ms, out, st.how)
	}
	if st.once && !st.breach && x.tellsCongress(t) {
		x.roster(t, s, ms, out, st)
		x.answers(t, s, ms, out, st.how)
	}
}

// moves reports whether somebody leaves a post for the one that a verb gives: "thôi giữ
// chức A để giữ chức B", "… để chỉ định giữ chức B".
func (x *Extractor) moves(t *scan.Text, v event) bool {
	to := v.First
	switch wordBefore(t, to) {
	case "sang", "về": // "để về làm Bí thư"
		to--
	}
	return (v.weak || v.Value != howElected) && wordBefore(t, to) == "để" && t.Has(x.leaving, t.SentenceOf(v.First).First, v.First)
}

// eventVerbs returns the verbs of events, several in a row ("được bầu giữ",
// "điều động, chỉ định") as one. A weak verb counts where the text tells of an
// election and a post follows it, unless it only joins a strong verb to its
// post ("bầu ông A làm …").
func (x *Extractor) eventVerbs(t *scan.Text, s scan.Sentence, ms []mention, st *story) []event {
	var out []event
	for _, v := range t.HitsIn(x.verbs, s.First, s.Last) {
		if x.compound(t, v) || within(v, ms) || x.toldAside(t, s, v.First) || len(out) > 0 && (x.remark(t, out[len(out)-1], v) || x.proposed(t, s, v)) {
			continue
		}
		if n := len(out); n > 0 && v.First-out[n-1].Last <= 2 && !x.nameBetween(t, out[n-1].Last, v.First) {
			out[n-1].Last = v.Last
			if v.Value == howAppointed {
				out[n-1].Value = v.Value
			}
			continue
		}
		out = append(out, event{Hit: v})
	}
	if len(out) == 0 && !st.told && !(st.once && !st.breach && x.tellsCongress(t) && x.takesKey(t, s)) && !polled(t, s) && !t.Has(x.leaving, s.First, s.Last) && !t.Has(x.decision, s.First, s.Last) && !x.headline(t, s) {
		return nil
	}
	return x.withWeak(t, s, ms, out, st)
}

// inNewTerm reports whether a sentence speaks of the committee of the term that begins:
// "Trong 27 ủy viên khóa mới, …".
func inNewTerm(t *scan.Text, s scan.Sentence) bool {
	for i := s.First; i+1 < min(s.Last, s.First+far); i++ {
		if (t.Fold(i) == "khoá" || t.Fold(i) == "kì") && t.Fold(i+1) == "mới" {
			return true
		}
	}
	return false
}

// proposed reports whether a verb of election stands in what somebody is only proposed for
// besides: "giữ chức Phó Bí thư, giới thiệu để Hội đồng nhân dân bầu giữ chức Chủ tịch".
func (x *Extractor) proposed(t *scan.Text, s scan.Sentence, v scan.Hit) bool {
	for i := v.First - 1; i > max(s.First, v.First-near); i-- {
		if t.Is(i, ';') || t.Is(i, ':') {
			return false
		}
		if t.Fold(i) == "để" {
			return t.Has(x.nominee, max(s.First, i-4), i)
		}
	}
	return false
}

// remark reports whether a verb alone in brackets only says of one of those whom an active
// verb elects how it went: "bầu các ông A (tái cử) và B giữ chức Phó Bí thư".
func (x *Extractor) remark(t *scan.Text, active event, v scan.Hit) bool {
	return t.Is(v.First-1, '(') && t.Is(v.Last, ')') && !x.passive(t, active.Hit) && x.mark(t, active.Last, v.First, ';') == v.First
}

// withWeak puts the weak verbs among the strong ones.
func (x *Extractor) withWeak(t *scan.Text, s scan.Sentence, ms []mention, strong []event, st *story) []event {
	weak := t.HitsIn(x.weak, s.First, s.Last)
	if len(weak) == 0 {
		return strong
	}
	out := make([]event, 0, len(strong)+len(weak))
	how := st.how
	if !st.told && polled(t, s) {
		how = howElected // "giành 198/201 phiếu, tiếp tục làm Bí thư"
	} else if st.told && !st.ever && t.Has(x.decision, s.First, s.Last) {
		how = howAppointed // "Theo Quyết định, Ban Chấp hành lâm thời có …, ông A làm Bí thư"
	} else if !st.told && !st.once {
		how = howAssigned // "thôi giữ chức A để giữ chức B", "quyết định về việc ông A giữ chức B"
	}
	for _, w := range weak {
		w.First = endOfName(ms, w) // "ông Lê Phước Sang giữ chức …": "sang giữ chức" is none
		for len(strong) > 0 && strong[0].First < w.Last {
			out = append(out, strong[0])
			how = strong[0].Value
			strong = strong[1:]
		}
		alone := w.Last-w.First == 1
		if alone && (t.Fold(w.First) == "giữ" || t.Fold(w.First) == "trúng") {
			if h, ok := t.At(x.titles, w.Last); !ok || height[x.codeAt(t, h)] < height["inspection_head"] {
				continue // "giữ vững", but "chị A giữ Chủ nhiệm Ủy ban Kiểm tra", "ông B trúng Bí thư"
			}
		}
		kept := t.Fold(w.First) == "tiếp" && (t.Fold(w.Last) == "này" || x.endsClause(t, w.Last, s.Last)) // "tiếp tục giữ chức vụ này"
		if !kept && !x.names(t, w.Last) && !x.heldBy(t, ms, w) || within(w, ms) || x.toldAside(t, s, w.First) || len(out) > 0 && out[len(out)-1].Last > w.First {
			continue
		}
		if n := len(out); n > 0 && !out[n-1].weak && x.mark(t, out[n-1].Last, w.First, ';') == w.First {
			if named := x.mark(t, out[n-1].Last, w.First, ':'); named < w.First && between(ms, named, w.First) {
				// "bầu các chức danh chủ chốt: đồng chí A giữ chức Bí thư"
			} else if !between(ms, out[n-1].Last, w.First) || !x.passive(t, out[n-1].Hit) && len(x.objects(t, out[n-1], w.First, ms)) > 0 {
				continue
			}
		}
		if alone && t.Fold(w.First) == "trúng" {
			how = howElected
		}
		out = append(out, event{Hit: scan.Hit{First: w.First, Last: w.Last, Value: how}, weak: true, guess: !st.told && !t.Has(x.verbs, s.First, s.Last) && !t.Has(x.decision, s.First, s.Last)})
	}
	return append(out, strong...)
}

// endOfName returns where the name ends that a verb begins in, the begin of the verb for none.
func endOfName(ms []mention, w scan.Hit) int32 {
	for i := range ms {
		if ms[i].first < w.First && w.First < ms[i].last && w.Last > ms[i].last {
			return ms[i].last
		}
	}
	return w.First
}

// heldBy reports whether a post stands before whoever has it from now on, alone or with
// others: "chức Bí thư do đồng chí A đảm nhiệm".
func (x *Extractor) heldBy(t *scan.Text, ms []mention, w scan.Hit) bool {
	for i := len(ms) - 1; i >= 0; i-- {
		m := &ms[i]
		if m.to > w.First {
			continue
		}
		if w.First-m.to > 1 {
			return false
		}
		for i > 0 && wordBefore(t, m.from) != "do" && x.joined(t, ms[i-1].to, m.from) {
			i--
			m = &ms[i]
		}
		if wordBefore(t, m.from) != "do" {
			return false
		}
		hits := t.HitsIn(x.titles, max(t.SentenceOf(m.first).First, m.from-near), m.from-1)
		return len(hits) > 0 && x.titleEnd(t, hits[len(hits)-1], m.from-1) == m.from-1
	}
	return false
}

// headline reports whether the headline of a text gives a Party post with a verb that
// does so only there: "Đồng chí A làm Bí thư Huyện ủy B". It has no full stop.
func (x *Extractor) headline(t *scan.Text, s scan.Sentence) bool {
	if s.First >= s.Last || t.Tokens[s.First].Sentence != 0 || len(t.Sentences) < 2 || t.Is(s.Last-1, '.') {
		return false
	}
	for _, w := range t.HitsIn(x.weak, s.First, s.Last) {
		if h, ok := t.At(x.titles, w.Last); ok && x.codeAt(t, h) != "other" {
			return true
		}
	}
	return false
}

// between reports whether somebody is named in a range of tokens.
func between(ms []mention, first, last int32) bool {
	return slices.ContainsFunc(ms, func(m mention) bool { return m.first >= first && m.last <= last })
}

// names reports whether a post is named within a few words from token i.
func (x *Extractor) names(t *scan.Text, i int32) bool {
	for j := i; j < i+4; j++ {
		if _, ok := t.At(x.titles, j); ok {
			return true
		}
		if _, ok := t.At(x.into, j); ok {
			return true
		}
	}
	return false
}

func (x *Extractor) nameBetween(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Tokens[i].Upper {
			return true
		}
	}
	return false
}

// mark returns the first mark of its kind in a range of tokens, the end of the
// range when there is none.
func (x *Extractor) mark(t *scan.Text, from, end int32, mark rune) int32 {
	for i := from; i < end; i++ {
		if t.Is(i, mark) {
			return i
		}
	}
	return end
}

// wordBefore returns the folded word before token i.
func wordBefore(t *scan.Text, i int32) string {
	if i <= 0 {
		return ""
	}
	return t.Fold(i - 1)
}
