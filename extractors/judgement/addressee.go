package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// another reports whether a clause has a subject of its own before its "phải" or
// "cần", so that it asks nobody named before: "…; báo cáo chính trị phải ngắn gọn".
func (x *Task) another(t *scan.Text, cl discourse.Clause) bool {
	if w := word(t, afterLabel(t, cl)); w == "ai" || w != "không" && (word(t, afterLabel(t, cl)+1) == "nào" || word(t, afterLabel(t, cl)+2) == "nào") {
		return true // "…; nơi nào vướng thì báo cáo ngay"
	}
	if cl.Demand < 0 {
		_, meets := t.At(x.c.meeting, afterLabel(t, cl))
		return meets // "…; đại hội cấp cơ sở xong trước ngày 30/6"
	}
	if cl.Demand < afterLabel(t, cl)+2 {
		return false
	}
	switch word(t, afterLabel(t, cl)) {
	case "chậm", "trước", "muộn", "trong", "đến", "ngay":
		if cl.Demand-afterLabel(t, cl) <= longestName {
			return false // "chậm nhất tháng 10 phải …" has a time before it and no subject
		}
	}
	w := word(t, cl.Demand)
	return w == "phải" || w == "cần"
}

// addressee returns the tokens of who is asked: directly before the word that
// demands, or behind it ("đề nghị các đảng bộ …").
func (x *Task) addressee(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	if first, _, ok := inCharge(t, cl); ok && prescribes(t) && cl.Demand < 0 {
		last = personAt(t, first, cl.Last)
		for first++; first < last && !t.Tokens[first].Upper; first++ { // behind "Đồng chí", whose first letter may be a capital
		}
		return first, last, first < last
	}
	if first, last, ok := x.addressed(t, cl); ok {
		return first, last, true
	}
	if who, colon := charged(t, cl); colon > 0 {
		return afterLabel(t, cl), who, true
	}
	if cl.Demand < 0 {
		if aheadLabel(t, cl) > cl.First {
			return 0, 0, false
		}
		return x.subject(t, cl)
	}
	if first, last, ok := x.begins(t, cl); ok {
		return first, last, true
	}
	if first, ok := whichever(t, cl); ok {
		return first, cl.Demand, true
	}
	if word(t, cl.Demand-1) == "được" && cl.Demand > cl.First+1 {
		cl.Demand-- // "các chi bộ được yêu cầu nộp …": who is asked stands before
	}
	before := t.HitsIn(x.addressees, max(cl.First, cl.Demand-16), cl.Demand)
	if first, last, ok := x.spokenTo(t, cl, before); ok {
		return first, last, true
	}
	w := word(t, cl.Demand)
	asks := w == "đề" || w == "iêu" || w == "yêu" || w == "giao" || w == "kiến" || w == "lưu" || w == "nhắc" || w == "mong" || w == "gợi" || w == "khuyến" || w == "đồng" || w == "căn" || w == "dặn" || w == "chỉ" || w == "phát"
	if asks { // who is asked stands behind: đề nghị, yêu cầu, giao, kiến nghị
		before = nil
	}
	if n := len(before); n > 0 && owner(t, before[n-1].First) {
		return 0, 0, false // "báo cáo kiểm điểm của cấp ủy phải …" asks nobody
	}
	if n := len(before); n > 0 && x.qualified(t, before[0], cl) {
		return x.counted(t, before[0].First, cl.First), cl.Demand, true
	}
	if n := len(before); n > 0 && cl.Demand-x.named(t, before[n-1].Last, cl.Demand) <= 3 {
		first, last = before[n-1].First, x.named(t, before[n-1].Last, cl.Demand)
		if word(t, last) == "sau" && last+1 == cl.Demand {
			last++ // "các đảng bộ sau không được …"
		}
		for i := n - 2; i >= 0 && first-before[i].Last <= 1 && word(t, first) != "mỗi" && word(t, first) != "từng"; i-- { // "các địa phương, đơn vị"
			first = before[i].First
		}
		return x.counted(t, first, cl.First), last, true
	}
	if n := len(before); n > 0 && cl.Demand-before[0].First <= 2*longestName+4 && before[0].First <= afterLabel(t, cl)+1 {
		if last = x.named(t, before[0].Last, cl.Demand); inWhich(t, last, cl.Demand) {
			return x.counted(t, before[0].First, cl.First), last, true // "Các chi bộ chưa họp trong khâu chuẩn bị cần …"
		}
	}
	if !asks {
		if first = adverbial(t, discourse.Clause{First: afterLabel(t, cl), Last: cl.Last, Sentence: cl.Sentence}); unitsNamed(t, first, cl.Demand) == cl.Demand && first < cl.Demand {
			return first, cl.Demand, true // "trong tháng 10, xã Mỹ Lộc và xã Bình An phải …"
		}
	}
	if asks || w == "phân" {
		if first, last, ok := comrade(t, cl); ok {
			return first, last, true
		}
		if first, last, ok := x.someUnits(t, cl); ok {
			return first, last, true
		}
		if first := behindAsking(t, cl); asks {
			if last := x.titled(t, first, cl.Last); last > first+1 && !x.starts(t, first) {
				return first, last, true // "yêu cầu Trường Chính trị A hoàn tất …"
			}
			if last := unitsAlone(t, first, cl.Last); last > first+1 && !x.starts(t, first) && !organised[word(t, first)] {
				return first, last, true // "yêu cầu Yên Bình giải quyết xong …"
			}
		}
		if first := behindAsking(t, cl); asks && t.Is(first, ':') {
			if i := adverbial(t, discourse.Clause{First: first + 1, Last: cl.Last, Sentence: cl.Sentence}); i > first+1 { // "yêu cầu: trong tháng 7, Công ty A …"
				first = i - 1
			}
			if last := unitsAlone(t, first+1, cl.Last); last > first+1 {
				return first + 1, last, true
			}
			if last := x.titled(t, first+1, cl.Last); last > first+1 {
				return first + 1, last, true
			}
		}
		if first := behindAsking(t, cl); asks {
			if last := unitsNamed(t, first, cl.Last); last > first && (sets(t, last, cl.Last) || word(t, last) == "phải") {
				return first, last, true
			}
		}
	}
	if !asks {
		if first, last, ok := x.phrase(t, cl); ok {
			return first, last, true
		}
	}
	if first, last, ok := bareUnit(t, cl, asks); ok {
		return first, last, true
	}
	from := x.behindTime(t, cl)
	after := t.HitsIn(x.addressees, from, min(from+12, cl.Last))
	if !asks || len(after) == 0 || after[0].First > from+5 { // "Kiện toàn Ban Thường vụ" asks nobody
		if h, ok := t.At(x.c.meeting, cl.Demand+2); ok && asks && asked[word(t, h.Last)+" "+word(t, h.Last+1)] {
			return h.First, h.Last, true // "đề nghị đại hội thảo luận …"
		}
		return 0, 0, false
	}
	return x.counted(t, after[0].First, cl.Demand), x.toAsked(t, x.list(t, after[0], cl), cl.Last), true
}

