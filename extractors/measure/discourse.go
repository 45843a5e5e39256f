package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scope"
	"github.com/tongket/tongket/pipeline/report"
)

// sentence is what the figures of one sentence share.
type sentence struct {
	block        int
	body         string // what the list is about
	central      bool
	attr         string // the attribute of the figure before
	qual         string
	stat         string
	changed      string  // what the change before was one of
	changedOrgs  bool    // it was one of organisations
	opened       measure // the first figure of the part of the sentence before, which a semicolon ends
	was          string  // the phase of the figure before
	chosenFrom   bool    // it is how long the list was that those counted before it were chosen from
	amount       float64 // the figure before
	percent      bool    // it is a share
	phase        string  // of what was just counted
	decision     bool    // sticky is a decided number, which ends where the election begins
	target       bool    // the figure before is a target
	elected      string  // body whose elected members this sentence counted
	sticky       string  // a phase that a word lays on all later figures: dự kiến
	level        string
	place        string
	placeLvl     string
	led          bool   // place is what the sentence before began with
	joint        string // units that begin the sentence together, their level, and the token behind them
	jointLvl     string
	jointEnd     int32
	asOf         report.Date
	days         []dayFrom // the days of its clauses, where it names several
	carried      bool      // body comes from an earlier sentence
	within       bool      // a list of parts began
	whole        float64   // how many organisations were counted whose kinds may follow
	organ        string
	before       int    // item of an earlier term that the sentence is about, 0 for none
	lead         string // the body carried from before
	chosen       bool   // something is elected here
	votes        bool   // a ballot or a vote is spoken of
	rounds       int8   // one more than how many rounds of an election are told, up to 3; 0 before that was asked
	done         string // an organisation list is about this attribute
	appoint      bool
	appointed    bool   // a body was appointed in this sentence
	allAppointed bool   // the sentence ends by saying that all it counts were appointed
	seated       bool   // and it was the committee, whose parts are appointed with it
	listed       bool   // in a list under a verb of appointing
	bodyLvl      string // level of the body named in levelOf
	levelOf      string
	listLevel    string  // of any organisations counted in this sentence, whose names may follow
	orgLevel     string  // of the organisations counted in this sentence
	stated       string  // level stated of the members of a body in this sentence
	held         string  // level whose congresses the sentence says were held
	row          []item  // bodies or places that a list of figures is for, in order
	parts        bool    // organisations were counted, their kinds may follow
	org          measure // of the organisations that group orgAt counts
	orgAt        int
	world        bool // something of the economy or of others was counted
	rated        bool // organisations were inspected or graded, and so were the members counted behind them
}

// dayFrom is a day, the token behind it, from which on figures stand for it, the one
// where its clause begins, before which none do, and the one where its part does, before
// which those that only say how many there are do not.
type dayFrom struct {
	from, clause, part int32
	day                report.Date
}

// discourse is what stays from sentence to sentence.
type discourse struct {
	body               string
	central            bool
	organ              string
	headed             bool // a heading or the lead of a list named the body
	bodyLvl            string
	levelOf            string
	label              int     // depth of the paragraph whose level is that of congresses held
	current            int     // depth of the paragraph
	lastHeld           string  // level of the congresses that were held last
	pilots             float64 // how many organisations were told to have pilot congresses
	title              string  // level that the title is about
	sent               bool    // the title is about a delegation to a higher congress
	vetted             bool    // the title is about who the delegates are
	elects             string  // the body that the title of minutes says is elected
	tallies            []tally
	appoint            bool   // a decision that appoints
	appointed          bool   // the sentence before told whom one appointed
	seated             bool   // that the committee was appointed was told before in this paragraph
	listed             bool   // a list under a verb of appointing
	listBlock          int    // block of the last item of that list
	committee          int    // sentences since the committee was counted
	age                int    // sentences since the body was named
	heading            string // what a heading makes bare figures: age_band, education, theory
	attr               string // the attribute that a heading or list lead names
	qual               string
	phase              string
	level              string
	depth              int    // of the heading that stated level
	headLevel          string // of the last heading that stated one, and its depth
	headDepth          int
	part, whole        string // label of the part of the document, and the level of its title
	place              string
	placeLvl           string
	placeHere          bool   // of one paragraph only
	placeLed           bool   // the sentence before began with it
	placeTop           bool   // and so did the paragraph
	section            frame  // of the heading above
	leadAttr, leadQual string // of the lead of the list
	list               frame  // of the lead of the list
	outside            scope.Topic
	sizes              map[string]tally   // members of each body, as counted last
	plans              map[string]float64 // members of each body, as planned last
	totals             map[whole]float64  // as counted last
	done               map[float64]bool   // numbers of organisations that held their congresses
	headAsOf           report.Date        // of the heading above
	asOfDepth          int                // and its depth
	listAsOf           report.Date        // of the list that a lead began
	listBegan          int                // block of that lead, and the depth of its label
	listDepth          int
	asOf               report.Date
	heldAsOf           report.Date // of the congresses counted last that have one, and its block
	heldBlock          int
	heldDated          bool
	targets            targets
	dayBefore          report.Date // of the sentence before, and its block
	dayBlock           int
	last               string // the attribute counted last, for a list of units that follows
	lastQual           string
	lastStat           string
	lastWas            string    // and its phase
	elected            string    // the body whose elected members were counted last
	parts              bool      // the sentence before counted organisations
	zeros              *zeroList // what the units of a list below have none of
	ballots            float64   // M of the last votes N/M, which persons voted on in one go share
	spoke              int       // sentences for which comments counted before may be spoken of with a word for one of them
	voted              int       // sentences for which the share of a post is one of votes
	spoken             float64   // how many comments were counted last
	votes              int       // sentences for which a list of persons and their votes may go on
}

