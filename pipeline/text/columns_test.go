package text

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

func TestColumns(t *testing.T) {
	for _, c := range []struct{ reason, in, want string }{
		{"the head of a Party document, left column before right", `
ĐẢNG BỘ TỈNH HÀ LÂM                        ĐẢNG CỘNG SẢN VIỆT NAM
HUYỆN ỦY SƠN TÂY                         Sơn Tây, ngày 12 tháng 9 năm 2020
        *
   Số 41-BC/HU

BÁO CÁO
tổng kết đại hội`,
			"1.0.0 ĐẢNG BỘ TỈNH HÀ LÂM|1.0.0 HUYỆN ỦY SƠN TÂY|1.0.0 *|1.0.0 Số 41-BC/HU|1.0.1 ĐẢNG CỘNG SẢN VIỆT NAM|1.0.1 Sơn Tây, ngày 12 tháng 9 năm 2020|BÁO CÁO|tổng kết đại hội"},
		{"the foot of a document", `
Trên đây là kết quả đại hội.

Nơi nhận:                            T/M BAN THƯỜNG VỤ
- Như trên,                              BÍ THƯ
- Lưu VP.
                                     Trần Văn Bưởi`,
			"Trên đây là kết quả đại hội.|1.0.0 Nơi nhận:|1.0.0 - Như trên,|1.0.0 - Lưu VP.|1.0.1 T/M BAN THƯỜNG VỤ|1.0.1 BÍ THƯ|1.0.1 Trần Văn Bưởi"},
		{"rows of fields", "Kết quả:\nTT\tHọ tên\tPhiếu\n1\tLê Văn Cam\t39\n2\tĐỗ Thị Đào\t38\nHết.",
			"Kết quả:|1.0.0 TT|1.0.1 Họ tên|1.0.2 Phiếu|1.1.0 1|1.1.1 Lê Văn Cam|1.1.2 39|1.2.0 2|1.2.1 Đỗ Thị Đào|1.2.2 38|Hết."},
		{"rows with nothing in their first or last field", "TT\tĐảng bộ\tBầu được\tNữ\t\n\t\t\tSL\t%\n1\tXã Lầu\t15\t3\t20\n2\tXã Khê\t15\t3\t\n\tTổng cộng\t30\t6\t20\nHết.",
			"1.0.0 TT|1.0.1 Đảng bộ|1.0.2 Bầu được|1.0.3 Nữ|1.1.3 SL|1.1.4 %|1.2.0 1|1.2.1 Xã Lầu|1.2.2 15|1.2.3 3|1.2.4 20|1.3.0 2|1.3.1 Xã Khê|1.3.2 15|1.3.3 3|1.3.4 |1.4.0 |1.4.1 Tổng cộng|1.4.2 30|1.4.3 6|1.4.4 20|Hết."},
		{"rows that leave out what is empty at their end, a section without a field", "TT\tĐảng bộ\tUBKT\tCấp ủy\t\tBTV\n\t\t\tQuyết định\tBầu\nI\tKhối xã\n1\tXã Lầu\t3\t15\t14\t5\n2\tXã Khê\t3\t13\t13\t\n\tCộng\t6\t28\t27\t5\n\tNgười lập biểu\tTrưởng ban",
			"1.0.0 TT|1.0.1 Đảng bộ|1.0.2 UBKT|1.0.3 Cấp ủy|1.0.5 BTV|1.1.3 Quyết định|1.1.4 Bầu|1.2.0 I|1.2.1 Khối xã|1.3.0 1|1.3.1 Xã Lầu|1.3.2 3|1.3.3 15|1.3.4 14|1.3.5 5|1.4.0 2|1.4.1 Xã Khê|1.4.2 3|1.4.3 13|1.4.4 13|1.4.5 |1.5.0 |1.5.1 Cộng|1.5.2 6|1.5.3 28|1.5.4 27|1.5.5 5|Người lập biểu Trưởng ban"},
		{"rows with upright rules", "Biểu 2\nTT | Xã | Bầu được | Nữ\n1 | Lầu | 15 | 3\n2 | Khê | 13 | -\n | Cộng | 28 | 3\nHết.",
			"Biểu 2|1.0.0 TT|1.0.1 Xã|1.0.2 Bầu được|1.0.3 Nữ|1.1.0 1|1.1.1 Lầu|1.1.2 15|1.1.3 3|1.2.0 2|1.2.1 Khê|1.2.2 13|1.2.3 -|1.3.0 |1.3.1 Cộng|1.3.2 28|1.3.3 3|Hết."},
		{"a colon behind the names of rows", "Nội dung: BCH | BTV\nĐề án: 33 | 11\nBầu được: 31 | 11",
			"1.0.0 Nội dung|1.0.1 BCH|1.0.2 BTV|1.1.0 Đề án|1.1.1 33|1.1.2 11|1.2.0 Bầu được|1.2.1 31|1.2.2 11"},
		{"a drawn frame with a name over two columns", `
+----+------------+----------------+
| TT | Xã         | Ban Chấp hành  |
+----+------------+-------+--------+
|    |            | Số    | Nữ     |
+----+------------+-------+--------+
| 1  | Lầu        | 15    | 3      |
| Tổng cộng       | 15    | 3      |
+-----------------+-------+--------+
Hết.`,
			"1.0.0 TT|1.0.1 Xã|1.0.2 Ban Chấp hành|1.1.0 |1.1.1 |1.1.2 Số|1.1.3 Nữ|1.2.0 1|1.2.1 Lầu|1.2.2 15|1.2.3 3|1.3.0 Tổng cộng|1.3.2 15|1.3.3 3|Hết."},
		{"fields that stand below each other, a head in two lines", `
TT   Đảng bộ      Số lượng     Bầu
                  quyết định   được
1    Xã Lầu           15        15
2    Xã Khê           13         -
     Cộng             28        15

Hết.`,
			"1.0.0 TT|1.0.1 Đảng bộ|1.0.2 Số lượng quyết định|1.0.3 Bầu được|1.1.0 1|1.1.1 Xã Lầu|1.1.2 15|1.1.3 15|1.2.0 2|1.2.1 Xã Khê|1.2.2 13|1.2.3 -|1.3.0 |1.3.1 Cộng|1.3.2 28|1.3.3 15|Hết."},
		{"names with one figure each, without a head", "Nữ              12\nTái cử          21\nLần đầu          8",
			"1.0.0 Nữ|1.0.1 12|1.1.0 Tái cử|1.1.1 21|1.2.0 Lần đầu|1.2.1 8"},
		{"a menu and a byline are no rows", "Trang chủ | Tin tức | Liên hệ\nThứ Ba | 30/07/2010 | 10:46\nĐảng bộ xã Lầu họp.", "Trang chủ | Tin tức | Liên hệ Thứ Ba | 30/07/2010 | 10:46 Đảng bộ xã Lầu họp."},
		{"prose with figures between its gaps", "Đại  hội có  12   đại biểu\nBan  Chấp hành  15   đồng chí\nTổng  cộng  27   người", "Đại hội có 12 đại biểu|Ban Chấp hành 15 đồng chí|Tổng cộng 27 người"},
		{"justified prose", "Đại  hội   đã thông  qua   nghị quyết\nvới  sự   nhất trí  cao   của đại biểu", "Đại hội đã thông qua nghị quyết với sự nhất trí cao của đại biểu"},
		{"indented items", "Trong đó:\n\t+ Nữ: 12\n\t+ Trẻ: 9", "Trong đó:|+ Nữ: 12|+ Trẻ: 9"},
		{"a blank to fill in", "Họ và tên:          tuổi\n\nĐại hội họp.", "1.0.0 Họ và tên:|1.0.1 tuổi|Đại hội họp."},
	} {
		doc, err := Normalise(t.Context(), "", "", plain(c.in))
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, b := range doc.Blocks {
			s := doc.At(b.Span)
			if b.Kind == report.TableCell {
				s = fmt.Sprintf("%d.%d.%d %s", b.Cell.Table, b.Cell.Row, b.Cell.Col, s)
			}
			got = append(got, s)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.reason, strings.Join(got, "|"), c.want)
		}
		if err := Check(doc); err != nil {
			t.Error(err)
		}
	}
}
