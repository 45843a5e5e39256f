package measure_test

import (
	"testing"

	"github.com/tongket/tongket/extractors/scan"
)

// A share that a rule or plan asks for has the level that its sentence, paragraph, heading or title
// names (left out here where it is the document's own), and none where they name several or none.
func TestTargetLevel(t *testing.T) {
	r := newReading(t)
	id := scan.Identity{Type: "report", Unit: "Đảng bộ tỉnh Phú Thọ", Level: "province", Province: "Phú Thọ", Start: 2020, End: 2025}
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"none", "Phấn đấu tỷ lệ nữ trong cấp ủy từ 15% trở lên.", []string{"committee.female.target >=15% "}},
		{"all", "Cấp ủy các cấp có tỷ lệ nữ không dưới 15%.", []string{"committee.female.target >=15% "}},
		{"its sentence", "Cấp ủy cấp huyện có tỷ lệ nữ không dưới 15%.", []string{"committee.female.target >=15% upper_grassroots"}},
		{"its paragraph", "Ban Chấp hành Đảng bộ tỉnh không quá 53 đồng chí. Cơ cấu: nữ không dưới 15%.", []string{"committee.total.target <=53", "committee.female.target >=15%"}},
		{"its heading", "2. Cấp cơ sở\n\nCơ cấu: nữ không dưới 15%.", []string{"committee.female.target >=15% grassroots"}},
		{"what it is set against", "Tỷ lệ nữ tham gia cấp ủy cơ sở chỉ 12,5%, thấp hơn chỉ tiêu 15%.", []string{"committee.female.actual 12.5% grassroots", "committee.female.target 15% grassroots"}},
		{"several", "a) Ban Chấp hành Đảng bộ tỉnh không quá 53 đồng chí; ban chấp hành đảng bộ huyện không quá 41 đồng chí.\n\nb) Cơ cấu: nữ không dưới 15%.", []string{"committee.total.target <=53", "committee.total.target <=41 upper_grassroots", "committee.female.target >=15% "}},
	} {
		t.Run(test.name, func(t *testing.T) { check(t, r, test.text, id, test.want...) })
	}
}

// The level that a question of an interview names holds for its answer.
func TestAskedLevel(t *testing.T) {
	r := newReading(t)
	id := scan.Identity{Type: "interview", Unit: "Đảng bộ huyện Yên Lập", Level: "upper_grassroots", Province: "Phú Thọ", Start: 2020, End: 2025}
	const text = "PV: Đại hội cơ sở đã diễn ra thế nào?\n\n31 tổ chức cơ sở đảng đã đại hội xong. Cấp ủy mới 214 người.\n\nPV: Còn đại hội huyện, chuẩn bị tới đâu rồi?\n\nĐại biểu triệu tập 180."
	check(t, r, text, id, "organization.completed.actual 31 grassroots", "committee.total.actual 214 grassroots", "delegate.total.actual 180")
}
