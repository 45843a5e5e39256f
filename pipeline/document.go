package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync/atomic"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/report"
)

// engine is a Run under way.
type engine struct {
	*Run
	hand      *semaphore.Weighted // bytes of documents in hand
	claims    claims
	shut      map[string]bool // inputs that could not be looked at
	abandoned atomic.Int64
	policy    judge
	summary   Summary
}

// item is an input with its place among all.
type item struct {
	position int
	blob     report.Blob
}

// outcome is what a worker hands over for one input.
type outcome struct {
	input journal.Input
	// fresh is what was read or extracted anew, for it and what is attached.
	fresh []*fresh
	work  Work
	read  int64
	took  time.Duration
}

// fresh is a new content on its way to the journal. Two inputs with the same
// bytes share one; the first to be taken is put.
type fresh struct {
	*journal.Encoded
	put bool
}

// Do does all that one input needs, but for what is left to Rest.
func (d *desk) Do(ctx context.Context, it item, give func(outcome)) {
	w := &inside{desk: d, ctx: ctx, start: time.Now(), give: give, left: d.Limits.Attachments, bytes: d.Limits.Inside}
	b := it.blob
	w.out.input = journal.Input{Position: it.position, Path: b.Path, Size: b.Size, Stamp: b.Stamp}
	w.out.input.Failure = w.document(b)
	w.out.took = time.Since(w.start)
	if !w.kept {
		w.end()
	}
}

// document settles an input.
func (w *inside) document(b report.Blob) *report.Failure {
	if b.Err != nil || b.Open == nil {
		return failure(w.ctx, report.StageSource, b.Err, report.Unreadable)
	}
	id, known := w.Journal.Known(b.Path, b.Size, b.Stamp)
	state := journal.Unread
	if known {
		state = w.Journal.State(id)
	}
	if state == journal.Done {
		w.out.input.ID = id
		return nil
	}
	if err := w.acquire(w, b.Size); err != nil {
		return failure(w.ctx, report.StageSource, err, report.Interrupted)
	}
	if state == journal.Stale { // its text is in the journal, and its bytes only should that fail
		w.out.input.ID = id
		return w.settle(b.Path, id, 0, func() ([]byte, error) { return w.same(w.ctx, b, id) })
	}
	data, err := w.engine.bytes(w.ctx, b)
	if err != nil {
		return failure(w.ctx, report.StageSource, err, report.Unreadable)
	}
	w.out.input.Size, w.out.input.ID = int64(len(data)), w.id(b.Path, data)
	w.out.read = w.out.input.Size
	return w.settle(b.Path, w.out.input.ID, 0, func() ([]byte, error) { return data, nil })
}

// end gives away what became of the input.
func (w *inside) end() {
	w.hand.Release(w.weight)
	if w.out.input.Failure != nil {
		w.out.input.ID = "" // nothing is known of the bytes
	}
	w.give(w.out)
}

// same reads bytes that are known from an earlier run.
func (e *engine) same(ctx context.Context, b report.Blob, id journal.ID) ([]byte, error) {
	data, err := e.bytes(ctx, b)
	if err == nil && e.id(b.Path, data) != id {
		err = report.Becausef(report.Changed, "other bytes than its size and time of change say")
	}
	return data, err
}

// id names what is made of bytes under a name: the reader is given both.
func (e *engine) id(name string, data []byte) journal.ID {
	sum, kind := sha256.Sum256(data), ""
	if r, ok := e.Reader.(interface{ NameKind(name string) string }); ok {
		kind = r.NameKind(name)
	}
	return journal.MakeID(hex.EncodeToString(sum[:]), kind)
}

