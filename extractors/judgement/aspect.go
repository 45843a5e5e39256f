package judgement

import (
	"slices"
	"strconv"
	"strings"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// AspectConfig has no settings: what can be judged stands in aspects.tsv, how
// in ratings.tsv.
type AspectConfig struct{}

// DefaultAspect returns the settings of the embedded rule.
func DefaultAspect() AspectConfig { return AspectConfig{} }

// Aspect finds assessments.
type Aspect struct {
	id string
	c  *common
}

// NewAspect makes the extractor of a rule.
func NewAspect(id string, _ AspectConfig, env *kind.Env) (*Aspect, error) {
	common, err := newCommon(env)
	if err != nil {
		return nil, err
	}
	for _, y := range common.subjects {
		if y.aspect != "" && y.aspect != alien {
			if err := env.Code("aspect", y.aspect); err != nil {
				return nil, err
			}
		}
	}
	return &Aspect{id: id, c: common}, nil
}

// verdict is one judgement of a sentence.
type verdict struct {
	aspect   string
	polarity string
	span     scan.Hit
	doubts   []string
}

// Facts emits one fact per sentence, aspect and polarity.
func (x *Aspect) Facts(t *scan.Text, emit func(report.Fact)) {
	if t.Identity.Type == "statistics_form" && !remarked(t) {
		return // its remarks count; they judge nothing
	}
	s := sentenceReader{x: x, t: t, emit: emit}
	statements := x.c.statements(t)
	for i, u := range x.c.units(t) {
		if u.New {
			s.carried, s.done, s.mixed = nil, s.done[:0], x.c.mixed(t, i)
		}
		if !u.Judges {
			continue
		}
		n := 0
		for n < len(statements) && statements[n].unit == i {
			n++
		}
		s.unit(u, statements[:n])
		statements = statements[n:]
	}
}

// remarked reports whether a form has a column of remarks, such as "Ưu điểm" or "Tồn tại".
func remarked(t *scan.Text) bool {
	for i := range t.Doc.Blocks {
		if t.Doc.Blocks[i].Kind != report.TableCell {
			continue
		}
		first, last := t.Block(i)
		if last-first < 2 || last-first > 6 {
			continue
		}
		switch word(t, first) + " " + word(t, first+1) {
		case "ưu điểm", "hạn chế", "tồn tại", "nhận xét", "khuyết điểm", "nhược điểm", "mặt được", "đánh giá", "mặt mạnh", "thiếu sót":
			return true
		}
	}
	return false
}

// mixed reports whether the sentence that a unit begins praises and blames, so that one may
// be taken for the other's subject.
func (c *common) mixed(t *scan.Text, i int) bool {
	praised, blamed := false, false
	units := c.units(t)
	for k := i; k < len(units) && units[k].Sentence == units[i].Sentence; k++ {
		if !units[k].Judges {
			continue
		}
		for _, j := range c.judge(t, units[k]) {
			praised, blamed = praised || j.polarity == "strength", blamed || j.polarity == "limitation"
		}
	}
	return praised && blamed
}

// tells reports whether a clause tells what was, so that it can judge: it
// demands nothing and stands in no part on lessons or tasks.
func (c *common) tells(t *scan.Text, cl discourse.Clause) bool {
	if cl.Demand >= 0 || cl.Heading || cl.Goes {
		return false
	}
	return judging(t, cl) && (prescribes(t) || !c.reader.Before(t, cl) && !c.reader.Reviews(t, cl) && !longAgo(t, cl)) || c.looksBack(t, cl)
}

// longAgo reports whether a clause begins with a year well before the term of the document:
// "Năm 2009, phong trào thi đua chưa mạnh".
func longAgo(t *scan.Text, cl discourse.Clause) bool {
	if t.Identity.Start == 0 || word(t, cl.First) != "năm" || cl.First+2 >= cl.Last || !t.Is(cl.First+2, ',') {
		return false
	}
	year, err := strconv.Atoi(t.Word(cl.First + 1))
	return err == nil && year > 1900 && year < t.Identity.Start-1
}

// judging reports whether a clause stands where reports judge, whatever it says: in no part
// on lessons or tasks, in no list of what is asked.
func judging(t *scan.Text, cl discourse.Clause) bool {
	return !cl.Listed && cl.Part != discourse.Tasks && cl.Part != discourse.Lessons && !(prescribes(t) && cl.Part != discourse.Limits)
}

// sentenceReader reads the units of a sentence one after the other.
type sentenceReader struct {
	x       *Aspect
	t       *scan.Text
	emit    func(report.Fact)
	carried []subject // what governs a unit without a subject of its own
	done    []verdict
	mixed   bool     // the sentence praises and blames
	runs    []judged // of the unit in hand
}

// unit reads one unit, of which codes state something.
func (s *sentenceReader) unit(u unit, statements []statement) {
	c := s.x.c
	ratings := c.judge(s.t, u)
	judged := runs(s.t, ratings, s.runs[:0])
	s.runs = judged
	coded := s.coded(u, judged, statements)
	if len(ratings) == 0 {
		s.named(u, statements)
		s.bySection(u, coded)
		if found := c.among(s.t, u.Topic, u.Last); len(found) > 0 {
			s.carried = found
		}
		return
	}
	var own []subject // what a judgement before says itself
	for _, r := range judged {
		if coded.says(s.t, u, r) || counted(s.t, u.Clause, r) || coded.counts(s.t, r) && !tardy(s.t, r.hit) || r.evil && coded.came && r.polarity == "limitation" {
			continue // a code says whose shortcoming it is; a mere count is no judgement
		}
		of, carried := c.main(s.t, u, r.hit, s.carried)
		switch {
		case r.aspect != "" && !(r.soft && len(of) > 0 && !yieldsTo(of[0])):
			of, carried = []subject{{aspect: r.aspect}}, false
			own = of
		case own != nil && len(of) > 0 && (of[0].weak || of[0].aspect == "overall") && !(own[0].aspect == "security" && of[0].aspect == "overall" && c.leads(s.t, u)):
			of, carried = own, len(s.carried) > 0 && &own[0] == &s.carried[0]
		case r.polarity == "limitation" && coded.instead != "":
			of, carried = []subject{{aspect: coded.instead}}, false
		}
		if y := c.topicOf(s.t, u.Sentence); y.aspect != "" && r.aspect == "" && (len(of) == 0 && (r.strong || r.count > 1) || len(of) == 1 && of[0].weak && of[0].aspect != y.aspect && !c.leads(s.t, u) && u.First != s.t.Sentences[u.Sentence].First) {
			of, carried = []subject{y}, true
		}
		if len(of) == 1 && of[0].aspect == "overall" && (r.polarity == "limitation" || word(s.t, r.hit.First) == "không") && long(s.t, r.hit) {
			of = []subject{{aspect: "proceedings", weak: of[0].weak}} // a congress that was too long
		}
		if len(of) == 0 && summed(s.t, s.t.Sentences[u.Sentence].First) {
			of = []subject{{aspect: "overall", weak: true}}
		}
		s.carried = of
		for _, y := range of {
			if !y.weak || r.count > 1 || r.strong || weighty(s.t, u.Clause, r) || c.leads(s.t, u) || blamed(statements, r) {
				s.add(u, verdict{y.aspect, r.polarity, r.hit, r.doubts(y, carried)})
			}
		}
	}
}

// summed reports whether a sentence sums up: "Nhìn chung suôn sẻ, đúng luật".
func summed(t *scan.Text, i int32) bool {
	for t.Tokens[i].Kind != scan.Word && int(i)+2 < len(t.Tokens) {
		i++
	}
	switch word(t, i) + " " + word(t, i+1) {
	case "nhìn chung", "nói chung", "tựu trung", "tóm lại", "tựu chung":
		return true
	}
	return false
}

// long reports whether blame says that something took too long: "dài quá", "kéo dài".
func long(t *scan.Text, h scan.Hit) bool {
	for i := h.First; i < h.Last; i++ {
		switch word(t, i) {
		case "dài", "lâu":
			return true
		}
	}
	return false
}

// blamed reports whether a code of an aspect states what a judgement says.
func blamed(statements []statement, r judged) bool {
	return r.polarity == "limitation" && slices.ContainsFunc(statements, func(m statement) bool {
		return len(m.code.of) > 0 && !m.denied && m.hit.First < r.hit.Last && m.hit.Last > r.hit.First
	})
}

// named lets a noun for merits or faults judge the one subject that it names in its sentence:
// "Ưu điểm nổi bật là tinh thần thảo luận", "Điểm yếu là khâu nhân sự".
func (s *sentenceReader) named(u unit, statements []statement) {
	c, t := s.x.c, s.t
	i := c.led(t, u.Clause)
	if i <= u.First || word(t, i-1) != "là" || u.Last-i > longestNamed || hasNumber(t, i, u.Last) || len(statements) > 0 {
		return
	}
	polarity := ""
	first := behindNumber(t, afterLabel(t, u.Clause))
	switch word(t, first) + " " + word(t, first+1) {
	case "ưu điểm", "mặt mạnh", "mặt được", "cái được", "điểm cộng", "điểm mạnh", "điểm sáng", "thành công", "điều đáng", "kết quả":
		polarity = "strength"
	case "nhược điểm", "hạn chế", "khuyết điểm", "tồn tại", "điểm trừ", "điểm yếu", "cái chưa", "mặt chưa", "mặt yếu", "điều chưa":
		polarity = "limitation"
	}
	h, ok := t.At(c.aspects, behindHeads(c, t, u))
	if polarity == "" || !ok || word(t, first+2) == "tiếc" {
		return
	}
	if y := c.subjects[h.Value]; y.aspect != "" && y.aspect != alien && y.aspect != "overall" {
		s.add(u, verdict{y.aspect, polarity, scan.Hit{First: first, Last: i - 1}, []string{"no_rating"}})
	}
}

// longestNamed is how many words name a subject with whose it is at most.
const longestNamed = 14

// bySection lets the heading of a part on shortcomings blame a unit whose words no
// list has. What stands among merits is often only told, so that the heading alone
// praises nothing.
func (s *sentenceReader) bySection(u unit, coded coding) {
	if coded.stated || coded.denied || coded.instead != "" {
		return
	}
	if y, h, ok := s.x.c.headed(s.t, u); ok {
		s.add(u, verdict{y.aspect, "limitation", h, []string{"by_heading", "no_rating"}})
	}
}

// headed returns what a unit is about and says, where the heading of a part on
// shortcomings alone makes it blame: "Văn kiện của vài xã bê nguyên câu chữ của
// huyện". It must begin with what it is about, say something of it, and count
// nothing.
func (c *common) headed(t *scan.Text, u unit) (y subject, saying scan.Hit, ok bool) {
	if u.Part != discourse.Limits || t.Identity.Type == "news" || t.Identity.Type == "" {
		return y, saying, false
	}
	h, ok := t.At(c.aspects, behindHeads(c, t, u))
	if !ok {
		return y, saying, false
	}
	y = c.subjects[h.Value]
	if t.Is(h.Last, ':') { // "Về văn kiện: …"
		h.Last++
	}
	if y.weak || y.aspect == "" || y.aspect == alien || y.aspect == "overall" || u.Last-h.Last < shortestSaying || u.Last-h.Last > longestSaying {
		return y, saying, false
	}
	for i := h.Last; i < u.Last; i++ {
		if t.Tokens[i].Kind == scan.Number || t.Is(i, ':') {
			return y, saying, false
		}
	}
	return y, scan.Hit{First: h.Last, Last: u.Last}, true
}

// A saying has so many words behind its subject: fewer only name it, more tell a
// story.
const shortestSaying, longestSaying = 4, 22

// behindHeads returns the token behind the words that open a subject: "Công tác
// chuẩn bị [văn kiện]", "Một số [tham luận]".
func behindHeads(c *common, t *scan.Text, u unit) int32 {
	i := behindNumber(t, max(afterLabel(t, u.Clause), u.Topic))
	if word(t, i) == "về" {
		i++
	}
	for range 3 {
		if _, ok := t.At(c.aspects, i); ok {
			return i
		}
		if h, ok := t.At(c.quantity, i); ok {
			i = h.Last
		} else if h, ok := t.At(c.heads, i); ok {
			i = h.Last
		}
	}
	return i
}

// behindNumber returns the token behind words that number what follows, "Một là,", "Thứ hai,", "Hai
// là:"; the token itself for others.
func behindNumber(t *scan.Text, i int32) int32 {
	ordinal := word(t, i) == "thứ" || word(t, i) == "điều" && word(t, i+1) == "thứ"
	if !ordinal && word(t, i+1) != "là" {
		return i
	}
	j := i
	if word(t, j) == "điều" {
		j++
	}
	if ordinal {
		j++
	}
	switch word(t, j) {
	case "một", "hai", "ba", "bốn", "tư", "năm", "sáu", "bảy", "nhất", "tám", "chín":
		j++
	default:
		return i
	}
	if word(t, j) == "là" {
		j++
	}
	if t.Is(j, ',') || t.Is(j, ':') {
		return j + 1
	}
	if word(t, j-1) == "là" {
		return j
	}
	return i
}

// whole returns the words of a shortcoming with the blame that they are part of.
func whole(h scan.Hit, ratings []judged) scan.Hit {
	for _, r := range ratings {
		if r.polarity == "limitation" && r.hit.First <= h.Last && r.hit.Last >= h.First {
			h.First, h.Last = min(h.First, r.hit.First), max(h.Last, r.hit.Last)
		}
	}
	return h
}

// votes reports whether a unit speaks of voting, so that what is wrong with
// posts and shares is of elections; campaigning is of personnel.
func (c *common) votes(t *scan.Text, u unit) bool {
	for _, h := range t.HitsIn(c.ballot, u.First, u.Last) {
		if h.Last-h.First == 2 {
			return true
		}
	}
	return false
}

// leads reports whether a unit begins with what it is about, so that a common
// word can judge it: "Thảo luận còn ít".
func (c *common) leads(t *scan.Text, u unit) bool {
	first := behindHeads(c, t, u)
	hits := t.HitsIn(c.aspects, first, min(first+8, u.Last))
	return len(hits) > 0 && hits[0].First <= first+1 && c.subjects[hits[0].Value].aspect != "" && c.subjects[hits[0].Value].aspect != alien
}

// coding is what the coded shortcomings say of a unit: whether one is stated or
// denied, and the aspect of one that only counts, to which blame beside it
// belongs.
type coding struct {
	stated, denied bool
	denial         scan.Hit // where the last of them is denied
	came           bool     // a trouble came about that nobody is blamed for
	instead        string
	count          scan.Hit // where one counts
	named          scan.Hit // where one is stated that blames nobody
}

// counts reports whether blame is no more than what a code counts: "chưa bầu đủ",
// "còn khuyết 1 người".
func (c coding) counts(t *scan.Text, r judged) bool {
	if r.polarity == "limitation" && r.hit.First < c.named.Last && r.hit.Last > c.named.First {
		return true
	}
	return c.count.Last > 0 && r.polarity == "limitation" && r.hit.First < c.count.Last+4 && r.hit.Last > c.count.First-4 && !details(t, r.hit.Last, c.count.First)
}

// tardy reports whether blame says that something takes too long, which is more than a count:
// "chậm giải quyết 03 đơn tố cáo".
func tardy(t *scan.Text, h scan.Hit) bool {
	for i := h.First; i < h.Last; i++ {
		switch word(t, i) {
		case "chậm", "kéo", "dây", "đọng", "trễ":
			return true
		}
	}
	return false
}

// details reports whether a colon stands in a range: behind it is told what is blamed,
// "chưa hợp lý: thiếu cán bộ nữ".
func details(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Is(i, ':') {
			return true
		}
	}
	return false
}

