package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// attribute finds which members a figure counts.
func (r *reader) attribute(g *group) (attr, qual, stat string) {
	stat = "count"
	if r.bothWays(g) {
		return "", "", stat
	}
	if g.mean || r.meanBefore(g) {
		return "age", "", "mean"
	}
	if g.head != nil {
		if g.head.form == "delegate" || g.head.form == "central" {
			return g.head.attr, "", stat
		}
	}
	if g.direct != nil && (g.direct.form == "central" || g.direct.form == "delegate") {
		return g.direct.attr, "", stat
	}
	if a := r.degreeAndTheory(g); a.attr != "" {
		return r.settle(g, a)
	}
	if g.main.ratio && g.end > g.at+2 {
		if a := r.scan(g.at+1, g.end); a.attr != "" && weight(a.attr) == 2 && a.form == "plain" {
			return r.settle(g, a) // "9 gương mặt nữ trên tổng số 41 người"
		}
	}
	if a := r.scan(g.end, r.beforeBase(g)); a.attr != "" {
		if b := r.near(g); b.attr != "" && weight(b.attr) > weight(a.attr) {
			a = b
		}
		return r.settle(g, a)
	}
	if a := r.near(g); a.attr != "" {
		if a.form == "mean" && g.head != nil {
			return "", "", stat // the mean age of 45 secretaries
		}
		return r.settle(g, a)
	}
	return "", "", stat
}

// degreeAndTheory finds a degree and one of political theory that the same persons have:
// "13/13 đồng chí có trình độ đại học trở lên và cao cấp lý luận chính trị".
func (r *reader) degreeAndTheory(g *group) found {
	for k := g.end; k < len(r.items) && r.items[k].fig == nil && r.items[k].mark == 0; k++ {
		e := r.items[k].c()
		if e.attr != "education" || e.form != "degree" || r.t.Fold(r.items[k].first) == "cử" {
			continue
		}
		n := k + 1
		for n < len(r.items) && (r.items[n].c().after || r.items[n].c().link == "filler") {
			n++
		}
		if n >= len(r.items) || r.items[n].c().link != "cut" {
			return found{}
		}
		for n++; n < len(r.items) && r.items[n].c().link == "filler"; n++ {
		}
		if n >= len(r.items) || r.items[n].c().attr != "theory" || r.items[n].c().form != "plain" {
			return found{}
		}
		t := r.items[n].c()
		g.more = found{attr: t.attr, qual: t.qual, form: t.form, at: n}
		return found{attr: e.attr, qual: e.qual, form: "plain", at: k}
	}
	return found{}
}

// beforeBase returns where the words of a count end whose share says of whom it is: "40
// đồng chí, bằng 20,2% số đại biểu có mặt".
func (r *reader) beforeBase(g *group) int {
	k := g.tail
	if g.pct == nil || k >= g.right || r.items[k-1].fig != g.pct {
		return g.right
	}
	if w := r.t.Fold(g.pct.last); w != "tổng" && w != "số" {
		return g.right
	}
	if r.items[k].c().body != "" || k+1 < g.right && r.items[k+1].c().body != "" {
		return k
	}
	return g.right
}

// meanBefore reports whether a bare figure is the mean age of those just counted:
// "tuổi bình quân của 45 bí thư là 44,2".
func (r *reader) meanBefore(g *group) bool {
	if r.meanWord(g) {
		return true
	}
	if !g.main.bare || g.main.percent || g.main.value < 18 || g.main.value > 90 || g.at == 0 || r.s.stat == "mean" && !r.meanMoved(g) || !r.meanAge(g.at) {
		return false
	}
	if r.meanMoved(g) {
		return true
	}
	p := &r.items[g.at-1]
	if p.last != g.main.first || p.c().link != "copula" && p.mark != ':' {
		return false
	}
	for k := g.at - 2; k >= 0; k-- {
		switch {
		case r.items[k].fig != nil:
			return k > 0 && r.meanAge(k)
		case r.items[k].c().isAttr():
			return false
		}
	}
	return false
}

