package plain

import (
	"context"
	"strings"

	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "text/plain"

// Config bounds a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are the most bytes (Part) and lines (Parts) of one file.
	Limits parts.Limits
}

// Reader reads text files. It may be used by many goroutines at once.
type Reader struct{ limits parts.Limits }

// New returns a reader.
func New(config Config) *Reader { return &Reader{config.Limits.Filled()} }

// Read reads one file in any encoding. Lines end with LF, CR LF or CR; a form
// feed begins a page.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw := &report.Raw{Media: Media, Wrapped: true}
	if int64(len(data)) > r.limits.Part {
		raw.Err = report.Becausef(report.TooLarge, "%d bytes of text: more than %d", len(data), r.limits.Part)
		data = data[:r.limits.Part]
	}
	text, note := decode(data)
	if note.Code != "" {
		raw.Notes = append(raw.Notes, note)
	}
	if fault := binary(text); fault != nil {
		return nil, fault
	}
	if strings.TrimSpace(text) == "" {
		return nil, report.Becausef(report.Empty, "no text in %d bytes", len(data))
	}
	if err := r.lines(ctx, raw, text); err != nil {
		return nil, err
	}
	return raw, nil
}

// lines makes one part of each line.
func (r *Reader) lines(ctx context.Context, raw *report.Raw, text string) error {
	paged := strings.Contains(strings.TrimRight(text, "\f\r\n "), "\f")
	n := strings.Count(text, "\n") + strings.Count(text, "\r") + 1
	raw.Parts = make([]report.Part, 0, min(n, r.limits.Parts))
	runs := make([]report.Run, 0, min(n, r.limits.Parts))
	page := 1
	for line, feed := range split(text) {
		if len(raw.Parts) >= r.limits.Parts {
			raw.Err = r.limits.TooMany()
			break
		}
		if len(raw.Parts)%4096 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		p := report.Part{}
		if paged {
			p.Page, raw.Pages = page, page
		}
		// Tabs at the end of a line are the empty cells of a row.
		if line = strings.TrimRight(line, " \u00a0"); strings.Trim(line, " \t\u00a0") != "" {
			runs = append(runs, report.Run{Text: line})
			p.Runs = runs[len(runs)-1 : len(runs) : len(runs)]
		}
		raw.Parts = append(raw.Parts, p)
		if feed {
			page++
		}
	}
	trimBlank(raw)
	return nil
}

// trimBlank drops empty lines at the end, and pages that only they are on.
func trimBlank(raw *report.Raw) {
	n := len(raw.Parts)
	for n > 0 && len(raw.Parts[n-1].Runs) == 0 {
		n--
	}
	raw.Parts = raw.Parts[:n]
	if raw.Pages > 0 && n > 0 {
		raw.Pages = raw.Parts[n-1].Page
	}
}

// split yields the lines of text, and whether a form feed ended each.
func split(text string) func(yield func(line string, feed bool) bool) {
	return func(yield func(string, bool) bool) {
		for text != "" {
			i := strings.IndexAny(text, "\n\r\f")
			if i < 0 {
				yield(text, false)
				return
			}
			line, end := text[:i], text[i]
			text = text[i+1:]
			if end == '\r' && strings.HasPrefix(text, "\n") {
				text = text[1:]
			}
			if !yield(line, end == '\f') {
				return
			}
		}
	}
}

// binaryShare is the share of control characters that no text has: an escape
// sequence or a stray NUL is forgiven, a program is not.
const binaryShare = 0.05

// binary reports text that is no text.
func binary(text string) error {
	sample := text[:min(len(text), 1<<16)]
	bad := 0
	for i := range len(sample) {
		if c := sample[i]; c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			bad++
		}
	}
	if float64(bad) > binaryShare*float64(len(sample)) {
		return report.Becausef(report.NoDocument, "%d of %d bytes are control characters: not a text", bad, len(sample))
	}
	return nil
}
