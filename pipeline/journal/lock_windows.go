package journal

import (
	"errors"

	"golang.org/x/sys/windows"

	"github.com/tongket/tongket/pipeline/fsys"
)

// beyond is a byte far behind the text, so that the text of a locked file can
// be read.
var beyond = &windows.Overlapped{OffsetHigh: 1}

func lockFile(f fsys.File) error {
	fd, ok := descriptor(f)
	if !ok {
		return nil // a file system in memory has one process
	}
	err := windows.LockFileEx(windows.Handle(fd), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, beyond)
	if errors.Is(err, windows.ERROR_LOCK_VIOLATION) {
		return errLocked
	}
	return err
}

func unlockFile(f fsys.File) error {
	if fd, ok := descriptor(f); ok {
		return windows.UnlockFileEx(windows.Handle(fd), 0, 1, 0, beyond)
	}
	return nil
}
