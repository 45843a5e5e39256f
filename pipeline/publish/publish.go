package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
)

// State is the folder of the program's own files in an output folder.
const State = ".tongket"

// Manifest is the name of the file that is published last.
const Manifest = "run.json"

// File is one published file.
type File struct {
	Path string `json:"path"` // relative to the output folder, with slashes
	Size int64  `json:"size"`
	Sum  string `json:"sha256"`
	// Modified is the time of change that the file had when it was published,
	// in nanoseconds, to see without reading that nobody touched it.
	Modified int64 `json:"modified,omitempty"`
}

// Published says what was published last. It is the program's own note; run.json
// tells others.
type Published struct {
	// Of is the hash of all that shapes the outputs.
	Of    string `json:"of"`
	Files []File `json:"files"`
	// Kept are workbooks that a person changed, with the name under which the
	// new one stands.
	Kept []Kept `json:"kept,omitempty"`
	// Left are files of earlier runs that somebody changed, and that belong to no
	// output any more.
	Left []string `json:"left,omitempty"`
	// Texts are the stamps of all texts in one. Their names, sizes and times
	// alone would be megabytes in a large archive.
	Texts string `json:"texts,omitempty"`
}

// Kept is a workbook that was left as a person made it.
type Kept struct {
	Path   string `json:"path"`
	Beside string `json:"beside"`
}

// Folder is an output folder.
type Folder struct {
	fs  fsys.FS
	dir string
	// hashed are the staged files that were hashed, by name: a run lists them for its
	// manifest and again to publish them.
	hashed map[string]File
}

// Open returns the output folder dir, after finishing a publication that was
// interrupted. The caller holds the lock.
func Open(f fsys.FS, dir string) (*Folder, error) {
	p := &Folder{f, dir, map[string]File{}}
	if err := f.MkdirAll(p.state("")); err != nil {
		return nil, err
	}
	return p, p.recover()
}

func (p *Folder) state(name string) string { return filepath.Join(p.dir, State, name) }

