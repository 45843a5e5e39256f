package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/pipeline/eval"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/source"
)

func (a *app) evalCommand() *cobra.Command {
	var goldFile, as, sheet, split string
	var brief bool
	c := &cobra.Command{
		Use:     "eval --gold FILE INPUT…",
		Example: "  tongket eval --gold testdata/gold/gold.jsonl --split open testdata/gold/texts\n  tongket eval --gold gold.jsonl --sheet misses.xlsx ~/labelled",
		Args:    arguments(1, -1),
	}
	s := a.addSettings(c, "profile", "passwords", "ocr")
	c.Flags().StringVar(&goldFile, "gold", "", "")
	c.Flags().StringVar(&as, "as", "text", "")
	c.Flags().StringVar(&sheet, "sheet", "", "")
	c.Flags().StringVar(&split, "split", "", "")
	c.Flags().BoolVar(&brief, "brief", false, "")
	c.RunE = func(c *cobra.Command, args []string) error {
		if goldFile == "" {
			return &usageError{fmt.Errorf("--gold: name the file of labels")}
		}
		if as != "text" && as != "json" {
			return &usageError{fmt.Errorf("--as %q: text or json", as)}
		}
		settings, err := s.read()
		if err != nil {
			return err
		}
		h, err := build(settings)
		if err != nil {
			return err
		}
		if err := reachable(args); err != nil {
			return err
		}
		labels, file, err := openLabels(goldFile, split)
		if err != nil {
			return err
		}
		defer file.Close()
		if err := a.compare(c.Context(), h, args, labels); err != nil {
			return err
		}
		if labels.Compared() == 0 {
			return &usageError{fmt.Errorf("none of the %d labelled documents in %s is among the inputs; a document has the name of its file without the ending", labels.Len(), goldFile)}
		}
		scores, err := labels.Scores()
		if err != nil {
			return err
		}
		if err := a.showScores(scores, as, brief); err != nil {
			return err
		}
		if sheet == "" {
			return nil
		}
		return writeLists(sheet, scoreLists(scores)...)
	}
	return c
}

// openLabels opens the file of labels and looks for those of a split.
func openLabels(name, split string) (*eval.Labels, io.Closer, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, nil, notOpened(name, err)
	}
	labels, err := eval.OpenLabels(name, f, split)
	switch {
	case err != nil:
	case labels.Len() == 0:
		err = fmt.Errorf("%s: no labels of split %q", name, split)
	default:
		return labels, f, nil
	}
	f.Close()
	return nil, nil, &usageError{err}
}

// compare reads the documents that have labels, one at a time, and scores them.
// A document that cannot be read is said and has no rows.
func (a *app) compare(ctx context.Context, h *house, args []string, labels *eval.Labels) error {
	ctx, fail := context.WithCancelCause(ctx)
	defer fail(nil)
	for blob := range source.Open(ctx, args, h.sourceOptions(ctx, a, fail)) {
		id := stem(blob.Path)
		if !labels.Waiting(id) {
			continue
		}
		doc, _, err := h.read(ctx, blob)
		var rows []report.Row
		if err == nil {
			rows, err = h.set.Rows(doc)
		}
		if err != nil {
			a.sayTrouble(h, blob.Path, err)
			continue
		}
		if err := labels.Compare(id, rows); err != nil {
			return err
		}
	}
	return context.Cause(ctx)
}

// stem is the name of a document without folder, archive and ending.
func stem(name string) string {
	name = path.Base(name[strings.LastIndexByte(name, '!')+1:])
	return strings.TrimSuffix(name, path.Ext(name))
}

func (a *app) showScores(s eval.Scores, as string, brief bool) error {
	if as == "json" {
		if brief {
			s.Differences = nil
		}
		return s.JSON(a.out)
	}
	return s.Print(a.out, !brief)
}

// scoreLists are the scores, the precision of each grade and every difference
// beside its sentence, as the sheets of a workbook.
func scoreLists(s eval.Scores) []*listing {
	scores := &listing{name: "scores", header: []string{"kind", "precision", "recall", "F1", "hit", "false", "missed"}}
	for _, t := range s.Tallies {
		scores.add(t.Kind, t.Precision(), t.Recall(), t.F1(), t.Hit, t.False, t.Missed)
	}
	grades := &listing{name: "confidence", header: []string{"kind", "confidence", "precision", "hit", "false"}}
	for _, g := range s.Grades {
		grades.add(g.Kind, g.Confidence, g.Precision(), g.Hit, g.False)
	}
	differences := &listing{name: "differences", header: []string{"document", "what", "kind", "key", "sentence"}}
	for _, d := range s.Differences {
		differences.add(d.Doc, d.What(), d.Kind, d.Key, d.Evidence)
	}
	return []*listing{scores, grades, differences}
}
