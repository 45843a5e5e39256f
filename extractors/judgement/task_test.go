package judgement_test

import (
	"slices"
	"strings"
	"testing"
)

// demand is one case: a text and its tasks as "text | addressee | deadline".
type demand struct {
	text string
	rows []string
}

var demands = []demand{
	{"Trước đó, các chi bộ phải gửi hồ sơ đại hội về Ban Tổ chức Huyện ủy.", one("các chi bộ phải gửi hồ sơ đại hội về Ban Tổ chức Huyện ủy | các chi bộ | ")},
	{"Huyện ủy chỉ đạo 21 đảng bộ còn lại hoàn thành đại hội trước ngày 30/5/2025.", one("Huyện ủy chỉ đạo 21 đảng bộ còn lại hoàn thành đại hội trước ngày 30/5/2025 | 21 đảng bộ còn lại | 2025-05-30")},
	{"Đề nghị các đảng bộ trực thuộc hoàn thành đại hội trước ngày 30/6/2025.", one("Đề nghị các đảng bộ trực thuộc hoàn thành đại hội trước ngày 30/6/2025 | các đảng bộ trực thuộc | 2025-06-30")},
	{"Các cấp ủy cần rà soát nhân sự đại hội; chuẩn bị kỹ các tình huống bầu cử.", one("Các cấp ủy cần rà soát nhân sự đại hội | Các cấp ủy | ", "chuẩn bị kỹ các tình huống bầu cử | Các cấp ủy | ")},
	{"Yêu cầu Đảng ủy xã Thu Ngạc chuẩn bị nhân sự bổ sung, trình Ban Thường vụ Huyện ủy trước ngày 15/10/2020.", one("Yêu cầu Đảng ủy xã Thu Ngạc chuẩn bị nhân sự bổ sung, trình Ban Thường vụ Huyện ủy trước ngày 15/10/2020 | Đảng ủy xã Thu Ngạc | 2020-10-15")},
	{"Giao Ban Tổ chức Huyện ủy hướng dẫn công tác nhân sự đại hội, xong trong tháng 11/2020.", one("Giao Ban Tổ chức Huyện ủy hướng dẫn công tác nhân sự đại hội, xong trong tháng 11/2020 | Ban Tổ chức Huyện ủy | 2020-11")},
	{"Đồng chí Bí thư yêu cầu các đồng chí Huyện ủy viên phụ trách xã bám sát cơ sở, chỉ đạo đại hội.", one("Đồng chí Bí thư yêu cầu các đồng chí Huyện ủy viên phụ trách xã bám sát cơ sở, chỉ đạo đại hội | các đồng chí Huyện ủy viên phụ trách xã | ")},
	{"Ban Tuyên giáo Huyện ủy phải tuyên truyền sâu rộng kết quả đại hội.", one("Ban Tuyên giáo Huyện ủy phải tuyên truyền sâu rộng kết quả đại hội | Ban Tuyên giáo Huyện ủy | ")},
	{"Kiến nghị Tỉnh ủy sớm ban hành hướng dẫn về công tác nhân sự đại hội nhiệm kỳ 2025 - 2030.", one("Kiến nghị Tỉnh ủy sớm ban hành hướng dẫn về công tác nhân sự đại hội nhiệm kỳ 2025 - 2030 | Tỉnh ủy | ")},
	{"Chậm nhất ngày 15/12/2020, các chi bộ trực thuộc phải gửi hồ sơ đại hội về Ban Tổ chức Huyện ủy.", one("các chi bộ trực thuộc phải gửi hồ sơ đại hội về Ban Tổ chức Huyện ủy | các chi bộ trực thuộc | 2020-12-15")},
	{"Các cấp ủy khẩn trương phân công nhiệm vụ cấp ủy viên sau đại hội trong quý IV/2020.", one("Các cấp ủy khẩn trương phân công nhiệm vụ cấp ủy viên sau đại hội trong quý IV/2020 | Các cấp ủy | 2020-12")},
	{"Văn phòng Huyện ủy có trách nhiệm theo dõi, đôn đốc tiến độ đại hội các chi bộ.", one("Văn phòng Huyện ủy có trách nhiệm theo dõi, đôn đốc tiến độ đại hội các chi bộ | Văn phòng Huyện ủy | ")},
	{"Thời gian tới, tiếp tục nâng cao chất lượng văn kiện đại hội, khắc phục tình trạng tham luận hình thức.", one("Thời gian tới, tiếp tục nâng cao chất lượng văn kiện đại hội, khắc phục tình trạng tham luận hình thức |  | ")},
	{"Kiên quyết không giới thiệu vào cấp ủy khóa mới những người vi phạm.", one("Kiên quyết không giới thiệu vào cấp ủy khóa mới những người vi phạm |  | ")},
	{"Đồng chí nhấn mạnh: các địa phương cần nghiêm túc rút kinh nghiệm, khắc phục những hạn chế trong công tác bầu cử.", one("các địa phương cần nghiêm túc rút kinh nghiệm, khắc phục những hạn chế trong công tác bầu cử | các địa phương | ")},
	{"Chi bộ Trường THCS Minh Đài cần sớm tổ chức đại hội.", one("Chi bộ Trường THCS Minh Đài cần sớm tổ chức đại hội | Chi bộ Trường THCS Minh Đài | ")},
}

