package main

import (
	"cmp"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/bucket"
)

func (a *app) schedulePrintCommand() *cobra.Command {
	var f timeFlags
	var systemd, kubernetes, crontab, windows bool
	var image string
	c := &cobra.Command{
		Use:     "print INPUT…",
		Example: "  tongket schedule print --systemd --at '0 6 * * 1' /archive -o /out\n  tongket schedule print --kubernetes --image registry.example/tongket:1 /archive -o /out | kubectl apply -f -",
		Args:    arguments(1, -1),
	}
	f.add(c)
	c.Flags().BoolVar(&systemd, "systemd", false, "")
	c.Flags().BoolVar(&kubernetes, "kubernetes", false, "")
	c.Flags().BoolVar(&crontab, "cron", false, "")
	c.Flags().BoolVar(&windows, "windows", false, "")
	c.Flags().StringVar(&image, "image", "tongket:latest", "")
	s := a.addSettings(c, runSettings...)
	c.RunE = func(c *cobra.Command, args []string) error {
		switch n := len(slices.DeleteFunc([]bool{systemd, kubernetes, crontab, windows}, func(asked bool) bool { return !asked })); {
		case n == 0:
			return &usageError{errors.New("name what to print for: --systemd, --kubernetes, --cron or --windows")}
		case n > 1:
			return &usageError{errors.New("name one of --systemd, --kubernetes, --cron, --windows, not several")}
		}
		settings, err := s.read()
		if err != nil {
			return err
		}
		t, err := a.timetable(c, f)
		if err != nil {
			return err
		}
		program, err := os.Executable()
		if err != nil {
			return err
		}
		p := printer{w: a.out, t: t, program: program, image: image}
		if err := errors.Join(p.paths(args, cmp.Or(settings.Mirror, settings.Out)), p.carry(s, settings)); err != nil {
			return &usageError{err}
		}
		switch {
		case systemd:
			p.systemd()
		case kubernetes:
			p.kubernetes()
		case crontab:
			p.crontab()
		default:
			return p.windows()
		}
		return nil
	}
	return c
}

// printer writes what schedulers need.
type printer struct {
	w              io.Writer
	t              *timetable
	program, image string
	inputs         []string
	out            string
	flags          []string // of the run, as they were given
	variables      []variable
}

// variable is a setting of the environment that has no flag.
type variable struct{ name, value string }

// absolute makes a path hold wherever a scheduler starts; the address of an
// object store does so by itself.
func absolute(name string) (string, error) {
	if bucket.Is(name) {
		return name, nil
	}
	abs, err := filepath.Abs(name)
	if err == nil && strings.ContainsFunc(abs, func(r rune) bool { return r < 0x20 }) {
		err = fmt.Errorf("%q: a path with control characters cannot be scheduled", abs)
	}
	return abs, err
}

// carry takes over what was given for the run by flags and variables, and the
// settings file: a scheduler starts with neither. Variables become flags where
// there are some.
func (p *printer) carry(s *settingFlags, settings *configs.Effective) error {
	add := func(name, value string, path bool) (err error) {
		if path && value != "" {
			value, err = absolute(value)
		}
		p.flags = append(p.flags, "--"+name+"="+value)
		return err
	}
	if settings.File != "" {
		if err := add("config", settings.File, true); err != nil {
			return err
		}
	}
	for _, key := range append([]string{"lang"}, runSettings...) {
		f, given := s.flags[key], settings.Given(key)
		value := f.Value.String()
		if !f.Changed {
			value = given.Value
		}
		if !f.Changed && !given.Variable || key == "out" {
			continue
		}
		if err := add(f.Name, value, slices.Contains(pathSettings, key)); err != nil {
			return err
		}
	}
	for _, key := range settings.Keys() {
		if given := settings.Given(key); given.Variable && s.flags[key] == nil {
			p.variables = append(p.variables, variable{given.Origin, given.Value})
		}
	}
	return nil
}

// paths makes the paths absolute: a scheduler starts in a folder of its own.
func (p *printer) paths(inputs []string, out string) error {
	for _, in := range append(slices.Clone(inputs), out) {
		abs, err := absolute(in)
		if err != nil {
			return err
		}
		p.inputs = append(p.inputs, abs)
	}
	p.out = p.inputs[len(p.inputs)-1]
	p.inputs = p.inputs[:len(p.inputs)-1]
	return nil
}

// args are the arguments of the program.
func (p *printer) args() []string {
	return slices.Concat([]string{"run", "--if-changed", "--quiet", "-o", p.out}, p.flags, []string{"--"}, p.inputs)
}

