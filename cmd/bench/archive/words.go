package archive

// wording is something that reports say about the work of a congress, in several
// forms; {rating} marks the words of judgement.
type wording struct {
	code   string // of a limitation
	body   string
	aspect string // "" where a shortcoming is merely named
	forms  []judged
}

// judged is a sentence with its words of judgement.
type judged struct{ text, rating string }

// shortcomings are the limitations that reports admit.
var shortcomings = []wording{
	{"documents_weak", "", "documents", []judged{
		{"Báo cáo chính trị của một số chi bộ còn sơ sài, chưa đề ra được giải pháp đột phá.", "còn sơ sài, chưa đề ra được giải pháp đột phá"},
		{"Chất lượng văn kiện của một vài tổ chức đảng chưa cao, phần phương hướng còn chung chung.", "chưa cao"},
	}},
	{"papers_weak", "", "proceedings", []judged{
		{"Một số tham luận còn nặng về kể thành tích, chưa đề xuất được giải pháp cụ thể.", "còn nặng về kể thành tích"},
		{"Chất lượng một số bài tham luận chưa cao, nội dung trùng lặp.", "chưa cao"},
	}},
	{"comments_few", "comment", "documents", []judged{
		{"Ý kiến góp ý vào dự thảo văn kiện đại hội cấp trên còn ít.", "còn ít"},
		{"Việc tham gia ý kiến vào văn kiện của cấp trên chưa nhiều.", "chưa nhiều"},
	}},
	{"proceedings_inflexible", "", "proceedings", []judged{
		{"Việc điều hành của đoàn chủ tịch ở một vài đại hội chưa thật linh hoạt.", "chưa thật linh hoạt"},
		{"Có đoàn chủ tịch điều hành còn lúng túng, chưa bám sát kịch bản.", "còn lúng túng, chưa bám sát kịch bản"},
	}},
	{"election_handling_confused", "", "elections", []judged{
		{"Một số đơn vị còn lúng túng khi xử lý tình huống phát sinh trong bầu cử.", "còn lúng túng"},
		{"Ban kiểm phiếu ở một vài nơi thiếu kinh nghiệm, phải kiểm phiếu lại.", "thiếu kinh nghiệm"},
	}},
	{"key_post_not_elected", "deputy_secretary", "personnel", []judged{
		{"Nhân sự dự kiến giữ chức phó bí thư không trúng cử, kết quả không đúng với phương án nhân sự.", "không đúng với phương án nhân sự"},
		{"Kết quả bầu phó bí thư không đúng với đề án nhân sự đã được duyệt.", "không đúng với đề án nhân sự đã được duyệt"},
	}},
	{"female_low", "committee", "personnel", []judged{
		{"Tỷ lệ nữ tham gia cấp ủy còn thấp so với yêu cầu.", "còn thấp so với yêu cầu"},
		{"Tỷ lệ cấp ủy viên nữ chưa đạt chỉ tiêu đề ra.", "chưa đạt chỉ tiêu đề ra"},
	}},
	{"young_low", "committee", "personnel", []judged{
		{"Tỷ lệ cán bộ trẻ tham gia cấp ủy chưa đạt chỉ tiêu đề ra.", "chưa đạt chỉ tiêu đề ra"},
		{"Cấp ủy viên trẻ còn ít, nguồn kế cận mỏng.", "còn ít"},
	}},
	{"ethnic_low", "committee", "personnel", []judged{
		{"Cán bộ là người dân tộc thiểu số tham gia cấp ủy còn ít.", "còn ít"},
		{"Tỷ lệ cấp ủy viên người dân tộc thiểu số chưa tương xứng với cơ cấu dân cư.", "chưa tương xứng với cơ cấu dân cư"},
	}},
	{"renewal_low", "committee", "personnel", []judged{
		{"Tỷ lệ đổi mới cấp ủy chưa đạt yêu cầu.", "chưa đạt yêu cầu"},
		{"Tỷ lệ đổi mới trong ban chấp hành còn thấp.", "còn thấp"},
	}},
	{"vetting_late", "", "vetting", []judged{
		{"Việc thẩm định tiêu chuẩn chính trị đối với nhân sự ở một số nơi còn chậm.", "còn chậm"},
		{"Công tác thẩm định tiêu chuẩn chính trị của một số cấp ủy chưa kịp thời.", "chưa kịp thời"},
	}},
	{"personnel_prep_weak", "", "personnel", []judged{
		{"Công tác chuẩn bị nhân sự ở một số đơn vị chưa kỹ, phải làm lại quy trình.", "chưa kỹ"},
		{"Việc chuẩn bị nhân sự cấp ủy ở một vài chi bộ còn bị động.", "còn bị động"},
	}},
	{"communication_weak", "", "communication", []judged{
		{"Công tác tuyên truyền trước đại hội còn hình thức, chưa sâu rộng.", "còn hình thức, chưa sâu rộng"},
		{"Hình thức tuyên truyền về đại hội chưa phong phú, chưa kịp thời.", "chưa phong phú, chưa kịp thời"},
	}},
	{"complaints_present", "", "inspection", []judged{
		{"Trước đại hội còn phát sinh đơn thư khiếu nại, tố cáo liên quan đến nhân sự.", "còn phát sinh đơn thư khiếu nại, tố cáo"},
		{"Ở một vài nơi còn xảy ra đơn thư nặc danh về nhân sự đại hội.", "còn xảy ra đơn thư nặc danh"},
	}},
	{"schedule_late", "", "leadership", []judged{
		{"Một số chi bộ tổ chức đại hội chậm so với kế hoạch.", "chậm so với kế hoạch"},
		{"Tiến độ đại hội của một vài tổ chức đảng còn chậm.", "còn chậm"},
	}},
	{"leadership_weak", "", "leadership", []judged{
		{"Công tác kiểm tra, đôn đốc của cấp ủy đối với cơ sở có lúc chưa thường xuyên.", "chưa thường xuyên"},
		{"Một số cấp ủy lãnh đạo, chỉ đạo công tác chuẩn bị đại hội chưa sâu sát.", "chưa sâu sát"},
	}},
	{"discussion_formal", "", "proceedings", []judged{
		{"Không khí thảo luận tại một số đại hội còn xuôi chiều, ít tranh luận.", "còn xuôi chiều, ít tranh luận"},
		{"Thảo luận ở một vài đại hội còn hình thức, một chiều.", "còn hình thức, một chiều"},
	}},
	{"disunity", "", "personnel", []judged{
		{"Có nơi còn biểu hiện cục bộ, vận động phiếu bầu.", "còn biểu hiện cục bộ, vận động phiếu bầu"},
		{"Nội bộ một vài cấp ủy mất đoàn kết, ảnh hưởng đến công tác nhân sự đại hội.", "mất đoàn kết"},
	}},
}

