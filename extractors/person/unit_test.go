package person_test

import (
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Whose a post is, in the report of a district.
func TestUnitOfPost(t *testing.T) {
	r := newReading(t)
	for _, c := range []struct{ text, place, level string }{
		{"Đồng chí Hà Văn Đúng được bầu giữ chức Bí thư Huyện ủy.", "", ""},
		{"Đồng chí Hà Văn Đúng được bầu giữ chức Bí thư Huyện ủy Tân Sơn.", "", ""},
		{"Đồng chí Hà Văn Đúng được chỉ định giữ chức Bí thư Huyện ủy Thanh Thủy.", "huyện Thanh Thủy", ""},
		{"Đồng chí Hà Văn Đúng được bầu giữ chức Phó Bí thư Tỉnh ủy Phú Thọ.", "Phú Thọ", "province"},
		{"Đồng chí Hà Văn Đúng được bầu giữ chức Bí thư Đảng ủy xã Thu Ngạc.", "xã Thu Ngạc", "grassroots"},
		{"Đồng chí Hà Văn Đúng được bầu giữ chức Bí thư Đảng ủy Công an huyện.", "", ""},
		{"Đồng chí Hà Văn Đúng được bầu giữ chức Bí thư Tỉnh ủy Sóc Trăng.", "Sóc Trăng", "province"}, // sóc is a hamlet too
		{"Đồng chí Hà Văn Đúng được bầu giữ chức Bí thư Thành ủy Hà Nội.", "Hà Nội", ""},
		// the State office beside the post names it
		{"Đồng chí Hà Văn Đúng được chỉ định giữ chức Bí thư Đảng ủy, Chủ tịch HĐND xã Thu Ngạc.", "xã Thu Ngạc", "grassroots"},
		{"Đồng chí Hà Văn Đúng được bầu làm Phó Bí thư Đảng ủy kiêm Chủ tịch Ủy ban nhân dân xã Thu Ngạc.", "xã Thu Ngạc", "grassroots"},
		{"Đồng chí Hà Văn Đúng được bầu làm Phó Bí thư Huyện ủy, Chủ tịch UBND huyện Tân Sơn.", "", ""},
		{"Từng làm Phó Chánh Văn phòng Tỉnh ủy Sơn La, đồng chí Hà Văn Đúng được bầu làm Bí thư.", "", ""},
		// a unit that governs
		{"Đảng bộ xã Thu Cúc bầu đồng chí Hà Văn Đúng làm Bí thư Đảng ủy xã.", "xã Thu Cúc", "grassroots"},
		{"Đại hội Đảng bộ xã Thu Cúc đã bầu đồng chí Hà Văn Đúng giữ chức Bí thư Đảng ủy.", "xã Thu Cúc", "grassroots"},
		{"Đại hội Đảng bộ xã Thu Cúc thành công tốt đẹp. Đồng chí Hà Văn Đúng được bầu làm Phó Bí thư Đảng ủy.", "xã Thu Cúc", "grassroots"},
		{"Đại hội Đảng bộ tỉnh Sơn La bầu đồng chí Hà Văn Đúng vào Ban Thường vụ, giữ chức Bí thư Tỉnh ủy.", "Sơn La", "province"},
		{"Đại hội Đảng bộ xã Thu Cúc, Lai Đồng đã xong. Ban Chấp hành Đảng bộ huyện bầu đồng chí Hà Văn Đúng làm Bí thư.", "", ""},
		{"Đồng chí Hà Văn Đúng, Chủ tịch UBND xã Thu Cúc, được bầu làm Phó Bí thư Huyện ủy.", "", ""},
		{"Đồng chí Hà Văn Đúng, Bí thư Đảng ủy xã Thu Cúc, được bầu vào Ban Chấp hành Đảng bộ huyện.", "", ""},
		{"Đảng bộ huyện Tân Sơn bầu đồng chí Hà Văn Đúng làm Bí thư Huyện ủy.", "", ""},
		{"Đại hội Đảng bộ xã Thu Cúc đã xong.\nĐồng chí Hà Văn Đúng được bầu giữ chức Bí thư.", "", ""},
	} {
		var place, level string
		text := r.lexicon.Scan(scan.Plain(c.text))
		text.Identity = district
		r.x.Facts(text, func(f report.Fact) { place, level = f.Get("place").Text(), f.Get("level").Text() })
		if place != c.place || level != c.level {
			t.Errorf("%s\n got %q, %q\nwant %q, %q", c.text, place, level, c.place, c.level)
		}
	}
}
