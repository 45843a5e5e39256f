package parts

import "github.com/tongket/tongket/pipeline/report"

// Limits bound what one file may cost. They count work, not time, so that they
// fall at the same place on every machine. The zero value of a field is its
// default.
type Limits struct {
	// Part is the most bytes that one member of a zipped format may unpack to:
	// 64 MB. The main part of a 500-page report has about 10 MB.
	Part int64
	// Total is the most bytes that all members read may unpack to: 256 MB.
	Total int64
	// Depth is the most XML elements inside each other: 256.
	Depth int
	// Parts is the most paragraphs and table cells, empty ones included:
	// 500,000. The text that they hold is bounded by Part.
	Parts int
}

// The defaults of Limits.
const (
	DefaultPart  = 64 << 20
	DefaultTotal = 256 << 20
	DefaultDepth = 256
	DefaultParts = 500_000
)

// Filled returns l with its zero fields set to the defaults.
func (l Limits) Filled() Limits {
	if l.Part <= 0 {
		l.Part = DefaultPart
	}
	if l.Total <= 0 {
		l.Total = DefaultTotal
	}
	if l.Depth <= 0 {
		l.Depth = DefaultDepth
	}
	if l.Parts <= 0 {
		l.Parts = DefaultParts
	}
	return l
}

// TooMany is the failure of a file with more paragraphs and cells than Parts,
// or more text than MaxText.
func (l Limits) TooMany() error {
	return report.Becausef(report.TooMany, "more than %d paragraphs and cells, or %d bytes of text", l.Parts, MaxText)
}
