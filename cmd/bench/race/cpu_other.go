//go:build !unix

package race

import (
	"errors"
	"time"
)

// cpu says that this system is not asked for CPU time.
func cpu() (time.Duration, error) {
	return 0, errors.New("CPU time is measured on Unix only: run the race there")
}
