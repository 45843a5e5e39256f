package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// sectors begin what a composition of members is divided by, folded: where they work, or
// what they do there. A second syllable of "" stands for any.
var sectors = func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, words := range []string{
		"khối", "ngành", "lực lượng", "quân đội", "quân sự", "công an", "biên phòng", "bộ đội", "doanh nghiệp", "cơ quan", "đoàn thể", "mặt trận", "chính quyền",
		"nhà nước", "quản lí", "các", "sở ngành", "bộ chỉ", "bộ tư", "ban chỉ", "văn phòng",
		"lĩnh vực", "nội chính", "kinh tế", "văn hoá", "giáo dục", "y tế", "trí thức", "công nhân", "nông dân", "sản xuất", "kĩ thuật", "khoa học", "tư pháp",
		"công tác", "đảng đoàn", "dân vận", "tham mưu", "hậu cần", "chính uỷ", "chính trị", "chỉ huy", "trưởng công", "trưởng phòng", "trưởng ban", "trưởng thôn", "trưởng bản",
		"trưởng khu", "hiệu trưởng", "giám đốc", "phó giám", "tôn giáo", "xã phường", "xã thị", "phường xã", "phường thị", "thôn bản", "thôn xóm", "tổ dân", "địa phương", "đơn vị",
		"cán bộ", "chuyên trách", "bí thư", "thường trực", "trạm y", "giáo viên", "giảng viên", "nhà giáo", "viên chức", "công chức", "doanh nhân", "sinh viên", "cựu chiến", "hội phụ", "hội nông", "ubnd", "hđnd",
	} {
		a, b, _ := strings.Cut(words, " ")
		if out[a] == nil {
			out[a] = map[string]bool{}
		}
		out[a][b] = true
	}
	return out
}()

// sectorWords is how many tokens name a sector at most: "các cơ quan tham mưu, giúp việc
// cấp ủy và đoàn thể".
const sectorWords = 14

// isSector reports whether a sector begins at a token.
func (r *reader) isSector(i int32) bool {
	if i+1 >= r.last {
		return false
	}
	a := r.t.Fold(i)
	seconds := sectors[a]
	if seconds == nil {
		return (a == "đảng" || a == "thôn" || a == "huyện" || a == "xã" || a == "phường" || a == "ubnd" || a == "hđnd") && (r.t.Is(i+1, ',') || r.numberAt(i+1) || r.t.Is(i+1, ':'))
	}
	j := i + 1
	if (a == "xã" || a == "phường") && (r.numberAt(j) || r.t.Is(j, ':')) {
		return true
	}
	if a == "bí" {
		return r.s.attr == "other" && r.t.Fold(j) == "thư"
	}
	if a == "thường" && r.s.attr != "other" && !r.structured() {
		return false
	}
	if r.t.Is(j, ',') {
		j++ // "xã, thị trấn"
	}
	if a == "cán" {
		return r.t.Fold(j) == "bộ" && (r.t.Fold(j+1) == "cấp" || r.isSector(j+1) || r.kindAt(j+1) > j+1)
	}
	return seconds[""] && r.t.Fold(j) != "đồng" && r.t.Fold(j) != "cấp" || seconds[r.t.Fold(j)]
}

// sector returns the part of a composition that a figure counts, as the text names it
// behind the figure, or before it where no body stands there: "3 đồng chí quân đội", "khối
// Nhà nước 13 đồng chí".
func (r *reader) sector(i int, before bool) string {
	g := &r.groups[i]
	if g.head != nil && g.head.head != "person" || g.direct != nil {
		return ""
	}
	if q := r.sectorBehind(g); q != "" {
		return q
	}
	if before {
		return r.sectorBefore(i)
	}
	return ""
}

