package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/sinks/again"
)

func madeName(out string) string { return filepath.Join(out, publish.State, "made.json") }

// ledger is what is known of the making of the outputs that stand, for who makes
// those of this run. A run that forgets what was read makes all anew.
func (a *app) ledger(folder *publish.Folder, e *ending) (*again.Ledger, error) {
	s := e.house.settings
	var before []byte
	if !e.fresh {
		var err error
		if before, err = fsys.ReadFile(a.fs, madeName(s.Out)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	last, err := folder.Last()
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	for _, f := range last.Files {
		files[f.Path] = f.Sum
	}
	profile := ""
	if len(e.house.reviewed) > 0 {
		profile = e.house.profile.Hash // what follows from a corrected row is made by the rules of now
	}
	base := again.Hash(e.house.keys.Read, version(), s.Lang, journal.SortedBy, profile)
	return again.New(a.fs, s.Out, base, before, files), nil
}

// keepMade keeps what the outputs were made of that are published now.
func (a *app) keepMade(l *again.Ledger, e *ending) error {
	for _, k := range e.published.Kept {
		l.Move(k.Path, k.Beside)
	}
	notes, err := l.Notes()
	if err != nil {
		return err
	}
	return fsys.WriteFile(a.fs, madeName(e.house.settings.Out), notes)
}

// addRows counts the rows of tables that nobody had to read.
func addRows(rows map[string]int, l *again.Ledger) {
	for table, n := range l.Rows(func(name string) string { return strings.TrimSuffix(filepath.Base(name), filepath.Ext(name)) }) {
		if _, counted := rows[table]; !counted {
			rows[table] = n
		}
	}
}
