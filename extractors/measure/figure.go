package measure

import (
	"strconv"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
)

// figure is a number that may be a measure.
type figure struct {
	value, most float64 // most is the upper end of a range
	ranged      bool
	total       float64 // M of N/M
	ratio       bool
	among       bool // the ratio is in words: N trong M
	percent     bool
	words       bool
	first, last int32 // tokens of the number, with its range and percent sign
	end         int32 // end of the tokens of value alone
	totalAt     int32 // token of M
	bound       string
	bare        bool // no counted noun follows
	foreign     bool // a noun follows that no congress counts
	reason      string
	claimed     bool
}

// number reads the figure or date at a number token and returns the token
// after it.
func (r *reader) number(i int32) int32 {
	t := r.t
	if i > r.first && !(r.labelled > 0 && i == r.first+2) && (t.Is(i-1, '/') || t.Is(i-1, '-') && !t.Tokens[i].Space) && !t.Tokens[i-1].Space && !r.decidedAt(i) {
		return i + 1 // the tail of a symbol or date
	}
	if next, ok := r.notFigure(i); ok {
		return next
	}
	f, ok := r.x.grammar.Figure(t, i)
	if !ok || f.Last > r.last {
		return i + 1
	}
	if f.Times >= billion {
		r.s.world = true
		return f.Last // money: nobody counts persons by the billion
	}
	r.spaced(&f)
	fig := r.figure(figure{value: f.Value, first: i, last: f.Last, end: f.Last})
	r.tail(fig)
	if fig.reason != "" || r.oneOf(fig) || r.isNote(fig) || r.isDate(fig) || r.isYear(fig) || r.isOrdinal(fig) || r.isFraction(fig) {
		r.items = append(r.items, item{first: fig.first, last: fig.last, when: true, cue: &nothing})
		return fig.last
	}
	if band, last, ok := r.age(fig); ok {
		if band != "" {
			r.items = append(r.items, item{first: fig.first, last: last, band: band, cue: &nothing})
			return last
		}
		if !r.meanAge(len(r.items)) && !r.averaged(fig.first) && !(fig.value < youngest && r.prev(fig).c().link == "change") {
			fig.reason = "age"
		}
	}
	if r.oldestOrYoungest(fig) {
		fig.reason = "age"
	}
	return r.push(fig)
}

// billion is the multiplier "tỷ".
const billion = 1_000_000_000

// decidedAt reports whether a number behind a word and a slash is how many were decided: "3.105 cấp
// ủy viên/3.120 được phân bổ".
func (r *reader) decidedAt(i int32) bool {
	if i < r.first+2 {
		return false
	}
	w := &r.t.Tokens[i-2]
	return r.t.Is(i-1, '/') && w.Kind == scan.Word && !w.Upper && i+1 < r.last && plans(r.peek(i+1))
}

// youngest is the age of the youngest member of the Party: fewer years are a difference of ages.
const youngest = 18

// spaced joins the groups of a number whose thousands a space parts, where what it
// counts follows: "1 298 đồng chí".
func (r *reader) spaced(f *grammar.Figure) {
	w := r.t.Word(f.First)
	if f.Last != f.First+1 || len(w) > 3 || w[0] == '0' || f.First == r.first || r.numberAt(f.First-1) {
		return
	}
	if l := r.prevLink(f.First); l == "ordinal" || l == "date" || l == "asof" {
		return
	}
	value, i := f.Value, f.Last
	for r.numberAt(i) && len(r.t.Word(i)) == 3 && !strings.ContainsAny(r.t.Word(i), ".,") {
		n, _ := grammar.ParseNumber(r.t.Word(i))
		value = value*1000 + n
		i++
	}
	if i > f.Last && r.noun(i) {
		f.Value, f.Last = value, i
	}
}

// figure keeps a figure as long as its sentence is read.
func (r *reader) figure(f figure) *figure {
	if len(r.pool) == cap(r.pool) {
		r.pool = make([]figure, 0, 64) // the longest lists have some forty figures
	}
	r.pool = append(r.pool, f)
	return &r.pool[len(r.pool)-1]
}

func (r *reader) push(fig *figure) int32 {
	r.figs = append(r.figs, fig)
	r.items = append(r.items, item{first: fig.first, last: fig.last, fig: fig, cue: &nothing})
	return fig.last
}

