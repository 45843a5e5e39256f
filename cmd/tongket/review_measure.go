package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/review"
	"github.com/tongket/tongket/sinks/excel"
)

func (a *app) reviewSampleCommand() *cobra.Command {
	var to string
	p := review.Plan{}
	c := &cobra.Command{
		Use:     "sample",
		Example: "  tongket review sample -o out --half 5 --to mau.xlsx\n  tongket review sample -o out --half 3 --expect 95 --seed 7 --to mau.xlsx",
		Args:    arguments(0, 0),
	}
	s := a.addSettings(c, "out", "profile")
	c.Flags().Float64Var(&p.Half, "half", 5, "")
	c.Flags().Float64Var(&p.Expect, "expect", 90, "")
	c.Flags().Uint64Var(&p.Seed, "seed", 1, "")
	c.Flags().StringVar(&to, "to", "review-sample.xlsx", "")
	c.RunE = func(c *cobra.Command, _ []string) error {
		settings, profile, err := s.open(nil)
		if err != nil {
			return err
		}
		if fsys.Exists(a.fs, to) {
			return &usageError{fmt.Errorf("%s is there already, and somebody may have typed into it; name another with --to", to)}
		}
		p.Half, p.Expect = p.Half/100, p.Expect/100
		return a.sample(c.Context(), settings, profile, p, to)
	}
	return c
}

// sample draws a sample of the outputs, notes it and writes its workbook.
func (a *app) sample(ctx context.Context, settings *configs.Effective, profile *configs.Profile, p review.Plan, to string) error {
	run, err := a.openRun(ctx, settings.Out, profile.Tables)
	if err != nil {
		return err
	}
	drawn, err := review.Draw(run, p)
	if err != nil {
		if isUnreachable(err) {
			return err
		}
		return &usageError{err}
	}
	drawn.Run = run.manifest.Run
	dir, name := filepath.Split(to)
	if dir == "" {
		dir = "."
	}
	book := excel.New(excel.Config{
		FS: a.fs, Dir: dir, Name: name, Lang: settings.Lang, Program: "tongket", Version: version(), Run: drawn.Run, Profile: run.manifest.Profile, Source: sourceLink(dir), Describe: configs.Describe,
	})
	if err := book.Write(ctx, review.Only(run, drawn)); err != nil {
		return err
	}
	if err := review.SaveSample(a.fs, filepath.Join(settings.Out, publish.State), drawn); err != nil {
		return &unreachable{err}
	}
	lang := settings.Lang
	l := listing{header: []string{say(lang, "loại", "kind"), say(lang, "số dòng", "rows"), say(lang, "rút ra", "drawn")}}
	for _, d := range drawn.Domains {
		l.add(d.Name, grouped(lang, d.Rows), grouped(lang, d.Drawn))
	}
	l.print(a.out)
	fmt.Fprintln(a.out, say(lang, "%s cần xét duyệt: %s", "%s to review: %s", counted(lang, len(drawn.Rows), "dòng", "row"), to))
	return nil
}

func (a *app) reviewReportCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "report",
		Example: "  tongket review report -o out",
		Args:    arguments(0, 0),
	}
	s := a.addSettings(c, "out")
	c.RunE = func(_ *cobra.Command, _ []string) error {
		settings, err := s.read()
		if err != nil {
			return err
		}
		dir := filepath.Join(settings.Out, publish.State)
		all, err := review.Load(a.fs, dir)
		if err != nil {
			return &unreachable{err}
		}
		drawn, err := review.LoadSample(a.fs, dir)
		if err != nil {
			return &unreachable{err}
		}
		a.sayPrecision(settings.Lang, review.Score(all, drawn), drawn)
		return nil
	}
	return c
}

// sayPrecision prints the precisions.
func (a *app) sayPrecision(lang string, s review.Scores, drawn *review.Sample) {
	if s.Reviewed == 0 {
		fmt.Fprintln(a.out, say(lang, "Chưa có ý kiến xét duyệt nào: đánh dấu trong sổ rồi chạy tongket review apply.", "Nothing was reviewed so far: mark rows in a workbook and run tongket review apply."))
		return
	}
	if drawn == nil {
		fmt.Fprintln(a.out, say(lang, "%s đã xét duyệt. Không có mẫu rút ngẫu nhiên: tỷ lệ chỉ nói về những dòng này (xem tongket review sample).",
			"%s reviewed. No sample was drawn: the shares speak of these rows alone (see tongket review sample).", counted(lang, s.Reviewed, "dòng", "row")))
	} else {
		fmt.Fprintln(a.out, say(lang, "Mẫu %s dòng: đã xét duyệt %s; ngoài mẫu còn %s dòng đã xét duyệt, không tính.",
			"Sample of %s rows: %s reviewed; %s reviewed outside it do not count.", grouped(lang, len(drawn.Rows)), grouped(lang, s.Reviewed-s.Outside), grouped(lang, s.Outside)))
	}
	fmt.Fprintln(a.out)
	for _, x := range []struct {
		title string
		of    []review.Precision
	}{
		{say(lang, "dòng", "rows"), s.Rows}, {say(lang, "cột", "column"), s.Fields},
		{say(lang, "quy tắc", "rule"), s.Rules}, {say(lang, "độ tin cậy", "confidence"), s.Confidences},
	} {
		l := listing{header: []string{
			x.title, say(lang, "đúng", "right"), say(lang, "sai", "wrong"), say(lang, "không rõ", "unclear"), say(lang, "bỏ sót", "missed"),
			say(lang, "độ chính xác", "precision"), "95 %", say(lang, "ước tính đúng", "right of all"),
		}}
		for _, p := range x.of {
			l.add(precisionCells(lang, p)...)
		}
		l.print(a.out)
	}
}

