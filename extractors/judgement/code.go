package judgement

import (
	"errors"
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// CodeConfig is one code of the limitations: a clause has it when every group
// of Need has a word there and no word of Forbid.
type CodeConfig struct {
	Code string `yaml:"code"`
	// Cue are the words that say the shortcoming; the row's evidence is there.
	Cue []string `yaml:"cue"`
	// Blame lets any blame of ratings.tsv stand for a cue: the topic in Need
	// and a judgement against it are enough.
	Blame bool `yaml:"blame"`
	// Exist are cues of absence or number, directly before what is missing:
	// "không có", "chỉ có"; a word of the first group must follow within a few.
	Exist []string `yaml:"exist"`
	// Weak are cues that count only where the clause stands in a part on
	// shortcomings or after a concession: "còn thấp", "chậm".
	Weak []string `yaml:"weak"`
	// Need are groups of words, one of each of which the clause must have.
	Need [][]string `yaml:"need"`
	// Forbid are words that make the clause another matter.
	Forbid []string `yaml:"forbid"`
	// Lead are words that do so where they stand before the topic, the first word
	// of Need: "đóng góp cho văn kiện" is not about the documents.
	Lead []string `yaml:"lead"`
	// Decoy are longer words that only contain a cue: khuyết điểm, dự khuyết.
	Decoy []string `yaml:"decoy"`
	// Of are the aspects whose blame is the code's when it is no other's.
	Of []string `yaml:"of"`
	// Aspect is whose shortcoming it is: where the code is stated the unit is
	// blamed for it, where it is denied it is praised.
	Aspect string `yaml:"aspect"`
	// Counted says that the code states a number: it blames nobody.
	Counted bool `yaml:"counted"`
	// Resolved says that a trouble that was dealt with came about all the same.
	Resolved bool `yaml:"resolved"`
	// Body is the body that the code concerns; Bodies finds it by words.
	Body   string              `yaml:"body"`
	Bodies map[string][]string `yaml:"bodies"`
}

// Code finds one code.
type Code struct {
	id        string
	c         *common
	code      string
	cue       *scan.Class
	weak      *scan.Class
	exist     *scan.Class
	index     int      // in common.codes
	own       scan.Set // cue, weak and exist, and words of numbers
	says      scan.Set // the same and what blames
	needs     []scan.Set
	saying    []*scan.Class // what says it below a heading
	exist0    []string
	anchors   []*scan.Class // a sentence without a hit of them cannot have the code
	blame     bool
	aspect    string
	of        []string
	counted   bool
	resolved  bool
	counts    bool // its seats are counted: committee, standing committee
	empties   bool // it may be told as counted seats without holders
	need      []*scan.Class
	needWords [][]string
	forbid    *scan.Class
	lead      *scan.Class
	body      string
	bodies    *scan.Class
	names     []string
}

// NewCode makes the extractor of a rule.
func NewCode(id string, c CodeConfig, env *kind.Env) (*Code, error) {
	common, err := newCommon(env)
	if err != nil {
		return nil, err
	}
	var faults []error
	if c.Code == "" {
		faults = append(faults, errors.New("code: name the code that the rule finds"))
	} else if err := env.Code("code", c.Code); err != nil {
		faults = append(faults, fmt.Errorf("code: %w", err))
	}
	if c.Body != "" {
		if err := env.Code("body", c.Body); err != nil {
			faults = append(faults, fmt.Errorf("body: %w", err))
		}
	}
	if c.Aspect != "" {
		if err := env.CodeOf("assessments", "aspect", c.Aspect); err != nil {
			faults = append(faults, fmt.Errorf("aspect: %w", err))
		}
	}
	for _, aspect := range c.Of {
		if err := env.CodeOf("assessments", "aspect", aspect); err != nil {
			faults = append(faults, fmt.Errorf("of: %w", err))
		}
	}
	if len(c.Cue)+len(c.Weak)+len(c.Exist) == 0 && !c.Blame {
		faults = append(faults, errors.New("a code needs words: cue, weak or exist, or blame: true"))
	}
	x := &Code{id: id, c: common, code: c.Code, body: c.Body, aspect: c.Aspect, of: c.Of, counted: c.Counted, resolved: c.Resolved, cue: words(env, id, c.Cue), weak: words(env, id, c.Weak), exist: words(env, id, c.Exist), blame: c.Blame, needWords: c.Need, forbid: words(env, id, c.Forbid), lead: words(env, id, c.Lead)}
	x.anchors = []*scan.Class{x.cue, x.weak, x.exist}
	if x.counts = c.Counted && (c.Body == "committee" || c.Body == "standing_committee") && len(c.Need) > 0; x.counts {
		x.anchors = append(x.anchors, common.electing, common.passing)
	}
	x.empties = x.counts && c.Code != "seats_left_vacant" || c.Code == "seats_left_vacant" && len(c.Need) == 0
	if len(c.Exist) > 0 {
		x.anchors = append(x.anchors, common.standards)
	}
	x.own = scan.SetOf(x.anchors...)
	if x.blame {
		x.anchors = append(x.anchors, common.ratings, common.openers, common.degrees)
	}
	x.says = scan.SetOf(x.anchors...)
	for _, w := range c.Decoy {
		add(x.cue, w, -1)
	}
	for _, g := range c.Need {
		x.need = append(x.need, words(env, id, g))
		x.needs = append(x.needs, scan.SetOf(x.need[len(x.need)-1]))
	}
	x.saying, x.exist0 = []*scan.Class{x.cue, x.exist}, c.Exist
	if len(x.need) > 0 {
		x.anchors = x.need[:1]
	}
	x.bodies = env.Builder.Class("judgement.bodies")
	for body, list := range c.Bodies {
		if err := env.Code("body", body); err != nil {
			faults = append(faults, fmt.Errorf("bodies: %w", err))
		}
		for _, w := range list {
			x.bodies.Add(w, int32(len(x.names)))
		}
		x.names = append(x.names, body)
	}
	if len(faults) == 0 {
		x.index = len(common.codes)
		common.codes = append(common.codes, x)
	}
	return x, errors.Join(faults...)
}

// Facts emits a fact for each clause that has the code.
func (x *Code) Facts(t *scan.Text, emit func(report.Fact)) {
	for _, y := range x.c.statements(t) {
		if y.code != x || y.denied {
			continue
		}
		u := x.c.units(t)[y.unit]
		where := x.c.where(t, u, y.hit)
		if len(where) == 0 && u.From < u.First { // "ở xã A, …, nhưng không có nữ"
			where = x.c.places(t, u.From, u.First)
		}
		if len(where) == 0 {
			where = []place{{}}
		}
		for _, p := range where { // "Huyện A, huyện B không có nữ" are two
			x.emit(t, u, y.hit, p, emit)
		}
	}
}

func (x *Code) emit(t *scan.Text, u unit, h scan.Hit, p place, emit func(report.Fact)) {
	f := report.Fact{Table: "limitations", Rule: x.id, Span: t.Span(h.First, h.Last), Fields: t.Room(4)}
	f.Set("code", report.Text(x.code))
	f.Set("body", report.Text(x.bodyIn(t, u)))
	x.c.setPlace(&f, t, u, p)
	if u.Part == discourse.None && !u.Turned {
		f.Doubt("no_section")
	}
	emit(f)
}

// reach is how many tokens after "không có" the thing that is missing may
// stand: "chưa có ủy viên ban thường vụ là cán bộ trẻ, cán bộ nữ" has twelve.
const reach = 14

// matched is where a code is stated or denied.
type matched struct {
	hit    scan.Hit
	denied bool
	bare   bool // counted on beside figures, which blames nobody
	solved bool // it came about and was dealt with
}

// statement is a code that a unit states or denies.
type statement struct {
	unit int // index in units
	code *Code
	matched
}

// statements are those of a text in the order of its units, found once.
func (c *common) statements(t *scan.Text) []statement {
	return scan.Memo(t, &c.ofStatements, func(t *scan.Text, out []statement) []statement {
		out = out[:0]
		may := c.wording(t)
		units := c.units(t)
		for i := range units {
			u := &units[i]
			if !u.Judges {
				continue
			}
			owned := may.owned(u.Sentence)
			asked, blames := false, false
			for at, set := range may.of(u.Sentence) {
				if set&^owned[at] != 0 { // most have only a topic, which something must blame
					if !asked {
						asked, blames = true, c.blames(t, *u)
					}
					if !blames {
						set &= owned[at]
					}
				}
				for ; set != 0; set &= set - 1 { // three of a hundred codes
					x := c.codes[at*64+bits.TrailingZeros64(set)]
					if m, ok := x.match(t, *u); ok {
						out = append(out, statement{i, x, m})
					}
				}
			}
		}
		return out
	})
}

// blames reports whether a unit blames something without the words of a code: by a
// rating, or by its heading alone.
func (c *common) blames(t *scan.Text, u unit) bool {
	ratings := c.judge(t, u)
	if len(ratings) == 0 {
		_, _, ok := c.headed(t, u)
		return ok
	}
	return slices.ContainsFunc(ratings, func(j judged) bool { return j.polarity == "limitation" })
}

// wording are the codes whose words stand in each sentence of a text, as sets of
// their indexes: behind those of all sentences lie, for each again, the ones that have
// more than a topic and blame there.
type wording struct {
	sets  []uint64
	width int // words of a set
}

func (w wording) has(sentence int, x *Code) bool {
	return w.sets[sentence*w.width+x.index>>6]>>(x.index&63)&1 != 0
}

// of returns the codes of a sentence, a bit each.
func (w wording) of(sentence int) []uint64 {
	return w.sets[sentence*w.width : (sentence+1)*w.width]
}

// owned returns those that have words of their own there.
func (w wording) owned(sentence int) []uint64 {
	return w.of(len(w.sets)/(2*w.width) + sentence)
}

// add adds a code to a sentence, with words of its own or not.
func (w wording) add(sentence int, x *Code, own bool) {
	at, bit := sentence*w.width+x.index>>6, uint64(1)<<(x.index&63)
	w.sets[at] |= bit
	if own {
		w.sets[len(w.sets)/2+at] |= bit
	}
}

// wording finds them, once a text: a sentence without the words of a code, as most
// are, is not looked at for it.
func (c *common) wording(t *scan.Text) wording {
	return scan.Memo(t, &c.ofWording, func(t *scan.Text, w wording) wording {
		w.width = (len(c.codes) + 63) / 64
		n := 2 * len(t.Sentences) * w.width
		w.sets = slices.Grow(w.sets[:0], n)[:n]
		clear(w.sets)
		limits := c.reader.Opens(t, discourse.Limits)
		for _, x := range c.codes {
			for _, anchor := range x.anchors {
				last := -1 // whatever a sentence says once more, it says
				for _, h := range t.Hits(anchor) {
					s := int(t.Tokens[h.First].Sentence)
					if s > last && !w.has(s, x) && x.worded(t, h.First, limits) {
						w.add(s, x, t.May(x.own, h.First))
					}
					last = s
				}
			}
			if x.headed() {
				c.wordedBelow(t, x, w)
			}
			if x.empties {
				for _, h := range t.Hits(c.seatWords.vacant) {
					if s := int(t.Tokens[h.First].Sentence); s >= 0 {
						w.add(s, x, true)
					}
				}
			}
		}
		return w
	})
}

// headed reports whether what a code is about may stand in a heading alone: a body or a
// group that is counted.
func (x *Code) headed() bool { return len(x.need) > 0 && (x.counted || len(x.exist0) > 0) }

// context returns the tokens that may name what a sentence counts: for seats the sentence
// before it in its paragraph, where that names a body, else the line that heads it.
func (x *Code) context(t *scan.Text, sentence int) (first, last int32) {
	if x.counts && sentence > 0 {
		p := t.Sentences[sentence-1]
		if p.Block == t.Sentences[sentence].Block && t.Has(x.c.bodies, p.First, p.Last) {
			return p.First, p.Last
		}
	}
	return x.c.headOf(t, sentence)
}

// wordedBelow adds the sentences that could have a code by the words of their heading.
func (c *common) wordedBelow(t *scan.Text, x *Code, w wording) {
	for _, says := range x.saying {
		for _, h := range t.Hits(says) {
			s := int(t.Tokens[h.First].Sentence)
			if s < 0 || w.has(s, x) {
				continue
			}
			if first, last := x.context(t, s); first < last && t.Has(x.need[0], first, last) && !slices.ContainsFunc(x.needs[1:], func(g scan.Set) bool { return !t.May(g, h.First) }) {
				w.add(s, x, true)
			}
		}
	}
}

// worded reports whether the sentence of a token has words by which it could have
// the code.
func (x *Code) worded(t *scan.Text, token int32, limits bool) bool {
	if !t.May(x.says, token) && !(limits && x.blame && len(x.need) > 0) { // a heading may blame
		return false
	}
	for i, g := range x.needs {
		if !t.May(g, token) && !(i == 1 && len(x.exist0) > 0 && x.c.bodyBefore(t, int(t.Tokens[token].Sentence))) {
			return false
		}
	}
	return true
}

// bodyBefore reports whether the two sentences before one in its paragraph, or the line
// that heads it, name the body of which it counts a group: "Ban Thường vụ 9 đồng chí. Nữ:
// không."
func (c *common) bodyBefore(t *scan.Text, sentence int) bool {
	block := t.Sentences[sentence].Block
	for i := sentence - 1; i >= max(0, sentence-2) && t.Sentences[i].Block == block; i-- {
		if t.Has(c.bodies, t.Sentences[i].First, t.Sentences[i].Last) {
			return true
		}
	}
	first, last := c.headOf(t, sentence)
	return first < last && t.Has(c.bodies, first, last)
}

// match looks for a code in a unit.
func (x *Code) match(t *scan.Text, u unit) (matched, bool) {
	m, ok := x.stated(t, u)
	if !ok && x.empties {
		m.hit, ok = x.seatless(t, u)
	}
	return m, ok
}

// stated looks for the words of a code in a unit.
func (x *Code) stated(t *scan.Text, u unit) (m matched, ok bool) {
	if said := max(u.First, u.Said); t.Has(x.forbid, said, u.Last) && !x.direct(t, u) && !x.apart(t, u) {
		cause := causeIn(t, u)
		if x.counted || t.Has(x.forbid, said, cause) {
			return m, false
		}
		u.Last = cause // what is forbidden is only the cause: "phải lùi đại hội do văn kiện chưa xong"
	}
	if !x.topical(t, u) || x.code == "seats_left_vacant" && (x.c.votedOn(t, t.Sentences[u.Sentence]) || lostSeat(t, u)) {
		return m, false
	}
	for _, h := range t.HitsIn(x.cue, u.First, u.Last) {
		if h.Value < 0 || x.c.hidden(t, h) || wins(t, h) || x.ofAnother(t, u, h) || x.c.homograph(t, u.Clause, h) && !x.seats(t, h) || !x.ofItself(t, h) && !x.fits(t, u, h) || !x.bodied(t, u, h) || x.sameNew(t, u, h) || someWomen(t, h) || (x.counts && x.code != "seats_left_vacant" || x.code == "key_post_not_elected") && x.c.keptOpen(t, u, h) || x.c.reader.Wished(t, u.Clause, h.First) || x.c.reader.Earlier(t, u.Clause, h.First) {
			continue
		}
		switch denial, at := x.c.reader.DenialAt(t, u.Clause, h.First, h.Last); denial {
		case discourse.Stands:
			return matched{hit: h}, true
		case discourse.Absent:
			if at < h.First && causes(t, at) {
				continue
			}
			if x.resolved && at == h.First && x.c.reader.Solved(t, whole0(t, u)) && !x.c.reader.Denies(t, h) {
				return matched{hit: h, solved: true}, true
			}
			m, ok = matched{hit: scan.Hit{First: whence(at, h.First), Last: h.Last}, denied: true}, true
		case discourse.Averted:
		}
	}
	if h, found := x.fewer(t, u); found && x.bodied(t, u, h) && !x.c.reader.Unreal(t, u.Clause, h.First) && !x.c.reader.Earlier(t, u.Clause, h.First) {
		return matched{hit: h}, true
	}
	if h, found := x.below(t, u); found {
		return matched{hit: h, bare: true}, true
	}
	if h, found := x.missing(t, u); found {
		return matched{hit: h, bare: besideCount(t, u) || nought(t, h) && !setAgainst(t, u)}, true
	}
	if u.Part == discourse.Limits || u.Turned || x.c.reader.Partial(t, u.Clause) {
		for _, h := range t.HitsIn(x.weak, u.First, u.Last) {
			if !x.c.hidden(t, h) && x.fits(t, u, h) && !x.c.reader.Denied(t, u.Clause, h.First, h.Last) {
				return matched{hit: h}, true
			}
		}
	}
	if x.blame {
		for _, j := range x.c.judge(t, u) {
			if j.polarity == "limitation" && j.hit.First < u.Last && x.near(t, u, j.hit) && x.fits(t, u, j.hit) && !(len(x.exist0) > 0 && counted(t, u.Clause, j)) {
				return matched{hit: j.hit}, true
			}
		}
		if !ok {
			return x.underHeading(t, u)
		}
	}
	return m, ok
}

// ofAnother reports whether a nought stands behind another group than that of a code: "3 người
// dưới 40 tuổi, nữ không có ai".
func (x *Code) ofAnother(t *scan.Text, u unit, h scan.Hit) bool {
	if len(x.exist0) == 0 || word(t, h.Last-1) != "ai" && word(t, h.First) != "vỏn" {
		return false
	}
	own := t.HitsIn(x.need[0], u.First, h.First)
	if len(own) == 0 {
		return false
	}
	comma := false
	for i := own[len(own)-1].Last; i < h.First; i++ {
		comma = comma || t.Is(i, ',')
		if w := word(t, i); comma && (w == "nữ" || w == "trẻ" || w == "dưới" || w == "dân") {
			return true
		}
	}
	return false
}

// wins reports whether a hit counts votes that are more than half of all, by which whoever
// got them was elected.
func wins(t *scan.Text, h scan.Hit) bool {
	if word(t, h.Last-1) != "phiếu" {
		return false
	}
	for i := h.First; i < h.Last-1; i++ {
		if t.Tokens[i].Kind != scan.Number {
			continue
		}
		n, err := strconv.ParseFloat(strings.Replace(t.Word(i), ",", ".", 1), 64)
		if err != nil {
			return false
		}
		if t.Is(i+1, '/') {
			m, err := strconv.ParseFloat(t.Word(i+2), 64)
			return err == nil && 2*n > m
		}
		return t.Is(i+1, '%') && n > 50
	}
	return false
}

// whole0 is the clause of a unit to the end of its sentence, where it may be said that a
// trouble was dealt with.
func whole0(t *scan.Text, u unit) discourse.Clause {
	c := u.Clause
	c.Last = max(c.Last, t.Sentences[u.Sentence].Last)
	return c
}

// underHeading states a code whose unit only a heading makes blame.
func (x *Code) underHeading(t *scan.Text, u unit) (m matched, ok bool) {
	if len(x.of) > 0 || x.counted || len(x.c.judge(t, u)) > 0 {
		return m, false
	}
	y, saying, ok := x.c.headed(t, u)
	if !ok || y.aspect != x.aspect || len(x.need) == 0 || !t.Has(x.need[0], u.First, saying.First) {
		return m, false
	}
	return matched{hit: saying}, true
}

// topical reports whether a unit has a word of each group that the code needs. A
// unit that a conjunction joins takes them from what it joins when it has no
// subject of its own.
func (x *Code) topical(t *scan.Text, u unit) bool {
	from := u.From
	switch {
	case x.counted: // "thiếu 2 đồng chí" takes its body from anywhere before it
		from = t.Sentences[u.Sentence].First
	case from < u.First && len(x.c.among(t, u.First, u.Last)) > 0:
		from = u.First
	}
	for i, g := range x.need {
		hits := t.HitsIn(g, u.Said, u.Last)
		if len(hits) == 0 {
			hits = t.HitsIn(g, from, u.Last)
		}
		if len(hits) == 0 && (i > 0 && !x.counted || i == 0 && elliptic(t, u)) { // "376 đồng chí trúng cử; trẻ thì mới được 9%"
			hits = t.HitsIn(g, t.Sentences[u.Sentence].First, u.First)
		}
		if len(hits) == 0 && i == 1 && len(x.exist0) > 0 && x.c.bodyBefore(t, u.Sentence) {
			continue
		}
		if len(hits) == 0 && i == 0 && x.headed() {
			if first, last := x.context(t, u.Sentence); first < last && t.Has(g, first, last) {
				continue
			}
		}
		if len(hits) == 0 || i == 0 && x.leads(t, min(max(u.First, u.Said), hits[0].First), hits[0].First) {
			return false
		}
	}
	return true
}

// leads reports whether what stands before the topic of a code is another matter. What a
// list names with the topic is none: "tham luận, thảo luận chưa nhiều".
func (x *Code) leads(t *scan.Text, first, topic int32) bool {
	hits := t.HitsIn(x.lead, first, topic)
	if len(hits) == 0 {
		return false
	}
	last := hits[len(hits)-1]
	return last.Last != topic-1 || !t.Is(last.Last, ',') && word(t, last.Last) != "và"
}

// elliptic reports whether a unit begins with some of the papers or speeches that were
// counted before it in its sentence: "có 9 bản tham luận; song vài bản …".
func elliptic(t *scan.Text, u unit) bool {
	if word(t, u.First) == "còn" && word(t, u.First+1) == "lại" {
		return true // "… đạt trên 15%; còn lại 5 đảng bộ chưa đạt"
	}
	if w := word(t, u.First); w == "khối" || w == "nhóm" { // "văn kiện của khối xã ngắn gọn; khối cơ quan dài"
		return true
	}
	for i := u.First; i < min(u.First+5, u.Last); i++ {
		if w := word(t, i); w == "bản" || w == "bài" {
			return i > u.First && word(t, i+1) != "thân" && word(t, i+1) != "học" && word(t, i+1) != "bản"
		}
	}
	return false
}

// near reports whether blame is of the topic of a code: that stands before it, or
// directly behind it ("chưa làm tốt việc tuyên truyền").
func (x *Code) near(t *scan.Text, u unit, h scan.Hit) bool {
	if len(x.need) == 0 {
		return true
	}
	hits := t.HitsIn(x.need[0], u.From, u.Last)
	return len(hits) == 0 || hits[0].First < h.Last+6
}

// bodied reports whether a shortfall is of the body of a code: the last that is
// named before it, else the first behind it.
func (x *Code) bodied(t *scan.Text, u unit, h scan.Hit) bool {
	if !x.counted || len(x.names) > 0 {
		return true
	}
	if organisations(t, h) {
		return false
	}
	want := x.body
	if want == "" {
		if w := word(t, h.First); w != "thiếu" && w != "khuyết" {
			return true
		}
		want = "post"
	}
	body := int32(-1)
	if b, ok := x.c.bodyOf(t, h); ok { // "…, 2 chi bộ bầu thiếu 1 chi ủy viên"
		return seatBodies[b] == want
	}
	first, last := x.context(t, u.Sentence)
	near := t.Sentences[u.Sentence].First
	for i := h.First - 1; i > near; i-- {
		if t.Is(i, ';') && t.Tokens[i+1].Upper {
			near = i // "Đảng bộ Sở Y tế bầu trực tiếp bí thư; Đảng bộ Sở Tư pháp bầu thiếu 1 ủy viên"
			break
		}
	}
	for _, b := range t.HitsIn(x.c.bodies, near, u.Last) {
		if b.First >= h.Last && body >= 0 {
			break
		}
		body = b.Value
	}
	if body < 0 && hasNumber(t, first, last) && congressElects(t, t.Sentences[u.Sentence].First, h.First) {
		return want == "committee" // behind the numbers of several: it elects others only where it says so
	}
	if body < 0 {
		for _, b := range t.HitsIn(x.c.bodies, first, last) {
			body = b.Value
		}
	}
	return body < 0 || seatBodies[body] == want
}

// congressElects reports whether a congress elects in a range of tokens: "Đại hội đã bầu
// được 39/41 đồng chí".
func congressElects(t *scan.Text, first, last int32) bool {
	for i := first + 2; i < last; i++ {
		if word(t, i) != "bầu" {
			continue
		}
		j := i - 1
		if w := word(t, j); w == "đã" || w == "chỉ" {
			j--
		}
		if j > first && word(t, j) == "hội" && word(t, j-1) == "đại" {
			return true
		}
	}
	return false
}

// direct reports whether a word of a shortfall has the code's own body right behind it,
// whatever else its unit names: "bầu thiếu 6 cấp ủy viên, trong đó một phó bí thư …".
func (x *Code) direct(t *scan.Text, u unit) bool {
	if !x.counts {
		return false
	}
	for _, h := range t.HitsIn(x.cue, u.First, u.Last) {
		if b, ok := x.c.bodyOf(t, h); ok && h.Value >= 0 && seatBodies[b] == x.body && !t.Has(x.forbid, max(u.First, h.First-2), h.Last) {
			return true
		}
	}
	return false
}

// apart reports whether a shortcoming stands between marks that no word of another
// matter shares with it: "bầu được 8 đồng chí (nữ 4), thiếu 1". One that counts no seats
// has its topic there too; direction is judged by the work that it directs.
func (x *Code) apart(t *scan.Text, u unit) bool {
	if x.counted && !x.counts || x.code == "seats_left_vacant" || len(x.need) == 0 || len(x.exist0) > 0 || x.aspect == "leadership" {
		return false
	}
	for _, h := range t.HitsIn(x.cue, u.First, u.Last) {
		if h.Value < 0 {
			continue
		}
		first, last := h.First, h.Last
		for first > max(u.First, h.First-longestTopic) && !parts(t, first-1) {
			first--
		}
		for last < min(u.Last, h.Last+longestTopic) && !parts(t, last) {
			last++
		}
		if (first > u.First || last < u.Last) && !t.Has(x.forbid, first, last) && (x.counts && missing(t, h) || !x.counts && t.Has(x.need[0], first, h.Last)) {
			return true
		}
	}
	return false
}

// missing reports whether a hit says that seats were not filled, not only that a share is
// low: "hụt 2", "chưa bầu đủ".
func missing(t *scan.Text, h scan.Hit) bool {
	for i := h.First; i < h.Last; i++ {
		switch word(t, i) {
		case "thiếu", "hụt", "khuyết", "bầu", "đủ":
			return true
		}
	}
	return false
}

// parts reports whether a mark parts what stands before a token from what stands behind.
func parts(t *scan.Text, i int32) bool {
	return t.Is(i, ',') || t.Is(i, '(') || t.Is(i, ')') || t.Is(i, ';') || t.Is(i, ':')
}

// bodyOf returns the body whose seats a shortfall counts, where it stands right behind
// it: "hụt 1 phó bí thư".
func (c *common) bodyOf(t *scan.Text, h scan.Hit) (int32, bool) {
	for i := h.Last; i < h.Last+4 && int(i) < len(t.Tokens); i++ {
		if b, ok := t.At(c.bodies, i); ok {
			return b.Value, true
		}
		if t.Tokens[i].Kind == scan.Number {
			continue
		}
		switch word(t, i) {
		case "một", "hai", "ba", "bốn", "năm", "đồng", "chí", "chức", "danh", "ghế", "suất":
		default:
			return 0, false
		}
	}
	return 0, false
}

// seats reports whether a share that a hit ends in is one of all seats, of which nothing
// more is told: "Ban Thường vụ mới có 9/11 đồng chí." is short, whatever "mới" says;
// "mới có 9/11 đồng chí tái cử" is not.
func (x *Code) seats(t *scan.Text, h scan.Hit) bool {
	if w := word(t, h.First-1); !x.counted || t.Tokens[h.Last-1].Kind != scan.Number || w == "khoá" || w == "khóa" || w == "kỳ" || w == "kì" {
		return false
	}
	switch word(t, h.Last) + " " + word(t, h.Last+1) {
	case "đồng chí", "uỷ viên", "ủy viên":
	default:
		return false
	}
	i := h.Last + 2
	w := word(t, i)
	return int(i) >= len(t.Tokens) || t.Tokens[i].Kind != scan.Word || w == "so" || w == "theo" || t.Tokens[i].Sentence != t.Tokens[h.First].Sentence
}

// organisations reports whether a share that a hit ends in is one of organisations and
// no share of seats: "mới có 12/45 đảng bộ".
func organisations(t *scan.Text, h scan.Hit) bool {
	if t.Tokens[h.Last-1].Kind != scan.Number {
		return false
	}
	switch word(t, h.Last) + " " + word(t, h.Last+1) {
	case "đảng bộ", "chi bộ", "đơn vị", "đảng uỷ", "đảng ủy", "tổ chức", "cơ sở", "địa phương":
		return true
	}
	switch word(t, h.Last) {
	case "xã", "phường", "huyện", "quận", "tỉnh", "nơi":
		return true
	}
	return false
}

// fits reports whether what stands before a shortcoming in its unit is of the
// code's aspect, so that the shortcoming is the code's.
func (x *Code) fits(t *scan.Text, u unit, h scan.Hit) bool {
	if x.counted {
		return true
	}
	if len(x.of) > 0 {
		if aspect := x.c.ratedAspect(t, u, h); aspect != "" {
			return slices.Contains(x.of, aspect) && !x.c.coded(t, near(u, h))
		}
		found, _ := x.c.main(t, u, h, nil)
		return len(found) > 0 && u.Part != discourse.Causes && (!found[0].weak || t.Identity.Type != "" && t.Identity.Type != "news" || x.c.reader.Judging(t, u.Clause) || x.c.leads(t, u)) && slices.Contains(x.of, found[0].aspect) && !x.c.coded(t, near(u, h))
	}
	found := x.c.amongBefore(t, u.Topic, u.Last, h.First)
	another := false
	for _, y := range found {
		switch {
		case x.aspect == "", y.aspect == x.aspect, y.aspect == "overall":
			return true
		case x.aspect == "leadership" && y.aspect == "inspection", x.aspect == "personnel" && y.aspect == "inspection", x.aspect == "personnel" && y.aspect == "elections", x.aspect == "elections" && y.aspect == "proceedings":
			return true
		}
		another = another || !y.weak
	}
	return !another
}

// ratedAspect returns the aspect that the words of a judgement are about themselves, ""
// for none: "mất điện" is of logistics whatever its clause names.
func (c *common) ratedAspect(t *scan.Text, u unit, h scan.Hit) string {
	for _, j := range c.judge(t, u) {
		if j.hit == h && !j.soft {
			return j.aspect
		}
	}
	return ""
}

// coded reports whether a unit states a code that needs words of its own.
func (c *common) coded(t *scan.Text, u unit) bool {
	w := c.wording(t)
	return slices.ContainsFunc(c.codes, func(k *Code) bool {
		if len(k.of) > 0 || !w.has(u.Sentence, k) {
			return false
		}
		m, ok := k.match(t, u)
		return ok && !m.denied
	})
}

// near returns a unit, of a very long one what stands around a token.
func near(u unit, h scan.Hit) unit {
	if u.Last-u.First <= longestTopic {
		return u
	}
	u.First, u.Last = max(u.First, h.First-longestTopic/2), min(u.Last, h.Last+longestTopic/2)
	u.From, u.Topic, u.Said = max(u.From, u.First), max(u.Topic, u.First), max(u.Said, u.First)
	return u
}

// missing returns a word of absence with what is missing behind it: "không có …
// cán bộ nữ", but not "không có đơn vị nào thiếu cán bộ nữ".
func (x *Code) missing(t *scan.Text, u unit) (scan.Hit, bool) {
	if len(x.need) == 0 {
		return scan.Hit{}, false
	}
	for _, h := range t.HitsIn(x.exist, u.First, u.Last) {
		found := t.HitsIn(x.need[0], h.First, min(h.Last+reach, u.Last))
		if len(found) == 0 || details(t, h.Last, found[0].First) || closesBracket(t, h.Last, found[0].First) || x.c.homograph(t, u.Clause, h) || x.c.reader.Denied(t, u.Clause, h.First, h.Last) || x.c.reader.Wished(t, u.Clause, h.First) || x.c.reader.Earlier(t, u.Clause, h.First) {
			continue
		}
		if !doubled(t, h, found[0], u.Last) {
			return h, true
		}
	}
	return x.lacking(t, u)
}

// closesBracket reports whether a bracket ends in a range: "(vắng 01), trong đó nữ 41".
func closesBracket(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Is(i, ')') {
			return true
		}
	}
	return false
}

