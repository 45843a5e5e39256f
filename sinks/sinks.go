package sinks

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/again"
	"github.com/tongket/tongket/sinks/csv"
	"github.com/tongket/tongket/sinks/datapackage"
	"github.com/tongket/tongket/sinks/excel"
	"github.com/tongket/tongket/sinks/jsonl"
	"github.com/tongket/tongket/sinks/parquet"
)

// Sink writes a Dataset: whole files, or none.
type Sink interface {
	Write(ctx context.Context, ds report.Dataset) error
}

// Run is what the outputs say of the run that made them. The zero Run but for
// Dir is enough for tests.
type Run struct {
	// FS is the file system; nil is the machine's.
	FS fsys.FS
	// Dir is the output folder.
	Dir string
	// Lang is "vi" or "en"; Vietnamese when empty.
	Lang string
	// Program and Version name the program.
	Program, Version string
	// ID is the run's id, the hash of inputs and configuration; Profile the
	// hash of the profile.
	ID, Profile string
	// Units names the roster that coverage was reckoned against, "" for none.
	Units string
	// SortedBy names the order of the rows, for the metadata of Parquet.
	SortedBy string
	// Source returns where a source_path lies, as a path relative to Dir or a
	// file: or https: address; "" for no link. Nil links nothing.
	Source func(sourcePath string) string
	// Evidence returns where the evidence of a row is shown, relative to Dir,
	// "" for no link. Nil links nothing.
	Evidence func(docID, rowID string) string
	// Describe returns a description of the codebook in a language.
	Describe func(description, lang string) string
	// Ledger says what outputs of the run before may be used again; nil uses none.
	Ledger *again.Ledger
	// Temp is the folder for what is too large for memory; the system's when
	// empty.
	Temp string
}

// Kind is one kind of output.
type Kind struct {
	Name    string // as --formats names it
	Doc     string // one line for the help
	Default bool   // written when nothing is asked for
	// New returns the sink of a run.
	New func(Run) Sink
}

// Kinds is a list of kinds in the order in which they are written.
type Kinds []Kind

// Builtin returns the kinds of this program: the one list to add a kind to.
func Builtin() Kinds {
	return Kinds{
		{"parquet", "parquet/<table>.parquet: every table for DuckDB, pandas, R", true, func(r Run) Sink {
			return parquet.New(parquet.Config{
				FS: r.FS, Dir: filepath.Join(r.Dir, "parquet"), CreatedBy: strings.TrimSpace(r.Program + " " + r.Version), Run: r.ID, SortedBy: r.SortedBy,
			}).Again(r.Ledger, "parquet")
		}},
		{"jsonl", "jsonl/<table>.jsonl: every table as JSON lines", false, func(r Run) Sink { return jsonl.New(r.FS, filepath.Join(r.Dir, "jsonl")).Again(r.Ledger, "jsonl") }},
		{"csv", "csv/<table>.csv: every table as CSV, guarded against formulas", false, func(r Run) Sink { return csv.New(r.FS, filepath.Join(r.Dir, "csv")).Again(r.Ledger, "csv") }},
		{"datapackage", "datapackage.json: the description of the tables above; comes with them", true, func(r Run) Sink {
			return datapackage.New(datapackage.Config{FS: r.FS, Dir: r.Dir, Program: r.Program, Version: r.Version, Run: r.ID})
		}},
		{"xlsx", "congress.xlsx: the workbook", true, func(r Run) Sink {
			return excel.New(excel.Config{
				FS: r.FS, Dir: r.Dir, Lang: r.Lang, Program: r.Program, Version: r.Version, Run: r.ID, Profile: r.Profile, Units: r.Units,
				Source: r.Source, Evidence: r.Evidence, Describe: r.Describe, Ledger: r.Ledger, Temp: r.Temp,
			})
		}},
	}
}

// Names returns the names of all kinds.
func (k Kinds) Names() []string {
	names := make([]string, len(k))
	for i, kind := range k {
		names[i] = kind.Name
	}
	return names
}

// Default returns the names of the kinds that are written when nothing is asked
// for.
func (k Kinds) Default() []string {
	var names []string
	for _, kind := range k {
		if kind.Default {
			names = append(names, kind.Name)
		}
	}
	return names
}

// New returns one sink that writes the named kinds, each once, in the order of
// the table whatever the order of the names.
func (k Kinds) New(r Run, names ...string) (Sink, error) {
	wanted := map[string]bool{}
	for _, n := range names {
		wanted[n] = true
		if slices.Contains([]string{"parquet", "jsonl", "csv"}, n) {
			wanted["datapackage"] = true // what tables are is never left unsaid
		}
	}
	all := &outputs{}
	for _, kind := range k {
		if wanted[kind.Name] {
			all.add(kind.New(r))
			delete(wanted, kind.Name)
		}
	}
	for _, n := range names {
		if wanted[n] {
			return nil, fmt.Errorf("format %q: no such output; there are %s", n, strings.Join(k.Names(), ", "))
		}
	}
	return all, nil
}
