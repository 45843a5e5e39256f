package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/bucket"
	"github.com/tongket/tongket/sinks"
)

// settingFlags are the flags of a verb that set a setting, by its key.
type settingFlags struct {
	app   *app
	file  string
	flags map[string]*pflag.Flag
}

// settingFlag is one flag that sets a setting.
type settingFlag struct{ key, name, short string }

// allSettings are the settings that have a flag.
var allSettings = []settingFlag{
	{"out", "out", "o"},
	{"profile", "profile", ""},
	{"formats", "formats", ""},
	{"evidence", "evidence", ""},
	{"workers", "workers", ""},
	{"units", "units", ""},
	{"passwords", "passwords", ""},
	{"failures::max", "max-failed", ""},
	{"log::format", "log-format", ""},
	{"log::level", "log-level", ""},
	{"ocr", "ocr", ""},
	{"keep", "keep", ""},
	{"metrics", "metrics", ""},
}

// runSettings are those that shape a run; verbs that run, or print how, have their
// flags.
var runSettings = []string{"out", "profile", "formats", "evidence", "workers", "units", "passwords", "ocr", "failures::max", "keep", "metrics", "log::format", "log::level"}

// pathSettings are those whose value is a path.
var pathSettings = []string{"profile", "units", "passwords", "metrics"}

// addSettings gives a verb the flags of the named settings and --config; --lang
// is a flag of all.
func (a *app) addSettings(c *cobra.Command, keys ...string) *settingFlags {
	s := &settingFlags{app: a, flags: map[string]*pflag.Flag{"lang": a.langFlag}}
	c.Flags().StringVar(&s.file, "config", "", "")
	for _, f := range allSettings {
		for _, k := range keys {
			if f.key == k {
				c.Flags().StringP(f.name, f.short, "", "")
				s.flags[k] = c.Flags().Lookup(f.name)
				if k == "evidence" {
					s.flags[k].NoOptDefVal = "true"
				}
			}
		}
	}
	return s
}

// read gathers the settings in force. Where one is wrong, the faults of the
// profile that they name come with it.
func (s *settingFlags) read() (*configs.Effective, error) {
	e, err := s.gather()
	if err != nil && e != nil && s.flags["profile"] != nil {
		err = withFaultsOf(err, e.Abs("profile", e.Profile))
	}
	if err != nil {
		return nil, err
	}
	return e, nil
}

// withFaultsOf joins the faults of a profile to those of the settings.
func withFaultsOf(err error, profile string) error {
	if _, missing := os.Stat(profile); profile == "" || missing != nil {
		return err // the settings say it
	}
	if _, _, faults := loadRules(profile); faults != nil {
		return &usageError{errors.Join(err, faults)}
	}
	return err
}

// gather is read without a look at the profile. Settings that come with an error
// are those that could be read.
func (s *settingFlags) gather() (*configs.Effective, error) {
	e, err := configs.Read(configs.Sources{File: s.file, Flags: s.flags, Formats: sinks.Builtin().Names()})
	if err != nil {
		return e, &usageError{err}
	}
	s.app.lang = e.Lang
	if e.Out = bucket.Local(e.Out); bucket.Is(e.Out) {
		if err := bucket.Supported(e.Out); err != nil {
			return nil, &usageError{err}
		}
		e.Mirror = e.Out
		if e.Out, err = workFolder(e.Out); err != nil {
			return nil, &usageError{err}
		}
	}
	return e, nil
}

// open gathers the settings, looks whether the inputs are there, and reads the
// profile: how verbs begin that look at what runs made.
func (s *settingFlags) open(inputs []string) (*configs.Effective, *configs.Profile, error) {
	settings, err := s.read()
	if err == nil {
		err = reachable(inputs)
	}
	if err != nil {
		return nil, nil, err
	}
	profile, err := loadProfile(settings.Abs("profile", settings.Profile))
	return settings, profile, err
}

func (a *app) configCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "config",
		Example: "  tongket config\n  TONGKET_LIMITS_BYTES=1GiB tongket config --config archive.yaml",
		Args:    arguments(0, 0),
	}
	var keys []string
	for _, f := range allSettings {
		keys = append(keys, f.key)
	}
	s := a.addSettings(c, keys...)
	c.RunE = func(*cobra.Command, []string) error {
		e, err := s.read()
		if err != nil {
			return err
		}
		return e.Print(a.out)
	}
	return c
}
