package judgement

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// What a rating says.
const (
	praise int32 = iota
	blame
	evil // its presence is blamed, its absence praised
	nothing
	fall // praised of an evil: "đơn thư giảm hẳn"
)

// Words that blame whatever follows them where reports judge.
const (
	openStill int32 = iota // còn
	openNo                 // không
)

// says is what a phrase of ratings.tsv says; a weak one is a common word that
// judges only where reports judge.
type says struct {
	what   int32
	weak   bool
	aspect string // what the phrase itself is about: "bầu một lần đủ số lượng"
	soft   bool   // only where nothing but the congress is its subject: "đúng tiến độ"
}

func (c *common) readRatings(env *kind.Env) error {
	c.ratings, c.not = env.Builder.Class("judgement.ratings"), words(env, "not", []string{"chưa", "chưa thực sự", "chưa thật sự", "chưa thật", "chưa được", "không", "không được", "thiếu", "chưa có", "chưa phải", "hiếm", "hiếm có", "hiếm khi", "ít có", "ít khi", "ít ai"})
	c.bares = env.Builder.Class("judgement.bares")
	c.evils, c.openers = env.Builder.Class("judgement.evils"), env.Builder.Class("judgement.openers")
	c.openers.Add("còn", openStill)
	c.openers.Add("vẫn còn", openStill)
	c.openers.Add("không", openNo)
	c.naming = words(env, "naming", []string{"nêu", "chỉ ra", "chỉ rõ", "phân tích", "đánh giá", "giải đáp", "tháo gỡ", "giải quyết", "gỡ", "gỡ ngay", "vượt qua", "vượt", "nhìn nhận", "thảo luận", "làm rõ", "xác định", "nhận diện", "những", "các", "thừa nhận", "phản ánh", "bàn", "uốn nắn", "chấn chỉnh", "phát hiện", "khắc phục", "sửa", "sửa chữa"})
	c.troubles = words(env, "troubles", []string{"hạn chế", "khó khăn", "vướng mắc", "yếu kém", "bất cập", "tồn tại", "thiếu sót", "khuyết điểm", "sai sót", "lệch lạc", "sơ hở"})
	list, err := env.Wordlist("ratings")
	if err != nil {
		return err
	}
	return list.Each(func(r report.WordRow) error {
		what, ok := map[string]int32{"strength": praise, "limitation": blame, "evil": evil, "nothing": nothing, "fall": fall}[r.Get("says")]
		if !ok {
			return fmt.Errorf("says is strength, limitation, evil, fall or nothing, not %q", r.Get("says"))
		}
		phrase := r.Get("phrase")
		if r.Get("weak") == "bare" {
			c.bares.AddAll(phrase, what)
		} else {
			c.ratings.AddAll(phrase, int32(len(c.says)))
			if what == evil {
				c.evils.AddAll(phrase, 1)
			}
		}
		aspect, soft := strings.CutSuffix(r.Get("aspect"), "?")
		c.says = append(c.says, says{what, r.Get("weak") == "yes", aspect, soft})
		return nil
	})
}

// judged is a rating with the polarity that it has in its clause; count is the
// number of ratings that it joins.
type judged struct {
	hit      scan.Hit
	polarity string
	count    int
	strong   bool   // a rating that no common word is
	aspect   string // see says.aspect
	soft     bool   // see says.soft
	evil     bool   // an evil that is there, or is not
	composed bool   // of a degree and a word that no list has
}

// judgings are what the units of a text say, by the token at which a unit begins:
// the judgement and the codes ask for it again and again.
type judgings struct {
	of    []int32 // 1 + index in found
	found [][]judged
	all   []judged // of all units
	rated []judged // of the unit in hand
}

