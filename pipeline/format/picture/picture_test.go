package picture_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"slices"
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
	seen      *image.Image
}

const line = "Đại hội bầu 39 đồng chí vào Ban Chấp hành"

func (e engine) Page(_ context.Context, m image.Image, dpi float64) (layout.Page, error) {
	if e.seen != nil {
		*e.seen = m
	}
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
			raw, err := picture.New(picture.Config{OCR: engine{sure: 95, densities: &densities}}).Read(t.Context(), load(t, c.name))
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

// A phone stores what its sensor saw and says how it was held. Each way is that
// of a corner: where the first dot of the file belongs on the page.
func TestTurned(t *testing.T) {
	const w, h, mark = 400, 640, 16
	page := image.NewGray(image.Rect(0, 0, w, h)) // black, with two corners that tell themselves apart
	for i := range mark * mark {
		page.SetGray(i%mark, i/mark, color.Gray{Y: 250})
		page.SetGray(w-1-i%mark, i/mark, color.Gray{Y: 120})
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, page, nil); err != nil {
		t.Fatal(err)
	}
	plain := file.Bytes()
	stored, _, err := image.Decode(bytes.NewReader(plain))
	if err != nil {
		t.Fatal(err)
	}
	for way, want := range map[byte]struct{ size, first, acrossFrom image.Point }{
		1: {image.Pt(w, h), image.Pt(0, 0), image.Pt(w-1, 0)},
		2: {image.Pt(w, h), image.Pt(w-1, 0), image.Pt(0, 0)},
		3: {image.Pt(w, h), image.Pt(w-1, h-1), image.Pt(0, h-1)},
		4: {image.Pt(w, h), image.Pt(0, h-1), image.Pt(w-1, h-1)},
		5: {image.Pt(h, w), image.Pt(0, 0), image.Pt(0, w-1)},
		6: {image.Pt(h, w), image.Pt(h-1, 0), image.Pt(h-1, w-1)},
		7: {image.Pt(h, w), image.Pt(h-1, w-1), image.Pt(h-1, 0)},
		8: {image.Pt(h, w), image.Pt(0, w-1), image.Pt(0, 0)},
		9: {image.Pt(w, h), image.Pt(0, 0), image.Pt(w-1, 0)}, // there is none: left alone
	} {
		exif := "\xFF\xE1\x00\x22Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x01\x12\x00\x03\x00\x00\x00\x01\x00" + string(way) + "\x00\x00\x00\x00\x00\x00"
		data := slices.Concat(plain[:2], []byte(exif), plain[2:])
		var seen image.Image
		if _, err := picture.New(picture.Config{OCR: engine{sure: 95, seen: &seen}}).Read(t.Context(), data); err != nil {
			t.Fatal(err)
		}
		if seen.Bounds().Size() != want.size {
			t.Errorf("way %d: %v, want %v", way, seen.Bounds().Size(), want.size)
		}
		for from, to := range map[image.Point]image.Point{{}: want.first, {X: w - 1}: want.acrossFrom} {
			if got, file := seen.At(to.X, to.Y), stored.At(from.X, from.Y); got != file {
				t.Errorf("way %d: %v is %v, want what the file has at %v, %v", way, to, got, from, file)
			}
		}
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

// page is an engine that sees a page of letters and believes none.
type page struct{ engine }

func (e page) Page(ctx context.Context, m image.Image, dpi float64) (layout.Page, error) {
	p, err := e.engine.Page(ctx, m, dpi)
	for len(p.Glyphs) < 400 {
		p.Glyphs = append(p.Glyphs, p.Glyphs...)
	}
	return p, err
}

// A page that was scanned at 60 dots per inch is said to be so: nothing of it can
// be read, and to say that it is no document would hide it. The same letters of
// a denser picture, and few letters, are a photograph's.
func TestCoarseScansAreSaid(t *testing.T) {
	for _, c := range []struct {
		width, height int
		engine        picture.Recogniser
		want          report.Reason
	}{
		{496, 702, page{engine{sure: 20}}, report.Coarse},
		{1654, 2339, page{engine{sure: 20}}, report.NoDocument},
		{496, 702, engine{sure: 20}, report.NoDocument},
	} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, c.width, c.height)), nil); err != nil {
			t.Fatal(err)
		}
		_, err := picture.New(picture.Config{OCR: c.engine}).Read(t.Context(), b.Bytes())
		f, ok := errors.AsType[*report.Failure](err)
		if !ok || f.Reason != c.want || c.want == report.Coarse && f.Err.Error() != "a picture of some 60 dots per inch, in which no word can be read for sure" {
			t.Errorf("%d × %d: %v, want %s", c.width, c.height, err, c.want)
		}
	}
}
