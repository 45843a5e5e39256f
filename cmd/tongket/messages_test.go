package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
)

// spokenRooms are the rooms whose messages reach a person.
var spokenRooms = []string{"cmd/tongket", "configs", "extractors", "pipeline", "sinks"}

// unspoken are rooms and files whose messages are for us: faults of this program,
// and tests.
var unspoken = []string{
	"pipeline/format/formattest", "extractors/scoretest", "sinks/sinktest", "pipeline/text/check.go", "pipeline/journal/", "pipeline/publish", "sinks/parquet", "sinks/excel/",
	"pipeline/format/pdf/instance.go", "pipeline/format/pdf/pool.go", "pipeline/format/pdf/worker.go", "pipeline/codec", "pipeline/format/fixtures", "sinks/internal", "sinks/evidence", "sinks/datapackage", "sinks/together.go", "pipeline/fsys", "pipeline/bucket", "pipeline/spill", "pipeline/stats/read.go",
}

var (
	verb  = regexp.MustCompile(`%[-+# 0]*[\d.]*[a-zA-Z]`)           // a value in a format
	glued = regexp.MustCompile(`(%[qvs]|\w|\))%s($|;)`)             // "; did you mean" behind a word
	bare  = regexp.MustCompile(`^([a-z]* ?--?[a-z-]+( 0)?|[^ ]+)$`) // a flag, a file, a column: no words
)

// Every message that a person may read has a line in messages.tsv, so that a
// Vietnamese reader is not answered in two languages.
func TestEmbeddedMessagesAreWhole(t *testing.T) {
	var missing []string
	for _, room := range spokenRooms {
		err := filepath.WalkDir(atRoot(room), func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			rel := filepath.ToSlash(strings.TrimPrefix(name, atRoot("")+string(filepath.Separator)))
			if slices.ContainsFunc(unspoken, func(x string) bool { return strings.HasPrefix(rel, x) }) {
				return nil
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				return err
			}
			for _, m := range formats(f) {
				m = glued.ReplaceAllString(m, "$1$2")
				for _, left := range report.Untranslated(verb.ReplaceAllString(strings.ReplaceAll(m, "%%", "\x00"), "0")) {
					if !bare.MatchString(left) {
						missing = append(missing, rel+": "+left+"\tof "+m)
					}
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range missing {
		t.Errorf("messages.tsv lacks a line for %s", m)
	}
}

// formats are those of the errors and notes that a file makes.
func formats(f *ast.File) []string {
	var out []string
	ast.Inspect(f, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if slices.Contains([]string{"Errorf", "New", "Becausef", "Stop", "fault", "misused"}, called(n.Fun)) {
				for _, arg := range n.Args {
					if s, ok := literal(arg); ok {
						out = append(out, s)
						break
					}
				}
			}
			if slices.Contains([]string{"note", "remark"}, called(n.Fun)) && len(n.Args) == 2 { // code and text of a note
				out = append(out, literals(n.Args[1])...)
			}
		case *ast.CompositeLit:
			if called(n.Type) == "Note" {
				for _, e := range n.Elts {
					if kv, ok := e.(*ast.KeyValueExpr); ok && called(kv.Key) == "Text" {
						out = append(out, literals(kv.Value)...)
					}
				}
			}
		}
		return true
	})
	return out
}

// called is the name of what is called or made, without its package.
func called(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name
	case *ast.SelectorExpr:
		return e.Sel.Name
	}
	return ""
}

// literal is a string in the code; literals are all in an expression.
func literal(e ast.Expr) (string, bool) {
	l, ok := e.(*ast.BasicLit)
	if !ok || l.Kind != token.STRING {
		return "", false
	}
	s, err := strconv.Unquote(l.Value)
	return s, err == nil
}

func literals(e ast.Expr) []string {
	if b, ok := e.(*ast.BinaryExpr); ok { // "a " + name + " b" is "a 0 b"
		var parts []string
		for _, side := range []ast.Expr{b.X, b.Y} {
			if x := literals(side); len(x) > 0 {
				parts = append(parts, x...)
			} else {
				parts = append(parts, "0")
			}
		}
		return []string{strings.Join(parts, "")}
	}
	var out []string
	ast.Inspect(e, func(n ast.Node) bool {
		if l, ok := n.(*ast.BasicLit); ok {
			if s, ok := literal(l); ok {
				out = append(out, s)
			}
		}
		return true
	})
	return out
}

// Every reason and stage has its words in the table documents.
func TestEmbeddedReasonsHaveWords(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	f, err := parser.ParseFile(token.NewFileSet(), atRoot("pipeline/report/failure.go"), nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	ast.Inspect(f, func(node ast.Node) bool {
		v, ok := node.(*ast.ValueSpec)
		if !ok || len(v.Values) != 1 {
			return true
		}
		column := strings.ToLower(called(v.Type))
		code, _ := literal(v.Values[0])
		if c := p.Table("documents").Column(column); c == nil || c.Shown("vi", code) == code || c.Shown("en", code) == "" {
			t.Errorf("documents.%s has no words for %q", column, code)
		}
		n++
		return true
	})
	if n < 25 {
		t.Errorf("only %d reasons and stages were found", n)
	}
}
