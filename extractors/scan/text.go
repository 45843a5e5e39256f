package scan

import (
	"math"
	"slices"
	"sort"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Text is one document as the rules see it.
type Text struct {
	Doc    *report.Document
	Tokens []Token
	// Sentences are Doc.Sentences as ranges of tokens, index by index.
	Sentences []Sentence
	// Numbers are the tokens that are numbers.
	Numbers []int32
	// Identity is what the document is about, once the identity rules have
	// run; the zero Identity before.
	Identity Identity

	lexicon *Lexicon
	matches matches
	blocks  []tokenRange // Doc.Blocks as ranges of tokens
	memos   []keyed
	turn    int // counts the documents that it was
	room    []report.Field
}

type tokenRange struct{ first, last int32 }

// Key names a reading of the whole text, see Memo. It is told by its address.
type Key struct{ _ byte }

// keyed is what Memo keeps under a key: a *memo.
type keyed struct {
	key  *Key
	memo any
}

// memo is a value of one text after the other.
type memo[T any] struct {
	value T
	turn  int // of the text that value is of
}

// Memo returns what make gives for a text, made at the first call with a key:
// readings of the whole text that several kinds share. make gets what it gave for
// an earlier text, whose memory it may use again. A Text belongs to one goroutine.
// There are some sixteen keys, which are sooner looked through than hashed, the one
// that was asked for last before the others.
func Memo[T any](t *Text, key *Key, make func(t *Text, old T) T) T {
	var m *memo[T]
	for i := range t.memos {
		if t.memos[i].key == key {
			t.memos[0], t.memos[i] = t.memos[i], t.memos[0]
			m, _ = t.memos[0].memo.(*memo[T])
			break
		}
	}
	if m == nil {
		m = new(memo[T])
		t.memos = append(t.memos, keyed{key, m})
	}
	if m.turn != t.turn {
		m.value = make(t, m.value)
		m.turn = t.turn
	}
	return m.value
}

// Room returns memory for n fields of a fact, empty. It is used again once the
// text is released: who keeps a fact copies its fields.
func (t *Text) Room(n int) []report.Field {
	if cap(t.room)-len(t.room) < n { // what was given stays where it is
		t.room = make([]report.Field, 0, max(n, 2*cap(t.room), roomFields))
	}
	at := len(t.room)
	t.room = t.room[:at+n]
	return t.room[at : at : at+n]
}

// roomFields are those of eight facts or so, 3 kB.
const roomFields = 64

// Sentence is a half open range of tokens.
type Sentence struct {
	First, Last int32
	Block       int // index in Doc.Blocks
}

// Hit is a phrase of a class in the text: a half open range of tokens and the
// value that the class gave to the phrase.
type Hit struct {
	First, Last int32
	Value       int32
}

// Scan reads a document.
func (l *Lexicon) Scan(doc *report.Document) *Text {
	t := l.texts.Get().(*Text)
	t.Doc = doc
	t.turn++
	t.Tokens = slices.Grow(t.Tokens[:0], len(doc.Text)/4+8) // a Vietnamese syllable has about 5.5 bytes with its space
	t.tokenise(l)
	l.match(t.Tokens, len(t.Sentences), &t.matches)
	t.lay()
	return t
}

// Release gives the memory of a text to the next one. Neither the text nor
// anything that it returned, but for strings, may be used after it.
func (t *Text) Release() {
	clear(t.room)
	t.room = t.room[:0]
	t.Doc, t.Identity = nil, Identity{}
	t.lexicon.texts.Put(t)
}

// tokenise cuts the text. Words of the lexicon, marks and white space of ASCII,
// together 97 of 100 bytes, take the short ways.
func (t *Text) tokenise(l *Lexicon) {
	text := t.Doc.Text
	w := newSentenceWalk(t.Doc.Sentences, t.Sentences)
	tokens := t.Tokens[:0]
	t.Numbers = t.Numbers[:0]
	space := true
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' || c == '\n' {
			i++
			space = true
			continue
		}
		if c >= utf8.RuneSelf || c|0x20 >= 'a' && c|0x20 <= 'z' {
			if known, size := l.words.known(text, i); size > 0 {
				if i >= w.until {
					w.move(i, int32(len(tokens)))
				}
				tokens = append(tokens, Token{int32(i), int32(i + size), known.id, w.sentence, Word, known.upper, known.allUpper, space})
				i += size
				if space = text[i] == ' '; space { // known sees to it that the text goes on
					i++
				}
				continue
			}
		}
		if size := spaceAt(text, i, c); size > 0 {
			i += size
			space = true
			continue
		}
		if !space && i < w.until {
			if size := raisedAt(text, i); size > 0 {
				i += size
				continue
			}
		}
		if i >= w.until {
			w.move(i, int32(len(tokens)))
		}
		tok := next(text, i)
		switch tok.Kind {
		case Word:
			if tok.ID = l.words.find(text, i, int(tok.End)); tok.ID == 0 && !tok.AllUpper {
				tok.ID = l.words.mixed(text[i:tok.End])
			}
		case Number:
			t.Numbers = append(t.Numbers, int32(len(tokens)))
		case Punct:
		}
		tok.Sentence, tok.Space = w.sentence, space
		tokens = append(tokens, tok)
		i = int(tok.End)
		space = false
	}
	w.move(math.MaxInt, int32(len(tokens)))
	t.Tokens, t.Sentences = tokens, w.out
}

