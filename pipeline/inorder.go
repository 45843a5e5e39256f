package pipeline

import (
	"context"
	"iter"

	"golang.org/x/sync/errgroup"
)

// inOrder calls f for the items of in, on at most n goroutines at a time, and
// yields the results in the order of in. At most window results wait for a slow
// one before them. After stop ends, no further item is taken; what was taken is
// still yielded. Whatever ends the loop, no goroutine outlives it; breaking out
// cancels the context that f gets.
func inOrder[In, Out any](ctx, stop context.Context, n, window int, in iter.Seq[In], f func(context.Context, In) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		ctx, cancel := context.WithCancel(ctx)
		var feeder, workers errgroup.Group
		free := make(chan struct{}, n)
		defer workers.Wait() //nolint:errcheck // they return none
		defer feeder.Wait()  //nolint:errcheck // it returns none
		defer cancel()

		// A slot enters the queue before its work starts, so the queue bounds
		// what is finished and not yet taken.
		queue := make(chan chan Out, window)
		feeder.Go(func() error {
			defer close(queue)
			for item := range in {
				select {
				case free <- struct{}{}:
				case <-stop.Done():
				}
				if stop.Err() != nil {
					return nil
				}
				slot := make(chan Out, 1)
				select {
				case queue <- slot:
				case <-ctx.Done():
					return nil
				}
				workers.Go(func() error {
					slot <- f(ctx, item)
					<-free
					return nil
				})
			}
			return nil
		})
		for slot := range queue {
			if !yield(<-slot) {
				return
			}
		}
	}
}