func precisionCells(lang string, p review.Precision) []any {
	cells := []any{p.Name, p.Right, p.Wrong, p.Unclear, p.Missed, "", "", ""}
	if p.Right+p.Wrong > 0 {
		cells[5], cells[6] = percent(lang, p.Share), percent(lang, p.Low)+" – "+percent(lang, p.High)
	}
	if p.Found > 0 && p.Right+p.Wrong > 0 {
		of := func(x float64) string { return grouped(lang, int(math.Round(x*float64(p.Found)))) }
		cells[7] = fmt.Sprintf("%s (%s – %s) / %s", of(p.Share), of(p.Low), of(p.High), grouped(lang, p.Found))
	}
	return cells
}

// percent writes a share as percent.
func percent(lang string, x float64) string {
	s := fmt.Sprintf("%.1f%%", 100*x)
	if lang != "en" {
		s = strings.Replace(s, ".", ",", 1)
	}
	return s
}

func (a *app) reviewAgreeCommand() *cobra.Command {
	var sheet string
	var seed uint64
	var brief bool
	c := &cobra.Command{
		Use:     "agree A B",
		Example: "  tongket review agree an.xlsx binh.xlsx\n  tongket review agree out-2024 out-2025 --sheet khac.xlsx",
		Args:    arguments(2, 2),
	}
	s := a.addSettings(c, "profile")
	c.Flags().StringVar(&sheet, "sheet", "", "")
	c.Flags().Uint64Var(&seed, "seed", 1, "")
	c.Flags().BoolVar(&brief, "brief", false, "")
	c.RunE = func(c *cobra.Command, args []string) error {
		settings, profile, err := s.open(args)
		if err != nil {
			return err
		}
		var codings []review.Coding
		for _, name := range args {
			x, err := a.coding(c.Context(), name, profile)
			if err != nil {
				return err
			}
			codings = append(codings, x)
		}
		lists := agreementLists(settings.Lang, review.Agree(codings[0], codings[1], seed), codings)
		if len(lists[0].rows)+len(lists[1].rows) == 0 {
			return &usageError{errors.New("the two have no coded document in common")}
		}
		for i, l := range lists {
			if i < 2 || !brief {
				l.print(a.out)
			}
		}
		if sheet == "" {
			return nil
		}
		return writeLists(sheet, lists...)
	}
	return c
}

// coding reads a reviewed workbook or the outputs of a run.
func (a *app) coding(ctx context.Context, name string, profile *configs.Profile) (review.Coding, error) {
	if info, err := os.Stat(name); err == nil && !info.IsDir() {
		book, err := review.ReadBook(name, profile.Tables, nil)
		if err != nil {
			return review.Coding{}, &usageError{err}
		}
		return book.Coding(name), nil
	}
	run, err := a.openRun(ctx, name, profile.Tables)
	if err != nil {
		return review.Coding{}, err
	}
	return review.Read(name, run)
}

func agreementLists(lang string, g review.Agreement, of []review.Coding) []*listing {
	v := &listing{name: "alpha", header: []string{
		say(lang, "biến", "variable"), say(lang, "thước đo", "metric"), say(lang, "số dòng", "rows"), say(lang, "trùng nhau", "same"), "alpha", say(lang, "từ", "low"), say(lang, "đến", "high"),
	}}
	for _, x := range g.Variables {
		v.add(x.Name, x.Metric.String(), x.Units, x.Same, defined(x.Alpha), defined(x.Low), defined(x.High))
	}
	s := &listing{name: "spans", header: []string{
		say(lang, "bảng", "table"), "A", "B", say(lang, "cùng chỗ", "same place"), say(lang, "chạm nhau", "touching"), say(lang, "F1 cùng chỗ", "F1 same place"), say(lang, "F1 chạm nhau", "F1 touching"),
	}}
	for _, x := range g.Spans {
		s.add(x.Table, x.A, x.B, x.Exact, x.Touch, x.F1(x.Exact), x.F1(x.Touch))
	}
	d := &listing{name: "disagreements", header: []string{say(lang, "văn bản", "document"), say(lang, "biến", "variable"), of[0].Name, of[1].Name, say(lang, "câu", "sentence")}}
	for _, x := range g.Disagreements {
		d.add(x.Doc, x.Variable, x.A, x.B, x.Evidence)
	}
	return []*listing{v, s, d}
}

// defined is a number, or "-" for one that is not defined.
func defined(x float64) any {
	if math.IsNaN(x) {
		return "-"
	}
	return x
}
