package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
)

// near is how far from a name its verb may stand, in tokens: adverbs and "thay
// mặt …" come between. The verbs that name one act alone may stand further.
const (
	near = 9
	far  = 18
)

// byCues gives each mention of a sentence the verbs whose act it is: the person
// before a verb does it; where nobody stands there, those listed after it.
func (x *Extractor) byCues(t *scan.Text, s scan.Sentence, ms []mention) [][]cue {
	roles := make([][]cue, len(ms))
	for _, h := range t.HitsIn(x.cues, s.First, s.Last) {
		q := x.cueList[h.Value]
		if x.compound(t, h) && !x.reports(t, h, ms) || x.negated(t, s, h, q.role) || within(h, ms) || ofName(t, h) {
			continue
		}
		if q.role == "attendee" && t.Fold(h.First) == "đại" && x.sent(t, s.First, h) {
			continue // "Đại biểu dự Đại hội phường: A, B; dự khuyết: C"
		}
		if q.role == "presenter" && readSpeech(t, s, h.First, ms) {
			continue // "Diễn văn bế mạc do ông A đọc"
		}
		if q.role != "speaker" && inQuote(t, s, h.First) {
			continue // "Ông A rưng rưng: "Tôi dự chín kỳ đại hội""
		}
		first, last := x.actors(t, s, ms, h, q)
		if first < last && ms[first].first < h.First && (q.role == "presenter" || q.role == "chair" || bareEnd(t, h)) && x.told(t, ms[last-1].to, h.First) {
			continue
		}
		if first < last && ms[last-1].to < h.First && q.role == "presenter" && x.responsible(t, s, &ms[last-1]) {
			continue
		}
		if first < last && ms[first].first < h.First && q.role != "speaker" && x.ofWhatIsSaid(t, s, &ms[last-1], h) {
			continue
		}
		if first < last && q.role == "attendee" && q.strength == 1 && received(t, ms[last-1].to, h.First) {
			continue
		}
		if first < last && q.role == "attendee" && othersCome(t, ms[last-1].to, h.First) {
			continue
		}
		if first < last && ms[last-1].to <= h.First && x.ofOthers(t, ms[last-1].to, h, q) {
			continue
		}
		if first == last && x.goesOnDirecting(t, s, h, q) {
			last = nextAfter(ms, h.First)
			if first = last - 1; first < 0 || len(roles[first]) == 0 {
				continue // "đồng chí A ghi nhận …; đề nghị Đảng ủy …"
			}
		}
		q.directs = x.directs(t, h)
		q.judges = q.judges || t.Is(h.Last, ':') && h.Last+2 < s.Last && t.Fold(h.First) == "phát"
		if q.attends && !x.speech(t, h) && (last-first > 1 || last > first && ms[first].first > h.First) {
			q = cue{role: "attendee", strength: 2} // "Dự và chỉ đạo đại hội có các đồng chí"
		}
		for i := first; i < last; i++ {
			roles[i] = append(roles[i], q)
		}
	}
	if colon := presidium(t, s); colon > s.First {
		for i := range ms {
			if i == 0 && ms[0].from-colon > 3 || i > 0 && !x.joined(t, ms[i-1].to, ms[i].from) {
				break
			}
			roles[i] = append(roles[i], cue{role: "chair", before: true, strength: 7})
		}
	}
	if concludes(t, s) && len(ms) > 0 && ms[0].from-s.First <= near && len(roles[0]) == 0 {
		roles[0] = append(roles[0], cue{role: "concluding_speaker", strength: 8})
	}
	if ends(t, s) || concludes(t, s) || t.Fold(s.First) == "chỉ" && t.Fold(s.First+1) == "đạo" && !t.Has(x.honorifics, s.First+1, s.First+2) {
		conclude(roles) // also "Chỉ đạo tại Đại hội, đồng chí A lưu ý …"
	}
	for i := range ms {
		if at := ms[i].to; len(roles[i]) == 0 && wordBefore(t, ms[i].from) == "do" && t.Has(x.decision, s.First, ms[i].from) && (t.Fold(at) == "trao" || t.Is(at, ',') && t.Fold(at+1) == "trao") {
			roles[i] = append(roles[i], cue{role: "presenter", after: true, strength: 6}) // "Quyết định do ông A, Vụ trưởng, trao"
		}
		if x.chairs(t, &ms[i]) {
			roles[i] = []cue{{role: "chair", after: true, strength: 7}}
		}
		if x.directsAtOnce(t, s, &ms[i]) && !slices.ContainsFunc(roles[i], func(q cue) bool { return q.strength > 3 && q.role != "speaker" }) {
			roles[i] = append(roles[i], cue{role: "concluding_speaker", after: true, strength: 8})
		}
	}
	if i, q, ok := x.inverted(t, s, ms); ok {
		roles[i] = append(roles[i], q)
	}
	for i := range ms {
		if b := ms[i].from - 1; len(roles[i]) > 0 && b > s.First+1 && t.Is(b, ',') && t.Is(b-1, '"') && x.whoPresents(t, &ms[i]) && !slices.ContainsFunc(roles[i], func(q cue) bool { return q.role == "speaker" }) {
			roles[i] = append(roles[i], cue{role: "speaker", after: true, strength: 4})
		}
		if len(roles[i]) == 0 && (wordBefore(t, ms[i].from) == "theo" && ms[i].from > s.First || x.quoted(t, s, ms, i)) {
			roles[i] = append(roles[i], cue{role: "speaker", after: true, strength: 3})
		}
	}
	return roles
}

