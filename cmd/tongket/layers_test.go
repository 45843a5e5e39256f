package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/tongket/tongket/"

// layers says which of our packages each package may import. A pattern that
// ends in /* means the folders directly below. A package that no pattern knows
// has to be given its layer here.
var layers = []struct {
	pattern string
	may     []string
}{
	{"pipeline/report", nil},
	{"pipeline/vn", nil},
	{"pipeline/fsys", nil},
	{"pipeline/fsys/fsystest", []string{"pipeline/fsys"}},
	{"pipeline/codec", []string{"pipeline/report"}},
	{"pipeline/spill", []string{"pipeline/fsys"}},
	{"pipeline/charset", []string{"pipeline/report", "pipeline/vn"}},
	{"pipeline/text", []string{"pipeline/report", "pipeline/vn", "pipeline/charset"}},
	{"pipeline/format", []string{"pipeline/report", "pipeline/charset", "pipeline/vn", "pipeline/format/*"}},
	{"pipeline/format/*", []string{"pipeline/report", "pipeline/charset", "pipeline/vn", "pipeline/fsys", "pipeline/format/*", "pipeline/format/*/*"}},
	{"pipeline/format/*/*", []string{"pipeline/report", "pipeline/charset", "pipeline/vn", "pipeline/format/*", "pipeline/format/*/*"}},
	{"pipeline/source", []string{"pipeline/report", "pipeline/charset", "pipeline/fsys"}},
	{"pipeline/unit", []string{"pipeline/vn"}},
	{"pipeline/assemble", []string{"pipeline/report", "pipeline/unit", "pipeline/vn"}},
	{"pipeline/edition", []string{"pipeline/codec", "pipeline/report", "pipeline/spill", "pipeline/unit"}},
	{"pipeline/stats", []string{"pipeline/report", "pipeline/audit", "pipeline/unit", "pipeline/vn", "pipeline/codec", "pipeline/spill"}},
	{"pipeline/eval", []string{"pipeline/report", "pipeline/vn", "pipeline/eval/gold"}},
	{"pipeline/eval/gold", nil},
	{"pipeline/review", []string{"pipeline/report", "pipeline/vn", "pipeline/fsys", "pipeline/stats"}},
	{"pipeline/diff", []string{"pipeline/report", "pipeline/review"}},
	{"pipeline/audit", []string{"pipeline/report", "pipeline/vn"}},
	{"pipeline/publish", []string{"pipeline/fsys"}},
	{"pipeline/bucket", nil},
	{"pipeline/telemetry", nil},
	{"pipeline/journal", []string{"pipeline/report", "pipeline/codec", "pipeline/fsys"}},
	{"pipeline", []string{"pipeline/report", "pipeline/text", "pipeline/journal", "pipeline/fsys"}},
	{"configs", []string{"pipeline/report"}},
	{"extractors/scan", []string{"pipeline/report", "pipeline/vn"}},
	{"extractors/grammar", []string{"pipeline/report", "pipeline/vn", "extractors/scan"}},
	{"extractors/kind", []string{"pipeline/report", "pipeline/vn", "extractors/scan", "extractors/grammar"}},
	{"extractors", []string{"pipeline/report", "pipeline/vn", "pipeline/assemble", "pipeline/audit", "configs", "extractors/*"}},
	{"extractors/*", []string{"pipeline/report", "pipeline/vn", "extractors/*"}},
	{"sinks", []string{"pipeline/report", "pipeline/fsys", "sinks/*"}},
	{"sinks/sinktest", []string{"pipeline/report", "pipeline/fsys", "pipeline/fsys/fsystest"}},
	{"sinks/*", []string{"pipeline/report", "pipeline/fsys", "pipeline/spill", "pipeline/vn", "sinks/again", "sinks/whole", "sinks/sinktest"}},
	{"cmd/tongket", []string{"configs", "extractors", "extractors/*", "pipeline", "pipeline/*", "pipeline/*/*", "sinks", "sinks/*"}},
	{"cmd/bench", []string{"cmd/bench/*"}},
	{"cmd/bench/race", []string{"pipeline/report", "pipeline/format", "pipeline/text"}},
	{"cmd/bench/*", []string{"configs", "pipeline/charset", "pipeline/vn", "pipeline/eval/gold", "cmd/bench/*"}},
	{"testdata/*", []string{"*", "*/*", "*/*/*"}},
}

// concurrent are the only rooms that may start goroutines for the project's
// own work.
var concurrent = []string{"pipeline", "cmd/tongket"}

func layer(pkg string) []string {
	for _, l := range layers {
		if ok, _ := path.Match(l.pattern, pkg); ok {
			return append(l.may, pkg)
		}
	}
	return nil
}

// The house has one direction: who imports against it is told what they may.
func TestLayers(t *testing.T) {
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() && strings.HasPrefix(d.Name(), ".") && name != root {
			return filepath.SkipDir
		}
		if filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		pkg := path.Dir(filepath.ToSlash(rel))
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil || pkg == "." {
			return nil //nolint:nilerr // the compiler will say it better
		}
		may := layer(pkg)
		if may == nil {
			t.Errorf("%s has no layer: give it one in layers_test.go", pkg)
			return filepath.SkipDir
		}
		for _, i := range f.Imports {
			imported, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			if ours, ok := strings.CutPrefix(imported, module); ok && !slices.ContainsFunc(may, func(p string) bool {
				ok, _ := path.Match(p, ours)
				return ok
			}) {
				t.Errorf("%s imports %s; it may import %s", rel, ours, strings.Join(may, ", "))
			}
			if strings.HasPrefix(imported, "golang.org/x/sync") && !slices.Contains(concurrent, pkg) {
				t.Errorf("%s imports %s; goroutines are the engine's", rel, imported)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
