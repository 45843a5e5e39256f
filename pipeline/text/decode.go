package text

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// lookEvery is how many parts pass between two looks at the context.
const lookEvery = 256

// decoder reads the letters of all parts of one document.
type decoder struct {
	fonts map[string]charset.Encoding
	// found counts paragraphs by encoding and by what told it, in order.
	found []finding
	// unsure are the parts that may stand in an old encoding, but gave too
	// little evidence by themselves; either are those that read right both ways.
	unsure, either []int
	// unicode counts parts that are Unicode beyond doubt.
	unicode int
	// lines is set for printed lines, whose spaces still matter.
	lines bool
	// decomposed counts paragraphs that were not NFC.
	decomposed int
}

// finding is one line of the notes: so many paragraphs were in this encoding.
type finding struct {
	encoding   charset.Encoding
	by         string
	fonts      []string
	paragraphs int
}

// What told an encoding.
const (
	byFont      = "font"
	bySyllables = "syllables"
	byDocument  = "document" // by syllables, in a document that has shown its encoding
)

// decode reads the letters of every part. A first pass believes fonts and
// clear evidence; a second one reads what was too short for evidence in the
// encoding that the document has shown.
func decode(ctx context.Context, raw *report.Raw) ([]*paragraph, []report.Note, error) {
	d := decoder{lines: raw.Wrapped}
	ps := make([]*paragraph, len(raw.Parts))
	all := make([]paragraph, len(raw.Parts))
	for i, part := range raw.Parts {
		if i%lookEvery == 0 && ctx.Err() != nil {
			return nil, nil, context.Cause(ctx)
		}
		p := &all[i]
		p.Part, p.first, p.last = part, i, i
		p.Runs = nil
		switch d.read(p, part.Runs) {
		case charset.Suspect:
			d.unsure = append(d.unsure, i)
		case charset.Either:
			d.either = append(d.either, i)
		case charset.Unicode:
			d.unicode++
		case charset.Neutral:
		}
		ps[i] = p
	}
	d.again(raw, ps)
	return ps, d.notes(), nil
}

// read fills a paragraph's text and doubts from its runs. It returns what the
// text shows that no font decided.
func (d *decoder) read(p *paragraph, runs []report.Run) charset.Look {
	var text string
	var look charset.Look
	switch {
	case len(runs) == 0:
		return charset.Neutral
	case len(runs) == 1 && runs[0].Font == "":
		text, look = d.plain(p, runs[0].Text)
	default:
		text, look = d.runs(p, runs)
	}
	d.finish(p, text)
	if doubtful(runs) {
		p.doubts = findDoubts(p.text, runs)
	}
	return look
}

// finish cleans the text of a paragraph.
func (d *decoder) finish(p *paragraph, text string) {
	p.indent = len(text) - len(strings.TrimLeft(text, " \t"))
	if d.lines {
		p.line = text
	}
	if isClean(text) {
		p.text = strings.Trim(text, " ")
		return
	}
	if composed := vn.NFC(text); composed != text {
		d.decomposed++
		text = composed
	}
	p.text = Clean(text)
}

// runs converts each stretch of runs whose fonts mean the same encoding.
func (d *decoder) runs(p *paragraph, runs []report.Run) (string, charset.Look) {
	whole, look, n := d.stretch(p, runs, "")
	if n == len(runs) {
		return whole, look
	}
	var b strings.Builder
	b.WriteString(whole)
	for runs = runs[n:]; len(runs) > 0; runs = runs[n:] {
		var text string
		var shows charset.Look
		text, shows, n = d.stretch(p, runs, b.String())
		b.WriteString(text)
		look = max(look, shows)
	}
	return b.String(), look
}

// stretch converts the first n runs, whose fonts mean the same encoding. before
// is the text in front of them.
func (d *decoder) stretch(p *paragraph, runs []report.Run, before string) (text string, look charset.Look, n int) {
	e := d.encodingOf(runs[0].Font)
	n = 1
	for n < len(runs) && d.encodingOf(runs[n].Font) == e {
		n++
	}
	s := report.Part{Runs: runs[:n]}.Text()
	for _, r := range runs[:n] {
		p.how.addFont(r.Font)
	}
	if e.IsZero() {
		text, look = d.plain(p, s)
		return text, look, n
	}
	text, converted := charset.ConvertFont(e, s)
	if !converted && d.inWord(e, s, before, runs[n:]) {
		text, converted = e.Convert(s), true
	}
	if converted {
		d.note(p, e, byFont)
		text = oneHorn(before, text)
	}
	return text, charset.Neutral, n
}

// oneHorn takes back the ư that the conversion of "ớc" puts before it where the
// stretch before ends in one: an Ư in a font of capitals. No word has two.
func oneHorn(before, text string) string {
	if strings.HasSuffix(before, "ư") || strings.HasSuffix(before, "Ư") {
		return strings.TrimPrefix(text, "ư")
	}
	return text
}

