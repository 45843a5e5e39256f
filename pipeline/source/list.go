package source

import (
	"bufio"
	"bytes"
	"iter"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// longestPath is the longest line of a list that is taken for a path; no system
// knows longer ones.
const longestPath = 64 << 10

// paths yields the inputs, and for "-" the paths of the list.
func (w *walk) paths(inputs []string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, in := range inputs {
			if in != "-" {
				if !yield(in) {
					return
				}
				continue
			}
			for path := range w.list() {
				if !yield(path) {
					return
				}
			}
		}
	}
}

// list yields the paths of Options.List. Trouble with the list itself is an
// input named "-".
func (w *walk) list() iter.Seq[string] {
	return func(yield func(string) bool) {
		if w.o.List == nil {
			w.unseen("-", report.Becausef(report.NotFound, "no list of paths to read"))
			return
		}
		lines := bufio.NewScanner(w.o.List)
		lines.Buffer(nil, longestPath)
		lines.Split(splitPaths)
		for lines.Scan() {
			path := strings.TrimSuffix(lines.Text(), "\r")
			if path != "" && !yield(path) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			w.unseen("-", report.Becausef(report.Unreadable, "list of paths: %w", err))
		}
	}
}

// splitPaths parts a list at line feeds, or at NULs, which no path can hold.
func splitPaths(data []byte, atEOF bool) (int, []byte, error) {
	if i := bytes.IndexAny(data, "\n\x00"); i >= 0 {
		return i + 1, data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}
