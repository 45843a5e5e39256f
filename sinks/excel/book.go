package excel

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"github.com/tongket/tongket/pipeline/report"
)

// book is one workbook in the making.
type book struct {
	config Config
	ds     report.Dataset
	file   *excelize.File
	styles *styles
	names  map[string]bool // sheet names in lower case
	losses losses

	documents map[string]document // by doc_id
	newest    time.Time
	counts    map[string]int // documents by status
	total     int
	layout    []sheetLayout
}

// document is what other sheets need to know of one input.
type document struct{ path string }

func newBook(c Config, ds report.Dataset) (*book, error) {
	b := &book{
		config: c, ds: ds, names: map[string]bool{}, documents: map[string]document{}, counts: map[string]int{},
		file: excelize.NewFile(excelize.Options{TmpDir: c.Temp}),
	}
	var err error
	b.styles, err = newStyles(b.file)
	return b, err
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
		f += " · " + b.say("lượt chạy ", "run ") + b.config.Run
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
	if len(b.names) == 1 {
		return name, b.file.SetSheetName("Sheet1", name)
	}
	_, err := b.file.NewSheet(name)
	return name, err
}

// fill writes every sheet.
func (b *book) fill(ctx context.Context) error {
	tables := b.ds.Tables()
	if err := b.read(ctx); err != nil {
		return err
	}
	problems, err := b.sheet(b.say("Cần xử lý", "Problems"))
	if err != nil {
		return err
	}
	names := make([]string, len(tables))
	for i, t := range tables {
		if names[i], err = b.sheet(b.label(t.Label)); err != nil {
			return err
		}
	}
	if err := b.problems(ctx, problems); err != nil {
		return err
	}
	for i, t := range tables {
		if err := b.data(ctx, t, names[i]); err != nil {
			return fmt.Errorf("%s: %w", t.Name, err)
		}
	}
	return errors.Join(b.hiddenLayout(), b.properties())
}

// read goes through the documents table once, for what other sheets say of a
// document.
func (b *book) read(ctx context.Context) error {
	t := b.table("documents")
	if t == nil {
		return context.Cause(ctx)
	}
	for r, err := range b.ds.Rows(t.Name) {
		if err == nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return fmt.Errorf("documents: %w", err)
		}
		b.total++
		b.counts[r.Get("status").Text()]++
		id := r.Get("doc_id").Text()
		if _, known := b.documents[id]; id != "" && !known {
			b.documents[id] = document{path: r.Get("source_path").Text()}
		}
		if d, ok := r.Get("doc_date").Date(); ok && d.First().After(b.newest) {
			b.newest = d.First()
		}
	}
	return nil
}

func (b *book) table(name string) *report.Table {
	tables := b.ds.Tables()
	if i := slices.IndexFunc(tables, func(t *report.Table) bool { return t.Name == name }); i >= 0 {
		return tables[i]
	}
	return nil
}
