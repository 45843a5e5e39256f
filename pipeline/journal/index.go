package journal

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"iter"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
)

// entry is what memory holds of some bytes: 72 bytes, whatever the document's
// size.
type entry struct {
	sum      [32]byte // the bytes' and their kind's, see ID.key
	read     span32   // the line of the reading
	rows     frame32
	about    int64 // see Content
	term     int16
	province uint16 // index in index.provinces
	flags    flags
	status   uint8 // index in statuses
	kind     uint8 // index in index.kinds
}

// plain reports whether the outcome is ok and nothing is attached.
func (e *entry) plain() bool {
	return e.flags&hasReading != 0 && e.flags&(hasAttached|rulesFailed) == 0 && statuses[e.status] == report.OK
}

// span32 is a place in the journal.
type span32 struct {
	offset int64
	length uint32
}

// frame32 is a frame in less space: no frame is larger than 4 GiB.
type frame32 struct {
	offset      int64
	length, crc uint32
}

func (f frame32) frame() frame { return frame{f.offset, int64(f.length), int64(f.crc)} }

func small32(f frame) frame32 { return frame32{f[0], uint32(f[1]), uint32(f[2])} }

type flags uint16

const (
	hasReading  flags = 1 << iota // under the current key
	hasRows                       // under the current key; or the rules failed
	hasDocument                   // there is canonical text
	hasAttached                   // there are documents inside
	passing                       // the surroundings failed: try again
	tried                         // in this run
	unpublished                   // since the last publication
	rulesFailed
	listed       // in the list of this run
	hasFormer    // under the former key
	rulesPassing // the surroundings failed the rules: try again
)

// lacksRows tells that the rules have to go over a document, for the first time or
// once more.
func (e *entry) lacksRows() bool {
	return e.flags&hasRows == 0 || e.flags&(rulesPassing|tried) == rulesPassing
}

var statuses = []report.Status{report.OK, report.Partial, report.Failed, report.Skipped}

func statusIndex(s report.Status) uint8 {
	for i, t := range statuses {
		if s == t {
			return uint8(i)
		}
	}
	return 2
}

// index finds entries by the hash of their bytes.
type index struct {
	entries    []entry
	places     []uint32       // see search
	failed     map[int]span32 // lines of rows where the rules failed, by entry
	provinces  []string
	byProvince map[string]uint16
	kinds      []kind // of names
}

// kind is a kind of name with its mask, see maskOf.
type kind struct {
	name string
	mask [32]byte
}

func newIndex() *index {
	return &index{places: make([]uint32, 64), failed: map[int]span32{}, provinces: []string{""}, byProvince: map[string]uint16{"": 0}, kinds: []kind{{}}}
}

// search returns the place of an entry in places, or that where it would stand.
// A place holds the number of an entry and 1, or 0; a sum stands at the first
// free one from that which its first bytes name. They are a hash already, and a
// map of sums would take several times the room.
func (x *index) search(begin []byte) int {
	mask := len(x.places) - 1
	i := int(binary.LittleEndian.Uint32(begin)) & mask
	for x.places[i] != 0 && !bytes.HasPrefix(x.entries[x.places[i]-1].sum[:], begin) {
		i = (i + 1) & mask
	}
	return i
}

// beginning returns the number of the entry whose sum begins with some bytes, of
// which there are eight or more, -1 for none.
func (x *index) beginning(begin []byte) int { return int(x.places[x.search(begin)]) - 1 }

// add appends an entry that is not there.
func (x *index) add(sum [32]byte, kind uint8) int {
	x.entries = append(x.entries, entry{sum: sum, kind: kind})
	if 4*len(x.entries) > 3*len(x.places) { // fuller ones are searched for long
		x.places = make([]uint32, 2*len(x.places))
		for i := range x.entries {
			x.places[x.search(x.entries[i].sum[:])] = uint32(i + 1)
		}
	} else {
		x.places[x.search(sum[:])] = uint32(len(x.entries))
	}
	return len(x.entries) - 1
}

// parseSum reads a SHA-256 in hex.
func parseSum(s string) (sum [32]byte, ok bool) {
	if len(s) != 64 {
		return sum, false
	}
	_, err := hex.Decode(sum[:], []byte(s))
	return sum, err == nil
}

