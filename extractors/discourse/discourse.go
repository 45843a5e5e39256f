// Package discourse cuts a report into clauses and tells what each does: in
// which part of the report it stands (results, limitations, causes, lessons,
// tasks), whether it demands future work, and whether what it names is denied.
//
// Assessments, limitations and tasks all rest on it, so that a sentence is
// never a shortcoming for one and a demand for another.
package discourse

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Part is a part of a report.
type Part uint8

// The parts. A text without headings and turns is of no part.
const (
	None Part = iota
	Results
	Limits
	Causes
	Lessons
	Tasks
)

var parts = map[string]Part{"": None, "results": Results, "limits": Limits, "causes": Causes, "lessons": Lessons, "tasks": Tasks}

// Clause is a range of tokens between semicolons, or between conjunctions that
// turn the sense (nhưng, tuy nhiên).
type Clause struct {
	First, Last int32
	Sentence    int
	Part        Part
	// Turned says that a concession in this paragraph or sentence opened the
	// part of limitations.
	Turned bool
	// From is where the clause begins that a conjunction joins to this one: its
	// subject may stand there. It is First for all others.
	From int32
	// Demand is the token of the word that demands, -1 for none.
	Demand int32
	// Listed says that the clause stands in a list below a demand: "Ban Thường vụ
	// yêu cầu:".
	Listed bool
	// Goes says that the clause goes on with the demand of the clause before it
	// in the sentence: it has no word of its own that demands, nor one that
	// tells what was done.
	Goes bool
	// Heading says that the clause says nothing: it is a heading that opens a part,
	// a question, or stands in the list of recipients.
	Heading bool
}

// Reader knows the words. It is safe for any number of goroutines.
type Reader struct {
	headings *scan.Class
	turns    *scan.Class
	turnList []turn
	demands  *scan.Class
	deny     *scan.Class
	solved   *scan.Class
	hedges   *scan.Class
	unreal   *scan.Class
	future   *scan.Class
	before   *scan.Class
	past     *scan.Class
	partial  *scan.Class
	which    *scan.Class // nào
}

type turn struct {
	part  Part
	reach string
}

// Shared returns the reader of a set, made at the first call.
func Shared(env *kind.Env) (*Reader, error) { return kind.Share(env, "discourse", build) }

// uses are the codes of the column use of the lexicon.
var uses = []string{"heading", "turn", "demand", "hand", "decoy", "deny", "stands", "avert", "solved", "unreal", "future", "before", "past", "partial", "hedge"}

func build(env *kind.Env) (*Reader, error) {
	list, err := env.Wordlist("discourse")
	if err != nil {
		return nil, err
	}
	b := env.Builder
	r := &Reader{
		headings: b.Class("discourse.headings"), turns: b.Class("discourse.turns"), demands: b.Class("discourse.demands"),
		deny: b.Class("discourse.deny"), solved: b.Class("discourse.solved"), hedges: b.Class("discourse.hedges"),
		unreal: b.Class("discourse.unreal"), future: b.Class("discourse.future"), before: b.Class("discourse.before"), past: b.Class("discourse.past"), partial: b.Class("discourse.partial"), which: b.Class("discourse.which"),
	}
	r.which.Add("nào", 1)
	return r, list.Each(func(row report.WordRow) error {
		part, ok := parts[row.Get("part")]
		if !ok {
			return fmt.Errorf("no part %q%s", row.Get("part"), report.DidYouMean(row.Get("part"), slices.Collect(maps.Keys(parts))))
		}
		for _, word := range scan.Variants(row.Get("phrase")) {
			if err := r.add(word, row, part); err != nil {
				return err
			}
		}
		return nil
	})
}

// add registers one phrase of the lexicon.
func (r *Reader) add(word string, row report.WordRow, part Part) error {
	switch row.Get("use") {
	case "heading":
		r.headings.Add(word, int32(part))
	case "turn":
		r.turns.Add(word, int32(len(r.turnList)))
		r.turnList = append(r.turnList, turn{part, row.Get("reach")})
	case "demand":
		r.demands.Add(word, strength(word))
	case "hand":
		r.demands.Add(word, handing)
	case "decoy":
		r.demands.Add(word, 0)
	case "stands":
		r.deny.Add(word, int32(Stands))
	case "deny":
		r.deny.Add(word, int32(Absent))
	case "avert":
		r.deny.Add(word, int32(Averted))
	case "solved":
		r.solved.Add(word, 1)
	case "unreal":
		r.unreal.Add(word, 1)
	case "future":
		r.future.Add(word, 1)
	case "before":
		r.before.Add(word, 1)
	case "past":
		r.past.Add(word, 1)
	case "partial":
		r.partial.Add(word, 1)
	case "hedge":
		r.hedges.Add(word, 1)
	default:
		return fmt.Errorf("no use %q%s", row.Get("use"), report.DidYouMean(row.Get("use"), uses))
	}
	return nil
}

