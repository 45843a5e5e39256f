//go:build cloud

package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/fsouza/fake-gcs-server/fakestorage"
	"github.com/johannesboyne/gofakes3"
	"github.com/johannesboyne/gofakes3/backend/s3mem"

	"github.com/tongket/tongket/pipeline/bucket"
	"github.com/tongket/tongket/pipeline/fsys"
)

// The tests of object stores: go test -tags cloud ./cmd/tongket -run Store
// They run against gofakes3 and fake-gcs-server, servers of the interfaces of S3
// and of Google Cloud Storage, in this process.

// fakeGoogle starts a server of gs://, to which the variable leads that Google's
// own tools know. There is no query.
func fakeGoogle(t *testing.T, buckets ...string) string {
	server, err := fakestorage.NewServerWithOptions(fakestorage.Options{Scheme: "http", Host: "127.0.0.1", PublicHost: "127.0.0.1"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(server.Stop)
	for _, b := range buckets {
		server.CreateBucketWithOpts(fakestorage.CreateBucketOpts{Name: b})
	}
	t.Setenv("STORAGE_EMULATOR_HOST", strings.TrimPrefix(server.URL(), "http://"))
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	return ""
}

// fakeStore starts a server of s3:// and returns the query that leads to it.
func fakeStore(t *testing.T, buckets ...string) string {
	backend := s3mem.New()
	server := httptest.NewServer(gofakes3.New(backend).Server())
	t.Cleanup(server.Close)
	for _, b := range buckets {
		if err := backend.CreateBucket(b); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("AWS_ACCESS_KEY_ID", "key")
	t.Setenv("AWS_SECRET_ACCESS_KEY", "secret")
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	return "?region=us-east-1&use_path_style=true&request_checksum_calculation=when_required&response_checksum_validation=when_required&endpoint=" + server.URL
}

func fill(t *testing.T, address, dir string) bucket.Store {
	t.Helper()
	b, prefix, err := bucket.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	err = fsys.Walk(fsys.OS, dir, func(name string, _ os.DirEntry) error {
		data, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			return err
		}
		return b.Write(context.Background(), prefix+"/"+name, bytes.NewReader(data))
	})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func contents(t *testing.T, b bucket.Store, prefix string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for o, err := range b.List(t.Context(), prefix) {
		if err != nil {
			t.Fatal(err)
		}
		r, err := b.Read(t.Context(), o.Key)
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		out[strings.TrimPrefix(o.Key, prefix)] = string(data)
	}
	return out
}

// A run from store to store: the rows of the same folder, nothing read twice,
// a person's workbook kept, what vanished gone.
func TestStore(t *testing.T) {
	for scheme, fake := range map[string]func(*testing.T, ...string) string{"s3": fakeStore, "gs": fakeGoogle} {
		t.Run(scheme, func(t *testing.T) { fromStoreToStore(t, scheme+"://", fake(t, "archive", "results")) })
	}
}

func fromStoreToStore(t *testing.T, scheme, query string) {
	t.Helper()
	dir := filepath.Join("..", "..", "testdata", "reports")
	in, out := scheme+"archive/reports"+query, scheme+"results/2025"+query
	from := fill(t, in, dir)
	if err := from.Write(t.Context(), "reports-old/x.txt", strings.NewReader("a neighbour that nobody named")); err != nil {
		t.Fatal(err)
	}
	to, _, err := bucket.Open(t.Context(), out)
	if err != nil {
		t.Fatal(err)
	}
	defer to.Close()
	run := func(want string) {
		t.Helper()
		status, said := inProcess(t, fsys.OS, "run", in, "-o", out, "--lang", "en", "--formats", "jsonl,xlsx")
		if status != 0 || !strings.Contains(said, want) {
			t.Fatalf("status %d, want %q in\n%s", status, want, said)
		}
	}
	run("10 inputs")
	local := filepath.Join(t.TempDir(), "out")
	if status, said := inProcess(t, fsys.OS, "run", dir, "-o", local, "--lang", "en", "--formats", "jsonl,xlsx"); status != 0 {
		t.Fatal(status, said)
	}
	first := contents(t, to, "2025/")
	rows, err := os.ReadFile(filepath.Join(local, "jsonl", "measures.jsonl"))
	if err != nil || first["jsonl/measures.jsonl"] != string(rows) {
		t.Errorf("other measures than of the same files in a folder: %v", err)
	}
	if !strings.Contains(first["jsonl/documents.jsonl"], `"source_path":"`+scheme+`archive/reports/`) {
		t.Error("documents do not say where they lie")
	}
	for name, data := range first {
		if strings.Contains(data, "endpoint=") {
			t.Errorf("%s shows the query of an address", name)
		}
	}

	run("are untouched")
	if now := contents(t, to, "2025/"); now["run.json"] != first["run.json"] {
		t.Error("a run that did nothing wrote run.json")
	}

	// A changed object, a new one of which there are more than a page holds, and
	// a workbook that a person changed.
	if err := to.Write(t.Context(), "2025/congress.xlsx", strings.NewReader("typed into")); err != nil {
		t.Fatal(err)
	}
	for i := range 1100 {
		name := fmt.Sprintf("reports/many/%04d.txt", i)
		if err := from.Write(t.Context(), name, strings.NewReader(fmt.Sprintf("Đại hội Đảng bộ xã Số %d bầu 15 đồng chí.", i))); err != nil {
			t.Fatal(err)
		}
	}
	run("1,100 new")
	now := contents(t, to, "2025/")
	kept := ""
	for name, data := range now {
		if strings.HasPrefix(name, "congress.kept-") {
			kept = data
		}
	}
	if kept != "typed into" || now["congress.xlsx"] == "typed into" {
		t.Errorf("the workbook of a person: %q", kept)
	}
	for i := range 1100 {
		if err := from.Delete(t.Context(), fmt.Sprintf("reports/many/%04d.txt", i)); err != nil {
			t.Fatal(err)
		}
	}
	run("1,100 vanished")
	now = contents(t, to, "2025/")
	for name, data := range now {
		if name != "run.json" && !strings.HasPrefix(name, "congress.kept-") && data != first[name] {
			t.Errorf("%s is not as after the first run", name)
		}
	}
	if len(now) != len(first)+1 {
		t.Errorf("%d objects, want %d", len(now), len(first)+1)
	}
}

// A store that cannot be reached ends the run before anything is published.
func TestStoreUnreachable(t *testing.T) {
	query := fakeStore(t, "archive")
	for _, in := range []string{"s3://nothing/reports" + query, "s3://archive/x?region=us-east-1&endpoint=http://127.0.0.1:1&use_path_style=true"} {
		out := filepath.Join(t.TempDir(), "out")
		status, said := inProcess(t, fsys.OS, "run", in, "-o", out)
		if status != exitUnreachable || strings.Contains(said, "endpoint=http") {
			t.Errorf("%s: status %d: %s", bucket.Shown(in), status, said)
		}
		if _, err := os.Stat(filepath.Join(out, "run.json")); err == nil {
			t.Error("something was published")
		}
	}
}
