package judgement

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// unit is the part of a clause that is about one subject, or about several that
// one judgement closes: "công tác văn kiện, công tác nhân sự được chuẩn bị kỹ".
// It has the properties of its clause, between narrower ends.
type unit struct {
	discourse.Clause
	// Topic is where subjects begin: behind what tells the time or place.
	Topic int32
	// Said is where what somebody says begins, First where nobody speaks: "Báo cáo
	// thừa nhận: …".
	Said int32
	// New says that the unit is the first of its sentence.
	New bool
	// Judges says that it can judge: it is about congress work and tells what was.
	Judges bool
}

// subject is an aspect word; a weak one is too common to stand alone. A word
// without aspect only hides a shorter one ("lãnh đạo tỉnh").
type subject struct {
	aspect string
	weak   bool
}

// alien is the aspect of other work than that on a congress: nobody judges it
// here, and it keeps a word behind it from being the subject.
const alien = "alien"

func (c *common) readAspects(env *kind.Env, name string) error {
	list, err := env.Wordlist(name)
	if err != nil {
		return err
	}
	table := *env
	c.paper, c.subjects = int32(len(c.subjects)), append(c.subjects, subject{aspect: "documents"})
	c.aspects, c.heads = env.Builder.Class("judgement.aspects"), env.Builder.Class("judgement.heads")
	c.so = env.Builder.Class("judgement.so")
	c.so.Add("nên", 1)
	c.then = words(env, "then", []string{"thì"})
	return list.Each(func(r report.WordRow) error {
		y := subject{r.Get("aspect"), r.Get("weak") == "yes"}
		switch y.aspect {
		case "head":
			add(c.heads, r.Get("phrase"), 1)
			return nil
		case "nothing":
			y.aspect = ""
		case alien:
		default:
			if err := table.Code("aspect", y.aspect); err != nil && env.Table.Column("aspect") != nil {
				return err
			}
		}
		add(c.aspects, r.Get("phrase"), int32(len(c.subjects)))
		c.subjects = append(c.subjects, y)
		return nil
	})
}

// units cuts the clauses of a text, once a text.
func (c *common) units(t *scan.Text) []unit {
	return scan.Memo(t, &c.ofUnits, func(t *scan.Text, out []unit) []unit {
		clauses, scope := c.reader.Clauses(t), c.inScope(t)
		out = slices.Grow(out[:0], len(clauses)*2)
		sentence := -1
		for _, cl := range clauses {
			isNew := cl.Sentence != sentence
			sentence = cl.Sentence
			judges := scope[cl.Sentence] && (judging(t, cl) || c.looksBack(t, cl)) // else nobody asks for its parts
			if judges && cl.Demand >= 0 {
				if i := c.granted(t, cl); i > cl.First {
					told := cl
					told.Last, told.Demand = i, -1
					out, isNew = c.cut(t, told, isNew, out), false
					cl.First = i + 1
				}
			}
			if !judges || cl.Demand >= 0 || cl.Goes || cl.Heading {
				out = append(out, unit{Clause: cl, Topic: cl.First, Said: cl.First, New: isNew})
				continue
			}
			out = c.cut(t, cl, isNew, out)
		}
		for i := range out {
			u := &out[i]
			u.Judges = scope[u.Sentence] && !c.findings(t, *u) && c.tells(t, u.Clause) && !c.outside(t, *u) && !c.announces(t, *u)
		}
		return out
	})
}

// findings reports whether the press tells what a report to the congress says: that is of
// the term that ends. "Báo cáo chính trị chỉ rõ: …".
func (c *common) findings(t *scan.Text, u unit) bool {
	if t.Identity.Type != "" && t.Identity.Type != "news" {
		return false
	}
	s := t.Sentences[u.Sentence]
	if !t.Has(c.reviews, s.First, min(s.First+5, s.Last)) {
		return false
	}
	for _, h := range t.HitsIn(c.speech, s.First, min(s.First+longestLabel+4, s.Last)) {
		if t.Is(h.Last, ':') {
			return h.Last < u.Last
		}
	}
	return false
}

// granted returns the comma or "và" that parts what somebody acknowledges from what he
// asks for in one clause, its first token where there is none: "đánh giá cao chất lượng
// văn kiện, đồng thời đề nghị …".
func (c *common) granted(t *scan.Text, cl discourse.Clause) int32 {
	if i := c.blamedBefore(t, cl); i > cl.First {
		return i
	}
	grants := t.HitsIn(c.grants, cl.First, cl.Demand)
	if len(grants) == 0 || t.Has(c.not, grants[0].First-1, grants[0].First) {
		return cl.First
	}
	for i := cl.Demand - 1; i > grants[0].Last; i-- {
		if t.Is(i, ',') || word(t, i) == "và" {
			return i
		}
	}
	return cl.First
}

// learns reports whether a demand only asks to mend what is told before it.
func learns(t *scan.Text, i int32) bool {
	if w := word(t, i+1); w == "nghị" || w == "cầu" { // "đề nghị rút kinh nghiệm"
		i++
	}
	switch word(t, i+1) + " " + word(t, i+2) {
	case "rút kinh", "khắc phục", "chấn chỉnh", "nghiêm túc", "sớm khắc", "kịp thời":
		return true
	}
	return false
}

// missed reports whether a range counts seats that were missed: "còn thiếu 01 đồng chí so
// với số lượng được duyệt, giao Ban Thường vụ …".
func missed(t *scan.Text, shorts *scan.Class, first, last int32) bool {
	for _, h := range t.HitsIn(shorts, first, last) {
		if h.Last < last && t.Tokens[h.Last].Kind == scan.Number || h.Last == last && h.Last-h.First > 1 { // "…, A không trúng, đề nghị tỉnh cho ý kiến"
			return true
		}
	}
	return false
}

// shown reports whether a range says that signs of something were seen.
func shown(t *scan.Text, first, last int32) bool {
	for i := first; i < last-2; i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "có dấu", "có hiện", "có biểu", "có tình", "xảy ra", "xuất hiện", "nảy sinh":
			return true
		}
	}
	return false
}

// nextTime returns the comma before what is to be done another time in a clause, "…, lần sau
// phải …", 0 for none.
func nextTime(t *scan.Text, cl discourse.Clause) int32 {
	for i := max(cl.First+3, cl.Demand-5); i < cl.Demand-1; i++ {
		if !t.Is(i, ',') {
			continue
		}
		switch word(t, i+1) + " " + word(t, i+2) {
		case "lần sau", "lần tới", "kì sau", "kì tới", "khoá sau", "khoá tới", "đợt sau", "đợt tới", "năm sau", "sang năm", "từ nay", "nhiệm kì":
			return i
		}
	}
	return 0
}

// blamedBefore returns the comma before the word that demands where what stands before it
// is blame of a plain subject, the clause's first token elsewhere: "Văn kiện còn sơ sài,
// cần viết lại".
func (c *common) blamedBefore(t *scan.Text, cl discourse.Clause) int32 {
	i := cl.Demand - 1
	if i >= cl.First+3 && t.Is(i, ',') && (learns(t, cl.Demand) || missed(t, c.shorts, cl.First, i) || shown(t, cl.First, i) && t.Has(c.evils, cl.First, i)) {
		return i // "…, cần rút kinh nghiệm"
	}
	if i := nextTime(t, cl); i > cl.First+3 {
		return i // "…, lần sau phải gửi sớm"
	}
	for n := 0; n < 5 && i > cl.First+3 && !t.Is(i, ','); n++ {
		i-- // "…, chị em phải ghi tay thêm tên"
	}
	if i < cl.First+3 || !t.Is(i, ',') {
		return cl.First
	}
	if !t.Has(c.degrees, cl.First, i) && !t.Has(c.not, cl.First, i) && !t.Has(c.ratings, cl.First, i) {
		return cl.First
	}
	told := cl
	told.Last, told.Demand = i, -1
	h, ok := t.At(c.aspects, behindHeads(c, t, unit{Clause: told, Topic: c.said(t, told)}))
	if !ok || c.subjects[h.Value].aspect == "" || c.subjects[h.Value].aspect == alien {
		return cl.First
	}
	for _, j := range c.rated(t, told, nil) {
		if j.polarity == "limitation" && j.hit.First >= h.Last {
			return i
		}
	}
	return cl.First
}

