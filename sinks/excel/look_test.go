package excel_test

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/stats"
	"github.com/tongket/tongket/sinks/excel"
	"github.com/tongket/tongket/sinks/sinktest"
)

// demo is a run of n units with its statistics.
func demo(t testing.TB, n int) (report.Dataset, *sinktest.Demo) {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	d := sinktest.NewDemo(p.Tables, n, 1)
	return stats.Add(d, stats.Config{Tables: p.Tables, Thresholds: p.Thresholds, Provinces: p.Wordlists["provinces"]}), d
}

func evidence(doc, row string) string { return "evidence/" + doc + ".html#" + row }

func config(dir string) excel.Config {
	return excel.Config{Dir: dir, Program: "tongket", Version: "1.0.0", Run: "4f1c2a9b00112233", Profile: "9a8b7c6d", Source: beside, Evidence: evidence}
}

// LOOK=folder writes a workbook to look at, LOOK_UNITS of how many units,
// LOOK_LANG in which language.
func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip("set LOOK to a folder to get a workbook to look at")
	}
	n, _ := strconv.Atoi(os.Getenv("LOOK_UNITS"))
	ds, _ := demo(t, max(n, 24))
	c := config(dir)
	c.Lang = os.Getenv("LOOK_LANG")
	if err := excel.New(c).Write(t.Context(), ds); err != nil {
		t.Fatal(err)
	}
	t.Log(filepath.Join(dir, "congress.xlsx"))
}
