package rtf

import (
	"bytes"
	"context"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "application/rtf"

// Config bounds and connects a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are the most bytes (Part), groups inside each other (Depth: deeper
	// ones are read without their looks) and paragraphs and cells (Parts).
	Limits parts.Limits
	// Inside reads the HTML that a mail program packed into RTF. Without it
	// such a file is read by its RTF side, which has no tables.
	Inside func(ctx context.Context, name string, data []byte) (*report.Raw, error)
}

// Reader reads RTF. It may be used by many goroutines at once.
type Reader struct{ config Config }

// New returns a reader.
func New(config Config) *Reader {
	config.Limits = config.Limits.Filled()
	return &Reader{config}
}

// blanks may stand before the first brace: a mark of UTF-8, empty lines.
const blanks = "\xef\xbb\xbf \t\r\n\x00"

// Read reads one file.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if data = bytes.TrimLeft(data, blanks); !bytes.HasPrefix(data, []byte(`{\rt`)) {
		return nil, report.Becausef(report.Damaged, "not rich text: it begins with %.20q", data[:min(len(data), 20)])
	}
	var tooLarge error
	if int64(len(data)) > r.config.Limits.Part {
		tooLarge = report.Becausef(report.TooLarge, "%d bytes of rich text: more than %d", len(data), r.config.Limits.Part)
		data = data[:r.config.Limits.Part]
	}
	if raw := r.page(ctx, data); raw != nil {
		return raw, ctx.Err()
	}
	d := newDocument(ctx, r.config.Limits, data)
	d.trouble(tooLarge)
	d.read()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw := d.raw()
	if len(raw.Parts) == 0 && len(raw.Attachments) == 0 {
		if raw.Err != nil {
			return nil, raw.Err
		}
		return nil, report.Becausef(report.Empty, "no text in %d bytes of rich text", len(data))
	}
	return raw, nil
}
