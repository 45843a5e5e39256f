package measure

import (
	"math"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// whole names what a share of a body is a share of: those elected have theirs
// among the elected, whatever list they were elected from.
type whole struct{ body, phase, place, level string }

func (m *measure) whole() whole { return whole{m.body, m.phase, m.place, m.level} }

// rates takes the bare numbers behind a label of shares for shares: "Tỷ lệ: nữ 18,5; trẻ 9,2", "Tỷ lệ (%): nữ 18".
// Where a sentence has signs of its own the numbers without one are counts.
func (r *reader) rates() {
	if len(r.figs) == 0 {
		return
	}
	i := r.firstWord()
	if w := r.t.Fold(i); w != "tỉ" && w != "tỷ" || r.t.Fold(i+1) != "lệ" {
		return
	}
	i += 2
	signed := false
	switch {
	case r.t.Is(i, '(') && r.t.Is(i+1, '%') && r.t.Is(i+2, ')'):
		i, signed = i+3, true
	case r.t.Is(i, '%'):
		i, signed = i+1, true
	case r.t.Fold(i) == "phần" && r.t.Fold(i+1) == "trăm":
		i, signed = i+2, true
	}
	if !r.t.Is(i, ':') {
		return
	}
	whole := true
	for _, f := range r.figs {
		if f.percent || f.ratio || f.ranged || f.reason == "" && r.noun(f.last) || f.value > 100 {
			return
		}
		whole = whole && f.value == float64(int(f.value))
	}
	if whole && !signed {
		return
	}
	for _, f := range r.figs {
		f.percent = f.percent || f.reason == ""
	}
}

// keep notes what shares that follow are of: the total of a body, or how many
// were appointed to one of which no total is stated: then it was appointed whole.
func (r *reader) keep(m *measure, stat string, n float64) {
	w := m.whole()
	switch _, known := r.d.totals[w]; {
	case stat != "count":
	case m.attr == "total", m.attr == "appointed" && isSeats(m.body) && !known:
		r.d.totals[w] = n
	}
}

// check compares a stated share with the recomputed one.
func (r *reader) check(f *report.Fact, m *measure, stated, count float64, text string) {
	if count <= 0 || m.attr == "total" || m.attr == "change" {
		return
	}
	base := r.d.totals[m.whole()]
	if m.attr == "surplus" && m.phase == "nominated" {
		base -= count // a surplus is stated as a share of the seats, not of the list
	}
	if base <= 0 || count > base {
		return
	}
	f.Set("base", report.Text(m.body+".total="+decimal(base)))
	f.Set("check", report.Text(agree(count/base*100, stated, decimals(text))))
}

// checkRatio compares the share that stands behind N/M with the one that N and M
// make: "40/45 đảng bộ (98,9%)".
func (r *reader) checkRatio(f *report.Fact, m *measure, pct, of *figure) {
	if of.value <= 0 || of.total <= 0 || of.value > of.total {
		return
	}
	whole := ".total="
	if m.body == "vote" {
		whole = "." + m.attr + "="
	}
	f.Set("base", report.Text(m.body+whole+decimal(of.total)))
	f.Set("check", report.Text(agree(of.value/of.total*100, pct.value, decimals(r.t.Word(pct.first)))))
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// agree grades a stated share: rounded, cut off, or neither. One unit of the
// last digit is the tolerance.
func agree(real, stated float64, digits int) string {
	unit := math.Pow10(-digits)
	switch {
	case math.Abs(real-stated) <= unit/2+1e-9:
		return "ok"
	case real-stated >= 0 && real-stated < unit+1e-9:
		return "truncated"
	}
	return "mismatch"
}

func decimals(s string) int {
	if _, frac, ok := strings.Cut(s, ","); ok {
		return len(frac)
	}
	if _, frac, ok := strings.Cut(s, "."); ok && len(frac) < 3 {
		return len(frac)
	}
	return 0
}

// unsigned reports whether a decimal is a share without its sign, as "tỷ lệ" before it says: "tỷ lệ nữ 20,5", and of a whole
// line behind that label: "Tỷ lệ: nữ 18,5; trẻ 9,2".
func (r *reader) unsigned(k int, f *figure) bool {
	if f.percent || f.ratio || f.ranged || f.value == float64(int(f.value)) || f.value > 100 || r.noun(f.last) {
		return false
	}
	for j := k - 1; j >= 0; j-- {
		it := &r.items[j]
		c := it.c()
		switch {
		case c.form == "mean", c.form == "age", c.head == "age":
			return false
		case c.link == "pair" && r.t.Fold(it.last-1) == "lệ":
			return true
		case it.mark == ';', it.fig != nil:
			return r.t.Fold(r.firstWord()) == "tỉ" && r.t.Fold(r.firstWord()+1) == "lệ" && r.t.Is(r.firstWord()+2, ':')
		case c.isAttr(), it.band != "", it.mark == ':', it.mark == ',', c.link == "copula", c.link == "filler", isSeats(c.body), c.bound != "", c.head == "person", c.strength != "", c.org:
		default:
			return false
		}
	}
	return false
}
