// Package fsystest fails file operations on purpose.
package fsystest

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"github.com/tongket/tongket/pipeline/fsys"
)

// Faults is a file system that fails some operations of the one below it. The
// zero value of its settings fails none and counts them all.
type Faults struct {
	fsys.FS
	// At is the number of the operation that fails, from 1; 0 fails none.
	At int
	// Err is what it fails with: syscall.EIO, syscall.ENOSPC.
	Err error
	// Short lets a failing write keep the first half of its bytes, as a disk
	// that fills up does. Operations other than writes fail as without it.
	Short bool
	// Lasting fails every later operation that changes the disk too, as a disk
	// that was unplugged does; without it the fault is a single one.
	Lasting bool

	mu    sync.Mutex
	count int
	log   []string
}

// Over returns a file system that counts the operations of f.
func Over(f fsys.FS) *Faults { return &Faults{FS: f} }

// Count is the number of operations so far.
func (f *Faults) Count() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.count
}

// Log names the operations so far, one a line, with what each was asked of.
func (f *Faults) Log() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.log)
}

// Failed names the operation that failed, "" when none has.
func (f *Faults) Failed() string {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.At > 0 && f.At <= len(f.log) {
		return f.log[f.At-1]
	}
	return ""
}

func (f *Faults) fault(operation, name string) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.count++
	f.log = append(f.log, operation+" "+name)
	if f.At > 0 && (f.count == f.At || f.Lasting && f.count > f.At) {
		return &fs.PathError{Op: operation, Path: name, Err: f.Err}
	}
	return nil
}

// OpenFile counts and may fail.
func (f *Faults) OpenFile(name string, flag int, perm fs.FileMode) (fsys.File, error) {
	if err := f.fault("open", name); err != nil {
		return nil, err
	}
	file, err := f.FS.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return &faultyFile{file, f}, nil
}

// Rename counts and may fail.
func (f *Faults) Rename(from, to string) error {
	if err := f.fault("rename", to); err != nil {
		return err
	}
	return f.FS.Rename(from, to)
}

// Link counts and may fail.
func (f *Faults) Link(from, to string) error {
	if err := f.fault("link", from); err != nil {
		return err
	}
	return f.FS.Link(from, to)
}

// Remove counts and may fail.
func (f *Faults) Remove(name string) error {
	if err := f.fault("remove", name); err != nil {
		return err
	}
	return f.FS.Remove(name)
}

// MkdirAll counts and may fail.
func (f *Faults) MkdirAll(name string) error {
	if err := f.fault("mkdir", name); err != nil {
		return err
	}
	return f.FS.MkdirAll(name)
}

// ReadDir counts and may fail.
func (f *Faults) ReadDir(name string) ([]fs.DirEntry, error) {
	if err := f.fault("readdir", name); err != nil {
		return nil, err
	}
	return f.FS.ReadDir(name)
}

// Stat counts and may fail.
func (f *Faults) Stat(name string) (fs.FileInfo, error) {
	if err := f.fault("stat", name); err != nil {
		return nil, err
	}
	return f.FS.Stat(name)
}

// SyncDir counts and may fail.
func (f *Faults) SyncDir(name string) error {
	if err := f.fault("syncdir", name); err != nil {
		return err
	}
	return f.FS.SyncDir(name)
}

// SyncTree counts and may fail.
func (f *Faults) SyncTree(name string) error {
	if err := f.fault("synctree", name); err != nil {
		return err
	}
	return f.FS.SyncTree(name)
}

type faultyFile struct {
	fsys.File
	f *Faults
}

func (w *faultyFile) Read(b []byte) (int, error) {
	if err := w.f.fault("read", w.Name()); err != nil {
		return 0, err
	}
	return w.File.Read(b)
}

func (w *faultyFile) ReadAt(b []byte, off int64) (int, error) {
	if err := w.f.fault("read", w.Name()); err != nil {
		return 0, err
	}
	return w.File.ReadAt(b, off)
}

func (w *faultyFile) Write(b []byte) (int, error) {
	err := w.f.fault("write", w.Name())
	if err == nil {
		return w.File.Write(b)
	}
	if !w.f.Short {
		return 0, err
	}
	n, _ := w.File.Write(b[:len(b)/2])
	return n, err
}

// Close always closes, so that a test leaks no descriptor; then it may fail.
func (w *faultyFile) Close() error {
	return errors.Join(w.File.Close(), w.f.fault("close", w.Name()))
}

func (w *faultyFile) Sync() error {
	if err := w.f.fault("sync", w.Name()); err != nil {
		return err
	}
	return w.File.Sync()
}

func (w *faultyFile) Truncate(size int64) error {
	if err := w.f.fault("truncate", w.Name()); err != nil {
		return err
	}
	return w.File.Truncate(size)
}

func (w *faultyFile) Seek(offset int64, whence int) (int64, error) {
	return w.File.Seek(offset, whence)
}

// Leftovers lists what bears the name of an unfinished file below dir.
func Leftovers(dir string) ([]string, error) {
	var out []string
	err := fsys.Walk(fsys.OS, dir, func(name string, _ fs.DirEntry) error {
		if strings.HasSuffix(name, fsys.Partial) {
			out = append(out, name)
		}
		return nil
	})
	return out, err
}

var _ io.ReadWriteSeeker = (*faultyFile)(nil)

// Describe names a fault for a test's message.
func (f *Faults) Describe() string {
	return fmt.Sprintf("operation %d (%s) failing with %v", f.At, f.Failed(), f.Err)
}

// Unwrap returns the file below, for locks.
func (w *faultyFile) Unwrap() fsys.File { return w.File }
