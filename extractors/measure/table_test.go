package measure_test

import (
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// sheet makes a document of one table: rows by lines, cells by "|"; a cell
// "^" continues the one above, "<" the one to the left. What stands before the
// first empty line is prose.
func sheet(text string) *report.Document {
	before, table, _ := strings.Cut(text, "\n\n")
	doc := &report.Document{}
	add := func(s, sep string, b report.Block) {
		b.Span = report.Span{Start: len(doc.Text), End: len(doc.Text) + len(s)}
		b.Section = -1
		doc.Text += s + sep
		doc.Blocks = append(doc.Blocks, b)
		if s != "" {
			doc.Sentences = append(doc.Sentences, report.Sentence{Span: b.Span, Block: len(doc.Blocks) - 1})
		}
	}
	add(before, "\n", report.Block{})
	var rows [][]string
	for line := range strings.SplitSeq(strings.TrimSpace(table), "\n") {
		var cells []string
		for c := range strings.SplitSeq(line, "|") {
			cells = append(cells, strings.TrimSpace(c))
		}
		rows = append(rows, cells)
	}
	for y, row := range rows {
		for x, c := range row {
			if c == "^" || c == "<" {
				continue
			}
			cell := report.Cell{Table: 1, Row: y, Col: x, RowSpan: 1, ColSpan: 1}
			for x+cell.ColSpan < len(row) && row[x+cell.ColSpan] == "<" {
				cell.ColSpan++
			}
			for y+cell.RowSpan < len(rows) && rows[y+cell.RowSpan][x] == "^" {
				cell.RowSpan++
			}
			sep := "\t"
			if x == len(row)-1 {
				sep = "\n"
			}
			add(c, sep, report.Block{Kind: report.TableCell, Cell: cell})
		}
	}
	return doc
}

func TestTables(t *testing.T) {
	r := newReading(t)
	for _, c := range []struct {
		reason, text string
		rows         []string
	}{
		{"two rows of head, counts and shares, a row that numbers the columns, a total", `Biểu số 2: Kết quả bầu cử

TT | Đảng bộ xã | Ban Chấp hành | < | Nữ | <
^ | ^ | Quyết định | Bầu được | SL | %
1 | 2 | 3 | 4 | 5 | 6
1 | Xã Xuân Đài | 15 | 14 | 3 | 21,4
2 | Xã Kim Thượng | 13 | 13 | - |
 | Tổng cộng | 28 | 27 | 3 | 11,1`, []string{
			"committee.total.planned 15 @Xã Xuân Đài grassroots", "committee.total.actual 14 @Xã Xuân Đài grassroots",
			"committee.female.actual 3 @Xã Xuân Đài grassroots", "committee.female.actual 21.4% @Xã Xuân Đài grassroots",
			"committee.total.planned 13 @Xã Kim Thượng grassroots", "committee.total.actual 13 @Xã Kim Thượng grassroots",
			"committee.total.planned 28", "committee.total.actual 27", "committee.female.actual 3", "committee.female.actual 11.1%",
		}},
		{"indicators as rows", `Kết quả bầu Ban Chấp hành

TT | Chỉ tiêu | Số lượng | Tỷ lệ %
1 | Tái cử | 25 | 61,0
2 | Cán bộ nữ | 9 | 22,0`, []string{
			"committee.re_elected.actual 25", "committee.re_elected.actual 61%",
			"committee.female.actual 9", "committee.female.actual 22%",
		}},
		{"a cell of 0 is stated, a dash and a blank are not", `Số liệu đại hội

TT | Đơn vị | Cấp ủy viên nữ | Cấp ủy viên trẻ dưới 35 tuổi
1 | Xã Thu Cúc | 0 | -
2 | Xã Lai Đồng |  | 2`, []string{
			"committee.female.actual 0 @Xã Thu Cúc grassroots", "committee.young.actual 2 (<35) @Xã Lai Đồng grassroots",
		}},
	} {
		t.Run(c.reason, func(t *testing.T) { compare(t, c.reason, r.rows(sheet(c.text), district), c.rows) })
	}
}

func BenchmarkProse(b *testing.B) {
	r := newReading(b)
	var text strings.Builder
	for _, group := range [][]sentence{totals, composition, organisations, meetings} {
		for _, s := range group {
			text.WriteString(s.text + "\n")
		}
	}
	for _, s := range others {
		text.WriteString(s + "\n")
	}
	doc := scan.Plain(text.String())
	scanned := r.lexicon.Scan(doc)
	scanned.Identity = district
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		r.x.Facts(scanned, func(report.Fact) {})
	}
}
