// Package formattest holds the promises that every reader keeps, as one suite:
//
//   - whatever the bytes, it returns: no panic, no hang, no goroutine left;
//   - the same bytes give the same Raw;
//   - what it returns is well formed: valid UTF-8, cells inside a grid,
//     attachments that open;
//   - an error says why, by a report.Reason, and is never report.Internal;
//   - a cancelled context ends it.
//
// A reader's own tests call Run with a folder of small files, and its fuzz
// target is one call of Fuzz.
package formattest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"reflect"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"go.uber.org/goleak"
)

// Reader is what every format package's New returns.
type Reader interface {
	Read(ctx context.Context, data []byte) (*report.Raw, error)
}

// patience is how long one read of a small file may take on a busy machine
// before the suite calls it a hang.
const patience = 20 * time.Second

// Run checks all promises on every file below seeds, as it is and damaged in
// stated ways. The damage is the same in every run.
func Run(t *testing.T, reader Reader, seeds fs.FS) {
	t.Helper()
	defer goleak.VerifyNone(t, goleak.IgnoreCurrent())
	files := load(t, seeds)
	if len(files) == 0 {
		t.Fatal("no seeds: the suite would prove nothing")
	}
	for _, f := range files {
		t.Run(f.name, func(t *testing.T) {
			t.Run("intact", func(t *testing.T) { intact(t, reader, f.data) })
			t.Run("context", func(t *testing.T) { cancelled(t, reader, f.data) })
			t.Run("cut", func(t *testing.T) { cut(t, reader, f.data) })
			t.Run("changed", func(t *testing.T) { changed(t, reader, f.data) })
		})
	}
	t.Run("no bytes", func(t *testing.T) { Check(t, reader, nil) })
	t.Run("noise", func(t *testing.T) { noise(t, reader) })
}

// Fuzz feeds a reader with mutations of every file below seeds and checks that
// it returns something well formed or an error with a reason, twice the same.
func Fuzz(f *testing.F, reader Reader, seeds fs.FS) {
	f.Helper()
	for _, s := range load(f, seeds) {
		f.Add(s.data)
	}
	f.Fuzz(func(t *testing.T, data []byte) { Check(t, reader, data) })
}

// Check reads data twice and fails the test when a promise is broken. It
// returns what was read, nil when the reader refused.
func Check(t testing.TB, reader Reader, data []byte) *report.Raw {
	t.Helper()
	raw, err := read(t, t.Context(), reader, data)
	again, err2 := read(t, t.Context(), reader, data)
	if fault := disagree(raw, again, err, err2); fault != "" {
		t.Errorf("two readings of the same bytes differ: %s", fault)
	}
	if err != nil {
		if fault := badError(err); fault != "" {
			t.Error(fault)
		}
		return nil
	}
	for _, fault := range Faults(raw) {
		t.Error(fault)
	}
	return raw
}

// intact asks of an undamaged file what a damaged one cannot promise: that its
// cells do not lie over each other.
func intact(t *testing.T, reader Reader, data []byte) {
	if raw := Check(t, reader, data); raw != nil {
		for _, fault := range overlaps(raw.Parts) {
			t.Error(fault)
		}
	}
}

// cut reads the file as a broken transfer leaves it.
func cut(t *testing.T, reader Reader, data []byte) {
	const pieces = 16
	for i := range pieces {
		Check(t, reader, data[:len(data)*i/pieces])
	}
	for n := 1; n <= min(4, len(data)); n++ {
		Check(t, reader, data[:len(data)-n])
	}
}

// changed reads the file as a bad disk leaves it: single bits, bytes, and
// stretches of zeros.
func changed(t *testing.T, reader Reader, data []byte) {
	if len(data) == 0 {
		return
	}
	rng := rand.New(rand.NewPCG(1, uint64(len(data))))
	for i := range 24 {
		bad := append([]byte(nil), data...)
		switch at := rng.IntN(len(bad)); i % 3 {
		case 0:
			bad[at] ^= 1 << rng.IntN(8)
		case 1:
			for range 8 {
				bad[rng.IntN(len(bad))] = byte(rng.IntN(256))
			}
		case 2:
			clear(bad[at:min(at+64, len(bad))])
		}
		Check(t, reader, bad)
	}
}

