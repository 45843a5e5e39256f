package identity

import (
	"fmt"
	"slices"

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
	small := first && t.Tokens[from].Upper && h.Last < last && !t.Is(last-1, '.') && titledSmall(t, h.Last, d.codes[h.Value])
	if !(form && first) && !small && !allCaps(t, h.First, h.Last) && (!first || b.Kind != report.Heading || h.Last != last) {
		return "", report.Span{}
	}
	if b.Len() > titleBytes {
		return "", report.Span{}
	}
	return d.codes[h.Value], t.Span(h.First, h.Last)
}

// titledSmall reports whether behind the name of a kind at the start of one of the first lines
// stands what makes it a title in small letters too: "Biên bản đại hội Đảng bộ xã …", "Báo cáo
// số 145-BC/HU ngày …".
func titledSmall(t *scan.Text, i int32, code string) bool {
	if t.Fold(i) == "số" && int(i)+1 < len(t.Tokens) && t.Tokens[i+1].Kind == scan.Number {
		return code == "report" || code == "notice" || code == "conclusion" || code == "minutes"
	}
	if code != "minutes" {
		return false
	}
	switch t.Fold(i) {
	case "hội", "đại", "họp", "cuộc", "làm":
		return true
	}
	return false
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
