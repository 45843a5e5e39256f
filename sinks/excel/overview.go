package excel

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

// chartData is one chart: a matrix of categories and series.
type chartData struct {
	name               string
	level, term        string
	categories, series []string // codes, in the order in which they came
	values             map[[2]string]float64
}

// charts reads the table overview.
func (b *book) charts(ctx context.Context) (map[string]*chartData, error) {
	out := map[string]*chartData{}
	for r, err := range rows(ctx, b.ds, "overview") {
		if err != nil {
			return nil, err
		}
		name := r.Get("chart").Text()
		c := out[name]
		if c == nil {
			c = &chartData{name: name, level: r.Get("level").Text(), term: r.Get("term_start").String(), values: map[[2]string]float64{}}
			out[name] = c
		}
		category, series := r.Get("category").Text(), r.Get("series").Text()
		if !slices.Contains(c.categories, category) {
			c.categories = append(c.categories, category)
		}
		if !slices.Contains(c.series, series) {
			c.series = append(c.series, series)
		}
		if v, ok := r.Get("value").Number(); ok {
			c.values[[2]string{category, series}] = v
		}
	}
	return out, nil
}

// joined reports whether any series has two points that a line joins.
func (c *chartData) joined() bool {
	points := map[string]int{}
	for k := range c.values {
		points[k[1]]++
	}
	for _, n := range points {
		if n > 1 {
			return true
		}
	}
	return false
}

// chartSpec says how a chart is drawn.
type chartSpec struct {
	name   string
	kind   excelize.ChartType
	title  report.Label
	axis   report.Label // of the values
	labels [2][2]string // table and column whose codes name categories and series
	flat   bool         // numbers without decimals
}

var chartSpecs = []chartSpec{
	{"women", excelize.Col, report.Label{VI: "Tỷ lệ nữ trong ban chấp hành", EN: "Share of women in the committee"}, report.Label{VI: "%", EN: "%"}, [2][2]string{}, false},
	{"age_bands", excelize.BarStacked, report.Label{VI: "Cơ cấu độ tuổi ban chấp hành", EN: "Age bands of the committee"}, report.Label{VI: "%", EN: "%"}, [2][2]string{{"documents", "org_level"}}, false},
	{"terms", excelize.Line, report.Label{VI: "Cơ cấu ban chấp hành qua các nhiệm kỳ", EN: "Committees from term to term"}, report.Label{VI: "%", EN: "%"}, [2][2]string{{}, {"measures", "attribute"}}, false},
	{"seats", excelize.Col, report.Label{VI: "Số lượng quyết định, danh sách bầu, bầu được", EN: "Decided, listed, elected"}, report.Label{VI: "người", EN: "persons"}, [2][2]string{{"documents", "org_level"}}, true},
	{"completion", excelize.Line, report.Label{VI: "Tiến độ tổ chức đại hội", EN: "Congresses held over time"}, report.Label{VI: "%", EN: "%"}, [2][2]string{{}, {"documents", "org_level"}}, false},
}

var heatSpecs = []chartSpec{
	{"limitations_level", 0, report.Label{VI: "Hạn chế theo cấp: số văn bản nêu", EN: "Limitations by level: documents that state them"}, report.Label{}, [2][2]string{{"limitations", "code"}, {"documents", "org_level"}}, true},
	{"limitations_term", 0, report.Label{VI: "Hạn chế theo nhiệm kỳ: số văn bản nêu", EN: "Limitations by term: documents that state them"}, report.Label{}, [2][2]string{{"limitations", "code"}}, true},
}

// words of chart categories and series that are no codes of a column.
var chartWords = map[string]report.Label{
	"share": {VI: "Tỷ lệ", EN: "Share"}, "lowest": {VI: "Tỷ lệ", EN: "Share"}, "threshold": {VI: "Ngưỡng", EN: "Threshold"}, "all": {VI: "chung", EN: "all"},
	"decided": {VI: "quyết định", EN: "decided"}, "listed": {VI: "danh sách bầu", EN: "listed"}, "elected": {VI: "bầu được", EN: "elected"},
	"<40": {VI: "dưới 40", EN: "under 40"}, "40-50": {VI: "40 đến 50", EN: "40 to 50"}, ">50": {VI: "trên 50", EN: "over 50"},
}

