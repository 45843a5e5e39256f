package publish

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
)

// texts is the folder of the canonical texts.
const texts = "texts"

// IsText reports whether a name is that of a canonical text: texts/<16 hex
// digits>.txt.
func IsText(name string) bool {
	dir, base := path.Split(name)
	id, ok := strings.CutSuffix(base, ".txt")
	if dir != texts+"/" || !ok || len(id) != 16 {
		return false
	}
	return strings.Trim(id, "0123456789abcdef") == ""
}

// eachText calls visit for the texts in a folder of them; what else somebody
// put there is passed over.
func (p *Folder) eachText(dir string, visit func(name string, e fs.DirEntry) error) error {
	return fsys.Walk(p.fs, dir, func(name string, e fs.DirEntry) error {
		if !IsText(texts + "/" + name) {
			return nil
		}
		return visit(name, e)
	})
}

// stamps are the names, sizes and times of change of texts in one sum, which
// does not ask in which order they were added.
type stamps struct {
	sum   [sha256.Size]byte
	count int
}

func (s *stamps) add(name string, e fs.DirEntry) error {
	info, err := e.Info()
	if errors.Is(err, fs.ErrNotExist) {
		return nil // it went since the folder was listed
	}
	if err != nil {
		return err
	}
	one := sha256.Sum256(fmt.Appendf(nil, "%s %d %d", name, info.Size(), info.ModTime().UnixNano()))
	for i := range s.sum {
		s.sum[i] ^= one[i]
	}
	s.count++
	return nil
}

func (s *stamps) String() string { return hex.EncodeToString(s.sum[:]) }

// stamps are those of the texts that stand.
func (p *Folder) stamps() (*stamps, error) {
	var s stamps
	return &s, p.eachText(p.place(texts), s.add)
}

// NoteTexts notes that the texts as they stand are those that were published
// last: somebody compared them.
func (p *Folder) NoteTexts(last Published) (Published, error) {
	s, err := p.stamps()
	if err != nil {
		return last, err
	}
	last.Texts = s.String()
	return last, p.note(last)
}

// note keeps what was published.
func (p *Folder) note(last Published) error {
	data, err := json.Marshal(last)
	if err != nil {
		return err
	}
	return fsys.WriteFile(p.fs, p.state("published.json"), data)
}

// planTexts plans the removal of texts that no document has any more, and how
// those will stand that are left and staged: a rename keeps size and time.
func (p *Folder) planTexts(next *plan, keep func(id string) bool) error {
	var after stamps
	staged := fsys.Exists(p.fs, p.staged(texts))
	if staged {
		if err := p.wayOfTexts(); err != nil {
			return err
		}
	}
	err := p.eachText(p.place(texts), func(name string, e fs.DirEntry) error {
		switch {
		case !keep(strings.TrimSuffix(name, ".txt")):
			next.Removes = append(next.Removes, texts+"/"+name)
		case !staged || !fsys.Exists(p.fs, filepath.Join(p.staged(texts), name)):
			return after.add(name, e)
		}
		return nil
	})
	if err == nil {
		err = p.eachText(p.staged(texts), after.add)
	}
	next.Published.Texts = after.String()
	return err
}

// moveTexts brings the staged texts to their places: the folder as it is where
// there is none yet, else one by one.
func (p *Folder) moveTexts(made map[string]bool) error {
	from, to := p.staged(texts), p.place(texts)
	if !fsys.Exists(p.fs, from) {
		return nil
	}
	made[p.dir], made[to] = true, true
	if !fsys.Exists(p.fs, to) {
		return p.fs.Rename(from, to)
	}
	return p.eachText(from, func(name string, _ fs.DirEntry) error {
		return p.fs.Rename(filepath.Join(from, name), filepath.Join(to, name))
	})
}
