package pipeline

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/report"
)

// The tables of the tests: what documents needs, and one of words.
var (
	documents = report.NewTable("documents", report.Label{VI: "Văn bản"}, "", []report.Column{
		{Name: "doc_id", Type: report.TypeString}, {Name: "row_id", Type: report.TypeString}, {Name: "source_path", Type: report.TypeString},
		{Name: "status", Type: report.TypeString}, {Name: "duplicate_of", Type: report.TypeString}, {Name: "stage", Type: report.TypeString},
		{Name: "reason", Type: report.TypeString}, {Name: "detail", Type: report.TypeString},
		{Name: "term_start", Type: report.TypeInteger}, {Name: "province", Type: report.TypeString},
	})
	words = report.NewTable("words", report.Label{VI: "Từ"}, "", []report.Column{
		{Name: "doc_id", Type: report.TypeString}, {Name: "word", Type: report.TypeString}, {Name: "at", Type: report.TypeInteger},
	})
)

// fake reads texts whose first word may ask for trouble.
type fake struct {
	reads, extracts, most atomic.Int64 // most is of the documents that the rules had together
	// marks the words: another profile.
	mark string
	// swift: no rule takes long.
	swift atomic.Bool
}

func (f *fake) Read(ctx context.Context, _ string, data []byte) (*report.Raw, error) {
	f.reads.Add(1)
	text := string(data)
	first, rest, _ := strings.Cut(text, " ")
	raw := &report.Raw{Media: "text/plain", Parts: []report.Part{report.Simple(report.Paragraph, text)}}
	switch first {
	case "damaged":
		return nil, report.Becausef(report.Damaged, "asked for")
	case "missing":
		return nil, report.Becausef(report.MissingTool, "asked for")
	case "panics":
		panic("asked for")
	case "partial":
		raw.Err = report.Becausef(report.Truncated, "asked for")
	case "slow":
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	case "hangs":
		time.Sleep(time.Hour)
	case "program":
		return nil, report.Becausef(report.NoDocument, "asked for")
	case "mail":
		for i, s := range strings.Split(rest, "|") {
			raw.Attachments = append(raw.Attachments, report.BlobOf(fmt.Sprintf("%d.txt", i), []byte(s)))
		}
	}
	return raw, nil
}

func (f *fake) text(_ context.Context, path, sum string, raw *report.Raw) (*report.Document, error) {
	doc := &report.Document{Path: path, Sum: sum, Media: raw.Media, Text: raw.Parts[0].Text()}
	doc.Blocks = []report.Block{{Span: report.Span{End: len(doc.Text)}, Section: -1}}
	return doc, nil
}

func (f *fake) Each(docs []*report.Document) (all []report.Found, err error) {
	f.most.Store(max(f.most.Load(), int64(len(docs))))
	for _, d := range docs {
		all = append(all, report.Found{Rows: f.rows(d), About: int64(len(d.Text))})
	}
	return all, nil
}

func (f *fake) rows(doc *report.Document) []report.Row {
	f.extracts.Add(1)
	if strings.Contains(doc.Text, "badrule") {
		panic("asked for")
	}
	if strings.Contains(doc.Text, "longrule") && !f.swift.Load() {
		time.Sleep(time.Hour)
	}
	d := report.NewRow(documents)
	d.Set("doc_id", report.Text(doc.ID()))
	d.Set("province", report.Text(strings.Fields(doc.Text)[0]))
	d.Set("term_start", report.Int(2000+len(doc.Text)%7))
	rows := []report.Row{d}
	for i, w := range strings.Fields(doc.Text) {
		r := report.NewRow(words)
		r.Set("doc_id", report.Text(doc.ID()))
		r.Set("word", report.Text(f.mark+w))
		r.Set("at", report.Int(i))
		rows = append(rows, r)
	}
	return rows
}

// world is an output folder and what runs over it.
type world struct {
	*fake
	dir    string
	fs     fsys.FS
	keys   journal.Keys
	limits Limits
	policy Policy
	shard  Shard
	n      int
	done   []Done
	// revision is asked under another profile; nil never.
	revision Revision
}