// announces reports whether a unit only says that shortcomings follow: "Đại hội còn
// bộc lộ một số hạn chế cần rút kinh nghiệm:".
func (c *common) announces(t *scan.Text, u unit) bool {
	return t.Is(u.Last-1, ':') && (t.Has(c.troubles, max(u.First, u.Last-10), u.Last) || c.reader.Announces(t, u.First, u.Last))
}

// cut cuts one clause where a comma and a new subject follow a judgement or a
// verb, where a colon opens what is judged, and before what came of something.
func (c *common) cut(t *scan.Text, cl discourse.Clause, isNew bool, out []unit) []unit {
	first, depth := cl.First, 0
	w := word(t, cl.First)
	concedes := w == "tuy" || w == "dù" || w == "mặc"
	so := t.HitsIn(c.so, cl.First, cl.Last)
	i := cl.First
	if i < cl.Last && len(so) == 0 && !marked(t.String(i, cl.Last)) {
		i = cl.Last // one unit, as half of the clauses are
	}
	for ; i < cl.Last; i++ {
		parts := false
		switch tok := &t.Tokens[i]; {
		case tok.Kind == scan.Word:
			if len(so) > 0 {
				_, found := scan.Next(&so, i)
				parts = found && i > first+3 && c.results(t, first, i, cl.Last)
			}
		case tok.Kind != scan.Punct:
		case tok.ID == '(':
			depth++
		case tok.ID == ')':
			depth = max(0, depth-1)
		case depth > 0:
		case tok.ID == ',':
			parts = concedes && first == cl.First || (c.opens(t, i+1, cl.Last) || c.others(t, first, i, cl.Last)) && c.says1(t, first, i) && !c.goesOn(t, first, i, cl.Last) && !c.spans(t, i) || c.missesToo(t, first, i, cl.Last)
		case tok.ID == ':':
			parts = c.opens(t, i+1, cl.Last) && i > first+3 && (i > first+longestLabel || !t.Has(c.aspects, first, i))
		}
		if parts {
			u := unit{Clause: cl, New: isNew}
			u.First, u.Last, u.From = first, i, min(first, max(cl.From, first))
			c.begin(t, &u)
			out, isNew = append(out, u), false
			first = i + 1
		}
	}
	u := unit{Clause: cl, New: isNew}
	u.First, u.From = first, max(cl.From, min(first, cl.From))
	if first > cl.First {
		u.From = first
	}
	c.begin(t, &u)
	return append(out, u)
}

// begin sets where the subject of a unit begins.
func (c *common) begin(t *scan.Text, u *unit) {
	u.Topic, u.Said = u.First, c.said(t, u.Clause)
	if u.Said > u.First {
		u.Topic, u.From = u.Said, u.Said
	} else {
		u.Topic, u.Said = c.topic(t, u.Clause), u.First
	}
	if i := c.praised(t, *u); i > u.Topic {
		u.Topic = i
	}
}

// praised returns where what somebody acknowledges begins, of which more is said behind it:
// "Hội nghị ghi nhận [Báo cáo đã nói thẳng vào chỗ yếu]"; the unit's first token for none.
func (c *common) praised(t *scan.Text, u unit) int32 {
	for _, h := range t.HitsIn(c.grants, u.First, u.Last) {
		if h.First == u.First || h.Last+3 >= u.Last || h.First > u.First+longestSpeaker {
			continue
		}
		for i := max(u.First, h.First-6); i < h.First; i++ {
			if word(t, i) == "được" {
				return u.First // who is acknowledged stands before it
			}
		}
		hits := t.HitsIn(c.aspects, h.Last, min(h.Last+6, u.Last))
		if len(hits) == 0 || c.subjects[hits[0].Value].aspect == "" {
			return u.First
		}
		return h.Last
	}
	return u.First
}

// marked reports whether a text has a comma or a colon in it.
func marked(text string) bool {
	return strings.IndexByte(text, ',') >= 0 || strings.IndexByte(text, ':') >= 0
}

// spans reports whether one judgement holds on both sides of a comma: "không có thắc mắc,
// khiếu nại".
func (c *common) spans(t *scan.Text, comma int32) bool {
	for _, h := range t.HitsIn(c.ratings, max(0, comma-8), min(comma+8, int32(len(t.Tokens)))) {
		if h.First < comma && h.Last > comma+1 {
			return true
		}
	}
	return false
}

// longestLabel is how many words a topic before a colon has at most: "Về công tác
// tuyên truyền đại hội:".
const longestLabel = 8

// results reports whether a "nên" tells what came of what is judged before it: "… phục
// vụ chu đáo nên đại hội diễn ra thành công".
func (c *common) results(t *scan.Text, first, i, last int32) bool {
	switch word(t, i-1) {
	case "không", "cũng", "chỉ", "trở", "cho", "tạo", "làm", "dựng", "gây", "hình":
		return false
	}
	if !c.says1(t, first, i) {
		return false
	}
	_, meets := t.At(c.meeting, i+1)
	return meets || c.opens(t, i+1, last)
}

// goesOn reports whether behind a comma only a further member of a list stands that a
// judgement before it opened: "chu đáo về văn kiện, công tác nhân sự và tuyên truyền".
func (c *common) goesOn(t *scan.Text, first, comma, last int32) bool {
	hits := t.HitsIn(c.aspects, comma+1, min(comma+6, last))
	if len(hits) == 0 || !c.member(t, hits[0]) {
		return false
	}
	ratings := t.HitsIn(c.ratings, first, comma)
	if len(ratings) == 0 {
		return false
	}
	r := ratings[len(ratings)-1]
	before := t.HitsIn(c.aspects, r.Last, comma)
	return len(before) > 0 && c.spansList(t, before[0], r)
}

// topic returns where the subject of a clause begins in which nobody speaks: behind the comma
// that ends a time or a place, "Trong quá trình kiểm phiếu, …".
func (c *common) topic(t *scan.Text, cl discourse.Clause) int32 {
	if i := max(adverbial(t, cl), quotes(t, cl)); t.Has(c.aspects, i, cl.Last) {
		return i
	}
	return cl.First
}

// quotes returns the token behind whose judgement a clause gives, "Theo đánh giá của Ban
// Thường vụ, …", else the clause's first.
func quotes(t *scan.Text, cl discourse.Clause) int32 {
	if word(t, cl.First) != "theo" {
		return cl.First
	}
	for i := cl.First + 2; i < min(cl.First+longestLabel+8, cl.Last-2); i++ {
		if t.Is(i, ',') {
			return i + 1
		}
	}
	return cl.First
}

