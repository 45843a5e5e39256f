package journal_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/report"
)

var (
	documents = report.NewTable("documents", report.Label{VI: "Văn bản"}, "", []report.Column{
		{Name: "doc_id", Type: report.TypeString}, {Name: "source_path", Type: report.TypeString}, {Name: "status", Type: report.TypeString},
		{Name: "duplicate_of", Type: report.TypeString}, {Name: "term_start", Type: report.TypeInteger}, {Name: "province", Type: report.TypeString},
	})
	facts = report.NewTable("facts", report.Label{VI: "Dữ kiện"}, "", []report.Column{
		{Name: "doc_id", Type: report.TypeString}, {Name: "value", Type: report.TypeNumber}, {Name: "on", Type: report.TypeDate},
		{Name: "yes", Type: report.TypeBoolean}, {Name: "evidence", Type: report.TypeString},
	})
	tables = []*report.Table{documents, facts}
	keys   = journal.Keys{Read: "r1", Extract: "x1"}
)

func open(t testing.TB, dir string, k journal.Keys) *journal.Journal {
	t.Helper()
	j, err := journal.Open(fsys.OS, dir, k, tables, false)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func sum(c string) journal.ID { return journal.ID(strings.Repeat(c, 64)) }

// numbered is a sum that is not like others from its beginning on.
func numbered(i int) journal.ID {
	return journal.ID(fmt.Sprintf("%016x", uint64(i+1)*0x9e3779b97f4a7c15) + strings.Repeat("0", 48))
}

// content makes what became of a document.
func content(id journal.ID, province string, term int) *journal.Content {
	doc := &report.Document{
		Sum: id.Sum(), Media: "text/plain", Text: "Đại hội bầu 15 đồng chí.\nHết",
		Blocks: []report.Block{
			{Span: report.Span{Start: 0, End: 31}, Kind: report.Heading, Level: 2, Label: "I.", Section: -1, Bold: true},
			{Span: report.Span{Start: 32, End: 36}, Kind: report.TableCell, Section: 0, Page: 3,
				Cell: report.Cell{Table: 1, Row: 2, Col: 3, RowSpan: 1, ColSpan: 2, Borderless: true}},
		},
		Sentences: []report.Sentence{{Span: report.Span{Start: 0, End: 31}}, {Span: report.Span{Start: 32, End: 36}, Block: 1}},
		Doubts:    []report.Doubt{{Span: report.Span{Start: 3, End: 5}, Confidence: 61}},
		Meta:      []report.Meta{{Key: "title", Value: "x"}},
		Notes:     []report.Note{{Code: "encoding", Text: "TCVN3"}},
		Pages:     2,
	}
	d := report.NewRow(documents)
	d.Set("doc_id", report.Text(id.Sum()[:16]))
	d.Set("province", report.Text(province))
	if term > 0 {
		d.Set("term_start", report.Int(term))
	}
	f := report.NewRow(facts)
	f.Set("doc_id", report.Text(id.Sum()[:16]))
	f.Set("value", report.Number(74.9))
	day, _ := report.NewDate(2020, 5, 0)
	f.Set("on", report.Day(day))
	f.Set("yes", report.Bool(true))
	f.Set("evidence", report.Text(strings.Repeat("câu dài ", 60)))
	return &journal.Content{ID: id, Media: "text/plain", Status: report.OK, Characters: 27, Bytes: len(doc.Text), Notes: doc.Notes, Document: doc, Rows: []report.Row{d, f, f}}
}

// put keeps contents under names in one run.
func put(t testing.TB, j *journal.Journal, named ...any) {
	t.Helper()
	if err := j.Begin(); err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(named); i += 2 {
		in := journal.Input{Position: i / 2, Path: named[i].(string), Size: 36, Stamp: "s"}
		switch c := named[i+1].(type) {
		case *journal.Content:
			if in.ID = c.ID; j.State(c.ID) != journal.Done {
				if err := j.Put(j.Encode(c)); err != nil {
					t.Fatal(err)
				}
			}
		case *report.Failure:
			in.Failure = c
		}
		if _, _, err := j.Add(in); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := j.Finish(); err != nil {
		t.Fatal(err)
	}
}

func rows(t testing.TB, j *journal.Journal, table string) []string {
	t.Helper()
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
		var b strings.Builder
		for _, c := range r.Cells {
			fmt.Fprintf(&b, "%.20s|", c.String())
		}
		out = append(out, b.String())
	}
	return out
}

// What was put is read back equal, by the next program too.
func TestDocumentComesBack(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir, keys)
	want := content(sum("a"), "Bắc Kạn", 2020).Document
	put(t, j, "a.txt", content(sum("a"), "Bắc Kạn", 2020))
	for range 2 {
		got, err := j.Document(sum("a"))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
		if err := j.Close(); err != nil {
			t.Fatal(err)
		}
		j = open(t, dir, keys)
	}
	j.Close()
}

