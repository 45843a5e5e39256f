package journal_test

import (
	"testing"

	"go.uber.org/goleak"
)

// Nothing may go on after the tests.
func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }
