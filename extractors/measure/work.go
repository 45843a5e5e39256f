package measure

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
)

// Work with people and organisations counts those on whom it is done, who are no number of a
// body: "kiểm tra 1.300 đảng viên", "phân công 38 đồng chí theo dõi", "tập huấn cho 186 bí thư".

// worked are verbs of such work. Those of training and tasks are in sentOrTaught, because their
// objects are people alone.
var worked = []string{
	"kiểm tra", "giám sát", "phúc tra", "kỷ luật", "khiển trách", "cảnh cáo", "khai trừ", "xóa tên", "sàng lọc", "khen thưởng", "biểu dương", "tuyên dương",
	"tặng thưởng", "kết nạp", "phát triển",
}

// sized are words between such a verb and its figure, folded.
var sized = []string{"được", "thêm", "mới", "đối", "với", "cho", "tổng", "số", "cộng", "gần", "hơn", "trên", "khoảng", "cả", "lượt"}

// Why figures of work are not read.
const (
	workReason   = "work with members or organisations"
	taughtReason = "sent or taught"
)

// workedOn reports whether a figure counts members or organisations that a verb of Party
// work has for its object, alone or after others: "kiểm tra 25 đảng viên và 3 chi bộ".
func (r *reader) workedOn(i int) bool {
	g := &r.groups[i]
	if g.head == nil || g.head.body != "party_member" && !(g.head.org && g.head.party) || g.main.percent {
		return false
	}
	return r.workBefore(g) || r.goesOnWithWork(g, workReason)
}

// workBefore reports whether a verb of work stands right before a figure.
func (r *reader) workBefore(g *group) bool {
	if !r.t.Has(r.x.words.worked, r.first, r.last) {
		return false
	}
	at := r.besideOrganisations(g.main.first)
	for at > r.first && slices.Contains(sized, r.t.Fold(at-1)) {
		at--
	}
	for _, h := range r.t.HitsIn(r.x.words.worked, max(r.first, at-3), at) {
		if w := r.t.Fold(h.First - 1); h.Last == at && (!r.t.Tokens[h.First].Upper || h.First == r.firstWord()) && w != "được" && w != "ban" {
			return true // no "ủy ban kiểm tra 7 đồng chí"
		}
	}
	return false
}

// besideOrganisations returns the token of the number of organisations that stands before a figure at a token as what the same
// work was done on, the token itself where none does: "kiểm tra [48] tổ chức đảng, 211 đảng viên".
func (r *reader) besideOrganisations(i int32) int32 {
	at := i - 1
	if at <= r.first || !r.t.Is(at, ',') && r.t.Fold(at) != "và" {
		return i
	}
	for n := 0; n < 4 && at > r.first+1 && r.t.Tokens[at-1].Kind == scan.Word; n++ {
		at--
	}
	if r.t.Fold(at) != "tổ" || r.t.Fold(at+1) != "chức" || !r.numberAt(at-1) {
		return i
	}
	return at - 1
}

// goesOnWithWork reports whether a figure goes on with those whom the figure before it counts,
// which is not read for a reason.
func (r *reader) goesOnWithWork(g *group, reason string) bool {
	p := r.groupBefore(g)
	if p == nil || p.main.reason != reason {
		return false
	}
	for k := p.end; k < g.at; k++ {
		if it := &r.items[k]; it.mark != ',' && it.c().link != "cut" && it.fig == nil {
			return false
		}
	}
	return true
}

// sentOrTaught reports whether a figure counts people who are given a task or a training, or
// on whom work was done: "phân công 38 đồng chí theo dõi", "tập huấn cho 186 bí thư".
func (r *reader) sentOrTaught(g *group) bool {
	at := g.main.first
	if g.main.percent {
		return false
	}
	if r.honoured(g) {
		return true
	}
	if at < r.first+2 {
		return false
	}
	switch r.t.Fold(at-2) + " " + r.t.Fold(at-1) {
	case "phân công", "kiện toàn", "thay thế", "gọi tên", "chỉ tên", "nêu tên":
		return true
	case "bồi dưỡng", "đào tạo", "tập huấn":
		return !r.t.Tokens[at-2].Upper // and no "Đảng bộ Phòng Giáo dục và Đào tạo 14 đại biểu"
	}
	if r.workBefore(g) || r.goesOnWithWork(g, taughtReason) { // "cho 186 bí thư chi bộ, 412 cấp ủy viên"
		return true
	}
	if r.t.Fold(at-1) != "cho" {
		return false
	}
	for i := at - 2; i > r.first && (r.t.Tokens[i].Kind == scan.Word || r.numberAt(i)); i-- {
		switch r.t.Fold(i-1) + " " + r.t.Fold(i) {
		case "tập huấn", "bồi dưỡng", "đào tạo", "huy hiệu", "bằng khen", "giấy khen", "thẻ đảng":
			return true // "trao Huy hiệu Đảng cho 148 đảng viên"
		}
	}
	return false
}

// honoured reports whether the members that a figure counts were admitted, inspected or given
// something, which is work with members: "412 đảng viên được tặng Huy hiệu".
func (r *reader) honoured(g *group) bool {
	if g.head == nil || g.head.body != "party_member" {
		return false
	}
	i := r.items[g.end-1].last
	if w := r.t.Fold(i); w != "được" && w != "đã" && w != "bị" && w != "mới" {
		return false
	}
	if _, ok := r.t.At(r.x.words.worked, i+1); ok {
		return true
	}
	switch r.t.Fold(i+1) + " " + r.t.Fold(i+2) {
	case "tặng huy", "trao huy", "nhận huy", "trao tặng", "đề nghị", "thi hành", "xử lý", "công nhận":
		return true
	}
	return false
}
