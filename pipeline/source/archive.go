package source

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"

	"github.com/tongket/tongket/pipeline/report"
)

// kind is a kind of archive.
type kind struct {
	name string
	// is looks at the first bytes, and where they are not enough at the rest.
	is func(head []byte, r io.ReaderAt, size int64, name string) bool
	// list calls each for every entry in the order in which the archive is
	// best read, until each returns false. Its error is the archive's own.
	list func(a archive, each func(member) bool) error
}

// kinds returns the kinds of archives: the one list to add a kind to.
func kinds() []kind {
	return []kind{
		{"zip", isZip, listZip},
		{"7z", magic("7z\xbc\xaf\x27\x1c"), listSevenZip},
		{"rar", magic("Rar!\x1a\x07"), listRar},
		{"gzip", magic("\x1f\x8b\x08"), listGzip},
		{"bzip2", isBzip2, listBzip2},
		{"xz", magic("\xfd7zXZ\x00"), listXz},
		{"zstandard", magic("\x28\xb5\x2f\xfd"), listZstd},
		{"tar", isTar, listTar},
	}
}

// guarded lists an archive, and makes a panic of an unpacker a fault of the
// archive. A panic of who consumes the members passes through.
func (k *kind) guarded(a archive, each func(member) bool) (err error) {
	outside := false
	defer func() {
		if outside {
			return
		}
		if p := recover(); p != nil {
			err = report.Becausef(report.Damaged, "%s: the unpacker gave up: %v", k.name, p)
		}
	}()
	return k.list(a, func(m member) bool {
		outside = true
		more := each(m)
		outside = false
		return more
	})
}

// headSize is how much of a file tells its kind: the header of a tar.
const headSize = 512

// sniff returns the kind of an archive, nil for what is none. A file that is
// packed only inside, such as .docx, is a document.
func sniff(r io.ReaderAt, size int64, name string) *kind {
	head := make([]byte, headSize)
	n, _ := r.ReadAt(head, 0)
	for _, k := range kinds() {
		if k.is(head[:n], r, size, name) {
			return &k
		}
	}
	return nil
}

func magic(want string) func([]byte, io.ReaderAt, int64, string) bool {
	return func(head []byte, _ io.ReaderAt, _ int64, _ string) bool {
		return bytes.HasPrefix(head, []byte(want))
	}
}

// archive is one archive on its way through a lister.
type archive struct {
	ctx       context.Context
	path      string // as shown
	file      string // on disk, "" for a member: later volumes lie beside it
	data      io.ReaderAt
	size      int64
	depth     int // 1 for an input, 2 for an archive in it
	budget    *budget
	passwords []string
	names     map[string]int // of members so far
}

// counted counts what is unpacked from r.
func (a archive) counted(r io.Reader) io.Reader { return a.budget.reader(a.ctx, r) }

// whole is the archive's own bytes from the beginning.
func (a archive) whole() io.Reader { return io.NewSectionReader(a.data, 0, a.size) }

// member is one entry of an archive, to be read before the next is asked for.
type member struct {
	name string // as decoded from the archive, not yet cleaned
	size int64  // as claimed, -1 when not known
	open func() (io.Reader, error)
}

// aside is an entry that is only counted: a folder, a link, a device.
func aside() member { return member{} }

// archive yields the members of a file.
func (w *walk) archive(path string, f *os.File, info fs.FileInfo, k *kind) bool {
	a := archive{
		ctx: w.ctx, path: w.shown(path), file: path, data: f, size: info.Size(), depth: 1,
		budget: &budget{limits: w.limits, packed: info.Size() + laterVolumes(path)}, passwords: w.o.Passwords,
	}
	if !w.expand(a, k) {
		return false
	}
	if a.budget.err != nil {
		return w.fail(a.path, a.budget.err)
	}
	if now, err := f.Stat(); err != nil || changed(info, now) {
		return w.fail(a.path, report.Becausef(report.Changed, "changed while its members were read"))
	}
	return true
}

// loose yields bytes as a document, or as the archive they are.
func (w *walk) loose(path string, data []byte) bool {
	a := archive{ctx: w.ctx, path: path, passwords: w.o.Passwords,
		budget: &budget{limits: w.limits, packed: int64(len(data))}}
	if !w.content(a, path, data) {
		return false
	}
	return a.budget.err == nil || w.fail(path, a.budget.err)
}

// expand yields the members of an archive. It is true as long as the walk goes
// on; a budget that is used up is reported once, by the caller that made it.
func (w *walk) expand(a archive, k *kind) bool {
	a.names = map[string]int{}
	found, more := 0, true
	err := k.guarded(a, func(m member) bool {
		if a.budget.member() != nil {
			return false
		}
		if m.open == nil || ignoredMember(m.name) {
			return true
		}
		found++
		more = w.member(a, m)
		return more && a.budget.err == nil
	})
	switch {
	case !more || w.ctx.Err() != nil:
		return false
	case a.budget.err != nil:
		return true
	case err != nil:
		return w.fail(a.path, unpacking(k.name, err))
	case found == 0:
		return w.fail(a.path, report.Becausef(report.Empty, "no files in the archive"))
	}
	return true
}

// member yields one entry.
func (w *walk) member(a archive, m member) bool {
	name := memberName(m.name)
	a.names[name]++ // archives may hold one name twice
	path := numbered(a.path+"!"+name, a.names[name])
	if leaves(name) {
		return w.fail(path, report.Becausef(report.UnsafeName, "the name leads out of the archive"))
	}
	data, err := m.read(w.limits.Bytes)
	switch {
	case w.ctx.Err() != nil:
		return false
	case a.budget.err != nil:
		return true
	case err != nil:
		return w.fail(path, unpacking("member", err))
	}
	return w.content(a, path, data)
}

// read unpacks the member. A panic of the unpacker is a fault of the member.
func (m member) read(limit int64) (data []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			data, err = nil, report.Becausef(report.Damaged, "the unpacker gave up: %v", p)
		}
	}()
	if m.size > limit {
		return nil, report.Becausef(report.TooLarge, "%d bytes are more than %d", m.size, limit)
	}
	r, err := m.open()
	if err != nil {
		return nil, err
	}
	data, err = readAll(r, m.size, limit)
	if c, ok := r.(io.Closer); ok {
		err = cmp.Or(err, c.Close())
	}
	return data, err
}

// content yields what was unpacked from a, or goes on into it.
func (w *walk) content(a archive, path string, data []byte) bool {
	r := bytes.NewReader(data)
	k := sniff(r, r.Size(), path)
	if k == nil {
		return w.give(report.BlobOf(path, data))
	}
	if a.depth >= w.limits.Depth {
		return w.fail(path, report.Becausef(report.TooDeep, "more than %d archives in one another", w.limits.Depth))
	}
	a.path, a.file, a.data, a.size, a.depth = path, "", r, r.Size(), a.depth+1
	return w.expand(a, k)
}

// unpacking gives an unpacker's error its reason.
func unpacking(what string, err error) error {
	if _, known := errors.AsType[*report.Failure](err); known {
		return err
	}
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return report.Becausef(report.Truncated, "%s: ends too early", what)
	}
	if _, disk := errors.AsType[*fs.PathError](err); disk {
		return because(err)
	}
	return report.Becausef(report.Damaged, "%s: %w", what, err)
}

// bothClosed reads a counted stream and closes what lies under it.
type bothClosed struct {
	io.Reader
	io.Closer
}
