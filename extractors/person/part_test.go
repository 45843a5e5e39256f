package person_test

import "testing"

// Rows of the elected that do without a verb, results that are told by their parts, and who
// directs a congress.
var parts = []sentence{
	// A part of a row that names nothing but somebody and a key post.
	{"Ban Chấp hành khóa mới bầu đồng chí Hà Văn Lịch giữ chức Bí thư Huyện ủy; đồng chí Vi Thị Mây, Phó Bí thư Thường trực; đồng chí Lò Văn Pán, Phó Bí thư - Chủ tịch UBND huyện; đồng chí Ma Thị Nụ, Chủ nhiệm Ủy ban Kiểm tra.",
		[]string{"Hà Văn Lịch: elected secretary", "Vi Thị Mây: elected deputy_secretary", "Lò Văn Pán: elected deputy_secretary [Chủ tịch UBND huyện]", "Ma Thị Nụ: elected inspection_head"}},
	{"Đồng chí Hà Văn Lịch được 40/41 phiếu bầu làm Bí thư, đồng chí Vi Thị Mây 39/41 phiếu, Phó Bí thư.",
		[]string{"Hà Văn Lịch: elected secretary", "Vi Thị Mây: elected deputy_secretary"}},
	{"Đồng chí Hà Văn Lịch được bầu giữ chức Bí thư Huyện ủy; đồng chí Vi Thị Mây, Phó Bí thư Tỉnh ủy.",
		[]string{"Hà Văn Lịch: elected secretary", "Vi Thị Mây: mentioned [Phó Bí thư Tỉnh ủy]"}},
	// A committee with its number tells that there was an election.
	{"BCH: 41 đồng chí; BTV: 12 đồng chí. Bí thư: Hà Văn Lịch; Phó Bí thư: Vi Thị Mây, Lò Văn Pán.",
		[]string{"Hà Văn Lịch: elected secretary", "Vi Thị Mây: elected deputy_secretary", "Lò Văn Pán: elected deputy_secretary"}},
	{"Theo đề án, BCH 41 đồng chí. Bí thư: Hà Văn Lịch.", []string{"Hà Văn Lịch: mentioned"}},
	{"Đại hội đã bầu Ban Chấp hành. Thường trực Huyện ủy gồm Bí thư Hà Văn Lịch và hai Phó Bí thư: Vi Thị Mây, Lò Văn Pán.",
		[]string{"Hà Văn Lịch: elected secretary", "Vi Thị Mây: elected deputy_secretary", "Lò Văn Pán: elected deputy_secretary"}},
	// The head of the inspection committee.
	{"Đại hội đã bầu Ban Chấp hành. UBKT: 05 đ/c, đ/c Ma Thị Nụ - CN.", []string{"Ma Thị Nụ: elected inspection_head"}},
	{"Đại hội đã bầu Ban Chấp hành. Ủy ban Kiểm tra có 7 người do bà Ma Thị Nụ đứng đầu.", []string{"Ma Thị Nụ: elected inspection_head"}},
	{"Chức danh Chủ nhiệm Ủy ban Kiểm tra khóa mới được trao cho đồng chí Ma Thị Nụ.", []string{"Ma Thị Nụ: elected inspection_head"}},
	// Members who are counted and named in brackets.
	{"Đại hội bầu Ban Chấp hành 15 đồng chí, trong đó có 01 nữ (đồng chí Ma Thị Nụ).", []string{"Ma Thị Nụ: elected committee"}},
	{"Ban Chấp hành có mặt 14 đồng chí, vắng 01 đồng chí (đồng chí Ma Thị Nụ).", []string{"Ma Thị Nụ: mentioned"}},
	// The post that was voted on, and the votes.
	{"Đại hội được chọn làm điểm bầu trực tiếp bí thư, đồng chí Hà Văn Lịch đạt 98,1% số phiếu.", []string{"Hà Văn Lịch: elected secretary"}},
	// Bare votes below a heading, and a name that ends like a verb.
	{"Danh sách bầu Chi ủy có 4 đồng chí. Kết quả: Hà Văn Lịch 23; Vi Thị Mây 21; Lò Văn Pán 16; Ma Thị Nụ 10 (không trúng cử). Hợp lệ 24.",
		[]string{"Hà Văn Lịch: mentioned", "Vi Thị Mây: mentioned", "Lò Văn Pán: mentioned", "Ma Thị Nụ: mentioned"}},
	{"Đại hội bầu Chi ủy khóa mới. Phiếu hợp lệ: 24. Kết quả: Hà Văn Lịch 23; Vi Thị Mây 21; Lò Văn Pán 16; Ma Thị Nụ 10 (không trúng cử).",
		[]string{"Hà Văn Lịch: elected committee", "Vi Thị Mây: elected committee", "Lò Văn Pán: elected committee", "Ma Thị Nụ: mentioned"}},
	{"Bà Hà Thị Nụ được bầu giữ chức Bí thư; ông Lò Phước Sang giữ chức Phó Bí thư.",
		[]string{"Hà Thị Nụ: elected secretary", "Lò Phước Sang: elected deputy_secretary"}},
	// Who follows somebody in a post.
	{"Bí thư Huyện ủy Lò Văn Hặc nghỉ theo chế độ. Người thay ông là ông Hà Văn Lịch, Chủ tịch UBND huyện, với 31/33 phiếu.",
		[]string{"Lò Văn Hặc: mentioned [Bí thư Huyện ủy]", "Hà Văn Lịch: elected secretary [Chủ tịch UBND huyện]"}},
	// Bodies of the congress itself give nobody a post.
	{"Ban Kiểm phiếu 03 đ/c do Đại hội bầu: 1. Hà Văn Lịch (Trưởng ban); 2. Vi Thị Mây; 3. Lò Văn Pán (thư ký).",
		[]string{"Hà Văn Lịch: mentioned [Trưởng ban]", "Vi Thị Mây: mentioned", "Lò Văn Pán: mentioned [thư ký]"}},
	// A guest who demands something of the committee directs, also where time comes first.
	{"Dự Đại hội có bà Ma Thị Nụ, Phó Bí thư Tỉnh ủy. Bà Ma Thị Nụ nêu yêu cầu: trước ngày 10/8 Đảng ủy phải xong quy chế làm việc.",
		[]string{"Ma Thị Nụ: attendee [Phó Bí thư Tỉnh ủy]", "Ma Thị Nụ: concluding_speaker"}},
	{"Dự Đại hội có bà Ma Thị Nụ, Phó Bí thư Tỉnh ủy. Bà Ma Thị Nụ cho rằng báo cáo đã rõ. Bà chỉ ra hai điểm còn yếu; giao Huyện ủy khóa mới bổ sung chương trình hành động.",
		[]string{"Ma Thị Nụ: attendee [Phó Bí thư Tỉnh ủy]", "Ma Thị Nụ: concluding_speaker"}},
	{"Kết luận, đồng chí Hà Văn Lịch cơ bản thống nhất với phương án của các đảng bộ.", []string{"Hà Văn Lịch: concluding_speaker"}},
	// Names of two syllables in a list are people's only beside people.
	{"Đại biểu vùng cao Pác Nặm, Ngân Sơn còn e dè; địa bàn khó như Bù Gia Mập, Lộc Ninh cũng vậy.", nil},
	{"Thường trực Tỉnh ủy lưu ý: Lộc Hà, Cẩm Xuyên rút kinh nghiệm.", nil},
}

func TestParts(t *testing.T) {
	r := newReading(t)
	for _, s := range parts {
		check(t, r, s, district)
	}
}
