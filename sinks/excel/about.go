package excel

import "github.com/tongket/tongket/pipeline/report"

// abouts say, in one line above each sheet, what its rows are.
var abouts = map[string]report.Label{
	"documents":         {VI: "Mỗi dòng là một tệp đầu vào, đọc được hay không. Ô trống là không nêu.", EN: "One row an input, read or not. Blank is not stated."},
	"identity_evidence": {VI: "Mỗi dòng là một thông tin định danh của văn bản và chỗ văn bản nêu thông tin đó.", EN: "One row a fact of a document's identity, with the place that states it."},
	"people":            {VI: "Mỗi dòng là một người với một vai trò trong một văn bản.", EN: "One row a person and role in a document."},
	"citations":         {VI: "Mỗi dòng là một văn bản được viện dẫn.", EN: "One row a cited document."},
	"measures":          {VI: "Mỗi dòng là một số liệu được nêu, giữ nguyên như trong văn bản; cột Kiểm tra so tỷ lệ nêu với tỷ lệ tính lại.", EN: "One row a stated figure, as it stands in the text; Check compares a percent with the one recomputed."},
	"assessments":       {VI: "Mỗi dòng là một lĩnh vực được đánh giá trong một câu.", EN: "One row an aspect that a sentence judges."},
	"limitations":       {VI: "Mỗi dòng là một hạn chế được nêu, theo danh mục mã.", EN: "One row a stated shortcoming, by the list of codes."},
	"tasks":             {VI: "Mỗi dòng là một yêu cầu, nhiệm vụ đối với công tác đại hội.", EN: "One row a demand on congress work."},
	"findings":          {VI: "Số liệu không khớp, số chưa đọc, văn bản mâu thuẫn. Không số nào bị sửa. Bấm vào số để tới dòng gốc.", EN: "Figures that do not agree, figures not read, documents that contradict. Nothing is corrected. Click a figure for its row."},
	"unit_results":      {VI: "Mỗi dòng là một đơn vị, cấp, nhiệm kỳ và đối tượng; số của báo cáo mới nhất. Bấm vào số để tới câu dẫn chứng. ▼: chưa đạt ngưỡng.", EN: "One row a unit, level, term and body; the newest report's figures. Click one for its sentence. ▼: misses a threshold."},
	"unit_figures":      {VI: "Số liệu đã chọn, xếp dọc, cho máy tính: trang Kết quả theo đơn vị là bảng này xếp ngang.", EN: "The chosen figures one below another, for programs: Unit results is this table laid across."},
	"threshold_checks":  {VI: "Mỗi dòng là một đơn vị đối chiếu với một yêu cầu; đơn vị thiếu nhiều nhất đứng trước.", EN: "One row a unit against a requirement; the largest gaps stand first."},
	"none_units":        {VI: "Đơn vị nêu rõ là không có người: không nữ, không trẻ, không dân tộc thiểu số. Đơn vị không nêu thì không có ở đây, xem trang Độ phủ.", EN: "Units that state none: no woman, no young person, nobody of a minority. Who says nothing is not here, see Coverage."},
	"changes":           {VI: "So hai nhiệm kỳ của cùng đơn vị, cùng cấp. Đại hội được đếm đủ: khoảng chỉ cho biết tỷ lệ trên ít người tự nó dao động đến đâu.", EN: "Two terms of one unit at one level. Congresses are counted in full: an interval only tells how far a share of so few swings."},
	"series":            {VI: "Cộng số của chính các đơn vị; ô tỉnh trống là cả nước. Khi kho có đủ mọi đơn vị, tỷ lệ là số đếm toàn bộ, không có sai số chọn mẫu.", EN: "Own figures of units added up; a blank province is the country. With every unit in the archive a share has no sampling error."},
	"series_changes":    {VI: "Chỉ so các đơn vị có cả hai nhiệm kỳ. Xem cỡ tác động trước, p sau.", EN: "Only units with both terms. Read the effect first, then p."},
	"limitation_rates":  {VI: "Số văn bản nêu hạn chế trên số văn bản có phần nêu hạn chế. Các dòng cùng cách gộp cộng được với nhau.", EN: "Documents that state a shortcoming, of those with a part on shortcomings. Rows of one grouping add up."},
	"recurrences":       {VI: "Hạn chế một đơn vị nêu lại từ hai nhiệm kỳ trở lên. Bấm vào năm để tới câu dẫn chứng.", EN: "Shortcomings that one unit states in two terms or more. Click a year for its sentence."},
	"assessment_rates":  {VI: "Số văn bản khen hoặc chê một lĩnh vực trên số văn bản có đánh giá.", EN: "Documents that praise or criticise an aspect, of those that assess."},
	"progress":          {VI: "Số đại hội đã tổ chức trên tổng số, theo ngày chốt số liệu.", EN: "Congresses held, of all, by the date of the figures."},
	"key_posts":         {VI: "Ai giữ chức vụ chủ chốt của từng đơn vị, theo báo cáo nêu.", EN: "Who holds the key posts of each unit, as reports say."},
	"directives":        {VI: "Văn bản được viện dẫn theo nhiệm kỳ và số văn bản viện dẫn nó.", EN: "Cited documents by term, and how many documents cite each."},
	"coverage":          {VI: "Đơn vị nào chưa có báo cáo, chỉ tiêu nào thiếu hoặc chưa rõ: những việc cần hỏi lại.", EN: "Which units have no report, which figures are missing or unclear: what to ask for."},
	"crosstabs":         {VI: "Số liệu của trang Bảng chéo, xếp dọc: nguồn của trang Bảng xoay.", EN: "The numbers of the sheet Cross-tabs one below another: the source of the sheet Pivot."},
	"corrections":       {VI: "Mỗi dòng là một ý kiến xét duyệt và kết quả áp dụng trong lượt chạy này. Ý kiến gắn với nội dung văn bản và vị trí trong văn bản, không mất khi chạy lại hay chuyển thư mục.", EN: "One row a review and what became of it in this run. Reviews hold to the document's content and place, whatever is run or moved."},
	"overview":          {VI: "Số liệu của các biểu đồ trang Tổng quan.", EN: "The numbers of the charts of the sheet Overview."},
}

// about returns the line above a table's sheet.
func (b *book) about(t *report.Table) string {
	if l, ok := abouts[t.Name]; ok {
		return b.label(l)
	}
	return b.describe(t.Description)
}
