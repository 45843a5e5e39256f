package person

import (
	"github.com/tongket/tongket/extractors/scan"
)

// afterTitle reports whether a title ends directly before the name.
func (x *Extractor) afterTitle(t *scan.Text, s scan.Sentence, first int32) bool {
	hits := t.HitsIn(x.titles, s.First, first)
	if len(hits) == 0 {
		return false
	}
	h := hits[len(hits)-1]
	return x.titleEnd(t, h, first) == first && !(x.titleList[h.Value].none && t.Fold(h.Last-1) == "bộ")
}

// titleEnd returns where the title that begins with hit h ends, at end at the
// latest: before a mark, a verb or a word that no title has.
func (x *Extractor) titleEnd(t *scan.Text, h scan.Hit, end int32) int32 {
	i := h.Last
	for i < end {
		if p, ok := t.At(x.provinces, i); ok && p.Last <= end { // "Bà Rịa - Vũng Tàu"
			i = p.Last
			continue
		}
		tok := &t.Tokens[i]
		if tok.Kind == scan.Punct && tok.ID != '.' && tok.ID != '/' && !(tok.ID == '-' && !tok.Space) {
			if tok.ID == '-' && i+1 < end && x.ofOffice(t, i, end) || tok.ID == ',' && (x.ofAgency(t, h, i, end) || x.ofFields(t, h.First, i, end) || commaInName(t, i, end)) {
				i++
				continue
			}
			return i
		}
		if tok.ID == '.' && t.Is(i+1, '.') {
			return i // "Bí thư Tỉnh ủy Hà Giang..."
		}
		if tok.ID == '.' && (i+1 >= end || t.Tokens[i+1].Space) && (!abbreviated(t, i-1) || i+1 == t.SentenceOf(h.First).Last) {
			return i
		}
		stop, stops := t.At(x.stop, i)
		if stops && stop.Last == i+1 && tok.Upper && !tok.AllUpper && t.Tokens[i-1].Upper && i > h.Last && t.Fold(i) != "khoá" {
			stops = false // the Sinh of "Bí thư Đảng ủy Mỏ Sinh Quyền"
		}
		if c, ok := t.At(x.compounds, i); ok && c.Last <= end && !(stops && stop.Last >= c.Last) {
			i = c.Last
			continue
		}
		if stops {
			return x.beforeAnd(t, h, i)
		}
		if i+1 < end && t.Fold(i) == "và" && (t.Tokens[i+1].Kind == scan.Number || t.Fold(i+1) == "các" || x.ranked(t, i+1) || cameAlong(t, i+1)) {
			return i // "… và 3 đồng chí khác", "… và các Ủy viên Trung ương Đảng: …", "… và Đại tá B"
		}
		if _, ok := t.At(x.verbs, i); ok {
			return x.beforeAnd(t, h, i)
		}
		if _, ok := t.At(x.weak, i); ok {
			return x.beforeAnd(t, h, i)
		}
		if x.behindUnit(t, i) {
			return i
		}
		if q, ok := t.At(x.cues, i); ok && !t.Tokens[q.First].Upper {
			return i
		}
		if _, ok := t.At(x.honorifics, i); ok && !tok.Upper {
			return x.beforeAnd(t, h, i)
		}
		i++
	}
	return x.beforeAnd(t, h, i)
}

// commaInName reports whether a comma stands in the name of an agency that has one before a
// word without a capital: "Ban Chính sách, chiến lược Trung ương", "Vụ Cơ sở đảng, đảng viên".
func commaInName(t *scan.Text, comma, end int32) bool {
	if comma+2 >= end || t.Tokens[comma+1].Upper {
		return false
	}
	switch t.Fold(comma-1) + ", " + t.Fold(comma+1) {
	case "sách, chiến", "đảng, đảng", "bộ, công chức":
		return true
	}
	return false
}

// ofSchool reports whether a name is that of a school whose head is somebody named before:
// "ông A, Hiệu trưởng Trường THPT Lương Định Của".
func (x *Extractor) ofSchool(t *scan.Text, s scan.Sentence, first int32) bool {
	if first <= s.First {
		return false
	}
	switch t.Fold(first - 1) {
	case "thpt", "thcs", "học", "non", "thông":
	default:
		return false
	}
	hits := t.HitsIn(x.titles, s.First, first)
	if len(hits) == 0 {
		return false
	}
	b := hits[len(hits)-1].First - 1
	return b > s.First && (t.Is(b, ',') || t.Is(b, '-')) && x.titleEnd(t, hits[len(hits)-1], first) == first
}

// cameAlong reports whether words of who came along begin at a token: "đại diện 12 phường",
// "lãnh đạo các ban".
func cameAlong(t *scan.Text, i int32) bool {
	if t.Tokens[i].Upper {
		return false
	}
	switch t.Fold(i) + " " + t.Fold(i+1) {
	case "đại diện", "lãnh đạo", "đông đảo", "toàn thể", "đại biểu":
		return true
	}
	return false
}

