package excel

import (
	"path/filepath"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/sinktest"
)

// What a reviewer said before stands in the columns of the review again, in the
// words and numbers of the book; the sheet of corrections says it in labels.
func TestRemarksStandAgain(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	ds := &sinktest.Dataset{}
	add := func(table string, cells map[string]any) {
		x := p.Table(table)
		r := report.NewRow(x)
		for name, c := range cells {
			v, err := x.Column(name).Value(c)
			if err != nil {
				t.Fatal(err)
			}
			r.Set(name, v)
		}
		ds.Add(x, r)
	}
	add("documents", map[string]any{"doc_id": "0123456789abcdef", "row_id": "d", "source_path": "a.txt", "status": "ok"})
	for _, id := range []string{"m1", "m2", "m3", "m4"} {
		add("measures", map[string]any{"doc_id": "0123456789abcdef", "row_id": id, "value": 15, "evidence": "câu"})
	}
	said := func(row, field, verdict, right string) {
		add("corrections", map[string]any{"doc_id": "0123456789abcdef", "table": "measures", "row": row, "field": field, "verdict": verdict, "right": right, "state": "applied"})
	}
	said("m1", "value", "wrong", "17")
	said("m2", "value", "wrong", "12.125")
	said("m3", "attribute", "wrong", "female")
	said("m4", "", "right", "")
	dir := t.TempDir()
	if err := New(Config{Dir: dir}).Write(t.Context(), ds); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(filepath.Join(dir, "congress.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := f.GetRows(p.Table("measures").Label.VI)
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, h := range rows[headerRow-1] {
		at[h] = i
	}
	cell := func(row int, header string) string {
		if r := rows[headerRow+row]; at[header] < len(r) {
			return r[at[header]]
		}
		return ""
	}
	for i, want := range [][3]string{{"sai", "Giá trị", "17"}, {"sai", "Giá trị", "12,125"}, {"sai", "Chỉ tiêu", "nữ"}, {"đúng", "", ""}} {
		if got := [3]string{cell(i, "Xét duyệt"), cell(i, "Cột cần sửa"), cell(i, "Giá trị đúng")}; got != want {
			t.Errorf("row %d: %q, want %q", i+1, got, want)
		}
	}
	list, err := f.GetRows(p.Table("corrections").Label.VI)
	if err != nil {
		t.Fatal(err)
	}
	if r := list[headerRow+2]; r[1] != "Số liệu" || r[3] != "Chỉ tiêu" || r[6] != "nữ" {
		t.Errorf("the sheet of corrections says %q", r)
	}
}
