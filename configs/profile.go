package configs

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"github.com/tongket/tongket/pipeline/report"
)

//go:embed *.yaml all:fields all:lexicons
var embedded embed.FS

// Profile is what is to be found in a document and how the output is coded.
type Profile struct {
	Tables    []*report.Table
	Rules     []Rule
	Wordlists map[string]*report.Wordlist
	// Thresholds are what the rounds of congresses required; those that are
	// off are here too.
	Thresholds []report.Threshold
	// Hash covers every file of every layer: two profiles of one hash find the
	// same rows.
	Hash string
	// Partial says that a file of tables could not be read, so that rules into its
	// columns would seem wrong.
	Partial bool
	// Remarks are what may be meant and does nothing, each with its place.
	Remarks []error
	unasked map[string]string // lexicons that a layer adds and nothing has asked for, with their files

	// RowsHash covers what shapes the rows of one document: every file but the
	// thresholds and the tables of statistics, which views are made of.
	RowsHash string
}

// Rule is one entry of a fields file.
type Rule struct {
	ID       string
	Kind     string
	Table    string
	Settings Options
	Examples []Example
	Source   string // file and line
	Own      bool   // of a layer over the embedded profile: where it finds a row, it has the word

	file string
	node ast.Node
}

// Place is the file and line of what a path of keys and numbers leads to in a
// rule: Place("settings", "expr"). A step that is not there ends it.
func (r Rule) Place(path ...any) string {
	if r.node == nil {
		return r.Source
	}
	return fmt.Sprintf("%s:%d", r.file, line(r.node, path...))
}

// Example is a text with the rows that its rule must find there, and no
// others. A rule whose example fails does not load.
type Example struct {
	Text string `yaml:"text"`
	// Given states identity columns of the document that the text is thought
	// to stand in.
	Given map[string]any `yaml:"given"`
	// Rows are the wanted rows; columns that an entry does not name are free.
	Rows []map[string]any `yaml:"rows"`
}

type fieldsFile struct {
	Off   []string   `yaml:"off"`
	Rules []ast.Node `yaml:"rules"`
}

type ruleEntry struct {
	ID       string    `yaml:"id"`
	Kind     string    `yaml:"kind"`
	Table    string    `yaml:"table"`
	Settings ast.Node  `yaml:"settings"`
	Examples []Example `yaml:"examples"`
}

// lacks are the keys that every rule has and this one has not.
func (r ruleEntry) lacks() (keys []string) {
	for _, x := range []struct{ key, value string }{{"id", r.ID}, {"kind", r.Kind}, {"table", r.Table}} {
		if x.value == "" {
			keys = append(keys, x.key)
		}
	}
	return keys
}

// Embedded returns the profile of this program.
func Embedded() (*Profile, error) { return Load() }

// Load reads the embedded profile and layers the given folders over it, in
// order: a later layer adds tables, columns, codes, rules and words, replaces
// nothing in silence, and switches rules off by id (off: [rule.id]) or words
// by a line that begins with "-". All faults come at once; the profile that comes
// with them is what could be read, so that a caller can look for more.
func Load(layers ...fs.FS) (*Profile, error) { return load("profile", layers...) }

// LoadFolder is Load with a user's folder, by whose name its faults are told.
func LoadFolder(name string, folder fs.FS) (*Profile, error) { return load(name, folder) }

func load(name string, layers ...fs.FS) (*Profile, error) {
	p := &Profile{Wordlists: map[string]*report.Wordlist{}, unasked: map[string]string{}}
	l := loader{profile: p, hash: sha256.New(), rows: sha256.New()}
	l.layer("", "", embedded)
	clear(p.unasked) // ours are asked for, by the rooms that need them
	l.own = true
	for _, layer := range layers {
		l.layer("profile/", name+"/", layer)
	}
	tables, err := l.schema.build()
	l.fail(err)
	p.Tables = tables
	l.switchOff()
	l.checkThresholdCodes()
	for _, r := range p.Rules {
		if p.Table(r.Table) == nil && !p.Partial {
			l.fail(fmt.Errorf("%s: rule %s: no table %q%s", r.Place("table"), r.ID, r.Table, report.DidYouMean(r.Table, p.tableNames())))
		}
	}
	p.Hash, p.RowsHash = hex.EncodeToString(l.hash.Sum(nil)), hex.EncodeToString(l.rows.Sum(nil))
	return p, errors.Join(l.faults...)
}

// Table returns a table by name, nil when there is none.
func (p *Profile) Table(name string) *report.Table {
	for _, t := range p.Tables {
		if t.Name == name {
			return t
		}
	}
	return nil
}

func (p *Profile) tableNames() []string {
	var names []string
	for _, t := range p.Tables {
		names = append(names, t.Name)
	}
	return names
}

// Wordlist returns a lexicon by name. A name that the profile lacks is an
// error.
func (p *Profile) Wordlist(name string) (*report.Wordlist, error) {
	if w := p.Wordlists[name]; w != nil {
		delete(p.unasked, name)
		return w, nil
	}
	return nil, fmt.Errorf("no lexicon %q (lexicons/%s.tsv)%s", name, name, report.DidYouMean(name, p.lexicons("")))
}