// whichever returns the start of "nơi nào bầu thiếu" before a "phải": all are asked of whom
// that holds.
func whichever(t *scan.Text, cl discourse.Clause) (first int32, ok bool) {
	if w := word(t, cl.Demand); w != "phải" && w != "cần" {
		return 0, false
	}
	first = afterLabel(t, cl)
	if cl.Demand-first > 2*longestName || word(t, first+1) != "nào" && word(t, first+2) != "nào" {
		return 0, false
	}
	switch word(t, first) {
	case "nơi", "chi", "đảng", "đơn", "xã", "huyện", "phường", "cơ", "tổ":
		return first, cl.Demand > first+3
	}
	return 0, false
}

// comrade returns the person named behind the word that hands out work: "Giao đồng chí
// Lan chuẩn bị phiếu bầu", "phân công: đồng chí Trần Văn Minh phụ trách …".
func comrade(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	first = cl.Demand + 1
	if word(t, cl.Demand) != "giao" {
		first++
	}
	if t.Is(first, ':') {
		first++
	}
	if last = personAt(t, first, cl.Last); last == 0 {
		return 0, 0, false
	}
	named := t.Is(last, ',') || t.Is(last, '(') || word(t, last) == "phụ" || sets(t, last, cl.Last) // not "đồng chí Bí thư"
	return first, last, named
}

