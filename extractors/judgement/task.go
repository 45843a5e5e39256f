package judgement

import (
	"strings"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// TaskConfig sets the words of demands.
type TaskConfig struct {
	Addressees []string `yaml:"addressees"` // who is asked: các cấp ủy, ban tổ chức
	Deadlines  []string `yaml:"deadlines"`  // words before a deadline: trước ngày, chậm nhất
}

// Task finds demands on future congress work.
type Task struct {
	id         string
	c          *common
	g          *grammar.Grammar
	addressees *scan.Class
	deadlines  *scan.Class
}

// NewTask makes the extractor of a rule.
func NewTask(id string, c TaskConfig, env *kind.Env) (*Task, error) {
	common, err := newCommon(env)
	if err != nil {
		return nil, err
	}
	return &Task{id: id, c: common, g: env.Grammar, addressees: words(env, "addressees", c.Addressees), deadlines: words(env, "deadlines", c.Deadlines)}, nil
}

// Facts emits a fact per clause that demands congress work. A clause after a
// semicolon goes on with the demand of the one before.
func (x *Task) Facts(t *scan.Text, emit func(report.Fact)) {
	scope := x.c.inScope(t)
	sentence := -1
	demanded, addressee := false, ""
	for _, cl := range x.c.reader.Clauses(t) {
		if cl.Sentence != sentence {
			sentence, demanded, addressee = cl.Sentence, false, ""
		}
		if !scope[cl.Sentence] || cl.Part == discourse.Causes {
			demanded = false
			continue
		}
		goes := (demanded && cl.Goes || x.prescribed(t, cl)) && cl.Last-cl.First >= 4
		if cl.Demand < 0 && !goes || t.Is(cl.Last-1, ':') || x.target(t, cl) {
			continue
		}
		if !goes && cl.Part != discourse.Tasks && !cl.Listed && !x.about(t, cl) {
			continue
		}
		demanded = true
		if first, last, ok := x.addressee(t, cl); ok {
			addressee = t.String(first, last)
		}
		x.emit(t, cl, addressee, emit)
	}
}

// prescribed reports whether a clause demands by its place alone: in a part on
// tasks or a list below a demand, with an addressee for its subject or a verb of
// prevention at its start, and nothing told of the past.
func (x *Task) prescribed(t *scan.Text, cl discourse.Clause) bool {
	if cl.Part != discourse.Tasks && !cl.Listed || x.c.reader.Told(t, cl) {
		return false
	}
	first := afterLabel(t, cl)
	if h, ok := t.At(x.addressees, first); ok && h.Last+2 < cl.Last {
		return true
	}
	if first+1 < cl.Last && vn.Fold(t.Word(first)) == "các" {
		if _, ok := t.At(x.addressees, first+1); ok {
			return true
		}
	}
	return cl.Listed && t.Has(x.c.congress, cl.First, cl.Last) || vn.Fold(t.Word(first)) == "không" && first+1 < cl.Last && vn.Fold(t.Word(first+1)) == "để"
}

// target reports whether a clause sets a share to be reached: that is a measure
// of phase target, not a task.
func (x *Task) target(t *scan.Text, cl discourse.Clause) bool {
	for i := cl.First; i < cl.Last; i++ {
		if t.Is(i, '%') {
			return true
		}
	}
	return false
}

// about reports whether a demand is on congress work: the clause names it, or
// the sentence does.
func (x *Task) about(t *scan.Text, cl discourse.Clause) bool {
	s := t.Sentences[cl.Sentence]
	return t.Has(x.c.congress, cl.First, cl.Last) || t.Has(x.c.congress, s.First, s.Last)
}

// addressee returns the tokens of who is asked: directly before the word that
// demands, or behind it ("đề nghị các đảng bộ …").
func (x *Task) addressee(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	if cl.Demand < 0 {
		return x.subject(t, cl)
	}
	before := t.HitsIn(x.addressees, max(cl.First, cl.Demand-14), cl.Demand)
	switch vn.Fold(t.Word(cl.Demand)) {
	case "đề", "yêu", "giao", "kiến": // who is asked stands behind: đề nghị, yêu cầu, giao, kiến nghị
		before = nil
	}
	if n := len(before); n > 0 && cl.Demand-before[n-1].Last <= 3 {
		first, last = before[n-1].First, before[n-1].Last
		for i := n - 2; i >= 0 && first-before[i].Last <= 1; i-- { // "các địa phương, đơn vị"
			first = before[i].First
		}
		return first, last, true
	}
	after := t.HitsIn(x.addressees, cl.Demand, min(cl.Demand+12, cl.Last))
	if len(after) == 0 || after[0].First > cl.Demand+5 {
		return 0, 0, false
	}
	first, last = after[0].First, after[0].Last
	for _, h := range t.HitsIn(x.addressees, last, cl.Last) {
		if h.First-last > 1 {
			break
		}
		last = h.Last
	}
	return first, last, true
}

func (x *Task) emit(t *scan.Text, cl discourse.Clause, addressee string, emit func(report.Fact)) {
	first, last := max(x.begin(t, cl), afterLabel(t, cl)), cl.Last
	for first < last && t.Tokens[first].Kind == scan.Punct {
		first++
	}
	for last > first && t.Tokens[last-1].Kind == scan.Punct && !t.Is(last-1, ')') && !t.Is(last-1, '"') {
		last--
	}
	if last-first < 3 {
		return
	}
	span := t.Span(first, last)
	f := report.Fact{Table: "tasks", Rule: x.id, Span: span}
	f.Set("text", report.Text(strings.Join(strings.Fields(t.Doc.At(span)), " ")))
	f.Set("addressee", report.Text(addressee))
	f.Set("deadline", report.Day(x.deadline(t, cl)))
	if cl.Demand < 0 {
		f.Doubt("governed")
	}
	emit(f)
}

// subject returns the addressee that begins a clause.
func (x *Task) subject(t *scan.Text, cl discourse.Clause) (first, last int32, ok bool) {
	first = afterLabel(t, cl)
	h, ok := t.At(x.addressees, first)
	if !ok && first+1 < cl.Last && vn.Fold(t.Word(first)) == "các" {
		h, ok = t.At(x.addressees, first+1)
	}
	if !ok {
		return 0, 0, false
	}
	last = h.Last
	for _, g := range t.HitsIn(x.addressees, last, cl.Last) {
		if g.First-last > 1 {
			break
		}
		last = g.Last
	}
	return first, last, true
}

// afterLabel returns the first word of a clause behind its number: "a)", "1.",
// "2.1-", "-".
func afterLabel(t *scan.Text, cl discourse.Clause) int32 {
	i := cl.First
	for i < cl.Last {
		switch {
		case t.Tokens[i].Kind != scan.Word:
			i++
		case i+1 < cl.Last && t.Tokens[i].End-t.Tokens[i].Start <= 2 && (t.Is(i+1, ')') || t.Is(i+1, '.')):
			i += 2
		default:
			return i
		}
	}
	return i
}

// begin returns where a demand begins: after the colon of a reported speech, at
// the one who is asked when he stands before the word that demands.
func (x *Task) begin(t *scan.Text, cl discourse.Clause) int32 {
	first := cl.First
	for i := cl.First; i < cl.Demand; i++ {
		if t.Is(i, ':') {
			first = i + 1
		}
	}
	if a, last, ok := x.addressee(t, cl); ok && last <= cl.Demand && a > first {
		return a
	}
	return first
}

// deadline reads the date after a word such as "trước ngày". A day and month
// without a year take the document's year when they lie after its date.
func (x *Task) deadline(t *scan.Text, cl discourse.Clause) report.Date {
	for _, h := range t.HitsIn(x.deadlines, cl.First, cl.Last) {
		for _, i := range []int32{h.Last, h.Last - 1} {
			if i < 0 || int(i) >= len(t.Tokens) {
				continue
			}
			w, ok := x.g.Date(t, i)
			if !ok {
				continue
			}
			if !w.Date.IsZero() {
				return w.Date
			}
			if y := t.Identity.Date.Year; y > 0 {
				d, fine := report.NewDate(y, w.Month, w.Day)
				if fine && !d.Before(t.Identity.Date) {
					return d
				}
			}
		}
	}
	return report.Date{}
}
