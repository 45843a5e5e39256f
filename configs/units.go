package configs

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// Size is a number of bytes. It is written with its unit: 64MiB, 200MB.
type Size int64

// sizeUnits are the units of a Size, the longest names first.
var sizeUnits = []struct {
	name  string
	bytes float64
}{
	{"KiB", 1 << 10}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"TiB", 1 << 40},
	{"kB", 1e3}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12}, {"B", 1},
}

// ParseSize reads a number with its unit.
func ParseSize(s string) (Size, error) {
	for _, u := range sizeUnits {
		number, ok := strings.CutSuffix(s, u.name)
		if !ok {
			continue
		}
		n, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
		if err != nil || n < 0 || n*u.bytes > math.MaxInt64 || math.IsNaN(n) {
			return 0, fmt.Errorf("%q is no size", s)
		}
		return Size(n * u.bytes), nil
	}
	if s == "0" {
		return 0, nil
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return 0, fmt.Errorf("%q needs a unit: %sMiB, %sMB", s, s, s)
	}
	return 0, fmt.Errorf("%q is no size; write 64MiB or 200MB", s)
}

// String writes the size with the largest unit that divides it.
func (s Size) String() string {
	for _, u := range []struct {
		name  string
		bytes Size
	}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}, {"GB", 1e9}, {"MB", 1e6}, {"kB", 1e3}} {
		if s >= u.bytes && s%u.bytes == 0 {
			return fmt.Sprintf("%d%s", s/u.bytes, u.name)
		}
	}
	return fmt.Sprintf("%dB", int64(s))
}

// parseDuration is time.ParseDuration with a cure in its errors; a duration is
// never negative.
func parseDuration(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	switch {
	case err == nil && d >= 0:
		return d, nil
	case err == nil:
		return 0, fmt.Errorf("%q is negative", s)
	}
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return 0, fmt.Errorf("%q needs a unit: %ss, %sm", s, s, s)
	}
	return 0, fmt.Errorf("%q is no duration; write 90s, 10m or 2h", s)
}

// MaxFailed is a limit on failures: a number of documents or a share of all.
// The zero MaxFailed is no limit.
type MaxFailed struct {
	Number int
	Share  float64 // 0 to 1
}

// ParseMaxFailed reads "20" or "5%".
func ParseMaxFailed(s string) (MaxFailed, error) {
	if p, ok := strings.CutSuffix(s, "%"); ok {
		f, err := strconv.ParseFloat(strings.TrimSpace(p), 64)
		if err != nil || !(f >= 0 && f <= 100) {
			return MaxFailed{}, fmt.Errorf("%q is no share from 0%% to 100%%", s)
		}
		return MaxFailed{Share: f / 100}, nil
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return MaxFailed{}, fmt.Errorf("%q is no number of documents and no share; write 20 or 5%%", s)
	}
	return MaxFailed{Number: n}, nil
}

// String is what ParseMaxFailed reads.
func (m MaxFailed) String() string {
	if m.Share > 0 {
		return strconv.FormatFloat(m.Share*100, 'f', -1, 64) + "%"
	}
	return strconv.Itoa(m.Number)
}

// Window is a limit on failures among the last documents. The zero Window is
// no limit.
type Window struct{ Failed, Of int }

// ParseWindow reads "20 of 50" or "".
func ParseWindow(s string) (Window, error) {
	if s == "" {
		return Window{}, nil
	}
	a, b, ok := strings.Cut(s, " of ")
	failed, err1 := strconv.Atoi(strings.TrimSpace(a))
	of, err2 := strconv.Atoi(strings.TrimSpace(b))
	if err := errors.Join(err1, err2); !ok || err != nil || failed < 1 || of < failed || of > 1e6 {
		return Window{}, fmt.Errorf("%q is no window; write 20 of 50", s)
	}
	return Window{failed, of}, nil
}

// String is what ParseWindow reads.
func (w Window) String() string {
	if w == (Window{}) {
		return ""
	}
	return fmt.Sprintf("%d of %d", w.Failed, w.Of)
}