// someUnits returns the units that are counted behind the word that asks: "nhắc 3 xã nộp
// muộn văn kiện phải hoàn tất …".
func (x *Task) someUnits(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	if first = cl.Demand + 1; int(first)+1 >= len(t.Tokens) {
		return 0, 0, false
	}
	if !digit(word(t, first)) && t.Tokens[first].Kind != scan.Number {
		first++
	}
	if !digit(word(t, first)) && t.Tokens[first].Kind != scan.Number {
		return 0, 0, false
	}
	switch word(t, first+1) {
	case "xã", "phường", "huyện", "quận", "trường", "thôn", "bản", "nơi", "ngành":
	default:
		return 0, 0, false
	}
	last = x.named(t, first+2, cl.Last)
	if i := mustBehind(t, last, cl.Last); i > last {
		return first, i, true
	}
	return first, x.toAsked(t, x.toVerb(t, last, cl.Last), cl.Last), true
}

// behindAsking returns the token behind the word that asks, which has one syllable or two.
func behindAsking(t *scan.Text, cl discourse.Clause) int32 {
	if w := word(t, cl.Demand); w == "giao" || w == "nhắc" || w == "mong" {
		return cl.Demand + 1
	}
	return cl.Demand + 2
}

// unitsNamed returns the end of the districts and communes that are named from a token on,
// "xã Đăk Pxi và thị trấn Đăk Hà", the token itself where none is.
func unitsNamed(t *scan.Text, first, end int32) int32 {
	last := first
	for i := first; i < end; {
		switch word(t, i) {
		case "xã", "phường", "huyện", "quận":
			i++
		case "thị", "thành", "đặc":
			if w := word(t, i+1); w != "trấn" && w != "xã" && w != "phố" && w != "khu" {
				return last
			}
			i += 2
		default:
			return last
		}
		name := i
		for i < end && t.Tokens[i].Kind == scan.Word && t.Tokens[i].Upper {
			i++
		}
		if i == name {
			return last
		}
		last = i
		if !t.Is(i, ',') && word(t, i) != "và" {
			return last
		}
		i++
	}
	return last
}

// mustBehind returns the "phải" that stands behind what tells which units are asked, 0 for
// none.
func mustBehind(t *scan.Text, i, end int32) int32 {
	for last := min(i+longestName, end); i < last && t.Tokens[i].Kind == scan.Word; i++ {
		if word(t, i) == "phải" {
			return i
		}
	}
	return 0
}

// personAt returns the token behind the name of somebody who is called comrade, Mr or Mrs
// at a token; 0 for none.
func personAt(t *scan.Text, i, end int32) int32 {
	switch word(t, i) {
	case "đồng":
		i += 2
	case "đ": // "đ/c Hường"
		if !t.Is(i+1, '/') {
			return 0
		}
		i += 3
	case "ông", "bà", "anh", "chị":
		i++
	default:
		return 0
	}
	last := i
	for last < end && t.Tokens[last].Kind == scan.Word && t.Tokens[last].Upper {
		last++
	}
	if last == i {
		return 0
	}
	return last
}

// behindTime returns the token behind the time that stands between the word that
// demands and who is asked, "đề nghị sau đại hội, Đảng ủy xã …", else that word.
func (x *Task) behindTime(t *scan.Text, cl discourse.Clause) int32 {
	switch word(t, cl.Demand+2) {
	case "sau", "ngay", "trong", "trước", "từ", "thời":
		for i := cl.Demand + 3; i < min(cl.Demand+12, cl.Last); i++ {
			if t.Is(i, ',') {
				return i + 1
			}
		}
	}
	return cl.Demand
}

// begins returns who begins a clause and is set to work by the verb behind him, before
// a comma and the word that demands: nobody named later is asked, as in "Các đảng ủy
// chủ động tạo nguồn, đề xuất Ban Thường vụ …".
func (x *Task) begins(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	first, last, ok = x.subject(t, cl)
	if !ok || last >= cl.Demand || !urges[word(t, last)+" "+word(t, last+1)] {
		return 0, 0, false
	}
	for i := last; i < cl.Demand; i++ {
		if t.Is(i, ',') {
			return first, last, true
		}
	}
	return 0, 0, false
}

