package excel

import "github.com/tongket/tongket/pipeline/report"

// abouts say, in one line above each sheet, what its rows are.
var abouts = map[string]string{
	"documents":         "Mỗi dòng là một tệp đầu vào, đọc được hay không. Ô trống là không nêu.",
	"identity_evidence": "Mỗi dòng là một thông tin định danh của văn bản và chỗ văn bản nêu thông tin đó.",
	"people":            "Mỗi dòng là một người với một vai trò trong một văn bản.",
	"citations":         "Mỗi dòng là một văn bản được viện dẫn.",
	"measures":          "Mỗi dòng là một số liệu được nêu, giữ nguyên như trong văn bản; cột Kiểm tra so tỷ lệ nêu với tỷ lệ tính lại.",
	"assessments":       "Mỗi dòng là một lĩnh vực được đánh giá trong một câu.",
	"limitations":       "Mỗi dòng là một hạn chế được nêu, theo danh mục mã.",
	"tasks":             "Mỗi dòng là một yêu cầu, nhiệm vụ đối với công tác đại hội.",
	"findings":          "Số liệu không khớp, số chưa đọc, văn bản mâu thuẫn. Không số nào bị sửa. Bấm vào số để tới dòng gốc.",
	"unit_results":      "Mỗi dòng là một đơn vị, cấp, nhiệm kỳ và đối tượng; số của báo cáo mới nhất. Bấm vào số để tới câu dẫn chứng. ▼: chưa đạt ngưỡng.",
	"unit_figures":      "Số liệu đã chọn, xếp dọc, cho máy tính: trang Kết quả theo đơn vị là bảng này xếp ngang.",
	"threshold_checks":  "Mỗi dòng là một đơn vị đối chiếu với một yêu cầu; đơn vị thiếu nhiều nhất đứng trước.",
	"none_units":        "Đơn vị nêu rõ là không có người: không nữ, không trẻ, không dân tộc thiểu số. Đơn vị không nêu thì không có ở đây, xem trang Độ phủ.",
	"changes":           "So hai nhiệm kỳ của cùng đơn vị, cùng cấp. Đại hội được đếm đủ: khoảng chỉ cho biết tỷ lệ trên ít người tự nó dao động đến đâu.",
	"series":            "Cộng số của chính các đơn vị; ô tỉnh trống là cả nước. Khi kho có đủ mọi đơn vị, tỷ lệ là số đếm toàn bộ, không có sai số chọn mẫu.",
	"series_changes":    "Chỉ so các đơn vị có cả hai nhiệm kỳ. Xem cỡ tác động trước, p sau.",
	"limitation_rates":  "Số văn bản nêu hạn chế trên số văn bản có phần nêu hạn chế. Các dòng cùng cách gộp cộng được với nhau.",
	"recurrences":       "Hạn chế một đơn vị nêu lại từ hai nhiệm kỳ trở lên. Bấm vào năm để tới câu dẫn chứng.",
	"assessment_rates":  "Số văn bản khen hoặc chê một lĩnh vực trên số văn bản có đánh giá.",
	"progress":          "Số đại hội đã tổ chức trên tổng số, theo ngày chốt số liệu.",
	"key_posts":         "Ai giữ chức vụ chủ chốt của từng đơn vị, theo báo cáo nêu.",
	"directives":        "Văn bản được viện dẫn theo nhiệm kỳ và số văn bản viện dẫn nó.",
	"coverage":          "Đơn vị nào chưa có báo cáo, chỉ tiêu nào thiếu hoặc chưa rõ: những việc cần hỏi lại.",
	"crosstabs":         "Số liệu của trang Bảng chéo, xếp dọc: nguồn của trang Bảng xoay.",
	"corrections":       "Mỗi dòng là một ý kiến xét duyệt và kết quả áp dụng trong lượt chạy này. Ý kiến gắn với nội dung văn bản và vị trí trong văn bản, không mất khi chạy lại hay chuyển thư mục.",
	"overview":          "Số liệu của các biểu đồ trang Tổng quan.",
}

// about returns the line above a table's sheet.
func (b *book) about(t *report.Table) string {
	if vi, ok := abouts[t.Name]; ok {
		return b.say(vi, t.Description)
	}
	return t.Description
}
