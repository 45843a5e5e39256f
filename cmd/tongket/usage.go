package main

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/report"
)

// misused is a mistake in how a verb was called, with how its help is asked for.
func misused(c *cobra.Command, format string, args ...any) error {
	err := fmt.Errorf(format+"; see %s --help", append(args, c.CommandPath())...)
	if _, verb, ok := strings.Cut(c.CommandPath(), " "); ok {
		err = fmt.Errorf("%s: %w", verb, err)
	}
	return &usageError{err}
}

// arguments makes a wrong number of arguments a mistake of usage. A negative
// most is no limit.
func arguments(least, most int) cobra.PositionalArgs {
	return func(c *cobra.Command, args []string) error {
		n := len(args)
		if n >= least && (most < 0 || n <= most) {
			return nil
		}
		if c.HasSubCommands() {
			return noVerb(c, args[0])
		}
		_, wanted, _ := strings.Cut(c.Use, " ")
		if n < least {
			return misused(c, "name %s", wanted)
		}
		if wanted == "" {
			return misused(c, "%q is one too many: it takes flags alone", args[0])
		}
		return misused(c, "%q is one too many: it takes %s alone", args[most], wanted)
	}
}

// noVerb names the nearest verb.
func noVerb(c *cobra.Command, word string) error {
	var verbs []string
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			verbs = append(verbs, sub.Name())
		}
	}
	return misused(c, "no verb %q%s", word, report.DidYouMean(word, verbs))
}

// wrongFlag names the nearest flag of a verb.
func wrongFlag(c *cobra.Command, err error) error {
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		if name := unknown.GetSpecifiedName(); len(name) > 1 {
			var flags []string
			c.Flags().VisitAll(func(f *pflag.Flag) { flags = append(flags, f.Name) })
			near := report.Nearest(name, flags)
			if near != "" {
				near = fmt.Sprintf("; did you mean --%s?", near)
			}
			return misused(c, "no flag --%s%s", name, near)
		}
		return misused(c, "no flag -%s", unknown.GetSpecifiedShortnames())
	}
	if missing, ok := errors.AsType[*pflag.ValueRequiredError](err); ok {
		return misused(c, "--%s needs a value", missing.GetFlag().Name)
	}
	if wrong, ok := errors.AsType[*pflag.InvalidValueError](err); ok {
		return &usageError{fmt.Errorf("--%s: %q does not fit: %s", wrong.GetFlag().Name, wrong.GetValue(), wrong.GetFlag().Usage)}
	}
	return &usageError{err}
}

// spoken is the language to say mistakes in while the settings are not read yet.
func spoken(args []string) string {
	if lang := chosen(args); lang != "" {
		return lang
	}
	return configs.Languages[0]
}

// chosen is the language that flag, variable or settings file ask for, as far as
// they can be understood; "" for none.
func chosen(args []string) string {
	lang, file := os.Getenv("TONGKET_LANG"), ""
	for i, arg := range args {
		for name, to := range map[string]*string{"--lang": &lang, "--config": &file} {
			if value, ok := strings.CutPrefix(arg, name+"="); ok {
				*to = value
			} else if arg == name && i+1 < len(args) {
				*to = args[i+1]
			}
		}
	}
	if !slices.Contains(configs.Languages, lang) {
		lang = configs.Language(file)
	}
	return lang
}

// helpLanguage is the language of help: what is asked for, else English where
// the user's own locale is English. The language of messages and workbooks does
// not follow the locale: servers have English ones whoever works on them.
func helpLanguage(args []string) string {
	if lang := chosen(args); lang != "" {
		return lang
	}
	if locale := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_MESSAGES"), os.Getenv("LANG")); strings.HasPrefix(locale, "en") {
		return "en"
	}
	return configs.Languages[0]
}
