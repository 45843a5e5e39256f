package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
)

func (a *app) mergeCommand() *cobra.Command {
	var quiet, allowEmpty bool
	c := &cobra.Command{
		Use:     "merge PART…",
		Example: "  tongket run archive --shard 1/2 -o part1\n  tongket run archive --shard 2/2 -o part2\n  tongket merge part1 part2 -o out",
		Args:    arguments(1, -1),
	}
	s := a.addSettings(c, "out", "profile", "formats", "evidence", "units", "keep", "metrics", "log::format", "log::level")
	c.Flags().BoolVarP(&quiet, "quiet", "q", false, "")
	c.Flags().BoolVar(&allowEmpty, "allow-empty", false, "")
	c.RunE = func(c *cobra.Command, args []string) error {
		settings, err := s.read()
		if err != nil {
			return err
		}
		h, err := build(settings)
		if err != nil {
			return errors.Join(err, a.unbuilt(settings, err))
		}
		e := &ending{house: h, start: time.Now(), args: args, allowEmpty: allowEmpty}
		if err = reachable(args); err == nil {
			err = a.merge(c.Context(), h, e, quiet)
		}
		return errors.Join(err, a.told(e, err))
	}
	return c
}

// merge joins parts into the output folder and publishes.
func (a *app) merge(ctx context.Context, h *house, e *ending, quiet bool) (err error) {
	parts := e.args
	if err := a.whole(h.settings.Out, parts); err != nil {
		return &usageError{err}
	}
	defer roomy(int64(h.settings.Limits.Hand))()
	out, err := a.openState(h, h.settings.Out, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.close()) }()
	var from []*journal.Journal
	for _, dir := range parts {
		p, err := a.openState(h, dir, false)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, p.close()) }()
		from = append(from, p.journal)
	}
	if err := journal.SetShard(a.fs, filepath.Join(h.settings.Out, publish.State), "", ""); err != nil {
		return err
	}
	if err := out.journal.Merge(from, parts); err != nil {
		if isUnreachable(err) {
			return err
		}
		return &usageError{err}
	}
	if err := h.remember(a.fs); err != nil {
		return err
	}
	folder, err := publish.Open(a.fs, h.settings.Out)
	if err != nil {
		return outputError(h.settings.Out, err)
	}
	if err := a.publish(ctx, out.journal, folder, e); err != nil {
		return err
	}
	if err := a.mirror(ctx, h.settings); err != nil {
		return err
	}
	if !quiet {
		a.sayEnding(e)
	}
	return e.verdict()
}

// whole looks whether the parts are all of one whole, each once, and names all
// that are not.
func (a *app) whole(out string, parts []string) error {
	seen := map[int]string{}
	of, all, from := 0, "", ""
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	for _, dir := range parts {
		if same(dir, out) {
			fault("%s is a part and cannot be the output; name another folder with -o", dir)
			continue
		}
		s, names, err := journal.ShardOf(a.fs, filepath.Join(dir, publish.State))
		if err != nil {
			faults = append(faults, err)
			continue
		}
		if s == "" {
			fault("%s was not made with --shard, or its run did not end; run it again", dir)
			continue
		}
		shard, err := pipeline.ParseShard(s)
		if err != nil {
			fault("%s: %w", dir, err)
			continue
		}
		if of == 0 {
			of, all, from = shard.Of, names, dir
		}
		switch other := seen[shard.Index]; {
		case shard.Of != of:
			fault("%s is part %s, the others are of %d", dir, s, of)
		case names != all:
			fault("%s was made of other inputs than %s: run it again over the same", dir, from)
		case other != "":
			fault("%s and %s are both part %s", other, dir, s)
		default:
			seen[shard.Index] = dir
		}
	}
	for i := 1; i <= of; i++ {
		if seen[i] == "" {
			fault("part %d/%d is missing", i, of)
		}
	}
	return errors.Join(faults...)
}

func same(a, b string) bool {
	x, err1 := filepath.Abs(a)
	y, err2 := filepath.Abs(b)
	return err1 == nil && err2 == nil && x == y
}

// state is the state of an output folder, locked and open.
type state struct {
	lock    *journal.Lock
	journal *journal.Journal
}

// openState locks a folder and opens its journal.
func (a *app) openState(h *house, dir string, fresh bool) (*state, error) {
	name := filepath.Join(dir, publish.State)
	lock, err := journal.Acquire(a.fs, name)
	if err != nil {
		return nil, outputError(dir, err)
	}
	j, err := journal.Open(a.fs, name, h.keys, h.rowTables(), fresh)
	if err != nil {
		err = errors.Join(err, lock.Release())
		if isUnreachable(err) {
			return nil, outputError(dir, err)
		}
		return nil, &usageError{err}
	}
	return &state{lock, j}, nil
}

func (s *state) close() error { return errors.Join(s.journal.Close(), s.lock.Release()) }
