package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
	"github.com/tongket/tongket/pipeline/publish"
)

// inProcess runs a command line in this process on a file system.
func inProcess(t testing.TB, f fsys.FS, args ...string) (status int, said string) {
	t.Helper()
	var out bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &out, err: &out, fs: f}
	status = a.run(t.Context(), args)
	return status, out.String()
}

// fault is one way in which a disk fails.
type fault struct {
	err            syscall.Errno
	short, lasting bool
}

var faultKinds = []fault{
	{err: syscall.EIO},
	{err: syscall.ENOSPC, short: true},
	{err: syscall.EIO, lasting: true},
	{err: syscall.ENOSPC, lasting: true, short: true},
}

// Whatever operation of a whole run fails, and however: the error is one of the
// surroundings and names a file, what stands is whole, and the next run ends
// with the bytes of one that was never disturbed. The second case has outputs
// and a journal of an earlier run to lose, the third takes most of its outputs
// over from there.
func TestEveryFaultOfARun(t *testing.T) {
	for _, c := range []struct {
		name, formats string
		earlier, rule bool // another profile than the earlier run's
	}{{"first run", "jsonl", false, false}, {"over an earlier one", "jsonl,xlsx,parquet", true, false}, {"with a rule more", "jsonl,xlsx,parquet", true, true}} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			small(t, dir, 3)
			in, seed := filepath.Join(dir, "in"), filepath.Join(dir, "seed")
			var profile []string
			run := func(f fsys.FS, out string) (int, string) {
				return inProcess(t, f, append([]string{"run", in, "-o", out, "--quiet", "--formats", c.formats, "--workers", "1"}, profile...)...)
			}
			if c.earlier {
				if status, said := run(fsystest.Unsynced(fsys.OS), seed); status != 0 {
					t.Fatal(status, said)
				}
				if c.rule {
					profile = []string{"--profile", profileOf(t, dir, "column")}
				} else {
					small(t, dir, 5)
				}
			}
			begin := func(name string) string {
				out := filepath.Join(dir, name)
				if c.earlier {
					if err := os.CopyFS(out, os.DirFS(seed)); err != nil {
						t.Fatal(err)
					}
				}
				return out
			}
			clean := fsystest.Over(fsystest.Unsynced(fsys.OS))
			whole := begin("whole")
			if status, said := run(clean, whole); status != 0 {
				t.Fatal(status, said)
			}
			want := published(t, whole)
			t.Logf("%d operations", clean.Count())
			var group sync.WaitGroup
			free := make(chan struct{}, 2)
			step := 1
			switch { // primes: no kind of operation is always passed over
			case slow:
			case c.rule, raced: // the detector makes each run five times as long
				step = 293
			default:
				step = 97
			}
			for i := 1; i <= clean.Count(); i += step {
				kind := faultKinds[i%len(faultKinds)]
				free <- struct{}{}
				group.Go(func() {
					defer func() { <-free }()
					f := &fsystest.Faults{FS: fsystest.Unsynced(fsys.OS), At: i, Err: kind.err, Short: kind.short, Lasting: kind.lasting}
					out := begin(fmt.Sprintf("out-%d", i))
					defer os.RemoveAll(out)
					afterFault(t, f, out, want, run)
				})
			}
			group.Wait()
		})
	}
}

// afterFault runs once with a fault and once without.
func afterFault(t *testing.T, f *fsystest.Faults, out, want string, run func(fsys.FS, string) (int, string)) {
	status, said := run(f, out)
	switch {
	case status == 0 && published(t, out) != want: // to close what was read may fail in silence
		t.Errorf("%s: status 0, and other bytes", f.Describe())
	case status != 0 && status != exitUnreachable:
		t.Errorf("%s: status %d: %s", f.Describe(), status, said)
	case status != 0 && !strings.Contains(said, filepath.Base(out)):
		t.Errorf("%s: no file is named: %s", f.Describe(), said)
	}
	checkWhole(t, out)
	if status, said := run(fsystest.Unsynced(fsys.OS), out); status != 0 {
		t.Errorf("%s: the next run: status %d: %s", f.Describe(), status, said)
	}
	if got := published(t, out); got != want {
		t.Errorf("%s: after the next run\n%s\nwant\n%s", f.Describe(), got, want)
	}
	left, err := fsystest.Leftovers(out)
	if err != nil || len(left) > 0 {
		t.Errorf("%s: left %v, %v", f.Describe(), left, err)
	}
	if packs, _ := filepath.Glob(filepath.Join(out, publish.State, "pack-*")); len(packs) != 1 {
		t.Errorf("%s: packs %v", f.Describe(), packs)
	}
}
