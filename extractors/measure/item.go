package measure

import (
	"iter"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// item is one thing of a sentence that the grammar looks at. Exactly one of
// cue, fig, mark, place and when is set.
type item struct {
	first, last int32 // tokens, half open
	cue         *cue  // never nil: see c
	fig         *figure
	mark        rune   // , ; : ( ) .
	place       string // canonical name or words of a unit
	placeLevel  string
	band        string // an age band: <40, 40-50
	when        bool   // a date, term, year or ordinal
	bare        bool   // place is a name in a list of units without the word for their kind
}

var nothing cue

// c returns the item's cue, the empty one for other items.
func (it *item) c() *cue { return it.cue }

// cueAt returns the cue that begins at token i, walking the hits forward.
func (r *reader) cueAt(i int32) (scan.Hit, bool) {
	for r.hit < len(r.hits) && r.hits[r.hit].First < i {
		r.hit++
	}
	if r.hit < len(r.hits) && r.hits[r.hit].First == i {
		return r.hits[r.hit], true
	}
	return scan.Hit{}, false
}

// peek returns the cue that begins at token i without walking.
func (r *reader) peek(i int32) *cue {
	for k := r.hit; k < len(r.hits) && r.hits[k].First <= i; k++ {
		if r.hits[k].First == i {
			return r.x.words.of[r.hits[k].Value]
		}
	}
	return &nothing
}

// settlements reports whether the comma at token i stands between two kinds of settlements, which are
// one word for the cells that they have: "bí thư chi bộ thôn, tổ dân phố".
func (r *reader) settlements(i int32) bool {
	switch r.t.Word(i + 1) {
	case "thôn", "bản", "ấp", "khóm", "xóm", "buôn", "làng", "tổ", "khu":
	default:
		return false
	}
	switch r.t.Word(i - 1) {
	case "thôn", "bản", "ấp", "khóm", "xóm", "buôn", "làng", "phố":
		return true
	}
	return false
}

// read turns a range of tokens into items.
func (r *reader) read(first, last int32) {
	r.items = r.items[:0]
	r.first, r.last = first, last
	i := r.label(first, last)
	r.begin = r.findFirst()
	tokens, ahead := r.t.Tokens[:last], first
	for i < last {
		tok := &tokens[i]
		if i < ahead && tok.Kind == scan.Word && !tok.Upper {
			i++ // most tokens
			continue
		}
		switch tok.Kind {
		case scan.Number:
			i = r.number(i)
			continue
		case scan.Punct:
			switch tok.ID {
			case '=':
				r.items = append(r.items, item{first: i, last: i + 1, cue: &equals})
			case '|':
				r.items = append(r.items, item{first: i, last: i + 1, mark: ',', cue: &nothing})
			case ',', ';', ':', '(', ')':
				if tok.ID == ',' && i > first && i+1 < last && r.settlements(i) {
					break
				}
				r.items = append(r.items, item{first: i, last: i + 1, mark: tok.ID, cue: &nothing})
			case '-', '*', '+':
				if i == first || tok.Space && i+1 < last && r.t.Tokens[i+1].Space {
					r.items = append(r.items, item{first: i, last: i + 1, mark: '-', cue: &nothing})
				}
			}
			i++
			continue
		}
		if n := len(r.items); tok.Upper && (i == r.begin || n > 0 && (r.items[n-1].mark != 0 || r.items[n-1].cue.link == "filler") && r.items[n-1].last == i) {
			if next, ok := r.listedUnit(i); ok {
				i = next
				continue
			}
			if next, ok := r.unitAgain(i); ok {
				i = next
				continue
			}
		}
		if c := r.shortBehind(i); c != nil {
			r.items = append(r.items, item{first: i, last: i + 1, cue: c})
			i++
		} else if h, ok := r.cueAt(i); ok && h.Last <= last {
			i = r.word(h)
		} else {
			i++
		}
		if ahead = last; r.hit < len(r.hits) {
			ahead = r.hits[r.hit].First
		}
	}
}

// shortBehind returns what an abbreviation right behind a figure means where another stands
// beside it: "6 CT, 1 DK" are full delegates and alternates. Elsewhere CT is a chairman and DK
// a plan.
func (r *reader) shortBehind(i int32) *cue {
	tok := &r.t.Tokens[i]
	if !tok.AllUpper || tok.End-tok.Start != 2 || i < r.first || !r.shortCount(i) {
		return nil
	}
	other := ""
	switch r.t.Word(i) {
	case "CT":
		other = "DK"
	case "DK":
		other = "CT"
	default:
		return nil
	}
	for j := max(r.first+1, i-shortReach); j < min(r.last, i+shortReach); j++ {
		if r.t.Word(j) == other && r.shortCount(j) {
			if other == "DK" {
				return r.x.words.cue("chính thức")
			}
			return r.x.words.cue("dự khuyết")
		}
	}
	return nil
}

// shortCount reports whether a figure stands beside an abbreviation: "6 CT", "CT: 5".
func (r *reader) shortCount(i int32) bool {
	return i > r.first && r.numberAt(i-1) || r.numberAt(i+1) || r.t.Is(i+1, ':') && r.numberAt(i+2)
}

// shortReach is within how many tokens the other abbreviation stands.
const shortReach = 6

// bloc reads a bloc of units that begins a clause, for which the figures behind it are:
// "Khối xã, thị trấn bầu 412 cấp ủy viên", "riêng khối cơ quan".
func (r *reader) bloc(i int32) (int32, bool) {
	end := r.kindAt(i)
	if end == i || i > r.firstWord() && !r.t.Is(i-1, ';') && r.t.Fold(i-1) != "riêng" && !r.blocWhere(i) && !r.blocsListed(i) {
		return 0, false
	}
	end = r.kindsFrom(i)
	r.items = append(r.items, item{first: i, last: end, cue: &nothing, place: r.t.String(i, end), placeLevel: r.blocLevel(i), bare: r.numberAt(end)})
	return end, true
}

// kindsFrom returns the end of the kinds of units that are listed from a token on.
func (r *reader) kindsFrom(i int32) int32 {
	end := r.kindAt(i)
	for end > i && end+1 < r.last && (r.t.Is(end, ',') || r.t.Fold(end) == "và") {
		next := r.kindAt(end + 1)
		if next == end+1 {
			break
		}
		end = next
	}
	return end
}

// blocLevel is the level of a bloc of units that begins at a token: of communes, or one below the
// document's own.
func (r *reader) blocLevel(i int32) string {
	if r.t.Fold(i) == "khối" {
		i++
	}
	if w := r.t.Fold(i); (w == "xã" || w == "phường") && rank(r.t.Identity.Level) > rank("upper_grassroots") && !r.since2025() {
		return "grassroots"
	}
	return r.below()
}

// blocWhere reports whether the bloc at token i says where, at the head of a sentence: "Ở khối
// cơ quan".
func (r *reader) blocWhere(i int32) bool {
	at := i - 1
	if at > r.first+1 && (r.t.Fold(at) == "ở" || r.t.Fold(at) == "của") && (r.t.Fold(at-1) == "độ" && r.t.Fold(at-2) == "tiến" || r.t.Fold(at-1) == "lệ") {
		return true // "Riêng tiến độ ở khối trường học chậm, …"
	}
	if at > r.first && r.t.Fold(at) == "ở" && r.t.Fold(i) == "khối" {
		end := r.kindsFrom(i)
		if r.t.Is(end, ',') || regionTold[r.t.Fold(end)] || r.t.Fold(end) == "không" {
			return true // "Đổi mới ở khối trường học chỉ 15%"
		}
	}
	return (at == r.firstWord() || at > r.first && r.t.Is(at-1, ',')) && (r.t.Fold(at) == "ở" || r.t.Fold(at) == "tại" || r.t.Fold(at) == "trong")
}

// blocsListed reports whether the bloc at token i is one of several in a sentence, each with
// its figure behind it: "trong đó khối huyện 13/13, khối lực lượng vũ trang 3/3".
func (r *reader) blocsListed(i int32) bool {
	if w := r.t.Fold(i - 1); w != "đó" && w != "thể" && w != "và" && !r.t.Is(i-1, ',') && !r.t.Is(i-1, ':') && !r.t.Is(i-1, '(') {
		return false
	}
	n := 0
	for j := r.first; j < r.last; j++ {
		if r.t.Fold(j) != "khối" {
			continue
		}
		for j++; j < r.last && (r.t.Tokens[j].Kind == scan.Word || r.t.Is(j, ',')); j++ {
		}
		if r.numberAt(j) {
			n++
		}
	}
	return n > 1
}

// label passes over the number or letter of a list item: "1.", "2.1.", "a)".
func (r *reader) label(first, last int32) int32 {
	if first+1 >= last {
		return first
	}
	r.labelled = 0
	tok := &r.t.Tokens[first]
	mark := r.t.Tokens[first+1]
	closes := mark.Kind == scan.Punct && !mark.Space && (mark.ID == '.' || mark.ID == ')' || mark.ID == '/' || mark.ID == '-')
	if closes && mark.ID == '-' && tok.Kind == scan.Number && first+2 < last && r.t.Tokens[first+2].Space && (r.t.Tokens[first+2].Kind == scan.Word || tok.End-tok.Start <= 2 && first+3 < last && r.t.Tokens[first+2].Kind == scan.Number && r.t.Tokens[first+3].Kind == scan.Word && r.noun(first+3)) {
		r.labelled = 2 + strings.Count(r.t.Word(first), ".")
		return first + 2
	}
	switch {
	case tok.Kind == scan.Punct && (tok.ID == '-' || tok.ID == '*' || tok.ID == '+'):
		r.labelled = 4
		if tok.ID == '+' {
			r.labelled = 5
		}
	case !closes:
	case tok.Kind == scan.Number && mark.ID == '/' && tok.End-tok.Start <= 2 && first+2 < last && r.t.Tokens[first+2].Space && r.t.Tokens[first+2].Kind != scan.Punct:
		r.labelled = 2 // "1/ Tổng số"
		return first + 2
	case tok.Kind == scan.Number && tok.End-tok.Start <= 5 && (first+2 >= last || r.t.Tokens[first+2].Space) && mark.ID != '/' && mark.ID != '-':
		r.labelled = 2 + strings.Count(r.t.Word(first), ".")
		return first + 2
	case tok.Kind == scan.Word && tok.End-tok.Start <= 2 && !tok.Upper && mark.ID == ')':
		r.labelled = 3
		return first + 2
	case tok.Kind == scan.Word && tok.Upper:
		if _, ok := vn.Roman(r.t.Word(first)); ok {
			r.labelled = 1
			return first + 2
		}
	}
	return first
}

// word adds the item of a cue, a place or a spelled number, and returns the
// token after it.
func (r *reader) word(h scan.Hit) int32 {
	c := r.x.words.of[h.Value]
	if c.attr == "first_time" && r.firstOfAll(h) {
		return h.Last // "lần đầu tổ chức đại hội"
	}
	if c.form == "org" && r.t.Fold(h.Last) == "điểm" && h.Last < r.last {
		return r.pilotHeld(h)
	}
	if c.plain {
		r.items = append(r.items, item{first: h.First, last: h.Last, cue: c})
		if c.use == "actor" && r.capitalAt(h.Last) {
			return r.committeeOf(h)
		}
		return h.Last
	}
	if c.head == "skip" && h.Last == h.First+1 && r.named(h.First) && !r.capitalAt(h.Last) && !r.t.Tokens[h.First].AllUpper {
		return h.Last // Lai Đồng
	}
	if c.link == "bloc" || c.strength != "" && r.t.Fold(h.First) == "khối" && (r.t.Is(h.Last, ',') || r.numberAt(h.Last) || r.t.Fold(h.Last) == "có" && r.numberAt(h.Last+1) && r.blocWhere(h.First)) {
		if next, ok := r.bloc(h.First); ok {
			return next
		}
		if c.link == "bloc" {
			return h.Last
		}
	}
	if c.number {
		if next, ok := r.spelled(h); ok {
			return next
		}
		if c.link == "" && c.head == "" {
			return h.Last
		}
	}
	if c.link == "date" || c.link == "asof" {
		if next, ok := r.date(h.First, h.Last); ok {
			return next
		}
	}
	if c.reach == "tight" && h.First > r.first && (r.t.Fold(h.First-1) == "chủ" || r.t.Fold(h.First-1) == "then") {
		return h.Last // cán bộ chủ chốt
	}
	switch {
	case c.place != "":
		if !r.t.Tokens[h.First].Upper && !r.t.Tokens[h.First].AllUpper {
			return h.Last
		}
		r.items = append(r.items, item{first: h.First, last: h.Last, place: c.place, placeLevel: "province", cue: &nothing})
		return h.Last
	case c.own && r.t.Tokens[h.First].Upper:
		last := h.Last
		for small := !r.t.Tokens[last-1].Upper; small && last < r.last && last-h.Last < 4 && r.t.Tokens[last].Kind == scan.Word && r.t.Tokens[last].Upper && r.t.Tokens[last].Space; {
			last++ // Công an huyện Tân Lập
		}
		r.items = append(r.items, item{first: h.First, last: last, place: r.t.String(h.First, last), placeLevel: c.strength, cue: &nothing})
		return last
	case c.qual == "nam" && h.Last == h.First+1 && r.t.Tokens[h.First].Upper && (r.named(h.First) || h.First > r.first+1):
		return h.Last // Việt Nam, Quảng Nam
	case h.Last == h.First+1 && (c.attr != "" || c.link == "actor" || c.phase != "" || c.unit != "" && !r.capitalAt(h.Last)) && (r.named(h.First) || r.namesOn(h.First)) && !r.t.Tokens[h.First].AllUpper:
		return h.Last // Hồ Thị Nữ, Bùi Văn Thuận, Thu Cúc
	case c.attr == "female" && h.Last == h.First+1 && r.t.Fold(h.First) == "chị" && r.capitalAt(h.Last):
		return h.Last // "Chị Nguyễn Thị Lan phụ trách lễ tân"
	case c.attr == "female" && h.Last > h.First+1 && h.First > r.first && r.t.Tokens[h.First].Upper && r.t.Tokens[h.First-1].Kind == scan.Word:
		return h.Last // Hội Liên hiệp Phụ nữ
	}
	if c.org && !c.party && c.level != "" {
		if next, ok := r.region(h); ok {
			return next
		}
		if h.First > r.first && r.t.Fold(h.First-1) == "riêng" && r.t.Is(r.kindsFrom(h.First), ',') {
			if next, ok := r.bloc(h.First); ok {
				return next // "Tính riêng phường, thị trấn, tỷ lệ trẻ là 12%"
			}
		}
	}
	if c.unit != "" && !r.paper(h.First) && (!c.office && !r.newspaper(h) || r.ofOrganisation(h.First)) {
		if next, ok := r.unit(h, c); ok {
			return next
		}
	}
	if c.org && int(h.Last) < len(r.t.Tokens) && h.Last < r.last && r.t.Tokens[h.Last].Upper && r.t.Tokens[h.Last].Kind == scan.Word {
		if next, ok := r.namedOrganisation(h); ok {
			return next
		}
		if next, ok := r.electing(h, c); ok {
			return next
		}
	}
	if c.org && c.party && r.committeeLabel(h) {
		c = &seated
	}
	last := h.Last
	if c.org {
		last = r.kindsBehind(h.First, h.Last, c.party)
	}
	r.items = append(r.items, item{first: h.First, last: last, cue: c})
	return last
}

// committeeLabel reports whether "Đảng ủy" begins a paragraph as the label of how many were elected to it: "- Đảng ủy: 17/20;
// nữ 5". All of so many, "Đảng ủy: 26/26", are those whose congresses were held.
func (r *reader) committeeLabel(h scan.Hit) bool {
	n := h.Last + 1
	if h.Last-h.First != 2 || h.First != r.firstWord() || r.t.Fold(h.First) != "đảng" || r.t.Fold(h.Last-1) != "uỷ" || !r.t.Is(h.Last, ':') || !r.numberAt(n) {
		return false
	}
	end := n + 1
	if r.t.Is(end, '/') && r.numberAt(end+1) {
		a, one := grammar.ParseNumber(r.t.Word(n))
		b, all := grammar.ParseNumber(r.t.Word(end + 1))
		if end += 2; !one || !all || a >= b {
			return false
		}
	}
	return end >= r.last || r.t.Is(end, ';') || r.t.Is(end, ',') || r.t.Is(end, '.') || r.t.Is(end, '(')
}

// seated is the committee as a body whose seats are counted.
var seated = cue{body: "committee", use: "body"}

// committeeOf reads the unit of which a committee is named, as its territory: the "huyện Văn Yên" of "Huyện ủy Văn
// Yên". In a title the name behind it may be that of a person.
func (r *reader) committeeOf(h scan.Hit) int32 {
	kind := ""
	if r.t.Fold(h.Last-1) != "uỷ" || h.Last-h.First > 6 {
		return h.Last
	}
	switch r.t.Fold(h.Last - 2) {
	case "huyện", "quận":
		kind = r.t.Fold(h.Last-2) + " "
	case "thị":
		kind = "thị xã "
	default:
		return h.Last
	}
	end := r.capitals(h.Last)
	if n := end - h.Last; n > 4 || n > 2 && r.x.words.surnames[r.t.Fold(h.Last+2)] {
		end = h.Last + 2 // "Huyện ủy Văn Yên Hà Thị Nụ"
	}
	n := end - h.Last
	if n < 2 || n == 3 && r.x.words.surnames[r.t.Fold(h.Last)] || h.First > r.first && officeEnds[r.t.Fold(h.First-1)] || r.peek(h.Last).place != "" {
		return h.Last
	}
	place := kind + r.t.String(h.Last, end)
	r.items = append(r.items, item{first: h.Last, last: end, cue: &nothing, place: place, placeLevel: "upper_grassroots"})
	return end
}

// officeEnds end a title that stands before a committee, folded.
var officeEnds = map[string]bool{"chức": true, "giáo": true, "vận": true, "tra": true, "chính": true, "thư": true, "nhiệm": true, "ban": true, "phòng": true, "viên": true, "trực": true, "đốc": true, "tịch": true, "trưởng": true, "đạo": true}

// firstOfAll reports whether "lần đầu" says that something is done for the first time, or when
// it was done, and of nobody that this is his first term: "lần đầu tổ chức đại hội", "đại hội lần
// đầu không thành".
func (r *reader) firstOfAll(h scan.Hit) bool {
	switch r.t.Fold(h.Last) + " " + r.t.Fold(h.Last+1) {
	case "tổ chức", "tiến hành", "đại hội", "không đủ", "không đạt", "không thành", "thực hiện", "áp dụng", "thí điểm", "chưa đủ", "chưa đạt", "bầu thiếu", "bầu không", "kiểm phiếu", "kiểm xong", "bỏ phiếu", "chỉ chọn", "chỉ bầu", "chọn được", "trong lịch", "triển khai", "diễn ra":
		return true
	}
	if h.First > r.first && (r.t.Fold(h.First-1) == "phiếu" || r.t.Fold(h.First-1) == "kiểm") {
		return true // "kết quả kiểm phiếu lần đầu"
	}
	return h.First > r.first+1 && r.t.Fold(h.First-1) == "hội" && r.t.Fold(h.First-2) == "đại" || h.First > r.first && r.t.Fold(h.First-1) == "do"
}

// paper reports whether a word for a village is the end of one for something written: "biên bản", "văn
// bản". In capitals its name would follow.
func (r *reader) paper(i int32) bool {
	if i <= r.first || r.t.Fold(i) != "bản" {
		return false
	}
	switch r.t.Fold(i - 1) {
	case "biên", "văn", "kịch", "cơ", "căn", "dị":
		return true
	}
	return false
}

// newspaper reports whether a word for a unit is that of the press, which asks and writes but has
// no figures: "trả lời phóng viên Báo Tiền Phong".
func (r *reader) newspaper(h scan.Hit) bool {
	return h.Last == h.First+1 && r.t.Fold(h.First) == "báo"
}

// ofOrganisation reports whether a Party organisation or its committee is named right
// before token i: "Đảng bộ Sở …", "Đảng ủy Phòng …".
func (r *reader) ofOrganisation(i int32) bool {
	n := len(r.items)
	return n > 0 && r.items[n-1].last == i && r.items[n-1].c().org && r.t.Tokens[i].Upper
}

// named reports whether the word at token i is part of a person's name.
func (r *reader) named(i int32) bool {
	return r.t.Tokens[i].Upper && i > r.first && r.t.Tokens[i-1].Upper && r.t.Tokens[i-1].Kind == scan.Word
}

// namedOrganisation reads "Đảng bộ huyện Long Hồ": an organisation and its unit, although
// "đảng bộ huyện" is a word of its own.
func (r *reader) namedOrganisation(h scan.Hit) (int32, bool) {
	if !r.x.words.unitEnds[r.t.Fold(h.Last-1)] {
		return 0, false
	}
	for back := int32(2); back >= 1; back-- {
		if h.Last-back <= h.First {
			continue
		}
		i, ok := r.x.words.index[strings.ToLower(r.t.String(h.Last-back, h.Last))]
		if !ok || r.x.words.of[i].unit == "" {
			continue
		}
		at := len(r.items)
		r.items = append(r.items, item{first: h.First, last: h.Last - back, cue: &organisation})
		if next, ok := r.unit(scan.Hit{First: h.Last - back, Last: h.Last}, r.x.words.of[i]); ok {
			return next, true
		}
		r.items = r.items[:at]
	}
	return 0, false
}

// electing reads a Party organisation that begins a clause under the name of an office
// or a trade, where it elects: "Chi bộ Quân sự bầu 3 đồng chí vào Chi ủy".
func (r *reader) electing(h scan.Hit, c *cue) (int32, bool) {
	if !c.party || h.First != r.firstWord() && !r.t.Is(h.First-1, ';') && !r.t.Is(h.First-1, ',') {
		return 0, false
	}
	level := first(c.level, r.below())
	switch r.t.Fold(h.First) + " " + r.t.Fold(h.Last-1) {
	case "chi bộ":
		if level == "upper_grassroots" {
			level = "grassroots" // no Party cell is more
		}
	case "đảng bộ":
	default:
		return 0, false
	}
	for i := h.Last; i < r.last && i <= h.Last+organisationName && (r.t.Tokens[i].Kind == scan.Word || r.numberAt(i)); i++ {
		p := r.peek(i)
		switch {
		case p.reach == "verb" && i > h.Last && strings.HasSuffix(r.t.Identity.Unit, r.t.String(h.Last, i)):
			return 0, false // the unit that reports, without the word for its kind
		case (p.reach == "verb" || p.attr == "shortfall" || r.t.Word(i) == "có" && r.t.Fold(h.First) == "chi" && r.t.Fold(i-1) != "hiện" && i+2 < r.last && r.numberAt(i+1) && r.noun(i+2) || i+1 < r.last && r.numberAt(i) && r.noun(i+1)) && i > h.Last:
			r.items = append(r.items, item{first: h.First, last: i, place: r.t.String(h.First, i), placeLevel: level, cue: &nothing})
			return i, true
		case p.unit != "" && !p.own && r.officeAlone(i) > i:
			i = r.officeAlone(i) - 1 // "Chi bộ Bưu điện bầu chi ủy 3 đồng chí"
		case p.unit != "", p.own, p.place != "", p.link != "", p.body != "", p.org:
			return 0, false
		}
	}
	return 0, false
}

// officeAlone returns the end of a word for an office of a commune or district that begins at a token and
// stands without a name, the token itself for none.
func (r *reader) officeAlone(i int32) int32 {
	for k := r.hit; k < len(r.hits) && r.hits[k].First <= i; k++ {
		if h := &r.hits[k]; h.First == i && h.Last > i+1 && r.t.Tokens[i].Upper && !r.capitalAt(h.Last) {
			return h.Last
		}
	}
	return i
}

// organisationName is how many words the name of an office or a trade has: "Tài chính
// - Kế hoạch" is two.
const organisationName = 5

// equals is "=" before a share: "20.100 đồng chí = 62,54%".
var equals = cue{link: "pair"}

var organisation = cue{org: true, party: true}

// numbered reports whether units of a kind have numbers for names: "Quận 3".
func (r *reader) numbered(i int32) bool {
	if i > r.first && r.t.Fold(i) == "phố" && r.t.Fold(i-1) == "thành" {
		return false // "thị xã, thành phố 41 - 43 đồng chí"
	}
	switch r.t.Fold(i) {
	case "quận", "phường", "thôn", "ấp", "bản", "xóm", "khóm", "phố":
		return true
	}
	return r.troops(i)
}

// troops reports whether the word at token i ends one for a unit of the army, which have
// numbers of up to three digits: "Trung đoàn 142".
func (r *reader) troops(i int32) bool {
	if i <= r.first || r.t.Fold(i) != "đoàn" {
		return false
	}
	switch r.t.Fold(i - 1) {
	case "quân", "binh", "sư", "lữ", "trung", "tiểu":
		return true
	}
	return false
}

// unit reads the name of a unit after its type word: "huyện Long Hồ", "Phường
// 5", "tỉnh Yên Bái".
func (r *reader) unit(h scan.Hit, c *cue) (int32, bool) {
	i := h.Last
	if p := r.peek(i); p.place != "" && !(p.town && r.ofProvince(p.place)) && int(i) < len(r.t.Tokens) && r.t.Tokens[i].Upper && (c.unit == "province" || c.unit == "city" && p.town) {
		last := r.endOf(i)
		r.items = append(r.items, item{first: h.First, last: last, place: p.place, placeLevel: "province", cue: &nothing})
		return last, true
	}
	for i < r.last && i-h.Last < 8 {
		tok := &r.t.Tokens[i]
		if tok.Kind == scan.Number && i == h.Last && (tok.End-tok.Start <= 2 && r.numbered(h.Last-1) || tok.End-tok.Start == 3 && r.troops(h.Last-1)) && !r.noun(i+1) {
			if i++; i < r.last && !r.t.Tokens[i].Space && r.t.Tokens[i].Upper && r.t.Tokens[i].End-r.t.Tokens[i].Start == 1 {
				i++ // Sư đoàn 4C
			}
			break
		}
		if tok.Kind == scan.Number && i > h.Last && grammar.NameNumber(r.t, i) {
			i++ // xã Đam Rông 2
			break
		}
		if tok.Kind == scan.Punct && tok.ID == '-' && i > h.Last && i+1 < r.last && r.t.Tokens[i+1].Upper {
			if c := r.peek(i + 1); tok.Space && (c.org || c.body != "") {
				break // "Thành phố X - Đại hội bế mạc …"
			}
			i += 2
			continue
		}
		if n := r.service(i, i > h.Last || r.t.Tokens[h.First].Upper); n > 0 && !territories[r.t.Fold(h.First)] {
			i += n
			if w := r.t.Word(i); i < r.last && (w == "tỉnh" || w == "huyện") && (i+1 >= r.last || !r.t.Tokens[i+1].Upper) {
				i++ // Bệnh viện đa khoa huyện
				break
			}
			continue
		}
		if i > h.Last && !territories[r.t.Fold(h.First)] && r.compound(i) {
			i++ // Công ty Phân bón
			continue
		}
		if i > h.Last && r.t.Word(i) == "và" && i+1 < r.last && r.t.Tokens[i+1].Upper && r.service(i+1, true) > 0 {
			i++ // Phòng Giáo dục và Đào tạo
			continue
		}
		if tok.Kind != scan.Word || !tok.Upper || !tok.Space || tok.AllUpper && r.titleGoesOn(i) {
			break
		}
		i++
	}
	if i == h.Last {
		return 0, false
	}
	if w := r.t.Word(i); i < r.last && (w == "huyện" || w == "tỉnh" || w == "quận") && !r.capitalAt(i+1) && r.t.Tokens[i-1].AllUpper {
		i++ // "Chi bộ Ngân hàng CSXH huyện"
	}
	level := c.unit
	if level == "city" {
		level = "upper_grassroots"
	}
	if level == "grassroots" && r.since2025() {
		level = "upper_grassroots"
	}
	from := h.First
	if n := len(r.items); n > 0 && r.items[n-1].last == from && r.items[n-1].c().org && !territories[r.t.Fold(from)] && r.t.Fold(from-1) == "bộ" && r.t.Fold(from-2) == "chi" {
		from -= 2 // a cell is a unit of its own: "Chi bộ Trường Tiểu học X"
		if l := r.below(); l != "" {
			if level = l; rank(l) > rank("grassroots") {
				level = "grassroots" // no Party cell is more
			}
		}
	}
	r.items = append(r.items, item{first: h.First, last: i, place: r.t.String(from, i), placeLevel: level, cue: &nothing})
	if i-h.Last >= 2 {
		r.units[r.t.String(h.Last, i)] = r.items[len(r.items)-1]
	}
	return i, true
}

// compound reports whether the small word at a token is the second syllable of a trade in the name of a firm or
// an office: "Công ty Phân bón", "Phòng Bảo vệ". It means nothing to a figure, and the name goes on or ends there.
func (r *reader) compound(i int32) bool {
	tok, p := &r.t.Tokens[i], &r.t.Tokens[i-1]
	if tok.Kind != scan.Word || tok.Upper || !tok.Space || !p.Upper || p.AllUpper || *r.peek(i) != (cue{}) || nameEnds[r.t.Fold(i)] {
		return false
	}
	if i+1 >= r.last {
		return true
	}
	n := &r.t.Tokens[i+1]
	return n.Kind != scan.Word || n.Upper || nameEnds[r.t.Fold(i+1)] || r.peek(i+1).reach == "verb" || r.peek(i+1).attr == "shortfall"
}

// nameEnds are small words that stand behind a name, folded.
var nameEnds = map[string]bool{
	"có": true, "bầu": true, "đã": true, "là": true, "còn": true, "được": true, "với": true, "và": true, "chưa": true, "không": true, "đạt": true, "thiếu": true, "khuyết": true, "cũng": true, "tổ": true,
	"vừa": true, "sẽ": true, "mới": true, "chỉ": true, "đều": true, "thì": true, "ở": true, "tại": true, "trong": true, "về": true, "do": true, "của": true, "huyện": true, "tỉnh": true, "họp": true,
	"chuẩn": true, "trực": true, "thuộc": true, "lần": true, "nhiệm": true, "gồm": true, "cử": true, "mỗi": true, "cùng": true, "vẫn": true, "phải": true, "để": true, "cho": true, "theo": true, "chiếm": true,
}

// titleGoesOn reports whether a title in capitals goes on at a token with what is no name: "ĐẢNG BỘ
// TRƯỜNG LẦN THỨ XXIV".
func (r *reader) titleGoesOn(i int32) bool {
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "lần thứ", "nhiệm kì", "tổ chức", "thành công":
		return true
	}
	return false
}

