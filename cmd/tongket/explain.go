package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/extractors"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/review"
	"github.com/tongket/tongket/sinks/evidence"
)

func (a *app) explainCommand() *cobra.Command {
	var table, whyNot string
	var page bool
	c := &cobra.Command{
		Use:     "explain FILE…",
		Example: "  tongket explain bao-cao.docx\n  tongket explain --table measures bao-cao.docx | less -R\n  tongket explain --html bao-cao.docx > bao-cao.html\n  tongket explain bao-cao.docx --why-not 'còn lúng túng'",
		Args:    arguments(1, -1),
	}
	s := a.addSettings(c, "out", "profile", "passwords", "ocr")
	c.Flags().BoolVar(&page, "html", false, "")
	c.Flags().StringVar(&table, "table", "", "")
	c.Flags().StringVar(&whyNot, "why-not", "", "")
	c.RunE = func(c *cobra.Command, args []string) error {
		if page && len(args) > 1 {
			return &usageError{errors.New("--html writes one page: name one file")}
		}
		settings, err := s.read()
		if err != nil {
			return err
		}
		h, err := buildPardoning(settings, func(err error) bool {
			_, ok := errors.AsType[*examplesFail](err)
			if ok = ok && whyNot != ""; ok { // to find out why one fails is what it may be asked for
				fmt.Fprintln(a.err, say(settings.Lang, "Lưu ý: có ví dụ trong bộ quy tắc không đúng; tongket check nêu từng ví dụ.",
					"Note: examples of the profile fail; tongket check names each."))
			}
			return ok
		})
		if err != nil {
			return err
		}
		if table != "" && h.profile.Table(table) == nil {
			return &usageError{fmt.Errorf("--table %q: no such table; there are %s", table, tableNames(h.profile.Tables))}
		}
		if h.reviewed, err = review.Load(a.fs, filepath.Join(settings.Out, publish.State)); err != nil {
			return &unreachable{err}
		}
		sentences := 0
		err = a.eachNamed(args, func(name string) error {
			doc, _, err := a.readNamed(c.Context(), h, name)
			if err != nil {
				return err
			}
			if whyNot != "" {
				looked := h.set.made().WhyNot(doc, whyNot)
				sentences += len(looked)
				a.explainer(settings.Lang).silences(name, looked, table)
				return nil
			}
			rows, err := h.explained(doc)
			if err != nil {
				a.sayTrouble(h, name, err)
				return &someFailed{1}
			}
			if page {
				if table != "" {
					rows = slices.DeleteFunc(rows, func(r report.Row) bool { return r.Table.Name != table })
				}
				return evidence.Write(a.out, evidence.Page{Doc: doc, Rows: rows, Lang: settings.Lang, Program: programName()})
			}
			a.explainer(settings.Lang).document(name, doc, rows, table)
			return nil
		})
		if err == nil && whyNot != "" && sentences == 0 {
			return &usageError{fmt.Errorf("--why-not %q: no sentence holds it; copy some words of one from tongket text FILE", whyNot)}
		}
		return err
	}
	return c
}

// explained returns the rows of a document with the corrections that the output
// folder holds for it.
func (h *house) explained(doc *report.Document) ([]report.Row, error) {
	rows, err := h.set.Rows(doc)
	if err != nil {
		return nil, err
	}
	var own []review.Correction
	for _, c := range h.reviewed {
		if c.Doc == doc.Sum {
			own = append(own, c)
		}
	}
	rows, _ = review.Rows(rows, own, h.set.Again)
	return rows, nil
}

func tableNames(tables []*report.Table) string {
	var names []string
	for _, t := range tables {
		names = append(names, t.Name)
	}
	return strings.Join(names, ", ")
}

// marks are what a value in a sentence, the name of a table and remarks stand
// between.
type marks struct{ open, shut, head, dim, end string }

var (
	plainMarks  = marks{open: "⟦", shut: "⟧"}
	colourMarks = marks{open: "\x1b[1;30;43m", shut: "\x1b[0m", head: "\x1b[1;36m", dim: "\x1b[2m", end: "\x1b[0m"}
)

type explainer struct {
	w    io.Writer
	lang string
	marks
}

func (a *app) explainer(lang string) *explainer {
	x := explainer{w: a.out, lang: lang, marks: plainMarks}
	if isTerminal(a.out) && os.Getenv("NO_COLOR") == "" {
		x.marks = colourMarks
	}
	return &x
}

// silences shows the sentences that hold what was asked for: what was found in
// them, and why other rules found nothing.
func (x *explainer) silences(name string, sentences []extractors.Looked, table string) {
	fmt.Fprintf(x.w, "%s%s%s\n", x.head, printable(name), x.end)
	for _, l := range sentences {
		fmt.Fprintf(x.w, "\n    %s\n", oneLine(l.Sentence))
		for _, f := range l.Found {
			if table == "" || f.Table == table {
				fmt.Fprintf(x.w, "  + %s%s%s  %s  %s\n", x.head, f.Table, x.end, x.values(f), f.Rule)
			}
		}
		for _, s := range l.Silent {
			if table != s.Table && (table != "" || !s.Ordinary) {
				continue // identity only when it is asked for
			}
			fmt.Fprintf(x.w, "  - %s%s%s  %s  ⟦%s⟧\n", x.head, s.Table, x.end, s.Rule, oneLine(strings.Join(s.Anchors, ", ")))
			for _, why := range s.Why {
				fmt.Fprintf(x.w, "      %s%s%s\n", x.dim, printable(why.In(x.lang)), x.end)
			}
		}
	}
	fmt.Fprintln(x.w, counted(x.lang, len(sentences), "câu", "sentence"))
}