// said returns where what somebody says in a clause begins: "đồng chí Bí thư khen …",
// "Báo cáo kiểm điểm thừa nhận: …"; the clause's first token where nobody speaks. What
// stands before it is not judged. A verb that papers have too, such as "nêu", needs a
// colon or "rằng" behind it.
func (c *common) said(t *scan.Text, cl discourse.Clause) int32 {
	if i := c.spoken(t, cl); i > cl.First {
		return i
	}
	if i := c.led(t, cl); i > cl.First {
		return i
	}
	for _, h := range t.HitsIn(c.that, cl.First+2, min(cl.First+longestSpeaker, cl.Last-4)) {
		if i := h.First; !t.Is(i+1, '"') {
			return i + 1 // "nhiều đại biểu có chung cảm nhận rằng …"
		}
	}
	for _, h := range t.HitsIn(c.grants, cl.First+1, min(cl.First+longestSpeaker, cl.Last-4)) {
		if t.Is(h.Last, ':') {
			return h.Last + 1 // "Ban Thường vụ ghi nhận: …"
		}
	}
	for _, h := range t.HitsIn(c.speech, cl.First+1, min(cl.First+longestSpeaker, cl.Last)) {
		i := h.Last
		if word(t, h.First) == "khẳng" && (word(t, i) == "không" || word(t, i) == "nội" || word(t, i) == "sai") {
			continue // what letters said was looked into: "xác minh, khẳng định không đúng sự thật"
		}
		marked := t.Is(i, ':') || word(t, i) == "rằng" || t.Is(i, ',')
		_, work := t.At(c.heads, i)
		if h.Value != speaks && !t.Is(i, ':') && word(t, i) != "rằng" && !(word(t, i) == "là" && agreed(word(t, h.Last-1))) && !(work && (word(t, h.First) == "đánh" || word(t, h.First) == "nhận")) || !marked && c.told(t, cl, h) {
			continue
		}
		if marked || word(t, i) == "là" {
			i++
		}
		if t.Is(i, '"') {
			i++
		}
		if cl.Last-i >= 4 {
			return i
		}
	}
	return cl.First
}

// spoken returns the token behind the colon of who speaks in minutes: "- Đ/c Nhâm: an ninh bảo
// đảm", "Ý kiến tổ 3: …"; the clause's first token where nobody is named so.
func (c *common) spoken(t *scan.Text, cl discourse.Clause) int32 {
	first := afterLabel(t, cl)
	switch word(t, first) {
	case "đ":
		if !t.Is(first+1, '/') {
			return cl.First
		}
	case "đồng":
		if word(t, first+1) != "chí" {
			return cl.First
		}
	case "ý":
		if word(t, first+1) != "kiến" {
			return cl.First
		}
	case "ông", "bà", "anh", "chị":
	case "ghi", "nhận", "đánh":
		if w := word(t, first+1); w != "nhận" && w != "xét" && w != "giá" {
			return cl.First
		}
		if t.Is(first+2, ':') {
			return first + 3 // "Nhận xét: …"
		}
		switch word(t, first+2) {
		case "của", "chung", "nhanh", "bước", "tại":
		default:
			return cl.First
		}
	default:
		return cl.First
	}
	for i := first + 1; i < min(first+16, cl.Last-2); i++ {
		if t.Is(i, ':') {
			if t.Has(c.grants, first+2, i) {
				return cl.First // "Đồng chí biểu dương phường có cách làm mới: …"
			}
			return i + 1
		}
	}
	return cl.First
}

// agreed tells the last syllable of verbs by which several agree on what they say: "đều thống
// nhất là …".
func agreed(w string) bool { return w == "nhất" || w == "trí" || w == "luận" }

// led returns the token behind a noun for merits or faults that only leads in what they are:
// "Kết quả nổi bật là …", "Điểm cộng: …"; the clause's first token for none.
func (c *common) led(t *scan.Text, cl discourse.Clause) int32 {
	i := behindNumber(t, afterLabel(t, cl))
	switch w := word(t, i+1); word(t, i) {
	case "ưu", "nhược", "điểm", "mặt", "hạn", "kết", "điều", "tồn", "nhận", "thành", "khuyết", "cái", "đánh":
		if word(t, i) == "nhận" && w != "xét" || word(t, i) == "đánh" && w != "giá" || word(t, i) == "thành" && w != "công" || word(t, i) == "kết" && word(t, i+2) != "nổi" {
			return cl.First
		}
	default:
		return cl.First
	}
	for j := i + 1; j < min(i+8, cl.Last-3); j++ {
		if t.Is(j, ':') || word(t, j) == "là" {
			return j + 1
		}
		if t.Tokens[j].Kind != scan.Word {
			break
		}
		if _, ok := t.At(c.aspects, j); ok {
			break
		}
	}
	return cl.First
}

// told reports whether a subject stands before a verb of speech that others say of it: "Dự thảo
// được bà con khen là dễ nhớ".
func (c *common) told(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	for i := h.First - 1; i >= max(cl.First, h.First-8) && t.Tokens[i].Kind == scan.Word; i-- {
		if word(t, i) == "được" {
			return i == h.First-1 || t.Has(c.aspects, cl.First, i)
		}
	}
	return false
}

// longestSpeaker is how many words name who speaks, with his posts, at most.
const longestSpeaker = 40

// What a verb of speech is.
const (
	speaks int32 = iota // of persons, or of a paper that tells of troubles
	states              // of papers too
)

var speech = [][]string{
	{"thừa nhận", "cho biết", "cho hay", "cho rằng", "khẳng định", "nhận định", "khen", "nhấn mạnh", "chia sẻ", "bày tỏ", "nói thêm", "cho thấy", "nhìn nhận", "tự nhận", "nhận thấy", "phàn nàn", "thú thật", "thú nhận", "bộc bạch", "tâm sự", "thẳng thắn nhìn nhận", "thống nhất đánh giá", "đánh giá chung", "thẳng thắn thừa nhận"},
	{"nêu", "nêu rõ", "chỉ rõ", "chỉ ra", "đánh giá", "nhận xét", "phản ánh", "báo cáo", "trao đổi", "kết luận", "cũng nêu", "nói", "phát biểu", "trả lời", "thống nhất", "đều thống nhất", "nhất trí"},
}

// adverbial returns the token behind the comma that ends a time, a place or a
// condition at the start of a clause, else the clause's first.
func adverbial(t *scan.Text, cl discourse.Clause) int32 {
	switch word(t, cl.First) {
	case "trường", "nếu", "đối", "trong", "qua", "sau", "trước", "tại", "ở", "từ", "đến", "khi", "do", "vì", "so", "thay", "những", "để", "nhằm", "ngoài", "bên", "khác":
	case "kết":
		if word(t, cl.First+1) != "thúc" {
			return cl.First
		}
	case "chậm", "muộn":
		if word(t, cl.First+1) != "nhất" {
			return cl.First
		}
	default:
		return cl.First
	}
	for i := cl.First + 1; i < min(cl.First+16, cl.Last-2); i++ {
		if t.Is(i, ',') {
			return i + 1
		}
	}
	return cl.First
}

// says1 reports whether a range says something: it has a judgement, or a verb.
func (c *common) says1(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(c.ratings, first, last) {
		if c.says[h.Value].what != nothing {
			return true
		}
	}
	if hits := t.HitsIn(c.bares, max(first, last-3), last); len(hits) > 0 && hits[len(hits)-1].Last == last {
		return true
	}
	return t.Has(c.degrees, first, last) || c.reader.Past(t, first, last)
}

// opens reports whether a new subject stands at a token: a word such as "công
// tác", or an aspect that needs none, after a word of quantity at most.
func (c *common) opens(t *scan.Text, i, last int32) bool {
	for n := 0; i < last && n < 4; n++ {
		if h, ok := t.At(c.heads, i); ok {
			return t.Has(c.aspects, h.Last, min(h.Last+4, last)) || t.Has(c.aspects, i, min(i+4, last))
		}
		if h, ok := t.At(c.aspects, i); ok {
			y := c.subjects[h.Value]
			return y.aspect != "" && (!y.weak || n > 0 || y.aspect != "overall" && (c.predicates(t, h.Last) || c.barely(t, y, h.Last)) && !c.closes(t, i-1))
		}
		if n == 0 && (c.turnsTo(t, i, last) || counts(t, i, last)) {
			return true
		}
		h, ok := t.At(c.quantity, i)
		if !ok {
			return false
		}
		i = h.Last
	}
	return false
}