// Rows come by term, province and place among the inputs; what has no term
// comes last, and so do duplicates and failures in the documents table.
func TestOrder(t *testing.T) {
	j := open(t, t.TempDir(), keys)
	defer j.Close()
	put(t, j,
		"1", content(sum("1"), "Yên Bái", 2020),
		"2", content(sum("2"), "", 0),
		"3", content(sum("3"), "Bắc Kạn", 2020),
		"4", content(sum("1"), "Yên Bái", 2020), // the bytes of 1
		"5", &report.Failure{Stage: report.StageSource, Reason: report.Permission},
		"6", content(sum("6"), "Yên Bái", 2015),
		"7", content(sum("7"), "Bắc Kạn", 2020),
	)
	var got []string
	for _, r := range rows(t, j, "documents") {
		got = append(got, strings.Join(strings.Split(r, "|")[1:4], " "))
	}
	want := []string{"6 ok ", "3 ok ", "7 ok ", "1 ok ", "2 ok ", "4 duplicate 1", "5 failed "}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if n := len(rows(t, j, "facts")); n != 10 {
		t.Errorf("%d facts, want two for each of five documents", n)
	}
}

// The states that tell a run what to do.
func TestState(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir, keys)
	locked := &journal.Content{ID: sum("b"), Status: report.Failed, Failure: &report.Failure{Stage: report.StageRead, Reason: report.Locked}}
	damaged := &journal.Content{ID: sum("c"), Status: report.Failed, Failure: &report.Failure{Stage: report.StageRead, Reason: report.Damaged}}
	mail := content(sum("d"), "", 0)
	mail.Attached = []journal.Attached{{Name: "x.pdf", ID: sum("e")}}
	put(t, j, "a", content(sum("a"), "", 0), "b", locked, "c", damaged, "d", mail)
	j.Close()
	for _, c := range []struct {
		keys journal.Keys
		sum  journal.ID
		want journal.State
		why  string
	}{
		{keys, sum("a"), journal.Done, "read and extracted"},
		{keys, sum("b"), journal.Unread, "a password may have come"},
		{keys, sum("c"), journal.Done, "the same bytes are damaged the same way"},
		{keys, sum("d"), journal.Unread, "its attachment is not here"},
		{keys, sum("f"), journal.Unread, "never seen"},
		{journal.Keys{Read: "r1", Extract: "x2"}, sum("a"), journal.Stale, "another profile"},
		{journal.Keys{Read: "r1", Extract: "x2"}, sum("c"), journal.Done, "nothing to extract"},
		{journal.Keys{Read: "r2", Extract: "x2"}, sum("a"), journal.Unread, "another reader"},
	} {
		j := open(t, dir, c.keys)
		if got := j.State(c.sum); got != c.want {
			t.Errorf("%s: state %d, want %d", c.why, got, c.want)
		}
		j.Close()
	}
}

