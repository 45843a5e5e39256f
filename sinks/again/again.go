// Package again lets sinks use what they made in the run before: where the rows
// of a table, and all else that shapes its file or sheet, are what they were, its
// bytes are taken over instead of being made again.
//
// A Note says what something was made of and where it stands. It is believed only
// when the hash of what stands there says the same, so that a note may be lost,
// old or wrong and costs time alone. Of a file of which some bytes are used as they
// are and some are read, the hash of the whole decides.
package again

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path/filepath"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
)

// Note says of one table in one output what it was made of.
type Note struct {
	// Of is the hash of the rows and of all else that shapes the bytes.
	Of string `json:"of"`
	// Rows is how many rows the table has.
	Rows int `json:"rows"`
	// Size and Sum are of the bytes that can be used again.
	Size int64  `json:"size,omitempty"`
	Sum  string `json:"sha256,omitempty"`
	// More is the sink's own.
	More json.RawMessage `json:"more,omitempty"`
}

// Ledger has the notes of the run before and takes those of this one. A nil
// Ledger knows nothing and forgets all.
type Ledger struct {
	fs          fsys.FS
	dir         string // of the outputs that stand
	base        string
	files       map[string]string // the hash of each output as it was published, by place
	before, now notes
}

// notes are those of one run.
type notes struct {
	Notes map[string]Note `json:"notes"`
	// Moved are outputs that stand under another name than their own.
	Moved map[string]string `json:"moved,omitempty"`
}

// New returns a ledger over the outputs that stand in dir. base is the hash of
// what shapes all outputs beside their rows: the program, its language and
// settings. before are the notes of the last run, nil for none; those that cannot be
// read are none. files are the hashes of its outputs as they were published.
func New(f fsys.FS, dir, base string, before []byte, files map[string]string) *Ledger {
	l := &Ledger{fs: f, dir: dir, base: base, files: files, now: notes{map[string]Note{}, map[string]string{}}}
	if json.Unmarshal(before, &l.before) != nil {
		l.before = notes{}
	}
	return l
}

// Move says that an output of this run stands under another name.
func (l *Ledger) Move(name, to string) { l.now.Moved[name] = to }

// Notes returns the notes of this run.
func (l *Ledger) Notes() ([]byte, error) { return json.Marshal(l.now) }

// Of returns the hash of what something about a table is made of: its rows, its
// columns, what all outputs share, and more. It is "" when the rows are not known
// before they are read.
func (l *Ledger) Of(ds report.Dataset, t *report.Table, more ...any) (string, error) {
	if l == nil {
		return "", nil
	}
	rows, err := report.Digest(ds, t.Name)
	if err != nil || rows == "" {
		return "", err
	}
	columns, err := json.Marshal(t)
	if err != nil {
		return "", err
	}
	return Hash(append(more, l.base, rows, string(columns))...), nil
}

// Hash is a hash of values that print the same whenever they are the same.
func Hash(values ...any) string {
	h := sha256.New()
	for _, v := range values {
		fmt.Fprintf(h, "%v\x00", v)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// Known returns the note of the run before on something, if it was made of the
// same.
func (l *Ledger) Known(name, of string) (Note, bool) {
	if l == nil || of == "" {
		return Note{}, false
	}
	n, ok := l.before.Notes[name]
	return n, ok && n.Of == of
}

// Open opens an output of the run before, by its place in the output folder.
func (l *Ledger) Open(name string) (fsys.File, error) {
	if to := l.before.Moved[name]; to != "" {
		name = to
	}
	return fsys.Open(l.fs, filepath.Join(l.dir, filepath.FromSlash(name)))
}

// Keep takes a note of this run.
func (l *Ledger) Keep(name string, n Note) {
	if l != nil && n.Of != "" {
		l.now.Notes[name] = n
	}
}

// Rows returns the number of rows of each table that is noted; table tells which
// one a name is about.
func (l *Ledger) Rows(table func(name string) string) map[string]int {
	rows := map[string]int{}
	if l != nil {
		for name, n := range l.now.Notes {
			rows[table(name)] = n.Rows
		}
	}
	return rows
}

// Stands reports whether a file of the run before is as it was published, and begins
// with the bytes that a note is about.
func (l *Ledger) Stands(name string, f io.Reader, n Note) bool {
	h := sha256.New()
	sum := func(r io.Reader) string {
		if _, err := io.CopyBuffer(h, onlyReader{r}, make([]byte, 1<<18)); err != nil {
			return "" // what cannot be read is not believed
		}
		return hex.EncodeToString(h.Sum(nil))
	}
	return n.Sum != "" && sum(io.LimitReader(f, n.Size)) == n.Sum && sum(f) == l.files[name]
}

// Sum is the SHA-256 of a stretch of a file, in hex.
func Sum(f io.ReaderAt, from, size int64) (string, error) {
	h := sha256.New()
	n, err := io.CopyBuffer(h, onlyReader{io.NewSectionReader(f, from, size)}, make([]byte, 1<<18))
	if err == nil && n < size {
		err = io.ErrUnexpectedEOF
	}
	return hex.EncodeToString(h.Sum(nil)), err
}

type onlyReader struct{ io.Reader }
