package main

import (
	"context"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/bucket"
	"github.com/tongket/tongket/pipeline/edition"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/review"
	"github.com/tongket/tongket/pipeline/spill"
	"github.com/tongket/tongket/pipeline/telemetry"
	"github.com/tongket/tongket/pipeline/text"
	"github.com/tongket/tongket/sinks"
	"github.com/tongket/tongket/sinks/again"
)

// normalise is the engine's Texter.
var normalise pipeline.Texter = text.Normalise

// ending is how a run ended.
type ending struct {
	house      *house
	start      time.Time
	args       []string
	allowEmpty bool // documents may all be gone
	fresh      bool // nothing of an earlier run is used
	shard      pipeline.Shard
	seen       *looker // what the run saw of its inputs; nil for a list
	told       telemetry.Run
	summary    pipeline.Summary

	made      *again.Ledger
	counts    journal.Counts
	rows      map[string]int // by table; nil when nothing was written
	tables    []*report.Table
	failures  []failedInput
	published publish.Published
	untouched bool // the outputs were those of this run already
	first     bool // nothing was published before
	standing  publish.Standing
	spared    []string // kept exports into which somebody typed, beyond those to keep
	reviewed  []review.Result
	editions  int // documents that another one counts for
}

// failedInput is one line of the summary of what failed.
type failedInput struct {
	path   string
	status report.Status
	reason report.Reason
	detail string
	hint   report.Label
}

// failedOf is the line of one input.
func failedOf(path string, status report.Status, failure *report.Failure) failedInput {
	f := failedInput{path: path, status: status}
	if failure != nil {
		f.reason, f.hint = failure.Reason, failure.Hint()
		if failure.Err != nil {
			f.detail = failure.Err.Error()
		}
	}
	return f
}

// verdict is the error of a run that went to its end. What was read in part is
// named in the summary and is no failure.
func (e *ending) verdict() error {
	if n := e.counts.ByStatus[report.Failed]; n > 0 {
		return &someFailed{n}
	}
	return nil
}

// publish makes the outputs of the journal's last whole run, unless they stand
// already.
func (a *app) publish(ctx context.Context, j *journal.Journal, folder *publish.Folder, e *ending) (err error) {
	view, err := j.View(e.house.settings.Lang)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, view.Close()) }()
	e.counts, e.tables = view.Counts(), e.house.profile.Tables
	if err := a.emptied(e); err != nil {
		return err
	}
	if e.house.reviewed, err = review.Load(a.fs, filepath.Join(e.house.settings.Out, publish.State)); err != nil {
		return &unreachable{err}
	}
	if e.failures, err = troubled(view); err != nil {
		return err
	}
	last, err := folder.Last()
	if err != nil {
		return err
	}
	e.first = last.Of == ""
	of := hash(e.id(view), view.Outcomes())
	if e.standing, err = folder.Look(last, e.fresh); err != nil {
		return err
	}
	e.standing.Texts = e.standing.Texts && !e.fresh // who forgets all believes no time of a file
	if last.Of == of && e.standing.Whole && !e.standing.Texts {
		if last, err = a.compareTexts(ctx, view, folder, last, e); err != nil {
			return err
		}
	}
	if last.Of == of && e.standing.Whole && e.standing.Texts {
		e.untouched, e.published = true, last
		a.sayLeft(e.house.settings, e.standing.Left)
		return a.keepExport(folder, e)
	}
	if err := a.write(ctx, view, folder, e); err != nil {
		if i, ok := errors.AsType[*interrupted](context.Cause(ctx)); ok { // a sink says only that its context ended
			a.sayUnpublished(e.house.settings.Lang)
			err = i
		}
		return errors.Join(err, folder.Clear())
	}
	var unread error
	ids := sync.OnceValue(func() (ids map[[8]byte]bool) { // asked for where texts stand already
		ids, unread = textsOf(view)
		return ids
	})
	e.published, err = folder.Publish(of, func(id string) bool { return ids()[idKey(id)] || unread != nil })
	if err = errors.Join(err, unread); err != nil {
		return err
	}
	a.sayLeft(e.house.settings, e.published.Left)
	if err := j.MarkPublished(); err != nil {
		return err
	}
	if err := a.keepMade(e.made, e); err != nil {
		return err
	}
	if err := a.keepExport(folder, e); err != nil {
		return err
	}
	return j.Compact()
}