// values shows the columns of a fact.
func (x *explainer) values(f report.Fact) string {
	var out []string
	for _, c := range f.Fields {
		if !c.Value.IsNull() {
			out = append(out, c.Column+"="+oneLine(c.Value.In(x.lang).String()))
		}
	}
	return strings.Join(out, "  ")
}

// document shows the rows of one document.
func (x *explainer) document(name string, doc *report.Document, rows []report.Row, table string) {
	fmt.Fprintf(x.w, "%s%s%s  %s %s\n", x.head, printable(name), x.end, doc.ID(), doc.Media)
	for _, n := range doc.Notes {
		fmt.Fprintf(x.w, "%s%s: %s%s\n", x.dim, n.Code, printable(report.Translate(x.lang, n.Text)), x.end)
	}
	var shown []report.Row
	for _, r := range rows {
		if r.Table.Name != "documents" && (table == "" || r.Table.Name == table) {
			shown = append(shown, r)
		}
	}
	slices.SortStableFunc(shown, func(a, b report.Row) int {
		return cmp.Compare(start(a), start(b))
	})
	at := runeOffsets{text: doc.Text}
	for _, r := range shown {
		x.row(r, &at)
	}
	fmt.Fprintln(x.w, counted(x.lang, len(shown), "dòng", "row"))
}

// start is where a row's evidence begins, -1 for a value from metadata.
func start(r report.Row) float64 {
	n, ok := r.Get("evidence_start").Number()
	if !ok {
		return -1
	}
	return n
}

// common are the columns that are shown apart from the values.
var common = []string{"doc_id", "row_id", "evidence_start", "evidence_end", "evidence", "page", "rule", "confidence", "doubts", "derived", "review", "corrected"}

func (x *explainer) row(r report.Row, at *runeOffsets) {
	r = r.InLanguage(x.lang)
	var values []string
	for i, c := range r.Table.Columns {
		if v := r.Cells[i]; !v.IsNull() && !slices.Contains(common, c.Name) {
			values = append(values, c.Name+"="+oneLine(v.String()))
		}
	}
	fmt.Fprintf(x.w, "\n%s%s%s  %s\n", x.head, r.Table.Name, x.end, strings.Join(values, "  "))
	fmt.Fprintf(x.w, "    %s\n", x.sentence(r, at))
	why := []string{r.Get("rule").Text(), r.Get("confidence").Text()}
	for _, c := range []string{"doubts", "derived", "review", "corrected"} {
		s := r.Get(c).Text()
		switch {
		case s == "":
		case c == "derived":
			why = append(why, say(x.lang, "suy ra: ", "derived: ")+report.ShowDerived(r.Table, x.lang, s))
		case c == "doubts":
			why = append(why, say(x.lang, "nghi ngờ: ", "doubts: ")+report.ShowDoubts(s, x.lang))
		case c == "corrected":
			why = append(why, say(x.lang, "đã sửa, máy đọc là ", "corrected, as read ")+report.ShowDerived(r.Table, x.lang, s))
		default:
			why = append(why, say(x.lang, "xét duyệt: ", "review: ")+r.Table.Column(c).Shown(x.lang, s))
		}
	}
	if p := r.Get("page").String(); p != "" {
		why = append(why, say(x.lang, "trang %s", "page %s", p))
	}
	fmt.Fprintf(x.w, "    %s%s%s\n", x.dim, strings.Join(why, "  "), x.end)
}

// sentence marks the value in its sentence.
func (x *explainer) sentence(r report.Row, at *runeOffsets) string {
	evidence := r.Get("evidence").Text()
	s, ok1 := r.Get("evidence_start").Number()
	e, ok2 := r.Get("evidence_end").Number()
	if !ok1 || !ok2 {
		return oneLine(evidence)
	}
	from, to := at.byte(int(s)), at.byte(int(e))
	if from < 0 || to < from {
		return oneLine(evidence)
	}
	// The sentence may say the value several times: the right one is where the
	// text around the span is the whole sentence.
	for k := range evidence {
		if k <= from && k+to-from <= len(evidence) && strings.HasPrefix(at.text[from-k:], evidence) {
			return oneLine(evidence[:k]) + x.open + oneLine(evidence[k:k+to-from]) + x.shut + oneLine(evidence[k+to-from:])
		}
	}
	return oneLine(evidence)
}

// runeOffsets turns code points into bytes, in one pass for offsets in order.
type runeOffsets struct {
	text         string
	runes, bytes int
}

// byte is the offset in bytes of a code point, -1 beyond the text.
func (o *runeOffsets) byte(n int) int {
	if n < o.runes {
		o.runes, o.bytes = 0, 0
	}
	for i := range o.text[o.bytes:] {
		if o.runes == n {
			o.bytes += i
			return o.bytes
		}
		o.runes++
	}
	if o.runes == n {
		o.bytes = len(o.text)
		return o.bytes
	}
	o.runes, o.bytes = 0, 0
	return -1
}
