package identity_test

import "testing"

// Items of local papers and portals, which leave the name of their own unit out
// or speak of several.
var press = []article{
	{"a province's paper names its organisation without the province; the documents of the Centre are discussed too",
		"09:15 20/10/2020\nTiếp tục ngày làm việc thứ hai, sáng 20/10, Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025 bầu Ban Chấp hành khóa mới và thảo luận dự thảo văn kiện của Trung ương. Đại hội đã bầu 51 đồng chí vào Ban Chấp hành Đảng bộ tỉnh khóa XX.\n",
		"2020-10-20 ? news | ?, ?, province | 20, 2020-2025"},
	{"a committee without its province's name",
		"Giảm số lượng cấp ủy viên\n\nĐồng chí Lê Văn Nghị, Trưởng Ban Tổ chức Tỉnh ủy cho biết, dự kiến Ban Chấp hành Đảng bộ tỉnh khóa XX, nhiệm kỳ 2020 - 2025 có 51 đồng chí, giảm 2 đồng chí.\n",
		"? ? news | ?, ?, province | 20, 2020-2025"},
	{"a district's page; the national congress gets its delegates' opinions",
		"Đại hội Đảng bộ huyện lần thứ XII thảo luận văn kiện\nThứ Ba, 11/08/2020, 10:20\nSáng 11/8, Đại hội đại biểu Đảng bộ huyện lần thứ XII, nhiệm kỳ 2020 - 2025 thảo luận dự thảo văn kiện Đại hội XIII của Đảng. Các đại biểu đóng góp nhiều ý kiến vào dự thảo báo cáo chính trị của Đảng bộ.\n",
		"2020-08-11 ? news | ?, ?, upper_grassroots | 12, 2020-2025"},
	{"the national Party's congress stays the subject where a province is only among the speakers",
		"Trung ương thông qua các văn kiện trình Đại hội XIII\nHội nghị lần thứ mười bốn Ban Chấp hành Trung ương Đảng đã bế mạc tại Hà Nội sau bốn ngày làm việc khẩn trương, nghiêm túc.\nCác đồng chí bí thư đảng bộ tỉnh phát biểu ý kiến. Tổng Bí thư nhấn mạnh các văn kiện trình Đại hội XIII của Đảng.\n",
		"? ? news | ?, Đảng Cộng sản Việt Nam, central | 13, ?-?"},
	{"many provinces by their number: the round's term is kept",
		"15 bí thư tỉnh, thành ủy được bầu trong một tuần\n\nTuần qua, Đại hội Đảng bộ nhiệm kỳ 2020 - 2025 của 15 tỉnh, thành ủy đã diễn ra. Tại các đại hội, Ban Chấp hành khóa mới đã bầu bí thư. Nhiều người trong số họ được bầu lần đầu.\n",
		"? ? news | ?, ?, ? | ?, 2020-2025"},
	{"the headline leads with the district; its communes are of one name with it",
		"Huyện Bình Phú: 4 xã, thị trấn tổ chức đại hội\n12/05/2020\nTừ 8/5 đến 11/5, Đảng bộ các xã Tân Lộc, Tân Thành, An Hòa và Đảng bộ thị trấn Bình Phú (huyện Bình Phú) đã đại hội nhiệm kỳ 2020 - 2025.\nĐại hội Đảng bộ các xã bầu 52 đồng chí vào Ban Chấp hành và bầu đoàn đại biểu dự Đại hội Đảng bộ huyện Bình Phú.\n",
		"2020-05-12 ? news | ?, Đảng bộ huyện Bình Phú, upper_grassroots | ?, 2020-2025"},
	{"the committee that chose units is the subject, not the first of its list",
		"Rút kinh nghiệm đại hội điểm\nĐăng ngày 14/04/2020\nThị ủy Hồng Sơn đã chọn 3 đơn vị làm điểm là Đảng bộ Nam Hồng, Đảng bộ Quân sự thị xã, Chi bộ Trường THPT Hồng Sơn. Các đảng bộ, chi bộ đã đại hội nhiệm kỳ 2020 - 2025. Hầu hết đại biểu có trách nhiệm cao.\n",
		"2020-04-14 ? news | ?, Đảng bộ thị xã Hồng Sơn, upper_grassroots | ?, 2020-2025"},
	{"a city of the Centre with its short name in one word",
		"Đại hội Đảng bộ TP.HCM bầu Ban Chấp hành\n\nSáng 16-10, Đại hội đại biểu Đảng bộ TP.HCM lần thứ XI, nhiệm kỳ 2020 - 2025 bước vào ngày làm việc thứ hai. Đại hội đã thông qua danh sách bầu cử. Các đại biểu bỏ phiếu vào buổi chiều.\n",
		"? ? news | Thành phố Hồ Chí Minh, Đảng bộ TP.HCM, province | 11, 2020-2025"},
	{"a school's cell below a ward",
		"Chi bộ Trường Tiểu học Kim Đồng đại hội\nThực hiện Kế hoạch số 12-KH/ĐU của Đảng ủy phường Hòa Thuận, chiều 14/9/2022, Chi bộ Trường Tiểu học Kim Đồng đã đại hội nhiệm kỳ 2022 - 2025. Đại hội đã bầu Chi ủy gồm 3 đồng chí. Đồng chí Phạm Thị Hạ được bầu làm Bí thư Chi bộ.\n",
		"? ? news | ?, Chi bộ Trường Tiểu học Kim Đồng, cell | ?, 2022-2025"},
	{"the years that a congress looks back on are not its term",
		"Đại hội Đảng bộ xã Lương Phú\nĐại hội Đảng bộ xã Lương Phú diễn ra ngày 22 tháng 6 năm 2020 với 150 đại biểu. Đại hội đã nhìn lại 5 năm phát triển kinh tế - xã hội nhiệm kỳ 2015 - 2020, qua đó khẳng định kết quả. Đại hội bầu 15 đồng chí vào Ban Chấp hành.\n",
		"? ? ? | ?, Đảng bộ xã Lương Phú, grassroots | ?, ?-?"},
	{"a mid-term review keeps the term it is in",
		"Đảng bộ xã Lương Phú sơ kết giữa nhiệm kỳ\nSáng 22/6/2018, Đảng ủy xã Lương Phú nhìn lại nửa nhiệm kỳ 2015 - 2020. Các đại biểu đã thảo luận nhiều nội dung quan trọng của nửa nhiệm kỳ. Đảng ủy đề ra nhiệm vụ cho thời gian còn lại.\n",
		"? ? news | ?, Đảng bộ xã Lương Phú, grassroots | ?, 2015-2020"},
	// Short items are news by how they open.
	{"the day opens it",
		"Sáng ngày 12/11/2024, Ban Thường vụ Huyện ủy tổ chức Hội nghị Ban Chấp hành Đảng bộ huyện Tân Trụ lần thứ 30 cho ý kiến dự thảo báo cáo chính trị. Đồng chí Bí thư Huyện ủy chủ trì.\n",
		"? ? news | ?, Đảng bộ huyện Tân Trụ, upper_grassroots | ?, ?-?"},
	{"a paper's letters in brackets",
		"Đại hội Đảng bộ Công an tỉnh Hà Nam lần thứ XI thành công\n(HNO) - Trong hai ngày 20 và 21/7, Đảng bộ Công an tỉnh Hà Nam đã tổ chức Đại hội đại biểu lần thứ XI, nhiệm kỳ 2020 - 2025.\n",
		"? ? news | Hà Nam, Đảng bộ Công an tỉnh Hà Nam, upper_grassroots | 11, 2020-2025"},
	{"somebody is reported to say",
		"Giảm số lượng cấp ủy viên\nĐồng chí Trưởng Ban Tổ chức Tỉnh ủy Hà Nam cho biết, dự kiến Ban Chấp hành Đảng bộ tỉnh Hà Nam khóa XX, nhiệm kỳ 2020 - 2025 có 51 đồng chí, giảm 2 đồng chí.\n",
		"? ? news | Hà Nam, Đảng bộ tỉnh Hà Nam, province | 20, 2020-2025"},
	{"two sentences of a report are no news",
		"Ban Chấp hành Đảng bộ huyện Tân Trụ khóa XII gồm 39 đồng chí, trong đó có 8 đồng chí nữ và 5 đồng chí trẻ dưới 40 tuổi. Ban Thường vụ có 12 đồng chí.\n",
		"? ? ? | ?, Đảng bộ huyện Tân Trụ, upper_grassroots | 12, ?-?"},
}

func TestPress(t *testing.T) { run(t, press) }
