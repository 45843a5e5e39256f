package formattest

import (
	"context"
	"sync"
)

// countdown is a context that is cancelled once it has been looked at a number
// of times: the same place of the reader's work in every run.
type countdown struct {
	context.Context
	cancel context.CancelFunc

	mu   sync.Mutex
	left int
	gone bool
}

func newCountdown(parent context.Context, looks int) *countdown {
	ctx, cancel := context.WithCancel(parent)
	c := &countdown{Context: ctx, cancel: cancel, left: looks}
	if looks == 0 {
		cancel()
	}
	return c
}

// Err counts the look.
func (c *countdown) Err() error {
	c.look()
	return c.Context.Err()
}

// Done counts the look.
func (c *countdown) Done() <-chan struct{} {
	c.look()
	return c.Context.Done()
}

func (c *countdown) look() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left <= 0 {
		c.gone = true
		c.cancel()
	}
	c.left--
}

// cancelled reports whether the reader looked after the end.
func (c *countdown) cancelled() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.gone
}
