package source

import (
	"io/fs"
	"syscall"
)

// inodeChange is when anything about a file changed last, in nanoseconds; 0 when
// the system does not tell. No program sets it, so it tells of a change behind
// which the size and the time of change were put back.
func inodeChange(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctim.Nano()
	}
	return 0
}
