package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// listedPosts elects those who are listed after their post: "Các phó chủ tịch
// gồm: ông A, B", "hai Phó Bí thư là các ông A và B", where the text tells of
// an election.
func (x *Extractor) listedPosts(t *scan.Text, s scan.Sentence, ms []mention, out []act, told bool, st *story) {
	how := st.how
	for _, h := range x.listMarks(t, s) {
		i := 0
		for i < len(ms) && ms[i].from < h.Last {
			i++
		}
		if i == len(ms) || ms[i].from-h.Last > 3 {
			continue
		}
		from := max(s.First, x.beforeBracket(t, s, h.First)-reachOfMark(t, h))
		if i > 0 {
			from = max(from, ms[i-1].to)
		}
		from = x.clauseStart(t, from, h.First)
		if (told || st.ever && !st.breach) && x.core(t, s, ms, i, from, h.First) {
			x.eachKey(t, ms, out, i, how)
			continue
		}
		told = told || newPost(t, from, h) || succeeds(t, from, h.First) || ofTerm(t, from, h.First)
		after := st.once && !st.breach && !told && t.Fold(h.First) != "có" && x.tellsCongress(t) && !longBefore(t, s, h.First)
		if !told && !after && !alternate(t, from, h.First) {
			continue
		}
		from = x.nearestPost(t, from, h.First, i)
		post, to := x.postBetween(t, from, h.First, ms)
		if to == "" && t.Is(h.First, ':') && from > s.First && t.Is(from-1, ':') && h.First-from <= 3 && t.Tokens[from].Kind == scan.Number {
			post, to = x.postBetween(t, x.clauseStart(t, max(s.First, from-1-near), from-1), from-1, ms) // "Ban Thường vụ: 7 đồng chí: A, B"
		}
		if t.Is(h.First, ':') && h.First > s.First && t.Word(h.First-1) == "CN" && x.inspects(t, h.First) {
			post, to = scan.Hit{First: h.First - 1, Last: h.First}, "inspection_head" // "UBKT 5, CN: đ/c A"
		}
		if after && (height[to] < height["inspection_head"] || !x.ofDocument(t, post) || x.ofCell(t, post) && t.Identity.Level != "cell" || !x.untold(t, s, ms, i)) {
			continue
		}
		if w := wordBefore(t, post.First); post.Last > post.First && (w == "nguyên" || w == "cựu") {
			continue // "Nguyên Bí thư Huyện ủy là ông A"
		}
		if succeeds(t, from, h.First) {
			if post, to = x.successor(t, h); to == "" {
				post, to = scan.Hit{}, st.vacant
			}
		}
		if to == "" && alternate(t, from, h.First) && (i > 0 && out[i-1].to == "delegate" || i == 0 && st.to == "delegate") {
			post, to = scan.Hit{}, "delegate" // "; dự khuyết: đồng chí B"
		}
		if to == "other" && t.Fold(post.First) == "trưởng" && t.Fold(post.First+1) == "đoàn" {
			if _, of := x.bodyNear(t, s.First); of == "delegate" {
				to = "delegate" // "Trưởng đoàn là đồng chí A"
			}
		}
		if to == "other" && t.Fold(h.First) == "có" || !told && !after && to != "delegate" {
			continue // "Cùng bà trong Thường trực Đảng ủy còn có ông A"
		}
		if after && wordBefore(t, h.First) == "nhất" {
			continue // "Bí thư trẻ nhất: chị A"
		}
		if to == "" || x.nominated(t, s.First, from, h.First) || x.leftBehind(t, from, h.First) || ofAge(t, from, h.First) || candidates(t, from, h.First) {
			continue
		}
		if told && longBefore(t, scan.Sentence{First: from, Last: s.Last}, h.First) && !newPost(t, from, h) {
			continue // "Bí thư khóa trước là ông A"
		}
		if x.acting(t, post, h.First) {
			continue // "Ban Thường vụ phân công nhiệm vụ như sau: …"
		}
		if x.attended(t, s.First, h.First) {
			continue // "Cùng dự có các đồng chí Ủy viên Ban Thường vụ: A, B"
		}
		for _, v := range t.HitsIn(x.verbs, s.First, h.First) {
			if !x.compound(t, v) {
				how = v.Value
			}
		}
		for k := i; k < len(ms) && (k == i || x.joined(t, ms[k-1].to, ms[k].from) || numbered(t, ms[k].from)); k++ {
			if k > i && out[k].role == "elected" && numbered(t, ms[k].from) {
				continue // "2) Đồng chí B, giữ chức Phó Bí thư"
			}
			if k > i && t.Has(x.titles, ms[k-1].to, ms[k].from-1) && (t.Fold(ms[k].from-1) == "là" || t.Is(ms[k].from-1, ':')) {
				break // ", các Phó Bí thư là B và C"
			}
			if k > i && out[k].role == "elected" && t.Is(ms[k].from-1, ';') {
				break // "Phó Bí thư là ông A; bà B giữ chức Chủ nhiệm"
			}
			if x.leaves(t, &ms[k]) || x.says(t, &ms[k]) {
				continue
			}
			if own, ownTo := x.newPost(t, &ms[k], to, false, x.ofCell(t, post)); ownTo != "" {
				x.elect(&out[k], how, own, ownTo)
			}
			if y := &out[k]; y.role == "elected" && i > 0 && height[to] >= height["inspection_head"] && x.titleEnd(t, post, h.First) >= h.First-2 && y.post.Last <= from && y.post.First >= s.First && ms[i-1].from < y.post.First {
				y.role = "" // "ông A được bầu làm Bí thư, Phó Bí thư là bà B": the first is another's
			}
			x.elect(&out[k], how, post, to)
		}
	}
}

