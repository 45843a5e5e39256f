package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/publish"
)

// look is how inputs and settings look from outside: the names, sizes and times
// of all files, and the keys of what is done with them. The same look means
// that a run would do nothing.
type look struct {
	sum     string // "" when the inputs cannot be looked at
	folders []string
}

// look looks at the inputs without opening one.
func (a *app) look(h *house, inputs []string) look {
	d := sha256.New()
	s := h.settings
	fmt.Fprintln(d, hash(h.keys.Extract, h.profile.Hash, s.Formats, s.Lang, h.units, s.Out, inputs))
	out, err := filepath.Abs(s.Out)
	if err != nil {
		return look{}
	}
	var l look
	for _, in := range inputs {
		if in == "-" || !l.walk(d, in, out) {
			return look{}
		}
	}
	l.sum = hex.EncodeToString(d.Sum(nil))
	return l
}

// walk takes everything below an input into the hash, the output folder left
// out. It reports false when something cannot be looked at.
func (l *look) walk(d io.Writer, in, out string) bool {
	err := filepath.WalkDir(in, func(name string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if e.IsDir() {
			if abs, err := filepath.Abs(name); err == nil && abs == out {
				return fs.SkipDir
			}
			l.folders = append(l.folders, name)
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		fmt.Fprintf(d, "%q %d %d %v\n", name, info.Size(), info.ModTime().UnixNano(), info.Mode())
		return nil
	})
	return err == nil
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

// keep notes what a run saw, unless it left something to be tried again.
func (l look) keep(f fsys.FS, out string, e *ending) error {
	sum := l.sum
	for r := range e.counts.ByReason {
		if r.Passing() {
			sum = ""
		}
	}
	return fsys.WriteFile(f, lookFile(out), []byte(sum+"\n"))
}
