package person

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// attach gives each mention its titles: those directly before its name and
// those that follow it after a comma, a dash, a bracket or "là".
func (x *Extractor) attach(t *scan.Text, s scan.Sentence, ms []mention) {
	for i := range ms {
		if ms[i].office {
			continue
		}
		left := s.First
		if i > 0 {
			left = ms[i-1].to
		}
		x.before(t, &ms[i], left)
	}
	for i := range ms {
		if ms[i].office {
			continue
		}
		right := s.Last
		if i+1 < len(ms) {
			right = ms[i+1].from
		}
		m := &ms[i]
		m.led = wordBefore(t, m.from) == "do" || i > 0 && ms[i-1].led && m.from-ms[i-1].to == 1
		x.after(t, m, right, i+1 < len(ms))
	}
}

// share gives a title that several people have together to each of them: "A và B là Phó
// Bí thư", "A và B, đều là Ủy viên Ban Thường vụ", "Các Phó Chủ tịch A, B". Of the elected
// it is the post.
func (x *Extractor) share(t *scan.Text, s scan.Sentence, ms []mention, out []act, i int) {
	m := &ms[i]
	if len(m.titles) == 0 || m.office || out[i].role == "elected" && x.codeAt(t, m.titles[0]) != "other" {
		return
	}
	if h := m.titles[0]; out[i].role != "elected" && m.fronted && h.Last == m.first && h.First > s.First && several(t, h.First-1) {
		for k := i + 1; k < len(ms) && len(ms[k].titles) == 0 && x.with(t, &ms[k-1], &ms[k], false); k++ {
			ms[k].titles = m.titles
		}
		return
	}
	if at := m.titles[0].First - 1; at < m.last || t.Fold(at) != "là" || at > m.last && !together(t, at-1) {
		return
	}
	for k := i - 1; k >= 0 && len(ms[k].titles) == 0 && x.with(t, &ms[k], &ms[k+1], k == i-1); k-- {
		ms[k].titles = m.titles
	}
}

// together reports whether a word says of several people that all are the same.
func together(t *scan.Text, i int32) bool {
	switch t.Fold(i) {
	case "đều", "cùng":
		return true
	}
	return false
}

// before reads titles in front of a name: "Ủy viên Bộ Chính trị, Bí thư Thành
// ủy Nguyễn Văn A", "Chủ tịch Hội đồng, ông A".
func (x *Extractor) before(t *scan.Text, m *mention, left int32) {
	end := m.from
	fronted := m.honorific && end-1 > left && (t.Is(end-1, ',') || t.Is(end-1, '-') && t.Tokens[end-1].Space)
	ranked := fronted && x.rankBefore(t, end-1) // "Thiếu tướng, PGS, TS A"
	begins := fronted && !ranked
	if begins || ranked {
		end-- // "Chủ tịch Hội đồng, ông A"
	}
	switch wordBefore(t, end) {
	case "và", "cùng", "với":
		return // "A, Bí thư Huyện ủy và B"
	}
	if t.Is(end-1, ')') && end-4 > left && t.Is(end-4, '(') { // "TRƯỞNG BAN (đã ký) Nguyễn Văn A"
		end -= 4
	}
	var found []scan.Hit
	for end > left {
		hits := t.HitsIn(x.titles, left, end)
		if len(hits) == 0 {
			break
		}
		// The title that reaches up to end, perhaps with "Phó" or a rank inside.
		var at scan.Hit
		ok := false
		for _, h := range slices.Backward(hits) {
			last := x.titleEnd(t, h, end)
			if last != end && x.skipTerm(t, last, end) != end || ok && (deputises(t, h.First) || wordBefore(t, at.First) == "và") {
				break
			}
			if x.titleList[h.Value].none {
				continue // "Chính ủy Bộ Tư lệnh …"
			}
			at, ok = scan.Hit{First: x.withPrefix(t, h.First, left), Last: last, Value: h.Value}, true
		}
		if !ok || x.given(t, at.First, left) || len(found) > 0 && x.kept(t, at.First, left) {
			break // "giữ chức Bí thư, Đại tá A": the first is somebody's new post
		}
		if len(found) > 0 && at.First-1 <= left && left > t.SentenceOf(m.first).First && t.Tokens[at.First-1].Kind == scan.Punct && x.titleList[found[0].Value].rank {
			break // "A - Chính ủy, Đại tá B": the title of the one before
		}
		found = append([]scan.Hit{at}, found...)
		end = at.First
		if end-1 <= left || !t.Is(end-1, ',') && !t.Is(end-1, '-') && t.Fold(end-1) != "kiêm" {
			break
		}
		end--
	}
	if n := len(found) - 1; n > 0 && x.titleList[found[n].Value].rank && !x.titleList[found[0].Value].rank && found[0].First-1 <= left && left > t.SentenceOf(m.first).First && t.Is(found[0].First-1, ',') {
		found = found[n:] // "Đại úy A, Bí thư Chi bộ, Trưởng đồn, Đại úy B"
	}
	if len(found) > 0 && (!begins || found[0].First == t.SentenceOf(m.first).First || t.Is(found[0].First-1, ';') || found[0].First-1 == left && t.Fold(left) == "và" || wordBefore(t, found[0].First) == "do") {
		m.titles = append(m.titles, found...)
		m.from = x.addressBefore(t, found[0].First, left)
	}
}

