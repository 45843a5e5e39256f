package measure_test

import (
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// A share of those elected is a share of the elected, whatever list they were
// elected from; a share of a list is one of the list.
func TestWhatAShareIsOf(t *testing.T) {
	r := newReading(t)
	for text, want := range map[string]string{
		"Đại hội bầu 41 đồng chí vào Ban Chấp hành (danh sách bầu 47), trong đó nữ 5 đồng chí (12,2%).":                                    "committee.total=41 ok",
		"Danh sách bầu cử Ban Chấp hành có 47 đồng chí. Đại hội bầu 41 đồng chí vào Ban Chấp hành; trong đó có 9 đồng chí nữ (21,9%).":     "committee.total=41 truncated",
		"Đại hội bầu 41 đồng chí vào Ban Chấp hành, trong đó có 9 đồng chí nữ (25%).":                                                      "committee.total=41 mismatch",
		"Danh sách giới thiệu bầu vào Ban Chấp hành gồm 50 đồng chí, trong đó nữ được giới thiệu 10 đồng chí (20%).":                       "committee.total=50 ok",
		"Ban Thường vụ Tỉnh ủy chỉ định Ban Chấp hành Đảng bộ phường gồm 29 đồng chí. Ban Chấp hành có 8 đồng chí nữ, chiếm 29,7%.":        "committee.total=29 mismatch",
		"Đại hội thông qua danh sách 47 đồng chí để bầu vào Ban Chấp hành. Kết quả, có 9 đồng chí nữ trúng cử Ban Chấp hành, chiếm 22,5%.": "",
	} {
		checkShares(t, r, text, want)
	}
}

// A surplus is a share of the seats that are elected from the list.
func TestShareOfSurplus(t *testing.T) {
	r := newReading(t)
	checkShares(t, r, "Danh sách đề cử 46 đồng chí, số dư 7, bằng 17,9%.", "committee.total=39 ok")
	checkShares(t, r, "Danh sách bầu cử 46 đồng chí, số dư 7 đồng chí, tỷ lệ 21%.", "committee.total=39 mismatch")
}

// The share behind N/M is one of M, whatever the body has in all.
func TestShareOfRatio(t *testing.T) {
	r := newReading(t)
	for text, want := range map[string]string{
		"Đã có 40/45 đảng bộ cơ sở tổ chức đại hội (98,9%).":                                     "organization.total=45 mismatch",
		"Đã có 40/45 đảng bộ cơ sở tổ chức đại hội, đạt 88,9%.":                                  "organization.total=45 ok",
		"Đã có 40/45 đảng bộ cơ sở tổ chức đại hội, đạt 88,8%.":                                  "organization.total=45 truncated",
		"Đã có 40/45 đảng bộ cơ sở tổ chức đại hội, đạt hơn 88%.":                                "",
		"Đại hội bầu 41 đồng chí vào Ban Chấp hành, trong đó nữ 9/41 đồng chí (25%).":            "committee.total=41 mismatch",
		"Đồng chí Hà Văn Đúng được bầu làm Bí thư với 38/41 phiếu, đạt 92,7%.":                   "vote.approval=41 ok",
		"Danh sách bầu cử có 47 đồng chí; Đại hội bầu 41/47 đồng chí vào Ban Chấp hành (87,2%).": "committee.total=47 ok",
	} {
		checkShares(t, r, text, want)
	}
}

// checkShares wants the shares of a text to have these bases and checks.
func checkShares(t *testing.T, r reading, text, want string) {
	t.Helper()
	got := ""
	r.facts(scan.Plain(text), district, "measures", func(f report.Fact) {
		if f.Get("stat").Text() == "percent" && !f.Get("check").IsNull() {
			got += f.Get("base").Text() + " " + f.Get("check").Text()
		}
	})
	if got != want {
		t.Errorf("%s\n  got %q, want %q", text, got, want)
	}
}

// The count of a share in a table is that of its own row or, where the rows are
// indicators, of its own column.
func TestSharesOfTables(t *testing.T) {
	r := newReading(t)
	for text, want := range map[string]string{
		"Cơ cấu\n\nNội dung | Nhiệm kỳ 2015-2020 | Nhiệm kỳ 2020-2025\nTổng số cấp ủy viên | 43 | 43\nNữ | 5 | 9\nTỷ lệ nữ (%) | 11,6 | 20,9": "11.6 ok, 20.9 ok",
		"Cơ cấu\n\nNội dung | Nhiệm kỳ 2015-2020 | Nhiệm kỳ 2020-2025\nTổng số cấp ủy viên | 43 | 45\nNữ | 5 | 9\nTỷ lệ nữ (%) | 11,6 | 25":   "11.6 ok, 25 mismatch",
		"Cơ cấu\n\nNội dung | Nhiệm kỳ 2015-2020 | Nhiệm kỳ 2020-2025\nTổng số cấp ủy viên | 43 | 45\nTỷ lệ nữ (%) | 11,6 | 20":               "11.6 , 20 ",
		"Cơ cấu\n\nĐơn vị | Cấp ủy viên | Nữ | Tỷ lệ (%)\nXã Hòa Bắc | 15 | 3 | 20\nXã Hòa Nam | 15 | 4 | 30":                                 "20 ok, 30 mismatch",
	} {
		var got []string
		r.facts(sheet(text), documents["district"], "measures", func(f report.Fact) {
			if f.Get("stat").Text() == "percent" {
				got = append(got, f.Get("value").String()+" "+f.Get("check").Text())
			}
		})
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s\n%s, want %s", text, s, want)
		}
	}
}
