package ocr

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/tongket/tongket/pipeline/format/layout"
	"github.com/tongket/tongket/pipeline/report"
)

// Config of an Engine. The zero Config takes the tesseract of the PATH and no
// cache.
type Config struct {
	// Program is the path of Tesseract; "tesseract" by default.
	Program string
	// Cache is a folder that keeps what was read, made where the folder above
	// it exists; "" for none.
	Cache string
	// Limits of one page.
	Limits Limits
}

// Limits bound one run of Tesseract. A zero field takes its default.
type Limits struct {
	// Memory is in bytes, 1 GiB by default: a page of A4 takes 130 MB, one of
	// A3 at 300 dots per inch 400 MB. Systems without limits ignore it.
	Memory int64
	// Time is 2 minutes by default, a hundred times what a page takes.
	Time time.Duration
	// Pixels is the size of a picture that is read, 100 million by default.
	Pixels int
}

func (l Limits) withDefaults() Limits {
	if l.Memory <= 0 {
		l.Memory = 1 << 30
	}
	if l.Time <= 0 {
		l.Time = 2 * time.Minute
	}
	if l.Pixels <= 0 {
		l.Pixels = 100 << 20
	}
	return l
}

// Engine reads pictures. It may be used by several goroutines at once.
type Engine struct {
	c     Config
	cache cache
	setup func() (setup, error)
}

// setup is what is learnt of the installed program once.
type setup struct{ program, version string }

// New returns an engine. It runs nothing yet; a missing program shows when the
// first picture comes, or when Version is asked for.
func New(c Config) *Engine {
	if c.Program == "" {
		c.Program = "tesseract"
	}
	c.Limits = c.Limits.withDefaults()
	e := &Engine{c: c, cache: cache{c.Cache}}
	e.setup = sync.OnceValues(func() (setup, error) { return find(c.Program) })
	return e
}

// Fingerprint tells one installed program from another, "" for none: its place,
// size and time. It is part of what shapes a document's text, and is asked for
// before every run, so it starts nothing.
func (e *Engine) Fingerprint() string {
	if e == nil {
		return ""
	}
	program, err := exec.LookPath(e.c.Program)
	if err != nil {
		return ""
	}
	info, err := os.Stat(program)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %d %d", program, info.Size(), info.ModTime().UnixNano())
}

// psm is Tesseract's way to lay out a page: 6 takes it for one block of lines,
// and their order is package layout's affair, which knows tables and letterheads.
// On noisy scans of 20 pages it read .960 of the words right, 3 .957, 11 .936.
const psm = "6"

const language = "vie"

// find looks for the program and its Vietnamese data.
func find(name string) (setup, error) {
	program, err := exec.LookPath(name)
	if err != nil {
		return setup{}, report.Becausef(report.MissingTool, "tesseract is not installed")
	}
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	langs, err := exec.CommandContext(ctx, program, "--list-langs").CombinedOutput()
	if err != nil {
		return setup{}, report.Becausef(report.ToolFailed, "tesseract --list-langs: %w", err)
	}
	if !slices.Contains(strings.Fields(string(langs)), language) {
		return setup{}, report.Becausef(report.MissingTool, "tesseract is installed without its Vietnamese data")
	}
	version, err := exec.CommandContext(ctx, program, "--version").CombinedOutput()
	if err != nil {
		return setup{}, report.Becausef(report.ToolFailed, "tesseract --version: %w", err)
	}
	first, _, _ := strings.Cut(string(version), "\n")
	return setup{program, strings.TrimSpace(first)}, nil
}

// Page reads the picture of a page of so many dots per inch: its characters at
// their places and with the confidence of their word, and its ruling lines. The
// caller numbers the page. The error's reason is MissingTool when Tesseract or
// its Vietnamese data is not installed.
func (e *Engine) Page(ctx context.Context, picture image.Image, dpi float64) (layout.Page, error) {
	s, err := e.setup()
	if err != nil {
		return layout.Page{}, err
	}
	b := picture.Bounds()
	if b.Dx()*b.Dy() > e.c.Limits.Pixels {
		return layout.Page{}, report.Becausef(report.TooLarge, "a picture of %d × %d dots", b.Dx(), b.Dy())
	}
	plain := level(grey(picture))
	rules := takeRules(plain, dpi)
	sheet := layout.Page{Width: float32(float64(b.Dx()) * 72 / dpi), Height: float32(float64(b.Dy()) * 72 / dpi), Rules: rules, Rough: true}
	if blank(plain) {
		return sheet, nil
	}
	input := encode(plain)
	args := []string{"stdin", "stdout", "-l", language, "--psm", psm, "--dpi", strconv.Itoa(int(dpi + 0.5)), "-c", "tessedit_create_tsv=1"}
	key := keyOf(s.version, args, input)
	table, ok := e.cache.get(key)
	if !ok {
		if table, err = e.run(ctx, s.program, args, input); err != nil {
			return layout.Page{}, err
		}
		e.cache.put(key, table)
	}
	sheet.Glyphs, err = glyphs(table, 72/dpi)
	return sheet, err
}

// keyOf is the name under which a result is kept: all that it depends on.
func keyOf(version string, args []string, input []byte) string {
	h := sha256.New()
	fmt.Fprintf(h, "%s\x00%s\x00", version, strings.Join(args, "\x00"))
	h.Write(input)
	return hex.EncodeToString(h.Sum(nil))
}

// run runs the program once.
func (e *Engine) run(ctx context.Context, program string, args []string, input []byte) ([]byte, error) {
	limited, cancel := context.WithTimeout(ctx, e.c.Limits.Time)
	defer cancel()
	cmd := command(limited, e.c.Limits, program, args)
	cmd.Stdin = bytes.NewReader(input)
	var out, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &capped{w: &out, left: 64 << 20}, &capped{w: &trouble, left: 4 << 10}
	cmd.WaitDelay = 5 * time.Second
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, report.Becausef(report.TimedOut, "tesseract took longer than %v", e.c.Limits.Time)
	case err != nil:
		message, _, _ := strings.Cut(strings.TrimSpace(trouble.String()), "\n")
		return nil, report.Because(report.ToolFailed, errors.Join(fmt.Errorf("tesseract: %w", err), lineError(message)))
	}
	return out.Bytes(), nil
}

func lineError(s string) error {
	if s == "" {
		return nil
	}
	return errors.New(strings.ToValidUTF8(s, "\uFFFD"))
}

// capped keeps the first bytes of what a program writes.
type capped struct {
	w    *bytes.Buffer
	left int
}

func (c *capped) Write(p []byte) (int, error) {
	n := min(len(p), c.left)
	c.left -= n
	c.w.Write(p[:n])
	return len(p), nil
}
