package journal

import (
	"bufio"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
)

// Input is one line of the list of inputs: a name and what stood under it.
type Input struct {
	// Position is the place of the input, or of the input that it is attached
	// to, among all inputs, from 0. A shard keeps the positions of the whole.
	Position int
	Path     string
	Size     int64
	// Stamp is report.Blob's, "" for what is attached to another input.
	Stamp string
	// ID names the bytes, "" when they could not be read; Failure says why.
	ID      ID
	Failure *report.Failure
}

type inputLine struct {
	Position int      `json:"i"`
	Path     string   `json:"path"`
	Size     int64    `json:"size"`
	Stamp    string   `json:"stamp,omitempty"`
	ID       ID       `json:"sum,omitempty"`
	Trouble  *trouble `json:"trouble,omitempty"`
}

func (in *Input) line() ([]byte, error) {
	b, err := json.Marshal(inputLine{in.Position, in.Path, in.Size, in.Stamp, in.ID, troubleOf(in.Failure)})
	return append(b, '\n'), err
}

func parseInput(data []byte) (Input, error) {
	x := lineScanner{s: string(data)}
	l := x.input()
	if !x.ended() {
		l = inputLine{}
		if err := json.Unmarshal(data, &l); err != nil {
			return Input{}, err
		}
	}
	return Input{l.Position, l.Path, l.Size, l.Stamp, l.ID, l.Trouble.failure()}, nil
}

// known is what the last runs knew of names.
type known struct {
	byPath map[[16]byte]knownInput
}

type knownInput struct {
	stamp [8]byte // hash of size and stamp
	key   [16]byte
	// whole says that the last whole run had this input; the run before this
	// one may have been stopped.
	whole, seen bool
}

func newKnown() *known { return &known{byPath: map[[16]byte]knownInput{}} }

func pathKey(path string) [16]byte {
	h := sha256.Sum256([]byte(path))
	return [16]byte(h[:16])
}

func stampKey(size int64, stamp string) [8]byte {
	h := sha256.Sum256(fmt.Appendf(nil, "%d %s", size, stamp))
	return [8]byte(h[:8])
}

func (k *known) learn(in Input, whole bool) {
	key := pathKey(in.Path)
	x := knownInput{whole: whole || k.byPath[key].whole}
	if in.Stamp != "" {
		x.stamp = stampKey(in.Size, in.Stamp)
	}
	if s, ok := in.ID.key(); ok {
		x.key = [16]byte(s[:16])
	}
	k.byPath[key] = x
}

// loadInputs learns the names of the last whole run and of one that was stopped
// after it.
func (j *Journal) loadInputs() error {
	next, part := filepath.Join(j.dir, "inputs.next"), filepath.Join(j.dir, "inputs.part")
	if err := j.fs.Rename(next, part); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	for _, f := range []struct {
		name  string
		whole bool
	}{{"inputs", true}, {"inputs.part", false}} {
		for in, err := range readInputs(j.fs, filepath.Join(j.dir, f.name)) {
			if errors.Is(err, fs.ErrNotExist) {
				break
			}
			if errors.Is(err, errInput) {
				j.Damaged++
				break // what it names behind this line is looked at again
			}
			if err != nil {
				return err
			}
			j.known.learn(in, f.whole)
		}
	}
	return nil
}

// errInput says that a line of the list of inputs is none.
var errInput = errors.New("this is no list of inputs of tongket; run once with --fresh to read everything again")

// readInputs yields the inputs of a list; a torn last line is left out.
func readInputs(f fsys.FS, name string) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		file, err := fsys.Open(f, name)
		if err != nil {
			yield(Input{}, err)
			return
		}
		defer file.Close()
		r := bufio.NewReaderSize(file, 1<<16)
		for {
			data, err := readLine64(r)
			if errors.Is(err, io.EOF) {
				return
			}
			var in Input
			if err == nil {
				if in, err = parseInput(data); err != nil {
					err = fmt.Errorf("%w: %w", errInput, err)
				}
			}
			if err != nil {
				yield(Input{}, fmt.Errorf("%s: %w", name, err))
				return
			}
			if !yield(in, nil) {
				return
			}
		}
	}
}

