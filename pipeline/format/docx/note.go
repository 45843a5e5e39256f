package docx

import (
	"slices"
	"strconv"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/report"
)

// notes are the foot- or endnotes that the text refers to, in its order.
type notes struct {
	ids    []string
	number map[string]int
}

func (n *notes) refer(id string) {
	if n.number == nil {
		n.number = make(map[string]int)
	}
	if n.number[id] == 0 {
		n.ids = append(n.ids, id)
		n.number[id] = len(n.ids)
	}
}

// readNotes reads the notes that are referred to, footnotes before endnotes.
// They stand after the body.
func (d *document) readNotes(rels []ooxml.Relation) {
	d.readNotesOf(&d.notes[0], part(rels, "footnotes", "word/footnotes.xml"), "footnote", strconv.Itoa)
	d.readNotesOf(&d.notes[1], part(rels, "endnotes", "word/endnotes.xml"), "endnote", glyph.Roman)
}

func (d *document) readNotesOf(n *notes, name, element string, label func(int) string) {
	if len(n.ids) == 0 {
		return
	}
	s, err := d.pkg.XML(name)
	d.trouble(err)
	if s == nil {
		return
	}
	defer func() { d.trouble(s.Err()) }()
	if !s.Child() {
		return
	}
	w := &walker{document: d, s: s, rels: d.pkg.Relations(name)}
	for s.Child() {
		number := n.number[s.Value("id")]
		if string(s.Name()) != element || number == 0 || s.Is("type", "separator") || s.Is("type", "continuationSeparator") {
			s.Skip()
			continue
		}
		first := d.out.Len()
		w.fields = fields{}
		w.blocks(place{kind: report.Footnote})
		if first < d.out.Len() {
			d.out.At(first).Label = label(number)
		}
	}
}

// embeddable are documents that are read as inputs of their own when they are
// embedded: what lies under a chart or a picture is not among them.
var embeddable = []string{".docx", ".docm", ".doc", ".xlsx", ".xlsm", ".xls", ".rtf", ".odt", ".ods", ".pdf"}

// embedded keeps the document behind an embedded object.
func (w *walker) embedded(id string) {
	r, ok := w.relation(id)
	if !ok || !slices.Contains(embeddable, extension(r.Target)) {
		return
	}
	data, err := w.pkg.Read(w.ctx, r.Target)
	if err != nil {
		w.trouble(err)
		return
	}
	if len(data) > 0 {
		w.attach(r.Target, data)
	}
}