// emptied refuses to publish nothing over the documents of an earlier run: a share
// that is not mounted is an empty folder, and one whose password ran out lists
// files that do not open. What lies beside them and is damaged says nothing else.
func (a *app) emptied(e *ending) error {
	shut := 0
	for reason, n := range e.counts.ByReason {
		if reason.Shut() {
			shut += n
		}
	}
	if e.allowEmpty || e.counts.Documents > 0 || e.counts.Inputs > e.counts.ByStatus[report.Skipped] && shut == 0 {
		return nil
	}
	out := e.house.settings.Out
	if _, err := a.fs.Stat(filepath.Join(out, publish.Manifest)); errors.Is(err, fs.ErrNotExist) {
		return nil // the first run
	}
	before, err := readManifest(a.fs, out)
	if err != nil {
		return &unreachable{err}
	}
	if before.Counts.Documents == 0 {
		return nil
	}
	if shut > 0 {
		return &unreachable{fmt.Errorf(
			"none of %d inputs in %s can be read, where the run before had %d documents; its outputs stay in %s; look whether its drive is connected and this account may read it; if they are to be given up, use a new output folder or --allow-empty",
			e.counts.Inputs, strings.Join(shown(e.args), ", "), before.Counts.Documents, out,
		)}
	}
	return &unreachable{fmt.Errorf(
		"no document in %s, where the run before had %d; its outputs stay in %s; look whether the folder is there and its drive is connected; if the archive is really empty, use a new output folder or --allow-empty",
		strings.Join(shown(e.args), ", "), before.Counts.Documents, out,
	)}
}

// keepExport keeps what is published, if the settings say so. It stands under
// the time of its publication, so that one that was cut off is made up for by
// the next run.
func (a *app) keepExport(folder *publish.Folder, e *ending) error {
	s := e.house.settings
	if s.Keep <= 0 {
		return nil
	}
	m, err := readManifest(a.fs, s.Out)
	if err != nil {
		return err
	}
	e.spared, err = folder.Keep(s.Keep, m.Finished.Local(), e.published)
	return err
}

// textsOf are the documents that have text, by idKey.
func textsOf(v *journal.View) (map[[8]byte]bool, error) {
	ids := map[[8]byte]bool{}
	for t, err := range v.Texts() {
		if err != nil {
			return nil, err
		}
		ids[idKey(t.ID)] = true
	}
	return ids, nil
}

// idKey is a doc_id in half the space.
func idKey(id string) (k [8]byte) {
	if len(id) == 2*len(k) {
		_, _ = hex.Decode(k[:], []byte(id)) // what is no hash finds no document
	}
	return k
}

// id is the run's id: the hash of its inputs and of the configuration that
// shapes the outputs.
func (e *ending) id(v *journal.View) string {
	s := e.house.settings
	formats := slices.Sorted(slices.Values(s.Formats))
	return hash(v.Inputs(), e.house.keys.Extract, e.house.profile.Hash, strings.Join(formats, ","), s.Lang, e.house.units, e.shard, s.Evidence, review.Digest(e.house.reviewed))
}

// troubled lists the inputs that were not read whole.
func troubled(v *journal.View) ([]failedInput, error) {
	var out []failedInput
	for o, err := range v.Troubled() {
		if err != nil {
			return nil, err
		}
		status, failure := o.Status()
		out = append(out, failedOf(o.Input.Path, status, failure))
	}
	return out, nil
}

// write writes all outputs into the stage.
func (a *app) write(ctx context.Context, v *journal.View, folder *publish.Folder, e *ending) error {
	h := e.house
	if err := folder.Clear(); err != nil {
		return err
	}
	if err := a.fs.MkdirAll(folder.Stage()); err != nil {
		return err
	}
	var err error
	if e.made, err = a.ledger(folder, e); err != nil {
		return err
	}
	run := sinks.Run{
		FS: a.fs, Ledger: e.made, Dir: folder.Stage(), Lang: h.settings.Lang, Program: "tongket", Version: version(), ID: e.id(v), Profile: h.profile.Hash,
		Units: h.settings.Units, SortedBy: journal.SortedBy, Source: sourceLink(h.settings.Out), Describe: configs.Describe, Temp: folder.Stage(),
	}
	if run.Evidence, err = h.evidenceLink(v); err != nil {
		return err
	}
	sink, err := sinks.Builtin().New(run, h.settings.Formats...)
	if err != nil {
		return err
	}
	corrected, sorted := h.corrected(v), spill.In(a.fs, filepath.Join(folder.Stage(), "sorted"))
	editions := edition.Find(corrected, sorted)
	counted := h.counted(editions, sorted)
	ds := &counting{Dataset: saying{counted, h.settings.Lang}, rows: map[string]int{}}
	err = errors.Join(sink.Write(ctx, ds), counted.Close())
	if err == nil {
		e.editions, err = editions.Others()
	}
	if err = errors.Join(err, editions.Close()); err != nil {
		return err
	}
	e.rows = ds.rows
	addRows(e.rows, e.made)
	if e.reviewed, err = corrected.Results(); err != nil {
		return err
	}
	if h.settings.Evidence {
		if err := a.writeEvidence(ctx, v, saying{corrected, h.settings.Lang}, folder, h.settings.Lang); err != nil {
			return err
		}
	}
	if err := a.writeTexts(ctx, v, folder, e); err != nil {
		return err
	}
	return a.writeManifest(v, folder, e)
}

