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
		if honorific && h.Last == i+1 && i > s.First && placeWord(t, i) {
			i++ // "người con Bác Ái"
			continue
		}
		if honorific && h.Last < s.Last {
			if h.Value == 1 {
				listing = h.Last
			} else if degree, ok := t.At(x.honorifics, h.Last); ok && degree.Last < s.Last && t.Tokens[h.Last].Upper && t.Tokens[h.Last].AllUpper {
				h.Last = degree.Last // "đ/c BS Trần Văn A"
			}
			if last := x.name(t, h.Last, s.Last, true); last > h.Last && !x.isPlace(t, h.Last, last) && !(h.Value == 1 && last-h.Last == 2 && x.ofPlace(t, h.Last, last)) { // "các đồng chí Sa Pa"

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
		bare := listing >= 0 && !x.credited(t, s, i) && i > listing && (i == listing+1 || t.Is(i-1, ',') || t.Is(i-1, ';') || t.Is(i-1, ':') || t.Fold(i-1) == "và")
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
		} else if last > i && !x.isPlace(t, i, last) && !x.labels(t, i, last) && (bare && !(last-i == 2 && !surname && i == listing+1 && t.Is(listing, ':') && t.Tokens[listing].Kind == scan.Punct && !x.middle(t, i+1, s.Last)) && !(last-i == 2 && (x.amongPlaces(t, s, i) || i > listing+1 && !x.besideNames(t, s, i, last, out))) && (last-i >= 2 || scan.Apostrophe(t.Word(i)) && whole(t.Word(i))) || x.plausible(t, s, i, last, out)) {
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

// placeWord reports whether a word of address in a capital behind a small word, and before
// another capital, is the first of a place's name.
func placeWord(t *scan.Text, i int32) bool {
	if !t.Tokens[i].Upper || t.Tokens[i].AllUpper || t.Tokens[i-1].Kind != scan.Word || t.Tokens[i-1].Upper {
		return false
	}
	switch t.Word(i) {
	case "Bác", "Chú", "Cô", "Cụ":
		return int(i)+1 < len(t.Tokens) && t.Tokens[i+1].Upper && !t.Tokens[i+1].AllUpper && (int(i)+2 >= len(t.Tokens) || !t.Tokens[i+2].Upper)
	}
	return false
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
	if answers := sure && surname && tok.AllUpper && i > 0 && t.Tokens[i-1].Kind == scan.Word && !t.Tokens[i-1].AllUpper; answers {
		for j = i + 1; j < end && j-i < syllables && t.Tokens[j].Kind == scan.Word && t.Tokens[j].AllUpper; j++ {
		}
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
	case allCapitals(t, i, j) && !(sure && surname && j-i >= 2 && i > 0 && t.Tokens[i-1].Kind == scan.Word && !t.Tokens[i-1].AllUpper && t.Is(j, ':')): // "Ông TRẦN VĂN A: …" answers
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
	if t.Is(i, ':') && (x.saysBefore(t, from, i) || i+1 < s.Last && t.Tokens[i+1].Kind == scan.Word && !t.Tokens[i+1].Upper && !atOnce(t, x.honorifics, i+1)) {
		return false
	}
	return t.Has(x.titles, from, i) || t.Has(x.into, max(s.First, i-8), i) || t.Is(i, ':') && (t.Has(x.verbs, from, i) || t.Has(x.cues, from, i))
}

// credited reports whether a colon before a name gives a picture or a source to somebody:
// "(Ảnh: Trần Văn Minh)".
func (x *Extractor) credited(t *scan.Text, s scan.Sentence, i int32) bool {
	if i-2 < s.First || !t.Is(i-1, ':') {
		return false
	}
	return t.Has(x.credit, i-2, i-1) || t.Has(x.credit, i-2, i)
}

// saysBefore reports whether a verb of speech stands directly before a colon, behind which is
// what was said: "Thường trực lưu ý: Lộc Hà, Cẩm Xuyên …", but "Tham luận: A, B".
func (x *Extractor) saysBefore(t *scan.Text, from, colon int32) bool {
	hits := t.HitsIn(x.cues, from, colon)
	if len(hits) == 0 || hits[len(hits)-1].Last != colon {
		return false
	}
	q := x.cueList[hits[len(hits)-1].Value]
	return q.role == "speaker" && !q.before && !q.act()
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
	if last+1 < s.Last && t.Tokens[last].Kind == scan.Number && t.Tokens[last+1].Kind == scan.Word && !t.Has(x.surnames, first, first+1) {
		switch t.Fold(last + 1) {
		case "phiếu", "tuổi":
		default:
			return 0 // "- Xoài Cao Lãnh 9.800 ha"
		}
	}
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
