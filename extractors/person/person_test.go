package person_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/person"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

// reading is the kind alone, with the settings of the embedded profile.
type reading struct {
	lexicon *scan.Lexicon
	x       *person.Extractor
}

func newReading(t testing.TB) reading {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(p.Rules, func(r configs.Rule) bool { return r.Kind == "person" })
	c := person.Default()
	if err := p.Rules[i].Settings.Decode(&c); err != nil {
		t.Fatal(err)
	}
	b := scan.NewBuilder()
	x, err := person.New("p", c, &kind.Env{
		Builder: b, Grammar: grammar.New(b), Table: p.Table("people"), Wordlist: p.Wordlist, Shared: map[string]any{},
	})
	if err != nil {
		t.Fatal(err)
	}
	return reading{b.Build(), x}
}

// district is the document that the sentences of the tests stand in.
var district = scan.Identity{
	Type: "report", Unit: "Đảng bộ huyện Tân Sơn", Level: "upper_grassroots", Province: "Phú Thọ", Ordinal: 25, Start: 2020, End: 2025,
}

func (r reading) rows(doc *report.Document, id scan.Identity) []string {
	t := r.lexicon.Scan(doc)
	t.Identity = id
	var out []string
	r.x.Facts(t, func(f report.Fact) { out = append(out, show(f)) })
	return out
}

// show writes a fact as "Lò Văn Pành: elected secretary, appointed [Chủ tịch UBND huyện]".
func show(f report.Fact) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s", f.Get("name"), f.Get("role"))
	if to := f.Get("elected_to").Text(); to != "" {
		b.WriteString(" " + to)
	}
	if how := f.Get("how").Text(); how != "" && how != "elected" {
		b.WriteString(", " + how)
	}
	if titles := f.Get("titles").Text(); titles != "" {
		b.WriteString(" [" + titles + "]")
	}
	return b.String()
}

// sentence is one case: a text and the rows it states, one a line.
type sentence struct {
	text string
	rows []string
}

func check(t *testing.T, r reading, s sentence, id scan.Identity) {
	t.Helper()
	compare(t, s.text, r.rows(scan.Plain(s.text), id), s.rows)
}

// compare reports what is missing and what is not wanted, in any order.
func compare(t *testing.T, text string, got, want []string) {
	t.Helper()
	for _, w := range want {
		if i := slices.Index(got, w); i >= 0 {
			got = slices.Delete(got, i, i+1)
		} else {
			t.Errorf("%s\n  missing  %s", text, w)
		}
	}
	for _, g := range got {
		t.Errorf("%s\n  unwanted %s", text, g)
	}
}

// Who a sentence names and with which titles.
var naming = []sentence{
	{"Dự hội nghị có các đồng chí: Vi Văn Khánh, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện; Lục Thị Mến, Trưởng Ban Tổ chức Huyện ủy; Bế Ngọc Sơn - Chánh Văn phòng Huyện ủy.",
		[]string{"Vi Văn Khánh: attendee [Phó Bí thư Huyện ủy; Chủ tịch UBND huyện]", "Lục Thị Mến: attendee [Trưởng Ban Tổ chức Huyện ủy]", "Bế Ngọc Sơn: attendee [Chánh Văn phòng Huyện ủy]"}},
	{"Chủ trì hội nghị có đồng chí Hoàng Đức Lợi – Bí thư Huyện ủy, Chủ tịch HĐND huyện và đồng chí Lý Thị Sao (Phó Bí thư Thường trực Huyện ủy).",
		[]string{"Hoàng Đức Lợi: chair [Bí thư Huyện ủy; Chủ tịch HĐND huyện]", "Lý Thị Sao: chair [Phó Bí thư Thường trực Huyện ủy]"}},
	{"Bí thư Tỉnh ủy Trịnh Hải Đăng phát biểu tại buổi lễ.", []string{"Trịnh Hải Đăng: speaker [Bí thư Tỉnh ủy]"}},
	{"Phó Bí thư Thường trực Huyện ủy, Chủ tịch HĐND huyện Nông Thị Yến trình bày báo cáo.",
		[]string{"Nông Thị Yến: presenter [Phó Bí thư Thường trực Huyện ủy; Chủ tịch HĐND huyện]"}},
	{"Thiếu tướng Vương Tiến Sỹ, Giám đốc Công an tỉnh dự đại hội.", []string{"Vương Tiến Sỹ: attendee [Thiếu tướng; Giám đốc Công an tỉnh]"}},
	{"Đến dự có các đồng chí Y Thinh Niê, H'Lan Kbuôr, Ksor Phúc và Điểu Sang.",
		[]string{"Y Thinh Niê: attendee", "H'Lan Kbuôr: attendee", "Ksor Phúc: attendee", "Điểu Sang: attendee"}},
	{"Bí thư Tỉnh ủy Y Thương Gia Niê Kđăm và bà H'Blá Mlô phát biểu.", []string{"Y Thương Gia Niê Kđăm: speaker [Bí thư Tỉnh ủy]", "H'Blá Mlô: speaker"}},
	{"Moong Văn Hợi và Cụt Thị Lý được bầu làm Phó Bí thư Đảng ủy.", []string{"Moong Văn Hợi: elected deputy_secretary", "Cụt Thị Lý: elected deputy_secretary"}},
	{"Các ông: Giàng Seo Vần, Thào Mí Lử, Hầu Thị Súa; bà Thạch Sa Rương tham dự.",
		[]string{"Giàng Seo Vần: attendee", "Thào Mí Lử: attendee", "Hầu Thị Súa: attendee", "Thạch Sa Rương: attendee"}},
	{"Đồng chí Rơ Châm Hương, Phó Trưởng Ban Dân vận Tỉnh ủy dự.", []string{"Rơ Châm Hương: attendee [Phó Trưởng Ban Dân vận Tỉnh ủy]"}},
	{"Đồng chí Ma Văn Chúc, nguyên Bí thư Huyện ủy, dự hội nghị.", []string{"Ma Văn Chúc: attendee [nguyên Bí thư Huyện ủy]"}},
	{"Quyền Chủ tịch UBND tỉnh Phan Thế Ngữ cho biết công tác chuẩn bị đã xong.", []string{"Phan Thế Ngữ: speaker [Quyền Chủ tịch UBND tỉnh]"}},
	{"Ông Tô Văn Bảy, Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng, Phó Bí thư Tỉnh ủy, trình bày tờ trình.",
		[]string{"Tô Văn Bảy: presenter [Ủy viên dự khuyết Ban Chấp hành Trung ương Đảng; Phó Bí thư Tỉnh ủy]"}},
	{"Ông Hà Quốc Trị, Phó Chủ tịch kiêm Tổng Thư ký Hội Nông dân tỉnh, phát biểu.",
		[]string{"Hà Quốc Trị: speaker [Phó Chủ tịch; Tổng Thư ký Hội Nông dân tỉnh]"}},
	{"Ông Chu Bá Lộc, Trưởng Ban Đổi mới và Phát triển doanh nghiệp thành phố, dự họp.",
		[]string{"Chu Bá Lộc: attendee [Trưởng Ban Đổi mới và Phát triển doanh nghiệp thành phố]"}},
	{"Ông Lương Minh Chánh, Chủ tịch Ủy ban bầu cử tỉnh, cho biết công tác chuẩn bị đã xong.", []string{"Lương Minh Chánh: speaker [Chủ tịch Ủy ban bầu cử tỉnh]"}},
	{"Đồng chí Triệu Thị Sen, Giám đốc Sở Lao động - Thương binh và Xã hội, tham luận.", []string{"Triệu Thị Sen: speaker [Giám đốc Sở Lao động - Thương binh và Xã hội]"}},
	{"Đồng chí Đinh Công Sứ, Bí thư Huyện ủy khóa XXIV, chủ trì.", []string{"Đinh Công Sứ: chair [Bí thư Huyện ủy]"}},
	{"Đồng chí Bí thư Huyện ủy Hà Trọng Nghĩa chủ trì hội nghị.\nPhát biểu tại hội nghị, đồng chí Nghĩa nhấn mạnh yêu cầu siết chặt kỷ luật.",
		[]string{"Hà Trọng Nghĩa: chair [Bí thư Huyện ủy]", "Hà Trọng Nghĩa: speaker"}},
	{"Đồng chí Quyền Bí thư Thị ủy Giang Đình Chất trình bày báo cáo.", []string{"Giang Đình Chất: presenter [Quyền Bí thư Thị ủy]"}},
	{"Đồng chí Phùng Văn Tám, Bí thư Huyện ủy chủ trì hội nghị.\nSau khi nghe ý kiến thảo luận, đồng chí Bí thư Huyện ủy kết luận như sau:",
		[]string{"Phùng Văn Tám: chair [Bí thư Huyện ủy]", "Phùng Văn Tám: concluding_speaker [Bí thư Huyện ủy]"}},
	{"PGS.TS. Lê Quý Đôn Khang, Hiệu trưởng Trường Chính trị tỉnh, dự.", []string{"Lê Quý Đôn Khang: attendee [Hiệu trưởng Trường Chính trị tỉnh]"}},
	{"Thường trực Huyện ủy, lãnh đạo Ban Chỉ huy Quân sự huyện dự hội nghị.", nil},
	{"Các đại biểu thăm Khu di tích Đền Hùng và xã Kim Sơn.", nil},
	{"Huyện Tân Biên, Châu Thành không có nữ trong ban thường vụ.", nil},
	{"Đại hội học tập và làm theo tư tưởng Hồ Chí Minh.", nil},
	{"Ảnh: Trần Minh Quang", nil},
	{"Chủ tịch Hội Liên hiệp Phụ nữ tỉnh, bà Vũ Hồng Nhạn dự đại hội.", []string{"Vũ Hồng Nhạn: attendee [Chủ tịch Hội Liên hiệp Phụ nữ tỉnh]"}},
	{"Đ/c Nguyễn Sỹ Hiệp (Chủ tịch UBND xã) và đ/c Cao Thị Nụ (Trưởng thôn Đoài) phát biểu.",
		[]string{"Nguyễn Sỹ Hiệp: speaker [Chủ tịch UBND xã]", "Cao Thị Nụ: speaker [Trưởng thôn Đoài]"}},
}

