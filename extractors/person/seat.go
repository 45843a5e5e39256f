package person

import (
	"github.com/tongket/tongket/extractors/scan"
)

// seat takes the post that a sentence without people says to be voted on for those whom
// the next ones name: "đã bỏ phiếu bầu bổ sung chức danh Phó Bí thư. Kết quả, ông A trúng
// cử", "Bí thư được Đại hội bầu trực tiếp. Ông A đắc cử", "hai ứng viên cho một ghế Bí thư".
func (x *Extractor) seat(t *scan.Text, s scan.Sentence, st *story) {
	for _, v := range t.HitsIn(x.verbs, s.First, s.Last) {
		if v.Value == howElected && !x.compound(t, v) {
			x.seatOf(t, event{Hit: v}, s.First, s.Last, nil, st)
		}
	}
	for _, h := range t.HitsIn(x.titles, s.First, s.Last) {
		if to := x.codeAt(t, h); wordBefore(t, h.First) == "ghế" && height[to] >= height["inspection_head"] {
			st.post, st.to, st.since = h, to, 0
		}
	}
}

// seatOf takes the post of a key person that stands behind a verb of election which has no
// people, or directly before one in the passive.
func (x *Extractor) seatOf(t *scan.Text, v event, start, end int32, ms []mention, st *story) {
	if denied, _ := x.denied(t, v, start); denied {
		return
	}
	limit := min(end, v.Last+near)
	for i := range ms {
		if ms[i].from >= v.Last {
			limit = min(limit, ms[i].from)
		}
	}
	post, to := x.titleBetween(t, v.Last, limit, ms)
	if height[to] < height["inspection_head"] {
		post, to = x.titleBetween(t, max(start, v.First-near), v.First, ms)
		if post.Last < v.First && !x.passive(t, v.Hit) {
			return
		}
	}
	if height[to] >= height["inspection_head"] && !(post.First > start && several(t, post.First-1)) {
		st.post, st.to, st.since = post, to, 0
	}
}

// gotByPronoun elects whom the sentence before named, alone, where this one says of him by
// a pronoun what an election, told of before, made of him: "Ông được bầu làm Bí thư".
func (x *Extractor) gotByPronoun(t *scan.Text, si int, st story, list []found) []found {
	s := t.Sentences[si]
	verbs := t.HitsIn(x.verbs, s.First, s.Last)
	won := false // "Với 121/123 phiếu, bà chính thức trở thành Bí thư"
	if len(verbs) == 0 && polled(t, s) {
		verbs, won = t.HitsIn(x.weak, s.First, s.Last), true
	}
	if len(verbs) == 0 || len(list) == 0 || won && !x.names(t, verbs[0].Last) || !won && !st.ever && !st.told && !byCongress(t, verbs[0].First) || st.breach {
		return list
	}
	last := &list[len(list)-1]
	alone := len(list) < 2 || list[len(list)-2].sentence != last.sentence || list[len(list)-2].key == last.key
	v := verbs[0]
	at, ok := x.pronounOf(t, s, v.First)
	if int(last.sentence) != si-1 || !alone || t.Sentences[last.sentence].Block != s.Block || !ok || x.compound(t, v) || !won && !x.passive(t, v) || x.isCareer(t, s, nil) || inYear(t, s) {
		return list
	}
	if own, _ := x.denied(t, event{Hit: v}, s.First); own {
		return list
	}
	post, to := x.postBetween(t, v.Last, s.Last, nil)
	if to == "" { // "Bà A là nữ Bí thư đầu tiên của xã. Bà được Đại hội bầu trực tiếp"
		before := t.Sentences[si-1]
		if post, to = x.titleBetween(t, before.First, before.Last, nil); height[to] < height["inspection_head"] || !is(t, post.First) {
			return list
		}
	}
	how := v.Value
	if won {
		how = howElected
	}
	m := mention{first: at, last: v.First, from: at, to: v.First, full: last.name}
	return x.add(t, list, act{m: &m, role: "elected", how: how, post: post, to: to})
}

// stands reports whether a word that stands for somebody named before is the subject of a verb.
func (x *Extractor) stands(t *scan.Text, s scan.Sentence, verb int32) bool {
	at, ok := x.pronounOf(t, s, verb)
	return ok && at > s.First
}

// pronounOf returns where the word that stands for a person begins, directly before a verb
// or with "đã", "cũng", "vừa" between, at the begin of a clause.
func (x *Extractor) pronounOf(t *scan.Text, s scan.Sentence, verb int32) (int32, bool) {
	i := verb
	if hits := t.HitsIn(x.into, max(s.First, verb-near), verb); len(hits) > 0 && hits[0].First > s.First && t.Fold(hits[0].First-1) == "được" {
		i = hits[0].First - 1 // "ông được Ban Chấp hành bầu làm Bí thư"
	}
	if byCongress(t, verb) {
		i = verb - 3 // "chị được đại hội bầu làm Bí thư"
	}
	for i > s.First {
		switch t.Fold(i - 1) {
		case "đã", "cũng", "vừa", "chính", "thức", "lại":
			i--
			continue
		}
		break
	}
	for b := i - 1; b >= max(s.First, i-2); b-- {
		if h, ok := t.At(x.honorifics, b); ok && h.Value == 0 && h.Last == i {
			return b, b == s.First || t.Is(b-1, ',') || t.Is(b-1, ';')
		}
	}
	return 0, false
}

// is reports whether "là" or "là nữ" stands before a token.
func is(t *scan.Text, i int32) bool {
	return wordBefore(t, i) == "là" || wordBefore(t, i) == "nữ" && wordBefore(t, i-1) == "là"
}

// byCongress reports whether a verb says that a congress elected: "được đại hội bầu".
func byCongress(t *scan.Text, verb int32) bool {
	return verb > 3 && t.Fold(verb-1) == "hội" && t.Fold(verb-2) == "đại" && t.Fold(verb-3) == "được"
}

// inYear reports whether a sentence says in which year something was: "năm 2015", "5/2018".
func inYear(t *scan.Text, s scan.Sentence) bool {
	for i := s.First + 1; i < s.Last; i++ {
		if t.Tokens[i].Kind == scan.Number && len(t.Word(i)) == 4 && (t.Fold(i-1) == "năm" || t.Is(i-1, '/') || t.Fold(i-1) == "từ") {
			return true
		}
	}
	return false
}
