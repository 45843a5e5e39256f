package measure_test

import "testing"

// sentence is one case: a text and the rows it states, one a line.
type sentence struct {
	text string
	rows []string
}

// Totals and the ways of saying them.
var totals = []sentence{
	{"Đại hội đã bầu 41 đồng chí vào Ban Chấp hành Đảng bộ huyện khóa mới.", []string{"committee.total.actual 41"}},
	{"Ban Chấp hành gồm 41 đồng chí, Ban Thường vụ gồm 11 đồng chí, Ủy ban Kiểm tra gồm 7 đồng chí.", []string{"committee.total.actual 41", "standing_committee.total.actual 11", "inspection_committee.total.actual 7"}},
	{"Tổng số cấp ủy viên trúng cử là 1.204 người.", []string{"committee.total.actual 1204 grassroots"}},
	{"Hội nghị lần thứ nhất bầu Ban Thường vụ Huyện ủy với 12 thành viên.", []string{"standing_committee.total.actual 12"}},
	{"Có 39 nhân sự trúng cử vào Ban Chấp hành.", []string{"committee.total.actual 39"}},
	{"Đại hội bầu được 40/41 đồng chí vào Ban Chấp hành theo đề án.", []string{"committee.total.actual 40", "committee.total.planned 41"}},
	{"Các đại biểu đã chọn 39/45 người trong danh sách để bầu vào Ban Chấp hành.", []string{"committee.total.actual 39", "committee.total.nominated 45"}},
	{"Đại hội thông qua danh sách 47 đồng chí để bầu 41 đồng chí vào Ban Chấp hành.", []string{"committee.total.nominated 47", "committee.total.planned 41"}},
	{"Bộ Chính trị chỉ định Ban Chấp hành Đảng bộ gồm 60 ủy viên; Ban Thường vụ gồm 18 ủy viên.", []string{"committee.appointed.actual 60", "standing_committee.appointed.actual 18"}},
	{"Đại hội sẽ bầu 35 đồng chí vào Ban Chấp hành.", []string{"committee.total.planned 35"}},
	{"Dự kiến Ban Thường vụ gồm 11 đồng chí.", []string{"standing_committee.total.planned 11"}},
	{"Số lượng ủy viên Ban Thường vụ không quá 13 người.", []string{"standing_committee.total.target <=13"}},
	{"Ban Thường vụ từ 9 đến 11 đồng chí.", []string{"standing_committee.total.actual 9-11"}},
	{"Bầu hai Phó Bí thư Huyện ủy.", []string{"deputy_secretary.total.actual 2"}},
	{"Hội nghị đã bầu 3 Phó Bí thư gồm các đồng chí có tên sau.", []string{"deputy_secretary.total.actual 3"}},
	{"Chi ủy khóa mới có 3 đồng chí.", []string{"committee.total.actual 3"}},
	{"Cấp ủy đương nhiệm giới thiệu 38 đồng chí.", []string{"committee.total.nominated 38"}},
}

