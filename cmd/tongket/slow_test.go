//go:build slow

package main

// The slow tests: go test -tags slow -timeout 2h ./cmd/tongket
func init() { slow, kills = true, 100 }