// addressBefore returns where the word of address before an office begins, the office for
// none: "và đồng chí Phó Bí thư Huyện ủy A".
func (x *Extractor) addressBefore(t *scan.Text, office, left int32) int32 {
	hits := t.HitsIn(x.honorifics, max(left, office-3), office)
	if n := len(hits); n > 0 && hits[n-1].Last == office && hits[n-1].Value == 0 {
		return hits[n-1].First
	}
	return office
}

// rankBefore reports whether a military rank ends before token i.
func (x *Extractor) rankBefore(t *scan.Text, i int32) bool {
	hits := t.HitsIn(x.titles, max(0, i-3), i)
	return len(hits) > 0 && hits[len(hits)-1].Last == i && x.titleList[hits[len(hits)-1].Value].rank
}

// given reports whether a verb that gives a post stands before token i.
func (x *Extractor) given(t *scan.Text, i, left int32) bool {
	hits := t.HitsIn(x.weak, max(left, i-3), i)
	return len(hits) > 0 && hits[len(hits)-1].Last == i
}

// kept reports whether a verb by which somebody got or kept a post stands before token i:
// "ông A tái cử Bí thư, Trung tá B …".
func (x *Extractor) kept(t *scan.Text, i, left int32) bool {
	hits := t.HitsIn(x.verbs, max(left, i-4), i)
	return len(hits) > 0 && hits[len(hits)-1].Last == i && x.passive(t, hits[len(hits)-1])
}

// after reads titles behind a name. Before another name the last title belongs
// to that one when it stands directly before it; attach has taken it then.
func (x *Extractor) after(t *scan.Text, m *mention, right int32, more bool) {
	i := m.last
	closing := rune(0)
	var found []scan.Hit
	for i < right {
		switch {
		case t.Is(i, ','), t.Is(i, '|'):
			i++
		case t.Is(i, '(') && i+1 < right && (t.Fold(i+1) == "sinh" || t.Fold(i+1) == "sn"): // "(sinh năm 1984), Huyện ủy viên"
			i = min(x.mark(t, i, right, ')')+1, right)
		case t.Is(i, '(') && len(found) == 0 && x.pictured(t, i, right): // "(bên trái), Bí thư Đảng ủy"
			i = x.mark(t, i, right, ')') + 1
		case t.Is(i-1, ',') && i+3 < right && t.Fold(i+2) == "là" && then(t, i): // "A, khi ấy là Bí thư"
			i += 3
		case t.Fold(i) == "sinh" && t.Is(i-1, ','): // ", sinh ngày 12/5/1978, Huyện ủy viên"
			i = x.mark(t, i, right, ',')
		case len(found) == 0 && i == m.last && x.votesAside(t, i, right):
			i = votes(t, i, right) + 1
		case t.Is(i, '(') && i == m.last && len(found) == 0 && t.Is(i+2, ')') && abbreviation(t, i+1) && !atOnce(t, x.titles, i+1):
			found = append(found, scan.Hit{First: i + 1, Last: i + 2, Value: x.plain}) // "(TT)", "(BTG)", "(ĐVTN)"
			i += 3
		case t.Is(i, '(') && i == m.last && len(found) == 0 && x.fromWhere(t, i, right) > i: // "(CB ấp 4):"
			end := x.fromWhere(t, i, right)
			found = append(found, scan.Hit{First: i + 1, Last: end, Value: x.plain})
			i = end + 1
		case t.Is(i, '('):
			closing = ')'
			i++
		case t.Is(i, ':') && closing == 0 && x.labelsOffice(t, i, right): // "1) Ông A: Bí thư Đảng ủy;"
			i++
		case closing != 0 && t.Is(i, closing):
			closing = 0
			i++
		case t.Is(i, '-') && (len(found) == 0 || t.Tokens[i].Space):
			i++
		case t.Fold(i) == "là" || t.Fold(i) == "kiêm" || t.Fold(i) == "hiện",
			(together(t, i) || t.Fold(i) == "nay" || t.Fold(i) == "đang") && i+1 < right && t.Fold(i+1) == "là",
			t.Fold(i) == "làm" && len(found) == 0 && len(m.titles) == 0 && m.led && x.heads(t, i+1, right) && !x.inspects(t, m.from): // a board "do ông A làm Trưởng ban"
			i++
		case t.Fold(i) == "nữ" && len(found) == 0 && i > m.last && i+1 < right && atOnce(t, x.titles, i+1): // "bà A - nữ Bí thư đầu tiên của huyện"
			i++
		case t.Is(i-1, ',') && t.Tokens[i].Kind == scan.Number && i+2 < right && t.Fold(i+1) == "tuổi" && t.Is(i+2, ','): // ", 38 tuổi, Trưởng thôn"
			i += 2
		case t.Is(i, ';') && len(found) > 0 && !more:
			i++
		default:
			if closing != 0 && t.Tokens[i].Kind == scan.Number { // "(59 tuổi, Giám đốc …)"
				for i < right && !t.Is(i, ',') && !t.Is(i, ')') {
					i++
				}
				continue
			}
			h, ok := x.titleAt(t, i, right)
			if !ok {
				h, ok = x.calling(t, i, right)
			}
			if comma := x.aside(t, i, right); !ok && comma > i {
				i = comma // "A, cán bộ lão thành cách mạng, nguyên Bí thư Huyện ủy"
				continue
			}
			if !ok || x.headsNext(t, h.Last, right) {
				x.keep(m, found, i)
				return
			}
			if h.Last+1 < right && t.Fold(h.Last) == "nghỉ" && t.Fold(h.Last+1) == "hưu" && retired(t, scan.Hit{First: h.Last}) {
				h.Last += 2 // "giáo viên nghỉ hưu"
			}
			found = append(found, h)
			i = x.skipTerm(t, h.Last, right)
		}
	}
	x.keep(m, found, i)
}