// writeTexts writes the texts that do not stand.
func (a *app) writeTexts(ctx context.Context, v *journal.View, folder *publish.Folder, e *ending) error {
	dir, published := filepath.Join(folder.Stage(), "texts"), textsDir(e)
	some, made := fsys.Exists(a.fs, published), false
	for t, err := range v.Texts() {
		if err == nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return err
		}
		name := t.ID + ".txt"
		if some && !t.New {
			stands, err := a.textStands(v, t, filepath.Join(published, name), e.standing.Texts)
			if err != nil {
				return err
			}
			if stands {
				continue
			}
		}
		if !made {
			if err := a.fs.MkdirAll(dir); err != nil {
				return err
			}
			made = true
		}
		letters, err := v.Letters(t)
		if err != nil {
			return err
		}
		if err := writeText(a.fs, filepath.Join(dir, name), letters); err != nil {
			return err
		}
	}
	return nil
}

func textsDir(e *ending) string { return filepath.Join(e.house.settings.Out, "texts") }

// textStands reports whether a published text is the one of its document. Its
// name bears the hash of the document's bytes, so where nobody touched the
// texts its size is enough.
func (a *app) textStands(v *journal.View, t journal.Text, name string, untouched bool) (bool, error) {
	info, err := a.fs.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist) || err == nil && (info.IsDir() || info.Size() != int64(t.Bytes)):
		return false, nil
	case err != nil || untouched:
		return err == nil, err
	}
	stands, err := fsys.ReadFile(a.fs, name)
	if err != nil {
		return false, err
	}
	letters, err := v.Letters(t)
	return string(stands) == letters, err
}

// compareTexts compares the published texts, which somebody touched, with those
// of the documents: a folder that was copied has other times and the same texts.
func (a *app) compareTexts(ctx context.Context, v *journal.View, folder *publish.Folder, last publish.Published, e *ending) (publish.Published, error) {
	same := 0
	for t, err := range v.Texts() {
		if err == nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return last, err
		}
		stands, err := a.textStands(v, t, filepath.Join(textsDir(e), t.ID+".txt"), false)
		if err != nil || !stands {
			return last, err
		}
		same++
	}
	if same != e.standing.Count {
		return last, nil // one too many
	}
	e.standing.Texts = true
	return folder.NoteTexts(last)
}

// writeText writes into the stage, which is synced as a whole.
func writeText(f fsys.FS, name, s string) error {
	w, err := f.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, s)
	return errors.Join(err, w.Close())
}

// sourceLink links a source_path to the file, or the archive around it, from
// the output folder.
func sourceLink(out string) func(string) string {
	base, err := filepath.Abs(out)
	return func(path string) string {
		path, _, _ = strings.Cut(path, "!")
		if bucket.Is(path) {
			return "" // no program opens it
		}
		full, err2 := filepath.Abs(filepath.FromSlash(path))
		if err != nil || err2 != nil {
			return ""
		}
		rel, err := filepath.Rel(base, full)
		if err != nil {
			return ""
		}
		return (&url.URL{Path: filepath.ToSlash(rel)}).EscapedPath()
	}
}

// saying is a Dataset whose messages are in one language.
type saying struct {
	report.Dataset
	lang string
}