// meanWord reports whether "bình quân" stands right before a figure, where ages were told of
// just before: "trẻ hơn khóa trước 1,2 tuổi, bình quân 48,3".
func (r *reader) meanWord(g *group) bool {
	i := g.main.first - 1
	if i > r.first && (r.t.Fold(i) == "là" || r.t.Is(i, ':')) {
		i--
	}
	if i <= r.first || !g.main.bare || g.main.percent || g.main.ratio || g.main.value < 18 || g.main.value > 90 {
		return false
	}
	if w := r.t.Fold(i-1) + " " + r.t.Fold(i); w != "bình quân" && w != "trung bình" {
		return false
	}
	for j := i - 2; j >= r.first && j > i-meanWordsBack; j-- {
		if w := r.t.Fold(j); w == "tuổi" || w == "trẻ" {
			return true
		}
	}
	return false
}

// meanWordsBack is how far before "bình quân" the ages stand that it is of.
const meanWordsBack = 9

// meanMoved reports whether a figure is where a mean age began or ended: "tuổi bình quân hạ
// từ 49,1 xuống 47,8".
func (r *reader) meanMoved(g *group) bool {
	if r.fromTo(g) {
		return true
	}
	w := r.t.Word(g.main.first - 1)
	if w != "lên" && w != "xuống" && w != "còn" {
		return false
	}
	for k := g.at - 1; k >= 0; k-- {
		if f := r.items[k].fig; f != nil {
			return r.t.Word(f.first-1) == "từ" && f.last == g.main.first-1
		}
	}
	return false
}

type found struct {
	attr, qual, form, band string
	at                     int
}

// bothWays reports whether a figure counts the elected and the appointed
// together: "được bầu và chỉ định là 498".
func (r *reader) bothWays(g *group) bool {
	for k := g.left + 2; k < min(g.wide, len(r.items)); k++ {
		if r.items[k].c().attr == "appointed" && r.items[k-1].c().link == "cut" && (r.items[k-2].c().attr == "elected" || r.items[k-2].c().reach == "verb") {
			return true
		}
	}
	return false
}

// weight ranks attributes that meet in one clause: how somebody came into a
// body says less than who it is.
func weight(attr string) int {
	switch attr {
	case "elected":
		return 0
	case "appointed":
		return 1
	case "total":
		return -1
	}
	return 2
}

// scan collects the attributes of items a to b (to the right of a figure when
// step is 1).
func (r *reader) scan(a, b int) found {
	var f found
	for k := a; k < b; k++ {
		it := &r.items[k]
		c := it.c()
		if k > a && r.noneBefore(a, k) && (it.band != "" || weight(c.attr) == 2 && c.form == "plain") {
			break // "Trong 15 ủy viên không có ai dưới 35 tuổi"
		}
		if it.band != "" {
			f.band = it.band
			if f.attr == "" {
				f.attr, f.qual, f.at = "age_band", it.band, k
			}
			continue
		}
		if it.mark == ';' || c.link == "versus" || k > a && it.first-r.items[k-1].last > 5 {
			break
		}
		r.take(&f, c, k)
	}
	return f
}

// noneBefore reports whether item k is said of nobody: "không có ai [dưới] 35 tuổi".
func (r *reader) noneBefore(a, k int) bool {
	k--
	if k > a && r.items[k].c().bound != "" {
		k--
	}
	link := r.items[k].c().link
	return link == "zero" || link == "zerosoft"
}