// calling returns what somebody is who has no office, behind a comma: ", cán bộ hưu trí", ",
// đại biểu xã Tân Phú".
func (x *Extractor) calling(t *scan.Text, i, right int32) (scan.Hit, bool) {
	if !t.Is(i-1, ',') || i+2 >= right {
		return scan.Hit{}, false
	}
	switch t.Fold(i) + " " + t.Fold(i+1) {
	case "cán bộ":
	case "đại biểu":
		switch t.Fold(i + 2) {
		case "lớn", "trẻ", "cao", "nhỏ", "đương", "chính", "dự", "tham", "khách", "nữ", "được", "là", "mới", "của", "người", "trong", "thứ", "ít", "nhiều", "duy":
			return scan.Hit{}, false
		}
	default:
		return scan.Hit{}, false
	}
	h := scan.Hit{First: i, Last: i + 2, Value: x.plain}
	h.Last = x.titleEnd(t, h, right)
	return h, h.Last > i+2
}

// labelsOffice reports whether nothing but a key post of the Party, and what else its holder
// is, stands between a colon and the end of its part of a sentence.
func (x *Extractor) labelsOffice(t *scan.Text, colon, right int32) bool {
	h, ok := x.titleAt(t, colon+1, right)
	if ok && x.codeAt(t, h) == "other" && h.Last < right && t.Is(h.Last, ',') { // "Ủy viên, Chủ nhiệm Ủy ban Kiểm tra"
		h, ok = x.titleAt(t, h.Last+1, right)
	}
	return ok && height[x.codeAt(t, h)] >= height["committee"] && (h.Last >= right || t.Is(h.Last, ';') || t.Is(h.Last, '.') || t.Is(h.Last, ',') || t.Is(h.Last, '('))
}

// abbreviation reports whether a token is an office or a body in capitals, and no number.
func abbreviation(t *scan.Text, i int32) bool {
	tok := &t.Tokens[i]
	return tok.Kind == scan.Word && tok.AllUpper && len(t.Word(i)) >= 2 && !isRoman(t.Word(i))
}

// votesAside reports whether the votes of somebody stand between a name and the post behind
// a comma: "đồng chí B 39/41 phiếu, Phó Bí thư".
func (x *Extractor) votesAside(t *scan.Text, i, right int32) bool {
	last := votes(t, i, right)
	return last > i && last+2 < right && t.Is(last+1, ',')
}