// says reports whether a judgement is what a code says already.
func (c coding) says(t *scan.Text, u unit, r judged) bool {
	if r.polarity == "limitation" {
		return c.stated || c.instead != "" && reason(t, u, r.hit)
	}
	w := word(t, r.hit.First)
	return c.denied && (w == "không" || w == "chưa") && (r.aspect == "" || r.hit.First < c.denial.Last && r.hit.Last > c.denial.First)
}

// reason reports whether blame only gives the reason of what is counted: "do không
// ai đủ phiếu", "do một đồng chí không đạt quá nửa nên …", "Chưa bố trí được người nên …".
func reason(t *scan.Text, u unit, h scan.Hit) bool {
	if h.First == u.First {
		for i := h.Last; i < min(h.Last+4, u.Last); i++ {
			if word(t, i) == "nên" {
				return true
			}
		}
	}
	for i := h.First - 1; i >= max(u.First, h.First-6); i-- {
		if w := word(t, i); w == "do" || w == "vì" {
			return true
		}
	}
	if w := word(t, u.First); w != "do" && w != "vì" {
		return false
	}
	for i := h.Last; i < u.Last; i++ {
		if word(t, i) == "nên" {
			return true
		}
	}
	return false
}

// coded adds what the coded shortcomings of a unit say of their aspects.
func (s *sentenceReader) coded(u unit, ratings []judged, statements []statement) (found coding) {
	for _, m := range statements {
		k := m.code
		if k.aspect == "" {
			continue
		}
		aspect := k.aspect
		switch {
		case aspect == "personnel" && k.code != "disunity" && s.x.c.votes(s.t, u):
			aspect = "elections"
		case aspect == "leadership" && s.x.c.about(s.t, u, "inspection"):
			aspect = "inspection"
		}
		switch {
		case m.denied, m.solved:
			found.denied, found.denial = true, m.hit
			if aspect == "personnel" && strings.HasSuffix(k.code, "committee_short") && ofVoting(s.t, m.hit) {
				aspect = "elections" // that the number decided was elected
			}
			s.add(u, verdict{aspect, "strength", m.hit, nil})
		case k.resolved && !s.x.c.lets(s.t, u, m.hit):
			found.came = true // that there was a letter is no blame of anybody
		case (m.bare || countsOnly(s.t, u.Clause, m.hit)) && !s.x.c.judgesToo(s.t, u, m.hit), k.counted, k.resolved && countedLetters(s.t, u, m.hit), len(k.exist0) > 0 && (countedShare(s.t, u, m.hit) || countsUnits(s.t, u, m.hit.First)):
			found.instead = aspect
			if k.counts || !k.counted {
				found.named = m.hit
			}
			if figures(s.t, u) {
				found.count = m.hit
			}
		default:
			found.stated = true
			s.add(u, verdict{aspect, "limitation", whole(m.hit, ratings), nil})
		}
	}
	return found
}

