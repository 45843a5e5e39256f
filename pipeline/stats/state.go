package stats

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"iter"
	"slices"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
	units "github.com/tongket/tongket/pipeline/unit"
)

// What sorters hold in memory each; some ten of them fill it in a large archive.
const (
	unitsShare = 4 << 20
	rowsShare  = 2 << 20
)

// state is what counting makes: the rows of the summary tables. Memory holds one
// document, then one unit at a time, and what is counted over all of them; what
// grows with the archive is sorted on the disk.
type state struct {
	config    Config
	provinces map[string]province // by canonical name
	out       map[string]*output  // by table

	units   *spill.Sorter // what documents say of each unit, by the base of its key
	cited   *spill.Sorter
	shares  *spill.Sorter // of each tally
	women   *spill.Sorter // of the chart, by term
	rivals  *spill.Sorter // figures that another one beat, by unit
	matched *output       // findings of rivals; nil before they are asked for

	findings rowsHash // of the base

	// Over all documents.
	documents   map[int]int // by term
	terms       map[int]bool
	limitations rated[string]
	assessments rated[[2]string]
	heat        map[string]*heat
	cross       map[crossKey]int

	others map[string]bool        // ids of documents that another one counts for
	unsure map[string]bool        // bases of the keys of their organisations
	within map[string]units.Known // where organisations are that texts do not place alike, by the base of their keys

	// Over all units.
	tallies    map[seriesKey]*tally
	members    map[seriesKey]int
	pooled     map[pooledKey]*pooled
	have       map[pooledKey]map[int]int // before and now 0 → term → units
	stages     map[stage]int
	seats      map[stage]*[3]sum
	completion map[string]*completion // by level
	covered    map[int]*Coverage      // by term

	err error // the first
}

type province struct{ kind, since2025 string }

func newState(c Config, tables []*report.Table) *state {
	folder := c.folder()
	s := &state{
		config: c, provinces: map[string]province{}, out: map[string]*output{},
		units: folder.Sorter(unitsShare), cited: folder.Sorter(rowsShare), shares: folder.Sorter(rowsShare), women: folder.Sorter(rowsShare), rivals: folder.Sorter(rowsShare),
		documents: map[int]int{}, terms: map[int]bool{}, limitations: newRated[string](), assessments: newRated[[2]string](),
		others: map[string]bool{}, unsure: map[string]bool{}, within: map[string]units.Known{}, heat: map[string]*heat{"level": newHeat(), "term": newHeat()}, cross: map[crossKey]int{},
		tallies: map[seriesKey]*tally{}, members: map[seriesKey]int{}, pooled: map[pooledKey]*pooled{}, have: map[pooledKey]map[int]int{},
		findings: rowsHash{hash: sha256.New()},
		stages:   map[stage]int{}, seats: map[stage]*[3]sum{}, completion: map[string]*completion{}, covered: map[int]*Coverage{},
	}
	for _, t := range tables {
		if slices.Contains(names, t.Name) {
			s.out[t.Name] = newOutput(folder, t)
		}
	}
	if c.Provinces != nil {
		for _, r := range c.Provinces.Rows {
			s.provinces[r.Get("canonical")] = province{kind: r.Get("type"), since2025: r.Get("province_2025")}
		}
	}
	return s
}

// keep remembers the first error of a disk that is full: nobody can go on from
// it, and all would have to hand it through.
func (s *state) keep(err error) {
	if s.err == nil {
		s.err = err
	}
}

// count makes all tables.
func (s *state) count(ds report.Dataset) error {
	if err := s.read(ds); err != nil {
		return err
	}
	for u := range s.config.Units.All() {
		s.expect(u)
	}
	s.keep(s.units.Sort())
	if err := s.eachUnit(); err != nil {
		return err
	}
	s.keep(s.units.Close())
	for name, build := range builders {
		if o := s.out[name]; o != nil {
			n := 0
			for r := range build(s, o.table) {
				n++
				o.add(spill.AppendInt(nil, n), r)
			}
		}
	}
	s.directives()
	for _, o := range s.out {
		s.keep(o.sort())
	}
	s.keep(s.rivals.Sort())
	return s.err
}

// close removes what lies on the disk.
func (s *state) close() error {
	faults := []error{s.units.Close(), s.cited.Close(), s.shares.Close(), s.women.Close(), s.rivals.Close()}
	for _, o := range s.out {
		faults = append(faults, o.sorter.Close())
	}
	if s.matched != nil {
		faults = append(faults, s.matched.sorter.Close())
	}
	return errors.Join(faults...)
}

