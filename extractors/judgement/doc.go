// Package judgement finds what a report judges: assessments of an aspect of
// congress work (kind aspect), coded shortcomings (kind code) and demands on
// future work (kind task).
//
// All three read the same clauses of package discourse. A demand is a task and
// never a judgement; a denied shortcoming is none, and may be a strength; what
// is not about congress work (see package scope) is nothing.
package judgement

import (
	"errors"
	"slices"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scope"
	"github.com/tongket/tongket/pipeline/report"
)

// common is what the three kinds share.
type common struct {
	ofScope, ofJudgings, ofStatements, ofWording, ofUnits, ofHeads, ofOwn, ofBack, ofTopics scan.Key

	reader    *discourse.Reader
	scope     *scope.Scope
	congress  *scan.Class // words of congress and personnel work
	meeting   *scan.Class // đại hội
	reviews   *scan.Class // what a report on a whole term is called
	bodies    *scan.Class // → index of seatBodies
	agents    *scan.Class // who leads: cấp ủy, ban thường vụ
	seats     *scan.Class // bodies of the Party that somebody is voted into
	councils  *scan.Class // councils of the State that vote, and offices that they give
	intended  *scan.Class // words before an office that is to be given later
	levels    *scan.Class // → index of levelCodes
	ratings   *scan.Class // → index of says
	says      []says
	not       *scan.Class // words before praise that turn it
	evils     *scan.Class // what is praised when it is absent
	bares     *scan.Class // words of one syllable, by what they say
	openers   *scan.Class // còn, không
	naming    *scan.Class // verbs that name a trouble without having it: nêu, tháo gỡ
	troubles  *scan.Class // nouns of trouble: hạn chế, vướng mắc
	so        *scan.Class // nên: what came of what is judged before it
	then      *scan.Class // thì
	aspects   *scan.Class // → index of subjects
	subjects  []subject
	paper     int32       // the index of a paper in subjects
	heads     *scan.Class // công tác, việc: words that open a subject
	that      *scan.Class // rằng
	grants    *scan.Class // verbs that acknowledge: ghi nhận, đánh giá cao
	degrees   *scan.Class // → graded, overly, lacking
	electing  *scan.Class // verbs before the number of seats that were filled
	passing   *scan.Class // what the winners that were counted did
	shorts    *scan.Class // shortfalls, of which one may stand behind the other
	planned   *scan.Class // words beside the number of seats that were to be
	g         *grammar.Grammar
	speech    *scan.Class // verbs of speech → speaks, states
	standards *scan.Class // words of a share that is asked for
	quantity  *scan.Class // words that may stand before a subject
	ballot    *scan.Class // bầu cử: shares and posts are then of elections
	seatWords seatWords
	codes     []*Code     // the coded shortcomings of the set
	kinds     *scan.Class // huyện, xã → index of unitTypes
	unitTypes []unitType
}

// seatBodies are the bodies whose seats are counted, by the words for them.
var seatBodies = []string{"committee", "standing_committee", "inspection_committee", "post"}

var bodyWords = [][]string{
	{"{ban chấp hành|BCH|chi ủy|chi ủy viên|đảng ủy viên}", "{|số |ghế |vị trí }cấp ủy{| viên}", "ủy viên ban chấp hành"},
	{"ban thường vụ", "BTV", "ủy viên ban thường vụ"},
	{"ủy ban kiểm tra", "UBKT"},
	{"{|phó }bí thư", "{|phó }chủ nhiệm"},
}

// leaders are who is answerable for a congress that he prepares.
var leaders = []string{"{xã|phường|huyện|đơn vị|các đơn vị|các xã|cơ sở|các chi bộ|các đảng bộ} {|đã }chuẩn bị", "{chi bộ|đảng bộ} {|đã |vẫn |luôn |rất }{chuẩn bị|chủ động|nỗ lực}", "{các chi bộ|các đảng bộ|các xã|các đơn vị} {|đã |đều }làm {nhanh|tốt|kỹ|chắc|gọn|nghiêm|đúng}", "{cấp ủy|chi ủy|đảng ủy|ban thường vụ|huyện ủy|thành ủy|thị ủy|quận ủy|tỉnh ủy|người đứng đầu|ban chỉ đạo}", "{chúng ta|chúng tôi} chuẩn bị", "{các |những |mọi |nhiều |một số |}{đơn vị điểm|nơi làm điểm|đảng bộ điểm|chi bộ điểm} {|đã |đều }chuẩn bị", "bí thư {chi bộ|đảng ủy|cấp ủy|huyện ủy}", "{một số|nhiều|có|vài|các|không ít|cá biệt có} {đồng chí|cấp ủy viên|đảng ủy viên}"}

