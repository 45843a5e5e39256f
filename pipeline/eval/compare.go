package eval

import (
	"cmp"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Tally counts hits, false rows and misses of one kind.
type Tally struct {
	Kind               string
	Hit, False, Missed int
}

// Precision is the share of the found that is right, 1 when nothing was found.
func (t Tally) Precision() float64 { return share(t.Hit, t.Hit+t.False) }

// Recall is the share of the labelled that was found, 1 when nothing is
// labelled.
func (t Tally) Recall() float64 { return share(t.Hit, t.Hit+t.Missed) }

// F1 is the harmonic mean of precision and recall.
func (t Tally) F1() float64 {
	p, r := t.Precision(), t.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 1
	}
	return float64(part) / float64(whole)
}

// Difference is one miss or false row.
type Difference struct {
	Doc, Kind string
	Missed    bool // labelled and not found; false: found and not labelled
	Key       string
	Evidence  string
}

// Scores are the tallies in a fixed order and all differences in the order of
// the documents.
type Scores struct {
	Tallies     []Tally
	Differences []Difference
	Documents   int
	Absent      []string // gold documents that the run does not have
	Grades      []Grade
	Duplicates  int // rows that state again what another row of the document states
}

// Grade counts the rows of one kind that bear one grade of confidence.
type Grade struct {
	Kind, Confidence string
	Hit, False       int
}

// Precision is the share of the rows of a grade that is right.
func (g Grade) Precision() float64 { return share(g.Hit, g.Hit+g.False) }

// item is one row as a key, with the sentence to show and its confidence.
type item struct{ key, evidence, confidence string }

// comparer gathers tallies.
type comparer struct {
	scores Scores
	index  map[string]int
	doc    string
}

// Compare scores rows, given by the stem of the document's name, against gold.
func Compare(gold []Gold, rows func(id string) ([]report.Row, bool)) Scores {
	c := newComparer()
	for _, g := range gold {
		got, ok := rows(g.ID)
		if !ok {
			c.scores.Absent = append(c.scores.Absent, g.ID)
		}
		c.add(scoreOf(g, got))
	}
	return c.end()
}

func newComparer() comparer { return comparer{index: map[string]int{}} }

// scoreOf scores one document. It keeps nothing of the rows.
func scoreOf(g Gold, rows []report.Row) Scores {
	c := newComparer()
	c.doc = g.ID
	c.document(g, rows)
	c.scores.Documents = 1
	return c.scores
}

// add adds the scores of other documents.
func (c *comparer) add(s Scores) {
	for _, t := range s.Tallies {
		x := c.tally(t.Kind)
		x.Hit, x.False, x.Missed = x.Hit+t.Hit, x.False+t.False, x.Missed+t.Missed
	}
	for _, g := range s.Grades {
		x := c.gradeOf(g.Kind, g.Confidence)
		x.Hit, x.False = x.Hit+g.Hit, x.False+g.False
	}
	c.scores.Documents += s.Documents
	c.scores.Duplicates += s.Duplicates
	c.scores.Differences = append(c.scores.Differences, s.Differences...)
}

// end are all scores, the grades in their order.
func (c *comparer) end() Scores {
	order := []string{"high", "medium", "low"}
	slices.SortStableFunc(c.scores.Grades, func(a, b Grade) int {
		return cmp.Or(cmp.Compare(slices.Index(graded, a.Kind), slices.Index(graded, b.Kind)), cmp.Compare(slices.Index(order, a.Confidence), slices.Index(order, b.Confidence)))
	})
	return c.scores
}

func (c *comparer) document(g Gold, rows []report.Row) {
	byTable := map[string][]report.Row{}
	for _, r := range rows {
		byTable[r.Table.Name] = append(byTable[r.Table.Name], r)
	}
	c.identity(g, byTable["documents"])
	c.people(g, byTable["people"])
	c.citations(g, byTable["citations"])
	c.measures(g, byTable["measures"])
	c.table("assessments", g.Assessments, byTable["assessments"], "aspect", "polarity")
	var limitations []label
	for _, code := range g.Limitations {
		limitations = append(limitations, label{"code": code})
	}
	c.table("limitations", limitations, byTable["limitations"], "code")
	c.tasks(g, byTable["tasks"])
	for _, table := range []string{"people", "citations", "measures", "limitations", "tasks"} {
		c.duplicates(byTable[table])
	}
}

// identityColumns in the order of the codebook.
var identityColumns = []string{"doc_date", "doc_number", "doc_type", "province", "org_unit", "org_level", "congress_ordinal", "term_start", "term_end"}

func (c *comparer) identity(g Gold, documents []report.Row) {
	for _, column := range identityColumns {
		var want, got []item
		if v := unit(column, label(g.Identity).text(column)); v != "" {
			want = []item{{key: v}}
		}
		if len(documents) > 0 {
			if v := unit(column, cell(documents[0], column)); v != "" {
				got = []item{{key: v}}
			}
		}
		c.sets("identity", prefix(column, want), prefix(column, got))
		c.sets("identity."+column, want, got)
	}
}

