//go:build !cloud

package main

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
)

// A program without OpenTelemetry says so to a user who named a receiver, sends
// nothing, and runs.
func TestTelemetryIsOfAnotherBuild(t *testing.T) {
	receiver := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("something was sent") }))
	defer receiver.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", receiver.URL)
	dir := t.TempDir()
	small(t, dir, 1)
	run := func() (int, string) {
		return inProcess(t, fsys.OS, "run", filepath.Join(dir, "in"), "-o", filepath.Join(dir, "out"), "--quiet", "--formats", "jsonl")
	}
	if status, said := run(); status != 0 || !strings.Contains(said, "go build -tags cloud") {
		t.Errorf("status %d, said %q", status, said)
	}
	t.Setenv("OTEL_SDK_DISABLED", "true")
	if status, said := run(); status != 0 || said != "" {
		t.Errorf("status %d, said %q", status, said)
	}
}