// qualified reports whether a word of who is asked begins the clause and is
// qualified up to the word that demands: "Các đảng bộ còn thiếu phó bí thư phải …".
func (x *Task) qualified(t *scan.Text, h scan.Hit, cl discourse.Clause) bool {
	if h.First > max(afterLabel(t, cl), adverbial(t, cl))+1 || cl.Demand-h.First > 2*longestName {
		return false
	}
	for i := h.Last; i < cl.Demand; i++ {
		if t.Tokens[i].Kind != scan.Word {
			return false
		}
	}
	return qualifies[word(t, x.named(t, h.Last, cl.Demand))]
}

// qualifies are words that begin to tell which of a kind are meant: "các chi bộ chưa đại
// hội".
var qualifies = map[string]bool{"còn": true, "chưa": true, "thuộc": true, "nơi": true, "đang": true, "đã": true, "bầu": true, "có": true, "thiếu": true, "khuyết": true, "không": true, "phục": true, "đại": true, "được": true, "trúng": true, "sắp": true, "đi": true, "bị": true}

// owner reports whether what begins at a token only tells whose something is.
func owner(t *scan.Text, i int32) bool {
	switch word(t, i-1) {
	case "của", "trong":
		return true
	case "các", "một", "mỗi", "những":
		return word(t, i-2) == "của"
	case "công":
		return word(t, i-2) == "phân" // "việc phân công cấp ủy viên phụ trách cơ sở phải xong"
	}
	return false
}

// addressed returns who is asked before a colon, "Đối với Tỉnh ủy: …", or before the comma
// of a demand: "Với 6 chi bộ chưa đại hội, Đảng ủy yêu cầu …", "Riêng Đảng bộ A, … phải …".
func (x *Task) addressed(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	i := afterLabel(t, cl)
	switch word(t, i) {
	case "với":
		i++
	case "riêng":
		i++
		if word(t, i) == "với" || word(t, i) == "đối" {
			i++
		}
		if word(t, i) == "với" {
			i++
		}
	case "đối":
		i += 2
	default:
		return 0, 0, false
	}
	h, ok := t.At(x.addressees, i)
	if !ok && (word(t, i) == "các" || word(t, i) == "những" || i < cl.Last && t.Tokens[i].Kind == scan.Number || digit(word(t, i))) {
		h, ok = t.At(x.addressees, i+1)
	}
	if !ok {
		return 0, 0, false
	}
	last = x.list(t, h, cl)
	if qualifies[word(t, last)] {
		for last < min(cl.Last-1, h.Last+2*longestName) && t.Tokens[last].Kind == scan.Word {
			last++
		}
	}
	for i := last; i < min(last+longestName, cl.Last) && (t.Tokens[i].Kind == scan.Word || t.Is(i, ',')); i++ {
		if t.Is(i, ',') { // "Riêng Đảng bộ Bệnh viện Đa khoa, …"
			last = i
			break
		}
	}
	if !t.Is(last, ':') && !(t.Is(last, ',') && cl.Demand < 0 && decides(t) && sets(t, last+1, cl.Last)) && !(t.Is(last, ',') && cl.Demand > last && (cl.Demand <= last+2 || cl.Demand <= last+2*longestName && !t.Has(x.addressees, cl.Demand, cl.Last))) {
		return 0, 0, false
	}
	return i, last, true
}

// heads reports whether a sentence is a heading or a lead, and returns whom it names for
// what follows: "2. Đối với các huyện ủy, thành ủy".
func (x *Task) heads(t *scan.Text, cl discourse.Clause) (whom string, ok bool) {
	s := t.Sentences[cl.Sentence]
	lead := t.Is(s.Last-1, ':')
	if !lead && !titleLine(t, cl) {
		return "", false
	}
	i := afterLabel(t, cl)
	switch word(t, i) {
	case "đối":
		i += 2
	case "với":
		i++
	default:
		return x.leads(t, s, lead), true
	}
	h, found := t.At(x.addressees, i)
	if !found && word(t, i) == "các" {
		h, found = t.At(x.addressees, i+1)
	}
	if !found {
		return "", true
	}
	last := s.Last
	for last > i && t.Tokens[last-1].Kind == scan.Punct {
		last--
	}
	if x.list(t, h, cl) > last {
		return "", true
	}
	return t.String(i, last), true
}