// longest is how many sentences without a word of it a body governs: lists of
// attributes run over five bullets and more, but each of them renews it.
const longest = 2

// sentence reads one sentence of prose.
func (r *reader) sentence(sen scan.Sentence, b *report.Block) {
	r.s = sentence{block: sen.Block}
	r.figs, r.pool = r.figs[:0], r.pool[:0]
	r.labelled = 0
	sen.Last = r.inside(sen)
	r.read(sen.First, sen.Last)
	for k := range r.items {
		c := r.items[k].c()
		r.s.votes = r.s.votes || c.votes
		r.s.chosen = r.s.chosen || c.chosen
	}
	if r.outside(sen) || grammar.Supposed(r.t, sen.First, sen.Last) || grammar.Refuted(r.t, sen.First, sen.Last) || r.example() {
		return
	}
	r.ratioInWords()
	r.rates()
	if r.s.asOf.IsZero() {
		r.s.asOf = r.dataDay()
	}
	r.restDay(sen.Block)
	r.listDay(sen)
	r.noteBelow(sen.Block)
	if r.heading(b) {
		return
	}
	if r.ballot() || r.voteList() || r.listedZero() {
		return
	}
	r.lead()
	r.carry()
	r.s.before = r.earlierSentence()
	r.s.allAppointed = r.allAppointed()
	if r.s.allAppointed || r.byDecisions() || r.appointedFirst() || r.decisionsTold() {
		r.s.appoint, r.s.appointed = true, true
	}
	r.planAhead()
	if len(r.figs) > 0 {
		r.joint()
	}
	r.group()
	for i := range r.groups {
		r.resolve(i)
	}
	r.zeros()
	r.leave()
	r.unreadFigures()
}

// planAhead lets a plan that begins the sentence hold for all its figures, also behind a
// day: "Dự kiến Đại hội diễn ra ngày 25/8 với 210 đại biểu", "Theo kế hoạch, …".
func (r *reader) planAhead() {
	if t := r.t.Identity.Type; len(r.figs) > 0 && t != "directive" && t != "guidance" && r.congressAhead() {
		r.s.sticky = "planned"
	}
	if len(r.items) < 2 || r.items[0].first != r.firstWord() {
		return
	}
	c := r.items[0].c()
	if c.phase == "planned" && (c.reach == "sentence" && !r.bodyNext() || r.items[1].mark == ',' && r.items[1].first == r.items[0].last) {
		r.s.sticky = c.phase
	}
}

// bodyNext reports whether a body or a figure stands right behind the first item.
func (r *reader) bodyNext() bool {
	n := &r.items[1]
	return n.first == r.items[0].last && (n.fig != nil || n.c().body != "")
}

// inside returns the end of the parts of a sentence before the semicolon behind which it
// turns to something other than a Party congress.
func (r *reader) inside(sen scan.Sentence) int32 {
	topic, at := r.x.scope.Range(r.t, sen.First, sen.Last)
	if topic == scope.In {
		return sen.Last
	}
	for i := at - 1; i > sen.First; i-- {
		if r.t.Is(i, ';') {
			return i
		}
	}
	return sen.Last
}

