package measure

import (
	"sync"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scope"
	"github.com/tongket/tongket/pipeline/report"
)

// Extractor finds measures in prose and tables.
type Extractor struct {
	id      string
	table   string // the rule of figures in tables
	words   *vocabulary
	grammar *grammar.Grammar
	scope   *scope.Scope
	heads   map[string]tableWord // words of table heads, folded
	phrases map[string][]string  // those of them that tell a phase among other words
	unread  bool
	readers sync.Pool // of *reader, for their memory
}

// New makes the extractor of a rule.
func New(id string, c Config, env *kind.Env) (*Extractor, error) {
	x := &Extractor{id: id, table: id + "/table", grammar: env.Grammar, words: newVocabulary(env.Builder), unread: c.Unread}
	if err := x.words.load(c, env); err != nil {
		return nil, err
	}
	list, err := env.Wordlist(c.Table)
	if err != nil {
		return nil, err
	}
	if x.heads, err = tableWords(list); err != nil {
		return nil, err
	}
	x.phrases = phrasesOf(x.heads)
	x.scope, err = scope.Shared(env)
	return x, err
}

// since2025 reports whether the document belongs to the two-level order of July 2025.
func (r *reader) since2025() bool {
	id := &r.t.Identity
	return id.Since2025() || id.Date.IsZero() && id.Start == 2025 && r.after2025()
}

// after2025 reports whether a document without a date of its own names one of
// July 2025 or later: an appendix to a report of that time.
func (r *reader) after2025() bool {
	if r.era == 0 {
		r.era = -1
		for i := range int32(len(r.t.Tokens)) {
			if r.t.Tokens[i].Kind != scan.Number {
				continue
			}
			if w, ok := r.x.grammar.Date(r.t, i); ok && (w.Date.Year > 2025 || w.Date.Year == 2025 && w.Date.Month >= 7) {
				r.era = 1
				break
			}
		}
	}
	return r.era > 0
}

// reader reads one document.
type reader struct {
	x    *Extractor
	t    *scan.Text
	emit func(report.Fact)

	hits  []scan.Hit
	hit   int
	items []item
	figs  []*figure
	pool  []figure
	first int32
	last  int32
	begin int32 // see firstWord

	facts  []report.Fact
	silent silent
	era    int // 1 where the text names a day since July 2025, -1 where it does not, 0 before that was asked

	units map[string]item // units named with their kind, by their name

	labelled int // depth of the label of this sentence, 0 for none
	groups   []group
	block    int   // of the sentence before
	page     *grid // the table before, which may go on over a page
	s        sentence
	d        discourse
}

// reader returns a reader for a document, in the memory of an earlier one.
func (x *Extractor) reader(t *scan.Text, emit func(report.Fact)) *reader {
	r, ok := x.readers.Get().(*reader)
	if !ok {
		r = &reader{units: map[string]item{}, d: discourse{totals: map[whole]float64{}, sizes: map[string]tally{}, plans: map[string]float64{}}}
	}
	clear(r.facts) // they hold texts of the document before
	clear(r.d.totals)
	clear(r.d.sizes)
	clear(r.d.plans)
	clear(r.units)
	*r = reader{
		x: x, t: t, emit: emit, units: r.units, hits: t.Hits(x.words.class),
		items: r.items[:0], figs: r.figs[:0], pool: r.pool[:0], groups: r.groups[:0], facts: r.facts[:0],
		d: discourse{totals: r.d.totals, sizes: r.d.sizes, plans: r.d.plans},
	}
	return r
}

// Facts emits one fact a stated figure, and a finding for each figure that
// stands near congress words and was not read, up to mostUnread.
func (x *Extractor) Facts(t *scan.Text, emit func(report.Fact)) {
	if x.scope.Document(t) != scope.In {
		return
	}
	r := x.reader(t, emit)
	defer x.readers.Put(r)
	r.d.committee = longest + 1
	r.d.asOf = r.stated()
	r.d.title = r.titleLevel()
	r.d.sent = r.delegationTitle()
	r.d.vetted = r.vettingTitle()
	r.d.elects = r.ballotTitle()
	r.d.level = r.d.title
	r.hit = 0
	table, layout, numbered := 0, false, int32(-1)
	for i := range t.Sentences {
		s := t.Sentences[i]
		b := &t.Doc.Blocks[s.Block]
		if b.Kind == report.TableCell && b.Cell.Table > 0 {
			if b.Cell.Table != table {
				table = b.Cell.Table
				if layout = b.Cell.Borderless && !r.tabular(s.Block); !layout {
					r.table(s.Block)
				}
			}
			if !layout {
				continue
			}
		}
		if b.Kind == report.PageHeader || b.Kind == report.PageFooter || s.First >= s.Last {
			continue
		}
		if (s.Last == s.First+2 && r.sectionLabel(s.First) || s.Last == s.First+3 && r.captionLabel(s.First)) && i+1 < len(t.Sentences) && t.Sentences[i+1].Block == s.Block {
			numbered = s.First // "III.", "Bảng 1." is no sentence of its own
			continue
		}
		if numbered >= 0 {
			s.First, numbered = numbered, -1
		}
		for part := range r.parts(s) {
			r.sentence(part, b)
		}
	}
	r.flush()
	r.leftOut()
}
