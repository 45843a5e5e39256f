package msword

import (
	"encoding/binary"

	"github.com/tongket/tongket/pipeline/format/wordlist"
)

const (
	listRecord  = 28
	levelRecord = 28
	lfoRecord   = 16
	maxLists    = 1 << 14
)

// numbering is the lists of the file and the uses of them that paragraphs name.
type numbering struct {
	lists map[uint32]*wordlist.List
	uses  []*wordlist.Use
}

// readLists reads the lists and their uses.
func (d *document) readLists() {
	start, length := d.fib.place(fibLists)
	if length <= 2 || start+length > len(d.table) {
		return
	}
	table := d.table[start:]
	n := word(table)
	rest := cut(d.table, start+length, len(d.table)) // the levels stand behind
	d.lists.lists = make(map[uint32]*wordlist.List)
	for i := range min(n, (length-2)/listRecord, maxLists) {
		rec := table[2+listRecord*i:]
		l := &wordlist.List{}
		count := wordlist.Levels
		if rec[26]&1 != 0 {
			count = 1
		}
		for k := range count {
			var size int
			l.Levels[k], size = d.readLevel(rest)
			if size == 0 {
				break
			}
			rest = rest[size:]
		}
		d.lists.lists[binary.LittleEndian.Uint32(rec)] = l
	}
	d.readOverrides(d.part(fibOverrides))
}

// readLevel reads one level and returns its length, 0 when it is cut.
func (d *document) readLevel(b []byte) (wordlist.Level, int) {
	if len(b) < levelRecord {
		return wordlist.Level{}, 0
	}
	l := wordlist.Level{
		Start:  int(int32(binary.LittleEndian.Uint32(b))),
		Format: wordlist.Format(int(b[4])),
		Bullet: b[4] == wordlist.Bullet,
		Legal:  b[5]&4 != 0,
		Fixed:  b[5]&8 != 0,
	}
	chars, paras := int(b[24]), int(b[25])
	at := levelRecord + paras
	if l.Bullet {
		l.Font = d.font(d.with(look{font: -1}, cut(b, at, chars), &look{}).font)
	}
	at += chars
	if at+2 > len(b) {
		return wordlist.Level{}, 0
	}
	n := word(b[at:])
	at += 2
	if at+2*n > len(b) {
		return wordlist.Level{}, 0
	}
	for i := range min(n, 64) {
		l.Text = append(l.Text, binary.LittleEndian.Uint16(b[at+2*i:]))
	}
	return l, at + 2*n
}

func (d *document) readOverrides(b []byte) {
	if len(b) < 4 {
		return
	}
	n := min(int(binary.LittleEndian.Uint32(b)), (len(b)-4)/lfoRecord, maxLists)
	data := b[4+lfoRecord*n:]
	for i := range n {
		rec := b[4+lfoRecord*i:]
		u := wordlist.NewUse(d.lists.lists[binary.LittleEndian.Uint32(rec)])
		data = cut(data, 4, len(data))
		for range int(rec[12]) {
			data = d.readUse(u, data)
		}
		d.lists.uses = append(d.lists.uses, u)
	}
}

// readUse reads what a use changes on one level.
func (d *document) readUse(u *wordlist.Use, b []byte) []byte {
	if len(b) < 8 {
		return nil
	}
	start, flags := int(int32(binary.LittleEndian.Uint32(b))), binary.LittleEndian.Uint32(b[4:])
	b = b[8:]
	k := int(flags & 0xF)
	if k >= wordlist.Levels {
		return b
	}
	if flags&0x10 != 0 {
		u.Starts[k] = start
	}
	if flags&0x20 != 0 {
		l, size := d.readLevel(b)
		if size == 0 {
			return nil
		}
		u.Own[k] = &l
		if flags&0x10 != 0 {
			u.Starts[k] = l.Start
		}
		return b[size:]
	}
	return b
}

// label counts a paragraph of a list and returns its number or bullet.
func (d *document) label(p paragraph) (string, bool) {
	if p.list < 1 || p.list > len(d.lists.uses) {
		return "", false
	}
	return d.lists.uses[p.list-1].Next(p.level)
}