var levelCodes = []string{"cell", "grassroots", "upper_grassroots", "province", "central"}

var levelWords = map[string]int32{
	"chi bộ trực thuộc": 0, "đại hội chi bộ": 0, "chi bộ": 0, "cấp chi bộ": 0,
	"cấp cơ sở": 1, "tổ chức cơ sở đảng": 1, "đảng bộ cơ sở": 1, "chi bộ cơ sở": 1, "chi, đảng bộ cơ sở": 1, "đảng bộ, chi bộ cơ sở": 1, "TCCSĐ": 1, "ở cơ sở": 1,
	"cấp trên cơ sở": 2, "cấp trên trực tiếp cơ sở": 2, "cấp trên trực tiếp của tổ chức cơ sở đảng": 2, "cấp huyện": 2, "đảng bộ cấp huyện": 2, "cấp huyện và tương đương": 2,
	"cấp tỉnh": 3, "đảng bộ trực thuộc trung ương": 3,
}

func newCommon(env *kind.Env) (*common, error) {
	reader, err1 := discourse.Shared(env)
	s, err2 := scope.Shared(env)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	return kind.Share(env, "judgement", func(env *kind.Env) (*common, error) {
		c := &common{reader: reader, scope: s, congress: env.Builder.Class("judgement.congress"), levels: env.Builder.Class("judgement.levels"), meeting: env.Builder.Class("judgement.meeting")}
		c.meeting.Add("đại hội", 1)
		c.meeting.Add("nghị quyết đại hội", 0)
		c.reviews = words(env, "reviews", []string{"báo cáo chính trị", "báo cáo kiểm điểm"})
		c.bodies = env.Builder.Class("judgement.seat_bodies")
		for i, list := range bodyWords {
			for _, w := range list {
				add(c.bodies, w, int32(i))
			}
		}
		c.councils = words(env, "councils", []string{"kỳ họp HĐND", "kỳ họp Hội đồng nhân dân", "kỳ họp thứ {nhất|hai|ba|tư} HĐND", "HĐND {xã|phường|huyện|quận|thị xã|thành phố|tỉnh} {bầu|đã bầu}", "HĐND {bầu|đã bầu}", "{làm|giữ chức|giữ chức vụ|chức danh|chức vụ} {Chủ tịch|Phó Chủ tịch} {UBND|HĐND}"})
		c.intended = words(env, "intended", []string{"dự kiến", "giới thiệu", "sẽ", "để", "đề án", "phương án", "cơ cấu", "quy hoạch"})
		c.seats = words(env, "seats", []string{"trúng ban chấp hành", "trúng ban thường vụ", "trúng cấp ủy", "vào ban chấp hành", "vào ban thường vụ", "vào cấp ủy", "{số|%} phiếu", "{không|chưa} {trúng|đủ phiếu|đủ số phiếu|đạt phiếu|đắc cử}"})
		c.agents = words(env, "agents", leaders)
		list, err := env.Wordlist("congress_words")
		if err != nil {
			return nil, err
		}
		for _, r := range list.Rows {
			c.congress.Add(r.Get("word"), 1)
		}
		c.readDegrees(env)
		c.speech = env.Builder.Class("judgement.speech")
		for i, list := range speech {
			for _, w := range list {
				c.speech.Add(w, int32(i))
			}
		}
		c.standards = words(env, "standards", standards)
		c.electing, c.planned, c.g = words(env, "electing", electing), words(env, "planned", planning), env.Grammar
		c.passing, c.shorts = words(env, "passing", passing), words(env, "shorts", shortfalls)
		c.seatWords = newSeatWords(env)
		c.that = words(env, "that", []string{"rằng"})
		c.grants = words(env, "grants", []string{"ghi nhận", "đánh giá cao", "biểu dương", "hoan nghênh", "khen ngợi", "khen", "trân trọng", "tuyên dương", "cảm ơn", "cám ơn"})
		c.quantity, c.ballot = words(env, "quantity", quantities), words(env, "ballot", []string{"bầu cử", "vận động bầu cử"})
		if err := errors.Join(c.readRatings(env), c.readAspects(env, "aspects"), c.readUnits(env)); err != nil {
			return nil, err
		}
		for w, l := range levelWords {
			c.levels.Add(w, l)
		}
		return c, nil
	})
}

