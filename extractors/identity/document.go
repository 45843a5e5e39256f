package identity

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// DocumentConfig sets how number, date and type of a document are found.
type DocumentConfig struct {
	Types      string   `yaml:"types"`      // lexicon of title words
	Now        []string `yaml:"now"`        // words that tie a day to the day of writing: sáng nay, hôm nay
	Weekdays   []string `yaml:"weekdays"`   // words that begin a time stamp of a page
	Stamps     []string `yaml:"stamps"`     // words before a time stamp: Ngày đăng, Cập nhật
	Issues     []string `yaml:"issues"`     // words before the month of an issue: số tháng
	Interviews []string `yaml:"interviews"` // words by which a paper says whom it asks
	Speech     []string `yaml:"speech"`     // forms of address that begin a speech
	News       []string `yaml:"news"`       // words that only news has: TTXVN, PV, Ảnh
	Opening    []string `yaml:"opening"`    // words with which an item of news begins: sáng ngày, trong hai ngày
	Reported   []string `yaml:"reported"`   // words by which news reports speech: cho biết
	Question   []string `yaml:"question"`   // marks of an interviewer: PV, Phóng viên
	Office     []string `yaml:"office"`     // words that only an issued document has: Kính gửi, Nơi nhận
}

// DefaultDocument names the embedded lexicon.
func DefaultDocument() DocumentConfig { return DocumentConfig{Types: "doc_types"} }

// Document finds doc_number, doc_date and doc_type.
type Document struct {
	id                                       string
	g                                        *grammar.Grammar
	v                                        *vocabulary
	types                                    *scan.Class // → index of codes
	codes                                    []string
	letters                                  map[string]string // CV → letter
	now, weekdays, stamps, speech, news, ask *scan.Class
	office, opening, reported                *scan.Class
	issues, interviews                       *scan.Class
}

// NewDocument makes the extractor of a rule.
func NewDocument(id string, c DocumentConfig, env *kind.Env) (*Document, error) {
	v, err := kind.Share(env, "identity", newVocabulary)
	if err != nil {
		return nil, err
	}
	d := &Document{id: id, g: env.Grammar, v: v, types: env.Builder.Class("identity.types.line"), letters: map[string]string{}}
	list, err := env.Wordlist(c.Types)
	if err != nil {
		return nil, err
	}
	for _, r := range list.Rows {
		if err := env.Code("doc_type", r.Get("code")); err != nil {
			return nil, fmt.Errorf("%s: %w", r.Source, err)
		}
		d.types.Add(r.Get("word"), int32(len(d.codes)))
		d.codes = append(d.codes, r.Get("code"))
		if l := r.Get("letters"); l != "" {
			d.letters[l] = r.Get("code")
		}
	}
	for _, x := range []struct {
		class **scan.Class
		words []string
	}{{&d.now, c.Now}, {&d.weekdays, c.Weekdays}, {&d.stamps, c.Stamps}, {&d.speech, c.Speech}, {&d.news, c.News}, {&d.ask, c.Question}, {&d.office, c.Office}, {&d.opening, c.Opening}, {&d.reported, c.Reported}, {&d.issues, c.Issues}, {&d.interviews, c.Interviews}} {
		*x.class = env.Builder.Class("identity.document")
		for _, w := range x.words {
			(*x.class).Add(w, 1)
		}
	}
	return d, nil
}

// Facts emits what the head, the time stamp and the layout say.
func (d *Document) Facts(t *scan.Text, emit func(report.Fact)) {
	h, hasHead := d.v.findHead(t)
	if h.hasNumber {
		f := report.Fact{Rule: d.id + "/head", Rank: rankHead, Span: t.Span(h.number.First, h.number.Last)}
		emitField(t, emit, f, "doc_number", report.Text(h.number.Text))
	}
	d.dates(t, hasHead, emit)
	d.kind(t, hasHead, emit)
}

