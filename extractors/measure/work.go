package measure

import "slices"

// worked are verbs of what Party work is done upon members and organisations, who are no
// number of a body by it: "kiểm tra 1.300 đảng viên, 351 tổ chức đảng", "phát triển được
// 120 đảng viên".
var worked = []string{
	"kiểm tra", "giám sát", "phúc tra", "kỷ luật", "khiển trách", "cảnh cáo", "khai trừ", "xóa tên", "sàng lọc", "khen thưởng", "biểu dương", "tuyên dương",
	"tặng thưởng", "kết nạp", "phát triển",
}

// sized are words between such a verb and its figure, folded.
var sized = []string{"được", "thêm", "mới", "đối", "với", "cho", "tổng", "số", "cộng", "gần", "hơn", "trên", "khoảng", "cả", "lượt"}

// workedOn reports whether a figure counts members or organisations that a verb of Party
// work has for its object, alone or after others: "kiểm tra 25 đảng viên và 3 chi bộ".
func (r *reader) workedOn(i int) bool {
	g := &r.groups[i]
	if g.head == nil || g.head.body != "party_member" && !(g.head.org && g.head.party) || g.main.percent || !r.t.Has(r.x.words.worked, r.first, r.last) {
		return false
	}
	at := g.main.first
	for at > r.first && (slices.Contains(sized, r.t.Fold(at-1))) {
		at--
	}
	for _, h := range r.t.HitsIn(r.x.words.worked, max(r.first, at-3), at) {
		if h.Last == at && (!r.t.Tokens[h.First].Upper || h.First == r.firstWord()) && r.t.Fold(h.First-1) != "được" {
			return true
		}
	}
	if i == 0 || r.groups[i-1].main.reason != workReason {
		return false
	}
	before := &r.groups[i-1]
	for k := before.end; k < g.at; k++ {
		if l := r.items[k].c().link; r.items[k].mark != ',' && l != "cut" && r.items[k].fig == nil {
			return false
		}
	}
	return true
}

// workReason is why such a figure is not read.
const workReason = "work with members or organisations"