// A file cut at any byte opens, and what is whole in it is known.
func TestTornJournal(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir, keys)
	put(t, j, "a", content(sum("a"), "", 0), "b", content(sum("b"), "", 0))
	j.Close()
	name := filepath.Join(dir, "journal")
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	first := bytes.IndexByte(whole, '\n') + 1
	for cut := 0; cut <= len(whole); cut += 7 {
		if err := os.WriteFile(name, whole[:cut], 0o666); err != nil {
			t.Fatal(err)
		}
		j, err := journal.Open(fsys.OS, dir, keys, tables, false)
		if err != nil {
			t.Fatalf("cut at %d: %v", cut, err)
		}
		lines := bytes.Count(whole[:cut], []byte("\n")) - 1
		if got := j.State(sum("a")); (got == journal.Done) != (lines >= 1) && cut > first {
			t.Errorf("cut at %d, %d lines: state %d", cut, lines, got)
		}
		put(t, j, "a", content(sum("a"), "", 0)) // and it can be written on
		j.Close()
	}
}

// What points behind the end of the pack is done again, never believed.
func TestLostPack(t *testing.T) {
	for _, keep := range []int64{0, 10} {
		dir := t.TempDir()
		j := open(t, dir, keys)
		put(t, j, "a", content(sum("a"), "", 0))
		j.Close()
		if err := os.Truncate(filepath.Join(dir, "pack-1"), keep); err != nil {
			t.Fatal(err)
		}
		j = open(t, dir, keys)
		if got := j.State(sum("a")); got != journal.Unread {
			t.Errorf("pack cut to %d bytes: state %d", keep, got)
		}
		j.Close()
	}
}

// A list of inputs that somebody tore costs a look at them, and nothing else.
func TestDamagedInputs(t *testing.T) {
	for _, torn := range []string{"{\"i\":0,\n", "\x80\n", "null\n"} {
		dir := t.TempDir()
		j := open(t, dir, keys)
		put(t, j, "a", content(sum("a"), "", 0))
		j.Close()
		if err := os.WriteFile(filepath.Join(dir, "inputs"), []byte(torn), 0o666); err != nil {
			t.Fatal(err)
		}
		j = open(t, dir, keys)
		if _, ok := j.Known("a", 36, "s"); ok || j.State(sum("a")) != journal.Done {
			t.Errorf("%q: the name is known: %v; the bytes are in state %v", torn, ok, j.State(sum("a")))
		}
		put(t, j, "a", content(sum("a"), "", 0))
		j.Close()
	}
}

func TestDamagedPackIsSaid(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir, keys)
	put(t, j, "a", content(sum("a"), "", 0))
	j.Close()
	name := filepath.Join(dir, "pack-1")
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range b {
		b[i] ^= 0x55
	}
	if err := os.WriteFile(name, b, 0o666); err != nil {
		t.Fatal(err)
	}
	j = open(t, dir, keys)
	defer j.Close()
	v, err := j.View("vi")
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	var last error
	for _, err := range v.Rows("facts") {
		last = err
	}
	if last == nil || !strings.Contains(last.Error(), "--fresh") {
		t.Errorf("error %v names no cure", last)
	}
}

func TestOtherVersions(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{`{"tongket":"journal","version":99,"pack":"pack-1"}`, "another version"},
		{`{"tongket":"journal","version":1,"pack":"../../etc/passwd"}`, "no journal"},
		{`something else`, "no journal"},
	} {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "journal"), []byte(c.line+"\n"), 0o666); err != nil {
			t.Fatal(err)
		}
		_, err := journal.Open(fsys.OS, dir, keys, tables, false)
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "--fresh") {
			t.Errorf("%s: %v", c.line, err)
		}
		j, err := journal.Open(fsys.OS, dir, keys, tables, true)
		if err != nil {
			t.Fatalf("fresh: %v", err)
		}
		j.Close()
	}
}

