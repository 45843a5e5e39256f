package extractors

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scoretest"
	"github.com/tongket/tongket/pipeline/eval"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

const goldDir = "../testdata/gold"

// The scores of the project's own labelled reports are under version control:
// who moves a number moves it in the diff, on purpose. Of the held half only
// the scores are ever looked at.
func TestGoldScores(t *testing.T) {
	all := labelled(t)
	set := embedded(t)
	files := map[string]*strings.Builder{}
	for _, split := range []string{"open", "held"} {
		var half []eval.Gold
		for _, g := range all {
			if g.Split == split {
				half = append(half, g)
			}
		}
		scores := eval.Compare(half, func(id string) ([]report.Row, bool) { return rowsOf(t, set, id) })
		var out bytes.Buffer
		if err := scores.Print(&out, false); err != nil {
			t.Fatal(err)
		}
		byTable(files, split, out.String())
		if scoretest.Misses() && split == "open" {
			if err := scores.Print(os.Stderr, true); err != nil {
				t.Fatal(err)
			}
		}
	}
	for table, got := range files {
		holdScores(t, filepath.Join(goldDir, "scores", table+".golden"), got.String())
	}
}

// byTable sorts the lines of one half into a file for each table, so that work
// on two tables does not meet in one file.
func byTable(files map[string]*strings.Builder, split, printed string) {
	for line := range strings.Lines(printed) {
		table := line[:strings.IndexAny(line, " .")]
		switch {
		case strings.HasPrefix(line, "kind "):
			continue
		case strings.Contains(line, " documents") || table == "duplicate":
			table = "all"
		}
		if files[table] == nil {
			files[table] = &strings.Builder{}
			if table != "all" {
				files[table].WriteString("half kind                              P      R     F1    hit  false   miss\n")
			}
		}
		files[table].WriteString(split + " " + line)
	}
}

func holdScores(t *testing.T, golden, got string) {
	t.Helper()
	if want := scoretest.Kept(t, golden, got); want != got {
		t.Errorf("scores moved; if on purpose, run go test ./extractors -run GoldScores -update\ngot:\n%s\nwant:\n%s", openOnly(got), openOnly(want))
	}
}

// openOnly leaves the held lines out: who works on rules should not read their
// totals whenever a test fails.
func openOnly(scores string) string {
	var out strings.Builder
	for line := range strings.Lines(scores) {
		if !strings.HasPrefix(line, "held ") {
			out.WriteString(line)
		}
	}
	return out.String()
}

// labelled gives the labels of all reports of the gold.
func labelled(t *testing.T) []eval.Gold {
	t.Helper()
	f, err := os.Open(filepath.Join(goldDir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := eval.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// documentOf reads a report of the gold.
func documentOf(t *testing.T, id string) (*report.Document, bool) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(goldDir, "texts", id+".*"))
	if err != nil || len(names) == 0 {
		return nil, false
	}
	data, err := os.ReadFile(names[0])
	if err != nil {
		t.Fatal(err)
	}
	raw, err := format.Builtin(format.Limits{}).Read(t.Context(), names[0], data)
	if err != nil {
		t.Errorf("%s: %v", names[0], err)
		return nil, false
	}
	sum := sha256.Sum256(data)
	doc, err := text.Normalise(t.Context(), names[0], hex.EncodeToString(sum[:]), raw)
	if err != nil {
		t.Errorf("%s: %v", names[0], err)
		return nil, false
	}
	return doc, err == nil
}

// rowsOf reads one labelled document as a run would.
func rowsOf(t *testing.T, set *Set, id string) ([]report.Row, bool) {
	t.Helper()
	doc, ok := documentOf(t, id)
	if !ok {
		return nil, false
	}
	rows, err := set.Rows(doc)
	if err != nil {
		t.Errorf("%s: %v", doc.Path, err)
	}
	return rows, err == nil
}