// notFigure passes over symbols, dates with three parts, and glued numbers.
func (r *reader) notFigure(i int32) (int32, bool) {
	t := r.t
	if strings.Count(t.Word(i), ".") == 2 {
		if w, ok := r.x.grammar.Date(t, i); ok {
			r.items = append(r.items, item{first: i, last: w.Last, when: true, cue: &nothing})
			return w.Last, true
		}
	}
	if strings.Contains(t.Word(i), ".") && r.until(i) {
		if w, ok := r.day(i); ok {
			r.s.asOf = r.whole(w)
			r.s.days = append(r.s.days, dayFrom{w.Last, r.dayClause(i), r.dayPart(i), r.s.asOf})
			r.items = append(r.items, item{first: i, last: w.Last, when: true, cue: &nothing})
			return w.Last, true
		}
	}
	if r.namedBy(i) || r.listNumber(i) {
		return i + 1, true
	}
	if i == r.first+1 && t.Is(i-1, '(') && len(t.Word(i)) <= 2 && i+2 < r.last && t.Is(i+1, ')') {
		return i + 1, true // "(5) Nữ: 13 ủy viên"
	}
	if r.minutes(i) || r.roundAt(i) {
		r.items = append(r.items, item{first: i, last: i + 1, when: true, cue: &nothing})
		return i + 1, true
	}
	if w := t.Word(i); len(w) >= 4 && w[0] == '0' && !strings.ContainsAny(w, ".,") {
		for i++; r.numberAt(i); i++ { // a telephone number: "0214 3840 123"
		}
		return i, true
	}
	if i+1 >= r.last {
		return 0, false
	}
	if last := r.dayAndMonth(i); last > i {
		r.items = append(r.items, item{first: i, last: last, when: true, cue: &nothing})
		return last, true
	}
	next := t.Tokens[i+1]
	if next.Kind == scan.Word && !next.Space && !r.yearsShort(i) {
		return i + 2, true // 9h30, 5G
	}
	if next.Kind == scan.Punct && next.ID == ':' && !next.Space && r.numberAt(i+2) && !t.Tokens[i+2].Space && len(t.Word(i)) <= 2 && len(t.Word(i+2)) == 2 {
		r.items = append(r.items, item{first: i, last: i + 3, when: true, cue: &nothing})
		return i + 3, true // 18:13
	}
	if next.Kind == scan.Punct && (next.ID == '-' || next.ID == '/') && i+2 < r.last {
		if t.Tokens[i+2].Kind == scan.Word && t.Tokens[i+2].Upper {
			if s, ok := grammar.SymbolAt(t, i); ok {
				return s.Last, true
			}
		}
		w, ok := r.x.grammar.Date(t, i)
		if !ok {
			if w, ok = r.day(i); ok {
				ok = r.until(i) || r.labelDay(i, w.Last) || r.beforeDay(i)
			}
		}
		if ok {
			if r.until(i) || r.prevLink(i) == "asof" || r.labelDay(i, w.Last) {
				r.s.asOf = r.whole(w)
				r.s.days = append(r.s.days, dayFrom{w.Last, r.dayClause(i), r.dayPart(i), r.s.asOf})
			}
			r.items = append(r.items, item{first: i, last: w.Last, when: true, cue: &nothing})
			return w.Last, true
		}
	}
	return 0, false
}

// minutes reports whether a number is the minutes behind an hour: "lúc 10 giờ 20".
func (r *reader) minutes(i int32) bool {
	if i < r.first+2 || r.t.Fold(i-1) != "giờ" || !r.numberAt(i-2) || len(r.t.Word(i)) > 2 {
		return false
	}
	n, ok := grammar.ParseNumber(r.t.Word(i))
	if c := r.peek(i + 1); !ok || n >= 60 || c.head == "person" || c.use == "counted" {
		return false
	}
	return true
}

// beforeDay reports whether a word of time stands right before the day and month at token i, which
// are no range: "gửi về trước 29-4".
func (r *reader) beforeDay(i int32) bool {
	if i <= r.first || r.t.Tokens[i+1].ID != '-' || r.t.Tokens[i+1].Space || r.t.Tokens[i+2].Space {
		return false
	}
	switch r.t.Fold(i - 1) {
	case "trước", "sau", "từ", "hạn", "là":
		d, okay := grammar.ParseNumber(r.t.Word(i))
		m, ok := grammar.ParseNumber(r.t.Word(i + 2))
		return okay && ok && d > m && d <= 31 && m >= 1 && m <= 12
	}
	return false
}

// listNumber reports whether a number behind a colon or semicolon numbers what is listed in a
// sentence: "Kết quả: 1. Hà Văn Sơn 147 phiếu; 2. …".
func (r *reader) listNumber(i int32) bool {
	t := r.t
	if i <= r.first || !t.Is(i-1, ':') && !t.Is(i-1, ';') || t.Tokens[i].End-t.Tokens[i].Start > 2 {
		return false
	}
	if i+2 >= r.last {
		return t.Word(i) == "1" && t.Is(i-1, ':') && t.Is(i+1, '.') && r.secondFollows(i+2)
	}
	next := t.Tokens[i+1]
	return next.Kind == scan.Punct && (next.ID == '.' || next.ID == ')') && !next.Space && t.Tokens[i+2].Kind == scan.Word && t.Tokens[i+2].Space
}

