package pipeline

import (
	"fmt"
	"slices"
	"sync"

	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/report"
)

// claims keep two workers from reading the same bytes at once.
type claims struct {
	mu   sync.Mutex
	byID map[journal.ID]*claim
}

// claim is bytes in work. Its other fields are set when done closes.
type claim struct {
	done    chan struct{}
	failure *report.Failure
	fresh   []*fresh
}

// take claims bytes, or returns the claim of who was first.
func (c *claims) take(id journal.ID) (*claim, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if x, ok := c.byID[id]; ok {
		return x, false
	}
	x := &claim{done: make(chan struct{})}
	c.byID[id] = x
	return x, true
}

// settled ends a claim: what became of the bytes, for those who wait.
func (c *claims) settled(id journal.ID, x *claim, failure *report.Failure, fresh []*fresh) {
	x.failure, x.fresh = failure, slices.Clone(fresh)
	close(x.done)
	if len(x.fresh) == 0 {
		c.leave(id)
	}
}

// leave forgets a claim whose outcome is in the journal.
func (c *claims) leave(id journal.ID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if x, ok := c.byID[id]; ok {
		select {
		case <-x.done:
			delete(c.byID, id)
		default: // its own outcome comes later in the order
		}
	}
}

// take keeps an outcome and tells of it. It runs on the goroutine of Do, in the
// order of the inputs.
func (e *engine) take(out outcome) error {
	for _, f := range out.fresh {
		if f.put {
			continue
		}
		f.put = true
		if err := e.Journal.Put(f.Encoded); err != nil {
			return err
		}
		e.claims.leave(f.Content.ID)
	}
	e.summary.Bytes += out.read
	if f := out.input.Failure; f != nil && f.Reason == report.Interrupted {
		return nil // not done; the next run does it
	}
	left := max(e.Limits.Attachments, 1)
	return e.list(out.input, &out, 0, &left)
}

// list adds an input and what is attached to it to the list of inputs.
func (e *engine) list(in journal.Input, out *outcome, depth int, left *int) error {
	change, first, err := e.Journal.Add(in)
	if err != nil {
		return err
	}
	if shut(in) { // nobody knows whether it is another one
		e.shut[in.Path] = true
		change = journal.Same
	}
	d := Done{Path: in.Path, Size: in.Size, Status: in.Failure.Status(), Failure: in.Failure, Change: change}
	if depth == 0 {
		d.Work, d.Took = out.work, out.took
	}
	var attached []journal.Attached
	switch {
	case in.ID == "":
	case e.Journal.Plain(in.ID):
		if d.Status = report.OK; !first {
			d.Status = report.Duplicate
		}
	default:
		c, ok, err := e.Journal.Reading(in.ID)
		if err == nil && !ok {
			err = fmt.Errorf("%s: the journal lost %.16s", in.Path, in.ID)
		}
		if err != nil {
			return err
		}
		d.Status, d.Failure = c.Outcome()
		if !first && (c.Status == report.OK || c.Status == report.Partial) {
			d.Status, d.Failure = report.Duplicate, nil
		}
		attached = c.Attached
	}
	e.tell(d)
	for _, a := range attached {
		if *left--; *left < 0 || depth > 64 {
			break
		}
		inner := journal.Input{Position: in.Position, Path: in.Path + "!" + a.Name, Size: a.Size, ID: a.ID, Failure: a.Failure}
		if err := e.list(inner, out, depth+1, left); err != nil {
			return err
		}
	}
	return nil
}

// shut reports whether an input could not be looked at, for no fault of its own.
func shut(in journal.Input) bool {
	return in.ID == "" && in.Failure != nil && in.Failure.Reason.Shut()
}

// gone leaves out of the names that vanished those inside an input that could not
// be looked at.
func (e *engine) gone(names []string) []string {
	return slices.DeleteFunc(names, func(name string) bool {
		for i, c := range name {
			if (c == '/' || c == '!') && e.shut[name[:i]] {
				return true
			}
		}
		return false
	})
}

// tell counts an input and passes it on.
func (e *engine) tell(d Done) {
	e.summary.Inputs++
	e.summary.Work[d.Work]++
	switch d.Change {
	case journal.New:
		e.summary.New++
	case journal.Changed:
		e.summary.Changed++
	case journal.Same:
		if d.Failure == nil || !d.Failure.Reason.Shut() {
			e.summary.Known++
			if d.Work == Read {
				e.summary.Again++
			}
		}
	}
	e.policy.saw(d.Status == report.Failed)
	if d.Failure != nil {
		e.Log.Info("document", "doc", d.Path, "status", d.Status, "stage", d.Failure.Stage, "reason", d.Failure.Reason,
			"err", d.Failure.Err, "dur_ms", d.Took.Milliseconds())
	} else {
		e.Log.Debug("document", "doc", d.Path, "status", d.Status, "dur_ms", d.Took.Milliseconds())
	}
	if e.Done != nil {
		e.Done(d)
	}
}
