package publish

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/tongket/tongket/pipeline/fsys"
)

// exports is the folder of kept exports, dated the name of one of them.
const (
	exports = "exports"
	dated   = "2006-01-02T150405.000"
)

// Keep copies what was published at a time into exports/<time>, unless it
// stands there, and removes the oldest until n are left. Those into whose workbook
// somebody typed are spared and do not count; the result names them. A copy appears
// whole: it is made beside and renamed. Texts cost nothing where the file system can
// give them a second name.
func (p *Folder) Keep(n int, at time.Time, last Published) (spared []string, err error) {
	if err := p.keep(at, last); err != nil {
		return nil, err
	}
	return p.forget(n)
}

func (p *Folder) keep(at time.Time, last Published) error {
	dir := p.place(exports)
	if err := p.fs.MkdirAll(dir); err != nil {
		return err
	}
	place := filepath.Join(dir, at.Format(dated))
	if fsys.Exists(p.fs, place) {
		return nil
	}
	beside := place + fsys.Partial
	if err := fsys.RemoveAll(p.fs, beside); err != nil {
		return err
	}
	for _, f := range last.Files {
		if err := p.copy(f.Path, filepath.Join(beside, filepath.FromSlash(f.Path))); err != nil {
			return errors.Join(err, fsys.RemoveAll(p.fs, beside))
		}
	}
	if err := p.keepTexts(filepath.Join(beside, texts)); err != nil {
		return errors.Join(err, fsys.RemoveAll(p.fs, beside))
	}
	if err := p.fs.Rename(beside, place); err != nil {
		return err
	}
	return p.fs.SyncDir(dir)
}

// keepTexts links the published texts into a folder, or copies them. A text is
// never written in its place but replaced, so a later run leaves the kept ones.
func (p *Folder) keepTexts(dir string) error {
	made, linked, copied := false, true, false
	err := p.eachText(p.place(texts), func(name string, _ fs.DirEntry) error {
		if !made {
			if err := p.fs.MkdirAll(dir); err != nil {
				return err
			}
			made = true
		}
		from, to := filepath.Join(p.place(texts), name), filepath.Join(dir, name)
		if linked {
			if linked = p.fs.Link(from, to) == nil; linked {
				return nil
			}
		}
		copied = true
		return p.copyUnsynced(from, to)
	})
	switch {
	case err != nil || !made:
		return err
	case copied:
		if err := p.fs.SyncTree(dir); err != nil { // in one step: to sync each takes minutes
			return err
		}
	}
	return p.fs.SyncDir(dir)
}

func (p *Folder) copyUnsynced(from, to string) error {
	data, err := fsys.ReadFile(p.fs, from)
	if err != nil {
		return err
	}
	w, err := p.fs.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	_, err = w.Write(data)
	return errors.Join(err, w.Close())
}

func (p *Folder) copy(name, to string) error {
	r, err := fsys.Open(p.fs, p.place(name))
	if err != nil {
		return err
	}
	defer r.Close()
	w, err := fsys.Create(p.fs, to)
	if err != nil {
		return err
	}
	defer w.Drop()
	if _, err := io.CopyBuffer(onlyWriter{w}, onlyReader{r}, make([]byte, 1<<18)); err != nil {
		return err
	}
	return w.Commit()
}

type onlyWriter struct{ io.Writer }

// forget removes the oldest exports until n are left, and copies that a crash
// left half made. What does not bear a time is somebody's and stays, and so do exports
// into which somebody typed.
func (p *Folder) forget(n int) (spared []string, err error) {
	dir := p.place(exports)
	entries, err := p.fs.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var kept []string
	var faults []error
	for _, e := range entries {
		name, half := strings.CutSuffix(e.Name(), fsys.Partial)
		if _, err := time.Parse(dated, name); err != nil || !e.IsDir() {
			continue
		}
		if half {
			faults = append(faults, fsys.RemoveAll(p.fs, filepath.Join(dir, e.Name())))
			continue
		}
		kept = append(kept, name)
	}
	if len(kept) <= n { // the workbooks of all are not read for nothing
		return nil, errors.Join(faults...)
	}
	slices.Sort(kept)
	left := 0
	for i, name := range slices.Backward(kept) {
		name = path.Join(exports, name)
		typed, err := p.typedInto(name)
		switch {
		case err != nil:
			faults = append(faults, err)
		case typed && len(kept)-i > n:
			spared = append(spared, name)
		case typed:
		case left < n:
			left++
		default:
			faults = append(faults, fsys.RemoveAll(p.fs, p.place(name)))
		}
	}
	return spared, errors.Join(faults...)
}

// Exports returns the kept exports of an output folder by their places, the oldest
// first.
func Exports(f fsys.FS, dir string) ([]string, error) {
	dir = filepath.Join(dir, exports)
	entries, err := f.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var kept []string
	for _, e := range entries {
		if _, err := time.Parse(dated, e.Name()); err == nil && e.IsDir() {
			kept = append(kept, filepath.Join(dir, e.Name()))
		}
	}
	return kept, err
}

// typedInto reports whether a kept export has a workbook that is none of those that
// were published: its manifest has their hashes. One that cannot be read vouches for
// none.
func (p *Folder) typedInto(export string) (bool, error) {
	entries, err := p.fs.ReadDir(p.place(export))
	if err != nil {
		return false, err
	}
	data, err := fsys.ReadFile(p.fs, p.place(path.Join(export, Manifest)))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, err
	}
	var m struct {
		Outputs []File `json:"outputs"`
	}
	_ = json.Unmarshal(data, &m) // see above
	for i := range m.Outputs {
		m.Outputs[i].Path = path.Join(export, m.Outputs[i].Path)
	}
	for _, e := range entries {
		if !isWorkbook(e.Name()) {
			continue
		}
		if ours, err := p.ours(path.Join(export, e.Name()), Published{Files: m.Outputs}); err != nil || !ours {
			return err == nil, err
		}
	}
	return false, nil
}