func newWorld(t testing.TB) *world {
	return &world{
		fake: &fake{}, dir: filepath.Join(t.TempDir(), ".tongket"), fs: fsys.OS, keys: journal.Keys{Read: "r", Extract: "x"}, n: 2,
		limits: Limits{Bytes: 1 << 20, InHand: 1 << 20, Attachments: 10, Depth: 3, Time: time.Minute, Grace: time.Second},
	}
}

// run runs texts named by their places.
func (w *world) run(ctx context.Context, t testing.TB, texts ...string) (Summary, error) {
	t.Helper()
	return w.runBlobs(ctx, t, func(yield func(report.Blob) bool) {
		for i, s := range texts {
			b := report.BlobOf(fmt.Sprintf("%03d.txt", i), []byte(s))
			b.Stamp = s
			if !yield(b) {
				return
			}
		}
	})
}

func (w *world) runBlobs(ctx context.Context, t testing.TB, blobs iter.Seq[report.Blob]) (Summary, error) {
	t.Helper()
	j, err := journal.Open(w.fs, w.dir, w.keys, []*report.Table{documents, words}, false)
	if err != nil {
		return Summary{}, err
	}
	w.done = nil
	r := &Run{
		Reader: w.fake, Text: w.text, Extractor: w.fake, Revision: w.revision, Journal: j, Workers: w.n, Limits: w.limits, Policy: w.policy, Shard: w.shard,
		Done: func(d Done) { w.done = append(w.done, d) },
	}
	s, err := r.Do(ctx, blobs)
	return s, errors.Join(err, j.Close())
}

// rows returns the rows of a table as lines of their values.
func (w *world) rows(t testing.TB, table string) []string {
	t.Helper()
	j, err := journal.Open(w.fs, w.dir, w.keys, []*report.Table{documents, words}, false)
	if err != nil {
		t.Fatal(err)
	}
	defer j.Close()
	v, err := j.View("vi")
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var out []string
	for r, err := range v.Rows(table) {
		if err != nil {
			t.Fatal(err)
		}
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, c.String())
		}
		out = append(out, strings.Join(cells, "|"))
	}
	return out
}

// Every kind of input ends in its own outcome, and none touches another.
func TestOutcomes(t *testing.T) {
	for _, c := range []struct {
		text   string
		status report.Status
		reason report.Reason
		why    string
	}{
		{"good text", report.OK, "", "the usual case"},
		{"good text", report.Duplicate, "", "the same bytes under another name"},
		{"damaged", report.Failed, report.Damaged, "the reader says why"},
		{"panics", report.Failed, report.Internal, "a panic of a reader is one document's failure"},
		{"a badrule", report.Failed, report.Internal, "so is a panic of a rule"},
		{"partial text", report.Partial, report.Truncated, "what was read is kept"},
		{"program", report.Skipped, report.NoDocument, "not a document"},
		{" ", report.Failed, report.Empty, "bytes without words"},
		{strings.Repeat("x", 2<<20), report.Failed, report.TooLarge, "more than the limit"},
		{"mail one|two", report.OK, "", "with two attachments"},
	} {
		t.Run(c.why, func(t *testing.T) {
			w := newWorld(t)
			texts := []string{c.text, "neighbour"}
			at := 0
			if c.status == report.Duplicate {
				texts, at = []string{c.text, c.text, "neighbour"}, 1
			}
			s, err := w.run(t.Context(), t, texts...)
			if err != nil || s.Stopped != nil {
				t.Fatal(err, s.Stopped)
			}
			got := w.done[at]
			var reason report.Reason
			if got.Failure != nil {
				reason = got.Failure.Reason
			}
			if got.Status != c.status || reason != c.reason {
				t.Errorf("%s %s, want %s %s", got.Status, reason, c.status, c.reason)
			}
			if last := w.done[len(w.done)-1]; last.Status != report.OK {
				t.Errorf("the neighbour is %s", last.Status)
			}
			if n := len(w.rows(t, "documents")); n != len(w.done) {
				t.Errorf("%d documents rows for %d inputs", n, len(w.done))
			}
		})
	}
}

