package scan

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// Builder gathers the words of all kinds before the first document.
type Builder struct {
	ids     map[string]int32 // every spelling of a syllable → its id
	folded  []string         // the folded form of each id, from firstWord on
	classes []*Class
	nodes   []buildNode
	edges   []int32          // nodes by what leads to them, see walk; 0 for none
	written map[string]int32 // ids of words as phrases write them
	sets    []classSet
	idsRoom []int32 // memory of idsOf
	nodesOf []int32 // memory of AddAll, as is nodesTo
	nodesTo []int32
}

type buildNode struct {
	from int32  // the node before it
	id   int32  // the syllable that leads from there
	next []edge // in the order in which they came
	ends []entry
}

// edge leads by a syllable to a node.
type edge struct{ id, node int32 }

// entry says that a phrase of a class ends at a node.
type entry struct {
	class, value int32
}

// NewBuilder returns a builder without words.
func NewBuilder() *Builder {
	return &Builder{ids: map[string]int32{}, written: map[string]int32{}, nodes: make([]buildNode, 1)}
}

// Class is one set of phrases of one kind, each standing for a value of the
// kind's own.
type Class struct {
	Name  string
	index int32
	word  int32  // of the sets of matches, with
	bit   uint64 // the bit of this class in it
	b     *Builder
}

// Class returns a new, empty class.
func (b *Builder) Class(name string) *Class {
	i := int32(len(b.classes))
	c := &Class{Name: name, index: i, word: i >> 6, bit: 1 << (uint(i) & 63), b: b}
	b.classes = append(b.classes, c)
	return c
}

// Classes returns all classes so far, in the order in which they were made.
func (b *Builder) Classes() []*Class { return b.classes }

// Add registers a phrase. A phrase that the class already has keeps its first
// value. A phrase without a word, number or mark is ignored.
func (c *Class) Add(phrase string, value int32) { c.end(c.b.walk(0, c.b.idsOf(phrase)), value) }

// idsOf returns the ids of the tokens of a phrase, good until the next call.
func (b *Builder) idsOf(phrase string) []int32 {
	b.idsRoom = b.idsRoom[:0]
	for i := 0; i < len(phrase); {
		r, size := decode(phrase, i)
		if isSpace(r) {
			i += size
			continue
		}
		tok := next(phrase, i)
		id := tok.ID
		if tok.Kind == Word {
			id = b.syllable(phrase[tok.Start:tok.End])
		}
		i = int(tok.End)
		b.idsRoom = append(b.idsRoom, id)
	}
	return b.idsRoom
}

// walk goes on from a node by ids, making the nodes that are not there yet.
func (b *Builder) walk(node int32, ids []int32) int32 {
	for _, id := range ids {
		if 2*len(b.nodes) >= len(b.edges) {
			b.widen()
		}
		at := b.slot(node, id)
		to := b.edges[at]
		if to == 0 {
			to = int32(len(b.nodes))
			b.nodes = append(b.nodes, buildNode{from: node, id: id})
			b.nodes[node].next = append(b.nodes[node].next, edge{id, to})
			b.edges[at] = to
		}
		node = to
	}
	return node
}

// slot returns where in edges the node stands, or would stand, to which an id leads from a
// node. A table of nodes alone is a third of the work of a map: there are a quarter of a
// million.
func (b *Builder) slot(node, id int32) int {
	mask := len(b.edges) - 1
	key := (uint64(uint32(node))<<32 | uint64(uint32(id))) * 0x9e3779b97f4a7c15
	for at := int(key>>32) & mask; ; at = (at + 1) & mask {
		if n := b.edges[at]; n == 0 || b.nodes[n].from == node && b.nodes[n].id == id {
			return at
		}
	}
}

// widen makes room for as many edges again.
func (b *Builder) widen() {
	b.edges = make([]int32, max(64, 2*len(b.edges)))
	for n := 1; n < len(b.nodes); n++ {
		b.edges[b.slot(b.nodes[n].from, b.nodes[n].id)] = int32(n)
	}
}

// end has a phrase of the class end at a node. The first value of a phrase stays.
func (c *Class) end(node, value int32) {
	b := c.b
	if node == 0 || slices.ContainsFunc(b.nodes[node].ends, func(e entry) bool { return e.class == c.index }) {
		return
	}
	b.nodes[node].ends = append(b.nodes[node].ends, entry{c.index, value})
}

// syllable returns the id of a word, new when need be, under all the ways in
// which it is written; but for mixed capitals, see wordTable.mixed.
func (b *Builder) syllable(word string) int32 {
	id, ok := b.written[word]
	if !ok {
		id = b.folding(vn.Fold(word))
		b.written[word] = id
	}
	return id
}

