package judgement_test

import (
	"fmt"
	"testing"
)

// One sentence praises, blames and counts; the next one only demands.
func Example() {
	r := newReading(&testing.B{})
	text := title + "Công tác nhân sự đúng quy trình, song hai xã bầu thiếu cấp ủy viên; tham luận còn dàn trải.\n" +
		"Các cấp ủy cần khắc phục tình trạng tham luận dàn trải, xong trước ngày 30/11/2020."
	for _, f := range r.facts(text, district) {
		fmt.Println(f.Table, show(f))
	}
	// Output:
	// assessments personnel+
	// assessments proceedings-
	// limitations papers_weak
	// limitations committee_short
	// tasks Các cấp ủy cần khắc phục tình trạng tham luận dàn trải, xong trước ngày 30/11/2020
}
