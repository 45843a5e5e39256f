package mht

import (
	"context"
	"errors"

	"github.com/tongket/tongket/pipeline/format/html"
	"github.com/tongket/tongket/pipeline/format/mimex"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "multipart/related"

// Config bounds and steers a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are those of each page, see html.
	Limits parts.Limits
	// Whole keeps everything that shows, and looks for no main text.
	Whole bool
}

// Reader reads saved pages. It may be used by many goroutines at once.
type Reader struct{ html *html.Reader }

// New returns a reader.
func New(config Config) *Reader {
	return &Reader{html.New(html.Config{Limits: config.Limits, Whole: config.Whole})}
}

// Read reads one file.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	e, trouble := mimex.Parse(ctx, data)
	if e == nil {
		return nil, trouble
	}
	pages := pages(e)
	if len(pages) == 0 {
		if trouble == nil {
			trouble = report.Becausef(report.Damaged, "no page in the saved page")
		}
		return nil, trouble
	}
	raw, err := r.html.Read(ctx, pages[0].Text())
	if isEmpty(err) {
		raw, err = r.frames(ctx, pages[1:])
	}
	if err != nil {
		return nil, err
	}
	raw.Media = Media
	if raw.Err == nil {
		raw.Err = trouble
	}
	return raw, nil
}

// frames reads the pages that a page of frames shows, in the order of the file.
func (r *Reader) frames(ctx context.Context, pages []*mimex.Entity) (*report.Raw, error) {
	var all *report.Raw
	for _, p := range pages {
		raw, err := r.html.Read(ctx, p.Text())
		switch {
		case isEmpty(err):
		case err != nil:
			return nil, err
		case all == nil:
			all = raw
		default:
			all.Parts = parts.Join(all.Parts, raw.Parts)
			all.Notes = append(all.Notes, raw.Notes...)
			if all.Err == nil {
				all.Err = raw.Err
			}
		}
	}
	if all == nil {
		return nil, report.Becausef(report.Empty, "no text shows on the saved page")
	}
	return all, nil
}

func isEmpty(err error) bool {
	f, ok := errors.AsType[*report.Failure](err)
	return ok && f.Reason == report.Empty
}

// pages are the pages in a file, the one that the others belong to first.
func pages(e *mimex.Entity) []*mimex.Entity {
	var first *mimex.Entity
	if len(e.Parts) > 0 {
		first = e.Root()
		for len(first.Parts) > 0 {
			first = first.Root()
		}
	}
	var out []*mimex.Entity
	e.All(func(p *mimex.Entity) bool {
		switch {
		case p.Media != "text/html" && p.Media != "application/xhtml+xml":
		case p == first:
			out = append([]*mimex.Entity{p}, out...)
		default:
			out = append(out, p)
		}
		return true
	})
	return out
}
