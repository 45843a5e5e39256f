package source

import (
	"context"
	"errors"
	"io"
	"os"
	"path"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// remote reads the objects of a store. An object is known by its name's ending
// to be an archive, because a look into each would cost a request: an archive
// by another name is a document that no reader knows.
func (w *walk) remote(address string) bool {
	if w.files[address] {
		return true
	}
	w.files[address] = true
	for b := range w.o.Remote(w.ctx, address) {
		name := strings.TrimPrefix(b.Path, address)
		switch {
		case b.Err != nil:
			if !w.unseen(b.Path, b.Err) {
				return false
			}
		case strings.HasSuffix(name, "/"), ignoredMember(strings.TrimPrefix(name, "/")):
			continue
		case !w.saw(Seen{Path: b.Path, Stamp: b.Stamp}):
			return false
		case w.yield == nil:
		case archiveName(name):
			if !w.spooled(b) {
				return false
			}
		default:
			b.Path = visible(b.Path)
			if !w.give(b) {
				return false
			}
		}
	}
	return w.ctx.Err() == nil
}

func archiveName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".zip", ".7z", ".rar", ".tar", ".gz", ".tgz", ".bz2", ".tbz", ".tbz2", ".xz", ".txz", ".zst", ".tzst":
		return true
	}
	return false
}

// spooled yields the members of an archive, which unpackers read here and there,
// from a copy on the disk.
func (w *walk) spooled(b report.Blob) bool {
	f, err := os.CreateTemp("", "tongket-*.archive")
	if err != nil {
		return w.fail(visible(b.Path), because(err))
	}
	defer func() { _ = os.Remove(f.Name()) }() // the system's folder for what may be lost
	defer f.Close()
	size, err := spool(w.ctx, f, b, w.limits.Expanded)
	if err != nil {
		return w.fail(visible(b.Path), err)
	}
	k := sniff(f, size, b.Path)
	if k == nil {
		b.Path = visible(b.Path)
		return w.give(b)
	}
	a := archive{
		ctx: w.ctx, path: visible(b.Path), data: f, size: size, depth: 1,
		budget: &budget{limits: w.limits, packed: size}, passwords: w.o.Passwords,
	}
	return w.expand(a, k) && (a.budget.err == nil || w.fail(a.path, a.budget.err))
}

func spool(ctx context.Context, f *os.File, b report.Blob, limit int64) (size int64, err error) {
	if b.Size > limit {
		return 0, report.Becausef(report.TooLarge, "%d bytes are more than %d", b.Size, limit)
	}
	r, err := b.Open(ctx)
	if err != nil {
		return 0, err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	size, err = io.Copy(f, io.LimitReader(r, limit+1))
	if err == nil && size > limit {
		err = report.Becausef(report.TooLarge, "more than %d bytes", limit)
	}
	return size, err
}
