package review

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/tongket/tongket/pipeline/fsys"
)

// File is the name of the overlay in a state folder.
const File = "review.jsonl"

// Load reads the corrections of a state folder; none when there is no file.
func Load(f fsys.FS, dir string) ([]Correction, error) {
	name := filepath.Join(dir, File)
	data, err := fsys.ReadFile(f, name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Correction
	s := bufio.NewScanner(bytes.NewReader(data))
	s.Buffer(nil, 64<<20) // a row's columns hold at most what a cell of a workbook does
	for n := 1; s.Scan(); n++ {
		var c Correction
		if err := json.Unmarshal(s.Bytes(), &c); err != nil {
			return nil, fmt.Errorf("%s:%d: %w; take the line out, or move the file away to begin again", name, n, err)
		}
		out = append(out, c)
	}
	return out, s.Err()
}

// Save writes the corrections of a state folder, whole or not at all.
func Save(f fsys.FS, dir string, all []Correction) error {
	data, err := encode(all)
	if err != nil {
		return err
	}
	return fsys.WriteFile(f, filepath.Join(dir, File), data)
}

func encode(all []Correction) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	for i := range all {
		if err := e.Encode(&all[i]); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// Digest is a hash of corrections; "" for none.
func Digest(all []Correction) string {
	if len(all) == 0 {
		return ""
	}
	data, err := encode(all)
	if err != nil {
		panic(err) // texts and numbers always encode
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// Merged says what became of corrections that were added to others.
type Merged struct{ New, Changed, Known int }

// Merge adds corrections to those of before. A verdict on a whole row replaces
// all that was said of the row; a corrected column replaces what was said of
// this column, and a verdict on the whole. What says the same again changes
// nothing.
func Merge(before, added []Correction) ([]Correction, Merged) {
	all := slices.Clone(before)
	var m Merged
	for _, c := range added {
		old := func(d Correction) bool {
			return d.sameRow(&c) && (c.Field == "" || d.Field == "" || d.Field == c.Field)
		}
		i := slices.IndexFunc(all, old)
		switch {
		case i < 0:
			m.New++
			all = append(all, c)
		case said(all, &c):
			m.Known++
		default:
			m.Changed++
			c.Was = all[i].Was // as it was read, not as it was corrected
			all = slices.DeleteFunc(all, old)
			all = append(all, c)
		}
	}
	return all, m
}

// said reports whether all holds what c says. That a row is right whose values
// are those of its corrections says nothing new.
func said(all []Correction, c *Correction) bool {
	corrected, kept := 0, 0
	for i := range all {
		d := &all[i]
		if !d.sameRow(c) {
			continue
		}
		if d.sameWords(c) {
			return true
		}
		if d.Verdict == Wrong && d.Field != "" && (c.Field == "" || c.Field == d.Field) {
			corrected++
			if c.Was[d.Field] == d.Value {
				kept++
			}
		}
	}
	return c.Verdict == Right && corrected > 0 && kept == corrected
}

// Forget takes out all that was said of rows, or of whole documents by their
// doc_id, and returns how many corrections that were.
func Forget(all []Correction, ids []string) ([]Correction, int) {
	left := slices.DeleteFunc(slices.Clone(all), func(c Correction) bool {
		return c.Row != "" && slices.Contains(ids, c.Row) || slices.Contains(ids, idOf(c.Doc))
	})
	return left, len(all) - len(left)
}