// noise reads bytes that are no file at all.
func noise(t *testing.T, reader Reader) {
	rng := rand.New(rand.NewPCG(2, 3))
	for _, n := range []int{1, 2, 7, 64, 512, 4096} {
		data := make([]byte, n)
		for i := range data {
			data[i] = byte(rng.IntN(256))
		}
		Check(t, reader, data)
	}
}

// cancelled reads under a context that was cancelled before, and under ones
// that are cancelled when the reader looks for the second, fourth … time.
func cancelled(t *testing.T, reader Reader, data []byte) {
	for _, looks := range []int{0, 1, 3, 9} {
		ctx := newCountdown(t.Context(), looks)
		raw, err := read(t, ctx, reader, data)
		if err == nil && raw != nil {
			err = raw.Err
		}
		if ctx.cancelled() && !errors.Is(err, context.Canceled) && !refused(err) {
			t.Errorf("context cancelled at look %d: got error %v, want context.Canceled", looks+1, err)
		}
		if looks == 0 && !ctx.cancelled() {
			t.Error("the reader never looks at its context")
		}
	}
}

// refused reports whether a reader had its own reason to stop, which it may
// find before it looks at its context.
func refused(err error) bool {
	f, ok := errors.AsType[*report.Failure](err)
	return ok && f.Reason != "" && f.Reason != report.Interrupted
}

// read calls the reader in a goroutine of its own, so that a hang fails the
// test instead of stopping it.
func read(t testing.TB, ctx context.Context, reader Reader, data []byte) (*report.Raw, error) {
	t.Helper()
	type result struct {
		raw   *report.Raw
		err   error
		panic any
	}
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			r.panic = recover()
			done <- r
		}()
		r.raw, r.err = reader.Read(ctx, data)
	}()
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case r := <-done:
		if r.panic != nil {
			t.Fatalf("the reader panicked: %v", r.panic)
		}
		if r.raw == nil && r.err == nil {
			t.Fatal("the reader returned neither text nor an error")
		}
		return r.raw, r.err
	case <-timer.C:
		t.Fatalf("the reader did not return within %v", patience)
	}
	return nil, nil
}

func badError(err error) string {
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return ""
	}
	f, ok := errors.AsType[*report.Failure](err)
	switch {
	case !ok || f.Reason == "":
		return fmt.Sprintf("error without a reason: %v", err)
	case f.Reason == report.Internal:
		return fmt.Sprintf("a reader has no bugs to report, only inputs: %v", err)
	case f.Reason.Hint() == report.Label{}:
		return fmt.Sprintf("unknown reason %q", f.Reason)
	}
	return ""
}

// Faults lists what is not well formed in a Raw.
func Faults(raw *report.Raw) []string {
	var faults []string
	add := func(format string, args ...any) {
		if len(faults) < 20 {
			faults = append(faults, fmt.Sprintf(format, args...))
		}
	}
	if raw.Media == "" {
		add("no media type")
	}
	if raw.Err != nil {
		if f := badError(raw.Err); f != "" {
			add("Raw.Err: %s", f)
		}
	}
	for _, m := range raw.Meta {
		if m.Key == "" || m.Value == "" || !utf8.ValidString(m.Key) || !utf8.ValidString(m.Value) {
			add("metadata %q=%q: empty or not UTF-8", m.Key, m.Value)
		}
	}
	for i := range raw.Parts {
		partFaults(i, &raw.Parts[i], raw.Pages, add)
	}
	for i, a := range raw.Attachments {
		if fault := badBlob(a); fault != "" {
			add("attachment %d: %s", i, fault)
		}
	}
	return faults
}

