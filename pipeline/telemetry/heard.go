//go:build cloud

package telemetry

import (
	"context"
	"sync"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
)

// heardSpans keeps the first error of an exporter. The batches are sent by the
// library, which tells errors to a handler of the whole process only.
type heardSpans struct {
	sdktrace.SpanExporter
	faults *faults
}

// ExportSpans sends a batch.
func (h *heardSpans) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	h.faults.add(h.SpanExporter.ExportSpans(ctx, spans))
	return nil // heard
}

// faults keeps the first of them.
type faults struct {
	mu  sync.Mutex
	err error
}

func (f *faults) add(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.err == nil {
		f.err = err
	}
}

func (f *faults) first() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.err
}
