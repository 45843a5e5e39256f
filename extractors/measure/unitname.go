package measure

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// listedUnit reads the name of a unit that has no word for its kind and begins a part of
// a list with its colon: "- Đoan Hùng: BCH 41 đồng chí; …". A body behind the
// colon tells it from the label of an attribute or the name of a person.
func (r *reader) listedUnit(i int32) (int32, bool) {
	if n := len(r.items); n > 0 {
		if it := &r.items[n-1]; it.last != i || it.mark != ';' && it.mark != ':' && it.mark != '-' {
			return 0, false
		}
	} else if i != r.firstWord() {
		return 0, false
	}
	j := r.capitals(i)
	if j-i < 2 || j-i > 4 || !r.t.Is(j, ':') || j+1 >= r.last {
		return 0, false
	}
	if c := r.peek(j + 1); !isSeats(c.body) || c.use == "actor" {
		return 0, false
	}
	r.items = append(r.items, item{first: i, last: j, cue: &nothing, place: r.t.String(i, j), placeLevel: r.below()})
	return j, true
}

// unitAgain reads the bare name of a unit that begins a sentence, where the text has
// named it with its kind before: "xã Lai Đồng … Lai Đồng bầu 15 cấp ủy viên".
func (r *reader) unitAgain(i int32) (int32, bool) {
	if i != r.firstWord() || len(r.units) == 0 {
		return 0, false
	}
	j := r.capitals(i)
	if j-i < 2 || j-i > 4 {
		return 0, false
	}
	it, ok := r.units[r.t.String(i, j)]
	if !ok {
		return 0, false
	}
	r.items = append(r.items, item{first: i, last: j, cue: &nothing, place: it.place, placeLevel: it.placeLevel})
	return j, true
}

// capitals returns the end of the capitalised words that begin at token i.
func (r *reader) capitals(i int32) int32 {
	for i < r.last && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper && !r.t.Tokens[i].AllUpper {
		i++
	}
	return i
}

// namesOn reports whether the word at token i, which begins no sentence, is the first
// of a name: the "Thu" of "Thu Cúc", which is no verb there.
func (r *reader) namesOn(i int32) bool {
	if i <= r.firstWord() || i+1 >= r.last || !r.t.Tokens[i].Upper {
		return false
	}
	n := &r.t.Tokens[i+1]
	return n.Kind == scan.Word && n.Upper && !n.AllUpper && n.Space
}

// eachOf returns the units of which "mỗi" says that each has what a figure counts, in
// their order: "Đảng bộ xã A và Đảng bộ xã B mỗi nơi bầu 15 đồng chí", "các xã A, B mỗi
// xã có 2 nữ"; none where they are not named.
func (r *reader) eachOf(g *group) []item {
	k := g.at - 1
	for k >= 0 && r.items[k].c().link != "per" {
		if r.items[k].fig != nil || r.items[k].mark == ';' {
			return nil
		}
		k--
	}
	if k < 0 {
		return nil
	}
	out := r.unitsBefore(k)
	if len(out) == 0 {
		for _, name := range slices.Backward(r.namesAhead(k)) {
			out = append(out, item{first: r.items[k].first, last: r.items[k].first, cue: &nothing, place: name, placeLevel: r.below()})
		}
	}
	return out
}

// unitsBefore returns the units named in the part of a list before item k, in their order.
func (r *reader) unitsBefore(k int) []item {
	var out []item
	for j := range k {
		it := &r.items[j]
		if it.mark == ';' || it.fig != nil {
			out = out[:0]
		}
		if it.place == "" || slices.ContainsFunc(out, func(o item) bool { return strings.HasSuffix(o.place, it.place) }) {
			continue
		}
		out = append(out, *it)
		for name := range r.namesBehind(it.last, r.items[k].first) {
			out = append(out, item{first: it.first, last: it.last, cue: &nothing, place: kindWord(it.place) + name, placeLevel: it.placeLevel})
		}
	}
	return out
}

// capitalAt reports whether a capitalised word stands at token i.
func (r *reader) capitalAt(i int32) bool {
	return i < r.last && r.t.Tokens[i].Kind == scan.Word && r.t.Tokens[i].Upper
}