// counts reports whether organisations that are counted stand at a token, of which
// something is said anew: "…, 5 đảng bộ không có cấp ủy viên nữ".
func counts(t *scan.Text, i, last int32) bool {
	if i+4 >= last || t.Tokens[i].Kind != scan.Number {
		return false
	}
	if t.Is(i+1, '/') && t.Tokens[i+2].Kind == scan.Number {
		i += 2
	}
	switch word(t, i+1) {
	case "đảng", "chi", "đơn", "tổ", "cơ":
		switch word(t, i+1) + " " + word(t, i+2) {
		case "đảng bộ", "chi bộ", "đơn vị", "tổ chức", "đảng uỷ", "đảng ủy", "chi uỷ", "cơ sở":
			i += 3
		default:
			return false
		}
	case "xã", "phường", "huyện", "quận", "tỉnh":
		i += 2
	default:
		return false
	}
	if i < last && t.Is(i, '(') {
		for i < last && !t.Is(i, ')') {
			i++
		}
		i++
	}
	for j := i; j < min(i+5, last); j++ {
		if w := word(t, j); w == "không" || w == "chưa" || w == "còn" || w == "thiếu" || w == "dưới" {
			return true
		}
	}
	return false
}

// missesToo reports whether behind a comma another unit or post is told to have missed
// seats, as one was before it: "Thị xã A bầu thiếu 1 ủy viên, huyện B hụt 1 phó bí thư".
func (c *common) missesToo(t *scan.Text, first, comma, last int32) bool {
	if !t.Has(c.shorts, first, comma) {
		return false // at nearly every comma
	}
	i := comma + 1
	switch word(t, i) + " " + word(t, i+1) {
	case "trong đó", "trong số", "đồng thời":
		i += 2
	}
	if word(t, i) == "riêng" || word(t, i) == "còn" {
		i++
	}
	if i >= last || !t.Has(c.shorts, i, last) {
		return false
	}
	h, names := t.At(c.kinds, i)
	if names && h.Last < last && t.Tokens[h.Last].Upper {
		return true
	}
	if t.Tokens[i].Kind != scan.Number && word(t, i) != "một" && word(t, i) != "hai" && word(t, i) != "ba" {
		return false
	}
	if b, ok := t.At(c.bodies, i+1); ok {
		return seatBodies[b.Value] == "post"
	}
	switch word(t, i+1) + " " + word(t, i+2) {
	case "đảng bộ", "chi bộ", "đơn vị", "đồng chí", "chức danh":
		return true
	}
	return false
}

// others reports whether behind a comma somebody else is named, of whose work something is
// said: "Huyện A thảo luận sôi nổi, [huyện B chuẩn bị văn kiện kỹ]".
func (c *common) others(t *scan.Text, first, comma, last int32) bool {
	i := comma + 1
	if i+4 >= last || !t.Has(c.aspects, first, comma) || !t.Has(c.ratings, first, comma) {
		return false
	}
	if _, ok := t.At(c.kinds, i); !ok && !t.Tokens[i].Upper {
		return false
	}
	end := i
	for end < last && !t.Is(end, ',') {
		end++
	}
	for _, h := range t.HitsIn(c.aspects, i, min(i+9, end)) {
		y := c.subjects[h.Value]
		if y.aspect == "" || y.aspect == alien {
			return false
		}
		if !y.weak && y.aspect != "overall" {
			return c.says1(t, h.Last, end)
		}
	}
	return false
}

// turnsTo reports whether a judgement at a token says itself when or in what it holds:
// "điều hành cứng nhắc, lúng túng khi xử lý tình huống bầu cử".
func (c *common) turnsTo(t *scan.Text, i, last int32) bool {
	if g, ok := t.At(c.grants, i); ok && t.Has(c.aspects, g.Last, min(g.Last+5, last)) {
		return true // "…, biểu dương lực lượng công an …"
	}
	h, ok := t.At(c.ratings, i)
	if !ok || h.Last >= last || c.says[h.Value].what == nothing {
		return false
	}
	if x, ok := t.At(c.heads, h.Last); ok && doing(word(t, h.First)) && c.says[h.Value].what == praise && t.Has(c.aspects, h.Last, min(x.Last+4, last)) {
		return true // "…, làm tốt công tác nhân sự"
	}
	switch word(t, h.Last) {
	case "khi", "lúc", "trong":
	default:
		return false
	}
	for _, a := range t.HitsIn(c.aspects, h.Last, min(h.Last+12, last)) {
		if y := c.subjects[a.Value]; !y.weak && y.aspect != "" && y.aspect != alien && y.aspect != "overall" {
			return true
		}
	}
	return false
}

// doing reports whether praise begins with a verb that takes work for its object: "làm
// tốt", "coi trọng".
func doing(w string) bool {
	switch w {
	case "làm", "thực", "chú", "coi", "quan", "triển":
		return true
	}
	return false
}

// quantities may stand before a subject that opens a unit.
var quantities = []string{"và", "còn", "đồng thời", "một số", "một vài", "vài", "nhiều", "các", "những", "có", "ở một số nơi", "một số nơi", "nhất là", "riêng", "chỉ", "chỉ có", "trừ", "duy", "ngoại trừ", "tình hình", "phần lớn", "hầu hết", "toàn bộ", "các đồng chí", "các hoạt động"}

