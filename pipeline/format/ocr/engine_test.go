package ocr_test

import (
	"context"
	"errors"
	"image"
	_ "image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/format/ocr"
	"github.com/tongket/tongket/pipeline/report"
)

// A stamped page of a report of our own, scanned at 200 dots per inch: the
// figures come out right, the seal leaves no letters, and the second reading
// comes from the cache.
func TestPage(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "page.png"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	page, _, err := image.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	cache := filepath.Join(t.TempDir(), "ocr")
	text, err := read(t.Context(), ocr.New(ocr.Config{Cache: cache}), page)
	if f, ok := errors.AsType[*report.Failure](err); ok && f.Reason == report.MissingTool {
		t.Skip("tesseract with Vietnamese is not installed")
	}
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing in\n%s", want, text)
		}
	}
	kept, err := filepath.Glob(filepath.Join(cache, "*", "*.tsv"))
	if err != nil || len(kept) != 1 {
		t.Fatalf("the cache holds %v, %v", kept, err)
	}
	if again, err := read(t.Context(), ocr.New(ocr.Config{Cache: cache}), page); err != nil || again != text {
		t.Errorf("from the cache: %v\n%s", err, again)
	}
}

func read(ctx context.Context, e *ocr.Engine, m image.Image) (string, error) {
	p, err := e.Page(ctx, m, 200)
	if err != nil {
		return "", err
	}
	p.Number = 1
	b := layout.New()
	b.Page(p)
	var out strings.Builder
	for _, part := range b.Parts() {
		out.WriteString(part.Text() + "\n")
	}
	return out.String(), nil
}

// A blank page never reaches the engine, so it needs none.
func TestBlank(t *testing.T) {
	m := image.NewGray(image.Rect(0, 0, 800, 1100))
	for i := range m.Pix {
		m.Pix[i] = 250 - byte(i%7)
	}
	e := ocr.New(ocr.Config{})
	if e.Fingerprint() == "" {
		t.Skip("tesseract is not installed")
	}
	if p, err := e.Page(t.Context(), m, 100); err != nil || len(p.Glyphs) > 0 {
		t.Errorf("%d letters, %v", len(p.Glyphs), err)
	}
}

// A program that is not there is named by its reason, and has no fingerprint.
func TestMissing(t *testing.T) {
	e := ocr.New(ocr.Config{Program: "no-such-tesseract"})
	_, err := e.Page(t.Context(), image.NewGray(image.Rect(0, 0, 10, 10)), 100)
	if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != report.MissingTool {
		t.Errorf("got %v", err)
	}
	if s := e.Fingerprint(); s != "" {
		t.Errorf("fingerprint %q", s)
	}
}

// wanted are the figures and the firm words of the page.
var wanted = []string{
	"1875-QĐ/TU", "04 tháng 9 năm 2020", "2020 - 2025", "29-QĐ/TW", "25/7/2016", "09-QC/TU", "06/4/2016", "02-TTr/HU", "18/8/2020",
	"Ban Chấp hành Đảng bộ tỉnh", "Huyện ủy Hương Khê khóa XXI",
}