// secondFollows reports whether the second item of a list follows soon behind a token, behind a mark.
func (r *reader) secondFollows(i int32) bool {
	end := min(i+listItemWords, int32(len(r.t.Tokens))-1)
	for ; i < end; i++ {
		if r.t.Word(i) == "2" && (r.t.Is(i+1, '.') || r.t.Is(i+1, ')')) && r.t.Tokens[i-1].Kind == scan.Punct {
			return true
		}
	}
	return false
}

// listItemWords is how many tokens an item of a list within a sentence has at most.
const listItemWords = 30

// dayAndMonth returns the end of a date that begins with its bare day: "15 Tháng 9,
// 2025"; i for none. Without a year it may be a number of months.
func (r *reader) dayAndMonth(i int32) int32 {
	t := r.t
	if i+3 >= r.last || !r.numberAt(i+2) || len(t.Word(i)) > 2 || len(t.Word(i+2)) > 2 || !strings.EqualFold(t.Word(i+1), "tháng") {
		return i
	}
	y := i + 3
	if t.Is(y, ',') || t.Word(y) == "năm" {
		y++
	}
	if r.numberAt(y) && len(t.Word(y)) == 4 {
		return y + 1
	}
	return i
}

func (r *reader) prevLink(i int32) string {
	if n := len(r.items); n > 0 && r.items[n-1].last == i {
		return r.items[n-1].c().link
	}
	return ""
}

// tail reads what belongs to the number: /M, to N, %.
func (r *reader) tail(fig *figure) {
	t := r.t
	i := fig.last
	switch {
	case t.Is(i, '/') && r.numberAt(i+1):
		if m, ok := r.x.grammar.Figure(t, i+1); ok {
			fig.total, fig.ratio, fig.totalAt, fig.last = m.Value, true, i+1, m.Last
		}
	case i+1 < r.last && t.Word(i) == "trong" && r.numberAt(i+1):
		if m, ok := r.x.grammar.Figure(t, i+1); ok && fig.value > 1 && m.Value >= fig.value && (m.Last < r.last && r.counted(m.Last) || r.over(m.Last) && !t.Is(m.Last, '%') && !t.Is(m.Last, '/') && r.electedBare(fig)) {
			fig.total, fig.ratio, fig.among, fig.totalAt, fig.last = m.Value, true, true, i+1, m.Last // "12 trong 15 ủy viên", "bầu 37 trong 43"
		}
	case i+1 < r.last && t.Word(i) == "trên" && r.numberAt(i+1):
		if m, ok := r.x.grammar.Figure(t, i+1); ok && fig.value > 1 && m.Value >= fig.value && (m.Last >= r.last || t.Tokens[m.Last].Kind == scan.Punct && !t.Is(m.Last, '%') && !t.Is(m.Last, '/') || r.counted(m.Last)) {
			fig.total, fig.ratio, fig.among, fig.totalAt, fig.last = m.Value, true, true, i+1, m.Last // "7 trên 178", "bầu 37 trong 43"
		}
	case i+2 < r.last && t.Word(i) == "trong" && t.Word(i+1) == "số" && r.numberAt(i+2) && r.prev(fig).c().link != "ordinal":
		if m, ok := r.x.grammar.Figure(t, i+2); ok && fig.value > 1 && m.Value >= fig.value && m.Last < r.last && r.noun(m.Last) {
			fig.total, fig.ratio, fig.among, fig.totalAt, fig.last = m.Value, true, true, i+2, m.Last // "6 trong số 15 ủy viên"
		}
	case t.Is(i, '-') && r.numberAt(i+1), t.Is(i, '%') && t.Is(i+1, '-') && r.numberAt(i+2):
		j := i + 1
		if t.Is(i, '%') {
			j++
		}
		if m, ok := r.x.grammar.Figure(t, j); ok && m.Value > fig.value {
			fig.most, fig.ranged, fig.last = m.Value, true, m.Last
		}
	case i < r.last && t.Tokens[i].Kind == scan.Word && (t.Word(i) == "đến" || t.Word(i) == "tới") && r.numberAt(i+1):
		if m, ok := r.x.grammar.Figure(t, i+1); ok && m.Value > fig.value && !t.Is(m.Last, '/') {
			fig.most, fig.ranged, fig.last = m.Value, true, m.Last
		}
	case i+1 < r.last && t.Word(i) == "đến" && t.Word(i+1) == "dưới" && r.numberAt(i+2): // từ 35 đến dưới 40 tuổi
		if m, ok := r.x.grammar.Figure(t, i+2); ok && m.Value > fig.value {
			fig.most, fig.ranged, fig.last = m.Value, true, m.Last
		}
	case t.Is(i, '%') && i+2 < r.last && (t.Word(i+1) == "đến" || t.Word(i+1) == "tới") && r.numberAt(i+2):
		if m, ok := r.x.grammar.Figure(t, i+2); ok && m.Value > fig.value && t.Is(m.Last, '%') {
			fig.most, fig.ranged, fig.last = m.Value, true, m.Last
		}
	}
	if fig.ranged && t.Is(fig.last, '/') && r.numberAt(fig.last+1) { // 13-17/10
		fig.last += 2
		fig.reason = "date"
		return
	}
	switch {
	case fig.last >= r.last:
	case t.Is(fig.last, '%'):
		fig.percent = true
		fig.last++
	case t.Word(fig.last) == "điểm" && t.Is(fig.last+1, '%'):
		fig.percent = true
		fig.last += 2
	case fig.last+2 < r.last && t.Word(fig.last) == "điểm" && t.Word(fig.last+1) == "phần" && t.Word(fig.last+2) == "trăm":
		fig.percent = true // a difference of shares
		fig.last += 3
	}
}

