//go:build !cloud

package bucket

import (
	"context"
	"fmt"
)

// Supported says whether this build reads object stores.
func Supported(address string) error {
	return fmt.Errorf("%s: this build has no object stores; build one that has: go build -tags cloud ./cmd/tongket", Shown(address))
}

// Open returns the error of Supported.
func Open(_ context.Context, address string) (Store, string, error) {
	return nil, "", Supported(address)
}
