package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/publish"
)

// program returns a command that runs the program in dir.
func program(dir string, args ...string) *exec.Cmd {
	c := exec.Command(os.Args[0], args...)
	c.Dir = dir
	c.Env = append(os.Environ(), beTongket+"=1")
	return c
}

// exitOf returns the exit status of a command that ended.
func exitOf(err error) int {
	if exit, ok := errors.AsType[*exec.ExitError](err); ok {
		return exit.ExitCode()
	}
	if err != nil {
		return -2
	}
	return 0
}

// small writes n small reports into dir/in.
func small(t testing.TB, dir string, n int) {
	t.Helper()
	for i := range n {
		s := fmt.Sprintf("BÁO CÁO\nkết quả đại hội Đảng bộ xã Số %d, nhiệm kỳ 2020 - 2025\n\nĐại hội đã bầu Ban Chấp hành gồm %d đồng chí, trong đó có %d đồng chí nữ.\n", i, 11+i%7, i%5)
		name := filepath.Join(dir, "in", fmt.Sprintf("%03d.txt", i))
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(s), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// The first interrupt ends the run with 130 (143 for a termination) and saves
// what is done; earlier outputs stand; the next run goes on.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	for _, c := range []struct {
		signal syscall.Signal
		status int
	}{{syscall.SIGINT, 130}, {syscall.SIGTERM, 143}} {
		t.Run(c.signal.String(), func(t *testing.T) {
			t.Parallel()
			dir := t.TempDir()
			small(t, dir, 5)
			run := program(dir, "run", "-", "-o", "out", "--formats", "jsonl")
			list, err := run.StdinPipe()
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			run.Stderr = &out
			if err := run.Start(); err != nil {
				t.Fatal(err)
			}
			// The list never ends, so the run waits for more inputs.
			if _, err := io.WriteString(list, "in/000.txt\nin/001.txt\n"); err != nil {
				t.Fatal(err)
			}
			waitFor(t, filepath.Join(dir, "out", publish.State, "lock"), "process")
			if err := run.Process.Signal(c.signal); err != nil {
				t.Fatal(err)
			}
			if got := exitOf(run.Wait()); got != c.status {
				t.Fatalf("status %d, want %d\n%s", got, c.status, out.String())
			}
			if _, err := os.Stat(filepath.Join(dir, "out", publish.Manifest)); err == nil {
				t.Error("an interrupted run published")
			}
			if b, err := program(dir, "run", "in", "-o", "out", "--formats", "jsonl").CombinedOutput(); err != nil {
				t.Fatalf("the next run: %v\n%s", err, b)
			}
		})
	}
}

// The second interrupt leaves at once, whatever is in hand; the next run goes on.
func TestSecondInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	t.Parallel()
	dir := t.TempDir()
	small(t, dir, 5)
	// A report of 60 MB takes seconds; the first interrupt lets it be finished.
	long, err := os.ReadFile(filepath.Join(dir, "in", "000.txt"))
	if err != nil {
		t.Fatal(err)
	}
	slowest := filepath.Join(dir, "in", "000-long.txt")
	if err := os.WriteFile(slowest, bytes.Repeat(long, 60<<20/len(long)), 0o666); err != nil {
		t.Fatal(err)
	}
	run := program(dir, "run", "in", "-o", "out", "--formats", "jsonl", "--workers", "1")
	var out bytes.Buffer
	run.Stderr = &out
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- run.Wait() }()
	waitFor(t, filepath.Join(dir, "out", publish.State, "lock"), "process")
	time.Sleep(300 * time.Millisecond) // into the long report
	for range 2 {
		if err := run.Process.Signal(syscall.SIGINT); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		time.Sleep(100 * time.Millisecond) // two signals at once may become one
	}
	select {
	case err := <-ended:
		if got := exitOf(err); got != 130 {
			t.Fatalf("status %d, want 130\n%s", got, out.String())
		}
	case <-time.After(2 * time.Minute): // only so that a hang ends: the report alone would take longer
		_ = run.Process.Kill()
		t.Fatal("still there after the second interrupt")
	}
	if strings.Contains(out.String(), "Đã dừng") {
		t.Log("the machine was busy: the interrupts came before the long report, and the run came to its orderly end")
	}
	if err := os.Remove(slowest); err != nil {
		t.Fatal(err)
	}
	if b, err := program(dir, "run", "in", "-o", "out", "--formats", "jsonl").CombinedOutput(); err != nil {
		t.Fatalf("the next run: %v\n%s", err, b)
	}
}

