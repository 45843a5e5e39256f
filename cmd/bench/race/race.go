// Package race measures what reading costs: the CPU time from the bytes of a
// file to its canonical text, by format.
package race

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

// Config says how often what is read. Its zero value reads everything once.
type Config struct {
	// Rounds is how often every file is read; one round before them warms up.
	Rounds int
	// Formats are the endings of the names that count; none counts all.
	Formats []string
}

// cost is what the files of one format cost in all rounds.
type cost struct {
	files          []string
	failed         int
	read, readText time.Duration // the reader alone; with the canonical text
}

// Run reads the files, and those in folders, and prints the CPU milliseconds a
// file by format: of the reader, and of reader and canonical text together.
// Both open the file, as the other side of a race does.
func Run(ctx context.Context, w io.Writer, paths []string, c Config) error {
	debug.SetGCPercent(400) // as tongket runs
	costs, err := c.files(paths)
	if err != nil {
		return err
	}
	readers := format.Builtin(format.Limits{})
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(t, "format\tfiles\tfailed\treader ms\twith text ms\t")
	for _, name := range slices.Sorted(maps.Keys(costs)) {
		k := costs[name]
		if err := k.measure(ctx, readers, c.Rounds); err != nil {
			return err
		}
		per := float64(len(k.files) * max(c.Rounds, 1))
		fmt.Fprintf(t, "%s\t%d\t%d\t%.2f\t%.2f\t\n", name, len(k.files), k.failed,
			k.read.Seconds()*1000/per, k.readText.Seconds()*1000/per)
	}
	return t.Flush()
}

// files lists what is to be read, by the ending of the name.
func (c Config) files(paths []string) (map[string]*cost, error) {
	costs := make(map[string]*cost)
	for _, p := range paths {
		err := filepath.WalkDir(p, func(name string, d fs.DirEntry, err error) error {
			ending := strings.TrimPrefix(filepath.Ext(name), ".")
			if err != nil || !d.Type().IsRegular() || len(c.Formats) > 0 && !slices.Contains(c.Formats, ending) {
				return err
			}
			if costs[ending] == nil {
				costs[ending] = &cost{}
			}
			costs[ending].files = append(costs[ending].files, name)
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return costs, nil
}

// measure reads all files with and without the canonical text, in turn.
func (k *cost) measure(ctx context.Context, readers format.Readers, rounds int) error {
	raw := func(name string) (*report.Raw, error) {
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		return readers.Read(ctx, name, data)
	}
	alone := func(name string) { _, _ = raw(name) }
	whole := func(name string) {
		if r, err := raw(name); err == nil {
			_, _ = text.Normalise(ctx, name, "", r)
		}
	}
	for _, name := range k.files { // warm up
		if _, err := raw(name); err != nil {
			k.failed++
		}
	}
	for range max(rounds, 1) {
		for _, part := range []struct {
			read func(string)
			sum  *time.Duration
		}{{alone, &k.read}, {whole, &k.readText}} {
			start, err := cpu()
			if err != nil {
				return err
			}
			for _, name := range k.files {
				if err := ctx.Err(); err != nil {
					return err
				}
				part.read(name)
			}
			end, err := cpu()
			if err != nil {
				return err
			}
			*part.sum += end - start
		}
	}
	return nil
}
