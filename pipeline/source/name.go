package source

import (
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/charset"
)

// ignored reports whether a file or folder of this name is nobody's document:
// hidden ones, the lock files of Word ("~$") and LibreOffice (".~lock."), and
// what Windows and macOS leave behind.
func ignored(name string) bool {
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
		return true
	}
	switch strings.ToLower(name) {
	case "thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information":
		return true
	}
	return strings.HasPrefix(name, "~WRL") && strings.HasSuffix(name, ".tmp") // Word's swap file
}

// ignoredMember is ignored for any part of a member's path.
func ignoredMember(name string) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part != "." && part != ".." && ignored(part) {
			return true
		}
	}
	return false
}

// display is how a path of the file system is written in tables: with slashes,
// in UTF-8, and nothing invisible in it.
func display(p string) string { return visible(decodeName(filepath.ToSlash(filepath.Clean(p)))) }

// shown is display of a path of the walk, told apart from others that are written
// the same.
func (w *walk) shown(file string) string {
	for at := file; len(w.alike) > 0; at = filepath.Dir(at) {
		if name, ok := w.alike[at]; ok {
			return name + strings.TrimPrefix(display(file), display(at))
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	return display(file)
}

// tellApart numbers the entries of a folder that would be written alike because
// their bytes are no UTF-8.
func (w *walk) tellApart(folder string, entries []fs.DirEntry) {
	if !slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return !utf8.ValidString(e.Name()) }) {
		return
	}
	seen := map[string]int{}
	for _, e := range entries {
		file := filepath.Join(folder, e.Name())
		name := w.shown(file)
		if seen[name]++; seen[name] > 1 {
			w.alike[file] = numbered(name, seen[name])
		}
	}
}

// numbered tells the n-th of several equal names from the first, and keeps its
// ending: bao-cao.docx, bao-cao#2.docx.
func numbered(name string, n int) string {
	if n < 2 {
		return name
	}
	ext := path.Ext(name)
	return fmt.Sprintf("%s#%d%s", strings.TrimSuffix(name, ext), n, ext)
}

// memberName cleans the path that an archive claims for a member: slashes
// only, and relative, because old packers stored "C:\Users\…" and "/home/…".
func memberName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	if len(name) >= 2 && name[1] == ':' {
		name = name[2:]
	}
	name = strings.TrimLeft(name, "/")
	for strings.HasPrefix(name, "./") {
		name = strings.TrimLeft(name[2:], "/")
	}
	return visible(name)
}

// leaves reports whether a member's name leaves the folder it would be
// unpacked to. Nobody writes it, but who packed it meant harm.
func leaves(name string) bool {
	cleaned := path.Clean(name)
	return cleaned == ".." || strings.HasPrefix(cleaned, "../")
}

// visible writes control characters and marks of direction as escapes: they
// would break lines of a list, and hide how a name ends.
func visible(name string) string {
	if strings.IndexFunc(name, hidden) < 0 {
		return name
	}
	var b strings.Builder
	for _, r := range name {
		if hidden(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func hidden(r rune) bool {
	if r >= ' ' && r <= '~' {
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// decodeName reads a name of unknown encoding: UTF-8 if it is that, else the old
// code page in which it makes sense; zip and tar do not say which.
func decodeName(name string) string { return charset.Name([]byte(name)) }
