package identity

import (
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// nameLimit is the longest proper name in syllables: "Xây dựng và Phát triển
// Nông nghiệp" and the like are cut, names of places never are.
const nameLimit = 7

// properName returns where the proper name that begins at token i ends; i when
// there is none. In running text a name is capitalised words and numbers
// (Phường 5); in capitals it ends before a word that no name has.
func (v *vocabulary) properName(t *scan.Text, i, end int32, caps bool) int32 {
	if p, ok := t.At(v.provinces, i); ok && p.Last <= end && t.Tokens[i].Upper && !v.goesOn(t, p, end) {
		return p.Last
	}
	j := i
	for j < end && j-i < nameLimit {
		tok := &t.Tokens[j]
		if j > i && v.begins(t, j) || term(t, j) {
			return j
		}
		switch {
		case caps && v.stops(t, j, end):
			return j
		case tok.Kind == scan.Word && tok.Upper && (!caps || vn.Capital(t.Word(j))):
			if j > i && !tok.Space && t.Tokens[j-1].Kind == scan.Punct && t.Tokens[j-1].ID != '-' {
				return j
			}
		case tok.Kind == scan.Number && len(t.Word(j)) <= 3 && (j == i || j == i+1) && !strings.ContainsAny(t.Word(j), ".,"):
			if j+1 < end && !t.Tokens[j+1].Space && t.Tokens[j+1].Kind == scan.Word && t.Tokens[j+1].Upper && len(t.Word(j+1)) == 1 {
				return j + 2 // Sư đoàn 9B
			}
			return j + 1
		case tok.Kind == scan.Number && j > i && grammar.NameNumber(t, j):
			return j + 1 // xã Đam Rông 2
		case t.Is(j, '-') && j > i && j+1 < end && t.Tokens[j+1].Upper && t.Tokens[j+1].Kind == scan.Word && !caps && tok.Space == t.Tokens[j+1].Space && !tok.Space:
		default:
			return j
		}
		j++
	}
	return j
}

// stops reports whether words that end a name in capitals stand at token j:
// "THỊ ỦY QUẢNG YÊN ĐẢNG CỘNG SẢN VIỆT NAM", where the two columns of a head were
// read as one line.
func (v *vocabulary) stops(t *scan.Text, j, end int32) bool {
	h, ok := t.At(v.stop, j)
	return ok && h.Last <= end
}

// begins reports whether the next line begins at token j although its break was
// lost: no name has "Đại hội" or "Đảng bộ" in it.
func (v *vocabulary) begins(t *scan.Text, j int32) bool {
	if _, ok := t.At(v.congress, j); ok {
		return true
	}
	_, ok := t.At(v.heads, j)
	return ok
}

// term reports whether "Nhiệm kỳ" stands at token i, which begins no name.
func term(t *scan.Text, i int32) bool {
	return t.Fold(i) == "nhiệm" && int(i)+1 < len(t.Tokens) && t.Fold(i+1) == "kì"
}

// beforeProvince returns where the name of a district ends when that of its province
// stands right behind: "huyện Hương Sơn Hà Tĩnh". A district has two syllables or more.
func (v *vocabulary) beforeProvince(t *scan.Text, i, last int32) int32 {
	for j := i + 2; j < last; j++ {
		if p, ok := t.At(v.provinces, j); ok && p.Last == last {
			return j
		}
	}
	return last
}

// goesOn reports whether the name of a province is only the first part of the
// name of a unit below: the "Long An" of "huyện Long An Mây". A person's name
// behind it is none of it ("Bí thư Huyện ủy Lâm Đồng Nguyễn Văn A").
func (v *vocabulary) goesOn(t *scan.Text, p scan.Hit, end int32) bool {
	if p.Last >= end || !v.below(t, p.First) || !goesWith(t, p.Last) || allCaps(t, p.Last, p.Last+1) != allCaps(t, p.First, p.First+1) {
		return false
	}
	if p.Last+1 >= end || !goesWith(t, p.Last+1) {
		return !t.Has(v.stop, p.Last, p.Last+1)
	}
	return !t.Has(v.surnames, p.Last, p.Last+1) && !t.Has(v.stop, p.Last, p.Last+2)
}

// goesWith reports whether token i is a capitalised word behind a space.
func goesWith(t *scan.Text, i int32) bool {
	return int(i) < len(t.Tokens) && t.Tokens[i].Kind == scan.Word && t.Tokens[i].Upper && t.Tokens[i].Space
}

// below reports whether the type of a unit below the province, or its
// committee, ends before token i: a name there is that of the unit.
func (v *vocabulary) below(t *scan.Text, i int32) bool {
	at := scan.Hit{First: i}
	for _, class := range []*scan.Class{v.types, v.committees} {
		for _, y := range t.HitsIn(class, max(0, i-4), i) {
			if y.Last == i && y.First < at.First {
				at = y
			}
		}
	}
	if at.Last != i || i == 0 {
		return false
	}
	ty := v.typeList[at.Value]
	return !ty.own && !ty.long && ty.level != "province"
}

// ofUnit reports whether the name of a province is that of a unit below, or
// stands in it: "huyện Long An Mây", "xã Hòa Bình", "xã Tân Hòa Bình".
func (v *vocabulary) ofUnit(t *scan.Text, p scan.Hit) bool {
	for i := p.First; i >= 0 && p.First-i < nameLimit; i-- {
		if v.below(t, i) {
			return v.properName(t, i, min(i+nameLimit, int32(len(t.Tokens))), allCaps(t, p.First, p.Last)) > p.First && !v.city(t, p, i)
		}
		if !goesWith(t, i) {
			return false
		}
	}
	return false
}

// city reports whether a name behind "thành phố" is that of a city of the Centre.
func (v *vocabulary) city(t *scan.Text, p scan.Hit, i int32) bool {
	return i == p.First && v.places[p.Value].kind == "city" && !v.goesOn(t, p, int32(len(t.Tokens)))
}

// provincesIn returns the provinces that a range of tokens names, without those
// that are part of a unit's name.
func (v *vocabulary) provincesIn(t *scan.Text, first, last int32) []scan.Hit {
	var out []scan.Hit
	for _, h := range t.HitsIn(v.provinces, first, last) {
		if !v.ofUnit(t, h) {
			out = append(out, h)
		}
	}
	return out
}

// longest is the longest name of an agency or firm in tokens: "Ban Quản lý Khu
// kinh tế cửa khẩu Đồng Đăng - Lạng Sơn" has thirteen.
const longest = 14

// longName returns where the name of an agency or firm that begins at token i
// ends: before a mark or a word that tells what it does. short is where its
// first capitalised words end, which stands when neither comes.
func (v *vocabulary) longName(t *scan.Text, i, short, end int32, caps bool) int32 {
	if i >= end || !t.Tokens[i].Upper && !v.unit(t, i) {
		return short
	}
	for j := i; j < end && j-i < longest; j++ {
		tok := &t.Tokens[j]
		w, told := t.At(v.after, j)
		if told && !caps && tok.Upper && w.Last == j+1 && j > i && t.Tokens[j-1].Upper {
			told = false // Trường Tiểu học Chà Là
		}
		if told && caps && v.isPlace(t, j) {
			told = false // the "CẦN" of CẦN THƠ
		}
		if told && w.Value == lowerOnly {
			told = !tok.Upper && !allCaps(t, j, w.Last)
		}
		switch {
		case told, caps && !tok.Upper && tok.Kind == scan.Word:
			return j
		case tok.Kind == scan.Word, tok.Kind == scan.Number && !strings.ContainsAny(t.Word(j), ".,"):
		case t.Is(j, '-') && j+1 < end && t.Tokens[j+1].Upper:
		case t.Is(j, ',') && (v.enumerates(t, j, end) || v.ofUniversity(t, i, j)): // Văn hóa, Thể thao và Du lịch
		default:
			return j
		}
	}
	if int32(len(t.Tokens)) == end || end-i < longest {
		return end
	}
	return short
}

// unit reports whether a type of unit begins at token i: "Bệnh viện huyện".
func (v *vocabulary) unit(t *scan.Text, i int32) bool {
	_, ok := t.At(v.types, i)
	return ok
}

// ofUniversity reports whether the university that a school belongs to stands behind a
// comma: "Trường Đại học Sư phạm, Đại học Thái Nguyên".
func (v *vocabulary) ofUniversity(t *scan.Text, i, comma int32) bool {
	h, ok := t.At(v.types, comma+1)
	if !ok || h.Last-h.First != 2 || t.Fold(h.First) != "đại" || t.Fold(h.First+1) != "học" {
		return false
	}
	for back := int32(1); back <= 3 && i >= back; back++ {
		if t.Fold(i-back) == "trường" {
			return true
		}
	}
	return false
}

// enumerates reports whether a comma parts the parts of one name: a capital
// follows, and "và" with another soon after.
func (v *vocabulary) enumerates(t *scan.Text, comma, end int32) bool {
	if comma+1 >= end || !t.Tokens[comma+1].Upper {
		return false
	}
	for i := comma + 2; i+1 < end && i < comma+5; i++ {
		if t.Fold(i) == "và" {
			return t.Tokens[i+1].Upper
		}
	}
	return false
}

func (v *vocabulary) nameText(t *scan.Text, first, last int32, caps bool) string {
	if first >= last {
		return ""
	}
	if !caps {
		return t.String(first, last)
	}
	var words []string
	for i := first; i < last; i++ {
		words = append(words, t.Word(i))
	}
	return recase(words)
}