// Known returns the ID of an input that looks as it did when it was last read,
// so that it need not be opened.
func (j *Journal) Known(path string, size int64, stamp string) (id ID, ok bool) {
	if stamp == "" {
		return "", false
	}
	key, looks := pathKey(path), stampKey(size, stamp)
	j.mu.RLock()
	defer j.mu.RUnlock()
	x, ok := j.known.byPath[key]
	if !ok || x.stamp != looks {
		return "", false
	}
	i := j.index.beginning(x.key[:])
	if i < 0 {
		return "", false
	}
	return j.index.id(i), true
}

// Change says how an input differs from the last whole run.
type Change int

// The changes.
const (
	Same Change = iota
	New
	Changed
)

// inputsWriter writes the list of the run under way.
type inputsWriter struct {
	*appended
	name string
}

func (w *inputsWriter) abandon() error {
	if w.broken != nil { // it was said
		return w.file.Close()
	}
	return errors.Join(w.write(), w.file.Close())
}

// Begin starts the list of inputs of this run.
func (j *Journal) Begin() error {
	j.disk.Lock()
	defer j.disk.Unlock()
	j.mu.Lock()
	defer j.mu.Unlock()
	name := filepath.Join(j.dir, "inputs.next")
	file, err := j.fs.OpenFile(name, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	j.next = &inputsWriter{&appended{file: file}, name}
	for i := range j.index.entries {
		j.index.entries[i].flags &^= listed
	}
	return nil
}

// Add appends an input to the list of this run and says what is new about it,
// and whether it is the first with its bytes. The order of calls is the order
// of the documents table.
func (j *Journal) Add(in Input) (c Change, first bool, err error) {
	b, err := in.line()
	if err != nil {
		return Same, true, err
	}
	j.disk.Lock()
	defer j.disk.Unlock()
	j.mu.Lock()
	defer j.mu.Unlock()
	j.next.add(b)
	if len(j.next.buf) > 1<<16 {
		if err := j.next.write(); err != nil {
			return Same, true, err
		}
	}
	first = true
	if i := j.index.find(in.ID); i >= 0 {
		i = j.index.alike(i)
		first = j.index.entries[i].flags&listed == 0
		j.index.entries[i].flags |= listed
	}
	return j.change(in), first, nil
}

// change compares an input with the last whole run.
func (j *Journal) change(in Input) Change {
	key := pathKey(in.Path)
	x, ok := j.known.byPath[key]
	if !ok || !x.whole {
		return New
	}
	x.seen = true
	j.known.byPath[key] = x
	if x.key == ([16]byte{}) {
		return Same // it could not be looked at then
	}
	s, _ := in.ID.key()
	if [16]byte(s[:16]) != x.key {
		return Changed
	}
	return Same
}

// Finish makes the list of this run the last whole one. vanished are the names
// that the one before had and this one has not.
func (j *Journal) Finish() (vanished []string, err error) {
	j.disk.Lock()
	defer j.disk.Unlock()
	if err := j.flush(); err != nil {
		return nil, err
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if vanished, err = j.vanished(); err != nil {
		return nil, err
	}
	w := j.next
	j.next = nil
	if err := errors.Join(w.file.Sync(), w.file.Close()); err != nil {
		return nil, err
	}
	if err := j.fs.Rename(w.name, filepath.Join(j.dir, "inputs")); err != nil {
		return nil, err
	}
	if err := j.fs.Remove(filepath.Join(j.dir, "inputs.part")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	j.known = nil
	j.pack.rest()
	j.index.entries = slices.Clip(j.index.entries)
	return vanished, j.fs.SyncDir(j.dir)
}

func (j *Journal) vanished() ([]string, error) {
	gone := 0
	for _, x := range j.known.byPath {
		if x.whole && !x.seen {
			gone++
		}
	}
	if gone == 0 {
		return nil, nil
	}
	var names []string
	for in, err := range readInputs(j.fs, filepath.Join(j.dir, "inputs")) {
		if errors.Is(err, errInput) {
			break
		}
		if err != nil {
			return nil, err
		}
		if x := j.known.byPath[pathKey(in.Path)]; !x.seen {
			names = append(names, strings.Clone(in.Path))
		}
	}
	return names, nil
}

// Inputs yields the inputs of the last whole run.
func (j *Journal) Inputs() iter.Seq2[Input, error] {
	return readInputs(j.fs, filepath.Join(j.dir, "inputs"))
}