// fromWhere returns the end of a bracket that says in minutes where who speaks comes from, i for
// none: "đ/c A (tổ Toán): …", "ĐB B (CB ấp 4): …".
func (x *Extractor) fromWhere(t *scan.Text, i, right int32) int32 {
	end := x.mark(t, i, min(right, i+itemHead), ')')
	if t.Identity.Type != "minutes" || end <= i+1 || !t.Is(end, ')') || !t.Is(end+1, ':') || t.Fold(i+1) == "chi" || atOnce(t, x.titles, i+1) || atOnce(t, x.cues, i+1) || t.Has(x.verbs, i, end) {
		return i
	}
	for k := i + 1; k < end; k++ {
		if t.Tokens[k].Kind == scan.Word {
			return end
		}
	}
	return i
}

// pictured reports whether a bracket names no office and a mark follows it, as a caption
// tells where somebody stands.
func (x *Extractor) pictured(t *scan.Text, i, right int32) bool {
	end := x.mark(t, i, min(right, i+near), ')')
	return end+1 < right && t.Is(end, ')') && (t.Is(end+1, ',') || t.Is(end+1, '-')) && !t.Has(x.titles, i, end)
}

// then reports whether two words mean at that time: "khi ấy", "lúc đó".
func then(t *scan.Text, i int32) bool {
	switch t.Fold(i) {
	case "khi", "lúc", "bấy":
		w := t.Fold(i + 1)
		return w == "ấy" || w == "đó" || w == "giờ" || w == "còn"
	}
	return false
}

// aside returns the comma behind what is told of a person between two commas, before
// another title; i for none.
func (x *Extractor) aside(t *scan.Text, i, right int32) int32 {
	if !t.Is(i-1, ',') {
		return i
	}
	comma := x.mark(t, i, min(right, i+near), ',')
	for range 3 { // "A, quê B, trình độ thạc sĩ, Chủ tịch UBND huyện"
		if _, ok := x.titleAt(t, min(comma+1, right-1), right); ok || comma+1 >= right {
			break
		}
		comma = x.mark(t, comma+1, min(right, comma+1+near), ',')
	}
	if comma+1 >= right || !t.Is(comma, ',') || x.meets(t, i, comma) || t.Has(x.verbs, i, comma) || t.Has(x.weak, i, comma) || t.Has(x.into, i, comma) || t.Has(x.titles, i, comma) {
		return i
	}
	if _, ok := x.titleAt(t, comma+1, right); !ok {
		return i
	}
	for k := i; k < comma; k++ {
		if t.Tokens[k].Kind == scan.Punct && !t.Is(k, ',') {
			return i
		}
	}
	return comma
}

// meets reports whether a range has a verb of what people do at a meeting.
func (x *Extractor) meets(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(x.cues, first, last) {
		if !ofName(t, h) {
			return true
		}
	}
	return false
}

// headsNext reports whether the title that ends at a token is the next one's: "Bí thư là
// anh A, phó bí thư là chị B".
func (x *Extractor) headsNext(t *scan.Text, i, right int32) bool {
	if t.Fold(i) != "là" && !t.Is(i, ':') || i+1 > right {
		return false
	}
	if _, ok := t.At(x.honorifics, i+1); ok {
		return true
	}
	return int(i+1) < len(t.Tokens) && t.Has(x.surnames, i+1, i+2) && t.Tokens[i+1].Upper
}

// heads reports whether an office outside the Party's committees stands at token i.
func (x *Extractor) heads(t *scan.Text, i, right int32) bool {
	h, ok := x.titleAt(t, i, right)
	return ok && x.codeAt(t, h) == "other"
}

