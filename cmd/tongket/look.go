package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/review"
	"github.com/tongket/tongket/pipeline/source"
)

// look is how inputs and settings look from outside: the names, sizes and times
// of all files, and the keys of what is done with them. The same look means
// that a run would do nothing.
type look struct {
	sum     string // "" when the inputs cannot be looked at
	folders []string
	// settled says that no file changed so lately that its next change might
	// not show.
	settled bool
}

// looker makes a look of what a walk sees.
type looker struct {
	look
	digest interface {
		io.Writer
		Sum(b []byte) []byte
	}
}

// looker begins a look with the settings. There is none at a list on standard
// input, which can be read only once: nil.
func (a *app) looker(h *house, inputs []string) *looker {
	if slices.Contains(inputs, "-") {
		return nil
	}
	l := &looker{look{settled: true}, sha256.New()}
	s := h.settings
	fmt.Fprintln(l.digest, hash(h.keys.Extract, h.profile.Hash, s.Formats, s.Evidence, s.Lang, h.units, s.Out, inputs))
	overlay, _ := fsys.ReadFile(a.fs, filepath.Join(s.Out, publish.State, review.File)) // one that cannot be read is said by the run
	_, _ = l.digest.Write(overlay)                                                      // a hash takes everything
	return l
}

func (l *looker) saw(x source.Seen) {
	switch {
	case x.Info == nil:
		fmt.Fprintf(l.digest, "%q %s\n", x.Path, x.Stamp)
	case x.Info.IsDir():
		l.folders = append(l.folders, x.Path)
		fmt.Fprintf(l.digest, "%q %v\n", x.Path, x.Info.Mode())
	default:
		l.settled = l.settled && x.Stamp != ""
		fmt.Fprintf(l.digest, "%q %d %s %v\n", x.Path, x.Info.Size(), x.Stamp, x.Info.Mode())
	}
}

// end is the look at the end of the walk.
func (l *looker) end() look {
	if l == nil {
		return look{}
	}
	l.sum = hex.EncodeToString(l.digest.Sum(nil))
	return l.look
}

// look looks at the inputs without opening one.
func (a *app) look(ctx context.Context, h *house, inputs []string) look {
	l := a.looker(h, inputs)
	if l == nil {
		return look{}
	}
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	for x := range source.Look(ctx, inputs, h.sourceOptions(ctx, a, fail)) {
		l.saw(x)
	}
	if ctx.Err() != nil {
		return look{folders: l.folders}
	}
	return l.end()
}

func lookFile(out string) string { return filepath.Join(out, publish.State, "look") }

// known reports whether the last run that went to its end saw the same.
func (l look) known(f fsys.FS, out string) bool {
	if l.sum == "" {
		return false
	}
	data, err := fsys.ReadFile(f, lookFile(out))
	return err == nil && strings.TrimSpace(string(data)) == l.sum
}

// unfinished reports whether the last run that went to its end left something to
// be tried again.
func unfinished(f fsys.FS, out string) bool {
	data, err := fsys.ReadFile(f, lookFile(out))
	return err == nil && len(bytes.TrimSpace(data)) == 0
}

// keep notes what a run saw, unless it left something to be tried again or a
// file changed while it ran.
func (l look) keep(f fsys.FS, out string, e *ending) error {
	again := !l.settled
	for r := range e.counts.ByReason {
		again = again || r.Passing()
	}
	if again {
		l.sum = ""
	}
	return fsys.WriteFile(f, lookFile(out), []byte(l.sum+"\n"))
}
