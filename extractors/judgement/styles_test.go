package judgement_test

import "testing"

// Sentences in the ways of other writers: letters, minutes, speeches, notices.
var styles = []sentence{
	{"Tôi đánh giá rất cao sự chuẩn bị công phu của các đồng chí về văn kiện.", one("documents+")},
	{"Anh em trong tổ kiểm phiếu làm việc thâu đêm mà không nhầm một phiếu nào.", one("elections+")},
	{"Cái được lớn nhất là nội bộ đoàn kết, nhân sự trình đại hội được tập thể thống nhất rất cao.", one("personnel+")},
	{"Khâu tuyên truyền của ta làm chưa tới, bà con ở bản xa hầu như không biết đại hội họp ngày nào.", one("communication-")},
	{"Chương trình đại hội gọn, không rườm rà, đúng một ngày như kế hoạch.", one("proceedings+")},
	{"Việc ăn ở, đi lại của đại biểu vùng cao được lo chu đáo.", one("logistics+")},
	{"Qua hai ngày làm việc dân chủ, trí tuệ, Đại hội bế mạc.", one("proceedings+")},
	{"Đáng tiếc là báo cáo kiểm điểm còn né tránh khuyết điểm của cá nhân người đứng đầu.", one("documents-")},
	{"Đội ngũ giúp việc cho Đoàn Chủ tịch ở cơ sở còn non về nghiệp vụ.", one("proceedings-")},
	{"Các đồng chí phụ trách cụm thường xuyên xuống cơ sở, gỡ ngay vướng mắc khi chuẩn bị đại hội.", one("leadership+")},
	{"Hồ sơ nhân sự đại hội gửi lên thẩm định thiếu thành phần, phải trả lại nhiều lần.", one("vetting-")},
	{"Công tác hậu cần đại hội có nơi tổ chức ăn uống linh đình, lãng phí.", one("logistics-")},
	{"Ban Tổ chức Huyện ủy tham mưu đúng, trúng, kịp thời cho Ban Thường vụ trong chỉ đạo đại hội.", one("leadership+")},
	{"Sau đại hội, việc bàn giao, phân công công tác ở các xã mới diễn ra nền nếp, không đứt quãng.", one("assignment+")},
	{"Trong những ngày đại hội, tình hình địa bàn yên ổn, không xảy ra điểm nóng.", one("security+")},
	{"Mọi đơn, thư gửi đến trước đại hội đều được trả lời thỏa đáng.", one("inspection+")},
	{"Danh sách bầu cử có số dư hợp lý, đại biểu lựa chọn thoải mái, dân chủ.", one("elections+")},
	{"Đại hội điểm rút ra nhiều kinh nghiệm quý cho các nơi khác.", one("leadership+")},
	{"Một số cấp ủy viên phát biểu trong đại hội còn đọc lại báo cáo, không gợi mở được vấn đề.", one("proceedings-")},
	{"Cấp ủy một số nơi chưa lường hết khó khăn nên lịch đại hội phải điều chỉnh hai lần.", one("leadership-")},
	{"Dự thảo văn kiện được gửi lấy ý kiến tới từng chi bộ, tiếp thu nghiêm túc.", one("documents+")},
	{"Văn kiện trình đại hội có bố cục rõ, số liệu đáng tin cậy.", one("documents+")},
	{"Báo cáo chính trị mới dừng ở liệt kê việc đã làm, phần giải pháp chưa đủ tầm.", one("documents-")},
	{"Nghị quyết đại hội của vài chi bộ na ná nhau, thiếu hơi thở cơ sở.", one("documents-")},
	{"Phương án nhân sự được tập thể bàn đi bàn lại, cân nhắc từng trường hợp.", one("personnel+")},
	{"Cấp ủy mới có đủ ba độ tuổi, nhiều đồng chí trưởng thành từ cơ sở.", one("personnel+")},
	{"Công tác nhân sự còn khép kín, thiếu cạnh tranh.", one("personnel-")},
	{"Nguồn cán bộ nữ cho cấp ủy xã vừa thiếu vừa yếu.", one("personnel-")},
	{"Việc ứng cử, đề cử tại đại hội được hướng dẫn cặn kẽ, đúng luật.", one("elections+")},
	{"Kết quả bầu cử phản ánh đúng tín nhiệm của đảng viên.", one("elections+")},
	{"Phiếu bầu in sai mẫu, ban kiểm phiếu mất cả buổi mới xong.", one("elections-")},
	{"Truyền thông về đại hội bám sát từng phiên, lan tỏa trên mạng xã hội.", one("communication+")},
	{"Pa nô, khẩu hiệu chào mừng đại hội treo muộn, nội dung lặp lại.", one("communication-")},
	{"Lực lượng bảo vệ trực 24/24 giờ, không để xảy ra vụ việc nào trong thời gian đại hội.", one("security+")},
	{"Công tác bảo mật tài liệu đại hội có nơi lơ là.", one("security-")},
	{"Ủy ban Kiểm tra xử lý gọn các phản ánh trước đại hội.", one("inspection+")},
	{"Việc xác minh đơn tố cáo nhân sự đại hội kéo dài, gây tâm tư trong đảng viên.", one("inspection-")},
	{"Ban Chấp hành khóa mới bắt tay ngay vào việc, phân công rõ người, rõ việc.", one("assignment+")},
	{"Sau đại hội, vài đảng bộ xã bố trí cán bộ còn chắp vá.", one("assignment-")},
	{"Huyện ủy ban hành kế hoạch đại hội sớm, phân công rõ từng đồng chí phụ trách.", one("leadership+")},
	{"Các đoàn công tác của Huyện ủy xuống dự đại hội còn hình thức, góp ý chung chung.", one("leadership-")},
	{"Các phiên thảo luận của đại hội diễn ra cởi mở, nhiều ý kiến tâm huyết.", one("proceedings+")},
	{"Chủ tọa đại hội chi bộ để đại biểu phát biểu lan man, quá giờ.", one("proceedings-")},
	{"Việc thẩm tra lý lịch nhân sự đại hội được phối hợp nhịp nhàng giữa các cơ quan.", one("vetting+")},
	{"Hồ sơ thẩm định nhân sự đại hội về muộn, có trường hợp phải bổ sung.", one("vetting-")},
	{"Hội trường đại hội thoáng mát, đại biểu được phục vụ tận tình.", one("logistics+")},
	{"Âm thanh hội trường đại hội lúc được lúc mất.", one("logistics-")},
	{"Đại hội các chi bộ diễn ra đúng quy trình, tạo khí thế mới.", one("overall+")},
	{"Đại hội Đảng bộ xã tổ chức gọn nhẹ mà trang nghiêm.", one("overall+")},
	{"Có đại hội chi bộ làm qua quýt cho xong.", one("overall-")},
	{"Riêng Tiểu ban Tuyên truyền của đại hội triển khai còn chậm.", one("communication-")},
	{"Cấp ủy hai xã chuẩn bị nguồn hời hợt cho đại hội, còn định kiến giới.", one("personnel-")},
	{"Còn đại hội chi bộ làm cho xong chuyện.", one("overall-")},
	// What is said of a whole term is no judgement of the congress.
	{"Đại hội thống nhất đánh giá nhiệm kỳ 2015 - 2020: sự lãnh đạo của Đảng bộ có nhiều đổi mới, song công tác kiểm tra chưa thường xuyên.", nil},
	{"Một số đoàn chủ tịch lúng túng khi có đại biểu xin rút.", one("elections-")},
	{"Cán bộ giúp việc đại hội làm quên giờ, đón tiếp đại biểu ân cần.", one("logistics+")},
	{"Ở vài phường, đại biểu dự đại hội nghe nhiều hơn nói.", one("proceedings-")},
}

func TestStyles(t *testing.T) {
	r := newReading(t)
	for _, c := range styles {
		check(t, r, "assessments", title+c.text, district, c.rows...)
	}
}