// near collects the attributes before a figure, nearest first.
func (r *reader) near(g *group) found {
	var f found
	for k := g.at - 1; k >= g.left; k-- {
		it := &r.items[k]
		c := it.c()
		if it.mark == ';' || c.reach == "verb" && f.attr == "" && !r.surplusOf(k) {
			break
		}
		if f.attr == "" && it.last < g.main.first-14 {
			break
		}
		if it.band != "" {
			f.band = it.band
			if f.attr == "" {
				f.attr, f.qual, f.at = "age_band", it.band, k
			}
			continue
		}
		if c.attr == "re_elected" && c.form == "weak" {
			continue // "cũ" stands behind those who sat
		}
		if f.attr == "" && c.isAttr() && (r.ofAll(k, g) || r.ofOnePost(k, g)) {
			break
		}
		if (c.attr == "surplus" || c.attr == "withdrawn") && !g.main.percent && r.listAfter(k, g.at) {
			break // "Số dư: danh sách bầu 476 người", "hai người xin rút, danh sách chốt 52"
		}
		if f.attr != "" && it.mark == ',' && f.attr != "education" && f.attr != "theory" && f.form != "mean" {
			break
		}
		r.take(&f, c, k)
	}
	return f
}

// listAfter reports whether a list to elect from is named between two items.
func (r *reader) listAfter(a, b int) bool {
	for k := a + 1; k < b; k++ {
		if c := r.items[k].c(); c.phase == "nominated" && r.t.Fold(r.items[k].first) == "danh" {
			return true
		}
	}
	return false
}

// ofAll reports whether the attribute at item k is said of all, in a clause before
// that of a figure with a noun: "đều không phải người địa phương, 18 người là …".
func (r *reader) ofAll(k int, g *group) bool {
	first := r.items[k].first
	if first <= r.first || !strings.EqualFold(r.t.Word(first-1), "đều") || g.head == nil {
		return false
	}
	for j := k + 1; j < g.at; j++ {
		if r.items[j].mark == ',' {
			return true
		}
	}
	return false
}

// ofOnePost reports whether the attribute at item k is of somebody with a post in the clause
// before: "đồng chí A tái cử Bí thư, 2 đồng chí Phó Bí thư".
func (r *reader) ofOnePost(k int, g *group) bool {
	if k+2 >= g.at || r.items[k].c().attr != "re_elected" || r.items[k+2].mark != ',' && r.items[k+2].mark != ';' {
		return false
	}
	switch r.items[k+1].c().body {
	case "secretary", "deputy_secretary", "inspection_head":
		return r.items[k+1].first == r.items[k].last
	}
	return false
}

