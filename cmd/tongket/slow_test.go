//go:build slow

package main

// The slow tests: go test -tags slow -timeout 2h ./cmd/tongket ./pipeline
func init() { slow, kills = true, 34 } // 102 kills
