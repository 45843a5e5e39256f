package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
)

// actors returns the range of mentions whose act a verb is.
func (x *Extractor) actors(t *scan.Text, s scan.Sentence, ms []mention, h scan.Hit, q cue) (int, int) {
	reach := int32(near)
	if q.strength >= 6 {
		reach = far
	}
	next := 0 // the first mention after the verb
	for next < len(ms) && ms[next].first < h.Last {
		next++
	}
	if q.after && next > 0 && !x.bodyActs(t, ms[next-1].to, h.First) && !(q.role == "disciplined" && punishes(t, ms, next, h)) {
		m := &ms[next-1]
		behind := m.to
		if t.Is(behind, '(') {
			behind = x.mark(t, behind, h.First, ')') + 1
		}
		if q.role != "disciplined" && q.role != "chair" && t.Is(behind, ',') && t.Is(h.First-1, ',') {
			reach = far // "Anh A, 31 tuổi, vừa được bầu làm Phó Bí thư, tâm sự rằng …"
		}
		if at := m.to; q.role != "attendee" && (t.Is(at, ',') && t.Fold(at+1) == "thay" && t.Fold(at+2) == "mặt" || t.Fold(at) == "thay" && t.Fold(at+1) == "mặt") {
			reach = far // "đồng chí A thay mặt Ban Chấp hành ra mắt đại hội và phát biểu"
		}
		if (x.distance(t, m.to, h.First) <= reach || q.role == "attendee" && x.accompanied(t, m, h.First)) && !oblique(t, s, m) && !owns(t, s, m, q) && !charged(t, s, m, q) {
			first := next - 1
			for first > 0 && !t.Is(h.First-1, '(') && x.joined(t, ms[first-1].to, ms[first].from) && !x.owner(t, ms, first-1) && !oblique(t, s, &ms[first-1]) {
				first--
			}
			return first, next
		}
	}
	if !q.before || next == len(ms) || ms[next].from > h.Last && oblique(t, s, &ms[next]) {
		return 0, 0
	}
	if q.role == "presenter" && h.First > s.First && x.mark(t, h.Last, ms[next].from, ',') < ms[next].from && !x.opened(t, h.Last, ms[next].from) && !t.Is(h.First-1, '"') {
		return 0, 0 // "Sau khi công bố kết quả, đồng chí A …"
	}
	if closed := x.mark(t, h.Last, ms[next].from, '"'); q.role != "speaker" && closed < ms[next].from && !t.Is(h.First-1, '"') {
		return 0, 0 // ""… đọc báo cáo", bà A nói"
	}
	gap := ms[next].from - h.Last
	if t.Fold(h.Last-1) == "của" && gap > 3 {
		return 0, 0 // "ý kiến chỉ đạo của Ủy ban về việc … đối với ông A"
	}
	if q.role == "attendee" && gap < 3*far && absent(t, h.Last, ms[next].from) {
		return 0, 0
	}
	if t.Is(h.Last, ':') && gap > 3 && q.role != "attendee" && q.role != "chair" {
		return 0, 0 // "Ban Kiểm phiếu công bố: 27 người trúng cử, trong đó có A"
	}
	opened := x.opened(t, h.Last, ms[next].from)
	if gap > reach && !opened || x.mark(t, h.Last, ms[next].from, ';') < ms[next].from && !(q.role == "attendee" && gap <= 3*far && x.opened(t, h.Last, h.Last+3) && !t.Has(x.cues, h.Last, ms[next].from)) {
		return 0, 0
	}
	last := next + 1
	for last < len(ms) && !x.owner(t, ms, next) && (x.joined(t, ms[last-1].to, ms[last].from) || (q.role == "attendee" || q.attends) && x.regrouped(t, ms[last-1].to, ms[last].from)) {
		last++
	}
	return next, last
}