// territories are the first words for units of land, whose names no word of services ends, folded:
// "Xã Tam Sơn tổ chức đại hội".
var territories = map[string]bool{
	"tỉnh": true, "thành": true, "thị": true, "huyện": true, "quận": true, "xã": true, "phường": true, "đặc": true, "thôn": true, "bản": true, "ấp": true, "xóm": true, "khóm": true, "buôn": true, "làng": true,
}

// ofProvince reports whether a name that a city of the Centre has today was that of a
// city of a province at the time of the document: thành phố Huế before 2025.
func (r *reader) ofProvince(name string) bool {
	of := r.t.Identity.Province
	return of != name && strings.HasSuffix(of, " "+name)
}

// service returns how many tokens a word of services takes in the name of an office,
// whose later syllables are small: "Trường Cao đẳng Y tế", "Phòng Cảnh sát cơ động". Small
// ones only follow others.
func (r *reader) service(i int32, within bool) int32 {
	if i+1 >= r.last || r.t.Tokens[i+1].Kind != scan.Word || r.t.Tokens[i+1].Upper {
		return 0
	}
	if within && r.t.Word(i) == "và" {
		return 0
	}
	if !r.t.Tokens[i].Upper && !within || !services[r.t.Fold(i)+" "+r.t.Fold(i+1)] {
		return 0
	}
	return 2
}