// outside reports whether the sentence is about something other than a Party
// congress. A sentence that names no body of its own stays with the one before.
func (r *reader) outside(sen scan.Sentence) bool {
	topic, _ := r.x.scope.Range(r.t, sen.First, sen.Last)
	named, strong, chosen := false, false, false
	for k := range r.items {
		c := r.items[k].c()
		switch {
		case c.org, c.body != "" && c.body != "vote" && c.use != "actor":
			named = true
			strong = strong || c.body == "committee" || c.body == "standing_committee" || c.body == "inspection_committee"
		case c.phase == "actual", c.attr == "shortfall":
			chosen = true
		}
	}
	switch {
	case (topic == scope.Planning || topic == scope.Council) && strong && chosen:
		topic = scope.In
	case topic == scope.In && r.d.outside != scope.In && len(r.figs) > 0 && (!named || r.goesOn()):
		topic = r.d.outside
	}
	r.d.outside = topic
	return topic != scope.In
}

// goesOn reports whether the sentence begins as a part of the one before.
func (r *reader) goesOn() bool {
	if len(r.items) == 0 || r.items[0].first != r.first {
		return false
	}
	return r.items[0].c().link == "within" || r.items[0].c().link == "cut"
}

// heading reads a heading or the lead of a list: what it names governs what
// follows. It reports whether the sentence is only that.
func (r *reader) heading(b *report.Block) bool {
	begin, end := r.t.Block(r.s.block)
	title := b.Kind == report.Heading || r.labelled == 4 && r.bodyAlone() || r.labelled > 0 && r.labelled < 4 && int(r.last-r.first) <= 24 && r.first == begin && r.last >= end
	lead := r.t.Is(r.last-1, ':')
	if len(r.figs) == 0 && !title && !lead && r.first == begin && r.last >= end {
		title = r.caption()
		if !title && r.last-r.first <= shortLine && !r.stopped() {
			if place, _ := r.framePlace(); place != "" {
				title = true // "Huyện Hải Lăng", alone in its line
			} else if r.d.section.depth == 0 {
				r.d.section.open = false // "Nhìn chung toàn tỉnh"
			}
		}
	}
	if place, level := r.headlineUnit(); len(r.figs) > 0 && b.Kind == report.Heading && place != "" {
		r.d.section = frame{open: true, depth: r.labelled, block: r.s.block, place: place, placeLvl: level}
	}
	if len(r.figs) > 0 || !title && !lead {
		return false
	}
	depth := r.labelled
	if depth == 0 {
		depth = 3
		if title {
			depth = 2
		}
	}
	r.frameOf(title)
	if title {
		if day := r.headingDay(); !day.IsZero() || depth <= r.d.asOfDepth || r.labelled == 0 && r.partLabel() {
			r.d.headAsOf, r.d.asOfDepth = day, depth
		}
		r.d.heading, r.d.attr, r.d.qual, r.d.phase = "", "", "", ""
		if depth <= r.d.depth {
			r.d.level, r.d.depth = r.d.title, 0
		}
		if r.d.body != "" && !r.d.central { // posts and delegates from above a title do not go on
			r.d.body, r.d.organ = "committee", ""
		}
		if r.d.vetted {
			r.d.body, r.d.age, r.d.central = "delegate", 0, false
		}
		r.d.levelOf, r.d.bodyLvl = "", ""
	}
	for k := range r.items {
		it := &r.items[k]
		c := it.c()
		if title && depth > 0 && k > 0 && c.org && !c.party && c.level == "province" && r.t.Identity.Level == "upper_grassroots" && r.t.Fold(it.first) == "tỉnh" {
			if p := &r.items[k-1]; p.c().org && p.c().party && p.last < it.first && it.first-p.last < kindWords {
				r.d.level, r.d.depth = r.t.Identity.Level, depth // "3. Đại hội đại biểu Đảng bộ BĐBP tỉnh"
				continue
			}
		}
		if r.above(c, r.levelWord(k)) {
			continue
		}
		if k > 0 && c.org && r.items[k-1].c().body == "delegate" && r.t.Identity.Level != "" && rank(r.levelWord(k)) > rank(r.t.Identity.Level) {
			r.d.body, r.d.levelOf = "upper_delegation", "upper_delegation" // "b) Bầu đại biểu dự Đại hội Đảng bộ huyện"
			continue
		}
		if l := r.levelWord(k); l != "" && (title || c.strength == "strong" || c.org) && depth > 0 {
			r.d.level, r.d.depth = l, depth
		}
		if it.place != "" && r.own(it.place) && !r.belongsTo(k) || c.org && c.level == "" && k+1 < len(r.items) && r.items[k+1].c().link == "ordinal" {
			r.d.level, r.d.depth = r.t.Identity.Level, depth
		}
		if title && r.d.level != "" && c.org && c.level == "" && r.ownCongress(k) {
			r.d.level, r.d.depth = r.t.Identity.Level, depth // "2. Đại hội Đảng bộ Công ty", behind "1. Đại hội chi bộ"
		}
		if c.body != "" && c.use != "actor" && c.body != "comment" && c.body != "vote" {
			r.d.body, r.d.central, r.d.age, r.d.organ, r.d.bodyLvl, r.d.levelOf = c.body, c.central, 0, "", c.level, c.body
			r.d.headed = true
		}
		r.topic(c)
	}
	if title && r.partLabel() {
		if r.d.part == "" {
			r.d.whole = r.d.title
		}
		r.d.part = r.t.Word(r.first)
		r.d.title = r.d.whole
		if r.d.depth > 0 && r.d.depth < progress {
			r.d.title = r.d.level // "B. ĐẠI HỘI CẤP TRÊN TRỰC TIẾP CƠ SỞ" is over I. and 1.
		}
	}
	if title {
		r.d.headLevel, r.d.headDepth = "", 0
		if r.d.depth > 0 && r.d.depth < progress {
			r.d.headLevel, r.d.headDepth = r.d.level, r.d.depth
		}
	}
	return true
}

