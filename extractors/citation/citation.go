// Package citation finds the documents that a report cites by their number:
// "Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị".
//
// A symbol alone is no key (35-CT/TW is three documents), so the date comes
// from the text, else from the congress that the text says it leads to, which
// is marked as derived, else stays null.
package citation

import (
	"errors"
	"fmt"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Config names the lexicons of the kind.
type Config struct {
	Kinds   string `yaml:"kinds"`   // words and letters of kinds of documents
	Issuers string `yaml:"issuers"` // who issues
	Rounds  string `yaml:"rounds"`  // directives by congress
}

// Default is the lexicons of the embedded profile.
func Default() Config {
	return Config{Kinds: "citation_kinds", Issuers: "issuers", Rounds: "round_directives"}
}

// Extractor finds citations.
type Extractor struct {
	id      string
	grammar *grammar.Grammar

	kinds   *scan.Class // word → index in words
	plainly scan.Set    // of them, which stand before a number without a symbol
	words   []word
	letters map[string]string // CT → directive
	issuers *scan.Class       // → 1 when a place follows
	lead    *scan.Class       // tiến tới
	issue   *scan.Class       // ban hành, ra
	types   *scan.Class       // xã, huyện: of the unit that issues
	permits *scan.Class       // giấy phép: numbers that name no document of a report
	rounds  map[round]report.Date
}

type word struct {
	kind  string
	plain bool
}

type round struct {
	symbol   string
	congress int
}

// New makes the extractor of a rule.
func New(id string, c Config, env *kind.Env) (*Extractor, error) {
	x := &Extractor{
		id: id, grammar: env.Grammar, letters: map[string]string{}, rounds: map[round]report.Date{},
		kinds: env.Builder.Class("citation.kinds"), issuers: env.Builder.Class("citation.issuers"),
		lead: env.Builder.Class("citation.lead"), issue: env.Builder.Class("citation.issue"),
		types: env.Builder.Class("citation.types"), permits: env.Builder.Class("citation.permits"),
	}
	for _, w := range []string{"tỉnh", "thành phố", "TP", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu", "khối", "Công an tỉnh", "Quân sự tỉnh", "Công an huyện", "Quân sự huyện",
		"Công an thành phố", "Quân sự thành phố", "khối các cơ quan", "khối doanh nghiệp", "công ty", "tổng công ty", "tập đoàn", "xí nghiệp", "nhà máy", "trường", "trường đại học",
		"trường cao đẳng", "đại học", "học viện", "bệnh viện", "viện"} {
		x.types.Add(w, 1)
	}
	for _, w := range []string{"giấy phép", "giấy phép số", "giấy chứng nhận", "giấy chứng nhận số", "GPXB", "GP"} {
		x.permits.Add(w, 1)
	}
	if err := x.lexicons(c, env); err != nil {
		return nil, err
	}
	for _, w := range []string{"tiến tới", "hướng tới", "phục vụ"} {
		x.lead.Add(w, 1)
	}
	for _, w := range []string{"ban hành", "ra", "đã ban hành", "đã ra", "vừa ban hành", "có", "trình bày", "lập", "gửi"} {
		x.issue.Add(w, 1)
	}
	x.plainly = scan.SetOf(x.kinds)
	return x, nil
}

func (x *Extractor) lexicons(c Config, env *kind.Env) error {
	kinds, err := env.Wordlist(c.Kinds)
	if err != nil {
		return err
	}
	faults := kinds.Each(func(r report.WordRow) error {
		if err := env.Code("kind", r.Get("kind")); err != nil {
			return err
		}
		x.kinds.Add(r.Get("word"), int32(len(x.words)))
		x.words = append(x.words, word{r.Get("kind"), r.Get("plain") == "yes"})
		if l := r.Get("letters"); l != "" {
			x.letters[l] = r.Get("kind")
		}
		return nil
	})
	issuers, err := env.Wordlist(c.Issuers)
	if err != nil {
		return err
	}
	for _, r := range issuers.Rows {
		place := int32(0)
		if r.Get("place") == "yes" {
			place = 1
		}
		x.issuers.Add(r.Get("issuer"), place)
	}
	rounds, err := env.Wordlist(c.Rounds)
	if err != nil {
		return err
	}
	return errors.Join(faults, rounds.Each(func(r report.WordRow) error {
		d, err := report.ParseDate(r.Get("issued"))
		if err != nil {
			return err
		}
		var n int
		if _, err := fmt.Sscan(r.Get("congress"), &n); err != nil {
			return fmt.Errorf("congress: %w", err)
		}
		x.rounds[round{r.Get("symbol"), n}] = d
		return nil
	}))
}

// cite is one mention of a document.
type cite struct {
	symbol      string
	kind        string
	issuer      string
	issued      report.Date
	derived     string
	first, last int32 // tokens of the symbol
	bare        bool  // a number without a symbol
}

// Facts emits one fact a cited document, in the order of the text.
func (x *Extractor) Facts(t *scan.Text, emit func(report.Fact)) {
	var cites []cite
	behind := int32(0) // the last symbol
	for _, i := range t.Numbers {
		if i < behind {
			continue
		}
		if c, ok := x.symbol(t, i); ok {
			cites = append(cites, c)
			behind = c.last
		} else if c, ok := x.bare(t, i); ok {
			cites = append(cites, c)
		}
	}
	for i := len(cites) - 2; i >= 0; i-- {
		if a, b := &cites[i], &cites[i+1]; a.issuer == "" && b.issuer != "" && x.together(t, a, b) {
			a.issuer = b.issuer
		}
	}
	for _, c := range x.join(t, cites) {
		f := report.Fact{Table: "citations", Rule: x.id, Span: t.Span(c.first, c.last), Derived: c.derived, Fields: t.Room(4)}
		f.Set("symbol", report.Text(c.symbol))
		f.Set("kind", report.Text(c.kind))
		f.Set("issuer", report.Text(c.issuer))
		f.Set("issued", report.Day(c.issued))
		if c.bare {
			f.Doubt("no_symbol")
		}
		emit(f)
	}
}

// together reports whether two documents of one office stand in a list, whose "của" at
// the end is of both: "Chỉ thị số 35-CT/TW, Kết luận số 118-KL/TW của Bộ Chính trị".
func (x *Extractor) together(t *scan.Text, a, b *cite) bool {
	_, of, ok := strings.Cut(a.symbol, "/")
	_, also, _ := strings.Cut(b.symbol, "/")
	if !ok || of != also || t.Tokens[a.first].Sentence != t.Tokens[b.first].Sentence {
		return false
	}
	for i := a.last; i < b.first; i++ {
		if h, ok := t.At(x.kinds, i); ok {
			i = h.Last - 1
			continue
		}
		switch {
		case t.Is(i, ';'), t.Is(i, '('), t.Is(i, '.'):
			return false
		case t.Tokens[i].Kind != scan.Word:
			continue
		}
		switch t.Fold(i) {
		case "số", "và", "ngày", "tháng", "năm", "các":
		default:
			return false
		}
	}
	return true
}

// symbol reads a citation with its symbol at token i. The document's own
// number ("Số 123-BC/TU" at the start of a line) is none.
func (x *Extractor) symbol(t *scan.Text, i int32) (cite, bool) {
	s, ok := grammar.SymbolAt(t, i)
	if !ok {
		return cite{}, false
	}
	c := cite{symbol: s.Text, first: s.First, last: s.Last}
	word, named := x.wordBefore(t, i)
	if t.Has(x.permits, max(t.SentenceOf(i).First, i-4), i) {
		return cite{}, false
	}
	switch {
	case named:
		c.kind = x.words[word.Value].kind
	case own(t, i):
		return cite{}, false
	case s.Kind == "" || len(s.Kind) > 1 && s.Kind[0] == 'Q' && s.Kind[1] == 'H':
		c.kind = "law"
	case x.letters[s.Kind] != "":
		c.kind = x.letters[s.Kind]
	default:
		c.kind = "other"
	}
	x.tail(t, &c)
	if named {
		x.around(t, &c, word.First)
	}
	return c, true
}

// around looks for the issuer and the date elsewhere in the sentence: "Bộ Chính
// trị ban hành Chỉ thị số …", "tại Tờ trình số …, Ban Tổ chức đề nghị", "(ban
// hành tháng 5/2014)". word is the token at which the word of the kind begins.
func (x *Extractor) around(t *scan.Text, c *cite, word int32) {
	if c.issuer == "" {
		c.issuer = x.issuerBefore(t, word)
	}
	if c.issuer == "" {
		c.issuer = x.issuerBehind(t, c, word)
	}
	if !c.issued.IsZero() {
		return
	}
	for _, h := range t.HitsIn(x.issue, c.last, t.SentenceOf(c.first).Last) {
		if w, ok := x.grammar.Date(t, h.Last); ok && t.Is(h.First-1, '(') && !w.Date.IsZero() {
			c.issued = w.Date
			return
		}
	}
}

// issuerBehind returns the issuer that acts by a document: "Tại Quyết định số 12,
// Thủ tướng Chính phủ phê chuẩn …".
func (x *Extractor) issuerBehind(t *scan.Text, c *cite, word int32) string {
	if word == 0 {
		return ""
	}
	switch t.Fold(word - 1) {
	case "tại", "theo", "bằng":
	default:
		return ""
	}
	i := c.last
	if w, ok := x.grammar.Date(t, i); ok {
		i = w.Last
	} else if w, ok := x.grammar.Date(t, i+1); ok && t.Is(i, ',') {
		i = w.Last
	}
	if !t.Is(i, ',') {
		return ""
	}
	h, ok := t.At(x.issuers, i+1)
	if !ok || !t.Tokens[i+1].Upper {
		return ""
	}
	text, _ := x.issuerText(t, h)
	return text
}

// own reports whether the number at token i is the document's own: "Số" begins
// the line, or the line has only a mark before it.
func own(t *scan.Text, i int32) bool {
	j := i - 1
	if t.Is(j, ':') || t.Is(j, '.') {
		j--
	}
	if j < 0 || t.Fold(j) != "số" {
		return false
	}
	b := t.BlockOf(j)
	for j--; j >= 0 && int(t.Tokens[j].Start) >= b.Start; j-- {
		if t.Tokens[j].Kind == scan.Word && !t.Tokens[j].AllUpper {
			return false
		}
	}
	return true
}

// wordBefore returns the word of a kind that governs the number at token i:
// directly before it, with "số" between, or before other numbers of a list.
func (x *Extractor) wordBefore(t *scan.Text, i int32) (scan.Hit, bool) {
	s := t.SentenceOf(i)
	hits := t.HitsIn(x.kinds, s.First, i)
	if len(hits) == 0 {
		return scan.Hit{}, false
	}
	h := hits[len(hits)-1]
	for j := h.Last; j < i; j++ {
		if !x.mayStand(t, j, i) {
			return scan.Hit{}, false
		}
	}
	return h, true
}

// mayStand reports whether token j may stand between the word of a kind and
// the number at token i: "số", marks, and the symbols of a list before it.
func (x *Extractor) mayStand(t *scan.Text, j, i int32) bool {
	tok := &t.Tokens[j]
	switch {
	case i-j > 40:
		return false
	case tok.Kind == scan.Number:
		return true
	case tok.Kind == scan.Punct:
		return tok.ID != '(' && tok.ID != '"'
	case tok.Upper && (tok.AllUpper || tok.End-tok.Start <= 4):
		return true // the letters of another symbol
	}
	switch t.Fold(j) {
	case "số", "và", "ngày", "tháng", "năm", "các", "mật", "liên", "tịch":
		return true
	}
	return false
}

// bare reads "Chỉ thị 35 của Bộ Chính trị" and "Quyết định số 1546 ngày …": a
// number without a symbol.
func (x *Extractor) bare(t *scan.Text, i int32) (cite, bool) {
	if !t.May(x.plainly, i) && !t.May(x.plainly, max(0, i-1)) && !t.May(x.plainly, max(0, i-2)) {
		return cite{}, false // as most numbers; the word may end the line before
	}
	w := t.Word(i)
	if len(w) > 4 || t.Is(i+1, '%') || t.Is(i+1, '/') || t.Is(i+1, '-') && !t.Tokens[i+1].Space {
		return cite{}, false
	}
	for k := range len(w) {
		if w[k] < '0' || w[k] > '9' {
			return cite{}, false
		}
	}
	j := i - 1
	numbered := j >= 0 && t.Fold(j) == "số"
	if numbered {
		j--
	}
	h, ok := x.ending(t, j+1)
	if !ok || !x.words[h.Value].plain {
		return cite{}, false
	}
	c := cite{symbol: w, kind: x.words[h.Value].kind, first: i, last: i + 1, bare: true}
	x.tail(t, &c)
	x.around(t, &c, h.First)
	switch {
	case numbered, c.issuer != "", !c.issued.IsZero():
		return c, true
	}
	// "Chỉ thị 35" alone: a capital, and no counted noun after the number.
	return c, t.Tokens[h.First].Upper && (int(i+1) >= len(t.Tokens) || t.Tokens[i+1].Kind == scan.Punct || goesOn(t, i+1))
}

// goesOn reports whether a sentence goes on behind the number of a document with a word that
// counts nothing: "so với Chỉ thị 35 và đề nghị …", "HD 18 về bầu cử".
func goesOn(t *scan.Text, i int32) bool {
	switch t.Fold(i) {
	case "và", "về", "là", "thì", "để", "nên", "mà", "cũng", "đã", "yêu", "quy", "nêu", "ghi", "theo", "rất", "đến", "tới", "xuống", "ra":
		return true
	}
	return false
}

// ending returns the hit of a kind's word that ends before token i.
func (x *Extractor) ending(t *scan.Text, i int32) (scan.Hit, bool) {
	if i <= 0 || int(i) > len(t.Tokens) {
		return scan.Hit{}, false
	}
	s := t.SentenceOf(i - 1)
	hits := t.HitsIn(x.kinds, s.First, i)
	if n := len(hits); n > 0 && hits[n-1].Last == i {
		return hits[n-1], true
	}
	return scan.Hit{}, false
}

// tail reads the date and issuer after a symbol, in either order.
func (x *Extractor) tail(t *scan.Text, c *cite) {
	i := c.last
	for range 3 {
		for t.Is(i, ',') || t.Is(i, '(') || t.Is(i, ')') || t.Is(i, ':') {
			i++
		}
		if int(i) >= len(t.Tokens) || t.Tokens[i].Sentence != t.Tokens[c.first].Sentence {
			return
		}
		if y, ok := yearAlone(t, i); ok && c.issued.IsZero() { // "Chỉ thị 35 (2019) của Bộ Chính trị"
			c.issued, i = y, i+1
			continue
		}
		if w, ok := x.grammar.Date(t, i); ok && c.issued.IsZero() && !w.Date.IsZero() {
			c.issued, i = w.Date, w.Last
			continue
		}
		if t.Fold(i) == "của" || t.Fold(i) == "do" {
			if h, ok := t.At(x.issuers, i+1); ok && c.issuer == "" {
				c.issuer, i = x.issuerText(t, h)
				continue
			}
		}
		return
	}
}

// yearAlone reads a year that stands alone in brackets.
func yearAlone(t *scan.Text, i int32) (report.Date, bool) {
	if i == 0 || !t.Is(i-1, '(') || !t.Is(i+1, ')') || t.Tokens[i].Kind != scan.Number || len(t.Word(i)) != 4 {
		return report.Date{}, false
	}
	y, ok := grammar.ParseNumber(t.Word(i))
	return report.Date{Year: int(y), Precision: report.Year}, ok && y > 1930 && y < 2100
}

// issuerText returns the issuer as written, with the name of its place.
func (x *Extractor) issuerText(t *scan.Text, h scan.Hit) (string, int32) {
	last := h.Last
	if h.Value == 1 {
		if y, ok := t.At(x.types, last); ok {
			last = y.Last // Đảng ủy xã
		}
		for int(last) < len(t.Tokens) && t.Tokens[last].Kind == scan.Word && t.Tokens[last].Upper && !t.Is(last-1, ',') {
			last++
		}
	}
	if h.Value == 1 && last > h.Last+1 {
		last = inSmall(t, h.Last, last)
	}
	return t.String(h.First, last), last
}

// inSmall returns where the name of an agency ends that goes on in small letters up to a
// mark: "Đảng ủy Sở Tư pháp, chiều 9/6 …".
func inSmall(t *scan.Text, kind, last int32) int32 {
	switch t.Fold(kind) {
	case "sở", "bộ", "phòng", "ban", "cục", "chi", "viện", "trường", "bệnh", "trung", "công", "văn":
	default:
		return last
	}
	for i := last; i < last+7 && int(i) < len(t.Tokens) && t.Tokens[i].Sentence == t.Tokens[kind].Sentence; i++ {
		if t.Is(i, ',') || t.Is(i, '.') || t.Is(i, ';') || t.Is(i, ')') {
			return i
		}
		switch t.Fold(i) {
		case "về", "ngày", "sáng", "chiều", "tối", "ban", "tổ", "đã", "có", "là":
			return i
		}
		if t.Tokens[i].Kind != scan.Word {
			return last
		}
	}
	return last
}

// issuerBefore returns the issuer that "ban hành"s the document whose word
// begins at token i: "Bộ Chính trị ban hành Chỉ thị số …".
func (x *Extractor) issuerBefore(t *scan.Text, i int32) string {
	s := t.SentenceOf(i)
	issuers := t.HitsIn(x.issuers, s.First, i)
	if len(issuers) == 0 {
		return ""
	}
	h := issuers[len(issuers)-1]
	if i-h.Last <= 8 && t.Fold(i-1) == "tại" { // "Ban Tổ chức đề nghị tại Tờ trình số …"
		text, _ := x.issuerText(t, h)
		return text
	}
	verbs := t.HitsIn(x.issue, h.Last, i)
	if len(verbs) == 0 || verbs[0].First-h.Last > 3 || i-verbs[len(verbs)-1].Last > 1 {
		return ""
	}
	text, _ := x.issuerText(t, h)
	return text
}

// join makes one citation of several mentions: a mention without a date is the
// dated document of the same symbol, a bare number the document of that number
// and kind, and a round's directive gets the date of the congress it leads to.
func (x *Extractor) join(t *scan.Text, cites []cite) []cite {
	congress := 0
	asked := false
	for i := range cites {
		c := &cites[i]
		if !c.issued.IsZero() || !x.round(c.symbol) {
			continue
		}
		if !asked {
			congress, asked = x.congress(t), true
		}
		if d, ok := x.rounds[round{c.symbol, congress}]; ok {
			c.issued = d
			c.derived = "issued: đại hội " + vn.FormatRoman(congress)
		}
	}
	of := map[string][]int{} // the places of a symbol in the list
	dated, numbered := map[string]bool{}, map[number]bool{}
	for i, c := range cites {
		of[c.symbol] = append(of[c.symbol], i)
		if c.bare {
			continue
		}
		dated[c.symbol] = dated[c.symbol] || !c.issued.IsZero()
		for n := range len(c.symbol) {
			if c.symbol[n] == '-' || c.symbol[n] == '/' {
				numbered[number{c.symbol[:n], c.kind}] = true
			}
		}
	}
	var out []cite
	for i, c := range cites {
		if c.bare && numbered[number{c.symbol, c.kind}] || c.issued.IsZero() && dated[c.symbol] {
			continue
		}
		for _, j := range of[c.symbol] {
			if d := &cites[j]; j > i && c.issuer == "" && (c.issued == d.issued || d.issued.IsZero()) {
				c.issuer = d.issuer
			}
		}
		out = append(out, c)
	}
	return out
}

// number is the number of a document before a mark of its symbol, and its kind:
// what a bare mention says of it.
type number struct{ number, kind string }

func (x *Extractor) round(symbol string) bool {
	for r := range x.rounds {
		if r.symbol == symbol {
			return true
		}
	}
	return false
}

// congress returns the national congress that the text says the round leads
// to: "tiến tới Đại hội (đại biểu toàn quốc lần thứ) XIII"; 0 for none.
func (x *Extractor) congress(t *scan.Text) int {
	for _, h := range t.Hits(x.lead) {
		s := t.SentenceOf(h.First)
		for _, o := range x.grammar.Ordinals(t, h.Last, min(h.Last+10, s.Last)) {
			if o.N >= 11 {
				return o.N
			}
		}
	}
	return 0
}