// nearestPost returns where the words of a list begin behind somebody who got another post in
// the same sentence: ", hai Phó Bí thư mới là" of "ông A vẫn làm Bí thư, hai Phó Bí thư
// mới là ông B và ông C".
func (x *Extractor) nearestPost(t *scan.Text, from, mark int32, people int) int32 {
	if people == 0 {
		return from
	}
	for i := mark - 1; i > from; i-- {
		if !t.Is(i, ',') {
			continue
		}
		hits := t.HitsIn(x.titles, i, mark)
		if len(hits) > 0 && hits[0].First-i <= 3 && height[x.codeAt(t, hits[0])] >= height["inspection_head"] && t.Has(x.titles, from, i) {
			return i + 1
		}
	}
	return from
}

// succeeds reports whether a range of tokens names whoever follows somebody in a post: "người
// kế nhiệm", "Người thay ông".
func succeeds(t *scan.Text, from, end int32) bool {
	for i := max(from, end-5); i+1 < end; i++ {
		if t.Fold(i) == "người" {
			switch t.Fold(i + 1) {
			case "thay", "kế":
				return true
			}
		}
	}
	return false
}

// reachOfMark is how far before a mark the post of its list may begin: a colon may stand
// behind how many there are and a word for them.
func reachOfMark(t *scan.Text, h scan.Hit) int32 {
	if t.Is(h.First, ':') {
		return far
	}
	return 14
}

// beforeBracket returns where a bracket begins that ends directly before a token, the token
// itself for none: "Đại biểu dự Đại hội cấp trên (5 đ/c chính thức, 1 đ/c dự khuyết): …".
func (x *Extractor) beforeBracket(t *scan.Text, s scan.Sentence, i int32) int32 {
	if i <= s.First || !t.Is(i-1, ')') {
		return i
	}
	for b := i - 2; b > s.First && b > i-far; b-- {
		if t.Is(b, '(') {
			return b
		}
	}
	return i
}

// says reports whether what somebody says follows at once, who then is only named by a
// post: "Bí thư Huyện ủy là ông A cho biết …".
func (x *Extractor) says(t *scan.Text, m *mention) bool {
	h, ok := t.At(x.cues, m.to)
	return ok && x.cueList[h.Value].role == "speaker" && x.cueList[h.Value].after && !x.compound(t, h)
}

// numbered reports whether the number of an item of a list in running text stands before a
// token: "; 4) Đồng chí C".
func numbered(t *scan.Text, i int32) bool {
	if i < 3 || !t.Is(i-1, ')') && !t.Is(i-1, '.') && !t.Is(i-1, '/') && !t.Is(i-1, '-') {
		return false
	}
	if t.Tokens[i-2].Kind != scan.Number && len(t.Word(i-2)) != 1 {
		return false
	}
	return t.Is(i-3, ';') || t.Is(i-3, ',') || t.Is(i-3, ':')
}