// sectorBefore returns the sector right before a figure: behind the figure before it and
// a mark, or behind what leads to the composition.
func (r *reader) sectorBefore(i int) string {
	g := &r.groups[i]
	from := int32(-1)
	lead := false
	for k := g.at - 1; k >= 0; k-- {
		it := &r.items[k]
		if i > 0 && k < r.groups[i-1].tail {
			if from < 0 {
				return ""
			}
			break
		}
		opens := it.mark == ':' && it.last != g.main.first || it.mark == '(' || it.c().link == "within" || it.c().link == "structure"
		if it.c().link == "copula" && k < g.at-1 && it.last != g.main.first && r.isSector(it.last) {
			opens = true
		}
		if opens {
			from, lead = it.last, true
			break
		}
		if it.mark == ';' || it.mark == ',' || it.c().link == "cut" || it.mark == '-' {
			if r.isSector(it.last) {
				from = it.last
				if it.mark == ';' {
					break
				}
			}
		}
	}
	if from < 0 || !r.isSector(from) {
		return ""
	}
	stop := g.main.first
	for stop > from+1 {
		if w := r.t.Fold(stop - 1); r.t.Is(stop-1, ':') || w == "có" || w == "là" || w == "chiếm" || w == "được" || w == "gồm" || w == "đạt" {
			stop--
			continue
		}
		break
	}
	if stop-from < 1 || r.t.Is(stop-1, ',') || stop-from > sectorWords || !r.onlyNames(from, stop) {
		return ""
	}
	if g.main.bare && !lead && r.s.attr != "other" && !r.structured() && !(r.t.Is(from-1, ';') && stop == g.main.first-1 && r.t.Is(stop, ':')) {
		return ""
	}
	return r.t.String(from, stop)
}

// onlyNames reports whether a range of tokens has no figure and nothing that is counted
// or done, so that it can name a sector.
func (r *reader) onlyNames(first, last int32) bool {
	for k := range r.items {
		it := &r.items[k]
		if it.last <= first || it.first >= last {
			continue
		}
		switch c := it.c(); {
		case it.fig != nil, it.place != "" && r.t.Tokens[it.last-1].Kind == scan.Number, it.mark != 0 && it.mark != ',' && it.mark != '-', it.when:
			return false
		case c.phase != "", c.isAttr(), isSeats(c.body) && c.use != "actor" && c.body != "committee" && it.first != first, c.link == "within", c.link == "change", c.link == "versus", c.link == "pair":
			return false
		}
	}
	return true
}

// structured reports whether the sentence says that it tells a composition.
func (r *reader) structured() bool {
	for k := range r.items {
		if l := r.items[k].c().link; l == "structure" || l == "within" {
			return true
		}
	}
	return false
}

// inBracket reports whether a figure is the first of a bracket.
func (r *reader) inBracket(g *group) bool {
	return g.at > 0 && r.items[g.at-1].mark == '(' && r.items[g.at-1].last == g.main.first
}

// sectorBehind returns the sector that follows a figure or its noun.
func (r *reader) sectorBehind(g *group) string {
	from := g.main.last
	if g.head != nil {
		if from = r.items[g.end-1].last; r.t.Fold(r.items[g.headAt].first) == "cán" {
			from = r.items[g.headAt].first
		}
	}
	if g.main.percent || !r.isSector(from) || g.head == nil && !r.structured() && !r.inBracket(g) && r.s.attr != "other" {
		return ""
	}
	stop := from
	for stop < r.last && stop-from < sectorWords {
		tok := &r.t.Tokens[stop]
		if tok.Kind == scan.Number || tok.Kind == scan.Punct && !(r.t.Is(stop, ',') && (r.isSector(stop+1) || r.kindAt(stop+1) > stop+1)) {
			break
		}
		if c := r.peek2(stop); stop > from && (c.link == "into" || c.phase != "" || c.link == "copula" || c.link == "pair" || c.link == "cut" && !r.isSector(stop+1) || c.link == "within" || c.isAttr() || isSeats(c.body)) {
			break
		}
		stop++
	}
	if stop-from < 2 {
		return ""
	}
	return r.t.String(from, stop)
}

// peek2 returns the cue of the item that begins at a token.
func (r *reader) peek2(i int32) *cue {
	for k := range r.items {
		if r.items[k].first == i {
			return r.items[k].c()
		}
	}
	return &nothing
}
