package measure

import (
	"github.com/tongket/tongket/extractors/scan"
)

// votes is one person of a list with the votes that they got.
type votes struct {
	fig, share *figure
}

// Bounds of what one part of a list of votes may hold.
const (
	longestHead   = 14 // tokens before its colon: "Kết quả bầu Phó Bí thư Đảng ủy xã:"
	longestRemark = 12 // tokens in brackets behind a name: "(Phó Chủ tịch UBND huyện)"
	wonWords      = 6  // between a name and its votes: "tái cử, đạt số phiếu"
	safeVotes     = 12 // more of N/M are no month
	longestName   = 6
)

// voteList reads a sentence that is nothing but persons with their votes: "Kết quả: Bạc
// Cầm Sơn 23; Vũ Thu Hằng 21", "Bầu Bí thư: đ/c Lò Văn Ón 22/23", "PBT: đ/c Hà Thị Én
// (TT), 35/36; …". It reports whether the sentence is one.
func (r *reader) voteList() bool {
	if len(r.figs) == 0 {
		return false
	}
	l := voteReader{reader: r, figs: r.figs, told: r.d.votes > 0 || r.s.votes}
	for i := r.firstWord(); i < r.last; {
		if i = l.one(i); i < 0 {
			return false
		}
	}
	switch n := len(l.found); {
	case n == 0 || len(l.figs) > 0:
		return false
	case l.sure == 0 && !(l.head && l.told && n > 1 && r.t.Identity.Type == "minutes"):
		return false
	case !l.told && !l.head && !l.found[0].fig.ratio, n == 1 && !l.found[0].fig.ratio && !l.told:
		return false
	}
	for _, v := range l.found {
		r.putVotes(v)
	}
	r.d.votes, r.d.voted = longestBallot, votedOf
	return true
}

// voteReader reads the parts of such a list.
type voteReader struct {
	*reader
	figs  []*figure // not read yet
	found []votes
	sure  int  // how many of them are persons beyond doubt
	head  bool // results of an election were announced
	told  bool // the text speaks of votes
}

// one reads one person with their votes and returns the token behind them, -1 for
// something else.
func (l *voteReader) one(i int32) int32 {
	r := l.reader
	if i = l.number(l.between(i)); i >= r.last {
		return i
	}
	next, head := r.voteHead(i)
	l.head = l.head || head
	i = r.addressed(next)
	honoured := i > next
	if !l.told && !l.head && !honoured {
		return -1 // "Thạch Kiệt: 3/13" is a unit
	}
	name := i
	for i < r.last && (r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper && (!r.t.Tokens[i].AllUpper || honoured) || i > name && r.t.Is(i, '\'')) {
		i++
	}
	if i == name || i-name > longestName || r.placeIn(name, i) {
		return -1
	}
	if honoured || i-name > 1 && i-name < longestName && r.x.words.surnames[r.t.Fold(name)] {
		l.sure++
	}
	if i = r.untilVotes(i); i < 0 || len(l.figs) == 0 || l.figs[0].first != i {
		return -1
	}
	v := votes{fig: l.figs[0]}
	l.figs = l.figs[1:]
	switch f := v.fig; {
	case f.foreign, f.ranged, f.ratio && f.total < f.value, !f.ratio && !f.percent && !l.told, f.ratio && f.total <= safeVotes && !l.told && !honoured:
		return -1
	}
	i = l.share(&v, r.behindVotes(v.fig.last))
	l.found = append(l.found, v)
	switch {
	case i < 0 || i >= r.last || r.t.Is(i, ';') || r.t.Is(i, ',') || r.t.Is(i, '.') || r.t.Fold(i) == "và":
		return i
	case r.t.Is(i, '=') && len(l.figs) == 0:
		return r.last // "=> trúng: …"
	}
	return -1
}

// between passes over what parts two persons.
func (l *voteReader) between(i int32) int32 {
	for i < l.last && (l.t.Is(i, ';') || l.t.Is(i, ',') || l.t.Is(i, '.') || l.t.Is(i, '-') || l.t.Is(i, '+') || l.t.Fold(i) == "và") {
		i++
	}
	return i
}

// number passes over the number of an item.
func (l *voteReader) number(i int32) int32 {
	if !l.numberAt(i) || !l.t.Is(i+1, '.') && !l.t.Is(i+1, ')') {
		return i
	}
	if len(l.figs) > 0 && l.figs[0].first == i {
		l.figs = l.figs[1:]
	}
	return i + 2
}

// share reads the share of the votes before token i, where it is told behind them, also in
// brackets: "22 phiếu (91,7%)", "117, đạt 92,1%"; and passes over a remark in brackets.
func (l *voteReader) share(v *votes, i int32) int32 {
	inside := l.t.Is(i, '(')
	if len(l.figs) > 0 && l.figs[0].percent && !v.fig.percent {
		from := i
		if inside {
			from++
		}
		if l.untilVotes(from) == l.figs[0].first {
			v.share, l.figs = l.figs[0], l.figs[1:]
			if i = v.share.last; inside {
				return l.closed(i)
			}
			inside = l.t.Is(i, '(')
		}
	}
	if inside {
		return l.closed(i)
	}
	if l.t.Is(i, ')') {
		i++ // of "(tái cử; 31/33 phiếu)"
	}
	return i
}