// services are words of two syllables in the names of schools, hospitals, police and
// State offices, folded.
var services = map[string]bool{
	"cao đẳng": true, "đại học": true, "trung cấp": true, "trung học": true, "tiểu học": true, "mầm non": true, "mẫu giáo": true, "chính trị": true, "y tế": true, "đa khoa": true,
	"y học": true, "bảo hiểm": true, "kho bạc": true, "kiểm lâm": true, "kiểm sát": true, "viễn thông": true, "điện lực": true, "bưu điện": true, "cảnh sát": true, "cơ động": true,
	"hình sự": true, "kinh tế": true, "tham mưu": true, "hậu cần": true, "kĩ thuật": true, "tổ chức": true, "cán bộ": true, "hồ sơ": true, "nghiệp vụ": true, "quản lí": true, "hành chính": true,
	"tài chính": true, "kế hoạch": true, "đầu tư": true, "nông nghiệp": true, "nông thôn": true, "phát triển": true, "giao thông": true, "vận tải": true, "xây dựng": true, "công thương": true,
	"khoa học": true, "công nghệ": true, "thông tin": true, "truyền thông": true, "văn hoá": true, "thể thao": true, "du lịch": true, "lao động": true, "thương binh": true, "xã hội": true,
	"tư pháp": true, "nội vụ": true, "thanh tra": true, "tài nguyên": true, "môi trường": true, "dân tộc": true, "tôn giáo": true, "giáo dục": true, "đào tạo": true, "thống kê": true,
	"trung ương": true, "pháo binh": true, "công binh": true, "bộ binh": true, "đặc công": true, "xe tăng": true, "phòng không": true, "hải quân": true, "tên lửa": true, "dân dụng": true, "công nghiệp": true, "sư phạm": true, "cơ sở": true, "phổ thông": true, "nội trú": true, "dự phòng": true, "phục hồi": true, "chức năng": true,
	"hải quan": true, "biên phòng": true, "trinh sát": true, "an ninh": true, "đối ngoại": true, "ngoại vụ": true, "quân sự": true, "cổ phần": true, "dệt may": true, "thương mại": true, "dịch vụ": true,
}

