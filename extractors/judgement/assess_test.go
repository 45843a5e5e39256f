package judgement_test

import "testing"

// sentence is one case: a text and the rows that it states.
type sentence struct {
	text string
	rows []string
}

func one(rows ...string) []string { return rows }

// The same aspect is praised in many words.
var praised = []sentence{
	// documents
	{"Dự thảo Báo cáo chính trị được xây dựng công phu, qua nhiều lần chỉnh sửa.", one("documents+")},
	{"Văn kiện trình đại hội bám sát tình hình thực tiễn, có nhiều điểm mới.", one("documents+")},
	{"Việc xây dựng văn kiện bảo đảm đúng tiến độ, ngắn gọn, dễ hiểu, dễ thực hiện.", one("documents+")},
	{"Báo cáo chính trị thể hiện rõ tinh thần đổi mới, nhìn thẳng vào sự thật.", one("documents+")},
	{"Các tiểu ban văn kiện làm việc nghiêm túc, trách nhiệm.", one("documents+")},
	{"Nội dung văn kiện được đại biểu đánh giá cao.", one("documents+")},
	{"Chất lượng các báo cáo trình đại hội được nâng lên rõ rệt so với nhiệm kỳ trước.", one("documents+")},
	{"Công tác chuẩn bị văn kiện đại hội đạt yêu cầu đề ra.", one("documents+")},
	{"Báo cáo kiểm điểm của ban chấp hành thẳng thắn, cầu thị.", one("documents+")},
	// personnel
	{"Công tác nhân sự được thực hiện chặt chẽ, dân chủ, khách quan.", one("personnel+")},
	{"Nhân sự cấp ủy khóa mới có cơ cấu hợp lý, nhiều đồng chí được đào tạo cơ bản.", one("personnel+")},
	{"Đội ngũ cấp ủy viên khóa mới có trình độ cao hơn khóa trước.", one("personnel+")},
	{"Tỷ lệ cán bộ nữ trong cấp ủy vượt chỉ tiêu Trung ương giao.", one("personnel+")},
	{"Quy trình nhân sự tiến hành đúng năm bước, không có trường hợp nào phải làm lại.", one("personnel+")},
	{"Các cấp ủy chuẩn bị nhân sự kỹ lưỡng, đúng quy trình.", one("personnel+")},
	{"Cơ cấu ban chấp hành bảo đảm tính kế thừa và phát triển.", one("personnel+")},
	{"Chất lượng cấp ủy được nâng lên một bước.", one("personnel+")},
	{"Việc giới thiệu nhân sự tại các hội nghị cán bộ công tâm, đúng người.", one("personnel+")},
	// elections
	{"Công tác bầu cử được tiến hành dân chủ, đúng nguyên tắc.", one("elections+")},
	{"Việc bầu cử thực hiện đúng Điều lệ Đảng.", one("elections+")},
	{"Ban kiểm phiếu làm việc khẩn trương, chính xác.", one("elections+")},
	{"Hầu hết các đại hội bầu một lần đủ số lượng, kết quả tập trung cao.", one("elections+")},
	{"Các đồng chí trúng cử đều đạt số phiếu tín nhiệm cao.", one("elections+")},
	{"Kết quả bầu cử đúng như dự kiến của cấp ủy.", one("elections+")},
	{"Bầu ban chấp hành, ban thường vụ, bí thư, phó bí thư đều diễn ra suôn sẻ, trúng cử ngay từ vòng đầu.", one("elections+")},
	// communication
	{"Công tác tuyên truyền trước, trong và sau đại hội được triển khai rộng khắp, hình thức đa dạng.", one("communication+")},
	{"Phong trào thi đua chào mừng đại hội diễn ra sôi nổi.", one("communication+")},
	{"Các cơ quan báo chí thông tin kịp thời, đậm nét về đại hội.", one("communication+")},
	{"Tuyên truyền về đại hội tạo không khí phấn khởi trong nhân dân.", one("communication+")},
	{"Cổ động trực quan phục vụ đại hội phong phú, bắt mắt.", one("communication+")},
	// security
	{"An ninh, trật tự trong thời gian đại hội được giữ vững.", one("security+")},
	{"Lực lượng công an bảo vệ tuyệt đối an toàn đại hội.", one("security+")},
	{"Công tác bảo vệ đại hội được triển khai chu đáo, không để bị động.", one("security+")},
	{"Tình hình an ninh chính trị, trật tự an toàn xã hội ổn định trong những ngày đại hội.", one("security+")},
	// inspection
	{"Đơn thư liên quan nhân sự đại hội được xem xét, giải quyết dứt điểm.", one("inspection+")},
	{"Công tác kiểm tra, giám sát việc chuẩn bị đại hội được tăng cường, kịp thời uốn nắn.", one("inspection+")},
	{"Trước đại hội không có đơn, thư khiếu nại, tố cáo.", one("inspection+")},
	{"Không phát sinh đơn thư vượt cấp về nhân sự cấp ủy.", one("inspection+")},
	{"Ủy ban kiểm tra các cấp đã giải quyết xong 12 đơn tố cáo trước ngày khai mạc đại hội.", one("inspection+")},
	{"Đến nay chưa nhận được đơn thư phản ánh nào về đại hội.", one("inspection+")},
	// assignment
	{"Việc phân công nhiệm vụ cho cấp ủy viên khóa mới được tiến hành kịp thời, đúng sở trường.", one("assignment+")},
	{"Sau đại hội, các cấp ủy nhanh chóng kiện toàn tổ chức, bộ máy, ổn định công việc.", one("assignment+")},
	{"Công tác sắp xếp, bố trí cán bộ sau đại hội hợp tình, hợp lý.", one("assignment+")},
	{"Quy chế làm việc của cấp ủy được xây dựng và ban hành kịp thời sau đại hội.", one("assignment+")},
	// leadership
	{"Ban Thường vụ Huyện ủy lãnh đạo, chỉ đạo đại hội sâu sát, kịp thời.", one("leadership+")},
	{"Việc quán triệt Chỉ thị 35-CT/TW được thực hiện nghiêm túc.", one("leadership+")},
	{"Các văn bản hướng dẫn đại hội được ban hành đồng bộ, đúng thời gian.", one("leadership+")},
	{"Đại hội điểm được chỉ đạo chặt chẽ, rút kinh nghiệm kịp thời.", one("leadership+")},
	{"Tiến độ đại hội cấp cơ sở bảo đảm đúng kế hoạch.", one("leadership+")},
	{"Các tổ công tác bám sát cơ sở, kịp thời tháo gỡ vướng mắc trong chuẩn bị đại hội.", one("leadership+")},
	{"Cấp ủy các cấp đã chủ động xây dựng kế hoạch và triển khai đại hội bài bản.", one("leadership+")},
	// proceedings
	{"Đoàn Chủ tịch điều hành đại hội linh hoạt, khoa học.", one("proceedings+")},
	{"Thảo luận tại đại hội sôi nổi, thẳng thắn, trách nhiệm.", one("proceedings+")},
	{"Các tham luận có chất lượng, nêu được nhiều cách làm hay.", one("proceedings+")},
	{"Chương trình đại hội được bố trí hợp lý.", one("proceedings+")},
	{"Không khí đại hội dân chủ, cởi mở.", one("proceedings+")},
	// vetting
	{"Việc thẩm định tiêu chuẩn chính trị đối với nhân sự bảo đảm thời gian.", one("vetting+")},
	{"Công tác bảo vệ chính trị nội bộ được làm kỹ, không để lọt người không đủ tiêu chuẩn.", one("vetting+")},
	{"Thẩm tra, xác minh lý lịch nhân sự cấp ủy được thực hiện chặt chẽ, đúng hướng dẫn.", one("vetting+")},
	// logistics
	{"Công tác phục vụ đại hội chu đáo, tiết kiệm.", one("logistics+")},
	{"Khánh tiết, trang trí đại hội trang trọng, đúng quy định.", one("logistics+")},
	{"Công tác y tế, phòng dịch phục vụ đại hội được bảo đảm.", one("logistics+")},
	{"Việc đón tiếp đại biểu, ăn nghỉ, đi lại được bố trí chu đáo.", one("logistics+")},
	// overall
	{"Đại hội đã thành công tốt đẹp.", one("overall+")},
	{"Đại hội các cấp được tổ chức trang trọng, tiết kiệm, đúng quy định.", one("overall+")},
	{"Nhìn chung, công tác chuẩn bị và tổ chức đại hội đạt kết quả tốt.", one("overall+")},
	{"Đại hội chi bộ, đảng bộ cơ sở trong toàn huyện hoàn thành đúng yêu cầu đề ra.", one("overall+")},
}