func TestAttachmentsAreInputs(t *testing.T) {
	w := newWorld(t)
	if _, err := w.run(t.Context(), t, "mail damaged|inner words|mail deep|more", "mail deep"); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, d := range w.done {
		got = append(got, d.Path+" "+string(d.Status))
	}
	want := []string{
		"000.txt ok", "000.txt!0.txt failed", "000.txt!1.txt ok", "000.txt!2.txt ok", "000.txt!2.txt!0.txt ok", "000.txt!3.txt ok",
		"001.txt duplicate", "001.txt!0.txt duplicate",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// The second run reads nothing; a changed profile extracts without reading;
// what the surroundings spoilt is tried again.
func TestNothingTwice(t *testing.T) {
	w := newWorld(t)
	texts := []string{"one", "two", "one", "damaged", "mail one|three", "missing"}
	if _, err := w.run(t.Context(), t, texts...); err != nil {
		t.Fatal(err)
	}
	first := w.rows(t, "words")
	if got := w.reads.Load(); got != 6 { // one, two, damaged, mail, three, missing
		t.Errorf("%d reads at first, want 6", got)
	}
	w.reads.Store(0)
	w.extracts.Store(0)
	s, err := w.run(t.Context(), t, texts...)
	if err != nil {
		t.Fatal(err)
	}
	if w.reads.Load() != 1 || w.extracts.Load() != 0 {
		t.Errorf("second run: %d reads, %d extractions; want 1 (the missing tool) and 0", w.reads.Load(), w.extracts.Load())
	}
	if s.New+s.Changed+len(s.Vanished) != 0 {
		t.Errorf("second run: %+v", s)
	}
	if !slices.Equal(first, w.rows(t, "words")) {
		t.Error("the rows changed")
	}
	w.keys.Extract, w.mark = "y", "*"
	w.reads.Store(0)
	if _, err := w.run(t.Context(), t, texts...); err != nil {
		t.Fatal(err)
	}
	if w.reads.Load() != 1 || w.extracts.Load() != 4 {
		t.Errorf("another profile: %d reads, %d extractions; want 1 and 4", w.reads.Load(), w.extracts.Load())
	}
	for _, r := range w.rows(t, "words") {
		if !strings.Contains(r, "|*") {
			t.Errorf("row of the old profile: %s", r)
		}
	}
}

// revision marks the words of documents anew, but for those that say stays.
type revision struct {
	*fake
	tables []string
}

func (r revision) Each(docs []*report.Document, about []int64) (all []report.Found, err error) {
	for i, d := range docs {
		switch {
		case strings.Contains(d.Text, "badchange"):
			panic("asked for")
		case strings.Contains(d.Text, "unsaid"):
			return nil, nil
		case about[i] != int64(len(d.Text)):
			return nil, fmt.Errorf("%q is said to be about %d", d.Text, about[i])
		case strings.Contains(d.Text, "stays"):
			all = append(all, report.Found{Stands: true, About: about[i]})
		default:
			all = append(all, report.Found{Rows: r.rows(d), Tables: r.tables, About: about[i]})
		}
	}
	return all, nil
}

// Where the rows of an earlier profile are known a revision is asked: rows that stand are
// kept, of the tables that it names the others are its own, and when it fails all rules
// are asked.
func TestRevision(t *testing.T) {
	for _, c := range []struct {
		says      string
		tables    []string
		texts     []string
		want      string // the words, with the marks of who found them
		provinces string
	}{
		{"one table", []string{"words"}, []string{"stays a", "goes b"}, "+goes +b stays a *new", "goes stays new"},
		{"all tables", nil, []string{"stays a", "goes b"}, "+goes +b stays a *new", "goes stays new"},
		{"it fails", []string{"words"}, []string{"badchange b"}, "*badchange *b *new", "badchange new"},
		{"it says nothing of a document", []string{"words"}, []string{"unsaid b"}, "*unsaid *b *new", "unsaid new"},
		{"inside others", []string{"words"}, []string{"mail stays|goes b"}, "mail stays b +goes +b stays *new", "mail goes stays new"},
	} {
		w := newWorld(t)
		w.n = 1
		if _, err := w.run(t.Context(), t, c.texts...); err != nil {
			t.Fatal(err)
		}
		w.reads.Store(0)
		w.keys, w.mark = journal.Keys{Read: "r", Extract: "y", Former: "x"}, "*"
		w.revision = revision{&fake{mark: "+"}, c.tables}
		if _, err := w.run(t.Context(), t, append(slices.Clone(c.texts), "new")...); err != nil {
			t.Fatal(err)
		}
		if w.reads.Load() != 1 {
			t.Errorf("%s: %d reads", c.says, w.reads.Load())
		}
		column := func(table string, i int) string {
			var out []string
			for _, r := range w.rows(t, table) {
				out = append(out, strings.Split(r, "|")[i])
			}
			slices.Sort(out)
			return strings.Join(out, " ")
		}
		sorted := func(s string) string { return strings.Join(slices.Sorted(slices.Values(strings.Fields(s))), " ") }
		if got := column("words", 1); got != sorted(c.want) {
			t.Errorf("%s: words %s, want %s", c.says, got, sorted(c.want))
		}
		if got := column("documents", 9); strings.TrimSpace(got) != sorted(c.provinces) {
			t.Errorf("%s: provinces %s, want %s", c.says, got, c.provinces)
		}
	}
}

// Of documents that lie on a desk together all are asked for by all rules when the
// revision fails over one of them. Which lie together is left to chance in a run.
func TestRevisionFailsTogether(t *testing.T) {
	w := newWorld(t)
	w.mark = "*"
	for _, bad := range []string{"badchange b", "unsaid b"} {
		d := &desk{engine: &engine{Run: &Run{
			Extractor: w.fake, Revision: revision{&fake{mark: "+"}, []string{"words"}}, Limits: w.limits, Log: slog.New(slog.DiscardHandler),
		}}}
		var contents []*journal.Content
		for _, s := range []string{"stays a", bad} {
			contents = append(contents, &journal.Content{Again: true, About: int64(len(s)), Document: &report.Document{Text: s}})
		}
		d.rules(t.Context(), contents)
		for _, c := range contents {
			if c.Again || c.Rules != nil || len(c.Rows) != 3 || c.Rows[1].Get("word").String()[0] != '*' {
				t.Errorf("beside %q: %q has %d rows, again %v, failure %v", bad, c.Document.Text, len(c.Rows), c.Again, c.Rules)
			}
		}
	}
}

func TestNewChangedVanished(t *testing.T) {
	w := newWorld(t)
	blobs := func(named map[string]string) iter.Seq[report.Blob] {
		return func(yield func(report.Blob) bool) {
			for _, n := range slices.Sorted(func(y func(string) bool) {
				for k := range named {
					if !y(k) {
						return
					}
				}
			}) {
				if !yield(report.BlobOf(n, []byte(named[n]))) {
					return
				}
			}
		}
	}
	if _, err := w.runBlobs(t.Context(), t, blobs(map[string]string{"a": "1", "b": "2", "c": "3"})); err != nil {
		t.Fatal(err)
	}
	s, err := w.runBlobs(t.Context(), t, blobs(map[string]string{"a": "1", "b": "22", "d": "4"}))
	if err != nil {
		t.Fatal(err)
	}
	if s.New != 1 || s.Changed != 1 || !slices.Equal(s.Vanished, []string{"c"}) {
		t.Errorf("new %d, changed %d, vanished %q", s.New, s.Changed, s.Vanished)
	}
}

// What cannot be looked at is neither new nor changed, and what is in it has not
// vanished.
func TestShutIsNotVanished(t *testing.T) {
	w := newWorld(t)
	if _, err := w.runBlobs(t.Context(), t, slices.Values([]report.Blob{
		report.BlobOf("a", []byte("1")), report.BlobOf("xa/b", []byte("2")), report.BlobOf("xa/c.zip!d", []byte("3")), report.BlobOf("xa2/e", []byte("4")),
	})); err != nil {
		t.Fatal(err)
	}
	locked := report.Because(report.Permission, errors.New("permission denied"))
	s, err := w.runBlobs(t.Context(), t, slices.Values([]report.Blob{{Path: "a", Size: 1, Err: locked}, {Path: "xa", Size: -1, Err: locked}}))
	if err != nil {
		t.Fatal(err)
	}
	if s.New != 0 || s.Changed != 0 || !slices.Equal(s.Vanished, []string{"xa2/e"}) {
		t.Errorf("new %d, changed %d, vanished %q", s.New, s.Changed, s.Vanished)
	}
}

// A reader that ignores its context is left behind, and the run goes on.
func TestHangs(t *testing.T) {
	w := newWorld(t)
	synctest.Test(t, func(t *testing.T) {
		s, err := w.run(context.Background(), t, "hangs", "good")
		if err != nil || s.Abandoned != 1 {
			t.Fatalf("%+v %v", s, err)
		}
		if w.done[0].Failure.Reason != report.TimedOut || w.done[1].Status != report.OK {
			t.Errorf("%+v", w.done)
		}
		time.Sleep(2 * time.Hour) // let it end
	})
}

// Of documents that the rules have together, one that they fail over or never come back
// from is alone with it: its reading stays, and the rows of the others.
func TestRulesTogether(t *testing.T) {
	for _, trouble := range []string{"nothing", "badrule", "longrule"} {
		t.Run(trouble, func(t *testing.T) {
			w := newWorld(t)
			w.n = 1
			var texts []string
			for i := range 2 * deskDocuments {
				texts = append(texts, fmt.Sprintf("slow n%d", i))
			}
			texts[3] += " " + trouble
			synctest.Test(t, func(t *testing.T) {
				if _, err := w.run(context.Background(), t, texts...); err != nil {
					t.Fatal(err)
				}
				time.Sleep(2 * time.Hour) // let them end
			})
			if w.most.Load() != deskDocuments {
				t.Errorf("the rules had at most %d documents together", w.most.Load())
			}
			rows := w.rows(t, "words")
			for i, d := range w.done {
				lost := i == 3 && trouble != "nothing"
				if lost != (d.Failure != nil && d.Failure.Stage == report.StageExtract) {
					t.Errorf("%s: %s %v", d.Path, d.Status, d.Failure)
				}
				word := fmt.Sprintf("|n%d|", i)
				if has := slices.ContainsFunc(rows, func(r string) bool { return strings.Contains(r, word) }); has == lost {
					t.Errorf("%s: rows are there: %t", d.Path, has)
				}
			}
		})
	}
}

// Rules that did not come back in time are tried again by the next run, which reads
// nothing; once they were found, there is nothing to do.
func TestRulesInTime(t *testing.T) {
	for _, c := range []struct {
		text     string
		reads    int64
		extracts [4]int64 // after each run
	}{
		{"slow longrule", 1, [4]int64{1, 2, 3, 3}},
		{"mail longrule|b", 3, [4]int64{3, 5, 7, 7}}, // the mail has the word too
	} {
		w := newWorld(t)
		synctest.Test(t, func(t *testing.T) {
			for i, extracts := range c.extracts {
				w.swift.Store(i >= 2)
				if _, err := w.run(context.Background(), t, c.text); err != nil {
					t.Fatal(err)
				}
				time.Sleep(2 * time.Hour) // let them end
				if ok := w.done[0].Failure == nil; ok != w.swift.Load() || w.reads.Load() != c.reads || w.extracts.Load() != extracts {
					t.Errorf("%s: run %d: %d reads, %d extractions, %s %v", c.text, i, w.reads.Load(), w.extracts.Load(), w.done[0].Status, w.done[0].Failure)
				}
			}
		})
	}
}

// Rules that hang over several documents, one after the other, get one grace when the
// run is stopped, and are tried again.
func TestRulesStopped(t *testing.T) {
	w := newWorld(t)
	w.n, w.limits.Time, w.limits.Grace = 1, time.Hour, 10*time.Second
	texts := []string{"badrule a"}
	for i := range deskDocuments - 1 {
		texts = append(texts, fmt.Sprintf("longrule n%d", i))
	}
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		begin := time.Now()
		s, err := w.run(ctx, t, texts...)
		if err != nil || s.Stopped == nil {
			t.Fatalf("%+v %v", s, err)
		}
		if took := time.Since(begin); took > 25*time.Second {
			t.Errorf("the run ended %v after its beginning", took)
		}
		time.Sleep(20 * time.Hour) // let them end
		w.swift.Store(true)
		if _, err := w.run(context.Background(), t, texts...); err != nil || w.done[1].Status != report.OK {
			t.Fatal(err, w.done)
		}
	})
}

