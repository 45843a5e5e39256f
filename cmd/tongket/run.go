package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/source"
	"github.com/tongket/tongket/pipeline/telemetry"
)

// runOptions are the flags of run that are no settings.
type runOptions struct {
	fresh, quiet, ifChanged, allowEmpty bool
	shard                               pipeline.Shard
	cpuProfile, trace                   string
}

func (a *app) runCommand() *cobra.Command {
	var o runOptions
	var shard string
	c := &cobra.Command{
		Use:     "run INPUT…",
		Example: "  tongket run ~/archive/2020 bao-cao.zip -o out\n  tongket run . --formats xlsx,parquet,jsonl --lang en\n  find . -name '*.doc' -print0 | tongket run - -o out",
		Args:    arguments(1, -1),
	}
	s := a.addSettings(c, runSettings...)
	c.Flags().BoolVar(&o.fresh, "fresh", false, "")
	c.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "")
	c.Flags().BoolVar(&o.ifChanged, "if-changed", false, "")
	c.Flags().BoolVar(&o.allowEmpty, "allow-empty", false, "")
	c.Flags().StringVar(&shard, "shard", "", "")
	c.Flags().StringVar(&o.cpuProfile, "profile-cpu", "", "")
	c.Flags().StringVar(&o.trace, "trace", "", "")
	c.RunE = func(c *cobra.Command, args []string) error {
		settings, err := s.read()
		if err != nil {
			return err
		}
		if shard != "" {
			if o.shard, err = pipeline.ParseShard(shard); err != nil {
				return &usageError{err}
			}
		}
		h, err := build(settings)
		if err != nil {
			return errors.Join(err, a.unbuilt(settings, err))
		}
		stop, err := profiling(o.cpuProfile, o.trace)
		if err != nil {
			return err
		}
		err = a.batch(c.Context(), h, args, o)
		return errors.Join(err, stop())
	}
	return c
}

// batch is one run: read what is new, publish what changed, say how it went.
func (a *app) batch(ctx context.Context, h *house, inputs []string, o runOptions) error {
	e, err := a.attempt(ctx, h, inputs, o)
	if errors.Is(err, journal.ErrDamaged) && !o.fresh && !slices.Contains(inputs, "-") {
		// Nobody is there to give the flag that the error names. A list on standard
		// input has been read and cannot be read again.
		a.warn(err)
		if e.told != nil {
			if err := e.told.End(nil, err); err != nil {
				a.warn(err)
			}
		}
		o.fresh = true
		e, err = a.attempt(ctx, h, inputs, o)
	}
	return errors.Join(err, a.told(e, err))
}

// told tells the receivers how a run went.
func (a *app) told(e *ending, err error) error {
	n := numbers(e, exitStatus(err), time.Now())
	if e.told != nil {
		if err := e.told.End(n, err); err != nil {
			a.warn(err)
		}
	}
	return a.metrics(e, n)
}

// unbuilt tells the receivers of a run that its profile or settings kept from
// beginning.
func (a *app) unbuilt(settings *configs.Effective, err error) error {
	return a.told(&ending{house: &house{settings: settings}, start: time.Now()}, err)
}

// attempt is batch, without telling anybody how it went.
func (a *app) attempt(ctx context.Context, h *house, inputs []string, o runOptions) (e *ending, err error) {
	e = &ending{house: h, start: time.Now(), shard: o.shard, args: inputs, allowEmpty: o.allowEmpty, fresh: o.fresh}
	if err := reachable(inputs); err != nil {
		return e, err
	}
	if err := apart(h.settings.Out, inputs); err != nil {
		return e, err
	}
	if err := h.recall(a.fs); err != nil {
		return e, outputError(h.settings.Out, err)
	}
	out, err := a.openState(h, h.settings.Out, o.fresh)
	if err != nil {
		return e, err
	}
	if e.told, err = telemetry.Start(ctx, version()); err != nil {
		a.warn(err)
	}
	return e, errors.Join(a.locked(ctx, e, out.journal, o), out.close())
}

// warn says what is wrong beside the run.
func (a *app) warn(err error) { fmt.Fprintf(a.err, "tongket: %v\n", err) }

// outputError says of an error of an output folder what it is about.
func outputError(dir string, err error) error {
	if _, ok := errors.AsType[*journal.Busy](err); ok {
		return err
	}
	return &unreachable{fmt.Errorf("output folder %s: %w", dir, err)}
}

