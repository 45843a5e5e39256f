package person

import (
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
)

// act is what one mention does in its sentence.
type act struct {
	m        *mention
	role     string // "" is mentioned
	how      int32
	post     scan.Hit // range of tokens of the post; empty when unknown
	to       string   // elected_to
	guess    bool     // how is only likely
	strength int      // of the verb that gave a role other than elected
	directs  int      // says what a committee or unit shall do
	judges   bool     // judges those who meet
}

// acts decides the roles of each mention of a sentence.
func (x *Extractor) acts(t *scan.Text, s scan.Sentence, ms []mention, st *story) []act {
	out := make([]act, len(ms))
	for i := range ms {
		out[i] = act{m: &ms[i]}
	}
	if grammar.Supposed(t, s.First, s.Last) || grammar.Refuted(t, s.First, s.Last) {
		return out // nobody did it
	}
	career := x.isCareer(t, s, ms)
	var cues [][]cue
	switch {
	case !career:
		x.events(t, s, ms, out, st)
		cues = x.byCues(t, s, ms)
	case !st.breach:
		if end := x.formerlyOf(t, s, ms); end > s.First {
			n := 0
			for n < len(ms) && ms[n].to <= end {
				n++
			}
			x.events(t, scan.Sentence{First: s.First, Last: end, Block: s.Block}, ms[:n], out[:n], st)
		}
	}
	for i := range ms {
		x.share(t, s, ms, out, i)
	}
	x.beforeColon(t, s, out)
	for i := range ms {
		if h, ok := x.newTitle(t, &ms[i]); ok && out[i].role != "elected" { // the new secretary, in whatever part
			out = append(out, act{m: &mention{first: ms[i].first, last: ms[i].last}, role: "elected", how: st.how, post: h, to: x.codeAt(t, h)})
		}
		if career {
			continue
		}
		roles := choose(cues[i])
		if r, ok := x.byForm(t, s, &ms[i]); ok {
			roles = []cue{r}
		}
		for _, r := range roles {
			switch {
			case out[i].role == "":
				out[i].role, out[i].strength, out[i].directs, out[i].judges = r.role, r.strength, r.directs, r.judges
			case out[i].role == "elected" && r.strength >= 3 && r.role != "presenter" && r.role != "disciplined",
				out[i].role != "elected" && out[i].role != r.role:
				out = append(out, act{m: &ms[i], role: r.role, strength: r.strength, directs: r.directs, judges: r.judges})
			}
		}
	}
	return out
}

// formerlyOf returns where words of a past post begin that are only added to somebody who
// got one now: "Ghế Bí thư thuộc về ông A, người từng hai khóa làm Phó Bí thư". It returns
// the begin of the sentence for none.
func (x *Extractor) formerlyOf(t *scan.Text, s scan.Sentence, ms []mention) int32 {
	hits := t.HitsIn(x.formerly, s.First, s.Last)
	if len(hits) == 0 || len(ms) == 0 {
		return s.First
	}
	at := hits[0].First
	for k := 0; k < 3 && at-1 > s.First && !t.Is(at-1, ','); k++ { // ", người đã từng", ", vốn từng"
		at--
	}
	if at-1 <= s.First || !t.Is(at-1, ',') || ms[0].to > at-1 || t.Has(x.career, s.First, at) {
		return s.First
	}
	if !t.Has(x.verbs, s.First, at) && !t.Has(x.weak, s.First, at) && !t.Has(x.list, s.First, at) {
		return s.First
	}
	return at - 1
}

// newTitle returns the title that "tân" says to be new: "tân Bí thư Tỉnh ủy".
func (x *Extractor) newTitle(t *scan.Text, m *mention) (scan.Hit, bool) {
	for _, h := range m.titles {
		if t.Fold(h.First) == "tân" {
			return scan.Hit{First: h.First + 1, Last: h.Last, Value: h.Value}, true
		}
	}
	return scan.Hit{}, false
}

