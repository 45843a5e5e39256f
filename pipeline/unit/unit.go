// Package unit tells Party organisations apart: what is one organisation under
// several spellings, and what are two of one name.
//
// An organisation is known by its level, its province and its folded name. Two
// communes of one name in different districts of a province are two: where a
// text states the district, it is part of the name.
package unit

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/pipeline/vn"
)

// Key joins what is said about one organisation.
type Key struct {
	Base  string // level|province|name, folded; "" for none
	Upper string // the folded units that it is within, the nearest first; "" where no text states them
}

// Of returns the key of an organisation. upper are the units between it and its
// province, the nearest first: "xã An Bình, huyện Long Hồ"; they may stand
// behind its name instead.
func Of(level, province, name, upper string) Key {
	if name == "" {
		return Key{}
	}
	// A province has one organisation of its level, whatever a text calls it:
	// "Đảng bộ tỉnh X", "Đảng bộ X".
	if level == "province" && province != "" {
		return Key{Base: "province|" + vn.Fold(province) + "|"}
	}
	name, behind := split(fold(name))
	upper = fold(upper)
	if upper == "" {
		upper = behind
	}
	return Key{Base: level + "|" + vn.Fold(province) + "|" + name, Upper: upper}
}

// String is the key as tables have it, the district behind the name.
func (k Key) String() string {
	if k.Upper == "" {
		return k.Base
	}
	return k.Base + ", " + k.Upper
}

// Known is where the organisations of one Base are said to be: in each of the
// districts, so far as texts say it.
type Known []string

// Add notes one more.
func (k *Known) Add(upper string) {
	if upper != "" && !slices.Contains(*k, upper) {
		*k = append(*k, upper)
	}
}

// Resolve completes what a text says of where an organisation is. Who names no
// district, or only a part of the way up, means the one organisation of the name
// that others tell more of; where there are several, it cannot be told, and the
// organisation stays apart.
func (k Known) Resolve(upper string) string {
	found := ""
	for _, x := range k {
		if !Within(x, upper) || k.more(x) {
			continue
		}
		if found != "" {
			return upper
		}
		found = x
	}
	if found == "" {
		return upper
	}
	return found
}

// more reports whether another text says more than x.
func (k Known) more(x string) bool {
	return slices.ContainsFunc(k, func(y string) bool { return y != x && Within(y, x) })
}

// Within reports whether x says all of y and perhaps more: "xã a, huyện b" says
// "huyện b", and everything says "".
func Within(x, y string) bool { return y == "" || x == y || strings.HasSuffix(x, ", "+y) }

// fold makes the spellings of a name equal: "Đảng bộ thành phố X", "Đảng bộ TP.
// X" and "Đảng bộ TP X".
func fold(name string) string {
	return strings.Join(strings.Fields(spellings.Replace(vn.Fold(name))), " ")
}

var spellings = strings.NewReplacer("thành phố ", "tp ", "tp. ", "tp ", "tp.", "tp ", "thị xã ", "tx ", "tx. ", "tx ")

// split parts a folded name from the units behind it: "xã an bình, huyện long
// hồ". A comma inside a name ("văn hóa, thể thao") parts nothing.
func split(name string) (own, upper string) {
	for i := 0; i < len(name); i++ {
		if rest, ok := strings.CutPrefix(name[i:], ", "); ok && begins(rest) {
			return name[:i], rest
		}
	}
	return name, ""
}

func begins(name string) bool {
	return slices.ContainsFunc(territories, func(w string) bool { return strings.HasPrefix(name, w) })
}

// territories are the types of units that others lie within, folded.
var territories = []string{"huyện ", "quận ", "tx ", "tp ", "xã ", "phường ", "thị trấn "}