// chartLabel shows a category (side 0) or a series (side 1).
func (b *book) chartLabel(x chartSpec, side int, code string) string {
	if source := x.labels[side]; source[0] != "" {
		if t := b.table(source[0]); t != nil && t.Column(source[1]) != nil {
			if label := codeLabels(t.Column(source[1]), b.config.Lang)[code]; label != "" {
				return label
			}
		}
	}
	if w, ok := chartWords[code]; ok {
		return b.label(w)
	}
	if len(code) == 10 && code[4] == '-' { // a date
		return code[8:] + "/" + code[5:7] + "/" + code[:4]
	}
	return strings.TrimPrefix(b.losses.clean(code), "Đảng bộ ")
}

// Geometry of the overview, in cells of the default height and the width set
// below: two charts side by side fill a page.
const (
	chartRows    = 18
	chartColumns = 8
	chartTop     = 9
)

// overview draws the charts and, under them, the numbers that they show.
func (b *book) overview(ctx context.Context, name string) error {
	charts, err := b.charts(ctx)
	if err != nil {
		return err
	}
	if err := errors.Join(b.appear(name, look{colour: "1F3864"}), b.file.SetColWidth(name, "A", "P", 11.5), b.file.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: new(false)})); err != nil {
		return err
	}
	o := &overviewWriter{book: b, name: name}
	o.head()
	o.cards()
	o.draw(charts)
	o.do(b.page(name, look{}))
	return errors.Join(o.faults...)
}

// overviewWriter puts cells on a sheet that is not streamed, and keeps errors.
type overviewWriter struct {
	book   *book
	name   string
	number int // of the last caption
	faults []error
}

func (o *overviewWriter) do(err error) { o.faults = append(o.faults, err) }

func (o *overviewWriter) set(col, row int, value any, style int) {
	cell := cellName(col, row)
	o.do(o.book.file.SetCellValue(o.name, cell, value))
	if style > 0 {
		o.do(o.book.file.SetCellStyle(o.name, cell, cell, style))
	}
}

func (o *overviewWriter) head() {
	b := o.book
	o.set(1, 1, b.say("Tổng quan", "Overview"), b.styles.title)
	o.set(1, 2, b.say("Biểu đồ vẽ từ số của chính các đơn vị, nhiệm kỳ mới nhất; số liệu của từng biểu đồ ở phần dưới trang này.", "Charts show the own figures of units, newest term; their numbers stand below on this sheet."), b.styles.note)
}

// cards are the few numbers that a reader asks for first.
func (o *overviewWriter) cards() {
	b := o.book
	read := b.counts[string(report.OK)] + b.counts[string(report.Partial)]
	for i, c := range []struct {
		n     int
		label string
	}{
		{b.total, b.say("tệp đầu vào", "inputs")},
		{read, b.say("văn bản đã đọc", "documents read")},
		{b.counts[string(report.Failed)] + b.counts[string(report.Partial)], b.say("tệp cần xử lý", "files with problems")},
		{b.rows["measures"], b.say("số liệu", "figures")},
		{b.rows["unit_results"], b.say("dòng kết quả đơn vị", "rows of unit results")},
		{len(b.missed), b.say("lượt chưa đạt ngưỡng", "thresholds missed")},
		{b.rows["recurrences"], b.say("hạn chế lặp lại", "recurring limitations")},
		{b.rows["findings"], b.say("phát hiện", "findings")},
	} {
		col := i*2 + 1
		o.do(b.file.MergeCell(o.name, cellName(col, 4), cellName(col+1, 4)))
		o.do(b.file.MergeCell(o.name, cellName(col, 5), cellName(col+1, 5)))
		o.set(col, 4, c.n, b.styles.card)
		o.set(col, 5, c.label, b.styles.cardLabel)
		o.do(b.file.SetCellStyle(o.name, cellName(col, 4), cellName(col+1, 4), b.styles.card))
		o.do(b.file.SetCellStyle(o.name, cellName(col, 5), cellName(col+1, 5), b.styles.cardLabel))
	}
	o.do(b.file.SetRowHeight(o.name, 4, 30))
	o.do(b.file.SetRowHeight(o.name, 5, 20))
}