// dates emits every date that may be the document's own, by the rank of its
// place.
func (d *Document) dates(t *scan.Text, hasHead bool, emit func(report.Fact)) {
	lines := d.v.lines(t)
	for i := range t.Doc.Blocks {
		b := &t.Doc.Blocks[i]
		first, last := t.Block(i)
		if b.Kind == report.FileHeader {
			d.fileDate(t, first, last, emit)
			continue
		}
		if b.Start > headBytes {
			break
		}
		for _, l := range lines.of(i) {
			if !hasHead && !t.Is(l.First, '(') {
				continue
			}
			if w, ok := d.placeAndDate(t, l.First, l.Last); ok {
				f := report.Fact{Rule: d.id + "/head", Rank: rankHead, Span: t.Span(w.First, w.Last)}
				emitField(t, emit, f, "doc_date", report.Day(w.Date))
			}
		}
		if w, ok := d.bracketed(t, first, last); ok {
			f := report.Fact{Rule: d.id + "/head", Rank: rankHead, Span: t.Span(w.First, w.Last)}
			emitField(t, emit, f, "doc_date", report.Day(w.Date))
		}
		if w, ok := d.delivered(t, i, first, last); ok {
			f := report.Fact{Rule: d.id + "/head", Rank: rankHead, Span: t.Span(w.First, w.Last)}
			emitField(t, emit, f, "doc_date", report.Day(w.Date))
		}
		if w, ok := d.stamp(t, first, last); ok {
			f := report.Fact{Rule: d.id + "/stamp", Rank: rankTitle, Span: t.Span(w.First, w.Last)}
			emitField(t, emit, f, "doc_date", report.Day(w.Date))
		}
	}
	d.signed(t, hasHead, emit)
	d.today(t, emit)
	for _, m := range t.Doc.Meta {
		if m.Key == "published" && len(m.Value) >= 10 {
			if date, err := report.ParseDate(m.Value[:10]); err == nil {
				f := report.Fact{Rule: d.id + "/metadata", Rank: rankMeta, Meta: m.Key + "=" + m.Value}
				emitField(t, emit, f, "doc_date", report.Day(date))
			}
		}
	}
}

// signed reads the place and date above the signature of a form, which has none in its
// head: "Vị Thanh, ngày 31 tháng 8 năm 2015".
func (d *Document) signed(t *scan.Text, hasHead bool, emit func(report.Fact)) {
	for i := len(t.Doc.Blocks) - 1; i >= max(0, len(t.Doc.Blocks)-signature); i-- {
		if t.Doc.Blocks[i].Start <= headBytes && (hasHead || i < 3) {
			return
		}
		first, last := t.Block(i)
		if !d.g.Days(t, first, last) {
			continue
		}
		for _, l := range d.v.cut(t, first, last, nil) {
			w, ok := d.placeAndDate(t, l.First, l.Last)
			if !ok || w.First == l.First || w.Date.Precision != report.DayOfMonth {
				continue
			}
			f := report.Fact{Rule: d.id + "/signature", Rank: rankTitle, Span: t.Span(w.First, w.Last)}
			emitField(t, emit, f, "doc_date", report.Day(w.Date))
			return
		}
	}
}

// signature is how many paragraphs from the end the place and date above a signature
// stand at most: offices, a note, names, recipients.
const signature = 12

// fileDate reads the line that an archive puts before a text: date 2024-02.
func (d *Document) fileDate(t *scan.Text, first, last int32, emit func(report.Fact)) {
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind != scan.Number {
			continue
		}
		s := strings.TrimSpace(t.String(i, last))
		if date, err := report.ParseDate(s); err == nil {
			f := report.Fact{Rule: d.id + "/file", Rank: rankFile, Span: t.Span(i, last)}
			emitField(t, emit, f, "doc_date", report.Day(date))
		}
		return
	}
}