// memory is how many sentences a word of congress work reaches: reports say
// "đại hội" once and go on with "công tác tuyên truyền …".
const memory = 5

// longMemory is the same in a document that is no news: a report on congresses
// goes on about them.
const longMemory = 40

// inScope tells for each sentence whether it is about congress work.
func (c *common) inScope(t *scan.Text) []bool {
	if t.Identity.Type == "script" {
		return make([]bool, len(t.Sentences))
	}
	return scan.Memo(t, &c.ofScope, func(t *scan.Text, out []bool) []bool {
		out = slices.Grow(out[:0], len(t.Sentences))[:len(t.Sentences)]
		clear(out)
		if c.scope.Document(t) != scope.In {
			return out
		}
		if c.aboutBreach(t) {
			return out
		}
		reach := memory
		if t.Identity.Type != "" && t.Identity.Type != "news" {
			reach = longMemory
		}
		if c.reviewsTerm(t) {
			reach = 0
		}
		last, reviewed, press := -reach-1, -1, t.Identity.Type == "" || t.Identity.Type == "news"
		for i, s := range t.Sentences {
			if s.First == s.Last {
				continue
			}
			about := c.congress
			if reach == 0 {
				about = c.meeting
			}
			if t.Has(about, s.First, s.Last) {
				last = i
			}
			out[i] = i-last <= reach && (s.Block != reviewed || last == i)
			if s.Block == reviewed && press && !t.Has(c.meeting, s.First, s.Last) {
				out[i] = false // "Ban Chấp hành" led the economy too
			}
			if c.reader.BeginsBefore(t, i) || press && c.reader.Recalls(t, i) {
				reviewed = s.Block // the paragraph goes on about the term that ends
			}
			if last == i && i > 0 && !out[i-1] && reach == longMemory && reviewed != s.Block && t.Sentences[i-1].Block == s.Block {
				out[i-1] = true // the first sentence of a paragraph, which names its matter in the next
			}
		}
		return out
	})
}

// reviewsTerm reports whether a document reviews a whole term for a congress: its
// head calls it a political report or a review of a committee's work. Only what it
// says of the congress itself is then about congress work.
func (c *common) reviewsTerm(t *scan.Text) bool {
	if t.Identity.Type != "report" && t.Identity.Type != "resolution" {
		return false
	}
	for i := range min(4, len(t.Sentences)) {
		for _, h := range t.HitsIn(c.reviews, t.Sentences[i].First, t.Sentences[i].Last) {
			if t.Tokens[h.First].AllUpper { // its title, not a sentence about one
				return !c.ofCongress(t, h.Last, t.Sentences[i].Last)
			}
		}
	}
	return false
}

// ofCongress reports whether the title of a review says that it is one of the work on the
// congress: "BÁO CÁO KIỂM ĐIỂM công tác lãnh đạo đại hội".
func (c *common) ofCongress(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(c.meeting, first, last) {
		switch word(t, h.First-1) {
		case "đạo", "chức", "bị", "hành":
			return true
		}
	}
	return false
}

// outside reports whether a unit is about another matter: a word that says so
// stands before what is judged in it, or nothing of a congress is.
func (c *common) outside(t *scan.Text, u unit) bool {
	topic, at := c.scope.Range(t, u.First, u.Last)
	if topic == scope.In || (topic == scope.Council || topic == scope.Planning) && t.Has(c.seats, u.First, u.Last) && !(topic == scope.Council && c.councilVotes(t, u)) || topic == scope.Planning && t.Has(c.seatWords.vacant, u.First, u.Last) {
		return false // "dự kiến làm Chủ tịch UBND xã không trúng Ban Chấp hành"
	}
	if partOf(t, at) || partOf(t, at-1) {
		return false // "phần nông thôn mới còn thiếu số liệu"
	}
	for _, h := range t.HitsIn(c.aspects, u.First, at) {
		if y := c.subjects[h.Value]; y.aspect != "" && y.aspect != alien && (!y.weak || speaksOf(y) && h.First <= u.Topic+2 && !statesAt(t, h.Last)) {
			return false
		}
	}
	return true
}

