package excel_test

import (
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/excel"
)

// wide is a table of 20 columns (7 texts, 12 numbers and dates, 1 boolean)
// whose rows are made when they are asked for.
type wide struct {
	table     *report.Table
	documents *report.Table
	n         int
}

func newWide(n int) *wide {
	columns := []report.Column{{Name: "doc_id", Type: report.TypeString}, {Name: "row_id", Type: report.TypeString}}
	for i := range 3 {
		columns = append(columns, report.Column{Name: fmt.Sprint("text", i), Type: report.TypeString, Nullable: true})
	}
	columns = append(columns, report.Column{Name: "evidence", Type: report.TypeString}, report.Column{Name: "confidence", Type: report.TypeCode, Codes: []report.Code{
		{Code: "high", Label: report.Label{VI: "cao"}}, {Code: "low", Label: report.Label{VI: "thấp"}},
	}})
	for i := range 6 {
		columns = append(columns, report.Column{Name: fmt.Sprint("count", i), Type: report.TypeInteger})
	}
	for i := range 4 {
		columns = append(columns, report.Column{Name: fmt.Sprint("share", i), Type: report.TypeNumber, Unit: "percent"})
	}
	columns = append(columns, report.Column{Name: "day0", Type: report.TypeDate}, report.Column{Name: "day1", Type: report.TypeDate}, report.Column{Name: "flag", Type: report.TypeBoolean})
	for i := range columns {
		columns[i].Label = report.Label{VI: "Cột " + columns[i].Name}
	}
	return &wide{
		report.NewTable("rows", report.Label{VI: "Dòng"}, "", columns),
		report.NewTable("documents", report.Label{VI: "Văn bản"}, "", []report.Column{
			{Name: "doc_id", Type: report.TypeString, Label: report.Label{VI: "Mã"}}, {Name: "source_path", Type: report.TypeString, Label: report.Label{VI: "Đường dẫn"}},
			{Name: "status", Type: report.TypeString, Label: report.Label{VI: "Kết quả"}},
		}), n,
	}
}

func (w *wide) Tables() []*report.Table { return []*report.Table{w.documents, w.table} }

const (
	wideDocuments = 1000
	wideRing      = 1024 // more rows than the workbook keeps to choose widths
)

func (w *wide) Rows(table string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		if table == "documents" {
			for i := range wideDocuments {
				cells := []report.Value{report.Text(fmt.Sprintf("%016x", i)), report.Text(fmt.Sprintf("2020/báo cáo %d.docx", i)), report.Text("ok")}
				if !yield(report.Row{Table: w.documents, Cells: cells}, nil) {
					return
				}
			}
			return
		}
		// The rows come round again: fresh ones would be four fifths of all that
		// is allocated, and what is measured is the workbook.
		ring := make([][]report.Value, wideRing)
		for i := range ring {
			ring[i] = make([]report.Value, len(w.table.Columns))
		}
		for i := range w.n {
			cells := ring[i%wideRing]
			w.fill(i, cells)
			if !yield(report.Row{Table: w.table, Cells: cells}, nil) {
				return
			}
		}
	}
}

var units = []string{"huyện Sông Mây", "huyện Núi Gió", "thị xã Đồi Nắng", "thành phố Bến Sương"}

func (w *wide) fill(i int, cells []report.Value) {
	cells[0] = report.Text(fmt.Sprintf("%016x", i*wideDocuments/w.n))
	cells[1] = report.Text(fmt.Sprintf("%016x", uint64(i)*0x9e3779b97f4a7c15))
	cells[2] = report.Text(units[i%4])
	cells[3] = report.Text("ban chấp hành")
	cells[4] = report.Value{}
	if i%3 == 0 {
		cells[4] = report.Text("dưới 40 tuổi")
	}
	cells[5] = report.Text("Đại hội đã bầu " + strconv.Itoa(30+i%20) + " đồng chí vào ban chấp hành.")
	cells[6] = report.Text([]string{"high", "high", "high", "low"}[i%4])
	for j := range 6 {
		cells[7+j] = report.Int(i * (j + 7) % 10_000)
	}
	for j := range 4 {
		cells[13+j] = report.Number(float64(i*(j+3)%1000) / 10)
	}
	for j := range 2 {
		d, _ := report.NewDate(2015+j*5, 1+i%12, 1+i%28)
		cells[17+j] = report.Day(d)
	}
	cells[19] = report.Bool(i%2 == 0)
}

// plain writes the same cells as a user of excelize would: a StreamWriter and
// SaveAs.
func plain(w *wide, path string) error {
	f := excelize.NewFile()
	defer f.Close()
	day, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	if err != nil {
		return err
	}
	s, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	row := make([]any, len(w.table.Columns))
	for i, c := range w.table.Columns {
		row[i] = c.Label.VI
	}
	if err := s.SetRow("A1", row); err != nil {
		return err
	}
	n := 1
	for r := range w.Rows("rows") {
		n++
		for i, v := range r.Cells {
			row[i] = nil
			if d, ok := v.Date(); ok {
				row[i] = excelize.Cell{StyleID: day, Value: d.First()}
			} else if x, ok := v.Number(); ok {
				row[i] = x
			} else if x, ok := v.Bool(); ok {
				row[i] = x
			} else if v.Text() != "" {
				row[i] = v.Text()
			}
		}
		if err := s.SetRow("A"+strconv.Itoa(n), row); err != nil {
			return err
		}
	}
	last, _ := excelize.CoordinatesToCellName(len(row), n)
	if err := s.AddTable(&excelize.Table{Range: "A1:" + last}); err != nil {
		return err
	}
	if err := s.Flush(); err != nil {
		return err
	}
	return f.SaveAs(path)
}

// BenchmarkGate measures CPU time of the whole workbook against plain excelize
// with the same 200,000 × 20 cells, side by side:
//
//	go test -run xxx -bench Gate -benchtime 3x ./sinks/excel
func BenchmarkGate(b *testing.B) {
	for b.Loop() {
		dir := b.TempDir()
		w := newWide(200_000)
		start := cpu(b)
		if err := plain(w, filepath.Join(dir, "plain.xlsx")); err != nil {
			b.Fatal(err)
		}
		theirs := cpu(b) - start
		start = cpu(b)
		if err := excel.New(config(dir)).Write(b.Context(), w); err != nil {
			b.Fatal(err)
		}
		ours := cpu(b) - start
		b.ReportMetric(theirs.Seconds(), "plain-cpu-s")
		b.ReportMetric(ours.Seconds(), "cpu-s")
		b.ReportMetric(float64(ours)/float64(theirs), "ratio")
	}
}

func cpu(t testing.TB) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// ROWS=1000000 go test -run TestMemory -v ./sinks/excel prints the peak of
// resident memory of a workbook of that many rows.
func TestMemory(t *testing.T) {
	n, err := strconv.Atoi(os.Getenv("ROWS"))
	if err != nil {
		t.Skip("set ROWS to measure memory")
	}
	if err := excel.New(config(t.TempDir())).Write(t.Context(), newWide(n)); err != nil {
		t.Fatal(err)
	}
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip(err)
	}
	for line := range strings.Lines(string(status)) {
		if strings.HasPrefix(line, "VmHWM") {
			t.Log(n, "rows:", strings.TrimSpace(line))
		}
	}
}

func BenchmarkOurs(b *testing.B) {
	for b.Loop() {
		if err := excel.New(config(b.TempDir())).Write(b.Context(), newWide(200_000)); err != nil {
			b.Fatal(err)
		}
	}
}
