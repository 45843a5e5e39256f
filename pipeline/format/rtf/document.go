package rtf

import (
	"bytes"
	"context"
	"slices"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// target is where the text of a group goes.
type target uint8

const (
	toText   target = iota
	toMarkup        // of a page that is packed into RTF
	toFonts
	toStyles
	toInfo
	toValue // of one item of the document's information
	toLabel // of a list item
	toField // the code of a field
	toLists
	toLevel // the text of one level of a list
	toUses  // of lists
)

// chars is how characters look.
type chars struct {
	font    *font // nil for the document's usual one
	bold    bool
	hidden  bool
	deleted bool
	raised  bool // as superscript
	packing bool // text for readers of RTF only, in a file that is a packed page
}

// paragraph is what the control words of a paragraph say.
type paragraph struct {
	centre  bool
	table   bool
	depth   int // of tables around it, 0 when not said
	style   int
	outline int // from 1; 0 when not said, noOutline for text
	list    int // the use of a list, 0 for none
	level   int // of the list, from 0
}

// noOutline is above the nine levels of headings.
const noOutline = 10

// group is what an opening brace saves.
type group struct {
	chars
	para   paragraph
	target target
	uc     int // characters that stand for a \u in older programs
	story  *story
	inner  bool   // a row that is described is one of a table inside a table
	item   string // of the document's information
}

// document is one file being read.
type document struct {
	ctx    context.Context
	limits parts.Limits
	data   []byte
	at     int
	utf8   bool // letters that are not escaped are UTF-8

	group
	stack []group
	over  int  // groups open beyond the limit
	star  bool // what begins may be ignored by who does not know it
	skip  int  // characters to come that stand for the \u before

	page   int // the document's code page
	pages  int
	fonts  map[int]*font
	usual  int   // number of the usual font
	naming *font // the entry of the font table that is being read
	styles map[int]int
	meta   map[string]string
	times  map[string]*moment
	clock  *moment

	pending []byte // bytes of a code page, to be decoded together
	lead    rune   // the first half of a surrogate pair
	buf     []byte // text of one look
	look    look
	capture []byte // text that is no part of the document
	label   look   // of the capture
	html    *[]byte
	lists   lists

	body, notes, ends *parts.Builder
	heads, feet       [][]report.Part
	noted, ended      int // foot- and endnotes
	tables            int
	attachments       []report.Blob
	err               error
}

// look is what decides about a run.
type look struct {
	font   string
	bold   bool
	raised bool // as superscript
}

// markup is how much larger a file is than the text in it.
const markup = 4

func newDocument(ctx context.Context, limits parts.Limits, data []byte) *document {
	d := &document{
		ctx: ctx, limits: limits, data: data, page: 1252,
		fonts: make(map[int]*font), styles: make(map[int]int), meta: make(map[string]string), times: make(map[string]*moment),
		body: parts.New(limits.Parts), notes: parts.New(limits.Parts), ends: parts.New(limits.Parts),
	}
	d.body.Grow(min(len(data)/markup, 1<<20)) // of a larger file most is pictures
	d.utf8 = rawUTF8(data)
	d.lists.written = bytes.Contains(data, []byte(`\listtext`)) || bytes.Contains(data, []byte(`\pntext`))
	d.group = group{uc: 1, story: &story{out: d.body}}
	return d
}

// trouble keeps the first trouble, which decides the document's reason.
func (d *document) trouble(err error) {
	if d.err == nil {
		d.err = err
	}
}

// raw puts the stories in the order of reading.
func (d *document) raw() *report.Raw {
	for s := d.story; s != nil; s = s.around {
		d.finish(s)
	}
	full := d.full()
	stories := append(once(d.heads), d.body.Finish(), d.notes.Finish(), d.ends.Finish())
	all := parts.Join(append(stories, once(d.feet)...)...)
	all = slices.DeleteFunc(all, func(p report.Part) bool { // what the placing of cells left empty
		return p.Kind != report.TableCell && len(p.Runs) == 0
	})
	if len(all) > d.limits.Parts {
		all, full = all[:d.limits.Parts], true
	}
	if full {
		d.trouble(d.limits.TooMany())
	}
	return &report.Raw{Media: Media, Meta: d.properties(), Parts: all, Pages: d.pages, Attachments: d.attachments, Err: d.err}
}

func (d *document) full() bool { return d.body.Full() || d.notes.Full() || d.ends.Full() }

// once drops page heads that say the same as one before: each section has its
// own.
func once(all [][]report.Part) [][]report.Part {
	seen := make(map[string]bool, len(all))
	return slices.DeleteFunc(all, func(story []report.Part) bool {
		var text []byte
		for i := range story {
			text = append(append(text, story[i].Text()...), '\n')
		}
		twice := seen[string(text)]
		seen[string(text)] = true
		return twice
	})
}