// parts yields a sentence, cut where "13 đ/c." ends one or a list goes on in
// the same line: the stop of an abbreviation, or one before a dash, is not seen
// as the end of a sentence. What is far longer than any sentence is cut too.
func (r *reader) parts(s scan.Sentence) iter.Seq[scan.Sentence] {
	return func(yield func(scan.Sentence) bool) {
		first := s.First
		i := s.First + 4
		if i+1 >= s.Last || !mayStop(r.t.String(i, s.Last-1)) {
			i = s.Last // one part, as most sentences are
		}
		for ; i+1 < s.Last; i++ {
			if !r.t.Is(i, '.') || !r.t.Tokens[i+1].Space {
				continue
			}
			if list := i+2 < s.Last && r.t.Is(i+1, '-') && r.t.Tokens[i+2].Space; !list && !r.afterCount(i) {
				continue
			}
			if !r.lengths(scan.Sentence{First: first, Last: i + 1, Block: s.Block}, yield) {
				return
			}
			first = i + 1
		}
		r.lengths(scan.Sentence{First: first, Last: s.Last, Block: s.Block}, yield)
	}
}

// longestPart is the most tokens that are read as one: several times the longest sentences
// that are written. Each figure looks about in all that is read with it.
const longestPart = 1000

// lengths yields a part in lengths of at most longestPart, each up to a semicolon, else a
// comma, else any token.
func (r *reader) lengths(s scan.Sentence, yield func(scan.Sentence) bool) bool {
	for s.Last-s.First > longestPart {
		end := s.First + longestPart
		for _, mark := range [...]rune{';', ','} {
			i := end
			for i > s.First+longestPart/2 && !r.t.Is(i-1, mark) {
				i--
			}
			if r.t.Is(i-1, mark) {
				end = i
				break
			}
		}
		if !yield(scan.Sentence{First: s.First, Last: end, Block: s.Block}) {
			return false
		}
		s.First = end
	}
	return yield(s)
}

// mayStop reports whether a text may have a stop in it, or dots for one, which begin
// as dashes and quotes do.
func mayStop(text string) bool {
	return strings.IndexByte(text, '.') >= 0 || strings.IndexByte(text, '\xE2') >= 0
}

// afterCount reports whether a number and "đ/c" stand before a token.
func (r *reader) afterCount(i int32) bool {
	t := r.t
	return t.Word(i-1) == "c" && t.Is(i-2, '/') && strings.EqualFold(t.Word(i-3), "đ") && t.Tokens[i-4].Kind == scan.Number
}

// use returns how the cue of an item is used.
func (it *item) use() string { return it.c().use }
