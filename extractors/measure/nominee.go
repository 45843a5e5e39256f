package measure

import "github.com/tongket/tongket/extractors/scan"

// onTheSpot returns how those whom a figure counts came to be nominated at the congress itself, in the words
// of the text: "tại chỗ đề cử thêm 2", "1 đồng chí được đề cử tại chỗ"; "" for others. A list is none.
func (r *reader) onTheSpot(g *group) string {
	f := g.main
	if q := r.putForward(g); q != "" {
		return q
	}
	if f.percent || f.ratio || f.value > mostOnTheSpot || g.head != nil && g.head.head != "person" && g.head.body != "delegate" {
		return ""
	}
	if q := r.nominatedBy(f.first); q != "" {
		return q
	}
	if q := r.nominatedAs(f.first); q != "" {
		return q
	}
	i := r.items[g.end-1].last
	if w := r.t.Fold(i); w != "được" && w != "do" && w != "tự" && w != "xin" {
		return ""
	}
	stop := i
	nominated, there := false, r.t.Fold(i) == "tự"
words:
	for stop < r.last && stop < i+spotWords && r.t.Tokens[stop].Kind == scan.Word {
		switch r.t.Fold(stop) + " " + r.t.Fold(stop+1) {
		case "đề cử", "ứng cử":
			nominated = true
		case "tại chỗ", "tại đại", "tại hội":
			there = there || nominated
			stop++
		case "cử thêm":
			there = there || nominated
		case "trúng cử", "xin rút":
			return ""
		}
		if w := r.t.Fold(stop); w == "và" || w == "vào" {
			break words
		}
		stop++
	}
	if !nominated || !there && (g.head == nil || g.head.body != "delegate") {
		return ""
	}
	return r.t.String(i, stop)
}

// putForward returns who put forward a part of the list that the sentence counted before, in the words of the text: "Danh sách bầu
// cử 13 người, gồm [Ban Chấp hành khóa IX giới thiệu] 12, [đại biểu đề cử] 1".
func (r *reader) putForward(g *group) string {
	if g.main.percent || g.main.ratio || r.s.was != "nominated" || r.s.attr != "total" && r.s.attr != "other" || g.main.value > r.s.amount && r.s.attr == "total" || g.head != nil && g.head.head != "person" || g.main.first < r.first+3 {
		return ""
	}
	end := g.main.first
	for end > r.first && (r.t.Is(end-1, ':') || r.t.Fold(end-1) == "là" || r.t.Fold(end-1) == "được") {
		end--
	}
	if r.t.Fold(end-1) == "thêm" {
		end--
	}
	switch r.t.Fold(end-2) + " " + r.t.Fold(end-1) {
	case "giới thiệu", "chuẩn bị", "đề cử":
	default:
		return ""
	}
	from, body := end-2, false
	for from > r.first && r.t.Tokens[from-1].Kind == scan.Word && end-from < putForwardWords {
		w := r.t.Fold(from - 1)
		if w == "đó" || w == "gồm" || w == "và" || w == "có" {
			break
		}
		from--
		body = body || putters[w]
	}
	if !body {
		return ""
	}
	for k := g.at - 1; k >= 0 && r.items[k].fig == nil; k-- {
		it := &r.items[k]
		if it.last > from {
			continue
		}
		if it.mark == ',' || it.mark == '(' || it.mark == ':' || it.mark == ';' || it.c().link == "within" || it.c().link == "copula" || it.c().link == "cut" {
			break
		}
		return ""
	}
	return r.t.String(from, end)
}

// putForwardWords is how many words say at most who put somebody forward: "do Ban Chấp hành Đảng bộ khóa XX giới thiệu".
const putForwardWords = 12

// putters are words, folded, of those who put somebody forward.
var putters = map[string]bool{"uỷ": true, "hành": true, "bch": true, "tịch": true, "biểu": true, "đct": true}

// listOfUnits reports whether a figure is how many stand on the lists of the organisations counted before it:
// "danh sách giới thiệu của 17 đảng bộ có 655 người".
func (r *reader) listOfUnits(i int) bool {
	g := &r.groups[i]
	if i == 0 || g.main.percent || g.head == nil || g.head.head != "person" || r.groups[i-1].head == nil || !r.groups[i-1].head.org {
		return false
	}
	p := &r.groups[i-1]
	for k := p.end; k < g.at; k++ {
		if c := r.items[k].c(); c.link != "copula" && c.link != "filler" && c.bound == "" {
			return false
		}
	}
	for k := p.at - 1; k >= 0 && k >= p.at-3; k-- {
		if c := r.items[k].c(); c.phase == "nominated" {
			return r.t.Fold(r.items[k].first) == "danh"
		}
	}
	return false
}

