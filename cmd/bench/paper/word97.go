package paper

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// Modifiers of characters, paragraphs and tables (MS-DOC 2.6).
const (
	sprmBold      = 0x0835
	sprmSize      = 0x4A43
	sprmFont      = 0x4A4F // of ASCII
	sprmFontAsia  = 0x4A50
	sprmFontOther = 0x4A51
	sprmAlign     = 0x2403
	sprmInTable   = 0x2416
	sprmRowEnd    = 0x2417
	sprmTable     = 0xD608
	sprmRepeated  = 0x3404
	sprmPageWidth = 0xB01F
	sprmPageHigh  = 0xB020
)

const (
	wordText   = 1024   // where the text begins in the main stream
	cellMark   = "\x07" // ends a cell and a row
	paraMark   = "\r"
	fixedNames = 15 // styles that every file has, most of them empty here
	pageBytes  = 512
	verticalOn = 0x20 // a cell that goes on from the row above
	vertical   = 0x60 // a cell that goes on in the row below
)

// writeDoc writes a document of Word 97 (MS-DOC): one piece of text, in bytes
// for the old fonts and UTF-16 otherwise, pages of formats for its characters
// and paragraphs, styles, fonts, one section.
func writeDoc(p *Paper, s Script) ([]byte, error) {
	w := word{script: s}
	for _, k := range p.Blocks {
		w.block(k)
	}
	w.paragraph("", look{}) // a document does not end in a table
	main, table := w.file()
	return compound(stream{"1Table", table}, stream{"WordDocument", main})
}

// look is what a paragraph is formatted with.
type look struct {
	style  uint16
	bold   bool
	centre bool
	cell   bool
	row    []byte // modifiers of the row that the paragraph ends
}

// stretch is a range of the text with its modifiers.
type stretch struct {
	end   int // characters
	style uint16
	list  []byte
}

type word struct {
	script Script
	text   []uint16
	chars  []stretch
	paras  []stretch
}

func (w *word) block(k Block) {
	switch k.Kind {
	case Heading:
		w.paragraph(k.Text, look{style: uint16(k.Level), bold: true})
	case Columns:
		w.table([][]Cell{{paragraphs(k.Left), paragraphs(k.Right)}}, 0, false)
	case Table:
		w.table(k.Rows, k.Header, true)
		w.paragraph("", look{})
	default:
		w.paragraph(k.Text, look{bold: k.Bold, centre: k.Centre})
	}
}

func (w *word) paragraph(text string, l look) {
	for _, r := range w.script.runs(text) {
		w.write(r.text, r.font, l.bold)
	}
	w.end(paraMark, l)
}

func (w *word) write(text, font string, bold bool) {
	w.text = append(w.text, utf16.Encode([]rune(text))...)
	at := uint16(max(slices.Index(w.script.fonts(), font), 0))
	list := sprm16(nil, sprmFont, at)
	list = sprm16(list, sprmFontAsia, at)
	list = sprm16(list, sprmFontOther, at)
	if bold {
		list = append(list, byte(sprmBold&0xFF), sprmBold>>8, 1)
	}
	w.chars = append(w.chars, stretch{end: len(w.text), list: list})
}

// end ends a paragraph, a cell or a row with its mark.
func (w *word) end(mark string, l look) {
	w.write(mark, w.script.font, false)
	var list []byte
	switch {
	case l.centre:
		list = append(list, byte(sprmAlign&0xFF), sprmAlign>>8, 1)
	case !l.cell:
		list = append(list, byte(sprmAlign&0xFF), sprmAlign>>8, 3)
	}
	if l.cell {
		list = append(list, byte(sprmInTable&0xFF), sprmInTable>>8, 1)
	}
	w.paras = append(w.paras, stretch{end: len(w.text), style: l.style, list: append(list, l.row...)})
}

func (w *word) table(rows [][]Cell, header int, borders bool) {
	g := grid(rows)
	share := weights(g)
	for i, row := range g {
		for col := 0; col < len(row); col += row[col].across() {
			s := row[col]
			text := ""
			if s.begins {
				text = s.Text
			}
			lines := strings.Split(text, "\n")
			for n, line := range lines {
				for _, r := range w.script.runs(line) {
					w.write(r.text, r.font, false)
				}
				mark := paraMark
				if n == len(lines)-1 {
					mark = cellMark
				}
				w.end(mark, look{cell: true, centre: i < header || !borders})
			}
		}
		w.end(cellMark, look{cell: true, row: rowEnd(row, share, i < header, borders)})
	}
}