// What people do, by the verb of the clause.
var roles = []sentence{
	{"Dưới sự chủ trì của đồng chí Trần Đăng Ninh Hà, hội nghị đã thảo luận.", []string{"Trần Đăng Ninh Hà: chair"}},
	{"Đoàn Chủ tịch gồm 3 đồng chí: Phạm Gia Túc Anh, Đỗ Thị Loan, Ngô Văn Cương.", []string{"Phạm Gia Túc Anh: chair", "Đỗ Thị Loan: chair", "Ngô Văn Cương: chair"}},
	{"Đồng chí Hứa Văn Tiệp thay mặt Ban Thường vụ Huyện ủy trình bày dự thảo báo cáo.", []string{"Hứa Văn Tiệp: presenter"}},
	{"Đại hội nghe đồng chí Tạ Thị Hòe đọc báo cáo kiểm điểm.", []string{"Tạ Thị Hòe: presenter"}},
	{"Đồng chí Quách Văn Mão, Trưởng Ban Tổ chức, công bố và trao Quyết định cho đồng chí Bùi Thị Mười.",
		[]string{"Quách Văn Mão: presenter [Trưởng Ban Tổ chức]", "Bùi Thị Mười: mentioned"}},
	{"Kết luận hội nghị, đồng chí Bạch Công Hòa yêu cầu các cấp ủy khắc phục hạn chế.", []string{"Bạch Công Hòa: concluding_speaker"}},
	{"Phát biểu chỉ đạo đại hội, đồng chí Hoàng Thị Vân Giang ghi nhận kết quả đạt được.", []string{"Hoàng Thị Vân Giang: concluding_speaker"}},
	{"Phát biểu bế mạc, đồng chí Lò Minh Tiến cảm ơn các đại biểu.", []string{"Lò Minh Tiến: concluding_speaker"}},
	{"Đồng chí Kiều Văn Dân, Phó Chủ tịch UBND tỉnh, dự và phát biểu chỉ đạo đại hội.",
		[]string{"Kiều Văn Dân: attendee [Phó Chủ tịch UBND tỉnh]", "Kiều Văn Dân: concluding_speaker [Phó Chủ tịch UBND tỉnh]"}},
	{"Dự và chỉ đạo Đại hội có các đồng chí: Lầu Bá Chò, Phó Bí thư Tỉnh ủy; Hoàng Thị Quyên, Trưởng Ban Dân vận Tỉnh ủy.",
		[]string{"Lầu Bá Chò: attendee [Phó Bí thư Tỉnh ủy]", "Hoàng Thị Quyên: attendee [Trưởng Ban Dân vận Tỉnh ủy]"}},
	{"Các đồng chí: Đầu Văn Tĩnh, Phó Bí thư Tỉnh ủy; Lê Lâm Sơn, Chủ tịch Hội Nông dân xã. dự và chỉ đạo đại hội.",
		[]string{"Đầu Văn Tĩnh: attendee [Phó Bí thư Tỉnh ủy]", "Lê Lâm Sơn: attendee [Chủ tịch Hội Nông dân xã]"}},
	{"1. Đại biểu cấp trên: đồng chí Nguyễn Khắc Lạc, Đảng ủy viên, Chủ tịch Hội Phụ nữ xã.", []string{"Nguyễn Khắc Lạc: attendee [Đảng ủy viên; Chủ tịch Hội Phụ nữ xã]"}},
	{"Đại hội bầu Đoàn Chủ tịch gồm 02 đồng chí: Vũ Văn Duệ, Đặng Thị Phin; Thư ký: đồng chí Lê Thị Nhuần.", []string{"Vũ Văn Duệ: chair", "Đặng Thị Phin: chair", "Lê Thị Nhuần: mentioned"}},
	{"Đồng chí Lê Thị Bưởi đến dự và phát biểu.", []string{"Lê Thị Bưởi: attendee", "Lê Thị Bưởi: speaker"}},
	{"Theo ông Trương Quang Thứ, đại hội điểm đã rút ra nhiều kinh nghiệm.", []string{"Trương Quang Thứ: speaker"}},
	{"Bà Mạc Thị Hương, dự thảo viên của Văn phòng.", []string{"Mạc Thị Hương: mentioned"}},
	{"Đồng chí Nguyễn Tiến Lãng bị kỷ luật cảnh cáo.", []string{"Nguyễn Tiến Lãng: disciplined"}},
	{"Ủy ban Kiểm tra kỷ luật khiển trách ông Đoàn Văn Quyết, nguyên Giám đốc Sở Y tế.", []string{"Đoàn Văn Quyết: disciplined [nguyên Giám đốc Sở Y tế]"}},
	{"Ông Phạm Tất Đạt nhận hình thức kỷ luật cảnh cáo.", []string{"Phạm Tất Đạt: disciplined"}},
	{"Sai phạm của ông Hồ Viết Lương chưa đến mức phải thi hành kỷ luật.", []string{"Hồ Viết Lương: mentioned"}},
	{"Ban Tổ chức thông báo, nguyên Chủ tịch UBND huyện Lâm Văn Hạ đã từ trần.", []string{"Lâm Văn Hạ: mentioned [nguyên Chủ tịch UBND huyện]"}},
	{"Từ trái qua: Bí thư Thành ủy Trần Lương Bằng, Chủ tịch UBND thành phố Đỗ Chí Kiên tại phiên khai mạc.",
		[]string{"Trần Lương Bằng: attendee [Bí thư Thành ủy]", "Đỗ Chí Kiên: attendee [Chủ tịch UBND thành phố]"}},
	{"Đồng chí Lưu Đức Thắng tặng hoa chúc mừng đại hội.", []string{"Lưu Đức Thắng: attendee"}},
	{"Giới thiệu nhân sự có đồng chí Vàng A Páo, nhân sự được giới thiệu để bầu Phó Bí thư, không trúng Ban Chấp hành.", []string{"Vàng A Páo: mentioned"}},
	{"Tham luận tại đại hội có các đồng chí Hà Thị Quyên, Bí thư Đảng ủy xã Thu Cúc; Đinh Văn Chính, Bí thư Đảng ủy xã Lai Đồng.",
		[]string{"Hà Thị Quyên: speaker [Bí thư Đảng ủy xã Thu Cúc]", "Đinh Văn Chính: speaker [Bí thư Đảng ủy xã Lai Đồng]"}},
	{"Phóng viên Báo đã có cuộc trao đổi với đồng chí Ngô Thế Phương Linh, Bí thư Huyện ủy.", []string{"Ngô Thế Phương Linh: speaker [Bí thư Huyện ủy]"}},
	{"Nhân dịp này, chúng tôi phỏng vấn đồng chí Tạ Văn Nhớ.", []string{"Tạ Văn Nhớ: speaker"}},
	{"- Đồng chí Bùi Thị Lệ (Chi bộ thôn 3): Đề nghị bổ sung chỉ tiêu.", []string{"Bùi Thị Lệ: speaker"}},
	{"Ảnh: Đồng chí Lê Quang Tiến phát biểu.", []string{"Lê Quang Tiến: speaker"}},
	{"- Đồng chí Sầm Văn Dịp: Nhất trí với dự thảo báo cáo.", []string{"Sầm Văn Dịp: speaker"}},
}

