// Command tongket turns reports on Party congresses into tables: an Excel
// workbook and Parquet files, every figure with the sentence that it stands in.
package main

import (
	"context"
	"io"
	"os"
	"os/signal"
	"slices"
	"syscall"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/tongket/tongket/pipeline/bucket"
	"github.com/tongket/tongket/pipeline/fsys"
)

func main() { os.Exit(tongket()) }

// tongket runs the program and returns its exit status.
func tongket() int {
	ctx, stop := interruptible(context.Background())
	defer stop()
	a := &app{in: os.Stdin, out: os.Stdout, err: os.Stderr, fs: fsys.OS}
	return a.run(ctx, os.Args[1:])
}

// app is the program with what it reads and writes.
type app struct {
	in       io.Reader
	out, err io.Writer
	fs       fsys.FS
	// lang is the language of what is said: guessed from the command line, then
	// that of the settings.
	lang     string
	helpLang string // of help, which nothing but the user's own language decides
	langFlag *pflag.Flag
	// said says that why a run stopped was told in the verb's own words.
	said bool
}

// run runs one command line.
func (a *app) run(ctx context.Context, args []string) int {
	a.lang, a.helpLang = spoken(args), helpLanguage(args)
	root := a.root()
	root.SetArgs(args)
	root.SetIn(a.in)
	root.SetOut(a.out)
	root.SetErr(a.err)
	started := false
	noteStart(root, &started)
	err := root.ExecuteContext(ctx)
	if err != nil && !started {
		err = &usageError{err} // a verb or flag that is not, or not so
	}
	a.complain(err)
	return exitStatus(err)
}

// noteStart notes when a verb begins its work: what fails before is a mistake
// in the command line.
func noteStart(c *cobra.Command, started *bool) {
	if run := c.RunE; run != nil {
		c.RunE = func(c *cobra.Command, args []string) error {
			*started = true
			args = slices.Clone(args)
			for i, arg := range args {
				args[i] = bucket.Local(arg)
			}
			return run(c, args)
		}
	}
	for _, sub := range c.Commands() {
		noteStart(sub, started)
	}
}

// root is the command with its verbs: the one list to add a verb to.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:           "tongket",
		Example:       "  tongket run ~/archive/2020 bao-cao.zip -o out\n  tongket verify out\n  tongket explain bao-cao.docx",
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          arguments(0, 0),
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		Version:       version(),
	}
	root.SetVersionTemplate("tongket {{.Version}}\n")
	root.SetFlagErrorFunc(wrongFlag)
	root.PersistentFlags().String("lang", "", "")
	a.langFlag = root.PersistentFlags().Lookup("lang")
	root.CompletionOptions.HiddenDefaultCmd = true
	root.AddCommand(a.runCommand(), a.mergeCommand(), a.watchCommand(), a.scheduleCommand(), a.verifyCommand(), a.explainCommand(), a.reviewCommand(), a.diffCommand(), a.textCommand(), a.evalCommand(), a.checkCommand(), a.configCommand(), a.versionCommand())
	describe(root, a.helpLang)
	return root
}

// interrupted is the cause of a context that a signal ended.
type interrupted struct{ signal syscall.Signal }

func (i *interrupted) Error() string { return "stopped by " + i.signal.String() }

// status is what shells expect of a program that a signal ended.
func (i *interrupted) status() int { return 128 + int(i.signal) }

// interruptible returns a context that the first interrupt ends. The second
// ends the program at once; the journal is made for that.
func interruptible(ctx context.Context) (context.Context, func()) {
	ctx, cancel := context.WithCancelCause(ctx)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		for s := range signals {
			i := &interrupted{s.(syscall.Signal)}
			if ctx.Err() != nil {
				os.Exit(i.status())
			}
			cancel(i)
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		close(signals)
		cancel(nil)
	}
}
