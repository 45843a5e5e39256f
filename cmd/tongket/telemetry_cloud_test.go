//go:build cloud

package main

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	collectormetrics "go.opentelemetry.io/proto/otlp/collector/metrics/v1"
	collectortrace "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	tracepb "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/protobuf/proto"

	"github.com/tongket/tongket/pipeline/fsys"
)

// receiver is a receiver of OpenTelemetry that keeps what it gets.
type receiver struct {
	*httptest.Server
	status int

	mu       sync.Mutex
	requests int
	service  string
	spans    []*tracepb.Span
	numbers  map[string]float64 // tongket_documents{status="ok"}
}

func newReceiver(t *testing.T) *receiver {
	t.Helper()
	r := &receiver{status: http.StatusOK, numbers: map[string]float64{}}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, err := io.ReadAll(q.Body)
		if err == nil {
			err = r.take(q.URL.Path, body)
		}
		if err != nil {
			t.Error(err)
		}
		w.WriteHeader(r.status)
	}))
	t.Cleanup(r.Close)
	return r
}

func (r *receiver) take(path string, body []byte) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.requests++
	switch path {
	case "/v1/traces":
		var m collectortrace.ExportTraceServiceRequest
		if err := proto.Unmarshal(body, &m); err != nil {
			return err
		}
		for _, of := range m.ResourceSpans {
			for _, a := range of.Resource.Attributes {
				if a.Key == "service.name" {
					r.service = a.Value.GetStringValue()
				}
			}
			for _, s := range of.ScopeSpans {
				r.spans = append(r.spans, s.Spans...)
			}
		}
	case "/v1/metrics":
		var m collectormetrics.ExportMetricsServiceRequest
		if err := proto.Unmarshal(body, &m); err != nil {
			return err
		}
		for _, of := range m.ResourceMetrics {
			for _, s := range of.ScopeMetrics {
				for _, x := range s.Metrics {
					for _, p := range x.GetGauge().DataPoints {
						name := strings.ReplaceAll(x.Name, ".", "_")
						for _, a := range p.Attributes {
							name += fmt.Sprintf("{%s=%q}", a.Key, a.Value.GetStringValue())
						}
						r.numbers[name] = p.GetAsDouble()
					}
				}
			}
		}
	default:
		return fmt.Errorf("something was sent to %s", path)
	}
	return nil
}

// A run that the user wants told: a span of the run, of its stages and of each
// document, and the numbers of the Prometheus file.
func TestTelemetryIsToldOfARun(t *testing.T) {
	r := newReceiver(t)
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", r.URL)
	dir := t.TempDir()
	small(t, dir, 4)
	if err := os.WriteFile(filepath.Join(dir, "in", "empty.txt"), nil, 0o666); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "tongket.prom")
	status, said := inProcess(t, fsys.OS, "run", filepath.Join(dir, "in"), "-o", filepath.Join(dir, "out"), "--quiet", "--formats", "jsonl", "--metrics", file)
	if status != exitSomeFailed || said != "" {
		t.Fatal(status, said)
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.service != "tongket" {
		t.Errorf("service %q", r.service)
	}
	if diff := cmp.Diff(r.numbers, promNumbers(t, file)); diff != "" {
		t.Errorf("other numbers than in the file: %s", diff)
	}
	if r.numbers[`tongket_documents{status="ok"}`] != 4 {
		t.Errorf("%v", r.numbers)
	}
	byID := map[string]*tracepb.Span{}
	for _, s := range r.spans {
		byID[string(s.SpanId)] = s
	}
	var told []string
	for _, s := range r.spans {
		name := s.Name
		for p := byID[string(s.ParentSpanId)]; p != nil; p = byID[string(p.ParentSpanId)] {
			name = p.Name + "/" + name
		}
		if s.Status.GetCode() == tracepb.Status_STATUS_CODE_ERROR {
			name += " " + s.Status.Message
		}
		told = append(told, name)
	}
	slices.Sort(told)
	want := []string{
		"run 1 failed", "run/documents", "run/documents/document", "run/documents/document", "run/documents/document", "run/documents/document",
		"run/documents/document empty", "run/outputs",
	}
	if diff := cmp.Diff(told, want); diff != "" {
		t.Error(diff)
	}
}

// promNumbers reads the numbers of a Prometheus file.
func promNumbers(t *testing.T, name string) map[string]float64 {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out := map[string]float64{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if s := lines.Text(); !strings.HasPrefix(s, "#") {
			at := strings.LastIndexByte(s, ' ')
			if out[s[:at]], err = strconv.ParseFloat(s[at+1:], 64); err != nil {
				t.Fatal(err)
			}
		}
	}
	return out
}

// Only what the user named is told; a receiver that refuses is said, and is no
// fault of the run.
func TestTelemetryIsToldToNobodyElse(t *testing.T) {
	for _, c := range []struct {
		why, variable, add string
		status             int
		spans, numbers     bool
		said               string
	}{
		{why: "nobody is named"},
		{why: "traces only", variable: "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", add: "/v1/traces", status: 200, spans: true},
		{why: "numbers only", variable: "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT", add: "/v1/metrics", status: 200, numbers: true},
		{why: "refused", variable: "OTEL_EXPORTER_OTLP_ENDPOINT", status: 400, spans: true, numbers: true, said: "OpenTelemetry: not all was sent"},
	} {
		t.Run(c.why, func(t *testing.T) {
			r := newReceiver(t)
			if r.status = c.status; c.variable != "" {
				t.Setenv(c.variable, r.URL+c.add)
			}
			dir := t.TempDir()
			small(t, dir, 1)
			status, said := inProcess(t, fsys.OS, "run", filepath.Join(dir, "in"), "-o", filepath.Join(dir, "out"), "--quiet", "--formats", "jsonl")
			if status != 0 || !strings.Contains(said, c.said) || c.said == "" && said != "" {
				t.Errorf("status %d, said %q", status, said)
			}
			r.mu.Lock()
			defer r.mu.Unlock()
			if (len(r.spans) > 0) != c.spans || (len(r.numbers) > 0) != c.numbers {
				t.Errorf("%d requests: %d spans, %d numbers", r.requests, len(r.spans), len(r.numbers))
			}
		})
	}
	t.Run("another protocol", func(t *testing.T) {
		t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317")
		t.Setenv("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc")
		dir := t.TempDir()
		small(t, dir, 1)
		status, said := inProcess(t, fsys.OS, "run", filepath.Join(dir, "in"), "-o", filepath.Join(dir, "out"), "--quiet", "--formats", "jsonl")
		if status != 0 || !strings.Contains(said, "only http/protobuf is spoken") {
			t.Errorf("status %d, said %q", status, said)
		}
	})
}