// Unasked names the lexicons that a layer adds and that no rule has asked for: a
// word in them would never be looked for.
func (p *Profile) Unasked() error {
	var faults []error
	for _, name := range slices.Sorted(maps.Keys(p.unasked)) {
		faults = append(faults, fmt.Errorf("%s: no rule uses this lexicon%s", p.unasked[name], report.DidYouMean(name, p.lexicons(name))))
	}
	return errors.Join(faults...)
}

// lexicons are the names of all lexicons but one.
func (p *Profile) lexicons(but string) []string {
	var names []string
	for name := range p.Wordlists {
		if name != but {
			names = append(names, name)
		}
	}
	return names
}

type loader struct {
	profile *Profile
	schema  schema
	off     []offEntry
	faults  []error
	hash    hash.Hash
	rows    hash.Hash // see Profile.RowsHash
	own     bool      // the embedded layer is read

	thresholdsAt []place // of Profile.Thresholds
}

type offEntry struct {
	place
	id string
}

func (l *loader) fail(err error) {
	if err != nil {
		l.faults = append(l.faults, err)
	}
}

// remark notes what a user may not have meant.
func (l *loader) remark(format string, args ...any) {
	if l.own {
		l.profile.Remarks = append(l.profile.Remarks, fmt.Errorf(format, args...))
	}
}

// layer reads a layer. Its files are hashed under key, whatever the folder is
// called, and their faults are told under prefix.
func (l *loader) layer(key, prefix string, fsys fs.FS) {
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name != "." && prefix != "" && strings.HasPrefix(d.Name(), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case d.IsDir():
			return l.folder(prefix, name)
		case !profileFile(name):
			if prefix != "" {
				l.fail(noProfileFile(prefix, name))
			}
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		fmt.Fprintf(l.hash, "%s%s\x00%d\x00", key, name, len(data))
		l.hash.Write(data)
		if name != "thresholds.yaml" && name != "tables_stats.yaml" {
			fmt.Fprintf(l.rows, "%s%s\x00%d\x00", key, name, len(data))
			l.rows.Write(data)
		}
		if prefix != "" {
			if data, err = utf8Text(prefix+name, data); err != nil {
				l.fail(err)
				l.profile.Partial = l.profile.Partial || strings.HasPrefix(name, "tables")
				return nil
			}
		}
		l.fail(l.file(prefix+name, name, data))
		return nil
	})
	l.fail(err)
}

// folder looks at the name of a folder of a layer: one that is nearly that of a
// profile's is a slip, and what lies in it would be read by nobody.
func (l *loader) folder(prefix, name string) error {
	if prefix == "" || name == "." || slices.Contains(profileFolders, name) {
		return nil
	}
	if near := report.Nearest(name, profileFolders); near != "" {
		l.fail(fmt.Errorf("%s%s: not a folder of a profile; did you mean %q?", prefix, name, near))
		return fs.SkipDir
	}
	return nil
}

// profileFolders are the folders of a profile.
var profileFolders = []string{"fields", "lexicons"}

func profileFile(name string) bool {
	dir, base := path.Split(name)
	switch dir {
	case "":
		return strings.HasPrefix(base, "tables") && strings.HasSuffix(base, ".yaml") || base == "thresholds.yaml"
	case "fields/":
		return strings.HasSuffix(base, ".yaml")
	case "lexicons/":
		return strings.HasSuffix(base, ".tsv")
	}
	return false
}

// noProfileFile refuses a file that nobody would read although its place or
// ending says that somebody meant it: any file in fields and lexicons but a
// README, and YAML and TSV files anywhere.
func noProfileFile(prefix, name string) error {
	dir, base := path.Split(name)
	ext := path.Ext(base)
	stem := strings.TrimSuffix(base, ext)
	if inner := path.Ext(stem); inner == ".yaml" || inner == ".yml" || inner == ".tsv" { // mine.yaml.txt
		stem = strings.TrimSuffix(stem, inner)
	}
	meant := ""
	switch {
	case strings.EqualFold(stem, "readme"):
		return nil
	case dir == "fields/":
		meant = stem + ".yaml"
	case dir == "lexicons/":
		meant = stem + ".tsv"
	case ext != ".yaml" && ext != ".yml" && ext != ".tsv":
		return nil
	case dir == "" && ext != ".tsv":
		meant = report.Nearest(stem+".yaml", []string{"tables.yaml", "thresholds.yaml"})
	}
	cure := ""
	if meant != "" {
		cure = fmt.Sprintf("; did you mean %q?", dir+meant)
	}
	return fmt.Errorf("%s%s: not a file of a profile; it has tables.yaml, thresholds.yaml, fields/*.yaml and lexicons/*.tsv%s", prefix, name, cure)
}