// strength tells words that demand wherever they stand (cần, phải, đề nghị)
// from verbs that do so only at the start of a clause (tăng cường, tập trung):
// "đã tập trung chỉ đạo" reports.
func strength(word string) int32 {
	switch word {
	case "cần", "phải chịu trách nhiệm", "cần phải", "cần tiếp tục", "cần chú ý", "phải", "phải được", "đề nghị", "đề nghị các", "yêu cầu", "yêu cầu các", "kiến nghị", "có trách nhiệm", "chịu trách nhiệm", "nghiêm cấm", "làm tốt hơn nữa", "tốt hơn nữa", "chỉ đạo tăng cường", "hơn nữa",
		"không được để", "dứt khoát không", "dứt khoát không để", "tuyệt đối không để", "đừng", "đừng để", "nhất thiết", "hãy":
		return 2
	}
	return 1
}

// Clauses returns the clauses of a text, made once a text.
func (r *Reader) Clauses(t *scan.Text) []Clause { return scan.Memo(t, r, r.read) }

// Opens reports whether a text has a part of a kind with anything in it.
func (r *Reader) Opens(t *scan.Text, part Part) bool {
	return slices.ContainsFunc(r.Clauses(t), func(c Clause) bool { return c.Part == part && !c.Heading })
}

func (r *Reader) read(t *scan.Text, out []Clause) []Clause {
	out = slices.Grow(out[:0], len(t.Sentences)*2)
	state := state{r: r, t: t, block: -1}
	for i, s := range t.Sentences {
		if s.First == s.Last {
			continue
		}
		state.enter(s)
		first := s.First
		joins := t.HitsIn(r.turns, s.First, s.Last)
		j := s.First
		if len(joins) == 0 && strings.IndexByte(t.String(s.First, s.Last), ';') < 0 {
			j = s.Last // one clause, as most sentences are
		}
		for ; j <= s.Last; j++ {
			turned, turns := None, false
			if h, ok := scan.Next(&joins, j); ok && j > first {
				turned, turns = state.conjunction(h)
			}
			if j < s.Last && !turns && !t.Is(j, ';') {
				continue
			}
			if j > first {
				c := state.clause(i, first, j)
				if n := len(out); n > 0 && out[n-1].Sentence == i && out[n-1].Last == first {
					c.From = out[n-1].From
				}
				if n := len(out); n > 0 && out[n-1].Sentence == i && c.Demand < 0 {
					c.Goes = (out[n-1].Demand >= 0 || out[n-1].Goes) && !r.toldSoon(t, c)
				}
				out = append(out, c)
			}
			if turns {
				state.within = turned
			}
			first = j
			if j < s.Last && t.Is(j, ';') {
				first = j + 1
			}
		}
	}
	return out
}

// state is the part that the reading is in.
type state struct {
	r       *Reader
	t       *scan.Text
	block   int
	section Part // until the next heading or turn
	para    Part // until the end of the paragraph
	turned  bool
	within  Part // until the end of the sentence
	asked   bool // a sentence that demands ended in a colon: the list below does
	title   bool // the sentence is a heading that opens a part
	ended   bool // the list of recipients has begun: nothing behind it is text
}

