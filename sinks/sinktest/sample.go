package sinktest

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Documents and Measures are two small tables in the shape of the codebook's.
var (
	Documents = report.NewTable("documents", report.Label{VI: "Văn bản", EN: "Documents"}, "One row for every input", []report.Column{
		{Name: "doc_id", Type: report.TypeString, Nullable: true, Label: report.Label{VI: "Mã văn bản", EN: "Document"}, Description: "Id"},
		{Name: "row_id", Type: report.TypeString, Label: report.Label{VI: "Mã dòng", EN: "Row"}, Description: "Row id"},
		{Name: "source_path", Type: report.TypeString, Key: true, Label: report.Label{VI: "Đường dẫn", EN: "Path"}, Description: "Path of the input"},
		{Name: "status", Type: report.TypeCode, Label: report.Label{VI: "Kết quả", EN: "Status"}, Description: "Outcome", Codes: []report.Code{
			{Code: "ok", Label: report.Label{VI: "đã đọc", EN: "read"}},
			{Code: "partial", Label: report.Label{VI: "đọc một phần", EN: "in part"}},
			{Code: "failed", Label: report.Label{VI: "không đọc được", EN: "not read"}},
		}},
		{Name: "reason", Type: report.TypeString, Nullable: true, Label: report.Label{VI: "Lý do", EN: "Reason"}, Description: "Reason"},
		{Name: "hint", Type: report.TypeString, Nullable: true, Label: report.Label{VI: "Cách xử lý", EN: "Hint"}, Description: "Cure"},
		{Name: "doc_date", Type: report.TypeDate, Nullable: true, Label: report.Label{VI: "Ngày văn bản", EN: "Date"}, Description: "Date"},
		{Name: "doc_date_precision", Type: report.TypeCode, Nullable: true, Label: report.Label{VI: "Độ chính xác", EN: "Precision"}, Description: "Precision", Codes: []report.Code{
			{Code: "year", Label: report.Label{VI: "năm", EN: "year"}},
			{Code: "month", Label: report.Label{VI: "tháng", EN: "month"}},
			{Code: "day", Label: report.Label{VI: "ngày", EN: "day"}},
		}},
		{Name: "pages", Type: report.TypeInteger, Unit: "page", Nullable: true, Label: report.Label{VI: "Số trang", EN: "Pages"}, Description: "Pages"},
	})
	Measures = report.NewTable("measures", report.Label{VI: "Số liệu", EN: "Measures"}, "One row per figure", []report.Column{
		{Name: "doc_id", Type: report.TypeString, Key: true, Label: report.Label{VI: "Mã văn bản", EN: "Document"}, Description: "Id"},
		{Name: "row_id", Type: report.TypeString, Label: report.Label{VI: "Mã dòng", EN: "Row"}, Description: "Row id"},
		{Name: "value", Type: report.TypeNumber, Key: true, Label: report.Label{VI: "Giá trị", EN: "Value"}, Description: "The figure"},
		{Name: "worded_zero", Type: report.TypeBoolean, Nullable: true, Label: report.Label{VI: "Nêu là không có", EN: "Worded zero"}, Description: "Zero in words"},
		{Name: "qualifier", Type: report.TypeString, Nullable: true, Label: report.Label{VI: "Chi tiết", EN: "Qualifier"}, Description: "Detail"},
		{Name: "evidence_start", Type: report.TypeInteger, Nullable: true, Label: report.Label{VI: "Vị trí đầu", EN: "Start"}, Description: "Start"},
		{Name: "evidence", Type: report.TypeString, Label: report.Label{VI: "Câu dẫn chứng", EN: "Evidence"}, Description: "Sentence"},
		{Name: "confidence", Type: report.TypeCode, Label: report.Label{VI: "Độ tin cậy", EN: "Confidence"}, Description: "Grade", Codes: []report.Code{
			{Code: "high", Label: report.Label{VI: "cao", EN: "high"}},
			{Code: "low", Label: report.Label{VI: "thấp", EN: "low"}},
		}},
	})
)

// Sample returns a dataset with what sinks stumble over: nulls, zeros, partial
// dates, years before 1900, formulas, control characters, quotation marks, line
// breaks, letters outside the first plane, very long texts, an empty table.
func Sample() *Dataset {
	var d Dataset
	month, _ := report.NewDate(2020, 9, 0)
	old, _ := report.NewDate(1890, 5, 19)
	d.Add(Documents,
		RowOf(Documents, "0123456789abcdef", "d1", "2020/huyện Sông Mây.docx", "ok", nil, nil, "2020-08-31", "day", 12),
		RowOf(Documents, "1123456789abcdef", "d2", "nén.zip!thư mục/\"báo cáo\" #2 100%.txt", "partial", "truncated", "Sao chép lại", report.Day(month), "month", nil),
		RowOf(Documents, nil, "d3", "=cmd|' /C calc'!A0", "failed", "permission", "Cấp quyền đọc", report.Day(old), "day", nil),
	)
	for i, text := range []string{
		"Ban Chấp hành gồm 43 đồng chí", "=1+1", "+84 24 1234", "-5", "@SUM(A1)", "\tđầu dòng", "dòng một\ndòng hai\r\ndòng ba",
		"ký tự lạ \x00\x01\x0b\x1f hết", "\u202eđảo chiều\u202c", "𠮷野家 👩‍👩‍👧‍👦", strings.Repeat("báo cáo 🇻🇳 ", 4000), `<b>&amp; "nháy" 'đơn'`,
		"_x0041_ không phải mã", " ", "00123",
	} {
		zero := any(nil)
		if i%3 == 0 {
			zero = i%2 == 0
		}
		d.Add(Measures, RowOf(Measures, "0123456789abcdef", "m"+string(rune('a'+i)), float64(i)*1.25, zero, text, i*10, "Câu: "+text, []string{"high", "low"}[i%2]))
	}
	d.Add(report.NewTable("tasks", report.Label{VI: "Nhiệm vụ", EN: "Tasks"}, "Empty here", []report.Column{
		{Name: "text", Type: report.TypeString, Label: report.Label{VI: "Nội dung", EN: "Text"}, Description: "Text"},
		{Name: "deadline", Type: report.TypeDate, Nullable: true, Label: report.Label{VI: "Thời hạn", EN: "Deadline"}, Description: "By when"},
	}))
	return &d
}