// ofVoting reports whether the words of a hit tell of voting: "không nơi nào bầu thiếu".
func ofVoting(t *scan.Text, h scan.Hit) bool {
	for i := h.First; i < h.Last; i++ {
		if word(t, i) == "bầu" {
			return true
		}
	}
	return false
}

// judgesToo reports whether a unit blames in other words than those of a bare count: "chỉ
// đạt 9,8%, còn thấp so với yêu cầu".
func (c *common) judgesToo(t *scan.Text, u unit, h scan.Hit) bool {
	for _, r := range c.judge(t, u) {
		if r.polarity == "limitation" && (r.hit.First >= h.Last || r.hit.Last <= h.First) && !counted(t, u.Clause, r) {
			return true
		}
	}
	return false
}

// lets reports whether a trouble is blamed on those who let it come about; that it did is no
// blame of anybody, also among shortcomings.
func (c *common) lets(t *scan.Text, u unit, h scan.Hit) bool {
	for i := max(u.First, h.First-4); i < h.Last; i++ {
		switch word(t, i) {
		case "để", "còn", "vẫn", "chậm", "tăng":
			return true
		}
	}
	return false
}

func (s *sentenceReader) add(u unit, v verdict) {
	if v.aspect == alien || v.polarity == "strength" && u.Part == discourse.Causes {
		return // causes tell of shortcomings only
	}
	for _, d := range s.done {
		if d.aspect == v.aspect && d.polarity == v.polarity {
			return
		}
	}
	s.done = append(s.done, v)
	c := s.x.c
	f := report.Fact{Table: "assessments", Rule: s.x.id, Span: s.t.Span(v.span.First, v.span.Last), Fields: s.t.Room(5)}
	f.Set("aspect", report.Text(v.aspect))
	f.Set("polarity", report.Text(v.polarity))
	f.Set("rating", report.Text(s.t.String(v.span.First, v.span.Last)))
	where := place{}
	if found := c.where(s.t, u, v.span); len(found) == 1 {
		where = found[0]
	}
	c.setPlace(&f, s.t, u, where)
	if c.reader.Hedged(s.t, u.Clause) && v.polarity == "strength" {
		f.Doubt("hedged")
	}
	for _, d := range s.doubts(u, v) {
		f.Doubt(d)
	}
	s.emit(f)
}

