package judgement_test

import (
	"slices"
	"strings"
	"testing"
)

// Judgements in words that were written down before the rules were tried on
// them: verbs for adjectives, images, litotes, the subject behind or unsaid.
var worded = []sentence{
	{"Báo cáo chính trị năm nay gọn hơn hẳn, số liệu có nguồn, đọc là hiểu.", one("documents+")},
	{"Văn kiện đi thẳng vào việc khó, không vòng vo.", one("documents+")},
	{"Dự thảo văn kiện được mài giũa qua bảy lần hội ý.", one("documents+")},
	{"Văn kiện của nhiều chi bộ như một khuôn đúc ra.", one("documents-")},
	{"Báo cáo chính trị cấp xã nặng kể việc, nhẹ giải pháp.", one("documents-")},
	{"Phần phương hướng trong văn kiện viết cho có.", one("documents-")},
	{"Dự thảo nghị quyết gửi sát giờ, đại biểu không kịp đọc.", one("documents-")},
	{"Công tác nhân sự đi từng bước chắc, không nóng vội.", one("personnel+")},
	{"Nhân sự cấp ủy đủ mặt các khối, già trẻ đan xen.", one("personnel+")},
	{"Cấp ủy khóa mới trẻ hơn, học vấn nhỉnh hơn khóa trước.", one("personnel+")},
	{"Phương án nhân sự của huyện nhận được sự đồng lòng từ dưới lên.", one("personnel+")},
	{"Việc lựa chọn nhân sự có nơi còn ép, đảng viên chưa phục.", one("personnel-")},
	{"Nguồn cán bộ nữ ở vùng cao cạn kiệt.", one("personnel-")},
	{"Công tác nhân sự để đến phút chót mới xong.", one("personnel-")},
	{"Cơ cấu cấp ủy lệch về khối cơ quan.", one("personnel-")},
	{"Bầu cử diễn ra êm, phiếu dồn cao cho người được giới thiệu.", one("elections+")},
	{"Công tác kiểm phiếu nhanh, không sai một phiếu.", one("elections+")},
	{"Kiểm phiếu bằng tay nên lâu, đại biểu phải chờ tới tối.", one("elections-")},
	{"Danh sách bầu cử in thiếu họ tên, phải phát lại.", one("elections-")},
	{"Không khí thi đua chào mừng đại hội rộn ràng khắp các công trường.", one("communication+")},
	{"Tuyên truyền đại hội chỉ rộ lên mấy ngày đầu rồi lắng.", one("communication-")},
	{"Khẩu hiệu, pa nô về đại hội cũ kỹ, phai màu.", one("communication-")},
	{"Lực lượng công an túc trực, kiểm soát tốt các cửa ra vào đại hội.", one("security+")},
	{"Công tác bảo vệ đại hội để người lạ vào hội trường.", one("security-")},
	{"Đơn thư về nhân sự đại hội bị ngâm lâu.", one("inspection-")},
	{"Ban Chấp hành mới vào việc ngay tuần đầu, ai nhận việc nấy.", one("assignment+")},
	{"Việc phân công cấp ủy viên sau đại hội lần lữa.", one("assignment-")},
	{"Thường vụ chia nhau bám cơ sở, hễ vướng là gỡ.", one("leadership+")},
	{"Công tác chỉ đạo đại hội đúng tầm, trúng việc.", one("leadership+")},
	{"Ban Thường vụ đảng ủy giữ nhịp đại hội đều đặn, không nơi nào chệch lịch.", one("leadership+")},
	{"Hướng dẫn của cấp trên về đại hội xuống chậm, chỗ này khác chỗ kia.", one("leadership-")},
	{"Một số cấp ủy giao phó việc đại hội cho văn phòng.", one("leadership-")},
	{"Đoàn Chủ tịch cầm chịch tốt, giờ nào việc nấy.", one("proceedings+")},
	{"Tham luận ngắn mà thấm.", one("proceedings+")},
	{"Chủ tọa còn ngợ, có lúc nhầm thứ tự chương trình.", one("proceedings-")},
	{"Thảo luận chỉ vài ý kiến lấy lệ.", one("proceedings-")},
	{"Khâu thẩm định tiêu chuẩn chính trị chạy kịp lịch.", one("vetting+")},
	{"Hồ sơ thẩm định nhân sự đi lại nhiều vòng, mất cả tháng.", one("vetting-")},
	{"Cơm nước, chỗ nghỉ cho đại biểu tươm tất.", one("logistics+")},
	{"Hội trường rộng, màn hình rõ, đại biểu ngồi đâu cũng theo dõi được.", one("logistics+")},
	{"Trang trí hội trường lòe loẹt.", one("logistics-")},
	{"Đại hội gói gọn trong một ngày, nghiêm trang mà vui.", one("overall+")},
	{"Đại hội các xã trôi qua êm ả, đúng ý định của cấp ủy.", one("overall+")},
	{"Đại hội ở xã Thu Cúc phải dừng giữa chừng.", one("overall-")},
}

