package source

import (
	"context"
	"io"

	"github.com/tongket/tongket/pipeline/report"
)

// Limits bound what a walk may unpack. They count work, so they fall at the
// same place on every machine. A zero field takes its default.
type Limits struct {
	// Bytes is the size of one member of an archive, 128 MiB by default: a
	// scanned report of 500 pages is rarely larger, and it is held in memory.
	Bytes int64
	// Depth is how many archives may lie in one another, 4 by default.
	Depth int
	// Members is how many entries all archives of one input may list, 200,000
	// by default: a province's archive of five congresses has fewer.
	Members int
	// Expanded is how many bytes one input may unpack to, 16 GiB by default.
	Expanded int64
	// Ratio is how many times its own size one input may unpack to, 200 by
	// default, looked at after the first 256 MiB: text packs to a tenth, a
	// blank spreadsheet to a hundredth, a bomb to a thousandth.
	Ratio int64
}

// ratioFloor is the size up to which a ratio says nothing: a small archive of
// empty forms may unpack to much more than its own size.
const ratioFloor = 256 << 20

func (l Limits) withDefaults() Limits {
	fill := func(n *int64, standard int64) {
		if *n <= 0 {
			*n = standard
		}
	}
	fill(&l.Bytes, 128<<20)
	fill(&l.Expanded, 16<<30)
	fill(&l.Ratio, 200)
	if l.Depth <= 0 {
		l.Depth = 4
	}
	if l.Members <= 0 {
		l.Members = 200_000
	}
	return l
}

// budget is what one input may still unpack to, with all archives inside it.
type budget struct {
	limits   Limits
	packed   int64 // size of the input itself
	expanded int64
	members  int
	err      error // why the budget is used up
}

// member counts one entry of an archive.
func (b *budget) member() error {
	b.members++
	if b.err == nil && b.members > b.limits.Members {
		b.err = report.Becausef(report.TooMany, "more than %d members", b.limits.Members)
	}
	return b.err
}

// spend counts n unpacked bytes.
func (b *budget) spend(n int) error {
	b.expanded += int64(n)
	if b.err != nil {
		return b.err
	}
	switch l := b.limits; {
	case b.expanded > l.Expanded:
		b.err = report.Becausef(report.Expansion, "unpacks to more than %d bytes", l.Expanded)
	case b.expanded > ratioFloor && b.expanded/l.Ratio > b.packed:
		b.err = report.Becausef(report.Expansion, "unpacks to more than %d times its %d bytes", l.Ratio, b.packed)
	}
	return b.err
}

// reader counts what is read through it, and stops when the budget is used up
// or ctx is cancelled.
func (b *budget) reader(ctx context.Context, r io.Reader) io.Reader {
	return &countingReader{ctx, b, r}
}

type countingReader struct {
	ctx    context.Context
	budget *budget
	r      io.Reader
}

func (c *countingReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	if c.budget.err != nil {
		return 0, c.budget.err
	}
	n, err := c.r.Read(p)
	if spent := c.budget.spend(n); spent != nil {
		return n, spent
	}
	return n, err
}

// readAll reads r whole. The claimed size only saves copying: it may be a lie.
func readAll(r io.Reader, claimed, limit int64) ([]byte, error) {
	if claimed > limit {
		return nil, report.Becausef(report.TooLarge, "%d bytes are more than %d", claimed, limit)
	}
	const trust = 1 << 20 // more is taken only as it comes
	data := make([]byte, 0, min(max(claimed, 0), trust)+512)
	for {
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := r.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if int64(len(data)) > limit {
			return nil, report.Becausef(report.TooLarge, "more than %d bytes", limit)
		}
		if err == io.EOF {
			return data, nil
		}
		if err != nil {
			return nil, err
		}
	}
}
