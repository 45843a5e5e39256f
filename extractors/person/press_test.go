package person_test

import (
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Sentences of the press and of portal pages.
var press = []sentence{
	// The second of two new posts needs no verb.
	{"Đại hội đã bầu bí thư, phó bí thư: đồng chí Lê Thị Mận tái đắc cử Bí thư Chi bộ, đ/c Trịnh Văn Bường Phó Bí thư Chi bộ.",
		[]string{"Lê Thị Mận: elected secretary", "Trịnh Văn Bường: elected deputy_secretary"}},
	{"Đồng chí Vi Văn Thức được bầu làm Bí thư Đảng ủy; đồng chí Hà Thị Nụ Phó Bí thư Đảng ủy.",
		[]string{"Vi Văn Thức: elected secretary", "Hà Thị Nụ: elected deputy_secretary"}},
	{"Đồng chí Vi Văn Thức được bầu làm Bí thư Đảng ủy, đồng chí Hà Thị Nụ, Phó Bí thư Huyện ủy, chúc mừng đại hội.",
		[]string{"Vi Văn Thức: elected secretary", "Hà Thị Nụ: attendee [Phó Bí thư Huyện ủy]"}},
	{"Đồng chí Vi Văn Thức được bầu làm Bí thư Đảng ủy, đồng chí Hà Thị Nụ Chủ tịch UBND xã phát biểu.",
		[]string{"Vi Văn Thức: elected secretary", "Hà Thị Nụ: speaker [Chủ tịch UBND xã]"}},
	// A unit, a congress or a place before the comma is nobody to whom the title belongs.
	{"Phát biểu tại Đại hội Đảng bộ huyện Phú Bình lần thứ XXVI, Bí thư Huyện ủy Trần Văn Hợp nhấn mạnh ba khâu đột phá.", []string{"Trần Văn Hợp: speaker [Bí thư Huyện ủy]"}},
	{"Đến thăm xã Hòa Tiến, Bí thư Thành ủy Trần Văn Hợp yêu cầu giữ tiến độ đại hội.", []string{"Trần Văn Hợp: speaker [Bí thư Thành ủy]"}},
	{"Dự đại hội có ông Lê Văn Bảy, Chủ tịch UBND huyện Phú Bình, Bí thư Huyện ủy Cù Lao Dung.", []string{"Lê Văn Bảy: attendee [Chủ tịch UBND huyện Phú Bình; Bí thư Huyện ủy Cù Lao Dung]"}},
	// A unit whose last syllable is a surname, too; a province with a dash.
	{"Đến dự có Tỉnh ủy viên, Bí thư Huyện ủy Tân Sơn Lê Văn Bảy.", []string{"Lê Văn Bảy: attendee [Tỉnh ủy viên; Bí thư Huyện ủy Tân Sơn]"}},
	{"Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu Đỗ Văn Cận phát biểu chào mừng.", []string{"Đỗ Văn Cận: speaker [Bí thư Tỉnh ủy Bà Rịa - Vũng Tàu]"}},
	// Zones, far districts and working groups are nobody.
	{"Trước đây ông làm ở Ban Quản lý Khu kinh tế mở Chu Lai, xã biên giới Hoàng Su Phì.", nil},
	{"Tổ Giúp việc của Ban Chỉ đạo đại hội đã báo cáo.", nil},
	// Who tells of a punishment is not punished.
	{"Ông Bàn Văn Sẻn, Chánh Văn phòng Huyện ủy, cho biết Ban Thường vụ vừa cách chức ông Triệu Văn Kiêm.", []string{"Bàn Văn Sẻn: speaker [Chánh Văn phòng Huyện ủy]", "Triệu Văn Kiêm: disciplined"}},
	{"Theo ông Bàn Văn Sẻn, Đảng ủy đã khai trừ Đảng đối với ông Triệu Văn Kiêm.", []string{"Bàn Văn Sẻn: speaker", "Triệu Văn Kiêm: disciplined"}},
	{"Ông Bàn Văn Sẻn bị khiển trách, ông Triệu Văn Kiêm nói.", []string{"Bàn Văn Sẻn: disciplined", "Triệu Văn Kiêm: speaker"}},
	// Who is spoken of has not the title of who speaks; a law is nobody; who gives a task is no office.
	{"Nhắc tới ông Bàn Văn Sẻn, Bí thư Huyện ủy Triệu Văn Kiêm khẳng định công lao của lớp trước.", []string{"Bàn Văn Sẻn: mentioned", "Triệu Văn Kiêm: speaker [Bí thư Huyện ủy]"}},
	{"Kỳ họp thông qua Luật Giáo dục, Luật Kiến trúc và Luật Phòng cháy.", nil},
	{"Bà Lò Thị Pán, Phó Chủ tịch UBND huyện giao phòng Nội vụ hoàn thành hồ sơ.", []string{"Lò Thị Pán: mentioned [Phó Chủ tịch UBND huyện]"}},
	// Whose relative somebody is gets no post.
	{"Ông Bàn Văn Sẻn (em rể ông Triệu Văn Kiêm) được bầu làm Phó Bí thư Đảng ủy sau ba năm công tác ở xã.", []string{"Bàn Văn Sẻn: elected deputy_secretary", "Triệu Văn Kiêm: mentioned"}},
	// What somebody enters is no part of the office before it.
	{"Bộ Chính trị chỉ định đồng chí Hà Văn Lịch, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh Hà Nam tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Bí thư Tỉnh ủy Nam Định.",
		[]string{"Hà Văn Lịch: elected secretary, appointed [Phó Bí thư Tỉnh ủy; Chủ tịch UBND tỉnh Hà Nam]"}},
	{"Bà Tô Thị Bưởi, Giám đốc Sở Y tế tham gia thảo luận.", []string{"Tô Thị Bưởi: mentioned [Giám đốc Sở Y tế]"}},
	// A town is nobody, with whatever capitals.
	{"Thực hiện kế hoạch của Đảng ủy Thị Trấn Vĩnh Lộc, chi bộ đã đại hội.", nil},
	{"Đảng ủy Thị Xã Bình Long chỉ đạo đại hội điểm.", nil},
	{"Ông Lò Thị Trấn, Bí thư Đảng ủy, phát biểu.", []string{"Lò Thị Trấn: speaker [Bí thư Đảng ủy]"}},
	// Those who came along stand between the guest and the verb.
	{"Đồng chí Sùng A Páo - Trưởng ban Dân vận Tỉnh ủy cùng đại diện lãnh đạo Ban Tổ chức Tỉnh ủy, lãnh đạo một số sở, ngành và lãnh đạo huyện Bắc Hà đã đến dự đại hội.",
		[]string{"Sùng A Páo: attendee [Trưởng ban Dân vận Tỉnh ủy]"}},
	{"Đồng chí Sùng A Páo, Trưởng ban Dân vận Tỉnh ủy cùng lãnh đạo các ban xây dựng Đảng, đại diện các sở và các đồng chí Thường trực Huyện ủy về dự.",
		[]string{"Sùng A Páo: attendee [Trưởng ban Dân vận Tỉnh ủy]"}},
	{"Đ/c Lường Văn Inh – UVTƯ Đảng, Bí thư Tỉnh ủy; đ/c Mùa Thị Dế – Phó Bí thư Tỉnh ủy; lãnh đạo HĐND, Ủy ban MTTQ tỉnh, một số ban, ngành và hơn 100 đảng viên đại diện cho 20 chi bộ dự Đại hội.",
		[]string{"Lường Văn Inh: attendee [UVTƯ Đảng; Bí thư Tỉnh ủy]", "Mùa Thị Dế: attendee [Phó Bí thư Tỉnh ủy]"}},
	{"Đồng chí Lường Văn Inh trình bày báo cáo; các đại biểu dự đại hội thảo luận.", []string{"Lường Văn Inh: presenter"}},
	// An honour is no attendance.
	{"Đại hội vinh dự nhận lẵng hoa của Tổng Bí thư Nguyễn Văn Minh.", []string{"Nguyễn Văn Minh: mentioned [Tổng Bí thư]"}},
	{"Đại hội vinh dự đón đồng chí Hà Thị Nụ, Bí thư Tỉnh ủy về dự.", []string{"Hà Thị Nụ: attendee [Bí thư Tỉnh ủy]"}},
	// The stop of a sentence is none of an abbreviation.
	{"Tham dự có ông Lê Văn Chắt, Phó Trưởng Ban Dân vận Thành ủy TP.HCM.", []string{"Lê Văn Chắt: attendee [Phó Trưởng Ban Dân vận Thành ủy TP.HCM]"}},
	{"Dự có ông Lê Văn Chắt, Bí thư Tỉnh ủy Nghệ An.", []string{"Lê Văn Chắt: attendee [Bí thư Tỉnh ủy Nghệ An]"}},
	// A year of birth stands between the name and the office.
	{"Trẻ nhất là đồng chí Vi Thị Mây (sinh năm 1984), Huyện ủy viên, Bí thư Huyện đoàn.", []string{"Vi Thị Mây: mentioned [Huyện ủy viên; Bí thư Huyện đoàn]"}},
	// Told for their age, nobody is elected.
	{"Đại hội đã bầu bí thư. Hai bí thư huyện ủy lớn tuổi nhất là Bí thư Huyện ủy Lê Văn Chắt và Bí thư Huyện ủy Vi Thị Mây, đều 57 tuổi.",
		[]string{"Lê Văn Chắt: mentioned [Bí thư Huyện ủy]", "Vi Thị Mây: mentioned [Bí thư Huyện ủy]"}},
	{"Đại hội đã bầu bí thư. Hai phó bí thư là Lê Văn Chắt và Vi Thị Mây.",
		[]string{"Lê Văn Chắt: elected deputy_secretary", "Vi Thị Mây: elected deputy_secretary"}},
	// A headline needs no verb of electing, nor does a committee that is presented.
	{"Đồng chí Âu Văn Thạch, Phó Trưởng ban Tổ chức Tỉnh ủy làm Bí thư Huyện ủy Lâm Hà\n\nChiều 2-12, Tỉnh ủy công bố quyết định về công tác cán bộ.",
		[]string{"Âu Văn Thạch: elected secretary, assigned [Phó Trưởng ban Tổ chức Tỉnh ủy]"}},
	{"Ông Âu Văn Thạch làm Trưởng đoàn kiểm tra\n\nChiều 2-12, đoàn đã làm việc.", []string{"Âu Văn Thạch: mentioned"}},
	{"Tại đại hội, Ban Chấp hành Đảng bộ phường ra mắt với 31 thành viên. Bà Tô Thị Nga giữ chức Bí thư Đảng ủy, Chủ tịch HĐND phường.",
		[]string{"Tô Thị Nga: elected secretary"}},
	// Who is replaced and given another task gets no post of the other's.
	{"Bí thư Tỉnh ủy Hà Nam Lê Văn Chắt được Bộ Chính trị chỉ định giữ chức Bí thư Tỉnh ủy Nam Định thay ông Vi Văn Thức, được giao trọng trách mới.",
		[]string{"Lê Văn Chắt: elected secretary, appointed [Bí thư Tỉnh ủy Hà Nam]", "Vi Văn Thức: mentioned"}},
	{"Ông Lê Văn Chắt được bầu làm Chủ tịch UBND huyện thay ông Vi Văn Thức được điều động giữ chức Bí thư Huyện ủy.",
		[]string{"Lê Văn Chắt: elected other", "Vi Văn Thức: elected secretary, assigned"}},
	// An office whose name has a dash, and a rank behind a semicolon.
	{"Ông Đỗ Xuân Bách - Ủy viên Thường vụ Đảng ủy Bộ Tham mưu - Cơ quan Bộ Quốc phòng; Trung tướng, Phó Tổng Tham mưu trưởng được chỉ định giữ chức Bí thư Tỉnh ủy.",
		[]string{"Đỗ Xuân Bách: elected secretary, appointed [Ủy viên Thường vụ Đảng ủy Bộ Tham mưu - Cơ quan Bộ Quốc phòng; Trung tướng; Phó Tổng Tham mưu trưởng]"}},
}

func TestPress(t *testing.T) {
	r := newReading(t)
	for _, s := range press {
		check(t, r, s, district)
	}
}

// The words of a post, which end before another verb and before the number of a
// congress.
var posts = []struct{ text, post string }{
	{"Đồng chí Hà Thị Nụ được bầu làm Bí thư và bầu 3 đại biểu dự đại hội cấp trên.", "Bí thư"},
	{"Đồng chí Hà Thị Nụ đắc cử Phó Bí thư Chi bộ lần thứ XI, nhiệm kỳ 2022 - 2025.", "Phó Bí thư Chi bộ"},
	{"Đồng chí Hà Thị Nụ được bầu làm Bí thư Huyện ủy khóa XX.", "Bí thư Huyện ủy"},
	{"Đồng chí Hà Thị Nụ được bầu làm Trưởng ban Tuyên giáo và Dân vận.", "Trưởng ban Tuyên giáo và Dân vận"},
}

func TestPosts(t *testing.T) {
	r := newReading(t)
	for _, p := range posts {
		if got := r.post(p.text); got != p.post {
			t.Errorf("%s\n  post %q, want %q", p.text, got, p.post)
		}
	}
}

// post returns the post of the first person elected.
func (r reading) post(text string) string {
	t := r.lexicon.Scan(scan.Plain(text))
	t.Identity = district
	post := ""
	r.x.Facts(t, func(f report.Fact) {
		if post == "" {
			post = f.Get("post").Text()
		}
	})
	return post
}