func partFaults(i int, p *report.Part, pages int, add func(string, ...any)) {
	if p.Kind > report.Caption {
		add("part %d: unknown kind %d", i, p.Kind)
	}
	if p.Level < 0 || p.Kind == report.Heading && p.Level > 9 {
		add("part %d: %v of level %d", i, p.Kind, p.Level)
	}
	if p.Page < 0 || pages > 0 && p.Page > pages {
		add("part %d: page %d of %d", i, p.Page, pages)
	}
	if !utf8.ValidString(p.Label) {
		add("part %d: label %q is not UTF-8", i, p.Label)
	}
	for j, r := range p.Runs {
		if !utf8.ValidString(r.Text) || !utf8.ValidString(r.Font) {
			add("part %d run %d: %q in font %q is not UTF-8", i, j, r.Text, r.Font)
		}
		if r.Confidence > 100 {
			add("part %d run %d: confidence %d", i, j, r.Confidence)
		}
	}
	c := p.Cell
	switch {
	case p.Kind != report.TableCell && c != (report.Cell{}):
		add("part %d: a %v with cell %+v", i, p.Kind, c)
	case p.Kind == report.TableCell && (c.Table < 1 || c.Row < 0 || c.Col < 0 || c.RowSpan < 1 || c.ColSpan < 1):
		add("part %d: cell %+v is outside any grid", i, c)
	}
}

func badBlob(b report.Blob) string {
	if b.Path == "" || !utf8.ValidString(b.Path) {
		return fmt.Sprintf("bad name %q", b.Path)
	}
	if b.Open == nil {
		if b.Err == nil {
			return "neither content nor error"
		}
		return ""
	}
	r, err := b.Open(context.Background())
	if err != nil {
		return badError(err)
	}
	_, err = io.Copy(io.Discard, r)
	if err := errors.Join(err, r.Close()); err != nil {
		return fmt.Sprintf("reading: %v", err)
	}
	return ""
}

// gridLimit bounds what overlaps looks at: seeds are small, and a span that
// claims a million cells is a fault of its own.
const gridLimit = 1 << 20

func overlaps(parts []report.Part) []string {
	type place struct{ table, row, col int }
	owner := make(map[place]report.Cell)
	for i, p := range parts {
		c := p.Cell
		if p.Kind != report.TableCell {
			continue
		}
		if c.RowSpan*c.ColSpan+len(owner) > gridLimit {
			return []string{fmt.Sprintf("part %d: cell %+v makes the grid larger than %d", i, c, gridLimit)}
		}
		for row := c.Row; row < c.Row+c.RowSpan; row++ {
			for col := c.Col; col < c.Col+c.ColSpan; col++ {
				at := place{c.Table, row, col}
				if o, taken := owner[at]; taken && !o.Same(c) {
					return []string{fmt.Sprintf("part %d: cell %+v lies over cell %+v", i, c, o)}
				}
				owner[at] = c
			}
		}
	}
	return nil
}

func disagree(a, b *report.Raw, errA, errB error) string {
	if (errA == nil) != (errB == nil) || errA != nil && errA.Error() != errB.Error() {
		return fmt.Sprintf("%v and %v", errA, errB)
	}
	if a == nil || b == nil {
		return ""
	}
	switch {
	case a.Media != b.Media:
		return "media " + a.Media + " and " + b.Media
	case !reflect.DeepEqual(a.Meta, b.Meta):
		return fmt.Sprintf("metadata %v and %v", a.Meta, b.Meta)
	case !reflect.DeepEqual(a.Notes, b.Notes):
		return fmt.Sprintf("notes %v and %v", a.Notes, b.Notes)
	case !reflect.DeepEqual(a.Parts, b.Parts):
		return fmt.Sprintf("%d and %d parts of different content", len(a.Parts), len(b.Parts))
	case a.Pages != b.Pages, len(a.Attachments) != len(b.Attachments), (a.Err == nil) != (b.Err == nil):
		return "pages, attachments or error"
	}
	return ""
}

type seed struct {
	name string
	data []byte
}

func load(t testing.TB, seeds fs.FS) []seed {
	t.Helper()
	var files []seed
	err := fs.WalkDir(seeds, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(seeds, path)
		files = append(files, seed{path, data})
		return err
	})
	if err != nil {
		t.Fatalf("seeds: %v", err)
	}
	return files
}
