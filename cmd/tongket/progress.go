package main

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/bucket"
	"github.com/tongket/tongket/pipeline/report"
)

// progress tells how far a run is: a line that rewrites itself on a terminal,
// a log line every few seconds elsewhere, nothing when asked for quiet.
type progress struct {
	app      *app
	lang     string
	log      *slog.Logger // of documents
	said     *slog.Logger // of progress; nil for a terminal or quiet
	terminal bool
	quiet    bool

	start, last time.Time
	inputs      int
	failed      int
	failures    []failedInput // the first of them
	cost, all   float64       // done and in all; all is 0 when it is not known
	estimated   chan float64
	stop        context.CancelFunc // of the estimate
	root        string             // the input that is being worked on
	width       int
}

// How often progress is told.
const (
	everyLine = 200 * time.Millisecond
	everyLog  = 5 * time.Second
)

func newProgress(ctx context.Context, a *app, s *configs.Effective, quiet bool, inputs []string) *progress {
	p := &progress{app: a, lang: s.Lang, quiet: quiet, terminal: isTerminal(a.err), start: time.Now(), last: time.Now()}
	var level slog.Level
	if err := level.UnmarshalText([]byte(s.Log.Level)); err != nil {
		level = slog.LevelInfo
	}
	if quiet {
		level = max(level, slog.LevelWarn)
	}
	format := s.Log.Format
	p.log = a.logger(format, level)
	if p.terminal && format != "json" {
		p.log = slog.New(slog.NewTextHandler(overLine{p}, &slog.HandlerOptions{Level: level}))
	} else if p.terminal = false; !quiet {
		p.said = a.logger(format, level)
	}
	p.estimated = make(chan float64, 1)
	ctx, p.stop = context.WithTimeout(ctx, estimateWithin)
	if !quiet {
		go func() { p.estimated <- estimate(ctx, inputs) }()
	}
	return p
}

// overLine writes log lines over the progress line.
type overLine struct{ p *progress }

func (o overLine) Write(b []byte) (int, error) {
	o.p.wipe()
	return o.p.app.err.Write(b)
}

// perFile is what a document costs whatever its size, as bytes: opening it,
// keeping it.
const perFile = 20_000

// estimateWithin bounds the look at all inputs beside the work on them: a
// million files on a disk, ten thousand on a slow share.
const estimateWithin = 20 * time.Second

// estimate adds up the cost of the inputs by their sizes; 0 when they cannot be
// listed in time.
func estimate(ctx context.Context, inputs []string) (cost float64) {
	for _, in := range inputs {
		if bucket.Is(in) {
			return 0
		}
		err := filepath.WalkDir(in, func(_ string, d fs.DirEntry, err error) error {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			if err != nil || d.IsDir() {
				return nil //nolint:nilerr // the run will say what is wrong with it
			}
			if info, err := d.Info(); err == nil {
				cost += perFile + float64(info.Size())
			}
			return nil
		})
		if err != nil {
			return 0
		}
	}
	return cost
}

// rememberedFailures is how many are kept for a run that its limit stops: a few of
// each reason are shown.
const rememberedFailures = 1000

// done hears of one input.
func (p *progress) done(d pipeline.Done) {
	p.inputs++
	if d.Status == report.Failed {
		if p.failed++; len(p.failures) < rememberedFailures {
			p.failures = append(p.failures, failedOf(d.Path, d.Status, d.Failure))
		}
	}
	// A member of an archive costs nothing by itself: its archive is counted
	// when the last of them is done.
	root, _, inside := strings.Cut(d.Path, "!")
	if root != p.root {
		p.root = root
		size := d.Size
		if inside && !p.quiet {
			if info, err := os.Stat(filepath.FromSlash(root)); err == nil {
				size = info.Size()
			}
		}
		p.cost += perFile + float64(max(size, 0))
	}
	select {
	case p.all = <-p.estimated:
	default:
	}
	now := time.Now()
	switch {
	case p.quiet:
	case p.terminal && now.Sub(p.last) > everyLine:
		p.last = now
		p.line(now)
	case p.said != nil && now.Sub(p.last) > everyLog:
		p.last = now
		p.tell(now, "progress")
	}
}

func (p *progress) rate(now time.Time) float64 {
	return float64(p.inputs) / max(now.Sub(p.start).Seconds(), 0.001)
}

// left estimates the time left by cost, 0 when it cannot be told.
func (p *progress) left(now time.Time) time.Duration {
	if p.all <= 0 || p.cost <= 0 || p.cost > p.all {
		return 0
	}
	return time.Duration(float64(now.Sub(p.start)) * (p.all - p.cost) / p.cost).Round(time.Second)
}

func (p *progress) line(now time.Time) {
	s := say(p.lang, "đã xong %d văn bản, lỗi %d, %.0f văn bản/giây", "%d documents done, %d failed, %.0f a second", p.inputs, p.failed, p.rate(now))
	if left := p.left(now); left > 0 {
		s += say(p.lang, ", còn khoảng %s", ", about %s left", left)
	}
	width := len([]rune(s))
	fmt.Fprint(p.app.err, "\r", s, strings.Repeat(" ", max(p.width-width, 0)))
	p.width = width
}

// wipe takes the line away.
func (p *progress) wipe() {
	if p.width > 0 {
		fmt.Fprint(p.app.err, "\r", strings.Repeat(" ", p.width), "\r")
		p.width = 0
	}
}

// tell writes a log line with stable keys.
func (p *progress) tell(now time.Time, message string) {
	attrs := []slog.Attr{
		slog.Int("done", p.inputs), slog.Int("failed", p.failed), slog.Float64("per_second", float64(int(p.rate(now)*10))/10),
	}
	if left := p.left(now); left > 0 {
		attrs = append(attrs, slog.Float64("left_s", left.Seconds()))
	}
	p.said.LogAttrs(context.Background(), slog.LevelInfo, message, attrs...)
}

// end takes the line away, or logs that all documents are done.
func (p *progress) end() {
	p.stop()
	p.wipe()
	if p.said != nil {
		p.tell(time.Now(), "documents done")
	}
}