// take joins the attribute of a cue to what was found.
func (r *reader) take(f *found, c *cue, k int) {
	if c.attr == "" {
		return
	}
	switch c.form {
	case "count", "org", "orgweak", "orgnot", "orgpilot", "vote", "ballot", "extreme", "age", "school", "weakcount", "none":
		return
	case "short":
		if !r.schooling(k) {
			return
		}
		c = &cue{attr: c.attr, qual: c.qual, form: "degree"}
		if c.qual != "bachelor" {
			c.form = "low"
		}
	case "theory":
		if f.attr == "education" && f.form == "degree" || f.attr == "education" && f.form == "low" || f.attr == "theory" {
			f.form = "theory"
			r.theory(f)
		}
		return
	case "plain":
		if c.attr == "first_time" && r.t.Fold(r.items[k].first) == "lần" && firstReached[r.t.Fold(r.items[k].last)] {
			return // "lần đầu tiên vượt ngưỡng 15%"
		}
	case "weak":
		if k > 0 && r.items[k-1].last == r.items[k].first && r.items[k-1].c().head == "person" && c.attr == "first_time" && r.t.Word(r.items[k].last) == "chiếm" && f.attr == "" {
			f.attr, f.qual, f.form, f.at = c.attr, c.qual, c.form, k // "số ủy viên mới chiếm 38,8%"
			return
		}
		if w := r.t.Word(r.items[k].last); w == "có" || w == "đạt" || w == "chỉ" || w == "được" || w == "chiếm" || w == "bầu" {
			return // "mới có 2 đồng chí": only
		}
		if k > 0 && r.items[k-1].last != r.items[k].first && r.items[k].last != r.nextFirst(k) {
			return
		}
		if r.numberAt(r.items[k].last) && (k > 0 && r.earlierYear(k-1) || r.onlyNow(r.items[k].first)) {
			return // "năm 2010 mới 38%"
		}
		if c.attr == "first_time" && r.t.Fold(r.items[k].first) == "mới" && r.onlySo(k) {
			return
		}
		if f.attr != "" || c.attr == "re_elected" && r.kindBefore(r.items[k].first) {
			return
		}
		if i := r.items[k].first; c.attr == "first_time" && i > r.first && r.t.Tokens[i-1].Kind == scan.Word && (k == 0 || r.items[k-1].last != i || r.items[k-1].c().head == "skip" || r.items[k-1].c().link == "ordinal") {
			return // "mô hình mới: 112 đại biểu"
		}
	}
	if c.attr == "not_re_elected" && r.because(r.items[k].first) {
		return
	}
	switch {
	case f.attr == "":
		f.attr, f.qual, f.form, f.at = c.attr, c.qual, c.form, k
	case f.attr == "re_elected" && c.attr == "not_re_elected":
		f.attr, f.qual, f.form, f.at = c.attr, c.qual, c.form, k
	case f.attr == "age_band" && c.attr == "young":
		f.attr, f.qual, f.form = "young", f.band, c.form
	case f.attr == "education" && c.attr == "education" && (f.form == "low" || c.form == "low") && r.degreesJoined(k, f.at):
		f.form, f.qual = "low", r.t.String(r.items[min(k, f.at)].first, r.items[max(k, f.at)].last)
	case f.attr == "education" && c.attr == "education", f.attr == "theory" && c.attr == "theory":
		f.qual = lowest(f.qual, c.qual)
	case f.attr == "theory" && c.attr == "education" && c.qual == "bachelor":
	case f.attr == "education" && c.attr == "theory" && f.qual == "bachelor":
		f.attr, f.qual = c.attr, c.qual
	case weight(c.attr) > weight(f.attr):
		f.attr, f.qual, f.form, f.at = c.attr, c.qual, c.form, k
	}
}

// because reports whether somebody's losing a vote at a token is why seats are missing: "khuyết 1 ủy viên do
// nhân sự dự kiến không đủ số phiếu".
func (r *reader) because(i int32) bool {
	for n := int32(1); n <= becauseWords && i-n > r.first && r.t.Tokens[i-n].Kind == scan.Word; n++ {
		switch w := r.t.Fold(i - n); w {
		case "vì", "bởi":
			return true
		case "do":
			next := r.t.Fold(i - n + 1)
			return next == "nhân" || next == "người" || next == "có" || next == "không" || next == "đồng" || next == "một"
		}
	}
	return false
}

// becauseWords is how far before it a reason begins at most: "do nhân sự của ngành tài chính".
const becauseWords = 9

// onlyNow reports whether "mới" at a token says how few there are: "nữ trong ban thường vụ còn ít, mới 21",
// "người trẻ nhất mới 29 tuổi".
func (r *reader) onlyNow(i int32) bool {
	if i--; i > r.first && r.t.Is(i, ',') {
		i--
	}
	switch r.t.Fold(i) {
	case "nhất", "nay", "hiện", "ít", "thấp", "hiếm", "tốn":
		return true
	}
	return false
}

// onlySo reports whether "mới" at item k, right before a figure, says how little of what was named before it
// there is: "cấp ủy trẻ toàn huyện mới 8,2%", "tỷ lệ nữ mới 11%", and not that so many are new: "tái cử 20, mới 12".
func (r *reader) onlySo(k int) bool {
	if !r.numberAt(r.items[k].last) {
		switch r.t.Fold(r.items[k].last) {
		case "vỏn", "vẻn", "chừng", "khoảng", "gần", "xấp":
			return true
		}
		return false
	}
	for k--; k >= 0 && r.items[k].mark == 0 && r.items[k].fig == nil; k-- {
		if c := r.items[k].c(); r.items[k].band != "" || c.isAttr() && weight(c.attr) == 2 && c.form == "plain" && c.attr != "re_elected" {
			return true
		}
	}
	return false
}