// And blamed in many words.
var blamed = []sentence{
	{"Văn kiện của một số đảng bộ xã còn chung chung, chưa rõ khâu đột phá.", one("documents-")},
	{"Báo cáo chính trị ở vài nơi viết dài, phần kiểm điểm sơ sài.", one("documents-")},
	{"Phần phương hướng trong báo cáo chính trị của chi bộ thiếu chỉ tiêu cụ thể.", one("documents-")},
	{"Việc góp ý vào văn kiện đại hội cấp trên chưa được nhiều nơi quan tâm.", one("documents-")},
	{"Việc chuẩn bị văn kiện ở 02 chi bộ chậm so với yêu cầu.", one("documents-")},
	{"Một số cấp ủy chuẩn bị nhân sự chưa kỹ, thiếu nguồn cán bộ trẻ.", one("personnel-")},
	{"Công tác nhân sự ở vài nơi còn nể nang, ngại va chạm.", one("personnel-")},
	{"Tỷ lệ nữ trong ban thường vụ còn thấp.", one("personnel-")},
	{"Cơ cấu cấp ủy ở một số nơi chưa hợp lý.", one("personnel-")},
	{"Kết quả bầu một số chức danh chủ chốt không đúng phương án nhân sự.", one("personnel-")},
	{"Tỷ lệ đổi mới cấp ủy có nơi chưa bảo đảm một phần ba.", one("personnel-")},
	{"Còn biểu hiện cục bộ, vận động phiếu trong giới thiệu nhân sự.", one("personnel-")},
	{"Việc xử lý tình huống trong bầu cử còn lúng túng.", one("elections-")},
	{"Ban kiểm phiếu ở một số đại hội làm việc chậm, phải kiểm phiếu lại.", one("elections-")},
	{"Có đại hội bầu cử còn sai sót về thủ tục.", one("elections-")},
	{"Công tác tuyên truyền có nơi còn mờ nhạt.", one("communication-")},
	{"Phong trào thi đua chào mừng đại hội ở một số đơn vị mang tính hình thức.", one("communication-")},
	{"Công tác thông tin, tuyên truyền về đại hội chưa thường xuyên, nội dung nghèo nàn.", one("communication-")},
	{"Công tác bảo vệ đại hội ở một số xã còn chủ quan, sơ hở.", one("security-")},
	{"Phương án bảo đảm an ninh trật tự của một vài đại hội chưa cụ thể.", one("security-")},
	{"Việc giải quyết đơn thư tố cáo nhân sự đại hội ở một số nơi còn kéo dài.", one("inspection-")},
	{"Trước đại hội còn để xảy ra đơn thư nặc danh.", one("inspection-")},
	{"Công tác kiểm tra, giám sát của cấp ủy cấp trên đối với đại hội cơ sở chưa thường xuyên.", one("inspection-")},
	{"Việc phân công cấp ủy viên sau đại hội ở một số nơi còn chậm, chồng chéo.", one("assignment-")},
	{"Công tác kiện toàn các chức danh sau đại hội chưa kịp thời.", one("assignment-")},
	{"Một số cấp ủy lãnh đạo, chỉ đạo đại hội chưa quyết liệt.", one("leadership-")},
	{"Tiến độ đại hội ở một số chi bộ chậm so với kế hoạch.", one("leadership-")},
	{"Việc hướng dẫn của cơ quan tham mưu có nội dung chưa thống nhất.", one("leadership-")},
	{"Công tác quán triệt Chỉ thị ở một số chi bộ còn qua loa.", one("leadership-")},
	{"Điều hành của Đoàn Chủ tịch một số đại hội chưa thật linh hoạt.", one("proceedings-")},
	{"Một số tham luận nặng về kể thành tích, thiếu đề xuất.", one("proceedings-")},
	{"Thảo luận ở nhiều đại hội chi bộ còn trầm, ít ý kiến tranh luận.", one("proceedings-")},
	{"Chương trình làm việc của một vài đại hội bố trí chưa hợp lý, thời gian kéo dài.", one("proceedings-")},
	{"Thẩm định tiêu chuẩn chính trị có trường hợp còn chậm.", one("vetting-")},
	{"Việc phối hợp xác minh lý lịch nhân sự thiếu chặt chẽ.", one("vetting-")},
	{"Công tác phục vụ, khánh tiết ở một số đại hội còn sơ suất.", one("logistics-")},
	{"Kinh phí tổ chức đại hội cấp chậm, cơ sở vật chất chưa đáp ứng.", one("logistics-")},
	{"Một số đại hội tổ chức chưa thật sự chu đáo.", one("overall-")},
	{"Công tác chuẩn bị đại hội của vài chi bộ còn sơ sài, đối phó.", one("overall-")},
}