func (p *printer) systemd() {
	var quoted []string
	for _, s := range append([]string{p.program}, p.args()...) {
		// systemd expands % and $ even inside quotes.
		s = strings.NewReplacer("%", "%%", "$", "$$").Replace(s)
		quoted = append(quoted, strconv.Quote(s))
	}
	var environment strings.Builder
	for _, v := range p.variables {
		fmt.Fprintf(&environment, "Environment=%s\n", strconv.Quote(strings.ReplaceAll(v.name+"="+v.value, "%", "%%")))
	}
	fmt.Fprintf(p.w, `# /etc/systemd/system/tongket.service
# Put both parts into their files, then: systemctl enable --now tongket.timer
[Unit]
Description=Read congress reports and publish workbook and tables

[Service]
Type=oneshot
%sExecStart=%s
# Documents that failed are said in the outputs and are no failure of the service.
SuccessExitStatus=3
# The first signal saves the state; documents in hand get their time.
TimeoutStopSec=60

# /etc/systemd/system/tongket.timer
[Unit]
Description=When tongket runs

[Timer]
`, environment.String(), strings.Join(quoted, " "))
	for _, c := range p.t.calendar() {
		fmt.Fprintf(p.w, "OnCalendar=%s\n", c)
	}
	fmt.Fprint(p.w, `# A time that passed while the machine was off is caught up.
Persistent=true

[Install]
WantedBy=timers.target
`)
}