// councilVotes reports whether those who vote in a unit are a council of the State: it is named, or
// the office of the State is what was won ("HĐND huyện bầu bà A làm Chủ tịch UBND huyện với 100% số
// phiếu"). Who is to have that office ("dự kiến làm Chủ tịch UBND xã") is voted on by the congress.
func (c *common) councilVotes(t *scan.Text, u unit) bool {
	for _, h := range t.HitsIn(c.councils, u.First, u.Last) {
		if !t.Has(c.intended, max(u.First, h.First-6), h.First) {
			return true
		}
	}
	return false
}

// speaksOf reports whether a subject is a paper or what is said, which has other matters for
// its content: "Báo cáo chính trị bám quy hoạch mới".
func speaksOf(y subject) bool { return y.aspect == "documents" || y.aspect == "proceedings" }

// prescribes reports whether a document only says what shall be done: nothing
// in a plan or a directive is a judgement, but for its part on shortcomings.
func prescribes(t *scan.Text) bool {
	switch t.Identity.Type {
	case "plan", "directive", "guidance":
		return true
	}
	return false
}

// aboutBreach reports whether a document is about discipline: its headline or
// lead says so and names no congress. A report of those who looked into the work on
// congresses has their name at its head and the congress in its title.
func (c *common) aboutBreach(t *scan.Text) bool {
	n := min(3, len(t.Sentences))
	if t.Identity.Type != "" && t.Identity.Type != "news" || recorded(t) {
		if last := t.Sentences[min(titleReach, len(t.Sentences)-1)].Last; t.Has(c.meeting, 0, last) {
			return false
		}
	}
	for i := range min(4, len(t.Sentences)) { // "Biên bản làm việc của Đoàn kiểm tra" above "Nội dung: chuẩn bị Đại hội …"
		s := t.Sentences[i]
		if topic, _ := c.scope.Sentence(t, i); topic != scope.Discipline && i > 0 && !t.Is(s.Last-1, '.') && t.Has(c.meeting, s.First, s.Last) {
			return false
		}
	}
	for i := range n {
		s := t.Sentences[i]
		if topic, at := c.scope.Sentence(t, i); topic == scope.Discipline && !t.Has(c.meeting, s.First, s.Last) {
			if w := word(t, at); (w == "đoàn" || w == "cuộc") && t.Has(c.meeting, s.Last, t.Sentences[n-1].Last) {
				continue // whose visit the head names, on the work on a congress
			}
			return true
		}
	}
	return false
}

// recorded reports whether one of the first lines calls a text without a known type the minutes
// of a meeting: "Biên bản làm việc giữa Đoàn kiểm tra và …".
func recorded(t *scan.Text) bool {
	for i := range min(3, len(t.Sentences)) {
		if s := t.Sentences[i]; s.Last-s.First > 2 && word(t, s.First) == "biên" && word(t, s.First+1) == "bản" {
			return true
		}
	}
	return false
}

// titleReach is how many lines the head and the title of a paper have at most.
const titleReach = 9

// levelIn returns the level that a clause names, "" for none or for several.
func (c *common) levelIn(t *scan.Text, cl discourse.Clause) string {
	level := ""
	for _, h := range t.HitsIn(c.levels, cl.First, cl.Last) {
		code := levelCodes[h.Value]
		if level != "" && level != code {
			return ""
		}
		level = code
	}
	return level
}

func setLevel(f *report.Fact, level string) { f.Set("level", report.Text(level)) }

// words registers the phrases of a setting as a class.
func words(env *kind.Env, name string, list []string) *scan.Class {
	c := env.Builder.Class("judgement." + name)
	for i, w := range list {
		add(c, w, int32(i))
	}
	return c
}

// add registers all variants of a phrase.
func add(c *scan.Class, phrase string, value int32) {
	c.AddAll(phrase, value)
}

// statesAt reports whether a verb of stating stands at a token: what a paper states is no
// judgement of the paper, "Báo cáo chính trị nêu rõ giao thông nông thôn còn hạn chế".
func statesAt(t *scan.Text, i int32) bool {
	for word(t, i) == "đã" || word(t, i) == "cũng" {
		i++
	}
	switch word(t, i) {
	case "nêu", "chỉ", "khẳng", "xác", "nhấn", "tập", "đề", "thông", "cho", "kiểm", "xoay", "về", "dành":
		return true
	case "nhận":
		return word(t, i+1) == "định"
	}
	return false
}