// enter moves to a sentence.
func (s *state) enter(sen scan.Sentence) {
	s.within, s.title = None, false
	if sen.Block != s.block {
		s.block, s.para, s.turned = sen.Block, None, false
	}
	b := &s.t.Doc.Blocks[sen.Block]
	if s.t.Fold(sen.First) == "nơi" && vn.Fold(s.t.String(sen.First, min(sen.First+2, sen.Last))) == "nơi nhận" {
		s.ended = true
	}
	if s.ended {
		s.section, s.para, s.asked, s.turned = None, None, false, false
		return
	}
	if s.asked && !item(s.t, sen.Block) {
		s.asked = false
	}
	if b.Kind == report.Heading || short(s.t, sen, b) {
		if hits := s.t.HitsIn(s.r.headings, sen.First, sen.Last); len(hits) > 0 && !s.asks(sen, hits[0]) {
			s.section = Part(hits[0].Value)
			for _, h := range hits {
				if Part(h.Value) == Limits || Part(h.Value) == Tasks { // "Kết quả, hạn chế" is read by its sentences
					s.section = Part(h.Value)
				}
			}
			if len(hits) > 1 && Part(hits[0].Value) == Results {
				s.section = None
			}
			s.title = b.Kind == report.Heading || names(hits, sen)
			return
		}
		if b.Kind == report.Heading {
			s.section = None
		}
	}
	if h, ok := s.opening(sen.First, min(sen.First+6, sen.Last)); ok {
		s.turn(s.r.turnList[h.Value])
	} else if part, ok := s.inline(sen); ok {
		s.turn(turn{part, "section"})
	}
}

// short reports whether a sentence is the whole of a short paragraph without a
// full stop: a heading that the format does not mark.
func short(t *scan.Text, sen scan.Sentence, b *report.Block) bool {
	n := sen.Last - sen.First
	return n <= 14 && b.Kind != report.TableCell && int(t.Tokens[sen.First].Start) <= b.Start+1 &&
		int(t.Tokens[sen.Last-1].End) >= b.End-1 && !t.Is(sen.Last-1, '.') && !t.Is(sen.Last-1, ';')
}

// item reports whether a block is a list item, or looks like one.
func item(t *scan.Text, block int) bool {
	b := &t.Doc.Blocks[block]
	if b.Kind == report.ListItem || b.Label != "" {
		return true
	}
	i, _ := t.Block(block)
	return int(i) < len(t.Tokens) && (t.Is(i, '-') || t.Is(i, '+') || t.Is(i, '*'))
}

// asks reports whether a sentence with a colon at its end asks somebody for the
// list below it, instead of heading a part: "Ban Thường vụ yêu cầu:".
func (s *state) asks(sen scan.Sentence, h scan.Hit) bool {
	d, ok := s.t.At(s.r.demands, h.First)
	return ok && d.Value == 2 && h.First > sen.First+2 && s.t.Is(sen.Last-1, ':')
}

// names reports whether the words that open a part are most of a sentence.
func names(hits []scan.Hit, sen scan.Sentence) bool {
	n := int32(0)
	for _, h := range hits {
		n += h.Last - h.First
	}
	return sen.Last-sen.First <= n+5 // a number, its mark, a comma
}

// inline returns the part that the first words of a sentence open, before a
// colon: "2. Hạn chế: …".
func (s *state) inline(sen scan.Sentence) (Part, bool) {
	for _, h := range s.t.HitsIn(s.r.headings, sen.First, min(sen.First+9, sen.Last)) {
		if d, ok := s.t.At(s.r.demands, h.First); ok && d.Value == 2 && h.First > sen.First+2 {
			continue // "Ban Thường vụ yêu cầu: …" asks
		}
		if h.First <= sen.First+4 && s.t.Is(h.Last, ':') {
			return Part(h.Value), true
		}
	}
	return None, false
}

// opening returns the turn at the start of a sentence, after a number or mark.
func (s *state) opening(first, last int32) (scan.Hit, bool) {
	hits := s.t.HitsIn(s.r.turns, first, s.t.SentenceOf(first).Last)
	if len(hits) == 0 || hits[0].First >= last || s.mends(first, hits[0].First) || hits[0].First > first+2 && s.t.Tokens[first].Kind == scan.Word {
		return scan.Hit{}, false
	}
	return hits[0], true
}

// mends reports whether a verb of asking takes a turn for its object: "Khắc phục
// những hạn chế của kỳ trước".
func (s *state) mends(first, turn int32) bool {
	for _, h := range s.t.HitsIn(s.r.demands, first, turn) {
		if h.Last == turn && h.Value > 0 {
			return true
		}
	}
	return false
}

func (s *state) turn(u turn) {
	switch u.reach {
	case "section":
		s.section, s.para = u.part, None
		s.turned = s.turned || u.part == Limits
	case "paragraph":
		s.para, s.turned = u.part, true
	default:
		s.within, s.turned = u.part, true
	}
}

// conjunction reports whether a clause that turns the sense begins with a hit,
// and to which part.
func (s *state) conjunction(h scan.Hit) (Part, bool) {
	if !s.t.Is(h.First-1, ',') && !s.turnsAlone(h) {
		return None, false
	}
	u := s.r.turnList[h.Value]
	return u.part, u.reach != "section"
}

