package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
)

// direct reports whether the people of an event stand behind its verb, so that the next
// verb may be of them, too: "luân chuyển đồng chí A đến huyện B, chỉ định giữ chức …".
func (x *Extractor) direct(v event, ms []mention, people []int) bool {
	return len(people) > 0 && v.Value != howElected && ms[people[0]].first >= v.Last
}

// people returns who gets the post of a verb, and whether they stand after it
// as its objects.
func (x *Extractor) people(t *scan.Text, v event, start, end int32, ms []mention, out []act) ([]int, bool) {
	if v.weak || x.moves(t, v) {
		return x.subjects(t, v, start, ms, out), false
	}
	subjects, objects := x.subjects(t, v, start, ms, out), x.objects(t, v, end, ms)
	passive := x.passive(t, v.Hit)
	switch {
	case passive && len(subjects) > 0:
		return subjects, false
	case len(objects) > 0:
		return objects, true
	case passive:
		return x.postponed(t, v, ms), false
	}
	v.weak = true // "đã bầu ông A bầu giữ chức Bí thư"
	subjects = x.subjects(t, v, start, ms, out)
	if start > t.SentenceOf(v.First).First && len(subjects) > 0 && v.First-ms[subjects[0]].to <= 2 && x.names(t, v.Last) {
		return subjects, false
	}
	return nil, false
}

// postponed returns who is named behind the clause of a verb that begins a sentence:
// "Sau khi được bầu làm Bí thư, đồng chí A phát biểu".
func (x *Extractor) postponed(t *scan.Text, v event, ms []mention) []int {
	s := t.SentenceOf(v.First)
	if v.First-s.First > 4 || t.Has(x.cues, s.First, v.First) {
		return nil
	}
	for i := range ms {
		if ms[i].from > v.Last {
			if ms[i].from-v.Last <= far && t.Is(ms[i].from-1, ',') && x.names(t, v.Last) {
				return []int{i}
			}
			return nil
		}
	}
	return nil
}

// own returns the subjects of a verb that has them before it.
func (x *Extractor) own(t *scan.Text, v event, start int32, ms []mention, out []act) []int {
	if !v.weak && !x.passive(t, v.Hit) {
		return nil
	}
	return x.subjects(t, v, start, ms, out)
}

func (x *Extractor) without(people, others []int) []int {
	var out []int
	for _, i := range people {
		taken := false
		for _, j := range others {
			taken = taken || i == j
		}
		if !taken {
			out = append(out, i)
		}
	}
	return out
}

// ofKin reports whether a person is only named as whose relative another is: "ông A (em
// rể ông B) làm Chủ tịch".
func ofKin(t *scan.Text, m *mention) bool {
	switch wordBefore(t, m.from) {
	case "rể", "dâu", "ruột", "vợ", "chồng", "cháu", "con", "trai", "gái", "họ":
		return true
	}
	return false
}

// passive reports whether the person stands before the verb: được bầu, trúng
// cử, được Bộ Chính trị chỉ định.
func (x *Extractor) passive(t *scan.Text, v scan.Hit) bool {
	for i := v.First; i < v.Last; i++ {
		switch t.Fold(i) {
		case "được", "trúng", "đắc", "tái", "giữ", "nhậm", "nhận", "lần":
			return true
		}
	}
	s := t.SentenceOf(v.First)
	if t.Fold(v.First) == "về" && v.First > s.First && (t.Is(v.First-1, ',') || t.Tokens[v.First-1].Upper) {
		return true // "chị A, Trưởng phòng, về làm Bí thư xã B"
	}
	for j := v.First - 1; j >= s.First && j > v.First-far; j-- {
		if t.Is(j, ',') || t.Is(j, ';') || t.Is(j, ':') {
			return false
		}
		if t.Fold(j) == "được" {
			return true
		}
	}
	return false
}

// objects returns the people after an active verb, up to the end of its
// clause: "bầu ông A giữ chức …", "bầu bốn phó bí thư gồm các ông A, B và C".
func (x *Extractor) objects(t *scan.Text, v event, end int32, ms []mention) []int {
	var out []int
	for i := range ms {
		if ms[i].first < v.Last || ms[i].last > end || x.inCharge(t, v, &ms[i]) || x.replaced(t, &ms[i]) || x.does(t, &ms[i]) {
			continue
		}
		if from := ms[i].from; len(out) == 0 && x.mark(t, v.Last, from, ';') < from && !x.opened(t, v.Last, from) {
			break // "được bầu giữ chức Chủ tịch; 4) đồng chí B"
		} else if len(out) == 0 && x.mark(t, v.Last, from, ',') < from && !x.opened(t, v.Last, from) && wordBefore(t, from) != "với" {
			break // "có bầu Bí thư hay không, ông A cho biết"
		}
		out = append(out, i)
	}
	return out
}