func (r *reader) numberAt(i int32) bool {
	return i < r.last && r.t.Tokens[i].Kind == scan.Number
}

// prev returns the item that ends at the figure, an empty one for none.
func (r *reader) prev(fig *figure) *item {
	if n := len(r.items); n > 0 && r.items[n-1].last == fig.first {
		return &r.items[n-1]
	}
	return &item{cue: &nothing}
}

// isDate reports whether the figure is a day: after ngày, sáng or another
// date, or N/M that no noun makes a share.
func (r *reader) isDate(fig *figure) bool {
	p := r.prev(fig)
	if l := p.c().link; l == "date" || l == "asof" {
		return true
	}
	if fig.percent || p.bare || fig.ratio && p.place != "" && len(r.figs) > 0 {
		return false
	}
	if p.c().body == "vote" || fig.ratio && fig.value <= fig.total && r.behindPerson(fig) {
		return false // "với số phiếu 11/11"
	}
	if r.secondDay(fig) || r.dayWithDash(fig) {
		return true
	}
	if n := len(r.items); n > 0 && r.items[n-1].when && fig.first-r.items[n-1].last <= 1 && fig.ratio && fig.total <= 12 && !r.counted(fig.last) {
		return true // từ ngày 20 đến 28/1
	}
	if fig.ratio && !fig.among && fig.total <= 12 && fig.value <= 31 {
		if fig.value <= fig.total && r.seatsBefore(fig) {
			return false // "Ban Chấp hành: 13/13, Ban Thường vụ: 5/5"
		}
		return fig.value > fig.total || !r.counted(fig.last)
	}
	if word := r.t.Word(fig.first); !fig.ranged && grammar.Ambiguous(word) && !r.counted(fig.last) {
		p := p.c()
		return p.link == "" && p.bound == "" && !p.isAttr()
	}
	return false
}

// behindPerson reports whether a figure stands in brackets, or behind a colon, right behind a
// person who is addressed: "đ/c Trần Hữu Lương (11/11)".
func (r *reader) behindPerson(fig *figure) bool {
	i := fig.first - 1
	if i <= r.first || !r.t.Is(i, '(') && !r.t.Is(i, ':') {
		return false
	}
	n := 0
	for i--; i > r.first && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper && n < longestName; i-- {
		n++
	}
	if n < 2 {
		return false
	}
	switch r.t.Fold(i) {
	case "chí", "ông", "bà", "đc":
		return true
	}
	return r.t.Fold(i) == "c" && r.t.Is(i-1, '/')
}

// dayWithDash reports whether a figure is a day and its month: "chậm nhất 31-8". Who counts from more to
// less counts nothing.
func (r *reader) dayWithDash(fig *figure) bool {
	i := fig.last
	if fig.ratio || fig.value > 31 || i+1 >= r.last || !r.t.Is(i, '-') || r.t.Tokens[i].Space || !r.numberAt(i+1) || r.t.Tokens[i+1].Space || len(r.t.Word(i+1)) > 2 {
		return false
	}
	month, ok := grammar.ParseNumber(r.t.Word(i + 1))
	if !ok || month < 1 || month > 12 || month >= fig.value || r.counted(i+2) || i+2 < r.last && r.t.Is(i+2, '%') {
		return false
	}
	fig.last = i + 2
	return true
}

// secondDay reports whether the figure is the second day of "trong hai ngày 25 và
// 26.5", "ngày 7 và 8-5"; its month is read with it.
func (r *reader) secondDay(fig *figure) bool {
	n := len(r.items)
	if n < 2 || !r.items[n-2].when || r.items[n-1].last != fig.first || r.items[n-2].last != r.items[n-1].first || r.items[n-1].mark != ',' && r.items[n-1].c().link != "cut" {
		return false
	}
	if day, month, ok := strings.Cut(r.t.Word(fig.first), "."); ok && len(day) <= 2 && len(month) <= 2 && fig.value < 32 {
		return true
	}
	if i := fig.first + 1; fig.value < 32 && r.t.Is(i, '-') && !r.t.Tokens[i].Space && r.numberAt(i+1) && len(r.t.Word(i+1)) <= 2 {
		fig.last = i + 2
		return true
	}
	return false
}