// A watched folder: what comes, changes and goes is in the outputs; an interrupt
// ends it, and the outputs are those of one run.
func TestWatch(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	t.Parallel()
	dir := t.TempDir()
	small(t, dir, 3)
	if err := os.Mkdir(filepath.Join(dir, "in", "empty"), 0o777); err != nil {
		t.Fatal(err)
	}
	watch := program(dir, "watch", "in", "-o", "out", "--settle", "100ms", "--every", "500ms", "--formats", "jsonl")
	said, ended := started(t, watch)
	documents := filepath.Join(dir, "out", "jsonl", "documents.jsonl")
	waitFor(t, documents, "in/002.txt")
	if err := os.Rename(filepath.Join(dir, "in", "002.txt"), filepath.Join(dir, "in", "empty", "moved.txt")); err != nil {
		t.Fatal(err)
	}
	waitFor(t, documents, "in/empty/moved.txt")
	if err := os.Remove(filepath.Join(dir, "in", "001.txt")); err != nil {
		t.Fatal(err)
	}
	small(t, dir, 1)
	if err := os.WriteFile(filepath.Join(dir, "in", "new.txt"), []byte("Đại hội Đảng bộ xã Mới bầu 15 đồng chí vào Ban Chấp hành."), 0o666); err != nil {
		t.Fatal(err)
	}
	waitFor(t, documents, "in/new.txt")
	if err := watch.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if got := exitOf(<-ended); got != 143 {
		t.Errorf("status %d, want 143\n%s", got, said.String())
	}
	if b, err := program(dir, "run", "in", "-o", "fresh", "--formats", "jsonl").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	if got, want := published(t, filepath.Join(dir, "out")), published(t, filepath.Join(dir, "fresh")); got != want {
		t.Errorf("watched\n%s\nfresh\n%s", got, want)
	}
}

