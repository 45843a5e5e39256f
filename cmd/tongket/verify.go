package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks"
)

func (a *app) verifyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "verify OUT",
		Example: "  tongket verify out",
		Args:    arguments(1, 1),
	}
	s := a.addSettings(c, "profile")
	c.RunE = func(c *cobra.Command, args []string) error {
		settings, profile, err := s.open(args)
		if err != nil {
			return err
		}
		v := &verifier{app: a, ctx: c.Context(), out: args[0], lang: settings.Lang, profileTables: profile.Tables, prover: newProver()}
		return v.withExports()
	}
	return c
}

// verifier proves one output folder.
type verifier struct {
	*app
	ctx           context.Context
	out, lang     string
	export        bool // one that is kept, and not the folder itself
	profileTables []*report.Table
	prover        *prover
	manifest      manifest
	categories    categories
	changed       map[string]bool // outputs that are not as they were published
	rows          int
	faults        int
}

// shownFaults is how many faults are named; all are counted.
const shownFaults = 50

// fault says one thing that does not hold.
func (v *verifier) fault(format string, args ...any) {
	if v.faults++; v.faults <= shownFaults {
		fmt.Fprintln(v.app.out, printable(report.Translate(v.lang, fmt.Sprintf(format, args...))))
	}
}

// withExports proves the folder and, each for itself, the exports that are kept in it.
func (v *verifier) withExports() error {
	faults := 0
	prove := func(v verifier) error {
		err := v.all()
		if n, ok := errors.AsType[*someFailed](err); ok {
			faults += n.n
			return nil
		}
		return err
	}
	if err := prove(*v); err != nil {
		return err
	}
	exports, err := publish.Exports(v.fs, v.out)
	if err != nil {
		return &unreachable{err}
	}
	var unread []error
	for _, export := range exports {
		of := *v
		of.out, of.export, of.prover = export, true, newProver()
		unread = append(unread, prove(of))
	}
	if err := errors.Join(unread...); err != nil {
		return err
	}
	if faults > 0 {
		return &someFailed{faults}
	}
	return nil
}

func (v *verifier) all() error {
	m, err := readManifest(v.fs, v.out)
	if err != nil {
		return &unreachable{err}
	}
	v.manifest, v.changed = *m, map[string]bool{}
	if err := v.hashes(); err != nil {
		return err
	}
	v.whole()
	v.categories = v.readCategories()
	found, err := v.tables()
	if err != nil {
		return err
	}
	if err := v.packages(); err != nil {
		return err
	}
	if !found {
		fmt.Fprintln(v.app.out, say(v.lang,
			"Không có bảng parquet/ hay jsonl/ nên chưa kiểm từng dòng: chạy với --formats xlsx,parquet.",
			"There is neither parquet/ nor jsonl/, so no row was proved: run with --formats xlsx,parquet."))
	}
	return v.verdict()
}

func (v *verifier) verdict() error {
	if v.faults > shownFaults {
		fmt.Fprintln(v.app.out, say(v.lang, "… và %d lỗi khác", "… and %d more", v.faults-shownFaults))
	}
	if v.faults > 0 {
		fmt.Fprintln(v.app.out, say(v.lang, "%s: %d điểm không khớp trong %s tệp, %s dòng.", "%s: %d faults in %s files, %s rows.",
			v.out, v.faults, grouped(v.lang, len(v.manifest.Outputs)), grouped(v.lang, v.rows)))
		return &someFailed{v.faults}
	}
	fmt.Fprintln(v.app.out, say(v.lang, "%s: %s tệp và %s dòng đều khớp.", "%s: %s files and %s rows hold.",
		v.out, grouped(v.lang, len(v.manifest.Outputs)), grouped(v.lang, v.rows)))
	return nil
}

// hashes compares every output with run.json.
func (v *verifier) hashes() error {
	for _, o := range v.manifest.Outputs {
		if err := context.Cause(v.ctx); err != nil {
			return err
		}
		if !filepath.IsLocal(filepath.FromSlash(o.Path)) {
			v.fault("run.json: %s leaves the folder", o.Path)
			continue
		}
		name := filepath.Join(v.out, filepath.FromSlash(o.Path))
		if info, err := v.fs.Stat(name); err == nil && info.IsDir() {
			v.fault("%s: a folder stands in its place; remove or rename it", o.Path)
			v.changed[name] = true
			continue
		}
		sum, err := publish.Sum(v.fs, name)
		v.changed[name] = sum != o.Sum
		switch {
		case errors.Is(err, fs.ErrNotExist):
			v.fault("%s: missing", o.Path)
		case err != nil:
			return &unreachable{err}
		case sum != o.Sum && filepath.Ext(o.Path) == ".xlsx":
			what := say(v.lang, "đã được sửa sau khi xuất", "changed since it was published")
			if v.export { // such an export is kept for what was typed into it
				fmt.Fprintf(v.app.out, "%s: %s\n", printable(filepath.Join(v.out, o.Path)), what)
				continue
			}
			v.fault("%s: %s", o.Path, what)
		case sum != o.Sum:
			v.fault("%s: hash %.16s, run.json says %.16s", o.Path, sum, o.Sum)
		}
	}
	return nil
}

