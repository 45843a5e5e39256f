//go:build unix

package source_test

import (
	"io"
	"os"
	"syscall"
	"testing"

	"github.com/tongket/tongket/pipeline/source"
)

func TestLinks(t *testing.T) {
	tree(t, map[string]string{"luu/a.txt": "a", "luu/b/c.txt": "c", "xa/d.txt": "d"})
	for from, to := range map[string]string{
		"luu/file.txt":   "a.txt", // read: its bytes show it as a duplicate
		"luu/b/up":       "..",    // would never end
		"luu/again":      "b",     // read already
		"luu/outside":    "../xa", // read once
		"luu/outside2":   "../xa",
		"luu/nothing":    "khong-co",
		"luu/itself.txt": "itself.txt",
	} {
		if err := os.Symlink(to, from); err != nil {
			t.Fatal(err)
		}
	}
	expect(t, walk(t, source.Options{}, "luu"),
		"luu/a.txt=a", "luu/b/c.txt=c", "luu/b/up?not_regular", "luu/file.txt=a", "luu/itself.txt?not_regular",
		"luu/nothing?not_found", "luu/outside/d.txt=d")
}

func TestPipe(t *testing.T) {
	tree(t, map[string]string{"luu/z.txt": "z"})
	if err := syscall.Mkfifo("luu/ong", 0o666); err != nil {
		t.Skip("no named pipes here:", err)
	}
	expect(t, walk(t, source.Options{}, "luu", "luu/ong", "/dev/null"),
		"luu/ong?not_regular", "luu/z.txt=z", "/dev/null?not_regular")
}

func TestNoPermission(t *testing.T) {
	if os.Geteuid() == 0 {
		t.Skip("root may read everything")
	}
	tree(t, map[string]string{"luu/a/x.txt": "x", "luu/b.txt": "b", "luu/c.txt": "c"})
	for _, name := range []string{"luu/a", "luu/b.txt"} {
		if err := os.Chmod(name, 0); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Chmod(name, 0o777) })
	}
	expect(t, walk(t, source.Options{}, "luu"), "luu/a?permission", "luu/b.txt?permission", "luu/c.txt=c")
}

func TestFileThatGrows(t *testing.T) {
	tree(t, map[string]string{"a.txt": "mot"})
	for b := range source.Open(t.Context(), []string{"a.txt"}, source.Options{}) {
		r, err := b.Open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		if err := os.WriteFile("a.txt", []byte("mot hai"), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadAll(r); err == nil || reason(err) != "changed" {
			t.Errorf("got error %v, want changed", err)
		}
	}
}