func (p *printer) crontab() {
	var quoted []string
	quote := func(s string) string { return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'" }
	for _, v := range p.variables {
		quoted = append(quoted, v.name+"="+quote(v.value))
	}
	for _, s := range append([]string{p.program}, p.args()...) {
		quoted = append(quoted, quote(s))
	}
	// cron ends a command at a percent sign.
	command := strings.ReplaceAll(strings.Join(quoted, " "), "%", `\%`)
	fmt.Fprintf(p.w, `# crontab -e
# Two runs never overlap: the second ends at once. cron catches nothing up; the
# next run does all that is new.
CRON_TZ=%s
%s %s
`, p.t.zone, p.t.spec, command)
}

func (p *printer) kubernetes() {
	fmt.Fprintf(p.w, `# kubectl apply -f -
# Mount the inputs and the output folder at the same paths as below.
apiVersion: batch/v1
kind: CronJob
metadata:
  name: tongket
spec:
  schedule: %s
  timeZone: %s
  concurrencyPolicy: Forbid
  # A start that was missed for less than a day is caught up.
  startingDeadlineSeconds: 86400
  successfulJobsHistoryLimit: 3
  failedJobsHistoryLimit: 3
  jobTemplate:
    spec:
      backoffLimit: 3
      podFailurePolicy:
        rules:
          # Documents that failed (3) or a limit on failures (4), a wrong
          # configuration (2) and a bug (1) do not pass by themselves.
          - action: FailJob
            onExitCodes: {operator: In, values: [1, 2, 3, 4]}
          # Evicted pods go on where they were.
          - action: Ignore
            onPodConditions: [{type: DisruptionTarget}]
      template:
        spec:
          restartPolicy: Never
          terminationGracePeriodSeconds: 60
          containers:
            - name: tongket
              image: %s
`, strconv.Quote(p.t.spec), strconv.Quote(p.t.zone), strconv.Quote(p.image))
	for i, v := range p.variables {
		if i == 0 {
			fmt.Fprintln(p.w, "              env:")
		}
		fmt.Fprintf(p.w, "                - {name: %s, value: %s}\n", v.name, strconv.Quote(v.value))
	}
	fmt.Fprintln(p.w, "              args:")
	for _, s := range p.args() {
		fmt.Fprintf(p.w, "                - %s\n", strconv.Quote(s))
	}
}

// The bits of a cron field, lowest first, within its range.
func bits(field uint64, first, last int) []int {
	var out []int
	for i := first; i <= last; i++ {
		if field&(1<<uint(i)) != 0 {
			out = append(out, i)
		}
	}
	return out
}

// list joins numbers, "*" for all of them.
func list(ns []int, all int) string {
	if len(ns) == all {
		return "*"
	}
	var out []string
	for _, n := range ns {
		out = append(out, fmt.Sprintf("%02d", n))
	}
	return strings.Join(out, ",")
}

// fields are what a timetable says, as numbers.
type fields struct{ minutes, hours, days, months, weekdays []int }

func (t *timetable) fields() fields {
	c := t.cron
	return fields{bits(c.Minute, 0, 59), bits(c.Hour, 0, 23), bits(c.Dom, 1, 31), bits(c.Month, 1, 12), bits(c.Dow, 0, 6)}
}

var weekdayNames = [...]string{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"}

// anyDay reports whether a field is a star, which limits nothing. A list of all
// days is none: cron joins limits on both kinds of days with "or".
func anyDay(field uint64) bool { return field>>63 != 0 }

// calendar is the timetable as systemd writes it. cron runs when the day of the
// month or the weekday fits, if both are limited; systemd when both fit, so that
// takes two lines.
func (t *timetable) calendar() []string {
	f := t.fields()
	var names []string
	for _, d := range f.weekdays {
		names = append(names, weekdayNames[d])
	}
	months, days := list(f.months, 12), list(f.days, 31)
	clock := fmt.Sprintf("%s:%s:00 %s", list(f.hours, 24), list(f.minutes, 60), t.zone)
	week := strings.Join(names, ",") + " "
	switch {
	case anyDay(t.cron.Dow):
		return []string{fmt.Sprintf("*-%s-%s %s", months, days, clock)}
	case anyDay(t.cron.Dom):
		return []string{fmt.Sprintf("%s*-%s-* %s", week, months, clock)}
	}
	return []string{fmt.Sprintf("*-%s-%s %s", months, days, clock), fmt.Sprintf("%s*-%s-* %s", week, months, clock)}
}

// windowsTimes is how many times a day a task may have: each is a trigger, and
// the Task Scheduler takes 48.
const windowsTimes = 48

func (p *printer) windows() error {
	f := p.t.fields()
	kinds := 1
	if !anyDay(p.t.cron.Dom) && !anyDay(p.t.cron.Dow) {
		kinds = 2
	}
	if len(f.hours)*len(f.minutes)*kinds > windowsTimes {
		return &usageError{fmt.Errorf("--at %q: a task of Windows has at most %d times a day; use tongket schedule run or tongket watch", p.t.spec, windowsTimes)}
	}
	fmt.Fprintf(p.w, `<?xml version="1.0" encoding="UTF-8"?>
<!-- Register-ScheduledTask -TaskName tongket -Xml (Get-Content tongket.xml -Raw)
     Times are of %s%s, whatever the machine's own zone.%s -->
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <Triggers>
`, p.t.zone, winterTime(p.t.at), p.setx())
	for _, h := range f.hours {
		for _, m := range f.minutes {
			p.triggers(f, h, m)
		}
	}
	var quoted []string
	for _, s := range p.args() {
		if strings.HasSuffix(s, `\`) { // the root of a drive: \" would be a quote
			s += `\`
		}
		quoted = append(quoted, `"`+s+`"`)
	}
	fmt.Fprintf(p.w, `  </Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
  </Settings>
  <Actions>
    <Exec>
      <Command>%s</Command>
      <Arguments>%s</Arguments>
    </Exec>
  </Actions>
</Task>
`, escaped(p.program), escaped(strings.Join(quoted, " ")))
	return nil
}

// setx says which variables the account of the task needs: a task has none of its
// own.
func (p *printer) setx() string {
	var b strings.Builder
	for _, v := range p.variables {
		fmt.Fprintf(&b, "\n     First, for its account: setx %s \"%s\"", v.name, strings.ReplaceAll(escaped(v.value), "--", "-&#45;"))
	}
	return b.String()
}

// winterTime says so when a zone has summer time: a task has one offset.
func winterTime(at *time.Location) string {
	_, winter := time.Date(2025, 1, 1, 0, 0, 0, 0, at).Zone()
	_, summer := time.Date(2025, 7, 1, 0, 0, 0, 0, at).Zone()
	if winter == summer {
		return ""
	}
	return " as on 1 January, all the year"
}

// triggers writes the triggers of one time of day.
func (p *printer) triggers(f fields, hour, minute int) {
	start := time.Date(2025, 1, 1, hour, minute, 0, 0, p.t.at).Format("2006-01-02T15:04:05-07:00")
	months := each(f.months, func(m int) string { return fmt.Sprintf("<%s />", time.Month(m)) })
	if anyDay(p.t.cron.Dow) || !anyDay(p.t.cron.Dom) {
		days := each(f.days, func(d int) string { return fmt.Sprintf("<Day>%d</Day>", d) })
		p.trigger(start, fmt.Sprintf("<ScheduleByMonth><DaysOfMonth>%s</DaysOfMonth><Months>%s</Months></ScheduleByMonth>", days, months))
	}
	if !anyDay(p.t.cron.Dow) {
		days := each(f.weekdays, func(d int) string { return fmt.Sprintf("<%s />", time.Weekday(d)) })
		p.trigger(start, fmt.Sprintf("<ScheduleByMonthDayOfWeek><Weeks><Week>1</Week><Week>2</Week><Week>3</Week><Week>4</Week><Week>Last</Week></Weeks><DaysOfWeek>%s</DaysOfWeek><Months>%s</Months></ScheduleByMonthDayOfWeek>", days, months))
	}
}

// each joins what f makes of numbers.
func each(ns []int, f func(int) string) string {
	var b strings.Builder
	for _, n := range ns {
		b.WriteString(f(n))
	}
	return b.String()
}

func (p *printer) trigger(start, schedule string) {
	fmt.Fprintf(p.w, "    <CalendarTrigger><StartBoundary>%s</StartBoundary>%s</CalendarTrigger>\n", start, schedule)
}

// escaped is text inside XML.
func escaped(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a Builder takes everything
	return b.String()
}
