package source

import (
	"context"
	"io"
	"io/fs"
	"iter"
	"path/filepath"
	"time"

	"github.com/tongket/tongket/pipeline/report"
)

// Options of Open. The zero Options reads everything within the default limits.
type Options struct {
	Limits Limits
	// Passwords are tried in turn on locked archives.
	Passwords []string
	// List is read for the input "-": one path a line, or parted by NUL as
	// `find -print0` writes them.
	List io.Reader
	// Skip names folders and files that are not read when a walk meets them,
	// such as the output folder inside the input folder.
	Skip []string
	// Outputs is the name of an entry that only a folder of this program's own
	// outputs has. Such a folder is not read when a walk meets it: a workbook
	// and texts of an earlier run would count its figures again.
	Outputs string
	// Remote yields the objects below an input that is the address of an object
	// store (s3://…), in the order of their names; nil when there are none.
	Remote func(ctx context.Context, address string) iter.Seq[report.Blob]
	// Seen hears of every folder, file and object before it is opened: what Look
	// yields; nil for nobody.
	Seen func(Seen)
}

// Open yields the inputs below the given paths in a stable order: the paths as
// given, the names of a folder in byte order, the members of an archive in its
// own order. A path that an earlier one covers comes only once.
//
// Blob.Path is the path as the user gave it, with slashes, and "!" before the
// name of a member: "2020/archive.zip!xa/bao-cao.docx". Content is opened when
// asked for files, and in memory for members, so a consumer that holds n blobs
// holds at most n × Limits.Bytes.
//
// The walk ends early when ctx is cancelled; the consumer sees that in its own
// context.
func Open(ctx context.Context, inputs []string, o Options) iter.Seq[report.Blob] {
	return func(yield func(report.Blob) bool) {
		w := newWalk(ctx, o, yield)
		for path := range w.paths(inputs) {
			if !w.input(path) {
				return
			}
		}
	}
}

// Seen is a folder, file or object as it looks from outside.
type Seen struct {
	Path string
	// Info is nil for an object and for what cannot be looked at.
	Info fs.FileInfo
	// Stamp is report.Blob's: "" for a file that may change again unseen.
	Stamp string
}

// Look yields every folder and file that Open would open, links followed and
// archives closed, in the same order.
func Look(ctx context.Context, inputs []string, o Options) iter.Seq[Seen] {
	return func(yield func(Seen) bool) {
		w := newWalk(ctx, o, nil)
		w.look = yield
		for path := range w.paths(inputs) {
			if !w.input(path) {
				return
			}
		}
	}
}

// Expand yields b itself, or its members if it is an archive: for attachments
// that a reader found inside a document. They have a budget of their own.
func Expand(ctx context.Context, b report.Blob, o Options) iter.Seq[report.Blob] {
	return func(yield func(report.Blob) bool) {
		if b.Open == nil {
			yield(b)
			return
		}
		w := newWalk(ctx, o, yield)
		data, err := readBlob(ctx, b, w.limits.Bytes)
		if err != nil {
			b.Open, b.Err = nil, err
			w.give(b)
			return
		}
		w.loose(b.Path, data)
	}
}

// readBlob reads a blob whole, up to a limit.
func readBlob(ctx context.Context, b report.Blob, limit int64) ([]byte, error) {
	r, err := b.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return readAll(r, b.Size, limit)
}

// walk is one pass over all inputs.
type walk struct {
	ctx    context.Context
	o      Options
	limits Limits
	// yield is nil for who only looks.
	yield func(report.Blob) bool
	look  func(Seen) bool // nil for who only reads

	skip  map[string]bool   // absolute paths of Options.Skip
	files map[string]bool   // absolute paths given as inputs and read already
	roots []string          // real paths of folders that are read
	alike map[string]string // how paths are written that would be written like another
}

func newWalk(ctx context.Context, o Options, yield func(report.Blob) bool) *walk {
	w := &walk{ctx: ctx, o: o, limits: o.Limits.withDefaults(), yield: yield,
		skip: map[string]bool{}, files: map[string]bool{}, alike: map[string]string{}}
	if o.Seen != nil {
		w.look = func(s Seen) bool { o.Seen(s); return true }
	}
	for _, path := range o.Skip {
		w.skip[absolute(path)] = true
	}
	return w
}

// give yields a blob. False means that nobody wants more.
func (w *walk) give(b report.Blob) bool {
	return w.ctx.Err() == nil && w.yield(b)
}

// saw tells of what is about to be opened. False means that nobody wants more.
func (w *walk) saw(s Seen) bool {
	if s.Info != nil {
		s.Stamp = stamp(s.Info, time.Now())
	}
	return w.ctx.Err() == nil && (w.look == nil || w.look(s))
}

// unseen tells of what cannot be looked at, and yields it as an input without
// content.
func (w *walk) unseen(path string, err error) bool {
	return w.saw(Seen{Path: path}) && (w.yield == nil || w.fail(path, err))
}

// fail yields an input without content.
func (w *walk) fail(path string, err error) bool {
	return w.give(report.Blob{Path: path, Size: -1, Err: report.AsFailure("", report.StageSource, err, report.Unreadable)})
}

// absolute is the path by which the walk recognises a file that it met before.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return filepath.Clean(path)
}