// caption reports whether a line that no format marks as a heading is that of a table: "Biểu số 3:
// Kết quả bầu ban thường vụ cấp huyện".
func (r *reader) caption() bool {
	if w := r.t.Fold(r.first); w != "biểu" && w != "bảng" {
		return false
	}
	return r.t.Tokens[r.first].Upper && !r.t.Is(r.last-1, '.') && !r.t.Is(r.last-1, ';') && r.last-r.first <= captionWords
}

// belongsTo reports whether the unit at item k is the one whose organisations are below it:
// "đảng bộ trực thuộc Tỉnh ủy X".
func (r *reader) belongsTo(k int) bool {
	for i := r.items[k].first - 1; i > r.first && i > r.items[k].first-4; i-- {
		if r.t.Fold(i) == "thuộc" {
			return true
		}
	}
	return false
}

// captionLabel reports whether the number of a table stands at a token: "Bảng 1.".
func (r *reader) captionLabel(i int32) bool {
	w := r.t.Fold(i)
	return (w == "biểu" || w == "bảng") && r.t.Tokens[i+1].Kind == scan.Number && r.t.Is(i+2, '.')
}

// partLabel reports whether a heading is that of a part of the document, over those with Roman
// numbers: "A.", "B.", "Phần thứ nhất".
func (r *reader) partLabel() bool {
	w := r.t.Word(r.first)
	if len(w) == 1 && r.t.Is(r.first+1, '.') && (w == "A" || w == "B" || r.d.part != "" && w > "B" && w < "H") {
		return true
	}
	if r.t.Fold(r.first) == "phần" && r.t.Tokens[r.first].Upper {
		return true
	}
	return r.belowPart()
}

// belowPart reports whether a heading stands right below the number of a part, in a line of its own: "Phần B",
// and then "CẤP TRÊN TRỰC TIẾP CƠ SỞ".
func (r *reader) belowPart() bool {
	begin, end := r.t.Block(r.s.block)
	if r.s.block == 0 || r.first != begin || r.last < end || !r.t.Tokens[r.first].AllUpper {
		return false
	}
	first, last := r.t.Block(r.s.block - 1)
	return last > first && last-first <= partLine && r.t.Fold(first) == "phần" && r.t.Tokens[first].Upper
}

// partLine is how many tokens the number of a part has: "PHẦN THỨ HAI".
const partLine = 3

// stopped reports whether a sentence ends with a mark.
func (r *reader) stopped() bool {
	return r.t.Tokens[r.last-1].Kind == scan.Punct && !r.t.Is(r.last-1, ')')
}

// shortLine is how many tokens a line has at most that is a heading although no format marks it.
const shortLine = 10

// captionWords is how many tokens the caption of a table has at most.
const captionWords = 30

// ownCongress reports whether item k is the congress of one Party organisation
// without more: "Đại hội Đảng bộ", and not "đại hội các đảng bộ".
func (r *reader) ownCongress(k int) bool {
	words := strings.ToLower(r.t.String(r.items[k].first, r.items[k].last))
	return strings.HasPrefix(words, "đại hội") && strings.HasSuffix(words, "đảng bộ")
}