// Under a heading or a demand that ends in a colon, a clause demands by its place.
var places = []demand{
	{"IV- NHIỆM VỤ THỜI GIAN TỚI\n1. Ban Tổ chức Huyện ủy tham mưu kiện toàn cấp ủy các chi bộ sau đại hội.\n2. Ủy ban Kiểm tra Huyện ủy giải quyết dứt điểm đơn thư về nhân sự đại hội trước ngày 31/12/2020.",
		one("Ban Tổ chức Huyện ủy tham mưu kiện toàn cấp ủy các chi bộ sau đại hội | Ban Tổ chức Huyện ủy | ", "Ủy ban Kiểm tra Huyện ủy giải quyết dứt điểm đơn thư về nhân sự đại hội trước ngày 31/12/2020 | Ủy ban Kiểm tra Huyện ủy | 2020-12-31")},
	{"Ban Thường vụ Huyện ủy yêu cầu:\n- Các chi bộ, đảng bộ rút kinh nghiệm về công tác bầu cử tại đại hội.\n- Không để tồn đọng đơn thư liên quan đến nhân sự đại hội.",
		one("Các chi bộ, đảng bộ rút kinh nghiệm về công tác bầu cử tại đại hội | Các chi bộ, đảng bộ | ", "Không để tồn đọng đơn thư liên quan đến nhân sự đại hội |  | ")},
	{"V- NHIỆM VỤ THỜI GIAN TỚI\n1. Các tổ chức đảng trực thuộc xây dựng kế hoạch học tập nghị quyết đại hội, hoàn thành trước ngày 20/12/2020.",
		one("Các tổ chức đảng trực thuộc xây dựng kế hoạch học tập nghị quyết đại hội, hoàn thành trước ngày 20/12/2020 | Các tổ chức đảng trực thuộc | 2020-12-20")},
	{"Cái chưa được: chi bộ thôn 4 đọc báo cáo đại hội quá dài.\nTừ nay tới ngày đại hội đảng bộ xã, mỗi đảng ủy viên phải bám một tiểu ban; tiểu ban văn kiện chốt dự thảo trước 15/4/2015.",
		one("mỗi đảng ủy viên phải bám một tiểu ban | mỗi đảng ủy viên | ", "tiểu ban văn kiện chốt dự thảo trước 15/4/2015 | tiểu ban văn kiện | 2015-04-15")},
	{"Sau đại hội, Ban Thường vụ Đảng ủy giao:\n- Ban Xây dựng Đảng tham mưu quy chế làm việc của Ban Chấp hành.", one("Ban Xây dựng Đảng tham mưu quy chế làm việc của Ban Chấp hành | Ban Xây dựng Đảng | ")},
	{"Huyện ủy giao Ban Tổ chức Huyện ủy kiểm tra 30% số chi bộ sau đại hội.", one("Huyện ủy giao Ban Tổ chức Huyện ủy kiểm tra 30% số chi bộ sau đại hội | Ban Tổ chức Huyện ủy | ")},
	{"Yêu cầu Đảng ủy xã Tân Hà chấn chỉnh khâu kiểm phiếu ở chi bộ. Các chi bộ thiếu chi ủy bổ sung xong trước ngày 20/6/2030. Nếu sau 20 ngày chưa đủ người thì báo cáo Ban Thường vụ. Từ nay không để xảy ra việc phát nhầm phiếu.",
		one("Yêu cầu Đảng ủy xã Tân Hà chấn chỉnh khâu kiểm phiếu ở chi bộ | Đảng ủy xã Tân Hà | ", "Các chi bộ thiếu chi ủy bổ sung xong trước ngày 20/6/2030 | Các chi bộ thiếu chi ủy | 2030-06-20", "Nếu sau 20 ngày chưa đủ người thì báo cáo Ban Thường vụ |  | ", "Từ nay không để xảy ra việc phát nhầm phiếu |  | ")},
	{"Đại hội các huyện đã xong. Tỉnh ủy yêu cầu các huyện ủy khắc phục ngay thiếu sót nêu trên. Không được vì dịch bệnh mà bỏ bước lấy ý kiến.",
		one("Tỉnh ủy yêu cầu các huyện ủy khắc phục ngay thiếu sót nêu trên | các huyện ủy | ", "Không được vì dịch bệnh mà bỏ bước lấy ý kiến |  | ")},
	{"Đại hội điểm đã xong. Các huyện khác được yêu cầu: tăng số người kiểm phiếu; giảm số tham luận xuống 5.",
		one("Các huyện khác được yêu cầu: tăng số người kiểm phiếu | Các huyện khác | ", "giảm số tham luận xuống 5 | Các huyện khác | ")},
	{"QUYẾT ĐỊNH\nVề việc thành lập Tổ công tác sau đại hội cấp cơ sở\nĐiều 2. Tổ công tác có nhiệm vụ: tham mưu kiện toàn đảng ủy 3 xã; rà soát hồ sơ.", one("tham mưu kiện toàn đảng ủy 3 xã | Tổ công tác | ", "rà soát hồ sơ | Tổ công tác | ")},
	{"Đại hội Đảng bộ xã đã họp.\nPhải làm trong tháng 6/2030: chốt phương án nhân sự; duyệt kịch bản đại hội.",
		one("Phải làm trong tháng 6/2030: chốt phương án nhân sự |  | 2030-06", "duyệt kịch bản đại hội |  | 2030-06")},
	{"V- KIẾN NGHỊ, ĐỀ XUẤT\nTrung ương xem xét, tăng số lượng cấp ủy viên cho cấp huyện.", one("Trung ương xem xét, tăng số lượng cấp ủy viên cho cấp huyện | Trung ương | ")},
}

