package format

import (
	"context"
	"fmt"
	"path"
	"strings"
	"unicode"

	"github.com/tongket/tongket/pipeline/format/ole"
	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/parts"
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
		return nil, refusal(name, media, data)
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
			if strings.ContainsFunc(r.Text, shown) {
				return true
			}
		}
	}
	return false
}

// shown reports whether a rune puts anything on paper.
func shown(c rune) bool {
	return c != unicode.ReplacementChar && !unicode.IsSpace(c) && !unicode.IsControl(c) && c != '\ufeff'
}

// refusal says why a media type has no reader. A file that is named as a report and
// holds nothing that is known, or an archive that does not open, was one once.
func refusal(name, media string, data []byte) error {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	ext := strings.ToLower(extension(base))
	switch {
	case media == MediaBinary && reportNames[ext] && !strings.HasPrefix(base, "._") && !strings.HasPrefix(base, "~"):
		return report.Becausef(report.Damaged, "the content is of no known format, the name says %s", ext)
	case media == MediaOLE && ole.Cut(data): // of a file that is whole the names of its streams say what it is
		return report.Becausef(report.Truncated, "the end of the file is missing")
	case media == MediaZip && zipNames[ext]:
		if z, err := ooxml.OpenZip(data, parts.Limits{Part: 1 << 20}); err != nil || len(z.Names()) == 0 {
			return report.Becausef(report.Truncated, "the package of this %s does not open", ext)
		}
		return report.Becausef(report.Damaged, "the name says %s, but this is a zip archive without the document of an office program in it", ext)
	}
	if what, known := unread[media]; known {
		return report.Becausef(report.Unsupported, "%s (%s) is not read", what, media)
	}
	return report.Becausef(report.NoDocument, "%s is no document", media)
}

// zipNames are endings of office files that are packages.
var zipNames = endings(".docx .docm .dotx .xlsx .xlsm .odt .ods .ott")

// reportNames are endings of the formats in which offices keep reports, scans among
// them. What systems leave beside such a file under its name ("._a.docx", "~a.doc") begins with a mark.
var reportNames = endings(".docx .docm .dotx .doc .dot .rtf .odt .ott .pdf .xlsx .xlsm .xls .ods .htm .html .mht .mhtml .eml .msg .txt .md .csv .png .jpg .jpeg .tif .tiff")

func endings(list string) map[string]bool {
	m := map[string]bool{}
	for ext := range strings.FieldsSeq(list) {
		m[ext] = true
	}
	return m
}