// judge returns the ratings of a unit.
func (c *common) judge(t *scan.Text, u unit) []judged {
	if u.First >= u.Last { // a clause of marks only
		return nil
	}
	m := scan.Memo(t, &c.ofJudgings, func(t *scan.Text, m *judgings) *judgings {
		if m == nil {
			m = new(judgings)
		}
		m.of = slices.Grow(m.of[:0], len(t.Tokens))[:len(t.Tokens)]
		clear(m.of)
		m.found, m.all = m.found[:0], m.all[:0]
		return m
	})
	if i := m.of[u.First]; i > 0 {
		return m.found[i-1]
	}
	m.rated = c.rated(t, u.Clause, m.rated[:0])
	at := len(m.all)
	m.all = append(m.all, m.rated...)
	m.found = append(m.found, slices.Clip(m.all[at:]))
	m.of[u.First] = int32(len(m.found))
	return m.found[len(m.found)-1]
}

// rated reads the ratings of a clause.
func (c *common) rated(t *scan.Text, cl discourse.Clause, out []judged) []judged {
	judging := t.Identity.Type != "" && t.Identity.Type != "news" || c.reader.Judging(t, cl)
	for _, h := range t.HitsIn(c.ratings, cl.First, cl.Last) {
		s := c.says[h.Value]
		common := s.weak
		if s.weak && s.what != nothing {
			if d, ok := c.degreeBefore(t, cl, h); ok && (d.Value == graded) == (s.what == praise) {
				h.First, s.weak = d.First, false // "rất nghiêm túc", "quá chậm"
			}
			if w := word(t, h.Last); s.weak && s.what == blame && h.Last < cl.Last && (w == "quá" || w == "lắm") {
				h.Last, s.weak = h.Last+1, false // "chậm quá"
			}
		}
		if s.what == nothing || proper(t, h) || c.label(t, h) || common && (!judging && !c.introduced(t, cl, h) || c.inAspect(t, h)) || c.form(t, cl, h) || c.homograph(t, cl, h) || c.reader.Wished(t, cl, h.First) || c.reader.Earlier(t, cl, h.First) {
			continue
		}
		if j, ok := c.polarity(t, cl, h, s); ok && !(j.polarity == "limitation" && c.mends(t, cl, j.hit.First)) && (j.polarity == "limitation" || !c.reader.Purpose(t, cl, h.First)) {
			out = append(out, j)
		}
	}
	if judging {
		out = c.open(t, cl, out)
	}
	if said := cl; len(out) == 0 || out[0].hit.First > cl.First+4 {
		if len(out) > 0 {
			said.Last = out[0].hit.First - 3 // what is said before the first of them
		}
		found := c.composed(t, said, nil)
		if len(found) == 0 {
			found = c.bare(t, said, nil)
		}
		out = append(found, out...)
	}
	return out
}

// proper reports whether a word that would judge is of a name: the "Trầm" of "xã
// Trầm Lạc", "Yên Tâm".
func proper(t *scan.Text, h scan.Hit) bool {
	capital := func(i int32) bool {
		return i >= 0 && int(i) < len(t.Tokens) && t.Tokens[i].Kind == scan.Word && t.Tokens[i].Upper
	}
	for i := h.First; i < h.Last; i++ {
		if !capital(i) || h.Last-h.First > 1 && t.Tokens[i].AllUpper {
			return false
		}
	}
	return h.Last-h.First > 1 || capital(h.First-1) && t.Tokens[h.First].Space || capital(h.Last) && t.Tokens[h.Last].Space
}

// label reports whether a noun of trouble only heads what follows: "Hạn chế, khuyết
// điểm: …", "Một số tồn tại là …".
func (c *common) label(t *scan.Text, h scan.Hit) bool {
	if h.First > t.SentenceOf(h.First).First+8 || !c.trouble(t, h.First) {
		return false
	}
	for i := h.Last; i < min(h.Last+8, int32(len(t.Tokens))); i++ {
		switch {
		case t.Is(i, ':') || (i == h.Last || t.Is(i-1, ',')) && word(t, i) == "là": // "Hạn chế, theo ông Nam, là …"
			return true
		case t.Tokens[i].Kind != scan.Word && !t.Is(i, ','):
			return false
		}
	}
	return false
}