// turnsAlone reports whether a conjunction needs no comma: "nhưng", and "song"
// before a denial.
func (s *state) turnsAlone(h scan.Hit) bool {
	if h.Last-h.First > 1 || int(h.Last) >= len(s.t.Tokens) {
		return false
	}
	switch s.t.Word(h.First) {
	case "nhưng":
		return true
	case "song":
		switch s.t.Word(h.Last) {
		case "không", "chưa", "vẫn", "còn", "một", "ở":
			return true
		}
	}
	return false
}

func (s *state) clause(i int, first, last int32) Clause {
	c := Clause{First: first, Last: last, From: first, Sentence: i, Part: s.section, Turned: s.turned || s.within == Limits, Demand: -1}
	if s.para != None {
		c.Part = s.para
	}
	if s.within != None {
		c.Part = s.within
	}
	if s.title || s.ended || s.t.Is(s.t.Sentences[i].Last-1, '?') {
		c.Heading = true
		return c
	}
	c.Demand = s.r.demand(s.t, c)
	c.Listed = s.asked
	if c.Demand >= 0 && s.t.Is(last-1, ':') {
		s.asked = true
	}
	return c
}

// handing is the strength of verbs that demand only of somebody who is named right
// behind them: "lưu ý các chi bộ …", "mong Tỉnh ủy …".
const handing = 3

// handedOn reports whether "giao" or its like gives work to somebody: "giao các chi
// bộ …".
func handedOn(t *scan.Text, h scan.Hit) bool {
	if h.Value != handing && t.Fold(h.First) != "giao" || int(h.Last) >= len(t.Tokens) {
		return false
	}
	w := t.Fold(h.Last)
	if t.Fold(h.First) == "mong" {
		return w == "tỉnh" || w == "trung" || w == "huyện" || w == "thành" || w == "ban" || w == "cấp" // a wish to those above
	}
	switch w {
	case "các", "ban", "đảng", "chi", "uỷ", "văn", "huyện", "thường", "đồng", "tiểu", "tổ", "cấp", "công", "sở", "phòng", "bộ", "tỉnh", "thành", "quận", "trung", "mỗi", "từng", "những":
		return true
	}
	return false
}

// toldSoon reports whether a clause tells what was done in its first words.
func (r *Reader) toldSoon(t *scan.Text, c Clause) bool {
	c.Last = min(c.Last, c.First+7)
	return r.Told(t, c)
}

// demand returns the token of the word that makes a clause a demand, -1 for
// none. In the part of tasks a verb at the start of a clause is enough.
func (r *Reader) demand(t *scan.Text, c Clause) int32 {
	start := r.behindAdverbial(t, c)
	for _, h := range t.HitsIn(r.demands, c.First, c.Last) {
		if h.Value == 0 || inWord(t, h, c) {
			continue
		}
		if h.Value == handing && t.Fold(h.First+1) == "ý" && t.Fold(h.First) == "đồng" && h.First != behindMark(t, c) {
			continue // what somebody agreed to is told
		}
		if (h.Value == 2 || handedOn(t, h)) && !r.reported(t, h.First, c.First) && !forced(t, h, c) {
			return h.First
		}
		if h.Value == handing || defines(t, h, c) {
			continue
		}
		if (h.First <= max(c.First+2, behindMark(t, c)) || h.First >= start && h.First <= start+2) && c.Part == Tasks {
			return h.First
		}
		if (h.First == behindMark(t, c) && t.Tokens[h.First].Upper || h.First == numbered(t, c)) && c.Part != Limits {
			if t.Word(h.First) == "Giao" && !r.Told(t, c) || !t.Has(r.past, h.Last, c.Last) || t.Has(r.unreal, h.Last, c.Last) {
				return h.First // a sentence that begins with the verb: "Tăng cường …"
			}
		}
	}
	return -1
}

// defines reports whether a verb at the start of a clause is its subject: "Chuẩn bị
// nhân sự là khâu quan trọng".
func defines(t *scan.Text, h scan.Hit, c Clause) bool {
	if h.First != behindMark(t, c) {
		return false
	}
	for i := h.Last; i < min(h.Last+10, c.Last) && !t.Is(i, ',') && !t.Is(i, ':'); i++ {
		if t.Word(i) == "là" && t.Word(i-1) != "nhất" && t.Word(i+1) != "phải" {
			return true
		}
	}
	return false
}