// doubts are why a row may be wrong, as the labelled reports tell: common words and
// subjects, more so beside figures and where the part of the report or the rest of the
// sentence says otherwise. A heading or a second polarity alone costs nothing, so that
// they count only together or beside another doubt.
func (s *sentenceReader) doubts(u unit, v verdict) []string {
	out := v.doubts
	if w := word(s.t, v.span.First); v.aspect == "overall" && w != "thành" && w != "tốt" && w != "đại" { // "thành công tốt đẹp" can be of nothing else
		out = append(out, "whole_congress")
	}
	sentence := s.t.Sentences[u.Sentence]
	if (len(out) > 0 || v.aspect == "elections" && v.polarity == "strength") && hasNumber(s.t, sentence.First, sentence.Last) {
		out = append(out, "beside_figures")
	}
	against := v.polarity == "limitation" && u.Part == discourse.Results || v.polarity == "strength" && u.Part == discourse.Limits
	if against && (s.mixed || len(out) > 0) {
		out = append(out, "against_section")
	}
	if s.mixed && (against || len(out) > 0) {
		out = append(out, "both_polarities")
	}
	return out
}

// yieldsTo reports whether a subject leaves a judgement to what its words are about
// themselves: the congress as a whole, or who acts ("Ban Thường vụ bám sát cơ sở").
func yieldsTo(y subject) bool {
	return y.aspect == "overall" || y.aspect == "leadership" || y.weak && y.aspect == "personnel"
}