// readSpeech reports whether a verb behind "do" and somebody says who held the closing speech: "Diễn văn bế mạc do ông A đọc".
func readSpeech(t *scan.Text, s scan.Sentence, verb int32, ms []mention) bool {
	for i := range ms {
		if ms[i].to != verb || wordBefore(t, ms[i].from) != "do" {
			continue
		}
		for k := ms[i].from - 2; k >= s.First && !t.Is(k, ',') && !t.Is(k, ';'); k-- {
			if t.Fold(k) == "diễn" && t.Fold(k+1) == "văn" {
				return t.Fold(k+2) == "bế"
			}
		}
	}
	return false
}

// presidium returns the colon behind a presidium that is counted at the begin of a sentence,
// the begin for none: "ĐCT 5 đ/c: A, B", "- Đoàn Chủ tịch (03 đồng chí): …".
func presidium(t *scan.Text, s scan.Sentence) int32 {
	i := s.First
	for i < s.Last && t.Tokens[i].Kind != scan.Word {
		i++
	}
	switch {
	case i >= s.Last:
		return s.First
	case t.Word(i) == "ĐCT":
		i++
	case t.Fold(i) == "đoàn" && t.Fold(i+1) == "chủ" && t.Fold(i+2) == "tịch":
		i += 3
	default:
		return s.First
	}
	counted := false
	for k := i; k < min(s.Last, i+6); k++ {
		counted = counted || t.Tokens[k].Kind == scan.Number
		if t.Is(k, ':') && counted {
			return k
		}
	}
	return s.First
}

// chairs reports whether a bracket behind somebody says that this one is in the chair: "đ/c A -
// Phó Bí thư Tỉnh ủy (chủ trì)".
func (x *Extractor) chairs(t *scan.Text, m *mention) bool {
	if !t.Is(m.to, '(') {
		return false
	}
	h, ok := t.At(x.cues, m.to+1)
	return ok && x.cueList[h.Value].role == "chair" && t.Is(h.Last, ')')
}

// responsible reports whether somebody is only named in brackets behind a body that has to do
// something: "Ban Tổ chức Huyện ủy (đồng chí A) tổng hợp, báo cáo", but "Trưởng ban Kiểm phiếu
// (đồng chí A) công bố kết quả".
func (x *Extractor) responsible(t *scan.Text, s scan.Sentence, m *mention) bool {
	at := m.from - 1
	return at > s.First && t.Is(at, '(') && t.Is(m.to, ')') && !x.afterTitle(t, s, at)
}