// behindMark returns the first word of a clause behind the mark of a list item.
func behindMark(t *scan.Text, c Clause) int32 {
	for i := c.First; i < min(c.First+5, c.Last); i++ {
		if t.Tokens[i].Kind == scan.Word && t.Tokens[i].End-t.Tokens[i].Start > 1 {
			return i
		}
	}
	return c.First
}

// inWord reports whether a word that would demand is a syllable of another: the
// "cần" of "hậu cần" and "chuyên cần", of Cần Thơ and other names.
func inWord(t *scan.Text, h scan.Hit, c Clause) bool {
	if t.Fold(h.First) != "cần" {
		return false
	}
	if h.First > c.First {
		switch t.Fold(h.First - 1) {
		case "hậu", "chuyên", "ân":
			return true
		}
	}
	if h.Last >= c.Last || !t.Tokens[h.First].Upper || !t.Tokens[h.Last].Upper {
		return false
	}
	switch t.Fold(h.Last) {
	case "thơ", "giờ", "giuộc", "đước":
		return true
	}
	return h.First > c.First && t.Tokens[h.First-1].Kind == scan.Word && !t.Tokens[h.First].AllUpper
}

// behindAdverbial returns the first token behind what stands before the subject
// of a clause: "Thời gian tới, …", "Chậm nhất ngày 15/12, …".
func (r *Reader) behindAdverbial(t *scan.Text, c Clause) int32 {
	switch t.Fold(behindMark(t, c)) {
	case "thời", "trong", "từ", "trước", "để", "sau", "nhân", "qua", "về", "đối", "cùng", "với", "ngay", "chậm":
	default:
		return c.First
	}
	for i := c.First; i < min(c.First+14, c.Last-1); i++ {
		if t.Is(i, ',') || t.Is(i, ':') {
			return i + 1
		}
	}
	return c.First
}

// numbered returns the token behind what numbers the demands of a speech, "Hai là,",
// -1 where nothing does.
func numbered(t *scan.Text, c Clause) int32 {
	i := behindMark(t, c)
	if i+2 >= c.Last || !t.Is(i+2, ',') || t.Fold(i+1) != "là" && t.Fold(i) != "thứ" {
		return -1
	}
	switch t.Fold(i) {
	case "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "thứ":
		return i + 3
	}
	return -1
}

// forced reports whether "phải" tells what had to be done instead of what must
// be: in a part on shortcomings, or before a verb of repair ("phải bầu lại").
func forced(t *scan.Text, h scan.Hit, c Clause) bool {
	if h.Last-h.First > 1 || t.Word(h.First) != "phải" {
		return false
	}
	if c.Part == Limits || c.Turned || h.Last >= c.Last {
		return true
	}
	if t.Word(h.Last) == "làm" {
		return t.Word(h.Last+1) == "lại" || t.Word(h.Last+1) == "đi"
	}
	switch t.Word(h.Last) {
	case "bầu", "lùi", "rút", "điều", "kiểm", "trả", "sửa", "nhắc", "bổ", "hướng", "thay", "hoãn", "chờ", "kéo", "dừng", "để", "hội", "xin", "chạy", "ngừng", "xem", "in", "phát", "công", "đọc", "đếm", "cắt", "dời", "chuyển", "ghép", "tạm", "bỏ", "nghỉ", "tiến", "ngồi", "đổi", "chỉnh", "soạn", "viết", "nộp":
		return true
	}
	return false
}

// reported reports whether a demanding word is told of the past: "đã đề nghị",
// "theo yêu cầu", "đáp ứng yêu cầu", "không phải".
func (r *Reader) reported(t *scan.Text, i, from int32) bool {
	if i <= from {
		return false
	}
	if i+1 < int32(len(t.Tokens)) {
		switch t.Word(i + 1) {
		case "đề", "đặt", "của", "nhiệm":
			return t.Word(i) == "yêu" || t.Word(i) == "nhu"
		}
		if t.Word(i) == "yêu" && i+2 < int32(len(t.Tokens)) {
			switch t.Word(i + 2) {
			case "đề", "đặt", "của", "nhiệm", "về", "đổi", ",", ".", "là":
				return true
			}
		}
	}
	for j := i - 1; j >= max(from, i-5); j-- {
		if t.Word(j) == "khi" {
			return true // "khi có đại biểu đề nghị kiểm lại phiếu"
		}
	}
	if relative(t, i, from) || counted(t, i) {
		return true
	}
	if t.Tokens[i-1].Upper && t.Fold(i-1) == "và" {
		return false // it begins the sentence
	}
	switch t.Fold(i - 1) {
	case "đơn", "thư":
		return t.Word(i) == "kiến" // "có đơn kiến nghị"
	case "đảm", "ứng", "đúng", "đạt", "với", "một", "mọi", "bảo", "và", "nội", "vượt", "so",
		"đã", "theo", "không", "chưa", "được", "nhu", "còn", "lẽ", "đáp", "ra", "các", "những", "từng", "hay":
		return true
	}
	return false
}

