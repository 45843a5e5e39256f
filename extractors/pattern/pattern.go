// Package pattern is the kind for a user's own fields: a regular expression
// with named groups, tried only in sentences that have one of a few words.
//
// The group value (or the group named like a column) becomes the column's
// value; constants can be set beside it. Expressions are RE2: linear time, no
// look-around. The words are found in the one scan that all rules share, so a
// field costs nothing where they do not stand.
package pattern

import (
	"errors"
	"fmt"
	"maps"
	"math"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// Config is one field.
type Config struct {
	// Column gets the group named value.
	Column string `yaml:"column"`
	// Near are words of which a sentence must have one; the expression runs on
	// that sentence alone.
	Near []string `yaml:"near"`
	// Expr is an RE2 expression with a group named value, or groups named
	// like columns.
	Expr string `yaml:"expr"`
	// Set are columns with a constant value.
	Set map[string]string `yaml:"set"`
	// Not are words that take a sentence out.
	Not []string `yaml:"not"`
	// Within is head for the first part of a document, any (the default) for
	// the whole.
	Within string `yaml:"within"`
	// Rank orders a documents column among rules that find it; 40 is what the
	// body of a text has.
	Rank int `yaml:"rank"`
}

// Default is a field of the whole text.
func Default() Config { return Config{Within: "any", Rank: 40} }

// Extractor runs one expression.
type Extractor struct {
	id      string
	c       Config
	table   *report.Table
	near    *scan.Class
	not     *scan.Class
	expr    *regexp.Regexp
	columns []string // by group; "" for none
	grammar *grammar.Grammar
}

// headBytes is the part of a document that "within: head" means.
const headBytes = 2500

// New makes the extractor of a rule.
func New(id string, c Config, env *kind.Env) (*Extractor, error) {
	x := &Extractor{id: id, c: c, table: env.Table, near: env.Builder.Class("pattern." + id), not: env.Builder.Class("pattern." + id), grammar: env.Grammar}
	var faults []error
	if len(c.Near) == 0 {
		faults = append(faults, errors.New("near: name at least one word that stands in the sentence; the expression runs only there"))
	}
	if c.Within != "any" && c.Within != "head" {
		faults = append(faults, fmt.Errorf("within: %q is neither head nor any", c.Within))
	}
	for _, w := range c.Near {
		x.near.AddAll(w, 1)
	}
	for _, w := range c.Not {
		x.not.AddAll(w, 1)
	}
	if c.Column != "" {
		if _, err := env.Column(c.Column); err != nil {
			faults = append(faults, fmt.Errorf("column: %w", err))
		}
	}
	for _, column := range slices.Sorted(maps.Keys(c.Set)) {
		col, err := env.Column(column)
		if err == nil {
			if col.Type == report.TypeCode {
				err = env.Code(column, c.Set[column])
			} else if _, ok := convert(col, c.Set[column]); !ok {
				err = fmt.Errorf("%s: %q is no %s", column, c.Set[column], col.Type)
			}
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("set: %w", err))
		}
	}
	var err error
	if x.expr, err = regexp.Compile(c.Expr); err != nil {
		faults = append(faults, fmt.Errorf("expr: %w; mend it, the syntax is that of RE2", err))
	} else {
		faults = append(faults, x.groups(env))
	}
	return x, errors.Join(faults...)
}

// groups ties the named groups to columns.
func (x *Extractor) groups(env *kind.Env) error {
	var faults []error
	for _, name := range x.expr.SubexpNames() {
		column := name
		switch {
		case name == "value" && x.c.Column != "":
			column = x.c.Column
		case name == "value" && x.table.Index(name) < 0:
			faults = append(faults, errors.New("column: name the column that gets the group value"))
		case name != "":
			if _, err := env.Column(name); err != nil {
				faults = append(faults, fmt.Errorf("expr: group %q: %w", name, err))
			}
		}
		x.columns = append(x.columns, column)
	}
	if !slices.ContainsFunc(x.columns, func(c string) bool { return c != "" }) {
		faults = append(faults, errors.New("expr: name a group value (and its column), or groups like columns: (?P<value>…)"))
	}
	return errors.Join(faults...)
}

// Fills are the columns of each row: the constants, and the groups that are part
// of every match.
func (x *Extractor) Fills() []string {
	columns := slices.Sorted(maps.Keys(x.c.Set))
	tree, err := syntax.Parse(x.c.Expr, syntax.Perl)
	if err != nil {
		return columns // said when it was made
	}
	for g, name := range x.expr.SubexpNames() {
		if name != "" && always(tree, name) {
			columns = append(columns, x.columns[g])
		}
	}
	return columns
}