// More wordings of the same acts.
var wordings = []sentence{
	{"Chủ trì: Đồng chí Đoàn Minh Ân, Bí thư Đảng ủy.", []string{"Đoàn Minh Ân: chair [Bí thư Đảng ủy]"}},
	{"Chủ tọa đoàn: Lê Thị Chắt, Vũ Đình Bình, Phan Văn Mục.", []string{"Lê Thị Chắt: chair", "Vũ Đình Bình: chair", "Phan Văn Mục: chair"}},
	{"Hội nghị do đồng chí Tạ Quang Lẫm, Phó Bí thư Thường trực Huyện ủy chủ trì.", []string{"Tạ Quang Lẫm: chair [Phó Bí thư Thường trực Huyện ủy]"}},
	{"Hai đồng chí Lê Bá Thọ, Mai Thị Xuân đồng chủ trì hội nghị.", []string{"Lê Bá Thọ: chair", "Mai Thị Xuân: chair"}},
	{"Báo cáo chính trị do đồng chí Hà Sĩ Thái, Phó Bí thư Huyện ủy, trình bày nêu rõ những kết quả nổi bật.", []string{"Hà Sĩ Thái: presenter [Phó Bí thư Huyện ủy]"}},
	{"Đồng chí Trương Thị Bưởi thông qua dự thảo Nghị quyết Đại hội.", []string{"Trương Thị Bưởi: presenter"}},
	{"Thay mặt Ban Kiểm phiếu, đồng chí Lù Văn Sơn công bố kết quả bầu cử.", []string{"Lù Văn Sơn: presenter"}},
	{"Đồng chí Vũ Thị Hằng Nga thay mặt Ban Thẩm tra tư cách đại biểu báo cáo kết quả thẩm tra.", []string{"Vũ Thị Hằng Nga: presenter"}},
	{"Kết luận của đồng chí Phạm Gia Khánh, Bí thư Huyện ủy tại hội nghị giao ban.", []string{"Phạm Gia Khánh: concluding_speaker [Bí thư Huyện ủy]"}},
	{"Đồng chí Hồ Văn Niên Tú đã phát biểu chỉ đạo, giao nhiệm vụ cho Ban Chấp hành khóa mới.", []string{"Hồ Văn Niên Tú: concluding_speaker"}},
	{"Với sự tham dự của đồng chí Ly Seo Phừ, Phó Chủ tịch HĐND tỉnh, đại hội đã thành công.", []string{"Ly Seo Phừ: attendee [Phó Chủ tịch HĐND tỉnh]"}},
	{"Cùng dự có đồng chí Lê Sĩ Lâm, Phó Trưởng Ban Tổ chức Trung ương; lãnh đạo các sở, ngành.", []string{"Lê Sĩ Lâm: attendee [Phó Trưởng Ban Tổ chức Trung ương]"}},
	{"Phát biểu nhận nhiệm vụ, đồng chí Trần Tuấn Lanh cảm ơn sự tín nhiệm của đại hội.", []string{"Trần Tuấn Lanh: speaker"}},
	{"Thay mặt Ban Chấp hành khóa mới, đồng chí Đinh Thị Thu phát biểu hứa hẹn.", []string{"Đinh Thị Thu: speaker"}},
	{"Trao đổi với phóng viên, bà Lê Thị Nương cho rằng khâu nhân sự là then chốt.", []string{"Lê Thị Nương: speaker"}},
	{"\"Chúng tôi chuẩn bị nhân sự rất kỹ\", ông Phạm Ngọc Thưởng Anh chia sẻ.", []string{"Phạm Ngọc Thưởng Anh: speaker"}},
	{"Các đồng chí Hoàng Văn Đoàn, Bí thư Chi bộ bản Mường; Lò Thị Mai, đảng viên trẻ tham luận về phát triển kinh tế.",
		[]string{"Hoàng Văn Đoàn: speaker [Bí thư Chi bộ bản Mường]", "Lò Thị Mai: speaker"}},
	{"Tiếp đó, Chủ tịch UBND huyện Trần Đình Khả báo cáo giải trình.", []string{"Trần Đình Khả: presenter [Chủ tịch UBND huyện]"}},
	{"Ý kiến đồng chí Cao Văn Thạch: đề nghị bổ sung chỉ tiêu giảm nghèo.", []string{"Cao Văn Thạch: speaker"}},
	{"Đồng chí Bùi Văn Nghĩa thống nhất với dự thảo và đề nghị làm rõ trách nhiệm.", []string{"Bùi Văn Nghĩa: speaker"}},
	{"Ban Chấp hành phân công đồng chí Lê Phúc Nguyên phụ trách công tác tuyên truyền.", []string{"Lê Phúc Nguyên: mentioned"}},
	{"Thông tin liên hệ: đồng chí Đỗ Thị Mỹ, điện thoại 0912 000 111.", []string{"Đỗ Thị Mỹ: mentioned"}},
	{"Giao đồng chí Tống Văn Tài theo dõi, đôn đốc thực hiện.", []string{"Tống Văn Tài: mentioned"}},
	{"Đại hội tặng hoa tri ân đồng chí Lê Thị Thanh Bình, nguyên Bí thư Đảng ủy, nghỉ hưu.", []string{"Lê Thị Thanh Bình: mentioned [nguyên Bí thư Đảng ủy]"}},
	{"Dự buổi lễ về phía Trung ương có Thượng tướng Võ Trọng Hải, Ủy viên Trung ương Đảng; về phía tỉnh có ông Nay Phun, Phó Bí thư Tỉnh ủy.",
		[]string{"Võ Trọng Hải: attendee [Thượng tướng; Ủy viên Trung ương Đảng]", "Nay Phun: attendee [Phó Bí thư Tỉnh ủy]"}},
	{"Đại hội vinh dự được đón đồng chí Trần Thị Diệu Liên, Ủy viên Ban Thường vụ Tỉnh ủy về dự và phát biểu chỉ đạo.",
		[]string{"Trần Thị Diệu Liên: attendee [Ủy viên Ban Thường vụ Tỉnh ủy]", "Trần Thị Diệu Liên: concluding_speaker [Ủy viên Ban Thường vụ Tỉnh ủy]"}},
}

