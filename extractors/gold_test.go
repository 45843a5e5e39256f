package extractors

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/eval"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

var (
	update = flag.Bool("update", false, "write testdata/gold/scores.golden anew")
	misses = flag.Bool("misses", false, "print every miss and false row of the open half")
)

const goldDir = "../testdata/gold"

// The scores of the project's own labelled reports are under version control:
// who moves a number moves it in the diff, on purpose. Of the held half only
// the scores are ever looked at.
func TestGoldScores(t *testing.T) {
	f, err := os.Open(filepath.Join(goldDir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := eval.Read(f)
	if err != nil {
		t.Fatal(err)
	}
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	set, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, split := range []string{"open", "held"} {
		var half []eval.Gold
		for _, g := range all {
			if g.Split == split {
				half = append(half, g)
			}
		}
		scores := eval.Compare(half, func(id string) ([]report.Row, bool) { return rowsOf(t, set, id) })
		out.WriteString(split + ": ")
		if err := scores.Print(&out, false); err != nil {
			t.Fatal(err)
		}
		if *misses && split == "open" {
			if err := scores.Print(os.Stderr, true); err != nil {
				t.Fatal(err)
			}
		}
	}
	golden := filepath.Join(goldDir, "scores.golden")
	if *update {
		if err := os.WriteFile(golden, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, out.Bytes()) {
		t.Errorf("scores moved; if on purpose, run go test ./extractors -run GoldScores -update\ngot:\n%s\nwant:\n%s", out.Bytes(), want)
	}
}

// rowsOf reads one labelled document as a run would.
func rowsOf(t *testing.T, set *Set, id string) ([]report.Row, bool) {
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
	rows, err := set.Rows(doc)
	if err != nil {
		t.Errorf("%s: %v", names[0], err)
	}
	return rows, err == nil
}