// placeAndDate reads the line "Bắc Kạn, ngày 15 tháng 02 năm 2024" of a head:
// a short line that ends with its date, or behind a place with its month. The
// date of another document in the subject stands behind a word such as "số" or
// "Nghị quyết".
func (d *Document) placeAndDate(t *scan.Text, first, last int32) (grammar.When, bool) {
	if !d.g.Days(t, first, last) {
		return grammar.When{}, false
	}
	for i := first; i < last; i++ {
		comma := i > first && t.Is(i-1, ',')
		if !d.g.DayAt(t, i) && (!comma || t.Fold(i) != "tháng") {
			continue
		}
		w, ok := d.g.Date(t, i)
		end := last
		for end > first && (t.Is(end-1, ')') || t.Is(end-1, '.') || t.Is(end-1, '*')) {
			end--
		}
		if !ok || w.Date.IsZero() || w.Last < end && !(int(w.Last)+1 < len(t.Tokens) && end-w.Last <= shortLine && allCaps(t, w.Last, w.Last+2)) { // "…, ngày 22/8/2025 TỔ TRƯỞNG: A"
			return grammar.When{}, false
		}
		if !comma && i > first && !(i == first+1 && t.Is(first, '(')) {
			return grammar.When{}, false
		}
		for j := first; j < i; j++ {
			if t.Tokens[j].Kind == scan.Word && !t.Tokens[j].Upper && !(j > first && (t.Fold(j) == "phố" || t.Fold(j) == "xã" || t.Fold(j) == "trấn") && t.Tokens[j-1].Upper) || t.Tokens[j].Kind == scan.Number && j > first+3 {
				return grammar.When{}, false
			}
		}
		return w, true
	}
	return grammar.When{}, false
}

// stamp reads the time stamp of a page: a short line with a full date and a
// time, a weekday or a word such as "Cập nhật".
func (d *Document) stamp(t *scan.Text, first, last int32) (grammar.When, bool) {
	days := d.g.Days(t, first, min(last, first+14))
	for i := first; i < min(last, first+14); i++ {
		if t.Tokens[i].Kind != scan.Number && !(days && d.g.DayAt(t, i)) || t.Tokens[i].Kind == scan.Number && !grammar.DateMay(t, i) {
			continue
		}
		w, ok := d.g.Date(t, i)
		if !ok || w.Date.Precision != report.DayOfMonth {
			continue
		}
		if t.Has(d.stamps, first, w.Last) || t.Has(d.weekdays, first, i) && last-first < 24 || last-first < 24 && clock(t, first, last) {
			return w, true
		}
		if dateline(t, first, last, w) {
			return w, true
		}
		if w.Last >= last-1 && (w.First == first || last-first <= shortLine && credit(t, first, w.First)) {
			return w, true // alone, or behind the author's name
		}
		i = w.Last
	}
	if w, ok := d.issue(t, first, last); ok {
		return w, true
	}
	return d.trailing(t, first, last)
}

// dateline reports whether a full date stands in brackets behind nothing but the letters of
// a paper, "HG-ĐT (14/7/2022) - Ngày 13.7, …", or begins what a page says in brackets or
// bars of itself: "[ 21/04/2025 | Phòng Truyền thông ]".
func dateline(t *scan.Text, first, last int32, w grammar.When) bool {
	begin := w.First == first || t.Is(w.First-1, '[') && w.First-1 == first
	if begin && w.Last < last && (t.Is(w.Last, '|') || t.Is(w.Last, ']')) {
		return true
	}
	if w.First <= first+1 || w.First > first+6 || !t.Is(w.First-1, '(') || w.Last >= last || !t.Is(w.Last, ')') {
		return false
	}
	for i := first; i < w.First-1; i++ {
		if t.Tokens[i].Kind == scan.Word && !t.Tokens[i].AllUpper || t.Tokens[i].Kind == scan.Number {
			return false
		}
	}
	return true
}

// issue reads the month of an issue: "(Bản tin nội bộ, số tháng 4 năm 2025)".
func (d *Document) issue(t *scan.Text, first, last int32) (grammar.When, bool) {
	if last-first > 2*shortLine {
		return grammar.When{}, false
	}
	for _, h := range t.HitsIn(d.issues, first, last) {
		i := h.Last
		if t.Fold(i-1) == "tháng" {
			i--
		}
		if i == first {
			continue
		}
		if w, ok := d.g.Date(t, i); ok && w.Date.Precision == report.Month && (w.Last == last || w.Last == last-1 && t.Is(w.Last, ')')) {
			return w, true
		}
	}
	return grammar.When{}, false
}

