package pipeline

import (
	"testing"

	"go.uber.org/goleak"
)

// Nothing may go on after the tests: this is the room with goroutines.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }
