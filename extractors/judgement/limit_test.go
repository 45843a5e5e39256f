package judgement_test

import (
	"slices"
	"testing"
)

// shortcoming is one code: sentences that state it, each in other words, and
// sentences with the same words that do not: it is denied, asked for, feared,
// promised, solved, or another matter.
type shortcoming struct {
	code   string
	stated []string
	not    []string
}

var shortcomings = []shortcoming{
	{"documents_weak", []string{
		"Chất lượng văn kiện ở một số tổ chức cơ sở đảng còn hạn chế.",
		"Báo cáo chính trị của vài đảng bộ chưa chỉ ra được khâu đột phá.",
		"Dự thảo nghị quyết đại hội một số nơi sao chép của cấp trên, giải pháp chung chung.",
		"Bản tóm tắt báo cáo chính trị quá dài, đọc hơn một giờ đồng hồ.",
		"Phần kiểm điểm trong văn kiện chưa đi sâu đánh giá nguyên nhân.",
		"Tuy nhiên, văn kiện của 03 chi bộ chất lượng chưa cao, thiếu giải pháp khả thi.",
	}, []string{
		"Văn kiện đại hội không còn tình trạng dàn trải, chung chung.",
		"Cần nâng cao chất lượng văn kiện, tránh chung chung, sao chép.",
		"Nếu văn kiện sơ sài thì cấp trên sẽ yêu cầu làm lại.",
		"Văn kiện nêu rõ hạn chế, yếu kém của nhiệm kỳ qua.",
		"Báo cáo chính trị đã chỉ ra những tồn tại, hạn chế và nguyên nhân.",
	}},
	{"papers_weak", []string{
		"Một số báo cáo tham luận chất lượng chưa cao.",
		"Tham luận của các đơn vị chủ yếu là báo cáo thành tích.",
		"Nhiều bài tham luận chưa đề xuất được giải pháp cụ thể.",
		"Tuy vậy, tham luận tại đại hội còn dài, trùng lặp nội dung.",
	}, []string{
		"Các bài tham luận được chuẩn bị công phu, không kể lể thành tích.",
		"Tham luận cần ngắn gọn, tránh báo cáo thành tích.",
		"Tham luận phân tích sâu những hạn chế trong phát triển nông nghiệp.",
	}},
	{"comments_few", []string{
		"Ý kiến góp ý vào dự thảo văn kiện của cấp trên còn ít.",
		"Việc tham gia góp ý các văn kiện Đại hội XIII ở cơ sở chưa nhiều.",
		"Hầu như không có ý kiến góp ý vào văn kiện cấp trên.",
		"Việc thảo luận, góp ý văn kiện đại hội cấp tỉnh ở một số chi bộ còn ít ý kiến.",
	}, []string{
		"Không ít ý kiến góp ý vào văn kiện cấp trên có chất lượng.",
		"Đề nghị các chi bộ khắc phục tình trạng ít góp ý vào văn kiện cấp trên.",
		"Có 250 ý kiến góp ý vào dự thảo văn kiện.",
	}},
	{"proceedings_inflexible", []string{
		"Đoàn Chủ tịch một số đại hội điều hành chưa linh hoạt.",
		"Việc điều hành đại hội có nơi còn lệ thuộc kịch bản.",
		"Công tác điều hành của đoàn chủ tịch có lúc chưa thực sự linh hoạt, chưa bám sát kịch bản.",
		"Chủ tọa một vài đại hội chi bộ còn lúng túng trong điều hành.",
	}, []string{
		"Đoàn Chủ tịch điều hành đúng kịch bản, không lúng túng.",
		"Đoàn Chủ tịch cần điều hành linh hoạt, không máy móc.",
		"Đoàn Chủ tịch đại hội gồm 5 đồng chí.",
	}},
	{"election_handling_confused", []string{
		"Việc xử lý các tình huống phát sinh trong bầu cử ở một số đảng bộ còn lúng túng.",
		"Ban kiểm phiếu một vài nơi chưa nắm chắc Quy chế bầu cử.",
		"Có đại hội phải kiểm phiếu lại do xác định phiếu không hợp lệ chưa đúng.",
		"Tuy nhiên, trong bầu cử vẫn còn nhầm lẫn, phát thiếu phiếu cho đại biểu.",
	}, []string{
		"Các tình huống trong bầu cử được xử lý kịp thời, không lúng túng.",
		"Cần lường trước các tình huống bầu cử để tránh lúng túng.",
		"Không có đại hội nào phải bầu lại do sai sót.",
	}},
	{"committee_short", []string{
		"Có 5 đảng bộ bầu thiếu cấp ủy viên so với đề án.",
		"Một số chi bộ bầu không đủ số lượng cấp ủy theo quy định.",
		"Đại hội Đảng bộ xã Thu Cúc bầu Ban Chấp hành thiếu 2 đồng chí so với số lượng đại hội quyết định.",
		"Số cấp ủy viên bầu được ít hơn số lượng đã quyết định 3 đồng chí.",
		"Kết quả có 2 đơn vị chưa bầu đủ ban chấp hành.",
	}, []string{
		"Các đại hội đều bầu đủ số lượng ban chấp hành.",
		"Không có đơn vị nào bầu thiếu cấp ủy viên.",
		"Hạn chế thấp nhất việc bầu thiếu cấp ủy viên.",
		"Ban Chấp hành sẽ bầu bổ sung số cấp ủy viên còn thiếu.",
		"Báo cáo nêu rõ khuyết điểm của Ban Chấp hành khóa trước.",
		"Đại hội bầu 2 ủy viên dự khuyết Ban Chấp hành.",
	}},
	{"standing_committee_short", []string{
		"Có 2 đơn vị không bầu đủ số lượng ban thường vụ theo phương án.",
		"Bầu Ban Thường vụ còn thiếu 1 đồng chí so với đề án.",
		"Ban thường vụ ở hai huyện bầu thiếu so với số lượng được duyệt.",
		"Có nơi chưa bầu đủ ủy viên ban thường vụ.",
	}, []string{
		"Ban Thường vụ được bầu đủ số lượng ngay vòng đầu.",
		"Không để xảy ra tình trạng bầu thiếu ban thường vụ.",
		"Đề nghị bầu bổ sung ủy viên ban thường vụ còn thiếu.",
	}},
	{"key_post_not_elected", []string{
		"Ở xã Kiệt Sơn, đồng chí được giới thiệu làm bí thư không trúng cử.",
		"Kết quả bầu cán bộ chủ chốt ở một số nơi không đúng phương án nhân sự.",
		"Hai đồng chí dự kiến giữ chức phó bí thư không trúng cấp ủy.",
		"Chủ tịch UBND xã được giới thiệu tái cử nhưng không đủ số phiếu vào Ban Chấp hành.",
		"Một đảng bộ chưa bầu được bí thư do nhân sự dự kiến không đạt phiếu.",
	}, []string{
		"Không có nhân sự chủ chốt nào không trúng cử.",
		"Chức danh bí thư tạm thời chưa bầu theo chỉ đạo của Bộ Chính trị.",
		"Các chức danh chủ chốt đều trúng cử đúng phương án.",
		"Đồng chí không trúng cử bí thư sẽ được bố trí công tác khác nếu xảy ra.",
	}},
	{"seats_left_vacant", []string{
		"Một số đảng bộ chủ động bầu khuyết cấp ủy viên do chưa chuẩn bị được nhân sự.",
		"Đại hội để khuyết 02 cấp ủy viên, bổ sung sau khi có nguồn.",
		"Do thiếu nguồn, Đảng bộ huyện Mường Lát bầu khuyết 3 ủy viên ban chấp hành.",
	}, []string{
		"Không có đảng bộ nào bầu khuyết.",
		"Hạn chế thấp nhất việc để khuyết chức danh bí thư.",
		"Có thể bầu khuyết nếu chưa chuẩn bị được nhân sự.",
		"Sẽ bổ sung chức danh còn để khuyết trong năm 2021.",
	}},
	{"female_low", []string{
		"Tỷ lệ nữ tham gia cấp ủy còn thấp.",
		"Có 12 đơn vị không có nữ trong ban thường vụ.",
		"Ban Thường vụ Huyện ủy chưa có cán bộ nữ.",
		"Cán bộ nữ tham gia cấp ủy cơ sở mới đạt 11,2%, dưới mức quy định.",
		"Một số đơn vị cơ cấu nữ trong cấp ủy chưa đạt 15%.",
		"Chỉ có 2 đồng chí nữ trong Ban Chấp hành, thấp hơn yêu cầu.",
	}, []string{
		"Tỷ lệ nữ trong cấp ủy không thấp hơn nhiệm kỳ trước.",
		"Cấp ủy cần khắc phục tình trạng tỷ lệ nữ còn thấp.",
		"Phấn đấu không còn đơn vị nào không có nữ trong ban thường vụ.",
		"Tỷ lệ nữ trong cấp ủy đạt 18%, vượt chỉ tiêu.",
		"Tỷ lệ nữ tham gia cấp ủy không dưới 15%.",
	}},
	{"young_low", []string{
		"Tỷ lệ cán bộ trẻ tham gia cấp ủy chưa đạt yêu cầu.",
		"Ban Thường vụ không có cán bộ trẻ.",
		"Cấp ủy viên dưới 40 tuổi quá ít.",
		"Cán bộ trẻ trong ban chấp hành chỉ đạt 4,1%, thấp hơn chỉ tiêu 10%.",
	}, []string{
		"Tỷ lệ cán bộ trẻ đạt 15%, cao hơn nhiệm kỳ trước.",
		"Cần tăng tỷ lệ cán bộ trẻ trong cấp ủy, không để thấp hơn 10%.",
		"Không có đơn vị nào thiếu cán bộ trẻ trong cấp ủy.",
	}},
	{"ethnic_low", []string{
		"Tỷ lệ cấp ủy viên là người dân tộc thiểu số còn thấp so với cơ cấu dân cư.",
		"Có 4 đảng bộ vùng cao không có cán bộ dân tộc thiểu số trong ban thường vụ.",
		"Cán bộ người dân tộc thiểu số tham gia cấp ủy chưa tương xứng.",
	}, []string{
		"Tỷ lệ người dân tộc thiểu số trong cấp ủy đạt 34%.",
		"Quan tâm cơ cấu cán bộ dân tộc thiểu số, tránh tình trạng quá ít.",
		"Đồng chí Bí thư là người dân tộc thiểu số.",
	}},
	{"renewal_low", []string{
		"Một số cấp ủy không bảo đảm tỷ lệ đổi mới theo quy định.",
		"Tỷ lệ đổi mới ban chấp hành chỉ đạt 21%, thấp hơn yêu cầu.",
		"Cấp ủy ở vài nơi chưa có tính kế thừa, cán bộ hẫng hụt.",
	}, []string{
		"Tỷ lệ đổi mới cấp ủy đạt 38%, bảo đảm yêu cầu.",
		"Phải bảo đảm tỷ lệ đổi mới không dưới một phần ba.",
	}},
	{"vetting_late", []string{
		"Công tác thẩm định tiêu chuẩn chính trị nhân sự ở một số nơi chưa kịp thời.",
		"Việc phối hợp thẩm tra, xác minh tiêu chuẩn chính trị còn kéo dài.",
		"Kết quả thẩm định tiêu chuẩn chính trị trả lời chậm so với yêu cầu.",
	}, []string{
		"Thẩm định tiêu chuẩn chính trị bảo đảm kịp thời, không kéo dài.",
		"Đề nghị đẩy nhanh việc thẩm định tiêu chuẩn chính trị, không để chậm trễ.",
		"Ban Thẩm tra tư cách đại biểu báo cáo kết quả.",
	}},
	{"personnel_prep_weak", []string{
		"Công tác chuẩn bị nhân sự ở một số nơi còn nể nang, thiếu kiên quyết.",
		"Quy trình nhân sự ở Đảng bộ xã Tân Phú làm chưa đúng hướng dẫn.",
		"Có nhân sự được giới thiệu nhưng chưa bảo đảm tiêu chuẩn, phải rút khỏi danh sách.",
		"Một số cấp ủy bị động trong chuẩn bị nhân sự, phải điều chỉnh đề án nhiều lần.",
		"Việc giới thiệu nhân sự có trường hợp chưa phù hợp cơ cấu.",
	}, []string{
		"Công tác nhân sự không có trường hợp nào phải làm lại quy trình.",
		"Cần chuẩn bị nhân sự kỹ, tránh nể nang, bị động.",
		"Công tác nhân sự được tiến hành thận trọng, chặt chẽ.",
	}},
	{"communication_weak", []string{
		"Công tác tuyên truyền về đại hội ở một số nơi còn hình thức.",
		"Tuyên truyền đại hội chưa sâu rộng trong nhân dân.",
		"Hệ thống truyền thanh cơ sở tuyên truyền đại hội còn nghèo nàn về nội dung.",
	}, []string{
		"Công tác tuyên truyền đại hội được đổi mới cả nội dung và hình thức.",
		"Cần đổi mới tuyên truyền, khắc phục tính hình thức.",
		"Tuyên truyền đại hội bằng nhiều hình thức phong phú.",
	}},
	{"complaints_present", []string{
		"Trước đại hội còn phát sinh đơn thư tố cáo nhân sự.",
		"Một số nơi để xảy ra khiếu kiện, đơn thư nặc danh.",
		"Vẫn còn đơn thư vượt cấp liên quan công tác nhân sự đại hội.",
		"Có 7 đơn tố cáo cán bộ trong quá trình chuẩn bị đại hội.",
	}, []string{
		"Không có đơn thư khiếu nại, tố cáo về đại hội.",
		"Đề nghị giải quyết kịp thời đơn thư, không để phát sinh khiếu kiện trước đại hội.",
		"Chưa phát hiện đơn thư nặc danh về nhân sự đại hội.",
		"Nếu phát sinh đơn thư thì ủy ban kiểm tra phải xem xét ngay.",
	}},
	{"schedule_late", []string{
		"Có 3 đảng bộ tổ chức đại hội chậm so với kế hoạch.",
		"Tiến độ đại hội chi bộ ở một số nơi còn chậm.",
		"Đại hội Đảng bộ xã Văn Miếu phải lùi thời gian so với lịch đã duyệt.",
		"Một số đảng bộ hoàn thành đại hội muộn hơn quy định.",
	}, []string{
		"Không có đảng bộ nào đại hội chậm tiến độ.",
		"Đại hội cấp cơ sở hoàn thành trước tiến độ 10 ngày.",
		"Các đảng bộ phải hoàn thành đại hội đúng tiến độ, không để chậm so với kế hoạch.",
		"Đến nay còn 5 đảng bộ chưa tổ chức đại hội.",
	}},
	{"leadership_weak", []string{
		"Một số cấp ủy chưa thực sự quan tâm lãnh đạo, chỉ đạo đại hội.",
		"Công tác kiểm tra, đôn đốc đại hội của cấp ủy cấp trên chưa thường xuyên.",
		"Việc hướng dẫn, chỉ đạo đại hội chi bộ có nơi chưa cụ thể.",
		"Có cấp ủy còn khoán trắng việc chuẩn bị đại hội cho bộ phận tham mưu, thiếu kiểm tra.",
	}, []string{
		"Cấp ủy thường xuyên chỉ đạo đại hội, không khoán trắng cho cấp dưới.",
		"Cần khắc phục tình trạng lãnh đạo, chỉ đạo đại hội thiếu quyết liệt.",
		"Các cấp ủy lãnh đạo, chỉ đạo đại hội sâu sát.",
	}},
	{"discussion_formal", []string{
		"Thảo luận ở một số đại hội còn hình thức, xuôi chiều.",
		"Ít ý kiến phát biểu thảo luận, chủ yếu nhất trí với báo cáo.",
		"Không khí thảo luận tại một số đại hội còn trầm.",
	}, []string{
		"Thảo luận tại đại hội không hình thức, nhiều ý kiến tranh luận thẳng thắn.",
		"Cần dành thời gian thảo luận, tránh hình thức, xuôi chiều.",
	}},
	{"disunity", []string{
		"Có nơi còn biểu hiện cục bộ địa phương trong bỏ phiếu.",
		"Nội bộ một số cấp ủy mất đoàn kết trước đại hội.",
		"Một vài đại hội có hiện tượng vận động phiếu, kéo bè kéo cánh.",
	}, []string{
		"Không có biểu hiện cục bộ, mất đoàn kết trong đại hội.",
		"Kiên quyết chống tư tưởng cục bộ, bè phái trong đại hội.",
		"Đại hội giữ vững đoàn kết, không để xảy ra chia rẽ, bè phái.",
		"Nghiêm cấm vận động bầu cử không lành mạnh trong đại hội.",
	}},
	{"other_limitation", []string{
		"Cơ sở vật chất phục vụ đại hội ở một số xã còn thiếu thốn.",
		"Trang thiết bị kiểm phiếu ở vài đại hội bị trục trặc.",
		"Việc bảo vệ an ninh trật tự tại một số đại hội còn sơ hở.",
		"Kinh phí tổ chức đại hội cấp chậm, nơi ăn nghỉ của đại biểu chưa chu đáo.",
		"Việc phân công nhiệm vụ cấp ủy sau đại hội ở một số nơi còn chậm.",
	}, []string{
		"Công tác phục vụ đại hội không để xảy ra sơ suất.",
		"Cần chuẩn bị chu đáo cơ sở vật chất phục vụ đại hội.",
	}},
}

// A code is stated by each of its sentences, and by none that denies it, asks
// for its end or speaks of another matter. A sentence may state more codes.
func TestLimitations(t *testing.T) {
	r := newReading(t)
	for _, c := range shortcomings {
		t.Run(c.code, func(t *testing.T) {
			for _, text := range c.stated {
				if !slices.Contains(codes(r, text), c.code) {
					t.Errorf("not read: %s\n\tgot %s", text, codes(r, text))
				}
			}
			for _, text := range c.not {
				if got := codes(r, text); len(got) > 0 {
					t.Errorf("read %s: %s", got, text)
				}
			}
		})
	}
}

func codes(r reading, text string) (out []string) {
	for _, f := range r.facts(title+text, district) {
		if f.Table == "limitations" {
			out = append(out, show(f))
		}
	}
	return out
}
