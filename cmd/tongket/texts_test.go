package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
)

// Evidence points into texts/, so texts belong to what must stand: whatever
// became of them, the next run makes them whole, and one that finds only other
// times leaves everything.
func TestTextsAreMended(t *testing.T) {
	dir := t.TempDir()
	small(t, dir, 6)
	t.Chdir(dir)
	quick := fsystest.Unsynced(fsys.OS)
	do := func(args ...string) {
		t.Helper()
		if status, said := inProcess(t, quick, args...); status != 0 {
			t.Fatalf("%q: status %d: %s", args, status, said)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	run := []string{"run", "in", "-o", "out", "--quiet", "--formats", "jsonl"}
	do(run...)
	do("run", "in", "-o", "part1", "--quiet", "--formats", "jsonl", "--shard", "1/2")
	do("run", "in", "-o", "part2", "--quiet", "--formats", "jsonl", "--shard", "2/2")
	merge := []string{"merge", "part1", "part2", "-o", "merged", "--quiet", "--formats", "jsonl"}
	do(merge...)
	for _, c := range []struct {
		damage string
		do     func(text, folder string) error
		left   bool // nothing is published again
	}{
		{damage: "a text is gone", do: func(text, _ string) error { return os.Remove(text) }},
		{damage: "a changed byte", do: func(text, _ string) error { return rewrite(text, func(b []byte) []byte { b[0] ^= 1; return b }) }},
		{damage: "a line more", do: func(text, _ string) error {
			return rewrite(text, func(b []byte) []byte { return append(b, "more\n"...) })
		}},
		{damage: "an empty text", do: func(text, _ string) error { return os.Truncate(text, 0) }},
		{damage: "no folder", do: func(_, folder string) error { return os.RemoveAll(folder) }},
		{damage: "a text of no document", do: func(_, folder string) error {
			return os.WriteFile(filepath.Join(folder, "0123456789abcdef.txt"), nil, 0o666)
		}},
		{damage: "another time", do: func(text, _ string) error { return os.Chtimes(text, time.Time{}, time.Unix(1e9, 0)) }, left: true},
		{damage: "somebody's note", do: func(_, folder string) error {
			return os.WriteFile(filepath.Join(folder, "note.txt"), []byte("mine"), 0o666)
		}, left: true},
	} {
		for _, way := range []struct {
			name, out string
			args      []string
		}{{"run", "out", run}, {"--if-changed", "out", append(run, "--if-changed")}, {"--fresh", "out", append(run, "--fresh")}, {"merge", "merged", merge}} {
			folder := filepath.Join(way.out, "texts")
			found, err := filepath.Glob(filepath.Join(folder, "*.txt"))
			must(err)
			want, err := os.ReadFile(filepath.Join(way.out, "run.json"))
			must(err)
			must(c.do(found[len(found)/2], folder))
			do(way.args...)
			got, err := os.ReadFile(filepath.Join(way.out, "run.json"))
			must(err)
			if bytes.Equal(got, want) != c.left {
				t.Errorf("%s, %s: published again: %v", c.damage, way.name, c.left)
			}
			_ = os.Remove(filepath.Join(folder, "note.txt"))
			do("verify", way.out)
			do(way.args...)
			if again, err := os.ReadFile(filepath.Join(way.out, "run.json")); err != nil || !bytes.Equal(got, again) {
				t.Errorf("%s, %s: mended twice", c.damage, way.name)
			}
		}
	}
}

// A kept export proves its rows as the outputs do.
func TestKeptExportHolds(t *testing.T) {
	dir := t.TempDir()
	small(t, dir, 6)
	t.Chdir(dir)
	quick := fsystest.Unsynced(fsys.OS)
	if status, said := inProcess(t, quick, "run", "in", "-o", "out", "--quiet", "--formats", "jsonl", "--keep", "2"); status != 0 {
		t.Fatal(status, said)
	}
	kept, err := filepath.Glob("out/exports/*")
	if err != nil || len(kept) != 1 {
		t.Fatal(kept, err)
	}
	if status, said := inProcess(t, quick, "verify", kept[0]); status != 0 {
		t.Error(status, said)
	}
}

// An export into whose workbook somebody typed stays, and the run says so.
func TestTypedExportIsSaid(t *testing.T) {
	dir := t.TempDir()
	small(t, dir, 2)
	t.Chdir(dir)
	quick := fsystest.Unsynced(fsys.OS)
	run := func() (said string) {
		t.Helper()
		status, said := inProcess(t, quick, "run", "in", "-o", "out", "--formats", "xlsx", "--keep", "1", "--lang", "en")
		if status != 0 {
			t.Fatal(status, said)
		}
		return said
	}
	run()
	first, err := filepath.Glob("out/exports/*")
	if err != nil || len(first) != 1 {
		t.Fatal(first, err)
	}
	if err := os.WriteFile(filepath.Join(first[0], "congress.xlsx"), []byte("typed"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"in/000.txt", "in/001.txt"} {
		if err := rewrite(name, func(b []byte) []byte { return append(b, "Kết quả: tốt.\n"...) }); err != nil {
			t.Fatal(err)
		}
		if said := run(); !strings.Contains(said, first[0]+" has a workbook that was changed by hand; it is kept") {
			t.Errorf("it is not said: %s", said)
		}
	}
	if now, err := filepath.Glob("out/exports/*"); err != nil || len(now) != 2 || now[0] != first[0] {
		t.Errorf("exports %q, %v", now, err)
	}
}

// A kept export is proved by its own texts, and what was typed into its workbook
// is named and no fault.
func TestExportIsProvedByItsTexts(t *testing.T) {
	dir := t.TempDir()
	small(t, dir, 1)
	t.Chdir(dir)
	quick := fsystest.Unsynced(fsys.OS)
	if status, said := inProcess(t, quick, "run", "in", "-o", "out", "--formats", "jsonl,xlsx", "--keep", "1", "--lang", "en"); status != 0 {
		t.Fatal(status, said)
	}
	one := func(pattern string) string {
		t.Helper()
		found, err := filepath.Glob(pattern)
		if err != nil || len(found) != 1 {
			t.Fatal(found, err)
		}
		return found[0]
	}
	if err := rewrite(one("out/exports/*/congress.xlsx"), func(b []byte) []byte { return append(b, "typed"...) }); err != nil {
		t.Fatal(err)
	}
	if status, said := inProcess(t, quick, "verify", "out", "--lang", "en"); status != 0 || !strings.Contains(said, "congress.xlsx: changed since it was published") {
		t.Errorf("with a typed workbook in the export: status %d, %s", status, said)
	}
	if err := os.Remove(one("out/exports/*/texts/*.txt")); err != nil {
		t.Fatal(err)
	}
	if status, said := inProcess(t, quick, "verify", "out", "--lang", "en"); status != 3 {
		t.Errorf("without the text of the export: status %d, %s", status, said)
	}
}

func rewrite(name string, change func([]byte) []byte) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return os.WriteFile(name, change(b), 0o666)
}
