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
