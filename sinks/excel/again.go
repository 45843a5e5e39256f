package excel

import (
	"archive/zip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"iter"
	"slices"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/again"
)

// rowsNote is what a note keeps of the rows of a table: where they lie packed in
// the book, and what else came of writing them.
type rowsNote struct {
	Widths  []float64    `json:"widths"`
	Sheets  []packedRows `json:"sheets"`
	Answers []int        `json:"answers,omitempty"` // rows that answer each question of the table
	Lost    losses       `json:"lost"`
	// Linked are the tables to whose rows these link, with what those are made of:
	// a link names the row by its number.
	Linked map[string]string `json:"linked,omitempty"`
}

// packedRows are the rows of one sheet in the book: a stretch of one packed part.
type packedRows struct {
	Rows   int    `json:"rows"`
	Part   string `json:"part"`
	Skip   int64  `json:"skip"` // packed bytes of the part in front
	Size   int64  `json:"size"`
	Sum    string `json:"sha256"` // of the packed bytes
	Length int64  `json:"length"` // unpacked, and its CRC-32
	CRC    uint32 `json:"crc32"`
}

// kept is what is known of making the rows of tables: before and now.
type kept struct {
	of       map[string]string // table → all that its rows on the sheet are made of, "" for what is not known
	links    hash.Hash         // of the paths of documents and what they link to
	former   *formerBook       // nil when none is asked for
	taken    map[string]*takenOver
	made     map[string]*rowsNote
	pieces   map[string][]*piece // of made
	placing  bool                // a sheet is written that may link to rows
	unplaced bool                // the table in hand names a row that is nowhere
	linked   []bool              // sheets to which it links
}

// link notes that the table in hand links to rows of a sheet.
func (k *kept) link(sheet int) {
	if sheet < len(k.linked) {
		k.linked[sheet] = true
	} else {
		k.unplaced = true
	}
}

// takenOver are the rows of a table that are packed already.
type takenOver struct {
	rowsNote
	pieces []*piece
}

// ledgerName is the name of a table's note.
func (b *book) ledgerName(table string) string { return b.config.Name + "/" + table }

// takeOver looks which tables stand in the book of the run before as they would be
// written now, so that their packed rows can be copied. What does not stand there as
// it was noted is written anew.
func (b *book) takeOver(p plan) error {
	l := b.config.Ledger
	if l == nil {
		return nil
	}
	names := b.file.GetSheetList()
	for _, x := range p.tables {
		of, err := b.madeOf(x.table, names)
		if err != nil {
			return err
		}
		b.kept.of[x.table.Name] = of
	}
	b.kept.former = &formerBook{ledger: l, name: b.config.Name}
	for _, x := range p.tables {
		note, ok := l.Known(b.ledgerName(x.table.Name), b.kept.of[x.table.Name])
		if !ok {
			b.kept.placing = b.kept.placing || refers(x.table)
			continue
		}
		t := b.take(note)
		if t != nil {
			b.kept.taken[x.table.Name] = t
		}
		b.kept.placing = b.kept.placing || t == nil && refers(x.table)
	}
	return nil
}

// madeOf is all that the packed rows of a table are made of, but for the numbers
// of rows that they link to.
func (b *book) madeOf(t *report.Table, sheets []string) (string, error) {
	digest := func(table string) string {
		s, err := report.Digest(b.ds, table)
		b.keep(err)
		return s
	}
	more := []any{"xlsx", sheets, b.rowLimit, b.config.Units != "", b.shared.of(t), b.kept.links.Sum(nil), digest("corrections")}
	if t.Name == "unit_results" {
		more = append(more, digest("threshold_checks")) // what misses one is marked
	}
	if b.config.Evidence != nil {
		more = append(more, digest("documents")) // those with text have a page
	}
	for _, of := range b.alsoShows(t) {
		columns, err := json.Marshal(of)
		if err != nil {
			return "", err
		}
		more = append(more, string(columns))
	}
	return b.config.Ledger.Of(b.ds, t, more...)
}

// alsoShows are the tables in whose words rows of a table are shown beside its own.
func (b *book) alsoShows(t *report.Table) []*report.Table {
	switch t.Name {
	case "identity_evidence":
		return []*report.Table{b.table("documents")}
	case "corrections", "crosstabs":
		return b.ds.Tables()
	}
	return nil
}

// refers reports whether rows of a table name rows of others, to which they link.
func refers(t *report.Table) bool {
	return slices.ContainsFunc(t.Columns, func(c report.Column) bool { return t.RowOf(c.Name) >= 0 })
}

// formerBook is the book of the run before.
type formerBook struct {
	ledger *again.Ledger
	name   string
	file   fsys.File
	zip    *zip.Reader
	missed bool
}

// open opens the book, once. One that is none is as one that is gone.
func (f *formerBook) open() bool {
	if f.zip != nil || f.missed {
		return f.zip != nil
	}
	f.missed = true
	var err error
	if f.file, err = f.ledger.Open(f.name); err != nil {
		return false
	}
	info, err := f.file.Stat()
	if err != nil {
		return false
	}
	f.zip, err = zip.NewReader(f.file, info.Size())
	return err == nil
}

