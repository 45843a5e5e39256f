package person

import (
	"github.com/tongket/tongket/extractors/scan"
)

// byForm gives the role that the form of the text shows: an item of minutes that
// begins with a name and a colon is what that person said; the head of a
// speech names who held it.
func (x *Extractor) byForm(t *scan.Text, s scan.Sentence, m *mention) (cue, bool) {
	to := m.to
	if t.Is(to, '(') { // "Đồng chí A (chi bộ 3): …"
		to = min(x.mark(t, to, s.Last, ')')+1, s.Last)
	}
	if t.Is(to, ')') && t.Is(m.last, '(') { // "Đồng chí A (Trưởng bản): …"
		to++
	}
	if t.Is(to, ',') && m.from <= s.First+2 {
		switch t.Fold(to + 1) {
		case "tổ", "chi", "đoàn", "khối", "phòng", "khoa", "thôn", "ấp", "bản": // "Thầy A, tổ Toán: báo cáo chưa cân xứng"
			if colon := x.mark(t, to, min(s.Last, to+near), ':'); t.Is(colon, ':') && !t.Has(x.cues, to, colon) && !t.Has(x.verbs, to, colon) {
				to = colon
			}
		}
	}
	if q, ok := x.dutyBehind(t, s, to); ok {
		return q, true
	}
	quoted := listItem(t, s) || t.Identity.Type == "minutes" || t.Identity.Type == "interview" || m.honorific && to+4 < s.Last && t.Tokens[to+1].Upper && !t.Has(x.honorifics, to+1, to+2) && !t.Has(x.credit, m.last, to+1) // "Ông A, nguyên Bí thư Tỉnh ủy: Tôi mong …"
	if !quoted && m.honorific && m.from == s.First && t.Is(to, ':') && to+5 < s.Last && t.Tokens[to+1].Kind == scan.Word && !t.Tokens[to+1].Upper && !t.Has(x.verbs, to, to+4) && !t.Has(x.honorifics, to+1, to+2) {
		quoted = true // "Cô A: sinh hoạt chuyên đề còn trùng nội dung."
	}
	if quoted && inDuty(t, to+1) {
		return cue{}, false
	}
	if m.from <= s.First+2 && t.Is(to, ':') && to+2 < s.Last && quoted && !x.voted(t, s, to) {
		return cue{role: "speaker", strength: 4, directs: x.demanded(t, to+1, s.Last)}, true
	}
	if t.Identity.Type == "minutes" && m.honorific && t.Is(to, ':') && to+2 < s.Last && t.Tokens[to+1].Kind == scan.Word && (t.Is(m.from-1, ':') || t.Is(m.from-1, ';')) {
		return cue{role: "speaker", strength: 4}, true // "Thảo luận: đ/c A: …; đ/c B: …"
	}
	if h, ok := t.At(x.cues, m.to); ok && x.cueList[h.Value].role == "presenter" {
		return cue{}, false // "báo cáo do đồng chí A trình bày"
	}
	if t.Identity.Type == "speech" && t.Is(m.from-1, ':') && m.from-3 > s.First && t.Fold(m.from-2) == "biểu" && t.Fold(m.from-3) == "phát" && !x.opens(t) {
		return cue{role: "concluding_speaker", strength: 9}, true // "(Người phát biểu: đồng chí A)"
	}
	if t.Identity.Type == "speech" && int(s.First) < headTokens && m.from > s.First && (wordBefore(t, m.from) == "của" || wordBefore(t, m.from) == "do") {
		if x.opens(t) {
			return cue{role: "speaker", strength: 9}, true
		}
		return cue{role: "concluding_speaker", strength: 9}, true
	}
	return cue{}, false
}

// demanded returns what the clauses of what somebody said demand: "khen chi bộ …; nhắc chi ủy
// mới: họp trong 3 ngày".
func (x *Extractor) demanded(t *scan.Text, from, end int32) int {
	most := x.directs(t, scan.Hit{First: from})
	for _, d := range t.HitsIn(x.demands, from+1, end) {
		if t.Tokens[d.First-1].Kind == scan.Punct || t.Fold(d.First-1) == "và" {
			most = max(most, x.directs(t, d))
		}
	}
	return most
}

// inDuty reports whether what stands behind a colon is the work of somebody's office: "Đồng
// chí A, Bí thư Đảng ủy: phụ trách chung".
func inDuty(t *scan.Text, i int32) bool {
	switch t.Fold(i) + " " + t.Fold(i+1) {
	case "phụ trách", "theo dõi", "chịu trách", "đảm nhiệm", "trực tiếp", "chỉ đạo":
		return true
	}
	return false
}

// onCharge reports whether the work of a person stands behind the name and the titles: "Đồng
// chí A, Phó Bí thư: phụ trách khối Đảng", "Đồng chí B theo dõi 6 xã".
func onCharge(t *scan.Text, m *mention) bool {
	i := m.to
	if t.Is(i, ':') || t.Is(i, ',') || t.Is(i, '-') {
		i++
	}
	return inDuty(t, i)
}

// dutyBehind reads what somebody does at a meeting where nothing else stands behind the
// colon: "Đ/c A, Bí thư Đảng ủy: Chủ trì;".
func (x *Extractor) dutyBehind(t *scan.Text, s scan.Sentence, to int32) (cue, bool) {
	if !t.Is(to, ':') {
		return cue{}, false
	}
	h, ok := t.At(x.cues, to+1)
	if !ok || h.Last < s.Last && !(t.Is(h.Last, ';') || t.Is(h.Last, '.') || t.Is(h.Last, ',')) {
		return cue{}, false
	}
	q := x.cueList[h.Value]
	return q, q.role == "chair" || q.role == "presenter" || q.role == "attendee"
}

// opens reports whether the head of a speech says that it opens or discusses:
// one that does neither directs.
func (x *Extractor) opens(t *scan.Text) bool {
	for _, h := range t.HitsIn(x.cues, 0, min(headTokens, int32(len(t.Tokens)))) {
		if x.cueList[h.Value].role == "speaker" && x.cueList[h.Value].act() {
			switch t.Fold(h.Last - 1) {
			case "mạc", "luận", "mừng":
				return true // khai mạc, tham luận, chào mừng
			}
		}
	}
	return false
}

// headTokens is how far the head of a speech reaches.
const headTokens = 90
