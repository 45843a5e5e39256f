package measure_test

import (
	"testing"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// A day without a year takes that of the document, be it known to the month only, or that
// of the round of congresses that the document speaks of.
func TestDayWithoutYear(t *testing.T) {
	r := newReading(t)
	id := func(d report.Date) scan.Identity {
		return scan.Identity{Type: "news", Unit: "Đảng bộ huyện Tân Sơn", Level: "upper_grassroots", Start: 2020, End: 2025, Date: d}
	}
	const text = "Đến ngày 19/6, 49 đảng bộ cơ sở đã hoàn thành đại hội."
	for _, test := range []struct {
		name string
		date report.Date
		text string
		want []string
	}{
		{"a day", report.Date{Year: 2020, Month: 6, Day: 20, Precision: report.DayOfMonth}, text, []string{"organization.completed.actual 49 grassroots on 2020-06-19"}},
		{"a day before it", report.Date{Year: 2021, Month: 1, Day: 5, Precision: report.DayOfMonth}, text, []string{"organization.completed.actual 49 grassroots on 2020-06-19"}},
		{"its month", report.Date{Year: 2020, Month: 6, Precision: report.Month}, text, []string{"organization.completed.actual 49 grassroots on 2020-06-19"}},
		{"a month before it", report.Date{Year: 2021, Month: 1, Precision: report.Month}, text, []string{"organization.completed.actual 49 grassroots on 2020-06-19"}},
		{"the round", report.Date{}, text, []string{"organization.completed.actual 49 grassroots on 2020-06-19"}},
		{"no congress", report.Date{}, "Đến ngày 30/6, Đảng bộ huyện có 5.920 đảng viên.", []string{"party_member.total.actual 5920"}},
	} {
		t.Run(test.name, func(t *testing.T) { check(t, r, test.text, id(test.date), test.want...) })
	}
}

// The day on which a page was brought up to date, and one still to come, are none that the
// figures of a document stand for; "that day" is the one told before.
func TestDayOfFigures(t *testing.T) {
	r := newReading(t)
	id := scan.Identity{
		Type: "news", Unit: "Đảng bộ huyện Tân Sơn", Level: "upper_grassroots", Start: 2020, End: 2025,
		Date: report.Date{Year: 2020, Month: 6, Day: 20, Precision: report.DayOfMonth},
	}
	for _, test := range []struct {
		name, text string
		want       []string
	}{
		{"of the page", "Cập nhật: 20/06/2020 - 05:50\n\nCác đại hội bầu 471 cấp ủy viên cơ sở.", []string{"committee.total.actual 471 grassroots"}},
		{"to come", "Các đại hội bầu 471 cấp ủy viên cơ sở.\n\nGiới thiệu nhân sự, phấn đấu đến hết quý II/2021 khắc phục xong tình trạng khuyết.", []string{"committee.total.actual 471 grassroots"}},
		{"of the data", "Số liệu cập nhật đến ngày 15/6/2020.\n\nCác đại hội bầu 471 cấp ủy viên cơ sở.", []string{"committee.total.actual 471 grassroots on 2020-06-15"}},
		{"in brackets behind the time", "Đảng bộ huyện có 47 tổ chức cơ sở đảng (thời điểm 31/12/2019).", []string{"organization.total.actual 47 grassroots on 2019-12-31"}},
		{"in brackets behind what was then", "Tại thời điểm triệu tập đại hội (01/6/2020), Đảng bộ có 52 tổ chức cơ sở đảng.", []string{"organization.total.actual 52 grassroots on 2020-06-01"}},
		{"yesterday", "Tính đến hôm qua (14/6/2020), 21 đảng bộ cơ sở đã hoàn thành đại hội.", []string{"organization.completed.actual 21 grassroots on 2020-06-14"}},
		{"before which", "Trước thời điểm 15/6/2020, 21 đảng bộ cơ sở đã hoàn thành đại hội.", []string{"organization.completed.actual 21 grassroots"}},
		{"the end of a quarter", "Kết thúc quý I/2020, 21 đảng bộ cơ sở đã hoàn thành đại hội.", []string{"organization.completed.actual 21 grassroots on 2020-03"}},
		{"the end of a congress", "Kết thúc ngày 15/6/2020, đại hội bầu 39 ủy viên Ban Chấp hành.", []string{"committee.total.actual 39"}},
		{"of a second clause", "Đầu nhiệm kỳ, Đảng bộ có 5.312 đảng viên; đến tháng 3/2020 có 5.467 đảng viên.", []string{"party_member.total.actual 5312", "party_member.total.actual 5467 on 2020-03"}},
		{"all together", "Tính chung đến ngày 15/6/2020, 21 đảng bộ cơ sở đã hoàn thành đại hội.", []string{"organization.completed.actual 21 grassroots on 2020-06-15"}},
		{"a third of a month", "Qua rà soát đến trung tuần tháng 6/2020, 38 đảng bộ cơ sở đã hoàn thành đại hội.", []string{"organization.completed.actual 38 grassroots on 2020-06"}},
		{"a dot for the month", "Tính đến 14.6, 21 đảng bộ cơ sở đã hoàn thành đại hội.", []string{"organization.completed.actual 21 grassroots on 2020-06-14"}},
		{"this time", "Đến thời điểm này (14.6), 21 đảng bộ cơ sở đã bế mạc đại hội.", []string{"organization.completed.actual 21 grassroots on 2020-06-14"}},
		{"an hour without a word for the day", "Thời điểm chốt số liệu: 17h00, 15/6/2020\n\nCác đại hội bầu 471 cấp ủy viên cơ sở.", []string{"committee.total.actual 471 grassroots on 2020-06-15"}},
		{"of a part of all", "(Cụm 3 - tính đến 15/6/2020)\n\nCác đại hội bầu 471 cấp ủy viên cơ sở.", []string{"committee.total.actual 471 grassroots on 2020-06-15"}},
		{"unit by unit", "Đến ngày 15/6, mới có 21/40 đảng bộ cơ sở đại hội xong. Khối xã 15/20, khối cơ quan 6/20.\n\nCác đại hội bầu 171 cấp ủy viên cơ sở.", []string{
			"organization.completed.actual 21 grassroots on 2020-06-15", "organization.completed.actual 40 of grassroots on 2020-06-15", "organization.completed.actual 15 @Khối xã grassroots on 2020-06-15", "organization.completed.actual 20 of @Khối xã grassroots on 2020-06-15",
			"organization.completed.actual 6 @khối cơ quan grassroots on 2020-06-15", "organization.completed.actual 20 of @khối cơ quan grassroots on 2020-06-15", "committee.total.actual 171 grassroots",
		}},
		{"in the headline, too", "38 đảng bộ cơ sở đại hội xong\n\nĐến ngày 15/6, toàn huyện có 38 đảng bộ cơ sở đại hội xong.", []string{"organization.completed.actual 38 grassroots on 2020-06-15", "organization.completed.actual 38 grassroots on 2020-06-15"}},
		{"told before", "Ngày 12/6, Đảng bộ xã Tân Phú bế mạc đại hội.\n\nTính đến ngày đó, 29/29 đảng bộ xã đã hoàn thành đại hội.", []string{"organization.completed.actual 29 grassroots on 2020-06-12", "organization.completed.actual 29 of grassroots on 2020-06-12"}},
	} {
		t.Run(test.name, func(t *testing.T) { check(t, r, test.text, id, test.want...) })
	}
}