// What was done, what a rule says in general, a heading, a target share, and
// what is asked of the economy are no tasks.
var idle = []string{
	"Đại hội Đảng bộ huyện đã họp. Sở Y tế cần bổ sung bác sĩ cho trạm xá trước ngày 30/9/2030.",
	"Đại hội Đảng bộ huyện đã họp. Huyện yêu cầu các xã sửa cổng trường trước năm học mới.",
	"Số chi bộ phải đại hội: 21.",
	"Tổng số đại biểu phải triệu tập dự đại hội là 120.",
	"Trước đó, Ban Tổ chức Huyện ủy yêu cầu xã hoàn thiện đề án nhân sự đại hội trước ngày 10/6.",
	"Ngay từ đầu năm, Ban Thường vụ Huyện ủy yêu cầu các chi bộ xây dựng đề án nhân sự đại hội.",
	"Huyện ủy đã chỉ đạo 3 đảng bộ còn lại hoàn thành đại hội trước ngày 30/5/2020.",
	"Ba xã phải tổ chức bầu lần hai mới đủ số lượng cấp ủy.",
	"Ngày 20/5, đại hội đã họp.\nNHIỆM VỤ TRỌNG TÂM\n3. Tập trung khắc phục hậu quả hạn hán, ổn định đời sống nhân dân.",
	"Đại hội đã được tổ chức theo đúng yêu cầu đề ra.",
	"Các cấp ủy đã tập trung chỉ đạo đại hội theo đề nghị của Ban Tổ chức.",
	"Có đại hội phải bầu lại ban chấp hành.",
	"II- NHIỆM VỤ, GIẢI PHÁP",
	"IV- KIẾN NGHỊ",
	"I. Mục đích, yêu cầu",
	"Phấn đấu tỷ lệ nữ trong cấp ủy đạt 20%.",
	"Đại hội yêu cầu 100% đại biểu dự đông đủ.",
	"Công tác nhân sự đáp ứng yêu cầu nhiệm vụ mới.",
	"Số cấp ủy viên không phải là người địa phương là 12 đồng chí.",
	"Đề nghị các địa phương đẩy nhanh giải ngân vốn đầu tư công.",
	"Nhân dân cần cảnh giác với thiên tai trong mùa mưa bão.",
	"Đại hội tập trung thảo luận các văn kiện.",
	"Khâu hậu cần của đại hội được chuẩn bị từ sớm.",
	"Thành ủy Cần Thơ cho biết đại hội cấp cơ sở đã xong.",
}

func TestTasks(t *testing.T) {
	r := newReading(t)
	for _, c := range append(slices.Clone(demands), places...) {
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
	for _, text := range idle {
		check(t, r, "tasks", title+text, district)
	}
}
