package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"testing/synctest"
	"time"

	"github.com/tongket/tongket/pipeline/fsys/fsystest"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/report"
)

// seeds is how many worlds TestSimulation makes; the slow tests make 10,000.
var seeds = 150

// TestSimulation runs 50 documents of all kinds in a world that chance makes of
// a seed: how many workers there are, how long each document takes, when the
// run is stopped, which operation of the disk fails, when the power goes. Runs
// follow each other until one comes to its end. Whatever happened before:
//
//   - every input has exactly one outcome, and all rows are those of a run that
//     nobody disturbed;
//   - the bytes in hand never exceed the limit;
//   - a stopped run ends within its grace, and nothing goes on after it;
//   - bytes are read again only where a run was cut off before they were kept.
//
// A seed that fails is one line: go test ./pipeline -run 'Simulation/seed=17'.
func TestSimulation(t *testing.T) {
	// The first are those that found a fault once.
	for _, seed := range append([]int{1470, 2680, 4633, 8819}, slices.Collect(upTo(seeds))...) {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) { simulate(t, uint64(seed)) })
		})
	}
}

func upTo(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// simulate lives through the world of one seed.
func simulate(t *testing.T, seed uint64) {
	random := rand.New(rand.NewPCG(seed, seed))
	texts := randomTexts(random)
	calm := newSimulated(random, texts)
	if s, err := calm.run(context.Background(), t); err != nil || s.Stopped != nil {
		t.Fatal(s.Stopped, err)
	}
	want := calm.outcome(t)

	w := newSimulated(random, texts)
	cuts := 0
	for round := 0; ; round++ {
		end, undisturbed := w.disturbed(t, random, round)
		if end {
			break
		}
		if !undisturbed {
			cuts++
		}
	}
	got := w.outcome(t)
	if !slices.Equal(got, want) {
		t.Errorf("seed %d: other rows than those of a calm run:\n%s\nwant\n%s", seed, strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for text, n := range w.reads {
		if n > 1+cuts {
			t.Errorf("seed %d: %q was read %d times in %d runs that were cut off", seed, text, n, cuts)
		}
	}
}

// randomTexts are 50 documents, some of them twice.
func randomTexts(random *rand.Rand) []string {
	kinds := []string{"ok", "ok", "ok", "slow", "partial", "damaged", "panics", "program", "mail a1|damaged b|ok c", "badrule"}
	texts := make([]string, 0, 50)
	for i := range cap(texts) {
		if i > 0 && random.IntN(6) == 0 {
			texts = append(texts, texts[random.IntN(i)])
			continue
		}
		texts = append(texts, fmt.Sprintf("%s %s n%d", kinds[random.IntN(len(kinds))], strings.Repeat("x", random.IntN(300)), i))
	}
	return texts
}

// simulated is one output folder on a disk in memory, and what runs over it.
type simulated struct {
	fake
	disk    *fsystest.Memory
	faults  *fsystest.Faults
	texts   []string
	random  *rand.Rand
	mu      sync.Mutex
	reads   map[string]int // by the document's own words
	hand    int
	most    int
	limits  Limits
	workers int
}

func newSimulated(random *rand.Rand, texts []string) *simulated {
	return &simulated{
		disk: fsystest.NewMemory(), texts: texts, reads: map[string]int{}, random: rand.New(rand.NewPCG(random.Uint64(), 0)),
		limits:  Limits{Bytes: 1 << 20, InHand: int64(400 + random.IntN(2000)), Attachments: 10, Depth: 3, Time: time.Hour, Grace: time.Minute},
		workers: 1 + random.IntN(8),
	}
}

// Read takes a while and looks how much is in hand.
func (w *simulated) Read(ctx context.Context, name string, data []byte) (*report.Raw, error) {
	w.mu.Lock()
	w.reads[string(data)]++
	inside := strings.Contains(name, "!") // an attachment weighs with its document
	if !inside {
		w.hand += len(data)
		w.most = max(w.most, w.hand)
	}
	takes := time.Duration(w.random.IntN(3000)) * time.Millisecond
	w.mu.Unlock()
	time.Sleep(takes)
	defer func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		if !inside {
			w.hand -= len(data)
		}
	}()
	return w.fake.Read(ctx, name, data)
}

// run runs once.
func (w *simulated) run(ctx context.Context, t *testing.T) (Summary, error) {
	w.faults = &fsystest.Faults{FS: w.disk}
	return w.runOn(ctx, t, w.faults)
}

func (w *simulated) runOn(ctx context.Context, t *testing.T, f *fsystest.Faults) (Summary, error) {
	j, err := journal.Open(f, "out/.tongket", journal.Keys{Read: "r", Extract: "x"}, []*report.Table{documents, words}, false)
	if err != nil {
		return Summary{}, err
	}
	r := &Run{Reader: w, Text: w.text, Extractor: &w.fake, Journal: j, Workers: w.workers, Limits: w.limits}
	s, err := r.Do(ctx, w.blobs())
	if int64(w.most) > w.limits.InHand {
		t.Errorf("%d bytes in hand, the limit is %d", w.most, w.limits.InHand)
	}
	if w.hand != 0 {
		t.Errorf("%d bytes still in hand after the run", w.hand)
	}
	return s, errors.Join(err, j.Close())
}

func (w *simulated) blobs() iter.Seq[report.Blob] {
	return func(yield func(report.Blob) bool) {
		for i, s := range w.texts {
			b := report.BlobOf(fmt.Sprintf("%03d.txt", i), []byte(s))
			b.Stamp = "t"
			if !yield(b) {
				return
			}
		}
	}
}

// disturbed runs once, in trouble for the first rounds. end says that a run
// came to its end.
func (w *simulated) disturbed(t *testing.T, random *rand.Rand, round int) (end, undisturbed bool) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	f := &fsystest.Faults{FS: w.disk}
	trouble := random.IntN(4)
	if round > 4 {
		trouble = -1
	}
	stopped := time.Hour
	switch trouble {
	case 0:
		stopped = time.Duration(random.IntN(40_000)) * time.Millisecond
		time.AfterFunc(stopped, cancel)
	case 1:
		f.At, f.Err = 1+random.IntN(60), syscall.EIO
		f.Short, f.Lasting = random.IntN(2) == 0, random.IntN(2) == 0
	}
	start := time.Now()
	s, err := w.runOn(ctx, t, f)
	if took := time.Since(start); took > stopped+w.limits.Grace+time.Second {
		t.Errorf("stopped after %v, and went on for %v", stopped, took)
	}
	if err != nil && !errors.Is(err, syscall.EIO) {
		t.Fatal(err)
	}
	if err == nil && s.Stopped == nil {
		return true, true
	}
	if random.IntN(2) == 0 {
		w.disk.Crash(random)
	}
	return false, false
}

// outcome is every row of the journal.
func (w *simulated) outcome(t *testing.T) []string {
	j, err := journal.Open(w.disk, "out/.tongket", journal.Keys{Read: "r", Extract: "x"}, []*report.Table{documents, words}, false)
	if err != nil {
		t.Fatal(err)
	}
	v, err := j.View("vi")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, table := range []string{"documents", "words"} {
		for r, err := range v.Rows(table) {
			if err != nil {
				t.Fatal(err)
			}
			line := table
			for _, c := range r.Cells {
				line += "|" + c.String()
			}
			out = append(out, line)
		}
	}
	if err := errors.Join(v.Close(), j.Close()); err != nil {
		t.Fatal(err)
	}
	return out
}

var _ io.Closer = (*journal.Journal)(nil)