// What failed for its surroundings is tried again though no input changed: here
// the password of an archive is written down after the run that wanted it.
func TestWatchTriesAgain(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	t.Parallel()
	dir := t.TempDir()
	locked, err := os.ReadFile(filepath.Join("..", "..", "testdata", "broken", "mat-khau.zip"))
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{"in/mat-khau.zip": locked, "passwords": nil} {
		if err := os.MkdirAll(filepath.Join(dir, "in"), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	watch := program(dir, "watch", "in", "-o", "out", "--settle", "50ms", "--every", "300ms", "--formats", "jsonl", "--passwords", "passwords")
	said, ended := started(t, watch)
	documents := filepath.Join(dir, "out", "jsonl", "documents.jsonl")
	waitFor(t, documents, `"locked"`)
	if err := os.WriteFile(filepath.Join(dir, "passwords"), []byte("daihoi\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	waitFor(t, documents, `"status":"ok"`)
	if err := watch.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if got := exitOf(<-ended); got != 143 {
		t.Errorf("status %d, want 143\n%s", got, said.String())
	}
}

// A folder that is not there, as a share that is away, is waited for, and that it
// is tried again is said.
func TestWatchWaitsForAFolder(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	t.Parallel()
	dir := t.TempDir()
	said, err := os.Create(filepath.Join(dir, "said"))
	if err != nil {
		t.Fatal(err)
	}
	defer said.Close()
	watch := program(dir, "watch", "in", "-o", "out", "--settle", "50ms", "--every", "300ms", "--formats", "jsonl", "--lang", "en")
	watch.Stderr = said
	if err := watch.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = watch.Process.Kill() })
	waitFor(t, said.Name(), "in: no such file or folder")
	waitFor(t, said.Name(), "Still watching; trying again in")
	small(t, dir, 1)
	waitFor(t, filepath.Join(dir, "out", "jsonl", "documents.jsonl"), `"status":"ok"`)
	if err := watch.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if got := exitOf(watch.Wait()); got != 143 {
		t.Errorf("status %d, want 143", got)
	}
}

// started starts a program that ends with the test at the latest: what it says, and
// how it ended.
func started(t *testing.T, c *exec.Cmd) (*bytes.Buffer, <-chan error) {
	t.Helper()
	said := &bytes.Buffer{}
	c.Stderr, c.Stdout = said, said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	t.Cleanup(func() { _ = c.Process.Kill() })
	return said, ended
}

// waitFor waits until a file holds a word.
func waitFor(t *testing.T, name, word string) {
	t.Helper()
	for range 2400 { // a minute: the machine may be busy
		if b, err := os.ReadFile(name); err == nil && strings.Contains(string(b), word) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	t.Fatalf("%s never held %q", name, word)
}

// published hashes what a run published, run.json left out.
func published(t testing.TB, out string) string {
	t.Helper()
	b, err := outputHashes(out)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func outputHashes(out string) (string, error) {
	var b strings.Builder
	err := filepath.WalkDir(out, func(name string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if d.Name() == publish.State {
				return filepath.SkipDir
			}
			return nil
		}
		if d.Name() == publish.Manifest {
			return nil
		}
		rel, err := filepath.Rel(out, name)
		if err != nil {
			return err
		}
		sum, err := publish.Sum(fsys.OS, name)
		fmt.Fprintf(&b, "%s %s\n", sum, rel)
		return err
	})
	return b.String(), err
}

// slow is set by the build tag of the same name: the tests then try everything
// instead of a part of it.
var slow bool

// raced says that the race detector is built in.
var raced bool

// kills is how many runs TestKill takes to their end, each killed three times
// on its way; the slow tests kill a hundred times.
var kills = 2

// Killed at any moment, the program goes on where it was, and ends with the
// bytes of a run that nobody disturbed.
func TestKill(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no signals")
	}
	dir := t.TempDir()
	small(t, dir, 60)
	args := []string{"run", "in", "--quiet", "--formats", "jsonl,parquet,xlsx", "-o"}
	start := time.Now()
	if b, err := program(dir, append(args, "whole")...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	took := time.Since(start)
	want := published(t, filepath.Join(dir, "whole"))
	seed := uint64(1)
	random := rand.New(rand.NewPCG(seed, seed))
	for round := range kills {
		out := filepath.Join(dir, fmt.Sprintf("out%d", round))
		for k := 0; ; k++ {
			run := program(dir, append(args, out)...)
			if err := run.Start(); err != nil {
				t.Fatal(err)
			}
			if k < 3 {
				time.Sleep(time.Duration(random.Int64N(int64(took))))
				_ = run.Process.Kill() // it may have ended
			}
			if err := run.Wait(); err == nil {
				break
			} else if k >= 3 {
				t.Fatalf("round %d: undisturbed run: %v", round, err)
			}
			checkWhole(t, out)
		}
		if got := published(t, out); got != want {
			t.Fatalf("round %d: other bytes than an undisturbed run\n%s\nwant\n%s", round, got, want)
		}
		os.RemoveAll(out)
	}
}

// checkWhole looks at a folder after a kill: where run.json stands, everything
// that it vouches for does.
func checkWhole(t *testing.T, out string) {
	t.Helper()
	if _, err := os.Stat(filepath.Join(out, publish.State, "plan.json")); err == nil {
		return // the publication was decided and the next run finishes it
	}
	if _, err := os.Stat(filepath.Join(out, publish.Manifest)); err != nil {
		return
	}
	if status, said := inProcess(t, fsys.OS, "verify", out); status != 0 {
		t.Errorf("%s does not hold: %s", out, said)
	}
}
