package source

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"strconv"
	"time"

	"github.com/tongket/tongket/pipeline/report"
)

// fileBlob is a file that is opened when it is wanted.
func fileBlob(path, shown string, info fs.FileInfo) report.Blob {
	return report.Blob{Path: shown, Size: info.Size(), Stamp: stamp(info, time.Now()), Open: func(ctx context.Context) (io.ReadCloser, error) {
		f, info, err := open(path)
		if err != nil {
			return nil, err
		}
		return &steadyFile{ctx: ctx, f: f, left: info.Size(), info: info}, nil
	}}
}

// settled is how old a change must be to be told from the next one: the
// coarsest file systems in use (FAT) count the time in steps of two seconds.
const settled = 2 * time.Second

// stamp is the time of change of a file and of what the system keeps of it, ""
// for one that changed just now: it may change again without its size or time
// telling. Copies that keep the time of the original (cp -p, rsync, tar) and
// have its size are told by the latter only.
func stamp(info fs.FileInfo, now time.Time) string {
	if t := info.ModTime(); now.Sub(t) > settled {
		return strconv.FormatInt(t.UnixNano(), 36) + "." + strconv.FormatInt(inodeChange(info), 36)
	}
	return ""
}

// open opens a regular file. It never waits for a pipe that took the file's
// place since the folder was listed.
func open(path string) (*os.File, fs.FileInfo, error) {
	f, err := os.OpenFile(path, os.O_RDONLY|withoutWaiting, 0)
	if err != nil {
		return nil, nil, because(err)
	}
	info, err := f.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = report.Becausef(report.NotRegular, "%s", nature(info.Mode()))
	}
	if err != nil {
		f.Close()
		return nil, nil, because(err)
	}
	return f, info, nil
}

// steadyFile reads a file as it was when it was opened, and says so when it
// changes meanwhile: half an old and half a new report is neither.
type steadyFile struct {
	ctx  context.Context
	f    *os.File
	left int64
	info fs.FileInfo
}

func (s *steadyFile) Read(p []byte) (int, error) {
	if err := s.ctx.Err(); err != nil {
		return 0, err
	}
	if s.left <= 0 {
		return 0, s.end()
	}
	n, err := s.f.Read(p[:min(int64(len(p)), s.left)])
	s.left -= int64(n)
	if errors.Is(err, io.EOF) {
		err = report.Becausef(report.Changed, "%d bytes shorter than when it was opened", s.left)
	}
	if err != nil {
		return n, because(err)
	}
	return n, nil
}

// end looks whether the file is still the one that was opened.
func (s *steadyFile) end() error {
	now, err := s.f.Stat()
	if err != nil {
		return because(err)
	}
	if changed(s.info, now) {
		return report.Becausef(report.Changed, "%d bytes at first, %d at the end", s.info.Size(), now.Size())
	}
	return io.EOF
}

func (s *steadyFile) Close() error { return s.f.Close() }

func changed(before, after fs.FileInfo) bool {
	return before.Size() != after.Size() || !before.ModTime().Equal(after.ModTime())
}

// because gives an error of the file system its reason.
func because(err error) error {
	if _, known := errors.AsType[*report.Failure](err); known || err == nil {
		return err
	}
	switch {
	case errors.Is(err, fs.ErrPermission):
		return report.Because(report.Permission, err)
	case errors.Is(err, fs.ErrNotExist):
		return report.Because(report.NotFound, err)
	case isLoop(err):
		return report.Because(report.NotRegular, err)
	}
	return report.Because(report.Unreadable, err)
}