// Compaction keeps every row and lets go of what nobody needs.
func TestCompact(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir, keys)
	var named []any
	for i := range 300 {
		c := content(numbered(i), "Yên Bái", 2020)
		c.Document.Text += strings.Repeat(fmt.Sprintf("%x", uint64(i)*0x9e3779b97f4a7c15), 500)
		named = append(named, fmt.Sprintf("%03d", i), c)
	}
	put(t, j, named...)
	j.Close()
	for round := range 4 {
		j = open(t, dir, journal.Keys{Read: fmt.Sprintf("r%d", round+2), Extract: "x"})
		var fewer []any
		for i := range 100 {
			c := content(numbered(i), "Yên Bái", 2020)
			c.Document.Text += strings.Repeat(fmt.Sprintf("%x", uint64(i)*0x9e3779b97f4a7c15+uint64(round)), 500)
			fewer = append(fewer, fmt.Sprintf("%03d", i), c)
		}
		put(t, j, fewer...)
		before := rows(t, j, "facts")
		if err := j.Compact(); err != nil {
			t.Fatal(err)
		}
		if after := rows(t, j, "facts"); !slices.Equal(before, after) || len(after) != 200 {
			t.Errorf("round %d: %d rows before, %d after", round, len(before), len(after))
		}
		j.Close()
	}
	packs, _ := filepath.Glob(filepath.Join(dir, "pack-*"))
	if len(packs) != 1 {
		t.Errorf("packs %v", packs)
	}
	j = open(t, dir, journal.Keys{Read: "r5", Extract: "x"})
	defer j.Close()
	if got := j.State(numbered(5)); got != journal.Done {
		t.Errorf("state %d after compaction", got)
	}
}

func TestLock(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out", ".tongket")
	first, err := journal.Acquire(fsys.OS, dir)
	if err != nil {
		t.Fatal(err)
	}
	_, err = journal.Acquire(fsys.OS, dir)
	if err == nil || !strings.Contains(err.Error(), fmt.Sprintf("process %d on ", os.Getpid())) {
		t.Errorf("second lock: %v", err)
	}
	if err := first.Release(); err != nil {
		t.Fatal(err)
	}
	again, err := journal.Acquire(fsys.OS, dir)
	if err != nil {
		t.Fatal(err)
	}
	again.Release()
}

// Any row of any values comes back as it was.
func TestRowsComeBack(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		s := numbered(n)
		c := content(s, "", 0)
		value := rapid.OneOf(
			rapid.Just(report.Value{}), rapid.Map(rapid.String(), report.Text), rapid.Map(rapid.Float64(), report.Number),
			rapid.Map(rapid.IntRange(-1<<40, 1<<40), report.Int), rapid.Map(rapid.Bool(), report.Bool),
			rapid.Custom(func(t *rapid.T) report.Value {
				d, _ := report.NewDate(rapid.IntRange(1, 9999).Draw(t, "y"), rapid.IntRange(0, 12).Draw(t, "m"), 0)
				return report.Day(d)
			}),
		)
		for range rapid.IntRange(0, 20).Draw(t, "rows") {
			r := report.NewRow(facts)
			for i := range r.Cells {
				r.Cells[i] = value.Draw(t, "value")
			}
			c.Rows = append(c.Rows, r)
		}
		want := c.Rows[1:]
		j, err := journal.Open(fsys.OS, dir, keys, tables, false)
		if err != nil {
			t.Fatal(err)
		}
		defer j.Close()
		if err := j.Begin(); err != nil {
			t.Fatal(err)
		}
		if err := j.Put(j.Encode(c)); err != nil {
			t.Fatal(err)
		}
		if _, _, err := j.Add(journal.Input{Path: "x", ID: s}); err != nil {
			t.Fatal(err)
		}
		if _, err := j.Finish(); err != nil {
			t.Fatal(err)
		}
		v, err := j.View("vi")
		if err != nil {
			t.Fatal(err)
		}
		defer v.Close()
		i := 0
		for got, err := range v.Rows("facts") {
			if err != nil {
				t.Fatal(err)
			}
			for k := range got.Cells {
				if !got.Cells[k].Equal(want[i].Cells[k]) {
					t.Fatalf("row %d: got %v, want %v", i, got.Cells[k], want[i].Cells[k])
				}
			}
			i++
		}
		if i != len(want) {
			t.Fatalf("%d rows, want %d", i, len(want))
		}
	})
}

