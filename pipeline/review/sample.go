package review

import (
	"cmp"
	"container/heap"
	"crypto/sha256"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
)

// SampleFile is the name of the last sample in a state folder.
const SampleFile = "sample.json"

// Plan is what a sample should show.
type Plan struct {
	// Half is the wanted half-width of the 95 % interval of a precision, as a
	// share: 0.05 for five points either way.
	Half float64 `json:"half"`
	// Expect is the precision that is thought likely; 0.5 is the safe guess that
	// asks for most.
	Expect float64 `json:"expect"`
	// Seed decides which rows are drawn.
	Seed uint64 `json:"seed"`
}

// Size is how many of n rows give the wanted half-width: Cochran's size for a
// proportion, corrected for a small population. Of few rows all are taken.
func (p Plan) Size(n int) int {
	const z = 1.959963984540054 // the 97.5 % quantile of the normal distribution
	want := z * z * p.Expect * (1 - p.Expect) / (p.Half * p.Half)
	return min(n, int(math.Ceil(want/(1+(want-1)/float64(n)))))
}

// Domain is one kind of rows of which the precision is wanted: a table, or an
// identity column (identity_evidence.province).
type Domain struct {
	Name  string `json:"name"`
	Rows  int    `json:"rows"`
	Drawn int    `json:"drawn"`
}

// Sample is a drawn sample.
type Sample struct {
	Plan
	Run     string   `json:"run"` // the id of the run
	Domains []Domain `json:"domains"`
	Rows    []string `json:"rows"` // row ids in order
}

// stratum is one part of a domain: its rows of one confidence.
type stratum struct{ domain, confidence string }

// domainOf returns the domain of a row, "" for rows that are not sampled:
// findings are made of others.
func domainOf(r report.Row) string {
	switch {
	case r.Table.Index("evidence") < 0 || r.Table.Name == "findings":
		return ""
	case r.Table.Name == "identity_evidence":
		return r.Table.Name + "." + r.Get("field").Text()
	}
	return r.Table.Name
}

// Draw draws a sample of each domain, spread over the confidences as its rows
// are, so that a plain share of the sample estimates the precision. Rows are
// drawn by a hash of their ids: the same rows give the same sample in whatever
// order they come, and a new document hardly changes it. Of a report that stands
// there in several formats only the rows of the one that counts are drawn: nobody
// should judge one sentence twice, and its likes are not independent.
func Draw(ds report.Dataset, p Plan) (*Sample, error) {
	if p.Half <= 0 || p.Half >= 1 || p.Expect <= 0 || p.Expect >= 1 {
		return nil, fmt.Errorf("a half-width of %g at a precision of %g: both lie between 0 and 1", p.Half, p.Expect)
	}
	sizes := map[stratum]int{}
	others, err := otherEditions(ds)
	if err != nil {
		return nil, err
	}
	if err := eachSampled(ds, others, func(s stratum, _ report.Row) { sizes[s]++ }); err != nil {
		return nil, err
	}
	out := &Sample{Plan: p}
	wanted := out.allot(sizes)
	drawn := map[stratum]*lowest{}
	err = eachSampled(ds, others, func(s stratum, r report.Row) {
		if drawn[s] == nil {
			drawn[s] = &lowest{size: wanted[s]}
		}
		drawn[s].add(r.Get("row_id").Text(), p.Seed)
	})
	for _, l := range drawn {
		for _, x := range l.rows {
			out.Rows = append(out.Rows, x.id)
		}
	}
	slices.Sort(out.Rows)
	return out, err
}

// otherEditions are the ids of the documents that another one counts for.
func otherEditions(ds report.Dataset) (map[string]bool, error) {
	others := map[string]bool{}
	for r, err := range ds.Rows("documents") {
		if err != nil {
			return nil, err
		}
		if !r.Get("same_as").IsNull() {
			others[strings.Clone(r.Get("doc_id").Text())] = true
		}
	}
	return others, nil
}

func eachSampled(ds report.Dataset, others map[string]bool, take func(stratum, report.Row)) error {
	for _, t := range ds.Tables() {
		if t.Index("evidence") < 0 {
			continue
		}
		for r, err := range ds.Rows(t.Name) {
			if err != nil {
				return err
			}
			if d := domainOf(r); d != "" && !others[r.Get("doc_id").Text()] {
				take(stratum{d, r.Get("confidence").Text()}, r)
			}
		}
	}
	return nil
}

// allot gives every domain its size and shares it among the strata by their
// rows: whole parts first, then the largest remainders.
func (s *Sample) allot(sizes map[stratum]int) map[stratum]int {
	byDomain := map[string][]stratum{}
	for x := range sizes {
		byDomain[x.domain] = append(byDomain[x.domain], x)
	}
	wanted := map[stratum]int{}
	for _, name := range slices.Sorted(maps.Keys(byDomain)) {
		strata := byDomain[name]
		slices.SortFunc(strata, func(a, b stratum) int { return cmp.Compare(a.confidence, b.confidence) })
		d := Domain{Name: name}
		for _, x := range strata {
			d.Rows += sizes[x]
		}
		d.Drawn = s.Size(d.Rows)
		left := d.Drawn
		for _, x := range strata {
			wanted[x] = sizes[x] * d.Drawn / d.Rows
			left -= wanted[x]
		}
		rest := func(x stratum) int { return sizes[x] * d.Drawn % d.Rows }
		slices.SortStableFunc(strata, func(a, b stratum) int { return cmp.Compare(rest(b), rest(a)) })
		for _, x := range strata[:left] {
			wanted[x]++
		}
		s.Domains = append(s.Domains, d)
	}
	return wanted
}

// lowest keeps the rows whose hashes are lowest, the highest of them on top.
type lowest struct {
	size int
	rows []ranked
}

type ranked struct {
	rank uint64
	id   string
}

func (l *lowest) Len() int { return len(l.rows) }
func (l *lowest) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(l.rows[j].rank, l.rows[i].rank), cmp.Compare(l.rows[j].id, l.rows[i].id)) < 0
}
func (l *lowest) Swap(i, j int) { l.rows[i], l.rows[j] = l.rows[j], l.rows[i] }

// Push implements heap.Interface.
func (l *lowest) Push(x any) {
	if r, ok := x.(ranked); ok {
		l.rows = append(l.rows, r)
	}
}

// Pop implements heap.Interface.
func (l *lowest) Pop() any {
	x := l.rows[len(l.rows)-1]
	l.rows = l.rows[:len(l.rows)-1]
	return x
}

func (l *lowest) add(id string, seed uint64) {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d\x00%s", seed, id))
	heap.Push(l, ranked{binary.BigEndian.Uint64(sum[:]), id})
	if l.Len() > l.size {
		heap.Pop(l)
	}
}

// Has reports whether a row is in the sample.
func (s *Sample) Has(id string) bool {
	_, found := slices.BinarySearch(s.Rows, id)
	return found
}

// LoadSample reads the last sample of a state folder; nil when there is none.
func LoadSample(f fsys.FS, dir string) (*Sample, error) {
	name := filepath.Join(dir, SampleFile)
	data, err := fsys.ReadFile(f, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var s Sample
	if err := json.Unmarshal(data, &s); err != nil {
		return nil, fmt.Errorf("%s: %w; draw the sample again", name, err)
	}
	return &s, nil
}

// SaveSample writes a sample to a state folder.
func SaveSample(f fsys.FS, dir string, s *Sample) error {
	data, err := json.Marshal(s)
	if err != nil {
		return err
	}
	return fsys.WriteFile(f, filepath.Join(dir, SampleFile), append(data, '\n'))
}
