package judgement_test

import (
	"slices"
	"testing"
)

// Sentences that were once read wrongly, each with why it says what it says.
var judged = []sentence{
	{"Khâu hậu cần, khánh tiết của đại hội được lo chu đáo.", one("logistics+")},                                                           // hậu cần demands nothing
	{"Sau khi tiếp thu chỉ thị, cấp ủy phân công đảng ủy viên bám cơ sở và ban hành kế hoạch cụ thể hóa các bước tiến hành đại hội.", nil}, // cụ thể hóa judges nothing
	{"Công tác kiểm tra, đôn đốc đại hội của Ban Thường vụ chưa thường xuyên.", one("leadership-")},                                        // a committee's checking is direction
	{"Đại hội bầu Ban Thường vụ gồm 7 đồng chí; không có đồng chí nữ.", nil},                                                               // it only counts on
	{"Kết quả Đại hội Đảng bộ xã Trầm Sơn được thông báo đến các chi bộ.", nil},                                                            // Trầm is a name
	{"Đảng bộ xã Yên Tâm bầu 13 đồng chí vào Ban Chấp hành.", nil},                                                                         // Yên Tâm is a name
	{"Các chi bộ ở Cần Thơ tổ chức đại hội đúng tiến độ.", one("leadership+")},                                                             // Cần is a name
}

var coded = []sentence{
	{"Hạn chế: việc bầu phó bí thư không đúng với đề án nhân sự được duyệt.", one("key_post_not_elected")},
	{"Hạn chế: đảng viên tham gia ý kiến vào văn kiện đại hội cấp trên chưa nhiều.", one("comments_few")},
	{"Hạn chế: nguồn kế cận mỏng ở vài chi bộ.", nil}, // no share of the committee is told
	{"Hạn chế: hai đảng bộ bầu thiếu cấp ủy viên so với số lượng đã quyết định.", one("committee_short")},
	{"Hạn chế: công tác kiểm tra, đôn đốc đại hội của cấp ủy chưa thường xuyên.", one("leadership_weak")},
	{"Kết quả Đại hội Đảng bộ xã Trầm Sơn lần thứ II", nil},
}

func TestMended(t *testing.T) {
	r := newReading(t)
	for _, c := range judged {
		check(t, r, "assessments", title+c.text, district, c.rows...)
	}
	for _, c := range coded {
		var got []string
		for _, f := range r.facts(title+c.text, district) {
			if f.Table == "limitations" {
				got = append(got, f.Get("code").Text())
			}
		}
		if !slices.Equal(got, c.rows) {
			t.Errorf("%s: got %s, want %s", c.text, got, c.rows)
		}
	}
}
