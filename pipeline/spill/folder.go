package spill

import (
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"

	"github.com/tongket/tongket/pipeline/fsys"
)

// Folder is where sorters put what has no room in memory. It is made when it is
// needed.
type Folder struct {
	fs    fsys.FS
	dir   string
	files atomic.Int64
}

// In returns a folder for the files of sorters. A nil f is the machine's file
// system, an empty dir a folder of the system's.
func In(f fsys.FS, dir string) *Folder {
	if f == nil {
		f = fsys.OS
	}
	if dir == "" {
		dir = filepath.Join(os.TempDir(), fmt.Sprintf("tongket-%d", os.Getpid()))
	}
	return &Folder{fs: f, dir: dir}
}

// create makes a new file. Its name says to whoever finds it after a crash that
// it is nothing.
func (f *Folder) create() (fsys.File, error) {
	if err := f.fs.MkdirAll(f.dir); err != nil {
		return nil, err
	}
	name := filepath.Join(f.dir, fmt.Sprintf("sorted-%d%s", f.files.Add(1), fsys.Partial))
	return f.fs.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o600)
}

// remove closes and removes a file.
func (f *Folder) remove(file fsys.File) error {
	if file == nil {
		return nil
	}
	err := file.Close()
	if gone := f.fs.Remove(file.Name()); err == nil {
		err = gone
	}
	_ = f.fs.Remove(f.dir) // when it is empty
	return err
}
