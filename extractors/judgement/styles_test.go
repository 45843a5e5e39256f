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
}

func TestStyles(t *testing.T) {
	r := newReading(t)
	for _, c := range styles {
		check(t, r, "assessments", title+c.text, district, c.rows...)
	}
}