// plain are judgements in the even tone of reports, written down in one go
// before the rules were tried on them.
var plain = []sentence{
	{"Công tác chuẩn bị văn kiện được triển khai sớm, huy động được trí tuệ của tập thể.", one("documents+")},
	{"Dự thảo Báo cáo chính trị được lấy ý kiến rộng rãi trong cán bộ, đảng viên và nhân dân.", one("documents+")},
	{"Nội dung báo cáo kiểm điểm đánh giá đúng thực trạng, chỉ rõ nguyên nhân.", one("documents+")},
	{"Văn kiện đại hội ở một số chi bộ chưa xác định được nhiệm vụ trọng tâm.", one("documents-")},
	{"Một số báo cáo chính trị bố cục chưa hợp lý, còn sai sót về số liệu.", one("documents-")},
	{"Việc tổ chức lấy ý kiến đóng góp vào dự thảo văn kiện cấp trên ở cơ sở còn mang tính hình thức.", one("documents-")},
	{"Công tác nhân sự được lãnh đạo, chỉ đạo chặt chẽ, bảo đảm đúng tiêu chuẩn, cơ cấu.", one("personnel+")},
	{"Chất lượng cấp ủy được nâng lên, bảo đảm tính kế thừa và phát triển.", one("personnel+")},
	{"Tỷ lệ cấp ủy viên trẻ, nữ đều đạt và vượt quy định.", one("personnel+")},
	{"Công tác tạo nguồn cán bộ trẻ, cán bộ nữ của một số đảng bộ chưa được quan tâm đúng mức.", one("personnel-")},
	{"Cơ cấu độ tuổi của cấp ủy ở một số đơn vị chưa bảo đảm theo quy định.", one("personnel-")},
	{"Một số nhân sự giới thiệu chưa thật sự tiêu biểu, uy tín chưa cao.", one("personnel-")},
	{"Bầu cử được tiến hành theo đúng nguyên tắc, thủ tục; kết quả bầu cử đạt tỷ lệ phiếu cao.", one("elections+")},
	{"Ban kiểm phiếu một số đại hội thực hiện chưa đúng quy trình.", one("elections-")},
	{"Công tác thông tin, tuyên truyền được đẩy mạnh với nhiều hình thức phong phú.", one("communication+")},
	{"Công tác tuyên truyền ở một số cơ sở chưa thường xuyên, nội dung còn nghèo nàn.", one("communication-")},
	{"An ninh trật tự, an toàn đại hội được bảo đảm tuyệt đối.", one("security+")},
	{"Các đơn thư khiếu nại, tố cáo liên quan đến nhân sự được giải quyết kịp thời, đúng quy định.", one("inspection+")},
	{"Việc giải quyết đơn thư liên quan đến nhân sự đại hội ở một số nơi còn chậm.", one("inspection-")},
	{"Công tác kiểm tra, giám sát việc chuẩn bị và tổ chức đại hội được thực hiện thường xuyên.", one("inspection+")},
	{"Sau đại hội, các cấp ủy đã kịp thời phân công nhiệm vụ, xây dựng quy chế làm việc.", one("assignment+")},
	{"Việc phân công nhiệm vụ cấp ủy viên sau đại hội ở vài đơn vị chưa kịp thời.", one("assignment-")},
	{"Ban Thường vụ Huyện ủy đã tập trung lãnh đạo, chỉ đạo quyết liệt công tác tổ chức đại hội.", one("leadership+")},
	{"Việc quán triệt, triển khai các văn bản của cấp trên được thực hiện nghiêm túc, kịp thời.", one("leadership+")},
	{"Một số cấp ủy cơ sở chưa chủ động trong chỉ đạo chuẩn bị đại hội.", one("leadership-")},
	{"Tiến độ tổ chức đại hội ở một số đơn vị chậm so với kế hoạch.", one("leadership-")},
	{"Đoàn Chủ tịch điều hành đại hội linh hoạt, đúng chương trình.", one("proceedings+")},
	{"Công tác điều hành của chủ tọa ở một số đại hội chi bộ còn lúng túng.", one("proceedings-")},
	{"Không khí thảo luận dân chủ, thẳng thắn, nhiều ý kiến tâm huyết.", one("proceedings+")},
	{"Phần thảo luận ở một số đại hội chưa sôi nổi, ít ý kiến phát biểu.", one("proceedings-")},
	{"Chất lượng tham luận ở một số đại hội chưa cao, chủ yếu báo cáo thành tích.", one("proceedings-")},
	{"Công tác thẩm định, kết luận tiêu chuẩn chính trị được tiến hành đúng quy định.", one("vetting+")},
	{"Việc thẩm định tiêu chuẩn chính trị đối với một số nhân sự chưa kịp thời.", one("vetting-")},
	{"Công tác lễ tân, khánh tiết, phục vụ đại hội chu đáo, trang trọng, tiết kiệm.", one("logistics+")},
	{"Cơ sở vật chất phục vụ đại hội ở một số chi bộ vùng cao còn thiếu thốn.", one("logistics-")},
	{"Đại hội đảng bộ các cấp trong huyện đã thành công tốt đẹp.", one("overall+")},
	{"Nhìn chung, đại hội các chi bộ, đảng bộ cơ sở diễn ra đúng kế hoạch, bảo đảm yêu cầu đề ra.", one("overall+")},
	{"Việc đánh giá, rút kinh nghiệm sau đại hội điểm chưa được thực hiện kịp thời.", one("leadership-")},
	{"Trình độ của đội ngũ cấp ủy khóa mới được nâng lên rõ rệt so với khóa trước.", one("personnel+")},
	{"Công tác phối hợp giữa các cơ quan tham mưu trong chuẩn bị đại hội có lúc thiếu chặt chẽ.", one("leadership-")},
}

