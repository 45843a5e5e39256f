package person_test

import "testing"

// Constructions that the rules once lacked, each in several wordings and with near
// misses.
var lacked = []sentence{
	// Whoever reads a paper is named by the office alone, without "đồng chí".
	{"Báo cáo tóm tắt do Trưởng Ban Tổ chức Tỉnh ủy Huỳnh Cư trình bày cho biết đại hội cơ sở đã xong.", []string{"Huỳnh Cư: presenter [Trưởng Ban Tổ chức Tỉnh ủy]"}},
	{"Báo cáo kiểm điểm do Phó Bí thư Thường trực Huyện ủy Lê Bình trình bày được đại hội tán thành.", []string{"Lê Bình: presenter [Phó Bí thư Thường trực Huyện ủy]"}},
	{"Tờ trình do Chánh Văn phòng Huyện ủy Phan Thị Mai đọc nêu ba phương án.", []string{"Phan Thị Mai: presenter [Chánh Văn phòng Huyện ủy]"}},
	{"Dự thảo nghị quyết do Chủ tịch UBND huyện Lâm Hà trình bày.", nil},
	{"Quyết định do Trưởng Ban Tổ chức Huyện ủy Cao Sơn công bố tại hội nghị.", []string{"Cao Sơn: presenter [Trưởng Ban Tổ chức Huyện ủy]"}},
	// A year tells a career only where it is long past.
	{"Đồng chí Lò Văn Pành phát biểu tại hội nghị tổng kết năm 2020.", []string{"Lò Văn Pành: speaker"}},
	{"Đồng chí Lò Văn Pành, Bí thư Huyện ủy, trình bày báo cáo tháng 7 năm 2020.", []string{"Lò Văn Pành: presenter [Bí thư Huyện ủy]"}},
	{"Đồng chí Lò Văn Pành chủ trì hội nghị kiểm điểm công tác năm 2020.", []string{"Lò Văn Pành: chair"}},
	{"Đồng chí Lò Văn Pành được bầu làm Bí thư Huyện ủy năm 2008.", []string{"Lò Văn Pành: mentioned"}},
	{"Năm 1998, đồng chí Lò Văn Pành được bầu làm Bí thư Đảng ủy xã.", []string{"Lò Văn Pành: mentioned"}},
	// Verbs of telling.
	{"Bí thư Đảng ủy xã Hồ Văn Ria kể lại cách xã mời già làng góp ý.", []string{"Hồ Văn Ria: speaker [Bí thư Đảng ủy xã]"}},
	{"Đồng chí Trần Thị Lan, Bí thư Chi bộ, thuật lại lần bầu trực tiếp bí thư.", []string{"Trần Thị Lan: speaker [Bí thư Chi bộ]"}},
	{"Đồng chí Lò Văn Pành nhớ lại buổi góp ý văn kiện.", []string{"Lò Văn Pành: speaker"}},
	{"Ông Vi Văn Thức tiết lộ danh sách bầu có số dư.", []string{"Vi Văn Thức: speaker"}},
	{"Bà Hà Thị Nụ chỉ rõ ba việc phải làm.", []string{"Hà Thị Nụ: speaker"}},
	{"Đồng chí Cà Văn Tụ gợi mở một số vấn đề để đại biểu thảo luận.", []string{"Cà Văn Tụ: speaker"}},
	// A post is taken up.
	{"Đại hội công bố quyết định chỉ định Ban Chấp hành. Bà Ngô Kim Thoa nhận nhiệm vụ Chủ nhiệm Ủy ban Kiểm tra Đảng ủy phường.", []string{"Ngô Kim Thoa: elected inspection_head, appointed"}},
	{"Ban Chấp hành đã bầu các chức danh chủ chốt. Ông Vi Văn Thức đảm nhiệm chức vụ Bí thư Đảng ủy xã.", []string{"Vi Văn Thức: elected secretary"}},
	{"Hội nghị công bố quyết định điều động cán bộ. Đồng chí Hà Thị Nụ nhận nhiệm vụ Phó Bí thư Thường trực Huyện ủy.", []string{"Hà Thị Nụ: elected deputy_secretary, assigned"}},
	{"Ông Vi Văn Thức đảm nhiệm nhiều công việc ở xã.", []string{"Vi Văn Thức: mentioned"}},
	{"Đồng chí Hà Thị Nụ, Phó Bí thư Huyện ủy, phát biểu nhận nhiệm vụ.", []string{"Hà Thị Nụ: speaker [Phó Bí thư Huyện ủy]"}},
	{"Đồng chí Hà Thị Nụ thôi giữ chức để nhận nhiệm vụ mới.", []string{"Hà Thị Nụ: mentioned"}},
	// What is said of an office is no part of it.
	{"Ông Đỗ Văn Bách - Thành ủy viên, Chủ tịch UBND thành phố Cao Lãnh trước đây - phát biểu.", []string{"Đỗ Văn Bách: speaker [Thành ủy viên; Chủ tịch UBND thành phố Cao Lãnh]"}},
	{"Điều động đồng chí Danh Hoàng Thoi, Huyện ủy viên, Phó Trưởng Ban Dân vận Huyện ủy đến công tác tại Đảng ủy xã Bàn Thạch, giữ chức Bí thư Đảng ủy xã.", []string{"Danh Hoàng Thoi: elected secretary, assigned [Huyện ủy viên; Phó Trưởng Ban Dân vận Huyện ủy]"}},
	{"Luân chuyển đồng chí Lò Thị Mai, Phó Chánh Văn phòng Huyện ủy về công tác tại xã Mường Kim, giữ chức Phó Bí thư Đảng ủy.", []string{"Lò Thị Mai: elected deputy_secretary, assigned [Phó Chánh Văn phòng Huyện ủy]"}},
	{"Phóng viên phỏng vấn đồng chí Nông Bích Huệ, Trưởng Ban Tổ chức Tỉnh ủy xung quanh kết quả đại hội.", []string{"Nông Bích Huệ: speaker [Trưởng Ban Tổ chức Tỉnh ủy]"}},
	{"Phóng viên trao đổi với đồng chí Lê Văn Pha, Bí thư Huyện ủy về kết quả đại hội.", []string{"Lê Văn Pha: speaker [Bí thư Huyện ủy]"}},
	{"Đồng chí Lê Văn Pha, Bí thư Huyện ủy nhân dịp này tặng hoa đại hội.", []string{"Lê Văn Pha: attendee [Bí thư Huyện ủy]"}},
	// The post stands behind a list of persons with their offices.
	{"Ban Thường vụ Tỉnh ủy chỉ định các đồng chí: A Rĩnh Tơ, Chủ tịch HĐND huyện; Nguyễn Hoàng Giám, Chủ tịch UBND huyện; Đinh Thị Vy giữ chức Phó Bí thư Huyện ủy.",
		[]string{"A Rĩnh Tơ: elected deputy_secretary, appointed [Chủ tịch HĐND huyện]", "Nguyễn Hoàng Giám: elected deputy_secretary, appointed [Chủ tịch UBND huyện]", "Đinh Thị Vy: elected deputy_secretary, appointed"}},
	{"Chỉ định đồng chí Lê Sĩ Khảm giữ chức Bí thư Huyện ủy; các đồng chí: Lò Văn Pành, Chủ tịch HĐND huyện; Cà Thị Dung, Chủ tịch UBND huyện giữ chức Phó Bí thư Huyện ủy.",
		[]string{"Lê Sĩ Khảm: elected secretary, appointed", "Lò Văn Pành: elected deputy_secretary, appointed [Chủ tịch HĐND huyện]", "Cà Thị Dung: elected deputy_secretary, appointed [Chủ tịch UBND huyện]"}},
	// Guests who also direct, guests who are greeted.
	{"Dự và phát biểu chỉ đạo Đại hội có đồng chí Hoàng Thế Uyên, Phó Bí thư Tỉnh ủy.", []string{"Hoàng Thế Uyên: concluding_speaker [Phó Bí thư Tỉnh ủy]", "Hoàng Thế Uyên: attendee [Phó Bí thư Tỉnh ủy]"}},
	{"Đến dự, chỉ đạo và phát biểu tại hội nghị có đồng chí Vừ A Sính, Phó Bí thư Tỉnh ủy.", []string{"Vừ A Sính: concluding_speaker [Phó Bí thư Tỉnh ủy]", "Vừ A Sính: attendee [Phó Bí thư Tỉnh ủy]"}},
	{"Kính thưa đồng chí Trịnh Hữu Khang, Phó Chủ tịch UBND tỉnh!", []string{"Trịnh Hữu Khang: attendee [Phó Chủ tịch UBND tỉnh]"}},
	{"Thưa đồng chí Lò Văn Pành, Ủy viên Ban Thường vụ Tỉnh ủy!", []string{"Lò Văn Pành: attendee [Ủy viên Ban Thường vụ Tỉnh ủy]"}},
	{"Nhiệt liệt chào mừng đồng chí Cà Thị Dung, Phó Bí thư Tỉnh ủy về với đại hội.", []string{"Cà Thị Dung: attendee [Phó Bí thư Tỉnh ủy]"}},
	// The office stands behind "làm".
	{"Ban kiểm phiếu gồm 03 đồng chí, do đồng chí Quách Thế Dân làm Trưởng ban, báo cáo kết quả.", []string{"Quách Thế Dân: presenter [Trưởng ban]"}},
	// Units that are counted are nobody, whatever their first word.
	{"Một số huyện bầu thiếu ủy viên: Mèo Vạc thiếu 3, Hoàng Su Phì thiếu 2, Quang Bình thiếu 2.", nil},
	{"Bầu thiếu ở các xã: Lò Văn 2 đồng chí, Đinh Trang Hòa 1 đồng chí.", nil},
	{"Các huyện ủy Mèo Vạc, Hoàng Su Phì, Quang Bình xây dựng phương án kiện toàn.", nil},
	{"Yêu cầu các đảng ủy Lò Hạ, Đinh Thượng Sơn và Hà Châu Bình bổ sung cấp ủy viên.", nil},
	{"Các Bí thư Huyện ủy: Lò Văn Pành, Cà Thị Dung phát biểu.", []string{"Lò Văn Pành: speaker", "Cà Thị Dung: speaker"}},
	{"Ủy ban bầu cử được bầu gồm 31 thành viên do bà Trần Kim Yến, Chủ tịch HĐND huyện làm Chủ tịch; ông Đồng Văn Tú, Chủ tịch UBND huyện làm Phó Chủ tịch.",
		[]string{"Trần Kim Yến: mentioned [Chủ tịch HĐND huyện]", "Đồng Văn Tú: mentioned [Chủ tịch UBND huyện]"}},
	{"Số liệu do Trưởng Ban Tổ chức Tỉnh ủy Trịnh Quang Thuần cung cấp.", []string{"Trịnh Quang Thuần: speaker [Trưởng Ban Tổ chức Tỉnh ủy]"}},
	{"Tỷ lệ nữ của Lâm Hà đạt 18%, Đinh Văn Bắc 15%.", nil},
	// Offices of other services.
	{"Đồng chí Võ Chí Nguyện, Hạt trưởng Hạt Kiểm lâm, phát biểu.", []string{"Võ Chí Nguyện: speaker [Hạt trưởng Hạt Kiểm lâm]"}},
	{"Đồng chí Lê Văn Pha, Đồn trưởng Đồn Biên phòng Nậm Cắn, dự đại hội.", []string{"Lê Văn Pha: attendee [Đồn trưởng Đồn Biên phòng Nậm Cắn]"}},
	{"Đồng chí Hà Thị Nụ, Trạm trưởng Trạm Y tế xã, dự đại hội.", []string{"Hà Thị Nụ: attendee [Trạm trưởng Trạm Y tế xã]"}},
	{"Vụ trưởng Vụ Địa phương Ban Tổ chức Trung ương Trịnh Quang Thuần cho biết đại hội đúng tiến độ.", []string{"Trịnh Quang Thuần: speaker [Vụ trưởng Vụ Địa phương Ban Tổ chức Trung ương]"}},
}

func TestLacked(t *testing.T) {
	r := newReading(t)
	for _, s := range lacked {
		check(t, r, s, district)
	}
}
