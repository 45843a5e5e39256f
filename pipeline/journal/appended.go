package journal

import (
	"fmt"
	"hash/crc32"
	"io"
	"os"

	"github.com/tongket/tongket/pipeline/fsys"
)

// appended is a file that only grows: what is added waits in a buffer until
// flush brings it to the disk, and can be read from the moment it was added.
type appended struct {
	file fsys.File
	size int64 // with what is still in the buffer
	buf  []byte
	// broken is the first fault of writing or syncing. Nothing is written after
	// it: a system that failed to sync forgets what it failed on, and says of the
	// next sync that all is well.
	broken error
}

// openAppended opens or makes a file and goes on at its end.
func openAppended(f fsys.FS, name string) (*appended, error) {
	file, err := f.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		file.Close()
		return nil, err
	}
	return &appended{file: file, size: size}, nil
}

// add takes data in and returns where it stands.
func (a *appended) add(data []byte) (offset int64) {
	offset = a.size
	a.buf = append(a.buf, data...)
	a.size += int64(len(data))
	return offset
}

// flush writes the buffer and brings it to the disk.
func (a *appended) flush() error {
	if err := a.bring(); err != nil {
		return err
	}
	a.clear()
	return nil
}

// bring is flush without the end: until clear, what was added is read from the
// buffer. It changes nothing that read looks at, so it needs no lock against
// readers.
func (a *appended) bring() error {
	if len(a.buf) == 0 || a.out() != nil {
		return a.broken
	}
	a.broken = a.file.Sync()
	return a.broken
}

// clear empties the buffer: its content is in the file.
func (a *appended) clear() { a.buf = a.buf[:0] }

// rest lets go of the room of an empty buffer: what comes is little.
func (a *appended) rest() {
	if len(a.buf) == 0 {
		a.buf = nil
	}
}

// write writes the buffer.
func (a *appended) write() error {
	if err := a.out(); err != nil {
		return err
	}
	a.clear()
	return nil
}

// out writes the buffer and leaves it as it is.
func (a *appended) out() error {
	if a.broken != nil {
		return a.broken
	}
	if _, a.broken = a.file.Seek(a.size-int64(len(a.buf)), io.SeekStart); a.broken != nil {
		return a.broken
	}
	_, a.broken = a.file.Write(a.buf)
	return a.broken
}

// read returns n bytes at an offset, in into when it is large enough.
func (a *appended) read(offset, n int64, into []byte) ([]byte, error) {
	if offset < 0 || n < 0 || offset+n > a.size {
		return nil, fmt.Errorf("%s: %w at %d", a.file.Name(), ErrDamaged, offset)
	}
	if int64(cap(into)) < n {
		into = make([]byte, n)
	}
	into = into[:n]
	flushed := a.size - int64(len(a.buf))
	if offset >= flushed {
		copy(into, a.buf[offset-flushed:])
		return into, nil
	}
	if _, err := a.file.ReadAt(into, offset); err != nil {
		return nil, fmt.Errorf("%s: %w", a.file.Name(), err)
	}
	return into, nil
}

// frame says where in the pack something stands: offset, length, CRC-32C. The
// zero frame is none.
type frame [3]int64

func (f frame) isZero() bool { return f[1] == 0 }

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// addFrame is add with a checksum.
func (a *appended) addFrame(data []byte) frame {
	return frame{a.add(data), int64(len(data)), int64(crc32.Checksum(data, castagnoli))}
}

// readFrame is read with the checksum looked at.
func (a *appended) readFrame(f frame, into []byte) ([]byte, error) {
	data, err := a.read(f[0], f[1], into)
	if err == nil && int64(crc32.Checksum(data, castagnoli)) != f[2] {
		err = fmt.Errorf("%s: %w at %d", a.file.Name(), ErrDamaged, f[0])
	}
	return data, err
}
