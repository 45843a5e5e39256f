package pdf

import (
	"context"
	"image"
	"time"

	"github.com/tongket/tongket/pipeline/format/layout"
)

// Config of a Reader. The zero Config reads text layers within the default
// limits and refuses scans, saying what to install.
type Config struct {
	Limits Limits
	// Passwords are tried in turn on locked files.
	Passwords []string
	// OCR reads pages that are pictures; nil when there is none.
	OCR Recogniser
}

// Recogniser reads the picture of a page.
type Recogniser interface {
	// Page returns what stands on a picture of so many dots per inch, in
	// points. The caller numbers the page.
	Page(ctx context.Context, picture image.Image, dpi float64) (layout.Page, error)
}

// Limits bound the work of one document. A zero field takes its default.
type Limits struct {
	// Pages is the number of pages that are read, 2,000 by default. What lies
	// behind is named in Raw.Err.
	Pages int
	// Glyphs is the number of characters on all pages, 20 million by default.
	Glyphs int
	// Objects is the number of lines, pictures and texts that are looked at on
	// one page, 50,000 by default; a map has more, and no table.
	Objects int
	// Attached is the bytes of all attachments, 64 MiB by default.
	Attached int64
	// Scans is the number of pages that are recognised, 300 by default: five
	// minutes of work.
	Scans int
	// PageTime is the last resort against a page on which PDFium does not come
	// to an end: 20 seconds by default. The page is left out.
	PageTime time.Duration
}

func (l Limits) withDefaults() Limits {
	fill := func(n *int, standard int) {
		if *n <= 0 {
			*n = standard
		}
	}
	fill(&l.Pages, 2000)
	fill(&l.Glyphs, 20_000_000)
	fill(&l.Objects, 50_000)
	fill(&l.Scans, 300)
	if l.Attached <= 0 {
		l.Attached = 64 << 20
	}
	if l.PageTime <= 0 {
		l.PageTime = 20 * time.Second
	}
	return l
}
