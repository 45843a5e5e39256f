package journal

import (
	"bufio"
	"encoding/json"
	"errors"
	"path/filepath"

	"github.com/tongket/tongket/pipeline/fsys"
)

// compactFrom is the size of dead weight that is not worth rewriting the
// journal for.
const compactFrom = 1 << 20

// Compact rewrites the journal without what the last whole run does not need:
// documents that vanished, rows of earlier profiles. It does so only when more
// than half of the pack is dead, so that its cost is shared by the runs that
// made the weight. The journal is replaced in one rename.
func (j *Journal) Compact() error {
	j.disk.Lock()
	defer j.disk.Unlock()
	if err := j.flush(); err != nil {
		return err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	live, weight, err := j.live()
	if err != nil {
		return err
	}
	if dead := j.pack.size - weight; dead < compactFrom || dead < weight {
		return nil
	}
	return j.rewrite(live)
}

// live marks the entries that the last whole run needs and adds up their
// frames.
func (j *Journal) live() (live []bool, weight int64, err error) {
	live = make([]bool, len(j.index.entries))
	for in, err := range j.Inputs() {
		if err != nil {
			return nil, 0, err
		}
		i := j.index.find(in.ID)
		if i < 0 || live[i] || j.index.entries[i].flags&hasReading == 0 {
			continue
		}
		live[i] = true
		e := &j.index.entries[i]
		weight += int64(e.rows.length)
		if e.flags&hasDocument != 0 {
			l, err := j.lineAt(e.read)
			if err != nil {
				return nil, 0, err
			}
			weight += l.Read.Document[1]
		}
	}
	return live, weight, nil
}

func (j *Journal) rewrite(live []bool) (err error) {
	name, err := j.freeName()
	if err != nil {
		return err
	}
	pack, err := openAppended(j.fs, filepath.Join(j.dir, name))
	if err != nil {
		return err
	}
	lines, err := fsys.Create(j.fs, filepath.Join(j.dir, "journal"))
	if err != nil {
		return errors.Join(err, pack.file.Close())
	}
	defer lines.Drop()
	if err := j.copyLive(live, name, pack, bufio.NewWriterSize(lines, 1<<16)); err != nil {
		return errors.Join(err, pack.file.Close(), j.fs.Remove(filepath.Join(j.dir, name)))
	}
	if err := errors.Join(pack.file.Close(), lines.Commit()); err != nil {
		return err
	}
	return j.reopen()
}

func (j *Journal) copyLive(live []bool, name string, pack *appended, w *bufio.Writer) error {
	put := func(v any) error {
		b, err := json.Marshal(v)
		if err == nil {
			_, err = w.Write(append(b, '\n'))
		}
		return err
	}
	if err := put(header{"journal", Version, name}); err != nil {
		return err
	}
	for i := range j.index.entries {
		if !live[i] {
			continue
		}
		l, err := j.moved(i, pack)
		if err != nil {
			return err
		}
		if err := put(l); err != nil {
			return err
		}
		if len(pack.buf) >= flushBytes {
			if err := pack.write(); err != nil {
				return err
			}
		}
	}
	if err := put(line{Published: &Published{Read: j.keys.Read}}); err != nil {
		return err
	}
	if err := pack.flush(); err != nil {
		return err
	}
	return w.Flush()
}

// moved copies the frames of an entry to another pack and returns its line.
func (j *Journal) moved(i int, to *appended) (*line, error) {
	e := &j.index.entries[i]
	l, err := j.lineAt(e.read)
	if err != nil {
		return nil, err
	}
	l.Rows = nil
	if e.flags&hasDocument != 0 {
		data, err := j.pack.readFrame(l.Read.Document, nil)
		if err != nil {
			return nil, err
		}
		l.Read.Document = to.addFrame(data)
	}
	switch {
	case e.flags&rulesFailed != 0:
		r, err := j.lineAt(j.index.failed[i])
		if err != nil {
			return nil, err
		}
		l.Rows = r.Rows
	case e.rows.length > 0 && e.flags&hasRows != 0:
		data, err := j.pack.readFrame(e.rows.frame(), nil)
		if err != nil {
			return nil, err
		}
		l.Rows = &rowsLine{Key: j.keys.Extract, Rows: to.addFrame(data), Term: int(e.term), Province: j.index.provinces[e.province], About: e.about}
	}
	return l, nil
}

// reopen goes on with the files that rewrite has made.
func (j *Journal) reopen() error {
	if err := errors.Join(j.lines.file.Close(), j.pack.file.Close()); err != nil {
		return err
	}
	j.index, j.lines, j.pack = newIndex(), nil, nil
	return j.loadFiles()
}
