package main

import (
	"testing"
	"time"
)

// Tries are rarer and rarer, take at most a tenth of the time, and end when
// nothing is left to be tried.
func TestRetry(t *testing.T) {
	var r retry
	now := time.Date(2020, 10, 1, 6, 0, 0, 0, time.UTC)
	if r.due(now) || r.within(time.Minute, now) != time.Minute {
		t.Error("nothing failed, and something is due")
	}
	for i, c := range []struct{ took, want time.Duration }{
		{0, time.Minute}, {0, 2 * time.Minute}, {0, 4 * time.Minute},
		{time.Hour, 10 * time.Hour}, // a tenth of the time at most
		{0, 16 * time.Minute}, {0, 32 * time.Minute}, {0, time.Hour}, {0, time.Hour},
	} {
		r.after(true, now, c.took, time.Minute)
		if got := r.at.Sub(now); got != c.want {
			t.Errorf("try %d: after %v, want %v", i+1, got, c.want)
		}
		if r.due(now) || !r.due(now.Add(c.want)) {
			t.Errorf("try %d: due at the wrong time", i+1)
		}
		if got := r.within(time.Second, now.Add(c.want)); got != 0 {
			t.Errorf("try %d: waits %v more", i+1, got)
		}
	}
	if r.after(false, now, 0, time.Minute); r != (retry{}) {
		t.Error("nothing is left, and something is due")
	}
}
