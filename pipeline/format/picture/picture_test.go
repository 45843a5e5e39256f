package picture_test

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"testing"

	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/format/picture"
	"github.com/tongket/tongket/pipeline/report"
)

// engine stands for an OCR engine: it reads the same line on every page with
// ink, and keeps the densities that it was told.
type engine struct {
	sure      uint8
	densities *[]float64
}

const line = "Đại hội bầu 39 đồng chí vào Ban Chấp hành"

func (e engine) Page(_ context.Context, m image.Image, dpi float64) (layout.Page, error) {
	if e.densities != nil {
		*e.densities = append(*e.densities, dpi)
	}
	p := layout.Page{Width: float32(float64(m.Bounds().Dx()) * 72 / dpi), Height: float32(float64(m.Bounds().Dy()) * 72 / dpi), Rough: true}
	x := float32(72)
	for _, r := range line {
		p.Glyphs = append(p.Glyphs, layout.Glyph{R: r, X0: x, X1: x + 6, Y: 90, Size: 12, Font: -1, Confidence: e.sure})
		x += 6
	}
	return p, nil
}

func load(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestPages(t *testing.T) {
	for _, c := range []struct {
		name, media string
		pages       int
	}{
		{"page.png", "image/png", 1},
		{"page.jpg", "image/jpeg", 1},
		{"two-pages.tif", "image/tiff", 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			var densities []float64
			raw, err := picture.New(picture.Config{OCR: engine{95, &densities}}).Read(t.Context(), load(t, c.name))
			if err != nil {
				t.Fatal(err)
			}
			if raw.Media != c.media || raw.Pages != c.pages || len(raw.Parts) == 0 || raw.Parts[0].Text() != line {
				t.Errorf("%s, %d pages, %v", raw.Media, raw.Pages, raw.Parts)
			}
			if len(densities) != c.pages {
				t.Errorf("%d pages went to the engine, want %d", len(densities), c.pages)
			}
			for _, d := range densities {
				if d < 99 || d > 101 {
					t.Errorf("density %v, the file says 100", d)
				}
			}
		})
	}
}

// What is no page of text is no failure to read one, and without an engine the
// reason names what is missing.
func TestReasons(t *testing.T) {
	page := load(t, "page.png")
	for _, c := range []struct {
		name string
		ocr  picture.Recogniser
		data []byte
		want report.Reason
	}{
		{"no bytes", engine{sure: 95}, nil, report.Empty},
		{"no engine", nil, page, report.MissingTool},
		{"a logo", nil, load(t, "logo.png"), report.NoDocument},
		{"a photograph, in which letters are only guessed", engine{sure: 20}, page, report.NoDocument},
		{"cut in half", engine{sure: 95}, page[:len(page)/2], report.Damaged},
		{"a TIFF cut behind its head", engine{sure: 95}, load(t, "two-pages.tif")[:7], report.Truncated},
		{"another format", engine{sure: 95}, []byte("GIF89a"), report.Unsupported},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := picture.New(picture.Config{OCR: c.ocr}).Read(t.Context(), c.data)
			if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
}

// A huge picture is refused by what its head says, before it takes memory.
func TestLimit(t *testing.T) {
	r := picture.New(picture.Config{OCR: engine{sure: 95}, Limits: picture.Limits{Pixels: 1000}})
	_, err := r.Read(t.Context(), load(t, "page.png"))
	if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != report.TooLarge {
		t.Errorf("got %v, want too_large", err)
	}
}

func TestPromises(t *testing.T) {
	formattest.Run(t, picture.New(picture.Config{OCR: engine{sure: 95}}), os.DirFS("testdata"))
}

func FuzzRead(f *testing.F) {
	formattest.Fuzz(f, picture.New(picture.Config{OCR: engine{sure: 95}, Limits: picture.Limits{Pixels: 1 << 20}}), os.DirFS("testdata"))
}
