package journal

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"sync"
	"time"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
)

// Version is the version of the journal's format.
const Version = 1

// Keys are the hashes of all that shapes what is kept.
type Keys struct {
	// Read covers readers, text, outside tools and the limits that shape a
	// reading.
	Read string
	// Extract covers Read and the profile.
	Extract string
	// Former is the Extract of an earlier profile, "" for none: what it found
	// may be found again, see Journal.Former.
	Former string
	// FormerTables are the shapes of tables under the former key; nil when they are
	// those of now.
	FormerTables []Shape
}

// Journal is the state of one output folder. Its methods may be called from
// any goroutine; Put keeps the order of its calls.
type Journal struct {
	fs     fsys.FS
	dir    string
	keys   Keys
	tables []*report.Table

	// disk is held by who adds or writes, and taken before mu, which guards what
	// memory holds. Who brings it to the disk holds only disk, so that nobody
	// who asks waits for the disk.
	disk     sync.Mutex
	mu       sync.RWMutex
	index    *index
	lines    *appended
	pack     *appended
	packName string
	waiting  int       // lines since the last flush
	flushed  time.Time // the last flush
	// Damaged counts lines that could not be read; what they said is done
	// again.
	Damaged int

	known *known
	next  *inputsWriter
}

// Open opens the journal of dir, or begins one. It refuses a journal of
// another version in words; with fresh it forgets what is there instead.
func Open(f fsys.FS, dir string, keys Keys, tables []*report.Table, fresh bool) (*Journal, error) {
	if err := f.MkdirAll(dir); err != nil {
		return nil, err
	}
	j := &Journal{fs: f, dir: dir, keys: keys, tables: tables, index: newIndex(), known: newKnown()}
	if fresh {
		if err := j.forget(); err != nil {
			return nil, err
		}
	}
	if err := j.load(); err != nil {
		return nil, errors.Join(err, j.Close())
	}
	return j, nil
}

// forget removes the journal and what it points at. What was published stays.
func (j *Journal) forget() error {
	entries, err := j.fs.ReadDir(j.dir)
	if err != nil {
		return err
	}
	var faults []error
	for _, e := range entries {
		if name := e.Name(); isState(name) {
			faults = append(faults, j.fs.Remove(filepath.Join(j.dir, name)))
		}
	}
	return errors.Join(faults...)
}

func isState(name string) bool {
	return name == "journal" || name == "inputs" || name == "inputs.next" || name == "inputs.part" || isPack(name)
}

func isPack(name string) bool {
	m, err := filepath.Match("pack-*", name)
	return m && err == nil
}

// load reads the index and the list of inputs.
func (j *Journal) load() error {
	if err := j.loadFiles(); err != nil {
		return err
	}
	return j.loadInputs()
}

// loadFiles opens journal and pack and reads the index.
func (j *Journal) loadFiles() error {
	var err error
	if j.lines, err = openAppended(j.fs, filepath.Join(j.dir, "journal")); err != nil {
		return err
	}
	whole, err := j.scan()
	if err != nil {
		return err
	}
	if whole < j.lines.size { // a torn last line
		if err := j.lines.file.Truncate(whole); err != nil {
			return err
		}
		j.lines.size = whole
	}
	if whole == 0 {
		if err := j.begin(); err != nil {
			return err
		}
	}
	if j.pack, err = openAppended(j.fs, filepath.Join(j.dir, j.packName)); err != nil {
		return err
	}
	if err := j.sweep(); err != nil {
		return err
	}
	j.distrust()
	return nil
}

// sweep removes packs that no journal names: a crash came between the new one
// and the end of the old.
func (j *Journal) sweep() error {
	entries, err := j.fs.ReadDir(j.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		if name := e.Name(); isPack(name) && name != j.packName {
			if err := j.fs.Remove(filepath.Join(j.dir, name)); err != nil {
				return err
			}
		}
	}
	return nil
}

// freeName is a name for a pack that no file has.
func (j *Journal) freeName() (string, error) {
	entries, err := j.fs.ReadDir(j.dir)
	if err != nil {
		return "", err
	}
	taken := map[string]bool{}
	for _, e := range entries {
		taken[e.Name()] = true
	}
	n := 1
	for taken[fmt.Sprintf("pack-%d", n)] {
		n++
	}
	return fmt.Sprintf("pack-%d", n), nil
}

// begin writes the first line.
func (j *Journal) begin() error {
	var err error
	if j.packName, err = j.freeName(); err != nil {
		return err
	}
	b, err := json.Marshal(header{"journal", Version, j.packName})
	if err != nil {
		return err
	}
	j.lines.add(append(b, '\n'))
	return j.lines.write() // synced with the first lines that say anything
}

