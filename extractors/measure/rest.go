package measure

import (
	"github.com/tongket/tongket/extractors/scan"
)

// leftOver is what is said of the organisations that are left where others were counted.
const leftOver = "còn lại"

// rest resolves organisations that are left over and of which no more is told than where they are
// or what they have still to do: "8 đảng bộ còn lại giữ nguyên lịch", "46 đơn vị còn lại phải đại
// hội xong trước 31/5", "Số còn lại 16 đơn vị". What they are or did is told in their own words.
func (r *reader) rest(g *group, m *measure) bool {
	if g.main.percent || g.main.ratio || g.headAt < 0 || r.t.Fold(r.items[g.headAt].last-1) == "hội" {
		return false
	}
	i, named := r.restBehind(g)
	if !named && !r.restBefore(g) || !g.head.party && !r.othersTold() {
		return false
	}
	if i < r.last && r.t.Is(i, '(') {
		for i < r.last && !r.t.Is(i, ')') {
			i++
		}
		i++
	}
	ahead := false
	if i < r.last && r.t.Tokens[i].Kind == scan.Word {
		w := r.t.Fold(i)
		if w == "đều" {
			w = r.t.Fold(i + 1)
		}
		switch {
		case w == "sẽ" || w == "dự" && r.t.Fold(i+1) == "kiến":
			ahead = true
		case !restAhead[w] && !restWhere[w] && !(w == "xong" && r.t.Fold(i+1) == "trước") && !(w == "hoàn" && r.t.Fold(i+2) == "trước"):
			return false
		}
	}
	m.attr, m.qual, m.undated = "other", leftOver, ahead
	if r.t.Identity.Type != "plan" {
		m.phase = "actual"
	}
	return true
}

// restBehind returns the token behind "còn lại" where it stands behind a noun of organisations
// and the words for their kind.
func (r *reader) restBehind(g *group) (int32, bool) {
	i := r.items[g.end-1].last
	for k := g.end; k < len(r.items) && r.items[k].first == i && r.items[k].c().strength == "strong"; k++ {
		i = r.items[k].last // "94 đảng bộ cấp xã còn lại"
	}
	for n := 0; n < kindWords && i < r.last && r.t.Tokens[i].Kind == scan.Word; n++ {
		if r.t.Fold(i) == "còn" && r.t.Fold(i+1) == "lại" {
			return i + 2, true
		}
		end := r.kindAt(i)
		if end == i {
			break
		}
		i = end
	}
	return i, false
}

// restBefore reports whether "còn lại" stands right before a number: "Số còn lại 16 đơn vị", "còn
// lại 3 đảng bộ".
func (r *reader) restBefore(g *group) bool {
	i := g.main.first - 1
	for ; i > r.first && (r.t.Is(i, ':') || r.t.Fold(i) == "là" || r.t.Fold(i) == "có" || r.t.Fold(i) == "gồm"); i-- {
	}
	return i > r.first && r.t.Fold(i) == "lại" && r.t.Fold(i-1) == "còn"
}

// othersTold reports whether organisations were counted before, some of which a noun that is none
// of the Party then means.
func (r *reader) othersTold() bool {
	return r.s.done != "" || r.s.parts || r.d.parts || r.d.done != nil || len(r.d.tallies) > 0
}

// restAhead begin what organisations have still to do, folded.
var restAhead = map[string]bool{"phải": true, "cần": true, "giữ": true, "khẩn": true, "tiếp": true, "trước": true, "chậm": true, "chuẩn": true}

// restWhere begin where they are, folded.
var restWhere = map[string]bool{"ở": true, "tại": true, "thuộc": true, "của": true, "trong": true, "trên": true, "và": true, "với": true, "nằm": true}