// closed returns the token behind the bracket that closes after token i, -1 where a figure
// or too much stands before it.
func (l *voteReader) closed(i int32) int32 {
	for j := i; j < min(l.last, i+longestRemark); j++ {
		if l.t.Is(j, ')') {
			if len(l.figs) > 0 && l.figs[0].first < j {
				return -1
			}
			return j + 1
		}
	}
	return -1
}

// putVotes emits the votes of one person.
func (r *reader) putVotes(v votes) {
	m := measure{body: "vote", attr: "approval", phase: "actual", level: r.t.Identity.Level}
	stat := "count"
	if v.fig.percent {
		stat = "percent"
	}
	v.fig.claimed = true
	r.put(r.fact(&m, stat, v.fig))
	if v.fig.ratio {
		t := &figure{value: v.fig.total, first: v.fig.totalAt, last: v.fig.totalAt + 1, end: v.fig.totalAt + 1}
		if r.d.ballots != v.fig.total {
			r.put(r.fact(&m, "ratio_total", t))
		}
		r.d.ballots = v.fig.total
	}
	if v.share != nil {
		v.share.claimed = true
		r.put(r.fact(&m, "percent", v.share))
	}
}

// voteHead passes over what leads to persons and their votes, up to a colon: "Kết quả:",
// "Bầu Phó Bí thư:", "KQ bầu BCH:", and reports whether there is one.
func (r *reader) voteHead(i int32) (int32, bool) {
	told := false
	for j := i; j < min(r.last, i+longestHead); j++ {
		switch {
		case r.t.Is(j, ':'):
			if !told {
				return i, false
			}
			return j + 1, true
		case r.t.Tokens[j].Kind == scan.Number:
			return i, false
		}
		switch r.t.Fold(j) {
		case "kq", "phiếu", "bt", "pbt", "cn", "trúng":
			told = true
		case "quả":
			told = told || j > i && r.t.Fold(j-1) == "kết"
		case "thư":
			told = told || j > i && r.t.Fold(j-1) == "bí"
		case "nhiệm":
			told = told || j > i && r.t.Fold(j-1) == "chủ"
		case "c", "chí", "ông", "bà":
			return i, false // a person already
		}
	}
	return i, false
}

// addressed passes over the address of a person: "đ/c", "đồng chí", "ông".
func (r *reader) addressed(i int32) int32 {
	if i+1 >= r.last {
		return i
	}
	switch r.t.Fold(i) {
	case "đ":
		if r.t.Is(i+1, '/') || r.t.Is(i+1, '.') {
			return i + 3
		}
	case "đc", "ông", "bà":
		return i + 1
	case "đồng":
		if r.t.Fold(i+1) == "chí" {
			return i + 2
		}
	case "các":
		return r.addressed(i + 1)
	}
	return i
}

// placeIn reports whether a unit was read within a range of tokens.
func (r *reader) placeIn(first, last int32) bool {
	for k := range r.items {
		if it := &r.items[k]; it.place != "" && !it.bare && it.first < last && it.last > first {
			return true
		}
	}
	return false
}

// untilVotes passes over what stands between a name and its votes: brackets, marks, words
// of winning; -1 where something else does.
func (r *reader) untilVotes(i int32) int32 {
	for n := 0; i < r.last; n++ {
		switch {
		case r.numberAt(i):
			return i
		case n > wonWords:
			return -1
		case r.t.Is(i, '('):
			if j := r.pastBracket(i); j > 0 && j < r.last && !r.t.Is(j, ';') {
				i = j
				continue
			}
			i++
		case r.t.Is(i, ','), r.t.Is(i, ':'), r.t.Is(i, '-'), r.t.Is(i, '='), r.t.Is(i, ';') && n == 0:
			i++
		case wonWith[r.t.Fold(i)]:
			i++
		default:
			return -1
		}
	}
	return -1
}

// wonWith are the words that may stand between a name and the votes, or between these and
// their share.
var wonWith = map[string]bool{
	"đạt": true, "được": true, "có": true, "với": true, "tái": true, "cử": true, "trúng": true, "đắc": true, "nhận": true, "số": true, "phiếu": true,
	"bầu": true, "tỷ": true, "tỉ": true, "lệ": true, "chiếm": true, "là": true, "thuận": true, "đồng": true, "ý": true, "tín": true, "nhiệm": true,
}

// pastBracket returns the token behind a bracket that opens at one, -1 where it is long or
// not closed.
func (r *reader) pastBracket(i int32) int32 {
	for j := i + 1; j < min(r.last, i+longestRemark); j++ {
		if r.t.Is(j, ')') {
			return j + 1
		}
	}
	return -1
}

// behindVotes passes over the noun of votes behind their number.
func (r *reader) behindVotes(i int32) int32 {
	if r.t.Fold(i) == "phiếu" {
		i++
		switch r.t.Fold(i) {
		case "bầu", "thuận":
			i++
		case "đồng", "tín", "tán", "hợp":
			i += 2
		}
	}
	return i
}