// More ways to get a post.
var postings = []sentence{
	{"Đại hội đã trực tiếp bầu Bí thư là đồng chí Nguyễn Thị Xuyến.", []string{"Nguyễn Thị Xuyến: elected secretary"}},
	{"Bà Phạm Thị Én được Ban Thường vụ Thành ủy điều động, phân công giữ chức Bí thư Quận ủy.", []string{"Phạm Thị Én: elected secretary, assigned"}},
	{"Hội nghị đã nhất trí bầu bổ sung ông Trịnh Xuân Trung vào Ban Thường vụ Tỉnh ủy.", []string{"Trịnh Xuân Trung: elected standing_committee"}},
	{"Ban Bí thư chuẩn y đồng chí Lê Hải Hòa giữ chức Phó Bí thư Tỉnh ủy.", []string{"Lê Hải Hòa: elected deputy_secretary"}},
	{"Theo đó, đồng chí Cao Thị Ngân, Trưởng Ban Dân vận, đảm nhận chức vụ Phó Bí thư Thường trực Huyện ủy.", []string{"Cao Thị Ngân: mentioned [Trưởng Ban Dân vận]"}},
	{"Kết quả bầu cử: đồng chí Đặng Thị Sáu trúng cử Bí thư Chi bộ với số phiếu 38/40.", []string{"Đặng Thị Sáu: elected secretary"}},
	{"Tân Bí thư Thành ủy Phạm Văn Lực phát biểu nhận nhiệm vụ.", []string{"Phạm Văn Lực: elected secretary", "Phạm Văn Lực: speaker [Bí thư Thành ủy]"}},
	{"Đồng chí Phan Như Ý được bầu làm Trưởng đoàn đại biểu đi dự Đại hội Đảng bộ tỉnh.", []string{"Phan Như Ý: elected delegate"}},
	{"Ông Siu Hương và bà Rơ Châm Lan được bầu vào Ủy ban Kiểm tra Huyện ủy, trong đó ông Siu Hương làm Chủ nhiệm.",
		[]string{"Siu Hương: elected inspection_head", "Rơ Châm Lan: elected inspection_committee"}},
	{"Chức danh Bí thư Huyện ủy: đồng chí Lò Văn Ơn, trúng cử với 41/41 phiếu.", []string{"Lò Văn Ơn: elected secretary"}},
	{"Ban Chấp hành bầu Ban Thường vụ gồm 11 đồng chí; bầu đồng chí Bế Xuân Đại làm Bí thư, các đồng chí Hà Thị Tới và Lương Hải Sâm làm Phó Bí thư; bầu Ủy ban Kiểm tra gồm 5 đồng chí, do đồng chí Lê Anh Sơn làm Chủ nhiệm.",
		[]string{"Bế Xuân Đại: elected secretary", "Hà Thị Tới: elected deputy_secretary", "Lương Hải Sâm: elected deputy_secretary", "Lê Anh Sơn: elected inspection_head"}},
	{"Đồng chí Nguyễn Cảnh Toàn tái cử chức danh Bí thư; đồng chí Bùi Thị Mùi, Phó Chủ tịch UBND huyện được bầu giữ chức Phó Bí thư.",
		[]string{"Nguyễn Cảnh Toàn: elected secretary", "Bùi Thị Mùi: elected deputy_secretary [Phó Chủ tịch UBND huyện]"}},
	{"Đại hội bầu Ban Chấp hành gồm 15 đồng chí, bầu trực tiếp chức danh Bí thư với kết quả đồng chí Vi Đức Thọ đạt 100% phiếu.", []string{"Vi Đức Thọ: elected secretary"}},
	{"Ông Đoàn Ngọc Báu vẫn giữ chức Bí thư Huyện ủy.", []string{"Đoàn Ngọc Báu: mentioned"}},
	{"Ông Trần Ngọc Tam Sơn được miễn nhiệm chức danh Phó Chủ tịch UBND tỉnh.", []string{"Trần Ngọc Tam Sơn: mentioned"}},
	{"Năm 2015, đồng chí Hà Minh Hải được bầu làm Bí thư Huyện ủy.", []string{"Hà Minh Hải: mentioned"}},
}

// Short forms of minutes, notices and lists.
var shortForms = []sentence{
	{"Ban Chấp hành đã bầu các chức danh: đồng chí Lê Hữu Thì: Bí thư; đồng chí Đỗ Thị Tin: Phó Bí thư.", []string{"Lê Hữu Thì: elected secretary", "Đỗ Thị Tin: elected deputy_secretary"}},
	{"Kết quả bầu cử tại hội nghị lần thứ nhất:\n+ Bí thư Chi bộ: Trần Quang Vệ (23/23 phiếu).\n+ Phó Bí thư Chi bộ: Lê Thị Ngoan (22/23 phiếu).", []string{"Trần Quang Vệ: elected secretary", "Lê Thị Ngoan: elected deputy_secretary"}},
	{"Đại hội bầu Đoàn đại biểu dự Đại hội Đảng bộ cấp trên gồm 3 đồng chí: Hà Văn Quế, Lê Thị Chi, Mai Văn Toản.", []string{"Hà Văn Quế: elected delegate", "Lê Thị Chi: elected delegate", "Mai Văn Toản: elected delegate"}},
	{"Đại hội bầu đồng chí Nguyễn Sơn Hải - Chủ tịch UBND xã làm Phó Bí thư Đảng ủy.", []string{"Nguyễn Sơn Hải: elected deputy_secretary [Chủ tịch UBND xã]"}},
	{"Hội nghị thống nhất cử đồng chí Phạm Văn Thơ giữ chức Trưởng Ban Tuyên giáo Huyện ủy.", []string{"Phạm Văn Thơ: elected other, assigned"}},
	{"Đồng chí Bùi Xuân Cảnh được Đại hội tín nhiệm bầu làm Bí thư Đảng ủy với số phiếu 148/150.", []string{"Bùi Xuân Cảnh: elected secretary"}},
	{"Chỉ định các đồng chí sau đây tham gia Ban Chấp hành Đảng bộ xã:\n1. Pờ Go Xá, Chủ tịch UBND xã\n2. Chảo Lao Tả, Trưởng Công an xã\n3. Khoàng Chà Hừ", []string{"Pờ Go Xá: elected committee, appointed [Chủ tịch UBND xã]", "Chảo Lao Tả: elected committee, appointed [Trưởng Công an xã]", "Khoàng Chà Hừ: elected committee, appointed"}},
	{"Đ/c Lương Văn Tám trúng cử Bí thư; đ/c Hoàng Thị Hòa trúng cử Phó Bí thư; các đ/c Vi Văn Đại, Lo Thị Phai trúng cử Ủy viên Ban Thường vụ.",
		[]string{"Lương Văn Tám: elected secretary", "Hoàng Thị Hòa: elected deputy_secretary", "Vi Văn Đại: elected standing_committee", "Lo Thị Phai: elected standing_committee"}},
	{"Đồng chí Nguyễn Văn Bảy được giới thiệu và bầu giữ chức Bí thư Chi bộ.", []string{"Nguyễn Văn Bảy: elected secretary"}},
	{"Bộ Chính trị quyết định đồng chí Trần Việt Hùng thôi giữ chức Bí thư Tỉnh ủy, đồng chí Lê Thị Thủy Tiên giữ chức Bí thư Tỉnh ủy.", []string{"Trần Việt Hùng: mentioned [Bí thư Tỉnh ủy]", "Lê Thị Thủy Tiên: elected secretary, assigned"}},
	{"Ủy viên Ban Chấp hành được bầu gồm: Vũ Thị Hiền, Đào Công Lý và 13 đồng chí khác.", []string{"Vũ Thị Hiền: elected committee", "Đào Công Lý: elected committee"}},
	{"Tại phiên bế mạc, Ban Chấp hành khóa mới ra mắt; tân Bí thư Đảng ủy Lê Đình Nhất hứa sẽ nỗ lực.", []string{"Lê Đình Nhất: elected secretary", "Lê Đình Nhất: speaker [Bí thư Đảng ủy]"}},
	{"Đại hội cũng đã bầu đồng chí Hà Duy Linh, Phó Bí thư Đảng ủy, đồng chí Tô Thị Vinh, Chủ tịch Hội Phụ nữ xã và 3 đồng chí khác vào đoàn đại biểu dự Đại hội Đảng bộ huyện.",
		[]string{"Hà Duy Linh: elected delegate [Phó Bí thư Đảng ủy]", "Tô Thị Vinh: elected delegate [Chủ tịch Hội Phụ nữ xã]"}},
	{"Ông Trần Quốc Tuấn Minh trúng cử Bí thư Huyện ủy nhiệm kỳ 2020 - 2025. Ông sinh năm 1972, quê xã Tân Lập.", []string{"Trần Quốc Tuấn Minh: elected secretary"}},
	{"Đồng chí Phạm Như Quỳnh - Bí thư, đồng chí Cao Thái Bảo - Phó Bí thư Đảng ủy khóa mới ra mắt đại hội.", []string{"Phạm Như Quỳnh: mentioned [Bí thư]", "Cao Thái Bảo: mentioned [Phó Bí thư Đảng ủy]"}},
	{"Chủ tọa: đ/c Nguyễn Hoài Phong, Bí thư Chi bộ\nThư ký: đ/c Trịnh Thị Thắm", []string{"Nguyễn Hoài Phong: chair [Bí thư Chi bộ]", "Trịnh Thị Thắm: mentioned [Thư ký]"}},
	{"I. Thành phần\n1. Đ/c Hoàng Trọng Tuyến - Bí thư Đảng ủy, chủ trì;\n2. Đ/c Đinh Thị Nga - Phó Bí thư Đảng ủy.", []string{"Hoàng Trọng Tuyến: chair [Bí thư Đảng ủy]", "Đinh Thị Nga: mentioned [Phó Bí thư Đảng ủy]"}},
}