// doubts are why a judgement may not be one of a subject: its words are common
// ones, or the subject is, or stands in a unit before.
func (r judged) doubts(y subject, carried bool) (out []string) {
	if r.composed {
		out = append(out, "unlisted_words")
	} else if !r.strong && r.count == 1 {
		out = append(out, "common_words")
	}
	if y.weak {
		out = append(out, "common_subject")
	}
	if carried {
		out = append(out, "carried_subject")
	}
	return out
}

// figures reports whether a unit counts something.
func figures(t *scan.Text, u unit) bool { return hasNumber(t, u.First, u.Last) }

// hasNumber reports whether a number stands in a range of tokens.
func hasNumber(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind == scan.Number {
			return true
		}
	}
	return false
}

// counted reports whether blame is a bare shortfall with its figure beside it:
// "bầu thiếu 2 đồng chí", "khuyết 01", "chỉ có 11,8%", or too few votes for somebody.
func counted(t *scan.Text, cl discourse.Clause, r judged) bool {
	if countsOnly(t, cl, r.hit) || votesShort(t, cl, r.hit) {
		return true
	}
	short := false
	for i := r.hit.First; i < r.hit.Last; i++ {
		switch word(t, i) {
		case "thiếu", "khuyết", "hụt":
			short = true
		}
	}
	if !short || r.polarity != "limitation" {
		return false
	}
	for i := r.hit.Last; i < min(r.hit.Last+4, cl.Last); i++ {
		if t.Tokens[i].Kind == scan.Number {
			return true
		}
	}
	return false
}