// strengths are what reports are proud of.
var strengths = []wording{
	{"", "", "documents", []judged{
		{"Văn kiện đại hội được chuẩn bị công phu, chất lượng tốt.", "công phu, chất lượng tốt"},
		{"Báo cáo chính trị được xây dựng nghiêm túc, bám sát thực tiễn.", "nghiêm túc, bám sát thực tiễn"},
	}},
	{"", "", "personnel", []judged{
		{"Công tác nhân sự được chuẩn bị chặt chẽ, dân chủ, đúng quy trình.", "chặt chẽ, dân chủ, đúng quy trình"},
		{"Việc chuẩn bị nhân sự cấp ủy bảo đảm tiêu chuẩn, đúng quy định.", "bảo đảm tiêu chuẩn, đúng quy định"},
	}},
	{"", "", "elections", []judged{
		{"Công tác bầu cử được tiến hành đúng nguyên tắc, đúng Điều lệ Đảng.", "đúng nguyên tắc, đúng Điều lệ Đảng"},
		{"Việc bầu cử thực hiện đúng quy chế, bảo đảm dân chủ.", "đúng quy chế, bảo đảm dân chủ"},
	}},
	{"", "", "communication", []judged{
		{"Công tác tuyên truyền trước, trong và sau đại hội được thực hiện sâu rộng.", "sâu rộng"},
		{"Phong trào thi đua chào mừng đại hội diễn ra sôi nổi.", "sôi nổi"},
	}},
	{"", "", "security", []judged{
		{"An ninh chính trị, trật tự an toàn xã hội trong thời gian đại hội được giữ vững.", "được giữ vững"},
		{"Công tác bảo vệ đại hội được bảo đảm tuyệt đối an toàn.", "được bảo đảm tuyệt đối an toàn"},
	}},
	{"", "", "leadership", []judged{
		{"Công tác lãnh đạo, chỉ đạo đại hội kịp thời, sát cơ sở.", "kịp thời, sát cơ sở"},
		{"Việc quán triệt, triển khai các văn bản về đại hội được thực hiện nghiêm túc.", "nghiêm túc"},
	}},
	{"", "", "proceedings", []judged{
		{"Đoàn chủ tịch điều hành đại hội khoa học, linh hoạt.", "khoa học, linh hoạt"},
		{"Không khí thảo luận tại đại hội sôi nổi, thẳng thắn.", "sôi nổi, thẳng thắn"},
	}},
	{"", "", "vetting", []judged{
		{"Công tác thẩm định tiêu chuẩn chính trị nhân sự được thực hiện chặt chẽ, kịp thời.", "chặt chẽ, kịp thời"},
	}},
	{"", "", "logistics", []judged{
		{"Công tác phục vụ đại hội chu đáo, tiết kiệm.", "chu đáo, tiết kiệm"},
		{"Công tác khánh tiết, hậu cần được chuẩn bị chu đáo.", "chu đáo"},
	}},
	{"", "", "inspection", []judged{
		{"Không có đơn thư khiếu nại, tố cáo về nhân sự đại hội.", "Không có đơn thư khiếu nại, tố cáo"},
		{"Công tác kiểm tra, giám sát phục vụ đại hội được tiến hành thường xuyên, kịp thời.", "thường xuyên, kịp thời"},
	}},
}

