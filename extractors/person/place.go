package person

import (
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// isPlace reports whether a province is what stands there, whole or in part:
// "luật gia Quảng Ninh", the Giang of "Hà Giang Đặng Quốc Khánh".
func (x *Extractor) isPlace(t *scan.Text, first, last int32) bool {
	for _, p := range t.HitsIn(x.provinces, max(0, first-3), last) {
		if p.First < first && p.Last > first || p.First == first && p.Last == last {
			return true
		}
	}
	for i := max(0, first-3); i < first; i++ {
		if p, ok := t.At(x.provinces, i); ok && p.Last > first {
			return true
		}
	}
	return false
}

// givenThere reports whether a name behind the word of a Party committee is a place's,
// because the post before it is one that somebody named before got: "Ông A tái đắc cử Bí
// thư Huyện ủy Hoàng Su Phì".
func (x *Extractor) givenThere(t *scan.Text, s scan.Sentence, first int32) bool {
	if !t.Has(x.takes, max(s.First, first-2), first) {
		return false
	}
	for _, h := range t.HitsIn(x.titles, max(s.First, first-6), first) {
		got := t.HitsIn(x.weak, max(s.First, h.First-4), h.First)
		if len(got) == 0 {
			got = t.HitsIn(x.verbs, max(s.First, h.First-4), h.First)
		}
		if n := len(got); n > 0 && got[n-1].Last == h.First && t.Has(x.honorifics, s.First, got[n-1].First) {
			return true
		}
	}
	return false
}

// plausible judges a name that has no honorific: what stands before it must
// not make it a place's or an author's, and a name of two syllables needs a
// title or a mark beside it.
// ms are the people of the sentence so far.
func (x *Extractor) plausible(t *scan.Text, s scan.Sentence, first, last int32, ms []mention) bool {
	if !x.afterTitle(t, s, first) && (x.amongPlaces(t, s, first) || x.ofPlace(t, first, last) || x.unitColumn(t, s)) {
		return false
	}
	if x.ofSchool(t, s, first) || x.placeOfNamed(t, s, first, ms) {
		return false
	}
	if x.afterPlaceWord(t, s, first) && !x.highlander(t, first) && !((last-first >= 3 || t.Word(first) == "Y") && (t.Has(x.surnames, first, first+1) || x.middle(t, first+1, last)) && x.afterTitle(t, s, first)) {
		return false // "huyện Lâm Hà", but "Chủ tịch UBND huyện Lâm Thị Hà"
	}
	if hits := t.HitsIn(x.credit, s.First, first); len(hits) > 0 && first-hits[len(hits)-1].Last <= 2 && !(t.Fold(hits[len(hits)-1].First) == "theo" && x.afterTitle(t, s, first)) {
		return false
	}
	if first > s.First && t.Tokens[first-1].Kind == scan.Word && t.Tokens[first-1].Upper && !x.afterTitle(t, s, first) {
		return false // the middle of a longer name of an office or place
	}
	if x.afterTitle(t, s, first) {
		if x.ofPlace(t, first, last) && t.Has(x.takes, max(s.First, first-2), first) {
			return false
		}
		// "Bí thư Huyện ủy Lý Sơn": two syllables after a word that takes the
		// name of a place are the place.
		if !fronted(ms) && (x.ofNamed(t, s, first, ms) || x.givenThere(t, s, first)) {
			return false
		}
		return last-first >= 3 || x.agent(t, s, first, last) || !x.taken(t, s, first)
	}
	if last-first < 2 || tallied(t, s, last) {
		return false
	}
	next := last < s.Last && (t.Tokens[last].Kind == scan.Number || t.Is(last, ',') || t.Is(last, '(') || t.Is(last, '-') || t.Is(last, ';') || t.Tokens[last].Kind == scan.Word)
	next = next || x.voted(t, s, last)
	begin := first == s.First || t.Tokens[first-1].Kind != scan.Word || t.Tokens[first-1].Kind == scan.Word && !t.Tokens[first-1].Upper
	return begin && (next || last == s.Last || t.Is(last, '.')) && (last-first >= 3 || scan.Apostrophe(t.Word(last-1)) && t.Has(x.surnames, first, first+1) || x.inList(t, s, first) && x.besideNames(t, s, first, last, ms))
}

// taken reports whether a word that takes a place ends before token i, or a syllable before
// it: "khu kinh tế mở", "huyện đoàn".
func (x *Extractor) taken(t *scan.Text, s scan.Sentence, i int32) bool {
	hits := t.HitsIn(x.takes, max(s.First, i-4), i)
	return len(hits) > 0 && hits[len(hits)-1].Last >= i-1
}

// voted reports whether the votes of a person stand behind a name in a list: "+ Lê Thị
// A: 31/46 phiếu".
func (x *Extractor) voted(t *scan.Text, s scan.Sentence, last int32) bool {
	if last+2 >= s.Last || !t.Is(last, ':') || t.Tokens[last+1].Kind != scan.Number || !listItem(t, s) {
		return false
	}
	return t.Fold(last+2) == "phiếu" || last+4 < s.Last && t.Is(last+2, '/') && t.Fold(last+4) == "phiếu"
}

// agent reports whether two syllables behind an office that takes a place are whoever
// has it: "do Trưởng Ban Tổ chức Tỉnh ủy Huỳnh Cư trình bày". Behind the office of a
// province only a province is a place.
func (x *Extractor) agent(t *scan.Text, s scan.Sentence, first, last int32) bool {
	hits := t.HitsIn(x.titles, s.First, first)
	if len(hits) == 0 || x.ofPlace(t, first, last) {
		return false
	}
	from := hits[len(hits)-1].First
	for len(hits) > 1 && hits[len(hits)-2].Last >= from-1 { // "Phó Bí thư Thường trực"
		hits = hits[:len(hits)-1]
		from = hits[len(hits)-1].First
	}
	if from <= s.First || wordBefore(t, from) != "do" || last >= s.Last {
		return false
	}
	q, ok := t.At(x.cues, last)
	return ok && x.cueList[q.Value].after
}

// tallied reports whether a name is that of a unit with its figure: "Hoàng Su Phì
// thiếu 2", "Đinh Văn 15%".
func tallied(t *scan.Text, s scan.Sentence, last int32) bool {
	i := last
	if i < s.Last {
		switch t.Fold(i) {
		case "thiếu", "đạt", "chiếm", "khuyết", "còn":
			i++
		}
	}
	if i+1 >= s.Last || t.Tokens[i].Kind != scan.Number {
		return false
	}
	return i > last && !t.Is(i+1, '/') || t.Is(i+1, '%')
}

// afterPlaceWord reports whether a word that makes the next a place's name ends
// before token first.
func (x *Extractor) afterPlaceWord(t *scan.Text, s scan.Sentence, first int32) bool {
	hits := t.HitsIn(x.places, max(s.First, first-4), first)
	return len(hits) > 0 && hits[len(hits)-1].Last == first
}

// longList is the most tokens of a list of names that are gone back over.
const longList = 120

// amongPlaces reports whether a name stands in a list that a word for units
// opens: "các xã Mường Lạn, Cao Sơn Hạ và Đinh Văn Thượng".
func (x *Extractor) amongPlaces(t *scan.Text, s scan.Sentence, first int32) bool {
	i := first
	for i > max(s.First, first-longList) && (listMark(t, i-1) || t.Tokens[i-1].Upper && t.Tokens[i-1].Kind == scan.Word) {
		if i--; x.afterUnitWord(t, s, i) {
			return true
		}
	}
	return x.afterUnitWord(t, s, i)
}

// afterUnitWord reports whether a word for a unit ends before token i and is no
// part of somebody's title ("Chủ tịch UBND huyện Lâm Thị Hà").
func (x *Extractor) afterUnitWord(t *scan.Text, s scan.Sentence, i int32) bool {
	hits := t.HitsIn(x.units, max(s.First, i-2), i)
	if len(hits) == 0 || hits[len(hits)-1].Last < i { // "các huyện ủy Mèo Vạc, Hoàng Su Phì"
		of := t.HitsIn(x.takes, max(s.First, i-3), i)
		if n := len(of); n > 0 && of[n-1].Last == i {
			switch wordBefore(t, of[n-1].First) {
			case "các", "những", "hai", "ba":
				return true
			}
		}
		return false
	}
	return !x.afterTitle(t, s, i)
}

// ofPlace reports whether the text has a name elsewhere behind a word for a
// unit: in "Cao Sơn Hạ: 12 đồng chí" it is the commune's, where the text speaks
// of "Đảng bộ xã Cao Sơn Hạ".
func (x *Extractor) ofPlace(t *scan.Text, first, last int32) bool {
	return scan.Memo(t, &x.ofPlaceNames, x.placeNames)[vn.Fold(t.String(first, last))]
}

// placeNames gathers the names that stand behind a word for a unit.
func (x *Extractor) placeNames(t *scan.Text, out map[string]bool) map[string]bool {
	if out == nil {
		out = map[string]bool{}
	}
	clear(out)
	for _, h := range t.Hits(x.units) {
		s := t.SentenceOf(h.First)
		last := h.Last
		for last < s.Last && last-h.Last < syllables && x.part(t, last) {
			last++
		}
		if last-h.Last >= 2 && !x.afterTitle(t, s, h.Last) {
			out[vn.Fold(t.String(h.Last, last))] = true
		}
	}
	return out
}

// ofNamed reports whether the title before token first belongs to the last of those
// named before it and takes a place: "ông A, Bí thư Huyện ủy Cù Lao Dung", but "Tại Đại
// hội Đảng bộ huyện Phú Bình, Bí thư Huyện ủy Trần Văn A".
func (x *Extractor) ofNamed(t *scan.Text, s scan.Sentence, first int32, ms []mention) bool {
	if !t.Has(x.takes, first-1, first) && !t.Has(x.takes, max(s.First, first-2), first) || x.provincial(t, first) {
		return false
	}
	hits := t.HitsIn(x.titles, s.First, first)
	if len(hits) == 0 {
		return false
	}
	b := hits[len(hits)-1].First - 1
	if x.middle(t, first+1, s.Last) && t.Has(x.surnames, first, first+1) {
		return false // "Nhắc tới ông A, Bí thư Thành ủy Trần Văn B khẳng định"
	}
	if b-1 < s.First || len(ms) == 0 || !t.Is(b, ',') && !t.Is(b, '-') && !t.Is(b, '(') || !t.Tokens[b-1].Upper || t.Tokens[b-1].Kind != scan.Word {
		return false
	}
	after := ms[len(ms)-1].last
	return after == b || after < b && (t.Is(after, ',') || t.Is(after, '-') || t.Is(after, '(')) && !t.Has(x.verbs, after, b) && !t.Has(x.cues, after, b)
}

// placeOfNamed reports whether a name is the end of that of the unit whose office somebody
// named before has: "ông A, Bí thư Huyện ủy Nam Trà My".
func (x *Extractor) placeOfNamed(t *scan.Text, s scan.Sentence, first int32, ms []mention) bool {
	if first-2 < s.First || !t.Tokens[first-1].Upper || t.Tokens[first-1].Kind != scan.Word {
		return false
	}
	hits := t.HitsIn(x.takes, max(s.First, first-4), first-1)
	return len(hits) > 0 && hits[len(hits)-1].Last == first-1 && x.ofNamed(t, s, first-1, ms)
}

// provincial reports whether an office of a province ends before token i, behind which
// only a province would be a place: "Phó Bí thư Tỉnh ủy Hoàng Công A".
func (x *Extractor) provincial(t *scan.Text, i int32) bool {
	if i < 2 {
		return false
	}
	return t.Fold(i-1) == "tỉnh" || t.Fold(i-2) == "tỉnh" && t.Fold(i-1) == vn.Fold("ủy")
}

// inList reports whether a name stands behind another of a list, where two
// syllables are enough.
func (x *Extractor) inList(t *scan.Text, s scan.Sentence, first int32) bool {
	if first <= s.First || !listMark(t, first-1) {
		return false
	}
	for i := first - 1; i > s.First; i-- { // "huyện Cầu Ngang, Trà Cú": a list of places
		if !listMark(t, i) && !t.Tokens[i].Upper {
			return !x.afterPlaceWord(t, s, i+1)
		}
		if t.Is(i, ':') {
			return true
		}
	}
	return !x.afterPlaceWord(t, s, s.First+1)
}

// besideNames reports whether a name of two syllables in a list has somebody beside it whose
// name can be nothing else: "vùng cao Pác Nặm, Ngân Sơn" are districts.
func (x *Extractor) besideNames(t *scan.Text, s scan.Sentence, first, last int32, ms []mention) bool {
	if n := len(ms); n > 0 && x.joined(t, ms[n-1].to, first) {
		return true
	}
	for last+1 < s.Last && (t.Is(last, ',') || t.Is(last, ';') || t.Fold(last) == "và") {
		end := x.name(t, last+1, s.Last, false)
		if end-last-1 >= 3 {
			return true
		}
		if _, ok := t.At(x.honorifics, last+1); ok {
			return true
		}
		if end == last+1 {
			break
		}
		last = end
	}
	_, title := x.titleAt(t, min(last+1, s.Last-1), s.Last)
	return title && (t.Is(last, ',') || t.Is(last, '-') || t.Is(last, '('))
}

// listMark reports whether token i parts the members of a list.
func listMark(t *scan.Text, i int32) bool {
	return t.Is(i, ',') || t.Is(i, ';') || t.Is(i, ':') || t.Fold(i) == "và"
}