// alternate reports whether a range of tokens says that alternates follow: "dự khuyết 01
// đồng chí".
func alternate(t *scan.Text, from, end int32) bool {
	for i := from; i+1 < end; i++ {
		if t.Fold(i) == "dự" && t.Fold(i+1) == "khuyết" {
			return true
		}
	}
	return false
}

// acting reports whether a body is the one that gives posts, and none itself: an active
// verb follows it.
func (x *Extractor) acting(t *scan.Text, post scan.Hit, end int32) bool {
	if _, ok := t.At(x.into, post.First); !ok {
		return false
	}
	verbs := t.HitsIn(x.verbs, post.Last, end)
	return len(verbs) > 0 && verbs[0].First-post.Last <= 4 && !x.compound(t, verbs[0]) && !x.passive(t, verbs[0])
}

// nominated reports whether the words before a list, or a verb of a candidacy earlier in
// the sentence that no election follows, say that its people only stand.
func (x *Extractor) nominated(t *scan.Text, first, from, end int32) bool {
	hits := t.HitsIn(x.nominee, first, end)
	if len(hits) == 0 {
		return false
	}
	last := hits[len(hits)-1]
	return last.First >= from || x.mark(t, last.Last, end, ';') == end && !t.Has(x.verbs, last.Last, end)
}

// newPost reports whether the words before a list tell by themselves that a post was
// given: "Tân Bí thư là …", "Phó Bí thư khóa mới là …", "Chức danh Bí thư thuộc về …".
func newPost(t *scan.Text, from int32, list scan.Hit) bool {
	if t.Fold(list.First) == "thuộc" {
		return true
	}
	for i := from; i < list.First; i++ {
		switch t.Fold(i) {
		case "tân":
			return true
		case "chọn":
			return i > from && t.Fold(i-1) == "được" // "Người được chọn làm Bí thư là …"
		case "mới":
			switch t.Fold(max(0, i-1)) {
			case "khoá", "kì":
				return true
			case "thư", "nhiệm", "uỷ", "vụ", "hành", "tra": // "Phó Bí thư mới của xã là …", "Ban Thường vụ mới gồm …"
				return i > from
			}
			return false
		case "tục":
			if w := t.Fold(i + 1); i == list.First-1 || w == "giữ" || w == "làm" || w == "đảm" {
				return true // "Tiếp tục giữ trọng trách Bí thư là …"
			}
		}
	}
	return false
}

// ofTerm reports whether the words before a list name the term that the congress began:
// "Bí thư cấp huyện nhiệm kỳ 2020 - 2025 gồm: …".
func ofTerm(t *scan.Text, from, end int32) bool {
	for i := from; i+2 < end; i++ {
		if t.Fold(i) != "nhiệm" || t.Fold(i+1) != "kì" {
			continue
		}
		start, ok := grammar.ParseNumber(t.Word(i + 2))
		return ok && t.Tokens[i+2].Kind == scan.Number && int(start) == t.Identity.Start && t.Identity.Date.Year <= t.Identity.Start+1
	}
	return false
}

// attended reports whether the words before a list say that its people came.
func (x *Extractor) attended(t *scan.Text, from, end int32) bool {
	for _, h := range t.HitsIn(x.cues, from, end) {
		if q := x.cueList[h.Value]; q.role == "attendee" && q.before && !x.compound(t, h) && !x.sent(t, from, h) {
			return !t.Has(x.verbs, h.Last, end)
		}
	}
	return false
}

// sent reports whether a cue of who comes is said of delegates that are elected: "bầu 5
// đại biểu đi dự đại hội cấp trên".
func (x *Extractor) sent(t *scan.Text, from int32, cue scan.Hit) bool {
	if t.Fold(cue.First) == "đại" && alternate(t, cue.Last, t.SentenceOf(cue.First).Last) {
		return true // "Đại biểu dự Đại hội cấp trên (5 đ/c chính thức, 1 đ/c dự khuyết): …"
	}
	if cue.First < from+2 || t.Fold(cue.First-1) != "biểu" && t.Fold(cue.First-2) != "biểu" {
		return false
	}
	verbs := t.HitsIn(x.verbs, max(from, cue.First-near), cue.First)
	return len(verbs) > 0
}