// whole looks for files that run.json should name and does not, and for files
// among the outputs that no run wrote: what somebody put beside them, in the
// folder itself, is his own.
func (v *verifier) whole() {
	named := map[string]bool{}
	for _, o := range v.manifest.Outputs {
		named[o.Path] = true
	}
	formats := strings.Split(v.manifest.Configuration["formats"], ",")
	for _, format := range formats {
		for _, table := range slices.Sorted(maps.Keys(v.manifest.Rows)) {
			name := path.Join(format, table+"."+format)
			if format != "xlsx" && format != "" && !named[name] {
				v.fault("run.json: it counts the rows of %s and does not name %s", table, name)
			}
		}
	}
	for _, format := range sinks.Builtin().Names() { // also those that the run was not to write
		v.strays(filepath.Join(v.out, format), func(name string) bool { return named[path.Join(format, name)] })
	}
	if slices.Contains(formats, "xlsx") && !slices.ContainsFunc(v.manifest.Outputs, func(o output) bool { return path.Ext(o.Path) == ".xlsx" }) {
		v.fault("run.json: it names no workbook, and the run was to write one")
	}
	v.strays(filepath.Join(v.out, "evidence"), func(name string) bool { return named[path.Join("evidence", name)] })
}

// strays names the files of a folder that are not known.
func (v *verifier) strays(dir string, known func(name string) bool) {
	entries, err := v.fs.ReadDir(dir)
	if err != nil {
		return // a folder that is missing lacks files that are named
	}
	for _, e := range entries {
		if !known(e.Name()) {
			v.fault("%s: it is none of the outputs of this run; take it out of the folder", filepath.Join(filepath.Base(dir), e.Name()))
		}
	}
}

// tables proves the rows of every table that was written, as Parquet or as JSON
// lines. found is false when there is neither.
func (v *verifier) tables() (found bool, err error) {
	names := tableFiles(v.fs, v.out, v.manifest.Outputs)
	if len(names) == 0 {
		return false, nil
	}
	docs := map[string]documentFacts{}
	if proved, err := v.documents(names["documents"], docs); err != nil || !proved {
		return true, err
	}
	order := slices.Sorted(func(yield func(string) bool) {
		for n := range names {
			if n != "documents" && !yield(n) {
				return
			}
		}
	})
	for _, n := range order {
		if err := v.table(n, names[n], docs); err != nil {
			return true, err
		}
	}
	return true, nil
}

// tableFiles returns the file of each table that a run published, Parquet
// before JSON lines.
func tableFiles(f fsys.FS, out string, outputs []output) map[string]string {
	names := map[string]string{}
	for _, kind := range []string{"jsonl", "parquet"} {
		for _, o := range outputs {
			p := filepath.FromSlash(o.Path)
			if !fsys.Exists(f, filepath.Join(out, p)) {
				continue // verify says it
			}
			if filepath.Dir(p) == kind && filepath.Ext(p) == "."+kind && filepath.IsLocal(p) {
				base := filepath.Base(p)
				names[base[:len(base)-len(kind)-1]] = filepath.Join(out, p)
			}
		}
	}
	return names
}

// documentFacts is what the documents table says of one text.
type documentFacts struct {
	characters int
	status     string
}

// unreadable tells of a table that cannot be read: a fault of one that was changed
// since it was published, which is said already, and else of the surroundings.
func (v *verifier) unreadable(name string, err error) error {
	if v.changed[name] && context.Cause(v.ctx) == nil {
		v.fault("%v", err)
		return nil
	}
	return &unreachable{err}
}

// documents reads the documents table and looks for its texts. Without it no row is
// proved.
func (v *verifier) documents(name string, docs map[string]documentFacts) (proved bool, err error) {
	if name == "" {
		v.fault("there is no table documents, so no row can be proved")
		return false, nil
	}
	paths := map[string]bool{}
	counts := journal.Counts{ByStatus: map[report.Status]int{}, ByReason: map[report.Reason]int{}}
	for r, err := range readRows(v.ctx, v.fs, name, v.profileTables) {
		if err != nil {
			return false, v.unreadable(name, err)
		}
		v.rows++
		v.codes(r)
		path, id := r.Get("source_path").Text(), r.Get("doc_id").Text()
		if path == "" || paths[path] {
			v.fault("documents: source_path %q is empty or stands twice", path)
		}
		paths[path] = true
		n, stated := r.Get("characters").Number()
		counts.ByStatus[report.Status(r.Get("status").Text())]++
		if reason := r.Get("reason").Text(); reason != "" {
			counts.ByReason[report.Reason(reason)]++
		}
		if status := r.Get("status").Text(); stated && id != "" && status != string(report.Duplicate) {
			docs[id] = documentFacts{int(n), status}
		}
	}
	v.counted("documents", v.rows)
	counts.Inputs, counts.Documents = v.rows, len(docs)
	v.sameCounts(counts)
	v.strays(filepath.Join(v.out, "texts"), func(name string) bool {
		_, ok := docs[strings.TrimSuffix(name, ".txt")]
		return ok
	})
	for _, id := range slices.Sorted(maps.Keys(docs)) {
		d := docs[id]
		text, err := v.prover.open(v.fs, v.out, id)
		if err != nil {
			v.fault("documents: %s: %v", id, err)
		} else if text.length() != d.characters {
			v.fault("documents: %s: texts/%s.txt has %d characters, the table says %d", id, id, text.length(), d.characters)
		}
	}
	return true, nil
}