func prefix(p string, items []item) []item {
	out := make([]item, len(items))
	for i, x := range items {
		out[i] = item{key: p + "=" + x.key, evidence: x.evidence}
	}
	return out
}

// unit drops the type word of provinces and units: "Đảng bộ tỉnh X" and "Đảng
// bộ X" are one.
func unit(column, v string) string {
	if column != "province" && column != "org_unit" {
		return v
	}
	for _, w := range []string{"tỉnh ", "thành phố ", "tp. ", "tp "} {
		v = strings.Replace(v, w, "", 1)
	}
	return v
}

func (c *comparer) people(g Gold, rows []report.Row) {
	c.table("people.name", g.People, rows, "name")
	c.table("people.name+role", g.People, rows, "name", "role")
	elected := func(l label) bool { return l.text("role") == "elected" }
	c.sets("people.elected", gold(g.People, elected, "name", "elected_to"), found(rows, func(r report.Row) bool { return cell(r, "role") == "elected" }, "name", "elected_to"))
	c.fields("people", g.People, rows, []string{"name", "role", "elected_to"}, "titles", "how")
}

func (c *comparer) citations(g Gold, rows []report.Row) {
	c.table("citations", g.Citations, rows, "symbol")
	c.fields("citations", g.Citations, rows, []string{"symbol"}, "kind", "issuer", "issued")
}

func (c *comparer) measures(g Gold, rows []report.Row) {
	// A worded zero counts only where the labels hold zeros of its body and
	// attribute: sets that leave them out are not held against the run.
	zeros := map[string]bool{}
	for _, l := range g.Measures {
		if l.text("value") == "0" {
			zeros[l.text("body")+"|"+l.text("attribute")] = true
		}
	}
	rows = slices.DeleteFunc(slices.Clone(rows), func(r report.Row) bool {
		return cell(r, "value") == "0" && !zeros[cell(r, "body")+"|"+cell(r, "attribute")]
	})
	core := []string{"body", "attribute", "stat", "value"}
	strict := append(slices.Clone(core), "phase", "place", "qualifier")
	c.table("measures", g.Measures, rows, core...)
	c.table("measures.strict", g.Measures, rows, strict...)
	c.fields("measures", g.Measures, rows, strict, "bound", "value_max", "level", "as_of")
}

// tasks match when their texts share most of their words, since where a clause
// begins is a matter of taste.
func (c *comparer) tasks(g Gold, rows []report.Row) {
	if g.Tasks == nil {
		return
	}
	t := c.tally("tasks")
	used := make([]bool, len(rows))
	for _, l := range g.Tasks {
		best, at := 0.5, -1 // more than half of the words of both
		for i, r := range rows {
			if used[i] {
				continue
			}
			if o := overlap(l.text("text"), cell(r, "text")); o > best {
				best, at = o, i
			}
		}
		if at < 0 {
			t.Missed++
			c.differ("tasks", true, item{key: l.text("text"), evidence: l.evidence()})
			continue
		}
		used[at] = true
		t.Hit++
		c.grade("tasks", rows[at].Get("confidence").Text(), true)
		for _, column := range []string{"addressee", "deadline"} {
			c.field("tasks."+column, l.text(column), cell(rows[at], column), rows[at])
		}
		t = c.tally("tasks")
	}
	for i, r := range rows {
		if !used[i] {
			t.False++
			c.grade("tasks", r.Get("confidence").Text(), false)
			c.differ("tasks", false, item{key: cell(r, "text"), evidence: r.Get("evidence").Text()})
		}
	}
}

// overlap is the Dice coefficient of the words of two texts.
func overlap(a, b string) float64 {
	x, y := strings.Fields(a), strings.Fields(b)
	count := map[string]int{}
	for _, w := range x {
		count[w]++
	}
	shared := 0
	for _, w := range y {
		if count[w] > 0 {
			count[w]--
			shared++
		}
	}
	if len(x)+len(y) == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(len(x)+len(y))
}

// table scores one kind by the columns of its key.
func (c *comparer) table(kind string, labels []label, rows []report.Row, columns ...string) {
	c.sets(kind, gold(labels, nil, columns...), found(rows, nil, columns...))
}

func gold(labels []label, keep func(label) bool, columns ...string) []item {
	var out []item
	for _, l := range labels {
		if keep != nil && !keep(l) {
			continue
		}
		var parts []string
		for _, column := range columns {
			parts = append(parts, l.text(column))
		}
		out = append(out, item{key: strings.Join(parts, " | "), evidence: l.evidence()})
	}
	return unique(out)
}

func found(rows []report.Row, keep func(report.Row) bool, columns ...string) []item {
	var out []item
	for _, r := range rows {
		if keep == nil || keep(r) {
			out = append(out, item{key(r, columns), r.Get("evidence").Text(), r.Get("confidence").Text()})
		}
	}
	return unique(out)
}