// folding returns the id of a folded word.
func (b *Builder) folding(folded string) int32 {
	if id, ok := b.ids[folded]; ok {
		return id
	}
	id := firstWord + int32(len(b.folded))
	b.folded = append(b.folded, folded)
	for _, s := range vn.Spellings(folded) {
		for _, v := range []string{s, title(s), strings.ToUpper(s)} {
			b.spelling(v, id)
			if strings.ContainsAny(v, "Đđ") {
				b.spelling(looksLikeD.Replace(v), id)
				b.spelling(strings.ReplaceAll(v, "Đ", "Ɖ"), id)
			}
		}
	}
	return id
}

// spelling has a spelling stand for an id, unless it stands for one.
func (b *Builder) spelling(s string, id int32) {
	if _, ok := b.ids[s]; !ok {
		b.ids[s] = id
	}
}

// looksLikeD makes Đ the Icelandic letter that many keyboards gave for it.
var looksLikeD = strings.NewReplacer("Đ", "Ð", "đ", "ð")

func title(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// Lexicon is the compiled set of all words; it is safe for any number of
// goroutines.
type Lexicon struct {
	words   wordTable
	folded  []string // by id, "" for those of no word
	roots   []int32  // the node after the first syllable, by id
	nodes   []node   // level by level, and one more behind the last
	labels  []int32  // by node: the id by which it is reached
	ends    []entry  // of all nodes, see node
	classes int
	texts   sync.Pool // of *Text that were released
}

// node is a place in the trie: the phrases that end there, the nodes that go on
// from it, and by which syllables, as a set of the low six bits of their ids.
// Most phrases that begin do not go on: the set says so without a further look.
// Phrases and nodes lie side by side, up to where those of the next node begin.
type node struct {
	next  uint64
	ends  int32 // in Lexicon.ends
	child int32 // in Lexicon.nodes
}

func (n *node) goesOn(id int32) bool { return n.next>>(uint32(id)&63)&1 != 0 }

// Build compiles the words. The builder must not be used after it: what it
// gathered is let go, because its classes live as long as their kinds.
func (b *Builder) Build() *Lexicon {
	b.join()
	l := &Lexicon{
		words: newWordTable(b.ids), folded: append(make([]string, firstWord), b.folded...), classes: len(b.classes),
		roots: make([]int32, int(firstWord)+len(b.folded)),
		nodes: make([]node, 0, len(b.nodes)+1), labels: make([]int32, 1, len(b.nodes)),
	}
	l.texts.New = func() any { return &Text{lexicon: l} }
	queue := make([]int32, 1, len(b.nodes)) // of builder's nodes, the root first
	for i := 0; i < len(queue); i++ {
		from := &b.nodes[queue[i]]
		n := node{ends: int32(len(l.ends)), child: int32(len(queue))}
		l.ends = append(l.ends, from.ends...)
		slices.SortFunc(from.next, func(a, b edge) int { return cmp.Compare(a.id, b.id) })
		for _, e := range from.next {
			n.next |= 1 << (uint32(e.id) & 63)
			if i == 0 {
				l.roots[e.id] = int32(len(queue))
			}
			l.labels = append(l.labels, e.id)
			queue = append(queue, e.node)
		}
		l.nodes = append(l.nodes, n)
	}
	l.nodes = append(l.nodes, node{ends: int32(len(l.ends)), child: int32(len(queue))})
	*b = Builder{}
	return l
}

// join makes classes one that have the same phrases with the same values, as the surnames
// of two kinds: what each is asked for is found once.
func (b *Builder) join() {
	phrases := make([][]byte, len(b.classes)) // of each class, node by node
	for n := range b.nodes {
		for _, e := range b.nodes[n].ends {
			p := binary.AppendVarint(phrases[e.class], int64(n))
			phrases[e.class] = binary.AppendVarint(p, int64(e.value))
		}
	}
	first := map[string]*Class{}
	joined := make([]bool, len(b.classes))
	for i, c := range b.classes {
		if same, ok := first[string(phrases[i])]; ok {
			c.index, c.word, c.bit, joined[i] = same.index, same.word, same.bit, true
		} else {
			first[string(phrases[i])] = c
		}
	}
	for _, s := range b.sets {
		s.renew()
	}
	for n := range b.nodes {
		b.nodes[n].ends = slices.DeleteFunc(b.nodes[n].ends, func(e entry) bool { return joined[e.class] })
	}
}

// few is how many labels are looked through one by one: sixteen are a cache line.
const few = 16

// step returns the node after id among those from first up to last, which are in
// the order of their labels, 0 when there is none.
func (l *Lexicon) step(first, last, id int32) int32 {
	for last-first > few {
		if middle := int32(uint32(first+last) >> 1); l.labels[middle] <= id {
			first = middle
		} else {
			last = middle
		}
	}
	for i, label := range l.labels[first:last] {
		if label == id {
			return first + int32(i)
		}
	}
	return 0
}