// main returns what a judgement is about: the aspects that begin before it in
// its unit, else the one that it takes for its object, else what the units
// before it carry, which is told.
func (c *common) main(t *scan.Text, u unit, rating scan.Hit, carries []subject) (of []subject, carried bool) {
	after := c.behind(t, u, rating)
	from := u.Topic
	if rating.First < from { // "Qua hai ngày làm việc khẩn trương, Đại hội …"
		from = u.First
	}
	if g, ok := t.At(c.grants, rating.First); ok && len(after) > 0 && g.Last <= rating.Last {
		return after, false // who acknowledges is not judged: "Ban Thường vụ đánh giá cao …"
	}
	found := c.amongBefore(t, from, u.Last, rating.First)
	if len(found) == 0 || len(found) == 1 && found[0].aspect == "overall" && found[0].weak {
		if h, ok := t.At(c.aspects, rating.First); ok && h.Last < rating.Last {
			if y := c.subjects[h.Value]; y.aspect == "proceedings" || y.aspect == "elections" {
				return c.subjects[h.Value : h.Value+1 : h.Value+1], false // "đại hội [thảo luận nghiêm túc]"
			}
		}
	}
	if (len(found) == 0 || len(found) == 1 && found[0].aspect == "overall") && completes(t, u, rating) {
		return []subject{{aspect: "leadership"}}, false
	}
	if of := c.ofWhom(t, u, rating); of != "" && (len(found) == 0 || found[0].aspect == "overall" || len(t.HitsIn(c.grants, u.First, rating.Last)) > 0 && (len(found) == 1 && yieldsTo(found[0]))) && (len(after) == 0 || after[0].weak) {
		return []subject{{aspect: of}}, false
	}
	if word(t, rating.Last) == "về" && len(after) > 0 && len(found) == 1 && found[0].weak && after[0].aspect != alien {
		return after, false // "cấp ủy cơ sở bám sát hướng dẫn, không có gì phàn nàn về khâu lễ tân"
	}
	if (len(found) == 0 || found[0].weak && yieldsTo(found[0]) && found[0].aspect != "overall") && (len(after) == 0 || after[0].weak && after[0].aspect != "assignment") && c.active(t, u, rating) {
		return []subject{{aspect: "leadership"}}, false
	}
	if len(after) > 1 && (len(found) == 0 || len(found) == 1 && (found[0].weak || yieldsTo(found[0]))) {
		return after, false // "công tác chuẩn bị đại hội chu đáo từ khâu văn kiện, nhân sự đến tuyên truyền"
	}
	if len(found) == 1 && found[0].weak && found[0].aspect == "personnel" && len(after) > 0 && after[0].aspect == "overall" && c.acting(t, u, rating.First) >= 0 {
		return []subject{{aspect: "leadership"}}, false // "Ban Thường vụ chưa cử được người dự đại hội ở các chi bộ"
	}
	if len(after) > 0 && after[0].aspect == alien && len(found) > 0 && speaksOf(found[0]) {
		return found, false // "Báo cáo chính trị nêu được bức tranh kinh tế"
	}
	if len(found) == 1 && found[0].weak && found[0].aspect != alien && len(after) > 0 && !after[0].weak && !(found[0].aspect == "leadership" && after[0].aspect == "overall") {
		return after, false
	}
	switch {
	case len(found) == 1 && found[0].aspect == "proceedings" && len(after) > 0 && after[0].aspect == "elections" && c.chaired(t, u, rating):
		return after, false // "Đoàn Chủ tịch lúng túng khi bầu cử"
	case len(found) == 1 && found[0].aspect == "overall" && len(after) > 0 && after[0].aspect != "overall" && (word(t, rating.Last) == "về" || word(t, rating.Last+1) == "về"):
		return after, false // "sự chuẩn bị kỹ lưỡng về nhân sự"
	case len(found) == 1 && found[0].aspect == "overall" && c.prepared(t, u, rating):
		return []subject{{aspect: "leadership"}}, false
	case len(found) > 0:
		return found, false
	case len(after) > 0 && after[0].aspect == "overall" && t.Has(c.agents, u.Topic, rating.First):
		return []subject{{aspect: "leadership"}}, false // "cấp ủy chưa quan tâm việc chuẩn bị đại hội"
	case len(after) > 0:
		return after, false
	}
	if c.elects(t, u, rating) {
		return []subject{{aspect: "elections"}}, false
	}
	if of := c.holds(t, u, rating); of != "" {
		return []subject{{aspect: of}}, false
	}
	return carries, true
}

// completes reports whether a judgement is of the time in which congresses were completed:
// "hoàn thành 12/12 đại hội đúng kế hoạch".
func completes(t *scan.Text, u unit, rating scan.Hit) bool {
	timely := false
	for i := rating.First; i < rating.Last-1; i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "kế hoạch", "tiến độ", "thời gian", "thời hạn", "lộ trình":
			timely = true
		}
	}
	if !timely {
		return false
	}
	for i := max(u.Topic, rating.First-16); i < rating.First-1; i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "hoàn thành", "hoàn tất", "tổ chức xong", "đại hội xong":
			return true
		}
	}
	return false
}

// elects reports whether a unit tells who or how many were elected before a judgement: "Chi
// ủy bầu 3 đồng chí, đạt yêu cầu".
func (c *common) elects(t *scan.Text, u unit, rating scan.Hit) bool {
	for i := max(u.Topic, rating.First-longestTopic); i < rating.First; i++ {
		switch word(t, i) {
		case "bầu", "trúng":
			return word(t, i-1) != "không" && word(t, i-1) != "chưa" && word(t, rating.First-1) != "là"
		}
	}
	return false
}

// holds returns what is judged where a unit of the Party is told to have held its congress in
// some way: "xã Gia Ninh tổ chức tốt", "các chi bộ làm rất nền nếp", "chi bộ họp ngắn gọn".
func (c *common) holds(t *scan.Text, u unit, rating scan.Hit) string {
	verb, of := int32(-1), "overall"
	for i := max(u.First+1, rating.First-3); i < min(rating.First+1, rating.Last); i++ {
		switch word(t, i) {
		case "làm":
			verb = i
		case "tiến", "tổ":
			if word(t, i+1) == "hành" || word(t, i+1) == "chức" {
				verb = i
			}
		case "họp":
			if i < rating.First {
				verb, of = i, "proceedings"
			}
		}
	}
	if verb < 0 {
		return ""
	}
	for i := max(u.First, verb-12); i < verb; i++ {
		switch word(t, i) {
		case "xã", "phường", "huyện", "quận", "tỉnh", "đơn", "thị":
			return of
		case "chi", "đảng":
			if word(t, i+1) == "bộ" {
				return of
			}
		}
	}
	return ""
}

// ofWhom returns whose quality a judgement is by the words right behind it: "tinh thần khẩn
// trương của Đảng ủy" is of leadership, "nghiêm túc, trách nhiệm của đại biểu" of the
// proceedings; "" for others.
func (c *common) ofWhom(t *scan.Text, u unit, rating scan.Hit) string {
	if _, grants := t.At(c.grants, rating.First); !grants && !quality(t, max(u.First, rating.First-5), rating.Last) {
		return ""
	}
	i := rating.Last
	for i < min(rating.Last+4, u.Last) && word(t, i) != "của" {
		if t.Tokens[i].Kind != scan.Word && !t.Is(i, ',') {
			return ""
		}
		i++
	}
	if word(t, i) != "của" || i+1 >= u.Last {
		return ""
	}
	i++
	if q, ok := t.At(c.quantity, i); ok {
		i = q.Last
	}
	switch word(t, i) + " " + word(t, i+1) {
	case "đại biểu", "đảng viên":
		return "proceedings"
	}
	if a, ok := t.At(c.agents, i); ok && !works(word(t, a.Last-2), word(t, a.Last-1)) {
		return "leadership"
	}
	return ""
}

// quality reports whether a noun for how somebody works stands in a range: "tinh thần", "sự".
func quality(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		switch word(t, i) {
		case "sự", "nỗ", "thái", "ý":
			return true
		case "tinh":
			return word(t, i+1) == "thần"
		}
	}
	return false
}

// active reports whether somebody who leads begins a unit and does the work that a
// judgement is of: "Các cấp ủy vào cuộc nhanh, chủ động", "Đảng ủy vẫn chuẩn bị nghiêm
// túc". In news it must be work on the congress by its words.
func (c *common) active(t *scan.Text, u unit, rating scan.Hit) bool {
	i := c.acting(t, u, rating.First)
	if i < 0 {
		return false
	}
	end := min(rating.Last, i+10)
	if i < end {
		switch word(t, i) {
		case "được", "gồm", "khoá", "khóa", "mới", "viên", "là", "nhiệm":
			return false // somebody or something is done to them, or they are those elected
		}
	}
	for ; i < end-1 && !t.Is(i, ',') && !t.Is(i, ':'); i++ {
		if word(t, i) == "được" {
			return false
		}
		if a, b := word(t, i), word(t, i+1); works(a, b) {
			s := t.Sentences[u.Sentence]
			return a == "chuẩn" || t.Identity.Type != "" && t.Identity.Type != "news" || t.Has(c.meeting, s.First, s.Last) || prepares(t, s)
		}
	}
	first := rating.First
	for w := word(t, first); w == "còn" || w == "vẫn" || w == "rất" || w == "quá"; w = word(t, first) {
		first++
	}
	return t.Identity.Type != "" && t.Identity.Type != "news" && lacks(word(t, first))
}

