package journal

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/tongket/tongket/pipeline/report"
)

// Encoded is a Content ready to be kept. Encode does the costly part and may
// run on many goroutines.
type Encoded struct {
	Content  *Content // without Document and Rows
	document []byte
	rows     []byte
	term     int
	province string
	err      error // of making it, said by Put
}

// Encode packs document and rows and lets go of them.
func (j *Journal) Encode(c *Content) *Encoded {
	e := &Encoded{Content: c}
	if c.Document != nil {
		x := encodings.Get().(*encoding)
		defer encodings.Put(x)
		if !c.ReadBefore {
			e.document = x.document(c.Document)
		}
		if c.Rules == nil && !c.Again {
			e.rows = x.rows(j.tables, c.Rows)
			e.term, e.province = place(c.Rows)
		}
		if c.Again {
			e.rows, e.err = j.refit(c)
		}
	}
	c.Document, c.Rows = nil, nil
	return e
}

// place is what a document's rows are sorted by.
func place(rows []report.Row) (term int, province string) {
	for _, r := range rows {
		if r.Table.Name == "documents" {
			n, _ := r.Get("term_start").Number()
			return int(n), r.Get("province").Text()
		}
	}
	return 0, ""
}

// The journal goes to the disk after so many bytes, or when so many lines wait
// and the last time is long enough ago: a crash costs at most that much work.
// Two syncs take some 10 ms, in which one processor is often lost to everybody,
// because the runtime takes it back from a system call only when it next looks.
const (
	flushBytes = 4 << 20
	flushLines = 64
	flushEvery = time.Second
)

// Put keeps what became of some bytes. It is on the disk after the next Flush.
func (j *Journal) Put(x *Encoded) error {
	j.disk.Lock()
	defer j.disk.Unlock()
	if err := j.put(x); err != nil {
		return err
	}
	if len(j.pack.buf) >= flushBytes || j.waiting >= flushLines && time.Since(j.flushed) >= flushEvery {
		return j.flush()
	}
	return nil
}

// put adds to memory. The caller holds disk.
func (j *Journal) put(x *Encoded) error {
	if x.err != nil {
		return x.err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	c := x.Content
	if i := j.index.find(c.ID); i >= 0 && !c.ReadBefore && j.index.entries[i].flags&tried != 0 {
		return nil // attached to two inputs that were in hand at once
	}
	l := line{ID: c.ID}
	if !c.ReadBefore {
		l.Read = &readLine{
			Key: j.keys.Read, Status: c.Status, Media: c.Media, Trouble: troubleOf(c.Failure), Pages: c.Pages,
			Characters: c.Characters, Bytes: c.Bytes, Notes: c.Notes, Attached: c.Attached,
		}
		for i := range l.Read.Attached {
			l.Read.Attached[i].Trouble = troubleOf(l.Read.Attached[i].Failure)
		}
		if x.document != nil {
			l.Read.Document = j.pack.addFrame(x.document)
		}
	}
	switch {
	case c.Again:
		i := j.index.find(c.ID)
		if i < 0 || j.index.entries[i].flags&(hasRows|hasFormer) != hasFormer {
			return fmt.Errorf("%s: no rows of %.16s are known under the former key", j.dir, c.ID)
		}
		e := &j.index.entries[i]
		l.Rows = &rowsLine{Key: j.keys.Extract, Rows: e.rows.frame(), Term: int(e.term), Province: j.index.provinces[e.province], About: c.About}
		if x.rows != nil {
			l.Rows.Rows = j.pack.addFrame(x.rows)
		}
	case x.rows != nil:
		l.Rows = &rowsLine{Key: j.keys.Extract, Rows: j.pack.addFrame(x.rows), Term: x.term, Province: x.province, About: c.About}
	case c.Rules != nil:
		l.Rows = &rowsLine{Key: j.keys.Extract, Trouble: troubleOf(c.Rules)}
	}
	if err := j.append(&l); err != nil {
		return err
	}
	if i := j.index.find(c.ID); i >= 0 {
		j.index.entries[i].flags |= tried
	}
	return nil
}

// append adds a line and takes it into the index. The caller holds disk and mu.
func (j *Journal) append(l *line) error {
	b, err := json.Marshal(l)
	if err != nil {
		return err
	}
	b = append(b, '\n')
	at := span32{j.lines.add(b), uint32(len(b))}
	j.index.apply(l, j.keys, at)
	j.waiting++
	return nil
}

// Flush brings everything that was put to the disk.
func (j *Journal) Flush() error {
	j.disk.Lock()
	defer j.disk.Unlock()
	return j.flush()
}

// flush brings the frames to the disk, then the lines that point at them. The
// caller holds disk and not mu.
func (j *Journal) flush() error {
	for _, a := range []*appended{j.pack, j.lines} {
		if err := a.bring(); err != nil {
			return err
		}
		j.mu.Lock()
		a.clear()
		j.mu.Unlock()
	}
	j.waiting, j.flushed = 0, time.Now()
	if j.next != nil {
		return j.next.write()
	}
	return nil
}

// MarkPublished notes that everything so far is published.
func (j *Journal) MarkPublished() error {
	j.disk.Lock()
	defer j.disk.Unlock()
	j.mu.Lock()
	err := j.append(&line{Published: &Published{Read: j.keys.Read}})
	j.mu.Unlock()
	if err != nil {
		return err
	}
	return j.flush()
}