// bracketed reads the place and date in brackets that end a title: "… nhiệm kỳ 2020 -
// 2025 (Hòa Bình, ngày 25/11/2020)".
func (d *Document) bracketed(t *scan.Text, first, last int32) (grammar.When, bool) {
	if !t.Is(last-1, ')') {
		return grammar.When{}, false
	}
	for i := last - 2; i >= max(first, last-shortLine); i-- {
		if t.Is(i, '(') {
			return d.placeAndDate(t, i, last)
		}
	}
	return d.held(t, first, last)
}

// held reads the day at the end of a bracket that says who held a speech: "(do đồng
// chí A, Bí thư Huyện ủy trình bày, ngày 31 tháng 7 năm 2015)".
func (d *Document) held(t *scan.Text, first, last int32) (grammar.When, bool) {
	told := false
	for i := max(first, last-longBracket); i < last-1; i++ {
		if t.Is(i, '(') {
			told = false
		}
		w := t.Fold(i) + " " + t.Fold(i+1)
		told = told || w == "trình bày" || w == "phát biểu"
		if !told || !d.g.DayAt(t, i) {
			continue
		}
		if w, ok := d.g.Date(t, i); ok && w.Date.Precision == report.DayOfMonth && w.Last >= last-1 {
			return w, true
		}
	}
	return grammar.When{}, false
}

// delivered reads the day that ends the head of a speech without brackets: "PHÁT BIỂU
// KẾT LUẬN / của đồng chí A … tại Hội nghị …, ngày 08/5/2020".
func (d *Document) delivered(t *scan.Text, block int, first, last int32) (grammar.When, bool) {
	if block > 2 || block == 0 || !d.g.Days(t, first, last) {
		return grammar.When{}, false
	}
	top, _ := t.Block(0)
	if h, ok := t.At(d.types, top); !ok || d.codes[h.Value] != "speech" || !allCaps(t, h.First, h.Last) {
		return grammar.When{}, false
	}
	for i := max(first+1, last-shortLine); i < last; i++ {
		if !t.Is(i-1, ',') || !d.g.DayAt(t, i) {
			continue
		}
		if w, ok := d.g.Date(t, i); ok && w.Date.Precision == report.DayOfMonth && w.Last == last {
			return w, true
		}
	}
	return grammar.When{}, false
}

// longBracket is how many tokens such a bracket has at most.
const longBracket = 40

// trailing reads a time stamp that lost its line break behind a headline: a
// weekday before a full date, or the time of day right behind it.
func (d *Document) trailing(t *scan.Text, first, last int32) (grammar.When, bool) {
	at, _ := slices.BinarySearch(t.Numbers, first+shortLine)
	behind := first
	for _, i := range t.Numbers[at:] {
		if i >= last {
			break
		}
		if i <= behind || !grammar.DateMay(t, i) {
			continue
		}
		w, ok := d.g.Date(t, i)
		if !ok || w.Date.Precision != report.DayOfMonth {
			continue
		}
		end := min(w.Last+4, last)
		hour := end-w.Last >= 3 && clock(t, w.Last, end)
		if w.First == i && (t.Has(d.weekdays, max(first, i-4), i) || hour) && last-end <= shortLine {
			return w, true
		}
		if b := t.Tokens[i-1]; w.First == i && w.Last == last && (b.Kind == scan.Number || b.Kind == scan.Word && b.Upper) {
			return w, true // a headline that ends in a term or a name
		}
		behind = w.Last
	}
	return grammar.When{}, false
}

// shortLine is longer than a byline of a name and a date in tokens.
const shortLine = 14

