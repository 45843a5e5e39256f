package md

import (
	"context"
	"strings"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/format/html"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "text/markdown"

// Config bounds a Reader. Its zero value is ready to use.
type Config struct {
	// Limits are the most bytes (Part) and paragraphs and cells (Parts).
	Limits parts.Limits
}

// Reader reads Markdown. It may be used by many goroutines at once.
type Reader struct {
	limits parts.Limits
	html   *html.Reader
}

// New returns a reader.
func New(config Config) *Reader {
	return &Reader{config.Limits.Filled(), html.New(html.Config{Limits: config.Limits, Whole: true})}
}

// Read reads one file in any encoding.
func (r *Reader) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	raw := &report.Raw{Media: Media}
	if int64(len(data)) > r.limits.Part {
		raw.Err = report.Becausef(report.TooLarge, "%d bytes of Markdown: more than %d", len(data), r.limits.Part)
		data = data[:r.limits.Part]
	}
	text, name := charset.Decode(data)
	if name != "UTF-8" && name != "ASCII" {
		raw.Notes = append(raw.Notes, report.Note{Code: "encoding", Text: name + " → Unicode, the whole file"})
	}
	raw.Meta, text = frontMatter(lines(text))
	b := newBlocks(ctx, r, text)
	b.read()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if b.out.Full() && raw.Err == nil {
		raw.Err = r.limits.TooMany()
	}
	raw.Parts = b.out.Finish()
	if len(raw.Parts) == 0 {
		if raw.Err != nil {
			return nil, raw.Err
		}
		return nil, report.Becausef(report.Empty, "no text in %d bytes of Markdown", len(data))
	}
	return raw, nil
}

// lines makes all ends of lines "\n".
func lines(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// keys are fields of the front matter that are metadata of ours.
var keys = map[string]string{"title": "title", "author": "author", "date": "created", "subject": "subject", "lang": "language"}

// frontMatter takes off the fields that stand between two lines of "---" at the
// top. Only values of one line count.
func frontMatter(text string) ([]report.Meta, string) {
	rest, ok := strings.CutPrefix(text, "---\n")
	if !ok {
		return nil, text
	}
	var fields []report.Meta
	for line := range strings.Lines(rest) {
		rest = rest[len(line):]
		if line = strings.TrimRight(line, "\n"); line == "---" || line == "..." {
			return fields, rest
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok && strings.TrimSpace(line) != "" && !strings.ContainsRune(" -#", rune(line[0])) {
			break // a rule above a text, no fields
		}
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		if key := keys[strings.ToLower(strings.TrimSpace(name))]; key != "" && value != "" {
			fields = append(fields, report.Meta{Key: key, Value: value})
		}
	}
	return nil, text
}