// firstReached follow "lần đầu" where something is reached and nobody is elected for the first time.
var firstReached = map[string]bool{"vượt": true, "đạt": true, "qua": true, "chạm": true, "tổ": true}

// kindBefore reports whether a kind of units or a term stands right before a token: "phường
// cũ", "tỉnh cũ", "khóa cũ", where nobody is elected again.
func (r *reader) kindBefore(i int32) bool {
	for n := int32(1); n <= 2 && i-n >= r.first; n++ {
		if r.kindAt(i-n) == i {
			return true
		}
	}
	switch r.t.Fold(i - 1) {
	case "khoá", "kì", "bộ", "máy":
		return true
	}
	return i > r.first && r.t.Is(i-1, '(')
}

// degreesJoined reports whether a comma or "và" joins the degrees at two items, of which a
// set with a low one has no code: "đại học, cao đẳng", "cao đẳng và trung cấp".
func (r *reader) degreesJoined(a, b int) bool {
	a, b = min(a, b), max(a, b)
	if b != a+2 || b >= len(r.items) || r.items[a].last != r.items[a+1].first || r.items[a+1].last != r.items[b].first {
		return false
	}
	return r.items[a+1].mark == ',' || r.t.Fold(r.items[a+1].first) == "và"
}

// schooling reports whether degrees are spoken of before item k, so that "ĐH" is
// one and no congress.
func (r *reader) schooling(k int) bool {
	for k--; k >= 0; k-- {
		if c := r.items[k].c(); c.form == "school" || c.form == "theory" || c.attr == "education" && c.form == "degree" {
			return true
		}
	}
	return r.d.heading == "education" || r.d.heading == "theory"
}

func (r *reader) nextFirst(k int) int32 {
	if k+1 < len(r.items) {
		return r.items[k+1].first
	}
	return -1
}

// theory turns degrees into ones of political theory.
func (r *reader) theory(f *found) {
	switch f.qual {
	case "bachelor", "advanced":
		f.attr, f.qual = "theory", "advanced"
	case "trung cấp", "intermediate":
		f.attr, f.qual = "theory", "intermediate"
	case "sơ cấp":
		f.attr, f.qual, f.form = "theory", "sơ cấp lý luận chính trị", "low"
	}
}

// degrees from low to high; of a set the lowest is stated.
var degrees = []string{"trung cấp", "cao đẳng", "intermediate", "bachelor", "master", "doctor", "professor", "advanced"}

func lowest(a, b string) string {
	for _, d := range degrees {
		if a == d || b == d {
			return d
		}
	}
	return a
}

// settle completes an attribute with its band, its heading and its statistic.
func (r *reader) settle(g *group, f found) (attr, qual, stat string) {
	stat = "count"
	if f.form == "mean" {
		return "age", "", "mean"
	}
	if f.attr == "young" && f.band != "" {
		f.qual = f.band
	}
	if f.attr == "young" && f.qual == "" {
		// "cán bộ trẻ (dưới 40 tuổi)": the cut-off may stand behind the head
		for k := g.end; k < min(g.end+5, len(r.items)); k++ {
			if r.items[k].band != "" {
				f.qual = r.items[k].band
			}
			if r.items[k].fig != nil || r.items[k].mark == ',' || r.items[k].mark == ';' || r.items[k].mark == ')' {
				break
			}
		}
	}
	if f.form == "degree" || f.form == "low" {
		if r.d.heading == "theory" && r.degreeHeading(g) != "education" || r.degreeHeading(g) == "theory" {
			r.theory(&f)
		}
	}
	if f.attr == "theory" && f.qual == "intermediate" {
		f.form = ""
	}
	if f.form == "low" {
		return "other", f.qual, stat
	}
	if f.attr == "ethnic_minority" {
		if name := r.people(f.at); name != "" {
			return "other", "dân tộc " + name, stat
		}
	}
	if f.attr == "direct_election" {
		f.qual = ""
	}
	if (f.attr == "education" || f.attr == "theory") && f.at >= g.end && r.lacksDegree(r.items[f.at].first) {
		return "other", r.t.String(r.items[g.end-1].last, r.items[f.at].last), stat
	}
	if f.attr == "not_re_elected" && r.failedNew(g, f.at) {
		if q := r.told(r.items[g.end-1].last, r.stop(g)); q != "" {
			return "other", q, stat
		}
	}
	return f.attr, f.qual, stat
}

