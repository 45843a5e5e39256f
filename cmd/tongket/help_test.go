package main

import (
	"bytes"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Every verb and every flag says what it is in both languages, and no text is
// left of a verb or flag that is gone.
func TestHelpIsWholeInBothLanguages(t *testing.T) {
	used := map[string]bool{}
	root := (&app{}).root()
	eachVerb(root, func(c *cobra.Command) {
		path := c.CommandPath()
		h, ok := helps[path]
		used[path] = true
		if !ok || h.short.VI == "" || h.short.EN == "" || h.long.VI == "" || h.long.EN == "" {
			t.Errorf("help.go lacks a text of %s: %+v", path, h)
		}
		if c.Use != "tongket" && c.Name() != "help" && c.Example == "" {
			t.Errorf("%s has no example", path)
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			l := flagHelp(c, f)
			used["--"+f.Name], used[path+" --"+f.Name] = true, true
			if l.VI == "" || l.EN == "" {
				t.Errorf("help.go lacks a text of %s --%s: %+v", path, f.Name, l)
			}
			if f.Value.Type() != "bool" && (values[f.Value.Type()].VI == "" || values[f.Value.Type()].EN == "") {
				t.Errorf("%s --%s: no word for what a flag of type %s takes", path, f.Name, f.Value.Type())
			}
		})
	})
	for path := range helps {
		if !used[path] {
			t.Errorf("help.go describes %s, which is no verb", path)
		}
	}
	for flag := range helpFlags {
		if !used[flag] {
			t.Errorf("help.go describes %s, which is no flag", flag)
		}
	}
}

// Help is Vietnamese, or in the language that flag, variable or settings file
// name, or English where only the user's locale says so.
func TestHelpLanguage(t *testing.T) {
	for _, c := range []struct {
		args      []string
		env, want string
	}{
		{[]string{"run", "--help"}, "", "Cách dùng:"},
		{[]string{"run", "--help"}, "LANG=vi_VN.UTF-8", "Cách dùng:"},
		{[]string{"run", "--help"}, "LANG=C.UTF-8", "Cách dùng:"},
		{[]string{"run", "--help"}, "LANG=en_US.UTF-8", "Usage:"},
		{[]string{"help", "run"}, "LC_ALL=en_GB", "Usage:"},
		{[]string{"run", "--help", "--lang", "en"}, "", "Usage:"},
		{[]string{"--lang=vi", "run", "--help"}, "LANG=en_US.UTF-8", "Cách dùng:"},
		{[]string{"review"}, "TONGKET_LANG=en", "Usage:"},
		{nil, "", "Các lệnh:"},
	} {
		for _, name := range []string{"LANG", "LC_ALL", "LC_MESSAGES", "TONGKET_LANG"} {
			t.Setenv(name, "")
		}
		if name, value, ok := strings.Cut(c.env, "="); ok {
			t.Setenv(name, value)
		}
		var out bytes.Buffer
		if status := (&app{out: &out, err: &out}).run(t.Context(), c.args); status != 0 || !strings.Contains(out.String(), c.want) {
			t.Errorf("%q with %s: status %d, no %q in\n%s", c.args, c.env, status, c.want, out.String())
		}
	}
}
