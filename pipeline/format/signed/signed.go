package signed

import (
	"bytes"
	"context"

	"github.com/tongket/tongket/pipeline/report"
)

// Media is the media type of what this room reads.
const Media = "application/pkcs7-mime"

// What a file of PKCS #7 begins with, behind its length.
const (
	signedData    = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"
	envelopedData = "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03"
)

// Is reports whether a file is one of PKCS #7, signed or encrypted.
func Is(data []byte) bool { return begins(data, signedData) || begins(data, envelopedData) }

// begins reports whether a file is a sequence that begins with an object
// identifier.
func begins(data []byte, id string) bool {
	kind, _, start, _ := header(data[:min(len(data), 8)]) // a cut file is one too
	return kind == sequence && bytes.HasPrefix(data[start:], []byte(id))
}

// Content returns what was signed. It may lie in data, so it must not be
// changed.
func Content(ctx context.Context, data []byte) ([]byte, error) {
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case begins(data, envelopedData):
		return nil, report.Becausef(report.Locked, "encrypted for the owner of a certificate")
	case !begins(data, signedData):
		return nil, report.Becausef(report.Damaged, "no signed file: it does not begin as PKCS #7 does")
	}
	inner, ok := encapsulated(data)
	if !ok {
		return nil, report.Becausef(report.Truncated, "a signed file that ends before what was signed, or is damaged")
	}
	wrapped, ok := take(inner, objectID, explicit)
	if !ok {
		return nil, report.Becausef(report.Empty, "a signature beside what was signed")
	}
	text, _, ok := cut(wrapped.body)
	if !ok {
		return nil, report.Becausef(report.Truncated, "a signed file that is cut short")
	}
	content, ok := text.join()
	if !ok {
		return nil, report.Becausef(report.Unsupported, "a signed file whose content is no bytes")
	}
	if len(content) == 0 {
		return nil, report.Becausef(report.Empty, "a signed file without content")
	}
	return content, nil
}

// encapsulated finds the part of a signed file that holds what was signed,
// behind the version and the algorithms.
func encapsulated(data []byte) ([]byte, bool) {
	file, ok := take(data, sequence)
	if !ok {
		return nil, false
	}
	wrapped, ok := take(file.body, objectID, explicit)
	if !ok {
		return nil, false
	}
	signed, ok := take(wrapped.body, sequence)
	if !ok {
		return nil, false
	}
	inner, ok := take(signed.body, integer, set, sequence)
	return inner.body, ok
}

// IsMail reports whether what was signed is the inside of a mail: it begins with
// a field of its header.
func IsMail(content []byte) bool {
	for _, field := range []string{"content-", "mime-version:"} {
		if len(content) >= len(field) && bytes.EqualFold(content[:len(field)], []byte(field)) {
			return true
		}
	}
	return false
}
