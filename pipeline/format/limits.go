package format

import "github.com/tongket/tongket/pipeline/format/parts"

// Limits bound what one document may cost its reader, in work and not in time,
// so that they fall at the same place on every machine. A zero field is its
// default.
type Limits struct {
	// Member is the most bytes that one member of a zipped format may unpack
	// to: 64 MB.
	Member int64
	// Unpacked is the most bytes that all members of a document may: 256 MB.
	Unpacked int64
	// Depth is the most elements, groups or tables inside each other: 256.
	Depth int
	// Parts is the most paragraphs and table cells: 500,000.
	Parts int
	// Pages is the most pages of a PDF: 2,000.
	Pages int
}

func (l Limits) parts() parts.Limits {
	return parts.Limits{Part: l.Member, Total: l.Unpacked, Depth: l.Depth, Parts: l.Parts}
}