// After the context ends, documents in hand are finished and nothing is begun;
// the next run does the rest, and the rows are those of an unbroken run.
func TestStopAndGoOn(t *testing.T) {
	texts := []string{"slow a", "slow b", "slow c", "slow d", "slow e"}
	whole := newWorld(t)
	w := newWorld(t)
	synctest.Test(t, func(t *testing.T) {
		if _, err := whole.run(context.Background(), t, texts...); err != nil {
			t.Fatal(err)
		}
		w.limits.Grace = 10 * time.Second
		ctx, cancel := context.WithTimeout(context.Background(), 1500*time.Millisecond)
		defer cancel()
		s, err := w.run(ctx, t, texts...)
		if err != nil || !errors.Is(s.Stopped, context.DeadlineExceeded) {
			t.Fatalf("%+v %v", s, err)
		}
		if n := len(w.done); n == 0 || n > 4 {
			t.Errorf("%d documents done", n)
		}
		before := w.reads.Load()
		if _, err := w.run(context.Background(), t, texts...); err != nil {
			t.Fatal(err)
		}
		if all := w.reads.Load(); all != 5 {
			t.Errorf("%d reads before and %d after; want 5 in all", before, all-before)
		}
	})
	if !slices.Equal(whole.rows(t, "words"), w.rows(t, "words")) || !slices.Equal(whole.rows(t, "documents"), w.rows(t, "documents")) {
		t.Error("rows differ from those of an unbroken run")
	}
}