// bareEnd reports whether a cue is the word "kết luận" alone, which is a noun as well.
func bareEnd(t *scan.Text, h scan.Hit) bool {
	return h.Last-h.First == 2 && t.Fold(h.First) == "kết" && t.Fold(h.First+1) == "luận"
}

// ofWhatIsSaid reports whether a verb behind a person stands in what that person says or in
// what others shall do: "Theo ông A, tỉnh sẽ báo cáo …", "ông A cho hay, tham dự có 200 đại
// biểu", "ý kiến của ông A giao 9 cơ quan kiểm tra, kết luận …".
func (x *Extractor) ofWhatIsSaid(t *scan.Text, s scan.Sentence, m *mention, h scan.Hit) bool {
	if wordBefore(t, m.from) == "theo" && t.Is(m.to, ',') && h.First > m.to+1 && (m.from-1 == s.First || t.Is(m.from-2, ',')) {
		return true
	}
	if !bareEnd(t, h) && x.cueList[h.Value].role != "attendee" {
		return false
	}
	for _, c := range t.HitsIn(x.cues, m.to, h.First) {
		q := x.cueList[c.Value]
		if q.role == "speaker" && !q.act() && !q.before && !x.compound(t, c) && (t.Is(c.Last, ',') || t.Is(c.Last, ':') || t.Fold(c.Last) == "rằng" || bareEnd(t, h)) {
			return t.Fold(h.First-1) != "và"
		}
	}
	for i := m.to; bareEnd(t, h) && i < h.First; i++ {
		if w := t.Fold(i); w == "giao" || w == "chờ" || w == "để" || w == "có" && i == h.First-1 {
			return true
		}
	}
	return false
}

// inQuote reports whether a token stands in what is quoted behind a colon.
func inQuote(t *scan.Text, s scan.Sentence, i int32) bool {
	open := false
	for k := s.First; k < i; k++ {
		if t.Is(k, '"') {
			open = !open && k > s.First && t.Is(k-1, ':')
		}
	}
	return open
}

// whoPresents reports whether a person is only added to be who presented: "Bí thư A, người đọc
// Báo cáo chính trị".
func (x *Extractor) whoPresents(t *scan.Text, m *mention) bool {
	i := m.to
	if t.Is(i, ',') || t.Is(i, '-') {
		i++
	}
	if t.Fold(i) != "người" {
		return false
	}
	q, ok := t.At(x.cues, i+1)
	return ok && x.cueList[q.Value].role == "presenter"
}

// reports reports whether "báo cáo" directly behind a person is what that person does, with
// what the report is of: "đồng chí A báo cáo kiểm điểm".
func (x *Extractor) reports(t *scan.Text, h scan.Hit, ms []mention) bool {
	if t.Fold(h.First) != "báo" || h.Last-h.First != 2 {
		return false
	}
	return slices.ContainsFunc(ms, func(m mention) bool {
		return m.to == h.First || m.to == h.First-1 && t.Is(m.to, ',') && len(m.titles) > 0
	})
}

// ofName reports whether a word of speech is a syllable of a name: the "Bảo" of "Bảo Thắng".
func ofName(t *scan.Text, h scan.Hit) bool {
	if h.Last-h.First == 1 && h.First > 0 && t.Tokens[h.First].Upper && t.Tokens[h.First-1].Sentence == t.Tokens[h.First].Sentence && t.Tokens[h.First-1].Upper && t.Tokens[h.First-1].Kind == scan.Word && !t.Tokens[h.First].AllUpper {
		return true // the last of "Ôn Ngọc Bảo"
	}
	return h.Last-h.First == 1 && t.Tokens[h.First].Upper && int(h.Last) < len(t.Tokens) && t.Tokens[h.Last].Upper && t.Tokens[h.Last].Kind == scan.Word
}

// directsAtOnce reports whether somebody gives work to a committee, an office or a unit: "Bí
// thư Huyện ủy A giao Ủy ban Kiểm tra làm rõ …", "ông B chỉ đạo Đảng ủy phường rà soát …".
func (x *Extractor) directsAtOnce(t *scan.Text, s scan.Sentence, m *mention) bool {
	if charged(t, s, m, cue{role: "chair"}) || oblique(t, s, m) {
		return false // "giao ông A chỉ đạo Thành ủy B"
	}
	i := m.to
	for i < s.Last && t.Is(i, ',') {
		i++
	}
	if t.Fold(i) == "thay" && t.Fold(i+1) == "mặt" { // "ông A thay mặt Trung ương giao việc: …"
		for k := i + 2; k < min(i+near, s.Last); k++ {
			if t.Fold(k) == "giao" || t.Fold(k) == "chỉ" {
				i = k
				break
			}
		}
	}
	for i < s.Last {
		switch t.Fold(i) {
		case "đã", "cũng", "trực", "tiếp", "liền", "thì":
			i++
			continue
		}
		break
	}
	switch t.Fold(i) {
	case "giao":
		i++
		switch t.Fold(i) {
		case "việc", "nhiệm":
			return t.Fold(i) == "việc" && (t.Is(i+1, ':') || t.Is(i+1, ',')) || t.Fold(i) == "nhiệm" && t.Fold(i+1) == "vụ" && (t.Is(i+2, ':') || t.Fold(i+2) == "cho")
		case "cho":
			i++
		}
	case "chỉ":
		if t.Fold(i+1) != "đạo" {
			return false
		}
		if i += 2; t.Is(i, ':') {
			return true
		}
	default:
		return false
	}
	if w := t.Fold(i); w == "các" || w == "tập" || w == "ngay" {
		i++
	}
	if t.Fold(i) == "ban" || t.Fold(i) == "uỷ" && t.Fold(i+1) == "ban" || t.Fold(i) == "văn" && t.Fold(i+1) == "phòng" {
		return t.Tokens[i].Upper || atOnce(t, x.committees, i)
	}
	if atOnce(t, x.committees, i) {
		return true
	}
	if t.Fold(i-1) == "đạo" || t.Fold(i-2) == "đạo" {
		return false // "chỉ đạo các xã phòng, chống cháy rừng"
	}
	u, ok := t.At(x.units, i)
	return ok && t.Fold(u.Last) != "viên" && !t.Tokens[i].Upper
}

// ends reports whether a sentence begins with the end of a meeting and not of a part of it:
// "Kết thúc hội nghị", but "Kết thúc phần bầu cử".
func ends(t *scan.Text, s scan.Sentence) bool {
	if t.Fold(s.First) == "tổng" && t.Fold(s.First+1) == "kết" {
		w := t.Fold(s.First + 2)
		return (w == "đại" || w == "hội") && t.Is(s.First+4, ',') // "Tổng kết đại hội, đồng chí A …"
	}
	if t.Fold(s.First) != "kết" || t.Fold(s.First+1) != "thúc" {
		return false
	}
	switch t.Fold(s.First + 2) {
	case "phần", "việc", "bầu", "thảo", "công", "nhiệm", "quá", "giai":
		return false
	}
	return true
}

// concludes reports whether a sentence begins by saying that what follows is the conclusion:
// "Kết luận, đồng chí A …", "Kết luận phần thảo luận, đồng chí A …".
func concludes(t *scan.Text, s scan.Sentence) bool {
	if t.Fold(s.First) != "kết" || t.Fold(s.First+1) != "luận" {
		return false
	}
	switch w := t.Fold(s.First + 2); w {
	case "phần", "buổi", "phiên", "cuộc", "tại", "nội", "vấn", "hội", "các", "giao":
		return true
	}
	return t.Is(s.First+2, ',')
}

