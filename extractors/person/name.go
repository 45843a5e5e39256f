package person

import (
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// mention is one naming of a person in a sentence.
type mention struct {
	first, last int32 // tokens of the name
	from, to    int32 // with honorific and titles
	honorific   bool
	titles      []scan.Hit // ranges of tokens; Value is the index in titleList
	fronted     bool       // a title and no honorific stands directly before the name
	led         bool       // a board is "do ông A làm Trưởng ban", "ông B làm Phó Trưởng ban"
	full        string     // whom a pronoun stands for: "Ông được bầu làm …"
	office      bool       // no name but a title: "đồng chí Bí thư Huyện ủy"
}

// syllables is the longest name: H'Yim Y Phu Niê Kđăm and the like have six.
const syllables = 6

// mentions finds the names of a sentence in order. listed tells that the
// sentence is an item of a list of people, where any capitalised syllables at
// its start are a name, as they are in the column of a table that says so.
func (x *Extractor) mentions(t *scan.Text, s scan.Sentence, listed bool) []mention {
	var out []mention
	listing := int32(-1) // after a word for several people, commas part names
	if listed && t.Doc.Blocks[s.Block].Kind != report.TableCell {
		listing = x.itemName(t, s) - 1
	}
	if x.nameColumn(t, s) {
		listing = s.First - 1
	}
	honorifics, lists := t.HitsIn(x.honorifics, s.First, s.Last), t.HitsIn(x.list, s.First, s.Last)
	surnames := t.HitsIn(x.surnames, s.First, s.Last)
	if listing < 0 && len(honorifics) == 0 && x.nobody(t, s, lists, surnames) {
		return nil
	}
	for i := s.First; i < s.Last; {
		if !t.Tokens[i].Upper && !t.Is(i, ':') && ahead(honorifics, i) && ahead(lists, i) {
			i++ // most tokens of most sentences
			continue
		}
		h, honorific := scan.Next(&honorifics, i)
		_, list := scan.Next(&lists, i)
		if !honorific && !list && !t.Tokens[i].Upper && !t.Is(i, ':') {
			i++
			continue
		}
		if honorific && h.Last < s.Last {
			if h.Value == 1 {
				listing = h.Last
			}
			if last := x.name(t, h.Last, s.Last, true); last > h.Last && !x.isPlace(t, h.Last, last) {
				out = append(out, mention{first: h.Last, last: last, from: h.First, to: last, honorific: true})
				i = last
				continue
			}
			if o, ok := x.office(t, s, h); ok {
				out = append(out, mention{first: o.First, last: o.Last, from: h.First, to: o.Last, honorific: true, titles: []scan.Hit{o}, office: true})
				i = o.Last
				continue
			}
			i = h.Last
			continue
		}
		if (list || t.Is(i, ':')) && x.opensList(t, s, i) {
			listing = i
		}
		bare := listing >= 0 && i > listing && (i == listing+1 || t.Is(i-1, ',') || t.Is(i-1, ';') || t.Is(i-1, ':') || t.Fold(i-1) == "và")
		_, surname := scan.Next(&surnames, i)
		if bare && x.givenName(t, s, out, i) { // "các đồng chí Mạnh, Thìn"
			out = append(out, mention{first: i, last: i + 1, from: i, to: i + 1, honorific: true})
			i++
			continue
		}
		if last := x.nameFrom(t, i, s.Last, bare, surname); last-i >= 5 && !(surname && x.middle(t, i+1, s.Last)) && t.Has(x.takes, max(s.First, i-2), i) && t.Has(x.surnames, i+2, i+3) && x.afterTitle(t, s, i) {
			i += 2 // "Phó Bí thư Thành ủy Cẩm Phả Hoàng Đăng Khoa"
			continue
		} else if last-i >= 3 && i > s.First && t.Tokens[i-1].Upper && t.Tokens[i-1].Kind == scan.Word && x.middle(t, i+2, s.Last) && t.Has(x.surnames, i+1, i+2) {
			i++ // "Bí thư Huyện ủy Tân Sơn Lê Văn A": what ends in a surname is the unit
			continue
		} else if last > i && !x.isPlace(t, i, last) && !x.labels(t, i, last) && (bare && (last-i >= 2 || scan.Apostrophe(t.Word(i)) && whole(t.Word(i))) || x.plausible(t, s, i, last, out)) {
			out = append(out, mention{first: i, last: last, from: i, to: last, fronted: x.afterTitle(t, s, i)})
			i = last
			continue
		} else if last > i+1 && !fronted(out) && (x.ofNamed(t, s, i, out) || x.givenThere(t, s, i)) {
			i = last // the place of a title: "Bí thư Huyện ủy Cù Lao Dung"
			continue
		}
		i++
	}
	return out
}

// givenName reports whether a list of given names goes on at token i.
func (x *Extractor) givenName(t *scan.Text, s scan.Sentence, ms []mention, i int32) bool {
	if len(ms) == 0 || t.Tokens[i].Kind != scan.Word || !t.Tokens[i].Upper || i+1 < s.Last && t.Tokens[i+1].Upper {
		return false
	}
	m := &ms[len(ms)-1]
	_, title := t.At(x.titles, i)
	return m.honorific && m.last-m.first == 1 && m.to == i-1 && !title
}

// nobody reports whether a sentence without a word of address names nobody for sure, as
// nine of ten: no name can begin there, and no list of names.
func (x *Extractor) nobody(t *scan.Text, s scan.Sentence, lists, surnames []scan.Hit) bool {
	if len(lists) > 0 && t.May(x.listed, s.First) {
		return false
	}
	for _, h := range surnames {
		if t.Tokens[h.First].Upper {
			return false
		}
	}
	for i := s.First; i < s.Last; i++ {
		switch tok := &t.Tokens[i]; {
		case tok.Upper:
			if w := t.Word(i); w == "Văn" || w == "Thị" || scan.Apostrophe(w) || x.highlander(t, i) {
				return false
			}
		case tok.ID == ':' && t.May(x.labelled, s.First):
			return false
		}
	}
	return true
}

// labels reports whether a colon and a word for a person follow: a name before them is
// that of a unit, "Mường Kim: bà A". So is one of two syllables before a bare number, "Hạ
// Hòa: 39;".
func (x *Extractor) labels(t *scan.Text, first, last int32) bool {
	if !t.Is(last, ':') || int(last)+1 >= len(t.Tokens) {
		return false
	}
	if t.Tokens[last+1].Kind == scan.Number && last-first == 2 {
		return int(last)+2 >= len(t.Tokens) || t.Tokens[last+2].Sentence != t.Tokens[last].Sentence || t.Is(last+2, ';') || t.Is(last+2, ',') || t.Is(last+2, '.')
	}
	_, ok := t.At(x.honorifics, last+1)
	return ok
}

// ahead reports whether no hit begins at a token or before it.
func ahead(hits []scan.Hit, i int32) bool { return len(hits) == 0 || hits[0].First > i }

// office returns the title after an honorific that has no name: "đồng chí Bí
// thư Huyện ủy kết luận" is whoever has that title in the text.
func (x *Extractor) office(t *scan.Text, s scan.Sentence, h scan.Hit) (scan.Hit, bool) {
	if h.Value == 1 || h.First > s.First && several(t, h.First-1) {
		return scan.Hit{}, false // "3 đồng chí Phó Bí thư gồm: …" counts them
	}
	o, ok := x.titleAt(t, h.Last, s.Last)
	if !ok {
		return scan.Hit{}, false
	}
	for i := o.First; i < o.Last; i++ {
		if last := x.name(t, i, s.Last, false); last > i && x.plausible(t, s, i, last, nil) {
			return scan.Hit{}, false
		}
	}
	return o, true
}

// name returns where the name that begins at token i ends, i when there is
// none. After an honorific any capitalised syllables are one; elsewhere the
// first must be a surname.
func (x *Extractor) name(t *scan.Text, i, end int32, sure bool) int32 {
	return x.nameFrom(t, i, end, sure, t.Has(x.surnames, i, i+1))
}

// nameFrom is name where it is known whether a surname stands at token i.
func (x *Extractor) nameFrom(t *scan.Text, i, end int32, sure, surname bool) int32 {
	tok := &t.Tokens[i]
	if tok.Kind != scan.Word || !tok.Upper {
		return i
	}
	if !sure && !surname && !x.middle(t, i+1, end) && !scan.Apostrophe(t.Word(i)) && !x.highlander(t, i) {
		return i
	}
	if tok.AllUpper && !surname && len(t.Word(i)) > 2 && i+1 < end && !t.Tokens[i+1].AllUpper && !scan.Apostrophe(t.Word(i)) {
		return i // BTV Huyện ủy
	}
	if h, never := t.At(x.never, i); never && (h.Last > i+1 || !surname || !sure && !x.middle(t, i+1, end) && !x.behindOffice(t, i, end) || i+1 == end || !x.part(t, i+1)) {
		return i // "Đoàn" alone is a body, "Đoàn Văn An" is somebody
	}
	if h, ok := t.At(x.titles, i); ok && h.Last > i {
		return i
	}
	if h, ok := t.At(x.places, i); ok && !surname && h.Last < end && t.Tokens[h.Last].Upper {
		return i // "Huyện Phong Điền", "Báo Quảng Ngãi", but "ông Tuyến"
	}
	if p, ok := t.At(x.prefix, i); ok { // Quyền Bí thư
		if _, ok := t.At(x.titles, p.Last); ok {
			return i
		}
	}
	if p, ok := t.At(x.provinces, i); ok && !sure { // Hà Nội Hoàng Trung Hải: the place ends before the name
		if p.Last < end && t.Tokens[p.Last].Upper {
			return i
		}
		if p.Last-p.First >= 2 {
			return i
		}
	}
	j := i + 1
	for j < end && j-i < syllables && x.part(t, j) {
		j++
	}
	for k := i + 1; k < j; k++ { // "Nguyễn Văn A Bí thư": a title begins
		if _, ok := t.At(x.titles, k); ok && k-i >= 2 {
			j = k
			break
		}
	}
	switch {
	case j-i == 1 && !sure:
		return i
	case allCapitals(t, i, j):
		return i // a heading or letterhead; the signature block is read apart
	}
	return j
}

// behindOffice reports whether "Đoàn" or "Phí" directly behind an office begins a name of
// three syllables and none of a body: "Thiếu tướng Đoàn Trọng Nghĩa", "Bí thư Đoàn Khối".
func (x *Extractor) behindOffice(t *scan.Text, i, end int32) bool {
	if w := t.Word(i); w != "Đoàn" && w != "Phí" || i+2 >= end || i == 0 {
		return false
	}
	for k := i + 1; k <= i+2; k++ {
		if !t.Tokens[k].Upper || t.Tokens[k].AllUpper || t.Tokens[k].Kind != scan.Word {
			return false
		}
	}
	switch t.Fold(i + 1) {
	case "khối", "trường", "sở", "thanh", "xã", "công", "luật", "kiểm", "đại", "chủ", "thư", "cơ", "nghệ", "múa", "ca", "hội", "quân", "đặc", "học", "viện", "tỉnh", "thành", "huyện", "phường", "giám", "thẩm", "tiếp":
		return false
	}
	return x.afterTitle(t, t.SentenceOf(i), i)
}

// highlander reports whether the "A" of a man's name of the Xơ Đăng or Giẻ Triêng stands
// directly behind an office: "Già làng A Nhuân".
func (x *Extractor) highlander(t *scan.Text, i int32) bool {
	if t.Word(i) != "A" || i == 0 {
		return false
	}
	hits := t.HitsIn(x.titles, max(0, i-4), i)
	return len(hits) > 0 && hits[len(hits)-1].Last == i
}

// middle reports whether token i is one of the two middle syllables that only
// names have, so that the one before it begins a name of any people: "Xeo Văn
// Nhàn", "Moong Thị Lan".
func (x *Extractor) middle(t *scan.Text, i, end int32) bool {
	if i+1 >= end || !t.Tokens[i].Upper || !t.Tokens[i+1].Upper || !t.Tokens[i+1].Space {
		return false
	}
	w := t.Word(i)
	return w == "Văn" || w == "Thị"
}

// opensList reports whether a list of names begins behind token i: the colon or
// "là", "gồm" after a post ("Các ủy viên Ban Thường vụ: A, B").
func (x *Extractor) opensList(t *scan.Text, s scan.Sentence, i int32) bool {
	if !t.Is(i, ':') {
		if h, ok := t.At(x.list, i); !ok || h.Last > i+1 && !t.Is(h.Last-1, ':') {
			return false
		}
	}
	from := max(s.First, i-6)
	return t.Has(x.titles, from, i) || t.Has(x.into, max(s.First, i-8), i) || t.Is(i, ':') && (t.Has(x.verbs, from, i) || t.Has(x.cues, from, i))
}

// itemName returns the token at which a name begins an item of a list of people,
// whose peoples' surnames the lexicon need not know; 0 when there is none.
func (x *Extractor) itemName(t *scan.Text, s scan.Sentence) int32 {
	first := s.First
	for first < s.Last && t.Tokens[first].Kind != scan.Word {
		first++
	}
	if first == s.Last {
		return 0
	}
	last := x.name(t, first, s.Last, true)
	if last-first < 2 || t.Has(x.titles, first, last) || t.Has(x.into, first, last) || t.Has(x.never, first, last) {
		return 0
	}
	return first
}

// nameColumn reports whether a sentence is a cell below "Họ và tên".
func (x *Extractor) nameColumn(t *scan.Text, s scan.Sentence) bool {
	return below(t, s, &x.ofColumns, x.columnsOfNames)
}

// below reports whether a sentence is a cell below the heading of a column.
func below(t *scan.Text, s scan.Sentence, key *scan.Key, columns func(*scan.Text, map[[2]int]int) map[[2]int]int) bool {
	b := &t.Doc.Blocks[s.Block]
	if b.Kind != report.TableCell {
		return false
	}
	row, ok := scan.Memo(t, key, columns)[[2]int{b.Cell.Table, b.Cell.Col}]
	return ok && row < b.Cell.Row
}

// columnsOfNames finds the cells with a heading of a column of names, by table and
// column the first row.
func (x *Extractor) columnsOfNames(t *scan.Text, out map[[2]int]int) map[[2]int]int {
	return topmost(out, t, x.columns, func(*report.Block, scan.Hit) bool { return true })
}

// topmost gathers by table and column the first row with a word of a class in a
// cell that fits.
func topmost(out map[[2]int]int, t *scan.Text, words *scan.Class, fits func(*report.Block, scan.Hit) bool) map[[2]int]int {
	if out == nil {
		out = map[[2]int]int{}
	}
	clear(out)
	for _, h := range t.Hits(words) {
		c := t.BlockOf(h.First)
		if c.Kind != report.TableCell || !fits(c, h) {
			continue
		}
		at := [2]int{c.Cell.Table, c.Cell.Col}
		if row, ok := out[at]; !ok || c.Cell.Row < row {
			out[at] = c.Cell.Row
		}
	}
	return out
}

// unitColumn reports whether a sentence is a cell below "Đơn vị", "Đảng bộ".
func (x *Extractor) unitColumn(t *scan.Text, s scan.Sentence) bool {
	return below(t, s, &x.ofUnitColumns, x.columnsOfUnits)
}

// columnsOfUnits finds the cells that begin with a heading of a column of units,
// by table and column the first row.
func (x *Extractor) columnsOfUnits(t *scan.Text, out map[[2]int]int) map[[2]int]int {
	return topmost(out, t, x.unitColumns, func(c *report.Block, h scan.Hit) bool { return t.TokenAt(c.Start) == h.First })
}

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

// part reports whether token j goes on with a name: a capitalised word after a
// space, not an abbreviation of an office.
func (x *Extractor) part(t *scan.Text, j int32) bool {
	tok := &t.Tokens[j]
	if tok.Kind != scan.Word || !tok.Upper || !tok.Space || t.Is(j+1, '/') { // not the K of "K/T TRƯỞNG BAN"
		return false
	}
	return !tok.AllUpper || len(t.Word(j)) <= 2 && !vn.IsVowel([]rune(t.Word(j))[0])
}

func allCapitals(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if !vn.Capital(t.Word(i)) {
			return false
		}
	}
	return true
}

// fronted reports whether the last person of a sentence so far has the title in
// front of the name, so that the next may have it too: "Bí thư A, Chủ tịch B".
func fronted(ms []mention) bool { return len(ms) > 0 && ms[len(ms)-1].fronted }

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
		if x.ofPlace(t, first, last) && t.Has(x.takes, first-1, first) {
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
	return begin && (next || last == s.Last || t.Is(last, '.')) && (last-first >= 3 || x.inList(t, s, first))
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

// amongPlaces reports whether a name stands in a list that a word for units
// opens: "các xã Mường Lạn, Cao Sơn Hạ và Đinh Văn Thượng".
func (x *Extractor) amongPlaces(t *scan.Text, s scan.Sentence, first int32) bool {
	i := first
	for i > s.First && (listMark(t, i-1) || t.Tokens[i-1].Upper && t.Tokens[i-1].Kind == scan.Word) {
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

// listMark reports whether token i parts the members of a list.
func listMark(t *scan.Text, i int32) bool {
	return t.Is(i, ',') || t.Is(i, ';') || t.Is(i, ':') || t.Fold(i) == "và"
}

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