// leads returns whom a lead hands the list below it to: "Giao Ban Chấp hành khóa XI:", "Đề
// nghị các huyện ủy, thành ủy:", "Các chi bộ:".
func (x *Task) leads(t *scan.Text, s scan.Sentence, lead bool) string {
	if !lead {
		return ""
	}
	end := s.Last - 1
	for _, h := range t.HitsIn(x.addressees, s.First, end) {
		first := x.counted(t, h.First, s.First)
		if x.list(t, h, discourse.Clause{First: s.First, Last: end}) != end {
			continue
		}
		switch word(t, first-1) {
		case "giao", "nghị", "cầu", "nhở", "ý", "công":
			return t.String(first, end)
		}
		return ""
	}
	return ""
}

// titleLine reports whether a clause is a heading or a numbered line of its own that ends
// no sentence.
func titleLine(t *scan.Text, cl discourse.Clause) bool {
	s := t.Sentences[cl.Sentence]
	first, last := t.Block(s.Block)
	if first != s.First || last != s.Last || s.Last-s.First > 2*longestName+6 {
		return false
	}
	marked := t.Tokens[s.First].Kind == scan.Number || t.Tokens[s.First].AllUpper || s.First+1 < s.Last && t.Is(s.First+1, ')')
	return cl.Heading || marked && !t.Is(s.Last-1, '.') && !t.Is(s.Last-1, ';') && !t.Is(s.Last-1, ',')
}

// digit tells the number words from two to ten.
func digit(w string) bool {
	switch w {
	case "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười":
		return true
	}
	return false
}

// phrase returns the words between the start of a clause and the word that
// demands, when they are a name: "Chi bộ Trường THCS Minh Đài cần …".
func (x *Task) phrase(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	first, last = afterLabel(t, cl), cl.Demand
	if last-first < 2 || last-first > 12 || !t.Tokens[first].Upper {
		return 0, 0, false
	}
	capitals := 0
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind != scan.Word && t.Tokens[i].Kind != scan.Number {
			return 0, 0, false
		}
		if t.Tokens[i].Upper && i > first {
			capitals++
		}
	}
	if organised[word(t, first)] {
		return first, last, capitals > 0
	}
	return 0, 0, false
}

// subject returns the addressee that begins a clause.
func (x *Task) subject(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	first = behindAdverbial(t, cl)
	if i := x.counts(t, cl); i > cl.First {
		first = i
	}
	if prescribes(t) || decides(t) || workLabel(t, first, cl.Last) {
		first = x.behindTopic(t, cl, first)
	}
	if word(t, first) == "tập" && word(t, first+1) == "thể" && first+2 < cl.Last {
		if h, ok := t.At(x.addressees, first+2); ok {
			return first, x.toAsked(t, x.list(t, h, cl), cl.Last), true
		}
	}
	h, ok := t.At(x.addressees, first)
	if !ok && first+1 < cl.Last && (t.Fold(first) == "các" || cl.Part == discourse.Tasks && numeral(t, first)) {
		h, ok = t.At(x.addressees, first+1)
	}
	if ok && word(t, h.Last) == "nào" {
		return 0, 0, false // "đảng ủy nào thấy khó thì xin ý kiến"
	}
	if last := member(t, cl); last > 0 && t.Identity.Type == "minutes" {
		return afterLabel(t, cl), last, true
	}
	if !ok && (prescribes(t) || decides(t) || cl.Part == discourse.Tasks || cl.Goes || !x.deadline(t, cl).IsZero()) {
		if last = unitsNamed(t, first, cl.Last); last > first {
			if behind := behindBracket(t, last, cl.Last); sets(t, behind, cl.Last) {
				return first, last, true
			}
		}
	}
	if !ok && prescribes(t) {
		for _, g := range t.HitsIn(x.addressees, first, cl.Last) {
			if word(t, g.First-1) == "mắc" || word(t, g.First-2) == "mắc" {
				return g.First, g.Last, true // "có gì vướng mắc các đơn vị phản ánh về Ban"
			}
		}
	}
	if !ok && cl.Part == discourse.Tasks && first+1 < cl.Last && t.Tokens[first+1].Upper && !organised[word(t, first)] {
		if last = unitsAlone(t, first, cl.Last); last > first+1 {
			return first, last, true // "Việc cần làm: Yên Bình bầu bổ sung …"
		}
	}
	if !ok {
		last = x.titled(t, first, cl.Last)
		return first, last, last > first
	}
	last = x.list(t, h, cl)
	if i := toColon(t, last, cl.Last); i > last && sets(t, i+1, cl.Last) {
		return first, i, true
	}
	return first, x.toAsked(t, last, cl.Last), true
}