// conclude makes closing speeches of what the first who speaks says, where a sentence
// begins with the end of a meeting: "Kết thúc hội nghị, đồng chí A yêu cầu …".
func conclude(roles [][]cue) {
	if len(roles) == 0 {
		return
	}
	for k := range roles[0] {
		if q := &roles[0][k]; q.role == "speaker" {
			q.role, q.strength = "concluding_speaker", 8
		}
	}
}

// inverted returns who is named behind "là" for what a sentence begins with: "Trao quyết
// định cho ông B là đồng chí A".
func (x *Extractor) inverted(t *scan.Text, s scan.Sentence, ms []mention) (int, cue, bool) {
	if t.Fold(s.First) == "đại" && t.Fold(s.First+1) == "diện" && len(ms) > 0 && ms[0].from-s.First <= near && wordBefore(t, ms[0].from) == "có" {
		return 0, cue{role: "attendee", strength: 2}, true // "Đại diện Huyện ủy có đồng chí A"
	}
	h, ok := t.At(x.cues, s.First)
	if !ok || x.compound(t, h) {
		return 0, cue{}, false
	}
	q := x.cueList[h.Value]
	for i := range ms {
		if q.role == "attendee" && ms[i].from > h.Last && ms[i].from-h.Last <= near && wordBefore(t, ms[i].from) == "có" {
			return i, cue{role: "attendee", strength: 2}, true // "Tặng hoa chúc mừng có đồng chí A"
		}
		if ms[i].from > h.Last && wordBefore(t, ms[i].from) == "là" && ms[i].from-h.Last <= far && q.strength >= 3 {
			return i, q, true
		}
	}
	return 0, cue{}, false
}

// received reports whether flowers are for the person before a verb, and not from: "ông A
// được Đại hội tặng hoa".
func received(t *scan.Text, from, verb int32) bool {
	for i := from; i < verb; i++ {
		switch t.Fold(i) {
		case "được", "nhận":
			return true
		}
	}
	return false
}

// othersCome reports whether the delegates before a verb are those who come, and nothing
// adds them to the person before: "Theo ông A, tổng số đại biểu tham dự là …".
func othersCome(t *scan.Text, from, verb int32) bool {
	if verb-from < 2 || t.Fold(verb-1) != "biểu" {
		return false
	}
	for i := from; i < verb; i++ {
		if w := t.Fold(i); w == "và" || w == "cùng" || t.Is(i, ';') {
			return false
		}
	}
	return true
}

// ofOthers reports whether a verb behind a person is what others do, whom the person asks
// or who judge the person: "bà A mời các đoàn tham luận", "ông A được Đại hội tin tưởng".
func (x *Extractor) ofOthers(t *scan.Text, from int32, h scan.Hit, q cue) bool {
	if q.role != "speaker" {
		return false
	}
	for i := from; i < h.First; i++ {
		switch t.Fold(i) {
		case "mời":
			return i == from || t.Fold(i-1) != "được"
		case "được":
			if q.strength == 3 && !t.Has(x.verbs, i, h.First) && t.Fold(i+1) != "mời" && h.First-i <= 4 {
				return true
			}
		}
	}
	return false
}

// told reports whether what stands before a verb is said of others: "nhận xét Đoàn
// Chủ tịch điều hành linh hoạt", "đề nghị Văn phòng hoàn chỉnh báo cáo". Two verbs in
// a row have one subject.
func (x *Extractor) told(t *scan.Text, from, verb int32) bool {
	for _, h := range t.HitsIn(x.cues, from, verb) {
		if q := x.cueList[h.Value]; q.role == "speaker" && !q.act() && verb >= h.Last && !x.compound(t, h) {
			return t.Fold(verb-1) != "và" && !(t.Is(verb-1, ',') && verb-h.Last <= 2)
		}
	}
	return false
}

// What a demand is made of: nothing, the committee itself, or a unit, which only somebody
// from above directs.
const (
	noDemand = iota
	ofUnits
	ofCommittees
)