// leftBehind reports whether the words before a list say that its people leave or
// do not stand: "Các Ủy viên Ban Thường vụ không tái cử:", "nghỉ hưu gồm".
func (x *Extractor) leftBehind(t *scan.Text, from, end int32) bool {
	if t.Has(x.leaving, from, end) || t.Has(x.withdrawn, from, end) {
		return true
	}
	for _, v := range t.HitsIn(x.verbs, from, end) {
		if x.refuses(t, event{Hit: v}, from) {
			return true
		}
	}
	return false
}

// ofAge reports whether people are listed for their age: "hai bí thư lớn tuổi nhất
// là …", "cùng 44 tuổi là …".
func ofAge(t *scan.Text, from, to int32) bool {
	for i := from; i < to; i++ {
		if t.Fold(i) == "tuổi" {
			return true
		}
	}
	return false
}

// listMarks returns the words and colons behind which people are listed: "gồm",
// "là", and the colon of "Bí thư: đồng chí A".
func (x *Extractor) listMarks(t *scan.Text, s scan.Sentence) []scan.Hit {
	out := slices.Clone(t.HitsIn(x.list, s.First, s.Last))
	for i := s.First; i < s.Last; i++ {
		if t.Is(i, ':') || t.Is(i, '-') && x.postAlone(t, s, i) {
			out = append(out, scan.Hit{First: i, Last: i + 1})
		}
	}
	slices.SortFunc(out, func(a, b scan.Hit) int { return int(a.First - b.First) })
	return out
}

// postAlone reports whether nothing but a title stands between the begin of a clause and
// a dash: "Bí thư - Nguyễn Văn A; Phó Bí thư - Lê Thị B".
func (x *Extractor) postAlone(t *scan.Text, s scan.Sentence, dash int32) bool {
	hits := t.HitsIn(x.titles, max(s.First, dash-near), dash)
	if len(hits) == 0 || dash+1 >= s.Last || !t.Tokens[dash+1].Upper {
		return false
	}
	return slices.ContainsFunc(hits, func(h scan.Hit) bool {
		if h.First <= s.First || !t.Is(h.First-1, ';') && !t.Is(h.First-1, ':') {
			return false
		}
		end := x.titleEnd(t, h, dash)
		for t.Is(end, ',') { // "Phó Bí thư, Chủ tịch UBND - Lê Thị B"
			next, ok := x.titleAt(t, end+1, dash)
			if !ok {
				return false
			}
			end = next.Last
		}
		return end == dash
	})
}

// highest takes the highest Party post among the titles of a person in a list that says
// each one's post, or that is the register of the new committee, of whose own unit the
// post then is: "DANH SÁCH Ban Thường vụ Huyện ủy: A, Bí thư Huyện ủy".
func (x *Extractor) highest(t *scan.Text, m *mention, in intro) (scan.Hit, string) {
	if !in.named && (!in.titles || in.to == "") {
		return scan.Hit{}, ""
	}
	at, to := -1, in.to
	for i, h := range m.titles {
		code := x.codeAt(t, h)
		if _, held := t.At(x.prefix, h.First); !held && x.higher(code, to) && code != "other" && (!in.named || x.sameUnit(t, h, in.post)) {
			at, to = i, code
		}
	}
	if at < 0 {
		return scan.Hit{}, ""
	}
	h := m.titles[at]
	m.titles = append(slices.Clone(m.titles[:at]), m.titles[at+1:]...)
	return h, to
}

// sameUnit reports whether a title names no other committee than the heading does.
func (x *Extractor) sameUnit(t *scan.Text, title, of scan.Hit) bool {
	units := t.HitsIn(x.ofUnit, title.First, title.Last)
	if len(units) == 0 {
		return true
	}
	u := units[0]
	end := t.SentenceOf(of.First).Last
	for i := of.First; i+u.Last-u.First <= end; i++ {
		if t.String(i, i+title.Last-u.First) == t.String(u.First, title.Last) {
			return true
		}
	}
	return false
}

