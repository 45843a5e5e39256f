package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/review"
)

func (a *app) reviewCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "review",
		Example: "  tongket review apply out/congress.xlsx -o out\n  tongket run ~/archive -o out",
		Args:    arguments(0, 0),
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.reviewApplyCommand(), a.reviewForgetCommand(), a.reviewSampleCommand(), a.reviewReportCommand(), a.reviewAgreeCommand())
	return c
}

func (a *app) reviewApplyCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "apply BOOK…",
		Example: "  tongket review apply out/congress.xlsx -o out && tongket run ~/archive -o out",
		Args:    arguments(1, -1),
	}
	s := a.addSettings(c, "out", "profile")
	c.RunE = func(c *cobra.Command, args []string) error {
		settings, profile, err := s.open(args)
		if err != nil {
			return err
		}
		run, err := a.openOutputs(c.Context(), settings.Out, profile.Tables)
		if err != nil {
			return err
		}
		var found []review.Correction
		for _, name := range args {
			corrections, err := a.readBook(name, run, settings.Lang)
			if err != nil {
				return err
			}
			found = append(found, corrections...)
		}
		var m review.Merged
		err = a.overlay(settings, func(all []review.Correction) []review.Correction {
			all, m = review.Merge(all, found)
			return all
		})
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, say(settings.Lang, "%s: %s mới, %s thay đổi, %s đã có. Chạy tongket run để áp dụng.",
			"%s: %s new, %s changed, %s known. Run tongket run to apply them.", counted(settings.Lang, len(found), "ý kiến xét duyệt", "verdict"),
			grouped(settings.Lang, m.New), grouped(settings.Lang, m.Changed), grouped(settings.Lang, m.Known)))
		return nil
	}
	return c
}

// readBook reads a reviewed workbook for the outputs of a run: the one that
// wrote it, or a later one of the same documents.
func (a *app) readBook(name string, run *madeRun, lang string) ([]review.Correction, error) {
	book, err := review.ReadBook(name, run.profile, func(id string) report.Dataset {
		if id != run.manifest.Run || run.files["documents"] == "" {
			return nil
		}
		return run
	})
	if err != nil {
		return nil, &usageError{err}
	}
	if run.files["documents"] == "" {
		fmt.Fprintln(a.err, say(lang,
			"%s không có parquet/ hay jsonl/ để đối chiếu: ô bị gõ đè ngoài cột xét duyệt không nhận ra được, chỉ nhận các cột xét duyệt.",
			"%s has neither parquet/ nor jsonl/: cells that were typed over outside the review columns cannot be told; only the review columns are taken.", run.dir))
		return book.Corrections, nil
	}
	if book.Run == run.manifest.Run {
		return book.Corrections, nil
	}
	known := map[string]bool{}
	for r, err := range run.Rows("documents") {
		if err != nil {
			return nil, err
		}
		known[r.Get("sha256").Text()] = true
	}
	if len(book.Corrections) > 0 && !slices.ContainsFunc(book.Corrections, func(c review.Correction) bool { return known[c.Doc] }) {
		return nil, &usageError{fmt.Errorf("%s: none of the documents reviewed in it is in %s; name the output folder of its run with -o", name, run.dir)}
	}
	fmt.Fprintln(a.err, say(lang,
		"%s là sổ của một lượt chạy khác với lượt đang có trong %s: không đối chiếu được các ô ngoài cột xét duyệt, chỉ nhận các cột xét duyệt.",
		"%s is the workbook of another run than the one in %s: cells outside the review columns cannot be held against it; only the review columns are taken.", name, run.dir))
	return book.Corrections, nil
}

func (a *app) reviewForgetCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "forget ROW…",
		Example: "  tongket review forget 3f6c1a90be52d711 -o out",
		Args:    arguments(1, -1),
	}
	s := a.addSettings(c, "out")
	c.RunE = func(_ *cobra.Command, args []string) error {
		settings, err := s.read()
		if err != nil {
			return err
		}
		if _, err := readManifest(a.fs, settings.Out); err != nil {
			return &unreachable{err}
		}
		n := 0
		err = a.overlay(settings, func(all []review.Correction) []review.Correction {
			all, n = review.Forget(all, args)
			return all
		})
		if err == nil && n == 0 {
			err = &usageError{fmt.Errorf("nothing is known of these rows; their ids stand in the column row of the table %s", review.Table)}
		}
		if err != nil {
			return err
		}
		fmt.Fprintln(a.out, say(settings.Lang, "Đã bỏ %s. Chạy tongket run để áp dụng.", "Forgot %s. Run tongket run to apply it.", counted(settings.Lang, n, "ý kiến", "verdict")))
		return nil
	}
	return c
}

// overlay changes the corrections of the output folder, alone in it.
func (a *app) overlay(settings *configs.Effective, change func([]review.Correction) []review.Correction) (err error) {
	dir := filepath.Join(settings.Out, publish.State)
	lock, err := journal.Acquire(a.fs, dir)
	if err != nil {
		return outputError(settings.Out, err)
	}
	defer func() { err = errors.Join(err, lock.Release()) }()
	before, err := review.Load(a.fs, dir)
	if err != nil {
		return &unreachable{err}
	}
	after := change(before)
	if review.Digest(after) == review.Digest(before) {
		return nil
	}
	return review.Save(a.fs, dir, after)
}
