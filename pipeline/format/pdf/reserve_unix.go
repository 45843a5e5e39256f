//go:build unix

package pdf

import "syscall"

// reserve takes addresses for n bytes; the system gives memory when they are
// used.
func reserve(n int) ([]byte, func([]byte)) {
	m, err := syscall.Mmap(-1, 0, n, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_PRIVATE|syscall.MAP_ANON)
	if err != nil {
		return make([]byte, n), func([]byte) {}
	}
	return m, func(m []byte) { _ = syscall.Munmap(m) } // nothing can be done about it
}
