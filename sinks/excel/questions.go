package excel

import (
	"github.com/tongket/tongket/pipeline/report"
)

// question is what most readers open the book for: where its answer stands, and
// how many rows answer it.
type question struct {
	table string
	where [][2]string // column and value, all of them
	asks  report.Label
	how   report.Label
	rows  int
	// unknown says that this run cannot answer it: the number stays blank.
	unknown bool
}

func newQuestions(roster bool) []*question {
	silent := [][2]string{{"reported", "false"}}
	if roster {
		silent = append(silent, [2]string{"roster", "true"})
	}
	return []*question{
		{
			table: "none_units", where: [][2]string{{"body", "standing_committee"}, {"attribute", "female"}},
			asks: report.Label{VI: "Đơn vị nào không có nữ trong ban thường vụ?", EN: "Which units have no woman in the standing committee?"},
			how:  report.Label{VI: "lọc Đối tượng là ban thường vụ, Chỉ tiêu là nữ, chọn Cấp và Nhiệm kỳ", EN: "filter Body standing committee, Attribute women, choose Level and Term"},
		},
		{
			table: "threshold_checks", where: [][2]string{{"met", "false"}},
			asks: report.Label{VI: "Đơn vị nào chưa đạt ngưỡng của nhiệm kỳ?", EN: "Which units miss a threshold of the round?"},
			how:  report.Label{VI: "lọc Đạt là ▼ chưa đạt; đơn vị thiếu nhiều nhất đứng trước", EN: "filter Met ▼ missed; the largest gaps stand first"},
		},
		{
			table: "findings", where: [][2]string{{"kind", "percent_mismatch"}, {"severity", "warning"}},
			asks: report.Label{VI: "Báo cáo nào nêu tỷ lệ không khớp với số của chính mình?", EN: "Which reports contradict their own percentages?"},
			how:  report.Label{VI: "lọc Loại là tỷ lệ không khớp số lượng; mức nhẹ hơn là khi có một tổng khác trong báo cáo khớp", EN: "filter Kind; a lower severity means that another total of the report fits"},
		},
		{
			table: "recurrences",
			asks:  report.Label{VI: "Hạn chế nào lặp lại qua hai nhiệm kỳ trở lên?", EN: "Which limitations came back in two terms or more?"},
			how:   report.Label{VI: "mỗi dòng là một đơn vị và một hạn chế; bấm vào năm để tới câu dẫn chứng", EN: "a row is a unit and a shortcoming; click a year for its sentence"},
		},
		{
			table: "coverage", where: silent, unknown: !roster,
			asks: report.Label{VI: "Đơn vị nào chưa gửi báo cáo?", EN: "Which units sent no report?"},
			how:  report.Label{VI: "lọc Báo cáo là ▼ chưa có, Có trong danh sách là có; cần danh sách đơn vị (--units TỆP)", EN: "filter Reported ▼ none, In roster yes; needs a roster (--units FILE)"},
		},
		{
			table: "unit_results",
			asks:  report.Label{VI: "Đơn vị này bầu bao nhiêu, tái cử, nữ, trẻ, tuổi bình quân?", EN: "Elected, re-elected, women, young, mean age of a unit?"},
			how:   report.Label{VI: "mỗi dòng là một đơn vị, nhiệm kỳ và đối tượng; so với kỳ trước ở trang kế tiếp", EN: "a row is a unit, term and body; a later sheet compares terms"},
		},
	}
}

// count adds a row that answers the question.
func (q *question) count(r report.Row) {
	for _, w := range q.where {
		if r.Get(w[0]).String() != w[1] {
			return
		}
	}
	q.rows++
}

// questionsOf returns the questions that a table answers.
func (b *book) questionsOf(table string) []*question {
	var out []*question
	for _, q := range b.questions {
		if q.table == table {
			out = append(out, q)
		}
	}
	return out
}

// answers lists the questions, each with how many rows answer it, linked to the
// sheet.
func (g *guideWriter) answers() {
	b := g.book
	g.heading(b.say("Hỏi gì, xem ở đâu", "Questions, and where the answer stands"))
	for _, q := range b.questions {
		sheet := b.sheets[q.table]
		if sheet == "" {
			continue
		}
		var n any
		if !q.unknown {
			n = q.rows
		}
		text := sheet + ": " + b.label(q.how)
		g.line(b.label(q.asks), n, text)
		g.jump(3, g.row-1, sheet, text)
		g.do(b.file.SetCellStyle(g.name, cellName(3, g.row-1), cellName(3, g.row-1), b.styles.linkWrap))
	}
}
