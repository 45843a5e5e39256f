package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/fsnotify/fsnotify"
	"github.com/spf13/cobra"

	"github.com/tongket/tongket/configs"
)

func (a *app) watchCommand() *cobra.Command {
	var w watcher
	c := &cobra.Command{
		Use:     "watch INPUT…",
		Example: "  tongket watch ~/incoming -o out\n  tongket watch //server/share/reports -o out --settle 1m",
		Args:    arguments(1, -1),
	}
	s := a.addSettings(c, runSettings...)
	c.Flags().DurationVar(&w.settle, "settle", 5*time.Second, "")
	c.Flags().DurationVar(&w.every, "every", time.Minute, "")
	c.Flags().BoolVarP(&w.quiet, "quiet", "q", false, "")
	c.RunE = func(c *cobra.Command, args []string) error {
		settings, err := s.read()
		if err != nil {
			return err
		}
		if w.every <= 0 || w.settle < 0 {
			return &usageError{errors.New("--every must be more than 0, and --settle not less")}
		}
		if slices.Contains(args, "-") {
			return &usageError{errors.New("a list on standard input cannot be watched; name folders")}
		}
		w.app, w.settings, w.inputs = a, settings, args
		if w.house, err = build(settings); err != nil {
			return err
		}
		return w.watch(c.Context())
	}
	return c
}

// watcher runs whenever its inputs have changed and stand still.
type watcher struct {
	*app
	settings      *configs.Effective
	house         *house // of the last run
	inputs        []string
	settle, every time.Duration
	quiet         bool

	notices *fsnotify.Watcher
	watched map[string]bool
	ran     string // the look of the last run
	retry   retry
}

// patience is how many times --settle the watcher waits for inputs that never
// stand still before it runs all the same.
const patience = 20

func (w *watcher) watch(ctx context.Context) error {
	var err error
	if w.notices, err = fsnotify.NewWatcher(); err != nil {
		w.notices = nil // looking every so often is enough
	} else {
		defer func() { _ = w.notices.Close() }() // nobody waits for notices any more
	}
	w.watched = map[string]bool{}
	for {
		if err := w.still(ctx); err != nil {
			return err
		}
		if err := w.once(ctx); err != nil {
			return err
		}
		if err := w.change(ctx); err != nil {
			return err
		}
	}
}

// once runs if the inputs look other than at the last run, or if it is time to
// try again what failed.
func (w *watcher) once(ctx context.Context) error {
	var err error
	if w.house, err = build(w.settings); err != nil { // the profile's files may have changed
		return errors.Join(err, w.app.unbuilt(w.settings, err))
	}
	now, start := w.see(ctx), time.Now()
	if now.sum != "" && now.sum == w.ran && !w.retry.due(start) {
		return nil
	}
	if now.sum != w.ran {
		w.retry = retry{}
	}
	err = w.batch(ctx, w.house, w.inputs, runOptions{quiet: w.quiet})
	w.ran = now.sum
	status := exitStatus(err)
	may := status == exitTooMany || status == exitUnreachable // it may pass
	w.retry.after(may || unfinished(w.fs, w.settings.Out), time.Now(), time.Since(start), w.every)
	if err == nil || ctx.Err() != nil {
		return causeOr(ctx, err)
	}
	switch {
	case status == exitSomeFailed:
		return nil // said
	case may:
		w.complain(err)
		fmt.Fprintln(w.err, say(w.settings.Lang, "Vẫn theo dõi; thử lại sau %s.", "Still watching; trying again in %s.", w.retry.within(w.every, time.Now()).Round(time.Second)))
		return nil
	}
	return err
}

func (w *watcher) see(ctx context.Context) look { return w.look(ctx, w.house, w.inputs) }

// causeOr returns why the context ended, if it did, else err.
func causeOr(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	return err
}

// change waits until the inputs look other than at the last run, or until it is
// time to try again.
func (w *watcher) change(ctx context.Context) error {
	for {
		w.follow(w.see(ctx).folders)
		if err := w.wait(ctx, w.retry.within(w.every, time.Now())); err != nil {
			return err
		}
		if now := w.see(ctx); now.sum == "" || now.sum != w.ran || w.retry.due(time.Now()) {
			return nil
		}
	}
}

// still waits until the inputs look the same for the time of settle.
func (w *watcher) still(ctx context.Context) error {
	until := time.Now().Add(patience * w.settle)
	last := w.see(ctx).sum
	for time.Now().Before(until) {
		if err := sleep(ctx, w.settle); err != nil {
			return err
		}
		now := w.see(ctx).sum
		if now == last {
			return nil
		}
		last = now
	}
	return nil
}

// follow asks the system for notices of folders. One that it refuses is looked
// at every so often like the rest.
func (w *watcher) follow(folders []string) {
	if w.notices == nil {
		return
	}
	for _, f := range folders {
		if !w.watched[f] {
			w.watched[f] = w.notices.Add(f) == nil
		}
	}
}

// wait waits for a notice or for d.
func (w *watcher) wait(ctx context.Context, d time.Duration) error {
	var events chan fsnotify.Event
	var faults chan error
	if w.notices != nil {
		events, faults = w.notices.Events, w.notices.Errors
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
	case <-faults: //nolint:errcheck // notices were lost: a look answers them all
	case e := <-events:
		w.heard(e)
		w.drain()
	case <-ctx.Done():
		return context.Cause(ctx)
	}
	return nil
}

// heard takes one notice: a folder that is gone has to be asked for again.
func (w *watcher) heard(e fsnotify.Event) {
	if e.Has(fsnotify.Remove) || e.Has(fsnotify.Rename) {
		delete(w.watched, e.Name)
	}
}

// drain takes what came with a notice: one look answers them all.
func (w *watcher) drain() {
	for {
		select {
		case e := <-w.notices.Events:
			w.heard(e)
		case <-w.notices.Errors: //nolint:errcheck // as above
		default:
			return
		}
	}
}

// sleep waits for d or for the end of ctx.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("while waiting: %w", context.Cause(ctx))
	}
}