// topic remembers what a heading makes bare figures mean.
func (r *reader) topic(c *cue) {
	switch c.form {
	case "age":
		r.d.heading = "age_band"
	case "school":
		r.d.heading = "education"
	case "theory":
		r.d.heading = "theory"
	case "plain":
		r.d.attr, r.d.qual = c.attr, c.qual
	}
	if c.phase != "" && c.reach != "future" && c.reach != "verb" {
		r.d.phase = c.phase
	}
}

// carry takes over from the sentences before what this one does not state.
func (r *reader) carry() {
	s, d := &r.s, &r.d
	s.level = d.level
	if d.seated = d.seated && r.block == s.block && !s.chosen; d.seated {
		s.appoint = true
	}
	if r.national() && !(r.block == s.block && d.placeLed && d.placeTop && r.staysWith(d.place, d.placeLvl)) {
		d.place, d.placeLvl = "", "" // over many units, and so is what follows
	}
	if d.placeHere && r.block != s.block {
		d.place, d.placeLvl = "", "" // "Ở xã X, …" is said of one paragraph
	}
	if r.t.Identity.Unit == "" || r.block == s.block && r.backTo(d.place) {
		s.place, s.placeLvl = d.place, d.placeLvl
	} else if r.block == s.block && (d.placeLed && (r.congressAlone() || d.placeTop && r.staysWith(d.place, d.placeLvl)) || r.pilotBegins()) {
		s.place, s.placeLvl, s.led = d.place, d.placeLvl, true
	} else if d.section.open && d.section.place != "" && !r.countsOrganisations() && r.staysWith(d.section.place, d.section.placeLvl) {
		s.place, s.placeLvl = d.section.place, d.section.placeLvl
	}
	if r.labelled == 4 && r.t.Identity.Type == "interview" {
		r.labelled = 0 // a dash begins what somebody says
	}
	if r.block != s.block && r.labelled == 0 && isSeats(d.body) && d.body != "committee" && !d.sent && !r.goesOn() && !(d.headed && d.age == 0) {
		d.body = ""
		if d.committee <= longest && d.sizes["committee"].n > 0 {
			d.body, d.organ = "committee", "" // its figures go on behind the posts
		}
	}
	if r.block != s.block && r.labelled > 0 && r.labelled < 4 && !d.headed && isSeats(d.body) && d.body != "committee" && d.body != "upper_delegation" {
		d.body = "committee" // a number of its own turns away from the posts before it
	}
	if r.block != s.block && r.labelled == 0 && !r.goesOn() {
		d.levelOf, d.bodyLvl = "", ""
	}
	if d.body != "" && d.body != "committee" && !d.central && !(d.body == "delegate" && r.allots()) && r.otherUnit() {
		d.body, d.organ = "committee", ""
	}
	if (d.body == "delegate" || d.body == "comment") && r.personnelLead() || (d.body == "secretary" || d.body == "deputy_secretary") && r.t.Fold(r.firstWord()) == "trong" && r.t.Fold(r.firstWord()+1) == "danh" {
		d.body, d.organ, d.age = "committee", "", 0
	}
	r.block = s.block
	if d.body != "" && d.age <= longest {
		s.body, s.central, s.carried, s.organ, s.phase = d.body, d.central, true, d.organ, d.phase
		s.bodyLvl, s.levelOf = d.bodyLvl, d.levelOf
		s.lead = s.body
		if s.phase == "previous" && r.namesTerm() {
			s.phase = "" // "Khóa XIII có 23 ủy viên. Khóa XIV gồm 27"
		}
	}
	s.appoint, s.listed = s.appoint || d.appoint, d.listed
	if d.appointed && r.t.Fold(r.firstWord()) == "theo" && r.t.Fold(r.firstWord()+1) == "đó" {
		s.appoint, s.appointed = true, true
	}
	s.parts = d.parts && (r.goesOn() || r.t.Fold(r.firstWord()) == "con" && r.t.Fold(r.firstWord()+1) == "số") // "Con số này gồm 167 đảng bộ …"
	d.age++
	d.committee++
	d.spoke--
	d.voted--
}

// personnelLead reports whether a sentence turns to the personnel of the next term: "Về nhân
// sự, Đảng ủy giới thiệu 17 đồng chí".
func (r *reader) personnelLead() bool {
	i := r.firstWord()
	if w := r.t.Fold(i); w == "về" {
		i++
	}
	if r.t.Fold(i) == "công" {
		i += 2
	}
	return r.t.Fold(i) == "nhân" && r.t.Fold(i+1) == "sự" && !r.t.Is(r.last-1, ':')
}

