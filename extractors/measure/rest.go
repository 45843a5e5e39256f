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
	if g.main.percent || g.main.ratio || g.headAt < 0 {
		return false
	}
	i, named := r.restBehind(g)
	if named && r.demandBefore(g) {
		m.attr, m.qual, m.undated = "other", leftOver, true
		if r.t.Identity.Type != "plan" {
			m.phase = "actual"
		}
		return true
	}
	if w := r.t.Fold(r.items[g.headAt].last - 1); w == "hội" && !(named && restAhead[r.t.Fold(i)]) {
		return false
	}
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
		case w == "là" && i+2 < r.last && r.t.Tokens[i+1].Kind == scan.Word && !r.t.Tokens[i+1].Upper && r.t.Fold(i+1) != "các" && r.t.Fold(i+1) != "của":
			stop := i + 1
			for stop < r.last && r.t.Tokens[stop].Kind == scan.Word {
				stop++
			}
			m.attr, m.qual = "other", r.t.String(i+1, stop) // "hai đơn vị còn lại là doanh nghiệp đang giải thể"
			return true
		case w == "là":
		case w == "chủ" && r.t.Fold(i+1) == "yếu":
			ahead = r.willBe(i)
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

// willBe reports whether the rest of a clause behind a token tells what is still to come.
func (r *reader) willBe(i int32) bool {
	for ; i < r.last && !r.t.Is(i, ';') && !r.t.Is(i, '.'); i++ {
		if r.t.Fold(i) == "sẽ" {
			return true
		}
	}
	return false
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
	if i <= r.first || r.t.Fold(i) != "lại" || r.t.Fold(i-1) != "còn" {
		return false
	}
	i -= 2
	return i < r.first || r.t.Tokens[i].Kind == scan.Punct || r.t.Fold(i) == "số" || r.t.Fold(i) == "phần" || r.t.Fold(i) == "và"
}

// othersTold reports whether organisations were counted before, some of which a noun that is none
// of the Party then means.
func (r *reader) othersTold() bool {
	return r.s.done != "" || r.s.parts || r.d.parts || r.d.done != nil || len(r.d.tallies) > 0
}

// restAhead begin what organisations have still to do, folded.
var restAhead = map[string]bool{"phải": true, "cần": true, "giữ": true, "khẩn": true, "tiếp": true, "trước": true, "chậm": true, "chuẩn": true}

// restWhere begin where they are, folded.
var restWhere = map[string]bool{"ở": true, "tại": true, "thuộc": true, "của": true, "trong": true, "trên": true, "và": true, "với": true, "nằm": true, "gồm": true, "tập": true, "rơi": true, "hầu": true, "phần": true, "đa": true}

// happenedAt returns what happened in as many organisations as a figure counts, "" where no more
// is told than where persons are: "Tại 3 đảng bộ, bí thư dự kiến không trúng cử", "Bầu thiếu cấp ủy
// viên ở 6 đơn vị", "Có tình trạng vận động phiếu bầu tại 2 chi bộ".
func (r *reader) happenedAt(g *group) string {
	at := g.main.first - 1
	if g.main.percent || at < r.firstWord() {
		return ""
	}
	if w := r.t.Fold(at); w != "ở" && w != "tại" {
		return ""
	}
	if r.t.Tokens[at].Upper || at == r.firstWord() || r.t.Is(at-1, ',') && at <= r.firstWord()+longestLink {
		return r.failsBehind(g)
	}
	from := at
	for from > r.firstWord() && !r.t.Is(from-1, ';') && !r.t.Is(from-1, ':') && !r.t.Is(from-1, '.') {
		from--
	}
	for k := range r.items {
		if it := &r.items[k]; it.first >= from && it.last <= at && it.fig != nil {
			return ""
		}
	}
	for r.t.Fold(from) == "còn" || r.t.Fold(from) == "vẫn" || r.t.Fold(from) == "có" || r.t.Fold(from) == "xảy" || r.t.Fold(from) == "ra" {
		from++
	}
	switch r.t.Fold(from) + " " + r.t.Fold(from+1) {
	case "tình trạng", "hiện tượng", "biểu hiện", "trường hợp":
		if at-from > 3 {
			return r.t.String(from+2, at)
		}
		return ""
	}
	if !r.over(r.items[g.end-1].last) {
		return ""
	}
	for k := g.end; k < len(r.items) && r.items[k].mark != ';'; k++ {
		if r.items[k].fig != nil {
			return "" // "Số thiếu ở 12 đơn vị, tổng cộng 15 đồng chí"
		}
	}
	for k := range r.items {
		if it := &r.items[k]; it.first >= from && it.last <= at && it.c().attr == "shortfall" {
			for j := from; j < at; j++ {
				if r.t.Is(j, ',') {
					return ""
				}
			}
			if r.t.Fold(from) == "bầu" {
				return r.t.String(from, at) // "Bầu cấp ủy lần thứ nhất thiếu số lượng"
			}
			return r.t.String(it.first, at)
		}
	}
	return ""
}

// failsBehind returns the clause behind organisations and a comma that says what failed in them:
// "Ở 34 đảng bộ xã, chủ tịch Ủy ban nhân dân không trúng cấp ủy"; "" for another.
func (r *reader) failsBehind(g *group) string {
	i := r.items[g.end-1].last
	if end := r.kindAt(i); end > i {
		i = end
	}
	if !r.t.Is(i, ',') || r.ofSecretaries(g) != "" {
		return ""
	}
	from, failed := i+1, false
	stop := r.trimmed(r.last)
	for k := g.end; k < len(r.items); k++ {
		it := &r.items[k]
		if it.first < from {
			continue
		}
		if it.fig != nil {
			return ""
		}
		if it.mark == ';' || it.mark == ',' {
			stop = it.first
			break
		}
	}
	for j := from; j+1 < stop; j++ {
		switch r.t.Fold(j) + " " + r.t.Fold(j+1) {
		case "không trúng", "không đủ", "không đạt", "không được", "chưa trúng", "chưa được", "chưa có", "không có", "để xảy", "bị loại", "trượt cấp":
			failed = true
		}
	}
	if !failed || stop-from > longestRest {
		return ""
	}
	return r.t.String(from, stop)
}

// longestLink is how many tokens link a sentence to the one before at most: "Một là,", "Bên cạnh đó,".
const longestLink = 4

// longestRest is how many tokens tell at most what happened in organisations.
const longestRest = 18
