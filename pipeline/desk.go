package pipeline

import (
	"context"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/report"
)

// desk is a worker's: documents that were read wait on it until the rules go over them
// together. Readers and rules are each more code than a processor keeps at hand, and
// one document is soon done: by turns, 2 to 3 % of a run went into fetching
// instructions again.
type desk struct {
	*engine
	waiting []*inside
	size    int64 // bytes of their texts
}

// A desk holds so many documents, or so many bytes: twice as many gained no more, and
// what is in memory, and lost when the program is killed, grows with them.
const (
	deskDocuments = 8
	deskBytes     = 512 << 10
)

// keep keeps a document that was read.
func (d *desk) keep(w *inside, c *journal.Content) {
	w.kept, w.content = true, c
	d.waiting = append(d.waiting, w)
	d.size += int64(len(c.Document.Text))
}

// acquire waits for room in hand for an input, with nothing on the desk that others
// could wait for, nor wait long for: a large file may be a scan.
func (d *desk) acquire(w *inside, size int64) error {
	weight := min(max(size, 1), max(d.Limits.InHand, 1))
	if len(d.waiting) == deskDocuments || d.size+size > deskBytes || !d.hand.TryAcquire(weight) {
		d.Rest(w.ctx)
		if err := d.hand.Acquire(w.ctx, weight); err != nil {
			return err
		}
	}
	w.weight, w.start = weight, time.Now()
	return nil
}

// Rest finds the rows of the documents on the desk and gives them away.
func (d *desk) Rest(ctx context.Context) {
	if len(d.waiting) == 0 {
		return
	}
	contents := make([]*journal.Content, len(d.waiting))
	for i, w := range d.waiting {
		contents[i] = w.content
	}
	begin := time.Now()
	d.rules(ctx, contents)
	each := time.Since(begin) / time.Duration(len(contents))
	for _, w := range d.waiting {
		begin = time.Now()
		stopped := w.encode(w.content)
		w.out.input.Failure = stopped
		w.claims.settled(w.content.ID, w.claim, stopped, w.out.fresh)
		w.out.took += each + time.Since(begin)
		w.end()
	}
	clear(d.waiting)
	d.waiting, d.size = d.waiting[:0], 0
}

// rules sets the rows of contents: by the revision where it can be asked and succeeds, and
// else by the extractor.
func (d *desk) rules(ctx context.Context, contents []*journal.Content) {
	var known, others []*journal.Content
	for _, c := range contents {
		if c.Again {
			known = append(known, c)
		} else {
			others = append(others, c)
		}
	}
	if len(known) > 0 {
		if f := d.revise(ctx, known); f != nil {
			if f.Reason == report.Interrupted {
				failAll(contents, f)
				return
			}
			d.Log.Warn("the changed rules fail: all are asked", "documents", len(known), "err", f)
			for _, c := range known {
				c.Again = false
			}
			others = contents
		}
	}
	d.extract(ctx, others)
}

// extract runs the extractor over the documents of contents, together and, when that
// fails, one by one: then it is known whose failure it is, and it leaves the reading as
// it is.
func (d *desk) extract(ctx context.Context, contents []*journal.Content) {
	if len(contents) > 1 {
		f := d.rows(ctx, contents)
		if f == nil {
			return
		}
		if f.Reason == report.Interrupted {
			failAll(contents, f)
			return
		}
		d.Log.Debug("the rules fail over several documents: each is asked for alone", "documents", len(contents))
	}
	for i, c := range contents {
		c.Rules = d.rows(ctx, []*journal.Content{c})
		if c.Rules != nil && c.Rules.Reason == report.Interrupted { // there is one grace, and not one for each
			failAll(contents[i:], c.Rules)
			return
		}
	}
}

func failAll(contents []*journal.Content, f *report.Failure) {
	for _, c := range contents {
		c.Rules = f
	}
}

// rows sets the rows of contents, of all or of none.
func (d *desk) rows(ctx context.Context, contents []*journal.Content) *report.Failure {
	found, f := d.ask(ctx, contents, d.Extractor.Each)
	if f != nil {
		return f
	}
	for i, c := range contents {
		c.Rows, c.About = found[i].Rows, found[i].About
	}
	return nil
}

// revise sets the rows of contents that stand or may differ, of all or of none. Where all
// may, the content is one that was never known.
func (d *desk) revise(ctx context.Context, contents []*journal.Content) *report.Failure {
	about := make([]int64, len(contents))
	for i, c := range contents {
		about[i] = c.About
	}
	found, f := d.ask(ctx, contents, func(docs []*report.Document) ([]report.Found, error) { return d.Revision.Each(docs, about) })
	if f != nil {
		return f
	}
	for i, c := range contents {
		c.About = found[i].About
		if !found[i].Stands {
			c.Rows, c.Anew, c.Again = found[i].Rows, found[i].Tables, found[i].Tables != nil
		}
	}
	return nil
}

// ask asks rules of the documents of contents, under the time limit of one. What goes
// wrong is told of one document only: of several it is not known whose it is.
func (d *desk) ask(ctx context.Context, contents []*journal.Content, rules func([]*report.Document) ([]report.Found, error)) ([]report.Found, *report.Failure) {
	docs := make([]*report.Document, len(contents))
	for i, c := range contents {
		docs[i] = c.Document
	}
	type answer struct {
		found   []report.Found
		failure *report.Failure
	}
	got, left := within(ctx, d.engine, report.StageExtract, func(context.Context) (a answer) {
		defer func() {
			if p := recover(); p != nil {
				if len(docs) == 1 {
					d.Log.Error("panic", "doc", docs[0].Path, "stage", report.StageExtract, "panic", p, "stack", string(debug.Stack()))
				}
				a = answer{failure: &report.Failure{Stage: report.StageExtract, Reason: report.Internal, Err: panicked(p)}}
			}
		}()
		found, err := rules(docs)
		if err == nil && len(found) != len(docs) {
			err = fmt.Errorf("the rules gave rows of %d documents for %d", len(found), len(docs))
		}
		if err != nil {
			return answer{failure: report.AsFailure("", report.StageAssemble, err, report.Internal)}
		}
		return answer{found: found}
	})
	if left != nil {
		if len(docs) == 1 {
			d.Log.Error("left behind: the rules do not return", "doc", docs[0].Path)
		}
		return nil, left
	}
	return got.found, got.failure
}
