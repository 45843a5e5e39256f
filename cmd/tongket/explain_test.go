package main

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
)

// The value that explain marks is the one at the row's offsets, not the first that
// reads like it.
func TestExplainMarksByOffsets(t *testing.T) {
	const before, sentence = "2 chi bộ.\n", "24/26 đảng viên có mặt (2 đồng chí được miễn sinh hoạt)."
	table := report.NewTable("measures", report.Label{}, "", []report.Column{
		{Name: "evidence_start", Type: report.TypeInteger}, {Name: "evidence_end", Type: report.TypeInteger}, {Name: "evidence", Type: report.TypeString},
	})
	x := &explainer{marks: plainMarks}
	for _, c := range []struct{ before, value, want string }{
		{"", "24", "⟦24⟧/26 đảng viên có mặt (2 đồng chí được miễn sinh hoạt)."},
		{"24/", "26", "24/⟦26⟧ đảng viên có mặt (2 đồng chí được miễn sinh hoạt)."},
		{"24/26 đảng viên có mặt (", "2", "24/26 đảng viên có mặt (⟦2⟧ đồng chí được miễn sinh hoạt)."},
		{"24/26 đảng viên có mặt (2 đồng chí được miễn sinh ", "hoạt", "24/26 đảng viên có mặt (2 đồng chí được miễn sinh ⟦hoạt⟧)."},
	} {
		if !strings.HasPrefix(sentence, c.before+c.value) {
			t.Fatalf("%q does not stand there", c.before+c.value)
		}
		start := utf8.RuneCountInString(before + c.before)
		row := report.NewRow(table)
		row.Set("evidence_start", report.Int(start))
		row.Set("evidence_end", report.Int(start+utf8.RuneCountInString(c.value)))
		row.Set("evidence", report.Text(sentence))
		if got := x.sentence(row, &runeOffsets{text: before + sentence}); got != c.want {
			t.Errorf("%s, want %s", got, c.want)
		}
	}
}