// punishes reports whether a verb of discipline has who is punished behind it, and the
// person before it only tells of it: "ông A cho biết, Huyện ủy đã cách chức ông B".
func punishes(t *scan.Text, ms []mention, next int, h scan.Hit) bool {
	if next == len(ms) || ms[next].from-h.Last > near {
		return false
	}
	for i := ms[next-1].to; i < ms[next].from; i++ {
		switch w := t.Fold(i); {
		case i < h.First && (w == "bị" || w == "chịu" || w == "nhận"):
			return false
		case i >= h.Last && (t.Is(i, ',') || t.Is(i, ';') || w == "vì" || w == "do" || w == "và" || w == "cùng" || w == "bị"):
			return false
		}
	}
	return true
}

// owner reports whether "của" stands before a person who only a comma parts from the next,
// of whom the main clause tells: "Sau phát biểu của đồng chí A, đồng chí B trình bày …".
func (x *Extractor) owner(t *scan.Text, ms []mention, i int) bool {
	m := &ms[i]
	if wordBefore(t, m.from) != "của" || i+1 >= len(ms) || !ms[i+1].honorific && !ms[i+1].fronted {
		return false
	}
	return t.Is(m.to, ',') && ms[i+1].from == m.to+1 && (i+2 >= len(ms) || t.Fold(ms[i+2].from-1) != "và" || ms[i+1].to+1 != ms[i+2].from)
}

// regrouped reports whether a list of people goes on with what the next ones are:
// "; các đồng chí Ủy viên Trung ương Đảng: ", " và các Ủy viên Ban Thường vụ: ".
func (x *Extractor) regrouped(t *scan.Text, from, to int32) bool {
	if t.Is(to-1, ';') && to-from <= far { // "đồng chí A, phụ trách địa bàn xã; đồng chí B"
		return !t.Has(x.cues, from, to) && !t.Has(x.verbs, from, to)
	}
	if w := wordBefore(t, to); t.Is(from, ';') && (w == "có" || w == "là") && to-from <= near { // "; phía huyện có ông B"
		return !t.Has(x.verbs, from, to) && !slices.ContainsFunc(t.HitsIn(x.cues, from, to), func(h scan.Hit) bool { return x.cueList[h.Value].role != "attendee" })
	}
	if x.pastGuests(t, from, to) {
		return true
	}
	if !t.Is(from, ';') && !t.Is(from, ',') && t.Fold(from) != "và" || !t.Is(to-1, ':') {
		return false
	}
	i := from + 1
	if h, ok := t.At(x.honorifics, i); ok && h.Value == 1 {
		i = h.Last
	} else if t.Fold(i) != "các" {
		return false
	}
	return !t.Has(x.cues, i, to) && !t.Has(x.verbs, i, to)
}

// pastGuests reports whether a list of people goes on behind guests who are not named:
// "ông A cùng nhiều lãnh đạo thành phố và Chủ nhiệm Ủy ban Kiểm tra B".
func (x *Extractor) pastGuests(t *scan.Text, from, to int32) bool {
	if to-from > far || !t.Is(from, ',') && t.Fold(from) != "cùng" && t.Fold(from) != "và" || t.Has(x.cues, from+1, to) || t.Has(x.verbs, from, to) {
		return false
	}
	for i := from + 1; i < to; i++ {
		switch t.Fold(i) {
		case "các", "nhiều", "đại", "lãnh", "khách", "một":
			for k := to - 1; k > i+1; k-- {
				if w := t.Fold(k); w == "và" || w == "cùng" {
					return k+1 == to || t.Has(x.titles, k+1, to)
				}
			}
			return false
		}
		if t.Has(x.titles, i, i+1) {
			return false
		}
	}
	return false
}

