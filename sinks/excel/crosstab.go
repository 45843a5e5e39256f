package excel

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

// crossSource says which columns a cross-tab counts; their codes have labels.
var crossSource = map[string][2][2]string{
	"documents_type_level":        {{"documents", "doc_type"}, {"documents", "org_level"}},
	"documents_province_term":     {{"documents", "province_2025"}, {"documents", "term_start"}},
	"measures_body_attribute":     {{"measures", "attribute"}, {"measures", "body"}},
	"limitations_code_level":      {{"limitations", "code"}, {"documents", "org_level"}},
	"limitations_code_term":       {{"limitations", "code"}, {"documents", "term_start"}},
	"assessments_aspect_polarity": {{"assessments", "aspect"}, {"assessments", "polarity"}},
	"findings_kind_severity":      {{"findings", "kind"}, {"findings", "severity"}},
}

// grid is one cross-tab: codes of rows and columns in the order of the
// codebook, and counts.
type grid struct {
	tab           string
	rows, columns []string
	counts        map[[2]string]float64
}

// crossLabels returns how the codes of one side of a tab are shown; texts that
// are no codes stay as they are, none is "không nêu".
func (b *book) crossLabels(tab string, side int) func(string) string {
	source := crossSource[tab][side]
	labels := map[string]string{}
	if t := b.table(source[0]); t != nil && t.Column(source[1]) != nil {
		labels = codeLabels(t.Column(source[1]), b.config.Lang)
	}
	return func(code string) string {
		if code == "" {
			return b.say("(không nêu)", "(not stated)")
		}
		return cmp.Or(labels[code], code)
	}
}

// writeCrossLabel shows codes of the table crosstabs by the labels of the
// columns that they come from.
func (b *book) writeCrossLabel(t *report.Table, i int) func(report.Row, *cell) {
	side := map[string]int{"row": 0, "column": 1}[t.Columns[i].Name]
	tab := t.Index("tab")
	labels := map[string]func(string) string{}
	for name := range crossSource {
		labels[name] = b.crossLabels(name, side)
	}
	return func(r report.Row, to *cell) {
		text := r.Cells[i].Text()
		if f := labels[r.Cells[tab].Text()]; f != nil {
			text = f(text)
		}
		if text != "" {
			b.losses.write(to, text)
		}
	}
}

// grids reads the cross-tabs.
func (b *book) grids(ctx context.Context) ([]*grid, error) {
	var out []*grid
	for r, err := range rows(ctx, b.ds, "crosstabs") {
		if err != nil {
			return nil, err
		}
		tab := r.Get("tab").Text()
		if len(out) == 0 || out[len(out)-1].tab != tab {
			out = append(out, &grid{tab: tab, counts: map[[2]string]float64{}})
		}
		g := out[len(out)-1]
		row, column := r.Get("row").Text(), r.Get("column").Text()
		n, _ := r.Get("count").Number()
		g.counts[[2]string{row, column}] += n
	}
	for _, g := range out {
		rows, columns := map[string]bool{}, map[string]bool{}
		for k := range g.counts {
			rows[k[0]], columns[k[1]] = true, true
		}
		g.rows = b.inOrder(crossSource[g.tab][0], slices.Collect(maps.Keys(rows)))
		g.columns = b.inOrder(crossSource[g.tab][1], slices.Collect(maps.Keys(columns)))
	}
	return out, nil
}

// inOrder sorts codes as the codebook lists them, other texts behind them, none
// at the end.
func (b *book) inOrder(source [2]string, codes []string) []string {
	place := map[string]int{"": 1 << 20}
	if t := b.table(source[0]); t != nil && t.Column(source[1]) != nil {
		for i, c := range t.Column(source[1]).Codes {
			place[c.Code] = i - 1<<10
		}
	}
	slices.SortFunc(codes, func(x, y string) int { return cmp.Or(cmp.Compare(place[x], place[y]), cmp.Compare(x, y)) })
	return codes
}

// crosstabs lays the cross-tabs out as plain numbers with their margins: counts
// first, then shares of the row.
func (b *book) crosstabs(ctx context.Context, name string) error {
	grids, err := b.grids(ctx)
	if err != nil {
		return err
	}
	widths := []float64{46}
	for range 24 {
		widths = append(widths, 15)
	}
	s, err := b.begin(name, look{colour: "2E75B6", widths: widths, freezeCols: 1})
	if err != nil {
		return err
	}
	if err := s.add([]any{excelize.Cell{StyleID: b.styles.title, Value: b.say("Bảng chéo", "Cross-tabs")}}, excelize.RowOpts{Height: 24}); err != nil {
		return err
	}
	note := b.say("Đếm số dòng của từng bảng; cộng hàng và cột khớp với tổng. Tỷ lệ tính theo hàng. Muốn tự xoay: trang Bảng xoay.", "Counts of rows; margins add up. Shares are of the row. To turn them yourself, use the sheet Pivot.")
	if err := s.add([]any{excelize.Cell{StyleID: b.styles.note, Value: note}}); err != nil {
		return err
	}
	titles := map[string]string{}
	if c := b.table("crosstabs").Column("tab"); c != nil {
		titles = codeLabels(c, b.config.Lang)
	}
	for _, g := range grids {
		s.skip(1)
		if err := b.grid(s, g, cmp.Or(titles[g.tab], g.tab)); err != nil {
			return err
		}
	}
	return s.end()
}

