package journal

import "github.com/tongket/tongket/pipeline/report"

// Content is what became of some bytes under names of one kind.
type Content struct {
	ID      ID
	Media   string
	Status  report.Status // ok, partial, failed or skipped
	Failure *report.Failure
	// Rules is set when the rules failed on a document that was read.
	Rules      *report.Failure
	Pages      int
	Characters int // code points of the canonical text
	Bytes      int // bytes of the canonical text
	Notes      []report.Note
	Attached   []Attached
	// Document is nil when nothing was read.
	Document *report.Document
	// Rows are those of the profile under the current key.
	Rows []report.Row
	// ReadBefore says that Document came from the journal, so that only Rows
	// are new.
	ReadBefore bool
	// About stands for what the rules told each other of the document, see report.Found;
	// 0 when that is not known.
	About int64
	// Again says that the rows of the former key stand under the current one, but for
	// those of the tables Anew, of which Rows are.
	Again bool
	Anew  []string
}

// Outcome is the status and failure that the documents table shows: what the
// reader said, unless the rules failed.
func (c *Content) Outcome() (report.Status, *report.Failure) {
	if c.Rules != nil {
		return report.Failed, c.Rules
	}
	return c.Status, c.Failure
}

// Attached is a document inside another: a mail's attachment, a file in a PDF.
type Attached struct {
	Name    string          `json:"name"`
	Size    int64           `json:"size"`
	ID      ID              `json:"sum,omitempty"`
	Failure *report.Failure `json:"-"` // for one without bytes
	Trouble *trouble        `json:"trouble,omitempty"`
}

// trouble is a failure as lines keep it.
type trouble struct {
	Stage  report.Stage  `json:"stage"`
	Reason report.Reason `json:"reason"`
	Detail string        `json:"detail,omitempty"`
}

func troubleOf(f *report.Failure) *trouble {
	if f == nil {
		return nil
	}
	t := &trouble{Stage: f.Stage, Reason: f.Reason}
	if f.Err != nil {
		t.Detail = f.Err.Error()
	}
	return t
}

func (t *trouble) failure() *report.Failure {
	if t == nil {
		return nil
	}
	f := &report.Failure{Stage: t.Stage, Reason: t.Reason}
	if t.Detail != "" {
		f.Err = said(t.Detail)
	}
	return f
}

// said is an error that was read back.
type said string

func (s said) Error() string { return string(s) }

// line is one line of the journal.
type line struct {
	ID   ID        `json:"sum,omitempty"`
	Read *readLine `json:"read,omitempty"`
	Rows *rowsLine `json:"rows,omitempty"`
	// Published marks that everything above it has been published.
	Published *Published `json:"published,omitempty"`
}

type readLine struct {
	Key        string        `json:"key"`
	Status     report.Status `json:"status"`
	Media      string        `json:"media,omitempty"`
	Trouble    *trouble      `json:"trouble,omitempty"`
	Pages      int           `json:"pages,omitempty"`
	Characters int           `json:"characters,omitempty"`
	Bytes      int           `json:"bytes,omitempty"`
	Notes      []report.Note `json:"notes,omitempty"`
	Attached   []Attached    `json:"attached,omitempty"`
	Document   frame         `json:"document,omitzero"`
}

type rowsLine struct {
	Key     string   `json:"key"`
	Trouble *trouble `json:"trouble,omitempty"` // the rules failed
	Rows    frame    `json:"rows,omitzero"`
	// What the rows of all documents are sorted by.
	Term     int    `json:"term,omitempty"`
	Province string `json:"province,omitempty"`
	About    int64  `json:"about,omitempty"` // see Content
}

// header is the first line of the journal.
type header struct {
	Tongket string `json:"tongket"` // "journal"
	Version int    `json:"version"`
	Pack    string `json:"pack"`
}

// Published says what was published last, so that the next run can tell what
// is new since.
type Published struct {
	Read string `json:"read"` // the key of readings
}
