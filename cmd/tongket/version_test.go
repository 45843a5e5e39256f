package main

import (
	"os"
	"testing"
)

// The id of a build is found in every kind of program, and nothing else is
// taken for one.
func TestBuildID(t *testing.T) {
	const id = "tpyOdriNsNNzxK6AJ20D/W1TGXHZcitDcjsZcJfdd/NQz0dkzTm62NotKqqRUI/Svxi6VTDwxk5ZbeWpPoZ"
	for _, c := range []struct{ why, head, want string }{
		{"a note of ELF", "\x7fELF\x02\x00\x04\x00\x00\x00\x53\x00\x00\x00\x04\x00\x00\x00Go\x00\x00" + id + "\x00", id},
		{"before the code", "MZ\x90\xff Go build ID: \"" + id + "\"\n \xff\xcc\xcc", id},
		{"left out with -ldflags=-buildid=", "\x7fELF\x02\x00\x04\x00\x00\x00\x00\x00\x00\x00\x04\x00\x00\x00Go\x00\x00", ""},
		{"another linker's word", "\x04\x00\x00\x00Go\x00\x00redacted\x00", ""},
	} {
		if got := string(buildID([]byte(c.head))); got != c.want {
			t.Errorf("%s: %q", c.why, got)
		}
	}
}

// This program has one, so that no start hashes it whole.
func TestBuildIDOfThisProgram(t *testing.T) {
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if buildID(data[:min(len(data), buildIDWithin)]) == nil {
		t.Errorf("%s has no id of its build", name)
	}
}
