package identity_test

import "testing"

// Names of units that have the name of a province in them.
var likeProvinces = []article{
	{"a district whose name begins like a province's",
		"TỈNH ỦY NGHỆ AN\nHUYỆN ỦY LONG AN TRẠI\n*\nSố 41-BC/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nLong An Trại, ngày 05 tháng 8 năm 2020\n\nBÁO CÁO\nkết quả Đại hội đại biểu Đảng bộ huyện Long An Trại lần thứ XXI, nhiệm kỳ 2020 - 2025\n\nĐảng bộ huyện Long An Trại có 40 tổ chức cơ sở đảng.\n",
		"2020-08-05 41-BC/HU report | Nghệ An, Đảng bộ huyện Long An Trại, upper_grassroots | 21, 2020-2025"},
	{"a commune whose name ends like a province's",
		"TỈNH ỦY ĐỒNG NAI\nĐẢNG ỦY XÃ TÂN THÁI BÌNH\n*\nSố 09-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nTân Thái Bình, ngày 12 tháng 8 năm 2025\n\nBÁO CÁO\nkết quả Đại hội Đảng bộ xã Tân Thái Bình lần thứ I, nhiệm kỳ 2025 - 2030\n\nĐại hội đã thành công.\n",
		"2025-08-12 09-BC/ĐU report | Đồng Nai, Đảng bộ xã Tân Thái Bình, upper_grassroots | 1, 2025-2030"},
	{"news of a commune; the province stands once",
		"Xã Hòa Bình Thượng đại hội lần thứ I\n15/08/2025 10:20\nSáng 14/8, Đảng bộ xã Hòa Bình Thượng, tỉnh Lạng Sơn tổ chức Đại hội lần thứ I, nhiệm kỳ 2025 - 2030.\nĐại hội nghe công bố quyết định chỉ định Ban Chấp hành gồm 27 đồng chí.\nĐảng ủy xã Hòa Bình Thượng sẽ sớm triển khai nghị quyết đại hội.\n",
		"2025-08-15 ? news | Lạng Sơn, Đảng bộ xã Hòa Bình Thượng, upper_grassroots | 1, 2025-2030"},
	{"a district named as a province is; nobody says in which province it is",
		"HUYỆN ỦY HƯNG YÊN ĐÔNG\n*\nSố 18-BC/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nHưng Yên Đông, ngày 20 tháng 7 năm 2015\n\nBÁO CÁO\nkết quả đại hội cấp cơ sở nhiệm kỳ 2015 - 2020\n\nĐảng bộ huyện Hưng Yên Đông có 45 tổ chức cơ sở đảng.\n",
		"2015-07-20 18-BC/HU report | ?, Đảng bộ huyện Hưng Yên Đông, upper_grassroots | ?, 2015-2020"},
	{"a provincial city, with a person behind it",
		"Thành phố Ninh Bình tổng kết đại hội\n10/08/2020 08:00\nSáng 9/8, Bí thư Thành ủy Ninh Bình Lê Thị Nhung chủ trì hội nghị tổng kết Đại hội Đảng bộ thành phố Ninh Bình lần thứ XVI, nhiệm kỳ 2020 - 2025.\nĐảng bộ thành phố Ninh Bình, tỉnh Ninh Bình có 58 tổ chức cơ sở đảng.\nThành ủy sẽ sớm triển khai nghị quyết đại hội đến từng đảng viên trong toàn đảng bộ.\n",
		"2020-08-10 ? news | Ninh Bình, Đảng bộ thành phố Ninh Bình, upper_grassroots | 16, 2020-2025"},
}

func TestNamesLikeProvinces(t *testing.T) { run(t, likeProvinces) }
