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
	{"Đại hội bầu Ban Chấp hành gồm 11 đồng chí trong danh sách 13 đồng chí; trong đó nữ 3 đồng chí.",
		[]string{"committee.total.actual 11", "committee.total.nominated 13", "committee.female.actual 3"}},
	{"Cấp ủy viên nữ chiếm 24,1% (412/1.709 đồng chí).", []string{"committee.female.actual 24.1% grassroots", "committee.female.actual 412 grassroots", "committee.female.actual 1709 of grassroots"}},
	{"Về dự đại hội có đồng chí Lê Văn Bình, Phó Bí thư Huyện ủy cùng 85 đảng viên của Đảng bộ.", []string{"delegate.total.actual 85"}},
	{"Tại Đại hội, 61/64 đảng viên đã về dự.", []string{"delegate.total.actual 61", "delegate.total.actual 64 of"}},
	{"Có 41/47 bí thư chi bộ thôn, bản kiêm trưởng thôn, trưởng bản.", []string{"secretary.concurrent.actual 41 cell", "secretary.concurrent.actual 47 of cell"}},
	{"Huyện đã chọn 5/42 đảng bộ tiến hành đại hội điểm.", []string{"organization.other.actual 5 (đại hội điểm) grassroots", "organization.other.actual 42 of (đại hội điểm) grassroots"}},
	{"Dự thảo đã tiếp thu ý kiến của 18 cơ quan, đơn vị.", nil},
	{"Nhà trường phấn đấu 40% giảng viên có trình độ tiến sĩ.", nil},
	{"Đại hội thông qua số lượng và bầu Đoàn Chủ tịch gồm 9 đồng chí.", []string{"delegate.other.actual 9 (Đoàn Chủ tịch)"}},
	{"Hội nghị thống nhất số lượng Ban Thường vụ là 13 đồng chí (39/41 ý kiến).",
		[]string{"standing_committee.total.planned 13", "vote.approval.actual 39", "vote.approval.actual 41 of"}},
	{"Ban Chấp hành có 27 đồng chí; Ban Thường vụ 9 đồng chí; Phó Bí thư 2 đồng chí. Trong đó nữ 5 đồng chí, trẻ 4 đồng chí.",
		[]string{"committee.total.actual 27", "standing_committee.total.actual 9", "deputy_secretary.total.actual 2", "committee.female.actual 5", "committee.young.actual 4"}},
	{"Đại hội bầu Ban Chấp hành 15 đồng chí; người đạt cao nhất 98,2%, người thấp nhất 64,5%.",
		[]string{"committee.total.actual 15", "vote.approval.actual 98.2%", "vote.approval.actual 64.5%"}},
	{"Các đoàn thể vận động ủng hộ quỹ Vì người nghèo 1.895 triệu đồng, đạt 102%.", nil},
}

func TestMended(t *testing.T) {
	r := newReading(t)
	for _, s := range mended {
		check(t, r, s.text, district, s.rows...)
	}
}
