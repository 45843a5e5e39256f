package main

import (
	"runtime"
	"testing"
)

// The heap grows to its budget and not beyond, where what is alive lets it.
func TestHeapStaysInItsBudget(t *testing.T) {
	for _, alive := range []uint64{0, 1 << 20, 30 << 20, 60 << 20, 72 << 20} {
		if n := alive + alive*uint64(growth(alive))/100; n > heapBudget {
			t.Errorf("%d MB alive grow to %d MB", alive>>20, n>>20)
		}
	}
	const most = 600 << 20
	for alive, want := range map[uint64]int64{0: 184 << 20, 100 << 20: 184 << 20, 140 << 20: 184 << 20, 200 << 20: 244 << 20, 1 << 30: most} {
		if got := room(alive, most); got != want {
			t.Errorf("%d MB alive have room for %d MB, want %d", alive>>20, got>>20, want>>20)
		}
	}
	if got := growth(1 << 30); got != leastGrowth {
		t.Errorf("a gigabyte alive grows by %d %%", got)
	}
	if got := growth(1 << 20); got != mostGrowth {
		t.Errorf("a megabyte alive grows by %d %%", got)
	}
}

func TestOnCollection(t *testing.T) {
	heard := make(chan struct{}, 100)
	stop := onCollection(func() { heard <- struct{}{} })
	for range 3 {
		runtime.GC()
		<-heard
	}
	stop()
}
