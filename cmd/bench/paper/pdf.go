package paper

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"codeberg.org/go-pdf/fpdf"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifregular"
)

// The page, in millimetres, as the rules for documents of the Party have it.
const (
	pdfTop, pdfRight, pdfBottom, pdfLeft = 20, 15, 20, 30
	pdfLine                              = 6.2
	pdfSize                              = 13 // points
	pdfSmall                             = 10 // points, in tables
	pdfSmallLine                         = 4.8
	pdfPad                               = 1.0
)

// writePDF sets a paper as pages with a text layer. The old scripts have their
// fonts by name only: the letters are those of Windows-1252, as programs put
// them into files whose fonts they did not understand.
func writePDF(p *Paper, s Script) ([]byte, error) {
	f := fpdf.New("P", "mm", "A4", "")
	f.SetCreationDate(p.Saved.UTC())
	f.SetModificationDate(p.Saved.UTC())
	f.SetCatalogSort(true)
	w := pdf{Fpdf: f, script: s, widths: map[run]float64{}}
	for _, name := range s.fonts() {
		f.AddUTF8FontFromBytes(pdfFamily(name), "", liberationserifregular.TTF)
	}
	if !s.byFont() {
		f.SetTitle(p.Title, true)
		f.AddUTF8FontFromBytes(pdfFamily(s.font), "B", liberationserifbold.TTF)
	}
	f.SetMargins(pdfLeft, pdfTop, pdfRight)
	f.SetAutoPageBreak(false, 0)
	pageWidth, pageHeight := f.GetPageSize()
	w.left, w.width, w.bottom = pdfLeft, pageWidth-pdfLeft-pdfRight, pageHeight-pdfBottom
	w.page()
	for _, k := range p.Blocks {
		w.block(k)
	}
	var b bytes.Buffer
	if err := f.Output(&b); err != nil {
		return nil, err
	}
	return oldNames(b.Bytes(), s), nil
}

// pdfFamily is the name by which a font is known to the library, which puts
// "utf8" before it in the file.
func pdfFamily(font string) string { return strings.ToLower("123" + font) }

// oldNames writes the names of the fonts as subsets of them are named. They are
// as long as those of the library, so that every place in the file stays right.
func oldNames(data []byte, s Script) []byte {
	for _, name := range s.fonts() {
		data = bytes.ReplaceAll(data, []byte("utf8"+pdfFamily(name)), []byte("ABCDEF+"+name))
	}
	return data
}

type pdf struct {
	*fpdf.Fpdf
	script              Script
	left, width, bottom float64
	y                   float64
	pages               int
	size                float64
	style               string
	widths              map[run]float64 // of words, at size 1
}

func (w *pdf) page() {
	w.AddPage()
	w.y = pdfTop
	if w.pages++; w.pages > 1 { // the first page has no number
		size, style := w.size, w.style
		w.look(pdfSize, "")
		w.line([]pdfWord{{runs: []run{{strconv.Itoa(w.pages), w.script.font}}}}, w.left, w.width, pdfTop-5, true)
		w.look(size, style)
	}
}

// look sets size and style of what follows.
func (w *pdf) look(size float64, style string) {
	if w.script.byFont() { // their bold fonts have names of their own
		style = ""
	}
	if size != w.size || style != w.style {
		w.size, w.style = size, style
		clear(w.widths)
	}
}

// room makes sure that a height is left on the page.
func (w *pdf) room(height float64) {
	if w.y+height > w.bottom {
		w.page()
	}
}

func (w *pdf) block(k Block) {
	switch k.Kind {
	case Columns:
		w.columns(k)
	case Table:
		w.table(k)
	default:
		style := ""
		if k.Bold || k.Kind == Heading {
			style = "B"
		}
		w.look(pdfSize, style)
		for _, line := range w.lines(k.Text, w.width) {
			w.room(pdfLine)
			w.line(line, w.left, w.width, w.y, k.Centre)
			w.y += pdfLine
		}
		w.y += 1.5
	}
}

func (w *pdf) columns(k Block) {
	w.look(pdfSize, "")
	half := w.width / 2
	w.room(pdfLine * float64(max(len(k.Left), len(k.Right))))
	down := w.y
	for i, side := range [][]string{k.Left, k.Right} {
		y := w.y
		for _, text := range side {
			for _, line := range w.lines(text, half-4) {
				w.line(line, w.left+float64(i)*half, half, y, true)
				y += pdfLine
			}
		}
		down = max(down, y)
	}
	w.y = down + 3
}

// pdfWord is what stands between two spaces.
type pdfWord struct {
	runs  []run
	width float64
}

// lines breaks a text into lines that fit a width.
func (w *pdf) lines(text string, width float64) [][]pdfWord {
	space := w.measure(run{" ", w.script.font})
	var out [][]pdfWord
	var line []pdfWord
	used := 0.0
	for field := range strings.FieldsSeq(text) {
		word := pdfWord{runs: w.script.runs(field)}
		if w.script.capitals != "" && strings.ToUpper(text) == text { // the whole line is in capitals
			word.runs = []run{{w.script.look(w.script.encoding.Capitals(), field), w.script.capitals}}
		}
		for _, r := range word.runs {
			word.width += w.measure(r)
		}
		if len(line) > 0 && used+space+word.width > width {
			out, line, used = append(out, line), nil, 0
		}
		if len(line) > 0 {
			used += space
		}
		line, used = append(line, word), used+word.width
	}
	if len(line) > 0 {
		out = append(out, line)
	}
	return out
}

func (w *pdf) measure(r run) float64 {
	width, known := w.widths[r]
	if !known {
		w.SetFont(pdfFamily(r.font), w.style, w.size)
		width = w.GetStringWidth(r.text)
		w.widths[r] = width
	}
	return width
}

// line draws words with one space between them; runs of one font at once.
func (w *pdf) line(words []pdfWord, left, width, y float64, centre bool) {
	var runs []run
	total := 0.0
	for i, word := range words {
		for j, r := range word.runs {
			if i > 0 && j == 0 {
				r.text = " " + r.text
			}
			if n := len(runs); n > 0 && runs[n-1].font == r.font {
				runs[n-1].text += r.text
				continue
			}
			runs = append(runs, r)
		}
	}
	for _, r := range runs {
		w.SetFont(pdfFamily(r.font), w.style, w.size)
		total += w.GetStringWidth(r.text)
	}
	x := left
	if centre {
		x += (width - total) / 2
	}
	for _, r := range runs {
		w.SetFont(pdfFamily(r.font), w.style, w.size)
		w.Text(x, y+w.size*0.3528*0.9, r.text) // the base line: a point is 0.3528 mm
		x += w.GetStringWidth(r.text)
	}
}

// table draws bands of rows that cells tie together; the head again on every
// page.
func (w *pdf) table(k Block) {
	w.look(pdfSmall, "")
	g := grid(k.Rows)
	share := weights(g)
	for first := 0; first < len(g); {
		last := first + 1
		for last < len(g) && slices.ContainsFunc(g[last], func(s slot) bool { return s.below }) {
			last++
		}
		band := g[first:last]
		heights, total := w.heights(band, share)
		if w.y+total > w.bottom {
			w.page()
			if first >= k.Header && k.Header > 0 {
				head, high := w.heights(g[:k.Header], share)
				w.band(g[:k.Header], head, share, true)
				w.y += high
			}
		}
		w.band(band, heights, share, first < k.Header)
		w.y += total
		first = last
	}
	w.y += 3
}

func (w *pdf) cellWidth(s slot, share []float64, col int) float64 {
	width := 0.0
	for i := range s.across() {
		width += share[col+i] * w.width
	}
	return width
}

func (w *pdf) heights(rows [][]slot, share []float64) (out []float64, total float64) {
	for _, row := range rows {
		high := pdfSmallLine
		for col, s := range row {
			if s.begins && s.Down <= 1 {
				high = max(high, pdfSmallLine*float64(len(w.lines(s.Text, w.cellWidth(s, share, col)-2*pdfPad))))
			}
		}
		out = append(out, high+2*pdfPad)
		total += high + 2*pdfPad
	}
	// What a cell over several rows needs more is given to the last of them.
	for r, row := range rows {
		for col, s := range row {
			if !s.begins || s.Down <= 1 {
				continue
			}
			need := pdfSmallLine*float64(len(w.lines(s.Text, w.cellWidth(s, share, col)-2*pdfPad))) + 2*pdfPad
			have := 0.0
			end := min(r+s.Down, len(out))
			for _, h := range out[r:end] {
				have += h
			}
			if need > have {
				out[end-1] += need - have
				total += need - have
			}
		}
	}
	return out, total
}

func (w *pdf) band(rows [][]slot, heights, share []float64, centre bool) {
	y := w.y
	for r, row := range rows {
		x := w.left
		for col, s := range row {
			if s.begins || s.Cell == nil {
				width, high := w.cellWidth(s, share, col), heights[r]
				for i := 1; s.Cell != nil && i < s.Down && r+i < len(heights); i++ {
					high += heights[r+i]
				}
				w.Rect(x, y, width, high, "D")
				if s.begins {
					for i, line := range w.lines(s.Text, width-2*pdfPad) {
						w.line(line, x+pdfPad, width-2*pdfPad, y+pdfPad+float64(i)*pdfSmallLine, centre)
					}
				}
			}
			x += share[col] * w.width
		}
		y += heights[r]
	}
}
