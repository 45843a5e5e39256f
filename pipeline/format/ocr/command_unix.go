//go:build unix

package ocr

import (
	"context"
	"os/exec"
	"strconv"
	"syscall"
)

// limits is a shell's: they must hold before the program begins. A limit that
// the system does not know is none.
const limits = `ulimit -v "$1" 2>/dev/null; ulimit -t "$2" 2>/dev/null; shift 2; exec "$@"`

// command returns a program with its limits, in a process group that is killed
// as one.
func command(ctx context.Context, l Limits, program string, args []string) *exec.Cmd {
	kilobytes, seconds := strconv.FormatInt(l.Memory>>10, 10), strconv.Itoa(int(l.Time.Seconds())+1)
	cmd := exec.CommandContext(ctx, "/bin/sh", append([]string{"-c", limits, "sh", kilobytes, seconds, program}, args...)...)
	// Threads only cost: 6.4 s a page on two cores instead of 1.1.
	cmd.Env = append(cmd.Environ(), "OMP_THREAD_LIMIT=1", "LC_ALL=C")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	return cmd
}
