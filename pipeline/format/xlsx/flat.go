package xlsx

import (
	"context"
	"strconv"
	"strings"
	"time"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/format/sheet"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// MediaFlat is the media type of an Excel workbook that is one XML file, as
// Excel 2003 and many accounting programs write it, often named .xls.
const MediaFlat = "application/vnd.ms-excel.2003+xml"

// flatBook is a workbook in one XML file being read.
type flatBook struct {
	ctx    context.Context
	limits parts.Limits
	s      *xmlx.Scanner
	styles map[string]cellFormat

	cells   int
	shown   int64
	out     *parts.Builder
	tables  int
	meta    []report.Meta
	remarks []report.Note
	err     error
}

// readFlat reads a workbook in one XML file.
func (r *Reader) readFlat(ctx context.Context, data []byte) (*report.Raw, error) {
	limits := r.config.Limits
	if int64(len(data)) > limits.Part {
		return nil, report.Becausef(report.TooLarge, "xml of %d bytes, more than %d", len(data), limits.Part)
	}
	b := &flatBook{
		ctx: ctx, limits: limits, s: xmlx.New(ctx, xmlx.Decode(data), limits.Depth),
		styles: make(map[string]cellFormat), out: parts.New(limits.Parts),
	}
	if !b.s.Child() || string(b.s.Name()) != "Workbook" {
		return nil, report.Becausef(report.Damaged, "not a workbook")
	}
	b.walk()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw := &report.Raw{Media: MediaFlat, Meta: b.meta, Parts: b.out.Finish(), Notes: b.remarks, Err: b.s.Err()}
	if raw.Err == nil {
		raw.Err = b.err
	}
	if len(raw.Parts) == 0 && raw.Err != nil {
		return nil, raw.Err
	}
	return raw, nil
}

func (b *flatBook) walk() {
	for b.s.Child() {
		switch string(b.s.Name()) {
		case "DocumentProperties":
			b.properties()
		case "Styles":
			for b.s.Child() {
				b.style()
			}
		case "Worksheet":
			b.sheet()
		default:
			b.s.Skip()
		}
	}
}

func (b *flatBook) properties() {
	keys := map[string]string{"Title": "title", "Subject": "subject", "Author": "author", "Created": "created", "LastSaved": "modified", "Company": "company"}
	for b.s.Child() {
		key := keys[string(b.s.Name())]
		text := strings.ToValidUTF8(strings.TrimSpace(string(b.s.Content(nil))), "\ufffd")
		if key != "" && text != "" {
			b.meta = append(b.meta, report.Meta{Key: key, Value: text})
		}
	}
}

// named are the formats that have a name instead of a code.
var named = map[string]string{
	"General Number": "", "General Date": "dd/mm/yyyy h:mm", "Long Date": "dd/mm/yyyy", "Medium Date": "dd/mm/yyyy", "Short Date": "dd/mm/yyyy",
	"Long Time": "h:mm:ss", "Medium Time": "h:mm", "Short Time": "h:mm", "Fixed": "0.00", "Standard": "#,##0.00", "Percent": "0.00%",
	"Currency": "#,##0.00", "Euro Currency": "#,##0.00", "Scientific": "0.00E+00",
}

// style reads one <Style>, on top of the one that it is made from.
func (b *flatBook) style() {
	id := b.s.Value("ID")
	c, ok := b.styles[b.s.Value("Parent")]
	if !ok {
		if c, ok = b.styles["Default"]; !ok {
			c = cellFormat{number: general}
		}
	}
	for b.s.Child() {
		switch string(b.s.Name()) {
		case "Font":
			if name, ok := b.s.Attr("FontName"); ok {
				c.font.name = strings.ToValidUTF8(name, "\ufffd")
			}
			if bold, ok := b.s.Attr("Bold"); ok {
				c.font.bold = bold == "1"
			}
		case "Alignment":
			c.centre = b.s.Is("Horizontal", "Center")
		case "NumberFormat":
			code, ok := b.s.Attr("Format")
			if name, known := named[code]; known {
				code = name
			}
			if ok {
				n := sheet.ParseFormat(code)
				c.number = &n
			}
		}
		b.s.Skip()
	}
	b.styles[id] = c
}

func (b *flatBook) sheet() {
	grid := &sheet.Grid{Name: strings.ToValidUTF8(b.s.Value("Name"), "\ufffd")}
	hidden := false
	for b.s.Child() {
		switch string(b.s.Name()) {
		case "Table":
			b.rows(grid)
		case "WorksheetOptions":
			hidden = b.options(grid)
		default:
			b.s.Skip()
		}
	}
	before := b.out.Len()
	b.tables++
	thin, err := grid.Write(b.ctx, b.out, b.tables)
	if b.err == nil {
		b.err = err
	}
	if thin {
		b.remarks = append(b.remarks, sparseNote(grid.Name))
	}
	if hidden && b.out.Len() > before {
		b.remarks = append(b.remarks, hiddenNote(grid.Name))
	}
}

// options reads what concerns the printed sheet.
func (b *flatBook) options(grid *sheet.Grid) (hidden bool) {
	for b.s.Child() {
		switch string(b.s.Name()) {
		case "Visible":
			hidden = strings.Contains(string(b.s.Content(nil)), "Hidden")
		case "PageSetup":
			for b.s.Child() {
				text := strings.ToValidUTF8(sheet.Margin(b.s.Value("Data")), "\ufffd")
				switch string(b.s.Name()) {
				case "Header":
					grid.Head = text
				case "Footer":
					grid.Foot = text
				}
				b.s.Skip()
			}
		default:
			b.s.Skip()
		}
	}
	return hidden
}

func (b *flatBook) rows(grid *sheet.Grid) {
	row := 0
	for b.s.Child() {
		if string(b.s.Name()) != "Row" {
			b.s.Skip()
			continue
		}
		row = place(b.s.Int("Index", 0), row, sheet.MaxRows)
		style, repeat := b.s.Value("StyleID"), max(b.s.Int("Span", 0), 0)
		col := 0
		for b.s.Child() {
			if string(b.s.Name()) == "Cell" {
				b.cell(grid, row, &col, style)
			} else {
				b.s.Skip()
			}
		}
		row = min(row+1+repeat, sheet.MaxRows)
	}
}

// place is where a row or cell stands: at its index, which counts from 1, else
// behind the one before.
func place(index, next, limit int) int {
	if index > 0 {
		return min(index-1, limit)
	}
	return next
}

func (b *flatBook) cell(grid *sheet.Grid, row int, col *int, style string) {
	at := place(b.s.Int("Index", 0), *col, sheet.MaxCols)
	if id, ok := b.s.Attr("StyleID"); ok {
		style = id
	}
	f, ok := b.styles[style]
	if !ok {
		f = cellFormat{number: general}
	}
	across := min(max(b.s.Int("MergeAcross", 0), 0), sheet.MaxCols)
	down := min(max(b.s.Int("MergeDown", 0), 0), sheet.MaxRows)
	*col = min(at+1+across, sheet.MaxCols)
	text := b.content(f)
	if row >= sheet.MaxRows || at >= sheet.MaxCols {
		return
	}
	if across+down > 0 {
		grid.Merged = append(grid.Merged, sheet.Area{Top: int32(row), Left: int32(at), Bottom: int32(row + down), Right: int32(at + across)})
	}
	if text == "" {
		return
	}
	b.cells++
	b.shown += int64(len(text))
	if b.cells > b.limits.Parts || b.shown > b.limits.Part {
		b.s.Stop(b.limits.TooMany())
		return
	}
	grid.Cells = append(grid.Cells, sheet.Cell{Row: int32(row), Col: int32(at), Text: text, Font: f.font.name, Bold: f.font.bold, Centre: f.centre})
}

// content reads what a cell shows of its <Data>.
func (b *flatBook) content(f cellFormat) string {
	shown := ""
	for b.s.Child() {
		if string(b.s.Name()) != "Data" {
			b.s.Skip()
			continue
		}
		kind := b.s.Value("Type")
		text := strings.ToValidUTF8(string(b.s.Content(nil)), "\ufffd")
		shown = flatText(kind, text, f)
	}
	return shown
}

// lastMoment is how Excel 2003 writes times; those before 1900 are of no day.
const lastMoment = "2006-01-02T15:04:05"

func flatText(kind, text string, f cellFormat) string {
	switch kind {
	case "Number":
		if v, err := strconv.ParseFloat(strings.TrimSpace(text), 64); err == nil {
			return f.number.Number(v, false)
		}
	case "Boolean":
		if strings.TrimSpace(text) == "1" {
			return "TRUE"
		}
		return "FALSE"
	case "DateTime":
		whole, _, _ := strings.Cut(strings.TrimSpace(text), ".")
		if t, err := time.Parse(lastMoment, whole); err == nil {
			days := t.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
			if f.number.IsDate() {
				return f.number.Number(days, false)
			}
			return t.Format("02/01/2006")
		}
	}
	return f.number.Text(text)
}
