//go:build cloud

package telemetry

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlpmetric/otlpmetrichttp"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/metric"
	sdkmetric "go.opentelemetry.io/otel/sdk/metric"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"
)

const (
	// documentsMost is how many documents of one run have a span: enough to see
	// what is slow, and no flood from an archive of a hundred thousand.
	documentsMost = 10_000
	// queue is how many spans wait for the receiver; what it cannot take in time
	// is dropped, because a run does not wait for it.
	queue = 4096
	// patience is how long the end of a run waits for the receiver.
	patience = 10 * time.Second
)

// name is that of the service and of what its spans and numbers come from.
const name = "tongket"

// run is a Run whose receiver the user named.
type run struct {
	ctx     context.Context // of the span that is open
	cancel  context.CancelFunc
	traces  *sdktrace.TracerProvider // nil when they go nowhere
	metrics *sdkmetric.MeterProvider // nil when they go nowhere
	tracer  trace.Tracer
	span    trace.Span // of the run
	sent    int        // documents with a span
	left    int        // documents without
	faults  faults
}

// Start begins to tell of a run. Trouble to come is said by End.
func Start(ctx context.Context, version string) (Run, error) {
	traces, metrics := asked("TRACES"), asked("METRICS")
	if !traces && !metrics {
		return None{}, nil
	}
	if p := os.Getenv("OTEL_EXPORTER_OTLP_PROTOCOL"); p != "" && !strings.HasPrefix(p, "http/") {
		return None{}, fmt.Errorf("OTEL_EXPORTER_OTLP_PROTOCOL is %q: only http/protobuf is spoken; nothing is sent", p)
	}
	// What is sent outlives the interrupt of a run, and is bounded by End.
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx))
	r := &run{ctx: ctx, cancel: cancel}
	if err := r.open(traces, metrics, version); err != nil {
		cancel()
		return None{}, fmt.Errorf("OpenTelemetry: %w; nothing is sent", err)
	}
	r.tracer = r.tracerOf()
	r.ctx, r.span = r.tracer.Start(r.ctx, "run")
	return r, nil
}

// open makes the exporters. They take address, headers, certificates and limits
// of time from the standard variables.
func (r *run) open(traces, metrics bool, version string) error {
	about, err := resource.New(r.ctx,
		resource.WithTelemetrySDK(),
		resource.WithAttributes(attribute.String("service.name", name), attribute.String("service.version", version)),
		resource.WithFromEnv(), // OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES go before
	)
	if err != nil {
		return err
	}
	if traces {
		e, err := otlptracehttp.New(r.ctx)
		if err != nil {
			return err
		}
		r.traces = sdktrace.NewTracerProvider(sdktrace.WithResource(about), sdktrace.WithBatcher(&heardSpans{e, &r.faults}, sdktrace.WithMaxQueueSize(queue)))
	}
	if metrics {
		e, err := otlpmetrichttp.New(r.ctx)
		if err != nil {
			return err
		}
		// A run tells its numbers once, at its end, so nothing reads them on a clock.
		r.metrics = sdkmetric.NewMeterProvider(sdkmetric.WithResource(about), sdkmetric.WithReader(sdkmetric.NewPeriodicReader(e, sdkmetric.WithInterval(365*24*time.Hour))))
	}
	return nil
}

func (r *run) tracerOf() trace.Tracer {
	if r.traces == nil {
		return noop.NewTracerProvider().Tracer(name)
	}
	return r.traces.Tracer(name)
}

// Stage begins a span.
func (r *run) Stage(name string) func(error) {
	outer := r.ctx
	ctx, span := r.tracer.Start(outer, name)
	r.ctx = ctx
	return func(err error) {
		failed(span, err)
		span.End()
		r.ctx = outer
	}
}

// Document makes the span of a document, which ends now.
func (r *run) Document(d Document) {
	if r.sent >= documentsMost {
		r.left++
		return
	}
	r.sent++
	end := time.Now()
	attributes := []attribute.KeyValue{
		attribute.String("tongket.document.path", d.Path), attribute.Int64("tongket.document.size", d.Size),
		attribute.String("tongket.document.status", d.Status),
	}
	if d.Reason != "" {
		attributes = append(attributes, attribute.String("tongket.document.stage", d.Stage), attribute.String("tongket.document.reason", d.Reason))
	}
	_, span := r.tracer.Start(r.ctx, "document", trace.WithTimestamp(end.Add(-d.Took)), trace.WithAttributes(attributes...))
	if d.Status == "failed" {
		span.SetStatus(codes.Error, d.Reason)
	}
	span.End(trace.WithTimestamp(end))
}

// End sends what is left.
func (r *run) End(numbers []Number, err error) error {
	defer r.cancel()
	if r.left > 0 {
		r.span.SetAttributes(attribute.Int("tongket.documents_without_span", r.left))
	}
	failed(r.span, err)
	r.span.End()
	ctx, cancel := context.WithTimeout(r.ctx, patience)
	defer cancel()
	var faults []error
	if r.traces != nil {
		faults = append(faults, r.traces.Shutdown(ctx), r.faults.first())
	}
	if r.metrics != nil {
		faults = append(faults, r.tell(ctx, numbers), r.metrics.Shutdown(ctx))
	}
	if err := errors.Join(faults...); err != nil {
		return fmt.Errorf("OpenTelemetry: not all was sent: %w", err)
	}
	return nil
}

// tell records the numbers; Shutdown sends them.
func (r *run) tell(ctx context.Context, numbers []Number) error {
	meter := r.metrics.Meter(name)
	var faults []error
	for _, n := range numbers {
		g, err := meter.Float64Gauge(name+"."+n.Name, metric.WithDescription(n.Help))
		if err != nil {
			faults = append(faults, err)
			continue
		}
		var of []metric.RecordOption
		if n.Label != "" {
			of = append(of, metric.WithAttributes(attribute.String(n.Label, n.Of)))
		}
		g.Record(ctx, n.Value, of...)
	}
	return errors.Join(faults...)
}

func failed(span trace.Span, err error) {
	if err != nil {
		span.SetStatus(codes.Error, err.Error())
	}
}
