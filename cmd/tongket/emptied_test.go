package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
)

// Nothing is published over the documents of an earlier run while the inputs are
// out of reach; documents that are damaged are an outcome like others.
func TestEmptied(t *testing.T) {
	out := t.TempDir()
	settings := &configs.Effective{}
	settings.Out = out
	a := &app{fs: fsys.OS}
	refused := func(c journal.Counts) bool {
		return a.emptied(&ending{house: &house{settings: settings}, counts: c}) != nil
	}
	shut := journal.Counts{Inputs: 3, ByStatus: map[report.Status]int{report.Failed: 3}, ByReason: map[report.Reason]int{report.Permission: 2, report.Unreadable: 1}}
	if refused(shut) {
		t.Error("a first run of which nothing opens is refused")
	}
	if err := os.WriteFile(filepath.Join(out, publish.Manifest), []byte(`{"counts":{"inputs":3,"documents":3}}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if !refused(shut) {
		t.Error("three files that do not open any more are published over three documents")
	}
	shut.ByReason = map[report.Reason]int{report.NotFound: 2, report.Damaged: 1}
	if !refused(shut) {
		t.Error("a damaged file beside two that are out of reach is published over three documents")
	}
	shut.ByReason = map[report.Reason]int{report.Damaged: 3}
	if refused(shut) {
		t.Error("three damaged files are refused")
	}
}
