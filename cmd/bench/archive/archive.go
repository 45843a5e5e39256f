package archive

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/tongket/tongket/cmd/bench/paper"
)

// Config says what archive is wanted.
type Config struct {
	Reports int
	Seed    uint64
	// Formats and Encodings are those that are drawn from; empty for the usual
	// ones. A format that knows none of the encodings is left out.
	Formats, Encodings []string
}

// mix is how often formats and encodings turn up in an archive: mostly Word, the
// older the more often in old fonts.
var (
	formatWeights   = map[string]int{"docx": 30, "doc": 22, "pdf": 14, "html": 10, "rtf": 9, "odt": 7, "txt": 8, "eml": 1, "mht": 1, "md": 1}
	encodingWeights = map[string]int{"unicode": 60, "tcvn3": 14, "vni": 8, "decomposed": 6, "utf-16": 5, "windows-1258": 5, "viqr": 1, "viscii": 1,
		"utf-16be": 1, "utf-32": 1, "utf-8-bom": 1, "barred-d": 1, "vps": 1, "bkhcm1": 1, "bkhcm2": 1}
)

// The usual formats and encodings. The others are drawn when they are asked for.
var (
	Formats   = []string{"docx", "doc", "pdf", "html", "rtf", "odt", "txt"}
	Encodings = []string{"unicode", "decomposed", "utf-16", "windows-1258", "tcvn3", "vni", "viqr", "viscii"}
)

// The names of what lies beside the reports.
const (
	ReportsFolder = "reports"
	GoldFile      = "gold.jsonl"
	TruthFile     = "truth.json"
	RosterFile    = "units.csv"
)

// Write composes an archive and writes it into a new folder: the reports, the
// rows that they state, the answers to what is asked of all, and the roster of
// units.
func Write(ctx context.Context, dir string, c Config) (*Truth, error) {
	if entries, err := os.ReadDir(dir); err == nil && len(entries) > 0 {
		return nil, fmt.Errorf("%s: the folder is not empty; name a new one", dir)
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	m, err := newMix(c)
	if err != nil {
		return nil, err
	}
	w, err := newWorld(c.Seed, c.Reports)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	f, err := os.Create(filepath.Join(dir, GoldFile))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	gold := bufio.NewWriter(f)
	truth := newTruths(c)
	reported, silent := w.choose(c.Reports)
	for i, congress := range reported {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		d, err := w.report(dir, i, congress, m)
		if err != nil {
			return nil, err
		}
		if err := json.NewEncoder(gold).Encode(d.gold); err != nil {
			return nil, err
		}
		truth.add(d)
	}
	if err := gold.Flush(); err != nil {
		return nil, err
	}
	if err := f.Close(); err != nil {
		return nil, err
	}
	t := truth.answers(silent)
	data, err := json.MarshalIndent(t, "", " ")
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(filepath.Join(dir, TruthFile), append(data, '\n'), 0o644); err != nil {
		return nil, err
	}
	return t, os.WriteFile(filepath.Join(dir, RosterFile), w.roster(), 0o644)
}

// choose parts the congresses into those with a report and those without.
func (w *world) choose(n int) (reported, silent []*congress) {
	all := w.congresses()
	r := rand.New(rand.NewPCG(w.seed, 1))
	without := map[int]bool{}
	for _, i := range r.Perm(len(all))[:max(len(all)-n, 0)] {
		without[i] = true
	}
	for i, c := range all {
		if without[i] {
			silent = append(silent, c)
			continue
		}
		reported = append(reported, c)
	}
	return reported, silent
}

// report writes one report into the folder of its term, province and district.
func (w *world) report(dir string, i int, c *congress, m *mix) (*draft, error) {
	r := w.random(c, 3)
	format, script := m.draw(r)
	id := fmt.Sprintf("r%05d-bc-dai-hoi-%s", i+1, slug(c.full()))
	d := w.compose(c, id, pages(r, c))
	p := &paper.Paper{Title: "Báo cáo kết quả Đại hội " + c.organisation(), Saved: d.figures.opened.AddDate(0, 1, 0).Add(9 * 3600e9), Blocks: d.blocks}
	if format == "txt" && !whole(p, script) { // capitals that the encoding does not have
		script, _ = paper.Named("unicode")
	}
	data, err := paper.Write(format, p, script)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", id, err)
	}
	d.format, d.encoding = format, script.Name
	folder := filepath.Join(dir, ReportsFolder, strconv.Itoa(c.term.start), slug(c.unit.province().full()))
	if c.kind == commune && c.above.kind == district {
		folder = filepath.Join(folder, slug(c.above.full()))
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return nil, err
	}
	return d, os.WriteFile(filepath.Join(folder, id+"."+format), data, 0o644)
}

