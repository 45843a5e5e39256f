package main

import (
	"bytes"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/fsys"
)

// metrics writes how a run went into the file that the settings name, in the
// text format of Prometheus. A run ends before anybody could ask it, so a file
// it is; it appears whole. A run that found nothing to do tells no counts of
// documents, because it made none.
func (a *app) metrics(e *ending, err error) error {
	name := e.house.settings.Abs("metrics", e.house.settings.Metrics)
	if name == "" {
		return nil
	}
	return fsys.WriteFile(a.fs, name, exposition(e, exitStatus(err), time.Now()))
}

// exposition is a run in the text format of Prometheus.
func exposition(e *ending, status int, now time.Time) []byte {
	var b bytes.Buffer
	gauge := func(name, help string, value any) {
		fmt.Fprintf(&b, "# HELP tongket_%s %s\n# TYPE tongket_%[1]s gauge\ntongket_%[1]s %[3]v\n", name, help, value)
	}
	gauge("last_run_timestamp_seconds", "When the last run ended.", now.Unix())
	gauge("last_run_duration_seconds", "How long it took.", now.Sub(e.start).Seconds())
	gauge("last_run_exit_status", "Its exit status: 0 all done, 3 with documents that failed.", status)
	if e.summary.Inputs > 0 {
		gauge("documents_read", "Documents that were read.", e.summary.Work[pipeline.Read])
		gauge("documents_extracted", "Documents whose text was in the journal and whose rows were found anew.", e.summary.Work[pipeline.Extracted])
		gauge("bytes_read", "Bytes that were read.", e.summary.Bytes)
		gauge("inputs_new", "Inputs that the run before had not.", e.summary.New)
		gauge("inputs_changed", "Inputs that had other bytes.", e.summary.Changed)
		gauge("inputs_vanished", "Inputs that were not there any more.", len(e.summary.Vanished))
	}
	labelled(&b, "documents", "Inputs by how they ended.", "status", e.counts.ByStatus)
	labelled(&b, "failures", "Inputs that were not read whole, by reason.", "reason", e.counts.ByReason)
	labelled(&b, "rows", "Rows written, by table.", "table", e.rows)
	return b.Bytes()
}

// labelled writes one metric with a label. The labels are codes of ours, so
// nothing in them needs escaping.
func labelled[K ~string](b *bytes.Buffer, name, help, label string, counts map[K]int) {
	if len(counts) == 0 {
		return
	}
	fmt.Fprintf(b, "# HELP tongket_%s %s\n# TYPE tongket_%[1]s gauge\n", name, help)
	for _, k := range slices.Sorted(maps.Keys(counts)) {
		fmt.Fprintf(b, "tongket_%s{%s=%q} %d\n", name, label, string(k), counts[k])
	}
}