// Beyond the grace, what is in hand is given up and done by the next run.
func TestGrace(t *testing.T) {
	w := newWorld(t)
	synctest.Test(t, func(t *testing.T) {
		w.limits.Grace = 100 * time.Millisecond
		ctx, cancel := context.WithTimeout(context.Background(), 500*time.Millisecond)
		defer cancel()
		s, err := w.run(ctx, t, "slow a", "slow b")
		if err != nil || s.Stopped == nil || len(w.done) != 0 {
			t.Fatalf("%+v %v %v", s, err, w.done)
		}
		if _, err := w.run(context.Background(), t, "slow a", "slow b"); err != nil || w.done[0].Status != report.OK {
			t.Fatal(err, w.done)
		}
	})
}

func TestPolicy(t *testing.T) {
	bad := []string{"damaged 1", "damaged 2", "ok 1", "ok 2", "damaged 3", "ok 3"}
	for _, c := range []struct {
		policy Policy
		stop   bool
		why    string
	}{
		{Policy{}, false, "no limit"},
		{Policy{MaxFailed: 2}, true, "a third failure is one too many"},
		{Policy{MaxFailed: 3}, false, "three are allowed"},
		{Policy{MaxShare: 0.4}, true, "half is more than two fifths"},
		{Policy{MaxShare: 0.5}, false, "half is not more than half"},
		{Policy{WindowFailed: 2, Window: 2}, true, "two in a row"},
		{Policy{WindowFailed: 3, Window: 3}, false, "never three in a row"},
	} {
		t.Run(c.why, func(t *testing.T) {
			w := newWorld(t)
			w.n, w.policy = 1, c.policy
			s, err := w.run(t.Context(), t, bad...)
			if err != nil {
				t.Fatal(err)
			}
			var tooMany *TooMany
			if errors.As(s.Stopped, &tooMany) != c.stop {
				t.Errorf("stopped by %v", s.Stopped)
			}
		})
	}
}

