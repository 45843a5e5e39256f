package stats

import (
	"fmt"
	"iter"
	"slices"
	"sync"

	"github.com/tongket/tongket/pipeline/report"
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
	Units []Unit
}

// Names are the tables that this package fills, in the order in which a reader
// wants them.
func Names() []string {
	names := make([]string, len(builders))
	for i, b := range builders {
		names[i] = b.table
	}
	return names
}

// builders is the list of summary tables: the one place to add one to.
var builders = []struct {
	table string
	build func(*state, *report.Table) iter.Seq[report.Row]
}{
	{"unit_results", unitResults},
	{"threshold_checks", thresholdChecks},
	{"none_units", noneUnits},
	{"changes", changes},
	{"series", series},
	{"series_changes", seriesChanges},
	{"limitation_rates", limitationRates},
	{"recurrences", recurrences},
	{"assessment_rates", assessmentRates},
	{"progress", progressRows},
	{"key_posts", keyPosts},
	{"directives", directives},
	{"coverage", coverage},
	{"crosstabs", crosstabs},
	{"unit_figures", unitFigures},
	{"overview", overview},
}

// Dataset is another Dataset with summary tables behind its own, and with the
// findings that counting makes.
type Dataset struct {
	base   report.Dataset
	config Config
	tables []*report.Table

	once  sync.Once
	state *state
	err   error
}

// Add returns ds with the summary tables that c.Tables describes. Nothing is
// read before the first summary row is asked for.
func Add(ds report.Dataset, c Config) *Dataset {
	d := &Dataset{base: ds, config: c}
	names := Names()
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
	for _, b := range builders {
		if b.table == table {
			return d.summary(table, b.build)
		}
	}
	return d.base.Rows(table)
}

func (d *Dataset) summary(table string, build func(*state, *report.Table) iter.Seq[report.Row]) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		i := slices.IndexFunc(d.tables, func(t *report.Table) bool { return t.Name == table })
		if i < 0 {
			return
		}
		s, err := d.counted()
		if err != nil {
			yield(report.Row{}, err)
			return
		}
		for r := range build(s, d.tables[i]) {
			if !yield(r, nil) {
				return
			}
		}
	}
}

// counted reads the base once, at the first call.
func (d *Dataset) counted() (*state, error) {
	d.once.Do(func() {
		d.state = newState(d.config)
		if err := d.state.read(d.base); err != nil {
			d.err = fmt.Errorf("statistics: %w", err)
		}
		for _, u := range d.config.Units {
			u.subject(d.state) // before the first table asks for names
		}
	})
	return d.state, d.err
}