// Rows yields the rows of a table in the language.
func (s saying) Rows(table string) iter.Seq2[report.Row, error] {
	if table != "findings" {
		return s.Dataset.Rows(table)
	}
	return func(yield func(report.Row, error) bool) {
		for r, err := range s.Dataset.Rows(table) {
			if err == nil {
				r = r.InLanguage(s.lang)
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

// Digest is that of the rows in any language.
func (s saying) Digest(table string) (string, error) { return report.Digest(s.Dataset, table) }

// Filled is that of the rows in any language.
func (s saying) Filled(table string) ([]bool, error) { return report.Filled(s.Dataset, table) }

// counting is a Dataset that counts the rows that it gives.
type counting struct {
	report.Dataset
	mu   sync.Mutex
	rows map[string]int
}

func (c *counting) Rows(table string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		n := 0
		for r, err := range c.Dataset.Rows(table) {
			if !yield(r, err) {
				return
			}
			n++
		}
		c.mu.Lock()
		c.rows[table] = n
		c.mu.Unlock()
	}
}

// Digest is that of the rows that are counted.
func (c *counting) Digest(table string) (string, error) { return report.Digest(c.Dataset, table) }

// Filled is that of the rows that are counted.
func (c *counting) Filled(table string) ([]bool, error) { return report.Filled(c.Dataset, table) }

// manifest is run.json: what ran, and what it made. It is the only output with
// a clock in it.
type manifest struct {
	Program       string            `json:"program"`
	Version       string            `json:"version"`
	Fingerprint   string            `json:"fingerprint"`
	Go            string            `json:"go"`
	Run           string            `json:"run"`
	Shard         string            `json:"shard,omitempty"`
	Started       time.Time         `json:"started"`
	Finished      time.Time         `json:"finished"`
	Seconds       float64           `json:"seconds"`
	Inputs        []string          `json:"inputs"`
	InputsHash    string            `json:"inputs_hash"`
	Configuration map[string]string `json:"configuration"`
	ConfigHash    string            `json:"configuration_hash"`
	Profile       string            `json:"profile"`
	Counts        journal.Counts    `json:"counts"`
	Read          int               `json:"documents_read"`
	Extracted     int               `json:"documents_extracted"`
	Rows          map[string]int    `json:"rows"`
	Outputs       []output          `json:"outputs"`
}

// output is one published file in run.json.
type output struct {
	Path string `json:"path"`
	Size int64  `json:"size"`
	Sum  string `json:"sha256"`
}

// shown are inputs as run.json may show them.
func shown(inputs []string) []string {
	out := slices.Clone(inputs)
	for i, in := range out {
		if bucket.Is(in) {
			out[i] = bucket.Shown(in)
		}
	}
	return out
}

func (a *app) writeManifest(v *journal.View, folder *publish.Folder, e *ending) error {
	h := e.house
	f, err := fingerprint()
	if err != nil {
		return err
	}
	staged, err := folder.Named()
	if err != nil {
		return err
	}
	configuration := h.settings.Values()
	configuration["out"] = bucket.Shown(configuration["out"])
	now := time.Now()
	m := manifest{
		Program: "tongket", Version: version(), Fingerprint: f, Go: runtime.Version(), Run: e.id(v), Shard: e.shard.String(),
		Started: e.start.UTC().Truncate(time.Millisecond), Finished: now.UTC().Truncate(time.Millisecond), Seconds: now.Sub(e.start).Seconds(),
		Inputs: shown(e.args), InputsHash: v.Inputs(), Configuration: configuration, ConfigHash: h.keys.Extract, Profile: h.profile.Hash,
		Counts: e.counts, Read: e.summary.Work[pipeline.Read], Extracted: e.summary.Work[pipeline.Extracted], Rows: e.rows,
	}
	for _, s := range staged {
		m.Outputs = append(m.Outputs, output{s.Path, s.Size, s.Sum})
	}
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return fsys.WriteFile(a.fs, filepath.Join(folder.Stage(), publish.Manifest), append(data, '\n'))
}

// readManifest reads the run.json of an output folder.
func readManifest(f fsys.FS, out string) (*manifest, error) {
	name := filepath.Join(out, publish.Manifest)
	data, err := fsys.ReadFile(f, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no run.json: this is no output folder of tongket, or no run has ended here yet", out)
	}
	if err != nil {
		return nil, err
	}
	var m manifest
	if err := json.Unmarshal(data, &m); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	if m.Run == "" || len(m.Outputs) == 0 {
		return nil, fmt.Errorf("%s: it names neither a run nor outputs, so it is not what a run of tongket writes last; run again", name)
	}
	return &m, nil
}
