package ocr

import (
	"os"
	"path/filepath"
)

// CacheDir is the folder for Config.Cache below the user's cache folder, ""
// when there is none.
func CacheDir() string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(dir, "tongket", "ocr")
}

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
	data, err := os.ReadFile(c.file(key))
	if err != nil || len(data) < len(mark) || string(data[:len(mark)]) != mark {
		return nil, false
	}
	return data[len(mark):], true
}

func (c cache) put(key string, table []byte) {
	if c.dir == "" {
		return
	}
	name := c.file(key)
	if os.MkdirAll(filepath.Dir(name), 0o700) != nil {
		return
	}
	f, err := os.CreateTemp(filepath.Dir(name), "new-*")
	if err != nil {
		return
	}
	_, err = f.Write(append([]byte(mark), table...))
	if err2 := f.Close(); err == nil {
		err = err2
	}
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		_ = os.Remove(f.Name()) // a result that is not kept is no loss
	}
}
