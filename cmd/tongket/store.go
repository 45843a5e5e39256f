package main

import (
	"cmp"
	"context"
	"crypto/md5" //nolint:gosec // what stores call their objects by
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/bucket"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
)

// objects yields the objects of a store as inputs. fail hears of a store that
// cannot be listed.
func objects(fail context.CancelCauseFunc) func(context.Context, string) iter.Seq[report.Blob] {
	return func(ctx context.Context, address string) iter.Seq[report.Blob] {
		return func(yield func(report.Blob) bool) {
			b, prefix, err := bucket.Open(ctx, address)
			if err != nil {
				fail(&unreachable{err})
				return
			}
			// It stays open: what was listed is read later, and it ends with the program.
			root := strings.TrimSuffix(bucket.Shown(address), prefix)
			root = strings.TrimSuffix(root, "/") + "/"
			for o, err := range b.List(ctx, prefix) {
				if err != nil {
					fail(&unreachable{fmt.Errorf("list %s: %w", bucket.Shown(address), err)})
					return
				}
				if o.Key != prefix && prefix != "" && !strings.HasSuffix(prefix, "/") && o.Key[len(prefix)] != '/' {
					continue // a/2020 names neither a/2020b nor a/2020.zip
				}
				open := func(ctx context.Context) (io.ReadCloser, error) {
					r, err := b.Read(ctx, o.Key)
					if err != nil {
						return nil, report.Because(report.Unreadable, err)
					}
					return r, nil
				}
				if !yield(report.Blob{Path: root + o.Key, Size: o.Size, Stamp: o.Stamp, Open: open}) {
					return
				}
			}
		}
	}
}

// workFolder is where the outputs for an object store are made, and where their
// state stays from run to run.
func workFolder(address string) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return "", fmt.Errorf("%s needs a folder for its state: %w", bucket.Shown(address), err)
	}
	return filepath.Join(cache, "tongket", hash(bucket.Shown(address))), nil
}

// mirror copies the outputs into the object store that the settings name: what
// differs, run.json last. A reader who holds to the hashes in run.json never
// takes old outputs for new ones.
func (a *app) mirror(ctx context.Context, s *configs.Effective) error {
	if s.Mirror == "" {
		return nil
	}
	b, prefix, err := bucket.Open(ctx, s.Mirror)
	if err != nil {
		return &unreachable{err}
	}
	m := mirror{app: a, ctx: ctx, to: b, out: s.Out, there: map[string]bucket.Object{}}
	if prefix != "" {
		m.prefix = strings.TrimSuffix(prefix, "/") + "/"
	}
	if err := errors.Join(m.all(), b.Close()); err != nil {
		return &unreachable{fmt.Errorf("%s: %w", bucket.Shown(s.Mirror), err)}
	}
	return nil
}

// mirror is one copy of an output folder to an object store.
type mirror struct {
	*app
	ctx    context.Context
	to     bucket.Store
	prefix string
	out    string
	there  map[string]bucket.Object // by path in the output folder
}

func (m *mirror) all() error {
	for o, err := range m.to.List(m.ctx, m.prefix) {
		if err != nil {
			return err
		}
		m.there[strings.TrimPrefix(o.Key, m.prefix)] = o
	}
	before, err := m.manifest()
	if err != nil {
		return err
	}
	now, err := readManifest(m.fs, m.out)
	if err != nil {
		return err
	}
	ours := map[string]string{} // what was copied last, by path
	for _, f := range before.Outputs {
		ours[f.Path] = f.Sum
	}
	wanted := map[string]bool{publish.Manifest: true}
	if err := m.texts(wanted); err != nil {
		return err
	}
	for _, f := range now.Outputs {
		wanted[f.Path] = true
		if f.Path == publish.Manifest {
			continue
		}
		if err := m.output(f, ours[f.Path]); err != nil {
			return err
		}
	}
	if err := m.put(publish.Manifest); err != nil {
		return err
	}
	return m.remove(wanted, ours)
}

// manifest reads the run.json that stands in the store; a zero one for none.
func (m *mirror) manifest() (manifest, error) {
	var out manifest
	if _, ok := m.there[publish.Manifest]; !ok {
		return out, nil
	}
	r, err := m.to.Read(m.ctx, m.prefix+publish.Manifest)
	if err != nil {
		return out, err
	}
	defer r.Close()
	if err := json.NewDecoder(r).Decode(&out); err != nil {
		return manifest{}, nil // no run.json of ours: everything is copied
	}
	return out, nil
}

// texts copies the texts that are not there as they are here.
func (m *mirror) texts(wanted map[string]bool) error {
	return fsys.Walk(m.fs, filepath.Join(m.out, "texts"), func(name string, e fs.DirEntry) error {
		name = "texts/" + name
		wanted[name] = true
		if o, ok := m.there[name]; ok {
			sum, err := m.sum(name, md5.New()) //nolint:gosec // see above
			if err != nil {
				return err
			}
			if strings.HasSuffix(o.Stamp, sum) {
				return nil
			}
		}
		return m.put(name)
	})
}

// output copies one output, unless it stands there. A workbook that a person
// changed there is copied aside first.
func (m *mirror) output(f output, last string) error {
	o, stands := m.there[f.Path]
	if stands && last == f.Sum && o.Size == f.Size && !isWorkbook(f.Path) {
		return nil
	}
	if stands && isWorkbook(f.Path) {
		sum, err := m.remoteSum(f.Path)
		switch {
		case err != nil:
			return err
		case sum == f.Sum:
			return nil
		case sum != last:
			kept := strings.TrimSuffix(f.Path, ".xlsx") + ".kept-" + cmp.Or(sum, "x")[:8] + ".xlsx"
			if err := m.to.Copy(m.ctx, m.prefix+kept, m.prefix+f.Path); err != nil {
				return err
			}
			fmt.Fprintf(m.err, "tongket: %s was changed by hand in the store; it is kept there as %s\n", f.Path, kept)
		}
	}
	return m.put(f.Path)
}

func isWorkbook(name string) bool { return path.Ext(name) == ".xlsx" }

func (m *mirror) remoteSum(name string) (string, error) {
	r, err := m.to.Read(m.ctx, m.prefix+name)
	if err != nil {
		return "", err
	}
	defer r.Close()
	h := sha256.New()
	if _, err := io.Copy(h, r); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func (m *mirror) sum(name string, h interface {
	io.Writer
	Sum(b []byte) []byte
}) (string, error) {
	r, err := fsys.Open(m.fs, filepath.Join(m.out, filepath.FromSlash(name)))
	if err != nil {
		return "", err
	}
	defer r.Close()
	if _, err := io.Copy(h, r); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

func (m *mirror) put(name string) error {
	r, err := fsys.Open(m.fs, filepath.Join(m.out, filepath.FromSlash(name)))
	if err != nil {
		return err
	}
	defer r.Close()
	if err := m.to.Write(m.ctx, m.prefix+name, r); err != nil {
		return fmt.Errorf("write %s: %w", name, err)
	}
	return nil
}

// remove removes what was copied by an earlier run and is no output any more.
func (m *mirror) remove(wanted map[string]bool, ours map[string]string) error {
	for name := range m.there {
		_, was := ours[name]
		if wanted[name] || !was && !publish.IsText(name) || isWorkbook(name) {
			continue
		}
		if err := m.to.Delete(m.ctx, m.prefix+name); err != nil {
			return err
		}
	}
	return nil
}
