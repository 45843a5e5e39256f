package format

import (
	"context"

	"github.com/tongket/tongket/pipeline/format/mail"
	"github.com/tongket/tongket/pipeline/format/signed"
	"github.com/tongket/tongket/pipeline/report"
)

// signedFile reads what a file of PKCS #7 holds: a mail, or a document of any
// kind.
type signedFile struct {
	mail   *mail.Reader
	inside func(ctx context.Context, name string, data []byte) (*report.Raw, error)
}

// Read takes the content out of its signature and reads it.
func (s signedFile) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	content, err := signed.Content(ctx, data)
	if err != nil {
		return nil, err
	}
	if signed.IsMail(content) {
		return s.mail.Read(ctx, content)
	}
	return s.inside(ctx, "", content)
}
