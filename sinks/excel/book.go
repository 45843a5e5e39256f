package excel

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
)

// book is one workbook in the making.
type book struct {
	config Config
	ds     report.Dataset
	file   *excelize.File
	pack   *packer
	styles *styles
	names  map[string]bool // sheet names in lower case
	losses losses

	sources    *spill.Shelf // by document: how rows show it, and the formula that links to it
	places     *spill.Shelf // by document: where its rows stand
	shared     *shared
	kept       kept
	faults     error // of the shelves, which cells cannot hand on
	newest     time.Time
	oldest     time.Time
	counts     map[string]int // documents by status
	total      int
	missed     map[uint64]bool   // by missedKey
	remarks    map[string]remark // row_id → what a reviewer said of the row before
	filled     map[string][]bool // table → which columns any row fills, for tables that are gone through first
	sheets     map[string]string // table → its first sheet
	layout     []sheetLayout
	rows       map[string]int // table → rows written
	questions  []*question
	captions   map[string]string
	fields     map[string]string // table → range of its headers on the codebook sheet
	asked      features
	rowLimit   int // rows of a sheet
	printNames []excelize.DefinedName
}

// features counts what was asked of sheets, for the test that opens the book
// again and counts.
type features struct {
	tables, panes, validations, formats, footers, charts, pivots, titles int
}

func newBook(c Config, ds report.Dataset, pack *packer) (*book, error) {
	b := &book{
		config: c, ds: ds, pack: pack, names: map[string]bool{layoutSheet: true}, counts: map[string]int{},
		missed: map[uint64]bool{}, remarks: map[string]remark{}, filled: map[string][]bool{}, sheets: map[string]string{}, rows: map[string]int{},
		questions: newQuestions(c.Units != ""), rowLimit: maxRows, captions: map[string]string{}, fields: map[string]string{},
		file: excelize.NewFile(excelize.Options{TmpDir: c.Temp}),
	}
	folder := spill.In(c.FS, c.Temp)
	b.sources, b.places = folder.Shelf(shelfShare), folder.Shelf(shelfShare)
	var err error
	if b.styles, err = newStyles(b.file, c.Lang); err != nil {
		return b, err
	}
	b.kept = kept{of: map[string]string{}, links: sha256.New(), taken: map[string]*takenOver{}, made: map[string]*rowsNote{}, pieces: map[string][]*piece{}}
	b.shared, err = newShared(b)
	return b, err
}

// close lets go of what lies on the disk.
func (b *book) close() error {
	b.kept.former.close()
	return errors.Join(b.sources.Close(), b.places.Close(), b.file.Close())
}

// say chooses the language.
func (b *book) say(vi, en string) string {
	if b.config.Lang == "en" {
		return en
	}
	return vi
}

func (b *book) label(l report.Label) string { return l.In(b.config.Lang) }

func (b *book) footer() string {
	f := strings.TrimSpace(b.config.Program + " " + b.config.Version)
	if b.config.Run != "" {
		f += " · " + b.say("lượt chạy ", "run ") + shorten(b.config.Run, 16)
	}
	return f
}

// sheetName returns a name that Excel takes and that no sheet has yet.
func (b *book) sheetName(want string) string {
	want = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, want)
	if want = strings.TrimSpace(want); want == "" {
		want = b.say("Trang", "Sheet")
	}
	for n := 1; ; n++ {
		suffix := ""
		if n > 1 {
			suffix = fmt.Sprintf(" (%d)", n)
		}
		name := shorten(want, maxSheetName-len(suffix)) + suffix
		if key := strings.ToLower(name); !b.names[key] {
			b.names[key] = true
			return name
		}
	}
}

func shorten(s string, units int) string {
	if u := utf16.Encode([]rune(s)); len(u) > units {
		s, _ = cut(s, units)
	}
	return s
}

// sheet adds an empty sheet at the end of the book and returns its name.
func (b *book) sheet(want string) (string, error) {
	name := b.sheetName(want)
	if slices.Equal(b.file.GetSheetList(), []string{"Sheet1"}) {
		return name, b.file.SetSheetName("Sheet1", name)
	}
	_, err := b.file.NewSheet(name)
	return name, err
}