// directs reports of whom a verb demands something: "đề nghị Đảng ủy khóa mới sớm phân công
// nhiệm vụ", "yêu cầu ngay sau Đại hội, Ban Chấp hành …", "yêu cầu quận kiện toàn …".
func (x *Extractor) directs(t *scan.Text, h scan.Hit) int {
	d, ok := t.At(x.demands, h.First)
	if !ok {
		return noDemand
	}
	i := d.Last
	switch t.Fold(i) {
	case "các", "ban", "tập", "cho":
		i++
	case "ngay", "trước", "sau", "trong", "đến", "từ", "chậm", "muộn", "thời", "tại", "trên", "với":
		i = x.pastTime(t, i)
	}
	if t.Is(i, ':') {
		i++ // "yêu cầu: Đảng ủy bệnh viện …", "yêu cầu: trước ngày 10/8 Đảng ủy xã phải …"
		switch t.Fold(i) {
		case "ngay", "trước", "sau", "trong", "đến", "từ", "chậm", "muộn":
			i = x.pastTime(t, i)
		}
	}
	if t.Has(x.committees, i, i+4) && atOnce(t, x.committees, i) || atOnce(t, x.committees, d.Last) {
		return ofCommittees
	}
	if u, ok := t.At(x.units, i); ok && !t.Tokens[i].Upper && t.Fold(u.Last) != "viên" {
		return ofUnits
	}
	switch t.Fold(i) + " " + t.Fold(i+1) {
	case "địa phương", "đơn vị", "nhà trường", "công ty", "đại hội", "bệnh viện", "cơ quan", "tập thể", "thị xã", "thành phố", "toàn đảng":
		return ofUnits
	}
	return noDemand
}

// atOnce reports whether a word of a class begins at a token.
func atOnce(t *scan.Text, c *scan.Class, i int32) bool {
	_, ok := t.At(c, i)
	return ok
}

// pastTime returns where a demand goes on behind the words that say by when or where: behind
// the comma or colon, else where a committee is named.
func (x *Extractor) pastTime(t *scan.Text, i int32) int32 {
	end := min(i+near+3, t.SentenceOf(i).Last)
	for k := i; k < end; k++ {
		if t.Is(k, ';') {
			return i
		}
		if t.Is(k, ',') {
			return k + 1
		}
		if t.Is(k, ':') {
			return k
		}
		if atOnce(t, x.committees, k) && k > i+1 {
			return k
		}
	}
	return i
}

// goesOnDirecting reports whether a demand begins a clause that has no subject of its own,
// so that who spoke before it demands: "; đồng thời nhắc Đảng ủy khóa mới …".
func (x *Extractor) goesOnDirecting(t *scan.Text, s scan.Sentence, h scan.Hit, q cue) bool {
	if q.role != "speaker" || h.First <= s.First+1 || x.directs(t, h) == noDemand {
		return false
	}
	i := h.First - 1
	switch t.Fold(i) {
	case "thời", "cũng", "và", "rồi":
		return true
	}
	return t.Is(i, ';') || t.Is(i, ',') || t.Is(i, ':')
}

// nextAfter returns the first mention behind a token.
func nextAfter(ms []mention, i int32) int {
	n := 0
	for n < len(ms) && ms[n].first < i {
		n++
	}
	return n
}

// quoted reports whether the words behind a person end in a colon and a quotation:
// "Ông A, Bí thư Huyện ủy, không né tránh: "Chúng tôi chậm"".
func (x *Extractor) quoted(t *scan.Text, s scan.Sentence, ms []mention, i int) bool {
	end := s.Last
	if i+1 < len(ms) {
		end = ms[i+1].from
	}
	if b := ms[i].from - 1; b > s.First+1 && (t.Is(b, ',') || t.Is(b, '-')) && t.Is(b-1, '"') {
		return true // ""Phải khác", ông A quả quyết"
	}
	for j := ms[i].to; j+1 < min(end, ms[i].to+far); j++ {
		if t.Is(j, ':') {
			return (t.Is(j+1, '"') || x.bluntly(t, s, &ms[i], j)) && !t.Has(x.verbs, ms[i].to, j)
		}
	}
	return false
}

