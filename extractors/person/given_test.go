package person_test

import "testing"

// Several who get one post together, and lists of the elected of every form.
var given = []sentence{
	// Two names with "và" before the post are both subjects, whatever stands before each.
	{"Đại hội đã bầu cấp ủy. Đồng chí Hà Văn Lịch là Bí thư, đồng chí Vi Thị Mây và đồng chí Lò Văn Pán là Phó Bí thư.",
		[]string{"Hà Văn Lịch: elected secretary", "Vi Thị Mây: elected deputy_secretary", "Lò Văn Pán: elected deputy_secretary"}},
	{"Đại hội đã bầu đồng chí Hà Văn Lịch là Bí thư; ông Vi Văn Thức và bà Lò Thị Pán là Phó Bí thư.",
		[]string{"Hà Văn Lịch: elected secretary", "Vi Văn Thức: elected deputy_secretary", "Lò Thị Pán: elected deputy_secretary"}},
	{"Đại hội bầu Ban Chấp hành gồm 15 đồng chí; đồng chí Hà Văn Lịch là Bí thư Đảng ủy, đồng chí Vi Văn Thức và đồng chí Lò Thị Pán là Phó Bí thư Đảng ủy.",
		[]string{"Hà Văn Lịch: elected secretary", "Vi Văn Thức: elected deputy_secretary", "Lò Thị Pán: elected deputy_secretary"}},
	{"Đồng chí Vi Văn Thức và đồng chí Lò Thị Pán là Phó Bí thư Huyện ủy Bản Mây đến dự.",
		[]string{"Vi Văn Thức: attendee [Phó Bí thư Huyện ủy Bản Mây]", "Lò Thị Pán: attendee [Phó Bí thư Huyện ủy Bản Mây]"}},
	// A committee with its number, a colon and each one's post.
	{"Đại hội đã bầu chi ủy. Chi ủy 3 đồng chí: Võ Thị Mận - Bí thư; Lê Đình Nghị - Phó Bí thư; Cao Văn Bách - Chi ủy viên.",
		[]string{"Võ Thị Mận: elected secretary", "Lê Đình Nghị: elected deputy_secretary", "Cao Văn Bách: elected committee"}},
	{"Kết quả bầu cử: Chi ủy gồm 3 đồng chí: Võ Thị Mận - Bí thư; Lê Đình Nghị - Phó Bí thư; Cao Văn Bách - Chi ủy viên.",
		[]string{"Võ Thị Mận: elected secretary", "Lê Đình Nghị: elected deputy_secretary", "Cao Văn Bách: elected committee"}},
	{"Chi ủy 3 đồng chí: Võ Thị Mận - Bí thư; Lê Đình Nghị - Phó Bí thư; Cao Văn Bách - Chi ủy viên đến dự.",
		[]string{"Võ Thị Mận: attendee [Bí thư]", "Lê Đình Nghị: attendee [Phó Bí thư]", "Cao Văn Bách: attendee [Chi ủy viên]"}},
	// Numbers before the names.
	{"Đại hội đã bầu ra 3 đồng chí vào Ban Chấp hành, gồm: 1) Lê Văn Nghị; 2) Hà Thị Nụ; 3) Vi Văn Thức.",
		[]string{"Lê Văn Nghị: elected committee", "Hà Thị Nụ: elected committee", "Vi Văn Thức: elected committee"}},
	{"Đại hội đã bầu Ban Chấp hành khóa mới. Đại hội đã bầu ra 3 đồng chí, gồm: 1) Lê Văn Nghị; 2) Hà Thị Nụ; 3) Vi Văn Thức.",
		[]string{"Lê Văn Nghị: elected committee", "Hà Thị Nụ: elected committee", "Vi Văn Thức: elected committee"}},
	{"Ban Thường vụ có 3 đồng chí được bầu, gồm: 1) Lê Văn Nghị; 2) Hà Thị Nụ; 3) Vi Văn Thức.",
		[]string{"Lê Văn Nghị: elected standing_committee", "Hà Thị Nụ: elected standing_committee", "Vi Văn Thức: elected standing_committee"}},
	{"Tổ kiểm phiếu do hội nghị bầu, gồm: 1) Lê Văn Nghị; 2) Hà Thị Nụ.",
		[]string{"Lê Văn Nghị: mentioned", "Hà Thị Nụ: mentioned"}},
}

func TestGiven(t *testing.T) {
	r := newReading(t)
	for _, s := range given {
		check(t, r, s, district)
	}
}
