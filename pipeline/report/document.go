package report

import (
	"iter"
	"math/bits"
	"slices"
	"sort"
	"unicode/utf8"
)

// Span is a half open range of bytes of Document.Text.
type Span struct{ Start, End int }

// Len is the number of bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains reports whether t lies inside s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Overlaps reports whether s and t share a byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Document is one report in canonical form. It does not change once text has
// made it, so any number of extractors may read it at once.
type Document struct {
	// Path is the Blob's.
	Path string
	// Sum is the SHA-256 of the input's bytes in hex; its first 16 digits are
	// the doc_id.
	Sum string
	// Media is the media type.
	Media string
	// Text is NFC, its paragraphs ended by "\n", cells of a table row parted by
	// "\t".
	Text string
	// Blocks tile Text: each ends where the next begins, but for the one
	// separator ("\n" or "\t") between them.
	Blocks []Block
	// Sentences lie inside blocks, in order.
	Sentences []Sentence
	// Meta is the file's own metadata.
	Meta []Meta
	// Pages is the number of pages, 0 when unknown.
	Pages int
	// Notes say how the document was read.
	Notes []Note
	// Doubts are stretches of text that were hard to read (OCR), in order.
	Doubts []Doubt
}

// Block is one paragraph, heading, list item or cell of the canonical text.
type Block struct {
	Span
	Kind  Kind
	Level int    // of a heading or list item; 0 when unknown
	Page  int    // from 1; 0 when unknown
	Label string // the number or bullet, also at the start of the text: "I.", "a)"
	Cell  Cell
	// Bold and Centre are the look of the whole paragraph.
	Bold, Centre bool
	// Section is the index in Blocks of the heading that this block stands
	// under, -1 for none. A heading's own Section is the heading above it.
	Section int
}

// Sentence is one sentence of a block.
type Sentence struct {
	Span
	Block int // index in Document.Blocks
}

// Doubt is a stretch that the OCR engine was not sure of.
type Doubt struct {
	Span
	Confidence uint8 // 1 to 100
}

// ID is the document's key in every table: 16 hex digits of its SHA-256.
func (d *Document) ID() string {
	if len(d.Sum) < 16 {
		return d.Sum
	}
	return d.Sum[:16]
}

// At returns the text of a span.
func (d *Document) At(s Span) string { return d.Text[s.Start:s.End] }

// All yields the blocks of one kind with their indexes.
func (d *Document) All(kind Kind) iter.Seq2[int, Block] {
	return func(yield func(int, Block) bool) {
		for i, b := range d.Blocks {
			if b.Kind == kind && !yield(i, b) {
				return
			}
		}
	}
}

// BlockAt returns the index of the block that holds the byte at offset, -1 for
// none.
func (d *Document) BlockAt(offset int) int {
	i := sort.Search(len(d.Blocks), func(i int) bool { return d.Blocks[i].End > offset })
	if i < len(d.Blocks) && d.Blocks[i].Start <= offset {
		return i
	}
	return -1
}

// SentenceAt returns the index of the sentence that holds the byte at offset,
// -1 for none.
func (d *Document) SentenceAt(offset int) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].End > offset })
	if i < len(d.Sentences) && d.Sentences[i].Start <= offset {
		return i
	}
	return -1
}

// Lowest returns the lowest OCR confidence of any doubt that touches s, 0 when
// none does.
func (d *Document) Lowest(s Span) uint8 {
	i := sort.Search(len(d.Doubts), func(i int) bool { return d.Doubts[i].End > s.Start })
	var low uint8
	for ; i < len(d.Doubts) && d.Doubts[i].Start < s.End; i++ {
		if c := d.Doubts[i].Confidence; low == 0 || c < low {
			low = c
		}
	}
	return low
}

// Headings returns the headings above block i, nearest first.
func (d *Document) Headings(i int) []int {
	var up []int
	for s := d.Blocks[i].Section; s >= 0 && !slices.Contains(up, s); s = d.Blocks[s].Section {
		up = append(up, s)
	}
	return up
}

// Runes converts byte offsets of one text to code point offsets. It counts the
// text once, up to the furthest offset, whatever the order of asking.
type Runes struct {
	text  string
	marks []int // code points before each stride of the text
}

// runeStride is how many bytes of a text are counted again for one offset at
// most.
const runeStride = 64

// NewRunes returns a converter for text, which must be UTF-8.
func NewRunes(text string) *Runes {
	return &Runes{text: text, marks: make([]int, 1, len(text)/runeStride+1)}
}

// At returns the number of code points before the byte at offset.
func (r *Runes) At(offset int) int {
	mark := offset / runeStride
	for n := len(r.marks); n <= mark; n++ {
		r.marks = append(r.marks, r.marks[n-1]+CodePoints(r.text[(n-1)*runeStride:n*runeStride]))
	}
	return r.marks[mark] + CodePoints(r.text[mark*runeStride:offset])
}

// CodePoints counts the code points that begin in s, which must be UTF-8, eight
// bytes at a time: in each but the first byte of one the highest bit is set and the
// next is not.
func CodePoints(s string) int {
	n := len(s)
	for ; len(s) >= 8; s = s[8:] {
		x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
		n -= bits.OnesCount64(x >> 7 &^ (x >> 6) & 0x0101010101010101)
	}
	for i := range len(s) {
		if !utf8.RuneStart(s[i]) {
			n--
		}
	}
	return n
}
