package picture

import (
	"bytes"
	"context"
	"errors"
	"image"
	_ "image/jpeg" // decoders of image.Decode
	_ "image/png"
	"math"

	"golang.org/x/image/tiff"

	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/report"
)

// Config of a Reader.
type Config struct {
	Limits Limits
	// OCR reads a page; nil when there is no engine.
	OCR Recogniser
}

// Recogniser reads the picture of a page of so many dots per inch.
type Recogniser interface {
	Page(ctx context.Context, picture image.Image, dpi float64) (layout.Page, error)
}

// Limits bound the work of one file. A zero field takes its default.
type Limits struct {
	// Pixels of one page, 60 million by default: A3 at 400 dots per inch has 31.
	// A page in work takes five bytes for each.
	Pixels int
	// Pages of a TIFF, 300 by default: five minutes of work.
	Pages int
}

func (l Limits) withDefaults() Limits {
	if l.Pixels <= 0 {
		l.Pixels = 60 << 20
	}
	if l.Pages <= 0 {
		l.Pages = 300
	}
	return l
}

// Reader reads pictures. It may be used by several goroutines at once.
type Reader struct{ Config }

// New returns a reader.
func New(c Config) *Reader {
	c.Limits = c.Limits.withDefaults()
	return &Reader{c}
}

// smallest is the side, in dots, below which a picture is no page: a logo, a
// signature in a mail. A5 at 72 dots per inch is 420 wide.
const smallest = 400

// Read reads a picture. The error's reason is MissingTool when there is no OCR,
// NotDocument for a picture that is too small for a page or has no words on it.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, report.Becausef(report.Empty, "no bytes")
	}
	pages, fault := r.split(data)
	if len(pages) == 0 {
		return nil, fault
	}
	raw := &report.Raw{Media: pages[0].media, Pages: len(pages), Err: fault}
	out := layout.New()
	letters, seen := 0, 0
	for i, p := range pages {
		page, err := r.page(ctx, p)
		if e := ctx.Err(); e != nil {
			return nil, e
		}
		if err != nil {
			if i == 0 && len(pages) == 1 || report.AsFailure("", report.StageRead, err, report.Damaged).Reason == report.MissingTool {
				return nil, err
			}
			if raw.Err == nil {
				raw.Err = err
			}
			continue
		}
		letters += words(page)
		seen += len(page.Glyphs)
		page.Number = i + 1
		out.Page(page)
	}
	raw.Parts = out.Parts()
	if len(raw.Parts) == 0 || letters == 0 {
		if raw.Err != nil {
			return nil, raw.Err
		}
		if dots := pages[0].dots(); seen >= lettered && dots < legible {
			return nil, report.Becausef(report.Coarse, "a picture of some %d dots per inch, in which no word can be read for sure", int(dots+0.5))
		}
		return nil, report.Becausef(report.NoDocument, "a picture without words")
	}
	raw.Notes = append(raw.Notes, report.Note{Code: "ocr", Text: "recognised"})
	return raw, nil
}

// What the engine sees on a picture without a word that it believes is a page
// that was scanned too coarsely, and no photograph, from so many letters on: a
// page has some 2,000, in leaves and tiles it sees some dozens. From 100 dots per
// inch on letters of 14 points are 19 dots high, and words are read.
const (
	lettered = 300
	legible  = 100
)

// dots is how many dots per inch a sheet is believed to have, 0 when it cannot be
// told.
func (p sheet) dots() float64 {
	c, err := p.config()
	if err != nil {
		return 0
	}
	return believed(p.dpi, c.Width, c.Height)
}

// page reads one page.
func (r *Reader) page(ctx context.Context, p sheet) (layout.Page, error) {
	c, err := p.config()
	if err != nil {
		return layout.Page{}, because(err)
	}
	switch {
	case min(c.Width, c.Height) < smallest:
		return layout.Page{}, report.Becausef(report.NoDocument, "a picture of %d × %d dots is no page", c.Width, c.Height)
	case c.Width > r.Limits.Pixels/c.Height:
		return layout.Page{}, report.Becausef(report.TooLarge, "a picture of %d × %d dots, the limit is %d in all", c.Width, c.Height, r.Limits.Pixels)
	case r.OCR == nil:
		return layout.Page{}, report.Becausef(report.MissingTool, "a scan, and tesseract with Vietnamese is not installed")
	}
	m, err := p.decode()
	if err != nil {
		return layout.Page{}, because(err)
	}
	return r.OCR.Page(ctx, p.way.of(m), believed(p.dpi, c.Width, c.Height))
}

// because gives the reason of a decoder's error.
func because(err error) error {
	if errors.Is(err, image.ErrFormat) {
		return report.Because(report.Unsupported, err)
	}
	return report.Because(report.Damaged, err)
}

// believed is the density of a picture: the stated one where the longer side of
// the page is then between 5 and 25 inches (A6 to A2), else that of A4.
func believed(dpi float64, width, height int) float64 {
	long := float64(max(width, height))
	if inches := long / dpi; dpi > 0 && inches >= 5 && inches <= 25 {
		return dpi
	}
	const a4 = 11.69 // inches
	return math.Max(long/a4, 1)
}

// words counts the characters of a page that the engine is fairly sure of. On a
// photograph it sees letters in leaves and tiles, and believes few of them.
func words(p layout.Page) int {
	const sure = 60
	n := 0
	for _, g := range p.Glyphs {
		if g.R > ' ' && g.Confidence >= sure {
			n++
		}
	}
	if n < 20 || 2*n < len(p.Glyphs) {
		return 0
	}
	return n
}

// sheet is one page of a file, not decoded yet.
type sheet struct {
	media  string
	data   []byte
	ifd    uint32  // of a TIFF: where the page's directory begins
	dpi    float64 // as stated, 0 for not
	way    turn
	isTIFF bool
}

func (p *sheet) config() (image.Config, error) {
	if p.isTIFF {
		return decodeTIFF(p.data, p.ifd, tiff.DecodeConfig)
	}
	c, _, err := image.DecodeConfig(bytes.NewReader(p.data))
	return c, err
}

func (p *sheet) decode() (image.Image, error) {
	if p.isTIFF {
		return decodeTIFF(p.data, p.ifd, tiff.Decode)
	}
	m, _, err := image.Decode(bytes.NewReader(p.data))
	return m, err
}

// split finds the pages of a file. With an error it returns those before it.
func (r *Reader) split(data []byte) ([]sheet, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\x89PNG")):
		return []sheet{{media: "image/png", data: data, dpi: pngDensity(data)}}, nil
	case bytes.HasPrefix(data, []byte("\xFF\xD8\xFF")):
		s := sheet{media: "image/jpeg", data: data}
		s.dpi, s.way = jpegHead(data)
		return []sheet{s}, nil
	case bytes.HasPrefix(data, []byte("II*\x00")), bytes.HasPrefix(data, []byte("MM\x00*")):
		return tiffPages(data, r.Limits.Pages)
	}
	return nil, report.Becausef(report.Unsupported, "neither PNG nor JPEG nor TIFF")
}