// whole reports whether every line of capitals and small letters survives.
func whole(p *paper.Paper, s paper.Script) bool {
	if s.Name != "windows-1258" && s.Name != "viscii" {
		return true
	}
	for _, b := range p.Blocks {
		if !s.Whole(b.Text) {
			return false
		}
	}
	return true
}

// pages draws the length of a report: communes write a few pages, provinces up
// to fifteen.
func pages(r *rand.Rand, c *congress) int {
	switch c.kind {
	case province:
		return 8 + r.IntN(8)
	case district:
		return 3 + r.IntN(13)
	}
	return 1 + r.IntN(6)
}

// slug is a name for files, as typists without a Vietnamese keyboard give them.
func slug(name string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(strings.ToLower(name)) {
		switch {
		case r == 'đ':
			b.WriteByte('d')
		case r == ' ':
			b.WriteByte('-')
		case r < unicode.MaxASCII:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// mix draws formats and encodings by their weights.
type mix struct {
	pairs   []pair
	weights []int
	sum     int
}

type pair struct {
	format string
	script paper.Script
}

func newMix(c Config) (*mix, error) {
	formats, encodings := c.Formats, c.Encodings
	if len(formats) == 0 {
		formats = Formats
	}
	if len(encodings) == 0 {
		encodings = Encodings
	}
	m := &mix{}
	var faults []error
	for _, e := range encodings {
		if _, err := paper.Named(e); err != nil {
			faults = append(faults, err)
		}
	}
	for _, f := range formats {
		if !slices.Contains(paper.Formats(), f) {
			faults = append(faults, fmt.Errorf("format %q: want one of %s", f, strings.Join(paper.Formats(), ", ")))
			continue
		}
		known := 0
		for _, e := range paper.Scripts(f) {
			if slices.Contains(encodings, e) {
				known += encodingWeights[e]
			}
		}
		for _, e := range paper.Scripts(f) {
			if !slices.Contains(encodings, e) {
				continue
			}
			s, err := paper.Named(e)
			if err != nil {
				return nil, err
			}
			weight := 1000 * formatWeights[f] * encodingWeights[e] / known
			m.pairs, m.weights, m.sum = append(m.pairs, pair{f, s}), append(m.weights, weight), m.sum+weight
		}
	}
	if len(m.pairs) == 0 {
		faults = append(faults, fmt.Errorf("no format can be written in %s", strings.Join(encodings, ", ")))
	}
	return m, errors.Join(faults...)
}

func (m *mix) draw(r *rand.Rand) (string, paper.Script) {
	n, i := r.IntN(m.sum), 0
	for ; n >= m.weights[i]; i++ { // ends, because sum is theirs
		n -= m.weights[i]
	}
	return m.pairs[i].format, m.pairs[i].script
}

// roster lists all units with their years, for --units.
func (w *world) roster() []byte {
	var b bytes.Buffer
	b.WriteString("unit,level,province,from,to\n")
	year := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	for _, u := range w.units() {
		level := u.level(terms[0])
		if u.from >= merged {
			level = u.level(terms[len(terms)-1])
		}
		fmt.Fprintf(&b, "%s,%s,%s,%s,%s\n", u.full(), level, u.province().name, year(u.from), year(u.to))
	}
	return b.Bytes()
}