// lacksDegree reports whether the degree at a token is one that persons do not have: "chưa qua
// đại học", "chưa có trình độ đại học".
func (r *reader) lacksDegree(i int32) bool {
	for n := int32(1); n <= 2 && i-n > r.first; n++ {
		switch r.t.Fold(i - n) {
		case "chưa":
			return true
		case "qua", "có", "đạt", "tốt":
		default:
			return false
		}
	}
	return false
}

// failedNew reports whether those who lost a vote, at item k behind their figure, are not
// said to have sat before: "3 người dự kiến cơ cấu nhưng không đủ số phiếu".
func (r *reader) failedNew(g *group, k int) bool {
	if g.head == nil || g.head.head != "person" || g.direct != nil || k < g.end || r.d.last == "re_elected" {
		return false
	}
	for i := r.items[k].first; i < r.items[k].last; i++ {
		if w := r.t.Fold(i); w == "tái" || w == "tham" || w == "thôi" {
			return false
		}
	}
	for j := range r.items {
		it := &r.items[j]
		if c := it.c(); j != k && (c.attr == "re_elected" || c.attr == "not_re_elected" || c.phase == "previous") {
			return false
		}
	}
	for i := r.first; i < r.last; i++ {
		if w := r.t.Fold(i); w == "nhiệm" && r.t.Fold(i-1) == "đương" || w == "tái" || w == "cũ" || w == "giữ" {
			return false
		}
	}
	return true
}

// degreeHeading returns the heading of education or theory nearest before a group.
func (r *reader) degreeHeading(g *group) string {
	for k := min(g.right, len(r.items)) - 1; k >= 0; k-- {
		if c := r.items[k].c(); c.attr == "theory" && c.form == "plain" {
			return "theory"
		}
		switch r.items[k].c().form {
		case "theory":
			return "theory"
		case "school":
			return "education"
		}
	}
	return ""
}

// people returns the name of an ethnic group behind the word "dân tộc".
func (r *reader) people(k int) string {
	it := &r.items[k]
	if w := r.t.Word(it.last - 1); !strings.EqualFold(w, "tộc") {
		return ""
	}
	name := func(j int32) int32 {
		first := j
		for j < r.last && j-first < 2 && r.t.Tokens[j].Kind == 0 && r.t.Tokens[j].Upper && !r.t.Tokens[j].AllUpper {
			j++
		}
		return j
	}
	j := name(it.last)
	for j > it.last && j+1 < r.last && (r.t.Is(j, ',') || r.t.Word(j) == "và") {
		n := name(j + 1)
		if n == j+1 {
			break
		}
		j = n
	}
	return r.t.String(it.last, j)
}

// surplusOf reports whether the verb at item k says what a surplus is of: "số dư khi bầu
// cấp ủy từ 10 - 15%".
func (r *reader) surplusOf(k int) bool {
	at := r.items[k].first
	for k--; k >= 0 && (r.items[k].c().link == "in" || r.items[k].c().link == "filler"); k-- {
	}
	return k >= 0 && r.items[k].c().attr == "surplus" && at-r.items[k].last <= 2
}