// workLabel reports whether a clause begins with a label that hands out work: "Nhiệm vụ: …",
// "Phương hướng: …".
func workLabel(t *scan.Text, first, last int32) bool {
	for i := first; i < min(first+5, last-2); i++ {
		if !t.Is(i, ':') {
			continue
		}
		switch word(t, first) + " " + word(t, first+1) {
		case "nhiệm vụ", "phương hướng", "kiến nghị", "đề nghị", "việc cần", "việc phải", "công việc", "giải pháp":
			return true
		}
		return false
	}
	return false
}

// charged returns the end of who begins a clause and the colon behind what he is set up for,
// "Tổ công tác có nhiệm vụ: …", 0 for none.
func charged(t *scan.Text, cl discourse.Clause) (who, colon int32) {
	first := afterLabel(t, cl)
	for i := first + 1; i < min(first+2*longestName, cl.Last-3); i++ {
		if t.Tokens[i].Kind != scan.Word {
			return 0, 0
		}
		if word(t, i) != "có" || word(t, i+1) != "nhiệm" && word(t, i+1) != "các" && word(t, i+1) != "trách" {
			continue
		}
		for j := i + 2; j < min(i+8, cl.Last-1); j++ {
			if t.Is(j, ':') {
				return i, j
			}
		}
		return 0, 0
	}
	return 0, 0
}

// inWhich reports whether between an addressee and the word that asks only stands when or in
// what he is to do it: "trong tổ chức đại hội".
func inWhich(t *scan.Text, i, end int32) bool {
	switch word(t, i) {
	case "trong", "khi", "trước", "sau":
	default:
		return false
	}
	for ; i < end; i++ {
		if t.Tokens[i].Kind != scan.Word {
			return false
		}
	}
	return true
}

// toColon returns the colon behind what tells which of a kind are asked, "Các xã thiếu cấp ủy:
// …", the token given where none stands near.
func toColon(t *scan.Text, last, end int32) int32 {
	if !qualifies[word(t, last)] {
		return last
	}
	for i := last; i < min(last+2*longestName, end-1); i++ {
		if t.Is(i, ':') {
			return i
		}
		if t.Tokens[i].Kind != scan.Word {
			break
		}
	}
	return last
}

// behindBracket returns the token behind a bracket that opens at a token, that token where
// none does.
func behindBracket(t *scan.Text, i, end int32) int32 {
	if !t.Is(i, '(') {
		return i
	}
	for ; i < end; i++ {
		if t.Is(i, ')') {
			return i + 1
		}
	}
	return end
}

// toAsked takes what qualifies an addressee up to the verb that says what is asked into
// him: "Các đơn vị chưa đại hội khẩn trương …", "các đảng bộ còn thiếu ủy viên sớm …".
func (x *Task) toAsked(t *scan.Text, last, end int32) int32 {
	if word(t, last) == "không" && forbids(word(t, last+1)) {
		return last // "Đoàn chủ tịch không tự ý cho dừng bầu"
	}
	if !qualifies[word(t, last)] || word(t, last) == "có" && plans[word(t, last+1)+" "+word(t, last+2)] {
		return last
	}
	for i := last + 2; i < min(last+14, end) && (t.Tokens[i].Kind == scan.Word || t.Is(i, ',') || t.Is(i, '(')); i++ {
		if t.Is(i, '(') { // "Các đảng bộ chưa đại hội (còn 9 đơn vị) rút kinh nghiệm …"
			for i < end-1 && !t.Is(i, ')') {
				i++
			}
			continue
		}
		switch word(t, i) {
		case "bầu", "có", "không", "cho", "nhận", "dự", "in":
			continue // such verbs only qualify
		case "cử":
			if stands(word(t, i-1)) {
				continue
			}
		}
		if w := word(t, i-1); (w == "nộp" || w == "gửi" || w == "có") && word(t, i) == "báo" {
			continue // "Các đơn vị chưa nộp báo cáo khẩn trương …"
		}
		switch pair := word(t, i) + " " + word(t, i+1); pair {
		case "quy định", "qui định", "chấp hành", "kiểm tra", "tổ chức": // they are nouns here: "so với quy định", "Ban Chấp hành"
		default:
			if (asked[pair] || asked[word(t, i)] || urges[pair]) && !t.Is(i-1, ',') {
				return i
			}
		}
	}
	return last
}