// countsOnly reports whether the words of a judgement say no more than "only" of the number
// behind them, whichever way they look: "chỉ đạt 9,8%", "mới có 2 đồng chí".
func countsOnly(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	reach := int32(3)
	for i := h.First; i < h.Last; i++ {
		switch word(t, i) {
		case "chỉ", "mới", "còn", "có", "đạt", "được", "vẫn", "dưới":
		case "chưa", "tới", "đến":
			reach = 1
		default:
			if t.Tokens[i].Kind != scan.Number && !t.Is(i, '%') {
				return false
			}
			return i > h.First
		}
	}
	return hasNumber(t, h.Last, min(h.Last+reach, cl.Last))
}

// votesShort reports whether blame only says that somebody had too few votes, which is
// an event: "một phó bí thư dự kiến không đủ phiếu".
func votesShort(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	if w := word(t, h.Last-1); w != "đủ" && w != "đạt" {
		return false
	}
	for i := h.Last; i < min(h.Last+5, cl.Last); i++ {
		switch word(t, i) {
		case "phiếu", "nửa", "bán":
			return true
		}
	}
	return false
}

// weighty reports whether a judgement can carry a weak aspect: it stands in a
// part that judges, or has three syllables and more, or names a rule that was
// kept (đúng …).
func weighty(t *scan.Text, cl discourse.Clause, r judged) bool {
	return cl.Part == discourse.Limits || cl.Part == discourse.Results || cl.Turned ||
		r.hit.Last-r.hit.First >= 3 || word(t, r.hit.First) == "đúng"
}