// credit reports whether what stands before a date at the end of a line is who wrote it or
// the path of a page: "Bài, ảnh: Hoàng Anh (19/6/2020)", "Tin tức >> 19/6/2020".
func credit(t *scan.Text, first, last int32) bool {
	switch t.Fold(first) {
	case "bài", "ảnh", "tin", "theo", "nguồn":
		return t.Is(last-1, '(') || t.Is(last-1, '-') || t.Is(last-1, ',')
	}
	return t.Is(last-1, '>') || capitalised(t, first, last)
}

// capitalised reports whether every word of a range has a capital.
func capitalised(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if t.Tokens[i].Kind == scan.Word && !t.Tokens[i].Upper {
			return false
		}
	}
	return true
}

// clock reports whether a line has a time of day: 08:11, 15h30, GMT+7.
func clock(t *scan.Text, first, last int32) bool {
	for i := first; i+2 < last; i++ {
		if t.Tokens[i].Kind == scan.Number && (t.Is(i+1, ':') && t.Tokens[i+2].Kind == scan.Number || strings.EqualFold(t.Word(i+1), "h")) {
			return true
		}
		if t.Word(i) == "GMT" {
			return true
		}
	}
	return false
}

// today reads "Sáng nay 16/5": the day of writing, when the year is certain
// because the only years of full dates in the text are one.
func (d *Document) today(t *scan.Text, emit func(report.Fact)) {
	for _, h := range t.Hits(d.now) {
		i := h.Last
		for t.Is(i, ',') || t.Is(i, '(') {
			i++
		}
		w, ok := d.dayAt(t, i)
		if !ok {
			continue
		}
		if w.Date.IsZero() {
			year := d.onlyYear(t)
			if later := d.latestTerm(t); later > year {
				year = 0 // a text of that year could not know the term
			}
			date, fine := report.NewDate(year, w.Month, w.Day)
			if year == 0 || !fine {
				continue
			}
			w.Date = date
		}
		f := report.Fact{Rule: d.id + "/today", Rank: rankBody, Span: t.Span(w.First, w.Last), Derived: fmt.Sprintf("doc_date: năm %d", w.Date.Year)}
		f.Doubt("derived")
		emitField(t, emit, f, "doc_date", report.Day(w.Date))
		return
	}
}

// latestTerm returns the latest first year of a term that has begun, by the text.
func (d *Document) latestTerm(t *scan.Text) int {
	year := 0
	for _, s := range t.Sentences {
		for _, term := range d.g.Terms(t, s.First, s.Last) {
			year = max(year, term.Start)
		}
	}
	return year
}

// dayAt reads a day and month with or without "ngày".
func (d *Document) dayAt(t *scan.Text, i int32) (grammar.When, bool) {
	if w, ok := d.g.Date(t, i); ok && w.Day > 0 {
		return w, true
	}
	if int(i)+2 < len(t.Tokens) && t.Is(i+1, '/') && t.Tokens[i].Kind == scan.Number && t.Tokens[i+2].Kind == scan.Number {
		var day, month int
		if _, err := fmt.Sscan(t.Word(i), &day); err != nil {
			return grammar.When{}, false
		}
		if _, err := fmt.Sscan(t.Word(i+2), &month); err != nil {
			return grammar.When{}, false
		}
		if _, ok := report.NewDate(2024, month, day); ok && month > 0 && day > 0 {
			return grammar.When{Day: day, Month: month, First: i, Last: i + 3}, true
		}
	}
	return grammar.When{}, false
}

// onlyYear returns the latest year of the full dates of the text, 0 when there
// is none or when it is more than 200 days of writing apart from a second one.
func (d *Document) onlyYear(t *scan.Text) int {
	year := 0
	for i := int32(0); int(i) < len(t.Tokens); i++ {
		if t.Tokens[i].Kind != scan.Number && t.Fold(i) != "ngày" {
			continue
		}
		w, ok := d.g.Date(t, i)
		if !ok || w.Date.Precision != report.DayOfMonth {
			continue
		}
		year = max(year, w.Date.Year)
		i = w.Last - 1
	}
	return year
}