// newPost takes a title of a person in a list of the elected for the post that
// the person got: the name of a Party post without a unit ("Chi ủy gồm: ông A
// (Bí thư), …") or in the list of a cell "Bí thư Chi bộ", else, where the list
// gives no post, the first one. A title below the post of the list is held since
// before: "bầu hai Phó Bí thư gồm: ông A, Ủy viên Ban Thường vụ, …".
func (x *Extractor) newPost(t *scan.Text, m *mention, common string, always, ofCell bool) (scan.Hit, string) {
	at, to := -1, ""
	if common == "delegate" {
		return scan.Hit{}, "" // those who are sent hold their posts
	}
	for i, h := range m.titles {
		code := x.codeAt(t, h)
		word, ok := t.At(x.titles, h.First)
		own := ok && code == common && x.bare(t, word, h)
		if ok && code != "other" && (own || x.atLeast(code, common, i == len(m.titles)-1)) && x.higher(code, to) && (word.Last == h.Last || h.Last == word.Last+2 && ((code != common || own) && permanent(t, word.Last) || ofCell && t.Fold(word.Last) == "chi" && t.Fold(word.Last+1) == "bộ" || x.ofOwn(t, common, word, h))) {
			at, to = i, code
		}
	}
	if at < 0 && always && len(m.titles) > 0 {
		at, to = 0, x.codeAt(t, m.titles[0])
	}
	if at < 0 {
		return scan.Hit{}, ""
	}
	h := m.titles[at]
	m.titles = append(slices.Clone(m.titles[:at]), m.titles[at+1:]...)
	return h, to
}

// ofOwn reports whether a title that ends in "Đảng ủy" alone is of the committee that a
// list is of: in that of a Party committee, "A, Giám đốc, Bí thư Đảng ủy".
func (x *Extractor) ofOwn(t *scan.Text, listed string, word, h scan.Hit) bool {
	at := word.Last
	if permanent(t, at) {
		at += 2
	}
	if listed != "committee" && listed != "standing_committee" || h.Last != at+2 || t.Fold(h.First-1) == "là" {
		return false
	}
	if t.Fold(at+1) == "uỷ" && t.Is(h.First-1, '-') { // "1. A - Bí thư Huyện ủy, Chủ tịch UBND"
		switch t.Fold(at) {
		case "tỉnh":
			return t.Identity.Level == "province"
		case "huyện", "thị", "quận":
			return t.Identity.Level == "upper_grassroots"
		}
	}
	return t.Fold(at) == "đảng" && t.Fold(at+1) == "uỷ" && t.Identity.Level != "province" && t.Identity.Level != "central"
}

// permanent reports whether "Thường trực" stands at token i, which tells a deputy's rank
// and names no unit.
func permanent(t *scan.Text, i int32) bool {
	return t.Fold(i) == "thường" && t.Fold(i+1) == "trực" || t.Fold(i) == "chuyên" && t.Fold(i+1) == "trách"
}

// bare reports whether a title is the name of a post and nothing more, and not that of a term
// before: "hai Phó Bí thư gồm: A - Phó Bí thư Thường trực; B - Phó Bí thư, Chủ tịch UBND".
func (x *Extractor) bare(t *scan.Text, word, h scan.Hit) bool {
	if word.Last != h.Last && !(permanent(t, word.Last) && h.Last == word.Last+2) || !t.Is(h.First-1, ',') && !t.Is(h.First-1, '-') {
		return false // in brackets it is a title
	}
	return t.Fold(h.Last) != "khoá" && t.Fold(h.Last) != "nhiệm" && (word.First == h.First)
}

// atLeast reports whether a title may be the new post of somebody in a list of the
// elected. One of the list's own is, where a committee is listed or the title stands
// last: "Phó Bí thư: ông A, Chủ tịch UBND - Phó Bí thư".
func (x *Extractor) atLeast(code, listed string, last bool) bool {
	if code == listed {
		return last || height[listed] <= height["standing_committee"]
	}
	return x.higher(code, listed)
}

// ofCell reports whether a post is one in a cell's committee.
func (x *Extractor) ofCell(t *scan.Text, post scan.Hit) bool {
	if t.Identity.Level == "cell" {
		return true
	}
	for i := post.First; i < post.Last+2 && int(i) < len(t.Tokens); i++ {
		if t.Fold(i) == "chi" {
			return true
		}
	}
	return false
}