// prepares reports whether a sentence tells of preparing: "Chỉ có ba tuần để chuẩn bị, nhưng
// Đảng ủy đã chủ động".
func prepares(t *scan.Text, s scan.Sentence) bool {
	for i := s.First; i < s.Last-1; i++ {
		if word(t, i) == "chuẩn" && word(t, i+1) == "bị" {
			return true
		}
	}
	return false
}

// acting returns the token behind who leads at the start of a unit, or behind a verb of
// praise ("biểu dương Đảng bộ huyện A đã …"); -1 where nobody does.
func (c *common) acting(t *scan.Text, u unit, before int32) int32 {
	first := max(u.Topic, u.Said)
	if hits := t.HitsIn(c.agents, first, min(first+4, before)); len(hits) > 0 {
		if last := hits[0].Last; works(word(t, last-2), word(t, last-1)) {
			return last - 2 // "Chi bộ đã chuẩn bị …"
		}
		return hits[0].Last
	}
	for _, g := range t.HitsIn(c.grants, u.First, before) {
		if hits := t.HitsIn(c.agents, g.Last, min(g.Last+3, before)); len(hits) > 0 {
			return hits[0].Last
		}
		if w := word(t, g.Last); (w == "đảng" || w == "chi") && word(t, g.Last+1) == "bộ" {
			return g.Last + 2
		}
	}
	return -1
}

// lacks tells words that say of who acts that he did not: "Huyện ủy … không nắm được việc".
func lacks(w string) bool {
	switch w {
	case "chưa", "không", "ít", "thiếu", "chậm", "buông", "khoán", "né", "ngại", "nể", "lơ", "lúng", "trông", "ỷ":
		return true
	}
	return false
}

// working are what those who lead do, by the two syllables of a verb or a quality.
var working = map[string]bool{
	"chuẩn bị": true, "vào cuộc": true, "bám sát": true, "nỗ lực": true, "cố gắng": true, "chủ động": true, "khẩn trương": true, "quán triệt": true, "chỉ đạo": true,
	"lãnh đạo": true, "phân công": true, "triển khai": true, "đôn đốc": true, "kiểm tra": true, "nghiêm túc": true, "tích cực": true, "chấp hành": true, "hoàn thành": true,
	"làm nhanh": true, "làm tốt": true, "làm kỹ": true, "làm chắc": true, "làm gọn": true, "làm nghiêm": true, "làm đúng": true,
	"quyết liệt": true, "sâu sát": true, "sát sao": true, "gương mẫu": true, "nêu gương": true, "linh hoạt": true, "kiên quyết": true, "nhạy bén": true, "tận tụy": true,
	"ban hành": true, "phối hợp": true, "vận dụng": true, "bám cơ": true, "bám địa": true, "nắm chắc": true, "xuống cơ": true, "đi trước": true, "tháo gỡ": true,
}

// works tells what those who lead do, by its two syllables.
func works(a, b string) bool { return working[a+" "+b] }

// prepared reports whether somebody who leads prepared or held the congress before a
// judgement: "Chi bộ chuẩn bị đại hội chu đáo". A congress that is prepared, or that a
// Party organisation holds, is judged itself.
func (c *common) prepared(t *scan.Text, u unit, rating scan.Hit) bool {
	verb := int32(-1)
	for i := max(u.First, rating.First-6); i < rating.First-2; i++ {
		if w := word(t, i+2); w != "đại" && w != "cho" {
			continue
		}
		switch word(t, i) + " " + word(t, i+1) {
		case "chuẩn bị", "tổ chức":
			verb = i
		}
	}
	if verb < 0 {
		return false
	}
	if verb > u.First+1 && word(t, verb-2) == "chúng" {
		return true // "Chúng ta chuẩn bị Đại hội kỹ lưỡng"
	}
	first := max(u.First, verb-8)
	for i := verb - 1; i >= first; i-- {
		if t.Tokens[i].Kind != scan.Word {
			if t.Is(i, ',') && t.Has(c.agents, u.Topic, min(u.Topic+4, i)) {
				return true // "Các đảng ủy đã nỗ lực lớn, tổ chức đại hội …"
			}
			first = i + 1
		} else if w := word(t, i) + " " + word(t, i+1); word(t, verb) == "chuẩn" && (w == "đảng bộ" || w == "chi bộ") && word(t, i-1) != "hội" {
			return true
		} else if w == "công tác" || w == "được tổ" || w == "việc chuẩn" || w == "việc tổ" {
			return false
		}
	}
	return t.Has(c.agents, first, verb)
}

// behind returns the aspect that a judgement takes for its object: "không để
// xảy ra sai sót trong bầu cử", "chưa làm tốt công tác tuyên truyền".
func (c *common) behind(t *scan.Text, u unit, rating scan.Hit) []subject {
	from := max(rating.First, u.First)
	found := t.HitsIn(c.aspects, from, u.Last)
	if len(found) == 0 {
		return nil
	}
	if above(t, found[0].First) > rating.Last && found[0].First <= rating.Last+12 {
		return c.among(t, found[0].First, u.Last) // "sự chuẩn bị chặt chẽ, …, nhất là ở khâu nhân sự và khâu bảo vệ"
	}
	if found[0].First > rating.Last+3+c.bridge(t, rating.Last, found[0].First) && rating.First > u.First+3 {
		return nil
	}
	if y := c.subjects[found[0].Value]; y.aspect == "overall" && y.weak && found[0].First > rating.Last {
		return nil // the congress is only named behind it
	}
	for i := rating.Last; i < found[0].First; i++ {
		if w := word(t, i); t.Is(i, ',') && from > u.Topic && !t.Has(c.agents, u.Topic, from) || w == "để" || w == "nhằm" || w == "trước" || w == "sau" {
			return nil // "Tiến độ bảo đảm, không có đơn thư", "rút ngắn thời gian để phòng dịch"
		}
	}
	if c.spansList(t, found[0], rating) {
		return c.among(t, found[0].First, u.Last)
	}
	last := found[0].Last
	for last < u.Last && !t.Is(last, ',') {
		last++
	}
	return c.first(c.among(t, from, last))
}

// bridge returns how many words of a range only lead from what is kept to what it is of: "chấp
// hành nghiêm [các quy định về] bầu cử".
func (c *common) bridge(t *scan.Text, first, last int32) (n int32) {
	for i := first; i < last; i++ {
		switch word(t, i) {
		case "các", "những", "mọi", "quy", "định", "về", "trong", "trình", "nguyên", "tắc", "yêu", "cầu", "việc", "khâu", "công", "tác":
			n++
		}
	}
	return n
}

// above returns where the words begin that single out the subject at a token above others:
// "nhất là ở khâu", "đặc biệt về"; -1 for none.
func above(t *scan.Text, i int32) int32 {
	for b := i - 1; b >= max(1, i-4) && t.Tokens[b].Kind == scan.Word; b-- {
		switch word(t, b-1) + " " + word(t, b) {
		case "nhất là", "đặc biệt":
			return b - 1
		}
	}
	return -1
}

// spansList reports whether an aspect opens the list of what a judgement before it is
// of: "chu đáo về văn kiện, nhân sự", "tốt cả văn kiện lẫn nhân sự".
func (c *common) spansList(t *scan.Text, h, rating scan.Hit) bool {
	i := h.First
	if hits := t.HitsIn(c.heads, max(rating.Last, i-3), i); len(hits) > 0 && hits[len(hits)-1].Last == i {
		i = hits[len(hits)-1].First
	}
	switch w := word(t, i-1); w {
	case "về", "cả", "khâu", "từ":
		return i-1 >= rating.Last
	}
	return i < h.First && word(t, i) == "khâu" && word(t, i-1) == "từ"
}

func (c *common) first(found []subject) []subject { return found[:min(1, len(found))] }