// seatsBefore reports whether a body and nothing but a colon stands right before a figure.
func (r *reader) seatsBefore(fig *figure) bool {
	k := len(r.items) - 1
	if k > 0 && r.items[k].last == fig.first && r.items[k].mark == ':' && r.items[k-1].last == r.items[k].first {
		return isSeats(r.items[k-1].c().body)
	}
	return k >= 0 && r.items[k].last == fig.first && isSeats(r.items[k].c().body) && r.items[k].c().use != "actor"
}

func (c *cue) isAttr() bool { return c.attr != "" }

// counted reports whether a counted noun begins at token i.
func (r *reader) counted(i int32) bool {
	if i >= r.last {
		return false // of the next cell or sentence
	}
	c := r.peek(i)
	return c.head == "person" || c.head == "seat" || c.use == "counted" || c.org || c.attr != "" && c.form != "age"
}

// noun reports whether a noun that figures count begins at token i.
func (r *reader) noun(i int32) bool {
	c := r.peek(i)
	return c.head == "person" || c.head == "seat" || c.use == "counted" || c.org
}

// oneOf reports whether the figure is the one of "1 trong 3 đảng bộ".
func (r *reader) oneOf(fig *figure) bool {
	i := fig.last
	return fig.value == 1 && !fig.percent && !fig.ratio && i+1 < r.last && r.t.Word(i) == "trong" && (r.numberAt(i+1) || r.t.Word(i+1) == "những" || r.t.Word(i+1) == "các")
}

// isNote reports whether the figure is the mark of a footnote: "Ban Chấp hành lâm
// thời(1)". A count in brackets stands apart from its word.
func (r *reader) isNote(fig *figure) bool {
	i := fig.first - 1
	return i > r.first && !fig.percent && !fig.ratio && r.t.Is(i, '(') && !r.t.Tokens[i].Space && r.t.Is(fig.last, ')')
}

// isYear reports whether the figure is a year or a term.
func (r *reader) isYear(fig *figure) bool {
	w := r.t.Word(fig.first)
	if fig.percent || len(w) == 8 && fig.value > 19300000 && fig.value < 21000000 {
		return !fig.percent
	}
	if len(w) != 4 || fig.value < 1930 || fig.value > 2100 || strings.ContainsAny(w, ".,") {
		return false
	}
	if fig.ranged {
		return fig.most >= 1930 && fig.most <= 2100
	}
	if n := len(r.items); n >= 2 && (r.items[n-1].mark == ',' || r.items[n-1].c().link == "cut") && r.items[n-1].last == fig.first && r.items[n-2].when || fig.first > r.first && r.t.Fold(fig.first-1) == "năm" {
		return true // "sinh năm 1991, 1993"
	}
	return !r.counted(fig.last)
}

// isOrdinal reports whether the figure is a number in a row: khóa 16, Hội nghị
// lần thứ 9, Đại hội 12.
func (r *reader) isOrdinal(fig *figure) bool {
	p := r.prev(fig).c()
	if fig.percent || fig.ratio {
		return false
	}
	if p.link == "filler" && strings.EqualFold(r.t.Word(fig.first-1), "số") && !r.noun(fig.last) && fig.first-1 > r.first {
		switch strings.ToLower(r.t.Word(fig.first - 2)) {
		case "biểu", "lục", "mẫu", "định", "thị", "quyết", "báo", "cáo", "hoạch", "trình", "tờ", "văn", "phòng", "tổ", "phố":
			return true
		}
	}
	if p.link == "ordinal" {
		return p.head == "" || !r.noun(fig.last)
	}
	if !p.org || r.counted(fig.last) {
		return false
	}
	it := &r.items[len(r.items)-1]
	name := strings.ToLower(r.t.String(it.first, it.last))
	if i := fig.last; !fig.ranged && fig.value <= mostCongress && strings.HasPrefix(name, "đảng bộ") && i < r.last && r.t.Tokens[i].Kind == scan.Word && (strings.HasSuffix(name, "thành phố") || strings.HasSuffix(name, "tỉnh")) {
		return true // "nhân sự Ban Chấp hành Đảng bộ thành phố 16 đã được chuẩn bị"
	}
	if i := it.first; i >= r.first+2 && r.t.Fold(i-1) == "tại" && r.t.Fold(i-2) == "bầu" {
		return false // "bầu tại Đại hội 52"
	}
	return strings.HasPrefix(name, "đại") && fig.value <= mostCongress || name == "chi bộ" && !r.summed(it.first) // Chi bộ 25
}

// mostCongress is the highest number that a congress of a province or district has: those
// of 2025 reach 28.
const mostCongress = 30

// summed reports whether words of a sum stand before a token: "tổng số chi bộ 25".
func (r *reader) summed(i int32) bool {
	return i > r.first && strings.EqualFold(r.t.Word(i-1), "số")
}

