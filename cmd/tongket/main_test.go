package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
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
			case "root":
				return os.Geteuid() == 0, nil
			}
			return false, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status,
			"nofile": noFile,
			"old":    old,
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
