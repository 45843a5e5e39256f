package configs

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spf13/pflag"
)

func TestDefaults(t *testing.T) {
	t.Chdir(t.TempDir())
	e, err := Read(Sources{Formats: []string{"xlsx", "parquet", "jsonl", "csv"}})
	if err != nil {
		t.Fatal(err)
	}
	if e.Out != "out" || e.Limits.Bytes != 128<<20 || e.Limits.Time != 30*time.Minute || strings.Join(e.Formats, " ") != "xlsx parquet" {
		t.Errorf("%+v", e.Settings)
	}
	for key := range settingsSchema() {
		if e.origin[key] != "default" {
			t.Errorf("%s has no default", key)
		}
	}
}

// Flags go before variables, these before the file, that before the defaults,
// and each value knows where it is from.
func TestPrecedence(t *testing.T) {
	t.Chdir(t.TempDir())
	write(t, "tongket.yaml", "out: from-file\nlang: en\nworkers: 3\nlimits:\n  time: 5m\n")
	t.Setenv("TONGKET_LANG", "vi")
	t.Setenv("TONGKET_WORKERS", "5")
	t.Setenv("TONGKET_LIMITS_BYTES", "1MiB")
	t.Setenv("TONGKET_OUT", "")
	flags := pflag.NewFlagSet("", pflag.ContinueOnError)
	flags.Int("workers", 0, "")
	flags.StringSlice("formats", nil, "")
	if err := flags.Parse([]string{"--workers", "7", "--formats", "csv,jsonl"}); err != nil {
		t.Fatal(err)
	}
	e, err := Read(Sources{Flags: map[string]*pflag.Flag{"workers": flags.Lookup("workers"), "formats": flags.Lookup("formats")}})
	if err != nil {
		t.Fatal(err)
	}
	if e.Out != "from-file" || e.Lang != "vi" || e.Workers != 7 || e.Limits.Bytes != 1<<20 || e.Limits.Time != 5*time.Minute || len(e.Formats) != 2 {
		t.Errorf("%+v", e.Settings)
	}
	for key, want := range map[string]string{
		"out": "tongket.yaml:1", "lang": "TONGKET_LANG", "workers": "--workers", "limits.bytes": "TONGKET_LIMITS_BYTES",
		"limits.time": "tongket.yaml:5", "keep": "default", "formats": "--formats",
	} {
		if got := e.Origin(key); got != want {
			t.Errorf("%s comes from %s, want %s", key, got, want)
		}
	}
	var b strings.Builder
	if err := e.Print(&b); err != nil || !strings.Contains(b.String(), `"5m0s"`) {
		t.Errorf("%v\n%s", err, b.String())
	}
}

// Every mistake is refused before a document is read, with its place and a
// cure.
func TestMistakes(t *testing.T) {
	for _, c := range []struct{ yaml, want string }{
		{"workerz: 4", `tongket.yaml:1: unknown key "workerz"; did you mean "workers"?`},
		{"limits:\n  byte: 1MiB", `tongket.yaml:2: unknown key "limits.byte"; did you mean "limits.bytes"?`},
		{"workers: 4.7", `tongket.yaml:1: workers: 4.7 is no whole number`},
		{"workers: true", `tongket.yaml:1: workers: true is no whole number`},
		{"workers: null", `tongket.yaml:1: workers: has no value`},
		{"workers:", `tongket.yaml:1: workers: has no value`},
		{"workers: -1", `tongket.yaml:1: workers: -1 is less than 0`},
		{"workers: 99999999999999999999", `tongket.yaml:1: workers: `},
		{"limits: {time: 30}", `tongket.yaml:1: limits.time: "30" needs a unit: 30s, 30m`},
		{"limits: {time: soon}", `limits.time: "soon" is no duration`},
		{"limits: {time: -5s}", `limits.time: "-5s" is negative`},
		{"limits: {bytes: 100}", `limits.bytes: "100" needs a unit`},
		{"limits: {bytes: 0}", `limits.bytes: 0 is less than 1`},
		{"limits: 5", `tongket.yaml:1: want settings`},
		{"formats: [xlsx, exel]", `formats: "exel" is none of`},
		{"formats: []", `formats: at least one is wanted`},
		{"formats: {xlsx: true}", `tongket.yaml:1: formats: one value is wanted`},
		{"formats: [1]", `formats: a list of words is wanted`},
		{"lang: fr", `lang: "fr" is none of vi, en`},
		{"lang: 1", `lang: 1 is no text`},
		{"lang: [vi]", `lang: [vi] is no text`},
		{"lang: vi\nlang: en", `tongket.yaml:2`},
		{"out: ''", `out: name a folder`},
		{"profile: nowhere", `tongket.yaml:1: profile: stat nowhere`},
		{"profile: tongket.yaml", `is no folder`},
		{"failures: {max: many}", `failures.max: "many" is no number of documents`},
		{"failures: {max: 120%}", `failures.max: "120%" is no share`},
		{"failures: {window: 50 of 20}", `failures.window: "50 of 20" is no window`},
		{"log: {level: loud}", `log.level: "loud" is none of`},
		{"keep: \"a\"", `keep: a is no whole number`},
		{"- a", `tongket.yaml:1: want settings`},
		{"a: b: c", `tongket.yaml:1`},
		{"out: a\n---\nout: b", `one YAML document is wanted`},
		{"\tout: a", `tongket.yaml:1`},
	} {
		t.Run(c.yaml, func(t *testing.T) {
			t.Chdir(t.TempDir())
			write(t, "tongket.yaml", c.yaml+"\n")
			_, err := Read(Sources{Formats: []string{"xlsx", "parquet"}})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v\nwant %s", err, c.want)
			}
		})
	}
	t.Run("all at once", func(t *testing.T) {
		t.Chdir(t.TempDir())
		write(t, "tongket.yaml", "workerz: 4\nlimits: {time: 30}\n")
		t.Setenv("TONGKET_LIMIT_TIME", "3s")
		_, err := Read(Sources{})
		for _, want := range []string{"workerz", "limits.time", `TONGKET_LIMIT_TIME: no such setting; did you mean "TONGKET_LIMITS_TIME"?`} {
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("no %q in %v", want, err)
			}
		}
	})
	t.Run("the file is named and missing", func(t *testing.T) {
		if _, err := Read(Sources{File: filepath.Join(t.TempDir(), "x.yaml")}); err == nil {
			t.Error("no error")
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add("workers: 3\nlimits:\n  time: 5m\n")
	f.Add("formats: [xlsx]\n---\n")
	f.Add("a: &x [*x]\n<<: {b: c}")
	f.Fuzz(func(t *testing.T, s string) {
		name := filepath.Join(t.TempDir(), "x.yaml")
		write(t, name, s)
		if e, err := Read(Sources{File: name}); err == nil && e.Limits.Bytes <= 0 {
			t.Errorf("limits.bytes is %d", e.Limits.Bytes)
		}
	})
}

func write(t *testing.T, name, data string) {
	t.Helper()
	if err := os.WriteFile(name, []byte(data), 0o666); err != nil {
		t.Fatal(err)
	}
}

// TestMain takes away variables that a developer's shell may hold.
func TestMain(m *testing.M) {
	for _, x := range os.Environ() {
		if name, _, _ := strings.Cut(x, "="); strings.HasPrefix(name, envPrefix) {
			os.Unsetenv(name)
		}
	}
	os.Exit(m.Run())
}
