package extractors

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scoretest"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

// Small documents as they come, with their headings, sections and identity, and all
// measures that they state: what stands above a figure governs it, over paragraphs. The
// format is told at the head of the file.
func TestSmallDocuments(t *testing.T) {
	data, err := os.ReadFile("testdata/small_documents.txt")
	if err != nil {
		t.Fatal(err)
	}
	set := embedded(t)
	for _, part := range strings.Split(string(data), "\n=== ")[1:] {
		head, rest, _ := strings.Cut(part, "\n")
		name, level, _ := strings.Cut(head, " ")
		body, labels, _ := strings.Cut(rest, "\n--\n")
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, row := range smallDocument(t, set, name+".txt", body) {
				if row.Table.Name == "measures" {
					got = append(got, shown(row, level))
				}
			}
			d := scoretest.Compare(strings.Split(strings.TrimSpace(labels), "\n"), got, nil)
			for _, w := range d.Missed {
				t.Errorf("missing  %s", w)
			}
			for _, g := range d.TooMany {
				t.Errorf("unwanted %s", g)
			}
		})
	}
}

func smallDocument(t *testing.T, set *Set, name, body string) []report.Row {
	t.Helper()
	raw, err := format.Builtin(format.Limits{}).Read(t.Context(), name, []byte(body))
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(body))
	doc, err := text.Normalise(t.Context(), name, hex.EncodeToString(sum[:]), raw)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := set.Rows(doc)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

// shown writes a measure as the cases of the package measure do.
func shown(row report.Row, level string) string {
	get := func(column string) string { return row.Get(column).String() }
	var b strings.Builder
	b.WriteString(get("body") + "." + get("attribute") + "." + get("phase") + " ")
	b.WriteString(map[string]string{"gt": ">", "ge": ">=", "lt": "<", "le": "<=", "approx": "~"}[get("bound")] + get("value"))
	if most := get("value_max"); most != "" {
		b.WriteString("-" + most)
	}
	b.WriteString(map[string]string{"percent": "%", "mean": " mean", "ratio_total": " of"}[get("stat")])
	if q := get("qualifier"); q != "" {
		b.WriteString(" (" + q + ")")
	}
	if p := get("place"); p != "" {
		b.WriteString(" @" + p)
	}
	if l := get("level"); l != level {
		b.WriteString(" " + l)
	}
	if d := get("as_of"); d != "" {
		b.WriteString(" on " + d)
	}
	return b.String()
}