// trouble reports whether a noun of trouble begins at a token.
func (c *common) trouble(t *scan.Text, i int32) bool {
	_, ok := t.At(c.troubles, i)
	return ok
}

// introduced reports whether a plain aspect stands before a rating: then a common
// word judges in news too.
func (c *common) introduced(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	found := c.amongBefore(t, cl.First, cl.Last, h.First)
	if len(found) == 0 || found[0].aspect == alien {
		return false
	}
	return !found[0].weak || c.begins(t, cl, h, found[0]) || found[0].aspect == "overall" && c.held(t, cl, h)
}

// held reports whether common words say in a list how a congress was held: "đại hội được tiến
// hành đồng bộ, dân chủ, an toàn".
func (c *common) held(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	n, first := 1, h.First
	for _, r := range t.HitsIn(c.ratings, max(cl.First, h.First-longestManner), min(cl.Last, h.Last+longestManner)) {
		if c.says[r.Value].what != praise || r.First == h.First {
			continue
		}
		if r.Last < h.First && h.First-r.Last <= 6 {
			n, first = n+1, min(first, r.First)
		} else if r.First >= h.Last && r.First-h.Last <= 2 {
			n++
		}
	}
	if n < 2 {
		return false
	}
	for i := max(cl.First, first-4); i < first-1; i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "tiến hành", "diễn ra", "tổ chức":
			return true
		}
	}
	return false
}

// longestManner is how many words from one word of such a list the next one ends at most.
const longestManner = 20

// begins reports whether a unit begins with a common subject of which a rating right
// behind it says something: "nhân sự đoàn kết", "an ninh, y tế bảo đảm".
func (c *common) begins(t *scan.Text, cl discourse.Clause, h scan.Hit, y subject) bool {
	switch y.aspect {
	case "overall", "leadership", "assignment":
		return false
	}
	first := max(c.said(t, cl), cl.First)
	if first == cl.First {
		first = behindNumber(t, afterLabel(t, cl))
	}
	for first < h.First && (t.Tokens[first].Kind == scan.Punct || word(t, first) == "về") {
		first++
	}
	a, ok := t.At(c.aspects, first)
	if x, head := t.At(c.heads, first); !ok && head {
		a, ok = t.At(c.aspects, x.Last) // "việc tuyên truyền gần như bỏ trống"
	}
	if !ok || h.First-a.Last > 14 {
		return false
	}
	if t.Is(a.Last, ':') {
		return h.First-a.Last <= 9 // "Nhân sự: cơ cấu các độ tuổi hợp lý"
	}
	longest, n := int32(3), int32(0)
	if whose(word(t, a.Last)) {
		longest = 5
	}
	for i := a.Last; i < h.First; i++ {
		_, kind := t.At(c.kinds, i)
		if !t.Tokens[i].Upper && t.Tokens[i].Kind != scan.Number && !kind {
			n++ // names do not count: "Báo cáo của Chi bộ số 4 phường Hòa An chân thực"
		}
	}
	return n <= longest
}

// hidden reports whether a word is only a part of a longer one that says
// nothing, the yếu of chủ yếu, or of a name.
func (c *common) hidden(t *scan.Text, h scan.Hit) bool {
	if proper(t, h) {
		return true
	}
	for _, r := range t.HitsIn(c.ratings, max(0, h.First-4), min(h.Last+4, int32(len(t.Tokens)))) {
		if c.says[r.Value].what != nothing || word(t, r.First) == "đều" { // "đều có đơn nặc danh"
			continue
		}
		if r.First <= h.First && h.Last <= r.Last && r.Last-r.First > h.Last-h.First || r.First < h.First && h.First < r.Last {
			return true // the ít ý kiến of "không ít ý kiến"
		}
	}
	return false
}

// inAspect reports whether a rating is only a part of what is judged: "bảo đảm
// an ninh trật tự".
func (c *common) inAspect(t *scan.Text, h scan.Hit) bool {
	for _, a := range t.HitsIn(c.aspects, max(0, h.First-6), min(h.Last+6, int32(len(t.Tokens)))) {
		if a.First <= h.First && h.Last <= a.Last && a.Last-a.First > h.Last-h.First {
			return true
		}
	}
	return false
}