func (l *loader) file(shown, name string, data []byte) error {
	switch dir, base := path.Split(name); {
	case dir == "fields/":
		return l.fields(shown, data)
	case dir == "lexicons/":
		return l.words(shown, strings.TrimSuffix(base, ".tsv"), string(data))
	case strings.HasPrefix(base, "tables"):
		l.schema.own = l.own
		read, err := l.schema.add(shown, data)
		l.profile.Partial = l.profile.Partial || !read
		return err
	}
	return l.thresholds(shown, data)
}

func (l *loader) fields(file string, data []byte) error {
	var f fieldsFile
	if err := decodeYAML(file, data, &f); err != nil {
		return err
	}
	for i, id := range f.Off {
		l.off = append(l.off, offEntry{place{file, data, []any{"off", i}}, id})
	}
	if len(f.Off)+len(f.Rules) == 0 {
		l.remark("%s: no rule stands in it", file)
	}
	var faults []error
	for _, node := range f.Rules {
		var r ruleEntry
		if err := decodeNode(file, node, &r); err != nil {
			faults = append(faults, err)
			continue
		}
		source := fmt.Sprintf("%s:%d", file, first(node))
		same := slices.IndexFunc(l.profile.Rules, func(s Rule) bool { return s.ID == r.ID })
		switch lacks := r.lacks(); {
		case len(lacks) > 0:
			faults = append(faults, fmt.Errorf("%s: a rule needs id, kind and table; this one lacks %s", source, strings.Join(lacks, ", ")))
			continue
		case same >= 0 && l.profile.Rules[same].Own:
			faults = append(faults, fmt.Errorf("%s: rule %s stands twice, also at %s; give one another id", source, r.ID, l.profile.Rules[same].Source))
			continue
		case same >= 0:
			faults = append(faults, fmt.Errorf("%s: rule %s exists already; switch it off with off: [%s] and give yours another id", source, r.ID, r.ID))
			continue
		}
		l.profile.Rules = append(l.profile.Rules, Rule{
			ID: r.ID, Kind: r.Kind, Table: r.Table, Settings: Options{file, r.Settings}, Examples: r.Examples, Source: source, Own: l.own, file: file, node: node,
		})
	}
	return errors.Join(faults...)
}

// words reads a lexicon: tab separated, the first line names the columns, "#"
// begins a comment, a line that begins with "-" takes the words of its first
// cell out.
func (l *loader) words(file, name, data string) error {
	w := l.profile.Wordlists[name]
	var columns []string
	var faults []error
	n, said := 0, -1 // the first line has no words
	known := map[string]bool{}
	if w != nil {
		for _, word := range firstCells(w) {
			known[word] = true
		}
	}
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		said++
		cells := strings.Split(line, "\t")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		switch {
		case columns == nil:
			columns = cells
			if w == nil {
				w = &report.Wordlist{Name: name, Columns: cells}
				l.profile.Wordlists[name] = w
				l.profile.unasked[name] = file
			} else if !slices.Equal(cells, w.Columns) {
				return fmt.Errorf("%s:%d: columns %q, want %q as in the profile below", file, n, cells, w.Columns)
			}
		case strings.HasPrefix(line, "-"):
			word := strings.TrimSpace(strings.TrimPrefix(cells[0], "-"))
			before := len(w.Rows)
			w.Rows = slices.DeleteFunc(w.Rows, func(r report.WordRow) bool { return r.Get(w.Columns[0]) == word })
			if len(w.Rows) == before {
				faults = append(faults, fmt.Errorf("%s:%d: no word %q to take out%s", file, n, word, report.DidYouMean(word, firstCells(w))))
			}
		case l.own && slices.ContainsFunc(cells, Unclosed):
			faults = append(faults, fmt.Errorf("%s:%d: %q has a brace without its partner; choices look like {a|b}", file, n, line))
		case len(cells) > len(columns):
			faults = append(faults, fmt.Errorf("%s:%d: %d cells, but the first line names %d columns", file, n, len(cells), len(columns)))
		case known[cells[0]] && w.Has(cells): // a copied lexicon with a few lines changed changes these only
		default:
			w.Append(fmt.Sprintf("%s:%d", file, n), cells)
			known[cells[0]] = true
		}
	}
	if said <= 0 {
		l.remark("%s: no word stands in it", file)
	}
	return errors.Join(faults...)
}

func firstCells(w *report.Wordlist) []string {
	var out []string
	for _, r := range w.Rows {
		out = append(out, r.Get(w.Columns[0]))
	}
	return out
}

func (l *loader) switchOff() {
	for _, o := range l.off {
		before := len(l.profile.Rules)
		var ids []string
		for _, r := range l.profile.Rules {
			if ids = append(ids, r.ID); r.ID == o.id && r.Own {
				l.fail(fmt.Errorf("%s: off: rule %s is your own, at %s; take it out there", o.place, o.id, r.Source))
			}
		}
		l.profile.Rules = slices.DeleteFunc(l.profile.Rules, func(r Rule) bool { return r.ID == o.id })
		if len(l.profile.Rules) == before {
			l.fail(fmt.Errorf("%s: off: no rule %q%s", o.place, o.id, report.DidYouMean(o.id, ids)))
		}
	}
}
