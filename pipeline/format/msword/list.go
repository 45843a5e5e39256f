package msword

import (
	"encoding/binary"
	"strings"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/format/glyph"
)

const (
	levels      = 9
	listRecord  = 28
	levelRecord = 28
	lfoRecord   = 16
	maxLists    = 1 << 14
	bulletKind  = 23
)

// level is how one depth of a list is numbered.
type level struct {
	start  int
	format string
	bullet bool
	text   []uint16 // numbers of levels stand as their index, 0 to 8
	legal  bool
	fixed  bool // it does not begin again after a higher level
	chars  []byte
}

// list is a list of the file, with the counters that all its users share.
type list struct {
	id     uint32
	levels [levels]level
	counts [levels]int
	used   [levels]bool
}

// override is a use of a list, which may start or look different.
type override struct {
	list   *list
	starts [levels]int // -1 for none
	levels [levels]*level
	begun  [levels]bool
}

type numbering struct {
	lists     []*list
	overrides []override
}

// formatNames are the number formats of Word by their code.
var formatNames = map[byte]string{0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero", 255: "none"}

// readLists reads the lists and their uses.
func (d *document) readLists() {
	start, length := d.fib.place(fibLists)
	if length <= 2 || start+length > len(d.table) {
		return
	}
	table := d.table[start:]
	n := word(table)
	rest := cut(d.table, start+length, len(d.table)) // the levels stand behind
	for i := range min(n, (length-2)/listRecord, maxLists) {
		rec := table[2+listRecord*i:]
		l := &list{id: binary.LittleEndian.Uint32(rec)}
		count := levels
		if rec[26]&1 != 0 {
			count = 1
		}
		for k := range count {
			var size int
			l.levels[k], size = readLevel(rest)
			if size == 0 {
				break
			}
			rest = rest[size:]
		}
		d.lists.lists = append(d.lists.lists, l)
	}
	d.readOverrides(d.part(fibOverrides))
}

// readLevel reads one level and returns its length, 0 when it is cut.
func readLevel(b []byte) (level, int) {
	if len(b) < levelRecord {
		return level{}, 0
	}
	l := level{
		start:  int(int32(binary.LittleEndian.Uint32(b))),
		format: formatNames[b[4]],
		bullet: b[4] == bulletKind,
		legal:  b[5]&4 != 0,
		fixed:  b[5]&8 != 0,
	}
	chars, paras := int(b[24]), int(b[25])
	at := levelRecord + paras
	l.chars = cut(b, at, chars)
	at += chars
	if at+2 > len(b) {
		return level{}, 0
	}
	n := word(b[at:])
	at += 2
	if at+2*n > len(b) {
		return level{}, 0
	}
	for i := range min(n, 64) {
		l.text = append(l.text, binary.LittleEndian.Uint16(b[at+2*i:]))
	}
	return l, at + 2*n
}

func (d *document) readOverrides(b []byte) {
	if len(b) < 4 {
		return
	}
	n := min(int(binary.LittleEndian.Uint32(b)), (len(b)-4)/lfoRecord, maxLists)
	byID := make(map[uint32]*list, len(d.lists.lists))
	for _, l := range d.lists.lists {
		byID[l.id] = l
	}
	data := b[4+lfoRecord*n:]
	for i := range n {
		rec := b[4+lfoRecord*i:]
		o := override{list: byID[binary.LittleEndian.Uint32(rec)]}
		for k := range o.starts {
			o.starts[k] = -1
		}
		data = cut(data, 4, len(data))
		for range int(rec[12]) {
			data = o.read(data)
		}
		d.lists.overrides = append(d.lists.overrides, o)
	}
}

// read reads what one level of an override changes.
func (o *override) read(b []byte) []byte {
	if len(b) < 8 {
		return nil
	}
	start, flags := int(int32(binary.LittleEndian.Uint32(b))), binary.LittleEndian.Uint32(b[4:])
	b = b[8:]
	k := int(flags & 0xF)
	if k >= levels {
		return b
	}
	if flags&0x10 != 0 {
		o.starts[k] = start
	}
	if flags&0x20 != 0 {
		l, size := readLevel(b)
		if size == 0 {
			return nil
		}
		o.levels[k] = &l
		if flags&0x10 != 0 {
			o.starts[k] = l.start
		}
		return b[size:]
	}
	return b
}

func (o *override) level(k int) *level {
	if o.levels[k] != nil {
		return o.levels[k]
	}
	return &o.list.levels[k]
}

// label counts a paragraph of a list and returns its number or bullet.
func (d *document) label(p paragraph) (string, bool) {
	if p.list < 1 || p.list > len(d.lists.overrides) || p.level >= levels {
		return "", false
	}
	o := &d.lists.overrides[p.list-1]
	if o.list == nil {
		return "", false
	}
	o.advance(p.level)
	l := o.level(p.level)
	if l.bullet {
		text := string(utf16.Decode(l.text))
		return glyph.Bullet(text, d.font(d.with(look{font: -1}, l.chars, &look{}).font)), true
	}
	return strings.TrimSpace(o.number(l)), true
}

// advance counts one more item of a level, and begins the deeper ones anew.
func (o *override) advance(k int) {
	l := o.list
	if s := o.starts[k]; s >= 0 && !o.begun[k] {
		l.counts[k] = s
	} else if l.used[k] {
		l.counts[k]++
	} else {
		l.counts[k] = o.level(k).start
	}
	o.begun[k], l.used[k] = true, true
	for deeper := k + 1; deeper < levels; deeper++ {
		if !o.level(deeper).fixed {
			l.used[deeper] = false
		}
	}
	for higher := range k {
		if !l.used[higher] { // a list that begins inside counts its outer levels as begun
			l.counts[higher], l.used[higher] = o.level(higher).start, true
		}
	}
}

func (o *override) number(l *level) string {
	var b strings.Builder
	for _, c := range l.text {
		if c >= levels {
			b.WriteString(string(utf16.Decode([]uint16{c})))
			continue
		}
		format := o.level(int(c)).format
		if l.legal && format != "none" {
			format = "decimal"
		}
		if format == "" {
			format = "decimal"
		}
		b.WriteString(glyph.Number(o.list.counts[c], format))
	}
	return b.String()
}
