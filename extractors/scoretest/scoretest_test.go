package scoretest_test

import (
	"fmt"

	"github.com/tongket/tongket/extractors/scoretest"
)

func ExampleCompare() {
	want := []string{"female 7", "young 3", "young 3"}
	d := scoretest.Compare(want, []string{"young 3", "female 7", "total 41", "minority 2"}, []string{"minority 2"})
	fmt.Printf("hit %d, too many %q, missed %q, F1 %.3f\n", d.Hit, d.TooMany, d.Missed, d.F1())
	// Output: hit 2, too many ["total 41"], missed ["young 3"], F1 0.667
}
