package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
	"github.com/tongket/tongket/sinks/again"
)

// mine is a profile with one more word in a rule, or one more column.
var mine = map[string]map[string]string{
	"one": {"fields/mine.yaml": `
rules:
  - {id: my.quarrel, kind: keyword, table: limitations, settings: {column: code, words: {disunity: [bão lũ]}}}
`},
	"other": {"fields/mine.yaml": `
rules:
  - {id: my.quarrel, kind: keyword, table: limitations, settings: {column: code, words: {disunity: [bão lũ, đại hội]}}}
`},
	"column": {"fields/mine.yaml": `
rules:
  - {id: my.venue, kind: pattern, table: documents, settings: {column: venue, near: [hội trường], expr: '(?P<value>Hội trường [^,.;]*)'}}
`, "tables.yaml": `
tables:
  - name: documents
    columns: [{name: venue, type: string, label: {vi: Nơi họp, en: Venue}, description: Where the congress met}]
`},
}

// profileOf writes one of mine into a folder of dir.
func profileOf(t testing.TB, dir, name string) string {
	t.Helper()
	folder := filepath.Join(dir, "profile-"+name)
	for file, text := range mine[name] {
		if err := fsys.WriteFile(fsys.OS, filepath.Join(folder, file), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// Outputs that are made again of what stands are those of a run that has nothing,
// whatever changed, and whatever became of what stood.
func TestMadeAgain(t *testing.T) {
	dir := t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "in"), os.DirFS(filepath.Join("..", "..", "testdata", "reports"))); err != nil {
		t.Fatal(err)
	}
	small(t, dir, 6)
	hall := "BÁO CÁO\nkết quả đại hội Đảng bộ xã Đồng Cao, nhiệm kỳ 2020 - 2025\n\nĐại hội họp tại Hội trường lớn huyện ủy, trong hai ngày.\n"
	if err := os.WriteFile(filepath.Join(dir, "in", "hall.txt"), []byte(hall), 0o666); err != nil {
		t.Fatal(err)
	}
	for name := range mine {
		profileOf(t, dir, name)
	}
	t.Chdir(dir)
	quick := fsystest.Unsynced(fsys.OS)
	run := func(out, profile string, more ...string) {
		t.Helper()
		args := append([]string{"run", "in", "-o", out, "--quiet", "--formats", "xlsx,parquet,jsonl,csv", "--profile", "profile-" + profile}, more...)
		if status, said := inProcess(t, quick, args...); status != 0 {
			t.Fatalf("%q: status %d: %s", args, status, said)
		}
	}
	run("seed", "one")
	alter := func(name string) {
		t.Helper()
		f, err := os.OpenFile(name, os.O_WRONLY, 0)
		if err == nil {
			_, err = f.WriteAt([]byte("damaged"), 1000)
		}
		if err == nil {
			err = f.Close()
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		reason, profile string
		more            []string
		change          func(out string)
		made            string // tables of which not all rows are those of before
	}{
		{reason: "a word more", profile: "other", made: "crosstabs limitation_rates limitations overview"},
		{reason: "a column more", profile: "column", made: "documents identity_evidence"},
		{reason: "another language", profile: "one", more: []string{"--lang", "en"}, made: "*"},
		{reason: "a damaged file", profile: "other", change: func(out string) { alter(filepath.Join(out, "parquet/measures.parquet")) }},
		{reason: "a file that is gone", profile: "other", change: func(out string) { _ = os.Remove(filepath.Join(out, "csv/people.csv")) }},
		{reason: "a workbook that somebody changed", profile: "other", change: func(out string) { alter(filepath.Join(out, "congress.xlsx")) }},
		{reason: "no notes", profile: "other", change: func(out string) { _ = os.Remove(madeName(out)) }},
		{reason: "notes that cannot be read", profile: "other", change: func(out string) { alter(madeName(out)) }},
		{reason: "everything again", profile: "other", more: []string{"--fresh"}},
		{reason: "a file less", profile: "one", change: func(string) { _ = os.Rename("in/001.txt", "001.txt") }},
	} {
		if err := os.CopyFS("out", os.DirFS("seed")); err != nil {
			t.Fatal(err)
		}
		before := notes(t, "out")
		if c.change != nil {
			c.change("out")
		}
		run("out", c.profile, c.more...)
		run("fresh", c.profile, c.more...)
		if _, err := os.Stat("out/congress.new.xlsx"); err == nil { // beside the one that somebody changed
			if err := os.Rename("out/congress.new.xlsx", "out/congress.xlsx"); err != nil {
				t.Fatal(err)
			}
		}
		want := strings.Split(published(t, "fresh"), "\n")
		for line := range strings.SplitSeq(published(t, "out"), "\n") {
			if !slices.Contains(want, line) {
				t.Errorf("%s: no fresh run writes %s", c.reason, line)
			}
		}
		if c.made != "" {
			if made := differing(before, notes(t, "out")); made != c.made && (c.made != "*" || strings.Count(made, " ") < 20) {
				t.Errorf("%s: made anew: %s\nwant %s", c.reason, made, c.made)
			}
		}
		for _, out := range []string{"out", "fresh"} {
			if err := os.RemoveAll(out); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func notes(t *testing.T, out string) map[string]again.Note {
	t.Helper()
	data, err := os.ReadFile(madeName(out))
	if err != nil {
		t.Fatal(err)
	}
	var n struct{ Notes map[string]again.Note }
	if err := json.Unmarshal(data, &n); err != nil {
		t.Fatal(err)
	}
	return n.Notes
}

// differing are the tables whose Parquet files are made of other things.
func differing(before, now map[string]again.Note) string {
	var tables []string
	for name, n := range now {
		if table, ok := strings.CutPrefix(name, "parquet/"); ok && before[name].Of != n.Of {
			tables = append(tables, strings.TrimSuffix(table, ".parquet"))
		}
	}
	slices.Sort(tables)
	return strings.Join(tables, " ")
}
