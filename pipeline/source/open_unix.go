//go:build unix

package source

import (
	"errors"
	"syscall"
)

// withoutWaiting makes opening a pipe without a writer return at once.
const withoutWaiting = syscall.O_NONBLOCK

// isLoop reports whether err comes from links that lead to themselves.
func isLoop(err error) bool { return errors.Is(err, syscall.ELOOP) }
