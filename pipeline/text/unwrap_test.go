package text

import (
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// pages makes lines of pages that "\f" parts.
func pages(s string) *report.Raw {
	raw := &report.Raw{Wrapped: true}
	for i, page := range strings.Split(s, "\f") {
		for line := range strings.SplitSeq(page, "\n") {
			p := report.Simple(report.Paragraph, line)
			p.Page = i + 1
			raw.Parts = append(raw.Parts, p)
		}
		raw.Pages = i + 1
	}
	return raw
}

func TestUnwrap(t *testing.T) {
	for _, c := range []struct{ reason, in, want string }{
		{"a short line ends a paragraph, an indented one begins one", `
Đại hội đã thảo luận sôi nổi về các văn kiện, nhất trí cao
với dự thảo báo cáo chính trị của Ban Chấp hành.
Về nhân sự, đại hội bầu đủ số lượng.
   Các đồng chí trúng cử đều có số phiếu cao và bảo đảm được
cơ cấu đã đề ra trong đề án nhân sự được cấp trên phê duyệt
từ đầu năm nay và công bố rộng rãi.`,
			"Đại hội đã thảo luận sôi nổi về các văn kiện, nhất trí cao với dự thảo báo cáo chính trị của Ban Chấp hành.|Về nhân sự, đại hội bầu đủ số lượng.|Các đồng chí trúng cử đều có số phiếu cao và bảo đảm được cơ cấu đã đề ra trong đề án nhân sự được cấp trên phê duyệt từ đầu năm nay và công bố rộng rãi."},
		{"list items stay apart and keep their second lines", `
Kết quả bầu cử của các đảng bộ trong toàn huyện như sau:
- Ban chấp hành: 412 đồng chí, trong đó nữ là 96 đồng chí,
dân tộc thiểu số là 120 đồng chí;
- Ban thường vụ: 118 đồng chí, trong đó nữ 21 đồng chí và
dưới bốn mươi tuổi 30 đồng chí;
1. Ưu điểm là công tác chuẩn bị chu đáo và bảo đảm tiến độ
theo kế hoạch của tỉnh.
2. Khuyết điểm là một số nơi chưa bám sát hướng dẫn chung.`,
			"Kết quả bầu cử của các đảng bộ trong toàn huyện như sau:|- Ban chấp hành: 412 đồng chí, trong đó nữ là 96 đồng chí, dân tộc thiểu số là 120 đồng chí;|- Ban thường vụ: 118 đồng chí, trong đó nữ 21 đồng chí và dưới bốn mươi tuổi 30 đồng chí;|1. Ưu điểm là công tác chuẩn bị chu đáo và bảo đảm tiến độ theo kế hoạch của tỉnh.|2. Khuyết điểm là một số nơi chưa bám sát hướng dẫn chung."},
		{"a range of years and a symbol cut at the hyphen", `
Báo cáo tổng kết việc thực hiện Chỉ thị số 28-
CT/HU của Ban Thường vụ Huyện ủy trong nhiệm kỳ 2020-
2025 và phương hướng của các năm tiếp theo, có kèm các
biểu số liệu.`,
			"Báo cáo tổng kết việc thực hiện Chỉ thị số 28-CT/HU của Ban Thường vụ Huyện ủy trong nhiệm kỳ 2020-2025 và phương hướng của các năm tiếp theo, có kèm các biểu số liệu."},
		{"one paragraph a line, of different lengths", "Đại hội đảng bộ xã\nChiều 12/6, Đảng bộ xã Hòa Lâm tổ chức đại hội với sự tham dự của 120 đảng viên trong toàn đảng bộ.\nĐại hội bầu 13 đồng chí.\nDự có ông Trần Văn B",
			"Đại hội đảng bộ xã|Chiều 12/6, Đảng bộ xã Hòa Lâm tổ chức đại hội với sự tham dự của 120 đảng viên trong toàn đảng bộ.|Đại hội bầu 13 đồng chí.|Dự có ông Trần Văn B"},
		{"a headline, a day and one long paragraph are three lines", "Đại hội Đảng bộ xã Phú Sơn thành công\n19/6/2020\nSáng 18/6, Đảng bộ xã Phú Sơn tổ chức Đại hội lần thứ XII, nhiệm kỳ 2020 - 2025. Đại hội bầu 13 đồng chí vào Ban Chấp hành.",
			"Đại hội Đảng bộ xã Phú Sơn thành công|19/6/2020|Sáng 18/6, Đảng bộ xã Phú Sơn tổ chức Đại hội lần thứ XII, nhiệm kỳ 2020 - 2025. Đại hội bầu 13 đồng chí vào Ban Chấp hành."},
		{"the head of a document stays in lines", "ĐẢNG BỘ TỈNH X\nHUYỆN ỦY Y\n*\nSố 12-BC/HU\nBÁO CÁO\ntổng kết đại hội", "ĐẢNG BỘ TỈNH X|HUYỆN ỦY Y|*|Số 12-BC/HU|BÁO CÁO|tổng kết đại hội"},
	} {
		doc, err := Normalise(t.Context(), "", "", plain(c.in))
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.ReplaceAll(doc.Text, "\n", "|"); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.reason, got, c.want)
		}
	}
}

func TestFurniture(t *testing.T) {
	const body = "Công tác nhân sự được chuẩn bị kỹ lưỡng, dân chủ, đúng quy\n" +
		"trình; cấp ủy khóa mới có cơ cấu hợp lý, bảo đảm tiêu chuẩn\n"
	raw := pages("ĐẢNG BỘ HUYỆN X - BÁO CÁO\n" + body + "và số lượng, các đồng chí trúng cử đều đạt số phiếu cao và\n- 1 -\f" +
		"ĐẢNG BỘ HUYỆN X - BÁO CÁO\n" + "được nhân dân tin tưởng.\n" + body + "- 2 -\f" +
		"ĐẢNG BỘ HUYỆN X - BÁO CÁO\n" + "2020 là năm đại hội.\n" + body + "- 3 -")
	doc, err := Normalise(t.Context(), "", "", raw)
	if err != nil {
		t.Fatal(err)
	}
	count := map[report.Kind]int{}
	for _, b := range doc.Blocks {
		count[b.Kind]++
	}
	if count[report.PageHeader] != 3 || count[report.PageFooter] != 3 {
		t.Errorf("%d heads and %d feet, want 3 of each:\n%s", count[report.PageHeader], count[report.PageFooter], doc.Text)
	}
	if !strings.Contains(doc.Text, "số phiếu cao và được nhân dân tin tưởng.") {
		t.Errorf("the sentence across the page is cut:\n%s", doc.Text)
	}
	if err := Check(doc); err != nil {
		t.Error(err)
	}
}
