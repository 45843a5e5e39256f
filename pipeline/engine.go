package pipeline

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"iter"
	"log/slog"
	"time"

	"golang.org/x/sync/semaphore"

	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/report"
)

// Reader makes a Raw of the bytes of one document; name is only for formats
// that cannot be told apart by their content. One that goes by the name has a
// method NameKind(name string) string, which returns all of the name that it
// goes by.
type Reader interface {
	Read(ctx context.Context, name string, data []byte) (*report.Raw, error)
}

// Texter makes the canonical document of a Raw. It may return a document with
// an error: what could be read, and why it is not all.
type Texter func(ctx context.Context, path, sum string, raw *report.Raw) (*report.Document, error)

// Extractor finds all rows of documents: of each, one of the table documents with its
// identity, and those of the other tables. The rows of a document are the same in any
// company; when some fail or panic, each document is asked for alone.
type Extractor interface {
	Each(docs []*report.Document) ([]report.Found, error)
}

// Revision is an Extractor that knows what its rules found before they changed. It finds
// the rows of documents whose rows are known under the journal's former key, with about,
// what was told of each.
type Revision interface {
	// Each gives of each document whether all its rows stand, or else those that may
	// not. It is asked as Extractor.Each is.
	Each(docs []*report.Document, about []int64) ([]report.Found, error)
}

// Run is one run over inputs. Its fields are not changed after Do.
type Run struct {
	Reader    Reader
	Text      Texter
	Extractor Extractor
	// Revision is asked instead of Extractor where it can be; nil never is.
	Revision Revision
	// Expand opens what is attached to a document, should it be an archive; nil
	// takes every attachment as it is.
	Expand  func(context.Context, report.Blob) iter.Seq[report.Blob]
	Journal *journal.Journal
	// Workers is the number of documents that are read at once; at least 1.
	Workers int
	Limits  Limits
	Policy  Policy
	// Shard takes a part of the inputs; the zero Shard takes all.
	Shard Shard
	// Done hears of every input, in order, on one goroutine; nil for nobody.
	Done func(Done)
	Log  *slog.Logger // nil says nothing
}

// Limits bound what one document, and all in hand together, may take.
type Limits struct {
	// Bytes is the largest document that is read.
	Bytes int64
	// InHand bounds the bytes of all documents in work at once. One document
	// may be larger and is then alone.
	InHand int64
	// Attachments bounds how many documents may be found inside one, Depth how
	// deep they nest.
	Attachments, Depth int
	// Inside bounds the bytes of all documents found inside one; 0 for none.
	Inside int64
	// Time is the wall time of reading one document, and of the rules over it, the last
	// resort against a reader that counts its work wrongly; 0 for none.
	Time time.Duration
	// Grace is how long documents in hand may go on after the run was stopped,
	// and a reader after its time ran out.
	Grace time.Duration
}

// Done says how one input ended.
type Done struct {
	Path    string
	Size    int64
	Status  report.Status
	Failure *report.Failure
	// Work says what had to be done.
	Work   Work
	Change journal.Change
	Took   time.Duration
}

// Work says what an input cost.
type Work int

// The kinds of work, from none to all.
const (
	Nothing   Work = iota // the journal knew it
	Extracted             // its document came from the journal
	Read                  // it was read
)

// Summary says how a run ended.
type Summary struct {
	Inputs    int
	Work      [3]int // by Work
	Bytes     int64  // read
	New       int
	Changed   int
	Known     int // the same as in a run before; not those that cannot be looked at
	Again     int // of Known those that were read all the same: another program, or a failure that may pass
	Vanished  []string
	Abandoned int // readers, and rules, that did not return in time
	// Names is, for a shard, the hash of the names of all inputs, those of other
	// shards too: shards of one whole have the same.
	Names string
	// Stopped is why the run ended before its inputs did: the cause of the
	// context, or *TooMany; nil for a whole run.
	Stopped error
}

// window is how many finished documents may wait for a slow one before them,
// for each worker. One scan takes as long as a thousand text files; their rows
// are some ten kilobytes each.
const window = 64

// Do runs all inputs. It returns an error only when the run itself cannot go
// on: the journal cannot be written. Everything else is in the Summary.
//
// When ctx ends no further input is begun; those in hand are finished, for at
// most Limits.Grace. Code that does not look at its context gets one grace more.
func (r *Run) Do(ctx context.Context, inputs iter.Seq[report.Blob]) (Summary, error) {
	e := &engine{Run: r, policy: judge{Policy: r.Policy}, hand: semaphore.NewWeighted(max(r.Limits.InHand, 1)), claims: claims{byID: map[journal.ID]*claim{}}, shut: map[string]bool{}}
	if e.Log == nil {
		e.Log = slog.New(slog.DiscardHandler)
	}
	if err := r.Journal.Begin(); err != nil {
		return e.summary, err
	}
	work, release := graceful(ctx, r.Limits.Grace)
	defer release()
	stop, halt := context.WithCancelCause(ctx)
	defer halt(nil)
	n := max(r.Workers, 1)
	names := sha256.New()
	for out := range inOrder(work, stop, n, n*window, r.Shard.of(steady(inputs, halt), names), func() worker[item, outcome] { return &desk{engine: e} }) {
		if err := e.take(out); err != nil {
			return e.summary, err
		}
		if err := e.policy.look(); err != nil {
			halt(err)
		}
	}
	e.summary.Abandoned = int(e.abandoned.Load())
	e.summary.Names = hex.EncodeToString(names.Sum(nil))
	if stop.Err() == nil {
		if err := e.policy.end(); err != nil {
			halt(err)
		}
	}
	if stop.Err() != nil {
		e.summary.Stopped = context.Cause(stop)
		if _, ok := errors.AsType[*TooMany](e.summary.Stopped); ok {
			e.summary.Stopped = cmp.Or(e.policy.look(), e.summary.Stopped) // with those that were in hand
		}
		return e.summary, r.Journal.Flush()
	}
	var err error
	e.summary.Vanished, err = r.Journal.Finish()
	e.summary.Vanished = e.gone(e.summary.Vanished)
	return e.summary, err
}

// graceful returns a context that ends some time after ctx does.
func graceful(ctx context.Context, grace time.Duration) (context.Context, context.CancelFunc) {
	work, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		t := time.AfterFunc(grace, func() { cancel(report.Because(report.Interrupted, context.Cause(ctx))) })
		context.AfterFunc(work, func() { t.Stop() })
	})
	return work, func() { stop(); cancel(nil) }
}

// steady ends the run when finding the inputs panics: what comes after is not
// known, so the run cannot be whole.
func steady(inputs iter.Seq[report.Blob], halt context.CancelCauseFunc) iter.Seq[report.Blob] {
	return func(yield func(report.Blob) bool) {
		defer func() {
			if p := recover(); p != nil {
				halt(&report.Failure{Stage: report.StageSource, Reason: report.Internal, Err: panicked(p)})
			}
		}()
		inputs(yield)
	}
}