// isFraction reports whether the figure is 1/3, a rough share, or a quorum: "không đủ 2/3 đảng
// viên dự".
func (r *reader) isFraction(fig *figure) bool {
	if fig.ratio && fig.value == 2 && fig.total == 3 && fig.first > r.first {
		switch r.t.Fold(fig.first - 1) {
		case "đủ", "quá", "trên", "hơn", "nhất", "khoảng", "gần":
			return true
		}
	}
	if n := len(r.items); fig.ratio && fig.value > 1 && n > 1 && r.items[n-1].mark == ':' && r.seatsBefore(fig) && r.over(fig.last) {
		return false // "BTV: 3/5"
	}
	return fig.ratio && fig.value < fig.total && fig.total <= 5 && (fig.value == 1 || !r.counted(fig.last))
}

// age reads the age band that the figure belongs to, "" for a person's age.
// The token after the band is returned.
func (r *reader) age(fig *figure) (string, int32, bool) {
	n := len(r.items)
	if fig.percent || fig.ratio || fig.value < 18 || fig.value > 90 {
		return "", 0, false
	}
	after := r.peek(fig.last)
	years := after.head == "age"
	if !years && r.yearsShort(fig.first) {
		years, after = true, &nothing
	}
	last := fig.last
	switch {
	case years && after == &nothing:
		last = fig.last + 1
	case years:
		last = r.endOf(fig.last)
	case after.form == "mean" && r.t.Fold(fig.last) == "tuổi":
		years, last = true, fig.last+1 // "dưới 40 tuổi [bình quân đạt 9,7%]"
	}
	if !years && !r.ageHeading() && !r.bandBefore() && !r.agesTold(fig) {
		return "", 0, false
	}
	bound := ""
	if n > 0 && r.items[n-1].last == fig.first && !r.items[n-1].c().after {
		bound = r.items[n-1].c().bound
	}
	if fig.first > r.first {
		bound = first(comparisons[r.t.Word(fig.first-1)], bound)
	}
	if !years && bound == "" && !fig.ranged && !(r.peek(last).after && (r.bandBefore() || r.fromDown(fig))) {
		return "", 0, false
	}
	if !years && r.counted(fig.last) {
		return "", 0, false
	}
	if c := r.peek(last); c.after {
		bound = c.bound
		last = r.endOf(last)
	}
	lead := strconv.FormatFloat(fig.value, 'f', -1, 64)
	switch {
	case fig.ranged:
		return lead + "-" + strconv.FormatFloat(fig.most, 'f', -1, 64), last, true
	case bound == "lt":
		return r.upTo(lead, last)
	case bound == "gt":
		return r.upTo(">"+lead, last)
	case bound == "ge":
		return ">=" + lead, last, true
	case bound == "le":
		return "<=" + lead, last, true
	}
	return "", 0, years
}

// yearsShort reports whether a number with a small t behind it is an age that bounds persons: "12 đ/c dưới
// 40t".
func (r *reader) yearsShort(i int32) bool {
	n := len(r.items)
	if i+1 >= r.last || r.t.Tokens[i+1].Kind != scan.Word || r.t.Tokens[i+1].Space || n == 0 || r.items[n-1].last != i || r.items[n-1].c().bound == "" {
		return false
	}
	if r.t.Fold(i+1) != "t" {
		return false
	}
	if v, ok := grammar.ParseNumber(r.t.Word(i)); ok && v >= leastBound && v <= mostBound {
		return true // "dưới 40t"
	}
	return (n > 1 && r.items[n-2].c().head == "person" || r.agesTold(&figure{first: i, last: i + 2, value: leastBound}))
}

// agesTold reports whether a bound right behind persons is one of age, where the sentence
// told their mean age: "bình quân 40,8 tuổi, có 5 đồng chí dưới 35".
func (r *reader) agesTold(fig *figure) bool {
	n := len(r.items)
	if r.boundBehind(fig) || r.fromDown(fig) {
		return true
	}
	if n < 2 || fig.value < leastBound || fig.value > mostBound || r.items[n-1].c().bound == "" || r.items[n-1].last != fig.first ||
		r.items[n-2].c().head != "person" || r.items[n-2].last != r.items[n-1].first || r.counted(fig.last) {
		return false
	}
	for k := range r.items {
		if c := r.items[k].c(); c.form == "mean" || c.head == "age" {
			return true
		}
	}
	return false
}

// comparisons are signs that bound an age.
var comparisons = map[string]string{"<": "lt", ">": "gt", "≤": "le", "≥": "ge"}