// Under a heading that says which, the words need not say whether they praise.
var sectioned = []sentence{
	{"1. Ưu điểm\nVăn kiện đại hội có phụ lục số liệu từng xã, từng năm.", nil},
	{"2. Hạn chế\nVăn kiện đại hội của vài xã bê nguyên câu chữ của huyện.", one("documents-")},
	{"2. Hạn chế\nCông tác tuyên truyền đại hội dựa cả vào loa xã.", one("communication-")},
	{"2. Hạn chế\nViệc hướng dẫn nghiệp vụ đại hội cho chi bộ giao hết cho một cán bộ.", one("leadership-")},
	{"1. Ưu điểm\nĐại hội có 210 đại biểu.", nil},
	{"2. Hạn chế\nĐại hội bầu 41 đồng chí vào Ban Chấp hành.", nil},
}

func TestWordings(t *testing.T) {
	r := newReading(t)
	for _, c := range slices.Concat(worded, plain, sectioned) {
		check(t, r, "assessments", title+c.text, district, c.rows...)
	}
}

// Each code in further words, and near misses.
var further = []shortcoming{
	{"documents_weak", []string{
		"Dự thảo văn kiện đại hội dài gần trăm trang, khó nhớ.",
		"Báo cáo chính trị cấp xã na ná nhau.",
		"Văn kiện đại hội chưa toát lên được nét riêng của địa phương.",
	}, nil},
	{"papers_weak", []string{
		"Các bài tham luận toàn kể thành tích.",
		"Tham luận do cơ quan chuyên môn viết hộ, ít giá trị.",
		"Nhiều tham luận lạc đề, đọc cho đủ.",
	}, []string{"Tham luận tại đại hội không kể lể thành tích."}},
	{"comments_few", []string{
		"Nhiều chi bộ không có ý kiến nào vào dự thảo văn kiện đại hội cấp trên.",
		"Ý kiến đóng góp vào dự thảo văn kiện của tỉnh vỏn vẹn vài dòng.",
	}, nil},
	{"proceedings_inflexible", []string{
		"Chủ tọa đại hội lệ thuộc kịch bản, xử sự cứng.",
		"Đoàn Chủ tịch xử lý việc đại biểu đề xuất đổi chương trình còn máy móc.",
	}, nil},
	{"election_handling_confused", []string{
		"Ban kiểm phiếu đọc nhầm kết quả, phải công bố lại.",
		"Đoàn chủ tịch lúng túng khi có đại biểu xin rút khỏi danh sách đề cử, phải hội ý nhiều lần.",
		"Việc in phiếu bầu sai tên, phải in lại.",
	}, nil},
	{"committee_short", []string{
		"Ban Chấp hành bầu hụt 2 đồng chí so với số lượng Đại hội quyết định.",
		"Có 4 đảng bộ bầu chưa đủ cấp ủy viên.",
		"Còn 5 ghế cấp ủy viên chưa bầu được do không ai quá bán.",
	}, nil},
	{"standing_committee_short", []string{
		"Ban Thường vụ bầu được 10/11 đồng chí, hụt 01 đồng chí so với phương án.",
	}, nil},
	{"key_post_not_elected", []string{
		"Đồng chí được chuẩn bị làm Phó Bí thư không đủ phiếu.",
		"Đồng chí dự kiến làm Chủ tịch UBND xã không trúng Ban Chấp hành.",
		"Bí thư đảng ủy xã đương nhiệm trượt cấp ủy khóa mới.",
	}, []string{"Một đảng bộ chưa bầu bí thư do Trung ương đang chuẩn bị nhân sự."}},
	{"seats_left_vacant", []string{
		"Ban Chấp hành khuyết 2 đồng chí sẽ bổ sung sau.",
		"Cấp ủy để trống hai vị trí vì chưa có người đủ tiêu chuẩn.",
	}, nil},
	{"female_low", []string{
		"Số lượng nữ giữ chức bí thư vẫn ít.",
		"Cấp ủy của 5 xã không có lấy một đồng chí nữ.",
		"Tỷ lệ nữ trong cấp ủy chưa chạm mức 15%.",
		"Tỷ lệ nữ trong ban thường vụ chưa như mong muốn.",
	}, nil},
	{"young_low", []string{
		"Cán bộ trẻ trong Ban Thường vụ chưa có.",
		"Nguồn cán bộ trẻ dưới 35 tuổi mỏng.",
		"Cấp ủy viên dưới 40 tuổi chỉ đếm trên đầu ngón tay.",
	}, nil},
	{"ethnic_low", []string{
		"Cấp ủy viên người Mường quá ít so với dân số.",
		"Chưa có người dân tộc thiểu số trong ban thường vụ.",
	}, nil},
	{"renewal_low", []string{
		"Toàn bộ ban thường vụ là người cũ, không bảo đảm yêu cầu kế thừa.",
		"Tỷ lệ cấp ủy viên mới chỉ 18%, chưa bảo đảm yêu cầu đổi mới một phần ba.",
	}, nil},
	{"vetting_late", []string{
		"Việc thẩm định hồ sơ nhân sự còn chồng chéo, có hồ sơ quá hạn.",
		"Thẩm định nhân sự phải làm đi làm lại.",
		"Chi bộ nộp hồ sơ trễ khiến việc thẩm định tiêu chuẩn chính trị bị động.",
	}, nil},
	{"personnel_prep_weak", []string{
		"Phương án nhân sự thay đổi nhiều lần.",
		"Có đồng chí không bảo đảm tiêu chuẩn vẫn được đưa vào danh sách giới thiệu, sau phải xin rút.",
	}, []string{"Gần như không có tình trạng chạy chức, chạy phiếu trong chuẩn bị nhân sự đại hội."}},
	{"communication_weak", []string{
		"Tuyên truyền về đại hội chưa sâu rộng.",
		"Công tác tuyên truyền về đại hội ở vùng sâu rời rạc.",
		"Cổ động trực quan cho đại hội chưa phong phú.",
	}, nil},
	{"complaints_present", []string{
		"Trước đại hội xuất hiện 7 đơn tố cáo nặc danh.",
		"Có 3 phường để xảy ra đơn thư nặc danh kéo dài trước đại hội.",
		"Ở hai đơn vị có đơn kiến nghị về nhân sự gửi nhiều cấp.",
	}, []string{"Không có đơn thư nào gửi đến trước đại hội."}},
	{"schedule_late", []string{
		"Có 4 đảng bộ đại hội muộn hơn kế hoạch.",
		"Hai chi bộ tổ chức đại hội chậm so với lộ trình.",
		"Một số đơn vị phải lùi lịch đại hội hai tuần.",
	}, nil},
	{"leadership_weak", []string{
		"Một vài cấp ủy buông lỏng kiểm tra, phó mặc cho bộ phận giúp việc.",
		"Cá biệt có cấp ủy hướng dẫn đại hội không thống nhất.",
		"Các đoàn dự, duyệt đại hội làm việc mang tính hình thức.",
		"Cấp ủy chưa làm tròn vai trò chỉ đạo đại hội.",
	}, nil},
	{"discussion_formal", []string{
		"Đại biểu ngồi nghe nhiều, nói ít; thảo luận tẻ nhạt.",
		"Thời gian thảo luận bị cắt ngắn, đảng viên chưa nói hết ý.",
		"Một số đảng viên ngại phát biểu, chưa mạnh dạn phê bình trong đại hội.",
	}, nil},
	{"disunity", []string{
		"Một số nơi còn tư tưởng cục bộ địa phương khi bàn nhân sự đại hội.",
		"Có hiện tượng lôi kéo phiếu bầu.",
	}, []string{
		"Chuyện bè phái, vận động phiếu thì không có.",
		"Chưa có đơn vị nào xảy ra tình trạng vận động, lôi kéo phiếu bầu.",
		"Gần như không có hiện tượng mất đoàn kết nội bộ.",
	}},
}

