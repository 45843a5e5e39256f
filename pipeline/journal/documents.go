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
		var buf []byte
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
func (v *View) documentsRow(x *ref, table int, buf *[]byte) (report.Row, error) {
	in, err := v.input(x.line)
	if err != nil {
		return report.Row{}, err
	}
	row := report.NewRow(v.j.tables[table])
	if x.original() {
		rows, err := v.section(x, table, buf)
		if err != nil {
			return report.Row{}, err
		}
		if len(rows) == 1 {
			row = rows[0]
		}
	}
	o := Outcome{Input: in, Status: report.Failed}
	if x.entry >= 0 {
		if o.Content, err = v.contentOf(x); err != nil {
			return report.Row{}, err
		}
	}
	if x.first >= 0 {
		first, err := v.inputAt(x.first)
		if err != nil {
			return report.Row{}, err
		}
		o.DuplicateOf = first.Path
	}
	o.Fill(row, v.lang)
	return row, nil
}

func (v *View) contentOf(x *ref) (*Content, error) {
	v.j.mu.RLock()
	defer v.j.mu.RUnlock()
	return v.j.content(&v.j.index.entries[x.entry])
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
			return Input{}, errFrame
		}
	}
}

// Outcome is what became of one input.
type Outcome struct {
	Input       Input
	Content     *Content // nil for an input without bytes
	DuplicateOf string   // source_path of the earlier input with the same bytes
	Status      report.Status
}

// Fill sets the columns of a documents row that say what became of the input;
// those of its identity stay as they are. A column that the profile's table
// lacks is passed over.
func (o *Outcome) Fill(row report.Row, lang string) {
	set := func(column string, v report.Value) {
		if row.Table.Index(column) >= 0 {
			row.Set(column, v)
		}
	}
	in := &o.Input
	set("row_id", report.Text(documentsRowID(in.Path, in.Sum)))
	set("source_path", report.Text(in.Path))
	if in.Size >= 0 {
		set("size", report.Int(int(in.Size)))
	}
	failure := in.Failure
	if c := o.Content; c != nil {
		set("doc_id", report.Text(c.Sum[:16]))
		set("sha256", report.Text(c.Sum))
		set("media", report.Text(c.Media))
		if c.Pages > 0 {
			set("pages", report.Int(c.Pages))
		}
		if c.Characters > 0 {
			set("characters", report.Int(c.Characters))
		}
		set("notes", report.Text(notes(c.Notes)))
		o.Status, failure = c.Outcome()
		if o.DuplicateOf != "" && duplicates(c.Status) {
			o.Status, failure = report.Duplicate, nil
			set("duplicate_of", report.Text(o.DuplicateOf))
		}
	}
	set("status", report.Text(string(o.Status)))
	if failure != nil {
		set("stage", report.Text(string(failure.Stage)))
		set("reason", report.Text(string(failure.Reason)))
		if failure.Err != nil {
			set("detail", report.Text(failure.Err.Error()))
		}
		set("hint", report.Text(failure.Reason.Hint().In(lang)))
	}
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
