package pdf

import (
	"bytes"
	"context"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/format/pdf/cos"
	"github.com/tongket/tongket/pipeline/report"
)

// direct reads a file without PDFium: a sound one, made by a program, with fonts
// that say what their letters mean and how wide they are, and nothing on it but
// text, lines and pictures. That is what office programs write, and it takes a
// fraction of PDFium's time, which looks at the outline of each letter. Whatever
// else is in a file ends in errUnsure or in an error of package cos, and PDFium
// reads the whole of it: both must tell the same.
type direct struct {
	*cos.File
	*room
	ctx    context.Context
	limits Limits
	fonts  []layout.Font
	known  map[int]*textFont // by object
	seen   int               // characters so far
}

// room is what pages are read into, kept from file to file.
type room struct {
	glyphs  []glyph
	rules   []segment
	laid    []layout.Glyph
	content content
	stream  []byte // of the page
	table   []byte // of a font's meanings
}

var rooms = sync.Pool{New: func() any { return &room{} }}

// readDirect reads a file; an error says that it is for PDFium.
func readDirect(ctx context.Context, data []byte, limits Limits) (*report.Raw, error) {
	if cut(data) {
		return nil, errUnsure
	}
	f, err := cos.Open(data)
	if err != nil {
		return nil, err
	}
	r, ok := rooms.Get().(*room)
	if !ok {
		return nil, errUnsure
	}
	d := &direct{File: f, room: r, ctx: ctx, limits: limits, known: map[int]*textFont{}}
	defer d.tidy()
	return d.read()
}

// tidy gives the room back, unless an unusual page made it large.
func (d *direct) tidy() {
	const usual = 50_000   // characters; a page of text has 2,000 to 5,000
	const packed = 1 << 20 // bytes; a page has some 10 kB
	if max(cap(d.stream), cap(d.table)) > packed || cap(d.glyphs) > usual || cap(d.laid) > usual || cap(d.rules) > usual {
		return
	}
	rooms.Put(d.room)
}

func (d *direct) read() (*report.Raw, error) {
	root, err := d.Get(d.Trailer, "Root")
	if err != nil {
		return nil, err
	}
	if err := d.plain(root.Dict()); err != nil {
		return nil, err
	}
	raw := &report.Raw{Media: Media}
	if raw.Meta, err = d.meta(); err != nil {
		return nil, err
	}
	sheets, err := d.sheets(root.Dict())
	if err != nil {
		return nil, err
	}
	raw.Pages = len(sheets)
	out := layout.New()
	var marks []report.Part
	for i := range sheets {
		p, err := d.readPage(&sheets[i])
		if err != nil {
			return nil, err
		}
		if p.scanned(d.fonts) {
			return nil, errUnsure
		}
		out.Fonts(d.fonts)
		pages, scratch := p.pages(i+1, d.laid)
		d.laid = scratch
		for _, lp := range pages {
			out.Page(lp)
		}
		if mark, ok := p.watermark(i + 1); ok {
			marks = append(marks, mark)
		}
	}
	raw.Parts = append(out.Parts(), marks...)
	if len(raw.Parts) == 0 {
		return nil, errUnsure
	}
	return raw, nil
}

// plain makes sure that a document is no form and has nothing attached.
func (d *direct) plain(root cos.Dict) error {
	if root.Get("AcroForm").Kind != cos.Null {
		return errUnsure
	}
	names, err := d.Get(root, "Names")
	if err != nil {
		return err
	}
	files, err := d.Get(names.Dict(), "EmbeddedFiles")
	if err != nil {
		return err
	}
	list, err := d.Get(files.Dict(), "Names")
	if err != nil || len(list.List()) > 0 || files.Dict().Get("Kids").Kind != cos.Null {
		return errUnsure
	}
	return nil
}

// meta reads the information dictionary.
func (d *direct) meta() ([]report.Meta, error) {
	info, err := d.Get(d.Trailer, "Info")
	if err != nil {
		return nil, err
	}
	var out []report.Meta
	for _, k := range metaKeys {
		v, err := d.Get(info.Dict(), k.pdf)
		if err != nil {
			return nil, err
		}
		if v.Kind == cos.Null {
			continue
		}
		text, err := textOf(v)
		if err != nil {
			return nil, err
		}
		if value := k.tell(text); value != "" {
			out = append(out, report.Meta{Key: k.key, Value: value})
		}
	}
	return out, nil
}