// namesTerm reports whether a sentence names a term of its own before its first figure.
func (r *reader) namesTerm() bool {
	for k := range r.items {
		it := &r.items[k]
		if it.fig != nil {
			return false
		}
		if c := it.c(); c.link == "ordinal" || it.when || c.phase == "actual" && r.t.Fold(it.last-1) == "này" {
			return true
		}
	}
	return false
}

// backTo reports whether a sentence speaks of the unit that the one before named, by its
// kind alone: "cấp ủy khóa này của xã chỉ còn 1 nữ".
func (r *reader) backTo(place string) bool {
	kind, _, _ := strings.Cut(place, " ")
	for i := r.first + 1; i < r.last && kind != ""; i++ {
		if r.t.Word(i) == "này" && strings.EqualFold(r.t.Word(i-1), kind) {
			return true // "Đảng bộ phường này gồm 129 tổ chức đảng"
		}
		switch r.t.Word(i - 1) {
		case "của", "ở", "tại", "Ở", "Tại":
			if strings.EqualFold(r.t.Word(i), kind) && !(i+1 < r.last && r.t.Tokens[i+1].Upper && r.t.Tokens[i+1].Kind == scan.Word) {
				return true
			}
		}
	}
	return false
}

// congressAlone reports whether a sentence begins with the congress of the unit that the one
// before was about: "Xã X được chọn làm điểm. Đại hội có 110 đại biểu".
func (r *reader) congressAlone() bool {
	if len(r.items) < 2 {
		return false
	}
	it := &r.items[0]
	if it.c().link == "filler" && r.t.Fold(it.first) == "các" && it.first == r.firstWord() {
		for k := 1; k < len(r.items) && r.items[k].first == r.items[k-1].last && r.items[k].c().org; k++ {
			if l := rank(r.levelWord(k)); l > 0 && l < rank(r.d.placeLvl) {
				return true // "Quận X có 13 đảng bộ phường. Các đại hội phường bầu …"
			}
		}
		return false
	}
	return it.first == r.firstWord() && it.last == it.first+2 && r.t.Fold(it.first) == "đại" && r.t.Fold(it.first+1) == "hội" &&
		!r.t.Tokens[it.last].Upper && r.t.Fold(it.last) != "đại" && r.t.Fold(it.last) != "lần"
}

// staysWith reports whether nothing in a sentence turns away from the unit below the document's
// own that the one before began with: no other unit, no level, no wider organisation.
func (r *reader) staysWith(place, level string) bool {
	for i := r.firstWord(); i < min(r.last, r.firstWord()+wideWords); i++ {
		switch r.t.Fold(i) {
		case "toàn", "cả", "chung", "các", "những", "nhiều", "mỗi":
			return false
		}
	}
	for k := range r.items {
		it := &r.items[k]
		c := it.c()
		switch {
		case it.place != "" && it.place != place, c.strength == "strong", c.central, c.link == "ordinal" && k > 0 && r.items[k-1].c().org && r.t.Identity.Ordinal > 0 && r.ownOrdinal(it.last):
			return false
		case c.org && rank(r.levelWord(k)) > rank(level) && !r.goneTo(k), c.level != "" && isSeats(c.body) && c.body != "upper_delegation" && rank(c.level) > rank(level) && !r.issuedBy(k) && r.t.Fold(it.first-1) != "do" && r.t.Fold(it.first-1) != "được":
			return false
		case c.org && k > 0 && r.items[k-1].fig != nil && r.items[k-1].last == it.first && (rank(r.levelWord(k)) == 0 || rank(r.levelWord(k)) >= rank(level)) && !strings.EqualFold(r.t.String(it.first, it.last), "chi bộ"):
			return false
		}
	}
	return true
}

// wideWords is within how many tokens a sentence says that it is about more than one unit.
const wideWords = 4

// ownOrdinal reports whether the ordinal at a token is that of the document's own congress,
// where it is no first one.
func (r *reader) ownOrdinal(i int32) bool {
	n, _, ok := r.x.grammar.OrdinalAt(r.t, i)
	return ok && n > 1 && n == r.t.Identity.Ordinal
}

// pilotBegins reports whether a sentence begins with the pilot congress that the one before named:
// "… chỉ đạo điểm Đại hội Đảng bộ Trung đoàn 753. Đại hội điểm có 98 đại biểu".
func (r *reader) pilotBegins() bool {
	return r.d.place != "" && len(r.items) > 0 && r.items[0].c().form == "orgpilot" && r.items[0].first == r.firstWord() && !r.own(r.d.place)
}

// countsOrganisations reports whether a sentence counts organisations: no unit below the
// document's own has many.
func (r *reader) countsOrganisations() bool {
	for k := 1; k < len(r.items); k++ {
		if p := &r.items[k-1]; r.items[k].c().org && p.fig != nil && p.last == r.items[k].first && p.fig.value > 1 {
			return true
		}
	}
	return false
}

