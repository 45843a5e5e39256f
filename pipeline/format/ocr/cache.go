package ocr

import (
	"path/filepath"

	"github.com/tongket/tongket/pipeline/fsys"
)

// cache keeps results as files named by their key. It is only a saving: what
// cannot be read or written is done again.
type cache struct{ dir string }

// mark begins a kept result that is whole.
const mark = "tongket ocr 1\n"

func (c cache) file(key string) string { return filepath.Join(c.dir, key[:2], key+".tsv") }

func (c cache) get(key string) ([]byte, bool) {
	if c.dir == "" {
		return nil, false
	}
	data, err := fsys.ReadFile(fsys.OS, c.file(key))
	if err != nil || len(data) < len(mark) || string(data[:len(mark)]) != mark {
		return nil, false
	}
	return data[len(mark):], true
}

// put keeps a result. The folder above the cache is the run's; where there is
// none, as when one file is looked at, nothing is left behind.
func (c cache) put(key string, table []byte) {
	if c.dir == "" || !fsys.Exists(fsys.OS, filepath.Dir(c.dir)) {
		return
	}
	// A result that is not kept is no loss.
	_ = fsys.WriteFile(fsys.OS, c.file(key), append([]byte(mark), table...))
}