// Composition: what is stated of the members of a body.
var composition = []sentence{
	{"Đại hội bầu 41 đồng chí vào Ban Chấp hành, trong đó có 9 đồng chí nữ (21,95%), 5 đồng chí dưới 40 tuổi (12,2%), 14 đồng chí tham gia lần đầu.",
		[]string{"committee.total.actual 41", "committee.female.actual 9", "committee.female.actual 21.95%", "committee.age_band.actual 5 (<40)", "committee.age_band.actual 12.2% (<40)", "committee.first_time.actual 14"}},
	{"Tổng số bí thư cấp ủy được bầu là 28 đồng chí. Trong đó, tái cử 19 (chiếm 67,9%); nữ 4 (14,3%).",
		[]string{"secretary.total.actual 28 grassroots", "secretary.re_elected.actual 19 grassroots", "secretary.re_elected.actual 67.9% grassroots", "secretary.female.actual 4 grassroots", "secretary.female.actual 14.3% grassroots"}},
	{"Cấp ủy viên nữ có 102 người, chiếm 24,6%; cấp ủy viên trẻ (dưới 35 tuổi) có 71 người, chiếm 17,1%.",
		[]string{"committee.female.actual 102", "committee.female.actual 24.6%", "committee.young.actual 71 (<35)", "committee.young.actual 17.1% (<35)"}},
	{"Độ tuổi bình quân của ban chấp hành là 44,6; của ban thường vụ là 47,3 và của bí thư là 50,1.",
		[]string{"committee.age.actual 44.6 mean", "standing_committee.age.actual 47.3 mean", "secretary.age.actual 50.1 mean"}},
	{"Tuổi bình quân của ban chấp hành, ban thường vụ lần lượt là 43,2 và 46,8 tuổi.",
		[]string{"committee.age.actual 43.2 mean", "standing_committee.age.actual 46.8 mean"}},
	{"Trong Ban Chấp hành, trình độ chuyên môn: đại học 30 đồng chí, thạc sĩ 9 đồng chí; lý luận chính trị: cao cấp, cử nhân 35 đồng chí, trung cấp 6 đồng chí.",
		[]string{"committee.education.actual 30 (bachelor)", "committee.education.actual 9 (master)", "committee.theory.actual 35 (advanced)", "committee.theory.actual 6 (intermediate)"}},
	{"Về độ tuổi của cấp ủy: dưới 40 tuổi 8 đồng chí; từ 40 đến 50 tuổi 22 đồng chí; trên 50 tuổi 11 đồng chí.",
		[]string{"committee.age_band.actual 8 (<40)", "committee.age_band.actual 22 (40-50)", "committee.age_band.actual 11 (>50)"}},
	{"Có 17 bí thư không phải là người địa phương, chiếm 60,7%.", []string{"secretary.non_local.actual 17 grassroots", "secretary.non_local.actual 60.7% grassroots"}},
	{"12 bí thư đảng ủy được bầu trực tiếp tại đại hội.", []string{"secretary.direct_election.actual 12 grassroots"}},
	{"Số cấp ủy viên bầu thiếu so với số lượng được duyệt là 6 đồng chí.", []string{"committee.shortfall.actual 6"}},
	{"Ban thường vụ còn thiếu 2 đồng chí so với đề án.", []string{"standing_committee.shortfall.actual 2"}},
	{"Tỷ lệ đổi mới cấp ủy đạt 35,4%.", []string{"committee.renewal.actual 35.4%"}},
	{"Số dư trong danh sách bầu cử ban chấp hành đạt 14,6%.", []string{"committee.surplus.nominated 14.6%"}},
	{"Cấp ủy viên là người dân tộc Mường 12 đồng chí.", []string{"committee.other.actual 12 (dân tộc Mường)"}},
	{"Ban Thường vụ Huyện ủy không có cán bộ nữ.", []string{"standing_committee.female.actual 0"}},
	{"Đảng bộ xã Xuân Đài, Đảng bộ xã Kim Thượng không có cán bộ trẻ tham gia ban chấp hành.",
		[]string{"committee.young.actual 0 @xã Xuân Đài grassroots", "committee.young.actual 0 @xã Kim Thượng grassroots"}},
	{"Cấp ủy viên nữ đạt 22,5%, tăng 3,1% so với nhiệm kỳ trước.", []string{"committee.female.actual 22.5%", "committee.change.actual 3.1% (female)"}},
	{"Ban Chấp hành có 41 đồng chí, giảm 2 đồng chí so với nhiệm kỳ trước.", []string{"committee.total.actual 41", "committee.change.actual -2 (total)"}},
	{"Phấn đấu tỷ lệ cấp ủy viên nữ từ 15% trở lên.", []string{"committee.female.target >=15% "}},
	{"Có 4 đồng chí xin rút khỏi danh sách bầu Ban Chấp hành.", []string{"committee.withdrawn.nominated 4"}},
	{"5 đồng chí được giới thiệu tái cử cấp ủy nhưng không trúng cử.", []string{"committee.not_re_elected.actual 5"}},
}

// Organisations and the progress of congresses.
var organisations = []sentence{
	{"Tính đến hết ngày 30/6/2020, có 44/45 tổ chức cơ sở đảng hoàn thành đại hội, đạt 97,8%.",
		[]string{"organization.completed.actual 44 grassroots on 2020-06-30", "organization.completed.actual 45 of grassroots on 2020-06-30", "organization.completed.actual 97.8% grassroots on 2020-06-30"}},
	{"Toàn bộ 210 chi bộ trực thuộc đảng ủy cơ sở đã tổ chức thành công đại hội.", []string{"organization.completed.actual 210 cell"}},
	{"Đảng bộ huyện có 45 tổ chức cơ sở đảng với 5.312 đảng viên.", []string{"organization.total.actual 45 grassroots", "party_member.total.actual 5312"}},
	{"Có 9 đảng bộ có tỷ lệ cấp ủy viên nữ trên 25%.", []string{"organization.meets_target.actual 9 (tỷ lệ cấp ủy viên nữ trên 25%) grassroots"}},
	{"Còn 3 đảng bộ xã chưa tổ chức đại hội.", []string{"organization.other.actual 3 (chưa tổ chức đại hội) grassroots"}},
	{"Huyện chọn 4 đảng bộ cơ sở tổ chức đại hội điểm.", []string{"organization.other.actual 4 (tổ chức đại hội điểm) grassroots"}},
	{"02 chi bộ cơ sở bầu thiếu cấp ủy viên.", []string{"organization.other.actual 2 (bầu thiếu cấp ủy viên) grassroots"}},
}

