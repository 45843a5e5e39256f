package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"time"

	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/telemetry"
)

// metrics writes how a run went into the file that the settings name, in the
// text format of Prometheus. A run ends before anybody could ask it, so a file
// it is; it appears whole.
func (a *app) metrics(e *ending, numbers []telemetry.Number) error {
	name := e.house.settings.Abs("metrics", e.house.settings.Metrics)
	if name == "" {
		return nil
	}
	return fsys.WriteFile(a.fs, name, exposition(numbers))
}

// numbers are what a run tells of itself, the same for every receiver. A run
// that found nothing to do tells no counts of documents, because it made none.
func numbers(e *ending, status int, now time.Time) []telemetry.Number {
	var out []telemetry.Number
	whole := func(name, help string, value float64) {
		out = append(out, telemetry.Number{Name: name, Help: help, Value: value})
	}
	whole("last_run_timestamp_seconds", "When the last run ended.", float64(now.Unix()))
	whole("last_run_duration_seconds", "How long it took.", now.Sub(e.start).Seconds())
	whole("last_run_exit_status", "Its exit status: 0 all done, 3 with documents that failed.", float64(status))
	if e.summary.Inputs > 0 {
		whole("documents_read", "Documents that were read.", float64(e.summary.Work[pipeline.Read]))
		whole("documents_extracted", "Documents whose text was in the journal and whose rows were found anew.", float64(e.summary.Work[pipeline.Extracted]))
		whole("bytes_read", "Bytes that were read.", float64(e.summary.Bytes))
		whole("inputs_new", "Inputs that the run before had not.", float64(e.summary.New))
		whole("inputs_changed", "Inputs that had other bytes.", float64(e.summary.Changed))
		whole("inputs_vanished", "Inputs that were not there any more.", float64(len(e.summary.Vanished)))
	}
	out = append(out, labelled("documents", "Inputs by how they ended.", "status", e.counts.ByStatus)...)
	out = append(out, labelled("failures", "Inputs that were not read whole, by reason.", "reason", e.counts.ByReason)...)
	return append(out, labelled("rows", "Rows written, by table.", "table", e.rows)...)
}

// labelled are the numbers of one name, one for each value of its label.
func labelled[K ~string](name, help, label string, counts map[K]int) []telemetry.Number {
	var out []telemetry.Number
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		out = append(out, telemetry.Number{Name: name, Help: help, Label: label, Of: string(k), Value: float64(counts[k])})
	}
	return out
}

// exposition is the text format of Prometheus. The labels are codes of ours, so
// nothing in them needs escaping.
func exposition(numbers []telemetry.Number) []byte {
	var b bytes.Buffer
	last := ""
	for _, n := range numbers {
		if n.Name != last {
			fmt.Fprintf(&b, "# HELP tongket_%s %s\n# TYPE tongket_%[1]s gauge\n", n.Name, n.Help)
			last = n.Name
		}
		of := ""
		if n.Label != "" {
			of = fmt.Sprintf("{%s=%q}", n.Label, n.Of)
		}
		fmt.Fprintf(&b, "tongket_%s%s %s\n", n.Name, of, strconv.FormatFloat(n.Value, 'f', -1, 64))
	}
	return b.Bytes()
}
