package measure_test

import "testing"

// Sentences whose figures once went to another body, attribute or place.
var mended = []sentence{
	{"Ban Thường vụ được chỉ định gồm 9 đồng chí; trong đó nữ 2 đồng chí (22,2%).",
		[]string{"standing_committee.appointed.actual 9", "standing_committee.female.actual 2", "standing_committee.female.actual 22.2%"}},
	{"Ban Thường vụ chỉ định 27 đồng chí vào Ban Chấp hành.", []string{"committee.appointed.actual 27"}},
	{"Tỉnh ủy chỉ định Ban Chấp hành gồm 27 đồng chí. Cơ cấu như sau:\n- Nữ: 6 đồng chí.\nĐại hội bầu Đoàn đại biểu dự Đại hội đại biểu Đảng bộ tỉnh gồm 12 đại biểu chính thức.",
		[]string{"committee.appointed.actual 27", "committee.female.actual 6", "upper_delegation.total.actual 12"}},
	{"Đảng bộ xã Thu Ngạc: Ban Chấp hành gồm 15 đồng chí; tuổi bình quân 43,5; Ban Thường vụ gồm 5 đồng chí.",
		[]string{"committee.total.actual 15 @xã Thu Ngạc grassroots", "committee.age.actual 43.5 mean @xã Thu Ngạc grassroots", "standing_committee.total.actual 5 @xã Thu Ngạc grassroots"}},
	{"Ban Chấp hành bầu Ban Thường vụ gồm 1 đồng chí, bầu thiếu 2 đồng chí so với phương án.",
		[]string{"standing_committee.total.actual 1", "standing_committee.shortfall.actual 2"}},
	{"Các đoàn thể vận động ủng hộ quỹ Vì người nghèo 1.895 triệu đồng, đạt 102%.", nil},
}

func TestMended(t *testing.T) {
	r := newReading(t)
	for _, s := range mended {
		check(t, r, s.text, district, s.rows...)
	}
}