// Delegates, members, votes and comments.
var meetings = []sentence{
	{"Dự Đại hội có 210 đại biểu chính thức, đại diện cho hơn 5.300 đảng viên trong toàn Đảng bộ.", []string{"delegate.total.actual 210", "party_member.total.actual >5300"}},
	{"Đại hội triệu tập 210 đại biểu, trong đó có 41 đại biểu đương nhiên, 169 đại biểu được bầu từ cơ sở.",
		[]string{"delegate.total.actual 210", "delegate.ex_officio.actual 41", "delegate.elected.actual 169"}},
	{"Đại biểu nữ có 58 đồng chí, chiếm 27,6%; 31 đại biểu là người dân tộc thiểu số (chiếm 14,8%).",
		[]string{"delegate.female.actual 58", "delegate.female.actual 27.6%", "delegate.ethnic_minority.actual 31", "delegate.ethnic_minority.actual 14.8%"}},
	{"Đại hội bầu 18 đại biểu chính thức và 2 đại biểu dự khuyết đi dự Đại hội đại biểu Đảng bộ tỉnh.",
		[]string{"upper_delegation.total.actual 18", "upper_delegation.alternate.actual 2"}},
	{"Đoàn đại biểu dự Đại hội Đảng bộ tỉnh gồm 16 đồng chí.", []string{"upper_delegation.total.actual 16"}},
	{"Đồng chí được bầu giữ chức Bí thư Huyện ủy với 41/41 phiếu, đạt 100%.", []string{"vote.approval.actual 41", "vote.approval.actual 41 of", "vote.approval.actual 100%"}},
	{"Số phiếu phát ra 210, thu về 209, hợp lệ 207, không hợp lệ 2.", []string{"vote.issued.actual 210", "vote.returned.actual 209", "vote.valid.actual 207", "vote.invalid.actual 2"}},
	{"Có 1.250 lượt ý kiến góp ý vào dự thảo Báo cáo chính trị.", []string{"comment.total.actual 1250"}},
	{"Đại hội đã nghe 12 tham luận.", []string{"comment.total.actual 12"}},
	{"Gần 26 vạn đảng viên sinh hoạt trong Đảng bộ.", []string{"party_member.total.actual <260000"}},
}

// What looks like a measure and is none.
var others = []string{
	"Nhiệm kỳ 2015 - 2020, tốc độ tăng trưởng kinh tế bình quân đạt 8,5%/năm; thu ngân sách 120 tỷ đồng.",
	"Huyện có 12/16 xã đạt chuẩn nông thôn mới.",
	"Trong 5 năm, Ủy ban Kiểm tra các cấp đã thi hành kỷ luật 45 đảng viên, trong đó khiển trách 30, cảnh cáo 12.",
	"Toàn Đảng bộ kết nạp 612 đảng viên mới, trong đó nữ 301 đồng chí.",
	"Tại kỳ họp HĐND, đồng chí trúng cử với 35/35 phiếu tán thành.",
	"Đồng chí sinh năm 1975, 45 tuổi, có 20 năm công tác.",
	"Đại hội diễn ra trong 2 ngày, từ ngày 12 đến ngày 13/8/2020.",
	"Nghị quyết số 18-NQ/TW và Chỉ thị số 35-CT/TW được 100% cơ sở quán triệt.",
	"Đại hội Đoàn Thanh niên huyện bầu 29 đồng chí vào Ban Chấp hành.",
	"Cử tri bầu 30 đại biểu HĐND huyện, trong đó có 9 đại biểu nữ.",
	"Quy hoạch cấp ủy giai đoạn tới có 62 đồng chí, trong đó nữ 15 đồng chí.",
	"Số điện thoại liên hệ: 0210 3 845 123.",
	"Chương trình hành động đề ra 15 chỉ tiêu và 6 nhóm giải pháp.",
	"Khoảng 1/3 cấp ủy viên được thay mới.",
}

func TestProse(t *testing.T) {
	r := newReading(t)
	for name, group := range map[string][]sentence{"totals": totals, "composition": composition, "organisations": organisations, "meetings": meetings} {
		t.Run(name, func(t *testing.T) {
			for _, s := range group {
				check(t, r, s.text, district, s.rows...)
			}
		})
	}
	t.Run("none", func(t *testing.T) {
		for _, text := range others {
			check(t, r, text, district)
		}
	})
}
