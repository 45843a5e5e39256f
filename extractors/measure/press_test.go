package measure_test

import (
	"slices"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
)

// Sentences of the press: captions, oldest and youngest, candidates, schooling,
// shares that rose.
var press = []sentence{
	// The number of a picture or of a footnote counts nobody.
	{"Đại hội bầu Ban Chấp hành Đảng bộ huyện ảnh 1", nil},
	{"Ra mắt Ban Chấp hành khóa mới - Ảnh 3.", nil},
	{"Các đại biểu bỏ phiếu bầu Ban Chấp hành. Hình 2", nil},
	{"Đại hội bầu Ban Chấp hành lâm thời(1); Ban Thường vụ(2).", nil},
	{"Ban Chấp hành (27), Ban Thường vụ (9).", []string{"committee.total.actual 27", "standing_committee.total.actual 9"}},
	// How old the oldest is, is no count.
	{"Bí thư cấp ủy cao tuổi nhất là 58, trẻ nhất là 33 tuổi.", nil},
	{"Ủy viên Ban Chấp hành trẻ nhất 31 tuổi, lớn tuổi nhất 59 tuổi.", nil},
	{"Bí thư trẻ tuổi nhất là 29, nhiều tuổi nhất là 57.", nil},
	{"Trong số bí thư trẻ có 4 đồng chí nữ.", []string{"secretary.female.actual 4 grassroots"}},
	// A resolution is passed with its tasks.
	{"Đại hội biểu quyết thông qua Nghị quyết với 7 nhóm nhiệm vụ, 3 khâu đột phá và 15 chỉ tiêu.", nil},
	{"Đại hội thông qua Nghị quyết với 4 nhiệm vụ trọng tâm, 2 đột phá.", nil},
	{"Đại hội biểu quyết thông qua Nghị quyết với 100% đại biểu tán thành.", []string{"vote.approval.actual 100% (Nghị quyết)"}},
	// Candidates are nominated, and so are the parts of their list.
	{"Trong số 52 ứng viên sẽ bầu 45 người vào Ban Chấp hành, khuyết 2 vị trí.", []string{"committee.total.nominated 52", "committee.total.planned 45", "committee.shortfall.actual 2"}},
	{"Trong số 48 ứng viên được giới thiệu bầu vào Ban Chấp hành có 30 người tái cử và 18 người ứng cử lần đầu.",
		[]string{"committee.total.nominated 48", "committee.re_elected.nominated 30", "committee.first_time.nominated 18"}},
	{"Trong số 48 ứng viên được giới thiệu để bầu vào Ban Chấp hành Đảng bộ khóa XXV có 30 trường hợp tái cử và 18 trường hợp lần đầu.",
		[]string{"committee.total.nominated 48", "committee.re_elected.nominated 30", "committee.first_time.nominated 18"}},
	{"Đại hội giới thiệu 48 người để bầu vào Ban Chấp hành 41 người.",
		[]string{"committee.total.nominated 48", "committee.total.planned 41"}},
	{"Danh sách bầu cử Ban Chấp hành có 48 người; trong đó 30 người tái cử, 9 nữ.",
		[]string{"committee.total.nominated 48", "committee.re_elected.nominated 30", "committee.female.nominated 9"}},
	{"Tuổi bình quân của các ứng viên Ban Chấp hành là 46,3 tuổi.", []string{"committee.age.nominated 46.3 mean"}},
	{"Tuổi trung bình của nhân sự được giới thiệu bầu vào Ban Chấp hành khóa mới là 45,8 tuổi.", []string{"committee.age.nominated 45.8 mean"}},
	{"Tuổi bình quân của Ban Chấp hành khóa mới là 45,8 tuổi.", []string{"committee.age.actual 45.8 mean"}},
	{"Dự kiến bầu 45 đồng chí vào Ban Chấp hành. Số người được giới thiệu tái cử giảm 5 người so với khóa trước.",
		[]string{"committee.total.planned 45", "committee.change.nominated -5 (re_elected)"}},
	{"Đại hội thông qua danh sách 48 người để bầu Ban Chấp hành.\nCác đại biểu đã thảo luận.\nSố lượng cán bộ nữ được giới thiệu là 11 người.",
		[]string{"committee.total.nominated 48", "committee.female.nominated 11"}},
	{"Số lượng cán bộ nữ được giới thiệu đi học là 11 người.", nil},
	{"Đã có 52 bí thư tỉnh ủy, thành ủy tái cử.", []string{"secretary.re_elected.actual 52 province"}},
	{"Cả nước có 40 Bí thư Thành ủy, Tỉnh ủy và 120 Phó Bí thư Tỉnh, Thành ủy.", []string{"secretary.total.actual 40 province", "deputy_secretary.total.actual 120 province"}},
	// Members of many organisations have the level of those.
	{"Toàn huyện có 250 đồng chí trúng cử vào cấp ủy các tổ chức cơ sở đảng.", []string{"committee.total.actual 250 grassroots"}},
	{"Trong số 120 cấp ủy viên ở các đảng bộ xã, phường có 25 đồng chí nữ.", []string{"committee.total.actual 120 grassroots", "committee.female.actual 25 grassroots"}},
	{"Có 300 đồng chí được bầu vào cấp ủy tại 60 chi, đảng bộ trực thuộc Huyện ủy.", []string{"committee.total.actual 300 grassroots", "organization.total.actual 60 grassroots"}},
	{"Có 300 đồng chí được bầu vào cấp ủy tại 60 chi, đảng bộ trực thuộc Huyện ủy. Về trình độ lý luận chính trị, trung cấp chiếm 35%.",
		[]string{"committee.total.actual 300 grassroots", "organization.total.actual 60 grassroots", "committee.theory.actual 35% (intermediate) grassroots"}},
	{"Trong số 125 đồng chí cấp ủy viên ở các đảng bộ xã, phường có 25 nữ, chiếm 20%.",
		[]string{"committee.total.actual 125 grassroots", "committee.female.actual 25 grassroots", "committee.female.actual 20% grassroots"}},
	{"Các huyện đã đại hội điểm đảng bộ cấp cơ sở với 30 đại hội.", []string{"organization.other.actual 30 (đại hội điểm) grassroots"}},
	{"Huyện đã tổ chức đại hội đảng bộ cơ sở cho 80% đơn vị.", []string{"organization.completed.actual 80% grassroots"}},
	{"Có 8 trường hợp lần đầu trúng cử Ban Chấp hành là Chủ tịch UBND cấp xã.", []string{"committee.first_time.actual 8"}},
	// A page that is about a delegation counts its members with whatever noun.
	{"Đoàn đại biểu Phú Thọ dự Đại hội XIII của Đảng\n\nĐoàn đại biểu tỉnh Phú Thọ dự Đại hội XIII của Đảng gồm 20 đại biểu.\n\nSố đại biểu nữ là 5/20, tương đương 25%.\n\nTuổi trung bình của các đại biểu là 51,5 tuổi.",
		[]string{"upper_delegation.total.actual 20", "upper_delegation.female.actual 5", "upper_delegation.female.actual 20 of", "upper_delegation.female.actual 25%", "upper_delegation.age.actual 51.5 mean"}},
	{"Đại hội bầu Đoàn đại biểu dự Đại hội Đảng bộ tỉnh gồm 20 đại biểu.\n\nDự đại hội có 250 đại biểu. Số đại biểu nữ là 50, chiếm 20%.",
		[]string{"upper_delegation.total.actual 20", "delegate.total.actual 250", "delegate.female.actual 50", "delegate.female.actual 20%"}},
	// Of how many an age is the mean.
	{"Độ tuổi trung bình của 45 bí thư đảng ủy là 44,2.", []string{"secretary.total.actual 45 grassroots", "secretary.age.actual 44.2 mean grassroots"}},
	{"Tuổi bình quân 39 ủy viên Ban Chấp hành: 45,1 tuổi.", []string{"committee.total.actual 39", "committee.age.actual 45.1 mean"}},
	// The time of a page counts nobody.
	{"08/08/2025 18:13 Bí thư Huyện ủy làm việc với xã.", nil},
	{"Lúc 9:30 Ban Chấp hành họp phiên thứ nhất.", nil},
	{"Ban Thường vụ: 13 đồng chí.", []string{"standing_committee.total.actual 13"}},
	// A share of something else than what stands before it.
	{"Dự đại hội có 226 đại biểu, đại diện cho 41 chi, đảng bộ trực thuộc, chiếm 20,8% tổng số đảng viên toàn Đảng bộ.",
		[]string{"delegate.total.actual 226", "organization.total.actual 41 grassroots"}},
	{"Có 35 đảng bộ, chiếm 83,3% tổng số đảng bộ trực thuộc, đã đại hội.", []string{"organization.completed.actual 35 grassroots", "organization.completed.actual 83.3% grassroots"}},
	// Units whose leaders attend are not counted.
	{"Dự đại hội có lãnh đạo các ban của Tỉnh ủy và Thường trực Huyện ủy 5 huyện miền núi của tỉnh.", nil},
	{"Dự kiến 30 nơi bầu trực tiếp bí thư.", []string{"secretary.direct_election.planned 30 grassroots"}},
	// A day before its month is no count.
	{"Bí thư Huyện ủy 15 Tháng 9, 2025 Đại hội Đảng bộ diễn ra với 160 đại biểu.", []string{"delegate.total.actual 160"}},
	// Society is no commune, and a school no grassroots organisation.
	{"Thúc đẩy phát triển kinh tế - xã hội\n\nĐại hội đã bầu 39 đồng chí vào Ban Chấp hành.", []string{"committee.total.actual 39"}},
	{"Toàn huyện có 12 cơ sở giáo dục và 15 cơ sở thờ tự tổ chức tốt.", nil},
	{"Có 8 cơ sở sản xuất hoàn thành kế hoạch; 12 cơ sở đã hoàn thành đại hội.", []string{"organization.completed.actual 12 grassroots"}},
	// Rejuvenation is no attribute, and a band may be open at its end.
	{"Các đại hội đã bầu 406 đồng chí vào cấp ủy theo hướng trẻ hóa (93 đồng chí dưới 35 tuổi, 89 đồng chí từ 35 đến dưới 40 tuổi).",
		[]string{"committee.total.actual 406 grassroots", "committee.age_band.actual 93 (<35) grassroots", "committee.age_band.actual 89 (35-40) grassroots"}},
	// Kinds of congresses of those that were held.
	{"Có 39/39 tổ chức cơ sở đảng đã tổ chức xong đại hội. Trong đó, 29 tổ chức cơ sở đảng tổ chức đại hội đảng viên, 10 tổ chức cơ sở đảng tổ chức đại hội đại biểu.",
		[]string{"organization.completed.actual 39 grassroots", "organization.completed.actual 39 of grassroots", "organization.other.actual 29 (tổ chức đại hội đảng viên) grassroots", "organization.other.actual 10 (tổ chức đại hội đại biểu) grassroots"}},
	{"Trong đó, 12 đảng bộ xã đã tổ chức đại hội đại biểu thành công.", []string{"organization.completed.actual 12 grassroots"}},
	// A plan tells of the list.
	{"Dự kiến sẽ có 81 đồng chí được giới thiệu để bầu vào Ban Chấp hành (gồm 71 người), trong đó có 47 nhân sự tái cử, 34 nhân sự tham gia lần đầu.",
		[]string{"committee.total.nominated 81", "committee.total.planned 71", "committee.re_elected.nominated 47", "committee.first_time.nominated 34"}},
	{"Dự kiến có 45 đồng chí vào Ban Chấp hành, trong đó 30 đồng chí tái cử.", []string{"committee.total.planned 45", "committee.re_elected.planned 30"}},
	// Some of them, told for their age or where they serve.
	{"Hai bí thư huyện ủy cùng 38 tuổi là ông Lê Văn A và bà Lò Thị B.", nil},
	{"Có 5 bí thư huyện ủy (Thanh Ba, Hạ Hòa, Tân Sơn) trong độ tuổi 45 - 50 tuổi.", []string{"secretary.age_band.actual 5 (45-50)"}},
	{"Đây là 1 trong 3 đảng bộ được chọn đại hội điểm.", []string{"organization.other.actual 3 (đại hội điểm) grassroots"}},
	{"Các bí thư đều không phải người địa phương, 18 người là ủy viên Ban Chấp hành Đảng bộ tỉnh.", []string{"secretary.other.actual 18 (ủy viên Ban Chấp hành Đảng bộ tỉnh) grassroots"}},
	// Schooling: a degree with "trở lên" or "và trên" is one set; general schooling is other.
	{"Cấp ủy viên có 35 đồng chí có trình độ đại học và trên đại học, chiếm 70%.", []string{"committee.education.actual 35 (bachelor)", "committee.education.actual 70% (bachelor)"}},
	{"Cấp ủy viên có 35 đồng chí trình độ đại học, sau đại học đạt 70%.", []string{"committee.education.actual 35 (bachelor)", "committee.education.actual 70% (bachelor)"}},
	{"Trong 120 cấp ủy viên, trình độ văn hóa trung học phổ thông chiếm 91,5%, trung học cơ sở chiếm 8,5%.",
		[]string{"committee.total.actual 120", "committee.other.actual 91.5% (trung học phổ thông)", "committee.other.actual 8.5% (trung học cơ sở)"}},
	{"Cấp ủy viên có trình độ văn hóa trung học cơ sở chiếm 30%, giảm 12% so với khóa trước.",
		[]string{"committee.other.actual 30% (trung học cơ sở)", "committee.change.actual -12% (other)"}},
	{"Trong 120 cấp ủy viên có 110 đồng chí có trình độ văn hóa tốt nghiệp cấp 3, chiếm 91,7%; 3 đồng chí có đạo.",
		[]string{"committee.total.actual 120", "committee.other.actual 110 (tốt nghiệp cấp 3)", "committee.other.actual 91.7% (tốt nghiệp cấp 3)", "committee.other.actual 3 (có đạo)"}},
	// A share that rose "by" a figure, with a copula between.
	{"Tỷ lệ nữ cấp ủy viên tăng so với nhiệm kỳ trước là 2,4%.", []string{"committee.change.actual 2.4% (female)"}},
	{"Cấp ủy viên nữ giảm so với khóa trước là 1,5%.", []string{"committee.change.actual -1.5% (female)"}},
	{"Tỷ lệ nữ cấp ủy viên đạt 19%, khóa trước là 16%.", []string{"committee.female.actual 19%", "committee.female.previous 16%"}},
	// A new committee is a committee.
	{"Đại hội đã bầu BCH mới gồm 9 Đ/C.", []string{"committee.total.actual 9"}},
	{"Đại hội bầu BCH mới gồm 9 đồng chí, trong đó mới 3 đồng chí.", []string{"committee.total.actual 9", "committee.first_time.actual 3"}},
	// The congress that a delegation goes to is no place of its figures.
	{"Đại hội bầu 13 đại biểu chính thức và 2 đại biểu dự khuyết vào Đoàn đại biểu dự Đại hội Đảng bộ thị xã Gò Dầu.",
		[]string{"upper_delegation.total.actual 13", "upper_delegation.alternate.actual 2"}},
	{"Đại hội bầu 13 đại biểu chính thức, 1 đại biểu dự khuyết đi dự Đại hội đại biểu Đảng bộ tỉnh Hà Nam.",
		[]string{"upper_delegation.total.actual 13", "upper_delegation.alternate.actual 1"}},
	// The size of the committee before, in brackets.
	{"Ban Chấp hành khóa XXV có 51 người, giảm 3 người so với khóa XXIV (có 54 người).",
		[]string{"committee.total.actual 51", "committee.change.actual -3 (total)", "committee.total.previous 54"}},
}

func TestPress(t *testing.T) {
	r := newReading(t)
	for _, s := range press {
		check(t, r, s.text, district, s.rows...)
	}
}

// What is a day or a name is no figure that nobody read.
func TestPressUnread(t *testing.T) {
	r := newReading(t)
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Trong hai ngày 14 và 15.7, Đảng bộ xã Tân Thành đã tổ chức đại hội.", nil},
		{"Trong 2 ngày 7 và 8-5, Đảng bộ xã Tân Thành tiến hành đại hội.", nil},
		{"Trong các ngày 20, 21-7, Đảng bộ huyện tổ chức đại hội.", nil},
		{"Chi bộ 25 nghiêm túc chuẩn bị đại hội.", nil},
		{"Chi bộ 12 bầu cấp ủy mới.", nil},
		{"Bí thư lớn tuổi nhất là 59 và trẻ nhất là 39 tuổi.", nil},
		{"Có 12 hồ sơ của chi bộ được thẩm định.", []string{"12"}},
	} {
		if got, _ := r.unread(scan.Plain(c.text)); !slices.Equal(got, c.want) {
			t.Errorf("%s: unread %v, want %v", c.text, got, c.want)
		}
	}
}
