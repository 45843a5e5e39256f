package pipeline

import (
	"fmt"
	"hash/fnv"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Shard is one of N parts of the inputs. Which part an input belongs to follows
// from its name alone, so that other inputs may come and go.
type Shard struct {
	Index int // from 1
	Of    int // 0 or 1 for the whole
}

// ParseShard reads "i/n".
func ParseShard(s string) (Shard, error) {
	i, n, ok := strings.Cut(s, "/")
	a, err1 := strconv.Atoi(i)
	b, err2 := strconv.Atoi(n)
	if !ok || err1 != nil || err2 != nil || a < 1 || b < 1 || a > b || b > 1<<16 {
		return Shard{}, fmt.Errorf("shard %q: want i/n with i from 1 to n", s)
	}
	return Shard{a, b}, nil
}

// String is what ParseShard reads, "" for the whole.
func (s Shard) String() string {
	if s.Of <= 1 {
		return ""
	}
	return fmt.Sprintf("%d/%d", s.Index, s.Of)
}

// Has reports whether an input belongs to the shard.
func (s Shard) Has(path string) bool {
	if s.Of <= 1 {
		return true
	}
	h := fnv.New64a()
	_, _ = io.WriteString(h, path) // never fails
	// FNV's low bits are its weak ones for short names.
	return (h.Sum64()>>20)%uint64(s.Of) == uint64(s.Index-1)
}

// of yields the shard's inputs with their places among all, and writes the names
// of all into names.
func (s Shard) of(inputs iter.Seq[report.Blob], names io.Writer) iter.Seq[item] {
	return func(yield func(item) bool) {
		n := 0
		for b := range inputs {
			if s.Of > 1 {
				_, _ = fmt.Fprintf(names, "%q\n", b.Path) // a hash takes everything
			}
			if s.Has(b.Path) && !yield(item{n, b}) {
				return
			}
			n++
		}
	}
}
