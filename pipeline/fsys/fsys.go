package fsys

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// FS is what tongket asks of a file system. Names are those of package
// filepath, relative to the working directory unless absolute.
type FS interface {
	// OpenFile opens a file with the flags of package os.
	OpenFile(name string, flag int, perm fs.FileMode) (File, error)
	// Rename moves a file to a name of the same file system and replaces a file
	// that stands there.
	Rename(from, to string) error
	// Link gives a file a second name. Many file systems have none: an error is
	// no reason not to copy.
	Link(from, to string) error
	// Remove removes a file or an empty folder.
	Remove(name string) error
	// MkdirAll makes a folder and those above it.
	MkdirAll(name string) error
	// ReadDir lists a folder, sorted by name.
	ReadDir(name string) ([]fs.DirEntry, error)
	// Stat describes a file; links are followed.
	Stat(name string) (fs.FileInfo, error)
	// SyncDir brings the names in a folder to the disk: after it, a rename
	// outlives a power cut.
	SyncDir(name string) error
	// SyncTree brings every file below a folder to the disk, in one step where
	// the system has one.
	SyncTree(name string) error
}

// File is an open file.
type File interface {
	io.Reader
	io.ReaderAt
	io.Writer
	io.Seeker
	io.Closer
	// Name is the name that the file was opened by.
	Name() string
	Stat() (fs.FileInfo, error)
	// Sync brings the content to the disk.
	Sync() error
	Truncate(size int64) error
}

// OS is the file system of the machine.
var OS FS = system{}

type system struct{}

func (system) OpenFile(name string, flag int, perm fs.FileMode) (File, error) {
	f, err := os.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err // a nil *os.File would be a File that is not nil
	}
	return f, nil
}

func (system) Rename(from, to string) error               { return os.Rename(from, to) }
func (system) Link(from, to string) error                 { return os.Link(from, to) }
func (system) Remove(name string) error                   { return os.Remove(name) }
func (system) MkdirAll(name string) error                 { return os.MkdirAll(name, 0o777) }
func (system) ReadDir(name string) ([]fs.DirEntry, error) { return os.ReadDir(name) }
func (system) Stat(name string) (fs.FileInfo, error)      { return os.Stat(name) }

// SyncDir ignores the answer of Sync: network shares and Windows cannot sync a
// folder, and their renames are as durable as they make them.
func (system) SyncDir(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return err
	}
	_ = d.Sync()
	return d.Close()
}

// Open opens a file for reading.
func Open(f FS, name string) (File, error) { return f.OpenFile(name, os.O_RDONLY, 0) }

// ReadFile reads a whole file.
func ReadFile(f FS, name string) ([]byte, error) {
	r, err := Open(f, name)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(r)
}

// Exists reports whether name stands for anything. What cannot be looked at
// counts as there.
func Exists(f FS, name string) bool {
	_, err := f.Stat(name)
	return !errors.Is(err, fs.ErrNotExist)
}

// RemoveAll removes a file or a folder with all below it; what is not there is
// no error.
func RemoveAll(f FS, name string) error {
	entries, unread := f.ReadDir(name) // a file cannot be listed
	if unread == nil {
		var faults []error
		for _, e := range entries {
			child := filepath.Join(name, e.Name())
			if e.IsDir() {
				faults = append(faults, RemoveAll(f, child))
			} else {
				faults = append(faults, f.Remove(child))
			}
		}
		if err := errors.Join(faults...); err != nil {
			return err
		}
	}
	if err := f.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return errors.Join(unread, err)
	}
	return nil
}

// Walk calls visit for every file below a folder, by its path relative to it
// with slashes, in the order of their names. A folder that is not there has
// none.
func Walk(f FS, dir string, visit func(name string, e fs.DirEntry) error) error {
	return walk(f, dir, "", "", visit)
}

// WalkBut is Walk without a folder that stands in dir.
func WalkBut(f FS, dir, skipped string, visit func(name string, e fs.DirEntry) error) error {
	return walk(f, dir, "", skipped+"/", visit)
}

func walk(f FS, dir, prefix, skipped string, visit func(string, fs.DirEntry) error) error {
	entries, err := f.ReadDir(dir)
	if err != nil {
		if prefix == "" && errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		return fmt.Errorf("list %s: %w", dir, err)
	}
	for _, e := range entries {
		name := prefix + e.Name()
		if e.IsDir() && name+"/" == skipped {
			continue
		}
		if e.IsDir() {
			err = walk(f, filepath.Join(dir, e.Name()), name+"/", skipped, visit)
		} else {
			err = visit(name, e)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
