package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
)

// Whatever became of the file of a table, verify says so, and the next run makes it
// as it was: nothing of it is believed that its hash does not vouch for.
func TestTablesAreMended(t *testing.T) {
	dir := t.TempDir()
	small(t, dir, 6)
	t.Chdir(dir)
	quick := fsystest.Unsynced(fsys.OS)
	do := func(want int, args ...string) {
		t.Helper()
		if status, said := inProcess(t, quick, args...); status != want {
			t.Errorf("%q: status %d, want %d: %s", args, status, want, said)
		}
	}
	run := []string{"run", "in", "-o", "out", "--quiet", "--formats", "parquet,jsonl"}
	do(0, run...)
	want := published(t, "out")
	ways := []string{"--quiet", "--if-changed", "--fresh"}
	for i, c := range []struct {
		damage string
		change func([]byte) []byte
	}{
		{"a byte more", func(b []byte) []byte { return append(b, '\n') }},
		{"a byte of zero more", func(b []byte) []byte { return append(b, 0) }},
		{"five bytes less", func(b []byte) []byte { return b[:len(b)-5] }},
		{"a hundred bytes less", func(b []byte) []byte { return b[:len(b)-100] }},
		{"a half", func(b []byte) []byte { return b[:len(b)/2] }},
		{"nothing left", func([]byte) []byte { return nil }},
		{"another name in the footer", func(b []byte) []byte {
			at := bytes.LastIndex(b, []byte("doc_id"))
			copy(b[at:], "dok_id")
			return b
		}},
	} {
		for j, table := range []string{"documents", "measures"} {
			if err := rewrite(filepath.Join("out", "parquet", table+".parquet"), c.change); err != nil {
				t.Fatal(err)
			}
			do(exitSomeFailed, "verify", "out")
			how := ways[(i+j)%len(ways)]
			do(0, append(run, how)...)
			if got := published(t, "out"); got != want {
				t.Errorf("%s, %s, %s: not as it was\n%s", c.damage, table, how, got)
			}
			do(0, "verify", "out")
		}
	}
}

// A file that was changed and bears its old time is found by who forgets all.
func TestFreshBelievesNoTime(t *testing.T) {
	dir := t.TempDir()
	small(t, dir, 3)
	t.Chdir(dir)
	quick := fsystest.Unsynced(fsys.OS)
	run := []string{"run", "in", "-o", "out", "--quiet", "--formats", "jsonl", "--fresh"}
	if status, said := inProcess(t, quick, run...); status != 0 {
		t.Fatal(status, said)
	}
	want := published(t, "out")
	texts, err := filepath.Glob("out/texts/*.txt")
	if err != nil || len(texts) != 3 {
		t.Fatal(texts, err)
	}
	for _, name := range []string{"out/jsonl/documents.jsonl", texts[1]} {
		info, err := os.Stat(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := rewrite(name, func(b []byte) []byte { b[2] ^= 1; return b }); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(name, info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
		if status, said := inProcess(t, quick, run...); status != 0 {
			t.Fatal(status, said)
		}
		if got := published(t, "out"); got != want {
			t.Errorf("%s is not as it was:\n%s", name, got)
		}
	}
}
