package publish_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
	"github.com/tongket/tongket/pipeline/publish"
)

const (
	idA = "aaaaaaaaaaaaaaaa"
	idB = "bbbbbbbbbbbbbbbb"
)

// edition publishes the outputs of one run: everything says the same word.
func edition(f fsys.FS, dir, word string, texts ...string) (publish.Published, error) {
	p, err := publish.Open(f, dir)
	if err != nil {
		return publish.Published{}, err
	}
	if err := p.Clear(); err != nil {
		return publish.Published{}, err
	}
	names := []string{"congress.xlsx", "parquet/people.parquet", "run.json"}
	for _, id := range texts {
		names = append(names, "texts/"+id+".txt")
	}
	for _, n := range names {
		if err := fsys.WriteFile(f, filepath.Join(p.Stage(), n), []byte(word)); err != nil {
			return publish.Published{}, err
		}
	}
	return p.Publish(word, func(id string) bool { return slices.Contains(texts, id) })
}

// tree reads the published files of a folder.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := fsys.Walk(fsys.OS, dir, func(name string, _ fs.DirEntry) error {
		if !strings.HasPrefix(name, publish.State+"/") {
			data, err := os.ReadFile(filepath.Join(dir, name))
			out[name] = string(data)
			return err
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestPublishReplacesAndRemoves(t *testing.T) {
	dir := t.TempDir()
	for _, e := range []struct {
		word string
		ids  []string
	}{{"one", []string{idA, idB}}, {"two", []string{idB}}} {
		if _, err := edition(fsys.OS, dir, e.word, e.ids...); err != nil {
			t.Fatal(err)
		}
	}
	want := map[string]string{"congress.xlsx": "two", "parquet/people.parquet": "two", "run.json": "two", "texts/" + idB + ".txt": "two"}
	if got := tree(t, dir); fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

// The folder of what is published no more goes with its last file, unless a
// person keeps something in it.
func TestEmptyFoldersGo(t *testing.T) {
	for _, note := range []string{"", "note.txt"} {
		dir := t.TempDir()
		if _, err := edition(fsys.OS, dir, "one", idA); err != nil {
			t.Fatal(err)
		}
		if note != "" {
			if err := os.WriteFile(filepath.Join(dir, "texts", note), []byte("mine"), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := edition(fsys.OS, dir, "two"); err != nil {
			t.Fatal(err)
		}
		if there := fsys.Exists(fsys.OS, filepath.Join(dir, "texts")); there != (note != "") {
			t.Errorf("with the note %q: the folder is there: %v", note, there)
		}
	}
}

// A workbook into which a person typed stays, the new one stands beside; when
// theirs is moved away, the name is free again.
func TestWorkbookOfAPersonStays(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "congress.xlsx")
	must := func(_ any, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(edition(fsys.OS, dir, "one"))
	must(nil, os.WriteFile(mine, []byte("my notes"), 0o666))
	p, err := edition(fsys.OS, dir, "two")
	must(p, err)
	if len(p.Kept) != 1 || p.Kept[0] != (publish.Kept{Path: "congress.xlsx", Beside: "congress.new.xlsx"}) {
		t.Errorf("kept %v", p.Kept)
	}
	must(edition(fsys.OS, dir, "three"))
	got := tree(t, dir)
	if got["congress.xlsx"] != "my notes" || got["congress.new.xlsx"] != "three" || len(got) != 4 {
		t.Errorf("%v", got)
	}
	must(nil, os.WriteFile(filepath.Join(dir, "congress.new.xlsx"), []byte("more notes"), 0o666))
	must(edition(fsys.OS, dir, "four"))
	if got := tree(t, dir); got["congress.new.xlsx"] != "more notes" || got["congress.new2.xlsx"] != "four" {
		t.Errorf("%v", got)
	}
	must(nil, os.Rename(mine, filepath.Join(dir, "mine.xlsx")))
	must(edition(fsys.OS, dir, "five"))
	if got := tree(t, dir); got["congress.xlsx"] != "five" || got["mine.xlsx"] != "my notes" || got["congress.new2.xlsx"] != "" {
		t.Errorf("%v", got)
	}
}

// What a full disk leaves of a workbook was typed into by nobody; a workbook,
// also one with a password, which is no zip, is a person's.
func TestRestOfAWorkbook(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create("xl/workbook.xml")
	if err == nil {
		_, err = w.Write([]byte("<workbook/>"))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		t.Fatal(err)
	}
	whole := b.String()
	for _, c := range []struct {
		what, stands string
		kept         bool
	}{
		{what: "a workbook", stands: whole, kept: true},
		{what: "one with a password", stands: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", kept: true},
		{what: "an empty file"},
		{what: "two bytes", stands: whole[:2]},
		{what: "a half", stands: whole[:len(whole)/2]},
		{what: "all but the last byte", stands: whole[:len(whole)-1]},
		{what: "zeros", stands: strings.Repeat("\x00", 500)},
	} {
		dir := t.TempDir()
		name := filepath.Join(dir, "congress.xlsx")
		last, err := edition(fsys.OS, dir, "one")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(c.stands), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := publish.Open(fsys.OS, dir)
		if err != nil {
			t.Fatal(err)
		}
		s, err := p.Look(last, false)
		if err != nil || s.Whole != c.kept || len(s.Changed) > 0 != c.kept {
			t.Errorf("%s: %+v, %v", c.what, s, err)
		}
		if _, err := edition(fsys.OS, dir, "two"); err != nil {
			t.Fatal(err)
		}
		got := tree(t, dir)
		if kept := got["congress.xlsx"] == c.stands && got["congress.new.xlsx"] == "two"; kept != c.kept || !kept && (got["congress.xlsx"] != "two" || len(got) != 3) {
			t.Errorf("%s: %q", c.what, got)
		}
		if !c.kept {
			continue
		}
		if err := os.Truncate(name, 0); err != nil { // it was kept, and now nothing of it is left
			t.Fatal(err)
		}
		if _, err := edition(fsys.OS, dir, "three"); err != nil {
			t.Fatal(err)
		}
		if got := tree(t, dir); got["congress.xlsx"] != "three" || len(got) != 3 {
			t.Errorf("%s, then emptied: %q", c.what, got)
		}
	}
}

func TestLook(t *testing.T) {
	dir := t.TempDir()
	last, err := edition(fsys.OS, dir, "one")
	if err != nil {
		t.Fatal(err)
	}
	look := func() publish.Standing {
		p, err := publish.Open(fsys.OS, dir)
		if err != nil {
			t.Fatal(err)
		}
		s, err := p.Look(last, false)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if s := look(); !s.Whole || len(s.Changed) != 0 {
		t.Errorf("untouched: %+v", s)
	}
	os.WriteFile(filepath.Join(dir, "congress.xlsx"), []byte("typed"), 0o666)
	if s := look(); !s.Whole || len(s.Changed) != 1 {
		t.Errorf("workbook changed: %+v", s)
	}
	os.Remove(filepath.Join(dir, "parquet/people.parquet"))
	if s := look(); s.Whole {
		t.Errorf("table removed: %+v", s)
	}
}

// Whatever operation fails, every file is whole, run.json never vouches for
// what is not there, and the next run ends like one that was never disturbed.
func TestEveryFault(t *testing.T) {
	for _, texts := range [][]string{{idB}, nil} { // with none the folder of texts goes
		everyFault(t, texts...)
	}
}

func everyFault(t *testing.T, texts ...string) {
	t.Helper()
	clean := fsystest.Over(fsys.OS)
	dir := t.TempDir()
	if _, err := edition(fsys.OS, dir, "old", idA); err != nil {
		t.Fatal(err)
	}
	if _, err := edition(clean, dir, "new", texts...); err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprint(tree(t, dir))
	for i := 1; i <= clean.Count(); i++ {
		dir := t.TempDir()
		if _, err := edition(fsystest.Unsynced(fsys.OS), dir, "old", idA); err != nil {
			t.Fatal(err)
		}
		f := &fsystest.Faults{FS: fsystest.Unsynced(fsys.OS), At: i, Err: syscall.EIO, Lasting: i%2 == 0}
		_, err := edition(f, dir, "new", texts...)
		if err != nil && !errors.Is(err, syscall.EIO) {
			t.Errorf("%s: error %v", f.Describe(), err)
		}
		got := tree(t, dir)
		if err == nil && fmt.Sprint(got) != want { // closing what was read may fail in silence
			t.Errorf("%s: no error, and %v", f.Describe(), got)
		}
		for name, word := range got {
			if strings.HasSuffix(name, fsys.Partial) || word != "old" && word != "new" {
				t.Errorf("%s: %s holds %q", f.Describe(), name, word)
			}
		}
		if got["run.json"] == "new" && (got["congress.xlsx"] != "new" || len(texts) > 0 && got["texts/"+idB+".txt"] != "new") {
			t.Errorf("%s: run.json came before what it vouches for: %v", f.Describe(), got)
		}
		if _, err := edition(fsystest.Unsynced(fsys.OS), dir, "new", texts...); err != nil {
			t.Fatalf("%s: the next run: %v", f.Describe(), err)
		}
		if got := fmt.Sprint(tree(t, dir)); got != want {
			t.Errorf("%s: after the next run\n%v\nwant\n%v", f.Describe(), got, want)
		}
		if fsys.Exists(fsys.OS, filepath.Join(dir, "texts")) != (len(texts) > 0) {
			t.Errorf("%s: the folder of texts is there or not", f.Describe())
		}
	}
}

// Wherever a publication was interrupted: what somebody types into the workbook before the next
// run stays, and that run publishes whole beside it.
func TestTypedBetweenRunsStays(t *testing.T) {
	clean, dir := fsystest.Over(fsys.OS), t.TempDir()
	for i, f := range []fsys.FS{fsys.OS, clean} {
		if _, err := edition(f, dir, fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
	}
	for i := 1; i <= clean.Count(); i++ {
		dir := t.TempDir()
		if _, err := edition(fsystest.Unsynced(fsys.OS), dir, "old"); err != nil {
			t.Fatal(err)
		}
		f := &fsystest.Faults{FS: fsystest.Unsynced(fsys.OS), At: i, Err: syscall.EIO, Lasting: true}
		_, _ = edition(f, dir, "new") // an error or none: the next run goes on either way
		if err := os.WriteFile(filepath.Join(dir, "congress.xlsx"), []byte("my notes"), 0o600); err != nil {
			t.Fatal(err)
		}
		last, err := edition(fsystest.Unsynced(fsys.OS), dir, "newer")
		if err != nil {
			t.Fatalf("%s: the next run: %v", f.Describe(), err)
		}
		got := tree(t, dir)
		if got["congress.xlsx"] != "my notes" || got["congress.new.xlsx"] != "newer" || got["run.json"] != "newer" || len(got) != 4 {
			t.Errorf("%s: %v", f.Describe(), got)
		}
		if len(last.Kept) != 1 {
			t.Errorf("%s: kept %v", f.Describe(), last.Kept)
		}
	}
}

// noLinks is a file system on which a file has one name.
type noLinks struct{ fsys.FS }

func (noLinks) Link(string, string) error { return syscall.EPERM }

// vouch writes a run.json that names what was published with its hashes.
func vouch(t *testing.T, dir string, last publish.Published) {
	t.Helper()
	data, err := json.Marshal(map[string]any{"outputs": last.Files})
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "run.json"), data, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// An export into whose workbook a person typed stays, and others stay as if it were
// not there.
func TestTypedExportStays(t *testing.T) {
	dir := t.TempDir()
	at := time.Date(2026, 3, 1, 6, 0, 0, 0, time.UTC)
	export := func(day int) string { return "exports/" + at.AddDate(0, 0, day).Format("2006-01-02T150405.000") }
	keep := func(day int) []string {
		t.Helper()
		last, err := edition(fsys.OS, dir, fmt.Sprint(day), idA)
		if err != nil {
			t.Fatal(err)
		}
		vouch(t, dir, last)
		p, err := publish.Open(fsys.OS, dir)
		if err != nil {
			t.Fatal(err)
		}
		spared, err := p.Keep(2, at.AddDate(0, 0, day), last)
		if err != nil {
			t.Fatal(err)
		}
		return spared
	}
	typed := func(name, word string) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(dir, name), []byte(word), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	keep(0)
	typed(export(0)+"/congress.xlsx", "x") // of the same size
	keep(1)
	typed(export(1)+"/mine.xlsx", "saved beside it")
	keep(2)
	typed(export(2)+"/congress.xlsx", "") // what a full disk leaves was typed into by nobody
	keep(3)
	if got, want := keep(4), []string{export(1), export(0)}; !slices.Equal(got, want) {
		t.Errorf("spared %q, want %q", got, want)
	}
	for day, stays := range []bool{true, true, false, true, true} {
		if fsys.Exists(fsys.OS, filepath.Join(dir, export(day))) != stays {
			t.Errorf("the export of day %d stays: want %v", day, stays)
		}
	}
	typed(export(1)+"/run.json", "no manifest")
	if got := keep(5); !slices.Equal(got, []string{export(1), export(0)}) {
		t.Errorf("with a manifest that cannot be read: spared %q", got)
	}
}

// What stands in the way of an output is found before anything is moved, and named;
// once it is away, everything is published.
func TestInTheWay(t *testing.T) {
	for way, folder := range map[string]bool{"parquet/people.parquet": true, "parquet": false, "run.json": true, "texts": false, "texts/" + idB + ".txt": true} {
		dir := t.TempDir()
		if _, err := edition(fsys.OS, dir, "one", idA, idB); err != nil {
			t.Fatal(err)
		}
		place := filepath.Join(dir, way)
		if err := os.RemoveAll(place); err != nil {
			t.Fatal(err)
		}
		if folder {
			if err := os.MkdirAll(filepath.Join(place, "mine"), 0o700); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(place, []byte("one"), 0o600); err != nil {
			t.Fatal(err)
		}
		before := fmt.Sprint(tree(t, dir))
		_, err := edition(fsys.OS, dir, "two", idA, idB)
		if w, ok := errors.AsType[*publish.InTheWay](err); !ok || w.Path != place || w.Folder != folder {
			t.Errorf("%s: error %v", way, err)
		}
		if got := fmt.Sprint(tree(t, dir)); got != before {
			t.Errorf("%s: a mixture stands: %s", way, got)
		}
		if err := os.Rename(place, place+" of mine"); err != nil {
			t.Fatal(err)
		}
		if _, err := edition(fsys.OS, dir, "two", idA, idB); err != nil {
			t.Errorf("%s is away: %v", way, err)
		}
		for _, name := range []string{"congress.xlsx", "parquet/people.parquet", "run.json", "texts/" + idB + ".txt"} {
			if b, err := os.ReadFile(filepath.Join(dir, name)); err != nil || string(b) != "two" {
				t.Errorf("%s is away: %s says %q, %v", way, name, b, err)
			}
		}
	}
}

// The last n exports stay, by date; what a person put beside them too.
func TestKeep(t *testing.T) {
	for _, f := range []fsys.FS{fsys.OS, noLinks{fsys.OS}} {
		keepSome(t, f)
	}
}

func keepSome(t *testing.T, f fsys.FS) {
	t.Helper()
	dir := t.TempDir()
	at := time.Date(2026, 3, 1, 6, 0, 0, 0, time.UTC)
	for i := range 4 {
		last, err := edition(f, dir, fmt.Sprint(i), idA)
		if err != nil {
			t.Fatal(err)
		}
		p, err := publish.Open(f, dir)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Join(dir, "exports", "mine"), 0o777); err != nil {
			t.Fatal(err)
		}
		vouch(t, dir, last)
		if spared, err := p.Keep(2, at.AddDate(0, 0, i), last); err != nil || len(spared) > 0 {
			t.Fatal(spared, err)
		}
	}
	entries, err := os.ReadDir(filepath.Join(dir, "exports"))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	if want := []string{"2026-03-03T060000.000", "2026-03-04T060000.000", "mine"}; !slices.Equal(names, want) {
		t.Errorf("exports %q, want %q", names, want)
	}
	for _, name := range []string{"parquet/people.parquet", "texts/" + idA + ".txt"} {
		b, err := os.ReadFile(filepath.Join(dir, "exports", "2026-03-03T060000.000", name))
		if err != nil || string(b) != "2" {
			t.Errorf("kept %s: %q, %v", name, b, err)
		}
	}
}

// Whatever operation fails while an export is kept, what stands under a date is
// whole, and the next run makes up for it.
func TestKeepWithFaults(t *testing.T) {
	at := time.Date(2026, 3, 1, 6, 0, 0, 0, time.UTC)
	keep := func(f fsys.FS, dir string, last publish.Published) error {
		p, err := publish.Open(f, dir)
		if err != nil {
			return err
		}
		_, err = p.Keep(1, at, last)
		return err
	}
	dir := t.TempDir()
	last, err := edition(fsystest.Unsynced(fsys.OS), dir, "new", idA)
	if err != nil {
		t.Fatal(err)
	}
	clean := fsystest.Over(fsys.OS)
	if err := keep(clean, dir, last); err != nil {
		t.Fatal(err)
	}
	want := fmt.Sprint(tree(t, filepath.Join(dir, "exports")))
	for i := 1; i <= clean.Count(); i++ {
		if err := os.RemoveAll(filepath.Join(dir, "exports")); err != nil {
			t.Fatal(err)
		}
		f := &fsystest.Faults{FS: fsystest.Unsynced(fsys.OS), At: i, Err: syscall.EIO, Lasting: i%2 == 0}
		if err := keep(f, dir, last); err != nil && !errors.Is(err, syscall.EIO) {
			t.Errorf("%s: %v", f.Describe(), err)
		}
		if got := fmt.Sprint(tree(t, filepath.Join(dir, "exports"))); fsys.Exists(fsys.OS, filepath.Join(dir, "exports", "2026-03-01T060000.000")) && got != want {
			t.Errorf("%s: half an export: %s", f.Describe(), got)
		}
		if err := keep(fsys.OS, dir, last); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(tree(t, filepath.Join(dir, "exports"))); got != want {
			t.Errorf("%s: after the next run\n%s\nwant\n%s", f.Describe(), got, want)
		}
	}
}

// A first publication on a disk that is lost for good ends in an error too.
func TestFirstPublicationOnALostDisk(t *testing.T) {
	clean := fsystest.Over(fsystest.Unsynced(fsys.OS))
	if _, err := edition(clean, t.TempDir(), "new", idA); err != nil {
		t.Fatal(err)
	}
	for i := 1; i <= clean.Count(); i++ {
		f := &fsystest.Faults{FS: fsystest.Unsynced(fsys.OS), At: i, Err: syscall.EIO, Lasting: true}
		if _, err := edition(f, t.TempDir(), "new", idA); !errors.Is(err, syscall.EIO) {
			t.Errorf("%s: error %v", f.Describe(), err)
		}
	}
}
