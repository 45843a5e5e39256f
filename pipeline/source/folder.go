package source

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// folderDepth bounds folders in folders. No path of this depth can be typed on
// Windows, and the recursion stays small.
const folderDepth = 250

// input reads one path that the user named. It is read whatever its name is:
// only what a walk meets may be left out.
func (w *walk) input(path string) bool {
	if w.ctx.Err() != nil {
		return false
	}
	if w.o.Remote != nil && strings.Contains(path, "://") {
		return w.remote(path)
	}
	if w.covered(path) {
		return true
	}
	info, err := os.Stat(path)
	if err != nil {
		return w.unseen(w.shown(path), because(err))
	}
	if info.IsDir() {
		w.roots = append(w.roots, realPath(path))
		return w.folder(path, 0)
	}
	w.files[absolute(path)] = true
	return w.file(path, info.Mode())
}

// covered reports whether an earlier input holds path, so that it was read.
func (w *walk) covered(path string) bool {
	if w.files[absolute(path)] {
		return true
	}
	target := realPath(path)
	for _, root := range w.roots {
		if within(root, target) && !hiddenBelow(root, target) {
			return true
		}
	}
	return false
}

// hiddenBelow reports whether the walk of root left path out for its name.
func hiddenBelow(root, path string) bool {
	rel, err := filepath.Rel(root, path)
	if err != nil || rel == "." {
		return false
	}
	for name := range strings.SplitSeq(filepath.ToSlash(rel), "/") {
		if ignored(name) {
			return true
		}
	}
	return false
}

// folder reads what lies in a folder, in the order of the names.
func (w *walk) folder(path string, depth int) bool {
	if depth > folderDepth {
		return w.unseen(w.shown(path), report.Becausef(report.TooDeep, "more than %d folders in one another", folderDepth))
	}
	if !w.lookAt(path) {
		return false
	}
	entries, err := os.ReadDir(path)
	if err != nil && !w.unseen(w.shown(path), because(err)) {
		return false
	}
	if depth > 0 && w.outputs(entries) {
		return w.unseen(w.shown(path), report.Becausef(report.NoDocument, "the outputs of a run; name the folder itself to read them all the same"))
	}
	w.tellApart(path, entries)
	for _, e := range entries { // what could be listed before the trouble
		if w.ctx.Err() != nil {
			return false
		}
		if !ignored(e.Name()) && !w.entry(filepath.Join(path, e.Name()), e.Type(), depth) {
			return false
		}
	}
	return true
}

// outputs reports whether a folder holds what a run of this program wrote.
func (w *walk) outputs(entries []fs.DirEntry) bool {
	for _, e := range entries {
		if w.o.Outputs != "" && e.Name() == w.o.Outputs && e.IsDir() {
			return true
		}
	}
	return false
}

func (w *walk) entry(path string, mode fs.FileMode, depth int) bool {
	if abs := absolute(path); w.skip[abs] || w.files[abs] {
		return true
	}
	switch {
	case mode.IsDir():
		return w.folder(path, depth+1)
	case mode&fs.ModeSymlink != 0:
		return w.link(path, depth)
	}
	return w.file(path, mode)
}

// link follows a symbolic link: to a file always, to a folder once. A link to
// a folder above would never end; one to a folder that this walk reads anyway
// would bring every file twice.
func (w *walk) link(path string, depth int) bool {
	info, err := os.Stat(path)
	if err != nil {
		return w.unseen(w.shown(path), because(err))
	}
	if !info.IsDir() {
		return w.file(path, info.Mode())
	}
	target, here := realPath(path), realPath(filepath.Dir(path))
	if within(target, here) {
		return w.unseen(w.shown(path), report.Becausef(report.NotRegular, "a link to a folder above it"))
	}
	for _, root := range w.roots {
		if within(root, target) {
			return true
		}
	}
	w.roots = append(w.roots, target)
	return w.folder(path, depth+1)
}

// file yields one file, or the members of an archive.
func (w *walk) file(path string, mode fs.FileMode) bool {
	if !w.lookAt(path) {
		return false
	}
	if w.yield == nil {
		return true
	}
	if !mode.IsRegular() {
		return w.fail(w.shown(path), report.Becausef(report.NotRegular, "%s", nature(mode)))
	}
	if laterVolume(path) {
		return true // read with its first volume
	}
	f, info, err := open(path)
	if err != nil {
		return w.fail(w.shown(path), err)
	}
	defer f.Close()
	if k := sniff(f, info.Size(), path); k != nil {
		return w.archive(path, f, info, k)
	}
	return w.give(fileBlob(path, w.shown(path), info))
}

// lookAt looks at a folder or file, if somebody wants to know.
func (w *walk) lookAt(path string) bool {
	if w.look == nil {
		return true
	}
	info, err := os.Stat(path)
	if err != nil {
		info = nil
	}
	return w.saw(Seen{Path: path, Info: info})
}

// nature names a file that is none.
func nature(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "not a regular file"
}

// within reports whether path is root or lies below it.
func within(root, path string) bool {
	rel, err := filepath.Rel(root, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}

// realPath is the absolute path without links.
func realPath(path string) string {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	return absolute(path)
}
