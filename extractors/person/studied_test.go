package person_test

import "testing"

// What a study of reports added, each in several wordings and with near misses.
var studied = []sentence{
	// Whom a congress sets over itself, with or without "gồm".
	{"Đại hội biểu quyết bầu Đoàn Chủ tịch 03 đồng chí: Vũ Văn Duệ, Đặng Thị Phin, Lò Văn Pành.", []string{"Vũ Văn Duệ: chair", "Đặng Thị Phin: chair", "Lò Văn Pành: chair"}},
	{"Đại hội bầu Đoàn Chủ tịch: Vũ Văn Duệ, Đặng Thị Phin.", []string{"Vũ Văn Duệ: chair", "Đặng Thị Phin: chair"}},
	{"Đại hội nhất trí cử Đoàn Chủ tịch 2 đồng chí: Cà Thị Dung, Vừ A Sính.", []string{"Cà Thị Dung: chair", "Vừ A Sính: chair"}},
	{"Đại hội bầu Đoàn Chủ tịch 3 đồng chí.", nil},
	// Who came from above.
	{"I. Thành phần\n1. Đảng viên: 40 đồng chí.\n2. Cấp trên: đồng chí Vũ Văn Duệ, Phó Bí thư Đảng ủy xã; đồng chí Đặng Thị Phin, Chủ tịch Hội Nông dân xã.",
		[]string{"Vũ Văn Duệ: attendee [Phó Bí thư Đảng ủy xã]", "Đặng Thị Phin: attendee [Chủ tịch Hội Nông dân xã]"}},
	{"Đại diện cấp trên: đồng chí Lò Văn Pành, Phó Bí thư Huyện ủy.", []string{"Lò Văn Pành: attendee [Phó Bí thư Huyện ủy]"}},
	{"Khách mời: đồng chí Cà Thị Dung, Trưởng thôn.", []string{"Cà Thị Dung: attendee [Trưởng thôn]"}},
	// The elected stand behind the verb and a colon.
	{"Kết quả bầu Ban Chấp hành, có 2 đồng chí trúng cử gồm: Cà Thị Dung, Vừ A Sính.", []string{"Cà Thị Dung: elected committee", "Vừ A Sính: elected committee"}},
	// A committee has so many, and one who heads it.
	{"Đại hội đã bầu Ban Chấp hành khóa mới. Ủy ban Kiểm tra Đảng ủy có 5 đồng chí do đồng chí Lò Văn Pành làm Chủ nhiệm.", []string{"Lò Văn Pành: elected inspection_head"}},
	{"Đại hội đã bầu Ban Chấp hành. Tổ giúp việc có 5 đồng chí do đồng chí Lò Văn Pành làm Tổ trưởng.", []string{"Lò Văn Pành: mentioned [Tổ trưởng]"}},
	{"Đoàn kiểm tra của Ủy ban Kiểm tra Huyện ủy do đồng chí Lò Văn Pành làm Trưởng đoàn đã làm việc với xã.", []string{"Lò Văn Pành: mentioned [Trưởng đoàn]"}},
	{"Đại hội đã bầu Ban Chấp hành. Ủy ban Kiểm tra có 7 ủy viên, đồng chí Cà Thị Dung giữ chức Chủ nhiệm.", []string{"Cà Thị Dung: elected inspection_head"}},
	{"5. Bầu Chi ủy nhiệm kỳ 2020 - 2022", nil},
	{"6. Bầu Ban Chấp hành", nil},
	// One who was just elected speaks.
	{"Chị Lò Thị Mai, 30 tuổi, vừa được bầu làm Bí thư Đảng ủy xã, bộc bạch rằng việc trước mắt còn nhiều.", []string{"Lò Thị Mai: elected secretary", "Lò Thị Mai: speaker"}},
	{"Ông Vừ A Sính, vừa trúng cử Phó Bí thư Huyện ủy, cho biết sẽ về cơ sở nhiều hơn.", []string{"Vừ A Sính: elected deputy_secretary", "Vừ A Sính: speaker"}},
	{"Đồng chí Lò Thị Mai, Bí thư Đảng ủy xã, được bầu vào Ban Chấp hành, cho rằng đại hội thành công.", []string{"Lò Thị Mai: elected committee [Bí thư Đảng ủy xã]", "Lò Thị Mai: speaker [Bí thư Đảng ủy xã]"}},
	{"Phát biểu bế mạc, tân Bí thư Huyện ủy Cà Thị Dung khẳng định Đại hội thành công.", []string{"Cà Thị Dung: concluding_speaker [Bí thư Huyện ủy]", "Cà Thị Dung: elected secretary"}},
	{"Bế mạc Đại hội, tân Bí thư Đảng ủy Lò Văn Pành nhấn mạnh ba việc.", []string{"Lò Văn Pành: concluding_speaker [Bí thư Đảng ủy]", "Lò Văn Pành: elected secretary"}},
}

func TestStudied(t *testing.T) { run(t, studied) }
