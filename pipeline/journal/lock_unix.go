//go:build unix

package journal

import (
	"errors"

	"golang.org/x/sys/unix"

	"github.com/tongket/tongket/pipeline/fsys"
)

func lockFile(f fsys.File) error {
	fd, ok := descriptor(f)
	if !ok {
		return nil // a file system in memory has one process
	}
	err := unix.Flock(int(fd), unix.LOCK_EX|unix.LOCK_NB)
	if errors.Is(err, unix.EWOULDBLOCK) {
		return errLocked
	}
	return err
}

func unlockFile(f fsys.File) error {
	if fd, ok := descriptor(f); ok {
		return unix.Flock(int(fd), unix.LOCK_UN)
	}
	return nil
}
