//go:build !linux

package fsys

import (
	"io/fs"
	"os"
	"path/filepath"
)

// SyncTree syncs the files one by one.
func (s system) SyncTree(name string) error {
	return Walk(s, name, func(file string, _ fs.DirEntry) error {
		f, err := os.OpenFile(filepath.Join(name, filepath.FromSlash(file)), os.O_RDWR, 0)
		if err != nil {
			return err
		}
		defer f.Close()
		return f.Sync()
	})
}
