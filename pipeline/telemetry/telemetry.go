// Package telemetry tells a receiver of OpenTelemetry how a run goes: a span of
// the run, of its stages and of its documents, and at the end its numbers.
//
// Nothing is sent unless the user named a receiver by the standard variables
// (OTEL_EXPORTER_OTLP_ENDPOINT, or the one of traces or of metrics), and then to
// nobody else. The exporter is in programs that were built with the tag cloud
// only: its modules are most of those that object stores bring. A receiver that
// does not answer costs some seconds at the end and no run.
package telemetry

import (
	"errors"
	"os"
	"strings"
	"time"
)

// Run is a run that is told of. Its methods are called from one goroutine.
type Run interface {
	// Stage begins a stage; the function that it returns ends it. What is told
	// meanwhile belongs to it.
	Stage(name string) (end func(err error))
	// Document tells of a document that is done.
	Document(d Document)
	// End ends the span of the run, and sends what was not sent. Its error says
	// what could not be, and is no fault of the run.
	End(numbers []Number, err error) error
}

// Document is how one input ended.
type Document struct {
	Path string
	Size int64
	// Status, Stage and Reason are the codes of the table documents; the last
	// two are empty for a document that was read.
	Status, Stage, Reason string
	Took                  time.Duration
}

// Number is one number that a run ends with.
type Number struct {
	// Name is without the program's: documents_read.
	Name, Help string
	// Label is what the number is of, with its value: status, failed. Both are
	// empty for a number of the whole run.
	Label, Of string
	Value     float64
}

// None tells nobody.
type None struct{}

// Stage does nothing.
func (None) Stage(string) func(error) { return func(error) {} }

// Document does nothing.
func (None) Document(Document) {}

// End does nothing.
func (None) End([]Number, error) error { return nil }

// errPlain says that a receiver is named and this program cannot speak to it.
var errPlain = errors.New("OTEL_EXPORTER_OTLP_ENDPOINT is set, and this program was built without OpenTelemetry: nothing is sent; build it with: go build -tags cloud ./cmd/tongket, or say OTEL_SDK_DISABLED=true")

// asked reports whether the user named a receiver of a signal, TRACES or
// METRICS.
func asked(signal string) bool {
	if strings.EqualFold(os.Getenv("OTEL_SDK_DISABLED"), "true") || os.Getenv("OTEL_"+signal+"_EXPORTER") == "none" {
		return false
	}
	return os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != "" || os.Getenv("OTEL_EXPORTER_OTLP_"+signal+"_ENDPOINT") != ""
}