// sentenceWalk tells the sentence of each token, and gives each sentence its
// tokens.
type sentenceWalk struct {
	of       []report.Sentence
	out      []Sentence
	next     int   // the sentence that the walk is in or comes to
	sentence int32 // the sentence that the walk is in, -1 between two
	until    int   // the byte up to which it is that
}

// newSentenceWalk begins a walk; out is memory for what it gives.
func newSentenceWalk(of []report.Sentence, out []Sentence) sentenceWalk {
	return sentenceWalk{of: of, out: slices.Grow(out[:0], len(of))[:len(of)], sentence: -1}
}

// move goes on to a byte at which token n begins.
func (w *sentenceWalk) move(at int, n int32) {
	for ; w.next < len(w.of); w.next++ {
		s, out := &w.of[w.next], &w.out[w.next]
		if at < s.Start {
			w.sentence, w.until = -1, s.Start
			return
		}
		if w.sentence != int32(w.next) {
			*out = Sentence{n, n, s.Block}
		}
		if at < s.End {
			w.sentence, w.until = int32(w.next), s.End
			return
		}
		out.Last = n
	}
	w.sentence, w.until = -1, math.MaxInt
}

// Hits returns the hits of a class in the order of the text.
func (t *Text) Hits(c *Class) []Hit { return t.matches.of(c) }

// HitsIn returns the hits of a class that lie in a range of tokens.
func (t *Text) HitsIn(c *Class, first, last int32) []Hit {
	if t.lacks(c, first, last) {
		return nil
	}
	p := &t.matches.classes[c.index]
	i := p.seek(first)
	n := i
	for n < len(p.hits) && p.hits[n].Last <= last {
		n++
	}
	return p.hits[i:n]
}

// Has reports whether a class has a hit in a range of tokens.
func (t *Text) Has(c *Class, first, last int32) bool {
	if t.lacks(c, first, last) {
		return false
	}
	p := &t.matches.classes[c.index]
	i := p.seek(first)
	return i < len(p.hits) && p.hits[i].Last <= last
}

// lacks reports whether it is plain without a search that a class has no hit in
// a range of tokens: the range is empty, or of one sentence without any.
func (t *Text) lacks(c *Class, first, last int32) bool {
	if uint32(first) >= uint32(last) || uint32(last) > uint32(len(t.Tokens)) {
		return first >= last
	}
	s := t.Tokens[first].Sentence
	return s == t.Tokens[last-1].Sentence && t.matches.lacks(c, s)
}

// At returns the hit of a class that begins at a token.
func (t *Text) At(c *Class, token int32) (Hit, bool) {
	if uint(token) >= uint(len(t.Tokens)) || t.matches.lacks(c, t.Tokens[token].Sentence) {
		return Hit{}, false
	}
	p := &t.matches.classes[c.index]
	if i := p.seek(token); i < len(p.hits) && p.hits[i].First == token {
		return p.hits[i], true
	}
	return Hit{}, false
}

