package journal

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
)

// Busy is the error for a folder in which another run is at work.
type Busy struct {
	Dir  string
	Whom string // "process 4711 on host a"
}

func (b *Busy) Error() string {
	return fmt.Sprintf("%s: %s is at work in this folder; wait for it, or choose another folder with -o", b.Dir, cmp.Or(b.Whom, "another run"))
}

// Lock keeps a folder for one run. The lock is the system's and ends with the
// process however it ends, so a lock can be stale only as a file, which means
// nothing; the file says who holds it.
type Lock struct{ file fsys.File }

// errLocked is what lockFile returns when another process has the lock.
var errLocked = errors.New("locked")

// Acquire locks a folder or returns *Busy at once.
func Acquire(f fsys.FS, dir string) (*Lock, error) {
	if err := f.MkdirAll(dir); err != nil {
		return nil, err
	}
	file, err := f.OpenFile(filepath.Join(dir, "lock"), os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if err := lockFile(file); err != nil {
		defer file.Close()
		if errors.Is(err, errLocked) {
			whom, _ := io.ReadAll(io.LimitReader(file, 200))
			return nil, &Busy{Dir: filepath.Dir(dir), Whom: strings.TrimSpace(string(whom))}
		}
		return nil, fmt.Errorf("lock %s: %w", file.Name(), err)
	}
	host, _ := os.Hostname() // only for people
	if err := errors.Join(file.Truncate(0), say(file, fmt.Sprintf("process %d on %s\n", os.Getpid(), host))); err != nil {
		file.Close()
		return nil, err
	}
	return &Lock{file}, nil
}

func say(f fsys.File, s string) error {
	if _, err := f.Seek(0, io.SeekStart); err != nil {
		return err
	}
	_, err := io.WriteString(f, s)
	return err
}

// Release gives the folder free.
func (l *Lock) Release() error {
	return errors.Join(l.file.Truncate(0), unlockFile(l.file), l.file.Close())
}

// descriptor finds the system's file behind f, which a test may have wrapped.
func descriptor(f fsys.File) (uintptr, bool) {
	for {
		switch x := f.(type) {
		case interface{ Fd() uintptr }:
			return x.Fd(), true
		case interface{ Unwrap() fsys.File }:
			f = x.Unwrap()
		default:
			return 0, false
		}
	}
}
