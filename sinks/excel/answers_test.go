package excel_test

import (
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
	ds := stats.Add(d, stats.Config{Tables: p.Tables, Thresholds: p.Thresholds, Provinces: p.Wordlists["provinces"], Units: roster})
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

	same(t, "no woman in the standing committee of 2020", d.Truth.NoWomenStanding, ask(t, f, "Kết quả theo đơn vị", func(r map[string]string) (string, bool) {
		return unit(r), r["Đối tượng"] == "ban thường vụ" && r["Nhiệm kỳ từ"] == "2020" && r["Nữ"] == "0"
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
		return unit(r), r["Số văn bản"] == "0" && r["Nhiệm kỳ từ"] == "2020" && r["Có trong danh sách"] == "có"
	}))
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
