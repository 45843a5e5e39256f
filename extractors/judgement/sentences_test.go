package judgement_test

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/extractors/scoretest"
	"github.com/tongket/tongket/pipeline/report"
)

// sentenceOf is one line of testdata/round*.txt or asked*.txt.
type sentenceOf struct {
	round, section, text string
	id                   scan.Identity
	head                 string
	open                 bool // of the half whose misses may be looked at
	want                 []string
	either               []string // rows that may be there or not
}

// texts are the documents that a sentence may stand in.
var texts = map[string]struct{ head, kind string }{
	"":          {title, "report"},
	"news":      {"Đại hội Đảng bộ các xã ở Tân Sơn\n", "news"},
	"political": {"BÁO CÁO CHÍNH TRỊ của Ban Chấp hành Đảng bộ huyện khóa XXIV trình Đại hội Đảng bộ huyện lần thứ XXV\n", "report"},
	"notice":    {"THÔNG BÁO kết luận của Ban Thường vụ Huyện ủy về đại hội đảng bộ cấp cơ sở\n", "notice"},
	"guidance":  {"HƯỚNG DẪN công tác nhân sự đại hội đảng bộ các cấp nhiệm kỳ 2020 - 2025\n", "guidance"},
	"minutes":   {"BIÊN BẢN đại hội chi bộ nhiệm kỳ 2020 - 2022\n", "minutes"},
	"speech":    {"PHÁT BIỂU của đồng chí Bí thư Huyện ủy tại hội nghị tổng kết đại hội đảng bộ các cấp\n", "speech"},
	"plan":      {"KẾ HOẠCH tổ chức đại hội đảng bộ các cấp nhiệm kỳ 2020 - 2025\n", "plan"},
}

// readSentences reads the files of a pattern under testdata.
func readSentences(t *testing.T, pattern string) (out []sentenceOf) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: no files (%v)", pattern, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		section, n := "", 0
		for line := range strings.Lines(string(data)) {
			line = strings.TrimSpace(line)
			if head, ok := strings.CutPrefix(line, "== "); ok {
				section, n = head, 0
			}
			text, rows, ok := strings.Cut(line, "=>")
			if !ok || strings.HasPrefix(line, "#") {
				continue
			}
			n++
			s := sentenceOf{round: strings.TrimSuffix(filepath.Base(name), ".txt"), section: section, text: strings.TrimSpace(text), id: district, open: n%2 == 1}
			kind := ""
			if strings.HasPrefix(text, "[") {
				kind, text, _ = strings.Cut(text[1:], "]")
			}
			in, known := texts[kind]
			if !known {
				t.Fatalf("%s: no text %q", name, kind)
			}
			s.id.Type = in.kind
			s.head = in.head + strings.ReplaceAll(strings.TrimSpace(text), "¶", "\n")
			for row := range strings.SplitSeq(rows, ";") {
				row = strings.TrimSpace(row)
				if either, ok := strings.CutSuffix(row, "?"); ok {
					s.either = append(s.either, either)
				} else if row != "" && row != "nothing" {
					s.want = append(s.want, row)
				}
			}
			out = append(out, s)
		}
	}
	return out
}

// row writes a fact as the files do.
func row(f report.Fact) string {
	s := show(f)
	switch place := f.Get("place").Text(); {
	case f.Table == "tasks":
		return "task"
	case f.Table == "limitations" && place != "":
		return s + "@" + place
	}
	return s
}

// ask writes a task as asked*.txt does.
func ask(f report.Fact) string {
	return cmp.Or(f.Get("addressee").Text(), "-") + ", " + cmp.Or(f.Get("deadline").String(), "-")
}

// compare counts the rows that are wanted and got, and says how they differ.
func (s sentenceOf) compare(got []string, in func(string) bool) (c scoretest.Count, diff string) {
	want := slices.DeleteFunc(slices.Clone(s.want), func(w string) bool { return !in(w) })
	d := scoretest.Compare(want, got, s.either)
	for _, g := range d.TooMany {
		diff += " +" + g
	}
	for _, w := range d.Missed {
		diff += " -" + w
	}
	return d.Count, diff
}

// tableOf tells in which table a row of the files is.
func tableOf(row string) string {
	switch {
	case row == "task":
		return "tasks"
	case strings.HasSuffix(row, "+") || strings.HasSuffix(row, "-"):
		return "assessments"
	}
	return "limitations"
}

// TestSentences scores the sentences of testdata and compares the totals with
// sentences.golden: a change of rules that loses some is seen there.
func TestSentences(t *testing.T) {
	r := newReading(t)
	var keys []string
	totals := map[string]scoretest.Count{}
	add := func(s sentenceOf, table, part string, c scoretest.Count) {
		half := "check"
		if s.open {
			half = "open"
		}
		for _, k := range []string{s.round + "\t" + table + "\t" + half, s.round + "\t" + part + "\t" + half} {
			if _, ok := totals[k]; !ok {
				keys = append(keys, k)
			}
			totals[k] = totals[k].Plus(c)
		}
	}
	for _, s := range readSentences(t, "round*.txt") {
		var got []string
		for _, f := range r.facts(s.head, s.id) {
			if w := row(f); w == "task" || !slices.Contains(got, w) {
				got = append(got, w)
			}
		}
		for _, table := range []string{"assessments", "limitations", "tasks"} {
			in := func(w string) bool { return tableOf(w) == table }
			c, diff := s.compare(slices.DeleteFunc(slices.Clone(got), func(w string) bool { return !in(w) }), in)
			add(s, table, table+" in "+s.section, c)
			if diff != "" && s.open && scoretest.Misses() {
				t.Logf("%s | %s |%s", s.section, s.text, diff)
			}
		}
	}
	for _, s := range readSentences(t, "asked*.txt") {
		var got []string
		for _, f := range r.facts(s.head, s.id) {
			if f.Table == "tasks" {
				got = append(got, ask(f))
			}
		}
		c, diff := s.compare(got, func(string) bool { return true })
		add(s, "tasks", "tasks: "+s.section, c)
		if diff != "" && s.open && scoretest.Misses() {
			t.Logf("%s | %s |%s", s.section, s.text, diff)
		}
	}
	var out strings.Builder
	fmt.Fprintf(&out, "# round\trows\thalf\tF1\tfound\ttoo many\tmissed\n")
	slices.Sort(keys)
	for _, k := range keys {
		c := totals[k]
		if c == (scoretest.Count{}) {
			continue
		}
		fmt.Fprintf(&out, "%s\t%.3f\t%d\t%d\t%d\n", k, c.F1(), c.Hit, c.More, c.Missing)
	}
	golden := filepath.Join("testdata", "sentences.golden")
	if scoretest.Kept(t, golden, out.String()) != out.String() {
		t.Errorf("%s differs (go test -run Sentences -update):\n%s", golden, out.String())
	}
}