// kind emits the type: by the kind line of the head or title, by forms of
// address, by interviewers' marks, by the layout of news.
func (d *Document) kind(t *scan.Text, hasHead bool, emit func(report.Fact)) {
	f := report.Fact{Rule: d.id + "/type"}
	cells, texts := 0, 0
	titled := 0
	for i := range t.Doc.Blocks {
		b := &t.Doc.Blocks[i]
		if b.Len() == 0 {
			continue
		}
		if b.Kind == report.TableCell {
			cells++
		} else if b.Kind != report.FileHeader {
			texts++
		}
		if b.Start > headBytes {
			continue
		}
		if code, span := d.title(t, i, titled < 2); code != "" {
			f.Span, f.Rank = span, rankHead
			if !hasHead {
				f.Rank = rankTitle
			}
			emitField(t, emit, f, "doc_type", report.Text(code))
		}
		if b.Kind != report.FileHeader && b.Kind != report.TableCell {
			titled++
		}
	}
	d.spoken(t, emit)
	if h, ok := d.v.findHead(t); ok && h.hasNumber && d.letters[h.number.Kind] != "" { // "Số 12-CV/HU", which has no title line
		f := report.Fact{Rule: d.id + "/type", Rank: rankLead, Span: t.Span(h.number.First, h.number.Last), Derived: "doc_type: " + h.number.Text}
		emitField(t, emit, f, "doc_type", report.Text(d.letters[h.number.Kind]))
	}
	if hasHead && d.issued(t) || cells > 3*texts {
		return
	}
	d.narrated(t, emit)
}

// dated reports whether a text has the time stamp of a page or the line that an
// archive puts before it: then one sentence is an item of news too.
func (d *Document) dated(t *scan.Text) bool {
	for i := range min(4, len(t.Doc.Blocks)) {
		first, last := t.Block(i)
		if t.Doc.Blocks[i].Kind == report.FileHeader {
			return true
		}
		if _, ok := d.stamp(t, first, last); ok {
			return true
		}
	}
	return false
}

// issued reports whether a text under a head is a document that somebody
// issued: it has a number of its own, an addressee, recipients or a signature
// for a body, or is set out in numbered parts. HD 36-HD/VPTW asks all of that
// of a document. A head over sentences alone says whose paper it is, not what
// stands on it; the sentences do.
func (d *Document) issued(t *scan.Text) bool {
	if h, _ := d.v.findHead(t); h.hasNumber || len(t.Hits(d.office)) > 0 {
		return true
	}
	for i := range t.Doc.Blocks {
		if b := &t.Doc.Blocks[i]; b.Kind == report.Heading && b.Label != "" {
			return true
		}
	}
	return false
}

// title reads a line in capitals that begins with the name of a kind, alone or
// before a subject in small letters ("BÁO CÁO tổng kết …"); a heading among the
// first lines may have it in small letters.
func (d *Document) title(t *scan.Text, block int, first bool) (string, report.Span) {
	b := &t.Doc.Blocks[block]
	from, last := t.Block(block)
	h, ok := t.At(d.types, from)
	if !ok || h.Last > last {
		return "", report.Span{}
	}
	form := d.codes[h.Value] == "statistics_form" && t.Tokens[from].Upper && b.Len() <= formBytes && h.Last < last && t.Tokens[h.Last].Kind == scan.Number
	if !(form && first) && !allCaps(t, h.First, h.Last) && (!first || b.Kind != report.Heading || h.Last != last) {
		return "", report.Span{}
	}
	if b.Len() > titleBytes {
		return "", report.Span{}
	}
	return d.codes[h.Value], t.Span(h.First, h.Last)
}

// formBytes is longer than the line that numbers a form: "Biểu số 3-BTCTU".
const formBytes = 60

// titleBytes is longer than the longest subject line that stands in one block
// with its kind.
const titleBytes = 400