// always reports whether every match of an expression has a group. Of an
// alternative none has: a name is given once.
func always(tree *syntax.Regexp, group string) bool {
	if tree.Op == syntax.OpCapture && tree.Name == group {
		return true
	}
	switch tree.Op {
	case syntax.OpCapture, syntax.OpConcat, syntax.OpPlus:
	case syntax.OpRepeat:
		if tree.Min == 0 {
			return false
		}
	default:
		return false
	}
	return slices.ContainsFunc(tree.Sub, func(part *syntax.Regexp) bool { return always(part, group) })
}

// WhyNot says which condition of a sentence failed.
func (x *Extractor) WhyNot(t *scan.Text, first, last int32) []report.Label {
	switch {
	case !t.Has(x.near, first, last):
		return []report.Label{{VI: "không có từ nào của near", EN: "no word of near"}}
	case t.Has(x.not, first, last):
		h := t.HitsIn(x.not, first, last)[0]
		w := t.String(h.First, h.Last)
		return []report.Label{{VI: "có từ của not: " + w, EN: "a word of not stands there: " + w}}
	case x.c.Within == "head" && int(t.Tokens[first].Start) > headBytes:
		return []report.Label{{VI: "nằm ngoài phần đầu văn bản (within: head)", EN: "stands behind the head of the document (within: head)"}}
	}
	return []report.Label{{VI: "biểu thức expr không khớp, hoặc giá trị không đọc được theo kiểu của cột", EN: "expr does not match, or its value is none of the column's type"}}
}

// Facts emits what the expression finds in sentences with one of the words.
func (x *Extractor) Facts(t *scan.Text, emit func(report.Fact)) {
	last := int32(-1)
	for _, h := range t.Hits(x.near) {
		i := t.Tokens[h.First].Sentence
		if i < 0 || i == last {
			continue
		}
		last = i
		s := t.Sentences[i]
		span := t.Doc.Sentences[i].Span
		if x.c.Within == "head" && span.Start > headBytes || t.Has(x.not, s.First, s.Last) {
			continue
		}
		text := t.Doc.At(span)
		for _, m := range x.expr.FindAllStringSubmatchIndex(text, -1) {
			x.emit(text, span.Start, m, emit)
		}
	}
}

func (x *Extractor) emit(text string, offset int, m []int, emit func(report.Fact)) {
	f := report.Fact{Table: x.table.Name, Rule: x.id, Rank: x.c.Rank}
	for g, column := range x.columns {
		if column == "" || m[2*g] < 0 {
			continue
		}
		raw := text[m[2*g]:m[2*g+1]]
		trimmed := strings.TrimSpace(raw)
		v, ok := convert(x.table.Column(column), trimmed)
		if !ok {
			return
		}
		start := offset + m[2*g] + strings.Index(raw, trimmed)
		if f.Span.Len() == 0 || column == x.c.Column {
			f.Span = report.Span{Start: start, End: start + len(trimmed)}
		}
		f.Set(column, v)
	}
	if len(f.Fields) == 0 {
		return
	}
	for column, v := range x.c.Set {
		if w, ok := convert(x.table.Column(column), v); ok {
			f.Set(column, w)
		}
	}
	slices.SortFunc(f.Fields, func(a, b report.Field) int { return x.table.Index(a.Column) - x.table.Index(b.Column) })
	if x.table.Name == "documents" && len(f.Fields) > 1 { // one column a fact
		for _, field := range f.Fields {
			g := f
			g.Fields = []report.Field{field}
			emit(g)
		}
		return
	}
	emit(f)
}

// convert reads a value as the column's type: numbers and dates as Vietnamese
// writes them.
func convert(c *report.Column, s string) (report.Value, bool) {
	switch c.Type {
	case report.TypeInteger, report.TypeNumber:
		n, ok := grammar.ParseNumber(s)
		return report.Number(n), ok && (c.Type == report.TypeNumber || n == math.Trunc(n))
	case report.TypeDate:
		d, ok := grammar.ParseDate(s)
		return report.Day(d), ok
	case report.TypeBoolean:
		return report.Bool(s != ""), true
	case report.TypeCode:
		for _, code := range c.Codes {
			if code.Code == s {
				return report.Text(s), true
			}
		}
		return report.Value{}, false
	case report.TypeString:
	}
	return report.Text(s), s != ""
}
