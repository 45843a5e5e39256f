package sinks

import (
	"cmp"
	"context"
	"errors"
	"iter"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/datapackage"
	"github.com/tongket/tongket/sinks/whole"
)

// outputs are the sinks of a run. Those of one file a table listen to the rows
// that the others read, so that a table is taken out of the journal once for all
// of them. Each is whole or absent by itself; the caller publishes a folder when
// all are done.
type outputs struct {
	readers []Sink        // each reads as often as it likes
	files   []*whole.Sink // of one file a table
	about   []Sink        // describe those files
}

func (o *outputs) add(s Sink) {
	switch s := s.(type) {
	case *whole.Sink:
		o.files = append(o.files, s)
	case *datapackage.Sink:
		o.about = append(o.about, s)
	default:
		o.readers = append(o.readers, s)
	}
}

// Write writes all of ds.
func (o *outputs) Write(ctx context.Context, ds report.Dataset) error {
	l := &listening{Dataset: ds, heard: map[string]bool{}}
	for _, s := range o.files {
		w := s.Begin()
		defer w.Drop()
		l.writers = append(l.writers, w)
	}
	for _, s := range o.readers {
		if err := s.Write(ctx, l); err != nil {
			return cmp.Or(l.fault, err) // a reader would call it its own
		}
	}
	if err := l.rest(ctx); err != nil {
		return err
	}
	for _, w := range l.writers {
		if err := w.Publish(); err != nil {
			return err
		}
	}
	for _, s := range o.about {
		if err := s.Write(ctx, ds); err != nil {
			return err
		}
	}
	return nil
}

// listening is a Dataset of which writers hear every table when it is read for
// the first time.
type listening struct {
	report.Dataset
	writers []*whole.Writing
	heard   map[string]bool
	at      []*whole.Writing // those that hear the open table
	open    bool             // writers are at a table
	fault   error            // of a writer
}

// errUnheard says that a reader left a table before its end, without an error.
var errUnheard = errors.New("a table was not read to its end")

// Rows yields the rows of one table.
func (l *listening) Rows(table string) iter.Seq2[report.Row, error] {
	t := l.table(table)
	if t == nil || len(l.writers) == 0 {
		return l.Dataset.Rows(table)
	}
	return func(yield func(report.Row, error) bool) {
		if l.heard[table] || l.open {
			l.Dataset.Rows(table)(yield)
			return
		}
		if err := l.hear(t, yield, true); err != nil {
			yield(report.Row{}, err)
		}
	}
}

// Digest is that of the rows that are heard.
func (l *listening) Digest(table string) (string, error) { return report.Digest(l.Dataset, table) }

// Filled is that of the rows that are heard.
func (l *listening) Filled(table string) ([]bool, error) { return report.Filled(l.Dataset, table) }

func (l *listening) table(name string) *report.Table {
	for _, t := range l.Tables() {
		if t.Name == name {
			return t
		}
	}
	return nil
}

// hear yields the rows of a table once the writers have them; when nobody asked for
// them, only if a writer needs them. What it returns was not said yet.
func (l *listening) hear(t *report.Table, yield func(report.Row, error) bool, asked bool) error {
	l.heard[t.Name], l.open = true, true
	if err := l.begin(t); err != nil {
		return err
	}
	if !asked && len(l.at) == 0 {
		l.open = false
		return nil
	}
	for r, err := range l.Dataset.Rows(t.Name) {
		if err == nil {
			err = l.each(func(w *whole.Writing) error { return w.Add(r) })
		}
		if !yield(r, err) || err != nil {
			return nil // the writers stay in the middle of the table, and nothing is published
		}
	}
	if err := l.each((*whole.Writing).Close); err != nil {
		return err
	}
	l.open = false
	return nil
}

// begin opens a table in all writers, and keeps those that need its rows.
func (l *listening) begin(t *report.Table) error {
	l.at = l.at[:0]
	for _, w := range l.writers {
		var done bool
		if done, l.fault = w.Open(l.Dataset, t); l.fault != nil {
			return l.fault
		}
		if !done {
			l.at = append(l.at, w)
		}
	}
	return nil
}

func (l *listening) each(f func(*whole.Writing) error) error {
	for _, w := range l.at {
		if l.fault = f(w); l.fault != nil {
			return l.fault
		}
	}
	return nil
}

// unread yields the rows of a table that nobody read, none when no writer needs
// them.
func (l *listening) unread(t *report.Table) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		if err := l.hear(t, yield, false); err != nil {
			yield(report.Row{}, err)
		}
	}
}

// rest hears the tables that nobody read.
func (l *listening) rest(ctx context.Context) error {
	if l.open {
		return errUnheard
	}
	for _, t := range l.Tables() {
		if l.heard[t.Name] || len(l.writers) == 0 {
			continue
		}
		for _, err := range l.unread(t) {
			if err == nil && ctx.Err() != nil {
				err = context.Cause(ctx)
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}