// doubled reports whether "không xã nào" is followed by a denial of its own beside what
// would be missing: "không xã nào thiếu …", "không có đảng bộ nào tỷ lệ … dưới 15%". In
// "không có đồng chí nào dưới 40 tuổi" what is below is what is missing.
func doubled(t *scan.Text, h, topic scan.Hit, last int32) bool {
	which := h.Last - 1
	for which < topic.First && word(t, which) != "nào" {
		which++
	}
	if which == topic.First {
		return false
	}
	for i := which + 1; i < min(topic.Last+6, last); i++ {
		if i >= topic.First && i < topic.Last {
			continue
		}
		switch word(t, i) {
		case "thiếu", "không", "chưa", "vắng", "khuyết", "dưới", "kém", "hụt", "thấp", "ít":
			return true
		}
	}
	return false
}

// lacking returns "chưa có" or "không có" at the end of a unit that names before
// it what is missing: "cán bộ trẻ trong Ban Thường vụ chưa có".
func (x *Code) lacking(t *scan.Text, u unit) (scan.Hit, bool) {
	last := u.Last
	for last > u.First && t.Tokens[last-1].Kind == scan.Punct {
		last--
	}
	if last-u.First < 4 || word(t, last-1) != "có" || len(t.Hits(x.exist)) == 0 {
		return scan.Hit{}, false
	}
	if w := word(t, last-2); w != "chưa" && w != "không" || word(t, last-3) == "thì" || word(t, last-3) == "là" {
		return scan.Hit{}, false
	}
	if found := t.HitsIn(x.need[0], u.First, last); len(found) == 0 || x.c.reader.Unreal(t, u.Clause, last-2) {
		return scan.Hit{}, false
	}
	return scan.Hit{First: last - 2, Last: last}, true
}

