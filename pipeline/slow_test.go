//go:build slow

package pipeline

// The slow tests: go test -tags slow -timeout 1h ./pipeline
func init() { seeds = 10_000 }
