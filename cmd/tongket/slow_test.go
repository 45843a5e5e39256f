//go:build slow

package main

// The slow tests: go test -tags slow -timeout 1h ./cmd/tongket
func init() { kills = 100 }
