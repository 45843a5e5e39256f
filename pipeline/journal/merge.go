package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path/filepath"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
)

// SetShard notes which part of the inputs the folder holds, "" for all of them,
// and the hash of the names of all.
func SetShard(f fsys.FS, dir, shard, names string) error {
	name := filepath.Join(dir, "shard")
	if shard == "" {
		if err := f.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	return fsys.WriteFile(f, name, []byte(shard+" "+names+"\n"))
}

// ShardOf returns what SetShard noted.
func ShardOf(f fsys.FS, dir string) (shard, names string, err error) {
	data, err := fsys.ReadFile(f, filepath.Join(dir, "shard"))
	if errors.Is(err, fs.ErrNotExist) {
		return "", "", nil
	}
	shard, names, _ = strings.Cut(strings.TrimSpace(string(data)), " ")
	return shard, names, err
}

// Merge makes this journal the union of parts: what they know, and their inputs
// in the order that they have among all. The parts were made under the same
// keys. names are what errors call them.
func (j *Journal) Merge(parts []*Journal, names []string) error {
	for i, p := range parts {
		if err := j.take(p); err != nil {
			return fmt.Errorf("%s: %w", names[i], err)
		}
	}
	if err := j.Begin(); err != nil {
		return err
	}
	for in, err := range mergeInputs(parts) {
		if err != nil {
			return err
		}
		if _, _, err := j.Add(in); err != nil {
			return err
		}
	}
	_, err := j.Finish()
	return err
}

// take copies what the inputs of another journal need and this one lacks.
func (j *Journal) take(p *Journal) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	j.disk.Lock()
	defer j.disk.Unlock()
	live, _, err := p.live()
	if err != nil {
		return err
	}
	for in, err := range p.Inputs() {
		if err != nil {
			return err
		}
		if i := p.index.find(in.ID); in.ID != "" && (i < 0 || !live[i] || p.index.entries[i].flags&hasRows == 0) {
			return fmt.Errorf("%s was read by another program or profile than this one; run the part again, or name its profile with --profile", in.Path)
		}
	}
	for i := range p.index.entries {
		if !live[i] || j.has(p.index.entries[i].sum) {
			continue
		}
		if err := j.copied(p, i); err != nil {
			return err
		}
		if len(j.pack.buf) >= flushBytes {
			if err := j.flush(); err != nil {
				return err
			}
		}
	}
	return j.flush()
}

// copied adds an entry of another journal.
func (j *Journal) copied(p *Journal, i int) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	l, err := p.moved(i, j.pack)
	if err != nil {
		return err
	}
	return j.append(l)
}

// has reports whether a sum is read and extracted here.
func (j *Journal) has(sum [32]byte) bool {
	i := j.index.beginning(sum[:])
	return i >= 0 && j.index.entries[i].flags&(hasReading|hasRows) == hasReading|hasRows
}

// mergeInputs yields the inputs of all parts by their positions. A position
// that stands in two parts is an error: they are not parts of one whole.
func mergeInputs(parts []*Journal) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		heads := make([]head, len(parts))
		for i, p := range parts {
			next, stop := iter.Pull2(p.Inputs())
			defer stop()
			heads[i].next = next
			heads[i].step()
		}
		last, owner := -1, -1
		for {
			best := -1
			for i := range heads {
				if h := &heads[i]; h.ok && (best < 0 || h.err != nil || h.in.Position < heads[best].in.Position) {
					best = i
				}
			}
			if best < 0 {
				return
			}
			h := &heads[best]
			if h.err == nil && h.in.Position == last && owner != best {
				h.err = fmt.Errorf("%s is in two parts: they are not parts of one whole", h.in.Path)
			}
			last, owner = h.in.Position, best
			if !yield(h.in, h.err) || h.err != nil {
				return
			}
			h.step()
		}
	}
}

// head is the next input of one part.
type head struct {
	next func() (Input, error, bool)
	in   Input
	err  error
	ok   bool
}

func (h *head) step() { h.in, h.err, h.ok = h.next() }