func (f *formerBook) close() {
	if f != nil && f.file != nil {
		_ = f.file.Close() // it was only read
	}
}

// offset is where the packed bytes of a part begin, -1 when there is none.
func (f *formerBook) offset(part string) int64 {
	for _, e := range f.zip.File {
		if e.Name == part {
			if at, err := e.DataOffset(); err == nil {
				return at
			}
		}
	}
	return -1
}

// take takes the rows of a table over, nil when they do not stand there as noted.
func (b *book) take(note again.Note) *takenOver {
	t, f := &takenOver{}, b.kept.former
	if json.Unmarshal(note.More, &t.rowsNote) != nil || !f.open() {
		return nil
	}
	for table, of := range t.Linked {
		if of == "" || b.kept.of[table] != of {
			return nil // its rows have other numbers
		}
	}
	for _, s := range t.Sheets {
		at := f.offset(s.Part)
		if at < 0 {
			return nil
		}
		if sum, err := again.Sum(f.file, at+s.Skip, s.Size); err != nil || sum != s.Sum {
			return nil
		}
		t.pieces = append(t.pieces, &piece{from: f.file, offset: at + s.Skip, size: s.Size, sum: s.CRC, length: s.Length, hash: s.Sum})
	}
	return t
}

// again writes the sheets of a table whose rows are taken over.
func (w *dataWriter) again(ctx context.Context, name string, t *takenOver) error {
	b := w.book
	w.widths = t.Widths
	next, stop := iter.Pull2(rows(ctx, b.ds, w.table.Name))
	defer stop()
	placing := w.noted && w.id >= 0 && b.kept.placing
	for i, s := range t.Sheets {
		w.taken = t.pieces[i]
		var err error
		if i == 0 {
			err = w.start(name)
		} else {
			err = w.next()
		}
		if err != nil {
			return err
		}
		w.written += s.Rows
		if !placing {
			w.sheet.row += s.Rows
			continue
		}
		for range s.Rows {
			r, err, ok := next()
			if err != nil || !ok {
				return errors.Join(err, errFewer)
			}
			w.sheet.row++
			w.note(r.Cells[w.id].Text())
		}
	}
	if placing {
		if _, err, more := next(); more {
			return errors.Join(err, errFewer)
		}
	}
	for i, n := range t.Answers {
		if i < len(w.questions) {
			w.questions[i].rows += n
		}
	}
	b.losses.add(t.Lost, 1)
	return w.finish()
}

// errFewer says that a Dataset said of other rows that they are those of before.
var errFewer = errors.New("there are not as many rows as in the book before")

// noteRows notes how the rows of a table were made, when that is known.
func (b *book) noteRows(w *dataWriter, t *takenOver, before losses) {
	if b.kept.of[w.table.Name] == "" {
		return
	}
	if t != nil {
		b.kept.made[w.table.Name], b.kept.pieces[w.table.Name] = &t.rowsNote, t.pieces
		return
	}
	n := &rowsNote{Widths: w.widths, Lost: b.losses, Linked: b.linkedTables()}
	n.Lost.add(before, -1)
	for _, q := range w.questions {
		n.Answers = append(n.Answers, q.rows)
	}
	for _, s := range b.layout[len(b.layout)-w.parts:] {
		n.Sheets = append(n.Sheets, packedRows{Rows: s.last - s.header})
	}
	b.kept.made[w.table.Name], b.kept.pieces[w.table.Name] = n, b.pack.rows[len(b.pack.rows)-w.parts:]
}

// linkedTables are the tables to whose rows the table in hand links, all that can
// have it where a row is nowhere.
func (b *book) linkedTables() map[string]string {
	linked := map[string]string{}
	for i, s := range b.layout {
		if i < len(b.kept.linked) && b.kept.linked[i] {
			linked[s.table] = b.kept.of[s.table]
		}
	}
	for _, t := range b.ds.Tables() {
		if b.kept.unplaced && referable(t) {
			linked[t.Name] = b.kept.of[t.Name]
		}
	}
	return linked
}

// keepNotes gives the ledger what was made, once the book is whole.
func (b *book) keepNotes() error {
	for table, n := range b.kept.made {
		total := 0
		for i, x := range b.kept.pieces[table] {
			s := &n.Sheets[i]
			if s.Part, s.Skip = b.pack.find(x); s.Part == "" {
				return fmt.Errorf("%s: its rows stand nowhere in the book", table)
			}
			s.Size, s.Sum, s.Length, s.CRC = x.size, x.hash, x.length, x.sum
			total += s.Rows
		}
		more, err := json.Marshal(n)
		if err != nil {
			return err
		}
		b.config.Ledger.Keep(b.ledgerName(table), again.Note{Of: b.kept.of[table], Rows: total, More: more})
	}
	return nil
}

// find returns the part that has a piece, and how many packed bytes stand in front.
func (p *packer) find(x *piece) (part string, skip int64) {
	for _, t := range p.parts {
		skip := int64(0)
		for _, y := range t.pieces {
			if x == y {
				return t.name, skip
			}
			skip += y.size
		}
	}
	return "", 0
}