// scan reads all whole lines and returns where they end.
func (j *Journal) scan() (whole int64, err error) {
	if _, err := j.lines.file.Seek(0, io.SeekStart); err != nil {
		return 0, err
	}
	r := bufio.NewReaderSize(j.lines.file, 1<<16)
	for {
		data, err := readLine64(r)
		if errors.Is(err, io.EOF) {
			return whole, nil
		}
		if err != nil {
			return 0, err
		}
		at := span32{whole, uint32(len(data))}
		if whole == 0 {
			if err := j.header(data); err != nil {
				return 0, err
			}
		} else {
			j.takeLine(data, at)
		}
		whole += int64(len(data))
	}
}

// readLine64 returns the next line with its end; what has no end is io.EOF.
func readLine64(r *bufio.Reader) ([]byte, error) {
	data, err := r.ReadSlice('\n')
	if errors.Is(err, bufio.ErrBufferFull) {
		head := bytes.Clone(data)
		data, err = r.ReadBytes('\n')
		data = append(head, data...)
	}
	return data, err
}

func (j *Journal) header(data []byte) error {
	var h header
	if err := json.Unmarshal(data, &h); err != nil || h.Tongket != "journal" || !isPack(h.Pack) || filepath.Base(h.Pack) != h.Pack {
		return noJournal(j.lines.file.Name())
	}
	if h.Version != Version {
		return fmt.Errorf("%s: written by another version of tongket (format %d, this program reads %d); run once with --fresh to read everything again",
			j.lines.file.Name(), h.Version, Version)
	}
	j.packName = h.Pack
	return nil
}

// noJournal is a file of that name whose first line is none of a journal's.
type noJournal string

func (n noJournal) Error() string {
	return string(n) + ": this is no journal of tongket; remove it, or run once with --fresh to read everything again"
}

func (noJournal) Is(target error) bool { return target == ErrDamaged }

func (j *Journal) takeLine(data []byte, at span32) {
	l, err := parseLine(data)
	if err != nil {
		j.Damaged++
		return
	}
	j.index.apply(l, j.keys, at)
}

// parseLine reads a line behind the first.
func parseLine(data []byte) (*line, error) {
	x := lineScanner{s: string(data)}
	l := x.line()
	if x.ended() {
		return &l, nil
	}
	l = line{}
	err := json.Unmarshal(data, &l)
	return &l, err
}

// distrust takes back what points behind the end of the pack: somebody cut or
// removed it.
func (j *Journal) distrust() {
	for i := range j.index.entries {
		e := &j.index.entries[i]
		if e.rows.offset+int64(e.rows.length) > j.pack.size {
			e.flags &^= hasRows | hasReading
		}
	}
	if j.pack.size == 0 {
		for i := range j.index.entries {
			if e := &j.index.entries[i]; e.flags&hasDocument != 0 {
				e.flags &^= hasRows | hasReading
			}
		}
	}
}

// State says what has to be done about some bytes.
type State int

// The states.
const (
	Unread State = iota // read and extract
	Stale               // extract; the document is here
	Done
)

// State says what has to be done about some bytes and about the documents
// inside them.
func (j *Journal) State(id ID) State {
	j.mu.RLock()
	defer j.mu.RUnlock()
	return j.state(id, 0)
}

func (j *Journal) state(id ID, depth int) State {
	i := j.index.find(id)
	if i < 0 {
		return Unread
	}
	e := &j.index.entries[i]
	switch {
	case e.flags&hasReading == 0, e.flags&passing != 0 && e.flags&tried == 0:
		return Unread
	case e.flags&hasAttached != 0:
		return j.stateInside(e, depth)
	case e.lacksRows():
		return Stale
	}
	return Done
}

// stateInside is the worst of an entry's own state and of those attached. What
// nests deeper than documents ever do counts as done: a reader has refused it.
func (j *Journal) stateInside(e *entry, depth int) State {
	s := Done
	if e.lacksRows() {
		s = Stale
	}
	l, err := j.lineAt(e.read)
	if err != nil || l.Read == nil {
		return Unread
	}
	if depth > 64 {
		return s
	}
	for _, a := range l.Read.Attached {
		if a.ID != "" {
			s = min(s, j.state(a.ID, depth+1))
		} else if a.Trouble != nil && a.Trouble.Reason.Passing() && e.flags&tried == 0 {
			return Unread
		}
	}
	return s
}

// lineAt reads a line again. The caller holds the lock.
func (j *Journal) lineAt(s span32) (*line, error) {
	data, err := j.lines.read(s.offset, int64(s.length), nil)
	if err != nil {
		return nil, err
	}
	l, err := parseLine(data)
	if err != nil {
		return nil, fmt.Errorf("%s: line at %d: %w", j.lines.file.Name(), s.offset, err)
	}
	return l, nil
}

