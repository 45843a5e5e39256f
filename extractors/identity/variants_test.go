package identity_test

import "testing"

// Documents said otherwise than in the other tests, written down before the
// rules were tried on them.
var variants = []article{
	{"the day stands in brackets under the title of a speech",
		"BÀI PHÁT BIỂU\ncủa đồng chí Bí thư Tỉnh ủy tại Hội nghị tổng kết đại hội đảng bộ các cấp tỉnh Hòa Bình nhiệm kỳ 2020 - 2025\n(Hòa Bình, ngày 25/11/2020)\n\nKính thưa các đồng chí!\nĐại hội các cấp đã thành công.\n",
		"2020-11-25 ? speech | Hòa Bình, Đảng bộ tỉnh Hòa Bình, province | ?, 2020-2025"},
	{"a report on congresses at all levels within a province",
		"TỈNH ỦY BẾN TRE\n*\nSố 88-BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nBến Tre, ngày 02 tháng 12 năm 2015\n\nBÁO CÁO\nTỔNG KẾT CÔNG TÁC LÃNH ĐẠO ĐẠI HỘI ĐẢNG BỘ CÁC CẤP TRONG TỈNH, NHIỆM KỲ 2015 - 2020\n\nĐại hội đảng bộ các cấp trong tỉnh đã hoàn thành.\n",
		"2015-12-02 88-BC/TU report | Bến Tre, Đảng bộ tỉnh Bến Tre, province | ?, 2015-2020"},
	{"a form without a date of its own",
		"TỈNH ỦY HÀ NAM\nBAN TỔ CHỨC\nBiểu số 3-BTCTU\nTỔNG HỢP KẾT QUẢ BẦU BAN THƯỜNG VỤ CÁC ĐẢNG BỘ TRỰC THUỘC TỈNH ỦY, NHIỆM KỲ 2020 - 2025\n(Số liệu tính đến ngày 25/8/2020)\n",
		"? ? statistics_form | Hà Nam, Đảng bộ tỉnh Hà Nam, province | ?, 2020-2025"},
	{"minutes of a congress: its board is the issuer",
		"ĐẢNG BỘ TỈNH THANH HÓA\nĐẠI HỘI ĐẢNG BỘ HUYỆN NHƯ XUÂN\nLẦN THỨ XXIII, NHIỆM KỲ 2015 - 2020\nBAN KIỂM PHIẾU\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nNhư Xuân, ngày 27 tháng 7 năm 2015\n\nBIÊN BẢN\nkiểm phiếu bầu Ban Chấp hành Đảng bộ huyện khóa XXIII\n\nĐại hội bầu 37 đồng chí.\n",
		"2015-07-27 ? minutes | Thanh Hóa, Đảng bộ huyện Như Xuân, upper_grassroots | 23, 2015-2020"},
	{"the Central Organisation Commission on all districts: nobody's own congress",
		"BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*\nSố 61-BC/BTCTW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 10 tháng 9 năm 2020\n\nBÁO CÁO\nkết quả đại hội đảng bộ cấp trên trực tiếp cơ sở nhiệm kỳ 2020 - 2025\n\nCả nước có 1.311 đảng bộ.\n",
		"2020-09-10 61-BC/BTCTW report | ?, ?, ? | ?, 2020-2025"},
	{"national news of the round: no unit",
		"67 đảng bộ trực thuộc Trung ương hoàn tất đại hội nhiệm kỳ 2020 - 2025\n24/10/2020 20:15 GMT+7\n(TTXVN) - Theo Ban Tổ chức Trung ương, đến ngày 24/10, cả nước đã có 62/67 đảng bộ trực thuộc Trung ương tổ chức xong đại hội.\n",
		"2020-10-24 ? news | ?, ?, ? | ?, 2020-2025"},
	{"a provincial city's committee is also thành ủy",
		"ĐẢNG BỘ TỈNH NGHỆ AN\nBAN CHẤP HÀNH ĐẢNG BỘ THÀNH PHỐ VINH\n*\nSố 210-BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nThành phố Vinh, ngày 06 tháng 8 năm 2020\n\nBÁO CÁO\nkết quả Đại hội đại biểu Đảng bộ thành phố Vinh lần thứ XXIV, nhiệm kỳ 2020 - 2025\n\nĐại hội đã họp.\n",
		"2020-08-06 210-BC/TU report | Nghệ An, Đảng bộ thành phố Vinh, upper_grassroots | 24, 2020-2025"},
	{"a school's cell in a ward",
		"ĐẢNG BỘ PHƯỜNG QUANG TRUNG\nCHI BỘ TRƯỜNG THCS QUANG TRUNG\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nThái Bình, ngày 18 tháng 4 năm 2022\n\nBÁO CÁO\nkết quả Đại hội Chi bộ Trường THCS Quang Trung nhiệm kỳ 2022 - 2025\n\nChi bộ có 27 đảng viên, trực thuộc Đảng ủy phường Quang Trung, thành phố Thái Bình, tỉnh Thái Bình.\n",
		"2022-04-18 ? report | Thái Bình, Chi bộ Trường THCS Quang Trung, cell | ?, 2022-2025"},
	{"a portal page of a ward of 2025 with its date after a bar",
		"Phường Long Bình tổ chức thành công Đại hội Đảng bộ lần thứ I\nThứ 6, 01/08/2025 | 09:12\nTrong hai ngày 30 và 31/7, Đảng bộ phường Long Bình (tỉnh Đồng Nai) tổ chức Đại hội đại biểu lần thứ I, nhiệm kỳ 2025 - 2030.\n",
		"2025-08-01 ? news | Đồng Nai, Đảng bộ phường Long Bình, upper_grassroots | 1, 2025-2030"},
	{"news of a province whose secretary of elsewhere attends",
		"Khai mạc Đại hội Đảng bộ tỉnh Phú Yên lần thứ XVII\n(PYO) - Thứ Tư, 14/10/2020, 08:20\nSáng 14/10, Đại hội đại biểu Đảng bộ tỉnh Phú Yên lần thứ XVII, nhiệm kỳ 2020 - 2025 khai mạc. Dự có Bí thư Tỉnh ủy Bình Định Lê Văn A.\n",
		"2020-10-14 ? news | Phú Yên, Đảng bộ tỉnh Phú Yên, province | 17, 2020-2025"},
	{"a decision on a commune's first committee carries on the old term",
		"ĐẢNG BỘ TỈNH CÀ MAU\nTỈNH ỦY CÀ MAU\n*\nSố 19-QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nCà Mau, ngày 07 tháng 7 năm 2025\n\nQUYẾT ĐỊNH\nchỉ định Ban Chấp hành, Ban Thường vụ Đảng ủy xã Phan Ngọc Hiển, nhiệm kỳ 2020 - 2025\n\nĐiều 1. Chỉ định Ban Chấp hành Đảng bộ xã Phan Ngọc Hiển gồm 27 đồng chí.\n",
		"2025-07-07 19-QĐ/TU decision | Cà Mau, Đảng bộ xã Phan Ngọc Hiển, upper_grassroots | ?, 2020-2025"},
	{"a conclusion on the communes and the province's own congress is the province's",
		"ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG\nTHÀNH ỦY HẢI PHÒNG\n*\nSố 77-TB/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHải Phòng, ngày 11 tháng 9 năm 2025\n\nTHÔNG BÁO\nKết luận của Ban Thường vụ Thành ủy về kết quả đại hội đảng bộ xã, phường, đặc khu và công tác chuẩn bị Đại hội đại biểu Đảng bộ thành phố lần thứ I, nhiệm kỳ 2025 - 2030\n\nBan Thường vụ Thành ủy thống nhất kết luận:\n",
		"2025-09-11 77-TB/TU notice | Hải Phòng, Đảng bộ thành phố Hải Phòng, province | 1, 2025-2030"},
	{"a firm's organisation under a central bloc",
		"ĐẢNG BỘ KHỐI DOANH NGHIỆP TRUNG ƯƠNG\nĐẢNG ỦY TẬP ĐOÀN DỆT MAY VIỆT NAM\n*\nSố 90-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 10 tháng 8 năm 2020\n\nBÁO CÁO\nkết quả Đại hội đại biểu Đảng bộ Tập đoàn Dệt May Việt Nam lần thứ IV, nhiệm kỳ 2020 - 2025\n\nĐại hội có 150 đại biểu.\n",
		"2020-08-10 90-BC/ĐU report | Khối Doanh nghiệp Trung ương, Đảng bộ Tập đoàn Dệt May Việt Nam, upper_grassroots | 4, 2020-2025"},
	{"a letterhead of a province's military",
		"TỈNH ỦY TIỀN GIANG\nĐẢNG ỦY QUÂN SỰ TỈNH\n*\nSố 415-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nTiền Giang, ngày 30 tháng 9 năm 2015\n\nBÁO CÁO\nTổng kết đại hội các cấp trong Đảng bộ Quân sự tỉnh Tiền Giang, nhiệm kỳ 2015 - 2020\n\nĐại hội đại biểu Đảng bộ Quân sự tỉnh lần thứ X diễn ra ngày 29/7/2015.\n",
		"2015-09-30 415-BC/ĐU report | Tiền Giang, Đảng bộ Quân sự tỉnh Tiền Giang, upper_grassroots | 10, 2015-2020"},
	{"a province's police under the central one, named in full in the head alone",
		"ĐẢNG ỦY CÔNG AN TRUNG ƯƠNG\nĐẢNG BỘ CÔNG AN TỈNH YÊN BÁI\n*\nSố 61-KH/ĐUCA\nĐẢNG CỘNG SẢN VIỆT NAM\nYên Bái, ngày 12 tháng 3 năm 2025\n\nKẾ HOẠCH\ntổ chức đại hội các chi bộ, đảng bộ cơ sở và Đại hội đại biểu Đảng bộ Công an tỉnh lần thứ XVII, nhiệm kỳ 2025 - 2030\n\nBan Thường vụ Đảng ủy Công an tỉnh xây dựng kế hoạch:\n",
		"2025-03-12 61-KH/ĐUCA plan | Yên Bái, Đảng bộ Công an tỉnh Yên Bái, upper_grassroots | 17, 2025-2030"},
	{"a province's military under its region",
		"ĐẢNG BỘ QUÂN KHU 2\nĐẢNG ỦY QUÂN SỰ TỈNH HÀ GIANG\n*\nSố 90-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Giang, ngày 05 tháng 8 năm 2020\n\nBÁO CÁO\nkết quả Đại hội đại biểu Đảng bộ Quân sự tỉnh lần thứ XV, nhiệm kỳ 2020 - 2025\n\nĐại hội có 150 đại biểu.\n",
		"2020-08-05 90-BC/ĐU report | Hà Giang, Đảng bộ Quân sự tỉnh Hà Giang, upper_grassroots | 15, 2020-2025"},
	{"a speech names who held it and the day in brackets",
		"DIỄN VĂN BẾ MẠC\nĐại hội đại biểu Đảng bộ huyện Yên Lập lần thứ XXV, nhiệm kỳ 2015 - 2020\n(do đồng chí Hà Thị Nụ, Bí thư Huyện ủy trình bày, ngày 31 tháng 7 năm 2015)\n\nThưa toàn thể Đại hội!\n",
		"2015-07-31 ? speech | ?, Đảng bộ huyện Yên Lập, upper_grassroots | 25, 2015-2020"},
	{"an opening speech with the day in brackets",
		"DIỄN VĂN KHAI MẠC\nĐại hội đại biểu Đảng bộ huyện Cẩm Khê lần thứ XXX, nhiệm kỳ 2020 - 2025\n(Đồng chí Lò Văn Pành, Phó Bí thư Huyện ủy trình bày ngày 15/8/2020)\n\nThưa các đồng chí!\n",
		"2020-08-15 ? speech | ?, Đảng bộ huyện Cẩm Khê, upper_grassroots | 30, 2020-2025"},
	{"a script whose unit is a blank",
		"ĐẢNG BỘ XÃ …………………\nĐOÀN CHỦ TỊCH ĐẠI HỘI\n*\n\nKỊCH BẢN ĐIỀU HÀNH\nĐại hội đại biểu Đảng bộ xã ………………… lần thứ ……, nhiệm kỳ 2020 - 2025\n\n1. Chào cờ.\n2. Tuyên bố lý do.\n",
		"? ? script | ?, ?, ? | ?, 2020-2025"},
	{"a congress of the Youth Union that sends delegates to the national one",
		"Đại hội Đoàn tỉnh Phú Yên lần thứ XIII\nThứ Năm, 22/09/2022 17:44\nSáng 22.9, Đại hội đại biểu Đoàn TNCS Hồ Chí Minh tỉnh Phú Yên lần thứ XIII, nhiệm kỳ 2022 - 2027 bế mạc. Đại hội bầu 12 đại biểu dự Đại hội Đoàn toàn quốc lần thứ XII.\n",
		"2022-09-22 ? news | ?, ?, ? | ?, ?-?"},
	{"a file header without a day",
		" date 2020-10\nBế mạc Đại hội Đảng bộ tỉnh Kon Tum. Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2020 - 2025 đã bầu 47 đồng chí vào Ban Chấp hành.\n",
		"2020-10 ? news | Kon Tum, Đảng bộ tỉnh Kon Tum, province | 16, 2020-2025"},
	{"the review is of the last round, the preparation of the next gives the number",
		"TỈNH ỦY HÀ TĨNH\n*\nSố 300-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Tĩnh, ngày 12 tháng 8 năm 2024\n\nKẾ HOẠCH\ntổ chức đại hội đảng bộ các cấp tiến tới Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2025 - 2030\n\nThực hiện Chỉ thị số 35-CT/TW, ngày 14/6/2024 của Bộ Chính trị.\n",
		"2024-08-12 300-KH/TU plan | Hà Tĩnh, Đảng bộ tỉnh Hà Tĩnh, province | 20, 2025-2030"},
}

func TestVariants(t *testing.T) {
	s := newSet(t)
	for _, c := range variants {
		if got := show(identity(t, s, c.text)); got != c.want {
			t.Errorf("%s:\n\tgot  %s\n\twant %s", c.reason, got, c.want)
		}
	}
}