// rowEnd is what the mark of a row says: how wide its cells are and how they
// are merged.
func rowEnd(row []slot, share []float64, repeated, borders bool) []byte {
	out := []byte{byte(sprmRowEnd & 0xFF), sprmRowEnd >> 8, 1}
	if repeated {
		out = append(out, byte(sprmRepeated&0xFF), sprmRepeated>>8, 1)
	}
	var edges, cells []byte
	edges = binary.LittleEndian.AppendUint16(edges, 0)
	right, n := 0.0, 0
	for col := 0; col < len(row); col += row[col].across() {
		s := row[col]
		for i := range s.across() {
			right += share[col+i]
		}
		n++
		edges = binary.LittleEndian.AppendUint16(edges, uint16(right*pageWidth))
		cell := make([]byte, 20)
		switch {
		case s.below:
			cell[0] = verticalOn
		case s.Cell != nil && s.Down > 1:
			cell[0] = vertical
		}
		if borders {
			for side := range 4 {
				copy(cell[4+4*side:], []byte{4, 1, 1, 0}) // half a point, single, black
			}
		}
		cells = append(cells, cell...)
	}
	out = append(out, byte(sprmTable&0xFF), sprmTable>>8)
	out = binary.LittleEndian.AppendUint16(out, uint16(1+len(edges)+len(cells)+1))
	out = append(out, byte(n))
	return append(append(out, edges...), cells...)
}

func sprm16(list []byte, sprm, value uint16) []byte {
	list = binary.LittleEndian.AppendUint16(list, sprm)
	return binary.LittleEndian.AppendUint16(list, value)
}

// file returns the main stream and the table stream.
func (w *word) file() (main, table []byte) {
	wide := !w.script.byFont()
	size := 1
	if wide {
		size = 2
	}
	main = make([]byte, wordText)
	for _, u := range w.text {
		if wide {
			main = binary.LittleEndian.AppendUint16(main, u)
			continue
		}
		b, ok := charmap.Windows1252.EncodeRune(rune(u))
		if !ok {
			b = byte(u)
		}
		main = append(main, b)
	}
	end := len(main)
	place := func(char int) uint32 { return uint32(wordText + size*char) }
	main = padded(main, pageBytes)
	var f fibTable
	chars := pages(w.chars, place, &main, charPage)
	paras := pages(w.paras, place, &main, paraPage)
	section := len(main)
	sepx := sprm16(sprm16(nil, sprmPageWidth, 11906), sprmPageHigh, 16838)
	main = append(binary.LittleEndian.AppendUint16(main, uint16(len(sepx))), sepx...)

	le := binary.LittleEndian
	table = f.put(table, 1, w.styles())
	table = f.put(table, 6, sections(len(w.text), section))
	table = f.put(table, 12, chars)
	table = f.put(table, 13, paras)
	table = f.put(table, 15, w.fontTable())
	table = f.put(table, 31, make([]byte, 500)) // properties of the document: all as usual
	table = f.put(table, 33, pieces(len(w.text), wide))

	le.PutUint16(main[0:], 0xA5EC)
	le.PutUint16(main[2:], 0xC1)          // Word 97
	le.PutUint16(main[6:], 0x042A)        // Vietnamese
	le.PutUint16(main[10:], 0x0200|1<<12) // 1Table, letters beyond bytes
	le.PutUint16(main[12:], 0xBF)
	le.PutUint32(main[24:], wordText)
	le.PutUint32(main[28:], uint32(end))
	le.PutUint16(main[32:], 14)
	le.PutUint16(main[62:], 22)
	le.PutUint32(main[64:], uint32(len(main)))
	le.PutUint32(main[76:], uint32(len(w.text)))
	le.PutUint16(main[152:], 93)
	copy(main[154:], f.places[:])
	return main, table
}

// fibTable lists where the structures of the table stream lie.
type fibTable struct{ places [93 * 8]byte }

func (f *fibTable) put(table []byte, at int, data []byte) []byte {
	binary.LittleEndian.PutUint32(f.places[8*at:], uint32(len(table)))
	binary.LittleEndian.PutUint32(f.places[8*at+4:], uint32(len(data)))
	return padded(append(table, data...), 4)
}

func padded(data []byte, size int) []byte {
	for len(data)%size != 0 {
		data = append(data, 0)
	}
	return data
}

// charPage and paraPage return the bytes of a stretch's format on a page, and
// how many bytes its entry takes beside its place.
func charPage(s stretch) (entry int, format []byte) {
	return 1, append([]byte{byte(len(s.list))}, s.list...)
}

func paraPage(s stretch) (entry int, format []byte) {
	body := append(binary.LittleEndian.AppendUint16(nil, s.style), s.list...)
	if len(body)%2 == 0 {
		return 13, append([]byte{0, byte(len(body) / 2)}, body...)
	}
	return 13, append([]byte{byte((len(body) + 1) / 2)}, body...)
}

