package rtf

import (
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/format/wordlist"
)

// lists are the lists of the file and the uses of them that paragraphs name.
// Nearly all programs write the number of each item as text as well, which is
// what their user saw; the lists are counted only in a file that has none.
type lists struct {
	written bool // numbers stand in the file
	all     map[int]*wordlist.List
	uses    map[int]*wordlist.Use
	list    *wordlist.List // being read
	use     *wordlist.Use
	level   int // of the two, -1 before the first
	text    []uint16
}

// tableOfLists begins the table of lists, or that of their uses.
func (d *document) tableOfLists(t target) {
	if d.lists.written {
		d.skipGroup()
		return
	}
	d.aim(t)
	d.lists.list, d.lists.use = nil, nil
}

// inLists reports whether a table of lists is being read.
func (d *document) inLists() bool { return d.target == toLists || d.target == toUses }

// newList begins an entry of the table of lists.
func (d *document) newList() {
	if d.target == toLists {
		d.lists.list, d.lists.level = &wordlist.List{}, -1
	}
}

// newUse begins an entry of the table of uses.
func (d *document) newUse() {
	if d.target == toUses {
		d.lists.use, d.lists.level = wordlist.NewUse(nil), -1
	}
}

// listID names the list that is being read, or the one that is used.
func (d *document) listID(id int) {
	switch l := &d.lists; {
	case d.target == toLists && l.list != nil && len(l.all) < maxEntries:
		if l.all == nil {
			l.all = make(map[int]*wordlist.List)
		}
		l.all[id] = l.list
	case d.target == toUses && l.use != nil:
		l.use.List = l.all[id]
	}
}

// setList names the use that is being read, or puts a paragraph into one.
func (d *document) setList(n int) {
	l := &d.lists
	if d.target != toUses {
		d.para.list = max(n, 0)
		return
	}
	if l.use != nil && len(l.uses) < maxEntries {
		if l.uses == nil {
			l.uses = make(map[int]*wordlist.Use)
		}
		l.uses[n] = l.use
	}
}

// newLevel begins a level of a list, or what a use changes on one.
func (d *document) newLevel(word target) {
	l := &d.lists
	switch {
	case d.target != word:
		if d.target == toUses && l.use != nil && l.level >= 0 && l.level < wordlist.Levels {
			l.use.Own[l.level] = &wordlist.Level{}
		}
	default:
		l.level++
	}
}

// levelNow is the level that is being read; one that nobody looks at when there
// is none.
func (d *document) levelNow() *wordlist.Level {
	l := &d.lists
	switch {
	case l.level < 0 || l.level >= wordlist.Levels:
	case d.target == toUses && l.use != nil && l.use.Own[l.level] != nil:
		return l.use.Own[l.level]
	case d.target == toLists && l.list != nil:
		return &l.list.Levels[l.level]
	}
	return &wordlist.Level{}
}

// setFormat sets how a level is numbered.
func (d *document) setFormat(code int) {
	l := d.levelNow()
	l.Format, l.Bullet = wordlist.Format(code), code == wordlist.Bullet
}

// setStart sets where a level begins to count.
func (d *document) setStart(n int) {
	d.levelNow().Start = n
	if l := &d.lists; d.target == toUses && l.use != nil && l.level >= 0 && l.level < wordlist.Levels {
		l.use.Starts[l.level] = max(n, 0)
	}
}

// beginLevelText begins the text of a level: its length, then characters of
// which those below 9 stand for the number of a level.
func (d *document) beginLevelText() {
	if d.inLists() {
		d.target = toLevel
		d.lists.text = nil
	}
}

// addLevelText adds characters to it.
func (d *document) addLevelText(units ...uint16) {
	const longest = 64
	if len(d.lists.text) < longest {
		d.lists.text = append(d.lists.text, units...)
	}
}

// endLevelText keeps the text of a level.
func (d *document) endLevelText() {
	text := d.lists.text
	if len(text) == 0 {
		return
	}
	n := int(text[0])
	text = text[1:]
	d.levelNow().Text = text[:min(n, len(text))]
}

// count is the number of a paragraph in a list that nobody wrote down.
func (d *document) count() string {
	if d.lists.written || d.para.list == 0 {
		return ""
	}
	label, _ := d.lists.uses[d.para.list].Next(d.para.level)
	return label
}

func units(text []byte) []uint16 { return utf16.Encode([]rune(string(text))) }
