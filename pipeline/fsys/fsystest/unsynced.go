package fsystest

import (
	"io/fs"

	"github.com/tongket/tongket/pipeline/fsys"
)

// Unsynced returns f without its syncs, for tests that make thousands of files
// and pull no plug.
func Unsynced(f fsys.FS) fsys.FS { return unsynced{f} }

type unsynced struct{ fsys.FS }

func (u unsynced) OpenFile(name string, flag int, perm fs.FileMode) (fsys.File, error) {
	f, err := u.FS.OpenFile(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return unsyncedFile{f}, nil
}

func (unsynced) SyncDir(string) error  { return nil }
func (unsynced) SyncTree(string) error { return nil }

type unsyncedFile struct{ fsys.File }

func (unsyncedFile) Sync() error { return nil }

// Unwrap returns the file below, for locks.
func (f unsyncedFile) Unwrap() fsys.File { return f.File }
