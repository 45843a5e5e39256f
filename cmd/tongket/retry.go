package main

import "time"

// retry says when a watched folder is tried again though nothing in it changed:
// what failed for its surroundings (a tool, a password, a share) may succeed, as
// it would on the next run of a schedule. The zero retry never.
type retry struct {
	at    time.Time // zero for never
	pause time.Duration
}

// The pauses between tries grow to retryMost, and are never shorter than
// retryShare times what a try took: a document that always runs into its limit
// of time must not keep a machine busy.
const (
	retryMost  = time.Hour
	retryShare = 10
)

// after plans the next try: left says that a run, which took so long, left
// something to be tried again; first is the shortest pause.
func (r *retry) after(left bool, now time.Time, took, first time.Duration) {
	if !left {
		*r = retry{}
		return
	}
	r.pause = min(max(2*r.pause, first), max(retryMost, first))
	r.at = now.Add(max(r.pause, retryShare*took))
}

// due reports whether it is time.
func (r *retry) due(now time.Time) bool { return !r.at.IsZero() && !now.Before(r.at) }

// within shortens a wait to the time that is left.
func (r *retry) within(d time.Duration, now time.Time) time.Duration {
	if r.at.IsZero() {
		return d
	}
	return max(min(d, r.at.Sub(now)), 0)
}
