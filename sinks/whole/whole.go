// Package whole lets a sink write several files that appear together or not at
// all: each is written beside its place, brought to the disk, and renamed only
// when every one of them is complete.
package whole

import (
	"fmt"
	"path/filepath"

	"github.com/tongket/tongket/pipeline/fsys"
)

// Set is the files of one sink on their way. Create them, then Publish; Drop
// takes back what was not published and is safe to defer.
type Set struct {
	fs    fsys.FS
	dir   string
	files []*fsys.Pending
}

// In returns an empty set whose files will stand in dir, which is made when it
// is missing. A nil f is the machine's file system.
func In(f fsys.FS, dir string) *Set {
	if f == nil {
		f = fsys.OS
	}
	return &Set{fs: f, dir: dir}
}

// Create begins a file of the set. The writer is valid until Publish or Drop.
func (s *Set) Create(name string) (fsys.File, error) {
	f, err := fsys.Create(s.fs, filepath.Join(s.dir, name))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", filepath.Join(s.dir, name), err)
	}
	s.files = append(s.files, f)
	return f, nil
}

// Scratch begins a file that is never published: Drop removes it.
func (s *Set) Scratch(name string) (fsys.File, func(), error) {
	f, err := fsys.Create(s.fs, filepath.Join(s.dir, name))
	if err != nil {
		return nil, nil, fmt.Errorf("%s: %w", filepath.Join(s.dir, name), err)
	}
	return f, f.Drop, nil
}

// Publish brings every file to the disk and then to its place. While the first
// half fails nothing has changed; should the folder be lost between two
// renames, each file that stands is whole.
func (s *Set) Publish() error {
	for _, f := range s.files {
		if err := f.Sync(); err != nil {
			return err
		}
	}
	for _, f := range s.files {
		if err := f.Commit(); err != nil {
			return err
		}
	}
	return nil
}

// Drop removes what was created and not published.
func (s *Set) Drop() {
	for _, f := range s.files {
		f.Drop()
	}
}