// nought reports whether the words of absence only say that there are none or so few:
// "không có", "vẫn chưa có lấy". "Chưa bố trí được" blames.
func nought(t *scan.Text, h scan.Hit) bool {
	for i := h.First; i < h.Last; i++ {
		switch word(t, i) {
		case "không", "chưa", "có", "vẫn", "còn", "chỉ", "mới", "lấy", "một", "nào", "hề", "ai", "đồng", "chí":
		default:
			return false
		}
	}
	return true
}

// setAgainst reports whether a sentence sets a nought against what there could be, or
// calls it a pity: "dù đông đồng bào Khmer", "chỉ tiếc là …". A bare nought blames nobody.
func setAgainst(t *scan.Text, u unit) bool {
	s := t.Sentences[u.Sentence]
	for i := s.First; i < s.Last; i++ {
		switch word(t, i) {
		case "dù", "tiếc", "nhưng", "lẽ", "phục":
			if word(t, i) != "phục" || word(t, i-1) == "khắc" {
				return true
			}
		}
	}
	return false
}

// besideCount reports whether a unit goes on with a sentence that counts and
// stands where no shortcomings are told: "gồm 9 đồng chí; không có đồng chí nữ"
// only counts on.
func besideCount(t *scan.Text, u unit) bool {
	if u.Part == discourse.Limits || u.Turned {
		return false
	}
	for i := t.Sentences[u.Sentence].First; i < u.First; i++ {
		if t.Tokens[i].Kind == scan.Number {
			return true
		}
	}
	return false
}

func (x *Code) bodyIn(t *scan.Text, cl unit) string {
	if hits := t.HitsIn(x.bodies, cl.First, cl.Last); len(hits) > 0 {
		return x.names[hits[0].Value]
	}
	return x.body
}
