//go:build !unix

package pdf

// reserve takes n bytes, of which the system gives those that are used.
func reserve(n int) ([]byte, func([]byte)) { return make([]byte, n), func([]byte) {} }