// pages writes the formats of stretches into pages of the main stream, each of
// which begins with the places and ends with their number, and returns the list
// of the pages. Stretches of one format share its bytes.
func pages(all []stretch, place func(int) uint32, main *[]byte, format func(stretch) (int, []byte)) []byte {
	var firsts, numbers []uint32
	start := 0
	for len(all) > 0 {
		var places []uint32
		var entries []byte
		body := make([]byte, pageBytes)
		low := pageBytes - 1
		kept := map[string]int{}
		n := 0
		for n < len(all) {
			entry, f := format(all[n])
			at, known := kept[string(f)]
			need := low
			if !known {
				need = (low - len(f)) &^ 1
			}
			if 4*(n+2)+entry*(n+1) > need {
				break
			}
			if !known {
				low, at = need, need/2
				copy(body[low:], f)
				kept[string(f)] = at
			}
			places = append(places, place(start))
			entries = append(entries, byte(at))
			entries = append(entries, make([]byte, entry-1)...)
			start = all[n].end
			n++
		}
		firsts = append(firsts, places[0])
		numbers = append(numbers, uint32(len(*main)/pageBytes))
		var b bytes.Buffer
		for _, p := range append(places, place(start)) {
			_ = binary.Write(&b, binary.LittleEndian, p) // a buffer takes everything
		}
		b.Write(entries)
		copy(body, b.Bytes())
		body[pageBytes-1] = byte(n)
		*main = append(*main, body...)
		all = all[n:]
	}
	var out []byte
	for _, f := range append(firsts, place(start)) {
		out = binary.LittleEndian.AppendUint32(out, f)
	}
	for _, n := range numbers {
		out = binary.LittleEndian.AppendUint32(out, n)
	}
	return out
}

// pieces is the piece table, of one piece.
func pieces(chars int, wide bool) []byte {
	place := uint32(wordText)
	if !wide {
		place = wordText*2 | 1<<30
	}
	var plc []byte
	plc = binary.LittleEndian.AppendUint32(plc, 0)
	plc = binary.LittleEndian.AppendUint32(plc, uint32(chars))
	plc = append(plc, 0, 0)
	plc = binary.LittleEndian.AppendUint32(plc, place)
	plc = append(plc, 0, 0)
	return append(binary.LittleEndian.AppendUint32([]byte{2}, uint32(len(plc))), plc...)
}

// sections is the list of sections, of one section.
func sections(chars, place int) []byte {
	var out []byte
	out = binary.LittleEndian.AppendUint32(out, 0)
	out = binary.LittleEndian.AppendUint32(out, uint32(chars))
	out = append(out, 0, 0)
	out = binary.LittleEndian.AppendUint32(out, uint32(place))
	return append(out, make([]byte, 6)...)
}

func (w *word) fontTable() []byte {
	var out []byte
	out = binary.LittleEndian.AppendUint16(out, uint16(len(w.script.fonts())))
	out = append(out, 0, 0)
	for _, name := range w.script.fonts() {
		f := make([]byte, 39)
		f[0] = 0x16                               // variable width, TrueType, with serifs
		binary.LittleEndian.PutUint16(f[1:], 400) // weight
		for _, u := range utf16.Encode([]rune(name + "\x00")) {
			f = binary.LittleEndian.AppendUint16(f, u)
		}
		out = append(append(out, byte(len(f))), f...)
	}
	return out
}

// styles is the style sheet: Normal, three headings, the font of paragraphs.
func (w *word) styles() []byte {
	le := binary.LittleEndian
	info := make([]byte, 18)
	le.PutUint16(info[0:], fixedNames)
	le.PutUint16(info[2:], 10) // bytes of a style's base
	le.PutUint16(info[4:], 1)  // names are written
	le.PutUint16(info[6:], 0x5B)
	le.PutUint16(info[8:], fixedNames)
	out := append(le.AppendUint16(nil, uint16(len(info))), info...)
	names := [fixedNames]string{0: "Normal", 1: "heading 1", 2: "heading 2", 3: "heading 3", 10: "Default Paragraph Font"}
	for i, name := range names {
		if name == "" {
			out = le.AppendUint16(out, 0)
			continue
		}
		s := style(i, name)
		out = append(le.AppendUint16(out, uint16(len(s))), s...)
	}
	return out
}

func style(i int, name string) []byte {
	const none = 0xFFF
	kind, base, number, formats := 1, 0, i, 2 // a paragraph's style on Normal
	switch i {
	case 0:
		base = none
	case 10:
		kind, base, number, formats = 2, none, 65, 1
	}
	le := binary.LittleEndian
	var s []byte
	s = le.AppendUint16(s, uint16(number))
	s = le.AppendUint16(s, uint16(kind|base<<4))
	s = le.AppendUint16(s, uint16(formats|i<<4))
	s = append(s, 0, 0, 0, 0)
	units := utf16.Encode([]rune(name))
	s = le.AppendUint16(s, uint16(len(units)))
	for _, u := range append(units, 0) {
		s = le.AppendUint16(s, u)
	}
	if kind == 1 {
		para := le.AppendUint16(nil, uint16(i))
		if i > 0 {
			para = append(para, 0x40, 0x26, byte(i-1)) // the level of its outline
		}
		s = padded(append(le.AppendUint16(s, uint16(len(para))), para...), 2)
	}
	var char []byte
	if i == 0 {
		char = sprm16(char, sprmSize, 28)
	}
	return padded(append(le.AppendUint16(s, uint16(len(char))), char...), 2)
}