// Order and rows are the same for any number of workers.
func TestOrderIndependence(t *testing.T) {
	var texts []string
	for i := range 200 {
		texts = append(texts, strings.Repeat(fmt.Sprintf("w%d ", i%150), i%17+1))
	}
	var want []string
	for _, n := range []int{1, 2, 8} {
		w := newWorld(t)
		w.n = n
		if _, err := w.run(t.Context(), t, texts...); err != nil {
			t.Fatal(err)
		}
		got := append(w.rows(t, "documents"), w.rows(t, "words")...)
		if want == nil {
			want = got
		}
		if !slices.Equal(got, want) {
			t.Errorf("%d workers give other rows", n)
		}
	}
}

func TestInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var now, most atomic.Int64
		work := func(_ context.Context, n int) int {
			most.Store(max(most.Load(), now.Add(1)))
			time.Sleep(time.Duration(10-n%10) * time.Second)
			now.Add(-1)
			return n
		}
		seq := func(yield func(int) bool) {
			for i := range 40 {
				if !yield(i) {
					return
				}
			}
		}
		ctx := context.Background()
		hire := func() worker[int, int] { return &late{work: work} }
		next := 0
		for got := range inOrder(ctx, ctx, 4, 8, seq, hire) {
			if got != next {
				t.Fatalf("got %d, want %d", got, next)
			}
			next++
		}
		if next != 40 || most.Load() != 4 {
			t.Errorf("%d items, at most %d at once", next, most.Load())
		}
		for range inOrder(ctx, ctx, 4, 8, seq, hire) {
			break // nothing may be left running: synctest would say so
		}
	})
}

