package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tongket/tongket/pipeline/report"
)

// describe gives all verbs and flags their texts, in a language.
func describe(root *cobra.Command, lang string) {
	root.InitDefaultHelpCmd()
	root.InitDefaultVersionFlag()
	root.SetHelpFunc(func(c *cobra.Command, _ []string) { writeHelp(c.OutOrStdout(), c, lang) })
	root.SetUsageFunc(func(c *cobra.Command) error { writeUsage(c.OutOrStderr(), c, lang); return nil })
	eachVerb(root, func(c *cobra.Command) {
		c.InitDefaultHelpFlag()
		h := helps[c.CommandPath()]
		c.Short, c.Long = h.short.In(lang), h.long.In(lang)
		if h.exits {
			c.Long += "\n\n" + exitHelp.In(lang)
		}
		for _, set := range []*pflag.FlagSet{c.Flags(), c.PersistentFlags()} {
			set.VisitAll(func(f *pflag.Flag) { f.Usage = flagHelp(c, f).In(lang) })
		}
	})
}

// eachVerb calls f for a verb and those below it.
func eachVerb(c *cobra.Command, f func(*cobra.Command)) {
	f(c)
	for _, sub := range c.Commands() {
		eachVerb(sub, f)
	}
}

// flagHelp is the text of a flag: of the verb's own, or of all that have it.
func flagHelp(c *cobra.Command, f *pflag.Flag) report.Label {
	if l, ok := helpFlags[c.CommandPath()+" --"+f.Name]; ok {
		return l
	}
	return helpFlags["--"+f.Name]
}

func writeHelp(w io.Writer, c *cobra.Command, lang string) {
	fmt.Fprintf(w, "%s\n\n", c.Long)
	writeUsage(w, c, lang)
}

func writeUsage(w io.Writer, c *cobra.Command, lang string) {
	verbs := slices.DeleteFunc(slices.Clone(c.Commands()), func(sub *cobra.Command) bool { return !sub.IsAvailableCommand() && sub.Name() != "help" })
	flags := say(lang, "[cờ]", "[flags]")
	fmt.Fprintf(w, "%s:\n", say(lang, "Cách dùng", "Usage"))
	if _, of, _ := strings.Cut(c.Use, " "); len(verbs) == 0 {
		fmt.Fprintf(w, "  %s\n", strings.Join(strings.Fields(c.CommandPath()+" "+of+" "+flags), " "))
	} else {
		fmt.Fprintf(w, "  %s %s\n", c.CommandPath(), say(lang, "[lệnh]", "[command]"))
	}
	if c.Example != "" {
		fmt.Fprintf(w, "\n%s:\n%s\n", say(lang, "Ví dụ", "Examples"), c.Example)
	}
	if len(verbs) > 0 {
		rows := [][2]string{}
		for _, sub := range verbs {
			rows = append(rows, [2]string{sub.Name(), sub.Short})
		}
		writeColumns(w, say(lang, "Các lệnh", "Available Commands"), rows)
	}
	writeColumns(w, say(lang, "Cờ", "Flags"), flagRows(c.LocalFlags(), lang))
	writeColumns(w, say(lang, "Cờ chung", "Global Flags"), flagRows(c.InheritedFlags(), lang))
	if len(verbs) > 0 {
		fmt.Fprintf(w, "\n%s\n", say(lang, "Gõ \"%s [lệnh] --help\" để xem từng lệnh.", "Use \"%s [command] --help\" for more information about a command.", c.CommandPath()))
	}
}

// writeColumns writes names and what they mean side by side.
func writeColumns(w io.Writer, title string, rows [][2]string) {
	if len(rows) == 0 {
		return
	}
	width := 0
	for _, r := range rows {
		width = max(width, utf8.RuneCountInString(r[0]))
	}
	fmt.Fprintf(w, "\n%s:\n", title)
	for _, r := range rows {
		fmt.Fprintf(w, "  %s%s   %s\n", r[0], strings.Repeat(" ", width-utf8.RuneCountInString(r[0])), r[1])
	}
}

// values are what flags of a type take.
var values = map[string]report.Label{
	"string": {VI: "CHỮ", EN: "string"}, "int": {VI: "SỐ", EN: "int"}, "uint64": {VI: "SỐ", EN: "uint"}, "float64": {VI: "SỐ", EN: "float"}, "duration": {VI: "THỜI_GIAN", EN: "duration"},
}

// flagRows are the flags of a set with their values and defaults.
func flagRows(set *pflag.FlagSet, lang string) (rows [][2]string) {
	set.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		name := "    --" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", --" + f.Name
		}
		switch {
		case f.Value.Type() == "bool":
		case f.NoOptDefVal != "":
			name += "[=" + f.NoOptDefVal + "]"
		default:
			name += " " + values[f.Value.Type()].In(lang)
		}
		usage := f.Usage
		if d := f.DefValue; d != "" && d != "false" && d != "0" && d != "0s" {
			usage += say(lang, " (mặc định %s)", " (default %s)", d)
		}
		rows = append(rows, [2]string{name, usage})
	})
	return rows
}
