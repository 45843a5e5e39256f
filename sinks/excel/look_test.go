package excel_test

import (
	"os"
	"testing"

	"github.com/tongket/tongket/sinks/excel"
	"github.com/tongket/tongket/sinks/sinktest"
)

func TestLook(t *testing.T) {
	dir := os.Getenv("LOOK")
	if dir == "" {
		t.Skip()
	}
	if err := excel.New(excel.Config{Dir: dir, Program: "tongket", Version: "1", Run: "r1", Source: beside}).Write(t.Context(), sinktest.Sample()); err != nil {
		t.Fatal(err)
	}
}