func (p *Folder) place(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

func (p *Folder) staged(name string) string {
	return filepath.Join(p.Stage(), filepath.FromSlash(name))
}

// Stage is the folder in which the outputs are written.
func (p *Folder) Stage() string { return p.state("publish") }

// Clear empties the stage.
func (p *Folder) Clear() error {
	clear(p.hashed)
	return fsys.RemoveAll(p.fs, p.Stage())
}

// Last returns what was published last; the zero Published for nothing.
func (p *Folder) Last() (Published, error) {
	var last Published
	data, err := fsys.ReadFile(p.fs, p.state("published.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return last, nil
	}
	if err != nil {
		return last, err
	}
	if err := json.Unmarshal(data, &last); err != nil {
		return Published{}, nil //nolint:nilerr // a note that cannot be read is none: everything is published again
	}
	return last, nil
}

// Standing says how the published files stand in their places.
type Standing struct {
	// Whole says that every file is there as it was published, texts aside.
	Whole bool
	// Texts says that no text was touched, added or removed since. Where it is
	// false, they may still be the same: copied, or moved to another disk.
	Texts bool
	// Count is the number of texts.
	Count int
	// Changed are workbooks that a person changed since.
	Changed []string
	// Left are those of Published that are still there.
	Left []string
}

// Look compares the files with the note of their publication. A file whose
// size and time of change are those of the note is not read, unless all are to be.
func (p *Folder) Look(last Published, all bool) (Standing, error) {
	s := Standing{Whole: len(last.Files) > 0}
	for _, f := range last.Files {
		if all {
			f.Modified = 0
		}
		same, err := p.same(f)
		switch {
		case errors.Is(err, fs.ErrNotExist):
			s.Whole = false
		case err != nil:
			return s, p.because(f.Path, err)
		case same:
		default:
			if err := p.lookTyped(f.Path, &s); err != nil {
				return s, err
			}
		}
	}
	for _, k := range last.Kept {
		if err := p.lookTyped(k.Path, &s); err != nil {
			return s, err
		}
	}
	for _, name := range last.Left {
		if fsys.Exists(p.fs, p.place(name)) {
			s.Left = append(s.Left, name)
		}
	}
	now, err := p.stamps()
	if err != nil {
		return s, p.because(texts+"/"+texts, err)
	}
	s.Texts, s.Count = now.String() == last.Texts, now.count
	return s, nil
}

func (p *Folder) same(f File) (bool, error) {
	info, err := p.fs.Stat(p.place(f.Path))
	if err != nil {
		return false, err
	}
	if info.IsDir() || info.Size() != f.Size {
		return false, nil
	}
	if info.ModTime().UnixNano() == f.Modified {
		return true, nil
	}
	sum, err := Sum(p.fs, p.place(f.Path))
	return sum == f.Sum, err
}

// Sum returns the SHA-256 of a file in hex.
func Sum(f fsys.FS, name string) (string, error) {
	r, err := fsys.Open(f, name)
	if err != nil {
		return "", err
	}
	defer r.Close()
	h := sha256.New()
	if _, err := io.CopyBuffer(h, onlyReader{r}, make([]byte, 1<<18)); err != nil {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)), nil
}

type onlyReader struct{ io.Reader }

// list lists the files of the stage with their hashes, texts left out: there
// are as many as documents, and each bears its document's hash in its name.
func (p *Folder) list() ([]File, error) {
	var files []File
	err := fsys.WalkBut(p.fs, p.Stage(), texts, func(name string, e fs.DirEntry) error {
		if strings.HasSuffix(name, fsys.Partial) {
			return nil
		}
		info, err := e.Info()
		if err != nil {
			return err
		}
		f, err := p.hash(name, info)
		files = append(files, f)
		return err
	})
	return files, err
}

// hash hashes a staged file, once as long as it does not change.
func (p *Folder) hash(name string, info fs.FileInfo) (File, error) {
	f := File{Path: name, Size: info.Size(), Modified: info.ModTime().UnixNano()}
	if known := p.hashed[name]; known.Size == f.Size && known.Modified == f.Modified && known.Sum != "" {
		return known, nil
	}
	var err error
	if f.Sum, err = Sum(p.fs, p.staged(name)); err == nil {
		p.hashed[name] = f
	}
	return f, err
}

// plan is a publication that is decided.
type plan struct {
	Moves []move `json:"moves"`
	// Texts says that the staged texts move too, all that there are: in a large
	// archive their names alone would be megabytes.
	Texts     bool      `json:"texts,omitempty"`
	Removes   []string  `json:"removes,omitempty"`
	Published Published `json:"published"`
}

type move struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Publish brings the staged files to their places. of is the hash of all that
// shapes them; keep says which texts belong to the run, the others are removed.
// The result tells under which names workbooks stand that a person had changed.
func (p *Folder) Publish(of string, keep func(id string) bool) (Published, error) {
	last, err := p.Last()
	if err != nil {
		return last, err
	}
	next, err := p.plan(last, of)
	if err == nil {
		next.Texts = true
		err = p.planTexts(next, keep)
	}
	if err != nil {
		return last, err
	}
	if err := p.fs.SyncTree(p.Stage()); err != nil {
		return last, err
	}
	data, err := json.Marshal(next)
	if err != nil {
		return last, err
	}
	if err := fsys.WriteFile(p.fs, p.state("plan.json"), data); err != nil {
		return last, err
	}
	return next.Published, p.apply(next)
}

// Named returns the staged files under the names that they will be published
// by: those of workbooks that a person changed are others.
func (p *Folder) Named() ([]File, error) {
	last, err := p.Last()
	if err != nil {
		return nil, err
	}
	next, err := p.plan(last, "")
	if err != nil {
		return nil, err
	}
	return next.Published.Files, nil
}

// plan plans the moves of all but texts.
func (p *Folder) plan(last Published, of string) (*plan, error) {
	files, err := p.list()
	if err != nil {
		return nil, err
	}
	next := &plan{Published: Published{Of: of}}
	taken, folders := map[string]bool{}, map[string]bool{}
	for _, f := range files {
		to, err := p.free(f.Path, last, taken)
		if err != nil {
			return nil, err
		}
		if err := p.way(to, folders); err != nil {
			return nil, err
		}
		if to != f.Path {
			next.Published.Kept = append(next.Published.Kept, Kept{f.Path, to})
			taken[f.Path] = true
		}
		taken[to] = true
		next.Moves = append(next.Moves, move{f.Path, to})
		f.Path = to
		next.Published.Files = append(next.Published.Files, f)
	}
	// The manifest vouches for all, so it goes last.
	slices.SortStableFunc(next.Moves, func(a, b move) int { return order(a.To) - order(b.To) })
	return next, p.stale(next, last, taken)
}

func order(name string) int {
	if name == Manifest {
		return 1
	}
	return 0
}

// stale plans the removal of what an earlier run published and this one does
// not, unless a person changed it: that is left, and named.
func (p *Folder) stale(next *plan, last Published, taken map[string]bool) error {
	for _, f := range last.Files {
		if taken[f.Path] {
			continue
		}
		ours, err := p.ours(f.Path, last)
		if err != nil {
			return err
		}
		if ours {
			next.Removes = append(next.Removes, f.Path)
		} else {
			next.Published.Left = append(next.Published.Left, f.Path)
		}
	}
	before := last.Left
	for _, k := range last.Kept {
		before = append(before, k.Path)
	}
	for _, name := range before {
		if !taken[name] && !slices.Contains(next.Published.Left, name) && fsys.Exists(p.fs, p.place(name)) {
			next.Published.Left = append(next.Published.Left, name)
		}
	}
	return nil
}

// apply does what a plan says. What was done before an interruption is passed
// over. Texts only add to what is there, so they go first.
func (p *Folder) apply(next *plan) error {
	made := map[string]bool{}
	if next.Texts {
		if err := p.moveTexts(made); err != nil {
			return fmt.Errorf("publish %s: %w", texts, err)
		}
	}
	for _, m := range next.Moves {
		dir := filepath.Dir(p.place(m.To))
		if !made[dir] {
			if err := p.fs.MkdirAll(dir); err != nil {
				return p.because(m.To, err)
			}
			made[dir] = true
		}
		if m.To == Manifest { // what it vouches for is on the disk before it
			for dir := range made {
				if err := p.fs.SyncDir(dir); err != nil {
					return err
				}
			}
		}
		if err := p.fs.Rename(p.staged(m.From), p.place(m.To)); err != nil && (!errors.Is(err, fs.ErrNotExist) || !fsys.Exists(p.fs, p.place(m.To))) {
			return fmt.Errorf("publish %s: %w", m.To, p.because(m.To, err))
		}
	}
	if err := p.remove(next.Removes); err != nil {
		return err
	}
	if err := p.fs.SyncDir(p.dir); err != nil {
		return err
	}
	if err := p.note(next.Published); err != nil {
		return err
	}
	if err := p.fs.Remove(p.state("plan.json")); err != nil {
		return err
	}
	return p.Clear()
}

// remove removes files, and the folders of ours that they leave empty: those of a
// format that is no longer asked for.
func (p *Folder) remove(names []string) error {
	var dirs []string
	for _, name := range names {
		if err := p.fs.Remove(p.place(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		if dir := path.Dir(name); dir != "." && !slices.Contains(dirs, dir) {
			dirs = append(dirs, dir)
		}
	}
	for _, dir := range dirs {
		entries, err := p.fs.ReadDir(p.place(dir))
		if err == nil && len(entries) == 0 {
			err = p.fs.Remove(p.place(dir))
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, fs.ErrExist) { // somebody put a file into it meanwhile
			return err
		}
	}
	return nil
}

// recover finishes what an interrupted run had decided and clears what it had
// not.
func (p *Folder) recover() error {
	data, err := fsys.ReadFile(p.fs, p.state("plan.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return errors.Join(p.Clear(), p.sweep())
	}
	if err != nil {
		return err
	}
	var next plan
	if err := json.Unmarshal(data, &next); err != nil { // the disk lost it; the run that comes looks at every file anyway
		return errors.Join(p.fs.Remove(p.state("plan.json")), p.Clear(), p.sweep())
	}
	if err := p.spare(&next); err != nil {
		return err
	}
	return errors.Join(p.apply(&next), p.sweep())
}

// spare takes out of a plan that was interrupted what would replace or remove a workbook into
// which somebody has typed since: days may lie between. The manifest then counts as
// not published, so that the run that comes publishes again, beside that workbook.
func (p *Folder) spare(next *plan) error {
	last, err := p.Last()
	if err != nil {
		return err
	}
	kept := next.Moves[:0]
	for _, m := range next.Moves {
		if isWorkbook(m.To) && fsys.Exists(p.fs, p.staged(m.From)) {
			ours, err := p.ours(m.To, last)
			if err != nil {
				return err
			}
			if !ours {
				for i := range next.Published.Files {
					if next.Published.Files[i].Path == Manifest {
						next.Published.Files[i].Size = -1
					}
				}
				continue
			}
		}
		kept = append(kept, m)
	}
	next.Moves = kept
	var removes []string
	for _, name := range next.Removes {
		ours, err := p.ours(name, last)
		if err != nil {
			return err
		}
		if isWorkbook(name) && !ours {
			next.Published.Left = append(next.Published.Left, name)
			continue
		}
		removes = append(removes, name)
	}
	next.Removes = removes
	return nil
}

// sweep removes unfinished files that a crash left in the state folder.
func (p *Folder) sweep() error {
	entries, err := p.fs.ReadDir(p.state(""))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), fsys.Partial) {
			if err := p.fs.Remove(p.state(e.Name())); err != nil {
				return err
			}
		}
	}
	return nil
}
