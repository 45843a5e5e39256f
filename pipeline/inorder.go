package pipeline

import (
	"context"
	"iter"

	"golang.org/x/sync/errgroup"
)

// worker does one item after another. It gives the outcome of each then or later, at
// Rest at the latest, which is called before it has to wait for an item.
type worker[In, Out any] interface {
	Do(ctx context.Context, item In, give func(Out))
	Rest(ctx context.Context)
}

// inOrder has n workers do the items of in, each on a goroutine, and yields the results
// in the order of in. At most window results wait for a slow one before them.
// Two items are found ahead, so that no worker waits for the next to be found.
// After stop ends, nothing is begun; what was begun is still yielded. Whatever
// ends the loop, no goroutine outlives it; breaking out cancels the context
// that workers get.
func inOrder[In, Out any](ctx, stop context.Context, n, window int, in iter.Seq[In], hire func() worker[In, Out]) iter.Seq[Out] {
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
				w := hire()
				defer w.Rest(ctx)
				for {
					var j job
					var more bool
					select {
					case j, more = <-work:
					default:
						w.Rest(ctx)
						j, more = <-work
					}
					if !more {
						return nil
					}
					if stop.Err() != nil || ctx.Err() != nil {
						close(j.slot)
						continue
					}
					w.Do(ctx, j.item, func(out Out) {
						j.slot <- out
						close(j.slot)
					})
				}
			})
		}
		for slot := range queue {
			if out, begun := <-slot; begun && !yield(out) {
				return
			}
		}
	}
}
