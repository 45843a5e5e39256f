package journal

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io"
	"iter"
	"math"
	"path/filepath"
	"slices"
	"sync"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
)

// View is the Dataset of the last whole run: the rows of all its documents, by
// term, province and place among the inputs; what has no term comes last. It is
// streamed from the journal and may be read as often as one likes, from several
// goroutines.
type View struct {
	j      *Journal
	lang   string
	inputs *appended
	refs   []ref // in the order of the rows
	// firsts are the places of the first inputs of those entries that another
	// input has too.
	firsts map[int32]int64
	counts Counts
	digest string
	list   string

	recent recent

	summing sync.Once
	sums    []string // of the rows of each table
	unread  error    // of summing
}

// Counts says how the inputs ended.
type Counts struct {
	Inputs    int                   `json:"inputs"`
	ByStatus  map[report.Status]int `json:"by_status"`
	ByReason  map[report.Reason]int `json:"by_reason,omitempty"`
	Documents int                   `json:"documents"` // with canonical text, each content once
}

// ref is what memory holds of one input: 24 bytes.
type ref struct {
	offset   int64 // of its line in the list
	length   uint32
	entry    int32 // in the index, -1 for an input without bytes
	position uint32
	again    bool // an earlier input has the same bytes
	trouble  bool // failed or partial
}

// line is where the input stands in the list.
func (x *ref) line() span32 { return span32{x.offset, x.length} }

// View opens the last whole run. lang is the language of hints.
func (j *Journal) View(lang string) (*View, error) {
	file, err := fsys.Open(j.fs, filepath.Join(j.dir, "inputs"))
	if err != nil {
		return nil, err
	}
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	v := &View{j: j, lang: lang, inputs: &appended{file: file, size: size}, firsts: map[int32]int64{}}
	v.counts.ByStatus = map[report.Status]int{}
	v.counts.ByReason = map[report.Reason]int{}
	if err := v.load(); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	v.sort()
	return v, nil
}

// Close lets go of the list of inputs.
func (v *View) Close() error { return v.inputs.file.Close() }

// load reads the list of inputs and decides which of several with the same
// bytes is the first.
func (v *View) load() error {
	if _, err := v.inputs.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	v.j.mu.RLock()
	defer v.j.mu.RUnlock()
	list, digest := sha256.New(), sha256.New()
	firsts := make([]int64, len(v.j.index.entries))
	for i := range firsts {
		firsts[i] = -1
	}
	v.refs = make([]ref, 0, len(firsts)+len(firsts)/64) // few inputs have the bytes of another one
	r := bufio.NewReaderSize(v.inputs.file, 1<<16)
	at := int64(0)
	for {
		data, err := readLine64(r)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		in, err := parseInput(data)
		if err != nil {
			return fmt.Errorf("%s: %w", v.inputs.file.Name(), err)
		}
		x := ref{offset: at, length: uint32(len(data)), entry: -1, position: uint32(len(v.refs))}
		at += int64(len(data))
		if err := v.place(&x, in, firsts, list, digest); err != nil {
			return err
		}
		v.refs = append(v.refs, x)
	}
	v.counts.Inputs = len(v.refs)
	v.list, v.digest = hex.EncodeToString(list.Sum(nil)), hex.EncodeToString(digest.Sum(nil))
	return nil
}

// place finds what became of an input. The caller holds the journal's lock.
func (v *View) place(x *ref, in Input, firsts []int64, list, digest hash.Hash) error {
	fmt.Fprintf(list, "%q %s\n", in.Path, in.ID.Sum())
	if in.ID == "" {
		status := in.Failure.Status()
		x.trouble = status == report.Failed
		v.count(status, in.Failure)
		fmt.Fprintf(digest, "%q %d %s\n", in.Path, in.Size, told(in.Failure))
		return nil
	}
	i := v.j.index.find(in.ID)
	if i < 0 || v.j.index.entries[i].flags&hasReading == 0 {
		return fmt.Errorf("%s: nothing is known of %s; run again", v.j.dir, in.Path)
	}
	e := &v.j.index.entries[i]
	x.entry = int32(i)
	var status report.Status
	var failure *report.Failure
	if e.plain() {
		status = report.OK
	} else {
		c, err := v.j.content(i)
		if err != nil {
			return err
		}
		status, failure = c.Outcome()
	}
	if first := v.j.index.alike(i); firsts[first] < 0 {
		firsts[first] = x.offset
		if e.flags&hasDocument != 0 {
			v.counts.Documents++
		}
	} else {
		x.again = true // and no rows of its own
		v.firsts[x.entry] = firsts[first]
		if duplicates(statuses[e.status]) {
			status, failure = report.Duplicate, nil
		}
	}
	x.trouble = status == report.Failed || status == report.Partial
	v.count(status, failure)
	fmt.Fprintf(digest, "%q %s %s %s\n", in.Path, in.ID, status, told(failure))
	return nil
}

