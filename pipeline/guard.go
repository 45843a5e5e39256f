package pipeline

import (
	"context"
	"errors"
	"runtime/debug"
	"strings"
	"time"

	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

// result is what reading some bytes gave.
type result struct {
	content     *journal.Content
	attachments []report.Blob
}

// within calls do under the time limit of one document. Code that does not look at its
// context is left behind after the grace and its answer, should it ever come, is
// nobody's; then the failure says why.
func within[T any](ctx context.Context, e *engine, stage report.Stage, do func(context.Context) T) (got T, left *report.Failure) {
	if t := e.Limits.Time; t > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, t, report.Becausef(report.TimedOut, "not done after %v", t))
		defer cancel()
	}
	done := make(chan T, 1)
	go func() { done <- do(ctx) }()
	select {
	case got = <-done:
		return got, nil
	case <-ctx.Done():
	}
	grace := time.NewTimer(max(e.Limits.Grace, time.Second))
	defer grace.Stop()
	select {
	case got = <-done:
		return got, nil
	case <-grace.C:
	}
	e.abandoned.Add(1)
	return got, failure(ctx, stage, ctx.Err(), report.TimedOut)
}

// guarded reads under the time limit of one document.
func (w *inside) guarded(path string, data []byte, id journal.ID) result {
	r, left := within(w.ctx, w.engine, report.StageRead, func(ctx context.Context) result { return w.stages(ctx, path, data, id) })
	if left != nil {
		w.Log.Error("left behind: the reader does not return", "doc", path)
		return result{content: &journal.Content{ID: id, Status: report.Failed, Failure: left}}
	}
	return r
}

// stages takes bytes through reader and text.
func (w *inside) stages(ctx context.Context, path string, data []byte, id journal.ID) (r result) {
	c := &journal.Content{ID: id, Status: report.OK}
	r.content = c
	stage := report.StageRead
	defer func() {
		if p := recover(); p != nil {
			w.Log.Error("panic", "doc", path, "stage", stage, "panic", p, "stack", string(debug.Stack()))
			r = result{content: &journal.Content{
				ID: id, Media: c.Media, Status: report.Failed,
				Failure: &report.Failure{Stage: stage, Reason: report.Internal, Err: panicked(p)},
			}}
		}
	}()
	raw, err := w.Reader.Read(ctx, path, data)
	if raw != nil {
		c.Media, c.Pages, c.Notes = raw.Media, raw.Pages, raw.Notes
		r.attachments = raw.Attachments
		if err == nil {
			err = raw.Err
		}
	} else if m, ok := w.Reader.(interface {
		Media(name string, data []byte) string
	}); ok {
		c.Media = m.Media(path, data)
	}
	if err != nil {
		c.Failure = failure(ctx, stage, err, report.Damaged)
	}
	if raw == nil {
		c.Status = failed(c.Failure)
		return r
	}
	stage = report.StageText
	doc, err := w.Text(ctx, path, id.Sum(), raw)
	if err != nil && c.Failure == nil {
		c.Failure = failure(ctx, stage, err, report.Garbled)
		if c.Failure.Reason == report.Empty && len(r.attachments) > 0 {
			c.Failure = nil // a mail that only carries something
		}
	}
	w.takeOver(c, doc, len(r.attachments) > 0)
	return r
}

// damaged is the failure of a document whose letters are lost in parts: what was
// read stands, and nobody takes it for whole.
func damaged(doc *report.Document) *report.Failure {
	for _, n := range doc.Notes {
		if n.Code == text.NoteDamaged {
			return &report.Failure{Stage: report.StageText, Reason: report.Garbled, Err: errors.New(n.Text)}
		}
	}
	return nil
}

// takeOver takes over the document, or says why there is none.
func (w *inside) takeOver(c *journal.Content, doc *report.Document, attachments bool) {
	switch {
	case doc != nil && strings.TrimSpace(doc.Text) != "":
		c.Document, c.Notes = doc, doc.Notes
		c.Characters, c.Bytes = report.CodePoints(doc.Text), len(doc.Text)
		if c.Failure == nil {
			c.Failure = damaged(doc)
		}
		if c.Failure != nil {
			c.Status = report.Partial
		}
	case c.Failure != nil:
		c.Status = failed(c.Failure)
	case !attachments:
		c.Status = report.Failed
		c.Failure = &report.Failure{Stage: report.StageText, Reason: report.Empty}
	}
}

// failed is the status of a document of which nothing was read.
func failed(f *report.Failure) report.Status { return f.Status() }

type panicError struct{ value any }

func panicked(v any) error { return panicError{v} }

func (p panicError) Error() string {
	switch v := p.value.(type) {
	case error:
		return "panic: " + v.Error()
	case string:
		return "panic: " + v
	}
	return "panic"
}
