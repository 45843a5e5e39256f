package pipeline

import (
	"context"
	"iter"

	"golang.org/x/sync/errgroup"
)

// inOrder calls f for the items of in, on n goroutines, and yields the results
// in the order of in. At most window results wait for a slow one before them.
// Two items are found ahead, so that no worker waits for the next to be found.
// After stop ends, nothing is begun; what was begun is still yielded. Whatever
// ends the loop, no goroutine outlives it; breaking out cancels the context
// that f gets.
func inOrder[In, Out any](ctx, stop context.Context, n, window int, in iter.Seq[In], f func(context.Context, In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var group errgroup.Group
		defer group.Wait() //nolint:errcheck // they return none
		defer cancel()

		// A slot enters the queue before its work starts, so the queue bounds
		// what is finished and not yet taken. A slot that closes empty was not
		// begun.
		type job struct {
			item In
			slot chan Out
		}
		queue := make(chan chan Out, window)
		work := make(chan job, 1)
		group.Go(func() error {
			defer close(queue)
			defer close(work)
			for item := range in {
				if stop.Err() != nil {
					return nil
				}
				j := job{item, make(chan Out, 1)}
				select {
				case queue <- j.slot:
				case <-ctx.Done():
					return nil
				}
				select {
				case work <- j:
				case <-ctx.Done():
					close(j.slot)
					return nil
				}
			}
			return nil
		})
		for range n {
			group.Go(func() error {
				for j := range work {
					if stop.Err() == nil && ctx.Err() == nil {
						j.slot <- f(ctx, j.item)
					}
					close(j.slot)
				}
				return nil
			})
		}
		for slot := range queue {
			if out, begun := <-slot; begun && !yield(out) {
				return
			}
		}
	}
}