// told is a failure as the digest has it. Package fmt says the same of none, but
// by catching a panic, ten thousand times in a large archive.
func told(f *report.Failure) string {
	if f == nil {
		return "<nil>"
	}
	return f.Error()
}

// duplicates reports whether the same bytes again are a duplicate. Of what
// could not be read each copy keeps the reason and the hint.
func duplicates(s report.Status) bool { return s == report.OK || s == report.Partial }

func (v *View) count(s report.Status, f *report.Failure) {
	v.counts.ByStatus[s]++
	if f != nil {
		v.counts.ByReason[f.Reason]++
	}
}

// sort orders the inputs by term, province and place.
func (v *View) sort() {
	v.j.mu.RLock()
	defer v.j.mu.RUnlock()
	names := v.j.index.provinces
	order := slices.Clone(names)
	slices.Sort(order)
	rank := make([]int, len(names))
	for i, n := range names {
		rank[i], _ = slices.BinarySearch(order, n)
		if n == "" {
			rank[i] = len(names)
		}
	}
	slices.SortFunc(v.refs, func(a, b ref) int {
		ta, pa := v.sortedBy(&a)
		tb, pb := v.sortedBy(&b)
		return cmp.Or(cmp.Compare(ta, tb), cmp.Compare(rank[pa], rank[pb]), cmp.Compare(a.position, b.position))
	})
}

// sortedBy is the term and the province of an input; the last term and no
// province for one without rows of its own. The caller holds the journal's lock.
func (v *View) sortedBy(x *ref) (term int16, province uint16) {
	if !x.original() {
		return math.MaxInt16, 0
	}
	e := &v.j.index.entries[x.entry]
	if e.term == 0 {
		return math.MaxInt16, e.province
	}
	return e.term, e.province
}

// SortedBy names the order of the rows.
const SortedBy = "term_start, province, document, position in the text"

// Counts says how the inputs ended.
func (v *View) Counts() Counts { return v.counts }

// Inputs is the hash of the names and bytes of all inputs in their order.
func (v *View) Inputs() string { return v.list }

// Outcomes is the hash of inputs and outcomes: while it and the configuration
// stand, the outputs do.
func (v *View) Outcomes() string { return v.digest }

// Tables are the tables of the profile.
func (v *View) Tables() []*report.Table { return v.j.tables }

// Rows yields the rows of one table.
func (v *View) Rows(table string) iter.Seq2[report.Row, error] {
	i := slices.IndexFunc(v.j.tables, func(t *report.Table) bool { return t.Name == table })
	if table == "documents" {
		return v.documents(i)
	}
	return func(yield func(report.Row, error) bool) {
		if i < 0 {
			return
		}
		var buf scratch
		width := len(v.j.tables[i].Columns)
		for _, x := range v.refs {
			if !x.original() {
				continue
			}
			cells, err := v.section(&x, i, &buf)
			if err != nil {
				yield(report.Row{}, err)
				return
			}
			for row := range slices.Chunk(cells, max(width, 1)) {
				if !yield(report.Row{Table: v.j.tables[i], Cells: row}, nil) {
					return
				}
			}
		}
	}
}

// original reports whether an input has rows of its own.
func (x *ref) original() bool { return x.entry >= 0 && !x.again }

// section reads the cells of the rows of one document and table, one row behind
// the other.
func (v *View) section(x *ref, table int, buf *scratch) ([]report.Value, error) {
	v.j.mu.RLock()
	defer v.j.mu.RUnlock()
	e := &v.j.index.entries[x.entry]
	if e.rows.length == 0 {
		return nil, nil
	}
	v.recent.mu.Lock()
	defer v.recent.mu.Unlock()
	frame, err := v.recent.frame(v.j.pack, e.rows)
	if err != nil {
		return nil, damaged(err)
	}
	cells, err := buf.decodeRows(frame, v.j.tables[table], table, len(v.j.tables))
	return cells, damaged(err)
}

// recent are the frames of rows that were read last: who reads several tables
// document by document asks for each again, table after table.
type recent struct {
	mu     sync.Mutex
	frames [4]struct { // tables that lack rows of a document are read ahead of the others
		at   frame32
		data []byte
	}
	next int
}

// frame reads a frame, unless it is one of the last. It holds until the lock is let
// go of.
func (r *recent) frame(pack *appended, at frame32) (data []byte, err error) {
	for i := range r.frames {
		if x := &r.frames[i]; x.at == at {
			return x.data, nil
		}
	}
	x := &r.frames[r.next]
	r.next = (r.next + 1) % len(r.frames)
	x.at = frame32{}
	if x.data, err = pack.readFrame(at.frame(), x.data); err == nil {
		x.at = at
	}
	return x.data, err
}

// damaged adds the cure to an error of the journal's own files.
func damaged(err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%w; run once with --fresh to read everything again", err)
}

// Troubled yields the inputs that were not read, or only in part.
func (v *View) Troubled() iter.Seq2[Outcome, error] {
	return func(yield func(Outcome, error) bool) {
		for i := range v.refs {
			if !v.refs[i].trouble {
				continue
			}
			o, err := v.outcome(&v.refs[i])
			if !yield(o, err) || err != nil {
				return
			}
		}
	}
}

// Text is the canonical text of one document, as texts/ publishes it.
type Text struct {
	ID    string // doc_id
	Path  string // source_path of the first input with these bytes
	Bytes int    // length of the text
	// New says that it was read since the last publication.
	New bool
	id  ID
	at  frame // of the document
}

// Texts yields the documents that have text, each once.
func (v *View) Texts() iter.Seq2[Text, error] {
	return func(yield func(Text, error) bool) {
		for _, x := range v.refs {
			if !x.original() {
				continue
			}
			t, ok, err := v.text(&x)
			if err != nil {
				yield(Text{}, err)
				return
			}
			if ok && !yield(t, nil) {
				return
			}
		}
	}
}

func (v *View) text(x *ref) (Text, bool, error) {
	v.j.mu.RLock()
	defer v.j.mu.RUnlock()
	e := &v.j.index.entries[x.entry]
	if e.flags&hasDocument == 0 {
		return Text{}, false, nil
	}
	l, err := v.j.reading(e)
	if err != nil {
		return Text{}, false, err
	}
	in, err := v.input(x.line())
	if err != nil {
		return Text{}, false, err
	}
	return Text{ID: l.ID.Sum()[:16], Path: in.Path, Bytes: l.Read.Bytes, New: v.unwritten(x), id: l.ID, at: l.Read.Document}, true, nil
}

// unwritten reports whether the text of an input may not stand in the outputs:
// it was read since, or another input's with the same bytes may stand there.
func (v *View) unwritten(x *ref) bool {
	return v.j.index.entries[x.entry].flags&unpublished != 0 || v.j.index.shared(int(x.entry))
}

// Letters returns the letters of a text, without the document around them.
func (v *View) Letters(t Text) (string, error) {
	v.j.mu.RLock()
	defer v.j.mu.RUnlock()
	data, err := v.j.unpacked(t.at)
	if err != nil {
		return "", damaged(err)
	}
	sum, text, err := decodeText(data)
	if err != nil || sum != t.id.Sum() {
		return "", damaged(fmt.Errorf("%s: document %.16s: %w", v.j.pack.file.Name(), t.id, ErrDamaged))
	}
	return text, nil
}

// Document returns the canonical document of a text.
func (v *View) Document(t Text) (*report.Document, error) {
	doc, err := v.j.Document(t.id)
	if err != nil {
		return nil, damaged(err)
	}
	doc.Path = t.Path
	return doc, nil
}

func (v *View) input(s span32) (Input, error) {
	data, err := v.inputs.read(s.offset, int64(s.length), nil)
	if err != nil {
		return Input{}, err
	}
	return parseInput(data)
}

var _ report.Dataset = (*View)(nil)