// grid writes one cross-tab.
func (b *book) grid(s *sheet, g *grid, title string) error {
	st := b.styles
	if err := s.add([]any{excelize.Cell{StyleID: st.subtitle, Value: title}}); err != nil {
		return err
	}
	rowLabel, columnLabel := b.crossLabels(g.tab, 0), b.crossLabels(g.tab, 1)
	head := []any{nil}
	for _, c := range g.columns {
		head = append(head, excelize.Cell{StyleID: st.header, Value: b.losses.clean(columnLabel(c))})
	}
	head = append(head, excelize.Cell{StyleID: st.header, Value: b.say("Cộng", "Total")})
	for _, c := range g.columns {
		head = append(head, excelize.Cell{StyleID: st.header, Value: b.losses.clean(columnLabel(c)) + " (%)"})
	}
	if err := s.add(head, excelize.RowOpts{Height: 32}); err != nil {
		return err
	}
	totals := map[string]float64{}
	for _, r := range g.rows {
		if err := s.add(b.gridRow(g, r, rowLabel(r), totals)); err != nil {
			return err
		}
	}
	foot := []any{excelize.Cell{StyleID: st.strong, Value: b.say("Cộng", "Total")}}
	all := 0.0
	for _, c := range g.columns {
		foot = append(foot, excelize.Cell{StyleID: st.total, Value: totals[c]})
		all += totals[c]
	}
	foot = append(foot, excelize.Cell{StyleID: st.total, Value: all})
	for _, c := range g.columns {
		foot = append(foot, excelize.Cell{StyleID: st.totalShare, Value: totals[c] / all * 100})
	}
	return s.add(foot)
}

func (b *book) gridRow(g *grid, code, label string, totals map[string]float64) []any {
	st := b.styles
	row := []any{excelize.Cell{StyleID: st.text, Value: b.losses.clean(label)}}
	sum := 0.0
	for _, c := range g.columns {
		n := g.counts[[2]string{code, c}]
		totals[c] += n
		sum += n
		row = append(row, excelize.Cell{StyleID: st.integer, Value: n})
	}
	row = append(row, excelize.Cell{StyleID: st.total, Value: sum})
	for _, c := range g.columns {
		row = append(row, excelize.Cell{StyleID: st.share, Value: g.counts[[2]string{code, c}] / sum * 100})
	}
	return row
}

// pivots puts a pivot table over the rows of the cross-tabs, for play: it has no
// numbers of its own before a spreadsheet program has opened it, so that all
// that matters stands on the sheet of cross-tabs as well.
func (b *book) pivots(name string) error {
	source := b.sheets["crosstabs"]
	n := b.rows["crosstabs"]
	f, st := b.file, b.styles
	if err := b.appear(name, look{colour: "2E75B6"}); err != nil {
		return err
	}
	faults := []error{
		f.SetColWidth(name, "A", "A", 46), f.SetColWidth(name, "B", "Z", 15),
		f.SetCellValue(name, "A1", b.say("Bảng xoay", "Pivot")), f.SetCellStyle(name, "A1", "A1", st.title),
		f.SetCellValue(name, "A2", b.say("Lọc theo bảng ở cột đầu; kéo thả hàng, cột để xem cách khác. Số liệu chính thức ở trang Bảng chéo.", "Filter by tab in the first column; drag rows and columns for other views. The sheet Cross-tabs has the numbers.")),
		f.SetCellStyle(name, "A2", "A2", st.note), b.page(name, look{}),
	}
	if n > 0 {
		var headers []string
		for _, l := range b.layout {
			if l.table == "crosstabs" {
				for _, c := range l.columns {
					headers = append(headers, c.header)
				}
			}
		}
		if len(headers) < 4 {
			return fmt.Errorf("crosstabs has %d columns", len(headers))
		}
		b.asked.pivots++
		faults = append(faults, f.AddPivotTable(&excelize.PivotTableOptions{
			DataRange:       fmt.Sprintf("%s!%s:%s", source, cellName(1, headerRow), cellName(4, headerRow+n)),
			PivotTableRange: fmt.Sprintf("%s!A6:H40", name),
			Rows:            []excelize.PivotTableField{{Data: headers[0], DefaultSubtotal: true}, {Data: headers[1]}},
			Columns:         []excelize.PivotTableField{{Data: headers[2], DefaultSubtotal: true}},
			Data:            []excelize.PivotTableField{{Data: headers[3], Name: b.say("Số lượng", "Number"), Subtotal: "Sum"}},
			RowGrandTotals:  true, ColGrandTotals: true, ShowDrill: true, ShowRowHeaders: true, ShowColHeaders: true, UseAutoFormatting: true,
			PivotTableStyleName: "PivotStyleLight16",
		}))
	}
	for _, err := range faults {
		if err != nil {
			return err
		}
	}
	return nil
}