// draw places the charts two by two, then the heat maps, then the numbers.
func (o *overviewWriter) draw(charts map[string]*chartData) {
	b := o.book
	var shown []chartSpec
	var bare []string
	for _, x := range chartSpecs {
		switch c := charts[x.name]; {
		case c == nil || len(c.categories) == 0:
		case x.kind == excelize.Line && !c.joined():
			bare = append(bare, b.label(x.title))
		default:
			shown = append(shown, x)
		}
	}
	if len(bare) > 0 { // a line needs two points
		o.set(1, 6, b.say("Không vẽ, vì chưa có dãy nào đủ hai mốc: ", "Not drawn, since no series has two points: ")+strings.Join(bare, ", ")+".", b.styles.note)
	}
	var heat []chartSpec
	for _, x := range heatSpecs {
		if c := charts[x.name]; c != nil && len(c.categories) > 0 {
			heat = append(heat, x)
		}
	}
	if len(shown)+len(heat) == 0 {
		o.set(1, 7, b.say("Chưa có số liệu để vẽ biểu đồ: các văn bản đã đọc không nêu số liệu của ban chấp hành.", "No figures to draw: the documents read state none of a committee."), b.styles.text)
		return
	}
	titles := make([]string, len(shown))
	for i, x := range shown {
		titles[i] = o.caption(b.say("Biểu đồ", "Chart"), x, charts[x.name])
	}
	line := chartTop + (len(shown)+1)/2*(chartRows+2)
	for i := 4; i < len(shown)+len(heat); i += 4 { // four charts a page
		o.do(b.file.InsertPageBreak(o.name, cellName(1, chartTop-1+i/2*(chartRows+2))))
	}
	for _, x := range heat {
		line = o.heat(x, charts[x.name], line)
	}
	o.set(1, line, b.say("Số liệu của các biểu đồ", "Numbers of the charts"), b.styles.subtitle)
	line += 2
	for i, x := range shown {
		c, top := charts[x.name], line
		line = o.matrix(x, c, titles[i], top)
		o.set(i%2*chartColumns+1, chartTop-1+i/2*(chartRows+2), titles[i], b.styles.strong)
		o.chart(x, c, cellName(i%2*chartColumns+1, chartTop+i/2*(chartRows+2)), top+1)
		if x.name == "women" && !slices.Contains(c.series, "threshold") {
			o.set(i%2*chartColumns+1, chartTop+i/2*(chartRows+2)+chartRows, b.say("Không có đường ngưỡng: nhiệm kỳ này không có ngưỡng nào đang bật.", "No threshold line: no threshold of this round is on."), b.styles.note)
		}
	}
}

func (o *overviewWriter) caption(word string, x chartSpec, c *chartData) string {
	b := o.book
	o.number++
	title := b.label(x.title)
	if slices.Contains(c.series, "lowest") {
		title = fmt.Sprintf(b.say("%d ban chấp hành ít nữ nhất", "The %d committees with fewest women"), len(c.categories))
	}
	title = fmt.Sprintf("%s %d. %s", word, o.number, title)
	if x.name == "women" || x.name == "terms" {
		if t := b.table("documents"); t != nil && t.Column("org_level") != nil && c.level != "" {
			title += ", " + codeLabels(t.Column("org_level"), b.config.Lang)[c.level]
		}
	}
	if c.term != "" && x.name != "terms" && x.name != "completion" && !strings.HasPrefix(x.name, "limitations") {
		title += ", " + b.say("nhiệm kỳ từ ", "term from ") + c.term
	}
	return title
}

// matrix writes the numbers of a chart and returns the line behind them.
func (o *overviewWriter) matrix(x chartSpec, c *chartData, title string, line int) int {
	b, st := o.book, o.book.styles
	o.set(1, line, title, st.strong)
	line++
	o.do(b.file.SetRowHeight(o.name, line, 32))
	for i, s := range c.series {
		o.set(i+3, line, b.chartLabel(x, 1, s), st.header)
	}
	line++
	style := st.share
	if x.flat {
		style = st.integer
	}
	for _, category := range c.categories {
		o.set(1, line, b.chartLabel(x, 0, category), st.text)
		for i, s := range c.series {
			if v, ok := c.values[[2]string{category, s}]; ok {
				o.set(i+3, line, v, style)
			}
		}
		line++
	}
	return line + 1
}