// Who got a post by the event, how and which.
var events = []sentence{
	{"Đồng chí Hà Văn Lộ được bầu giữ chức Bí thư Huyện ủy khóa mới.", []string{"Hà Văn Lộ: elected secretary"}},
	{"Ban Chấp hành bầu đồng chí Phùng Thị Hậu giữ chức Phó Bí thư Thường trực Huyện ủy.", []string{"Phùng Thị Hậu: elected deputy_secretary"}},
	{"Các đồng chí Đào Duy Khải, Mùa Thị Xua được bầu làm Phó Bí thư Huyện ủy; đồng chí Lường Văn Ín giữ chức Chủ nhiệm Ủy ban Kiểm tra.",
		[]string{"Đào Duy Khải: elected deputy_secretary", "Mùa Thị Xua: elected deputy_secretary", "Lường Văn Ín: elected inspection_head"}},
	{"Ủy ban Kiểm tra Huyện ủy gồm 7 ủy viên, đồng chí Cầm Thị Mơ làm Chủ nhiệm.", []string{"Cầm Thị Mơ: elected inspection_head"}},
	{"Hội nghị bầu Ủy ban Kiểm tra gồm 5 đồng chí do đồng chí Quàng Văn Phóng làm Chủ nhiệm.", []string{"Quàng Văn Phóng: elected inspection_head"}},
	{"Kết quả: Bí thư: đồng chí Nguyễn Trọng Hoàn; Phó Bí thư: các đồng chí Lê Sỹ Bảy, Vũ Thị Hiên đã trúng cử.",
		[]string{"Nguyễn Trọng Hoàn: elected secretary", "Lê Sỹ Bảy: elected deputy_secretary", "Vũ Thị Hiên: elected deputy_secretary"}},
	{"Đại hội bầu 3 Phó Bí thư gồm: Trần Bá Khương, Lã Thị Oanh và Tòng Văn Inh.",
		[]string{"Trần Bá Khương: elected deputy_secretary", "Lã Thị Oanh: elected deputy_secretary", "Tòng Văn Inh: elected deputy_secretary"}},
	{"Đồng chí Ngô Quốc Việt, Chủ tịch UBND huyện, tiếp tục được bầu giữ chức Phó Bí thư Huyện ủy.", []string{"Ngô Quốc Việt: elected deputy_secretary [Chủ tịch UBND huyện]"}},
	{"Đồng chí Cao Đức Trí tái đắc cử Bí thư Đảng ủy với số phiếu tuyệt đối.", []string{"Cao Đức Trí: elected secretary"}},
	{"Tỉnh ủy chỉ định Ban Chấp hành gồm 21 đồng chí; đồng chí Trung tá Đặng Hữu Phát giữ chức Phó Bí thư Thường trực, Đại tá Lê Xuân Khuê giữ chức Bí thư Đảng ủy.",
		[]string{"Đặng Hữu Phát: elected deputy_secretary, appointed [Trung tá]", "Lê Xuân Khuê: elected secretary, appointed [Đại tá]"}},
	{"Đại hội bầu Ủy viên Ban Thường vụ đối với các đồng chí Vì Văn Ban và Quàng Thị Hặc.", []string{"Vì Văn Ban: elected standing_committee", "Quàng Thị Hặc: elected standing_committee"}},
	{"Ban Thường vụ Tỉnh ủy chỉ định đồng chí Lý A Sình tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Bí thư Huyện ủy.", []string{"Lý A Sình: elected secretary, appointed"}},
	{"Đồng chí Chang Thị Dế được Ban Thường vụ Tỉnh ủy chỉ định giữ chức Phó Bí thư Huyện ủy.", []string{"Chang Thị Dế: elected deputy_secretary, appointed"}},
	{"Đồng chí Phan Lạc Trung được phân công giữ chức Trưởng Ban Tuyên giáo Huyện ủy.", []string{"Phan Lạc Trung: elected other, assigned"}},
	{"Bộ Chính trị điều động, chỉ định ông Khuất Duy Hải giữ chức Bí thư Tỉnh ủy.", []string{"Khuất Duy Hải: elected secretary, appointed"}},
	{"HĐND tỉnh bầu ông Tống Quang Thìn, Phó Bí thư Tỉnh ủy, giữ chức Chủ tịch UBND tỉnh.", []string{"Tống Quang Thìn: elected other [Phó Bí thư Tỉnh ủy]"}},
	{"Ông Trương Công Thái được bầu làm Bí thư Tỉnh ủy thay ông Mai Hoan Niê Kdăm được Bộ Chính trị điều động giữ chức Phó Trưởng Ban Dân vận Trung ương.",
		[]string{"Trương Công Thái: elected secretary", "Mai Hoan Niê Kdăm: elected other, assigned"}},
	{"Ông Tăng Viết Thuận thôi giữ chức Bí thư Huyện ủy để nhận nhiệm vụ mới.", []string{"Tăng Viết Thuận: mentioned [Bí thư Huyện ủy]"}},
	{"Trung ương giới thiệu ông Trần Hà Sơn làm Chủ tịch nước, ông Lê Phúc Anh làm Thủ tướng và bà Đỗ Kim Hoa làm Chủ tịch Quốc hội.", []string{"Trần Hà Sơn: mentioned", "Lê Phúc Anh: mentioned", "Đỗ Kim Hoa: mentioned"}},
	{"Ông Bùi Đức Chung thôi giữ chức Bí thư Huyện ủy để giữ chức Giám đốc Sở Nội vụ theo quyết định điều động của Tỉnh ủy.", []string{"Bùi Đức Chung: elected other, assigned [Bí thư Huyện ủy]"}},
	{"Hội nghị giới thiệu đồng chí Hồ Thị Nhường để bầu giữ chức Phó Bí thư.", []string{"Hồ Thị Nhường: mentioned"}},
	{"Đồng chí Lý Văn Hoan (sinh năm 1975, quê xã Thu Cúc) được bầu giữ chức Bí thư Huyện ủy.", []string{"Lý Văn Hoan: elected secretary"}},
	{"Bà Lại Thị Mến, sinh năm 1980, Phó Chủ tịch UBND huyện, trúng cử Phó Bí thư Huyện ủy.", []string{"Lại Thị Mến: elected deputy_secretary [Phó Chủ tịch UBND huyện]"}},
	{"Ông Dương Văn Tính từng được bầu làm Bí thư Huyện đoàn.", []string{"Dương Văn Tính: mentioned"}},
	{"Đại hội bầu bà Nguyễn Thị Thuần vào Ban Chấp hành Đảng bộ huyện.", []string{"Nguyễn Thị Thuần: elected committee"}},
	{"Đồng chí Vũ Mạnh Hà trúng cử vào Ban Thường vụ, được bầu giữ chức Bí thư.", []string{"Vũ Mạnh Hà: elected secretary"}},
	{"Ông Đặng Xuân Thọ (50 tuổi, Chủ tịch UBND huyện) trúng cử Bí thư Huyện ủy với 100% phiếu bầu.", []string{"Đặng Xuân Thọ: elected secretary [Chủ tịch UBND huyện]"}},
	{"Đoàn đại biểu đi dự Đại hội Đảng bộ tỉnh gồm 3 đồng chí: Lê Hữu Phúc, Nông Văn Trọng, Ma Thị Thúy được bầu với số phiếu cao.",
		[]string{"Lê Hữu Phúc: elected delegate", "Nông Văn Trọng: elected delegate", "Ma Thị Thúy: elected delegate"}},
	{"Chi bộ bầu Chi ủy gồm 3 đồng chí; đồng chí Trịnh Thị Bách làm Bí thư, đồng chí Đàm Văn Eng làm Phó Bí thư.",
		[]string{"Trịnh Thị Bách: elected secretary", "Đàm Văn Eng: elected deputy_secretary"}},
	{"Ban Chấp hành khóa mới đã bầu đồng chí Tẩn A Sài bầu giữ chức Bí thư Đảng ủy.", []string{"Tẩn A Sài: elected secretary"}},
	{"Các Phó Chủ tịch UBND thành phố Lê Văn Cẩn, Đỗ Bích Hường tái cử; HĐND bầu mới ông Mai Văn Sáu giữ chức Phó Chủ tịch UBND thành phố.",
		[]string{"Lê Văn Cẩn: elected other [Phó Chủ tịch UBND thành phố]", "Đỗ Bích Hường: elected other", "Mai Văn Sáu: elected other"}},
	{"Đồng chí Lành Quang Tuấn được giao quyền Chủ tịch UBND huyện.", []string{"Lành Quang Tuấn: elected other, assigned"}},
	{"Bà Khổng Thị Duyên được Thủ tướng bổ nhiệm làm Thứ trưởng Bộ Nội vụ.", []string{"Khổng Thị Duyên: elected other, assigned"}},
	{"Thường trực Tỉnh ủy trao quyết định cho đồng chí Lục Văn Đại giữ chức Bí thư Đảng ủy Khối các cơ quan tỉnh.", []string{"Lục Văn Đại: elected secretary, assigned"}},
	{"Người trúng cử trẻ tuổi nhất vào Ban Chấp hành là đồng chí Sùng Thị Dợ (29 tuổi).", []string{"Sùng Thị Dợ: elected committee"}},
	{"Đại hội đã bầu Ban Chấp hành gồm 15 đồng chí. Đồng chí Hà Thị Khuyên giữ chức Bí thư, đồng chí Xa Văn Bộ giữ chức Phó Bí thư.",
		[]string{"Hà Thị Khuyên: elected secretary", "Xa Văn Bộ: elected deputy_secretary"}},
	{"Thay mặt Tỉnh ủy, đồng chí Vũ Trọng Phụng Anh trao quyết định chuẩn y đồng chí Hoàng Ngọc Dũng Sĩ giữ chức Bí thư Huyện ủy.",
		[]string{"Vũ Trọng Phụng Anh: presenter", "Hoàng Ngọc Dũng Sĩ: elected secretary"}},
	{"Đồng chí Phó Bí thư Huyện ủy Âu Thị Mai được bầu giữ chức Chủ nhiệm Ủy ban Kiểm tra Huyện ủy.", []string{"Âu Thị Mai: elected inspection_head [Phó Bí thư Huyện ủy]"}},
	{"Bà Trần Thu Hằng Nga trúng cử đại biểu HĐND thành phố.", []string{"Trần Thu Hằng Nga: elected other"}},
}