// Reading returns what is known of some bytes, without document and rows. ok is
// false for what was never read under the current key.
func (j *Journal) Reading(id ID) (c *Content, ok bool, err error) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	i := j.index.find(id)
	if i < 0 || j.index.entries[i].flags&hasReading == 0 {
		return nil, false, nil
	}
	c, err = j.content(i)
	return c, err == nil, err
}

// Plain reports whether some bytes were read and extracted whole and hold no
// documents inside: then there is nothing more to ask of their Reading.
func (j *Journal) Plain(id ID) bool {
	j.mu.RLock()
	defer j.mu.RUnlock()
	i := j.index.find(id)
	return i >= 0 && j.index.entries[i].plain()
}

// reading is the line of an entry's reading. The caller holds the lock.
func (j *Journal) reading(e *entry) (*line, error) {
	l, err := j.lineAt(e.read)
	if err == nil && (l.Read == nil || len(l.ID) < sumDigits) {
		err = fmt.Errorf("%s: line at %d: %w", j.lines.file.Name(), e.read.offset, ErrDamaged)
	}
	return l, err
}

// content makes a Content of an entry's lines. The caller holds the lock.
func (j *Journal) content(i int) (*Content, error) {
	e := &j.index.entries[i]
	l, err := j.reading(e)
	if err != nil {
		return nil, err
	}
	r := l.Read
	c := &Content{
		ID: l.ID, Media: r.Media, Status: r.Status, Failure: r.Trouble.failure(), Pages: r.Pages,
		Characters: r.Characters, Bytes: r.Bytes, Notes: r.Notes, Attached: r.Attached,
	}
	for i := range c.Attached {
		c.Attached[i].Failure = c.Attached[i].Trouble.failure()
	}
	if e.flags&rulesFailed != 0 {
		l, err := j.lineAt(j.index.failed[i])
		if err != nil || l.Rows == nil {
			return nil, errors.Join(err, ErrDamaged)
		}
		c.Rules = l.Rows.Trouble.failure()
	}
	return c, nil
}

// Extracted reports whether the rows of some bytes, apart from what is inside
// them, are known under the current key.
func (j *Journal) Extracted(id ID) bool {
	j.mu.RLock()
	defer j.mu.RUnlock()
	i := j.index.find(id)
	return i >= 0 && !j.index.entries[i].lacksRows()
}

// Former reports whether the rows of some bytes are known under the former key
// only, and what the document is about, see Content.About. Who knows that the profile
// finds the same rows there again needs not look for them, see Content.Again.
func (j *Journal) Former(id ID) (about int64, ok bool) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	i := j.index.find(id)
	if i < 0 || j.index.entries[i].flags&(hasRows|hasFormer) != hasFormer {
		return 0, false
	}
	return j.index.entries[i].about, true
}

// Document returns the canonical document of some bytes; its Path is empty.
func (j *Journal) Document(id ID) (*report.Document, error) {
	j.mu.RLock()
	defer j.mu.RUnlock()
	i := j.index.find(id)
	if i < 0 || j.index.entries[i].flags&hasDocument == 0 {
		return nil, fmt.Errorf("document %.16s: %w", id, fs.ErrNotExist)
	}
	return j.document(&j.index.entries[i])
}

func (j *Journal) document(e *entry) (*report.Document, error) {
	l, err := j.reading(e)
	if err != nil {
		return nil, err
	}
	data, err := j.unpacked(l.Read.Document)
	if err != nil {
		return nil, err
	}
	doc, err := decodeDocument(data)
	if err != nil || doc.Sum != l.ID.Sum() {
		return nil, fmt.Errorf("%s: document %.16s: %w", j.pack.file.Name(), l.ID, ErrDamaged)
	}
	return doc, nil
}

// unpacked is what was packed into a frame. The caller holds the lock.
func (j *Journal) unpacked(f frame) (string, error) {
	packed, err := j.pack.readFrame(f, nil)
	if err != nil {
		return "", err
	}
	data, err := unpack(packed, nil)
	if err != nil {
		return "", fmt.Errorf("%s: %w at %d", j.pack.file.Name(), err, f[0])
	}
	return string(data), nil
}

// Close flushes and closes the files.
func (j *Journal) Close() error {
	var faults []error
	if j.pack != nil {
		if j.pack.broken == nil && j.lines.broken == nil { // else it was said
			faults = append(faults, j.Flush())
		}
		faults = append(faults, j.pack.file.Close())
	}
	if j.next != nil {
		faults = append(faults, j.next.abandon())
	}
	if j.lines != nil {
		faults = append(faults, j.lines.file.Close())
	}
	return errors.Join(faults...)
}
