package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/bucket"
)

// beTongket makes the test's own program the one under test.
const beTongket = "BE_TONGKET"

func TestMain(m *testing.M) {
	if os.Getenv(beTongket) != "" {
		os.Exit(tongket())
	}
	testscript.Main(m, map[string]func(){"tongket": func() { os.Exit(tongket()) }})
}

// TestScripts runs the sessions of testdata/script, one file a verb or a
// trouble. `go test ./cmd/tongket -run Scripts/name` runs one.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join("testdata", "script"),
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		Condition: func(cond string) (bool, error) {
			switch cond {
			case "cloud":
				return bucket.Supported("s3://a") == nil, nil
			case "root":
				return os.Geteuid() == 0, nil
			}
			return false, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status":       status,
			"nofile":       noFile,
			"old":          old,
			"mark":         mark,
			"spoil":        spoil,
			"uncalculated": uncalculated,
		},
		Setup: func(e *testscript.Env) error {
			reports, err := filepath.Abs(filepath.Join("..", "..", "testdata"))
			e.Setenv("TESTDATA", reports)
			return err
		},
	})
}

// status runs a command and wants its exit status: status 3 tongket run in.
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command…")
	}
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("status %s, want %s", got, args[0])
	}
}

// old sets the time of change of files back by an hour: old FILE…
func old(ts *testscript.TestScript, _ bool, args []string) {
	at := time.Now().Add(-time.Hour)
	for _, name := range args {
		ts.Check(os.Chtimes(ts.MkAbs(name), at, at))
	}
}

// spoil turns the bits of a byte near the end of a file: spoil FILE
func spoil(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	data, err := os.ReadFile(name)
	ts.Check(err)
	data[len(data)-10] ^= 0xff
	ts.Check(os.WriteFile(name, data, 0o666))
}

// mark types into a workbook as a reviewer does: mark BOOK TABLE ROW HEADER TEXT,
// with rows from 1. Row 0 is the header; the table "-sheet" takes the sheet of a
// table away.
func mark(ts *testscript.TestScript, _ bool, args []string) {
	f, err := excelize.OpenFile(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	layout, err := f.GetRows("tongket")
	ts.Check(err)
	for _, l := range layout[2:] {
		if args[1] == "-sheet" && l[1] == args[2] {
			ts.Check(f.DeleteSheet(l[0]))
			break
		}
		if l[1] != args[1] || l[7] != args[3] {
			continue
		}
		col, err := strconv.Atoi(l[4])
		ts.Check(err)
		header, err := strconv.Atoi(l[2])
		ts.Check(err)
		row, err := strconv.Atoi(args[2])
		ts.Check(err)
		cell, err := excelize.CoordinatesToCellName(col, header+row)
		ts.Check(err)
		ts.Check(f.SetCellValue(l[0], cell, args[4]))
	}
	ts.Check(f.Save())
}

// uncalculated saves a workbook as libraries do that do not calculate: formulas
// without their results: uncalculated BOOK
func uncalculated(ts *testscript.TestScript, _ bool, args []string) {
	name := ts.MkAbs(args[0])
	r, err := zip.OpenReader(name)
	ts.Check(err)
	defer r.Close()
	results := regexp.MustCompile(`(</f>)<v>[^<]*</v>`)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range r.File {
		from, err := f.Open()
		ts.Check(err)
		data, err := io.ReadAll(from)
		ts.Check(err)
		to, err := w.Create(f.Name)
		ts.Check(err)
		_, err = to.Write(results.ReplaceAll(data, []byte("$1")))
		ts.Check(err)
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(name, out.Bytes(), 0o666))
}

// noFile fails when a file matches the pattern.
func noFile(ts *testscript.TestScript, neg bool, args []string) {
	for _, pattern := range args {
		found, err := filepath.Glob(ts.MkAbs(pattern))
		ts.Check(err)
		if (len(found) > 0) != neg {
			ts.Fatalf("%s: found %v", pattern, found)
		}
	}
}
