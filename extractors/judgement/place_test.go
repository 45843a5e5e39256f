package judgement_test

import (
	"strings"
	"testing"
)

// A shortcoming stands where it is named: one row a place, the document's own
// unit is none.
func TestPlaces(t *testing.T) {
	r := newReading(t)
	for _, c := range []struct{ text, want string }{
		{"Đảng bộ xã Kiệt Sơn bầu thiếu 2 cấp ủy viên.", "committee_short committee xã Kiệt Sơn grassroots"},
		{"Ban thường vụ xã Thu Cúc, xã Lai Đồng không có cán bộ nữ.", "female_low standing_committee xã Thu Cúc grassroots; female_low standing_committee xã Lai Đồng grassroots"},
		{"Đảng bộ huyện Tân Sơn bầu thiếu 2 cấp ủy viên.", "committee_short committee  "},
		{"Một số nơi, Ban Chấp hành bầu thiếu cấp ủy viên.", "committee_short committee  "},
		{"Một số tham luận ở cấp cơ sở còn dàn trải.", "papers_weak   grassroots"},
	} {
		var got []string
		for _, f := range r.facts(title+c.text, district) {
			if f.Table == "limitations" {
				got = append(got, strings.Join([]string{show(f), f.Get("body").Text(), f.Get("place").Text(), f.Get("level").Text()}, " "))
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s\n\tgot  %s\n\twant %s", c.text, s, c.want)
		}
	}
}
