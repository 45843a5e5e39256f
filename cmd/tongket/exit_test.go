package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/report"
)

// Each kind of error has its status, however deep it is wrapped. Sessions in
// testdata/script and the tests of processes reach all of them but 1 from
// outside: 1 is a bug, and we know of none.
func TestExitStatus(t *testing.T) {
	for _, c := range []struct {
		err  error
		want int
		why  string
	}{
		{nil, 0, "all done"},
		{errors.New("index out of range"), 1, "what we did not foresee is our bug"},
		{&usageError{errors.New("no such flag")}, 2, "a wrong command line"},
		{&someFailed{3}, 3, "documents that failed"},
		{&pipeline.TooMany{Failed: 3, Of: 4}, 4, "the user's own limit"},
		{&unreachable{fs.ErrNotExist}, 5, "an input that is not there"},
		{&journal.Busy{Dir: "out"}, 5, "another run: try again later"},
		{&fs.PathError{Op: "write", Path: "out/x", Err: syscall.ENOSPC}, 5, "a full disk"},
		{report.Because(report.Permission, fs.ErrPermission), 5, "no permission"},
		{report.Because(report.Damaged, errBroken), 1, "no verb lets a document's own trouble out"},
		{&interrupted{syscall.SIGINT}, 130, "interrupt"},
		{&interrupted{syscall.SIGTERM}, 143, "termination"},
		{context.Canceled, 130, "stopped from inside"},
		{errors.Join(&unreachable{fs.ErrNotExist}, &interrupted{syscall.SIGTERM}), 143, "the signal is the reason for the rest"},
	} {
		if got := exitStatus(c.err); got != c.want {
			t.Errorf("%v: status %d, want %d: %s", c.err, got, c.want, c.why)
		}
		if c.err == nil {
			continue
		}
		if got := exitStatus(fmt.Errorf("run: %w", c.err)); got != c.want {
			t.Errorf("wrapped %v: status %d, want %d", c.err, got, c.want)
		}
	}
}

// Who may not read an input is not told to write elsewhere.
func TestCureOfPermission(t *testing.T) {
	denied := &fs.PathError{Op: "open", Path: "a", Err: syscall.EACCES}
	read, write := report.Permission.Hint(), cure(denied)
	if !strings.Contains(write.VI, "-o") || strings.Contains(read.VI, "-o") {
		t.Errorf("%q, %q", write, read)
	}
	for _, c := range []struct {
		err  error
		want report.Label
	}{
		{notOpened("in/a.txt", denied), read},
		{report.Because(report.Permission, denied), read},
		{errors.Join(notOpened("in/a.txt", denied), notOpened("in/b.txt", denied)), read},
		{outputError("out", denied), write},
	} {
		if got := cure(c.err); got != c.want {
			t.Errorf("%v: %q, want %q", c.err, got.EN, c.want.EN)
		}
	}
	_, unit := readUnits(t.TempDir() + "/none.csv")
	if got := exitStatus(unit); got != exitUnreachable {
		t.Errorf("a list of units that is not there: status %d", got)
	}
}

var errBroken = errors.New("contradicts its format")
