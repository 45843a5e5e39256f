package judgement

import (
	"slices"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// looksBack reports whether a clause of a plan, a directive or a guidance stands where it
// looks back at congresses that were held, which it judges as a report does: "Qua đại hội
// nhiệm kỳ trước cho thấy: …", "Đại hội các cấp nhiệm kỳ 2015 - 2020 đã thành công", or
// below the heading "Rút kinh nghiệm đại hội điểm".
func (c *common) looksBack(t *scan.Text, cl discourse.Clause) bool {
	if !prescribes(t) {
		return false
	}
	back := scan.Memo(t, &c.ofBack, c.backward)
	return back[cl.Sentence]
}

// backward tells for each sentence whether it looks back.
func (c *common) backward(t *scan.Text, out []bool) []bool {
	out = slices.Grow(out[:0], len(t.Sentences))[:len(t.Sentences)]
	clear(out)
	block, listed := -1, false
	for i, s := range t.Sentences {
		first, _ := t.Block(s.Block)
		switch {
		case s.First == s.Last:
		case s.Block != block && !t.Is(first, '-') && !t.Is(first, '+'):
			listed = c.learnt(t, s)
		case s.Block == block && out[i-1]:
			out[i] = true
		}
		block = s.Block
		out[i] = out[i] || listed || s.First == first && c.recalls(t, i)
	}
	return out
}

// learnt reports whether a sentence heads what congresses that were held have taught.
func (c *common) learnt(t *scan.Text, s scan.Sentence) bool {
	if s.Last-s.First > 30 || t.Is(s.Last-1, '.') {
		return false
	}
	for i := s.First; i < min(s.First+4, s.Last-2); i++ {
		if word(t, i) == "rút" && word(t, i+1) == "kinh" || word(t, i) == "kết" && word(t, i+1) == "quả" {
			return t.Has(c.meeting, i, s.Last)
		}
	}
	return false
}

// recalls reports whether a sentence that begins a paragraph tells of the congresses of the
// term before.
func (c *common) recalls(t *scan.Text, i int) bool {
	s := t.Sentences[i]
	if c.reader.BeginsBefore(t, i) && t.Has(c.seatWords.votes, s.First, s.Last) {
		return true // "Nhiệm kỳ trước có 4 chi bộ phải bầu lại"
	}
	if !t.Has(c.meeting, s.First, min(s.First+24, s.Last)) {
		return false
	}
	if c.reader.Recalls(t, i) || c.reader.BeginsBefore(t, i) {
		whole := discourse.Clause{First: s.First, Last: s.Last, Sentence: i}
		return c.reader.Told(t, whole) || c.reader.Hedged(t, whole) || t.Has(c.degrees, s.First, s.Last) || shows(t, s)
	}
	return word(t, afterLabel(t, discourse.Clause{First: s.First, Last: s.Last})) == "qua" && shows(t, s)
}

// shows reports whether a sentence tells what was seen: "Qua đại hội điểm cho thấy: …".
func shows(t *scan.Text, s scan.Sentence) bool {
	for i := s.First + 2; i < min(s.First+24, s.Last-1); i++ {
		if w := word(t, i); (w == "cho" || w == "nhận") && word(t, i+1) == "thấy" {
			return true
		}
	}
	return false
}