// about reports whether a unit is about an aspect in the first place.
func (c *common) about(t *scan.Text, u unit, aspect string) bool {
	found := c.among(t, u.Topic, u.Last)
	return len(found) > 0 && found[0].aspect == aspect
}

// among returns the aspects of a range: its first, and those that are joined to
// it. A general one (chỉ đạo, Ban Thường vụ) gives way to what follows.
func (c *common) among(t *scan.Text, first, last int32) []subject {
	last = min(last, first+longestTopic)
	return c.amongBefore(t, first, last, last)
}

// longestTopic is within how many words the subjects of a judgement stand, more than any
// sentence that judges has.
const longestTopic = 400

// amongBefore is among for the aspects that begin before a token.
func (c *common) amongBefore(t *scan.Text, first, last, before int32) []subject {
	first = max(first, before-longestTopic)
	named := t.HitsIn(c.aspects, first, last)
	if len(named) == 0 || named[0].First >= before {
		return nil // as in most units
	}
	var room [4]scan.Hit // more are rare
	hits := room[:0]
	for _, h := range named {
		y := c.subjects[h.Value]
		if h.First >= before {
			break
		}
		if y.aspect == alien && partOf(t, h.First) {
			h.Value, y = c.paper, c.subjects[c.paper]
		}
		if y.aspect == "" || y.aspect == "overall" && y.weak && c.aside(t, h, first) || y.aspect == "proceedings" && whileHeld(t, h) || inName(t, h) || c.asVerb(t, h, first) || y.aspect == "logistics" && h.First > 0 && (located(t, h) || someOf(t, h)) {
			continue
		}
		n := len(hits)
		if n > 0 && (h.First < hits[n-1].Last || c.owns(t, h, hits[n-1])) {
			continue
		}
		switch {
		case n == 0:
			hits = append(hits, h)
		case c.subjects[hits[n-1].Value].aspect == y.aspect:
			if n == 1 && c.subjects[hits[0].Value].weak && !y.weak {
				hits[0] = h // "Ban Thường vụ chuẩn bị phương án nhân sự …"
			}
		case c.joined(t, h, hits[n-1]):
			hits = append(hits, h)
		case n == 1 && y.aspect == "vetting" && !y.weak && word(t, h.First-1) == "được":
			hits[0] = h // "nhân sự được thẩm định …": what is done to them is judged
		case n == 1 && y.aspect == "elections" && chairs(t, hits[0]):
			hits[0] = h // "Đoàn Chủ tịch điều khiển phần bầu cử …"
		case placing(c.subjects[hits[n-1].Value], y, h.First-hits[n-1].Last):
		case n == 1 && (yields(c.subjects[hits[0].Value], y) || y.aspect == alien && statesAt(t, hits[0].Last) || h.First-hits[0].Last <= 1 && acts(c.subjects[hits[0].Value], y)):
			hits[0] = h
		}
	}
	if len(hits) == 1 {
		v := hits[0].Value
		return c.subjects[v : v+1 : v+1]
	}
	out := make([]subject, 0, len(hits))
	for _, h := range hits {
		out = append(out, c.subjects[h.Value])
	}
	return out
}

// chaired reports whether who chairs is the subject before a judgement.
func (c *common) chaired(t *scan.Text, u unit, rating scan.Hit) bool {
	for _, h := range t.HitsIn(c.aspects, u.Topic, rating.First) {
		if c.subjects[h.Value].aspect == "proceedings" {
			return chairs(t, h)
		}
	}
	return false
}

// chairs reports whether a subject is who chairs, so that what he does is what is judged.
func chairs(t *scan.Text, h scan.Hit) bool {
	switch word(t, h.First) {
	case "đoàn", "chủ", "người":
		return true
	}
	return false
}

// asVerb reports whether "báo cáo" is what somebody does: the paper begins its clause, or
// has a word of quantity before it, and something is said of it right behind.
func (c *common) asVerb(t *scan.Text, h scan.Hit, first int32) bool {
	if h.Last-h.First != 2 || word(t, h.First) != "báo" || word(t, h.First+1) != "cáo" {
		return false
	}
	if h.First > first && t.Tokens[h.First-1].Kind == scan.Word {
		q := t.HitsIn(c.quantity, max(first, h.First-2), h.First)
		if len(q) == 0 || q[len(q)-1].Last != h.First {
			q = t.HitsIn(c.heads, max(first, h.First-3), h.First) // "chất lượng báo cáo còn thấp"
		}
		if len(q) == 0 || q[len(q)-1].Last != h.First {
			q = t.HitsIn(c.speech, max(first, h.First-4), h.First) // "đồng chí Lĩnh nhận xét báo cáo có chiều sâu"
		}
		if written(word(t, h.First-1)) {
			return !c.predicates(t, h.Last) // "nhiều chi bộ viết báo cáo sơ sài"
		}
		if len(q) == 0 || q[len(q)-1].Last != h.First {
			return true
		}
	}
	_, bare := t.At(c.bares, h.Last)
	return !bare && !c.predicates(t, h.Last) && !whose(word(t, h.Last))
}

// written tells verbs that have a paper for their object.
func written(w string) bool {
	switch w {
	case "viết", "soạn", "thảo", "dựng", "đọc", "bày", "bị":
		return true
	}
	return false
}

// closes reports whether an aspect ends at a comma, so that what follows goes on with its
// list: "Công tác bảo đảm an ninh, y tế được …".
func (c *common) closes(t *scan.Text, comma int32) bool {
	hits := t.HitsIn(c.aspects, max(0, comma-6), comma)
	if len(hits) == 0 || hits[len(hits)-1].Last != comma {
		return false
	}
	rated := t.HitsIn(c.ratings, max(0, comma-3), comma)
	return len(rated) == 0 || rated[len(rated)-1].Last != comma || c.says[rated[len(rated)-1].Value].what == nothing
}

// predicates reports whether a token begins what is said of the noun before it: a
// judgement, a degree, a denial or an auxiliary.
func (c *common) predicates(t *scan.Text, i int32) bool {
	if r, ok := t.At(c.ratings, i); ok {
		return c.says[r.Value].what != nothing
	}
	if _, ok := t.At(c.degrees, i); ok {
		return true
	}
	switch word(t, i) {
	case "bị", "chưa", "còn", "không", "được", "mới", "vẫn", "thì", "đều", "viết", "nói", "có", "đã":
		return true
	}
	return false
}

// barely reports whether a word of one syllable begins what is said of a subject: "nhân sự
// chuẩn". "Phân công rõ người" goes on with what those do who lead.
func (c *common) barely(t *scan.Text, y subject, i int32) bool {
	_, ok := t.At(c.bares, i)
	return ok && y.aspect != "assignment" && y.aspect != "leadership"
}

// owns reports whether an aspect only tells whose the one before it is: "báo cáo kiểm
// điểm của Ban Chấp hành", "tham luận của một số chi ủy viên". The noun at the head is
// what is judged.
func (c *common) owns(t *scan.Text, h, head scan.Hit) bool {
	y, of := c.subjects[h.Value], c.subjects[head.Value]
	if of.aspect == "leadership" && h.First == head.Last+1 && word(t, head.Last) == "về" {
		return guides(t, head) // "hướng dẫn về số dư", "văn bản về bầu cử"
	}
	if of.aspect == "leadership" && h.First == head.Last && y.aspect == "personnel" && !y.weak {
		return guides(t, head) // "hướng dẫn số lượng cấp ủy viên"
	}
	if !y.weak && y.aspect != "leadership" || of.aspect == "leadership" || of.aspect == alien || of.aspect == "overall" {
		return false
	}
	if h.First == head.Last {
		return of.aspect == "documents" && y.aspect == "personnel"
	}
	i := h.First
	for n := 0; n < 2 && i > head.Last; n++ {
		q := t.HitsIn(c.quantity, i-2, i)
		if len(q) == 0 || q[len(q)-1].Last != i {
			break
		}
		i = q[len(q)-1].First
	}
	return i > head.Last && (word(t, i-1) == "của" || word(t, i-1) == "về" && i-1 == head.Last)
}