// Next drops the hits that begin before a token and returns the one that begins
// there: for reading token after token.
func Next(hits *[]Hit, token int32) (Hit, bool) {
	list := *hits
	for len(list) > 0 && list[0].First < token {
		list = list[1:]
	}
	*hits = list
	if len(list) > 0 && list[0].First == token {
		return list[0], true
	}
	return Hit{}, false
}

// Word returns the text of one token, "" beyond the text.
func (t *Text) Word(i int32) string {
	if uint(i) >= uint(len(t.Tokens)) {
		return ""
	}
	tok := &t.Tokens[i]
	return t.Doc.Text[tok.Start:tok.End]
}

// Fold returns the folded text of one token (see vn.Fold); for a word of any
// class it was made with the lexicon. Beyond the text it is "".
func (t *Text) Fold(i int32) string {
	if uint(i) >= uint(len(t.Tokens)) {
		return ""
	}
	if s := t.lexicon.folded[t.Tokens[i].ID]; s != "" {
		return s
	}
	return t.foldOf(&t.Tokens[i])
}

// foldOf folds a token that is in no lexicon.
func (t *Text) foldOf(tok *Token) string {
	w := t.Doc.Text[tok.Start:tok.End]
	if tok.Kind != Word && w[0] < utf8.RuneSelf {
		return w
	}
	return vn.Fold(w)
}

// Is reports whether token i is a mark such as '-', '(' or '%'.
func (t *Text) Is(i int32, mark rune) bool {
	return uint(i) < uint(len(t.Tokens)) && t.Tokens[i].ID == mark // no word or number has the ID of a mark
}

// Span returns the bytes from token first up to but not including token last.
func (t *Text) Span(first, last int32) report.Span {
	return report.Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last-1].End)}
}

// String returns the text from token first up to but not including token last.
func (t *Text) String(first, last int32) string {
	if first >= last {
		return ""
	}
	return t.Doc.At(t.Span(first, last))
}

// SentenceOf returns the sentence of a token, the zero Sentence outside of all.
func (t *Text) SentenceOf(token int32) Sentence {
	if s := t.Tokens[token].Sentence; s >= 0 {
		return t.Sentences[s]
	}
	return Sentence{}
}

// BlockOf returns the block of a token.
func (t *Text) BlockOf(token int32) *report.Block {
	if i := t.Doc.BlockAt(int(t.Tokens[token].Start)); i >= 0 {
		return &t.Doc.Blocks[i]
	}
	return &report.Block{Section: -1}
}

// lay finds the tokens of each block.
func (t *Text) lay() {
	t.blocks = slices.Grow(t.blocks[:0], len(t.Doc.Blocks))[:len(t.Doc.Blocks)]
	i := int32(0)
	to := func(end int) int32 {
		i = t.tokenFrom(i, end)
		return i
	}
	for n := range t.Doc.Blocks {
		b := &t.Doc.Blocks[n]
		t.blocks[n] = tokenRange{to(b.Start), to(b.End)}
	}
}

// tokenFrom is TokenAt from token i on, which the one that it looks for is soon
// behind.
func (t *Text) tokenFrom(i int32, offset int) int32 {
	n, step := int32(len(t.Tokens)), int32(1)
	for i+step <= n && int(t.Tokens[i+step-1].End) <= offset {
		i += step
		step *= 2
	}
	for step > 0 {
		if i+step <= n && int(t.Tokens[i+step-1].End) <= offset {
			i += step
		}
		step /= 2
	}
	return i
}

// Block returns the tokens of block i of the document.
func (t *Text) Block(i int) (first, last int32) { return t.blocks[i].first, t.blocks[i].last }

// TokenAt returns the index of the first token that ends after the byte at
// offset, len(Tokens) when there is none.
func (t *Text) TokenAt(offset int) int32 {
	return int32(sort.Search(len(t.Tokens), func(i int) bool { return int(t.Tokens[i].End) > offset }))
}