// bluntly reports whether only how somebody speaks stands between a person and the colon
// before what is said: "Bà A thẳng thắn: …".
func (x *Extractor) bluntly(t *scan.Text, s scan.Sentence, m *mention, colon int32) bool {
	if !m.honorific || m.from > s.First+1 || colon == m.to || colon-m.to > 5 || colon+3 >= s.Last || t.Tokens[colon+1].Kind != scan.Word {
		return false
	}
	if _, ok := t.At(x.honorifics, colon+1); ok {
		return false
	}
	for i := m.to; i < colon; i++ {
		if t.Tokens[i].Kind != scan.Word || t.Tokens[i].Upper {
			return false
		}
	}
	switch t.Fold(m.to) {
	case "có", "là", "gồm", "được", "đã", "sinh", "và":
		return false
	}
	return !t.Has(x.titles, m.to, colon) && !t.Has(x.into, m.to, colon)
}

// again reads a sentence that names its person by a pronoun alone: "Đồng chí đề nghị
// Đảng ủy khóa mới …", ""…", ông nói". It goes on with whom the last two named.
func (x *Extractor) again(t *scan.Text, si int, list []found) []found {
	s := t.Sentences[si]
	if len(list) == 0 {
		return list
	}
	last := &list[len(list)-1]
	apart := t.Sentences[last.sentence].Block != s.Block
	if int(last.sentence) < si-2 || apart && t.Sentences[last.sentence].Block+1 != s.Block {
		return list
	}
	if !apart && x.goesOnAbout(t, s) {
		for _, d := range t.HitsIn(x.demands, s.First, s.Last) {
			if n := x.directs(t, d); n > noDemand {
				demand(list, si, n)
			}
		}
	}
	for _, h := range t.HitsIn(x.cues, s.First, s.Last) {
		q := x.cueList[h.Value]
		if q.role != "speaker" || !q.after || !x.pronoun(t, s, h.First) {
			continue
		}
		if n := x.directs(t, h); n > noDemand && !apart {
			demand(list, si, n)
		}
		alone := len(list) < 2 || list[len(list)-2].sentence != last.sentence
		behind := t.Is(h.First-2, ',') && t.Is(h.First-3, '"')
		if !alone || x.compound(t, h) && !behind || !behind && (apart || int(last.sentence) != si-1) {
			return list
		}
		switch last.role {
		case "mentioned":
			last.speaks()
		case "chair", "presenter":
			spoken := *last
			spoken.fact.Fields = slices.Clone(spoken.fact.Fields)
			spoken.speaks()
			return append(list, spoken)
		}
		return list
	}
	return list
}

// demand marks the last speaker of the sentences before as somebody who directs.
func demand(list []found, si, n int) {
	for i := len(list) - 1; i >= 0 && int(list[i].sentence) >= si-2; i-- {
		switch list[i].role {
		case "speaker":
			list[i].directs = max(list[i].directs, n)
			return
		case "concluding_speaker":
			return
		}
	}
}

// goesOnAbout reports whether a sentence begins with a word that stands for whom the one
// before named: "Bà chỉ rõ …; giao Đảng ủy …", "Theo đồng chí, …; đề nghị Ban Chấp hành …".
func (x *Extractor) goesOnAbout(t *scan.Text, s scan.Sentence) bool {
	i := s.First
	if t.Fold(i) == "theo" {
		i++
	}
	h, ok := t.At(x.honorifics, i)
	return ok && h.Value == 0 && h.Last < s.Last && !t.Tokens[h.Last].Upper
}

