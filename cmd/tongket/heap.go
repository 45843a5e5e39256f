package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// What the heap may take. Rules, words and buffers are some 30 MB; to collect the
// rest at every doubling of that took a twelfth of the time.
const (
	// heapBudget is what the heap grows to in any run, small or large: what a
	// large archive needs in addition only makes the collector come more often.
	heapBudget = 160 << 20
	// mostGrowth and leastGrowth bound, in percent of what is alive, how far the
	// heap grows until it is collected, whatever the budget says. While documents are
	// read some 20 MB are alive, which may grow to the budget.
	mostGrowth, leastGrowth = 800, 30
	// leastRoom is what the runtime may take beyond what is alive, in percent,
	// where that is near the budget or above it. A large archive is there for
	// moments, while a page of Parquet is packed: to collect more often then costs
	// less than the budget would.
	leastRoom = 10
	// besides is what stacks, the runtime's own tables and the holes between
	// pieces in use take. Holes grow with time: beyond this they go back to the
	// system.
	besides = 24 << 20
)

// roomy lets the heap grow to a budget. Where documents are large it takes what
// they need, and beyond twice the bytes in hand it is collected as often as it
// takes. Who sets GOGC or GOMEMLIMIT knows better.
func roomy(hand int64) (restore func()) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return func() {}
	}
	const idle = 128 << 20 // rules, words, buffers
	most := 2*hand + idle
	limit := debug.SetMemoryLimit(room(0, most))
	percent := debug.SetGCPercent(mostGrowth)
	stop := onCollection(func() {
		n := alive()
		debug.SetGCPercent(growth(n))
		debug.SetMemoryLimit(room(n, most))
	})
	return func() {
		stop()
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}

// growth is how far the heap may grow, in percent of what is alive, so that all
// fits into the budget.
func growth(alive uint64) int {
	left := heapBudget - int64(alive)
	return int(max(leastGrowth, min(mostGrowth, left*100/int64(max(alive, 1)))))
}

// room is what the runtime may take of the system's memory in all: the budget, or
// what is alive with the least room where that is more, up to most.
func room(alive uint64, most int64) int64 {
	n := int64(alive)
	return min(most, max(heapBudget, n+n*leastRoom/100)+besides)
}

// alive is what the last collection found in use.
func alive() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// onCollection calls f after every collection until it is stopped, by an object
// that nothing holds.
func onCollection(f func()) (stop func()) {
	type herald struct{ _ *byte }
	var mu sync.Mutex
	stopped := false
	var again func(*herald)
	again = func(h *herald) {
		mu.Lock()
		defer mu.Unlock()
		if !stopped {
			f()
			runtime.SetFinalizer(h, again)
		}
	}
	runtime.SetFinalizer(&herald{}, again)
	return func() {
		mu.Lock()
		defer mu.Unlock()
		stopped = true
	}
}
