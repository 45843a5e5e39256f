package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors"
	"github.com/tongket/tongket/pipeline"
	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/format/ocr"
	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/review"
	"github.com/tongket/tongket/pipeline/source"
	"github.com/tongket/tongket/pipeline/spill"
	"github.com/tongket/tongket/pipeline/stats"
	"github.com/tongket/tongket/pipeline/text"
)

// house is the program's rooms, put together for some settings. Only here they
// meet.
type house struct {
	settings  *configs.Effective
	profile   *configs.Profile
	set       ruleSet
	reader    readers
	keys      journal.Keys
	revision  pipeline.Revision // see recall
	outline   func() (extractors.Outline, error)
	passwords []string
	units     stats.Roster
	reviewed  []review.Correction // of the output folder in hand
}

// The interfaces of the engine, and who stands behind them.
var (
	_ pipeline.Reader    = readers{}
	_ pipeline.Texter    = text.Normalise
	_ pipeline.Extractor = ruleSet{}
	_ pipeline.Revision  = (*extractors.Revision)(nil)
)

// readers are the table of readers, with the media type of what they refuse.
type readers struct{ format.Readers }

// Media is the media type of bytes that could not be read.
func (readers) Media(name string, data []byte) string { return format.Sniff(name, data) }

// NameKind is all of a name that the readers go by.
func (readers) NameKind(name string) string { return format.NameKind(name) }

// build puts the rooms together. A fault of profile or settings is a usage
// error that holds all faults.
func build(settings *configs.Effective) (*house, error) {
	return buildPardoning(settings, func(error) bool { return false })
}

// buildPardoning is build with a say in whether faults of a profile that has its rules
// all the same, as those of examples, keep it from being used.
func buildPardoning(settings *configs.Effective, pardon func(error) bool) (*house, error) {
	defer roomy(0)()
	h := &house{settings: settings}
	var err error
	if h.profile, h.set, err = rulesOf(settings); err != nil && (h.profile == nil || !pardon(err)) {
		return nil, err
	}
	h.outline = sync.OnceValues(func() (extractors.Outline, error) { return extractors.OutlineOf(h.profile) })
	if h.passwords, err = readPasswords(settings.Abs("passwords", settings.Passwords)); err != nil {
		return nil, &usageError{err}
	}
	if h.units, err = readUnits(settings.Abs("units", settings.Units)); err != nil {
		return nil, &usageError{err}
	}
	engine := ocrEngine(settings)
	l := settings.Limits
	h.reader = readers{format.New(format.Config{
		Limits: format.Limits{Unpacked: int64(l.Unpacked), Parts: l.Parts, Pages: l.Pages}, Passwords: h.passwords,
		OCR: recogniser(engine),
	})}
	h.keys, err = keys(settings, h.profile, engine)
	return h, err
}

// ocrEngine is the engine for scans, nil when the user wants none. What it read
// is kept with the state of the output folder.
func ocrEngine(s *configs.Effective) *ocr.Engine {
	if s.OCR == "off" {
		return nil
	}
	return ocr.New(ocr.Config{Cache: filepath.Join(s.Out, publish.State, "ocr")})
}

// recogniser keeps a nil engine from becoming an interface that is not nil.
func recogniser(e *ocr.Engine) format.Recogniser {
	if e == nil {
		return nil
	}
	return e
}

// loadProfile reads the built-in profile with a folder layered over it, "" for
// none. All its faults are one usage error.
func loadProfile(dir string) (*configs.Profile, error) {
	p, err := readProfile(dir)
	if err != nil {
		return nil, &usageError{err}
	}
	return p, nil
}

// rulesOf reads the profile that the settings name, with its rules. The built-in
// examples are tested where they are built.
func rulesOf(settings *configs.Effective) (*configs.Profile, ruleSet, error) {
	if settings.Profile == "" {
		p, err := loadProfile("")
		return p, builtinRules(p), err
	}
	p, set, err := loadRules(settings.Abs("profile", settings.Profile))
	return p, ruleSet{func() *extractors.Set { return set }}, err
}

// examplesFail is the fault of a profile of which nothing but examples fail.
type examplesFail struct{ error }

func (e *examplesFail) Unwrap() error { return e.error }

// loadRules is loadProfile with the rules that the profile makes and a look at
// their examples. Faults of files, rules and examples come together; profile and rules
// come with them where only examples fail.
func loadRules(dir string) (*configs.Profile, *extractors.Set, error) {
	p, err := readProfile(dir)
	if p == nil {
		return nil, nil, &usageError{err}
	}
	if p.Partial { // the faults of its rules would be those of columns that are not there
		return nil, nil, &usageError{errors.Join(err, fmt.Errorf("%s: rules and examples are checked once the tables can be read", dir))}
	}
	set, faults := extractors.New(p)
	examples := set.Check(canonical)
	if err = errors.Join(err, faults, p.Unasked()); err != nil {
		return nil, nil, &usageError{errors.Join(err, examples)}
	}
	if examples != nil {
		return p, set, &usageError{&examplesFail{examples}}
	}
	return p, set, nil
}

