package person

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// found is one person and role with the first evidence.
type found struct {
	name   string
	fact   report.Fact
	role   string
	to     string
	titles string
	weak   bool // a role that any other role replaces: who brings flowers
}

// Facts emits a fact per person and role, in the order of the text.
func (x *Extractor) Facts(t *scan.Text, emit func(report.Fact)) {
	var list []found
	told := false // an election has been told of in this or the last two sentences
	since := 0
	for si := range t.Sentences {
		s := t.Sentences[si]
		if s.First == s.Last || x.byline(t, s) {
			continue
		}
		if since++; t.Has(x.verbs, s.First, s.Last) {
			told, since = true, 0
		} else if since > 2 {
			told = false
		}
		ms := x.mentions(t, s)
		if len(ms) == 0 {
			continue
		}
		x.attach(t, s, ms)
		for _, a := range x.acts(t, s, ms, told) {
			list = x.add(t, list, a)
		}
	}
	for _, f := range x.settle(list) {
		emit(f.fact)
	}
}

// byline reports whether a sentence is nothing but names: the author's, the
// photographer's.
func (x *Extractor) byline(t *scan.Text, s scan.Sentence) bool {
	if s.Last-s.First > 12 {
		return false
	}
	if t.Has(x.credit, s.First, s.Last) {
		return true
	}
	if t.Has(x.honorifics, s.First, s.Last) || t.Has(x.titles, s.First, s.Last) {
		return false
	}
	b := t.Doc.Blocks[s.Block]
	if b.Kind == report.ListItem || b.Kind == report.TableCell {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		tok := &t.Tokens[i]
		if tok.Kind == scan.Word && !tok.Upper || tok.Kind == scan.Number {
			return false
		}
	}
	return true
}

// add makes a fact of an act. A short re-mention ("ông Hải") is the person of
// that name who was named last.
func (x *Extractor) add(t *scan.Text, list []found, a act) []found {
	name := t.String(a.m.first, a.m.last)
	if a.m.last-a.m.first <= 2 && a.m.honorific {
		if full, ok := fullName(list, name); ok {
			name = full
		} else if a.m.last-a.m.first == 1 {
			return list
		}
	}
	role := a.role
	if role == "" {
		role = "mentioned"
	}
	f := found{name: name, role: role, to: a.to, titles: x.join(t, a.m.titles), weak: role == "mentioned" || a.strength == 1}
	f.fact = report.Fact{Table: "people", Rule: x.id, Span: t.Span(a.m.first, a.m.last)}
	if name != t.String(a.m.first, a.m.last) {
		f.fact.Derived = "name: " + t.String(a.m.first, a.m.last)
	}
	f.fact.Set("name", report.Text(name))
	f.fact.Set("titles", report.Text(f.titles))
	f.fact.Set("role", report.Text(role))
	if role == "elected" {
		f.fact.Set("how", report.Text(howCodes[a.how]))
		f.fact.Set("elected_to", report.Text(a.to))
		if a.post.Last > a.post.First {
			f.fact.Set("post", report.Text(t.String(a.post.First, a.post.Last)))
		}
	}
	return append(list, f)
}

// fullName returns the last full name that ends with a short one.
func fullName(list []found, short string) (string, bool) {
	suffix := " " + vn.Fold(short)
	for i := len(list) - 1; i >= 0; i-- {
		if strings.HasSuffix(vn.Fold(list[i].name), suffix) {
			return list[i].name, true
		}
	}
	return "", false
}

// settle keeps one row a person and role: "mentioned" only for those who do
// nothing else, and of the posts in the Party the highest.
func (x *Extractor) settle(list []found) []found {
	var out []found
	for i, f := range list {
		key := vn.Fold(f.name)
		first, drop := true, false
		for j, g := range list {
			if vn.Fold(g.name) != key || i == j {
				continue
			}
			switch {
			case f.role == "speaker" && g.role == "concluding_speaker", f.weak && !g.weak, f.role == "mentioned" && g.role != "mentioned":
				drop = true
			case g.role == f.role && f.role == "elected" && (f.to == "other") == (g.to == "other"):
				drop = drop || height[g.to] > height[f.to] || height[g.to] == height[f.to] && j < i
			case g.role == f.role && f.role != "elected" && j < i:
				first = false
			}
		}
		if first && !drop {
			out = append(out, f)
		}
	}
	return out
}
