package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"

	"github.com/tongket/tongket/extractors"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
)

// former is what an output folder remembers of the profile of its last whole
// run, with the keys of the journal.
type former struct {
	Read    string          `json:"read"` // the key of its readings
	Extract string          `json:"extract"`
	Profile json.RawMessage `json:"profile"` // an extractors.Outline, which few runs ask for
	Tables  []journal.Shape `json:"tables"`  // of the journal
}

func formerName(out string) string { return filepath.Join(out, publish.State, "profile.json") }

// recall looks whether the last run had another profile, and what of its rows this one
// finds again. A note that cannot be read is none: then every
// document is extracted again.
func (h *house) recall(f fsys.FS) error {
	data, err := fsys.ReadFile(f, formerName(h.settings.Out))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var last former
	if json.Unmarshal(data, &last) != nil || last.Read != h.keys.Read || last.Extract == h.keys.Extract {
		return nil //nolint:nilerr // see above
	}
	var before extractors.Outline
	if json.Unmarshal(last.Profile, &before) != nil {
		return nil //nolint:nilerr // see above
	}
	now, err := h.outline()
	if err != nil {
		return nil //nolint:nilerr // a rule of a make that cannot be told is extracted anew
	}
	if r, ok := extractors.Revise(before, now, h.profile); ok {
		h.keys.Former, h.keys.FormerTables, h.revision = last.Extract, last.Tables, r
	}
	return nil
}

// remember notes the profile of a whole run.
func (h *house) remember(f fsys.FS) error {
	now, err := h.outline()
	if err != nil {
		return nil //nolint:nilerr // as above
	}
	profile, err := json.Marshal(now)
	if err != nil {
		return err
	}
	data, err := json.Marshal(former{h.keys.Read, h.keys.Extract, profile, journal.Shapes(h.rowTables())})
	if err != nil {
		return err
	}
	if before, err := fsys.ReadFile(f, formerName(h.settings.Out)); err == nil && string(before) == string(data) {
		return nil
	}
	return fsys.WriteFile(f, formerName(h.settings.Out), data)
}
