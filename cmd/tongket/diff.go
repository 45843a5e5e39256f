package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/pipeline/diff"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
)

func (a *app) diffCommand() *cobra.Command {
	var sheet string
	var brief bool
	c := &cobra.Command{
		Use:     "diff RUN_A RUN_B",
		Example: "  tongket diff out-before out\n  tongket diff out-before out --brief --sheet khac.xlsx",
		Args:    arguments(2, 2),
	}
	s := a.addSettings(c, "profile")
	c.Flags().StringVar(&sheet, "sheet", "", "")
	c.Flags().BoolVar(&brief, "brief", false, "")
	c.RunE = func(c *cobra.Command, args []string) error {
		settings, profile, err := s.open(args)
		if err != nil {
			return err
		}
		var runs []*madeRun
		for _, dir := range args {
			r, err := a.openRun(c.Context(), dir, profile.Tables)
			if err != nil {
				return err
			}
			runs = append(runs, r)
		}
		d, err := diff.Compare(compared(c.Context(), runs[0]), compared(c.Context(), runs[1]))
		if err != nil {
			return &unreachable{err}
		}
		lists := diffLists(settings.Lang, runs, d)
		a.sayDiff(settings.Lang, d, lists, brief)
		if sheet == "" {
			return nil
		}
		return writeLists(sheet, lists...)
	}
	return c
}

// compared is a run as package diff reads it.
func compared(ctx context.Context, r *madeRun) diff.Run {
	return diff.Run{Dataset: r, Text: func(doc string) (string, error) {
		if err := context.Cause(ctx); err != nil {
			return "", err
		}
		sum, err := publish.Sum(r.fs, filepath.Join(r.dir, "texts", filepath.Base(doc)+".txt"))
		if errors.Is(err, fs.ErrNotExist) {
			return "", nil
		}
		return sum, err
	}}
}

// words of the listings.
var (
	causeWords = map[diff.Cause]report.Label{
		diff.Input: {VI: "đầu vào", EN: "input"}, diff.Review: {VI: "xét duyệt", EN: "review"}, diff.Reader: {VI: "cách đọc tệp", EN: "reader"}, diff.Rule: {VI: "quy tắc", EN: "rule"},
	}
	kindWords = map[diff.Kind]report.Label{
		diff.Added: {VI: "thêm", EN: "added"}, diff.Lost: {VI: "mất", EN: "lost"}, diff.Changed: {VI: "đổi", EN: "changed"},
	}
)

func diffLists(lang string, runs []*madeRun, d *diff.Diff) []*listing {
	row := say(lang, "(dòng)", "(row)")
	counts := &listing{name: say(lang, "Tổng hợp", "Counts"), header: []string{
		say(lang, "bảng", "table"), say(lang, "cột", "column"), say(lang, "nguyên nhân", "cause"), say(lang, "thêm", "added"), say(lang, "mất", "lost"), say(lang, "đổi", "changed"),
	}}
	for _, n := range d.Counts {
		field := n.Field
		if field == "" {
			field = row
		}
		counts.add(n.Table, field, causeWords[n.Cause].In(lang), n.Added, n.Lost, n.Changed)
	}
	changes := &listing{name: say(lang, "Khác nhau", "Changes"), header: []string{
		say(lang, "tệp", "file"), say(lang, "bảng", "table"), say(lang, "cột", "column"), "", say(lang, "nguyên nhân", "cause"), say(lang, "trước", "before"), say(lang, "sau", "after"),
		say(lang, "quy tắc", "rule"), say(lang, "câu", "sentence"),
	}}
	for _, x := range d.Changes {
		field := x.Field
		if field == "" {
			field = row
		}
		changes.add(x.Path, x.Table, field, kindWords[x.Kind].In(lang), causeWords[x.Cause].In(lang), x.Before, x.After, x.Rule, x.Evidence)
	}
	made := &listing{name: say(lang, "Lượt chạy", "Runs"), header: []string{say(lang, "cài đặt", "setting"), runs[0].dir, runs[1].dir}}
	before, after := runs[0].manifest.told(), runs[1].manifest.told()
	for _, key := range slices.Sorted(maps.Keys(after)) {
		if before[key] != after[key] {
			made.add(key, before[key], after[key])
		}
	}
	return []*listing{made, counts, changes}
}

// told is what shaped a run: its program, its inputs and its settings.
func (m *manifest) told() map[string]string {
	out := maps.Clone(m.Configuration)
	if out == nil {
		out = map[string]string{}
	}
	out["program"], out["profile hash"], out["inputs hash"] = m.Version+" "+m.Fingerprint, m.Profile, m.InputsHash
	delete(out, "out")
	return out
}

func (a *app) sayDiff(lang string, d *diff.Diff, lists []*listing, brief bool) {
	fmt.Fprintln(a.out, say(lang, "%s chung, %s chỉ ở lượt trước, %s chỉ ở lượt sau; %s giống nhau, %s.",
		"%s in both, %s only before, %s only after; %s the same, %s.",
		counted(lang, d.Documents, "văn bản", "document"), grouped(lang, d.OnlyA), grouped(lang, d.OnlyB), counted(lang, d.Same, "dòng", "row"), counted(lang, len(d.Changes), "chỗ khác", "difference")))
	fmt.Fprintln(a.out)
	for i, l := range lists {
		if i < 2 || !brief {
			l.print(a.out)
		}
	}
}
