package format

import (
	"context"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/report"
)

// encrypted reads a package of Word or Excel that has a password: which of the
// two it is shows only when it is open.
type encrypted struct {
	passwords []string
	inside    func(ctx context.Context, name string, data []byte) (*report.Raw, error)
}

// Read opens the package and reads what is in it.
func (e encrypted) Read(ctx context.Context, data []byte) (*report.Raw, error) {
	plain, err := ooxml.Decrypt(ctx, data, e.passwords)
	if err != nil {
		return nil, err
	}
	return e.inside(ctx, "", plain)
}
