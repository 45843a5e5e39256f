package rtf

import (
	"bytes"
	"context"

	"github.com/tongket/tongket/pipeline/report"
)

// packedWithin is how far into a file the word that says it is a packed page
// stands, at most: it is one of the first ten.
const packedWithin = 1024

// page reads a file that a mail program made of a page of HTML, nil when it is
// none or the page does not read.
func (r *Reader) page(ctx context.Context, data []byte) *report.Raw {
	if r.config.Inside == nil || !bytes.Contains(data[:min(len(data), packedWithin)], []byte(`\fromhtml1`)) {
		return nil
	}
	d := newDocument(ctx, r.config.Limits, data)
	d.html = new([]byte)
	d.read()
	raw, err := r.config.Inside(ctx, "page.html", *d.html)
	if err != nil {
		return nil
	}
	raw.Media = Media
	if raw.Err == nil {
		raw.Err = d.err
	}
	return raw
}

// tag begins a group that holds marks of the page.
func (d *document) tag() {
	if d.html == nil {
		d.skipGroup()
		return
	}
	d.target = toMarkup
}

// markup takes text of the page: marks as they are, text so that it stays text.
func (d *document) markup(text []byte) {
	switch {
	case d.target == toMarkup:
		*d.html = append(*d.html, text...)
	case d.target != toText:
		if len(d.capture) < maxCapture {
			d.capture = append(d.capture, text...)
		}
	case d.packing:
	default:
		for _, c := range text {
			switch c {
			case '<':
				*d.html = append(*d.html, "&lt;"...)
			case '&':
				*d.html = append(*d.html, "&amp;"...)
			default:
				*d.html = append(*d.html, c)
			}
		}
	}
}
