// Command bench makes what tongket is measured on: archives of reports whose
// rows are known, and the report of the speed race. It is no part of tongket.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/cmd/bench/archive"
	"github.com/tongket/tongket/cmd/bench/paper"
	"github.com/tongket/tongket/cmd/bench/race"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	root := &cobra.Command{Use: "bench", Short: "Make what tongket is measured on", SilenceUsage: true}
	root.AddCommand(archiveCommand(), longCommand(), formatsCommand(), raceCommand())
	if root.ExecuteContext(ctx) != nil {
		os.Exit(1)
	}
}

func archiveCommand() *cobra.Command {
	var c archive.Config
	var out string
	cmd := &cobra.Command{
		Use:   "archive -o DIR",
		Short: "Write an archive of reports with the rows that they state",
		Long: `Writes DIR/reports (by term, province and district), DIR/gold.jsonl (the rows of each
report, in the form of testdata/gold), DIR/truth.json (which districts have no woman in
the standing committee, which reports contradict their percentages, which limitations
came back, which units sent no report) and DIR/units.csv (the roster for --units).
The same seed gives the same bytes.`,
		Example: "  go run ./cmd/bench archive -n 1000 --seed 1 -o /tmp/archive\n  go run ./cmd/tongket run /tmp/archive/reports --units /tmp/archive/units.csv -o out\n  go run ./cmd/tongket eval --brief --gold /tmp/archive/gold.jsonl /tmp/archive/reports",
		Args:    cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if out == "" {
				return fmt.Errorf("-o: name the folder to write to")
			}
			t, err := archive.Write(cmd.Context(), out, c)
			if err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%d reports in %s: %v, %v\n", t.Reports, out, t.Formats, t.Encodings)
			return nil
		},
	}
	f := cmd.Flags()
	f.IntVarP(&c.Reports, "reports", "n", 1000, "how many reports")
	f.Uint64Var(&c.Seed, "seed", 1, "what everything is drawn from")
	f.StringSliceVar(&c.Formats, "formats", archive.Formats, "only these; any of "+strings.Join(paper.Formats(), ", "))
	f.StringSliceVar(&c.Encodings, "encodings", archive.Encodings, "only these; any of "+strings.Join(paper.Names(), ", "))
	f.StringVarP(&out, "out", "o", "", "a new folder")
	return cmd
}

func longCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "report15 -o DIR",
		Short: "Write the report of the speed race in every format",
		Long: `Writes one report of 15 pages (about 33,000 characters, 12 tables, 72 paragraphs full of
figures) as DIR/report15.docx, .doc, .pdf, .html, .rtf, .odt and .txt, and its rows as DIR/gold.jsonl.`,
		Example: "  go run ./cmd/bench report15 -o /tmp/race",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if out == "" {
				return fmt.Errorf("-o: name the folder to write to")
			}
			return archive.WriteLong(out)
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "a folder")
	return cmd
}

func formatsCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:     "formats -o DIR",
		Short:   "Write one report in every format and encoding",
		Long:    "Writes one short report as DIR/<encoding>.<format> for every format and every encoding that it is written in.",
		Example: "  go run ./cmd/bench formats -o testdata/formats",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if out == "" {
				return fmt.Errorf("-o: name the folder to write to")
			}
			return archive.WriteFormats(out)
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "a folder")
	return cmd
}

func raceCommand() *cobra.Command {
	var c race.Config
	cmd := &cobra.Command{
		Use:   "race FILE-OR-DIR…",
		Short: "Print what reading costs, by format",
		Long: `Reads every file from its bytes to its canonical text and prints the CPU milliseconds
a file, by format: those of the reader alone, and with the text.`,
		Example: "  go run ./cmd/bench report15 -o /tmp/race\n  go run ./cmd/bench race -n 100 /tmp/race",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return race.Run(cmd.Context(), cmd.OutOrStdout(), args, c)
		},
	}
	cmd.Flags().IntVarP(&c.Rounds, "rounds", "n", 20, "how often every file is read")
	cmd.Flags().StringSliceVar(&c.Formats, "formats", nil, "only names with these endings: doc,rtf")
	return cmd
}
