package fsystest

import (
	"bytes"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/tongket/tongket/pipeline/fsys"
)

// Memory is a disk in memory that can lose its power: what was written and not
// synced is then gone, in part or whole.
type Memory struct {
	mu    sync.Mutex
	files map[string]*inode
	dirs  map[string]bool
}

// inode is the content of a file, whatever its name.
type inode struct{ data, synced []byte }

// NewMemory returns an empty disk.
func NewMemory() *Memory {
	return &Memory{files: map[string]*inode{}, dirs: map[string]bool{".": true, "/": true}}
}

// Crash takes the power away: every file falls back to what was synced of it,
// with as much of what was appended since as chance will have it.
func (m *Memory) Crash(random *rand.Rand) {
	m.mu.Lock()
	defer m.mu.Unlock()
	for _, name := range m.names() {
		f := m.files[name]
		if bytes.HasPrefix(f.data, f.synced) {
			more := f.data[len(f.synced):]
			f.data = f.data[:len(f.synced)+random.IntN(len(more)+1)]
		} else {
			f.data = bytes.Clone(f.synced)
		}
		f.synced = bytes.Clone(f.data)
	}
}

// names lists the files in order, so that chance is the same for one seed.
func (m *Memory) names() []string {
	var names []string
	for name := range m.files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

func failed(op, name string, err error) error { return &fs.PathError{Op: op, Path: name, Err: err} }

// OpenFile opens a file.
func (m *Memory) OpenFile(name string, flag int, _ fs.FileMode) (fsys.File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = filepath.Clean(name)
	f, ok := m.files[name]
	switch {
	case ok && flag&os.O_EXCL != 0:
		return nil, failed("open", name, fs.ErrExist)
	case !ok && flag&os.O_CREATE == 0, !m.dirs[filepath.Dir(name)]:
		return nil, failed("open", name, fs.ErrNotExist)
	case !ok:
		f = &inode{}
		m.files[name] = f
	}
	if flag&os.O_TRUNC != 0 {
		f.data = nil
	}
	return &memoryFile{m: m, name: name, inode: f}, nil
}

// Rename moves a file.
func (m *Memory) Rename(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	from, to = filepath.Clean(from), filepath.Clean(to)
	f, ok := m.files[from]
	if !ok {
		return failed("rename", from, fs.ErrNotExist)
	}
	delete(m.files, from)
	m.files[to] = f
	return nil
}

// Link gives a file a second name.
func (m *Memory) Link(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	from, to = filepath.Clean(from), filepath.Clean(to)
	f, ok := m.files[from]
	if !ok {
		return failed("link", from, fs.ErrNotExist)
	}
	if _, there := m.files[to]; there {
		return failed("link", to, fs.ErrExist)
	}
	m.files[to] = f
	return nil
}

// Remove removes a file or folder.
func (m *Memory) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = filepath.Clean(name)
	if _, ok := m.files[name]; !ok && !m.dirs[name] {
		return failed("remove", name, fs.ErrNotExist)
	}
	delete(m.files, name)
	delete(m.dirs, name)
	return nil
}

// MkdirAll makes folders.
func (m *Memory) MkdirAll(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for name = filepath.Clean(name); !m.dirs[name]; name = filepath.Dir(name) {
		m.dirs[name] = true
	}
	return nil
}

// ReadDir lists a folder.
func (m *Memory) ReadDir(name string) ([]fs.DirEntry, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = filepath.Clean(name)
	if !m.dirs[name] {
		return nil, failed("readdir", name, fs.ErrNotExist)
	}
	var out []fs.DirEntry
	for dir := range m.dirs {
		if dir != name && filepath.Dir(dir) == name {
			out = append(out, fs.FileInfoToDirEntry(info{name: filepath.Base(dir), dir: true}))
		}
	}
	for file, f := range m.files {
		if filepath.Dir(file) == name {
			out = append(out, fs.FileInfoToDirEntry(info{name: filepath.Base(file), size: int64(len(f.data))}))
		}
	}
	slices.SortFunc(out, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return out, nil
}

// Stat describes a file or folder.
func (m *Memory) Stat(name string) (fs.FileInfo, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = filepath.Clean(name)
	if f, ok := m.files[name]; ok {
		return info{name: filepath.Base(name), size: int64(len(f.data))}, nil
	}
	if m.dirs[name] {
		return info{name: filepath.Base(name), dir: true}, nil
	}
	return nil, failed("stat", name, fs.ErrNotExist)
}

// SyncDir does nothing: names are never lost here.
func (m *Memory) SyncDir(string) error { return nil }

// SyncTree syncs every file below a folder.
func (m *Memory) SyncTree(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for file, f := range m.files {
		if strings.HasPrefix(file, filepath.Clean(name)+string(filepath.Separator)) {
			f.synced = bytes.Clone(f.data)
		}
	}
	return nil
}

// memoryFile is an open file.
type memoryFile struct {
	*inode
	m    *Memory
	name string
	at   int64
}

func (f *memoryFile) Name() string { return f.name }
func (f *memoryFile) Close() error { return nil }

func (f *memoryFile) Stat() (fs.FileInfo, error) {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	return info{name: filepath.Base(f.name), size: int64(len(f.data))}, nil
}

func (f *memoryFile) Read(b []byte) (int, error) {
	n, err := f.ReadAt(b, f.at)
	f.at += int64(n)
	if n > 0 {
		err = nil
	}
	return n, err
}

func (f *memoryFile) ReadAt(b []byte, off int64) (int, error) {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	if off >= int64(len(f.data)) {
		return 0, io.EOF
	}
	n := copy(b, f.data[off:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

func (f *memoryFile) Write(b []byte) (int, error) {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	if end := f.at + int64(len(b)); end > int64(len(f.data)) {
		f.data = append(f.data, make([]byte, end-int64(len(f.data)))...)
	}
	copy(f.data[f.at:], b)
	f.at += int64(len(b))
	return len(b), nil
}

func (f *memoryFile) Seek(offset int64, whence int) (int64, error) {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	switch whence {
	case io.SeekStart:
		f.at = offset
	case io.SeekCurrent:
		f.at += offset
	case io.SeekEnd:
		f.at = int64(len(f.data)) + offset
	}
	return f.at, nil
}

func (f *memoryFile) Truncate(size int64) error {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	f.data = append(make([]byte, 0, size), f.data...)[:size]
	return nil
}

func (f *memoryFile) Sync() error {
	f.m.mu.Lock()
	defer f.m.mu.Unlock()
	f.synced = bytes.Clone(f.data)
	return nil
}

// info describes a file of Memory.
type info struct {
	name string
	size int64
	dir  bool
}

func (i info) Name() string       { return i.name }
func (i info) Size() int64        { return i.size }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return i.dir }
func (i info) Sys() any           { return nil }

func (i info) Mode() fs.FileMode {
	if i.dir {
		return fs.ModeDir | 0o777
	}
	return 0o666
}

var _ fsys.FS = (*Memory)(nil)
