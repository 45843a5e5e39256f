package identity_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

func newSet(t testing.TB) *extractors.Set {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s, err := extractors.New(p)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// read makes a document of the bytes of a text or web page, as a run does.
func read(ctx context.Context, name, content string) (*report.Document, error) {
	raw, err := format.Builtin(format.Limits{}).Read(ctx, name, []byte(content))
	if err != nil {
		return nil, err
	}
	return text.Normalise(ctx, name, strings.Repeat("0", 64), raw)
}

// identity returns the identity columns of a text as "column=value" lines.
func identity(t testing.TB, s *extractors.Set, content string) map[string]string {
	t.Helper()
	name := "a.txt"
	if strings.HasPrefix(content, "<") {
		name = "a.html"
	}
	doc, err := read(t.Context(), name, content)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.Rows(doc)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, c := range []string{"doc_date", "doc_number", "doc_type", "province", "org_unit", "org_level", "upper_unit", "congress_ordinal", "term_start", "term_end"} {
		out[c] = rows[0].Get(c).String()
	}
	return out
}

// article is a text and what it is: date, number, type | province, unit, level |
// ordinal, term.
type article struct {
	reason, text string
	want         string
}

func show(id map[string]string) string {
	return fmt.Sprintf("%s %s %s | %s, %s, %s | %s, %s-%s", or(id["doc_date"]), or(id["doc_number"]), or(id["doc_type"]),
		or(id["province"]), or(id["org_unit"]), or(id["org_level"]), or(id["congress_ordinal"]), or(id["term_start"]), or(id["term_end"]))
}

func or(s string) string {
	if s == "" {
		return "?"
	}
	return s
}

// Heads of Party and State documents.
var heads = []article{
	{"a province's report; the directive's number and date are not its own",
		"ĐẢNG BỘ TỈNH HÀ NAM\nTỈNH ỦY HÀ NAM\n*\nSố 318-BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nPhủ Lý, ngày 12 tháng 11 năm 2020\n\nBÁO CÁO\ntổng kết việc thực hiện Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị về đại hội đảng bộ các cấp\n-----\nThực hiện kế hoạch, Ban Thường vụ Tỉnh ủy báo cáo kết quả Đại hội đại biểu Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025 như sau:\n",
		"2020-11-12 318-BC/TU report | Hà Nam, Đảng bộ tỉnh Hà Nam, province | 20, 2020-2025"},
	{"a district: the province is the superior's",
		"TỈNH ỦY LÀO CAI\nHUYỆN ỦY BẮC HÀ\n*\nSố: 45-BC/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nBắc Hà, ngày 03 tháng 8 năm 2020\n\nBÁO CÁO\nkết quả Đại hội đại biểu Đảng bộ huyện Bắc Hà lần thứ XXIII, nhiệm kỳ 2020 - 2025\n\nNgày 29 và 30/7/2020, Đại hội đã họp.\n",
		"2020-08-03 45-BC/HU report | Lào Cai, Đảng bộ huyện Bắc Hà, upper_grassroots | 23, 2020-2025"},
	{"the province stands only in the address",
		"HUYỆN ỦY CÁI BÈ\n*\nSố 77-BC/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nCái Bè, ngày 20 tháng 7 năm 2015\n\nBÁO CÁO\nkết quả đại hội cấp cơ sở nhiệm kỳ 2015 - 2020\n\nKính gửi: Ban Thường vụ Tỉnh ủy Tiền Giang\n\nĐảng bộ huyện có 45 tổ chức cơ sở đảng.\n",
		"2015-07-20 77-BC/HU report | Tiền Giang, Đảng bộ huyện Cái Bè, upper_grassroots | ?, 2015-2020"},
	{"two columns in a web page's table, lines in cells",
		"<html><body><table><tr><td>THÀNH ỦY HẢI PHÒNG<br>QUẬN ỦY LÊ CHÂN<br>*<br>Số: 88-BC/QU</td><td>ĐẢNG CỘNG SẢN VIỆT NAM<br>Lê Chân, ngày 25 tháng 6 năm 2015</td></tr></table><p><b>BÁO CÁO</b></p><p>kết quả đại hội các chi bộ, đảng bộ cơ sở nhiệm kỳ 2015 - 2020</p><p>Thực hiện Kế hoạch số 12-KH/TU của Thành ủy Hải Phòng, Ban Thường vụ Quận ủy báo cáo:</p><p>Toàn quận có 60 tổ chức cơ sở đảng.</p></body></html>",
		"2015-06-25 88-BC/QU report | Hải Phòng, Đảng bộ quận Lê Chân, upper_grassroots | ?, 2015-2020"},
	{"a commune of July 2025",
		"ĐẢNG BỘ TỈNH LÂM ĐỒNG\nĐẢNG ỦY XÃ TÀ HINE\n*\nSố 12-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nTà Hine, ngày 18 tháng 8 năm 2025\n\nBÁO CÁO\nkết quả Đại hội Đảng bộ xã Tà Hine lần thứ I, nhiệm kỳ 2025 - 2030\n\nĐại hội đã thành công.\n",
		"2025-08-18 12-BC/ĐU report | Lâm Đồng, Đảng bộ xã Tà Hine, upper_grassroots | 1, 2025-2030"},
	{"an old ward of spring 2025",
		"ĐẢNG BỘ QUẬN NGÔ QUYỀN\nĐẢNG ỦY PHƯỜNG CẦU TRE\n*\nSố 31-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nCầu Tre, ngày 10 tháng 3 năm 2025\n\nBÁO CÁO\nkết quả Đại hội đại biểu Đảng bộ phường lần thứ X, nhiệm kỳ 2025 - 2030\n\nĐại hội đã thành công.\n",
		"2025-03-10 31-BC/ĐU report | ?, Đảng bộ phường Cầu Tre, grassroots | 10, 2025-2030"},
	{"a cell with a term of two years",
		"ĐẢNG BỘ XÃ TÂN LẬP\nCHI BỘ THÔN 5\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nTân Lập, ngày 12 tháng 4 năm 2022\n\nBÁO CÁO CHÍNH TRỊ\ntrình Đại hội Chi bộ thôn 5, nhiệm kỳ 2022 - 2025\n\nNhiệm kỳ 2020 - 2022, chi bộ có 32 đảng viên.\n",
		"2022-04-12 ? report | ?, Chi bộ thôn 5, cell | ?, 2022-2025"},
	{"provincial police",
		"TỈNH ỦY BÌNH THUẬN\nĐẢNG ỦY CÔNG AN TỈNH\n*\nSố 120-BC/ĐUCA\nĐẢNG CỘNG SẢN VIỆT NAM\nPhan Thiết, ngày 21 tháng 8 năm 2020\n\nBÁO CÁO\nkết quả Đại hội đại biểu Đảng bộ Công an tỉnh Bình Thuận lần thứ XIV, nhiệm kỳ 2020 - 2025\n\nĐại hội đã thành công.\n",
		"2020-08-21 120-BC/ĐUCA report | Bình Thuận, Đảng bộ Công an tỉnh Bình Thuận, upper_grassroots | 14, 2020-2025"},
	{"a bloc of agencies",
		"TỈNH ỦY NAM ĐỊNH\nĐẢNG ỦY KHỐI CÁC CƠ QUAN TỈNH\n*\nSố 66-BC/ĐUK\nĐẢNG CỘNG SẢN VIỆT NAM\nNam Định, ngày 21 tháng 8 năm 2020\n\nBÁO CÁO\nkết quả đại hội các chi, đảng bộ cơ sở nhiệm kỳ 2020 - 2025\n\nĐảng bộ Khối có 80 tổ chức cơ sở đảng.\n",
		"2020-08-21 66-BC/ĐUK report | Nam Định, Đảng bộ Khối các cơ quan tỉnh, upper_grassroots | ?, 2020-2025"},
	{"a district's conclusion on a commune is about the commune",
		"HUYỆN ỦY SỐP CỘP\n*\nSố 201-KL/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nSốp Cộp, ngày 02 tháng 6 năm 2020\n\nKẾT LUẬN\ncủa Ban Thường vụ Huyện ủy về kết quả Đại hội Đảng bộ xã Mường Lèo lần thứ XX, nhiệm kỳ 2020 - 2025\n-----\nSau khi nghe báo cáo, Ban Thường vụ Huyện ủy kết luận:\n",
		"2020-06-02 201-KL/HU conclusion | ?, Đảng bộ xã Mường Lèo, grassroots | 20, 2020-2025"},
	{"a State document says its province",
		"UBND TỈNH KON TUM\nSỞ NỘI VỤ\n--------\nSố: 512/BC-SNV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nKon Tum, ngày 10 tháng 9 năm 2020\n\nBÁO CÁO\nVề việc phục vụ Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2020 - 2025\n\nSở Nội vụ báo cáo như sau.\n",
		"2020-09-10 512/BC-SNV report | Kon Tum, Đảng bộ tỉnh Kon Tum, province | 16, 2020-2025"},
	{"minutes of a congress; an ordinal in words",
		"ĐẢNG BỘ HUYỆN VĂN BÀN\nĐẠI HỘI ĐẢNG BỘ XÃ NẬM TĂM\nLẦN THỨ HAI MƯƠI BA, NHIỆM KỲ 2020 - 2025\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nNậm Tăm, ngày 15 tháng 5 năm 2020\n\nBIÊN BẢN\nĐại hội Đảng bộ xã Nậm Tăm\n\nHôm nay, Đại hội họp.\n",
		"2020-05-15 ? minutes | ?, Đảng bộ xã Nậm Tăm, grassroots | 23, 2020-2025"},
	{"a form with the year only",
		"HUYỆN ỦY ĐẠI TỪ\n*\nSố    -BC/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nĐại Từ, ngày   tháng   năm 2020\n\nBÁO CÁO\nkết quả đại hội Đảng bộ huyện Đại Từ lần thứ XXIV, nhiệm kỳ 2020 - 2025\n\nĐại hội đã thành công.\n",
		"2020 ? report | ?, Đảng bộ huyện Đại Từ, upper_grassroots | 24, 2020-2025"},
	{"a decision appoints the committee of a unit",
		"TỈNH ỦY CAO BẰNG\n*\nSố 812-QĐ/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nCao Bằng, ngày 28 tháng 8 năm 2020\n\nQUYẾT ĐỊNH\nchuẩn y Ban Chấp hành, Ban Thường vụ, Bí thư, Phó Bí thư Huyện ủy Hạ Lang khóa XXI, nhiệm kỳ 2020 - 2025\n-----\n- Căn cứ Điều lệ Đảng;\n- Căn cứ Quy chế số 01-QC/TU, ngày 10/01/2016 của Ban Chấp hành Đảng bộ tỉnh;\n",
		"2020-08-28 812-QĐ/TU decision | Cao Bằng, Đảng bộ huyện Hạ Lang, upper_grassroots | 21, 2020-2025"},
	{"the Army's report",
		"QUÂN ỦY TRUNG ƯƠNG\n*\nSố 501-BC/QUTW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 19 tháng 10 năm 2015\n\nBÁO CÁO\nkết quả đại hội đảng các cấp trong Đảng bộ Quân đội nhiệm kỳ 2015 - 2020\n\nĐảng bộ Quân đội có 287 đảng bộ cấp trên cơ sở.\n",
		"2015-10-19 501-BC/QUTW report | Quân đội, Đảng bộ Quân đội, province | ?, 2015-2020"},
	{"a plan prepares the next congress; the term that ends is not its own",
		"TỈNH ỦY PHÚ YÊN\n*\nSố 91-KH/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nTuy Hòa, ngày 20 tháng 9 năm 2019\n\nKẾ HOẠCH\nthực hiện Chỉ thị số 35-CT/TW, ngày 30-5-2019 của Bộ Chính trị\n*\nI. Mục đích\nKhắc phục thiếu sót của nhiệm kỳ 2015 - 2020.\nII. Nội dung\nĐại hội đại biểu Đảng bộ tỉnh lần thứ XVII, nhiệm kỳ 2020 - 2025 tổ chức trong tháng 10/2020.\n",
		"2019-09-20 91-KH/TU plan | Phú Yên, Đảng bộ tỉnh Phú Yên, province | 17, 2020-2025"},
}

// News, portal pages and speeches.
var pages = []article{
	{"a byline; the congress in the headline",
		"Đại hội đại biểu Đảng bộ tỉnh Hậu Giang lần thứ XIV thành công tốt đẹp\nThứ Sáu, 16/10/2020, 17:05 (GMT+7)\nSau ba ngày làm việc, Đại hội đại biểu Đảng bộ tỉnh Hậu Giang lần thứ XIV, nhiệm kỳ 2020 - 2025 đã bế mạc.\nĐại hội bầu 51 đồng chí vào Ban Chấp hành khóa mới. Phát biểu bế mạc, đồng chí Bí thư Tỉnh ủy cảm ơn các đại biểu.\n",
		"2020-10-16 ? news | Hậu Giang, Đảng bộ tỉnh Hậu Giang, province | 14, 2020-2025"},
	{"a file header with the month",
		" date 2024-05 Ban Thường vụ Tỉnh ủy Bạc Liêu tổng kết Chỉ thị 35\nChiều 20/5, Ban Thường vụ Tỉnh ủy Bạc Liêu tổ chức hội nghị tổng kết đại hội đảng bộ các cấp nhiệm kỳ 2020 - 2025. Hội nghị đã nghe báo cáo tổng kết và nhiều ý kiến tham luận của các cấp ủy.\nToàn tỉnh có 500 tổ chức cơ sở đảng đã hoàn thành đại hội đúng tiến độ đề ra trong kế hoạch.\n",
		"2024-05 ? news | Bạc Liêu, Đảng bộ tỉnh Bạc Liêu, province | ?, 2020-2025"},
	{"the headline has the bare name of the district",
		"Bát Xát hoàn thành đại hội cấp cơ sở trước kế hoạch\n12/06/2020 - 05:31\n(BLC) - Ngày 8/6, Đảng bộ xã Y Tý đại hội, khép lại đợt đại hội đảng các cấp của huyện Bát Xát (Lào Cai).\nTừ đại hội điểm, Huyện ủy Bát Xát rút ra nhiều kinh nghiệm về nhân sự. Toàn huyện có 50 tổ chức cơ sở đảng đã hoàn thành đại hội.\nÔng Vũ A Sử, Bí thư Huyện ủy cho biết, các đảng bộ bầu được 300 cấp ủy viên nhiệm kỳ 2020 - 2025.\n",
		"2020-06-12 ? news | Lào Cai, Đảng bộ huyện Bát Xát, upper_grassroots | ?, 2020-2025"},
	{"a meeting of the committee has its own number",
		"Hà Tĩnh có tân Phó Bí thư Tỉnh ủy\nChiều 18/4, tại Hội nghị Ban Chấp hành Đảng bộ tỉnh Hà Tĩnh lần thứ 15, khóa XVIII, Ban Chấp hành đã bầu bổ sung ông Lê Xuân Nga làm Phó Bí thư Tỉnh ủy.\nÔng Nga được bầu với số phiếu tuyệt đối và sẽ tiếp tục công tác tại tỉnh trong thời gian tới.\nKết quả bầu cử được báo cáo lên Ban Bí thư theo quy định của Điều lệ Đảng.\n",
		"? ? news | Hà Tĩnh, Đảng bộ tỉnh Hà Tĩnh, province | 18, ?-?"},
	{"several provinces: only the round's term is kept",
		"Bến Tre, Long An có Ban Chấp hành Đảng bộ tỉnh khóa mới\nThứ Tư, 21/10/2020 19:35\nNgày 21/10, hai đảng bộ tỉnh công bố kết quả bầu Ban Chấp hành nhiệm kỳ 2020 - 2025.\nTại Bến Tre, Đại hội Đảng bộ tỉnh lần thứ XI bầu 51 đồng chí vào Ban Chấp hành khóa mới.\nTại Long An, Đại hội Đảng bộ tỉnh lần thứ XI bầu 52 đồng chí vào Ban Chấp hành khóa mới.\n",
		"2020-10-21 ? news | ?, ?, ? | ?, 2020-2025"},
	{"the national Party: its congress",
		"Trung ương thông qua các văn kiện trình Đại hội XIII\nHội nghị lần thứ mười bốn Ban Chấp hành Trung ương Đảng đã bế mạc tại Hà Nội sau bốn ngày làm việc khẩn trương, nghiêm túc.\nTổng Bí thư nhấn mạnh các văn kiện trình Đại hội XIII của Đảng đã được chuẩn bị công phu.\nCác đại biểu cho ý kiến về công tác nhân sự Ban Chấp hành Trung ương khóa XIII.\n",
		"? ? news | ?, Đảng Cộng sản Việt Nam, central | 13, ?-?"},
	{"a cell of a quarter",
		"Chi bộ tổ dân phố số 3 phường Quang Trung tổ chức đại hội\nThứ Ba, 22/02/2022 09:12\nSáng 20/2, Chi bộ tổ dân phố số 3 trực thuộc Đảng bộ phường Quang Trung (thành phố Thái Bình, tỉnh Thái Bình) tổ chức Đại hội nhiệm kỳ 2022 - 2025.\nChi bộ có 49 đảng viên. Đại hội đã bầu Chi ủy gồm 3 đồng chí với số phiếu cao.\nCác đảng viên thảo luận sôi nổi về báo cáo chính trị của chi bộ.\n",
		"2022-02-22 ? news | Thái Bình, Chi bộ tổ dân phố số 3, cell | ?, 2022-2025"},
	{"a town and its city in brackets",
		"Thị xã Kỳ Anh: Khai mạc Đại hội Đảng bộ lần thứ II\n30/07/2020\nNgày 29/7, Đại hội đại biểu Đảng bộ thị xã Kỳ Anh (tỉnh Hà Tĩnh) lần thứ II, nhiệm kỳ 2020 - 2025 đã khai mạc. Tới dự có đồng chí Hà Văn Trọng, Phó Chủ tịch HĐND tỉnh; đồng chí Lê Thị Thu, Phó Chủ tịch UBND tỉnh.\nĐồng chí Phan Duy Vĩnh, Phó Bí thư Thị ủy, Chủ tịch UBND thị xã đọc diễn văn khai mạc đại hội.\nĐại hội sẽ bầu Ban Chấp hành khóa mới gồm 39 đồng chí.\n",
		"2020-07-30 ? news | Hà Tĩnh, Đảng bộ thị xã Kỳ Anh, upper_grassroots | 2, 2020-2025"},
	{"a portal's name, menu and time stamp above the headline",
		"CỔNG THÔNG TIN ĐIỆN TỬ THỊ XÃ BA ĐỒN\nTrang chủ | Giới thiệu | Tin tức | Liên hệ\nThứ 6 | 31/07/2020 | Cỡ chữ A- A A+\nThị xã Ba Đồn: Khai mạc Đại hội đại biểu Đảng bộ lần thứ XXV\nNgày 30/7, Đại hội đại biểu Đảng bộ thị xã Ba Đồn (tỉnh Quảng Bình) lần thứ XXV, nhiệm kỳ 2020 - 2025 đã khai mạc. Tới dự có đồng chí Hà Thị Lý, Phó Chủ tịch HĐND tỉnh.\nThay mặt Đoàn Chủ tịch, đồng chí Lê Văn Sách, Phó Bí thư Thị ủy, Chủ tịch UBND thị xã đọc diễn văn khai mạc.\n",
		"2020-07-31 ? news | Quảng Bình, Đảng bộ thị xã Ba Đồn, upper_grassroots | 25, 2020-2025"},
	{"a People's Council is no Party organisation",
		"HĐND tỉnh Sơn La bầu các chức danh chủ chốt\nNgày 20/6, kỳ họp thứ nhất HĐND tỉnh Sơn La khóa XV, nhiệm kỳ 2021 - 2026 đã bầu Chủ tịch HĐND và Chủ tịch UBND tỉnh.\nCác đại biểu HĐND đã bỏ phiếu kín bầu ông Lò Văn Hặc giữ chức Chủ tịch HĐND tỉnh với số phiếu tuyệt đối.\nUBND tỉnh có Chủ tịch và bốn Phó Chủ tịch được bầu tại kỳ họp này.\n",
		"? ? news | ?, ?, ? | ?, ?-?"},
	{"a speech",
		"BÀI PHÁT BIỂU\ncủa đồng chí Y Mửi Bkrông, Bí thư Tỉnh ủy Đắk Lắk\ntại Hội nghị tổng kết đại hội đảng bộ các cấp, nhiệm kỳ 2015 - 2020\n(Buôn Ma Thuột, ngày 23 tháng 11 năm 2015)\n\nThưa các đồng chí đại biểu,\n\nTôi hoan nghênh các cấp ủy trong tỉnh đã hoàn thành đại hội.\n",
		"2015-11-23 ? speech | Đắk Lắk, Đảng bộ tỉnh Đắk Lắk, province | ?, 2015-2020"},
	{"Huế before 2025",
		"ĐẢNG BỘ TỈNH THỪA THIÊN HUẾ\nTỈNH ỦY THỪA THIÊN HUẾ\n*\nSố 400-BC/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nHuế, ngày 20 tháng 11 năm 2020\n\nBÁO CÁO\nkết quả Đại hội đại biểu Đảng bộ tỉnh lần thứ XVI, nhiệm kỳ 2020 - 2025\n\nĐại hội đã thành công.\n",
		"2020-11-20 400-BC/TU report | Thừa Thiên Huế, Đảng bộ tỉnh Thừa Thiên Huế, province | 16, 2020-2025"},
	{"a provincial city is a unit of its province",
		"Thành ủy Việt Trì công bố kết quả Đại hội Đảng bộ thành phố Việt Trì lần thứ XX\nThứ Hai, 10/08/2020 08:00\nĐại hội đại biểu Đảng bộ thành phố Việt Trì (Phú Thọ) lần thứ XX, nhiệm kỳ 2020 - 2025 đã thành công tốt đẹp.\nĐại hội bầu 41 đồng chí vào Ban Chấp hành; các đại biểu nhất trí cao với các văn kiện.\nThành ủy sẽ sớm triển khai nghị quyết đại hội.\n",
		"2020-08-10 ? news | Phú Thọ, Đảng bộ thành phố Việt Trì, upper_grassroots | 20, 2020-2025"},
	{"an agency's organisation",
		"Đại hội Đảng bộ Sở Nông nghiệp và Môi trường lần thứ I\nThứ Hai, 19/05/2025 08:00\nSáng 18/5, Đảng bộ Sở Nông nghiệp và Môi trường tỉnh Lạng Sơn tổ chức Đại hội lần thứ I, nhiệm kỳ 2025 - 2030.\nĐại hội bầu 15 đồng chí vào Ban Chấp hành; các đại biểu nhất trí cao với các văn kiện.\nĐảng ủy sẽ sớm triển khai nghị quyết đại hội.\n",
		"2025-05-19 ? news | Lạng Sơn, Đảng bộ Sở Nông nghiệp và Môi trường, grassroots | 1, 2025-2030"},
}

// Texts that name more than one organisation.
var mixed = []article{
	{"a letter to a unit is the sender's",
		"TỈNH ỦY LAI CHÂU\n*\nSố 15-CV/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLai Châu, ngày 12 tháng 6 năm 2020\n\nV/v tổ chức đại hội đảng bộ cấp cơ sở\n\nKính gửi: Ban Thường vụ Huyện ủy Mường Tè\n\nBan Thường vụ Tỉnh ủy yêu cầu Huyện ủy rà soát công tác nhân sự nhiệm kỳ 2020 - 2025.\n",
		"2020-06-12 15-CV/TU letter | Lai Châu, Đảng bộ tỉnh Lai Châu, province | ?, 2020-2025"},
	{"a commune made of others; the old ones are not it",
		"ĐẢNG BỘ TỈNH PHÚ THỌ\nĐẢNG ỦY XÃ KIM BÔI\n*\nSố 08-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nKim Bôi, ngày 20 tháng 8 năm 2025\n\nBÁO CÁO\nkết quả Đại hội Đảng bộ xã lần thứ I, nhiệm kỳ 2025 - 2030\n\nĐảng bộ xã Kim Bôi được thành lập trên cơ sở hợp nhất Đảng bộ thị trấn Bo, Đảng bộ xã Vĩnh Đồng, huyện Kim Bôi, tỉnh Hòa Bình.\n",
		"2025-08-20 08-BC/ĐU report | Phú Thọ, Đảng bộ xã Kim Bôi, upper_grassroots | 1, 2025-2030"},
	{"news of a commune of 2025 whose guests have old titles",
		"Đại hội Đảng bộ xã Mường Bi lần thứ I, nhiệm kỳ 2025 - 2030\n15/08/2025 10:20\nSáng 14/8, Đảng bộ xã Mường Bi, tỉnh Phú Thọ tổ chức Đại hội lần thứ I, nhiệm kỳ 2025 - 2030. Dự đại hội có đồng chí Bùi Văn Khởi, Phó Bí thư Tỉnh ủy, nguyên Phó Bí thư Tỉnh ủy Hòa Bình.\nĐại hội nghe công bố quyết định chỉ định Ban Chấp hành gồm 27 đồng chí.\nĐồng chí Đinh Công Báo giữ chức Bí thư Đảng ủy xã.\n",
		"2025-08-15 ? news | Phú Thọ, Đảng bộ xã Mường Bi, upper_grassroots | 1, 2025-2030"},
	{"an interview with a district's secretary",
		"Công tác nhân sự phải đi trước một bước\n10/06/2015\nNhân dịp chuẩn bị Đại hội Đảng bộ huyện Quỳ Hợp lần thứ XXI, nhiệm kỳ 2015 - 2020, phóng viên đã phỏng vấn đồng chí Lê Thị Nhã, Bí thư Huyện ủy Quỳ Hợp (Nghệ An).\nPV: Xin đồng chí cho biết công tác chuẩn bị đại hội?\nĐồng chí Lê Thị Nhã: Huyện ủy đã chỉ đạo đại hội các chi, đảng bộ cơ sở.\nPV: Còn công tác nhân sự?\nĐồng chí Lê Thị Nhã: Nhân sự được chuẩn bị kỹ.\n",
		"2015-06-10 ? interview | Nghệ An, Đảng bộ huyện Quỳ Hợp, upper_grassroots | 21, 2015-2020"},
	{"an inspection committee's report is its Party organisation's",
		"TỈNH ỦY HÒA BÌNH\nỦY BAN KIỂM TRA\n*\nSố 210-BC/UBKTTU\nĐẢNG CỘNG SẢN VIỆT NAM\nHòa Bình, ngày 10 tháng 11 năm 2020\n\nBÁO CÁO\nkết quả giải quyết đơn thư phục vụ đại hội đảng bộ các cấp, nhiệm kỳ 2020 - 2025\n\nUBKT các cấp đã giải quyết xong đơn thư.\n",
		"2020-11-10 210-BC/UBKTTU report | Hòa Bình, Đảng bộ tỉnh Hòa Bình, province | ?, 2020-2025"},
	{"a province's review mentions a district as an example",
		"Kon Tum rút kinh nghiệm đại hội điểm cấp cơ sở\n05/05/2020 08:30\nNgày 4/5, Ban Thường vụ Tỉnh ủy Kon Tum tổ chức hội nghị rút kinh nghiệm đại hội điểm nhiệm kỳ 2020 - 2025 tại Đảng bộ xã Đăk Hà, huyện Đăk Tô.\nTheo báo cáo, Đảng bộ huyện Đăk Tô, Đảng bộ huyện Sa Thầy đã chuẩn bị chu đáo các nội dung.\nTỉnh ủy yêu cầu các huyện ủy chỉ đạo đại hội đúng tiến độ đề ra.\n",
		"2020-05-05 ? news | Kon Tum, Đảng bộ tỉnh Kon Tum, province | ?, 2020-2025"},
	{"a ministry's Party organisation",
		"ĐẢNG BỘ KHỐI CÁC CƠ QUAN TRUNG ƯƠNG\nĐẢNG ỦY BỘ TƯ PHÁP\n*\nSố 77-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 20 tháng 8 năm 2020\n\nBÁO CÁO\nkết quả Đại hội đại biểu Đảng bộ Bộ Tư pháp lần thứ XI, nhiệm kỳ 2020 - 2025\n\nĐại hội đã thành công.\n",
		"2020-08-20 77-BC/ĐU report | Khối các cơ quan Trung ương, Đảng bộ Bộ Tư pháp, upper_grassroots | 11, 2020-2025"},
	{"the province behind a comma",
		"Nam Trà My đại hội cấp cơ sở\n12/06/2020 - 05:31\nNgày 8/6, Huyện ủy Nam Trà My cho biết các tổ chức cơ sở đảng của huyện Nam Trà My, Quảng Nam đã hoàn thành đại hội nhiệm kỳ 2020 - 2025.\nToàn huyện có 38 tổ chức cơ sở đảng, gồm 13 đảng bộ và 25 chi bộ cơ sở.\nHuyện ủy rút ra nhiều kinh nghiệm từ đại hội điểm.\n",
		"2020-06-12 ? news | Quảng Nam, Đảng bộ huyện Nam Trà My, upper_grassroots | ?, 2020-2025"},
	{"a district of a city of the Centre",
		"Quận ủy Ninh Kiều sơ kết đại hội cấp cơ sở\n05/07/2020 08:30\nChiều 4/7, Quận ủy Ninh Kiều (TP Cần Thơ) sơ kết đại hội chi, đảng bộ cơ sở nhiệm kỳ 2020 - 2025.\nĐảng bộ quận có 60 tổ chức cơ sở đảng, đến nay đã hoàn thành đại hội đúng kế hoạch.\nBí thư Quận ủy yêu cầu chuẩn bị tốt Đại hội Đảng bộ quận lần thứ XIII.\n",
		"2020-07-05 ? news | Cần Thơ, Đảng bộ quận Ninh Kiều, upper_grassroots | 13, 2020-2025"},
	{"a notice of a commune in lines without a table",
		"ĐẢNG BỘ HUYỆN VĂN LÃNG          ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ HỘI HOAN             Hội Hoan, ngày 12 tháng 5 năm 2020\n           *\n     Số 05-TB/ĐU\n\nTHÔNG BÁO\nkết quả Đại hội Đảng bộ xã Hội Hoan lần thứ XXII, nhiệm kỳ 2020 - 2025\n\nĐại hội đã thành công.\n",
		"2020-05-12 05-TB/ĐU notice | ?, Đảng bộ xã Hội Hoan, grassroots | 22, 2020-2025"},
	{"a resolution of the congress itself",
		"ĐẢNG BỘ TỈNH BẮC GIANG\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LỤC NGẠN\nLẦN THỨ XXV, NHIỆM KỲ 2020 - 2025\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nLục Ngạn, ngày 12 tháng 8 năm 2020\n\nNGHỊ QUYẾT\nĐẠI HỘI ĐẠI BIỂU ĐẢNG BỘ HUYỆN LỤC NGẠN LẦN THỨ XXV\nNHIỆM KỲ 2020 - 2025\n\nĐại hội quyết nghị như sau.\n",
		"2020-08-12 ? resolution | Bắc Giang, Đảng bộ huyện Lục Ngạn, upper_grassroots | 25, 2020-2025"},
}

const (
	letterhead = "TỈNH ỦY YÊN BÁI\n*\nĐẢNG CỘNG SẢN VIỆT NAM\nYên Bái, tháng 12 năm 2020\n\n"
	meeting    = "Sáng nay, Tỉnh ủy tổ chức hội nghị tổng kết đại hội đảng bộ các cấp nhiệm kỳ 2020 - 2025.\n\nĐồng chí Lò Văn Khiêm, Phó Bí thư Tỉnh ủy, chủ trì và nêu rõ những việc đã làm tốt trong chuẩn bị nhân sự.\n\nCác đại biểu đã nghe bốn ý kiến tham luận của các huyện ủy về cách điều hành đại hội ở cơ sở.\n\n"
)

// A head says whose paper it is. What stands on it without a kind line is an
// issued document, whose kind stays open, when it has what such a document must
// have; else it is what its sentences make it.
var untitled = []article{
	{"an event told under a letterhead; the month behind the place is its date", letterhead + meeting,
		"2020-12 ? news | Yên Bái, Đảng bộ tỉnh Yên Bái, province | ?, 2020-2025"},
	{"the same in two columns of a table",
		"<html><body><table><tr><td>TỈNH ỦY YÊN BÁI<br>*</td><td>ĐẢNG CỘNG SẢN VIỆT NAM<br>Yên Bái, tháng 12 năm 2020</td></tr></table><p>" + strings.ReplaceAll(meeting, "\n\n", "</p><p>") + "</p></body></html>",
		"2020-12 ? news | Yên Bái, Đảng bộ tỉnh Yên Bái, province | ?, 2020-2025"},
	{"a kind line decides", letterhead + "THÔNG BÁO\nkết quả hội nghị\n\n" + meeting,
		"2020-12 ? notice | Yên Bái, Đảng bộ tỉnh Yên Bái, province | ?, 2020-2025"},
	{"an addressee", letterhead + "Kính gửi: các huyện ủy, thị ủy, thành ủy\n\n" + meeting,
		"2020-12 ? ? | Yên Bái, Đảng bộ tỉnh Yên Bái, province | ?, 2020-2025"},
	{"recipients and a signature", letterhead + meeting + "Nơi nhận:\n- Các huyện ủy\n\nT/M BAN THƯỜNG VỤ\n",
		"2020-12 ? ? | Yên Bái, Đảng bộ tỉnh Yên Bái, province | ?, 2020-2025"},
	{"numbered parts", letterhead + "I. CÔNG TÁC CHỈ ĐẠO\n\n" + meeting + "II. KẾT QUẢ\n\n" + meeting,
		"2020-12 ? ? | Yên Bái, Đảng bộ tỉnh Yên Bái, province | ?, 2020-2025"},
}

func TestMixed(t *testing.T)    { run(t, mixed) }
func TestUntitled(t *testing.T) { run(t, untitled) }
func TestHeads(t *testing.T)    { run(t, heads) }
func TestPages(t *testing.T)    { run(t, pages) }

func run(t *testing.T, list []article) {
	s := newSet(t)
	for _, a := range list {
		if got := show(identity(t, s, a.text)); got != a.want {
			t.Errorf("%s\n  got  %s\n  want %s", a.reason, got, a.want)
		}
	}
}

// Names of organisations as headlines have them.
func TestUnits(t *testing.T) {
	s := newSet(t)
	for _, c := range []struct{ text, unit, level string }{
		{"Đảng bộ Công ty Cổ phần Than Núi Xẻ tổ chức Đại hội lần thứ VI", "Đảng bộ Công ty Cổ phần Than Núi Xẻ", "grassroots"},
		{"Đại hội Đảng bộ Trường Đại học Y Dược Thái Bình lần thứ XXVI", "Đảng bộ Trường Đại học Y Dược Thái Bình", "grassroots"},
		{"Chi bộ Trường Tiểu học Nguyễn Trãi đại hội nhiệm kỳ 2025 - 2027", "Chi bộ Trường Tiểu học Nguyễn Trãi", "grassroots"},
		{"Đại hội Đảng bộ Bệnh viện Đa khoa tỉnh Lạng Sơn lần thứ IX", "Đảng bộ Bệnh viện Đa khoa tỉnh Lạng Sơn", "grassroots"},
		{"Đại hội Đảng bộ Văn phòng Tỉnh ủy lần thứ XI", "Đảng bộ Văn phòng Tỉnh ủy", "grassroots"},
		{"Đại hội Đảng bộ Quân sự tỉnh Yên Bái lần thứ XII", "Đảng bộ Quân sự tỉnh Yên Bái", "upper_grassroots"},
		{"Đại hội Đảng bộ Bộ đội Biên phòng tỉnh Quảng Trị lần thứ XV", "Đảng bộ Bộ đội Biên phòng tỉnh Quảng Trị", "upper_grassroots"},
		{"Đại hội Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Bắc Ninh lần thứ I", "Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh Bắc Ninh", "upper_grassroots"},
		{"Đại hội Đảng bộ các cơ quan Đảng tỉnh Cà Mau lần thứ I", "Đảng bộ các cơ quan Đảng tỉnh Cà Mau", "upper_grassroots"},
		{"Đại hội Đảng bộ UBND tỉnh Gia Lai lần thứ I", "Đảng bộ UBND tỉnh Gia Lai", "upper_grassroots"},
		{"Chi bộ cơ sở Chi cục Thuế huyện Kim Bôi tổ chức đại hội", "Chi bộ cơ sở Chi cục Thuế huyện Kim Bôi", "grassroots"},
		{"Chi bộ ấp Mỹ Hòa, xã Tân Hưng tổ chức đại hội nhiệm kỳ 2022 - 2025", "Chi bộ ấp Mỹ Hòa", "cell"},
		{"Chi bộ bản Nà Tăm đại hội", "Chi bộ bản Nà Tăm", "cell"},
		{"Đại hội Đảng bộ Sư đoàn 316 lần thứ XIX", "Đảng bộ Sư đoàn 316", "upper_grassroots"},
		{"Đại hội Đảng bộ Quân khu 2 lần thứ XI", "Đảng bộ Quân khu 2", "upper_grassroots"},
		{"Đại hội Đảng bộ Sở Văn hóa, Thể thao và Du lịch lần thứ IV", "Đảng bộ Sở Văn hóa, Thể thao và Du lịch", "grassroots"},
		{"Đại hội Đảng bộ thị trấn Mường Xén lần thứ XXII", "Đảng bộ thị trấn Mường Xén", "grassroots"},
		{"Đại hội Đảng bộ Phường 5 lần thứ XII", "Đảng bộ Phường 5", "grassroots"},
		{"Đảng bộ xã Thạnh Mỹ Tây tổng kết đại hội", "Đảng bộ xã Thạnh Mỹ Tây", "grassroots"},
		{"Đại hội Đảng bộ huyện đảo Cô Tô lần thứ VI", "Đảng bộ huyện đảo Cô Tô", "upper_grassroots"},
		{"Đại hội Đảng bộ thành phố Thủ Đức lần thứ I", "Đảng bộ thành phố Thủ Đức", "upper_grassroots"},
		{"Đại hội Đảng bộ TP Hải Phòng lần thứ XVI", "Đảng bộ TP Hải Phòng", "province"},
		{"Đại hội Đảng bộ Công an Trung ương lần thứ VII", "Đảng bộ Công an Trung ương", "province"},
		{"Đại hội Đảng bộ Khối Doanh nghiệp Trung ương lần thứ III", "Đảng bộ Khối Doanh nghiệp Trung ương", "province"},
		{"Đại hội Đảng bộ Chính phủ lần thứ I", "Đảng bộ Chính phủ", "province"},
		{"Đại hội Chi bộ Khu phố 3 nhiệm kỳ 2025 - 2027", "Chi bộ Khu phố 3", "cell"},
		{"Đại hội Đảng bộ Cục Hải quan tỉnh Lạng Sơn nhiệm kỳ 2020 - 2025", "Đảng bộ Cục Hải quan tỉnh Lạng Sơn", "grassroots"},
		{"Đại hội Đảng bộ đặc khu Cát Hải lần thứ I, nhiệm kỳ 2025 - 2030", "Đảng bộ đặc khu Cát Hải", "upper_grassroots"},
	} {
		body := "\nThứ Hai, 10/08/2020 08:00\nĐại hội đã thành công tốt đẹp, các đại biểu nhất trí cao với các văn kiện trình đại hội.\nCấp ủy khóa mới sẽ sớm triển khai nghị quyết đại hội đến từng đảng viên trong toàn đảng bộ.\n"
		id := identity(t, s, c.text+body)
		if id["org_unit"] != c.unit || id["org_level"] != c.level {
			t.Errorf("%s\n  got  %s, %s\n  want %s, %s", c.text, id["org_unit"], id["org_level"], c.unit, c.level)
		}
	}
}

func Example() {
	p, err := configs.Embedded()
	if err != nil {
		panic(err)
	}
	s, err := extractors.New(p)
	if err != nil {
		panic(err)
	}
	doc, err := read(context.Background(), "a.txt", heads[0].text)
	if err != nil {
		panic(err)
	}
	rows, err := s.Rows(doc)
	if err != nil {
		panic(err)
	}
	for _, c := range []string{"doc_number", "doc_date", "org_unit", "province_2025"} {
		fmt.Println(rows[0].Get(c))
	}
	// Output:
	// 318-BC/TU
	// 2020-11-12
	// Đảng bộ tỉnh Hà Nam
	// Ninh Bình
}

// Whatever the text, a document has one row and every value its evidence.
func FuzzIdentity(f *testing.F) {
	for _, list := range [][]article{heads, pages} {
		for _, a := range list {
			f.Add(a.text)
		}
	}
	s := newSet(f)
	f.Fuzz(func(t *testing.T, content string) {
		doc, err := read(t.Context(), "a.txt", content)
		if err != nil {
			t.Skip()
		}
		if _, err := s.Rows(doc); err != nil {
			t.Errorf("%q: %v", content, err)
		}
	})
}

// Time stamps and bylines, as portals write them.
func TestStamps(t *testing.T) {
	s := newSet(t)
	for _, c := range []struct{ line, want string }{
		{"Thứ Tư, 08/04/2015, 08:11 [GMT+7]", "2015-04-08"},
		{"THỨ BA, 04/10/2022 15:03:00", "2022-10-04"},
		{"08/05/2020 - 10:46", "2020-05-08"},
		{"14:23 21/09/2024", "2024-09-21"},
		{"Thứ 2 | 25/01/2021", "2021-01-25"},
		{"10:46, 24/04/2025", "2025-04-24"},
		{"30/09/2025 13:55 GMT+7", "2025-09-30"},
		{"12:00 AM 06/11/2015", "2015-11-06"},
		{"Đăng ngày 15-08-2020", "2020-08-15"},
		{"Ngày đăng: 15.8.2020", "2020-08-15"},
		{"Cập nhật lúc 15:30 ngày 20/8/2020", "2020-08-20"},
		{"20/8/2020 | 15:30", "2020-08-20"},
		{"Thứ Năm, ngày 20 tháng 8 năm 2020", "2020-08-20"},
		{"Ngày 20/8/2020", "2020-08-20"},
		{"Đại hội sẽ họp vào ngày 20/8/2020 tại thị trấn", ""},
		{"Nguyễn Văn Bút - 20/08/2020", "2020-08-20"},
	} {
		text := "Đại hội Đảng bộ huyện Lâm Hà lần thứ VIII thành công\n" + c.line + "\nĐại hội đã bầu 41 đồng chí vào Ban Chấp hành khóa mới và thông qua nghị quyết của đại hội.\nCác đại biểu nhất trí cao với các văn kiện đã được chuẩn bị công phu trong nhiều tháng.\n"
		if got := identity(t, s, text)["doc_date"]; got != c.want {
			t.Errorf("%s: got %q, want %q", c.line, got, c.want)
		}
	}
}

// Kinds of documents by their title line, number or form.
func TestTypes(t *testing.T) {
	s := newSet(t)
	const head = "HUYỆN ỦY LÂM HÀ\n*\nSố 12-%s/HU\nĐẢNG CỘNG SẢN VIỆT NAM\nLâm Hà, ngày 05 tháng 8 năm 2020\n\n%s\nĐại hội Đảng bộ huyện Lâm Hà lần thứ VIII đã thành công tốt đẹp, đúng kế hoạch đề ra.\n"
	for _, c := range []struct{ text, want string }{
		{fmt.Sprintf(head, "BC", "BÁO CÁO\nkết quả đại hội"), "report"},
		{fmt.Sprintf(head, "TB", "THÔNG BÁO NHANH\nkết quả đại hội"), "notice"},
		{fmt.Sprintf(head, "CV", "V/v chuẩn bị nhân sự đại hội\nKính gửi: Các chi, đảng bộ cơ sở"), "letter"},
		{fmt.Sprintf(head, "NQ", "NGHỊ QUYẾT\nĐại hội đại biểu Đảng bộ huyện"), "resolution"},
		{fmt.Sprintf(head, "KH", "KẾ HOẠCH\ntổ chức đại hội"), "plan"},
		{fmt.Sprintf(head, "ĐA", "ĐỀ ÁN\nnhân sự Ban Chấp hành"), "plan"},
		{fmt.Sprintf(head, "CT", "CHỈ THỊ\nvề đại hội đảng bộ các cấp"), "directive"},
		{fmt.Sprintf(head, "HD", "HƯỚNG DẪN\nvề công tác nhân sự"), "guidance"},
		{fmt.Sprintf(head, "KL", "KẾT LUẬN\ncủa Ban Thường vụ"), "conclusion"},
		{fmt.Sprintf(head, "QĐ", "QUYẾT ĐỊNH\nchuẩn y Ban Chấp hành"), "decision"},
		{fmt.Sprintf(head, "BB", "BIÊN BẢN\nkiểm phiếu"), "minutes"},
		{fmt.Sprintf(head, "TTr", "TỜ TRÌNH\nvề việc chuẩn y"), "other"},
		{"KỊCH BẢN ĐIỀU HÀNH\nĐại hội Đảng bộ xã Tân Văn lần thứ X\nĐồng chí ........ tuyên bố lý do.\n", "script"},
		{"DIỄN VĂN KHAI MẠC\nĐại hội đại biểu Đảng bộ huyện Lâm Hà lần thứ VIII\nThưa các đồng chí đại biểu,\nHôm nay chúng ta vui mừng khai mạc đại hội.\n", "speech"},
		{"BIỂU SỐ 3\nTHỐNG KÊ KẾT QUẢ ĐẠI HỘI ĐẢNG BỘ CÁC XÃ\n1\t2\t3\n", "statistics_form"},
		{"THƯ CẢM ƠN\nBan Chấp hành Đảng bộ huyện Lâm Hà trân trọng cảm ơn các cơ quan đã gửi hoa chúc mừng đại hội.\n", "letter"},
		{"Đổi mới công tác nhân sự\nPV: Xin đồng chí cho biết kết quả đại hội?\nĐồng chí Bí thư: Đại hội đã bầu 41 đồng chí.\nPV: Còn công tác văn kiện?\nĐồng chí Bí thư: Văn kiện được chuẩn bị kỹ.\n", "interview"},
		{"Thưa quý vị và các bạn!\nSáng nay, Đại hội Đảng bộ huyện Lâm Hà đã khai mạc với sự tham dự của 200 đại biểu đại diện cho toàn đảng bộ.\nĐại hội sẽ bầu Ban Chấp hành khóa mới gồm 41 đồng chí trong phiên làm việc buổi chiều.\nPhóng viên Đài Truyền thanh huyện đưa tin về những nội dung chính của đại hội.\n", "news"},
		{"Huyện Lâm Hà đại hội thành công\nĐại hội đã bầu 41 đồng chí vào Ban Chấp hành khóa mới và thông qua nghị quyết của đại hội.\nCác đại biểu nhất trí cao với các văn kiện đã được chuẩn bị công phu trong nhiều tháng.\nPhát biểu bế mạc, Bí thư Huyện ủy cảm ơn sự giúp đỡ của các cấp, các ngành trong tỉnh.\n", "news"},
	} {
		if got := identity(t, s, c.text)["doc_type"]; got != c.want {
			t.Errorf("%s: got %q, want %q", c.text, got, c.want)
		}
	}
}

// A text may end in the word that names an organisation.
func TestEndsInAHead(t *testing.T) {
	s := newSet(t)
	for _, text := range []string{"Kết quả thực hiện của Đảng bộ", "Đại hội Chi bộ", "Đảng ủy", "Theo báo cáo của Đảng bộ các"} {
		identity(t, s, text)
	}
}

// What the head or the name says of the district and commune above a unit.
func TestUpperUnit(t *testing.T) {
	s := newSet(t)
	const end = "\nBÁO CÁO\nkết quả Đại hội Đảng bộ lần thứ XII, nhiệm kỳ 2020 - 2025\n\nĐại hội đã bầu Ban Chấp hành gồm 15 đồng chí.\n"
	for _, c := range []struct{ reason, text, want string }{
		{"the line above", "ĐẢNG BỘ HUYỆN LONG HỒ\nĐẢNG ỦY XÃ AN BÌNH\nSố 12-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n" + end, "?, Đảng bộ xã An Bình, huyện Long Hồ"},
		{"a PDF whose two columns were read as one line", "HUYỆN ỦY LONG HỒ ĐẢNG CỘNG SẢN VIỆT NAM\nĐẢNG ỦY XÃ AN BÌNH\n*\nSố 12-BC/ĐU\n" + end, "?, Đảng bộ xã An Bình, huyện Long Hồ"},
		{"three lines: the province is its own column", "ĐẢNG BỘ TỈNH VĨNH LONG\nHUYỆN ỦY LONG HỒ\nĐẢNG ỦY XÃ AN BÌNH\nSố 12-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n" + end, "Vĩnh Long, Đảng bộ xã An Bình, huyện Long Hồ"},
		{"neither number nor motto", "ĐẢNG BỘ TỈNH VĨNH LONG\nHUYỆN ỦY LONG HỒ\nĐẢNG ỦY XÃ AN BÌNH\n" + end, "Vĩnh Long, Đảng bộ xã An Bình, huyện Long Hồ"},
		{"lines that are not in capitals", "Đảng bộ tỉnh Vĩnh Long\nHuyện ủy Long Hồ\nSố 12-BC/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n" + end, "Vĩnh Long, Đảng bộ huyện Long Hồ, ?"},
		{"behind the name, in capitals", "ĐẢNG BỘ XÃ AN BÌNH, HUYỆN LONG HỒ, TỈNH VĨNH LONG\nSố 12-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n" + end, "Vĩnh Long, Đảng bộ xã An Bình, huyện Long Hồ"},
		{"a cell of a commune of a district", "HUYỆN ỦY LONG HỒ\nĐẢNG ỦY XÃ AN BÌNH\nCHI BỘ ẤP AN HÒA\nĐẢNG CỘNG SẢN VIỆT NAM\n" + end, "?, Chi bộ ấp An Hòa, xã An Bình, huyện Long Hồ"},
		{"a page of a portal", "Đại hội Đảng bộ xã An Bình\n\nNgày 12/6/2020, Đảng bộ xã An Bình (huyện Long Hồ, tỉnh Vĩnh Long) tổ chức Đại hội nhiệm kỳ 2020 - 2025. Đại hội bầu 15 đồng chí vào Ban Chấp hành.\n", "Vĩnh Long, Đảng bộ xã An Bình, huyện Long Hồ"},
		{"a ward of a provincial city, no comma", "Đại hội Đảng bộ phường Tân Ngãi thành phố Vĩnh Long\n\nĐại hội bầu 15 đồng chí vào Ban Chấp hành nhiệm kỳ 2020 - 2025.\n", "Vĩnh Long, Đảng bộ phường Tân Ngãi, thành phố Vĩnh Long"},
		{"the name says it already", "HUYỆN ỦY LONG HỒ\nĐẢNG ỦY CÔNG AN HUYỆN LONG HỒ\nSố 12-BC/ĐU\nĐẢNG CỘNG SẢN VIỆT NAM\n" + end, "?, Đảng bộ Công an huyện Long Hồ, ?"},
		{"other communes are not above it", "Đại hội Đảng bộ xã An Bình, xã Đồng Phú và xã Bình Hòa Phước\n\nĐảng bộ xã An Bình bầu 15 đồng chí vào Ban Chấp hành nhiệm kỳ 2020 - 2025.\n", "?, Đảng bộ xã An Bình, ?"},
		{"a district has none", "TỈNH ỦY LÀO CAI\nHUYỆN ỦY BẮC HÀ\nSố: 45-BC/HU\nĐẢNG CỘNG SẢN VIỆT NAM\n" + end, "Lào Cai, Đảng bộ huyện Bắc Hà, ?"},
	} {
		id := identity(t, s, c.text)
		if got := or(id["province"]) + ", " + or(id["org_unit"]) + ", " + or(id["upper_unit"]); got != c.want {
			t.Errorf("%s: %s, want %s", c.reason, got, c.want)
		}
	}
}