// readProfile reads a profile. One that comes with an error is what could be
// read.
func readProfile(dir string) (*configs.Profile, error) {
	if dir == "" {
		return configs.Embedded()
	}
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such folder; name one with tables.yaml, fields/ or lexicons/ in it", dir)
	case err == nil && !info.IsDir():
		return nil, fmt.Errorf("%s is a file: a profile is a folder with tables.yaml, fields/ or lexicons/ in it; tongket explain reads reports", dir)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &unopened{err}
	}
	defer root.Close()
	return configs.LoadFolder(filepath.ToSlash(filepath.Clean(dir)), root.FS())
}

// canonical makes a document of an example's text, the way a plain text file
// becomes one.
func canonical(s string) (*report.Document, error) {
	raw := &report.Raw{Media: "text/plain"}
	for line := range strings.SplitSeq(s, "\n") {
		raw.Parts = append(raw.Parts, report.Simple(report.Paragraph, line))
	}
	return text.Normalise(context.Background(), "example", strings.Repeat("0", 64), raw)
}

// readPasswords reads one password a line.
func readPasswords(name string) ([]string, error) {
	if name == "" {
		return nil, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, &unopened{fmt.Errorf("passwords: %w", err)}
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" {
			out = append(out, line)
		}
	}
	return out, nil
}

// readUnits reads the roster of units that coverage is reckoned against.
func readUnits(name string) (stats.Roster, error) {
	if name == "" {
		return stats.Roster{}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return stats.Roster{}, &unopened{fmt.Errorf("units: %w", err)}
	}
	defer f.Close()
	units, err := stats.ReadRoster(name, f)
	return stats.NewRoster(units), err
}

// rowTables are the tables whose rows come from documents; those of statistics
// are views over them.
func (h *house) rowTables() []*report.Table {
	views := append(stats.Names(), review.Table)
	return slices.DeleteFunc(slices.Clone(h.profile.Tables), func(t *report.Table) bool { return slices.Contains(views, t.Name) })
}

// counted are rows with the statistics over them: everything that sinks write.
func (h *house) counted(rows report.Dataset, folder *spill.Folder) *stats.Dataset {
	return stats.Add(rows, stats.Config{
		Tables: h.profile.Tables, Thresholds: h.profile.Thresholds, Provinces: h.profile.Wordlists["provinces"], Units: h.units, Spill: folder,
	})
}

// corrected are rows with the corrections of reviewers.
func (h *house) corrected(rows report.Dataset) *review.Dataset {
	return review.Apply(rows, review.Config{Corrections: h.reviewed, Table: h.profile.Table(review.Table), Again: h.set.Again})
}

// keys are the hashes of what shapes readings and rows.
func keys(s *configs.Effective, p *configs.Profile, engine *ocr.Engine) (journal.Keys, error) {
	program, err := fingerprint()
	if err != nil {
		return journal.Keys{}, err
	}
	l := s.Limits
	read := hash(program, engine.Fingerprint(), l.Bytes, l.Attachments, l.Depth, l.Members, l.Expansion, l.Ratio, l.Pages, l.Parts, l.Unpacked)
	return journal.Keys{Read: read, Extract: hash(read, p.RowsHash)}, nil
}

// hash is a short hash of values that print the same whenever they are the
// same.
func hash(values ...any) string {
	h := sha256.New()
	for _, v := range values {
		fmt.Fprintf(h, "%v\x00", v)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// sourceOptions are the settings as package source knows them. fail hears of an
// object store that cannot be listed: what it holds is then not known, so the
// run cannot be whole.
func (h *house) sourceOptions(ctx context.Context, a *app, fail context.CancelCauseFunc) source.Options {
	l := h.settings.Limits
	return source.Options{
		Limits:    source.Limits{Bytes: int64(l.Bytes), Depth: l.Depth, Members: l.Members, Expanded: int64(l.Expansion), Ratio: int64(l.Ratio)},
		Passwords: h.passwords,
		List:      newPatient(ctx, a.in),
		Skip:      []string{h.settings.Out},
		Outputs:   publish.State,
		Remote:    objects(fail),
	}
}

// limits are the settings as the engine knows them.
func (h *house) limits() pipeline.Limits {
	l := h.settings.Limits
	return pipeline.Limits{
		Bytes: int64(l.Bytes), InHand: int64(l.Hand), Attachments: l.Attachments, Depth: l.Depth, Inside: int64(l.Expansion),
		Time: l.Time, Grace: l.Grace,
	}
}

// expand opens attachments that are archives.
func (h *house) expand(o source.Options) func(context.Context, report.Blob) iter.Seq[report.Blob] {
	return func(ctx context.Context, b report.Blob) iter.Seq[report.Blob] { return source.Expand(ctx, b, o) }
}