// guides reports whether a hit names what those above issue.
func guides(t *scan.Text, h scan.Hit) bool {
	switch word(t, h.Last-1) {
	case "dẫn", "bản", "đạo", "hoạch", "định":
		return true
	}
	return false
}

// inName reports whether a hit is a part of a longer name: the y tế of "Trạm Y tế".
func inName(t *scan.Text, h scan.Hit) bool {
	if h.First == 0 {
		return false
	}
	if grouped(t, h.First) {
		return true
	}
	if !t.Tokens[h.First].Upper || t.Tokens[h.First].AllUpper && t.Tokens[h.Last-1].AllUpper {
		return false
	}
	b := &t.Tokens[h.First-1]
	if b.Kind == scan.Word && !b.Upper && h.First > 1 && t.Tokens[h.Last-1].Kind == scan.Word && !t.Tokens[h.Last-1].Upper {
		b = &t.Tokens[h.First-2] // "Trung tâm Y tế"
	}
	return b.Kind == scan.Word && b.Upper && !b.AllUpper && b.Sentence == t.Tokens[h.First].Sentence
}

// grouped reports whether a word only tells the work of a group whose name it is of: "khối
// hậu cần", "ngành y tế", "chi bộ Bảo vệ".
func grouped(t *scan.Text, i int32) bool {
	switch word(t, i-1) {
	case "khối", "ngành":
		return true
	case "bộ":
		if i > 1 && word(t, i-2) == "cán" {
			return word(t, i) == "hậu" || word(t, i) == "y" // "cơ cấu cán bộ hậu cần"
		}
		return i > 1 && word(t, i-2) == "chi" && t.Tokens[i].Upper && !t.Tokens[i].AllUpper
	}
	return false
}

// partOf reports whether a matter is the part of a paper that is about it: "phần kinh tế biển
// viết còn mỏng", "nội dung xây dựng Đảng trình bày sơ lược".
func partOf(t *scan.Text, i int32) bool {
	switch word(t, i-1) {
	case "phần", "mục", "chương":
		return true
	case "dung":
		return i > 1 && word(t, i-2) == "nội"
	}
	return false
}

// whileHeld reports whether "thời gian đại hội" only tells when: "trong thời gian đại hội".
func whileHeld(t *scan.Text, h scan.Hit) bool {
	if h.First == 0 || word(t, h.First) != "thời" {
		return false
	}
	w := word(t, h.First-1)
	return w == "trong" || w == "suốt"
}

// aside reports whether the congress is only named for the time or place:
// "sau đại hội", "tại đại hội".
func (c *common) aside(t *scan.Text, h scan.Hit, first int32) bool {
	if h.First <= first {
		return false
	}
	switch word(t, h.First-1) {
	case "sau", "trước", "tại", "trong", "về", "đến", "dự", "gian", "ở", "trình", "phục", "mừng", "tới":
		return true
	}
	return false
}

// longestJoin is how far behind the word that opens a list its members may stand: "công
// tác tuyên truyền, khánh tiết, bảo vệ, y tế".
const longestJoin = 12

// joined reports whether a comma or "và", and perhaps a head word, stands
// directly before an aspect.
func (c *common) joined(t *scan.Text, h, after scan.Hit) bool {
	from, b := after.Last, h.First-1
	if hits := t.HitsIn(c.heads, max(from, h.First-3), h.Last); len(hits) > 0 {
		b = hits[0].First - 1
	} else if y := c.subjects[h.Value]; y.weak && !(h.First <= from+1 && t.Has(c.heads, max(0, from-longestJoin), from)) && !(c.member(t, h) && (y.aspect == "personnel" && c.subjects[after.Value].aspect == "documents" || inList(t, h.First))) {
		return false
	}
	switch word(t, b) {
	case "các", "những":
		b--
	case "đảm":
		b -= 2 // "lễ tân, bảo đảm an ninh"
	}
	return b >= from && (t.Is(b, ',') || links(t, b))
}

// member reports whether an aspect only stands in a list, with nothing said of it there.
func (c *common) member(t *scan.Text, h scan.Hit) bool {
	i := h.Last
	if g, ok := t.At(c.meeting, i+1); ok && (word(t, i) == "trình" || word(t, i) == "tại" || word(t, i) == "cho" || word(t, i) == "phục") {
		i = g.Last // "các báo cáo trình đại hội, …"
	}
	if int(i) >= len(t.Tokens) || t.Tokens[i].Sentence != t.Tokens[h.First].Sentence || t.Is(i, ',') || t.Is(i, '.') || t.Is(i, ';') || links(t, i) {
		return true
	}
	return word(t, i) == "đều" || t.Is(i, '…')
}

// inList reports whether "về", "khâu" or "cả" opened a list that goes on to a token.
func inList(t *scan.Text, i int32) bool {
	for j := i - 1; j >= max(0, i-12) && t.Tokens[j].Sentence == t.Tokens[i].Sentence; j-- {
		switch word(t, j) {
		case "về", "khâu", "cả":
			return true
		case "được", "đã", "rất", "khá":
			return false
		}
	}
	return false
}

// links reports whether a word joins the members of a list: "văn kiện lẫn nhân sự", "từ
// khâu văn kiện, nhân sự đến tuyên truyền".
func links(t *scan.Text, i int32) bool {
	switch word(t, i) {
	case "và", "lẫn":
		return true
	case "như":
		return word(t, i-1) == "cũng"
	case "đến", "tới":
		for j := i - 1; j >= max(0, i-14); j-- {
			if word(t, j) == "từ" {
				return true
			}
		}
	}
	return false
}

// yields reports whether a subject is so general that a later one is what is
// meant: "chỉ đạo công tác bầu cử", "Ban Thường vụ … tiến độ".
func yields(first, later subject) bool {
	if later.aspect == "overall" || first.aspect == alien || later.aspect == alien && speaksOf(first) {
		return false
	}
	return first.weak || first.aspect == "leadership" || first.aspect == "overall"
}

// located reports whether an aspect only tells where: "an ninh tại hội trường".
func located(t *scan.Text, h scan.Hit) bool {
	switch word(t, h.First-1) {
	case "tại", "ở", "trong", "quanh", "ngoài", "vực", "vào", "ra":
		return true
	}
	return false
}

// someOf reports whether "nơi" and its like tell which units are meant, not a place: "một số
// nơi họp xong".
func someOf(t *scan.Text, h scan.Hit) bool {
	if w := word(t, h.First); w != "nơi" && w != "chỗ" {
		return false
	}
	switch word(t, h.First-1) {
	case "số", "nhiều", "vài", "các", "có", "những", "mấy", "ít":
		return true
	}
	return false
}

// acts reports whether a subject is an act that takes the next for its object: "việc
// sắp xếp xe đưa đón".
func acts(y, object subject) bool {
	return y.aspect == "assignment" && (object.aspect == "logistics" || object.aspect == "security")
}

// placing reports whether an aspect is an act that persons or posts are the object of:
// "phân công nhiệm vụ cấp ủy viên", "sắp xếp cán bộ".
func placing(y, object subject, between int32) bool {
	return y.aspect == "assignment" && object.weak && (object.aspect == "personnel" && between <= 3 || object.aspect == "leadership" && between <= 4)
}

// word folds one token.
func word(t *scan.Text, i int32) string {
	return t.Fold(i)
}