// locked is batch with the output folder in hand.
func (a *app) locked(ctx context.Context, e *ending, j *journal.Journal, o runOptions) error {
	h := e.house
	folder, err := publish.Open(a.fs, h.settings.Out)
	if err != nil {
		return outputError(h.settings.Out, err)
	}
	if o.ifChanged && !o.fresh && a.look(ctx, h, e.args).known(a.fs, h.settings.Out) {
		last, err := folder.Last()
		if err != nil {
			return err
		}
		if e.standing, err = folder.Look(last, false); err != nil {
			return err
		}
		if e.standing.Whole && e.standing.Texts {
			e.untouched = true
			a.sayUnchanged(h, o)
			return nil
		}
	}
	defer roomy(int64(h.settings.Limits.Hand))()
	p := newProgress(ctx, a, h.settings, o.quiet, e.args)
	e.seen = a.looker(h, e.args)
	err = e.stage("documents", func() (err error) {
		e.summary, err = a.engine(ctx, e, j, p)
		return err
	})
	p.end()
	if err != nil {
		return err
	}
	if err := format.Rest(); err != nil {
		a.warn(err)
	}
	if e.summary.Stopped != nil {
		e.failures = p.failures
		a.sayStopped(e)
		return e.summary.Stopped
	}
	if err := journal.SetShard(a.fs, filepath.Join(h.settings.Out, publish.State), o.shard.String(), e.summary.Names); err != nil {
		return err
	}
	if err := h.remember(a.fs); err != nil {
		return err
	}
	if o.shard.Of > 1 {
		a.sayShard(e, o)
		return nil
	}
	if err := e.stage("outputs", func() error {
		if err := a.publish(ctx, j, folder, e); err != nil {
			return err
		}
		return a.mirror(ctx, h.settings)
	}); err != nil {
		return err
	}
	if err := e.seen.end().keep(a.fs, h.settings.Out, e); err != nil {
		return err
	}
	if !o.quiet {
		a.sayEnding(e)
	}
	return e.verdict()
}

// stage tells of a stage while f runs.
func (e *ending) stage(name string, f func() error) error {
	end := e.told.Stage(name)
	err := f()
	end(err)
	return err
}

// spanOf is what is told of a document.
func spanOf(d pipeline.Done) telemetry.Document {
	s := telemetry.Document{Path: d.Path, Size: d.Size, Status: string(d.Status), Took: d.Took}
	if d.Failure != nil {
		s.Stage, s.Reason = string(d.Failure.Stage), string(d.Failure.Reason)
	}
	return s
}

// engine runs the documents.
func (a *app) engine(ctx context.Context, e *ending, j *journal.Journal, p *progress) (pipeline.Summary, error) {
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	h := e.house
	options := h.sourceOptions(ctx, a, fail)
	if e.seen != nil {
		options.Seen = e.seen.saw
	}
	f := h.settings.Failures
	r := &pipeline.Run{
		Reader: h.reader, Text: normalise, Extractor: h.set, Revision: h.revision, Expand: h.expand(options), Journal: j,
		Workers: workers(h.settings.Workers), Limits: h.limits(), Shard: e.shard, Log: p.log,
		Policy: pipeline.Policy{MaxFailed: f.Max.Number, MaxShare: f.Max.Share, WindowFailed: f.Window.Failed, Window: f.Window.Of},
		Done: func(d pipeline.Done) {
			p.done(d)
			e.told.Document(spanOf(d))
		},
	}
	return r.Do(ctx, source.Open(ctx, e.args, options))
}

func workers(n int) int {
	if n > 0 {
		return n
	}
	return runtime.GOMAXPROCS(0)
}

// logger makes the logger that the settings ask for.
func (a *app) logger(format string, level slog.Level) *slog.Logger {
	options := &slog.HandlerOptions{Level: level}
	if format == "json" || format == "auto" && !isTerminal(a.err) {
		return slog.New(slog.NewJSONHandler(a.err, options))
	}
	return slog.New(slog.NewTextHandler(a.err, options))
}

// isTerminal reports whether a person looks at w.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && os.Getenv("TERM") != "dumb" && info.Mode()&os.ModeDevice != 0
}