// rowTitles gives the person of a cell the titles in the other cells of the row.
func (x *Extractor) rowTitles(t *scan.Text, s scan.Sentence, m *mention) {
	c := &t.Doc.Blocks[s.Block]
	if c.Kind != report.TableCell || len(m.titles) > 0 {
		return
	}
	for i := s.Block + 1; i < len(t.Doc.Blocks); i++ {
		d := &t.Doc.Blocks[i]
		if d.Kind != report.TableCell || d.Cell.Table != c.Cell.Table || d.Cell.Row != c.Cell.Row {
			return
		}
		first, last := t.Block(i)
		for first < last {
			h, ok := x.titleAt(t, first, last)
			if !ok {
				break
			}
			m.titles = append(m.titles, h)
			if first = h.Last; t.Is(first, ',') || t.Is(first, ';') {
				first++
			}
		}
	}
}

// listItem reports whether a sentence stands in a list or table: its block is
// an item or cell, or begins with a number or a dash.
func listItem(t *scan.Text, s scan.Sentence) bool {
	b := &t.Doc.Blocks[s.Block]
	if b.Kind == report.ListItem || b.Kind == report.TableCell || b.Label != "" {
		return true
	}
	first, _ := t.Block(s.Block)
	if int(first) >= len(t.Tokens) {
		return false
	}
	if t.Is(first, '-') || t.Is(first, '+') || t.Is(first, '*') || t.Tokens[first].Kind == scan.Number {
		return true
	}
	return len(t.Word(first)) == 1 && t.Is(first+1, ')') // "a) Đồng chí A"
}

// clauseStart returns the token after the last semicolon or colon of a range,
// its begin when there is none.
func (x *Extractor) clauseStart(t *scan.Text, from, end int32) int32 {
	for i := end - 1; i >= from; i-- {
		if t.Is(i, ';') || t.Is(i, ':') {
			return i + 1
		}
	}
	return from
}

// joined reports whether only marks and "và", "cùng" stand between two people.
func (x *Extractor) joined(t *scan.Text, first, last int32) bool {
	bracket := false
	for i := first; i < last; i++ {
		tok := &t.Tokens[i]
		if t.Is(i, '(') {
			bracket = true
		}
		if bracket { // "(tái cử)", "(50 tuổi)"
			bracket = !t.Is(i, ')')
			continue
		}
		if end := x.labelOf(t, i, last); end > i { // "; Mường Kim: bà B"
			i = end
			continue
		}
		if end := votes(t, i, last); end > i { // "A, đạt 14/15 phiếu; B"
			i = end
			continue
		}
		if tok.Kind == scan.Punct && (tok.ID == ',' || tok.ID == ';' || tok.ID == '-' || tok.ID == ')' || tok.ID == '(') {
			continue
		}
		switch t.Fold(i) {
		case "và", "cùng", "khoá", "nhiệm", "kì":
			continue
		case "đại": // "đại biểu A, đại biểu B"
			if i+2 == last && t.Fold(i+1) == "biểu" {
				return true
			}
		case "sinh", "tuổi", "năm", "sn": // "A sinh năm 1969, B", "A, 38 tuổi, và B"
			continue
		}
		if tok.Kind == scan.Number || isRoman(t.Word(i)) || i > first && t.Tokens[i-1].Kind == scan.Number && (t.Is(i, '.') || t.Is(i, '/')) {
			continue // also "; 2. Đ/c B"
		}
		return false
	}
	return true
}

// labelOf returns the colon behind a name of a unit that begins at the semicolon at
// token i, i for none.
func (x *Extractor) labelOf(t *scan.Text, i, last int32) int32 {
	if !t.Is(i, ';') {
		return i
	}
	j := i + 1
	if _, ok := t.At(x.titles, j); ok {
		return i // "; PBT: đồng chí B"
	}
	for j < last && j-i <= syllables && t.Tokens[j].Kind == scan.Word && t.Tokens[j].Upper {
		j++
	}
	if j > i+1 && j < last && t.Is(j, ':') {
		return j
	}
	return i
}
