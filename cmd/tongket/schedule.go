package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"
	_ "time/tzdata" // a container has no time zones of its own

	"github.com/robfig/cron/v3"
	"github.com/spf13/cobra"

	"github.com/tongket/tongket/configs"
)

// timetable is when runs are due.
type timetable struct {
	spec string // five fields of cron
	zone string
	cron *cron.SpecSchedule
	at   *time.Location
}

// parseTimetable reads five fields of cron and the name of a time zone.
func parseTimetable(spec, zone string) (*timetable, error) {
	at, err := time.LoadLocation(zone)
	if err != nil {
		return nil, fmt.Errorf("--zone %q: no such time zone; write one such as Asia/Ho_Chi_Minh", zone)
	}
	if strings.Contains(spec, "TZ=") {
		return nil, errors.New("--at: name the time zone with --zone")
	}
	given := spec
	spec = sundays(spec)
	parsed, err := cron.NewParser(cron.Minute | cron.Hour | cron.Dom | cron.Month | cron.Dow).Parse(spec)
	if err != nil {
		return nil, fmt.Errorf("--at %q: %w; want five fields: minute hour day month weekday", given, err)
	}
	s, ok := parsed.(*cron.SpecSchedule)
	if !ok {
		return nil, fmt.Errorf("--at %q: want five fields: minute hour day month weekday", given)
	}
	s.Location = at
	if s.Next(time.Now()).IsZero() {
		return nil, fmt.Errorf("--at %q: no such day comes", given)
	}
	return &timetable{spec, zone, s, at}, nil
}

// sundays writes the weekday 7, which crontabs take for Sunday and the parser does not, as
// 0, and each field once apart.
func sundays(spec string) string {
	fields := strings.Fields(spec)
	if len(fields) == 5 {
		days := strings.Split(fields[4], ",")
		for i, d := range days {
			if from, ok := strings.CutSuffix(d, "-7"); ok && from != "7" {
				days[i] = from + "-6,0"
			} else if d == "7" {
				days[i] = "0"
			}
		}
		fields[4] = strings.Join(days, ",")
	}
	return strings.Join(fields, " ")
}

// next is the first time after now that a run is due.
func (t *timetable) next(now time.Time) time.Time { return t.cron.Next(now.In(t.at)) }

// missed reports whether a run was due between last and now.
func (t *timetable) missed(last, now time.Time) bool {
	return !last.IsZero() && !t.next(last).After(now)
}

func (a *app) scheduleCommand() *cobra.Command {
	c := &cobra.Command{
		Use:     "schedule",
		Example: "  tongket schedule print --systemd --at '0 6 * * 1' /archive -o /out\n  tongket schedule run --at '0 6 * * 1' /archive -o /out",
		Args:    arguments(0, 0),
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.schedulePrintCommand(), a.scheduleRunCommand())
	return c
}

// timeFlags are the flags that make a timetable.
type timeFlags struct{ at, zone string }

func (f *timeFlags) add(c *cobra.Command) {
	c.Flags().StringVar(&f.at, "at", "0 6 * * 1", "")
	c.Flags().StringVar(&f.zone, "zone", "Asia/Ho_Chi_Minh", "")
}

// timetable reads the flags. That the time was not named is said: nobody should
// find out on a Tuesday that Monday was meant.
func (a *app) timetable(c *cobra.Command, f timeFlags) (*timetable, error) {
	t, err := parseTimetable(f.at, f.zone)
	if err != nil {
		return nil, &usageError{err}
	}
	if !c.Flags().Changed("at") {
		fmt.Fprintln(a.err, say(a.lang, "Không nêu --at: chạy lúc 06:00 thứ Hai hằng tuần (--at '%s', %s).", "No --at is given: every Monday at 06:00 (--at '%s', %s).", f.at, f.zone))
	}
	return t, nil
}

func (a *app) scheduleRunCommand() *cobra.Command {
	var f timeFlags
	var quiet bool
	c := &cobra.Command{
		Use:     "run INPUT…",
		Example: "  tongket schedule run --at '30 5 * * *' --zone Asia/Ho_Chi_Minh /archive -o /out",
		Args:    arguments(1, -1),
	}
	f.add(c)
	s := a.addSettings(c, runSettings...)
	c.Flags().BoolVarP(&quiet, "quiet", "q", false, "")
	c.RunE = func(c *cobra.Command, args []string) error {
		settings, err := s.read()
		if err != nil {
			return err
		}
		t, err := a.timetable(c, f)
		if err != nil {
			return err
		}
		return a.keepTime(c.Context(), t, settings, args, quiet)
	}
	return c
}

// keepTime runs whenever a run is due, until ctx ends.
func (a *app) keepTime(ctx context.Context, t *timetable, settings *configs.Effective, inputs []string, quiet bool) error {
	if _, err := build(settings); err != nil { // a mistake is said now, not on Monday at six
		return err
	}
	due := t.missed(a.lastPublication(settings.Out), time.Now())
	for {
		if !due {
			next := t.next(time.Now())
			if !quiet {
				fmt.Fprintln(a.err, say(settings.Lang, "lượt chạy kế tiếp: %s", "next run: %s", next.Format(time.RFC3339)))
			}
			if err := sleepUntil(ctx, next); err != nil {
				return err
			}
		}
		due = false
		h, err := build(settings) // the profile's files may have changed
		if err != nil {
			return errors.Join(err, a.unbuilt(settings, err))
		}
		err = a.batch(ctx, h, inputs, runOptions{quiet: quiet, ifChanged: true})
		if ctx.Err() != nil {
			return causeOr(ctx, err)
		}
		if err != nil && exitStatus(err) == exitUsage {
			return err
		}
		a.complain(err)
	}
}

// sleepUntil waits for a time of the clock on the wall, in steps: a timer stands
// still while the machine sleeps, and the clock may be set.
func sleepUntil(ctx context.Context, at time.Time) error {
	for left := time.Until(at); left > 0; left = time.Until(at) {
		if err := sleep(ctx, min(left, time.Minute)); err != nil {
			return err
		}
	}
	return nil
}

// lastPublication is when outputs were published last, the zero time for never.
func (a *app) lastPublication(out string) time.Time {
	m, err := readManifest(a.fs, out)
	if err != nil {
		return time.Time{}
	}
	return m.Finished
}
