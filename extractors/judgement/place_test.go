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
		{"Có 2 xã không có nữ tham gia cấp ủy (Tùng Châu, An Dũng).", "female_low committee xã Tùng Châu grassroots; female_low committee xã An Dũng grassroots"},
		{"Có 3 xã (Tùng Châu, An Dũng, Kim Song Trường) không có nữ trong ban thường vụ.", "female_low standing_committee xã Tùng Châu grassroots; female_low standing_committee xã An Dũng grassroots; female_low standing_committee xã Kim Song Trường grassroots"},
		{"Hai đảng bộ xã không có nữ tham gia cấp ủy (Tùng Châu và An Dũng).", "female_low committee xã Tùng Châu grassroots; female_low committee xã An Dũng grassroots"},
		{"Có 2 xã không có nữ tham gia cấp ủy (Phụ lục 2).", "female_low committee  "},
		{"Có 3 xã không có nữ tham gia cấp ủy (Tùng Châu, An Dũng).", "female_low committee  "},
		{"Có 1 xã không có nữ tham gia ban thường vụ (BTV).", "female_low standing_committee  "},
		{"Có 12 xã (8,3%) không có nữ trong ban thường vụ, trong đó có xã An Hòa, xã Bình Minh và phường Lê Lợi.", "female_low standing_committee xã An Hòa grassroots; female_low standing_committee xã Bình Minh grassroots; female_low standing_committee phường Lê Lợi grassroots"},
		{"Chỉ có xã An Hòa có nữ trong ban thường vụ.", "female_low standing_committee  "},
		{"Chỉ có Đảng bộ xã An Hòa và xã Bình Minh bầu được nữ vào ban thường vụ.", "female_low standing_committee  "},
		{"Chỉ có 2 xã có nữ trong ban thường vụ là xã An Hòa và xã Bình Minh.", "female_low standing_committee  "},
		{"Chỉ có xã An Hòa không có nữ trong ban thường vụ.", "female_low standing_committee xã An Hòa grassroots"},
		{"Xã An Hòa chỉ có 1 cấp ủy viên nữ.", "female_low committee Xã An Hòa grassroots"},
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