// Two things in one sentence; concessions; denial; judgements after the word
// that governs them.
var joined = []sentence{
	{"Công tác tuyên truyền được đẩy mạnh, an ninh trật tự được giữ vững, việc phục vụ chu đáo.", one("communication+", "security+", "logistics+")},
	{"Công tác văn kiện, công tác nhân sự được chuẩn bị kỹ lưỡng.", one("documents+", "personnel+")},
	{"Văn kiện được chuẩn bị công phu nhưng tham luận chưa có chiều sâu.", one("documents+", "proceedings-")},
	{"Công tác nhân sự cơ bản đúng quy trình, song một số nơi tỷ lệ nữ còn thấp.", one("personnel+", "personnel-")},
	{"Tuy công tác tuyên truyền còn đơn điệu, đại hội vẫn thành công tốt đẹp.", one("communication-", "overall+")},
	{"Mặc dù tiến độ chậm ở vài nơi nhưng các đại hội đều bảo đảm đúng Điều lệ.", one("leadership-", "overall+")},
	{"Bên cạnh kết quả đạt được, công tác điều hành còn lúng túng.", one("proceedings-")},
	{"Đại hội diễn ra nghiêm túc; văn kiện có chất lượng; bầu cử đúng luật.", one("overall+", "documents+", "elections+")},
	{"Hạn chế lớn nhất là công tác nhân sự chưa chủ động, còn tình trạng xin rút.", one("personnel-")},
	{"Ban Thường vụ Tỉnh ủy đánh giá công tác bầu cử chặt chẽ, đúng quy chế.", one("elections+")},
	{"Không để xảy ra sai sót trong bầu cử.", one("elections+")},
	{"Không có đại hội nào phải bầu lại.", one("elections+")},
	{"Không có biểu hiện bè phái, cục bộ trong giới thiệu nhân sự.", one("personnel+")},
	{"Không đơn vị nào chậm tiến độ đại hội.", one("leadership+")},
	{"Tỷ lệ cán bộ trẻ trong cấp ủy không đạt chỉ tiêu.", one("personnel-")},
	{"Ban Chấp hành không có cán bộ nữ nào.", one()},
	{"Công tác kiểm tra đại hội chưa được các cấp ủy chú trọng đúng mức.", one("inspection-")},
	{"Việc chuẩn bị văn kiện không còn tình trạng sao chép như khóa trước.", one("documents+")},
}