// bytes reads an input whole.
func (e *engine) bytes(ctx context.Context, b report.Blob) (data []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = report.Becausef(report.Internal, "panic: %v", p)
		}
	}()
	if e.Limits.Bytes > 0 && b.Size > e.Limits.Bytes {
		return nil, e.tooLarge(b.Size)
	}
	r, err := b.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	limited := io.Reader(r)
	if e.Limits.Bytes > 0 {
		limited = io.LimitReader(r, e.Limits.Bytes+1)
	}
	data = make([]byte, 0, max(b.Size+1, 512)) // one more, so that the end is seen without growing
	for {
		n, err := limited.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
	if e.Limits.Bytes > 0 && int64(len(data)) > e.Limits.Bytes {
		return nil, e.tooLarge(int64(len(data)))
	}
	return data, nil
}

func (e *engine) tooLarge(n int64) error {
	return report.Becausef(report.TooLarge, "%d bytes or more, the limit is %d", n, e.Limits.Bytes)
}

// failure makes a Failure of an error. When the context has ended, the reason
// is why it did.
func failure(ctx context.Context, stage report.Stage, err error, fallback report.Reason) *report.Failure {
	if ctx.Err() != nil && (err == nil || errors.Is(err, ctx.Err()) || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)) {
		err, fallback = context.Cause(ctx), report.Interrupted
	}
	return report.AsFailure("", stage, err, fallback)
}

// inside is the work on one input: its bytes, and the documents that they hold.
type inside struct {
	*desk
	ctx    context.Context
	start  time.Time // or when there was room for it in hand
	out    outcome
	give   func(outcome)
	weight int64 // that it has of the engine's hand
	left   int   // attachments that may still be found
	bytes  int64 // and their bytes

	// A document that is kept on the desk was read and waits for the rules.
	kept    bool
	content *journal.Content
	claim   *claim
}

// settle sees to it that the journal will know some bytes. Of several inputs
// with the same ID one does the work and the others wait for it. What
// contains waits for what is contained and never the other way round, so nobody
// waits for ever.
//
// It returns a failure only when nothing is known and nothing is kept: the run
// was stopped meanwhile.
func (w *inside) settle(path string, id journal.ID, depth int, load func() ([]byte, error)) (stopped *report.Failure) {
	if w.Journal.State(id) == journal.Done {
		return nil
	}
	c, mine := w.claims.take(id)
	if !mine {
		w.Rest(w.ctx) // who has it may wait for what is kept here
		select {
		case <-c.done:
			w.out.fresh = append(w.out.fresh, c.fresh...)
			return c.failure
		case <-w.ctx.Done():
			return failure(w.ctx, report.StageRead, w.ctx.Err(), report.Interrupted)
		}
	}
	from := len(w.out.fresh)
	defer func() {
		if w.kept {
			w.claim = c
			return
		}
		w.claims.settled(id, c, stopped, w.out.fresh[from:])
	}()
	switch w.Journal.State(id) {
	case journal.Done: // since the first look
		return nil
	case journal.Stale:
		work, stopped, err := w.extractAgain(path, id, depth)
		if err == nil {
			w.out.work = max(w.out.work, work)
			return stopped
		}
		w.Log.Warn("read again", "doc", path, "err", err)
	case journal.Unread:
	}
	data, err := load()
	if err != nil {
		return failure(w.ctx, report.StageSource, err, report.Unreadable)
	}
	w.out.work = Read
	return w.read(path, data, id, depth)
}

// read reads bytes and what is attached to them, extracts, and hands both over.
func (w *inside) read(path string, data []byte, id journal.ID, depth int) *report.Failure {
	got := w.guarded(path, data, id)
	c := got.content
	if f := c.Failure; f != nil && f.Reason == report.Interrupted {
		return f
	}
	for _, b := range got.attachments {
		a, f := w.attachment(path, b, depth)
		if f != nil {
			return f
		}
		c.Attached = append(c.Attached, a...)
	}
	return w.found(c, depth)
}

// found hands over what was read, with its rows: at once, or with those of the
// documents that its worker reads next.
func (w *inside) found(c *journal.Content, depth int) (stopped *report.Failure) {
	if c.Document != nil && depth == 0 && len(c.Attached) == 0 {
		w.keep(w, c)
		return nil
	}
	if c.Document != nil {
		w.rules(w.ctx, []*journal.Content{c})
	}
	return w.encode(c)
}