// pronoun reports whether the word before a verb stands for a person: at the begin of
// a sentence or behind a quotation.
func (x *Extractor) pronoun(t *scan.Text, s scan.Sentence, verb int32) bool {
	for back := int32(1); back <= 3; back++ {
		i := verb - back
		if i < s.First {
			return false
		}
		one := false
		if h, ok := t.At(x.honorifics, i); ok {
			one = h.Value == 0 && h.Last <= verb
		} else if h, ok := t.At(x.titles, i); ok {
			one = x.titleList[h.Value].rank && h.Last <= verb
		}
		if one {
			return i == s.First || t.Is(i-1, ',')
		}
	}
	return false
}

// speech reports whether a cue that also says who attends names a speech: "dự và
// phát biểu chỉ đạo", not "dự và chỉ đạo".
func (x *Extractor) speech(t *scan.Text, h scan.Hit) bool {
	for i := h.First; i+1 < h.Last; i++ {
		if t.Fold(i) == "phát" && t.Fold(i+1) == "biểu" || t.Fold(i) == "nói" && t.Fold(i+1) == "chuyện" {
			return true
		}
	}
	return false
}

// choose picks the roles that the verbs of a sentence give to one person: the
// strongest, and beside it another act that a verb of its own names. Verbs of
// speech after a paper or a closing speech only introduce what it says.
func choose(all []cue) []cue {
	best := cue{}
	for _, q := range all {
		if q.strength > best.strength {
			best = q
		}
	}
	if best.strength == 0 {
		return nil
	}
	for _, q := range all {
		if q.role == "speaker" {
			best.directs = max(best.directs, q.directs)
		}
		best.judges = best.judges || q.judges
	}
	out := []cue{best}
	if best.attends {
		out = append(out, cue{role: "attendee", strength: 2})
	}
	if best.role == "disciplined" {
		return out
	}
	for _, q := range all {
		if q.role == best.role || q.role == out[len(out)-1].role {
			continue
		}
		switch q.role {
		case "attendee":
			if q.strength >= 2 {
				out = append(out, q)
			}
		case "chair":
			out = append(out, q)
		case "speaker":
			if best.role == "attendee" || best.role == "chair" || best.decides || q.act() {
				out = append(out, q)
			}
		case "presenter", "concluding_speaker":
			if q.strength >= 5 {
				out = append(out, q)
			}
		}
	}
	return out
}

// negated reports whether a verb is denied ("chưa đến mức phải kỷ luật"), done to the
// person instead ("được trao Huân chương") or a noun ("đạt yêu cầu", "về điều hành").
func (x *Extractor) negated(t *scan.Text, s scan.Sentence, h scan.Hit, role string) bool {
	if role == "disciplined" {
		return t.Has(x.not, max(s.First, h.First-8), h.First)
	}
	if h.First > s.First && !t.Tokens[h.First-1].Upper { // "Đạt", "Cách" end names
		switch t.Fold(h.First - 1) {
		case "được", "bị", "chưa", "không", "đạt", "về", "việc", "cách":
			return true
		case "để":
			return t.Is(h.First-2, '(') // "Phó Bí thư Tỉnh ủy (để báo cáo)"
		case "bản", "các", "những", "nhiều", "trong", "nghe": // "bổ sung trong báo cáo", "kịch bản điều hành"
			return role == "presenter" || role == "chair" && t.Fold(h.First-1) == "bản"
		case "báo", "bố", "số", "ký": // "ký thông báo kết luận"
			return role == "concluding_speaker" && h.Last-h.First == 2
		}
	}
	return false
}

// compound reports whether a hit is only part of a longer word: the "bầu" of
// "bầu cử", the "dự" of "dự thảo".
func (x *Extractor) compound(t *scan.Text, h scan.Hit) bool {
	for _, c := range t.HitsIn(x.compounds, max(0, h.First-4), h.Last+4) {
		if c.First < h.First && c.Last > h.First || c.First == h.First && c.Last > h.Last || c.First == h.Last-1 && c.First > h.First && c.Last > h.Last && t.Fold(c.First) == "dự" {
			return true // also "đại biểu dự" of "đại biểu dự khuyết"
		}
	}
	return false
}
