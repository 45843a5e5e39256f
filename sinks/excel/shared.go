package excel

import (
	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

// sharedBytes is the longest text that is shared: what is longer says something of
// its own.
const sharedBytes = 64

// shared are the texts that the codebook has many rows say: labels of codes, yes
// and no, headers of documents. A cell then holds a number, which is a third less
// to write, to pack and to open than the text.
//
// The list is made before the first row and never grows, so that the rows of a
// sheet do not depend on those of another one. Texts of documents that come again
// are not among them: a list that grew with them made the book a twentieth
// smaller, and every sheet another one when one had changed.
//
// excelize keeps the list of all shared texts of a book; these are put there by
// way of a cell of the first sheet, which gets its text at the end.
type shared struct {
	numbers map[string]int // text → its number + 1
}

func newShared(b *book) (*shared, error) {
	x := &shared{numbers: map[string]int{}}
	for _, t := range b.ds.Tables() {
		for i := range t.Columns {
			for _, s := range b.words(t, &t.Columns[i]) {
				if err := x.add(b.file, s); err != nil {
					return nil, err
				}
			}
		}
	}
	return x, nil
}

// words are the texts that the codebook has for a column.
func (b *book) words(t *report.Table, c *report.Column) []string {
	var words []string
	labels := codeLabels(c, b.config.Lang)
	for _, code := range c.Codes {
		words = append(words, labels[code.Code])
	}
	if c.Type == report.TypeBoolean {
		yes, no := b.truths(t, c)
		words = append(words, yes, no)
	}
	if t.Name == "documents" { // as identity_evidence names its fields
		words = append(words, b.label(c.Label))
	}
	return words
}

// add makes a text a shared one.
func (x *shared) add(f *excelize.File, s string) error {
	if s == "" || len(s) > sharedBytes || x.numbers[s] > 0 {
		return nil
	}
	if err := f.SetCellStr(f.GetSheetName(0), "A1", s); err != nil {
		return err
	}
	x.numbers[s] = f.SharedStrings.UniqueCount
	return nil
}

// text writes a text of a column whose texts may be shared ones.
func (b *book) text(to *cell, s string) {
	if n, ok := b.shared.numbers[s]; ok {
		to.setShared(s, n)
		return
	}
	to.setText(b.losses.clean(s))
}
