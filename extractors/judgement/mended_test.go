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
	{"Đại hội có mặt 98 đại biểu, vắng 02 đại biểu có lý do (01 ốm, 01 đi công tác).", nil},                                                // a reason judges nothing
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

// Words that are written like one that blames: the "mới" of khóa mới, the "chỉ" of
// "không chỉ" and "địa chỉ".
var homographs = []sentence{
	{"Cấp ủy khóa mới có 47 đồng chí, nữ 9 đồng chí.", nil},
	{"Ban Chấp hành Đảng bộ huyện nhiệm kỳ mới có 41 đồng chí, trong đó nữ 8 đồng chí.", nil},
	{"Ban Thường vụ mới có 02 đồng chí là người dân tộc thiểu số.", nil},
	{"Đảng ủy xã mới có 25 đồng chí, nữ 6 đồng chí.", nil},
	{"Đội ngũ cấp ủy viên mới có 12 đồng chí nữ, 9 đồng chí trẻ tuổi.", nil},
	{"Tỷ lệ cấp ủy viên mới đạt 35%.", nil},
	{"Cấp ủy khóa mới đạt tỷ lệ nữ 22%, trẻ dưới 40 tuổi 12%.", nil},
	{"Ban Chấp hành khóa mới có 15/41 đồng chí tái cử.", nil},
	{"Tỷ lệ nữ trong cấp ủy mới đạt 12,5%.", one("female_low")},
	{"Tỷ lệ nữ trong cấp ủy khóa này mới đạt 12,5%.", one("female_low")},
	{"Số nữ trong ban thường vụ mới có 3 đồng chí.", one("female_low")},
	{"Cấp ủy viên nữ mới có 2 đồng chí.", one("female_low")},
	{"Nhiều đảng bộ mới có 1 cấp ủy viên nữ.", one("female_low")},
	{"Toàn đảng bộ mới có 8% cấp ủy viên trẻ.", one("young_low")},
	{"Đến nay, cấp ủy mới có 3 đồng chí nữ.", one("female_low")},
	{"Đến nay mới có 3 xã có nữ trong ban thường vụ.", one("female_low")},
	{"Tuy nhiên, ban chấp hành mới có 3 đồng chí nữ.", one("female_low")},
	{"Ban Chấp hành khóa mới chỉ có 3 đồng chí nữ.", one("female_low")},
	{"Đội ngũ nữ cấp ủy viên không chỉ có trình độ mà còn có kinh nghiệm.", nil},
	{"Không chỉ có cán bộ nữ mà cán bộ trẻ tham gia cấp ủy cũng tăng.", nil},
	{"Địa chỉ có nữ bí thư chi bộ được công khai.", nil},
	{"Ban Chấp hành chỉ có 3 đồng chí nữ.", one("female_low")},
	{"Đồng chí nữ ít tuổi nhất trong Ban Chấp hành là 32 tuổi.", nil},
	{"Cấp ủy viên trẻ ít tuổi nhất 28 tuổi.", nil},
	{"Cấp ủy viên trẻ còn ít.", one("young_low")},
	{"Mới có 12/45 đảng bộ có nữ trong ban thường vụ.", one("female_low")}, // 12/45 are no seats
	{"Chỉ có 3/14 xã có cán bộ trẻ trong ban thường vụ.", one("young_low")},
	{"Ban Thường vụ mới có 9/11 đồng chí.", one("standing_committee_short")},
	{"Ban Thường vụ mới có 9/11 đồng chí tái cử.", nil},
	{"Ban Thường vụ chỉ bầu được 9/11 đồng chí.", one("standing_committee_short")},
	{"Theo Đề án, Ban Chấp hành 41 đồng chí, Ban Thường vụ 13 đồng chí. Đại hội bầu được 39/41 đồng chí, thiếu 02 đồng chí.", one("committee_short")},
	{"Ban Chấp hành có 33 đồng chí, Ban Thường vụ có 11 đồng chí. Đại hội đã bầu 32/33 đồng chí, còn thiếu 01 đồng chí.", one("committee_short")},
	{"Ban Chấp hành có 33 đồng chí, Ban Thường vụ có 11 đồng chí. Hội nghị lần thứ nhất bầu được 10/11 đồng chí, thiếu 01 đồng chí.", one("standing_committee_short")},
	{"Ban Thường vụ\n\nĐại hội bầu được 10/11 đồng chí, thiếu 01 đồng chí.", one("standing_committee_short")}, // under its heading
	{"Ban Thường vụ có 11 đồng chí. Đại hội trực tiếp bầu Ban Thường vụ được 10/11 đồng chí, thiếu 01 đồng chí.", one("standing_committee_short")},
}

// "Không xã nào" before another denial says that all have it.
var doubled = []sentence{
	{"Không đơn vị nào thiếu nữ trong cấp ủy.", nil},
	{"Không xã nào thiếu cán bộ trẻ trong ban chấp hành.", nil},
	{"Không đảng bộ nào không có nữ trong cấp ủy.", nil},
	{"Không có xã nào không có nữ trong cấp ủy.", nil},
	{"Không nơi nào thiếu cấp ủy viên nữ.", nil},
	{"Không đảng bộ nào có nữ trong ban thường vụ.", one("female_low")},
	{"Chưa đơn vị nào cơ cấu được cán bộ trẻ vào ban thường vụ.", one("young_low")},
}

// What is denied as a list, and what is to be put right.
var listed = []sentence{
	{"Không nơi nào có tình trạng cục bộ, dòng họ chi phối việc bầu cử, mất đoàn kết, kéo bè kéo cánh.", nil},
	{"Không có tình trạng cục bộ, dòng họ chi phối kết quả bầu cử cấp ủy, mất đoàn kết nội bộ, kéo bè kéo cánh.", nil},
	{"Không để xảy ra tình trạng chạy chức, chạy phiếu, vận động bầu cử không lành mạnh, kéo bè kéo cánh, mất đoàn kết.", nil},
	{"Không xã nào có biểu hiện lôi kéo phiếu bầu, mất đoàn kết, kéo bè kéo cánh.", nil},
	{"Không nơi nào có tình trạng cục bộ, một số nơi còn mất đoàn kết.", one("disunity")},
	{"Không có đại hội nào phải hoãn, một số nơi còn mất đoàn kết.", one("disunity")},
	{"Không nơi nào bầu thiếu cấp ủy viên, nhưng có nơi mất đoàn kết, kéo bè kéo cánh.", one("disunity")},
	{"Không có biểu hiện cục bộ, công tác tuyên truyền về đại hội chậm.", one("communication_weak")},
	{"Xử lý ngay việc thiếu nguồn cán bộ trẻ.", nil},
	{"Ban Tổ chức rà soát quy hoạch; xử lý ngay việc thiếu nguồn cán bộ trẻ.", nil},
	{"Yêu cầu các chi bộ rút kinh nghiệm; sớm giải quyết tình trạng cấp ủy viên nữ còn ít.", nil},
	{"Cấp ủy đã tổ chức rút kinh nghiệm; còn thiếu nguồn cán bộ trẻ.", one("young_low")},
	{"Đoàn chủ tịch xử lý việc đại biểu xin rút còn máy móc.", one("proceedings_inflexible")},
	{"Cấp ủy chưa xử lý dứt điểm tình trạng thiếu cấp ủy viên nữ.", one("female_low")},
}

func TestMended(t *testing.T) {
	r := newReading(t)
	for _, c := range judged {
		check(t, r, "assessments", title+c.text, district, c.rows...)
	}
	for _, c := range slices.Concat(coded, homographs, doubled, listed) {
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