// plan is the order of the sheets: what a reader wants first stands first. They
// are filled in another order, because the guide counts what the others hold
// and a summary links to the rows that it stands on.
type plan struct {
	guide, overview, problems, crosstab, pivot, codebook, codes string
	tables                                                      []tablePlan
}

type tablePlan struct {
	table *report.Table
	sheet string
}

// summaryOrder are the tables that stand in front of the others, in this order;
// findings follow them, then the tables of documents.
var summaryOrder = []string{
	"unit_results", "threshold_checks", "none_units", "changes", "coverage", "series", "series_changes", "limitation_rates", "recurrences", "assessment_rates", "progress",
	"key_posts", "directives",
}

// lastTables stand behind all others: they are for machines and charts.
var lastTables = []string{"unit_figures", "crosstabs", "overview"}

func (b *book) plan() (plan, error) {
	var p plan
	var faults []error
	add := func(to *string, want string) {
		name, err := b.sheet(want)
		*to = name
		faults = append(faults, err)
	}
	table := func(name string) {
		if t := b.table(name); t != nil {
			x := tablePlan{table: t}
			add(&x.sheet, b.label(t.Label))
			b.sheets[name] = x.sheet
			p.tables = append(p.tables, x)
		}
	}
	add(&p.guide, b.say("Hướng dẫn", "Guide"))
	if b.table("overview") != nil {
		add(&p.overview, b.say("Tổng quan", "Overview"))
	}
	add(&p.problems, b.say("Cần xử lý", "Problems"))
	for _, name := range summaryOrder {
		table(name)
	}
	if b.table("crosstabs") != nil {
		add(&p.crosstab, b.say("Bảng chéo", "Cross-tabs"))
		add(&p.pivot, b.say("Bảng xoay", "Pivot"))
	}
	table("findings")
	for _, t := range b.ds.Tables() {
		if t.Name != "findings" && !slices.Contains(summaryOrder, t.Name) && !slices.Contains(lastTables, t.Name) {
			table(t.Name)
		}
	}
	for _, name := range lastTables {
		table(name)
	}
	add(&p.codebook, b.say("Bảng mã", "Codebook"))
	add(&p.codes, b.say("Danh mục mã", "Code lists"))
	return p, errors.Join(append(faults, b.appearance())...)
}

// appearance says which sheet is shown first, and which never. excelize goes
// through all sheets for either, and would read those again that were written.
func (b *book) appearance() error {
	_, err := b.file.NewSheet(layoutSheet)
	b.file.SetActiveSheet(0)
	return errors.Join(err, b.file.SetSheetVisible(layoutSheet, false, true))
}

// fill writes every sheet.
func (b *book) fill(ctx context.Context) error {
	if err := b.read(ctx); err != nil {
		return err
	}
	p, err := b.plan()
	if err != nil {
		return err
	}
	n := 0
	for _, x := range p.tables {
		n++
		b.captions[x.table.Name] = fmt.Sprintf("%s %d. %s", b.say("Biểu số", "Table"), n, b.label(x.table.Label))
	}
	if err := errors.Join(b.codebook(p.codebook), b.codeLists(p.codes), b.problems(ctx, p.problems)); err != nil {
		return err
	}
	if err := errors.Join(b.takeOver(p), b.faults); err != nil {
		return err
	}
	// Rows that others refer to stand in the tables of documents: these first.
	for _, first := range []bool{true, false} {
		for _, x := range p.tables {
			if referable(x.table) != first {
				continue
			}
			if err := b.data(ctx, x.table, x.sheet); err != nil {
				return fmt.Errorf("%s: %w", x.table.Name, err)
			}
		}
		if first {
			if err := b.places.Seal(); err != nil {
				return err
			}
		}
	}
	if p.crosstab != "" {
		if err := errors.Join(b.crosstabs(ctx, p.crosstab), b.pivots(p.pivot)); err != nil {
			return fmt.Errorf("cross-tabs: %w", err)
		}
	}
	if p.overview != "" {
		if err := b.overview(ctx, p.overview); err != nil {
			return fmt.Errorf("overview: %w", err)
		}
	}
	return errors.Join(b.faults, b.guide(p), b.hiddenLayout(), b.definePrint(), b.properties())
}