// ranked reports whether a military rank begins at token i.
func (x *Extractor) ranked(t *scan.Text, i int32) bool {
	h, ok := t.At(x.titles, i)
	return ok && x.titleList[h.Value].rank && t.Tokens[i].Upper
}

// behindUnit reports whether a small word stands behind a word for a unit that has no
// name there, so that the clause goes on: "Bí thư Đảng ủy xã khen chi bộ".
func (x *Extractor) behindUnit(t *scan.Text, i int32) bool {
	if tok := &t.Tokens[i]; i < 2 || tok.Kind != scan.Word || tok.Upper || t.Tokens[i-1].Upper {
		return false
	}
	h, ok := t.At(x.units, i-1)
	if !ok || h.Last != i {
		if h, ok = t.At(x.units, i-2); !ok || h.Last != i {
			return false
		}
	}
	switch t.Fold(i) {
	case "uỷ", "đoàn", "đội", "hội", "và", "bộ": // huyện ủy, xã đội
		return false
	}
	return true
}

// beforeAnd returns the end of a title at a verb: before "và", which joins that to
// the verb before ("được bầu làm Bí thư và bầu …").
func (x *Extractor) beforeAnd(t *scan.Text, h scan.Hit, i int32) int32 {
	if i-1 > h.First && i-1 >= h.Last && t.Fold(i-1) == "và" {
		return i - 1
	}
	return i
}

// abbreviated reports whether the word at token i takes a full stop: TP., Tp., T.
func abbreviated(t *scan.Text, i int32) bool {
	return t.Tokens[i].Upper && len(t.Word(i)) <= 3
}

// ofAgency reports whether a comma stands between a department and the agency whose it
// is: "Vụ trưởng Vụ Địa phương II, Ban Tổ chức Trung ương".
func (x *Extractor) ofAgency(t *scan.Text, h scan.Hit, comma, end int32) bool {
	if comma+2 >= end || !t.Tokens[comma+1].Upper || h.Last >= comma {
		return false
	}
	switch t.Fold(comma + 1) {
	case "ban", "bộ", "sở", "văn", "uỷ", "viện", "học", "trường":
	default:
		return false
	}
	if _, title := t.At(x.titles, comma+1); title || t.Has(x.verbs, comma, min(end, comma+far)) {
		return false
	}
	for i := h.First; i < h.Last+1; i++ {
		switch t.Fold(i) {
		case "vụ", "cục", "phòng", "khoa":
			return t.Fold(h.First) != "chủ" && (i == 0 || t.Fold(i-1) != "thường" && t.Fold(i-1) != "văn" && t.Fold(i-1) != "quốc")
		}
	}
	return false
}

// ofFields reports whether a comma stands in the name of an agency that lists its fields:
// "Sở Văn hóa, Thể thao và Du lịch".
func (x *Extractor) ofFields(t *scan.Text, first, comma, end int32) bool {
	i := comma + 1
	if i+2 >= end || !t.Tokens[i].Upper || t.Tokens[i].AllUpper || t.Has(x.surnames, i, i+1) && t.Tokens[i+1].Upper {
		return false
	}
	if _, title := t.At(x.titles, i); title {
		return false
	}
	for i++; i < min(comma+5, end-1) && t.Tokens[i].Kind == scan.Word && !t.Tokens[i].Upper && t.Fold(i) != "và"; i++ {
	}
	if t.Fold(i) != "và" || i+1 >= end || !t.Tokens[i+1].Upper || t.Has(x.surnames, i+1, i+2) && i+2 < end && t.Tokens[i+2].Upper {
		return false
	}
	if _, title := t.At(x.titles, i+1); title {
		return false
	}
	for b := comma - 1; b >= max(first, comma-5); b-- {
		switch t.Fold(b) {
		case "sở", "bộ", "phòng", "ban", "tâm", "viện", "khoa", "cục", "vụ":
			return true
		}
	}
	return false
}

// ofOffice reports whether a dash with spaces belongs to the name of an office:
// "Sở Lao động - Thương binh và Xã hội".
func (x *Extractor) ofOffice(t *scan.Text, dash, end int32) bool {
	if !t.Tokens[dash+1].Upper || t.Has(x.surnames, dash+1, dash+2) && !(dash+2 < end && !t.Tokens[dash+2].Upper) { // "Cơ quan" is no Cơ
		return false
	}
	if _, ok := t.At(x.titles, dash+1); ok {
		return false
	}
	for i := dash - 1; i >= 0 && i > dash-6; i-- {
		switch t.Fold(i) {
		case "sở", "bộ", "ban", "khối", "vụ", "phòng", "khoa", "cục", "viện":
			return dash+1 < end
		}
	}
	return false
}
