package publish

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"github.com/tongket/tongket/pipeline/fsys"
)

func isWorkbook(name string) bool { return strings.HasSuffix(name, ".xlsx") }

// typed reports whether a person may have typed into the file at a name: it is
// a workbook, and not what a full disk or a copy that was cut off left of one.
// That is empty, zeros, or a zip without its list of files, which stands last.
// Anything else is somebody's: Excel saves a workbook with a password as no zip.
func (p *Folder) typed(name string) (bool, error) {
	if !isWorkbook(name) {
		return false, nil
	}
	f, err := fsys.Open(p.fs, p.place(name))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	if info.IsDir() {
		return true, nil
	}
	head := make([]byte, 4)
	n, err := f.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	switch begins := string(head[:n]); {
	case strings.HasPrefix("\x00\x00\x00\x00", begins):
		return false, nil
	case !strings.HasPrefix("PK\x03\x04", begins):
		return true, nil
	}
	_, err = zip.NewReader(f, info.Size())
	if errors.Is(err, zip.ErrFormat) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return false, nil
	}
	return err == nil, err
}

// lookTyped looks at a file that is not the one that was published.
func (p *Folder) lookTyped(name string, s *Standing) error {
	typed, err := p.typed(name)
	if typed {
		s.Changed = append(s.Changed, name)
	} else {
		s.Whole = false // the new one may take its name
	}
	return err
}

// free returns the name under which a staged file may be published: its own,
// unless a workbook stands there that is not the one that was published.
func (p *Folder) free(name string, last Published, taken map[string]bool) (string, error) {
	if !isWorkbook(name) {
		return name, nil
	}
	for n := 0; ; n++ {
		to := beside(name, n)
		if taken[to] {
			continue
		}
		ours, err := p.ours(to, last)
		if err != nil {
			return "", err
		}
		if ours {
			return to, nil
		}
	}
}

// beside is the n-th name for a workbook: congress.xlsx, congress.new.xlsx,
// congress.new2.xlsx.
func beside(name string, n int) string {
	stem := strings.TrimSuffix(name, ".xlsx")
	switch n {
	case 0:
		return name
	case 1:
		return stem + ".new.xlsx"
	}
	return fmt.Sprintf("%s.new%d.xlsx", stem, n)
}

// ours reports whether what stands at a name may be replaced: nothing, what was
// published there, or the rest of a workbook.
func (p *Folder) ours(name string, last Published) (bool, error) {
	switch _, err := p.fs.Stat(p.place(name)); {
	case errors.Is(err, fs.ErrNotExist):
		return true, nil
	case err != nil:
		return false, err
	}
	for _, f := range last.Files {
		if f.Path != name {
			continue
		}
		if same, err := p.same(f); same || err != nil {
			return same, err
		}
	}
	typed, err := p.typed(name)
	return isWorkbook(name) && !typed, err
}