// inYears reports whether a bracket says from when to when: "(6/1991 - 12/1997)".
func inYears(t *scan.Text, s scan.Sentence) bool {
	for i := s.First; i+4 < s.Last; i++ {
		if t.Is(i, '(') && t.Tokens[i+1].Kind == scan.Number && t.Is(i+2, '/') && t.Tokens[i+3].Kind == scan.Number && t.Is(i+4, '-') {
			return true
		}
	}
	return false
}

// longAgo reports whether a sentence begins with a congress and its year in brackets, years
// before the document: "Đại hội lần thứ XVIII (1996): bầu ông A làm Bí thư".
func longAgo(t *scan.Text, s scan.Sentence) bool {
	of := t.Identity.Date.Year
	if of == 0 {
		of = t.Identity.Start
	}
	for i := s.First + 1; i+2 < min(s.Last, s.First+12) && of > 0; i++ {
		if t.Is(i, '(') && t.Tokens[i+1].Kind == scan.Number && t.Is(i+2, ')') {
			y, ok := grammar.ParseNumber(t.Word(i + 1))
			return ok && y > 1930 && int(y) < of-1 && t.Fold(s.First) == "đại"
		}
	}
	return false
}

// recent reports whether a word of a biography is only a year about that of the
// document: "phát biểu tại hội nghị tổng kết năm 2020".
func recent(t *scan.Text, h scan.Hit) bool {
	y, ok := grammar.ParseNumber(t.Word(h.Last - 1))
	if !ok || t.Tokens[h.Last-1].Kind != scan.Number {
		return false
	}
	of := t.Identity.Date.Year
	if of == 0 {
		of = t.Identity.Start
	}
	return of > 0 && int(y) >= of-1
}

// said reports whether a word stands in what somebody says: "ông A nói rằng đại hội
// năm nay …".
func (x *Extractor) said(t *scan.Text, ms []mention, i int32) bool {
	if len(ms) == 0 || ms[0].to > i {
		return false
	}
	for _, h := range t.HitsIn(x.cues, ms[0].to, i) {
		if q := x.cueList[h.Value]; q.role == "speaker" && !within(h, ms) {
			return true
		}
	}
	return false
}

// isCareer reports whether a sentence tells a biography: formerly; born, native
// of, unless in passing (", sinh năm 1975,"); or begins with a month or year of
// long ago ("Tháng 7/2008, ông …").
func (x *Extractor) isCareer(t *scan.Text, s scan.Sentence, ms []mention) bool {
	end := s.Last
	if len(ms) > 0 { // the words stand after the subject
		end = min(end, ms[len(ms)-1].to+12)
	}
	for _, h := range t.HitsIn(x.formerly, s.First, end) {
		if len(ms) > 0 && h.Last <= ms[0].from && t.Is(s.First, '"') {
			continue // ""Chúng tôi đi từng nóc", ông A nói"
		}
		if w := wordBefore(t, h.First); x.said(t, ms, h.First) && len(ms) > 0 && (w == "bà" || w == "ông" || w == "chị" || w == "anh" || w == "mình") {
			continue // "ông A kể rằng ông từng dạy học"
		}
		if wordBefore(t, h.First) == "chưa" {
			continue // "chưa từng dự kỳ đại hội nào căng như thế"
		}
		if (h.Last-h.First > 1 || !each(t, h.First)) && !x.formerlyAside(t, h, s.Last) {
			return true
		}
	}
	if inYears(t, s) || longAgo(t, s) {
		return true
	}
	for _, h := range t.HitsIn(x.career, s.First, end) {
		if w := t.Fold(h.Last); t.Fold(h.First) == "vào" && (w == "uỷ" || w == "bộ") {
			continue // "bầu 15 đồng chí vào Đảng ủy" tells of no admission
		}
		if !t.Is(h.First-1, ',') && !t.Is(h.First-1, '(') && !recent(t, h) && !x.said(t, ms, h.First) && !x.inPassing(t, h, s.Last) {
			return true
		}
	}
	switch t.Fold(s.First) {
	case "tháng", "năm", "từ":
		w, ok := x.grammar.Date(t, s.First)
		return ok && w.Date.Year > 0 && w.Date.Year != t.Identity.Date.Year || t.Fold(s.First) == "từ" && s.First+1 < s.Last && t.Tokens[s.First+1].Kind == scan.Number
	}
	return false
}