// fillers speak of other things in the words and with the figures of such
// things: none of them states anything about a congress.
var fillers = []string{
	"Kinh tế của địa phương tiếp tục tăng trưởng khá; giá trị sản xuất tăng bình quân {p}%/năm, thu ngân sách đạt {n} tỷ đồng, tỷ lệ hộ nghèo giảm còn {p}%.",
	"Sản xuất nông nghiệp phát triển ổn định, diện tích gieo trồng hằng năm đạt {n} ha, sản lượng lương thực đạt {n} tấn; chăn nuôi có bước phát triển, tổng đàn gia súc {n} con.",
	"Toàn bộ các tuyến đường trục chính được nhựa hóa hoặc bê tông hóa; {p}% số hộ sử dụng nước hợp vệ sinh, {n} hộ được hỗ trợ xây dựng nhà ở.",
	"Sự nghiệp giáo dục có nhiều chuyển biến, {n} phòng học được xây mới, tỷ lệ học sinh tốt nghiệp trung học phổ thông đạt {p}%; công tác chăm sóc sức khỏe nhân dân được quan tâm.",
	"Trong nhiệm kỳ, các cấp ủy và ủy ban kiểm tra đã kiểm tra {n} tổ chức đảng và {n} đảng viên; thi hành kỷ luật {s} đảng viên, trong đó khiển trách {s}, cảnh cáo {s}.",
	"Công tác phát triển đảng viên được chú trọng, trong nhiệm kỳ đã kết nạp {n} đảng viên mới, chuyển đảng chính thức cho {n} đảng viên dự bị.",
	"Lực lượng vũ trang địa phương hoàn thành nhiệm vụ tuyển quân với {n} thanh niên nhập ngũ; tỷ lệ phát hiện, điều tra các vụ án đạt {p}%.",
	"Mặt trận Tổ quốc và các đoàn thể vận động ủng hộ quỹ Vì người nghèo {n} triệu đồng, xây {s} nhà đại đoàn kết; hội phụ nữ giúp {n} hộ vay vốn phát triển sản xuất.",
	"Thu hút đầu tư có chuyển biến, {s} dự án được cấp phép với tổng vốn đăng ký {n} tỷ đồng, giải quyết việc làm cho {n} lao động; kim ngạch xuất khẩu tăng {p}%.",
	"Cải cách hành chính được đẩy mạnh, {p}% hồ sơ được giải quyết đúng hạn; hệ thống thông tin điện tử được đưa vào sử dụng ở {s} cơ quan.",
}

// preparation tells of the preparation without a judgement or a figure.
var preparation = []string{
	"Sau khi có chỉ thị của Bộ Chính trị, cấp ủy đã tổ chức hội nghị học tập cho cán bộ chủ chốt, thành lập các tiểu ban giúp việc, phân công cấp ủy viên theo dõi từng địa bàn và ban hành văn bản cụ thể hóa nội dung, yêu cầu.",
	"Dự thảo báo cáo chính trị được gửi xuống các chi bộ để lấy ý kiến, sau đó tiếp thu và trình cấp trên duyệt theo trình tự; báo cáo kiểm điểm của ban chấp hành nêu rõ việc thực hiện quy chế làm việc.",
	"Công tác nhân sự được thực hiện theo năm bước, bắt đầu từ việc rà soát quy hoạch, lấy phiếu giới thiệu ở hội nghị cán bộ chủ chốt và kết thúc bằng hội nghị ban chấp hành thông qua danh sách trình đại hội.",
	"Cấp ủy đã làm việc với các tiểu ban về nội dung văn kiện, kịch bản điều hành, phương án bảo vệ và y tế, đồng thời phân công người chuẩn bị hội trường, tài liệu và nơi ăn nghỉ của đại biểu.",
}
