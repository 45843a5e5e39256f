package publish

import (
	"errors"
	"io/fs"
	"path"
)

// InTheWay says that somebody put something where an output belongs. It is found
// before anything is moved.
type InTheWay struct {
	Path   string
	Folder bool // a folder stands there, where a file belongs; else the other way round
}

func (w *InTheWay) Error() string {
	if w.Folder {
		return w.Path + ": a folder stands where an output belongs; remove or rename it, then run again"
	}
	return w.Path + ": a file stands where a folder of outputs belongs; remove or rename it, then run again"
}

// way returns what stands in the way of an output of a name. Folders that are known
// are not looked at.
func (p *Folder) way(name string, known map[string]bool) error {
	for i := range name {
		dir := name[:i]
		if name[i] != '/' || known[dir] {
			continue
		}
		folder, there, err := p.isFolder(dir)
		if err != nil {
			return err
		}
		if there && !folder {
			return &InTheWay{Path: p.place(dir)}
		}
		known[dir] = true
	}
	folder, _, err := p.isFolder(name)
	if err == nil && folder {
		return &InTheWay{Path: p.place(name), Folder: true}
	}
	return err
}

func (p *Folder) isFolder(name string) (folder, there bool, err error) {
	info, err := p.fs.Stat(p.place(name))
	if errors.Is(err, fs.ErrNotExist) {
		return false, false, nil
	}
	return err == nil && info.IsDir(), err == nil, err
}

// because is the reason of an error about an output: what stands in its way, if
// anything does.
func (p *Folder) because(name string, err error) error {
	if err == nil {
		return nil
	}
	if w, ok := errors.AsType[*InTheWay](p.way(name, map[string]bool{})); ok {
		return w
	}
	return err
}

// wayOfTexts returns what stands in the way of the texts.
func (p *Folder) wayOfTexts() error {
	entries, err := p.fs.ReadDir(p.place(texts))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return p.because(texts+"/"+texts, err)
	}
	for _, e := range entries {
		if name := path.Join(texts, e.Name()); e.IsDir() && IsText(name) {
			return &InTheWay{Path: p.place(name), Folder: true}
		}
	}
	return nil
}
