//go:build unix

package extractors

import (
	"syscall"
	"time"
)

// cpu is the CPU time of this process so far, in all threads: other work beside
// a benchmark does not count.
func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
