package person_test

import "testing"

// What is told over several sentences: who is who, and what an election made of whom.
var stories = []sentence{
	// Beside whom others got their posts is not one of them.
	{"Ông Lê Văn Chắt, Bí thư Huyện ủy khóa XI, được 39/39 phiếu bầu tiếp tục giữ chức. Cùng ông Chắt, bà Hà Thị Nụ và ông Vi Văn Thức được bầu làm phó bí thư.",
		[]string{"Lê Văn Chắt: elected secretary [Bí thư Huyện ủy]", "Hà Thị Nụ: elected deputy_secretary", "Vi Văn Thức: elected deputy_secretary"}},
	// A State post beside the new one.
	{"Đại hội đã bầu Ban Chấp hành. Đồng chí Lê Văn Chắt, Chủ tịch UBND huyện và đồng chí Hà Thị Nụ là Phó Bí thư.",
		[]string{"Lê Văn Chắt: elected deputy_secretary [Chủ tịch UBND huyện]", "Hà Thị Nụ: elected deputy_secretary"}},
	// Prose goes on behind a sentence that names a list.
	{"Đại hội cũng bầu và thông qua danh sách đoàn đi dự Đại hội tỉnh gồm 18 đại biểu chính thức, 1 dự khuyết. Đồng chí Lê Văn Chắt trình bày Nghị quyết.",
		[]string{"Lê Văn Chắt: presenter"}},
	{"Đại biểu trúng cử trẻ nhất là bà Hà Thị Nụ (29 tuổi, Phó Giám đốc Công ty Phú Hưng).", []string{"Hà Thị Nụ: elected other"}},
	{"Bí thư Đảng ủy mới của xã là chị Hà Thị Nụ.", []string{"Hà Thị Nụ: elected secretary"}},
	{"Chị Hà Thị Nụ đã trở thành bí thư đảng ủy xã sau khi được 13 ủy viên Ban Chấp hành bỏ phiếu.", []string{"Hà Thị Nụ: elected secretary"}},
	// "từng" tells of no past before what is taken one by one.
	{"Bí thư Huyện ủy Lê Văn Chắt nói huyện nhỏ nhưng đông dân, nên từng con hẻm đều phải có người lo.", []string{"Lê Văn Chắt: speaker [Bí thư Huyện ủy]"}},
	{"Bí thư Huyện ủy Lê Văn Chắt nói từng đại biểu phải nắm chắc quy chế.", []string{"Lê Văn Chắt: speaker [Bí thư Huyện ủy]"}},
	// The last syllable of a name denies nothing.
	{"Đồng chí Huỳnh Tấn Đạt tiếp thu ý kiến và hứa sẽ thực hiện.", []string{"Huỳnh Tấn Đạt: speaker"}},
	// What somebody reports, a report's name may be.
	{"Đồng chí Hà Thị Nụ trình bày Báo cáo chính trị; đồng chí Vi Văn Thức báo cáo kiểm điểm.", []string{"Hà Thị Nụ: presenter", "Vi Văn Thức: presenter"}},
	// The place ends where five syllables would be one name.
	{"Dự đại hội, Phó Bí thư Thành ủy Cẩm Phả Hoàng Đăng Khoa chúc mừng.", []string{"Hoàng Đăng Khoa: attendee [Phó Bí thư Thành ủy Cẩm Phả]"}},
	// What somebody is in charge of is nothing said; what stands behind a colon is.
	{"1. Đồng chí Hà Thị Nụ, Bí thư Đảng ủy: phụ trách chung.", []string{"Hà Thị Nụ: mentioned [Bí thư Đảng ủy]"}},
	{"Ông Lê Văn Chắt, nguyên Bí thư Tỉnh ủy: Tôi mong đại hội chọn được người dám nghĩ, dám làm.", []string{"Lê Văn Chắt: speaker [nguyên Bí thư Tỉnh ủy]"}},
	{"Ông Lê Văn Chắt, nguyên Bí thư Tỉnh ủy - Ảnh: Cổng thông tin tỉnh", []string{"Lê Văn Chắt: mentioned [nguyên Bí thư Tỉnh ủy]"}},
	// A unit with its number is nobody.
	{"Số ủy viên Ban Chấp hành của các huyện: Hồng Lĩnh: 39; Lê Chân: 41; Mai Sơn: 37.", nil},
	// Results in lines, and a colon behind an office that several hold.
	{"KẾT QUẢ ĐẠI HỘI\n* Bí thư: Lê Văn Chắt (Quận ủy viên)\n* Đại biểu dự Đại hội cấp trên: Lê Văn Chắt, Vi Văn Thức", []string{"Lê Văn Chắt: elected secretary [Quận ủy viên]", "Vi Văn Thức: elected delegate"}},
	{"Tham gia đoàn có các Phó Bí thư Tỉnh ủy: Lê Văn Chắt, Vi Văn Thức.", []string{"Lê Văn Chắt: attendee [Phó Bí thư Tỉnh ủy]", "Vi Văn Thức: attendee [Phó Bí thư Tỉnh ủy]"}},
	{"Tặng hoa chúc mừng có đồng chí Lê Văn Chắt, Phó Bí thư Thành ủy.", []string{"Lê Văn Chắt: attendee [Phó Bí thư Thành ủy]"}},
	{"Với 41/41 phiếu, Ban Chấp hành đặt niềm tin ở ông Lê Văn Chắt. Với kết quả này, ông Chắt tiếp tục đảm nhận cương vị Bí thư Huyện ủy.", []string{"Lê Văn Chắt: elected secretary"}},
	{"Trong danh sách trúng cử có hai lãnh đạo doanh nghiệp là ông Lê Văn Chắt (Tổng Giám đốc Công ty Phú Hưng). Bầu cử kết thúc lúc 17 giờ.", []string{"Lê Văn Chắt: elected committee [Tổng Giám đốc Công ty Phú Hưng]"}},
	{"Phó Chủ tịch UBND xã, bà Nông Hồng Thắm, dẫn chúng tôi đi. Bà bảo trước Tết sẽ bàn giao 40 căn nhà.", []string{"Nông Hồng Thắm: speaker [Phó Chủ tịch UBND xã]"}},
}

func TestStories(t *testing.T) { run(t, stories) }
