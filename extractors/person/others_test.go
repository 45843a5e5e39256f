package person_test

import "testing"

// Names in lists that are no people, or no elected ones.
var noLists = []sentence{
	// units that lack somebody
	{"Đại hội đã bầu xong. Có 3 đơn vị không có nữ trong Ban Thường vụ, gồm: Tân Lập, Phú Thịnh và Mường Kim.", nil},
	{"Hội nghị bầu Bí thư các đảng bộ xã. 4 chi bộ chưa có cấp ủy viên nữ là: Hồng Thái, Minh Tiến, Lê Lợi, Trần Phú.", nil},
	{"Các đảng bộ không bầu đủ số lượng Ban Chấp hành gồm: Lê Lợi, Quang Trung, Trần Hưng Đạo.", nil},
	{"Hiện còn 2 địa phương khuyết Bí thư (Lê Hồng Phong, Nguyễn Trãi).", nil},
	{"Các đơn vị bầu thiếu ủy viên Ban Thường vụ: Phan Thanh, Lâm Thao, Lý Nhân.", nil},
	{"Những nơi chưa bầu được Bí thư gồm Hoàng Đồng, Cao Lộc và Vũ Quang.", nil},
	{"Có 2 đảng bộ xã không có ủy viên Ban Thường vụ là nữ:\n- Hoàng Nông;\n- Trần Phú.", nil},
	{"Một số xã bầu được Bí thư là nữ như Lê Lợi, Hoàng Nông.", nil},
	// near misses
	{"Đại hội bầu 3 đồng chí nữ vào Ban Thường vụ, gồm: Lò Thị Mai, Hà Thị Nụ và Vi Thị Đào.",
		[]string{"Lò Thị Mai: elected standing_committee", "Hà Thị Nụ: elected standing_committee", "Vi Thị Đào: elected standing_committee"}},
	{"Các đơn vị đã bầu xong; Phó Bí thư Huyện ủy gồm: Trần Bá Khương, Lã Thị Oanh.",
		[]string{"Trần Bá Khương: elected deputy_secretary", "Lã Thị Oanh: elected deputy_secretary"}},
	{"Đảng bộ đơn vị bầu Phó Bí thư gồm các đồng chí: Trần Bá Khương, Lã Thị Oanh.",
		[]string{"Trần Bá Khương: elected deputy_secretary", "Lã Thị Oanh: elected deputy_secretary"}},
	// who leaves, in a list of those elected
	{"Kết quả bầu Ban Thường vụ như sau:\n- Đồng chí Hà Văn Tư, tái cử;\n- Đồng chí Lê Thị Năm, Phó Bí thư, thôi giữ chức theo nguyện vọng;\n- Đồng chí Vi Văn Sáu.",
		[]string{"Hà Văn Tư: elected standing_committee", "Lê Thị Năm: mentioned [Phó Bí thư]", "Vi Văn Sáu: elected standing_committee"}},
	{"Danh sách trúng cử Ban Chấp hành:\n1. Đồng chí Hà Văn Tư\n2. Đồng chí Lê Thị Năm, Chủ tịch Hội Phụ nữ, không đồng ý tái cử.",
		[]string{"Hà Văn Tư: elected committee", "Lê Thị Năm: mentioned [Chủ tịch Hội Phụ nữ]"}},
	{"Đại hội đã bầu Ban Chấp hành. Các Ủy viên Ban Thường vụ không tái cử: Hà Văn Tư, Lê Thị Năm.", []string{"Hà Văn Tư: mentioned", "Lê Thị Năm: mentioned"}},
	{"Đại hội đã bầu Ban Chấp hành. Các đồng chí sau không tái cử: Hà Văn Tư, Lê Thị Năm.", []string{"Hà Văn Tư: mentioned", "Lê Thị Năm: mentioned"}},
	{"Đại hội đã bầu Ban Chấp hành khóa mới. Các đồng chí Ủy viên Ban Thường vụ sau không tham gia tái cử:\n- Đồng chí Hà Văn Tư\n- Đồng chí Lê Thị Năm",
		[]string{"Hà Văn Tư: mentioned", "Lê Thị Năm: mentioned"}},
	{"Các Phó Bí thư Đảng ủy nghỉ hưu gồm: Hà Văn Tư, Lê Thị Năm. Đại hội bầu đồng chí Vi Văn Sáu làm Bí thư.",
		[]string{"Hà Văn Tư: mentioned", "Lê Thị Năm: mentioned", "Vi Văn Sáu: elected secretary"}},
	{"Đồng chí Lê Thị Năm thôi giữ chức Phó Bí thư để giữ chức Bí thư Huyện ủy theo kết quả bầu cử.", []string{"Lê Thị Năm: elected secretary [Phó Bí thư]"}},
	{"Đồng chí Hà Văn Tư không muốn tái cử; đồng chí Lê Thị Năm được bầu làm Bí thư.", []string{"Hà Văn Tư: mentioned", "Lê Thị Năm: elected secretary"}},
}

func TestListsOfOthers(t *testing.T) {
	r := newReading(t)
	for _, s := range noLists {
		check(t, r, s, district)
	}
}