// inCharge reports whether somebody is only given a duty and no post: "phân công đồng chí
// A phụ trách Đảng bộ".
func (x *Extractor) inCharge(t *scan.Text, v event, m *mention) bool {
	i := m.to
	if t.Is(i, ',') || t.Is(i, '-') {
		i++
	}
	switch t.Fold(i) + " " + t.Fold(i+1) {
	case "theo dõi", "chỉ đạo", "trực tiếp", "tham dự", "hướng dẫn", "dự đại", "dự và", "dự hội", "dự, chỉ":
		if v.Value == howAssigned {
			return true
		}
	}
	return v.Value == howAssigned && (t.Fold(i) == "phụ" && t.Fold(i+1) == "trách" || t.Fold(i-1) == "trách" && t.Fold(i-2) == "phụ")
}

// does reports whether a person is the one who does what was done: "danh sách được bà
// A công bố".
func (x *Extractor) does(t *scan.Text, m *mention) bool {
	if wordBefore(t, m.from) != "được" {
		return false
	}
	q, ok := t.At(x.cues, m.to)
	return ok && x.cueList[q.Value].after
}

// company reports whether a clause only opens with a person, beside whom others got their
// posts: "Cùng ông A, bà B và ông C được bầu làm Phó Bí thư".
func company(t *scan.Text, m *mention) bool {
	i := m.from - 1
	if i > 0 && t.Fold(i) == "với" {
		i--
	}
	return i >= 0 && t.Is(m.to, ',') && (t.Fold(i) == "cùng" || t.Fold(i) == "cạnh") && t.Tokens[i].Upper
}

// replaced reports whether a person is the one whose post another takes: "thay
// ông B".
func (x *Extractor) replaced(t *scan.Text, m *mention) bool {
	for j := m.from - 1; j >= 0 && j >= m.from-2; j-- {
		switch t.Fold(j) {
		case "thay", "thế":
			return true
		case "cho":
			continue
		}
		break
	}
	return false
}

// subjects returns the people before a verb, the nearest first: the last named
// and those that a comma, a semicolon, a dash or "và" joins to it.
func (x *Extractor) subjects(t *scan.Text, v event, from int32, ms []mention, out []act) []int {
	var list []int
	next := v.First
	for i := len(ms) - 1; i >= 0; i-- {
		m := &ms[i]
		if m.last > v.First || m.first < from {
			continue
		}
		if x.actsBefore(t, m.to, v.First) {
			break
		}
		nearest := len(list) == 0 && v.First-m.to <= 4 && !(v.weak && i > 0 && ms[i-1].first >= from && m.from-ms[i-1].to <= 2) // "thay ông A được điều động …", but "bà B thay ông A giữ chức …"
		taken := out[i].role != "" && !v.weak
		if x.replaced(t, m) && !nearest || taken || company(t, m) || ofKin(t, m) || m.from > from && wordBefore(t, m.from) == "của" {
			if len(list) > 0 {
				break
			}
			continue
		}
		if len(list) > 0 && (!x.joined(t, m.to, next) || x.mark(t, m.to, next, ';') < next && x.names(t, v.Last) && len(m.titles) > 0 && !x.severally(t, m, v.First) && !x.alone(t, m, v)) {
			break
		}
		list = append(list, i)
		next = m.from
	}
	return list
}

// severally reports whether a person stands in a list that a word for several
// people and a colon open, so that a verb at its end is of all: "các đồng chí: A,
// Chủ tịch HĐND; B, Chủ tịch UBND giữ chức …".
func (x *Extractor) severally(t *scan.Text, m *mention, verb int32) bool {
	hits := t.HitsIn(x.honorifics, t.SentenceOf(m.first).First, m.first)
	for _, h := range slices.Backward(hits) {
		if h.Value == 1 {
			return t.Is(h.Last, ':') && !t.Has(x.verbs, h.Last, verb)
		}
	}
	return false
}

// alone reports whether nothing but people stands before the verb that takes several into
// a body or a delegation, so that it is of all: "A, Hiệu trưởng; B, Hiệu phó được bầu vào …".
func (x *Extractor) alone(t *scan.Text, m *mention, v event) bool {
	s := t.SentenceOf(m.first)
	if t.Has(x.cues, s.First, v.First) || t.Has(x.verbs, s.First, v.First) || t.Has(x.weak, s.First, v.First) {
		return false
	}
	_, to := x.postBetween(t, v.Last, s.Last, nil)
	return to == "committee" || to == "standing_committee" || to == "delegate" || to == "deputy_secretary"
}

// actsBefore reports whether a person does something else before the verb of
// an event: who hands over or announces a decision is not appointed by it.
func (x *Extractor) actsBefore(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(x.cues, first, last) {
		if q := x.cueList[h.Value]; q.after && q.strength >= 3 && q.role != "disciplined" && !t.Tokens[h.First].Upper && !x.compound(t, h) && !x.ofOthers(t, first, h, q) { // "Bảo" is a name
			return true
		}
	}
	return false
}
