package measure_test

import (
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// sheet makes a document of prose and tables, in the notation that the head of
// testdata/tables.txt explains.
func sheet(text string) *report.Document {
	before, tables, _ := strings.Cut(text, "\n\n")
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
	for line := range strings.SplitSeq(before, "\n") {
		add(line, "\n", report.Block{})
	}
	number := 0
	for table := range strings.SplitSeq(tables, "\n---\n") {
		number++
		var rows [][]string
		for line := range strings.SplitSeq(strings.TrimRight(table, "\n"), "\n") {
			var cells []string
			for c := range strings.SplitSeq(line, "|") {
				cells = append(cells, strings.TrimSpace(c))
			}
			rows = append(rows, cells)
		}
		is := func(y, x int, mark string) bool { return y < len(rows) && x < len(rows[y]) && rows[y][x] == mark }
		for y, row := range rows {
			for x, c := range row {
				if c == "^" || c == "<" {
					continue
				}
				cell := report.Cell{Table: number, Row: y, Col: x, RowSpan: 1, ColSpan: 1}
				for is(y, x+cell.ColSpan, "<") {
					cell.ColSpan++
				}
				for is(y+cell.RowSpan, x, "^") {
					cell.RowSpan++
				}
				sep := "\t"
				if x == len(row)-1 {
					sep = "\n"
				}
				add(c, sep, report.Block{Kind: report.TableCell, Cell: cell})
			}
		}
	}
	return doc
}

// layout is one case of testdata/tables.txt.
type layout struct {
	document, reason, text string
	rows                   []string
}

func layouts(t testing.TB) []layout {
	t.Helper()
	data, err := os.ReadFile("testdata/tables.txt")
	if err != nil {
		t.Fatal(err)
	}
	var out []layout
	for part := range strings.SplitSeq("\n"+string(data), "\n=== @") {
		title, body, _ := strings.Cut(part, "\n")
		document, reason, _ := strings.Cut(title, " ")
		if strings.HasPrefix(part, "\n#") || title == "" {
			continue
		}
		text, rows, ok := strings.Cut(body, "\n=>\n")
		if _, known := documents[document]; !known || !ok {
			t.Fatalf("%s: no document, or no rows", title)
		}
		c := layout{document: document, reason: reason, text: text}
		for row := range strings.SplitSeq(rows, "\n") {
			if row != "" {
				c.rows = append(c.rows, row)
			}
		}
		out = append(out, c)
	}
	return out
}

func TestTables(t *testing.T) {
	r := newReading(t)
	for _, c := range layouts(t) {
		t.Run(c.reason, func(t *testing.T) {
			compare(t, c.reason, r.rows(sheet(c.text), documents[c.document]), c.rows)
		})
	}
}

// Totals of columns that their rows do not add up to are findings, and no others.
func TestColumnTotals(t *testing.T) {
	r := newReading(t)
	for text, want := range map[string]string{
		"Đảng bộ | Bầu được | Nữ\nXã Thu Cúc | 15 | 4\nXã Lai Đồng | 15 | 3\nTổng cộng | 30 | 7":                                                           "",
		"Đảng bộ | Bầu được | Nữ\nXã Thu Cúc | 15 | 4\nXã Lai Đồng | 15 | 3\nTổng cộng | 30 | 8":                                                           "stated 8 expected 7;",
		"Đảng bộ | Bầu được | Nữ\nTổng cộng | 29 | 7\nXã Thu Cúc | 15 | 4\nXã Lai Đồng | 15 | -\nXã Kiệt Sơn | 15 | 3":                                     "stated 29 expected 45;",
		"Đảng bộ | Tuổi bình quân | Tỷ lệ nữ (%)\nXã Thu Cúc | 41,2 | 20\nXã Lai Đồng | 43,1 | 30\nTổng cộng | 42,1 | 25":                                  "",
		"TT | Đảng bộ | Bầu được\nI | Khối xã | 30\n1 | Xã Thu Cúc | 15\n2 | Xã Lai Đồng | 15\nII | Khối cơ quan | 7\n1 | Công an huyện | 7\n | Tổng | 37": "",
		"Đảng bộ | Bầu được\nXã Thu Cúc | 15\nTổng cộng | 16":                                                                                              "",
	} {
		doc := sheet("Kết quả bầu Ban Chấp hành các đảng bộ cơ sở\n\n" + text)
		got := ""
		r.facts(doc, district, "findings", func(f report.Fact) {
			if f.Get("kind").Text() == "parts_differ_from_total" {
				got += "stated " + f.Get("stated").String() + " expected " + f.Get("expected").String() + ";"
			}
		})
		if got != want {
			t.Errorf("%s\n got %q\nwant %q", text, got, want)
		}
	}
}

// A table of layout is one whose cells hold text, not one without rules.
func TestTablesWithoutRules(t *testing.T) {
	r := newReading(t)
	for text, want := range map[string][]string{
		"Kết quả bầu Ban Chấp hành đảng bộ cấp huyện\n\nĐảng bộ | Bầu được | Nữ\nHuyện Yên Lập | 41 | 8\nHuyện Hạ Hòa | 39 | -": {
			"committee.total.actual 41 @Huyện Yên Lập upper_grassroots", "committee.female.actual 8 @Huyện Yên Lập upper_grassroots",
			"committee.total.actual 39 @Huyện Hạ Hòa upper_grassroots",
		},
		"Kết quả\n\nĐảng bộ | Ban Chấp hành | Nữ\nHuyện Yên Lập | 41 | 8":                                                                         {"committee.total.actual 41 @Huyện Yên Lập upper_grassroots", "committee.female.actual 8 @Huyện Yên Lập upper_grassroots"},
		"Kết quả\n\nTỈNH ỦY PHÚ THỌ | ĐẢNG CỘNG SẢN VIỆT NAM\nSố 12-BC/TU | Phú Thọ, ngày 5 tháng 11 năm 2020":                                    nil,
		"Kết quả\n\nBan Chấp hành gồm 41 đồng chí. | Ban Thường vụ gồm 13 đồng chí.\nPhú Thọ | 2":                                                 {"committee.total.actual 41", "standing_committee.total.actual 13"},
		"Kết quả\n\nNơi nhận: - Ban Tổ chức Trung ương; - Các đồng chí Ủy viên Ban Thường vụ; - Lưu: 3 | T/M BAN THƯỜNG VỤ\nTrang 1 | PHÓ BÍ THƯ": nil,
	} {
		doc := sheet(text)
		for i := range doc.Blocks {
			doc.Blocks[i].Cell.Borderless = doc.Blocks[i].Kind == report.TableCell
		}
		compare(t, text, r.rows(doc, documents["province"]), want)
	}
}