// What is asked for, wished, planned, or not about a congress is judged by
// nobody.
var unjudged = []string{
	"Các cấp ủy cần chuẩn bị văn kiện công phu, có chất lượng.",
	"Phải bảo đảm công tác nhân sự đúng quy trình, dân chủ.",
	"Đề nghị các đảng bộ làm tốt công tác tuyên truyền về đại hội.",
	"Khắc phục tình trạng điều hành đại hội lúng túng, bầu thiếu cấp ủy viên.",
	"Không để xảy ra tình trạng nể nang trong công tác nhân sự đại hội khóa tới.",
	"Yêu cầu các cấp ủy không để phát sinh đơn thư về nhân sự đại hội.",
	"Phấn đấu tổ chức thành công đại hội đảng bộ các cấp nhiệm kỳ 2025 - 2030.",
	"Nếu công tác nhân sự làm không tốt thì đại hội sẽ khó khăn.",
	"Công tác bầu cử phải được thực hiện đúng Quy chế.",
	"Ban Chấp hành sẽ phân công nhiệm vụ kịp thời sau đại hội.",
	"Chúc đại hội thành công tốt đẹp.",
	"Đồng chí mong muốn đại hội thảo luận sôi nổi, thẳng thắn.",
	"Nhân dân đón Tết vui tươi, an toàn, tiết kiệm; tai nạn giao thông giảm sâu.",
	"Kinh tế - xã hội của tỉnh phát triển toàn diện, đạt kết quả tích cực.",
	"Công tác giao quân diễn ra đúng kế hoạch, an toàn.",
	"Đời sống nhân dân được nâng lên rõ rệt.",
	"Đại hội Đoàn Thanh niên huyện thành công tốt đẹp, công tác nhân sự chặt chẽ.",
	"Cuộc bầu cử đại biểu Hội đồng nhân dân diễn ra dân chủ, đúng luật.",
	"Chủ đề đại hội: Đoàn kết, dân chủ, kỷ cương, đổi mới.",
	"Đại hội có nhiệm vụ đánh giá kết quả thực hiện nghị quyết nhiệm kỳ qua, đề ra phương hướng nhiệm kỳ tới.",
	"Tham dự đại hội có các đồng chí lãnh đạo tỉnh và 150 đại biểu.",
	"Đại hội bầu 15 đồng chí vào Ban Chấp hành.",
	"Năng lực lãnh đạo, sức chiến đấu của tổ chức đảng được nâng lên.",
	"Đại hội biểu quyết thông qua Nghị quyết với 100% đại biểu tán thành.",
	"Đại hội nghe báo cáo kiểm điểm và thảo luận văn kiện.",
}

func TestAssessments(t *testing.T) {
	r := newReading(t)
	for _, group := range []struct {
		name  string
		cases []sentence
	}{{"praised", praised}, {"blamed", blamed}, {"joined", joined}} {
		t.Run(group.name, func(t *testing.T) {
			for _, c := range group.cases {
				check(t, r, "assessments", title+c.text, district, c.rows...)
			}
		})
	}
	t.Run("unjudged", func(t *testing.T) {
		for _, text := range unjudged {
			check(t, r, "assessments", title+text, district)
		}
	})
}