// forbids tells words behind a "không" that forbid something and do not tell who is meant.
func forbids(w string) bool {
	switch w {
	case "tự", "được", "để", "làm", "áp", "uỷ", "ủy", "can", "bao", "đưa", "nên":
		return true
	}
	return false
}

// beforeTime returns the end of an addressee before the time that stands behind him:
// "Huyện ủy | ngay trong quý III".
func beforeTime(t *scan.Text, first, last int32) int32 {
	for i := first + 1; i < last-1; i++ {
		if t.Is(i, '(') {
			return i
		}
		switch word(t, i) {
		case "nên", "thì":
			return i
		case "cùng":
			if word(t, i+1) != "cấp" {
				return i
			}
		case "trước":
			if word(t, i+1) == "hết" || word(t, i+1) == "mắt" {
				return i
			}
		case "ngay":
			if word(t, i+1) == "trong" {
				return i
			}
		case "theo": // "theo chức năng, nhiệm vụ"
			switch word(t, i+1) {
			case "chức", "thẩm", "nhiệm", "phân":
				return i
			}
		case "trong":
			switch word(t, i+1) {
			case "quí", "quý", "tháng", "năm", "tuần", "thời":
				return i
			}
		}
	}
	if last-first > 2 && word(t, last-1) == "phải" {
		last--
	}
	return last
}

// plans are what somebody is asked to have: "Ban Tổ chức có văn bản hướng dẫn".
var plans = map[string]bool{"văn bản": true, "kế hoạch": true, "phương án": true, "hướng dẫn": true, "giải pháp": true, "biện pháp": true, "trách nhiệm": true, "lịch cụ": true, "báo cáo": true}

// urges are verbs that set their subject to work.
var urges = map[string]bool{"khẩn trương": true, "tập trung": true, "tiếp tục": true, "chủ động": true, "nghiêm túc": true, "sớm hoàn": true, "phải chuẩn": true}

// afterLabel returns the first word of a clause behind its number: "a)", "1.",
// "2.1-", "-", "Điều 2.".
func afterLabel(t *scan.Text, cl discourse.Clause) int32 {
	i := cl.First
	for i < cl.Last {
		switch {
		case t.Tokens[i].Kind != scan.Word:
			i++
		case i+2 < cl.Last && t.Tokens[i+1].Kind == scan.Number && word(t, i) == "điều" && (t.Is(i+2, '.') || t.Is(i+2, ':')):
			i += 3 // an article of a decision
		case i+1 < cl.Last && t.Tokens[i].End-t.Tokens[i].Start <= 2 && (t.Is(i+1, ')') || t.Is(i+1, '.')):
			i += 2
		default:
			return i
		}
	}
	return i
}

// counts returns the token behind what numbers the demands of a speech: "Một là,",
// "Thứ hai,".
func (x *Task) counts(t *scan.Text, cl discourse.Clause) int32 {
	i := afterLabel(t, cl)
	if i+1 < cl.Last && t.Is(i+1, ',') {
		switch word(t, i) {
		case "một", "hai", "ba", "bốn", "năm", "sáu", "bảy":
			return i + 2 // "Một, Văn phòng chuẩn bị …"
		}
	}
	if i+3 < cl.Last && t.Is(i+2, ',') && inOrder[word(t, i)+" "+word(t, i+1)] {
		return i + 3 // "Trước hết, cụ thể hóa …"
	}
	if i+2 < cl.Last && (word(t, i+1) == "là" || word(t, i) == "thứ") && t.Is(i+2, ',') {
		switch word(t, i) {
		case "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "thứ":
			return i + 3
		}
	}
	return cl.First
}

// inOrder are words that put the points of a speech in order, folded.
var inOrder = map[string]bool{"trước hết": true, "trước tiên": true, "tiếp đó": true, "tiếp theo": true, "tiếp đến": true, "kế đến": true, "sau đó": true, "sau cùng": true, "cuối cùng": true, "ngoài ra": true, "đồng thời": true}