// table proves the rows of one table.
func (v *verifier) table(name, file string, docs map[string]documentFacts) error {
	seen, before := map[string]bool{}, v.rows
	for r, err := range readRows(v.ctx, v.fs, file, v.profileTables) {
		if err == nil {
			err = context.Cause(v.ctx)
		}
		if err != nil {
			return v.unreadable(file, err)
		}
		v.rows++
		v.codes(r)
		if r.Table.Index("evidence") < 0 { // statistics have no place in a text
			continue
		}
		id := r.Get("row_id").Text()
		if id != "" && seen[id] {
			v.fault("%s: row_id %s stands twice", name, id)
		}
		seen[id] = true
		if doc := r.Get("doc_id").Text(); doc != "" {
			if _, ok := docs[doc]; !ok {
				v.fault("%s %s: no document %s", name, id, doc)
				continue
			}
			text, err := v.prover.open(v.fs, v.out, doc)
			if err == nil {
				err = v.prover.row(r, text)
			}
			if err != nil {
				v.fault("%s %s: %v", name, id, err)
			}
		}
	}
	v.counted(name, v.rows-before)
	return nil
}

// counted compares the rows of a table with what run.json says.
func (v *verifier) counted(table string, rows int) {
	if said, ok := v.manifest.Rows[table]; !ok || said != rows {
		v.fault("%s: %d rows, run.json says %d", table, rows, said)
	}
}

// sameCounts compares how the inputs ended, by the table of documents, with what
// run.json says.
func (v *verifier) sameCounts(found journal.Counts) {
	said := v.manifest.Counts
	if said.Inputs != found.Inputs || said.Documents != found.Documents {
		v.fault("run.json: it counts %d inputs and %d documents, the table documents has %d and %d", said.Inputs, said.Documents, found.Inputs, found.Documents)
	}
	if !maps.Equal(said.ByStatus, found.ByStatus) {
		v.fault("run.json: it counts the inputs of each status otherwise than the table documents")
	}
	if !maps.Equal(said.ByReason, found.ByReason) {
		v.fault("run.json: it counts the inputs of each reason otherwise than the table documents")
	}
}

// packages looks at the Data Package, if one was written.
func (v *verifier) packages() error {
	if !slices.ContainsFunc(v.manifest.Outputs, func(o output) bool { return o.Path == "datapackage.json" }) {
		if fsys.Exists(v.fs, filepath.Join(v.out, "datapackage.json")) {
			v.fault("%s: it is none of the outputs of this run; take it out of the folder", "datapackage.json")
		}
		return nil
	}
	data, err := fsys.ReadFile(v.fs, filepath.Join(v.out, "datapackage.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return &unreachable{err}
	}
	var p struct {
		Resources []struct {
			Name  string `json:"name"`
			Path  string `json:"path"`
			Hash  string `json:"hash"`
			Bytes int64  `json:"bytes"`
		} `json:"resources"`
	}
	if err := json.Unmarshal(data, &p); err != nil {
		v.fault("datapackage.json: %v", err)
		return nil
	}
	for _, r := range p.Resources {
		if !filepath.IsLocal(filepath.FromSlash(r.Path)) {
			v.fault("datapackage.json: %s: path %q leaves the folder", r.Name, r.Path)
			continue
		}
		name := filepath.Join(v.out, filepath.FromSlash(r.Path))
		info, err := v.fs.Stat(name)
		if err != nil {
			v.fault("datapackage.json: %s: %v", r.Name, err)
			continue
		}
		if r.Bytes != 0 && info.Size() != r.Bytes {
			v.fault("datapackage.json: %s: %d bytes, it says %d", r.Path, info.Size(), r.Bytes)
		}
		if r.Hash != "" {
			sum, err := publish.Sum(v.fs, name)
			if err != nil {
				if err := v.unreadable(name, err); err != nil {
					return err
				}
				continue
			}
			if "sha256:"+sum != r.Hash {
				v.fault("datapackage.json: %s: another hash than it says", r.Path)
			}
		}
	}
	return nil
}