// encode makes a content ready for the journal, unless the run ended over it.
func (w *inside) encode(c *journal.Content) (stopped *report.Failure) {
	if c.Rules != nil && c.Rules.Reason == report.Interrupted {
		return c.Rules
	}
	if c.ReadBefore && (!c.Again || c.Anew != nil) {
		w.out.work = max(w.out.work, Extracted)
	}
	w.out.fresh = append(w.out.fresh, &fresh{Encoded: w.Journal.Encode(c)})
	return nil
}

// attachment reads the documents of one attachment: itself, or its members if
// it is an archive.
func (w *inside) attachment(path string, b report.Blob, depth int) (found []journal.Attached, stopped *report.Failure) {
	name := strings.TrimPrefix(b.Path, path+"!")
	b.Path = path + "!" + name
	all := func(yield func(report.Blob) bool) { yield(b) }
	if w.Expand != nil {
		all = w.Expand(w.ctx, b)
	}
	for b := range all {
		a := journal.Attached{Name: strings.TrimPrefix(b.Path, path+"!"), Size: b.Size}
		data, err := w.attached(b, depth)
		if err != nil {
			if a.Failure = failure(w.ctx, report.StageSource, err, report.Unreadable); a.Failure.Reason == report.Interrupted {
				return nil, a.Failure
			}
			found = append(found, a)
			if w.left < 0 { // said once
				return found, nil
			}
			continue
		}
		a.Size, a.ID = int64(len(data)), w.id(b.Path, data)
		if f := w.settle(b.Path, a.ID, depth+1, func() ([]byte, error) { return data, nil }); f != nil {
			return nil, f
		}
		found = append(found, a)
	}
	if w.ctx.Err() != nil {
		return nil, failure(w.ctx, report.StageSource, w.ctx.Err(), report.Interrupted)
	}
	return found, nil
}

// attached reads the bytes of an attachment within the budget of its input.
func (w *inside) attached(b report.Blob, depth int) ([]byte, error) {
	if b.Err != nil {
		return nil, b.Err
	}
	if depth+1 > w.Limits.Depth {
		return nil, report.Becausef(report.TooDeep, "documents nest deeper than %d", w.Limits.Depth)
	}
	if w.left--; w.left < 0 {
		return nil, report.Becausef(report.TooMany, "more than %d documents inside one", w.Limits.Attachments)
	}
	data, err := w.engine.bytes(w.ctx, b)
	if err != nil {
		return nil, err
	}
	if w.bytes -= int64(len(data)); w.Limits.Inside > 0 && w.bytes < 0 {
		w.left = -1
		return nil, report.Becausef(report.Expansion, "the documents inside one take more than %d bytes", w.Limits.Inside)
	}
	return data, nil
}

// errNotHere says that an attachment's bytes are only to be had by reading what
// it is attached to.
var errNotHere = errors.New("the bytes are inside another document")

// extractAgain runs the rules over documents that the journal holds, or those that may
// find something else than before.
func (w *inside) extractAgain(path string, id journal.ID, depth int) (work Work, stopped *report.Failure, err error) {
	c, ok, err := w.Journal.Reading(id)
	if err != nil || !ok {
		return Nothing, nil, errors.Join(err, fmt.Errorf("%.16s is not in the journal", id))
	}
	for _, a := range c.Attached {
		if a.ID == "" || depth > 64 {
			continue
		}
		f := w.settle(path+"!"+a.Name, a.ID, depth+1, func() ([]byte, error) { return nil, errNotHere })
		if f != nil {
			return Nothing, nil, f
		}
	}
	if w.Journal.Extracted(id) {
		return Extracted, nil, nil
	}
	if c.Document, err = w.Journal.Document(id); err != nil {
		return Nothing, nil, err
	}
	c.Document.Path, c.ReadBefore, c.Rules = path, true, nil
	if about, ok := w.Journal.Former(id); ok && w.Revision != nil {
		c.Again, c.About = true, about
	}
	return Nothing, w.found(c, depth), nil
}