// output is the rows of one table, put in order by keys. Rows of one key that come
// one after the other, those of a unit and term, lie together, each by what is
// unlike in the one above it.
type output struct {
	table  *report.Table
	sorter *spill.Sorter
	blank  report.Row
	named  named
	filled []bool    // columns in which any row has a value
	sum    [4]uint64 // of the hashes of all rows with their keys, which decide their order
	hashed []byte
	err    error

	key  []byte // of the rows that wait
	rows codec.Encoder
	last []report.Value // the last of them
}

// named is the last row that begins with the name of a subject.
type named struct {
	row     report.Row
	unit    *unit
	subject subject
	termEnd int
}

// mostWaiting bounds the rows that wait, in bytes.
const mostWaiting = 16 << 10

func newOutput(f *spill.Folder, t *report.Table) *output {
	return &output{
		table: t, sorter: f.Sorter(rowsShare), blank: report.NewRow(t), filled: make([]bool, len(t.Columns)), last: make([]report.Value, len(t.Columns)),
		named: named{row: report.NewRow(t)},
	}
}

// row returns a row of nulls to fill and add; the next call takes it back.
func (o *output) row() report.Row {
	clear(o.blank.Cells)
	return o.blank
}

// rowOf is row with the columns that name a subject.
func (o *output) rowOf(u *unit, sub subject, termEnd int) report.Row {
	if n := &o.named; n.unit != u || n.subject != sub || n.termEnd != termEnd {
		clear(n.row.Cells)
		u.identify(n.row, sub, termEnd)
		n.unit, n.subject, n.termEnd = u, sub, termEnd
	}
	copy(o.blank.Cells, o.named.row.Cells)
	return o.blank
}

func (o *output) add(key []byte, r report.Row) {
	if len(o.rows.B) > mostWaiting || !bytes.Equal(key, o.key) {
		o.put()
	}
	above := o.last
	if len(o.rows.B) == 0 {
		above = nil
	}
	o.key = append(o.key[:0], key...)
	o.rows.Row(r.Cells, above)
	copy(o.last, r.Cells)
	for i, v := range r.Cells {
		o.filled[i] = o.filled[i] || !v.IsNull()
	}
}

// put puts the rows that wait aside.
func (o *output) put() {
	if len(o.rows.B) == 0 {
		return
	}
	o.count(o.key, o.rows.B)
	if err := o.sorter.Add(o.key, o.rows.B); err != nil && o.err == nil {
		o.err = err
	}
	o.rows.B = o.rows.B[:0]
}

func (o *output) sort() error {
	if o.put(); o.err != nil {
		return o.err
	}
	return o.sorter.Sort()
}

// count adds the hash of rows to those of all, in whatever order they come.
func (o *output) count(key, rows []byte) {
	o.hashed = append(append(binary.AppendUvarint(o.hashed[:0], uint64(len(key))), key...), rows...)
	h := sha256.Sum256(o.hashed)
	for i := range o.sum {
		o.sum[i] += binary.LittleEndian.Uint64(h[8*i:])
	}
}

// digest is a hash of the rows.
func (o *output) digest() string {
	if o == nil {
		return "none"
	}
	return fmt.Sprintf("%016x", o.sum)
}

// all yields the rows in order.
func (o *output) all() iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		r := report.NewRow(o.table)
		var d codec.Decoder
		for x, err := range o.sorter.All() {
			if err != nil {
				yield(r, err)
				return
			}
			d.Reset(string(x.Data))
			clear(r.Cells)
			for d.Rest() > 0 {
				d.Row(r.Cells)
				if d.Bad() {
					err = fmt.Errorf("row of %s: %w", o.table.Name, codec.ErrDamaged)
				}
				if !yield(r, err) || err != nil {
					return
				}
			}
		}
	}
}

// rowsHash is a hash of rows one after the other.
type rowsHash struct {
	hash hash.Hash
	row  codec.Encoder
}

func (x *rowsHash) add(r report.Row) {
	x.row.B = x.row.B[:0]
	x.row.Row(r.Cells, nil)
	_, _ = x.hash.Write(x.row.B)
}

func (x *rowsHash) sum() string { return hex.EncodeToString(x.hash.Sum(nil)) }