// nominatedBy returns the words of a clause that ends before token i with those who nominated: "đại biểu
// đề cử thêm", "tại chỗ ứng cử".
func (r *reader) nominatedBy(i int32) string {
	end := i
	if end > r.first && r.t.Fold(end-1) == "thêm" {
		end--
	}
	if end < r.first+3 || r.t.Fold(end-1) != "cử" || r.t.Fold(end-2) != "đề" && r.t.Fold(end-2) != "ứng" {
		return ""
	}
	first, there := end-2, end < i
	for first > r.first && i-first < spotWords && r.t.Tokens[first-1].Kind == scan.Word {
		first--
		switch r.t.Fold(first) {
		case "sách", "theo", "vào", "số", "dự":
			return ""
		case "chỗ", "biểu":
			there = true
		case "hội":
			there = there || r.t.Fold(first-1) == "đại"
		}
	}
	switch r.t.Fold(first) + " " + r.t.Fold(first+1) {
	case "các đại":
		first++
	case "có thêm", "và tại":
		first++
	}
	if !there {
		return ""
	}
	switch r.t.Fold(first) + " " + r.t.Fold(first+1) {
	case "đại hội":
		if first+2 < end-1 {
			first += 2 // where all of them were
		}
	default:
		if r.t.Fold(first) == "đh" {
			first++
		}
	}
	return r.t.String(first, i)
}

// nominatedAs returns the words of a label before token i, or right before it, that tell of those
// who came onto the list at the congress: "Tự ứng cử: 0", "Đề cử tại ĐH: 01", "giới thiệu thêm 03".
func (r *reader) nominatedAs(i int32) string {
	if r.t.Identity.Type == "news" {
		return ""
	}
	end := i
	for end > r.first && (r.t.Is(end-1, ':') || r.t.Fold(end-1) == "là" || r.t.Fold(end-1) == "có") {
		end--
	}
	verb := func(at int32) bool {
		if at < r.first+2 {
			return false
		}
		switch r.t.Fold(at-2) + " " + r.t.Fold(at-1) {
		case "đề cử", "ứng cử", "giới thiệu":
			return true
		}
		return false
	}
	from := int32(-1)
	switch r.t.Fold(end - 1) {
	case "cử":
		if verb(end) && r.t.Fold(end-3) == "tự" && end-3 >= r.first {
			from = end - 3
		}
	case "thêm":
		if verb(end - 1) {
			from = end - 3
		}
	case "đh", "chỗ":
		if r.t.Fold(end-2) == "tại" && verb(end-2) {
			from = end - 4
		}
	case "hội":
		if r.t.Fold(end-3) == "tại" && verb(end-3) {
			from = end - 5
		}
	}
	if from < r.first {
		return ""
	}
	return r.t.String(from, end)
}

// mostOnTheSpot is how many are nominated at a congress beside its list at most; spotWords is how many tokens
// tell so: "đại biểu của hai đoàn cùng đề cử thêm".
const (
	mostOnTheSpot = 12
	spotWords     = 8
)

// bareBallot reports whether a bare figure right behind a verb of electing is of the committee, which a congress elects where no
// body is named: "Đại hội bầu 37/43", "Bầu 51 trong danh sách 59 người".
func (r *reader) bareBallot(g *group) bool {
	if g.head != nil || !g.main.bare || g.main.percent || g.main.ranged || g.main.value < few || g.at == 0 {
		return false
	}
	p := &r.items[g.at-1]
	if p.last != g.main.first || p.c().reach != "verb" {
		return false
	}
	if g.main.ratio {
		return g.main.value <= g.main.total && r.over(g.main.last)
	}
	return g.end < len(r.items) && r.items[g.end].first <= g.main.last+1 && r.items[g.end].c().phase == "nominated" && r.t.Fold(r.items[g.end].last-1) == "sách"
}

// electedBare reports whether a figure stands right behind a verb of electing or the body elected: "bầu [37] trong 43", "bầu Ban
// Chấp hành: [37] trong 43".
func (r *reader) electedBare(fig *figure) bool {
	p := r.prev(fig)
	if p.mark == ':' && len(r.items) > 1 {
		p = &r.items[len(r.items)-2]
	}
	return p.c().reach == "verb" || isSeats(p.c().body) && r.s.chosen
}

// outOfMore returns the phase of the number that those who were elected are set against behind their noun: "58 ủy viên trên 60
// theo đề án" (planned), "5 đồng chí từ 6 người" (nominated), "" for another figure.
func (r *reader) outOfMore(i int) string {
	g := &r.groups[i]
	if i == 0 || g.main.percent || g.main.ratio || g.main.ranged || g.head != nil && g.head.head != "person" {
		return ""
	}
	p := &r.groups[i-1]
	if p.main.percent || p.main.ratio || p.main.ranged || p.head == nil || p.head.head != "person" && !isSeats(p.head.body) || g.main.value < p.main.value || g.main.value > 2*p.main.value || r.marked(p.end, g.at) || r.s.attr != "total" {
		return ""
	}
	at := g.main.first - 1
	if at <= p.main.last || at-r.items[p.end-1].last > outOfWords {
		return ""
	}
	switch r.t.Fold(at) {
	case "trên":
		if k := g.end; k < len(r.items) && r.items[k].first <= r.items[k-1].last+1 && plans(r.items[k].c()) || r.t.Fold(g.main.last) == "theo" && r.t.Fold(g.main.last+1) != "danh" {
			g.main.bound = ""
			return "planned"
		}
	case "từ":
		if r.over(r.items[g.end-1].last) && r.s.chosen {
			return "nominated"
		}
	}
	return ""
}

// outOfWords is how many words stand at most between those elected and what their number is set against: "vào Ban Chấp hành".
const outOfWords = 6
