package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/tongket/tongket/pipeline/bucket"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/source"
	"github.com/tongket/tongket/pipeline/text"
)

// reachable looks at the inputs that the user named, before anything is done:
// a name that is not there is a mistake and no document. Where none of them may
// be opened nothing can be done either.
func reachable(inputs []string) error {
	var faults, closed []error
	for _, in := range inputs {
		if in == "-" {
			continue
		}
		if bucket.Is(in) {
			if err := bucket.Supported(in); err != nil {
				faults = append(faults, &usageError{err})
			}
			continue
		}
		f, err := os.Open(in)
		if err == nil {
			f.Close()
			continue
		}
		if info, err := os.Stat(in); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
			continue // a pipe that nobody writes to would keep us; the walk says what it is
		}
		err = notOpened(in, err)
		if errors.Is(err, fs.ErrPermission) {
			closed = append(closed, err)
		} else {
			faults = append(faults, err)
		}
	}
	if len(closed) == len(inputs) {
		faults = append(faults, closed...)
	}
	return errors.Join(faults...)
}

// notOpened says why an input cannot be opened.
func notOpened(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return &unreachable{fmt.Errorf("%s: no such file or folder; check the path", name)}
	}
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		err = at.Err
	}
	return &unreachable{&unopened{fmt.Errorf("%s: %w", name, err)}}
}

// unopened is an input, or a file that a flag names, that cannot be opened: another
// output folder is no cure for it.
type unopened struct{ error }

func (u *unopened) Unwrap() error { return u.error }

// eachNamed shows the documents that a verb is asked for: files, and members of
// archives by their source_path. One that cannot be shown is said, and the others
// are shown all the same. Where none could be, the first says with which status
// the verb ends.
func (a *app) eachNamed(names []string, show func(name string) error) error {
	shown, failed := 0, 0
	var first error
	for _, name := range names {
		err := named(name)
		if err == nil {
			err = show(name)
		}
		_, said := errors.AsType[*someFailed](err)
		_, stopped := errors.AsType[*interrupted](err)
		switch {
		case err == nil:
			shown++
		case stopped:
			return err
		case said:
			failed++
		default:
			a.complain(err)
			if first == nil {
				first = err
			}
			failed++
		}
	}
	switch {
	case failed == 0:
		return nil
	case shown == 0 && first != nil:
		a.said = true
		return first
	}
	return &someFailed{failed}
}

// named looks at one of them.
func named(name string) error {
	root, _ := member(name)
	info, err := os.Stat(root)
	switch {
	case err != nil:
		return notOpened(name, err)
	case info.IsDir():
		return &usageError{fmt.Errorf("%s is a folder: name a file in it; tongket run reads folders", name)}
	}
	return nil
}

// member takes "archive.zip!folder/name.docx" apart. A file whose own name has an
// exclamation mark is no archive.
func member(name string) (root string, inside bool) {
	if _, err := os.Stat(name); err == nil {
		return name, false
	}
	for i, c := range name {
		if c == '!' {
			if info, err := os.Stat(name[:i]); err == nil && !info.IsDir() {
				return name[:i], true
			}
		}
	}
	return name, false
}

// one reads a document that the user named from bytes to text, the way a run
// does.
func (a *app) one(ctx context.Context, h *house, name string) (*report.Document, *report.Raw, error) {
	root, inside := member(name)
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	var others []string
	for blob := range source.Open(ctx, []string{root}, h.sourceOptions(ctx, a, fail)) {
		_, of, isMember := strings.Cut(blob.Path, "!")
		if isMember != inside || inside && of != filepath.ToSlash(name[len(root)+1:]) {
			if others = append(others, blob.Path); len(others) == shownFailures && !inside {
				break
			}
			continue
		}
		blob.Path = name
		return h.read(ctx, blob)
	}
	if err := context.Cause(ctx); err != nil {
		return nil, nil, err
	}
	if inside {
		_, of, _ := strings.Cut(name, "!")
		return nil, nil, &usageError{fmt.Errorf("%s: no member %q%s", root, of, report.DidYouMean(name, others))}
	}
	return nil, nil, &usageError{fmt.Errorf("%s is an archive: name one of its members, such as %q; tongket run reads archives whole", name, first(others))}
}

func first(list []string) string {
	if len(list) == 0 {
		return ""
	}
	return list[0]
}

// read reads one blob from bytes to text. What was read of it comes with a text
// that is not whole.
func (h *house) read(ctx context.Context, blob report.Blob) (*report.Document, *report.Raw, error) {
	failed := func(stage report.Stage, err error, fallback report.Reason) error {
		return report.AsFailure(blob.Path, stage, err, fallback)
	}
	if blob.Err != nil {
		return nil, nil, failed(report.StageSource, blob.Err, report.Unreadable)
	}
	data, err := readAll(ctx, blob, int64(h.settings.Limits.Bytes))
	if err != nil {
		return nil, nil, failed(report.StageSource, err, report.Unreadable)
	}
	raw, err := h.reader.Read(ctx, blob.Path, data)
	if err != nil {
		return nil, nil, failed(report.StageRead, err, report.Damaged)
	}
	sum := sha256.Sum256(data)
	doc, err := text.Normalise(ctx, blob.Path, hex.EncodeToString(sum[:]), raw)
	if err != nil && doc == nil {
		return nil, raw, failed(report.StageText, err, report.Garbled)
	}
	return doc, raw, nil
}

func readAll(ctx context.Context, blob report.Blob, limit int64) ([]byte, error) {
	r, err := blob.Open(ctx)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = report.Becausef(report.TooLarge, "more than %d bytes", limit)
	}
	return data, err
}

// apart refuses an output folder that is an input too: the next run would read
// what this one wrote. A folder that cannot be looked at is told by whoever writes
// there.
func apart(out string, inputs []string) error {
	folder, unseen := os.Stat(out)
	for _, in := range inputs {
		if x, err := os.Stat(in); unseen == nil && err == nil && os.SameFile(folder, x) {
			return &usageError{fmt.Errorf("%s: the output folder is an input too, and the next run would read what this one wrote; choose another folder with -o", in)}
		}
	}
	return nil
}