// Whatever the bytes of journal, pack and list are, opening and reading them
// ends in rows or in an error.
func FuzzOpen(f *testing.F) {
	dir := f.TempDir()
	j := open(f, dir, keys)
	put(f, j, "a", content(sum("a"), "Bắc Kạn", 2020), "b", content(sum("b"), "", 0))
	j.Close()
	var parts [][]byte
	for _, n := range []string{"journal", "pack-1", "inputs"} {
		b, err := os.ReadFile(filepath.Join(dir, n))
		if err != nil {
			f.Fatal(err)
		}
		parts = append(parts, b)
	}
	f.Add(parts[0], parts[1], parts[2])
	f.Add(parts[0][:len(parts[0])-9], parts[1][9:], parts[2][:20])
	f.Fuzz(func(t *testing.T, lines, pack, inputs []byte) {
		dir := t.TempDir()
		for n, b := range map[string][]byte{"journal": lines, "pack-1": pack, "inputs": inputs} {
			if err := os.WriteFile(filepath.Join(dir, n), b, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		j, err := journal.Open(fsys.OS, dir, keys, tables, false)
		if err != nil {
			return
		}
		defer j.Close()
		for _, s := range []journal.ID{sum("a"), sum("b")} {
			j.State(s)
			_, _ = j.Document(s)
		}
		v, err := j.View("vi")
		if err != nil {
			return
		}
		defer v.Close()
		for _, table := range []string{"documents", "facts"} {
			for _, err := range v.Rows(table) {
				if err != nil {
					break
				}
			}
		}
	})
}

func BenchmarkView(b *testing.B) {
	j := open(b, b.TempDir(), keys)
	defer j.Close()
	var named []any
	for i := range 1000 {
		named = append(named, fmt.Sprint(i), content(numbered(i), "Yên Bái", 2020))
	}
	put(b, j, named...)
	v, err := j.View("vi")
	if err != nil {
		b.Fatal(err)
	}
	defer v.Close()
	for b.Loop() {
		for _, err := range v.Rows("facts") {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
}

// Rows of a former key are kept for who knows that they stand; nobody else takes
// them for rows.
func TestRowsOfAFormerKey(t *testing.T) {
	dir := t.TempDir()
	j := open(t, dir, keys)
	a, b := content(sum("a"), "Cao Bằng", 2020), content(sum("b"), "Bắc Kạn", 2015)
	a.About, b.About = 7, 7
	put(t, j, "a", a, "b", b)
	want := rows(t, j, "facts")
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = open(t, dir, journal.Keys{Read: "r1", Extract: "x2", Former: "x1"})
	again := func(s journal.ID) *journal.Content {
		c := content(s, "", 0)
		c.ReadBefore, c.Again = true, true
		return c
	}
	former := func(s journal.ID) bool {
		about, ok := j.Former(s)
		if ok && about != 7 {
			t.Errorf("%.16s is about %d", s, about)
		}
		return ok
	}
	if j.State(sum("a")) != journal.Stale || !former(sum("a")) {
		t.Errorf("before: state %v, former %v", j.State(sum("a")), former(sum("a")))
	}
	fewer := again(sum("b"))
	fewer.Anew, fewer.Rows = []string{"facts"}, content(sum("b"), "", 0).Rows[1:2]
	put(t, j, "a", again(sum("a")), "b", fewer)
	if j.State(sum("a")) != journal.Done || former(sum("a")) {
		t.Errorf("after: state %v, former %v", j.State(sum("a")), former(sum("a")))
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = open(t, dir, journal.Keys{Read: "r1", Extract: "x2"})
	if got := rows(t, j, "facts"); !slices.Equal(got, want[1:]) { // b comes first, by its term
		t.Errorf("got %q\nwant %q", got, want[1:])
	}
	if got := rows(t, j, "documents"); len(got) != 2 || !strings.Contains(got[0], "Bắc Kạn") || !strings.Contains(got[1], "Cao Bằng") {
		t.Errorf("documents %q", got)
	}
	if err := j.Close(); err != nil {
		t.Fatal(err)
	}
	j = open(t, dir, journal.Keys{Read: "r1", Extract: "x3"})
	defer j.Close()
	if j.State(sum("a")) != journal.Stale || former(sum("a")) {
		t.Error("rows of another key count")
	}
	if err := j.Put(j.Encode(again(sum("a")))); err == nil {
		t.Error("rows that are not known were taken over")
	}
}