// form reports whether "hình thức" is the noun: "nhiều hình thức phong phú",
// "nội dung và hình thức". It blames where it ends its phrase.
func (c *common) form(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	if h.Last-h.First != 2 || word(t, h.First) != "hình" {
		return false
	}
	if h.Last < cl.Last && t.Tokens[h.Last].Kind == scan.Word {
		return true
	}
	switch word(t, h.First-1) {
	case "và", "nhiều", "bằng", "các", "mới", "về", "cả", "mọi", "theo", "dung", "hóa":
		return true
	}
	return false
}

// open adds what "còn" and, among shortcomings, "không" blame in words that no
// list has: "còn mờ nhạt", "không sát thực tế".
func (c *common) open(t *scan.Text, cl discourse.Clause, out []judged) []judged {
	for _, h := range t.HitsIn(c.openers, cl.First, cl.Last) {
		if h.Value == openNo && cl.Part != discourse.Limits && !cl.Turned && !c.follows(t, cl, h) || h.Value == openStill && !c.reader.Judging(t, cl) || h.Last >= cl.Last ||
			t.Tokens[h.Last].Kind != scan.Word || t.Tokens[h.Last].Upper || c.closed(t, cl, h) || t.Has(c.ratings, h.First, min(h.Last+4, cl.Last)) ||
			slices.ContainsFunc(out, func(j judged) bool { return j.hit.Last > h.First-2 && j.hit.First < h.Last+5 }) || c.reader.Wished(t, cl, h.First) || c.reader.Denied(t, cl, h.First, h.Last) {
			continue
		}
		if c.covered(t, h) {
			continue
		}
		j := judged{hit: h, polarity: "limitation", count: 1}
		j.hit.Last = upTo(t, h.Last, min(cl.Last, h.First+6))
		out = append(out, j)
	}
	slices.SortStableFunc(out, func(a, b judged) int { return int(a.hit.First - b.hit.First) })
	return out
}

// covered reports whether a longer phrase of ratings.tsv has an opener in it: the
// "không" of "phiếu không hợp lệ".
func (c *common) covered(t *scan.Text, h scan.Hit) bool {
	for _, g := range t.HitsIn(c.ratings, max(0, h.First-4), min(h.Last+4, int32(len(t.Tokens)))) {
		if g.First < h.First && g.Last > h.First {
			return true
		}
	}
	return false
}

// follows reports whether "không" stands directly behind a plain subject: "điều hành
// không theo trình tự".
func (c *common) follows(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	hits := t.HitsIn(c.aspects, max(cl.First, h.First-6), h.First)
	if len(hits) == 0 {
		return false
	}
	last := hits[len(hits)-1]
	y := c.subjects[last.Value]
	return last.Last >= h.First-1 && !y.weak && y.aspect != "" && y.aspect != alien
}

// closed reports whether the words around "còn" or "không" make it no blame:
// "24 đảng bộ còn lại", "mà còn", "không chỉ", "không có đơn thư".
func (c *common) closed(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	switch word(t, h.First-1) {
	case "mà", "không", "chưa", "số", "chẳng", "ngoài", "hay", "có":
		return true
	}
	if h.First == cl.First && h.Value == openStill {
		return true // "còn" at the start of a clause is "as for"
	}
	if h.Value == openNo {
		switch word(t, h.Last) + " " + word(t, h.Last+1) {
		case "nhận xét", "bình luận", "ảnh hưởng", "liên quan", "thuộc phạm", "bầu tiếp", "tham gia", "đồng chí", "đơn vị", "chi bộ", "đảng bộ", "nơi nào", "xã nào", "tổ chức", "thay đổi", "phân biệt", "tính đến", "bao gồm":
			return true
		}
	}
	switch word(t, h.Last) {
	case "lại", "được", "là", "nữa", "để", "chỉ", "những", "còn", "có", "đến", "khoảng", "phải", "ai", "gì", "khí", "gian", "ít", "quá", "xảy", "phát", "tái", "trúng", "hợp", "lành", "giấy":
		return true
	}
	return t.Has(c.evils, h.Last, min(h.Last+6, cl.Last))
}