// relative reports whether "cần" or "phải" only tells what kind of thing a noun
// means, or says that nobody had to: "những điều cần rút ra", "bài học mà Ban Chấp
// hành phải ghi nhớ", "không đại hội nào phải bầu lại". "Việc cần làm ngay là …" asks.
func relative(t *scan.Text, i, from int32) bool {
	w := t.Word(i)
	if w != "cần" && w != "phải" {
		return false
	}
	switch t.Fold(i - 1) {
	case "nào", "chỉ":
		return true
	case "điều", "đề", "học", "khâu", "mặt", "chế", "điểm", "tại", "sót", "dung":
		return w == "cần"
	case "việc":
		return w == "cần" && i > from+1 && t.Fold(i-2) != "công"
	}
	for j := i - 2; j >= max(from, i-8) && t.Tokens[j].Kind == scan.Word; j-- {
		if t.Word(j) == "mà" {
			return true
		}
	}
	return false
}

// counted reports whether "kiến nghị" or "đề nghị" is what somebody sent in: "12
// kiến nghị", "không có phản ánh, kiến nghị nào".
func counted(t *scan.Text, i int32) bool {
	if w := t.Word(i); w != "kiến" && w != "đề" || int(i)+2 >= len(t.Tokens) {
		return false
	}
	if t.Word(i+2) == "nào" || t.Tokens[i-1].Kind == scan.Number || few(t, i) || t.Is(i-1, ',') && i > 3 && t.Fold(i-2) == "xuất" && few(t, i-3) {
		return true
	}
	switch t.Fold(i - 1) {
	case "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "nhiều", "số", "lượt":
		return true
	}
	if !t.Is(i-1, ',') || i < 2 {
		return false
	}
	switch t.Fold(i - 2) {
	case "ánh", "kiến", "vọng", "nại", "cáo", "thư", "mắc":
		return true
	}
	return false
}

// few reports whether a noun is scarce or missing: "ít kiến nghị", "chưa có đề nghị".
func few(t *scan.Text, i int32) bool {
	switch t.Fold(i - 1) {
	case "ít", "thiếu", "vài":
		return true
	case "có":
		return i > 1 && (t.Fold(i-2) == "chưa" || t.Fold(i-2) == "không" || t.Fold(i-2) == "ít")
	}
	return false
}

// Denial is what a clause says of a trouble that it names.
type Denial uint8

// The denials.
const (
	Stands  Denial = iota // it is said as it is
	Absent                // there is none: "không có", or it is over
	Averted               // it is to be prevented or overcome: "tránh", "khắc phục"
)

// Denial tells whether what stands at token i of a clause is denied: a word such
// as "không để xảy ra" or "khắc phục tình trạng" before it in the clause, or "đã
// được giải quyết" anywhere in it.
func (r *Reader) Denial(t *scan.Text, c Clause, i, end int32) Denial {
	d, _ := r.DenialAt(t, c, i, end)
	return d
}

// DenialAt is Denial with the token where what denies begins, i where it stands
// behind or elsewhere.
func (r *Reader) DenialAt(t *scan.Text, c Clause, i, end int32) (Denial, int32) {
	for _, h := range t.HitsIn(r.deny, c.First, min(i+3, c.Last)) {
		if Denial(h.Value) == Stands || h.Last < i-6 && !none(t, h, i) && !(h.Last-h.First > 2 && h.Last >= i-12) || h.Last-h.First == 1 && !reaches(t, h, i) {
			continue
		}
		if h.First < i && (h.Last > i || none(t, h, i) || !commaBetween(t, h.Last, i, h.Last-h.First > 1)) {
			return Denial(h.Value), h.First // "không phát sinh" may overlap "phát sinh đơn thư"
		}
	}
	if absentBehind(t, c, end) {
		return Absent, i
	}
	if r.solvedIn(t, c.First, max(c.Last, t.SentenceOf(c.First).Last)) {
		return Absent, i
	}
	return Stands, i
}

