package stats

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
	"sync"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
)

// Config says what to count against.
type Config struct {
	// Tables are the profile's; those of Names are filled here.
	Tables []*report.Table
	// Thresholds are the requirements of each round; those that are off are
	// left out.
	Thresholds []report.Threshold
	// Provinces is the lexicon with the columns canonical, type and
	// province_2025; nil leaves figures for other provinces without their name
	// of 2025.
	Provinces *report.Wordlist
	// Units is the roster that coverage is reckoned against; empty for none.
	Units Roster
	// Spill is where tables lie that are too large for memory; nil is a folder
	// of the system's.
	Spill *spill.Folder
}

// names are the tables that this package fills, in the order in which a reader
// wants them.
var names = []string{
	"unit_results", "threshold_checks", "none_units", "changes", "series", "series_changes", "limitation_rates", "recurrences", "assessment_rates",
	"progress", "key_posts", "directives", "coverage", "crosstabs", "unit_figures", "overview",
}

// Names are the tables that this package fills, in the order in which a reader
// wants them.
func Names() []string { return slices.Clone(names) }

// builders make the tables that are counted over all units. The others are made
// unit by unit, in unit.go, and directives as they come.
var builders = map[string]func(*state, *report.Table) iter.Seq[report.Row]{
	"series": series, "series_changes": seriesChanges, "limitation_rates": limitationRates, "assessment_rates": assessmentRates,
	"crosstabs": crosstabs, "overview": overview,
}

// folder is where counting puts what has no room.
func (c *Config) folder() *spill.Folder {
	if c.Spill == nil {
		c.Spill = spill.In(nil, "")
	}
	return c.Spill
}

// Dataset is another Dataset with summary tables behind its own, with the
// findings that counting makes, and with the keys of its organisations told
// apart.
type Dataset struct {
	base   report.Dataset
	config Config
	tables []*report.Table

	once  sync.Once
	state *state
	err   error

	matching  sync.Once
	unmatched error // of matching
}

// Add returns ds with the summary tables that c.Tables describes. Nothing is
// read before the first summary row is asked for.
func Add(ds report.Dataset, c Config) *Dataset {
	d := &Dataset{base: ds, config: c}
	for _, t := range ds.Tables() {
		if !slices.Contains(names, t.Name) {
			d.tables = append(d.tables, t)
		}
	}
	for _, name := range names {
		if i := slices.IndexFunc(c.Tables, func(t *report.Table) bool { return t.Name == name }); i >= 0 {
			d.tables = append(d.tables, c.Tables[i])
		}
	}
	return d
}

// Tables returns the tables of the base, then the summary tables.
func (d *Dataset) Tables() []*report.Table { return d.tables }

// Rows yields the rows of one table.
func (d *Dataset) Rows(table string) iter.Seq2[report.Row, error] {
	if table == "findings" {
		return d.findings()
	}
	if table == "documents" {
		return d.documents()
	}
	if slices.Contains(names, table) {
		return d.summary(table)
	}
	return d.base.Rows(table)
}

// documents yields the documents with the keys under which their organisations
// are counted: one that names no district may be that of another text that does.
func (d *Dataset) documents() iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		s, err := d.counted()
		if err != nil {
			yield(report.Row{}, err)
			return
		}
		for r, err := range d.base.Rows("documents") {
			if err == nil {
				r = s.resolved(r)
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

func (s *state) resolved(r report.Row) report.Row {
	k := keyOf(r)
	if k.Base == "" || r.Table.Index("unit_key") < 0 {
		return r
	}
	k.Upper = s.within[k.Base].Resolve(k.Upper)
	key := report.Text(k.String())
	if key.Equal(r.Get("unit_key")) {
		return r
	}
	r.Cells = slices.Clone(r.Cells)
	r.Set("unit_key", key)
	return r
}

func (d *Dataset) summary(table string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		s, err := d.counted()
		if err != nil {
			yield(report.Row{}, err)
			return
		}
		if o := s.out[table]; o != nil {
			o.all()(yield)
		}
	}
}

// Filled returns which columns of a summary table any row fills.
func (d *Dataset) Filled(table string) ([]bool, error) {
	if !slices.Contains(names, table) {
		return report.Filled(d.base, table)
	}
	s, err := d.counted()
	if err != nil || s.out[table] == nil {
		return nil, err
	}
	return s.out[table].filled, nil
}

// Digest returns a hash of the rows of a table. That of a summary is known when
// it is counted.
func (d *Dataset) Digest(table string) (string, error) {
	own := slices.Contains(names, table)
	if !own && table != "documents" && table != "findings" {
		return report.Digest(d.base, table)
	}
	s, err := d.counted()
	if err != nil {
		return "", err
	}
	if own {
		return s.out[table].digest(), nil
	}
	if table == "findings" {
		rivals, err := d.rivals()
		return s.findings.sum() + rivals.digest(), err
	}
	base, err := report.Digest(d.base, table)
	if base == "" {
		return "", err
	}
	h := sha256.New()
	fmt.Fprintln(h, base, s.within) // a map is printed in the order of its keys
	return hex.EncodeToString(h.Sum(nil)), nil
}

// counted reads the base once, at the first call.
func (d *Dataset) counted() (*state, error) {
	d.once.Do(func() {
		d.state = newState(d.config, d.tables)
		if err := d.state.count(d.base); err != nil {
			d.err = fmt.Errorf("statistics: %w", err)
		}
	})
	return d.state, d.err
}

// Close removes what counting put on the disk.
func (d *Dataset) Close() error {
	d.once.Do(func() {}) // nothing is counted any more
	if d.state == nil {
		return nil
	}
	return d.state.close()
}
