package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
)

func (a *app) checkCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "check [PROFILE]",
		Example: "  tongket check\n  tongket check my-profile",
		Args:    arguments(0, 1),
	}
	s := a.addSettings(c, "profile")
	c.RunE = func(_ *cobra.Command, args []string) error {
		settings, err := s.gather()
		var dir string
		switch {
		case len(args) == 1:
			dir = args[0]
		case settings != nil:
			dir = settings.Abs("profile", settings.Profile)
		}
		if err != nil && len(args) == 0 {
			return withFaultsOf(err, dir)
		}
		profile, _, faults := loadRules(dir)
		if err := errors.Join(err, faults); err != nil {
			return err
		}
		a.sayProfile(profile, settings)
		return nil
	}
	return c
}

func (a *app) sayProfile(p *configs.Profile, settings *configs.Effective) {
	examples, words, untried := 0, 0, 0
	for _, r := range p.Rules {
		if examples += len(r.Examples); r.Own && len(r.Examples) == 0 {
			untried++
		}
	}
	for _, w := range p.Wordlists {
		words += len(w.Rows)
	}
	fmt.Fprintln(a.out, say(settings.Lang,
		"Bộ quy tắc đúng: %s bảng, %s quy tắc, %s ví dụ, %s từ trong %s danh mục.",
		"The profile holds: %s tables, %s rules, %s examples, %s words in %s lexicons.",
		grouped(settings.Lang, len(p.Tables)), grouped(settings.Lang, len(p.Rules)), grouped(settings.Lang, examples),
		grouped(settings.Lang, words), grouped(settings.Lang, len(p.Wordlists))))
	fmt.Fprintln(a.out, say(settings.Lang, "Mã của bộ quy tắc: %.16s", "Hash of the profile: %.16s", p.Hash))
	for _, r := range p.Remarks {
		fmt.Fprintln(a.err, say(settings.Lang, "Lưu ý: ", "Note: ")+printable(report.Translate(settings.Lang, r.Error())))
	}
	if untried > 0 {
		fmt.Fprintln(a.err, say(settings.Lang,
			"Lưu ý: %s của bạn không có ví dụ nào (examples), nên chưa được thử.", "Note: %s of yours without examples, so untried.",
			counted(settings.Lang, untried, "quy tắc", "rule")))
	}
}