func key(r report.Row, columns []string) string {
	var parts []string
	for _, column := range columns {
		parts = append(parts, cell(r, column))
	}
	return strings.Join(parts, " | ")
}

func unique(items []item) []item {
	seen := map[string]bool{}
	return slices.DeleteFunc(items, func(x item) bool {
		if seen[x.key] {
			return true
		}
		seen[x.key] = true
		return false
	})
}

// sets adds the hits, misses and false items of one document to a kind.
func (c *comparer) sets(kind string, want, got []item) {
	t := c.tally(kind)
	has := map[string]bool{}
	for _, x := range got {
		has[x.key] = true
	}
	wanted := map[string]bool{}
	for _, x := range want {
		wanted[x.key] = true
		if has[x.key] {
			t.Hit++
		} else {
			t.Missed++
			c.differ(kind, true, x)
		}
	}
	for _, x := range got {
		c.grade(kind, x.confidence, wanted[x.key])
		if !wanted[x.key] {
			t.False++
			c.differ(kind, false, x)
		}
	}
}

// graded are the kinds whose confidence is measured: whole rows.
var graded = []string{"people.name+role", "citations", "measures.strict", "assessments", "limitations", "tasks"}

// grade counts one row of a kind under its confidence.
func (c *comparer) grade(kind, confidence string, hit bool) {
	if confidence == "" || !slices.Contains(graded, kind) {
		return
	}
	if g := c.gradeOf(kind, confidence); hit {
		g.Hit++
	} else {
		g.False++
	}
}

func (c *comparer) gradeOf(kind, confidence string) *Grade {
	i := slices.IndexFunc(c.scores.Grades, func(g Grade) bool { return g.Kind == kind && g.Confidence == confidence })
	if i < 0 {
		i = len(c.scores.Grades)
		c.scores.Grades = append(c.scores.Grades, Grade{Kind: kind, Confidence: strings.Clone(confidence)})
	}
	return &c.scores.Grades[i]
}

// fields scores columns over the rows that both sides have.
func (c *comparer) fields(kind string, labels []label, rows []report.Row, columns []string, fields ...string) {
	byKey := map[string]report.Row{}
	for _, r := range rows {
		if k := key(r, columns); byKey[k].Table == nil {
			byKey[k] = r
		}
	}
	seen := map[string]bool{}
	for _, l := range labels {
		var parts []string
		for _, column := range columns {
			parts = append(parts, l.text(column))
		}
		k := strings.Join(parts, " | ")
		r, ok := byKey[k]
		if !ok || seen[k] {
			continue
		}
		seen[k] = true
		for _, f := range fields {
			c.field(kind+"."+f, l.text(f), cell(r, f), r)
		}
	}
}

// field compares one value: absent on both sides is no hit.
func (c *comparer) field(kind, want, got string, r report.Row) {
	t := c.tally(kind)
	if want == got {
		if want != "" {
			t.Hit++
		}
		return
	}
	evidence := r.Get("evidence").Text()
	if want != "" {
		t.Missed++
		c.differ(kind, true, item{key: want, evidence: evidence})
		t = c.tally(kind)
	}
	if got != "" {
		t.False++
		c.differ(kind, false, item{key: got, evidence: evidence})
	}
}

// duplicates counts rows of one table that are equal in all but their place.
func (c *comparer) duplicates(rows []report.Row) {
	seen := map[string]bool{}
	for _, r := range rows {
		var b strings.Builder
		for i, col := range r.Table.Columns {
			if col.Key {
				b.WriteString(vn.Fold(r.Cells[i].String()))
				b.WriteByte(0)
			}
		}
		if seen[b.String()] {
			c.scores.Duplicates++
		}
		seen[b.String()] = true
	}
}

func (c *comparer) differ(kind string, missed bool, x item) {
	if kind == "identity" || kind == "people.name" || kind == "people.name+role" && !missed && strings.HasSuffix(x.key, "| elected") {
		return // told once, by the finer kind
	}
	c.scores.Differences = append(c.scores.Differences, Difference{Doc: c.doc, Kind: kind, Missed: missed, Key: strings.Clone(x.key), Evidence: strings.Clone(x.evidence)})
}

func (c *comparer) tally(kind string) *Tally {
	i, ok := c.index[kind]
	if !ok {
		i = len(c.scores.Tallies)
		c.index[kind] = i
		c.scores.Tallies = append(c.scores.Tallies, Tally{Kind: kind})
	}
	return &c.scores.Tallies[i]
}

// Sorted returns the tallies by kind in the order of the tables, for a golden
// file.
func (s Scores) Sorted() []Tally {
	return slices.SortedStableFunc(slices.Values(s.Tallies), func(a, b Tally) int { return cmp.Compare(a.Kind, b.Kind) })
}