// bodyActs reports whether a body stands before a verb as its subject: "Sau khi nghe
// đồng chí A báo cáo, Ban Thường vụ kết luận".
func (x *Extractor) bodyActs(t *scan.Text, from, verb int32) bool {
	hits := t.HitsIn(x.into, from, verb)
	if len(hits) == 0 || !t.Is(hits[len(hits)-1].First-1, ',') {
		return false
	}
	for i := hits[len(hits)-1].Last; i < verb; i++ {
		switch t.Fold(i) {
		case "thống", "nhất", "đã", "trí", "cùng", "sẽ", "huyện", "tỉnh", "thị", "thành", "đảng", "uỷ", "xã", "phường":
		default:
			return false
		}
	}
	return true // "…, BTV thống nhất kết luận"
}

// accompanied reports whether only those who came along stand between a person
// and a verb: "Đồng chí A cùng lãnh đạo các ban, ngành đã đến dự".
func (x *Extractor) accompanied(t *scan.Text, m *mention, verb int32) bool {
	list := t.Is(m.to, ';') || t.Is(m.to, ',') && (t.Fold(m.to+1) == "đại" || t.Fold(m.to+1) == "lãnh") // "đ/c A; đ/c B; lãnh đạo các ban và 100 đảng viên dự đại hội"
	if w := t.Fold(m.to); !list && w != "cùng" && w != "và" || verb-m.to > 3*far {
		return false
	}
	return !t.Has(x.cues, m.to, verb) && !t.Has(x.verbs, m.to, verb) && (list || x.mark(t, m.to, verb, ';') == verb)
}

// distance counts the tokens between a person and a verb, without what stands in
// brackets; a semicolon or a colon is beyond reach.
func (x *Extractor) distance(t *scan.Text, from, to int32) int32 {
	n, bracket := int32(0), false
	for i := from; i < to; i++ {
		switch {
		case t.Is(i, ';'), t.Is(i, ':'):
			return far + 1
		case t.Is(i, '('):
			bracket = true
		case t.Is(i, ')'):
			bracket = false
		case !bracket:
			n++
		}
	}
	return n
}

// oblique reports whether a person is no subject: "trao quyết định cho đồng chí
// A", "thay ông B".
func oblique(t *scan.Text, s scan.Sentence, m *mention) bool {
	if m.from <= s.First {
		return false
	}
	switch wordBefore(t, m.from) {
	case "cho", "thay", "ngoài":
		return true
	case "với":
		return wordBefore(t, m.from-1) != "đối" // "kỷ luật đối với ông A"
	case "tới", "đến", "về":
		switch wordBefore(t, m.from-1) { // "Nhắc tới ông A, bà B khẳng định …"
		case "nhắc", "nói", "cập", "kể", "hỏi":
			return true
		}
	}
	return false
}

// charged reports whether somebody is given the work that a verb behind says: "giao đồng
// chí A chủ trì hoàn chỉnh nghị quyết".
func charged(t *scan.Text, s scan.Sentence, m *mention, q cue) bool {
	if q.role != "chair" || m.from <= s.First {
		return false
	}
	switch t.Fold(m.from - 1) {
	case "giao", "cử":
		return true
	case "công":
		return wordBefore(t, m.from-1) == "phân"
	}
	return false
}

// absent reports whether those between two tokens are counted who did not come: "có mặt 40,
// vắng 02 (đồng chí A nghỉ ốm)".
func absent(t *scan.Text, from, to int32) bool {
	for i := from; i < to; i++ {
		if t.Fold(i) == "vắng" {
			return true
		}
	}
	return false
}

// owns reports whether a person only owns what acts: "bài viết của đồng chí A";
// what is said in it that person says.
func owns(t *scan.Text, s scan.Sentence, m *mention, q cue) bool {
	return m.from > s.First && wordBefore(t, m.from) == "của" && q.role != "speaker" && q.role != "concluding_speaker"
}

// opened reports whether a list of people opens in a range of tokens: "chủ trì
// hội nghị có các đồng chí", "Tham luận tại đại hội gồm:".
func (x *Extractor) opened(t *scan.Text, from, to int32) bool {
	return t.Has(x.list, from, to) || x.mark(t, from, to, ':') < to
}
