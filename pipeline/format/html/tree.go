package html

import (
	"context"
	"errors"
	"io"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// node is an element, or text when its tag is 0. Nodes stand in the order of
// the page, so that an element's descendants are the nodes behind it up to end.
type node struct {
	tag                       atom.Atom
	parent, first, last, next int32
	start, size               int32 // of a text node, in page.text
	attr, attrs               int32 // in page.attrs
	end                       int32
	look                      int32 // in page.looks
	segment                   int32 // of a text node, in page.segments
	hidden                    bool
}

// page is one page being read.
type page struct {
	limits parts.Limits
	err    error

	nodes    []node
	attrs    []attribute
	text     string // of all text nodes and attributes
	head     head
	sheets   []string
	looks    []look
	segments []segment
	main     main
}

// head is what the page says about itself outside its text.
type head struct {
	title     string
	lang      string
	meta      []metaTag
	ld        []string // JSON-LD
	generator string
	xhtml     bool
}

type metaTag struct{ name, content string }

type attribute struct {
	key   key
	value string
}

// key is the name of an attribute that somebody here asks for.
type key uint8

const (
	keyNone key = iota
	keyID
	keyClass
	keyStyle
	keyAlign
	keyFace
	keyName
	keyContent
	keyProperty
	keyItemprop
	keyHref
	keyColspan
	keyRowspan
	keyBorder
	keyRules
	keyHidden
	keyType
	keyValue
	keyStart
	keyRole
	keyDatetime
	keyTitle
	keyLang
	keyCharset
	keyMedia
)

var keys = map[string]key{
	"id": keyID, "class": keyClass, "style": keyStyle, "align": keyAlign, "face": keyFace,
	"name": keyName, "content": keyContent, "property": keyProperty, "itemprop": keyItemprop,
	"href": keyHref, "colspan": keyColspan, "rowspan": keyRowspan, "border": keyBorder, "rules": keyRules,
	"hidden": keyHidden, "type": keyType, "value": keyValue, "start": keyStart, "role": keyRole,
	"datetime": keyDatetime, "title": keyTitle, "lang": keyLang, "charset": keyCharset, "media": keyMedia,
}

// maxNodes bounds the tree to about 150 MB; a page of 15 printed sheets has
// 5,000 nodes.
const maxNodes = 2_000_000

// looksEvery is how many nodes are read between two looks at the context.
const looksEvery = 1 << 13

// builder makes the tree of a page from its tags.
type builder struct {
	*page
	z       *html.Tokenizer
	buf     []byte
	spans   []span // of attribute values in buf
	stack   []int32
	over    int         // elements open beyond the depth limit
	pending []atomAttrs // formatting cut off by the end of a block, to be opened again
	raw     atom.Atom   // the raw text element that is open
	rawAttr []attrSpan
	rest    string // of an element that swallowed the page
}

type span struct{ start, end int32 }

type attrSpan struct {
	key key
	span
}

type atomAttrs struct {
	tag         atom.Atom
	attr, attrs int32
}

// parse builds the tree of a page.
func (p *page) parse(ctx context.Context, text string) error {
	p.head.xhtml = strings.HasPrefix(strings.TrimLeft(text[:min(len(text), 100)], " \t\r\n"), "<?xml")
	p.nodes = make([]node, 1, 64+len(text)/24)
	p.nodes[0] = node{parent: -1, first: -1, last: -1, next: -1}
	b := &builder{page: p, buf: make([]byte, 0, len(text)), stack: []int32{0}}
	for range 3 {
		if err := b.tokens(ctx, text); err != nil {
			return err
		}
		if b.rest == "" {
			break
		}
		text, b.rest = b.rest, ""
	}
	b.finish()
	return nil
}

// finish makes strings of the spans and closes the subtrees.
func (b *builder) finish() {
	b.text = string(b.buf)
	for i, s := range b.spans {
		b.attrs[i].value = b.text[s.start:s.end]
	}
	for i := len(b.nodes) - 1; i >= 0; i-- {
		n := &b.nodes[i]
		n.end = max(n.end, int32(i)+1)
		if n.parent >= 0 {
			up := &b.nodes[n.parent]
			up.end = max(up.end, n.end)
		}
	}
}

func (b *builder) tokens(ctx context.Context, text string) error {
	b.z = html.NewTokenizer(strings.NewReader(text))
	for i := 0; ; i++ {
		if i%looksEvery == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if len(b.nodes) >= maxNodes {
			b.err = report.Becausef(report.TooMany, "more than %d elements", maxNodes)
			return nil
		}
		switch b.z.Next() {
		case html.ErrorToken:
			if err := b.z.Err(); !errors.Is(err, io.EOF) {
				b.err = report.Because(report.Damaged, err)
			}
			return nil
		case html.TextToken:
			b.chars()
		case html.StartTagToken:
			b.start(false)
		case html.SelfClosingTagToken:
			b.start(true)
		case html.EndTagToken:
			name, _ := b.z.TagName()
			b.raw = 0
			b.close(atom.Lookup(name))
		case html.CommentToken, html.DoctypeToken:
		}
	}
}

// chars adds a text node, or the content of an element such as <title>.
func (b *builder) chars() {
	if b.raw != 0 {
		b.rawText(b.z.Raw())
		return
	}
	text := b.z.Text()
	if len(text) == 0 {
		return
	}
	b.reopen()
	start := len(b.buf)
	b.buf = append(b.buf, text...)
	b.add(node{start: int32(start), size: int32(len(text))})
}

// swallowed is the length from which a title or the like that nothing closes is
// taken for a slip that hides the page.
const swallowed = 2000

func (b *builder) rawText(text []byte) {
	switch b.raw {
	case atom.Title:
		if len(text) > swallowed {
			b.rest = string(text)
			break
		}
		if b.head.title == "" {
			b.head.title = collapse(html.UnescapeString(string(text)))
		}
	case atom.Style:
		if !strings.Contains(b.rawValue(keyMedia), "print") || strings.Contains(b.rawValue(keyMedia), "screen") {
			b.sheets = append(b.sheets, string(text))
		}
	case atom.Script:
		if strings.EqualFold(strings.TrimSpace(b.rawValue(keyType)), "application/ld+json") && len(text) < 1<<20 {
			b.head.ld = append(b.head.ld, string(text))
		}
	case atom.Xmp, atom.Plaintext, atom.Listing:
		start := len(b.buf)
		b.buf = append(b.buf, text...)
		b.add(node{start: int32(start), size: int32(len(text))})
	}
	b.raw = 0
}

func (b *builder) rawValue(k key) string {
	for _, a := range b.rawAttr {
		if a.key == k {
			return string(b.buf[a.start:a.end])
		}
	}
	return ""
}

// add appends a node below the innermost open element.
func (b *builder) add(n node) int32 {
	i := int32(len(b.nodes))
	up := b.stack[len(b.stack)-1]
	n.parent, n.first, n.last, n.next, n.segment = up, -1, -1, -1, -1
	b.nodes = append(b.nodes, n)
	p := &b.nodes[up]
	if p.last >= 0 {
		b.nodes[p.last].next = i
	} else {
		p.first = i
	}
	p.last = i
	return i
}

// start handles a start tag.
func (b *builder) start(closed bool) {
	name, more := b.z.TagName()
	tag := atom.Lookup(name)
	if closed && b.head.xhtml {
		b.z.NextIsNotRawText()
	}
	found := b.attributes(more)
	switch tag {
	case atom.Html, atom.Body, atom.Head:
		b.root(tag, found)
		return
	case atom.Meta:
		b.metaTag(found)
		return
	case atom.Link, atom.Base:
		return
	case atom.Title, atom.Style, atom.Script, atom.Iframe, atom.Noembed, atom.Noframes, atom.Noscript, atom.Textarea:
		if !closed || !b.head.xhtml {
			b.raw, b.rawAttr = tag, found
		}
		return
	case atom.Xmp, atom.Plaintext:
		b.raw = tag
		tag = atom.Pre
	}
	b.implied(tag)
	if tag == 0 || inline(tag) {
		b.reopen()
	}
	n := node{tag: tag, attr: int32(len(b.attrs)), attrs: int32(len(found))}
	if tag == 0 {
		n.tag = atom.Span
	}
	for _, a := range found {
		b.attrs = append(b.attrs, attribute{key: a.key})
		b.spans = append(b.spans, a.span)
	}
	i := b.add(n)
	switch {
	case void(tag) || closed && (b.head.xhtml || tag == 0):
	case len(b.stack) > b.limits.Depth:
		b.over++
	default:
		b.stack = append(b.stack, i)
		if boundary(tag) {
			b.pending = b.pending[:0]
		}
	}
}

// attributes reads the attributes that are asked for; each counts once.
func (b *builder) attributes(more bool) []attrSpan {
	var found []attrSpan
	for more {
		var name, value []byte
		name, value, more = b.z.TagAttr()
		k := keys[string(name)]
		if k == keyNone || slices.ContainsFunc(found, func(a attrSpan) bool { return a.key == k }) {
			continue
		}
		start := int32(len(b.buf))
		b.buf = append(b.buf, value...)
		found = append(found, attrSpan{k, span{start, int32(len(b.buf))}})
	}
	return found
}

// root gives the attributes of <html> and <body> to the root node.
func (b *builder) root(tag atom.Atom, found []attrSpan) {
	for _, a := range found {
		if tag == atom.Html && a.key == keyLang {
			b.head.lang = string(b.buf[a.start:a.end])
		}
	}
	if tag != atom.Body || b.nodes[0].attrs > 0 || len(found) == 0 {
		return
	}
	b.nodes[0].attr, b.nodes[0].attrs = int32(len(b.attrs)), int32(len(found))
	for _, a := range found {
		b.attrs = append(b.attrs, attribute{key: a.key})
		b.spans = append(b.spans, a.span)
	}
}

// maxMeta bounds the metadata of one page.
const maxMeta = 200

func (b *builder) metaTag(found []attrSpan) {
	var name, content string
	for _, a := range found {
		v := string(b.buf[a.start:a.end])
		switch a.key {
		case keyName, keyProperty, keyItemprop:
			if name == "" {
				name = strings.ToLower(strings.TrimSpace(v))
			}
		case keyContent:
			content = collapse(v)
		default:
		}
	}
	if name == "generator" {
		b.head.generator = content
	}
	if name != "" && content != "" && len(b.head.meta) < maxMeta {
		b.head.meta = append(b.head.meta, metaTag{name, content})
	}
}

// reopen opens the formatting again that a block's end cut off, as browsers do:
// <p><font face=".VnTime">one</p><p>two</font>.
func (b *builder) reopen() {
	if len(b.pending) == 0 || b.over > 0 {
		return
	}
	for _, f := range b.pending {
		if len(b.stack) > b.limits.Depth {
			break
		}
		b.stack = append(b.stack, b.add(node{tag: f.tag, attr: f.attr, attrs: f.attrs}))
	}
	b.pending = b.pending[:0]
}
