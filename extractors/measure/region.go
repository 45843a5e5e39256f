package measure

import "github.com/tongket/tongket/extractors/scan"

// region reads a group of units that begins a clause by what they have in common, for which the
// figures behind it are: "Ở 9 huyện miền núi, …", "Tại các xã vùng cao, …". The group is one place, as
// it is written.
func (r *reader) region(h scan.Hit) (int32, bool) {
	end := h.Last
	for range 2 {
		next := r.regionAt(end)
		if next == end {
			break
		}
		end = next
	}
	if end == h.Last || end >= r.last || !r.t.Is(end, ',') && !regionTold[r.t.Fold(end)] && !r.numberAt(end) {
		return 0, false
	}
	comma := r.t.Is(end, ',')
	first, n := h.First, len(r.items)
	counted := n > 0 && r.items[n-1].fig != nil && r.items[n-1].last == first && len(r.figs) > 0 && r.figs[len(r.figs)-1] == r.items[n-1].fig
	switch {
	case counted:
		first = r.items[n-1].first
	case first > r.first && r.t.Fold(first-1) == "các":
		first--
	default:
		return 0, false
	}
	if !comma && !r.regionBegins(first) || comma && (first <= r.first || !r.blocWhere(first) && !r.regionBegins(first)) {
		return 0, false
	}
	if counted {
		r.figs = r.figs[:len(r.figs)-1]
		r.items = r.items[:n-1]
	}
	level := ""
	if c := r.x.words.of[h.Value]; c.level == "commune" || c.level == "grassroots" {
		if level = "grassroots"; r.since2025() {
			level = "upper_grassroots"
		}
	}
	r.items = append(r.items, item{first: first, last: end, cue: &nothing, place: r.t.String(first, end), placeLevel: level})
	return end, true
}

// regionBegins reports whether a clause, or a part of what was counted, begins at a token: "trong đó các xã vùng
// cao đạt 24%", "; các huyện miền núi chỉ 11%".
func (r *reader) regionBegins(i int32) bool {
	if i == r.firstWord() {
		return true
	}
	if i <= r.first {
		return false
	}
	switch r.t.Fold(i - 1) {
	case "đó", "riêng", "còn", "là", ";", ",", ":":
		return true
	}
	return false
}

// regionTold begin what is told of a region, folded.
var regionTold = map[string]bool{"đạt": true, "chiếm": true, "chỉ": true, "mới": true, "có": true, "là": true, "lên": true, "bầu": true, "thiếu": true, "còn": true, "khuyết": true, "tới": true, "gần": true, "trên": true, "hơn": true, "khoảng": true}

// regionAt returns the end of the words for a region that begin at a token, the token itself where
// none do.
func (r *reader) regionAt(i int32) int32 {
	if i+1 >= r.last {
		return i
	}
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "miền núi", "biên giới", "vùng cao", "vùng sâu", "vùng xa", "vùng giáo", "vùng thấp", "ven biển", "đồng bằng", "hải đảo", "trung du", "phía bắc", "phía nam", "phía tây", "phía đông", "nội thành", "ngoại thành", "bãi ngang", "khó khăn", "đặc biệt", "vùng tây", "vùng đông", "vùng ven", "vùng biên", "vùng i", "vùng ii", "vùng iii", "vùng đồng", "trung tâm", "ngoại ô", "ven đô", "ven sông", "dân tộc", "nông thôn", "đô thị", "thuần nông", "đồng bào", "phía trên", "phía dưới":
		return i + 2
	}
	return i
}
