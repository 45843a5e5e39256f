package html

import (
	"context"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "text/html"

// Config bounds and steers a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are the most bytes (Part), nested elements (Depth: deeper ones are
	// read as if they stood at the limit) and paragraphs and cells (Parts).
	Limits parts.Limits
	// Whole keeps everything that shows, and looks for no main text: for the
	// bodies of mails and for HTML inside other documents.
	Whole bool
	// Charset is the encoding that the surroundings declare, such as a mail's
	// header; the page's own declaration is weaker.
	Charset string
}

// Reader reads HTML. It may be used by many goroutines at once.
type Reader struct{ config Config }

// New returns a reader.
func New(config Config) *Reader {
	config.Limits = config.Limits.Filled()
	return &Reader{config}
}

// markup is how many bytes a page has for each byte of what it says, at least.
const markup = 2

// Read reads one page.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw := &report.Raw{Media: Media}
	if int64(len(data)) > r.config.Limits.Part {
		raw.Err = report.Becausef(report.TooLarge, "%d bytes of html: more than %d", len(data), r.config.Limits.Part)
		data = data[:r.config.Limits.Part]
	}
	text, note := decode(data, r.config.Charset)
	if note.Code != "" {
		raw.Notes = append(raw.Notes, note)
	}
	p := &page{limits: r.config.Limits}
	if err := p.parse(ctx, text); err != nil {
		return nil, err
	}
	p.style()
	p.segment()
	p.choose(r.config.Whole)
	p.metadata(raw)
	w := &writer{page: p, ctx: ctx, out: parts.New(r.config.Limits.Parts)}
	w.out.Grow(min(len(text)/markup, 1<<20))
	w.write()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw.Parts = w.out.Finish()
	if p.main.left > 0 {
		raw.Notes = append(raw.Notes, p.main.note())
	}
	if raw.Err == nil {
		raw.Err = p.err
	}
	if raw.Err == nil && w.out.Full() {
		raw.Err = r.config.Limits.TooMany()
	}
	if len(raw.Parts) == 0 {
		if raw.Err != nil {
			return nil, raw.Err
		}
		return nil, report.Becausef(report.Empty, "no text shows in %d bytes of html", len(data))
	}
	return raw, nil
}