// above reports whether a word of a heading is for a committee above the document's own
// organisation, which approved what the heading is about.
func (r *reader) above(c *cue, level string) bool {
	return c.body != "" && c.body != "upper_delegation" && c.body != "delegate" && !c.central && r.t.Identity.Level != "" && rank(level) > rank(r.t.Identity.Level)
}

// allots reports whether a sentence begins by giving units their share of what was counted
// before: "Phân bổ: Đảng bộ xã X 12".
func (r *reader) allots() bool {
	return len(r.items) > 0 && r.items[0].first == r.firstWord() && strings.HasSuffix(r.t.Fold(r.items[0].last-1), "bổ")
}

// allAppointed reports whether the sentence ends by saying that all it counts were
// appointed: "… 9 đồng chí, Phó Bí thư 2 đồng chí đều được chỉ định".
func (r *reader) allAppointed() bool {
	n := len(r.items)
	if n > 2 && r.items[n-1].mark == ')' {
		n--
	}
	if n < 2 || r.items[n-1].c().attr != "appointed" {
		return false
	}
	i := r.items[n-1].first - 1
	for j := i; j > r.first && j > i-appointerWords && r.t.Tokens[j].Kind == scan.Word; j-- {
		if r.t.Fold(j) == "do" { // "… những người này do Huyện ủy chỉ định"
			i = j - 1
			w := r.t.Fold(i)
			return w == "này" || w == "trên" || w == "cả" || w == "đều" || w == "cùng"
		}
	}
	return i > r.first && (r.t.Word(i) == "đều" || r.t.Word(i) == "cùng")
}

// appointerWords is how many words who appoints has at most: "Ban Thường vụ Đảng ủy các cơ quan tỉnh".
const appointerWords = 12

// appointedFirst reports whether a sentence tells of those who were appointed before its
// first figure, and elects nobody: "Danh sách chỉ định …: Ban Chấp hành 15 đồng chí, …".
func (r *reader) appointedFirst() bool {
	found := false
	for k := range r.items {
		c := r.items[k].c()
		switch {
		case c.reach == "verb", c.phase == "actual" && c.reach == "near", c.phase == "planned":
			return false
		case r.items[k].fig != nil && !found:
			return false
		case c.attr == "appointed":
			found = found || r.t.Fold(r.items[k].first) == "danh" || k > 0 && r.items[k-1].c().link != "actor" && r.t.Fold(r.items[k].first) == "chỉ" && k+1 < len(r.items) && isSeats(r.items[k+1].c().body) && r.items[k+1].first == r.items[k].last
		}
	}
	return found
}

// appoints reports whether the sentence leads to a list of those appointed:
// "… chỉ định nhân sự. Theo đó: - Ban Chấp hành: 27 đồng chí".
func (r *reader) appoints() bool {
	if len(r.groups) > 0 {
		return false
	}
	found := r.s.appoint && r.t.Is(r.last-1, ':')
	for k := range r.items {
		c := r.items[k].c()
		if c.reach == "verb" {
			return false
		}
		found = found || c.attr == "appointed"
	}
	return found || r.announcesPosts()
}

// topicOfAll lets a sentence without figures that begins a paragraph with the committees of a
// level lead to what follows: "Chất lượng cấp ủy cơ sở được nâng lên. Tuổi bình quân 42,6". It reports whether one does.
func (r *reader) topicOfAll() bool {
	if begin, _ := r.t.Block(r.s.block); r.first != begin || r.t.Is(r.last-1, ':') {
		return false
	}
	c := r.only()
	if c == nil || c.body != "committee" || c.central || c.level == "" || rank(c.level) >= rank(r.t.Identity.Level) && r.t.Identity.Level != "" {
		return false
	}
	r.d.body, r.d.central, r.d.organ, r.d.headed = c.body, false, "", false
	r.d.levelOf, r.d.bodyLvl = c.body, c.level
	return true
}

// bodyAside reports whether an item of a list names a body other than the one that the list
// is about only among the parts of a figure: "- Nữ 71, trong đó ban thường vụ có 14".
func (r *reader) bodyAside() bool {
	if r.labelled < 4 || r.s.lead == "" {
		return false
	}
	within, counted := false, false
	for k := range r.items {
		c := r.items[k].c()
		counted = counted || r.items[k].fig != nil
		within = within || counted && c.link == "within"
		if isSeats(c.body) && c.use != "actor" {
			return within
		}
	}
	return false
}

