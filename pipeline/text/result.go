package text

import "github.com/tongket/tongket/pipeline/report"

// Result is a document and how it came about.
type Result struct {
	Document *report.Document
	// Decisions has one entry for each block, in the same order.
	Decisions []Decision
	Damage    Damage
}

// Decision says where one block came from and how its letters were read.
type Decision struct {
	// First and Last are the indexes of the reader's parts it was made of.
	First, Last int
	// Fonts are the fonts seen in it.
	Fonts []string
	// Encoding is the old encoding it was converted from, "" for none.
	Encoding string
	// By says what told the encoding: "font", "syllables" or "document" (the
	// rest of the document).
	By string
	// Split is set where a heading or file header was parted from its text.
	Split bool
}

func decisions(ps []*paragraph) []Decision {
	out := make([]Decision, len(ps))
	for i, p := range ps {
		out[i] = Decision{First: p.first, Last: p.last, Fonts: p.how.fonts, Encoding: p.how.encoding, By: p.how.by, Split: p.how.split}
	}
	return out
}
