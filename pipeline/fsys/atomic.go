package fsys

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// Partial ends the name of a file that is being written; whatever bears it
// after a crash is nobody's and may be removed.
const Partial = ".part"

// Pending is a file on its way: it has the content, and its name only after
// Commit.
type Pending struct {
	File
	fs    FS
	place string
	done  bool
}

// Create begins a file that will stand at name. It is written in the same
// folder, which is made when it is missing, because a rename cannot leave a
// file system.
func Create(f FS, name string) (*Pending, error) {
	dir := filepath.Dir(name)
	if err := f.MkdirAll(dir); err != nil {
		return nil, err
	}
	for range 100 {
		beside := filepath.Join(dir, fmt.Sprintf(".%s.%08x%s", filepath.Base(name), rand.Uint32(), Partial))
		w, err := f.OpenFile(beside, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return &Pending{File: w, fs: f, place: name}, nil
	}
	return nil, fmt.Errorf("create %s: no free name beside it", name)
}

// Commit brings the content to the disk and the file to its place. After an
// error nothing has changed there, but for one: when only the last step failed,
// to sync the folder, the file stands and may not outlive a power cut.
func (p *Pending) Commit() error {
	if p.done {
		return fmt.Errorf("commit %s: %w", p.place, fs.ErrClosed)
	}
	if err := p.Sync(); err != nil {
		p.Drop()
		return err
	}
	if err := p.Close(); err != nil {
		p.Drop()
		return err
	}
	if err := p.fs.Rename(p.Name(), p.place); err != nil {
		p.Drop()
		return err
	}
	p.done = true
	return p.fs.SyncDir(filepath.Dir(p.place))
}

// Drop takes the file back unless it was committed; it is safe to defer.
func (p *Pending) Drop() {
	if p.done {
		return
	}
	p.done = true
	_ = p.Close()             // may be closed already
	_ = p.fs.Remove(p.Name()) // what stays ends in Partial
}

// WriteFile writes data to name, whole or not at all.
func WriteFile(f FS, name string, data []byte) error {
	p, err := Create(f, name)
	if err != nil {
		return err
	}
	defer p.Drop()
	if _, err := p.Write(data); err != nil {
		return err
	}
	return p.Commit()
}