// resulted reports whether a sentence begins with what came of a plan.
func (r *reader) resulted() bool {
	return len(r.items) > 0 && r.items[0].first == r.firstWord() && r.items[0].c().link == "result"
}

// announcesPosts reports whether a sentence says that decisions on posts were made known:
// "Đại hội công bố các quyết định của Thành ủy về nhân sự".
func (r *reader) announcesPosts() bool {
	told := false
	for _, h := range r.t.HitsIn(r.x.words.posts, r.first, r.last) {
		switch {
		case h.Value == announces:
			told = true
		case told && r.t.Fold(h.First-1) != "án":
			return r.decisionsBefore(h.First)
		}
	}
	return false
}

// The words of announcesPosts: of making known, and of what is.
const (
	announces = iota
	posts
)

// decisionsBefore reports whether decisions are named before a token of the sentence.
func (r *reader) decisionsBefore(i int32) bool {
	for i--; i > r.first; i-- {
		if r.t.Fold(i-1) == "quyết" && r.t.Fold(i) == "định" {
			return true
		}
	}
	return false
}

// leave hands over to the next sentence.
func (r *reader) leave() {
	s, d := &r.s, &r.d
	if len(r.figs) == 0 && r.topicOfAll() {
		d.age = 0
	} else if !s.carried && s.body != "" && !r.bodyAside() {
		d.body, d.central, d.organ, d.age, d.headed = s.body, s.central, s.organ, 0, false
	} else if s.carried && len(r.groups) > 0 && s.stat != "" {
		d.age = 0
	}
	if s.attr != "" {
		d.last, d.lastQual, d.lastStat, d.lastWas = s.attr, s.qual, s.stat, s.was
	}
	if s.levelOf != "" {
		d.levelOf, d.bodyLvl = s.levelOf, s.bodyLvl
	}
	d.listed = r.appoints() || s.listed && (r.labelled >= 4 || r.d.listBlock == s.block)
	if d.listed && r.labelled >= 4 {
		d.listBlock = s.block
	}
	d.appointed = s.appointed
	d.seated = d.seated || s.seated
	d.appoint = d.listed || s.appoint && r.t.Identity.Type == "decision"
	if s.elected != "" {
		d.elected = s.elected
	}
	d.parts = s.parts || s.done == "completed"
	if s.phase == "nominated" && s.elected == "" && r.t.Is(r.last-1, ':') {
		d.elected = "" // whoever was elected before, the list below a lead-in is of those it counts
	}
	switch {
	case (s.phase == "nominated" || s.phase == "planned" || s.phase == "target" && d.sizes[s.body].n > 0) && s.body != "" && (d.elected == s.body || s.phase == "target"):
		d.phase = "actual" // the list that was elected from is told behind who was
	case (s.phase == "nominated" || s.phase == "planned") && s.carried && r.resulted():
		d.phase = "actual"
	case s.phase != "":
		d.phase = s.phase
	}
	r.leavePlace()
	r.askedLevel()
}

// askedLevel lets the level of the congresses that a question is about hold for its answer: "Còn đại hội
// huyện, chuẩn bị tới đâu rồi?"
func (r *reader) askedLevel() {
	if r.t.Identity.Type != "interview" || !r.t.Is(r.last-1, '?') || len(r.figs) > 0 {
		return
	}
	for k := range r.items {
		if c := r.items[k].c(); c.strength == "strong" || c.org {
			if l := r.levelWord(k); l != "" {
				r.d.level, r.d.depth, r.d.levelOf, r.d.bodyLvl = l, 1, "", ""
			}
		}
	}
}

// ratioInWords passes over figures that say one in how many: "Cứ năm cấp ủy viên thì có
// một người là nữ".
func (r *reader) ratioInWords() {
	within := false
	for _, f := range r.figs {
		within = within || f.first > r.first && r.t.Fold(f.first-1) == "cứ"
		if within && f.reason == "" {
			f.reason = "one in how many"
		}
	}
}

// bodyAlone reports whether a line behind a star or plus names a body and nothing else,
// whose figures follow: "* Ban Chấp hành".
func (r *reader) bodyAlone() bool {
	if r.t.Is(r.first, '-') || r.last-r.first > 8 || len(r.figs) > 0 {
		return false
	}
	n := 0
	for k := range r.items {
		switch c := r.items[k].c(); {
		case isSeats(c.body) && c.use != "actor":
			n++
		case r.items[k].mark != 0 || c.org || c.strength == "strong" || r.items[k].place != "":
		default:
			return false
		}
	}
	return n == 1
}