// runs joins ratings of one polarity that stand side by side: "dân chủ, khách
// quan, đúng luật". Praise that shares its segment with blame gives way: "có
// chất lượng chưa cao".
func runs(t *scan.Text, ratings, out []judged) []judged {
	for _, r := range ratings {
		n := len(out)
		if n == 0 || r.hit.First-out[n-1].hit.Last > 4 {
			out = append(out, r)
			continue
		}
		last := &out[n-1]
		switch {
		case last.polarity == r.polarity && last.aspect == r.aspect:
			last.hit.Last, last.count, last.strong = max(last.hit.Last, r.hit.Last), last.count+1, last.strong || r.strong
		case last.aspect != r.aspect:
			out = append(out, r)
		case t.Is(r.hit.First-1, ',') || conceding(t, last.hit.Last, r.hit.First):
			out = append(out, r)
		case r.polarity == "limitation":
			*last = r
		}
	}
	return slices.DeleteFunc(out, func(r judged) bool { return r.polarity == "strength" && wished(t, out, r) })
}

// conceding reports whether a word between two judgements grants one of them: "tốt, dù còn
// vài chỗ lặp".
func conceding(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		switch word(t, i) {
		case "dù", "tuy", "nhưng", "song":
			return true
		}
	}
	return false
}

// wished reports whether praise only says what was missing: "chưa đề xuất được
// giải pháp cụ thể, thiết thực".
func wished(t *scan.Text, all []judged, r judged) bool {
	for _, b := range all {
		if b.polarity != "limitation" || b.hit.Last > r.hit.First || r.hit.First-b.hit.Last > 10 {
			continue
		}
		switch word(t, r.hit.First-1) {
		case "được", "đã", "đều", "vẫn", "bản", "rất":
			return false
		}
		return word(t, r.hit.First) != "được"
	}
	return false
}

