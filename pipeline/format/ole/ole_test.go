package ole_test

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"testing"

	"github.com/tongket/tongket/pipeline/format/ole"
	"github.com/tongket/tongket/pipeline/report"
)

func form(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("../xls/testdata/bieu.xls")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestStreams(t *testing.T) {
	f, err := ole.Open(form(t))
	if err != nil {
		t.Fatal(err)
	}
	book := f.Stream("workbook")
	if !bytes.HasPrefix(book, []byte{0x09, 0x08}) || int64(len(book)) != f.Child(f.Root(), "Workbook").Size() {
		t.Errorf("%d bytes", len(book))
	}
	if f.Stream("none") != nil {
		t.Error("a stream that is not there")
	}
}

func TestProperties(t *testing.T) {
	f, err := ole.Open(form(t))
	if err != nil {
		t.Fatal(err)
	}
	meta, _ := f.Properties()
	for _, want := range []report.Meta{{Key: "title", Value: "Biểu mẫu"}, {Key: "author", Value: "Văn phòng"}} {
		if !slices.Contains(meta, want) {
			t.Errorf("%v is not in %v", want, meta)
		}
	}
}

func TestACutFileGivesWhatIsLeft(t *testing.T) {
	whole := form(t)
	f, err := ole.Open(whole[:len(whole)-100]) // LibreOffice writes the directory last
	if err != nil {
		t.Fatal(err)
	}
	if len(f.Stream("Workbook")) == 0 {
		t.Error("no workbook")
	}
	for _, n := range []int{100, len(whole) / 2} {
		_, err = ole.Open(whole[:n])
		if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != report.Truncated && f.Reason != report.Damaged {
			t.Errorf("%d bytes: got %v", n, err)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(form(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := ole.Open(data)
		if err != nil {
			return
		}
		for e := range file.Children(file.Root()) {
			if s := file.Content(e); len(s) > len(data) {
				t.Fatalf("stream %q of %d bytes in a file of %d", e.Name, len(s), len(data))
			}
		}
		file.Properties()
	})
}

func ExampleOpen() {
	data, err := os.ReadFile("../xls/testdata/bieu.xls")
	if err != nil {
		fmt.Println(err)
		return
	}
	f, err := ole.Open(data)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(len(f.Stream("Workbook")) > 0)
	// Output: true
}