// referable reports whether rows of a table may stand behind a value of
// another: those with a row_id, but for findings, which refer themselves.
func referable(t *report.Table) bool { return t.Index("row_id") >= 0 && t.Name != "findings" }

// read goes through the documents once, for what other sheets say of them, and
// through the summaries for what decides how they look.
func (b *book) read(ctx context.Context) error {
	if t := b.table("documents"); t != nil {
		for r, err := range rows(ctx, b.ds, t.Name) {
			if err != nil {
				return fmt.Errorf("documents: %w", err)
			}
			b.addDocument(r)
		}
	}
	if err := b.sources.Seal(); err != nil {
		return err
	}
	for r, err := range rows(ctx, b.ds, "corrections") {
		if err != nil {
			return fmt.Errorf("corrections: %w", err)
		}
		b.addRemark(r)
	}
	for _, t := range b.ds.Tables() {
		if referable(t) {
			continue
		}
		if err := b.refer(ctx, t); err != nil {
			return fmt.Errorf("%s: %w", t.Name, err)
		}
	}
	return context.Cause(ctx)
}

func (b *book) addDocument(r report.Row) {
	b.total++
	b.counts[r.Get("status").Text()]++
	if id, path := r.Get("doc_id").Text(), r.Get("source_path").Text(); path != "" {
		link := b.sourceOf(path)
		fmt.Fprintf(b.kept.links, "%q %q %q\n", id, path, link)
		if id != "" && r.Get("status").Text() != string(report.Duplicate) {
			b.addSource(id, path, link)
		}
	}
	if d, ok := r.Get("doc_date").Date(); ok {
		if day := d.First(); day.After(b.newest) {
			b.newest = day
		}
		if day := d.First(); b.oldest.IsZero() || day.Before(b.oldest) {
			b.oldest = day
		}
	}
}

// refer learns which columns of a table that refers to rows are filled, and from
// the checks what misses a threshold.
func (b *book) refer(ctx context.Context, t *report.Table) error {
	refers := t.Index("row_a") >= 0 || t.Index("row_b") >= 0
	for i := range t.Columns {
		refers = refers || linked(t, i)
	}
	if !refers {
		return nil
	}
	filled, err := report.Filled(b.ds, t.Name)
	if err != nil {
		return err
	}
	known := filled != nil
	if !known {
		filled = make([]bool, len(t.Columns))
	}
	b.filled[t.Name] = filled
	if known && t.Name != "threshold_checks" {
		return nil
	}
	for r, err := range rows(ctx, b.ds, t.Name) {
		if err != nil {
			return err
		}
		for i, v := range r.Cells {
			filled[i] = filled[i] || !v.IsNull() // already, where it is known
		}
		if met, ok := r.Get("met").Bool(); t.Name == "threshold_checks" && ok && !met {
			b.missed[missedKey(r.Get("unit_key").Text(), r.Get("level").Text(), r.Get("term_start").String(), r.Get("body").Text(), r.Get("attribute").Text())] = true
		}
	}
	return nil
}

// rows yields the rows of a table until the context ends.
func rows(ctx context.Context, ds report.Dataset, table string) iter.Seq2[report.Row, error] {
	return func(yield func(report.Row, error) bool) {
		for r, err := range ds.Rows(table) {
			if err == nil && ctx.Err() != nil {
				err = context.Cause(ctx)
			}
			if !yield(r, err) || err != nil {
				return
			}
		}
	}
}

func (b *book) table(name string) *report.Table {
	tables := b.ds.Tables()
	if i := slices.IndexFunc(tables, func(t *report.Table) bool { return t.Name == name }); i >= 0 {
		return tables[i]
	}
	return nil
}
