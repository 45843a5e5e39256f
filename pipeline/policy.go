package pipeline

import "fmt"

// Policy says how many failed documents a run may have. The zero Policy lets
// any number fail: a folder of broken files has its rows too.
type Policy struct {
	// MaxFailed stops the run when more documents failed; 0 for no limit.
	MaxFailed int
	// MaxShare (0 to 1) is looked at when all inputs are done; 0 for no limit.
	MaxShare float64
	// WindowFailed of the last Window documents stop the run: failures that
	// come in a row are a wrong configuration or a disk that was unplugged.
	WindowFailed, Window int
}

// TooMany is why a run was stopped by its Policy.
type TooMany struct {
	Failed, Of int
	Limit      string // "failures.max 20"
}

// Error tells the numbers as they were when the last document in hand was done.
func (t *TooMany) Error() string {
	return fmt.Sprintf("%d of %d documents failed, more than %s allows", t.Failed, t.Of, t.Limit)
}

// judge counts outcomes against a Policy.
type judge struct {
	Policy
	failed, all int
	ring        []bool
	recent      int
}

// saw counts one document.
func (j *judge) saw(failed bool) {
	j.all++
	if failed {
		j.failed++
	}
	if j.Window <= 0 {
		return
	}
	if j.ring == nil {
		j.ring = make([]bool, j.Window)
	}
	slot := &j.ring[j.all%j.Window]
	if *slot {
		j.recent--
	}
	if *slot = failed; failed {
		j.recent++
	}
}

// look returns *TooMany when the run must stop now, nil otherwise.
func (j *judge) look() error {
	switch {
	case j.MaxFailed > 0 && j.failed > j.MaxFailed:
		return &TooMany{j.failed, j.all, fmt.Sprintf("failures.max %d", j.MaxFailed)}
	case j.WindowFailed > 0 && j.Window > 0 && j.recent >= j.WindowFailed:
		return &TooMany{j.recent, min(j.all, j.Window), fmt.Sprintf("failures.window %d of %d", j.WindowFailed, j.Window)}
	}
	return nil
}

// end returns *TooMany when the share of failures is too large.
func (j *judge) end() error {
	if j.MaxShare > 0 && float64(j.failed) > j.MaxShare*float64(j.all) {
		return &TooMany{j.failed, j.all, fmt.Sprintf("failures.max %g%%", j.MaxShare*100)}
	}
	return nil
}