// polarity turns praise after a denial into blame, drops blame that is denied,
// and praises an evil that is denied.
func (c *common) polarity(t *scan.Text, cl discourse.Clause, h scan.Hit, s says) (judged, bool) {
	j := judged{hit: h, polarity: "strength", count: 1, strong: !s.weak, aspect: s.aspect, soft: s.soft}
	from := max(cl.First, h.First-3)
	switch s.what {
	case praise:
		switch word(t, h.First-1) {
		case "tính", "về", "để", "nhằm":
			return j, false // a quality that is spoken about
		}
		if word(t, h.First) == "tăng" && (c.evilBefore(t, cl, h) || conceded(t, cl, h.First)) {
			return j, false // "đơn thư tăng mạnh" praises nobody
		}
		if hits := t.HitsIn(c.not, from, h.First); len(hits) > 0 && !beyond(word(t, hits[0].Last)) && !t.Is(h.First-1, ',') && word(t, h.First-1) != "mà" && !c.covered(t, hits[0]) { // "không dài, dễ nhớ"
			j.polarity, j.hit.First, j.strong = "limitation", hits[0].First, true
			if c.reader.Denial(t, cl, j.hit.First, h.Last) == discourse.Absent {
				return j, false // "chưa phát hiện … vận động không lành mạnh"
			}
		}
		if settles(t, h) && c.evilBefore(t, cl, h) && c.reader.Leaves(t, h.Last) {
			return j, false // "đã xử lý xong 4, còn 3 đơn kéo dài"
		}
		if first, ok := doubted(t, cl, h.First); ok {
			j.polarity, j.hit.First = "limitation", first
			return j, true
		}
		if w := word(t, h.First); w == "không" || w == "chưa" {
			j.hit.Last = upTo(t, h.Last, min(cl.Last, h.First+8)) // "không để xảy ra [tình huống bất ngờ]"
		}
	case blame:
		if c.reader.Denies(t, h) {
			if c.evilBehind(t, cl, h) { // "chưa nhận được một lá đơn nào"
				j.hit.Last = upTo(t, h.Last, min(cl.Last, h.First+8))
				return j, true
			}
			if s.weak {
				return j, false
			}
		}
		if forcedLate(t, cl, h) {
			return j, false
		}
		if c.object(t, cl, h) {
			return j, false
		}
		denial, at := c.reader.DenialAt(t, cl, h.First, h.Last)
		if denial == discourse.Absent && at == h.First && word(t, h.First) == "còn" {
			denial = discourse.Stands // "còn sai sót nhỏ nhưng được khắc phục ngay"
		}
		if denial == discourse.Absent && (!s.weak || c.trouble(t, h.First) && c.reader.Solved(t, cl)) {
			j.hit.First = whence(at, h.First)
			return j, true // "không nhầm một phiếu nào"
		}
		if t.Has(c.not, from, h.First) || denial != discourse.Stands {
			return j, false
		}
		j.polarity = "limitation"
		if b := still(t, cl, h.First); b < h.First {
			j.hit.First, j.strong = b, true
		}
		c.extend(t, cl, &j)
	case fall:
		return j, c.evilBefore(t, cl, h)
	case evil:
		j.evil = true
		denial, at := c.reader.DenialAt(t, cl, h.First, h.Last)
		if at < h.First && causes(t, at) {
			return j, false // "không phải do mất đoàn kết, mà …"
		}
		absent := denial != discourse.Stands || c.reader.Solved(t, cl)
		if !absent && (t.Is(h.Last, ':') || t.Is(h.Last, ',')) && hasNumber(t, h.Last, min(h.Last+5, cl.Last)) {
			return j, false // "Thư nặc danh, mạo danh: 64 lá" only counts
		}
		if !absent && (s.weak || !c.happens(t, cl, h)) {
			return j, false // that there is a complaint is no blame of anybody
		}
		j.hit.First = whence(at, h.First)
		if !absent && !t.Has(c.not, max(cl.First, h.First-5), h.First) {
			j.polarity = "limitation"
		}
	}
	return j, true
}

// forcedLate reports whether a delay is told with a cause that nobody is answerable for: "lùi
// lịch vì dịch", "do giãn cách phải lùi ngày khai mạc".
func forcedLate(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	put := false
	for i := h.First; i < min(h.Last+1, cl.Last); i++ {
		switch word(t, i) {
		case "lùi", "hoãn", "dời", "tạm":
			put = true
		}
	}
	if !put {
		return false
	}
	for i := max(cl.First, h.First-8); i < min(h.Last+9, cl.Last-1); i++ {
		if w := word(t, i); w != "do" && w != "vì" {
			continue
		}
		for j := i + 1; j < min(i+4, cl.Last); j++ {
			switch word(t, j) {
			case "dịch", "covid", "giãn", "bão", "lũ", "mưa", "thiên", "sáp", "lụt", "sạt", "cách", "ngập", "hạn", "động", "tang", "quốc", "hợp", "bầu", "rét":
				return true
			}
		}
	}
	return false
}

// settles reports whether words of praise say that something was settled.
func settles(t *scan.Text, h scan.Hit) bool {
	for i := h.First; i < h.Last-1; i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "giải quyết", "xử lý", "kết luận", "trả lời", "làm rõ":
			return true
		}
	}
	return false
}

// doubted reports whether a clause denies in its first words that it can be said at all: "Chưa
// thể nói công tác chỉ đạo đã đều tay".
func doubted(t *scan.Text, cl discourse.Clause, before int32) (int32, bool) {
	for i := cl.First; i < min(cl.First+6, before-2); i++ {
		switch word(t, i) + " " + word(t, i+1) {
		case "chưa thể", "không thể", "khó thể", "chưa dám", "không dám", "khó mà", "khó có":
			for j := i + 2; j < min(i+5, before); j++ {
				switch word(t, j) {
				case "nói", "coi", "xem", "gọi", "bảo", "khen", "khẳng":
					return i, word(t, j+1) != "hết" && word(t, j+1) != "không"
				}
			}
		}
	}
	return 0, false
}