// Lists and tables below a sentence that says what all of it is.
var lists = []sentence{
	{"Đại hội bầu Ban Thường vụ gồm các đồng chí sau:\n1. Trần Hữu Độ\n2. Bàn Thị Nái\n3. Nguyễn Khắc Thuân", []string{"Trần Hữu Độ: elected standing_committee", "Bàn Thị Nái: elected standing_committee", "Nguyễn Khắc Thuân: elected standing_committee"}},
	{"Chỉ định các đồng chí có tên sau giữ các chức vụ:\n- Đồng chí Hoàng Seo Lùng, nguyên Phó Bí thư Huyện ủy Xín Mần, giữ chức Bí thư Đảng ủy xã;\n- Đồng chí Phàn Thị Ghển giữ chức Phó Bí thư Đảng ủy xã.",
		[]string{"Hoàng Seo Lùng: elected secretary, appointed [nguyên Phó Bí thư Huyện ủy Xín Mần]", "Phàn Thị Ghển: elected deputy_secretary, appointed"}},
	{"Thành phần dự họp:\n- Đồng chí Bùi Văn Cửu, Bí thư Huyện ủy - Chủ trì\n- Đồng chí Đinh Thị Duệ, Chánh Văn phòng Huyện ủy - Thư ký", []string{"Bùi Văn Cửu: chair [Bí thư Huyện ủy]", "Đinh Thị Duệ: attendee [Chánh Văn phòng Huyện ủy; Thư ký]"}},
	{"Đại hội đã bầu 3 đồng chí vào Ban Chấp hành, gồm:\n1. Lê Kim Thoa\n2. Hà Văn Sỏi\n3. Bùi Thị Ngát",
		[]string{"Lê Kim Thoa: elected committee", "Hà Văn Sỏi: elected committee", "Bùi Thị Ngát: elected committee"}},
	{"Kết quả bầu Ban Thường vụ như sau:\n1. Đồng chí Tòng Thị Phanh: 15/15 phiếu, đạt 100%.\n2. Đồng chí Cà Văn Chiu: 14/15 phiếu, đạt 93,3%.",
		[]string{"Tòng Thị Phanh: elected standing_committee", "Cà Văn Chiu: elected standing_committee"}},
	{"Điều 1. Chuẩn y kết quả bầu cử của Đại hội Đảng bộ huyện:\n1. Ban Chấp hành Đảng bộ huyện gồm 40 đồng chí.\n2. Ban Thường vụ Huyện ủy gồm 3 đồng chí, có tên sau:\nNgô Minh Trí; Lê Thị Dịu; Trần Bá Tước.\n3. Đồng chí Ngô Minh Trí giữ chức Bí thư Huyện ủy.\n4. Các đồng chí Lê Thị Dịu, Phan Thế Kỷ giữ chức Phó Bí thư Huyện ủy.",
		[]string{"Ngô Minh Trí: elected secretary", "Lê Thị Dịu: elected deputy_secretary", "Phan Thế Kỷ: elected deputy_secretary", "Trần Bá Tước: elected standing_committee"}},
	{"Đại hội nghe công bố Quyết định của Tỉnh ủy chỉ định nhân sự. Theo đó:\n- Ban Chấp hành: 27 đồng chí. Trong đó nữ 06. Người dân tộc thiểu số 08. Trình độ đại học 19.\n- Ban Thường vụ: 09 đồng chí.\n- Bí thư: đồng chí Điểu Xiêng. Phó Bí thư Thường trực: đồng chí Lại Văn Lưu. Phó Bí thư, Chủ tịch UBND xã: đồng chí Y Tlang Êban.",
		[]string{"Điểu Xiêng: elected secretary, appointed", "Lại Văn Lưu: elected deputy_secretary, appointed", "Y Tlang Êban: elected deputy_secretary, appointed [Chủ tịch UBND xã]"}},
	{"CHÁNH VĂN PHÒNG\nTrung tướng Đặng Quốc Hoan", []string{"Đặng Quốc Hoan: mentioned [CHÁNH VĂN PHÒNG; Trung tướng]"}},
	{"NGƯỜI LẬP BIỂU Sơn Thị Ngọc\nTRƯỞNG BAN (đã ký) Quách Văn Sáng", []string{"Sơn Thị Ngọc: mentioned [NGƯỜI LẬP BIỂU]", "Quách Văn Sáng: mentioned [TRƯỞNG BAN]"}},
	{"Hội nghị đã bầu các chức danh lãnh đạo như sau:\n1. Ban Thường vụ gồm 14 đồng chí:\n- Mai Văn Tuyết\n- Phạm Quang Ngọ\n2. Phó Bí thư: 02 đồng chí\n- Đồng chí Mai Văn Tuyết, Chủ tịch UBND tỉnh - Phó Bí thư;\n- Đồng chí Trần Hồng Bá, Chủ tịch HĐND tỉnh.",
		[]string{"Mai Văn Tuyết: elected deputy_secretary [Chủ tịch UBND tỉnh]", "Phạm Quang Ngọ: elected standing_committee", "Trần Hồng Bá: elected deputy_secretary [Chủ tịch HĐND tỉnh]"}},
	{"Điều 1. Chuẩn y các chức danh lãnh đạo Đảng ủy xã, gồm:\n1. Đồng chí Mai Xuân Hợi - Bí thư Đảng ủy;\n2. Đồng chí Đỗ Thị Lành - Phó Bí thư Đảng ủy;\n3. Đồng chí Lê Đình Quế - Chủ nhiệm Ủy ban Kiểm tra.",
		[]string{"Mai Xuân Hợi: elected secretary", "Đỗ Thị Lành: elected deputy_secretary", "Lê Đình Quế: elected inspection_head"}},
	{"Hội nghị lần thứ nhất đã bầu:\n- Bí thư: đồng chí Hồ Sỹ Tần.\n- Phó Bí thư: đồng chí Ngô Thị Bé, đồng chí Cao Văn Út.\n- Ủy viên Ban Thường vụ: Lê Thành Nhơn, Võ Hữu Đức.\n- Chủ nhiệm Ủy ban Kiểm tra: Phan Thị Cẩm.",
		[]string{"Hồ Sỹ Tần: elected secretary", "Ngô Thị Bé: elected deputy_secretary", "Cao Văn Út: elected deputy_secretary", "Lê Thành Nhơn: elected standing_committee", "Võ Hữu Đức: elected standing_committee", "Phan Thị Cẩm: elected inspection_head"}},
	{"Điều 1. Chỉ định đồng chí Trương Văn Lâm, Tỉnh ủy viên, Phó Chủ tịch HĐND tỉnh, tham gia Ban Chấp hành, Ban Thường vụ và giữ chức Bí thư Đảng ủy phường Tân An.",
		[]string{"Trương Văn Lâm: elected secretary, appointed [Tỉnh ủy viên; Phó Chủ tịch HĐND tỉnh]"}},
	{"Điều 1. Điều động đồng chí Phạm Hoài Bảo, Phó Bí thư Huyện ủy Lai Vung, đến nhận công tác tại Đảng ủy xã Hòa Long và giữ chức Bí thư Đảng ủy xã.",
		[]string{"Phạm Hoài Bảo: elected secretary, assigned [Phó Bí thư Huyện ủy Lai Vung]"}},
	{"Tỉnh ủy chỉ định 3 đồng chí sau đây tham gia Ban Chấp hành Đảng bộ huyện: Lê Văn Nuôi, Dương Thị Tâm, Thạch Kim Sết.",
		[]string{"Lê Văn Nuôi: elected committee, appointed", "Dương Thị Tâm: elected committee, appointed", "Thạch Kim Sết: elected committee, appointed"}},
	{"Đại hội bầu đồng chí Nguyễn Hữu Chính làm Bí thư; các đồng chí Vũ Đình Tấn, Lê Thị Xoan làm Phó Bí thư; đồng chí Hoàng Bá Cường làm Chủ nhiệm Ủy ban Kiểm tra.",
		[]string{"Nguyễn Hữu Chính: elected secretary", "Vũ Đình Tấn: elected deputy_secretary", "Lê Thị Xoan: elected deputy_secretary", "Hoàng Bá Cường: elected inspection_head"}},
	{"Các đồng chí được bầu: Nguyễn Thị Mận - Bí thư; Trần Đức Lịch - Phó Bí thư.",
		[]string{"Nguyễn Thị Mận: elected secretary", "Trần Đức Lịch: elected deputy_secretary"}},
	{"Đại hội tín nhiệm bầu Chi ủy gồm các đồng chí: Lý Văn Đồng (Bí thư), Hoàng Thị Nhài (Phó Bí thư), Đặng Văn Cừ (Chi ủy viên).",
		[]string{"Lý Văn Đồng: elected secretary", "Hoàng Thị Nhài: elected deputy_secretary", "Đặng Văn Cừ: elected committee"}},
	{"Đại hội bầu đồng chí Lô Khăm Xay, Bí thư Chi bộ khóa trước, tái cử Bí thư Chi bộ; đồng chí Vi Thị Nhung trúng cử Phó Bí thư.",
		[]string{"Lô Khăm Xay: elected secretary [Bí thư Chi bộ]", "Vi Thị Nhung: elected deputy_secretary"}},
	{"T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\nHoàng Thị Kim Tuyến", []string{"Hoàng Thị Kim Tuyến: mentioned [PHÓ BÍ THƯ]"}},
	{"T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ THƯỜNG TRỰC\nTạ Đình Vĩ", []string{"Tạ Đình Vĩ: mentioned [PHÓ BÍ THƯ THƯỜNG TRỰC]"}},
	{"K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n(Đã ký)\nĐinh Xuân Quyền", []string{"Đinh Xuân Quyền: mentioned [PHÓ TRƯỞNG BAN]"}},
	{"K/T TRƯỞNG BAN PHÓ TRƯỞNG BAN Vi Văn Hoạt", []string{"Vi Văn Hoạt: mentioned [PHÓ TRƯỞNG BAN]"}},
	{"KT. CHỦ NHIỆM PHÓ CHỦ NHIỆM\nLò Thị Chiêm", []string{"Lò Thị Chiêm: mentioned [PHÓ CHỦ NHIỆM]"}},
	{"T/L BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\n\nVừ Bá Chớ", []string{"Vừ Bá Chớ: mentioned [CHÁNH VĂN PHÒNG]"}},
}

