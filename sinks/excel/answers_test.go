package excel_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/stats"
	"github.com/tongket/tongket/sinks/excel"
	"github.com/tongket/tongket/sinks/sinktest"
)

// A reader who has the workbook alone finds the answers that the generator of
// the archive knows. ANSWERS_UNITS=5000 asks 10,000 documents.
func TestAnswersFromTheBookAlone(t *testing.T) {
	n, _ := strconv.Atoi(os.Getenv("ANSWERS_UNITS"))
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	d := sinktest.NewDemo(p.Tables, max(n, 120), 7)
	var roster []stats.Unit
	for _, u := range d.Truth.Units {
		name, province, _ := strings.Cut(u, "|")
		roster = append(roster, stats.Unit{Name: name, Level: "upper_grassroots", Province: province})
	}
	ds := stats.Add(d, stats.Config{Tables: p.Tables, Thresholds: p.Thresholds, Provinces: p.Wordlists["provinces"], Units: stats.NewRoster(roster)})
	c := config(t.TempDir())
	c.Units = "danh-sach.tsv"
	if err := excel.New(c).Write(t.Context(), ds); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(filepath.Join(c.Dir, "congress.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	unit := func(r map[string]string) string { return r["Đơn vị"] + "|" + r["Tỉnh/thành"] }

	same(t, "no woman in the standing committee of 2020", d.Truth.NoWomenStanding, ask(t, f, "Đơn vị không có người", func(r map[string]string) (string, bool) {
		return unit(r), r["Đối tượng"] == "ban thường vụ" && r["Chỉ tiêu"] == "nữ" && r["Nhiệm kỳ từ"] == "2020"
	}))
	same(t, "reports that contradict their own percentages", d.Truth.Mismatches, ask(t, f, "Phát hiện khi kiểm tra", func(r map[string]string) (string, bool) {
		return r["Mã văn bản"], r["Loại"] == "tỷ lệ không khớp số lượng"
	}))
	var recurring []string
	for u, codes := range d.Truth.Recurring {
		for range codes {
			recurring = append(recurring, u)
		}
	}
	same(t, "limitations of two terms", recurring, ask(t, f, "Hạn chế lặp lại", func(r map[string]string) (string, bool) {
		return unit(r), r["Các nhiệm kỳ"] == "2015; 2020"
	}))
	same(t, "units that sent nothing", d.Truth.Silent, ask(t, f, "Độ phủ", func(r map[string]string) (string, bool) {
		return unit(r), r["Báo cáo"] == "▼ chưa có" && r["Nhiệm kỳ từ"] == "2020" && r["Có trong danh sách"] == "có"
	}))
	guideSays(t, f, "Đơn vị nào chưa gửi báo cáo?", len(ask(t, f, "Độ phủ", func(r map[string]string) (string, bool) {
		return unit(r), r["Báo cáo"] == "▼ chưa có" && r["Có trong danh sách"] == "có"
	})))
}

// guideSays finds a question on the first page, with the number of rows that
// answer it.
func guideSays(t *testing.T, f *excelize.File, question string, want int) {
	t.Helper()
	rows, err := f.GetRows("Hướng dẫn", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if len(r) > 1 && r[0] == question {
			if r[1] != strconv.Itoa(want) {
				t.Errorf("%s the guide says %s, want %d", question, r[1], want)
			}
			return
		}
	}
	t.Errorf("the guide has no question %q", question)
}

// ask goes through the rows of a sheet by their headers.
func ask(t *testing.T, f *excelize.File, sheet string, which func(map[string]string) (string, bool)) []string {
	t.Helper()
	rows, err := f.Rows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var headers, out []string
	for n := 1; rows.Next(); n++ {
		cells, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		if n == 3 {
			headers = cells
		}
		if n <= 3 {
			continue
		}
		r := map[string]string{}
		for i, h := range headers {
			if i < len(cells) {
				r[h] = cells[i]
			}
		}
		if answer, ok := which(r); ok {
			out = append(out, answer)
		}
	}
	return out
}

func same(t *testing.T, question string, want, got []string) {
	t.Helper()
	slices.Sort(want)
	slices.Sort(got)
	if !slices.Equal(want, got) {
		t.Errorf("%s: the book says %d, the truth is %d; first of each: %.3q, %.3q", question, len(got), len(want), got, want)
	}
	if len(want) == 0 {
		t.Errorf("%s: the archive asks nothing", question)
	}
}

// A click on a figure of a summary leads to the row that it stands on, and from
// there to the source file and the page of its evidence.
func TestLinksLeadToTheirRows(t *testing.T) {
	ds, _ := demo(t, 40)
	c := config(t.TempDir())
	if err := excel.New(c).Write(t.Context(), ds); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(filepath.Join(c.Dir, "congress.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	from, headers := rowsOf(t, f, "Kết quả theo đơn vị")
	to, toHeaders := rowsOf(t, f, "Số liệu")
	followed := 0
	for i := 3; i < len(from); i++ {
		for column, attribute := range map[string]string{"Nữ": "nữ", "Bầu được": "tổng số", "Trẻ": "trẻ", "Tái cử": "tái cử"} {
			cell, _ := excelize.CoordinatesToCellName(slices.Index(headers, column)+1, i+1)
			formula, err := f.GetCellFormula("Kết quả theo đơn vị", cell)
			if err != nil || formula == "" {
				continue
			}
			rest, ok := strings.CutPrefix(formula, `HYPERLINK("#'Số liệu'!A`)
			number, shown, _ := strings.Cut(rest, `",`)
			line, err := strconv.Atoi(number)
			if !ok || err != nil {
				t.Fatalf("%s: %s", cell, formula)
			}
			row := to[line-1]
			value, what := row[slices.Index(toHeaders, "Giá trị")], row[slices.Index(toHeaders, "Chỉ tiêu")]
			if value+")" != shown || what != attribute || from[i][slices.Index(headers, column)] != value {
				t.Errorf("%s %s leads to row %d: %s %s", cell, formula, line, what, value)
			}
			source, _ := f.GetCellFormula("Số liệu", "A"+number)
			page, _ := f.GetCellFormula("Số liệu", "B"+number)
			if !strings.HasPrefix(source, `HYPERLINK("../reports/20`) || !strings.HasPrefix(page, `HYPERLINK("evidence/`) {
				t.Errorf("row %d: %s, %s", line, source, page)
			}
			followed++
		}
	}
	if followed < 100 {
		t.Errorf("only %d links", followed)
	}
}

func rowsOf(t *testing.T, f *excelize.File, sheet string) (rows [][]string, headers []string) {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return rows, rows[2]
}

func Example() {
	dir, _ := os.MkdirTemp("", "book")
	defer os.RemoveAll(dir)
	if err := excel.New(excel.Config{Dir: dir, Program: "tongket"}).Write(context.Background(), sinktest.Sample()); err != nil {
		fmt.Println(err)
	}
	f, _ := excelize.OpenFile(filepath.Join(dir, "congress.xlsx"))
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		fmt.Println(sheet)
	}
	// Output:
	// Hướng dẫn
	// Cần xử lý
	// Văn bản
	// Số liệu
	// Nhiệm vụ
	// Bảng mã
	// Danh mục mã
	// tongket
}
