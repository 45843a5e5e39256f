package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/review"
	"github.com/tongket/tongket/pipeline/vn"
)

// prover reads values again where rows say that they stand.
type prover struct {
	lexicon *scan.Lexicon
	grammar *grammar.Grammar
	last    *provenText
}

func newProver() *prover {
	b := scan.NewBuilder()
	g := grammar.New(b)
	return &prover{lexicon: b.Build(), grammar: g}
}

// provenText is the text of one document.
type provenText struct {
	id     string
	text   string
	offset runeOffsets
	count  int
}

func (t *provenText) length() int { return t.count }

// span returns the text between two code points, ok false when they are not in
// the text.
func (t *provenText) span(from, to int) (string, bool) {
	if from < 0 || to < from || to > t.count {
		return "", false
	}
	a := t.offset.byte(from)
	b := t.offset.byte(to)
	if a < 0 || b < a {
		return "", false
	}
	return t.text[a:b], true
}

// open returns the text of a document. Rows come by document, so the last one
// is kept.
func (p *prover) open(f fsys.FS, out, id string) (*provenText, error) {
	if p.last != nil && p.last.id == id {
		return p.last, nil
	}
	if len(id) != 16 || strings.Trim(id, "0123456789abcdef") != "" {
		return nil, fmt.Errorf("%q is no doc_id", id)
	}
	data, err := fsys.ReadFile(f, filepath.Join(out, "texts", id+".txt"))
	if err != nil {
		return nil, err
	}
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("texts/%s.txt is no UTF-8", id)
	}
	p.last = &provenText{id: id, text: string(data), offset: runeOffsets{text: string(data)}, count: utf8.RuneCount(data)}
	return p.last, nil
}

// row proves one row: its evidence, then its values.
func (p *prover) row(r report.Row, t *provenText) error {
	evidence := r.Get("evidence").Text()
	from, ok1 := r.Get("evidence_start").Number()
	to, ok2 := r.Get("evidence_end").Number()
	if !ok1 || !ok2 {
		if key, _, ok := strings.Cut(strings.TrimPrefix(evidence, "metadata:"), "="); !ok || key == "" || !strings.HasPrefix(evidence, "metadata:") {
			return fmt.Errorf("no offsets, and the evidence %q is no metadata", evidence)
		}
		return nil
	}
	value, ok := t.span(int(from), int(to))
	switch {
	case !ok || value == "":
		return fmt.Errorf("offsets %d to %d are not in the text of %d characters", int(from), int(to), t.count)
	case !strings.Contains(t.text, evidence):
		return fmt.Errorf("the evidence %q is not in the text", short(evidence))
	case !strings.Contains(evidence, value):
		return fmt.Errorf("%q at %d is not in the evidence %q", short(value), int(from), short(evidence))
	}
	return p.values(r, value)
}

// values proves the values of a row that stand at its span. Columns that the
// row calls derived do not; those that a reviewer corrected may not.
func (p *prover) values(r report.Row, span string) error {
	derived := map[string]bool{}
	for column := range review.Corrected(r) {
		derived[column] = true
	}
	for part := range strings.SplitSeq(r.Get("derived").Text(), ";") {
		column, _, _ := strings.Cut(part, ":")
		for c := range strings.SplitSeq(column, ",") {
			derived[strings.TrimSpace(c)] = true
		}
	}
	var faults []error
	for i, c := range r.Table.Columns {
		read, ok := proofs[r.Table.Name+"."+c.Name]
		if v := r.Cells[i]; ok && !v.IsNull() && !derived[c.Name] && !read(p, r, v, span) {
			faults = append(faults, fmt.Errorf("%s %s cannot be read at %q", c.Name, v, short(span)))
		}
	}
	return errors.Join(faults...)
}

// proofs say for each column that stands at the span how it is read there.
var proofs = map[string]func(p *prover, r report.Row, v report.Value, span string) bool{
	"measures.value":           (*prover).measure,
	"measures.value_max":       (*prover).number,
	"findings.stated":          (*prover).stated,
	"people.name":              (*prover).words,
	"assessments.rating":       (*prover).words,
	"tasks.text":               (*prover).words,
	"citations.symbol":         (*prover).symbol,
	"identity_evidence.stated": (*prover).words,
	"identity_evidence.value":  (*prover).identity,
}

// words: the same words, however broken and whatever their capitals.
func (p *prover) words(_ report.Row, v report.Value, span string) bool {
	return vn.Fold(strings.Join(strings.Fields(span), " ")) == vn.Fold(strings.Join(strings.Fields(v.Text()), " "))
}

// measure: the number, or words of absence for a worded zero.
func (p *prover) measure(r report.Row, v report.Value, span string) bool {
	if zero, _ := r.Get("worded_zero").Bool(); zero {
		n, _ := v.Number()
		return n == 0
	}
	return p.number(r, v, span)
}

// stated: the number of a finding, which may be one of a measure in words of
// absence.
func (p *prover) stated(r report.Row, v report.Value, span string) bool {
	if n, _ := v.Number(); n == 0 {
		first, _, _ := strings.Cut(vn.Fold(strings.TrimSpace(span)), " ")
		if first == vn.Fold("không") || first == vn.Fold("chưa") {
			return true
		}
	}
	return p.number(r, v, span)
}

// number: one of the numbers that stand at the span, in digits or words.
func (p *prover) number(_ report.Row, v report.Value, span string) bool {
	want, _ := v.Number()
	t := p.lexicon.Scan(scan.Plain(span))
	for i := range t.Tokens {
		if f, ok := p.grammar.Figure(t, int32(i)); ok && (f.Value == want || f.Value == -want || f.Value/float64(max(f.Times, 1)) == want) {
			return true
		}
	}
	return false
}

// symbol: the symbol in canonical form, or the bare number.
func (p *prover) symbol(_ report.Row, v report.Value, span string) bool {
	t := p.lexicon.Scan(scan.Plain(span))
	for i := range t.Tokens {
		if s, ok := grammar.SymbolAt(t, int32(i)); ok && s.Text == v.Text() {
			return true
		}
		if t.Tokens[i].Kind == scan.Number && t.Word(int32(i)) == v.Text() {
			return true
		}
	}
	return strings.EqualFold(strings.Join(strings.Fields(span), ""), v.Text())
}

// identity: what is a number, a date or a symbol is read again; of names and
// codes the words stand in stated.
func (p *prover) identity(r report.Row, v report.Value, span string) bool {
	switch r.Get("field").Text() {
	case "term_start", "term_end":
		digits := strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return ' '
			}
			return r
		}, span)
		return strings.Contains(digits, v.Text()) || strings.Contains(digits, v.Text()[len(v.Text())-2:])
	case "doc_number":
		return strings.EqualFold(letters(span), letters(v.Text()))
	}
	return true
}

// letters keeps letters and digits only: dashes and spaces of a symbol are
// written in many ways.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" \t\u00a0-–—−‑_/.:", r) {
			return -1
		}
		return r
	}, s)
}

// short cuts a text for a message.
func short(s string) string {
	if r := []rune(s); len(r) > 80 {
		return string(r[:80]) + "…"
	}
	return s
}