// reaches reports whether a bare "không" denies what stands at a token: the word
// behind it or the one after that, or an item of its list ("không dàn trải, chung
// chung"). "xử lý phiếu không hợp lệ chưa thống nhất" denies nothing but hợp lệ.
func reaches(t *scan.Text, h scan.Hit, i int32) bool {
	if i-h.Last <= 1 || none(t, h, i) || t.Fold(h.First) != "không" {
		return true
	}
	w := t.Word(i - 1)
	return t.Is(i-1, ',') || w == "và" || w == "hay" || w == "hoặc" || t.Is(i-2, ',') || t.Word(i-2) == "và" || t.Word(i-2) == "hay"
}

// absentBehind reports whether a clause ends in saying that there is none of what
// ends at a token: "chuyện bè phái thì không có", "… tôi khẳng định là không có".
func absentBehind(t *scan.Text, c Clause, end int32) bool {
	last := c.Last
	for last > end && t.Tokens[last-1].Kind == scan.Punct {
		last--
	}
	if last-3 < end {
		return false
	}
	w := t.Fold(last-3) + " " + t.Fold(last-2) + " " + t.Fold(last-1)
	return w == "thì không có" || w == "là không có" || w == "hoàn toàn không" || w == "tuyệt nhiên không"
}

// none reports whether a denial holds for its whole clause: "không có đại hội
// nào …".
func none(t *scan.Text, h scan.Hit, end int32) bool {
	if t.Word(h.Last-1) == "nào" {
		return true
	}
	for i := h.Last; i < min(h.Last+6, end); i++ {
		if t.Word(i) == "nào" {
			return true
		}
	}
	return false
}

// Denies reports whether a denial begins where a hit does: "chưa phát sinh …".
func (r *Reader) Denies(t *scan.Text, h scan.Hit) bool {
	d, ok := t.At(r.deny, h.First)
	return ok && Denial(d.Value) == Absent && d.Last >= h.Last
}

// Denied reports whether there is a denial.
func (r *Reader) Denied(t *scan.Text, c Clause, i, end int32) bool {
	return r.Denial(t, c, i, end) != Stands
}

// Past reports whether a range has a word that tells what was done.
func (r *Reader) Past(t *scan.Text, first, last int32) bool { return t.Has(r.past, first, last) }

// Unreal reports whether what stands at token i of a clause is wished, promised,
// supposed, a purpose or a slogan.
func (r *Reader) Unreal(t *scan.Text, c Clause, i int32) bool {
	return r.Wished(t, c, i) || r.Purpose(t, c, i)
}

// Wished reports whether what stands at token i of a clause is wished, promised or a
// slogan, a word such as "sẽ", "nhằm" or "chủ đề" before it, or holds only where a
// condition does: "nơi nào chưa kỹ thì …".
func (r *Reader) Wished(t *scan.Text, c Clause, i int32) bool {
	return r.supposed(t, c.First, i) || t.Has(r.future, c.First, c.Last) || r.supposes(t, c) || slogan(t, c)
}

// supposed reports whether a range has a word of what is not so. What came about right
// after something else did is told: "ngay sau khi có chỉ thị".
func (r *Reader) supposed(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(r.unreal, first, last) {
		if t.Word(h.First) != "khi" || h.First < 2 || t.Fold(h.First-1) != "sau" || t.Fold(h.First-2) != "ngay" {
			return true
		}
	}
	return false
}

// slogan reports whether the sentence of a clause says what something is to be:
// "Chủ đề đại hội là …; …".
func slogan(t *scan.Text, c Clause) bool {
	first := t.Sentences[c.Sentence].First
	if first == c.First {
		return false // told by its words
	}
	switch t.Fold(first) + " " + t.Fold(first+1) {
	case "chủ đề", "khẩu hiệu", "phương châm", "mục tiêu":
		return true
	}
	return false
}

// supposes reports whether a clause says "nơi nào", "ai nào" or the like at its start
// or behind a comma, and what is so "thì".
func (r *Reader) supposes(t *scan.Text, c Clause) bool {
	for _, h := range t.HitsIn(r.which, c.First, c.Last) {
		b := h.First
		for b > c.First && t.Tokens[b-1].Kind == scan.Word && h.First-b < 3 {
			b--
		}
		if w := t.Fold(b); b > c.First && t.Tokens[b-1].Kind == scan.Word || w == "không" || w == "chưa" || w == "chẳng" {
			continue
		}
		for j := h.Last; j < c.Last; j++ {
			if t.Word(j) == "thì" {
				return true
			}
		}
	}
	return false
}