// upTo reads the rest of "trên 40 tuổi đến 50 tuổi"; lead is the number for a
// lower bound ("<" is added) or begins with ">".
func (r *reader) upTo(lead string, last int32) (string, int32, bool) {
	if lead[0] != '>' {
		return "<" + lead, last, true
	}
	if last < r.last && r.t.Tokens[last].Kind == scan.Word && (r.t.Word(last) == "đến" || r.t.Word(last) == "tới") && r.numberAt(last+1) {
		if f, ok := r.x.grammar.Figure(r.t, last+1); ok {
			end := f.Last
			if r.peek(end).head == "age" {
				end = r.endOf(end)
			}
			return lead[1:] + "-" + strconv.FormatFloat(f.Value, 'f', -1, 64), end, true
		}
	}
	return lead, last, true
}

// ageHeading reports whether the sentence or the heading above speaks of age
// bands, so that bounds need no "tuổi".
func (r *reader) ageHeading() bool {
	for k := len(r.items) - 1; k >= 0; k-- {
		if c := r.items[k].c(); c.form == "age" {
			return true
		} else if c.attr != "" && c.form != "young" && c.attr != "young" || r.items[k].mark == ';' {
			break
		}
	}
	n := len(r.items)
	if n >= 1 && r.items[n-1].c().attr == "young" && comparisons[r.t.Word(r.items[n-1].last)] != "" {
		return true // trẻ < 35
	}
	if n >= 2 && r.items[n-2].c().attr == "young" && r.items[n-2].last == r.items[n-1].first {
		return true
	}
	if n >= 2 && r.items[n-2].c().head == "age" && r.items[n-2].last == r.items[n-1].first {
		return true // Tuổi dưới 40
	}
	return n >= 2 && r.items[n-2].mark == '(' && n >= 3 && r.items[n-3].c().attr == "young" || r.d.heading == "age_band"
}

// inList reports whether marks or words of a list stand on both sides of a range:
// "Ban Thường vụ 11 đồng chí; một bí thư, hai phó bí thư".
func (r *reader) inList(first, last int32) bool {
	if first <= r.first || last >= r.last {
		return false
	}
	before := r.t.Is(first-1, ';') || r.t.Is(first-1, ',') || r.t.Word(first-1) == "gồm" || r.t.Word(first-1) == "có"
	return before && (r.t.Is(last, ',') || r.t.Is(last, ';') || r.t.Word(last) == "và")
}

// endOf returns the end of the cue that begins at token i.
func (r *reader) endOf(i int32) int32 {
	for k := r.hit; k < len(r.hits) && r.hits[k].First <= i; k++ {
		if r.hits[k].First == i {
			return r.hits[k].Last
		}
	}
	return i + 1
}

// spelled reads a spelled number before a counted noun: "hai bí thư".
func (r *reader) spelled(h scan.Hit) (int32, bool) {
	f, ok := r.x.grammar.Figure(r.t, h.First)
	if !ok || !f.Words || f.Last >= r.last {
		return 0, false
	}
	c := r.peek(f.Last)
	if c.head == "age" {
		fig := r.figure(figure{value: f.Value, first: h.First, last: f.Last, end: f.Last, words: true})
		band, last, _ := r.age(fig)
		if band == "" {
			return 0, false
		}
		r.items = append(r.items, item{first: h.First, last: last, band: band, cue: &nothing})
		return last, true
	}
	if w := r.t.Word(f.Last); f.Value > 1 && (w == "trên" || w == "trong") {
		fig := r.figure(figure{value: f.Value, first: h.First, last: f.Last, end: f.Last, words: true})
		if r.tail(fig); fig.ratio || w == "trên" && (r.numberAt(f.Last+1) && r.noun(f.Last+2) || r.t.Word(f.Last+1) == "tổng" && r.numberAt(f.Last+3)) {
			return r.push(fig), true // "bốn trên 22 đơn vị", "ba trong số 12 đảng bộ"
		}
		r.pool = r.pool[:len(r.pool)-1]
	}
	if c.head == "seat" && r.t.Fold(f.Last) == "chỗ" && !r.openSeats(&figure{first: h.First}, r.endOf(f.Last)) {
		return 0, false
	}
	if c.head != "person" && c.head != "seat" && c.use != "counted" && !c.org && c.form != "delegate" && !(groups[c.attr] && c.body == "" && (f.Value > 1 || r.exactlyOne(h.First, c))) {
		return 0, false
	}
	if h.First > r.first && r.t.Word(h.First-1) == "phần" {
		return 0, false // hai phần ba cấp ủy viên
	}
	if f.Value == 1 && !(c.use == "counted" && isSeats(c.body) && r.inList(h.First, r.endOf(f.Last))) {
		if next := r.peek(r.endOf(f.Last)); c.head != "seat" && next.attr == "" && c.attr == "" && !r.exactlyOne(h.First, c) {
			return 0, false
		}
	}
	if c.org && !c.party && f.Value < 3 {
		if i := r.endOf(f.Last); f.Value < 2 || (r.t.Fold(i) != "còn" || r.t.Fold(i+1) != "lại") && r.t.Fold(i) != "chưa" {
			return 0, false // but "hai đơn vị còn lại", "hai xã chưa có nữ"
		}
	}
	if n := len(r.items); n > 0 && r.items[n-1].last == h.First && (r.items[n-1].c().link == "ordinal" || r.items[n-1].c().link == "date") {
		return 0, false
	}
	return r.push(r.figure(figure{value: f.Value, first: h.First, last: f.Last, end: f.Last, words: true})), true
}

