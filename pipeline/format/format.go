package format

import (
	"context"
	"fmt"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Reader reads the documents of one kind.
type Reader interface {
	Read(ctx context.Context, data []byte) (*report.Raw, error)
}

// Kind is one reader and the media types that it reads.
type Kind struct {
	Reader Reader
	Media  []string
}

// Readers is the table of readers, by media type.
type Readers map[string]Reader

// table makes Readers of a list, in which no media type stands twice.
func table(kinds []Kind) Readers {
	readers := make(Readers)
	for _, k := range kinds {
		for _, m := range k.Media {
			readers[m] = k.Reader
		}
	}
	return readers
}

// Read finds out what data is and reads it. The error carries a report.Reason:
// NoDocument for what is no document at all, Unsupported for a kind that is
// known and not read, Empty for a document without text, Internal when the
// reader panicked.
func (r Readers) Read(ctx context.Context, name string, data []byte) (*report.Raw, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if len(data) == 0 {
		return nil, report.Becausef(report.Empty, "no bytes")
	}
	media := Sniff(name, data)
	reader := r[media]
	if reader == nil {
		return nil, refusal(media)
	}
	raw, err := guarded(ctx, reader, media, data)
	if err != nil {
		return nil, err
	}
	if hasText(raw) || len(raw.Attachments) > 0 {
		return raw, nil
	}
	if raw.Err != nil {
		return nil, raw.Err
	}
	return nil, report.Becausef(report.Empty, "%s: no text", media)
}

// guarded calls a reader and makes an error of its panic.
func guarded(ctx context.Context, reader Reader, media string, data []byte) (raw *report.Raw, err error) {
	defer func() {
		if p := recover(); p != nil {
			raw, err = nil, report.Because(report.Internal, fmt.Errorf("reader of %s: panic: %v", media, p))
		}
	}()
	raw, err = reader.Read(ctx, data)
	if err == nil && raw == nil {
		err = report.Becausef(report.Internal, "reader of %s: neither text nor error", media)
	}
	return raw, err
}

func hasText(raw *report.Raw) bool {
	for _, p := range raw.Parts {
		for _, r := range p.Runs {
			if strings.TrimSpace(r.Text) != "" {
				return true
			}
		}
	}
	return false
}

// refusal says why a media type has no reader.
func refusal(media string) error {
	if what, known := unread[media]; known {
		return report.Becausef(report.Unsupported, "%s (%s) is not read", what, media)
	}
	return report.Becausef(report.NoDocument, "%s is no document", media)
}