// each reports whether "từng" says one by one and not formerly: "làm từng bước", "ở từng
// chi bộ".
func each(t *scan.Text, i int32) bool {
	switch t.Fold(i + 1) {
	case "bước", "phần", "khâu", "việc", "nội", "người", "đồng", "đảng", "chi", "đơn", "tổ", "nơi", "xã", "thôn", "vị", "nhân", "cán", "cá", "năm", "ngày", "giai", "thời", "lĩnh", "nhóm", "cấp", "lần", "trường", "tiêu", "nhiệm", "địa", "cơ", "loại", "mặt", "điểm", "vấn", "ý", "câu", "hộ", "con", "cái", "chiếc", "ngôi", "căn", "nhà", "gia", "tuyến", "đoạn", "mét", "khu", "vùng", "sở", "ngành", "mục", "chương", "trang", "cuộc", "buổi", "kì", "khoá", "quý", "tháng", "tuần", "giờ", "phút", "chức", "bản", "ấp", "khóm", "xóm", "huyện", "phường", "tỉnh", "khối", "cụm", "mảng", "dòng", "phiếu", "lá", "cây", "thửa", "ha":
		return true
	}
	switch t.Fold(i+1) + " " + t.Fold(i+2) {
	case "đại biểu", "chỉ tiêu", "thành viên", "công việc", "công trình", "công đoạn", "dự án":
		return true
	}
	switch wordBefore(t, i) {
	case "theo", "của", "cho", "ở", "tại", "đến", "với", "về", "qua":
		return true
	}
	return false
}

// toldAside reports whether a verb stands between commas in what somebody was before: "ông A,
// từng ba năm làm Phó Bí thư Tỉnh đoàn, được chỉ định …".
func (x *Extractor) toldAside(t *scan.Text, s scan.Sentence, verb int32) bool {
	for i := verb - 1; i > s.First && i > verb-near; i-- {
		if t.Is(i, ',') || t.Is(i, ';') {
			return false
		}
		if h, ok := t.At(x.formerly, i); ok && !each(t, i) {
			at := h.First
			if w := t.Fold(at - 1); w == "đã" || w == "người" {
				at--
			}
			return t.Is(at-1, ',')
		}
	}
	return false
}

// formerlyAside reports whether a word of a past post stands between two commas, behind the
// second of which somebody gets a post: ", từng ba năm làm Phó Bí thư Tỉnh đoàn, được chỉ định …".
func (x *Extractor) formerlyAside(t *scan.Text, h scan.Hit, last int32) bool {
	if !t.Is(h.First-1, ',') {
		return false
	}
	comma := x.mark(t, h.Last, min(last, h.Last+far), ',')
	if !t.Is(comma, ',') || comma+1 >= last {
		return false
	}
	switch t.Fold(comma + 1) {
	case "được", "vừa", "tái", "trúng", "đắc":
		verbs := t.HitsIn(x.verbs, comma, min(last, comma+far))
		return len(verbs) > 0
	}
	return false
}

// inPassing reports whether a year of birth behind a name only tells who is meant, as
// another name or what happened to them follows: "Các ông A sinh năm 1969, B sinh năm
// 1971 cũng được bầu …".
func (x *Extractor) inPassing(t *scan.Text, h scan.Hit, last int32) bool {
	i := h.Last
	if h.First == 0 || !t.Tokens[h.First-1].Upper || i >= last || t.Tokens[i].Kind != scan.Number {
		return false
	}
	if i++; t.Is(i, ',') {
		i++
	}
	if w := t.Fold(i); w == "và" || w == "cũng" {
		i++
	}
	if i >= last {
		return false
	}
	if _, ok := t.At(x.honorifics, i); ok || t.Tokens[i].Upper && t.Has(x.surnames, i, i+1) {
		return true
	}
	_, gives := t.At(x.verbs, i)
	return gives || t.Fold(i) == "được"
}
