package scan

import (
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
}

type buildNode struct {
	next map[int32]int32
	ends []entry
}

// entry says that a phrase of a class ends at a node.
type entry struct {
	class, value int32
}

// NewBuilder returns a builder without words.
func NewBuilder() *Builder {
	return &Builder{ids: map[string]int32{}, nodes: []buildNode{{next: map[int32]int32{}}}}
}

// Class is one set of phrases of one kind, each standing for a value of the
// kind's own.
type Class struct {
	Name  string
	index int32
	b     *Builder
}

// Class returns a new, empty class.
func (b *Builder) Class(name string) *Class {
	c := &Class{Name: name, index: int32(len(b.classes)), b: b}
	b.classes = append(b.classes, c)
	return c
}

// Classes returns all classes so far, in the order in which they were made.
func (b *Builder) Classes() []*Class { return b.classes }

// Add registers a phrase. A phrase that the class already has keeps its first
// value. A phrase without a word, number or mark is ignored.
func (c *Class) Add(phrase string, value int32) {
	node := int32(0)
	b := c.b
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
		to, ok := b.nodes[node].next[id]
		if !ok {
			to = int32(len(b.nodes))
			b.nodes = append(b.nodes, buildNode{next: map[int32]int32{}})
			b.nodes[node].next[id] = to
		}
		node = to
	}
	if node == 0 || slices.ContainsFunc(b.nodes[node].ends, func(e entry) bool { return e.class == c.index }) {
		return
	}
	b.nodes[node].ends = append(b.nodes[node].ends, entry{c.index, value})
}

// syllable returns the id of a word, new when need be, under all the ways in
// which it is written.
func (b *Builder) syllable(word string) int32 {
	folded := vn.Fold(word)
	if id, ok := b.ids[folded]; ok {
		return id
	}
	id := firstWord + int32(len(b.folded))
	b.folded = append(b.folded, folded)
	for _, s := range vn.Spellings(folded) {
		for _, v := range []string{s, title(s), strings.ToUpper(s)} {
			for _, w := range []string{v, strings.NewReplacer("Đ", "Ð", "đ", "ð").Replace(v), strings.ReplaceAll(v, "Đ", "Ɖ")} {
				if _, ok := b.ids[w]; !ok {
					b.ids[w] = id
				}
			}
		}
	}
	return id
}

func title(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// Lexicon is the compiled set of all words; it is safe for any number of
// goroutines.
type Lexicon struct {
	words   wordTable
	folded  []string // by id of a word, less firstWord
	roots   []int32  // the node after the first syllable, by id
	edges   edgeTable
	nodes   []node
	ends    []entry // of all nodes, see node
	classes int
	texts   sync.Pool // of *Text that were released
}

// node is a place in the trie: the phrases that end there, and which syllables
// may go on from it, as a set of the low six bits of their ids. Most phrases
// that begin do not go on: the set says so without a look into the edges.
type node struct {
	first, last int32 // in Lexicon.ends
	next        uint64
}

func (n *node) goesOn(id int32) bool { return n.next>>(uint32(id)&63)&1 != 0 }

// Build compiles the words. The builder must not be used after it: what it
// gathered is let go, because its classes live as long as their kinds.
func (b *Builder) Build() *Lexicon {
	l := &Lexicon{
		words: newWordTable(b.ids), folded: b.folded, classes: len(b.classes),
		roots: make([]int32, int(firstWord)+len(b.folded)), nodes: make([]node, len(b.nodes)),
	}
	l.texts.New = func() any { return &Text{lexicon: l} }
	for id, to := range b.nodes[0].next {
		l.roots[id] = to
	}
	l.edges = newEdgeTable(len(b.nodes)) // a tree: each node but the root has one edge into it
	for i, n := range b.nodes {
		first := int32(len(l.ends))
		l.ends = append(l.ends, n.ends...)
		l.nodes[i] = node{first: first, last: int32(len(l.ends))}
		for id, to := range n.next {
			l.nodes[i].next |= 1 << (uint32(id) & 63)
			l.edges.add(int32(i), id, to)
		}
	}
	*b = Builder{}
	return l
}

// edgeTable is the trie's transitions in one flat hash table with open
// addressing: one or two cache lines a step, whatever the number of words.
type edgeTable struct {
	edges []edge
	mask  uint64
}

type edge struct {
	key uint64 // node<<32 | id, plus 1; 0 is free
	to  int32
}

func newEdgeTable(n int) edgeTable {
	size := 16
	for size < n*2 {
		size *= 2
	}
	return edgeTable{edges: make([]edge, size), mask: uint64(size - 1)}
}

func edgeHash(key uint64) uint64 {
	key *= 0x9E3779B97F4A7C15 // 2^64 / golden ratio
	return key ^ key>>29
}

func (e *edgeTable) add(node, id, to int32) {
	key := uint64(uint32(node))<<32 | uint64(uint32(id)) + 1
	i := edgeHash(key) & e.mask
	for e.edges[i].key != 0 {
		i = (i + 1) & e.mask
	}
	e.edges[i] = edge{key, to}
}

// step returns the node after id, 0 when there is none.
func (e *edgeTable) step(node, id int32) int32 {
	key := uint64(uint32(node))<<32 | uint64(uint32(id)) + 1
	i := edgeHash(key) & e.mask
	for {
		switch at := &e.edges[i]; at.key {
		case key:
			return at.to
		case 0:
			return 0
		}
		i = (i + 1) & e.mask
	}
}