// inWord reports whether a stretch in a font of capitals is a letter of a word
// that goes on in the plain font, where it was converted: Ấ, which TCVN3 has no
// other place for, before "n". Alone it is too little to be judged.
func (d *decoder) inWord(e charset.Encoding, s, before string, rest []report.Run) bool {
	const letters = 2
	s = strings.TrimLeft(s, " ") // HTML has the space before the word there
	if e != e.Capitals() || utf8.RuneCountInString(s) > letters || strings.ContainsAny(s, " \t\n") || len(rest) == 0 {
		return false
	}
	next := d.encodingOf(rest[0].Font)
	if next == e || next.Capitals() != e || strings.IndexAny(rest[0].Text, " \t\n") == 0 {
		return false
	}
	_, vietnamese := charset.ConvertFont(next, rest[0].Text)
	return vietnamese || strings.IndexFunc(before, isMarked) >= 0
}

// isMarked reports whether a letter is one that ASCII does not have.
func isMarked(r rune) bool { return r >= utf8.RuneSelf && unicode.IsLetter(r) }

// plain converts text whose font does not tell its encoding.
func (d *decoder) plain(p *paragraph, s string) (text string, look charset.Look) {
	e, look := charset.Examine(s)
	if e.IsZero() {
		return s, look
	}
	d.note(p, e, bySyllables)
	return e.Convert(s), charset.Neutral
}

// encodingOf is charset.FromFont, asked once a font.
func (d *decoder) encodingOf(font string) charset.Encoding {
	if font == "" {
		return charset.Encoding{}
	}
	if e, ok := d.fonts[font]; ok {
		return e
	}
	if d.fonts == nil {
		d.fonts = map[string]charset.Encoding{}
	}
	e, _ := charset.FromFont(font)
	d.fonts[font] = e
	return e
}

// again reads the unsure parts in the encoding of the document: the one that
// most of its paragraphs are in, or that all unsure parts together show. Where
// nothing at all is Unicode, that goes for the parts that read right either way.
func (d *decoder) again(raw *report.Raw, ps []*paragraph) {
	e := d.common()
	if e.IsZero() {
		e = d.together(raw)
	}
	if e.IsZero() {
		return
	}
	for _, i := range d.unsure {
		d.reread(raw.Parts[i].Runs, ps[i], e, charset.Fits)
	}
	// Where fonts are named, text in an ordinary one is what it seems.
	if d.unicode > 0 || len(d.fonts) > 0 {
		return
	}
	for _, i := range d.either {
		d.reread(raw.Parts[i].Runs, ps[i], e, charset.Agrees)
	}
}

// reread converts the runs without a telling font, if they do as asked.
func (d *decoder) reread(runs []report.Run, p *paragraph, e charset.Encoding, suits func(charset.Encoding, string) bool) {
	var b strings.Builder
	changed := false
	for rest := runs; len(rest) > 0; {
		font := d.encodingOf(rest[0].Font)
		n := 1
		for n < len(rest) && d.encodingOf(rest[n].Font) == font {
			n++
		}
		s := report.Part{Runs: rest[:n]}.Text()
		switch {
		case !font.IsZero():
			s, _ = charset.ConvertFont(font, s)
		case suits(e, s):
			s, changed = e.Convert(s), true
		}
		b.WriteString(s)
		rest = rest[n:]
	}
	if !changed {
		return
	}
	d.note(p, e, byDocument)
	d.finish(p, b.String())
	if p.doubts != nil {
		p.doubts = findDoubts(p.text, runs)
	}
}

// common is the encoding that most paragraphs were found in.
func (d *decoder) common() charset.Encoding {
	var best finding
	for _, f := range d.found {
		if f.paragraphs > best.paragraphs {
			best = f
		}
	}
	if best.encoding == best.encoding.Capitals() && !best.encoding.IsZero() {
		return charset.TCVN3 // the H fonts belong to it
	}
	return best.encoding
}

// together weighs all unsure parts as one text.
func (d *decoder) together(raw *report.Raw) charset.Encoding {
	const enough = 8 << 10
	var b strings.Builder
	for _, i := range d.unsure {
		b.WriteString(raw.Parts[i].Text())
		b.WriteByte('\n')
		if b.Len() > enough {
			break
		}
	}
	e, _ := charset.Detect(b.String())
	return e
}

// note records that a paragraph was converted.
func (d *decoder) note(p *paragraph, e charset.Encoding, by string) {
	first := p.how.encoding == ""
	p.how.encoding, p.how.by = e.Name(), by
	for i := range d.found {
		f := &d.found[i]
		if f.encoding == e && f.by == by {
			if first {
				f.paragraphs++
			}
			d.addFonts(f, p.how.fonts)
			return
		}
	}
	d.found = append(d.found, finding{encoding: e, by: by, paragraphs: 1})
	d.addFonts(&d.found[len(d.found)-1], p.how.fonts)
}

func (d *decoder) addFonts(f *finding, fonts []string) {
	if f.by != byFont {
		return
	}
	for _, font := range fonts {
		if d.encodingOf(font) == f.encoding && !slices.Contains(f.fonts, font) {
			f.fonts = append(f.fonts, font)
		}
	}
}
