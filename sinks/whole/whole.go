// Package whole lets a sink write several files that appear together or not at
// all: each is written beside its place, brought to the disk, and renamed only
// when every one of them is complete.
package whole

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// Set is the files of one sink on their way. Create them, then Publish; Drop
// takes back what was not published and is safe to defer.
type Set struct {
	dir   string
	files []*file
}

type file struct {
	*os.File
	place string
}

// In returns an empty set whose files will stand in dir, which is made when it
// is missing.
func In(dir string) *Set { return &Set{dir: dir} }

// Create begins a file of the set. The writer is valid until Publish or Drop.
func (s *Set) Create(name string) (io.Writer, error) {
	if err := os.MkdirAll(s.dir, 0o777); err != nil {
		return nil, fmt.Errorf("output folder: %w", err)
	}
	place := filepath.Join(s.dir, name)
	f, err := os.CreateTemp(s.dir, "."+name+".*.part")
	if err != nil {
		return nil, fmt.Errorf("%s: %w", place, err)
	}
	s.files = append(s.files, &file{f, place})
	return f, nil
}

// Publish brings every file to the disk and then to its place. After an error
// in the first half nothing has changed; the half that renames fails only when
// the folder itself is lost.
func (s *Set) Publish() error {
	for _, f := range s.files {
		if err := errors.Join(f.Chmod(0o644), f.Sync(), f.Close()); err != nil {
			return fmt.Errorf("%s: %w", f.place, err)
		}
	}
	for len(s.files) > 0 {
		f := s.files[0]
		if err := os.Rename(f.Name(), f.place); err != nil {
			return fmt.Errorf("%s: %w", f.place, err)
		}
		s.files = s.files[1:]
	}
	return syncFolder(s.dir)
}

// syncFolder makes the renames durable. A folder that cannot be opened for it
// (some network shares) holds the files all the same.
func syncFolder(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return nil //nolint:nilerr // see above
	}
	_ = d.Sync() // not every file system can
	return d.Close()
}

// Drop removes what was created and not published.
func (s *Set) Drop() {
	for _, f := range s.files {
		_ = f.Close() // may be closed already
		_ = os.Remove(f.Name())
	}
	s.files = nil
}
