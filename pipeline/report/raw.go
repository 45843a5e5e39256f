package report

import (
	"bytes"
	"io"
)

// Raw is what a reader found in one file, in the order of reading, with the
// hints that later rooms need (fonts, page numbers, cells) and nothing decided.
type Raw struct {
	// Media is the media type of the content, as found in the bytes and not in
	// the name: "application/pdf".
	Media string
	// Meta holds the file's own metadata in the order found.
	Meta []Meta
	// Parts are the paragraphs, headings, list items and cells.
	Parts []Part
	// Pages is the number of pages, 0 where the format has none.
	Pages int
	// Wrapped says that Parts are printed lines of one column (plain text, the
	// text layer of a page), which text joins into paragraphs.
	Wrapped bool
	// Notes say what had to be guessed, dropped or repaired.
	Notes []Note
	// Attachments are documents inside this one (mail attachments, files in a
	// PDF); each is read as an input of its own.
	Attachments []Blob
	// Err is set when reading stopped before the end; Parts hold what was read
	// until then, and the document's status becomes partial.
	Err error
}

// Meta is one item of a file's own metadata. The well-known keys are title,
// subject, author, company, created, modified, published and language; times
// are RFC 3339 or a prefix of it.
type Meta struct {
	Key, Value string
}

// Note is a remark on how a document was read, kept with the document.
type Note struct {
	// Code is stable and English: "encoding", "ocr", "damaged", "truncated".
	Code string
	// Text is for people.
	Text string
}

// Kind says what a part or block is.
type Kind uint8

// The kinds of parts and blocks.
const (
	Paragraph  Kind = iota
	Heading         // a title or numbered section; Level 1 is the highest
	ListItem        // one item; Level is the depth, from 1
	TableCell       // one paragraph of a table cell; see Cell
	TextBox         // a floating frame
	Footnote        // a foot- or endnote
	PageHeader      // a running head of the page
	PageFooter      // a running foot of the page
	FileHeader      // a line that the archive put before the text: " date 2024-02"
	Caption         // the text of a picture
)

var kindNames = [...]string{
	"paragraph", "heading", "list_item", "cell", "text_box", "footnote",
	"page_header", "page_footer", "file_header", "caption",
}

// String returns the name of the kind as `tongket text --json` prints it.
func (k Kind) String() string {
	if int(k) < len(kindNames) {
		return kindNames[k]
	}
	return "unknown"
}

// Part is one paragraph (or printed line, see Raw.Wrapped) of a Raw.
type Part struct {
	Kind  Kind
	Level int // of a heading (1 to 9) or list item (from 1); 0 when unknown
	Page  int // from 1; 0 when the format has no pages
	// Label is a number or bullet that is not in Runs because the format
	// computes it ("I.", "a)", "-").
	Label  string
	Bold   bool // every visible letter is bold
	Centre bool // the paragraph is centred
	Cell   Cell // for Kind TableCell
	Runs   []Run
}

// Text returns the text of all runs.
func (p Part) Text() string {
	switch len(p.Runs) {
	case 0:
		return ""
	case 1:
		return p.Runs[0].Text
	}
	var b bytes.Buffer
	for _, r := range p.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Run is a stretch of text in one font.
type Run struct {
	// Text is valid UTF-8. Letters of an old one-byte font stand as the
	// Windows-1252 characters of their bytes; text converts them by Font.
	Text string
	// Font is the name of the font as the file gives it, "" when unknown.
	Font string
	// Confidence is the OCR engine's word confidence, 1 to 100; 0 for text that
	// was not recognised from a picture.
	Confidence uint8
}

// Cell is the place of a paragraph in a table. The zero Cell is no cell.
type Cell struct {
	Table            int  // from 1, in the order of the document; 0 is no table
	Row, Col         int  // from 0, of the cell's upper left corner in the grid
	RowSpan, ColSpan int  // at least 1
	Borderless       bool // the table has no rules: a layout such as a letterhead
}

// Same reports whether two cells are one cell.
func (c Cell) Same(d Cell) bool { return c.Table == d.Table && c.Row == d.Row && c.Col == d.Col }

// Simple returns a part with one run of unknown font.
func Simple(kind Kind, text string) Part {
	return Part{Kind: kind, Runs: []Run{{Text: text}}}
}

func newBytesReader(b []byte) io.Reader { return bytes.NewReader(b) }
