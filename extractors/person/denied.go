package person

import (
	"github.com/tongket/tongket/extractors/scan"
)

// denied reports whether the event is no election: a post that is left, a
// report of the past, or a candidacy, which it tells apart.
func (x *Extractor) denied(t *scan.Text, v event, from int32) (denied, candidacy bool) {
	s := t.SentenceOf(v.First)
	if v.Last < s.Last {
		switch t.Fold(v.Last) {
		case "thiếu", "khuyết", "không":
			return true, false // bầu thiếu, bầu khuyết
		}
	}
	if x.refuses(t, v, from) || v.First > from && wordBefore(t, v.First) == "có" && whether(t, v.Last, s.Last) {
		return true, false
	}
	if v.First > from && wordBefore(t, v.First) == "để" && !(v.weak && t.Fold(v.First) == "trở" && polled(t, s)) { // "giành 41/41 phiếu để trở thành Bí thư"
		return true, true // giới thiệu để bầu
	}
	back, ahead := max(from, v.First-4), min(v.Last+4, s.Last)
	reach := back
	if v.weak {
		back, ahead, reach = max(from, v.First-8), v.Last, max(from, v.First-24)
	}
	for _, h := range t.HitsIn(x.leaving, back, ahead) {
		if !retired(t, h) {
			return true, false
		}
	}
	for _, h := range t.HitsIn(x.nominee, reach, v.Last) {
		if h.Last != v.First-1 || wordBefore(t, v.First) != "và" { // "được giới thiệu và bầu"
			return true, true
		}
	}
	return false, false
}

// whether reports whether a range asks if something is done: "có bầu ông A … hay không".
func whether(t *scan.Text, from, end int32) bool {
	for i := from; i+1 < end; i++ {
		if t.Fold(i) == "hay" && (t.Fold(i+1) == "không" || t.Fold(i+1) == "chưa") {
			return true
		}
	}
	return false
}

// refuses reports whether a verb is negated ("không tái cử") or what somebody
// withdrew from ("xin rút khỏi danh sách bầu"), in the same clause.
func (x *Extractor) refuses(t *scan.Text, v event, from int32) bool {
	from = max(from, v.First-near)
	for i := v.First - 1; i >= from; i-- {
		if t.Tokens[i].Kind == scan.Punct {
			from = i + 1
			break
		}
	}
	for _, h := range t.HitsIn(x.refused, from, v.Last) {
		if h.First < v.First && (h.Last >= v.First || t.Fold(h.Last-1) == "được" && !t.Has(x.honorifics, h.Last, v.First)) {
			return true
		}
	}
	for _, h := range t.HitsIn(x.withdrawn, from, v.First) {
		if !t.Has(x.honorifics, h.Last, v.First) {
			return true // else "ông A xin rút nên bà B được bầu"
		}
	}
	return false
}

// leaves reports whether the words after a person say that no post of a list is
// theirs: "Đồng chí A không tái cử", "Đồng chí B xin rút", "Đồng chí C thôi giữ chức".
func (x *Extractor) leaves(t *scan.Text, m *mention) bool {
	end := min(t.SentenceOf(m.first).Last, m.to+far)
	end = x.mark(t, m.to, end, ';')
	for _, h := range t.HitsIn(x.honorifics, m.to, end) {
		end = min(end, h.First)
	}
	after := m.to
	if t.Is(after, ',') || t.Is(after, '-') {
		after++
	}
	if _, ok := t.At(x.leaving, after); ok || t.Has(x.withdrawn, m.to, end) {
		return true
	}
	for _, v := range t.HitsIn(x.verbs, m.to, end) {
		if x.refuses(t, event{Hit: v}, m.to) {
			return true
		}
	}
	return false
}

// retired reports whether words of a post that is left only tell that somebody has retired
// from work: "giáo viên nghỉ hưu", "bộ đội nghỉ chế độ".
func retired(t *scan.Text, h scan.Hit) bool {
	if t.Fold(h.First) != "nghỉ" {
		return false
	}
	switch wordBefore(t, h.First) {
	case "viên", "đội", "nhân", "tá", "chức", "sĩ", "bộ", "giáo", "uý":
		return true
	}
	return false
}
