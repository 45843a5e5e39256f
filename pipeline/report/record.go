package report

// Status is the outcome of one input.
type Status string

// The outcomes. Every input has exactly one.
const (
	OK        Status = "ok"
	Partial   Status = "partial"   // some text was read; Stage and Reason say what stopped the rest
	Failed    Status = "failed"    // nothing was read
	Duplicate Status = "duplicate" // the same bytes as an earlier input
	Skipped   Status = "skipped"   // not a document
)

// Record is the outcome of one input: what its documents row says, and its
// rows in every other table.
type Record struct {
	Path        string
	Sum         string // SHA-256 of the bytes in hex, "" when they could not be read
	Size        int64
	Media       string
	Status      Status
	Failure     *Failure // for partial, failed and skipped
	DuplicateOf string   // doc_id, for duplicate
	Pages       int
	Characters  int // code points of the canonical text
	Notes       []Note
	// Rows hold one documents row (identity columns filled) and the rows of
	// the other tables, in the order of the tables and of the text.
	Rows []Row
}

// ID is the doc_id, "" when the bytes could not be read.
func (r *Record) ID() string {
	if len(r.Sum) < 16 {
		return ""
	}
	return r.Sum[:16]
}
