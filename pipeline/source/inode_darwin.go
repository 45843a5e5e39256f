package source

import (
	"io/fs"
	"syscall"
)

// inodeChange is as on Linux, under another name.
func inodeChange(info fs.FileInfo) int64 {
	if s, ok := info.Sys().(*syscall.Stat_t); ok {
		return s.Ctimespec.Nano()
	}
	return 0
}