// Names of three syllables that are those of places, though they begin as a
// person's could.
var places = []sentence{
	{"Các xã Mường Lạn, Cao Sơn Hạ và Đinh Văn Thượng chưa hoàn thành đại hội.", nil},
	{"Đảng bộ xã Lý Nam Thượng có 12 chi bộ. Lý Nam Thượng, Hồ Sơn Tây là hai nơi có tỷ lệ nữ thấp; xã Hồ Sơn Tây không có nữ.", nil},
	{"Đảng bộ xã Lê Lợi Hạ đại hội điểm. Đồng chí Lê Lợi Hạ được bầu làm Bí thư Đảng ủy xã.", []string{"Lê Lợi Hạ: elected secretary"}},
	{"Dự hội nghị có Chủ tịch UBND huyện Lâm Thị Hà.", []string{"Lâm Thị Hà: attendee [Chủ tịch UBND huyện]"}},
}

// Those who were not elected, withdrew or left: no post is theirs.
var unelected = []sentence{
	{"Đồng chí Hà Văn Lực không được bầu làm Phó Bí thư Đảng ủy.", []string{"Hà Văn Lực: mentioned"}},
	{"Đồng chí Lò Thị Sim không tái cử Bí thư Đảng ủy xã.", []string{"Lò Thị Sim: mentioned"}},
	{"Đồng chí Ma Văn Quyết không tái cử Ban Chấp hành.", []string{"Ma Văn Quyết: mentioned"}},
	{"Đồng chí Ma Văn Quyết không tái cử cấp ủy khóa mới.", []string{"Ma Văn Quyết: mentioned"}},
	{"Đồng chí Bế Ngọc Thạch không tham gia tái cử Phó Bí thư Huyện ủy.", []string{"Bế Ngọc Thạch: mentioned"}},
	{"Bà Cao Thị Kim Liên xin rút khỏi danh sách bầu Ban Chấp hành.", []string{"Cao Thị Kim Liên: mentioned"}},
	{"Cao Thị Kim Liên xin rút khỏi danh sách bầu Ban Chấp hành.", []string{"Cao Thị Kim Liên: mentioned"}},
	{"Ông Đào Trọng Khải xin không tái cử Bí thư Huyện ủy.", []string{"Đào Trọng Khải: mentioned"}},
	{"Ông Đào Trọng Khải không tái đắc cử Bí thư Huyện ủy.", []string{"Đào Trọng Khải: mentioned"}},
	{"Ông Đào Trọng Khải không được Đại hội tín nhiệm bầu vào Ban Thường vụ Huyện ủy.", []string{"Đào Trọng Khải: mentioned"}},
	{"Bà Phùng Thị Én chưa được bầu bổ sung vào Ban Thường vụ.", []string{"Phùng Thị Én: mentioned"}},
	{"Bà Phùng Thị Én không được Tỉnh ủy chỉ định giữ chức Bí thư Huyện ủy.", []string{"Phùng Thị Én: mentioned"}},
	{"Hội nghị không bầu đồng chí Phùng Thị Én làm Phó Bí thư.", []string{"Phùng Thị Én: mentioned"}},
	{"Đại hội đã bầu Ban Chấp hành khóa mới. Đồng chí Vàng A Páo không còn giữ chức Bí thư Huyện ủy.", []string{"Vàng A Páo: mentioned"}},
	{"Đại hội đã bầu đồng chí Giàng Thị Ly làm Bí thư Huyện ủy.\nĐồng chí Vàng A Páo thôi giữ chức Bí thư Huyện ủy.", []string{"Giàng Thị Ly: elected secretary", "Vàng A Páo: mentioned [Bí thư Huyện ủy]"}},
	{"Đồng chí Giàng Thị Ly được bầu làm Bí thư Huyện ủy nhiệm kỳ 2020 - 2025.\n\nĐồng chí Vàng A Páo thôi giữ chức Bí thư Huyện ủy", []string{"Giàng Thị Ly: elected secretary", "Vàng A Páo: mentioned [Bí thư Huyện ủy]"}},
	{"Đồng chí Giàng Thị Ly được bầu làm Bí thư Huyện ủy thay đồng chí Vàng A Páo không tái cử.", []string{"Giàng Thị Ly: elected secretary", "Vàng A Páo: mentioned"}},
	{"Đại hội bầu Ban Thường vụ gồm các đồng chí:\n- Giàng Thị Ly\n- Lục Văn Bền\n\nĐồng chí Vàng A Páo thôi giữ chức Bí thư Huyện ủy.",
		[]string{"Giàng Thị Ly: elected standing_committee", "Lục Văn Bền: elected standing_committee", "Vàng A Páo: mentioned [Bí thư Huyện ủy]"}},
	{"Đại hội bầu đồng chí Giàng Thị Ly làm Bí thư Huyện ủy.\n\nCao Thị Kim Liên xin rút khỏi danh sách bầu Ban Chấp hành\n\nĐồng chí Vàng A Páo thôi giữ chức Bí thư Huyện ủy",
		[]string{"Giàng Thị Ly: elected secretary", "Cao Thị Kim Liên: mentioned", "Vàng A Páo: mentioned [Bí thư Huyện ủy]"}},
	{"Đại hội bầu Ban Thường vụ gồm các đồng chí sau:\n- Giàng Thị Ly\n- Đồng chí Lục Văn Bền xin rút khỏi danh sách bầu\n- Đồng chí Vàng A Páo không tái cử\n- Đồng chí Mã Văn Kỳ thôi giữ chức Bí thư Huyện ủy",
		[]string{"Giàng Thị Ly: elected standing_committee", "Lục Văn Bền: mentioned", "Vàng A Páo: mentioned", "Mã Văn Kỳ: mentioned [Bí thư Huyện ủy]"}},
	{"Đại hội bầu xong cấp ủy. Phó Bí thư: đồng chí Lý Văn Sáu không trúng cử.", []string{"Lý Văn Sáu: mentioned"}},
	{"Đồng chí Mã Văn Kỳ xin rút nên đồng chí Giàng Thị Ly được bầu làm Bí thư Huyện ủy.", []string{"Mã Văn Kỳ: mentioned", "Giàng Thị Ly: elected secretary"}},
	{"Đồng chí Trương Thị Mây, người hoạt động không chuyên trách, không những được bầu vào Ban Chấp hành mà còn trúng cử Phó Bí thư.", []string{"Trương Thị Mây: elected deputy_secretary"}},
}