// Purpose reports whether a "để" before token i, one that does not belong to "không
// để", makes it the aim of something. What is blamed is nobody's aim: "hai chi bộ để
// đại hội chậm" lets it happen.
func (r *Reader) Purpose(t *scan.Text, c Clause, i int32) bool {
	for j := i; j > c.First; j-- {
		if w := t.Fold(j); t.Is(j, ',') || w == "còn" || w == "vẫn" || w == "chưa" {
			break // a purpose ends at its comma, or where its noun is judged
		}
		if j < i && t.Word(j) == "để" {
			switch t.Fold(j - 1) {
			case "không", "còn", "chủ", "chưa", "đã", "nơi", "tạm":
			default:
				return true
			}
		}
	}
	return false
}

// Solved reports whether a clause says that a trouble was overcome.
func (r *Reader) Solved(t *scan.Text, c Clause) bool { return r.solvedIn(t, c.First, c.Last) }

func (r *Reader) solvedIn(t *scan.Text, first, last int32) bool {
	for _, h := range t.HitsIn(r.solved, first, last) {
		if w := t.Fold(max(h.First-1, 0)); w != "chưa" && w != "không" && w != "việc" {
			return true
		}
	}
	return false
}

// Partial reports whether a clause tells of some places or cases only, as
// shortcomings are told: "ở một số nơi".
func (r *Reader) Partial(t *scan.Text, c Clause) bool { return t.Has(r.partial, c.First, c.Last) }

// Judging reports whether a clause stands where reports judge: in a part on
// results or shortcomings, after a concession, or told of some places only.
func (r *Reader) Judging(t *scan.Text, c Clause) bool {
	return c.Part == Results || c.Part == Limits || c.Turned || r.Partial(t, c)
}

// Told reports whether a clause tells what was done: đã, được.
func (r *Reader) Told(t *scan.Text, c Clause) bool {
	for _, h := range t.HitsIn(r.past, c.First, c.Last) {
		if t.Word(h.First) == "đã" || t.Word(h.First) == "vừa" {
			return true
		}
	}
	return false
}

// Before reports whether a clause begins with words that put it into the term
// before: "Nhiệm kỳ trước, …".
func (r *Reader) Before(t *scan.Text, c Clause) bool {
	hits := t.HitsIn(r.before, c.First, min(c.First+5, c.Last))
	return len(hits) > 0 && hits[0].First <= c.First+1
}

// Earlier reports whether what stands at a token is told of the term before, named
// directly before it: "…, trong khi nhiệm kỳ trước chỉ có 19,8%".
func (r *Reader) Earlier(t *scan.Text, c Clause, i int32) bool {
	for _, h := range t.HitsIn(r.before, max(c.First, i-8), i) {
		if h.Last < i-2 {
			continue
		}
		switch t.Fold(max(0, h.First-1)) {
		case "với", "hơn", "như", "của", "bằng", "từ":
			return false
		}
		return true
	}
	return false
}

// Hedged reports whether a clause weakens its praise: cơ bản, bước đầu.
func (r *Reader) Hedged(t *scan.Text, c Clause) bool { return t.Has(r.hedges, c.First, c.Last) }

// commaBetween reports whether a comma parts a denial from what stands at last,
// unless they are items of one list: "không để cục bộ, mất đoàn kết", and behind a
// denial of several words also "chưa phát hiện bè phái, vận động bầu cử không lành
// mạnh".
func commaBetween(t *scan.Text, first, last int32, phrase bool) bool {
	from := first
	for i := first; i < last; i++ {
		if !t.Is(i, ',') {
			continue
		}
		if i-from > 4 && !(phrase && from == first && i-from <= 6) { // "không có | biểu hiện mất đoàn kết, …"
			return true
		}
		from = i + 1
	}
	if from == first || last == from {
		return false
	}
	return !phrase || last-from > 4 || tellsAnew(t, from, last)
}

// tellsAnew reports whether words have one that opens a statement of its own.
func tellsAnew(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		switch t.Word(i) {
		case "còn", "vẫn", "đã", "được", "có", "bị", "nhưng", "song", "đều", "là":
			return true
		}
	}
	return false
}