// groups are attributes whose words may be counted without a noun before them: "ba cán bộ
// nữ", "hai nữ".
var groups = map[string]bool{"female": true, "young": true, "ethnic_minority": true}

// namedBy reports whether a number is the name of a group that works for a body: "Tổ
// công tác số 01 của Ban Thường vụ".
func (r *reader) namedBy(i int32) bool {
	if i == r.first+1 || i == r.first+2 {
		switch r.t.Fold(i - 1) {
		case "biểu", "bảng", "lục": // "Biểu 1. Kết quả …", "Phụ lục 2", and not "Đại biểu 96"
			return i == r.first+1 || r.t.Fold(i-2) != "đại"
		}
	}
	if i > r.first && r.t.Fold(i-1) == "bước" {
		return true // "biên bản kiểm phiếu ở bước 3"
	}
	return i > r.first+1 && r.t.Word(i-1) == "số" && (workers[r.t.Fold(i-2)] || r.t.Fold(i-2) == "phiếu" && r.t.Fold(i-3) == "hòm")
}

// workers are the last words of nouns that have a number for a name, folded.
var workers = map[string]bool{
	"tổ": true, "tác": true, "đạo": true, "nhóm": true, "đoàn": true, "tra": true, "biểu": true, "mẫu": true, "lục": true, "phòng": true, "đội": true, "lớp": true, "cụm": true, "khối": true,
}

// exactlyOne reports whether the words before "một" make it a number: "khuyết một
// đồng chí", "mỗi nơi bầu một ủy viên", "chỉ một đảng bộ".
func (r *reader) exactlyOne(i int32, of *cue) bool {
	n := len(r.items)
	if n == 0 || i <= r.first {
		return false
	}
	if w := r.t.Fold(i - 1); groups[of.attr] && of.body == "" && w == "chỉ" {
		return true // "ban thường vụ chỉ một nữ"
	}
	if w := r.t.Fold(i - 1); of.org && of.party {
		return w == "chỉ" || w == "còn" || w == "nhất"
	}
	if r.items[n-1].last == i && (r.items[n-1].c().attr == "shortfall" || r.items[n-1].c().link == "change" || r.items[n-1].mark == '(' && r.oneShort()) {
		return true
	}
	for k := n - 1; k >= 0 && r.items[k].mark != ',' && r.items[k].mark != ';'; k-- {
		if r.items[k].c().link == "per" {
			return true
		}
	}
	return false
}

// oneShort reports whether the figure before is N of one more: "117/118 đại biểu dự (một người nằm viện)".
func (r *reader) oneShort() bool {
	n := len(r.figs)
	return n > 0 && r.figs[n-1].ratio && !r.figs[n-1].percent && r.figs[n-1].total == r.figs[n-1].value+1
}

// bandBefore reports whether the sentence has named an age band: those behind it need no
// "tuổi".
func (r *reader) bandBefore() bool {
	for k := range r.items {
		if r.items[k].band != "" {
			return true
		}
	}
	return false
}

// boundBehind reports whether a bound right behind persons ends what is said of them and is one of age: "9 đồng chí dưới 40;",
// "3 người trên 50,".
func (r *reader) boundBehind(fig *figure) bool {
	n := len(r.items)
	if n < 3 || fig.value < leastBound || fig.value > mostBound || fig.ratio || fig.percent {
		return false
	}
	b, p := &r.items[n-1], &r.items[n-2]
	return b.last == fig.first && (b.c().bound == "lt" || b.c().bound == "gt") && p.c().head == "person" && p.last == b.first && r.items[n-3].fig != nil && r.items[n-3].last == p.first &&
		r.items[n-3].fig.value < fig.value && (fig.last >= r.last || r.t.Tokens[fig.last].Kind == scan.Punct && !r.t.Is(fig.last, '%'))
}

// fromDown reports whether "từ" and "trở xuống" or "trở lên" stand on both sides of a number that may be an age, and its number of
// persons follows: "từ 35 trở xuống 1.057", "từ 50 trở lên: 14".
func (r *reader) fromDown(fig *figure) bool {
	if fig.value < leastBound || fig.value > mostBound || fig.ratio || fig.percent || fig.ranged || fig.first <= r.first || r.t.Fold(fig.first-1) != "từ" || r.t.Fold(fig.last) != "trở" {
		return false
	}
	i := fig.last + 2
	if r.t.Is(i, ':') || r.t.Fold(i) == "có" || r.t.Fold(i) == "là" {
		i++
	}
	return r.numberAt(i)
}