// late is a worker that gives its outcomes three at a time.
type late struct {
	work func(context.Context, int) int
	owed []func()
}

func (l *late) Do(ctx context.Context, n int, give func(int)) {
	got := l.work(ctx, n)
	if l.owed = append(l.owed, func() { give(got) }); len(l.owed) == 3 {
		l.Rest(ctx)
	}
}

func (l *late) Rest(context.Context) {
	for _, give := range l.owed {
		give()
	}
	l.owed = nil
}

func TestBytesStopAtTheLimit(t *testing.T) {
	w := newWorld(t)
	w.limits.Bytes = 1000
	endless := report.Blob{Path: "endless", Size: 10, Open: func(context.Context) (io.ReadCloser, error) {
		return io.NopCloser(io.MultiReader(bytes.NewReader(make([]byte, 900)), forever{})), nil
	}}
	if _, err := w.runBlobs(t.Context(), t, slices.Values([]report.Blob{endless})); err != nil {
		t.Fatal(err)
	}
	if f := w.done[0].Failure; f == nil || f.Reason != report.TooLarge {
		t.Errorf("%+v", w.done[0])
	}
}

type forever struct{}

func (forever) Read(p []byte) (int, error) { return len(p), nil }

func TestShardsPartTheInputs(t *testing.T) {
	for i := range 1000 {
		name := fmt.Sprintf("folder/%d.docx", i)
		n := 0
		for k := 1; k <= 7; k++ {
			if (Shard{k, 7}).Has(name) {
				n++
			}
		}
		if n != 1 {
			t.Fatalf("%s is in %d shards", name, n)
		}
	}
	for _, bad := range []string{"", "1", "0/2", "3/2", "a/b", "1/0"} {
		if _, err := ParseShard(bad); err == nil {
			t.Errorf("%q is taken", bad)
		}
	}
}
