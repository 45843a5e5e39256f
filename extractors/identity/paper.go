package identity

import (
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// paperLines is how many of the first and of the last paragraphs have the name of a paper
// or the place from which it reports.
const paperLines = 4

// ofPaper returns the province whose paper a text is from, where the text is about a unit
// below the province and names none: "Báo Phú Thọ điện tử - 06:30", "BẮC GIANG - Chiều 5/6,
// …", "(Thanh Sơn, Phú Thọ, ngày 24/7/2015)". Two that differ are none.
func (o *Organisation) ofPaper(t *scan.Text) (scan.Hit, bool) {
	var found scan.Hit
	ok := false
	for i := range t.Doc.Blocks {
		if i >= paperLines && i < len(t.Doc.Blocks)-paperLines {
			continue
		}
		if t.Doc.Blocks[i].Kind == report.TableCell {
			continue
		}
		first, last := t.Block(i)
		for _, h := range o.v.provincesIn(t, first, last) {
			if !o.reports(t, first, h) {
				continue
			}
			if ok && h.Value != found.Value {
				return scan.Hit{}, false
			}
			found, ok = h, true
		}
	}
	return found, ok
}

// reports reports whether a province is named as that of a paper or as where a report is
// written.
func (o *Organisation) reports(t *scan.Text, first int32, h scan.Hit) bool {
	if o.v.places[h.Value].kind == "central_body" || !t.Tokens[h.First].Upper {
		return false
	}
	if h.First > first && t.Fold(h.First-1) == "báo" && t.Tokens[h.First-1].Upper {
		return true
	}
	if h.First == first && t.Is(h.Last, '-') && t.Tokens[h.Last].Space && caps(t, h) {
		return true
	}
	if h.First < first+3 || !t.Is(h.First-1, ',') || !t.Is(h.Last, ',') || !o.g.DayAt(t, h.Last+1) {
		return false
	}
	for i := h.First - 2; i >= max(first, h.First-6); i-- { // "(Thanh Sơn, Phú Thọ, ngày …"
		if t.Is(i, '(') {
			return true
		}
		if !t.Tokens[i].Upper {
			break
		}
	}
	return false
}

// caps reports whether a hit is written in capitals.
func caps(t *scan.Text, h scan.Hit) bool {
	for i := h.First; i < h.Last; i++ {
		if t.Tokens[i].Kind == scan.Word && !vn.Capital(t.Word(i)) {
			return false
		}
	}
	return true
}

// seat returns the organisation of the unit that the first part of a text has by its bare
// name with the province behind it, where it speaks of a congress of "Đảng bộ huyện" and
// names none: "Mường Ảng (Điện Biên) bước vào Đại hội Đảng bộ huyện lần thứ III". Two such
// names are none.
func (o *Organisation) seat(t *scan.Text, rs []region, list []candidate) (mention, bool) {
	for _, c := range list {
		if (c.meets || c.rank == rankTitle) && c.best.level != "province" {
			return mention{}, false
		}
	}
	var name scan.Hit // Value is the province
	found := false
	for _, r := range rs {
		if r.rank == rankBody {
			break
		}
		for _, p := range o.v.provincesIn(t, r.first, r.last) {
			h, ok := o.before(t, r, p)
			if !ok {
				continue
			}
			if found && t.String(h.First, h.Last) != t.String(name.First, name.Last) {
				return mention{}, false
			}
			name, found = h, true
		}
	}
	if !found {
		return mention{}, false
	}
	for _, r := range rs {
		for _, g := range o.v.mentions(t, r.first, r.last) {
			if !g.generic || !g.congress || g.first+3 >= g.last+2 || g.level != "upper_grassroots" && g.level != "grassroots" {
				continue
			}
			h, ok := t.At(o.v.types, g.first+2)
			if !ok || !o.v.typeList[h.Value].territory() || o.v.typeList[h.Value].level == "city" {
				continue
			}
			ty := o.v.typeList[h.Value]
			proper := o.v.nameText(t, name.First, name.Last, false)
			return mention{
				first: name.First, last: name.Last, place: -1, upper: int(name.Value), key: ty.level + "|" + ty.key + vn.Fold(proper), proper: proper,
				name: "Đảng bộ " + ty.word + " " + proper, level: ty.level, level2025: ty.level2025, unit: ty.word + " " + proper,
			}, true
		}
	}
	return mention{}, false
}

// before returns the bare name of a unit that stands before its province: "Mường Ảng (Điện
// Biên)", "ở Yên Định, Thanh Hóa".
func (o *Organisation) before(t *scan.Text, r region, p scan.Hit) (scan.Hit, bool) {
	at := p.First - 1
	if at <= r.first || !t.Tokens[p.First].Upper || !t.Is(at, '(') && !t.Is(at, ',') {
		return scan.Hit{}, false
	}
	if t.Is(at, '(') != t.Is(p.Last, ')') {
		return scan.Hit{}, false
	}
	first := at
	for first > r.first && t.Tokens[first-1].Kind == scan.Word && t.Tokens[first-1].Upper {
		first--
	}
	if n := at - first; n < 2 || n > 4 || o.v.isPlace(t, first) || o.v.below(t, first) {
		return scan.Hit{}, false
	}
	for i := first; i < at; i++ {
		if _, ok := t.At(o.v.types, i); ok {
			return scan.Hit{}, false
		}
		if _, ok := t.At(o.v.heads, i); ok {
			return scan.Hit{}, false
		}
	}
	if t.Is(at, ',') { // "ở Yên Định, Thanh Hóa"; "…, Nguyễn Văn A, Hà Nội" is nobody's seat
		switch w := t.Fold(first - 1); {
		case first == r.first:
			return scan.Hit{}, false
		case w != "ở" && w != "tại" && w != "về":
			return scan.Hit{}, false
		}
	}
	return scan.Hit{First: first, Last: at, Value: p.Value}, true
}