func TestUnelected(t *testing.T) { run(t, unelected) }

func TestPlaces(t *testing.T) { run(t, places) }

// Tables, as web pages have them.
func TestTables(t *testing.T) {
	r := newReading(t)
	for _, s := range []sentence{
		{"<p>Điều 1. Chuẩn y Ban Chấp hành Đảng bộ xã gồm 3 đồng chí (có danh sách kèm theo).</p><p>DANH SÁCH</p><p>DANH SÁCH BAN CHẤP HÀNH ĐẢNG BỘ XÃ TÂN AN KHÓA XX</p><table><tr><th>TT</th><th>Họ và tên</th><th>Năm sinh</th><th>Chức vụ</th></tr><tr><td>1</td><td>Nguyễn Thị Sửu</td><td>1979</td><td>Bí thư</td></tr><tr><td>2</td><td>Lê Văn Dần</td><td>1982</td><td>Phó Bí thư</td></tr><tr><td>3</td><td>Trần Thị Mão</td><td>1990</td><td>Chủ tịch Hội Phụ nữ xã</td></tr></table>",
			[]string{"Nguyễn Thị Sửu: elected secretary", "Lê Văn Dần: elected deputy_secretary", "Trần Thị Mão: elected committee [Chủ tịch Hội Phụ nữ xã]"}},
		{"<p>Kết quả bầu Ban Thường vụ như sau:</p><table><tr><td>TT</td><td>Họ và tên</td><td>Số phiếu</td><td>Tỷ lệ %</td></tr><tr><td>1</td><td>Hoàng Văn Thìn</td><td>40</td><td>97,56</td></tr><tr><td>2</td><td>Lý Thị Tỵ</td><td>12</td><td>29,27</td></tr></table>",
			[]string{"Hoàng Văn Thìn: elected standing_committee", "Lý Thị Tỵ: mentioned"}},
		{"<p>Chỉ định các đồng chí sau tham gia Ban Chấp hành Đảng bộ xã:</p><table><tr><td>TT</td><td>Họ và tên</td><td>Chức vụ</td></tr><tr><td>1</td><td>Pờ Gò Lòng</td><td>Chủ tịch UBND xã</td></tr><tr><td>2</td><td>Zơrâm Cheo</td><td>Trưởng Công an xã</td></tr></table>",
			[]string{"Pờ Gò Lòng: elected committee, appointed [Chủ tịch UBND xã]", "Zơrâm Cheo: elected committee, appointed [Trưởng Công an xã]"}},
		{"<p>Đại hội bầu Ban Chấp hành ở các nơi như sau:</p><table><tr><td>TT</td><td>Đơn vị</td><td>Số lượng</td></tr><tr><td>1</td><td>Lý Nam Thượng</td><td>15</td></tr></table>", nil},
		{"<p>DANH SÁCH NHÂN SỰ GIỚI THIỆU ỨNG CỬ BAN CHẤP HÀNH</p><table><tr><td>1</td><td>Vũ Văn Ngọ</td><td>Chủ tịch UBND xã</td></tr></table>", []string{"Vũ Văn Ngọ: mentioned [Chủ tịch UBND xã]"}},
		{"<table><tr><td>T/M BAN THƯỜNG VỤ<br>BÍ THƯ<br>(Đã ký)<br>Đinh Công Thân</td></tr></table>", []string{"Đinh Công Thân: mentioned [BÍ THƯ]"}},
	} {
		raw, err := format.Builtin(format.Limits{}).Read(t.Context(), "a.html", []byte("<html><body><h1>ĐẢNG BỘ HUYỆN TÂN SƠN</h1>"+s.text+"</body></html>"))
		if err != nil {
			t.Fatal(err)
		}
		doc, err := text.Normalise(t.Context(), "a.html", strings.Repeat("0", 64), raw)
		if err != nil {
			t.Fatal(err)
		}
		compare(t, s.text, r.rows(doc, district), s.rows)
	}
}

func TestNaming(t *testing.T)     { run(t, naming) }
func TestRoles(t *testing.T)      { run(t, roles) }
func TestEvents(t *testing.T)     { run(t, events) }
func TestWordings(t *testing.T)   { run(t, wordings) }
func TestPostings(t *testing.T)   { run(t, postings) }
func TestShortForms(t *testing.T) { run(t, shortForms) }
func TestLists(t *testing.T)      { run(t, lists) }

func run(t *testing.T, list []sentence) {
	r := newReading(t)
	for _, s := range list {
		check(t, r, s, district)
	}
}