// textOf reads a string that is a text: ASCII or UTF-16.
func textOf(v cos.Value) (string, error) {
	if v.Kind != cos.String {
		return "", errUnsure
	}
	b := v.Bytes
	if !bytes.HasPrefix(b, []byte{0xfe, 0xff}) {
		for _, c := range b {
			if c < ' ' || c > '~' {
				return "", errUnsure
			}
		}
		return string(b), nil
	}
	b = b[2:]
	if len(b)%2 != 0 {
		return "", errUnsure
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i < len(b); i += 2 {
		u := uint16(b[i])<<8 | uint16(b[i+1])
		if u < ' ' {
			return "", errUnsure
		}
		units = append(units, u)
	}
	return string(utf16.Decode(units)), nil
}

// directPage is a page that is to be read.
type directPage struct {
	sheet     sheet
	contents  cos.Value
	resources cos.Dict
}

// inherited is what pages take from the groups above them.
type inherited struct {
	media, crop cos.Value
	resources   cos.Value
}

// sheets returns the pages in order.
func (d *direct) sheets(root cos.Dict) ([]directPage, error) {
	top, err := d.Get(root, "Pages")
	if err != nil {
		return nil, err
	}
	count, err := d.Get(top.Dict(), "Count")
	if err != nil || !count.Whole || count.Int < 1 || count.Int > d.limits.Pages {
		return nil, errUnsure
	}
	var out []directPage
	if err := d.group(top.Dict(), inherited{}, 0, &out); err != nil {
		return nil, err
	}
	if len(out) != count.Int {
		return nil, errUnsure
	}
	return out, nil
}

// group adds the pages of a group.
func (d *direct) group(node cos.Dict, above inherited, depth int, out *[]directPage) error {
	const deep = 32
	if depth > deep || len(*out) > d.limits.Pages {
		return errUnsure
	}
	for key, to := range map[string]*cos.Value{"MediaBox": &above.media, "CropBox": &above.crop, "Resources": &above.resources} {
		if v, err := d.Get(node, key); err != nil {
			return err
		} else if v.Kind != cos.Null {
			*to = v
		}
	}
	kids, err := d.Get(node, "Kids")
	if err != nil {
		return err
	}
	if kids.Kind != cos.Array {
		return d.addPage(node, above, out)
	}
	for _, kid := range kids.List() {
		v, err := d.Resolve(kid)
		if err != nil || v.Kind != cos.Dictionary {
			return errUnsure
		}
		if err := d.group(v.Dict(), above, depth+1, out); err != nil {
			return err
		}
	}
	return nil
}

func (d *direct) addPage(node cos.Dict, above inherited, out *[]directPage) error {
	if !node.Get("Type").Is("Page") || node.Get("UserUnit").Kind != cos.Null {
		return errUnsure
	}
	if err := d.noted(node); err != nil {
		return err
	}
	s, err := d.sheetFrom(above)
	if err != nil {
		return err
	}
	*out = append(*out, directPage{s, node.Get("Contents"), above.resources.Dict()})
	return nil
}

// noted makes sure that nothing is typed onto a page.
func (d *direct) noted(node cos.Dict) error {
	list, err := d.Get(node, "Annots")
	if err != nil {
		return err
	}
	for _, a := range list.List() {
		v, err := d.Resolve(a)
		if err != nil {
			return err
		}
		kind, err := d.Get(v.Dict(), "Subtype")
		if err != nil || !kind.Is("Link") {
			return errUnsure
		}
	}
	return nil
}

// sheetFrom is the part of a page that shows: the crop box within the media box.
func (d *direct) sheetFrom(above inherited) (sheet, error) {
	media, err := d.rectangle(above.media)
	if err != nil {
		return sheet{}, err
	}
	if above.crop.Kind != cos.Null {
		crop, err := d.rectangle(above.crop)
		if err != nil {
			return sheet{}, err
		}
		media = [4]float32{max(media[0], crop[0]), max(media[1], crop[1]), min(media[2], crop[2]), min(media[3], crop[3])}
	}
	if media[2] <= media[0] || media[3] <= media[1] {
		return sheet{}, errUnsure
	}
	return sheet{left: media[0], top: media[3], width: media[2] - media[0], height: media[3] - media[1]}, nil
}

// rectangle reads a box: left, bottom, right, top.
func (d *direct) rectangle(v cos.Value) ([4]float32, error) {
	var r [4]float32
	if len(v.List()) != len(r) {
		return r, errUnsure
	}
	for i, n := range v.List() {
		n, err := d.Resolve(n)
		if err != nil || n.Kind != cos.Number {
			return r, errUnsure
		}
		r[i] = n.Num
	}
	return [4]float32{min(r[0], r[2]), min(r[1], r[3]), max(r[0], r[2]), max(r[1], r[3])}, nil
}

// readPage reads the text, lines and pictures of a page.
func (d *direct) readPage(s *directPage) (*page, error) {
	p := &page{sheet: s.sheet, glyphs: d.glyphs[:0], rules: d.rules[:0]}
	data, err := d.contents(s.contents)
	if err != nil {
		return nil, err
	}
	old := &d.room.content
	c := &content{direct: d, page: p, resources: s.resources, named: map[string]*textFont{}, kept: old.kept[:0], path: old.path[:0], operands: old.operands[:0]}
	c.tail.clear()
	for i := range c.recent {
		c.recent[i].codes = old.recent[i].codes[:0]
	}
	err = c.run(data)
	d.glyphs, d.rules = p.glyphs, p.rules
	d.room.content = content{kept: c.kept, path: c.path, operands: c.operands, recent: c.recent}
	return p, err
}

// contents returns the content of a page, until the next page is read: one stream,
// or several that are read as one.
func (d *direct) contents(v cos.Value) ([]byte, error) {
	got, err := d.Resolve(v)
	if err != nil {
		return nil, err
	}
	list := got.List()
	switch got.Kind {
	case cos.Null:
		return nil, nil
	case cos.Dictionary:
		list = []cos.Value{v}
	case cos.Array:
	default:
		return nil, errUnsure
	}
	all := d.room.stream[:0]
	for i, part := range list {
		if i > 0 {
			all = append(all, ' ')
		}
		if all, err = d.AppendStream(all, part); err != nil {
			return nil, err
		}
	}
	d.room.stream = all
	return all, nil
}

// fontOf returns the font of a resource.
func (d *direct) fontOf(ref cos.Value) (*textFont, error) {
	if ref.Kind != cos.Reference {
		return nil, errUnsure
	}
	if f := d.known[ref.Int]; f != nil {
		return f, nil
	}
	f, err := d.loadFont(ref)
	if err != nil {
		return nil, err
	}
	d.known[ref.Int] = f
	return f, nil
}

// tell returns a value as report has it.
func (k metaKey) tell(value string) string {
	value = strings.TrimSpace(value)
	if k.key == "created" || k.key == "modified" {
		return date(value)
	}
	return value
}