// conceded reports whether a rise is only granted before what is blamed: "tuy có tăng …
// nhưng vẫn thấp".
func conceded(t *scan.Text, cl discourse.Clause, i int32) bool {
	for b := i - 1; b >= max(cl.First, i-4); b-- {
		switch word(t, b) {
		case "tuy", "dù", "mặc":
			return true
		}
	}
	return false
}

// beyond tells words that make a "không" before them deny nothing: "không những đúng tiến
// độ", "không khí".
func beyond(w string) bool {
	switch w {
	case "khí", "những", "chỉ", "riêng", "ít", "gian", "tái", "trúng": // "cán bộ không tái cử"
		return true
	}
	return false
}

// causes reports whether a denial only denies a cause: "không phải do", "không phải vì".
func causes(t *scan.Text, i int32) bool {
	w := word(t, i+2)
	return word(t, i+1) == "phải" && (w == "do" || w == "vì" || w == "tại")
}

// evilBefore reports whether a clause names an evil before a hit.
func (c *common) evilBefore(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	for _, a := range t.HitsIn(c.aspects, cl.First, h.First) {
		if c.subjects[a.Value].aspect == "inspection" {
			return true
		}
	}
	return t.Has(c.evils, cl.First, h.First)
}

// evilBehind reports whether a clause names an evil right behind a hit.
func (c *common) evilBehind(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	return t.Has(c.evils, h.Last, min(h.Last+6, cl.Last))
}

// still returns the token of what makes a common word blame: "còn dè dặt", "vẫn rất
// chậm", else the word's own.
func still(t *scan.Text, cl discourse.Clause, i int32) int32 {
	for b := i - 1; b >= max(cl.First, i-2); b-- {
		switch word(t, b) {
		case "còn", "vẫn":
			return b
		case "rất", "quá", "khá", "hơi", "nhiều":
		default:
			return i
		}
	}
	return i
}

// whence returns where the words of a judgement begin: at what denies it, when
// that stands near: "không để xảy ra mất đoàn kết".
func whence(denial, first int32) int32 {
	if denial < first && first-denial <= 8 {
		return denial
	}
	return first
}

// happens reports whether a clause says that an evil came about: "còn để xảy ra
// điểm nóng".
func (c *common) happens(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	for i := max(cl.First, h.First-5); i < h.First; i++ {
		switch word(t, i) {
		case "còn", "để", "xảy", "phát", "có", "gây", "tạo":
			return true
		}
	}
	return false
}

// object reports whether a noun of blame is what somebody names or mends:
// "nêu rõ những hạn chế", "tháo gỡ vướng mắc".
func (c *common) object(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	if !c.trouble(t, h.First) {
		return false
	}
	for i := h.First - 1; i >= max(cl.First, h.First-6); i-- {
		switch word(t, i) {
		case "còn", "có", "gặp", "bị", "là", ",":
			if !t.Is(i, ',') {
				return false
			}
		}
		if _, ok := t.At(c.naming, i); ok {
			return true
		}
	}
	return false
}

// extend takes the words after a bare "chưa" or "thiếu" into the rating, up to
// the next mark: "chưa thường xuyên kiểm tra".
func (c *common) extend(t *scan.Text, cl discourse.Clause, j *judged) {
	if j.hit.Last-j.hit.First > 1 {
		return
	}
	switch t.Fold(j.hit.First) {
	case "chưa", "thiếu", "ít":
		j.hit.Last = upTo(t, j.hit.Last, min(cl.Last, j.hit.First+6))
	}
}

// upTo returns the end of the words from a token on, before a mark or a token.
func upTo(t *scan.Text, i, last int32) int32 {
	for i < last && t.Tokens[i].Kind == scan.Word {
		i++
	}
	return i
}