// chart draws over the numbers whose header stands in line header.
func (o *overviewWriter) chart(x chartSpec, c *chartData, at string, header int) {
	b := o.book
	first, last := header+1, header+len(c.categories)
	ref := func(col int) string {
		name, _ := excelize.ColumnNumberToName(col)
		return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoted(o.name), name, first, name, last)
	}
	var series, line []excelize.ChartSeries
	for i, code := range c.series {
		name, _ := excelize.ColumnNumberToName(i + 3)
		s := excelize.ChartSeries{Name: fmt.Sprintf("%s!$%s$%d", quoted(o.name), name, header), Categories: ref(1), Values: ref(i + 3)}
		s.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{palette[i%len(palette)]}}
		switch {
		case code == "threshold":
			s.Fill = excelize.Fill{}
			s.Line = excelize.LineOptions{Width: 2.25, Dash: excelize.LineDashDash, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"C00000"}}}
			s.Marker = excelize.ChartMarker{Symbol: "none"}
			line = append(line, s)
			continue
		case x.kind == excelize.Line:
			s.Line = excelize.LineOptions{Width: 2.25, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{palette[i%len(palette)]}}}
			s.Marker = excelize.ChartMarker{Symbol: markers[i%len(markers)], Size: 7}
		}
		series = append(series, s)
	}
	numbers := format(formatShare, b.config.Lang)
	if x.flat {
		numbers = format(formatInteger, b.config.Lang)
	}
	values := excelize.ChartAxis{
		MajorGridLines: true, Minimum: new(0.0), NumFmt: excelize.ChartNumFmt{CustomNumFmt: numbers}, Font: excelize.Font{Color: "404040", Size: 9},
		Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: b.label(x.axis)}}},
	}
	if x.kind == excelize.BarStacked {
		values.Maximum = new(100.0)
	}
	size := excelize.ChartDimension{Width: 700, Height: uint(chartRows * 20)}
	legend := excelize.ChartLegend{Position: "bottom"}
	if len(c.series) == 1 { // the title says what it is
		legend.Position = "none"
	}
	chart := &excelize.Chart{
		Type: x.kind, Series: series, Dimension: size, Legend: legend, VaryColors: new(false),
		XAxis:    excelize.ChartAxis{Alignment: turned(len(c.categories)), Font: excelize.Font{Color: "404040", Size: 9}},
		YAxis:    values,
		Format:   excelize.GraphicOptions{AltText: b.label(x.title), Positioning: "oneCell"},
		PlotArea: excelize.ChartPlotArea{ShowVal: len(c.categories)*len(series) <= 16, NumFmt: excelize.ChartNumFmt{CustomNumFmt: numbers}},
	}
	b.asked.charts++
	if len(line) > 0 {
		o.do(b.file.AddChart(o.name, at, chart, &excelize.Chart{Type: excelize.Line, Series: line, Legend: chart.Legend, XAxis: chart.XAxis, YAxis: chart.YAxis}))
		return
	}
	o.do(b.file.AddChart(o.name, at, chart))
}

// turned stands the names below an axis upright where they are many.
func turned(names int) excelize.Alignment {
	if names > 8 {
		return excelize.Alignment{TextRotation: 90}
	}
	return excelize.Alignment{}
}

// palette holds colours that people with any colour vision can tell apart (Okabe
// and Ito), markers the signs of lines, which differ too.
var (
	palette = []string{"0072B2", "E69F00", "009E73", "CC79A7", "56B4E9", "D55E00", "999999"}
	markers = []string{"circle", "square", "triangle", "diamond", "x", "star"}
)

// heat writes a matrix whose cells are numbers on a ground that darkens with
// them, and returns the line behind it.
func (o *overviewWriter) heat(x chartSpec, c *chartData, line int) int {
	b, st := o.book, o.book.styles
	o.set(1, line, o.caption(b.say("Bản đồ nhiệt", "Heat map"), x, c), st.strong)
	line++
	o.do(b.file.SetRowHeight(o.name, line, 48))
	for i, s := range c.series {
		o.set(i+6, line, b.chartLabel(x, 1, s), st.header)
	}
	first := line + 1
	for _, category := range c.categories {
		line++
		o.set(1, line, b.chartLabel(x, 0, category), st.text)
		for i, s := range c.series {
			o.set(i+6, line, c.values[[2]string{category, s}], st.heat)
		}
	}
	area := cellName(6, first) + ":" + cellName(5+len(c.series), line)
	o.do(b.file.SetConditionalFormat(o.name, area, []excelize.ConditionalFormatOptions{
		{Type: "2_color_scale", Criteria: "=", MinType: "min", MaxType: "max", MinColor: "#FFFFFF", MaxColor: "#E69F00"},
	}))
	b.asked.formats++
	return line + 3
}
