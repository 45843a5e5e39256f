//go:build slow && linux

package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

var soak = flag.Duration("soak", time.Minute, "how long TestSoak lasts")

// TestSoak watches a folder in which files arrive, change, move and vanish, and
// kills the watcher twice. In the end the outputs have the bytes of a fresh run,
// and the last watcher took no more memory in its second half than in its first
// and holds no more descriptors.
//
//	go test -tags slow -timeout 1h -run TestSoak -v ./cmd/tongket -args -soak 20m
func TestSoak(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	small(t, dir, 20)
	reports := filepath.Join("..", "..", "testdata", "reports")
	if err := os.CopyFS(filepath.Join(in, "reports"), os.DirFS(reports)); err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	var w *exec.Cmd
	start := func() {
		w = program(dir, "watch", "in", "-o", "out", "--quiet", "--settle", "300ms", "--every", "2s")
		w.Stderr = os.Stderr
		if err := w.Start(); err != nil {
			t.Fatal(err)
		}
	}
	start()
	t.Cleanup(func() { _ = w.Process.Kill() })
	began := time.Now()
	kills := []time.Duration{*soak / 3, *soak * 2 / 3}
	var samples []sample
	actions := 0
	for time.Since(began) < *soak {
		if len(kills) > 0 && time.Since(began) > kills[0] {
			kills = kills[1:]
			_ = w.Process.Kill()
			_ = w.Wait() // killed
			samples = nil
			start()
		}
		disturb(t, random, in)
		actions++
		time.Sleep(time.Duration(100+random.IntN(2500)) * time.Millisecond)
		samples = append(samples, sampleOf(w.Process.Pid))
	}
	waitQuiet(t, dir)
	samples = append(samples, sampleOf(w.Process.Pid))
	if err := w.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if got := exitOf(w.Wait()); got != 143 {
		t.Errorf("status %d, want 143", got)
	}
	if b, err := program(dir, "run", "in", "-o", "fresh", "--quiet").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, b)
	}
	if got, want := published(t, out), published(t, filepath.Join(dir, "fresh")); got != want {
		t.Errorf("soaked\n%s\nfresh\n%s", got, want)
	}
	samples = samples[len(samples)/5:] // it warms up first
	first, second := samples[:len(samples)/2], samples[len(samples)/2:]
	rss := func(s []sample) int { return slices.MaxFunc(s, func(a, b sample) int { return a.rss - b.rss }).rss }
	files := func(s []sample) int {
		return slices.MaxFunc(s, func(a, b sample) int { return a.files - b.files }).files
	}
	t.Logf("%d changes in %v; the last watcher: %d samples, memory %d kB then %d kB, descriptors %d then %d, at rest %d",
		actions, soak, len(samples), rss(first), rss(second), files(first), files(second), samples[len(samples)-1].files)
	if rss(second) > rss(first)*5/4 {
		t.Errorf("memory grew from %d to %d kB", rss(first), rss(second))
	}
	if files(second) > files(first)+2 {
		t.Errorf("descriptors grew from %d to %d", files(first), files(second))
	}
}

// disturb makes one change in a folder.
func disturb(t *testing.T, random *rand.Rand, in string) {
	t.Helper()
	entries, err := os.ReadDir(in)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if !e.IsDir() {
			names = append(names, e.Name())
		}
	}
	write := func(name string) error {
		s := fmt.Sprintf("BÁO CÁO\nkết quả đại hội Đảng bộ xã Số %d, nhiệm kỳ 2020 - 2025\n\nĐại hội đã bầu Ban Chấp hành gồm %d đồng chí.\n", random.IntN(1000), 7+random.IntN(20))
		return os.WriteFile(filepath.Join(in, name), []byte(strings.Repeat(s, 1+random.IntN(200))), 0o666)
	}
	some := func() string { return names[random.IntN(len(names))] }
	switch n := random.IntN(10); {
	case n < 4 && len(names) < 80 || len(names) < 10:
		err = write(fmt.Sprintf("%06d.txt", random.IntN(1_000_000)))
	case n < 6:
		err = write(some())
	case n < 7:
		err = os.Rename(filepath.Join(in, some()), filepath.Join(in, fmt.Sprintf("moved%06d.txt", random.IntN(1_000_000))))
	default:
		err = os.Remove(filepath.Join(in, some()))
	}
	if err != nil {
		t.Fatal(err)
	}
}

// waitQuiet waits until the outputs tell of every file and stand still.
func waitQuiet(t *testing.T, dir string) {
	t.Helper()
	last, still := "", 0
	for range 600 {
		time.Sleep(500 * time.Millisecond)
		info, err := os.Stat(filepath.Join(dir, "out", "run.json"))
		if err != nil {
			continue
		}
		if now := info.ModTime().String(); now != last {
			last, still = now, 0
		} else if still++; still > 30 { // 15 s without a publication
			return
		}
	}
	t.Fatal("the watcher does not come to rest")
}

// sample is what a process took at one time.
type sample struct{ rss, files int }

func sampleOf(pid int) (s sample) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return s
	}
	for line := range strings.Lines(string(status)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			s.rss, _ = strconv.Atoi(strings.Fields(rest)[0])
		}
	}
	fds, err := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
	if err != nil {
		return s
	}
	s.files = len(fds)
	return s
}
