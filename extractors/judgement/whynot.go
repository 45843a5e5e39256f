package judgement

import (
	"strings"

	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// barred says why nothing can be judged in a unit: it is about another matter,
// demands, or stands in a part of a report that does not judge.
func (c *common) barred(t *scan.Text, u unit) (report.Label, bool) {
	switch {
	case !c.inScope(t)[u.Sentence]:
		return report.Label{VI: "câu không nói về công tác đại hội", EN: "the sentence is not about congress work"}, true
	case c.outside(t, u):
		_, at := c.scope.Range(t, u.First, u.Last)
		w := t.String(at, min(at+3, u.Last))
		return report.Label{VI: "việc khác (scope.tsv): " + w + " …", EN: "another matter (scope.tsv): " + w + " …"}, true
	case u.Demand >= 0:
		return report.Label{VI: "câu yêu cầu: " + t.Word(u.Demand), EN: "the clause demands: " + t.Word(u.Demand)}, true
	case u.Goes:
		return report.Label{VI: "vế nối tiếp một yêu cầu", EN: "the clause goes on with a demand"}, true
	case u.Heading:
		return report.Label{VI: "đề mục hoặc câu hỏi", EN: "a heading or a question"}, true
	case !c.tells(t, u.Clause):
		return report.Label{VI: "nằm trong phần nhiệm vụ, bài học hoặc kế hoạch", EN: "stands in a part on tasks, lessons or plans"}, true
	}
	return report.Label{}, false
}

// within returns the units of a range.
func (c *common) within(t *scan.Text, first, last int32) (out []unit) {
	for _, u := range c.units(t) {
		if u.First >= first && u.Last <= last {
			out = append(out, u)
		}
	}
	return out
}

func lastWords(t *scan.Text, hits []scan.Hit) string {
	var words []string
	for _, h := range hits {
		words = append(words, t.String(h.First, h.Last))
	}
	return strings.Join(words, ", ")
}

// WhyNot says of each unit which condition of the code failed.
func (x *Code) WhyNot(t *scan.Text, first, last int32) (out []report.Label) {
	for _, u := range x.c.within(t, first, last) {
		if l, barred := x.c.barred(t, u); barred {
			out = append(out, l)
			continue
		}
		out = append(out, x.failed(t, u))
	}
	return out
}

func (x *Code) failed(t *scan.Text, u unit) report.Label {
	if hits := t.HitsIn(x.forbid, u.First, u.Last); len(hits) > 0 {
		w := lastWords(t, hits)
		return report.Label{VI: "có từ loại trừ (forbid): " + w, EN: "a word that forbids it: " + w}
	}
	for i, g := range x.need {
		if !t.Has(g, u.From, u.Last) {
			w := strings.Join(x.needWords[i][:min(4, len(x.needWords[i]))], ", ")
			return report.Label{VI: "thiếu từ bắt buộc (need): " + w + " …", EN: "no word of a group that it needs: " + w + " …"}
		}
	}
	if hits := t.HitsIn(x.lead, u.First, u.Last); len(hits) > 0 && !x.topical(t, u) {
		w := lastWords(t, hits)
		return report.Label{VI: "nói về việc khác vì đứng trước chủ đề (lead): " + w, EN: "another matter, since before the topic stands (lead): " + w}
	}
	for _, h := range t.HitsIn(x.cue, u.First, u.Last) {
		w := t.String(h.First, h.Last)
		switch {
		case h.Value < 0:
		case x.c.reader.Denied(t, u.Clause, h.First, h.Last):
			return report.Label{VI: "bị phủ định hoặc đã khắc phục: " + w, EN: "denied or overcome: " + w}
		case x.c.reader.Earlier(t, u.Clause, h.First):
			return report.Label{VI: "kể về nhiệm kỳ trước: " + w, EN: "told of the term before: " + w}
		case !x.bodied(t, u, h):
			return report.Label{VI: "thiếu ở cơ quan khác: " + w, EN: "short of another body: " + w}
		case x.c.reader.Wished(t, u.Clause, h.First):
			return report.Label{VI: "chỉ là dự định, giả định: " + w, EN: "only wished or supposed: " + w}
		case !x.fits(t, u, h):
			return report.Label{VI: "nói về lĩnh vực khác: " + w, EN: "said of another aspect: " + w}
		}
	}
	if hits := t.HitsIn(x.weak, u.First, u.Last); len(hits) > 0 {
		w := lastWords(t, hits)
		return report.Label{VI: "từ yếu (weak) chỉ tính trong phần hạn chế: " + w, EN: "a weak word counts only among shortcomings: " + w}
	}
	return report.Label{VI: "không có từ nêu hạn chế (cue)", EN: "no word that says a shortcoming (cue)"}
}

// WhyNot says of each unit why it judges nothing.
func (x *Aspect) WhyNot(t *scan.Text, first, last int32) (out []report.Label) {
	for _, u := range x.c.within(t, first, last) {
		l, barred := x.c.barred(t, u)
		aspects, ratings := t.HitsIn(x.c.aspects, u.First, u.Last), t.HitsIn(x.c.ratings, u.First, u.Last)
		switch {
		case barred:
			out = append(out, l)
		case len(aspects) == 0:
			out = append(out, report.Label{VI: "không có từ chỉ lĩnh vực (aspects.tsv)", EN: "no word of an aspect (aspects.tsv)"})
		case len(ratings) == 0:
			w := lastWords(t, aspects)
			out = append(out, report.Label{VI: w + ": không có lời đánh giá (ratings.tsv)", EN: w + ": no word that judges (ratings.tsv)"})
		default:
			a, r := lastWords(t, aspects), lastWords(t, ratings)
			out = append(out, report.Label{VI: a + " / " + r + ": lời đánh giá quá yếu, bị phủ định, hoặc nói về việc khác", EN: a + " / " + r + ": the judgement is too weak, denied, or of another matter"})
		}
	}
	return out
}

// WhyNot says of each clause why it is no task.
func (x *Task) WhyNot(t *scan.Text, first, last int32) (out []report.Label) {
	for _, cl := range x.c.reader.Clauses(t) {
		if cl.First < first || cl.Last > last {
			continue
		}
		switch {
		case !x.c.inScope(t)[cl.Sentence]:
			out = append(out, report.Label{VI: "câu không nói về công tác đại hội", EN: "the sentence is not about congress work"})
		case cl.Heading:
			out = append(out, report.Label{VI: "đề mục hoặc câu hỏi", EN: "a heading or a question"})
		case x.target(t, cl):
			out = append(out, report.Label{VI: "chỉ tiêu bằng tỷ lệ: đọc thành số liệu", EN: "a target share: a measure, no task"})
		case cl.Demand < 0 && cl.Part != discourse.Tasks:
			out = append(out, report.Label{VI: "không có từ yêu cầu (cần, phải, đề nghị …)", EN: "no word that demands (cần, phải, đề nghị …)"})
		default:
			out = append(out, report.Label{VI: "yêu cầu không về công tác đại hội, hoặc kể việc đã làm", EN: "the demand is not on congress work, or tells what was done"})
		}
	}
	return out
}