func TestFurtherLimitations(t *testing.T) {
	r := newReading(t)
	for _, c := range further {
		for _, text := range c.stated {
			if !slices.Contains(codes(r, text), c.code) {
				t.Errorf("not read as %s: %s\n\tgot %s", c.code, text, codes(r, text))
			}
		}
		for _, text := range c.not {
			if got := codes(r, text); len(got) > 0 {
				t.Errorf("read %s: %s", got, text)
			}
		}
	}
}

// Demands said otherwise.
var asked = []demand{
	{"NHIỆM VỤ SAU ĐẠI HỘI\n1. Đảng ủy xã Kim Thượng, Đảng ủy xã Xuân Đài, Chi bộ Bảo hiểm xã hội chuẩn bị nhân sự bầu bổ sung, xong trong quý III/2021.",
		one("Đảng ủy xã Kim Thượng, Đảng ủy xã Xuân Đài, Chi bộ Bảo hiểm xã hội chuẩn bị nhân sự bầu bổ sung, xong trong quý III/2021 | Đảng ủy xã Kim Thượng, Đảng ủy xã Xuân Đài, Chi bộ Bảo hiểm xã hội | 2021-09")},
	{"5. Việc phải làm tiếp\n- Ban Tổ chức Huyện ủy hoàn chỉnh hồ sơ đại hội, gửi Ban Tổ chức Tỉnh ủy trước ngày 30/10/2020.\n- Văn phòng Huyện ủy dự thảo quy chế làm việc khóa mới, trình hội nghị Huyện ủy trong tháng 11/2020.",
		one("Ban Tổ chức Huyện ủy hoàn chỉnh hồ sơ đại hội, gửi Ban Tổ chức Tỉnh ủy trước ngày 30/10/2020 | Ban Tổ chức Huyện ủy | 2020-10-30",
			"Văn phòng Huyện ủy dự thảo quy chế làm việc khóa mới, trình hội nghị Huyện ủy trong tháng 11/2020 | Văn phòng Huyện ủy | 2020-11")},
	{"Sắp tới, tôi đề nghị thế này. Một là, các đảng ủy xã bầu bổ sung chức danh còn khuyết, muộn nhất là hết tháng 12/2020. Hai là, Ban Tuyên giáo Huyện ủy đổi mới cách học nghị quyết đại hội, tránh đọc chép.",
		one("các đảng ủy xã bầu bổ sung chức danh còn khuyết, muộn nhất là hết tháng 12/2020 | các đảng ủy xã | 2020-12",
			"Ban Tuyên giáo Huyện ủy đổi mới cách học nghị quyết đại hội, tránh đọc chép | Ban Tuyên giáo Huyện ủy | ")},
	{"Chúng ta không được để tái diễn tình trạng văn kiện đại hội sao chép.", one("Chúng ta không được để tái diễn tình trạng văn kiện đại hội sao chép |  | ")},
	{"KIẾN NGHỊ\n1. Với Ban Tổ chức Trung ương: sớm hướng dẫn bổ sung chức danh bí thư đối với đảng bộ còn khuyết.\n2. Với các đảng ủy trực thuộc: khắc phục tình trạng tham luận đại hội sơ sài.",
		one("sớm hướng dẫn bổ sung chức danh bí thư đối với đảng bộ còn khuyết | Ban Tổ chức Trung ương | ", "khắc phục tình trạng tham luận đại hội sơ sài | các đảng ủy trực thuộc | ")},
	{"Đồng chí đề nghị Đảng bộ xã tập trung cụ thể hóa nghị quyết đại hội thành các đề án, hoàn thành trong quý IV/2020.",
		one("Đồng chí đề nghị Đảng bộ xã tập trung cụ thể hóa nghị quyết đại hội thành các đề án, hoàn thành trong quý IV/2020 | Đảng bộ xã | 2020-12")},
	{"Đề nghị các đồng chí Huyện ủy viên, các ban xây dựng Đảng phối hợp chuẩn bị đại hội chi bộ; Văn phòng theo dõi, tổng hợp trước ngày 20 hằng tháng.",
		one("Đề nghị các đồng chí Huyện ủy viên, các ban xây dựng Đảng phối hợp chuẩn bị đại hội chi bộ | các đồng chí Huyện ủy viên, các ban xây dựng Đảng | ", "Văn phòng theo dõi, tổng hợp trước ngày 20 hằng tháng | Văn phòng | ")},
	{"Các đảng bộ còn thiếu phó bí thư phải có phương án kiện toàn trước khi khai mạc Đại hội Đảng bộ tỉnh.",
		one("Các đảng bộ còn thiếu phó bí thư phải có phương án kiện toàn trước khi khai mạc Đại hội Đảng bộ tỉnh | Các đảng bộ còn thiếu phó bí thư | ")},
	{"Mỗi cấp ủy viên mới phải nhận phụ trách một địa bàn khó sau đại hội.", one("Mỗi cấp ủy viên mới phải nhận phụ trách một địa bàn khó sau đại hội | Mỗi cấp ủy viên mới | ")},
	{"Chỗ nào văn kiện đại hội còn yếu thì phải sửa ngay, đừng chờ nhắc.", one("Chỗ nào văn kiện đại hội còn yếu thì phải sửa ngay, đừng chờ nhắc |  | ")},
	{"Dứt khoát không để xảy ra bầu thiếu ban thường vụ như nhiệm kỳ trước.", one("Dứt khoát không để xảy ra bầu thiếu ban thường vụ như nhiệm kỳ trước |  | ")},
	{"Tổng số cấp ủy viên cần bầu là 41 đồng chí.", nil},
	{"Đây là điều cần khắc phục; công tác giới thiệu cán bộ trẻ của đảng ủy nhiều năm chưa được quan tâm.", nil},
}

func TestAsked(t *testing.T) {
	r := newReading(t)
	for _, c := range asked {
		var got []string
		for _, f := range r.facts(title+c.text, district) {
			if f.Table == "tasks" {
				got = append(got, strings.Join([]string{f.Get("text").Text(), f.Get("addressee").Text(), f.Get("deadline").String()}, " | "))
			}
		}
		if !slices.Equal(got, c.rows) {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, strings.Join(got, "\n\t     "), strings.Join(c.rows, "\n\t     "))
		}
	}
}
