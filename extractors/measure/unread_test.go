package measure_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// unread returns the figures of a document that are listed as unread, and the
// message of the last one.
func (r reading) unread(doc *report.Document) (listed []string, message string) {
	r.facts(doc, district, "findings", func(f report.Fact) {
		listed = append(listed, doc.At(f.Span))
		message = f.Get("message").Text()
	})
	return listed, message
}

// Each figure beside words of a congress that no rule reads is listed; what a
// rule reads, and what only has a number in its name, is not.
func TestUnread(t *testing.T) {
	r := newReading(t)
	for _, c := range []struct {
		reason, text string
		want         []string
	}{
		{"files are no measure, papers neither", "Ban Tổ chức thẩm định 37 hồ sơ nhân sự cấp ủy và 12 hồ sơ nhân sự ban thường vụ.", []string{"37", "12"}},
		{"all is read", "Đại hội bầu Ban Chấp hành gồm 41 đồng chí, trong đó nữ 7 đồng chí.", nil},
		{"a demand of one clause is none of the other", "Có 14/14 đảng bộ hoàn thành đại hội; 2 đơn vị phải bầu 2 lần.", nil},
		{"an organisation is a word of congresses, too", "Còn 3 khu phố của các chi bộ nêu việc này.", []string{"3"}},
		{"a part of a list without a noun of its own", "Đại biểu khối xã có 218 đồng chí; công nhân cạo mủ trực tiếp 26.", []string{"26"}},
		{"people, far from the word of the congress", "Trong các đại biểu về dự hôm ấy người ta thấy rất nhiều gương mặt quen, chỉ 5 người hút thuốc.", []string{"5"}},
		{"what is sold is none, however near the sentence comes to a congress", "Chào mừng đại hội đảng bộ, nông dân xã thu hoạch vượt kế hoạch cả năm trước thời hạn 1.240 tấn lúa.", nil},
		{"numbers of names and lists", "(1) Đảng bộ phường 12 và Chi bộ khu phố số 7 được kiểm tra.", nil},
		{"numbers of people in a line", "Đại hội đã bầu Ban Chấp hành, gồm: 1. Lê Văn Nghị; 2. Hà Thị Nụ; 3. Vi Văn Thức.", nil},
		{"no word of a congress is near", "Vụ lúa thu hoạch 1.240 tấn.", nil},
	} {
		if got, _ := r.unread(scan.Plain(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.reason, got, c.want)
		}
	}
}

// The figures of a table that no rule understands are listed.
func TestUnreadCells(t *testing.T) {
	r := newReading(t)
	doc := sheet("Theo dõi công việc\n\nHồ sơ ban chấp hành | Hồ sơ ban thường vụ\n4 | 6\n5 | 7")
	if got, _ := r.unread(doc); !slices.Equal(got, []string{"4", "6", "5", "7"}) {
		t.Errorf("%v", got)
	}
	doc = sheet("Kết quả\n\nTT | Đảng bộ | Bầu được ban chấp hành\n1 | Xã A | 15\n2 | Xã B | 13")
	if got, _ := r.unread(doc); got != nil {
		t.Errorf("all is read, listed are %v", got)
	}
}

// Past the limit figures are counted, and the count is said once.
func TestUnreadIsBounded(t *testing.T) {
	r := newReading(t)
	var text []string
	for i := range 130 {
		text = append(text, fmt.Sprintf("Ban Tổ chức thẩm định %d hồ sơ nhân sự cấp ủy.", i+200))
	}
	got, message := r.unread(scan.Plain(strings.Join(text, "\n")))
	if len(got) != 101 || got[100] != "300" || !strings.Contains(message, "30") {
		t.Errorf("%d findings, the last at %q: %s", len(got), got[len(got)-1], message)
	}
}
