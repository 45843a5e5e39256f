package stats

import (
	"maps"
	"slices"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
)

// addCitation puts a citation aside, by what it cites.
func (s *state) addCitation(d *document, r report.Row) {
	issued, _ := r.Get("issued").Date()
	key := spill.AppendInt(nil, d.term)
	key = spill.AppendString(key, r.Get("symbol").Text())
	key = spill.AppendString(key, r.Get("kind").Text())
	for _, n := range []int{issued.Year, max(issued.Month, 1), max(issued.Day, 1)} { // the first day of what is known
		key = spill.AppendInt(key, n)
	}
	var e codec.Encoder
	e.Uint(uint64(d.number))
	e.Int(d.term)
	e.String(r.Get("symbol").Text())
	e.String(r.Get("kind").Text())
	e.Date(issued)
	e.String(r.Get("issuer").Text())
	s.keep(s.cited.Add(key, e.B))
}

// cite is one cited document in one round, and by whom it is cited. A symbol
// alone is no key: 35-CT/TW is three directives.
type cite struct {
	term         int
	symbol, kind string
	issued       report.Date
	documents    int
	issuers      map[string]int
}

// directives counts, round by round, the documents that cite each directive.
func (s *state) directives() {
	o := s.out["directives"]
	if o == nil {
		return
	}
	for g, err := range s.cited.Groups() {
		if err != nil {
			s.keep(err)
			return
		}
		c, err := citeOf(g.Data)
		if err != nil {
			s.keep(err)
			return
		}
		r, documents := o.row(), s.documents[c.term]
		r.Set("term_start", positive(c.term))
		r.Set("symbol", report.Text(c.symbol))
		r.Set("kind", report.Text(c.kind))
		r.Set("issued", report.Day(c.issued))
		r.Set("issuer", report.Text(commonest(c.issuers)))
		r.Set("documents", report.Int(c.documents))
		r.Set("base", report.Int(documents))
		r.Set("share", report.Number(float64(c.documents)/float64(documents)*100))
		// Of one round the most cited first, then in the order in which they come.
		o.add(spill.AppendInt(spill.AppendInt(nil, c.term), -c.documents), r)
	}
}

func citeOf(rows [][]byte) (cite, error) {
	c := cite{issuers: map[string]int{}}
	last := -1
	for _, data := range rows {
		d := codec.Decode(string(data))
		number := int(d.Uint())
		c.term, c.symbol, c.kind, c.issued = d.Int(), d.String(), d.String(), d.Date()
		if issuer := d.String(); issuer != "" {
			c.issuers[issuer]++
		}
		if err := d.Err(); err != nil {
			return c, err
		}
		if number != last {
			c.documents++
			last = number
		}
	}
	if c.issued.Precision != report.NoDate {
		c.issued.Precision = report.DayOfMonth
		c.issued.Month, c.issued.Day = max(c.issued.Month, 1), max(c.issued.Day, 1)
	}
	return c, nil
}

// commonest returns the text that was counted most often, the first in the
// alphabet among equals.
func commonest(counts map[string]int) string {
	best := ""
	for _, text := range slices.Sorted(maps.Keys(counts)) {
		if best == "" || counts[text] > counts[best] {
			best = text
		}
	}
	return best
}
