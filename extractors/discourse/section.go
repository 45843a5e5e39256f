package discourse

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

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
	falls   byte // the mark of a block that announces shortcomings: the list below it tells them
	telling bool // the sentence has come to what fell short
	title   bool // the sentence is a heading that opens a part
	ended   bool // the list of recipients has begun: nothing behind it is text
}

// enter moves to a sentence.
func (s *state) enter(sen scan.Sentence) {
	s.within, s.title, s.telling = None, false, false
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
	if s.asked && !item(s.t, sen.Block) && !ordinal(s.t, sen.Block) {
		s.asked = false
	}
	if s.falls > 0 && s.para == None {
		if m := mark(s.t, sen.Block); m == 0 || m == s.falls {
			s.falls = 0
		} else {
			s.para, s.turned = Limits, true
		}
	}
	if first, _ := s.t.Block(sen.Block); first == sen.First && s.section == Limits && behindAhead(s.t, Clause{First: sen.First, Last: sen.Last}) > 0 {
		s.section = None // "Từ nay tới ngày đại hội, …" leaves what fell short
	}
	if s.section == Results && prescribes(s.t) && newNumber(s.t, sen) {
		s.section = None // "2. Tình hình: …" of a plan ends where "3. …" begins
	}
	if s.section == Causes && newSubject(s.t, sen) {
		s.section = Results // the causes of the item before are told, and it goes on to judge
	}
	if b.Kind == report.Heading || short(s.t, sen, b) {
		if hits := s.t.HitsIn(s.r.headings, sen.First, sen.Last); len(hits) > 0 && !s.asks(sen, hits[0]) && (sen.First > 0 || b.Kind == report.Heading || names(hits, sen)) {
			s.section = s.opens(sen, hits[0])
			if s.section == Lessons && (s.press() || sen.First == 0) && sen.Last-sen.First > hits[0].Last-hits[0].First+2 {
				s.section = None // "Bài học từ người đứng đầu" heads a story
			}
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
		if b.Kind == report.Heading || s.press() && !item(s.t, sen.Block) {
			s.section = None
		}
	}
	if h, ok := s.opening(sen.First, min(sen.First+6, sen.Last)); ok {
		s.turnAt(sen, s.r.turnList[h.Value])
	} else if part, ok := s.inline(sen); ok {
		s.turnAt(sen, turn{part, "section"})
	}
}

// turnAt turns at a sentence. Causes that it tells itself, "Nguyên nhân là …", end with its
// paragraph, or with it where it goes on in one: only a heading or a lead-in opens a part.
func (s *state) turnAt(sen scan.Sentence, u turn) {
	first, last := s.t.Block(sen.Block)
	switch {
	case u.part != Causes || s.t.Is(last-1, ':') || item(s.t, sen.Block) && !s.press() || sen.Last-sen.First < shortestCause:
		s.turn(u)
	case first == sen.First:
		s.para = Causes
	default:
		s.within = Causes
	}
}

// shortestCause is how many tokens a sentence has at least that tells a cause.
const shortestCause = 7

// press reports whether the text is of the press, whose headings head a part of a story.
func (s *state) press() bool { return s.t.Identity.Type == "" || s.t.Identity.Type == "news" }

// Announces reports whether a range ends in a colon behind shortcomings, which the list below
// it tells: "Song đã xuất hiện một số biểu hiện cần uốn nắn:".
func (r *Reader) Announces(t *scan.Text, first, last int32) bool {
	if !t.Is(last-1, ':') {
		return false
	}
	first = max(first, last-10)
	for i := first; i < last-2; i++ {
		if t.Word(i) == "cần" && mended(t, i+1) {
			return true
		}
	}
	for _, h := range t.HitsIn(r.headings, first, last) {
		if Part(h.Value) == Limits {
			return true
		}
	}
	return false
}

// newNumber reports whether a sentence begins a paragraph with a number of its own: "3. Nội
// dung", not "2.1. …".
func newNumber(t *scan.Text, sen scan.Sentence) bool {
	first, _ := t.Block(sen.Block)
	return first == sen.First && sen.Last-sen.First > 2 && t.Tokens[first].Kind == scan.Number && strings.IndexByte(t.Word(first), '.') < 0 && (t.Is(first+1, '.') || t.Is(first+1, '-') || t.Is(first+1, ')')) && t.Tokens[first+2].Kind == scan.Word
}

// newSubject reports whether a sentence that begins a paragraph labels what it is about:
// "2. Về chất lượng: …". Causes are told as "Về khách quan: …".
func newSubject(t *scan.Text, sen scan.Sentence) bool {
	if first, _ := t.Block(sen.Block); first != sen.First {
		return false
	}
	i := sen.First
	for i < min(sen.First+3, sen.Last) && t.Tokens[i].Kind != scan.Word {
		i++
	}
	if t.Fold(i) != "về" {
		return false
	}
	switch t.Fold(i + 1) {
	case "khách", "chủ", "nguyên":
		return false
	}
	for j := i + 2; j < min(i+9, sen.Last); j++ {
		if t.Is(j, ':') {
			return true
		}
	}
	return false
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

// ordinal reports whether a block begins with what numbers the points of a speech: "Hai là,",
// "Thứ ba:".
func ordinal(t *scan.Text, block int) bool {
	i, last := t.Block(block)
	if i+3 >= last || t.Fold(i+1) != "là" && t.Fold(i) != "thứ" || !t.Is(i+2, ',') && !t.Is(i+2, ':') {
		return false
	}
	switch t.Fold(i) {
	case "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "thứ":
		return true
	}
	return false
}

// plainBlock is the mark of a block that is no item.
const plainBlock byte = 1

// mark returns what a list item begins with: its sign, '0' for any number or letter; 0 for a
// block that is none.
func mark(t *scan.Text, block int) byte {
	i, _ := t.Block(block)
	if int(i) < len(t.Tokens) {
		for _, m := range "-+*" {
			if t.Is(i, m) {
				return byte(m)
			}
		}
	}
	if item(t, block) {
		return '0'
	}
	return 0
}

// opens returns the part that the words of a heading open. What is to be learnt from is a
// shortcoming, and to learn from it no heading: "Còn những gì phải rút kinh nghiệm?".
func (s *state) opens(sen scan.Sentence, h scan.Hit) Part {
	if Part(h.Value) != Lessons || s.t.Fold(h.First) != "kinh" || h.First == sen.First || s.t.Fold(h.First-1) != "rút" {
		return Part(h.Value)
	}
	if s.t.Is(sen.Last-1, '?') {
		return Limits
	}
	return s.section
}

// handsOut reports whether a clause ends in what gives work to those of the list below it:
// "Ban Thường vụ Đảng ủy giao:", "… giao nhiệm vụ:".
func handsOut(t *scan.Text, first, colon int32) bool {
	i := colon - 1
	if i-2 > first && t.Fold(i) == "vụ" && t.Fold(i-1) == "nhiệm" {
		i -= 2
	}
	if i <= first || t.Fold(i) != "giao" {
		return false
	}
	switch t.Fold(i - 1) {
	case "bàn", "kết", "đã", "được", "chuyển":
		return false
	}
	return true
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
		if Part(h.Value) == Lessons && h.First > sen.First && s.t.Fold(h.First-1) == "rút" {
			continue // "Rút kinh nghiệm: thẻ đại biểu in sai"
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

// tells goes on to what fell short: to the end of the sentence, or in the list below it.
func (s *state) tells(list bool) {
	s.within, s.telling = Limits, true
	if list {
		s.asked, s.falls = false, max(mark(s.t, s.block), plainBlock)
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
	c.Listed = s.asked && !s.telling
	if s.t.Is(last-1, ':') && (c.Demand >= 0 || handsOut(s.t, first, last-1)) {
		s.asked = true
	} else if s.r.Announces(s.t, first, last) {
		s.falls = max(mark(s.t, s.block), plainBlock)
	}
	return c
}