// find returns the number of an entry, -1 for none.
func (x *index) find(id ID) int {
	k := x.kind(id.kind())
	sum, ok := parseSum(id.Sum())
	if k < 0 || !ok {
		return -1
	}
	key := masked(sum, x.kinds[k].mask)
	return x.beginning(key[:])
}

// kind returns the number of a kind of names, -1 for one that no entry has.
func (x *index) kind(name string) int {
	return slices.IndexFunc(x.kinds, func(k kind) bool { return k.name == name })
}

// at returns the number of an entry, made when there is none; -1 for what is
// no ID.
func (x *index) at(id ID) int {
	sum, ok := parseSum(id.Sum())
	if !ok {
		return -1
	}
	k := x.kind(id.kind())
	if k < 0 {
		if k = len(x.kinds); k > 255 {
			return -1 // readers tell some thirty kinds of names apart
		}
		x.kinds = append(x.kinds, kind{id.kind(), maskOf(id.kind())})
	}
	key := masked(sum, x.kinds[k].mask)
	if i := x.beginning(key[:]); i >= 0 {
		return i
	}
	return x.add(key, uint8(k))
}

// id is what an entry was made for.
func (x *index) id(i int) ID {
	e := &x.entries[i]
	k := x.kinds[e.kind]
	bytes := masked(e.sum, k.mask)
	return ID(hex.EncodeToString(bytes[:]) + k.name)
}

// alike returns the first entry that has the bytes of this one, under whatever
// kind of name: of inputs with the same bytes only the first counts.
func (x *index) alike(i int) int {
	for k := range x.alikes(i) {
		i = min(i, k)
	}
	return i
}

// shared reports whether another entry has the bytes of this one.
func (x *index) shared(i int) bool {
	for k := range x.alikes(i) {
		if k != i {
			return true
		}
	}
	return false
}

// alikes yields the entries that have the bytes of one, and so itself.
func (x *index) alikes(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		bytes := masked(x.entries[i].sum, x.kinds[x.entries[i].kind].mask)
		for n := range x.kinds {
			key := masked(bytes, x.kinds[n].mask)
			if k := x.beginning(key[:]); k >= 0 && !yield(k) {
				return
			}
		}
	}
}

func (x *index) province(name string) uint16 {
	if i, ok := x.byProvince[name]; ok {
		return i
	}
	if len(x.provinces) > 1<<16-2 {
		return 0
	}
	x.provinces = append(x.provinces, name)
	x.byProvince[name] = uint16(len(x.provinces) - 1)
	return uint16(len(x.provinces) - 1)
}

// apply takes a line into the index. keys are the current ones; readings and
// rows under others do not count.
func (x *index) apply(l *line, keys Keys, at span32) {
	if l.Published != nil {
		for i := range x.entries {
			x.entries[i].flags &^= unpublished
		}
		return
	}
	i := x.at(l.ID)
	if i < 0 {
		return
	}
	e := &x.entries[i]
	if r := l.Read; r != nil && r.Key == keys.Read {
		*e = entry{sum: e.sum, kind: e.kind, read: at, status: statusIndex(r.Status), flags: hasReading | unpublished | e.flags&(listed|tried)}
		if !r.Document.isZero() {
			e.flags |= hasDocument
		} else {
			e.flags |= hasRows // there is nothing to extract
		}
		if len(r.Attached) > 0 {
			e.flags |= hasAttached
		}
		if r.Trouble != nil && r.Trouble.Reason.Passing() {
			e.flags |= passing
		}
	}
	if r := l.Rows; r != nil && e.flags&hasReading != 0 {
		x.applyRows(i, r, keys, at)
	}
}

func (x *index) applyRows(i int, r *rowsLine, keys Keys, at span32) {
	e := &x.entries[i]
	switch {
	case r.Key == keys.Extract:
		e.flags = e.flags&^(hasFormer|rulesFailed|rulesPassing) | hasRows
	case r.Key == keys.Former && e.flags&hasRows == 0 && r.Trouble == nil:
		e.flags |= hasFormer
	default:
		return
	}
	e.rows = small32(r.Rows)
	e.term, e.province, e.about = int16(r.Term), x.province(r.Province), r.About
	if r.Trouble != nil {
		e.flags |= rulesFailed
		x.failed[i] = at
		if r.Trouble.Reason.Passing() {
			e.flags |= rulesPassing
		}
	}
}
