package archive_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/cmd/bench/archive"
	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors"
	"github.com/tongket/tongket/pipeline/eval"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/stats"
	"github.com/tongket/tongket/pipeline/text"
)

func write(t *testing.T, c archive.Config) (string, *archive.Truth) {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "archive")
	truth, err := archive.Write(context.Background(), dir, c)
	if err != nil {
		t.Fatal(err)
	}
	return dir, truth
}

// files are the hashes of all files of a folder by their paths.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		sum := sha256.Sum256(data)
		rel, _ := filepath.Rel(dir, path)
		out[rel] = hex.EncodeToString(sum[:])
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// The same seed gives the same archive, another one another.
func TestSeed(t *testing.T) {
	a, _ := write(t, archive.Config{Reports: 40, Seed: 7})
	b, _ := write(t, archive.Config{Reports: 40, Seed: 7})
	c, _ := write(t, archive.Config{Reports: 40, Seed: 8})
	first, second := files(t, a), files(t, b)
	if len(first) != 43 {
		t.Errorf("%d files, want 40 reports, labels, answers and roster", len(first))
	}
	for name, sum := range first {
		if second[name] != sum {
			t.Errorf("%s differs", name)
		}
	}
	if files(t, c)["gold.jsonl"] == first["gold.jsonl"] {
		t.Error("another seed gives the same labels")
	}
}

// A few words of what is wanted are refused, each with what there is.
func TestRefused(t *testing.T) {
	for _, c := range []archive.Config{
		{Reports: 1, Formats: []string{"wps"}},
		{Reports: 1, Encodings: []string{"ebcdic"}},
		{Reports: 1, Formats: []string{"pdf"}, Encodings: []string{"viqr"}},
	} {
		if _, err := archive.Write(context.Background(), filepath.Join(t.TempDir(), "a"), c); err == nil {
			t.Errorf("%v is taken", c)
		}
	}
	dir, _ := write(t, archive.Config{Reports: 1})
	if _, err := archive.Write(context.Background(), dir, archive.Config{Reports: 1}); err == nil {
		t.Error("an archive is written over another")
	}
}

// What the readers and rules find in an archive is what its reports state. The
// floors are no aims: they show that reports and labels belong together. Every
// difference is printed with -v.
func TestKnownRows(t *testing.T) {
	const n = 60
	dir, truth := write(t, archive.Config{Reports: n, Seed: 3})
	if truth.Reports != n {
		t.Errorf("%d reports, want %d", truth.Reports, n)
	}
	f, err := os.Open(filepath.Join(dir, archive.GoldFile))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	gold, err := eval.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	rows := read(t, dir)
	scores := eval.Compare(gold, func(id string) ([]report.Row, bool) { r, ok := rows[id]; return r, ok })
	var b strings.Builder
	if err := scores.Print(&b, true); err != nil {
		t.Fatal(err)
	}
	t.Log(b.String())
	for kind, floor := range map[string]float64{"identity": 0.99, "people.elected": 0.95, "citations": 0.99, "measures.strict": 0.9, "limitations": 0.8, "assessments": 0.7, "tasks": 0.5} {
		for _, s := range scores.Tallies {
			if s.Kind == kind && s.F1() < floor {
				t.Errorf("%s: F1 is %.3f, below %.2f", kind, s.F1(), floor)
			}
		}
	}
}

// read reads every report, by the stem of its name.
func read(t *testing.T, dir string) map[string][]report.Row {
	t.Helper()
	profile, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	set, err := extractors.New(profile)
	if err != nil {
		t.Fatal(err)
	}
	readers := format.Builtin(format.Limits{})
	out := map[string][]report.Row{}
	for name, sum := range files(t, filepath.Join(dir, archive.ReportsFolder)) {
		data, err := os.ReadFile(filepath.Join(dir, archive.ReportsFolder, name))
		if err != nil {
			t.Fatal(err)
		}
		raw, err := readers.Read(context.Background(), name, data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		doc, err := text.Normalise(context.Background(), name, sum, raw)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		found, err := set.Rows(doc)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))] = found
	}
	return out
}

// The roster can be read, and holds every unit that the answers name.
func TestRoster(t *testing.T) {
	dir, truth := write(t, archive.Config{Reports: 80, Seed: 5, Formats: []string{"txt"}, Encodings: []string{"unicode"}})
	f, err := os.Open(filepath.Join(dir, archive.RosterFile))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	units, err := stats.ReadRoster(archive.RosterFile, f)
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, u := range units {
		known["Đảng bộ "+u.Name+" "+u.Province+" "+u.Level] = true
	}
	if len(truth.NoReport) == 0 || len(truth.Returned) == 0 {
		t.Errorf("nothing to answer: %d units without a report, %d limitations that came back", len(truth.NoReport), len(truth.Returned))
	}
	for _, a := range truth.NoReport {
		if !known[a.Unit+" "+a.Province+" "+a.Level] {
			t.Errorf("%s (%s, %s) is not in the roster", a.Unit, a.Level, a.Province)
		}
	}
	var again archive.Truth
	data, err := os.ReadFile(filepath.Join(dir, archive.TruthFile))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &again); err != nil || again.Reports != truth.Reports {
		t.Errorf("the answers do not come back: %v", err)
	}
}

// testdata/formats is what the generator writes. Formats that are compressed are
// left out: another version of Go may compress them otherwise.
func TestFormatsAreCurrent(t *testing.T) {
	dir := t.TempDir()
	if err := archive.WriteFormats(dir); err != nil {
		t.Fatal(err)
	}
	kept := files(t, filepath.Join("..", "..", "..", "testdata", "formats"))
	for name, sum := range files(t, dir) {
		switch filepath.Ext(name) {
		case ".docx", ".odt", ".pdf":
			continue
		}
		if kept[name] != sum {
			t.Errorf("testdata/formats/%s is not what the generator writes now: write it again", name)
		}
	}
}

// The long report is as long as it is said to be.
func TestLong(t *testing.T) {
	p, gold, err := archive.Long()
	if err != nil {
		t.Fatal(err)
	}
	tables, dense, chars := 0, 0, 0
	for _, b := range p.Blocks {
		if len(b.Rows) > 8 {
			tables++
		}
		if strings.Count(b.Text, "%") > 2 {
			dense++
		}
		chars += len([]rune(b.Text))
		for _, row := range b.Rows {
			for _, c := range row {
				chars += len([]rune(c.Text)) + 1
			}
		}
	}
	if tables != 12 || dense < 72 || chars < 30000 || chars > 36000 {
		t.Errorf("%d tables, %d dense paragraphs, %d characters", tables, dense, chars)
	}
	if len(gold.Measures) < 1000 {
		t.Errorf("%d measures", len(gold.Measures))
	}
}
