//go:build !unix

package ocr

import (
	"context"
	"os/exec"
)

// command returns a program; these systems have no limits to set.
func command(ctx context.Context, _ Limits, program string, args []string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, program, args...)
	cmd.Env = append(cmd.Environ(), "OMP_THREAD_LIMIT=1")
	return cmd
}
