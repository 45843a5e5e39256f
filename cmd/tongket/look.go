package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
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

// look looks at the inputs without opening one.
func (a *app) look(ctx context.Context, h *house, inputs []string) look {
	if slices.Contains(inputs, "-") { // a list can be read only once
		return look{}
	}
	l := look{settled: true}
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	d := sha256.New()
	s := h.settings
	fmt.Fprintln(d, hash(h.keys.Extract, h.profile.Hash, s.Formats, s.Evidence, s.Lang, h.units, s.Out, inputs))
	overlay, _ := fsys.ReadFile(a.fs, filepath.Join(s.Out, publish.State, review.File)) // one that cannot be read is said by the run
	d.Write(overlay)
	for x := range source.Look(ctx, inputs, h.sourceOptions(ctx, a, fail)) {
		switch {
		case x.Info == nil:
			fmt.Fprintf(d, "%q %s\n", x.Path, x.Stamp)
		case x.Info.IsDir():
			l.folders = append(l.folders, x.Path)
			fmt.Fprintf(d, "%q %v\n", x.Path, x.Info.Mode())
		default:
			l.settled = l.settled && x.Stamp != ""
			fmt.Fprintf(d, "%q %d %d %v\n", x.Path, x.Info.Size(), x.Info.ModTime().UnixNano(), x.Info.Mode())
		}
	}
	if ctx.Err() == nil {
		l.sum = hex.EncodeToString(d.Sum(nil))
	}
	return l
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