// spoken finds speeches (forms of address at the start of paragraphs) and
// interviews (an interviewer's mark at the start of two paragraphs).
func (d *Document) spoken(t *scan.Text, emit func(report.Fact)) {
	var asked, addressed []scan.Hit
	for i := range t.Doc.Blocks {
		first, last := t.Block(i)
		if first == last {
			continue
		}
		if h, ok := t.At(d.ask, first); ok && (t.Is(h.Last, ':') || t.Is(h.Last, '-')) {
			asked = append(asked, h)
		}
		if question(t, first, last) {
			asked = append(asked, scan.Hit{First: first, Last: last})
		}
		if h, ok := t.At(d.speech, first); ok && !t.Has(d.news, first, min(last, first+8)) { // "Thưa quý vị và các bạn!" opens a bulletin
			addressed = append(addressed, h)
		}
	}
	f := report.Fact{Rule: d.id + "/type", Rank: rankLead}
	if len(asked) >= 2 || len(asked) == 1 && t.Has(d.interviews, 0, asked[0].First) {
		f.Span = t.Span(asked[0].First, asked[0].Last)
		emitField(t, emit, f, "doc_type", report.Text("interview"))
	}
	if len(addressed) >= 1 {
		f.Span = t.Span(addressed[0].First, addressed[0].Last)
		emitField(t, emit, f, "doc_type", report.Text("speech"))
	}
}

// question reports whether a paragraph is what an interviewer asks: behind a mark, or
// with a form of address at its begin or end.
func question(t *scan.Text, first, last int32) bool {
	if last-first < 3 || !t.Is(last-1, '?') {
		return false
	}
	if t.Is(first, '*') {
		return true
	}
	for i := range int32(4) {
		if first+i < last && t.Fold(first+i) == "thưa" || last-2-i >= first && t.Fold(last-2-i) == "thưa" {
			return true
		}
	}
	return false
}

// narrated calls a text that is no issued document, told in sentences, news.
func (d *Document) narrated(t *scan.Text, emit func(report.Fact)) {
	f := report.Fact{Rule: d.id + "/type", Rank: rankLayout, Derived: "doc_type: bố cục tin bài"}
	f.Doubt("derived")
	if hits := t.Hits(d.news); len(hits) > 0 {
		f.Span = t.Span(hits[0].First, hits[0].Last)
		f.Confidence = report.High
		emitField(t, emit, f, "doc_type", report.Text("news"))
		return
	}
	var told []scan.Sentence
	for _, s := range t.Sentences {
		if s.Last-s.First >= 12 {
			told = append(told, s)
		}
	}
	if len(told) < 3 && !(len(told) > 0 && (d.dated(t) || d.opens(t, told) || t.Has(d.reported, told[0].First, told[len(told)-1].Last))) {
		return
	}
	first := max(0, slices.IndexFunc(told, func(s scan.Sentence) bool { return t.Is(s.Last-1, '.') })) // else it may be a line of a head
	f.Span = t.BlockOf(told[first].First).Span
	emitField(t, emit, f, "doc_type", report.Text("news"))
}

// opens reports whether a short text tells as news does: behind the letters of a
// paper ("(PLVN) -", "BHG -"), or at a time of day.
func (d *Document) opens(t *scan.Text, told []scan.Sentence) bool {
	if s := told[0]; t.Fold(s.First) == "ngày" { // "Ngày 15/10, Đại hội …"
		if w, ok := d.g.Date(t, s.First); ok && t.Is(w.Last, ',') {
			return true
		}
	}
	for _, s := range told {
		for i := s.First; i+2 < s.Last; i++ {
			start := i == s.First
			if t.Tokens[i].AllUpper && (start && t.Is(i+1, '-') || i > 0 && t.Is(i-1, '(') && t.Is(i+1, ')') && (i-1 == s.First || t.Is(i+2, '-'))) {
				return true
			}
		}
		for _, h := range t.HitsIn(d.opening, s.First, s.Last) {
			if h.First == s.First || h.Last < s.Last && t.Tokens[h.Last].Kind == scan.Number {
				return true
			}
		}
	}
	return false
}
