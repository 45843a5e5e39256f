package main

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/telemetry"
)

// BenchmarkReading times reading and extraction alone, from the names of inputs
// to a journal on the disk, without outputs. Two workers are to be 1.85 times as
// fast as one, each with as many processors:
//
//	for n in 1 2; do
//		GOMAXPROCS=$n READING_ARCHIVE=/tmp/archive/reports \
//			go test ./cmd/tongket -run NONE -bench Reading -benchtime 1x -count 5
//	done
//
// Wall times say so only on a machine that does nothing else; -trace says what
// the processors waited for.
func BenchmarkReading(b *testing.B) {
	archive := os.Getenv("READING_ARCHIVE")
	if archive == "" {
		archive = filepath.Join("..", "..", "testdata", "reports")
	}
	a := &app{out: io.Discard, err: io.Discard, fs: fsys.OS}
	settings, err := (&settingFlags{app: a}).read()
	if err != nil {
		b.Fatal(err)
	}
	inputs := 0
	for b.Loop() {
		b.StopTimer()
		settings.Out = b.TempDir()
		h, err := build(settings)
		if err != nil {
			b.Fatal(err)
		}
		out, err := a.openState(h, settings.Out, false)
		if err != nil {
			b.Fatal(err)
		}
		restore := roomy(int64(settings.Limits.Hand))
		b.StartTimer()
		summary, err := a.engine(b.Context(), &ending{house: h, args: []string{archive}, told: telemetry.None{}}, out.journal, newProgress(b.Context(), a, settings, true, nil))
		b.StopTimer()
		restore()
		if err != nil {
			b.Fatal(err)
		}
		if err := out.close(); err != nil {
			b.Fatal(err)
		}
		inputs = summary.Inputs
		b.StartTimer()
	}
	b.ReportMetric(float64(inputs*b.N)/b.Elapsed().Seconds(), "documents/s")
}
