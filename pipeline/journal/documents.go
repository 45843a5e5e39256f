package journal

import (
	"crypto/sha256"
	"encoding/hex"
	"iter"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// documents yields one row for every input; table is the number of the table.
func (v *View) documents(table int) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		if table < 0 {
			return
		}
		var buf scratch
		for i := range v.refs {
			row, err := v.documentsRow(&v.refs[i], table, &buf)
			if !yield(row, err) || err != nil {
				return
			}
		}
	}
}

// documentsRow joins what the rules said of a document with what became of the
// input.
func (v *View) documentsRow(x *ref, table int, buf *scratch) (report.Row, error) {
	o, err := v.outcome(x)
	if err != nil {
		return report.Row{}, err
	}
	row := report.Row{Table: v.j.tables[table]}
	if x.original() {
		if row.Cells, err = v.section(x, table, buf); err != nil {
			return report.Row{}, err
		}
	}
	if len(row.Cells) != len(row.Table.Columns) {
		row = report.NewRow(row.Table)
	}
	o.Fill(row, v.lang)
	return row, nil
}

// outcome gathers what became of an input.
func (v *View) outcome(x *ref) (Outcome, error) {
	in, err := v.input(x.line())
	if err != nil {
		return Outcome{}, err
	}
	o := Outcome{Input: in}
	if x.entry >= 0 {
		if o.Content, err = v.contentOf(x); err != nil {
			return Outcome{}, err
		}
	}
	if x.again {
		first, err := v.inputAt(v.firsts[x.entry])
		if err != nil {
			return Outcome{}, err
		}
		o.DuplicateOf = first.Path
	}
	return o, nil
}

func (v *View) contentOf(x *ref) (*Content, error) {
	v.j.mu.RLock()
	defer v.j.mu.RUnlock()
	return v.j.content(int(x.entry))
}

// inputAt reads the input whose line begins at offset.
func (v *View) inputAt(offset int64) (Input, error) {
	for n := int64(512); ; n *= 2 {
		n = min(n, v.inputs.size-offset)
		data, err := v.inputs.read(offset, n, nil)
		if err != nil {
			return Input{}, err
		}
		if end := strings.IndexByte(string(data), '\n'); end >= 0 {
			return parseInput(data[:end])
		}
		if offset+n == v.inputs.size {
			return Input{}, ErrDamaged
		}
	}
}

// Outcome is what became of one input.
type Outcome struct {
	Input       Input
	Content     *Content // nil for an input without bytes
	DuplicateOf string   // source_path of the earlier input with the same bytes
}

// Status returns the status of the input and its failure, if any.
func (o *Outcome) Status() (report.Status, *report.Failure) {
	switch c := o.Content; {
	case c == nil:
		return o.Input.Failure.Status(), o.Input.Failure
	case o.DuplicateOf != "" && duplicates(c.Status):
		return report.Duplicate, nil
	default:
		return c.Outcome()
	}
}

// Fill sets the columns of a documents row that say what became of the input;
// those of its identity stay as they are. A column that the profile's table
// lacks is passed over.
func (o *Outcome) Fill(row report.Row, lang string) {
	set := func(column string, v report.Value) {
		if i := row.Table.Index(column); i >= 0 {
			row.Cells[i] = v
		}
	}
	in := &o.Input
	set("row_id", report.Text(documentsRowID(in.Path, in.ID.Sum())))
	set("source_path", report.Text(in.Path))
	if in.Size >= 0 {
		set("size", report.Int(int(in.Size)))
	}
	if c := o.Content; c != nil {
		set("doc_id", report.Text(c.ID.Sum()[:16]))
		set("sha256", report.Text(c.ID.Sum()))
		set("media", report.Text(c.Media))
		set("pages", positive(c.Pages))
		set("characters", positive(c.Characters))
		set("notes", report.Text(notes(c.Notes)))
	}
	status, failure := o.Status()
	set("status", report.Text(string(status)))
	if status == report.Duplicate {
		set("duplicate_of", report.Text(o.DuplicateOf))
	}
	if failure == nil {
		return
	}
	set("stage", report.Text(string(failure.Stage)))
	set("reason", report.Text(string(failure.Reason)))
	if failure.Err != nil {
		set("detail", report.Text(failure.Err.Error()))
	}
	set("hint", report.Text(failure.Hint().In(lang)))
}

// positive is a number, or null for what is not known.
func positive(n int) report.Value {
	if n <= 0 {
		return report.Value{}
	}
	return report.Int(n)
}

// notes joins the notes of a document: "encoding: TCVN3; ocr".
func notes(all []report.Note) string {
	var out []string
	for _, n := range all {
		if n.Text == "" {
			out = append(out, n.Code)
		} else {
			out = append(out, n.Code+": "+n.Text)
		}
	}
	return strings.Join(out, "; ")
}

func documentsRowID(path, sum string) string {
	h := sha256.Sum256([]byte("documents\x00" + path + "\x00" + sum))
	return hex.EncodeToString(h[:8])
}