// beforeColon gives people without titles what stands before the colon before them, but
// for the post that they get: "Thư ký: bà A", "Phó Bí thư, Chủ tịch UBND: đồng chí B".
func (x *Extractor) beforeColon(t *scan.Text, s scan.Sentence, acts []act) {
	for i := range acts {
		a := &acts[i]
		end := a.m.from - 1
		if h := x.postOf(t, a.m); h.Last > h.First && a.role != "elected" && len(a.m.titles) == 0 && wordBefore(t, h.First) == "và" && h.Last-h.First <= 3 {
			a.m.titles = []scan.Hit{h} // "… và Phó Ban là bà B"
			continue
		}
		if a.m.office || end <= s.First || !t.Is(end, ':') || len(a.m.titles) > 0 && a.m.titles[0].First < a.m.first {
			continue
		}
		from := x.clauseStart(t, max(s.First, end-far), end)
		if i > 0 {
			from = max(from, acts[i-1].m.to)
		}
		for from < end && t.Tokens[from].Kind != scan.Word {
			from++
		}
		if h, ok := x.manyBefore(t, from, end); ok { // "Tham gia đoàn có các Phó Bí thư: A, B"
			for k := i; k < len(acts) && (k == i || acts[k].role == a.role && x.joined(t, acts[k-1].m.to, acts[k].m.from)); k++ {
				if acts[k].role != "elected" {
					acts[k].m.titles = append([]scan.Hit{h}, acts[k].m.titles...)
				}
			}
			continue
		}
		several := false // "các đồng chí Phó Bí thư: A, B"
		if hits := t.HitsIn(x.honorifics, from, end); len(hits) > 0 && hits[len(hits)-1].Value == 1 {
			from, several = hits[len(hits)-1].Last, true
		}
		if t.Has(x.cues, from, end+1) {
			continue // "Chủ tọa: …"
		}
		var found []scan.Hit
		for from < end {
			h, ok := x.titleAt(t, from, end)
			if !ok {
				found = nil
				break
			}
			if (x.codeAt(t, h) == "other" || several) && (h.First != a.post.First || a.role != "elected") {
				found = append(found, h)
			}
			if from = h.Last; t.Is(from, ',') {
				from++
			}
		}
		a.m.titles = append(found, a.m.titles...)
		for k := i + 1; several && k < len(acts) && acts[k].role == a.role && x.joined(t, acts[k-1].m.to, acts[k].m.from); k++ {
			acts[k].m.titles = append(slices.Clone(found), acts[k].m.titles...)
		}
	}
}

// manyBefore returns the office before a colon that several hold: "các Phó Bí thư Tỉnh ủy: …".
func (x *Extractor) manyBefore(t *scan.Text, from, end int32) (scan.Hit, bool) {
	hits := t.HitsIn(x.titles, from, end)
	if len(hits) == 0 || !t.Has(x.cues, from, end) {
		return scan.Hit{}, false
	}
	h := hits[len(hits)-1]
	for k := len(hits) - 2; k >= 0 && hits[k].Last >= h.First-1; k-- {
		h.First = hits[k].First
	}
	return scan.Hit{First: h.First, Last: end, Value: h.Value}, h.First > from && several(t, h.First-1) && x.titleEnd(t, hits[len(hits)-1], end) == end
}

func (x *Extractor) keep(m *mention, found []scan.Hit, _ int32) {
	if len(found) == 0 {
		return
	}
	m.titles = append(m.titles, found...)
	m.to = max(m.to, found[len(found)-1].Last)
}

// titleAt returns the title that begins at token i, with words such as nguyên
// before it.
func (x *Extractor) titleAt(t *scan.Text, i, right int32) (scan.Hit, bool) {
	start := i
	if p, ok := t.At(x.prefix, i); ok {
		i = p.Last
	}
	h, ok := t.At(x.titles, i)
	if !ok || h.Last > right || x.titleList[h.Value].none {
		return scan.Hit{}, false
	}
	return scan.Hit{First: start, Last: x.titleEnd(t, h, right), Value: h.Value}, true
}

func (x *Extractor) withPrefix(t *scan.Text, first, left int32) int32 {
	hits := t.HitsIn(x.prefix, max(left, first-3), first)
	if n := len(hits); n > 0 && hits[n-1].Last == first {
		return hits[n-1].First
	}
	return first
}

// skipTerm passes over "khóa XV" and "nhiệm kỳ 2010-2015", which are said of a
// title and are no part of it.
func (x *Extractor) skipTerm(t *scan.Text, i, right int32) int32 {
	for i < right {
		switch w := t.Fold(i); {
		case w == "khoá" || w == "nhiệm" || w == "kì" || w == "thứ" || w == "lần", (w == "mới" || w == "cũ") && t.Fold(i-1) == "khoá":
			i++
		case t.Tokens[i].Kind == scan.Number, t.Is(i, '-') && t.Tokens[i-1].Kind == scan.Number, t.Is(i, '/'):
			i++
		case i > 0 && isRoman(t.Word(i)) && (t.Fold(i-1) == "khoá" || t.Fold(i-1) == "thứ"):
			i++
		default:
			return i
		}
	}
	return i
}

func isRoman(w string) bool {
	_, ok := vn.Roman(w)
	return ok
}

// join writes titles as the titles column has them.
func (x *Extractor) join(t *scan.Text, titles []scan.Hit) string {
	var out []string
	for _, h := range titles {
		s := strings.TrimSpace(t.String(h.First, h.Last))
		s = strings.TrimPrefix(strings.TrimPrefix(s, "tân "), "Tân ")
		s = strings.TrimSuffix(strings.TrimSuffix(s, " và"), " cùng")
		if s != "" {
			out = append(out, s)
		}
	}
	return strings.Join(out, "; ")
}
