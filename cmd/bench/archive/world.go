package archive

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/tongket/tongket/configs"
)

// term is one round of congresses.
type term struct {
	start, end int
	congress   string // the national one that it leads to
	directive  string
	issued     string // of the directive, as dates are kept
	written    string // and as it is written
}

var terms = []term{
	{2010, 2015, "XI", "37-CT/TW", "2009-08-04", "04/8/2009"},
	{2015, 2020, "XII", "36-CT/TW", "2014-05-30", "30/5/2014"},
	{2020, 2025, "XIII", "35-CT/TW", "2019-05-30", "30/5/2019"},
	{2025, 2030, "XIV", "45-CT/TW", "2025-04-14", "14/4/2025"},
}

// merged is the year in which districts ended, and provinces and communes were
// joined to new ones.
const merged = 2025

// Levels of organisations, as the codebook has them.
const (
	levelCell  = "cell"
	levelBase  = "grassroots"
	levelUpper = "upper_grassroots"
	levelTop   = "province"
)

// kinds of units
const (
	province = iota
	district
	commune
)

// unit is a Party organisation.
type unit struct {
	kind     int
	word     string // tỉnh, thành phố, huyện, thị xã, xã, phường, thị trấn
	name     string
	above    *unit // the unit that it belongs to
	below    []*unit
	from, to int // the terms that it held; 0 is open
	ordinal  int // of its congress in the first term; 0 for units of 2025
	ethnic   bool
	id       uint64
}

// full is the unit with its type: "huyện Sông Mây".
func (u *unit) full() string { return u.word + " " + u.name }

// organisation is the Party organisation's name.
func (u *unit) organisation() string { return "Đảng bộ " + u.full() }

// province is the unit's province.
func (u *unit) province() *unit {
	for u.above != nil {
		u = u.above
	}
	return u
}

// committee is the name of the unit's committee: Huyện ủy; a commune's is called
// Đảng ủy.
func (u *unit) committee() string {
	switch u.word {
	case "tỉnh":
		return "Tỉnh ủy"
	case "thành phố":
		return "Thành ủy"
	case "huyện":
		return "Huyện ủy"
	case "thị xã":
		return "Thị ủy"
	}
	return "Đảng ủy"
}

// symbol is the end of the numbers of the unit's documents.
func (u *unit) symbol() string {
	switch u.word {
	case "tỉnh":
		return "TU"
	case "thành phố":
		return "TU"
	case "huyện":
		return "HU"
	case "thị xã":
		return "TXU"
	}
	return "ĐU"
}

func (u *unit) level(t term) string {
	switch {
	case u.kind == province:
		return levelTop
	case u.kind == district || t.start >= merged:
		return levelUpper
	}
	return levelBase
}

// held reports whether the unit held a congress in a term.
func (u *unit) held(t term) bool {
	return (u.from == 0 || u.from <= t.start) && (u.to == 0 || u.to > t.start)
}

// congress is the number of the unit's congress in a term.
func (u *unit) congress(t term) int {
	if u.ordinal == 0 { // founded in 2025
		return 1
	}
	return u.ordinal + (t.start-terms[0].start)/5
}

// world is all organisations.
type world struct {
	provinces []*unit
	seed      uint64
	ids       uint64
}

// The syllables of invented names.
var (
	firsts  = strings.Fields("Tân An Bình Long Thạnh Mỹ Hòa Vĩnh Xuân Sơn Đông Hưng Minh Quang Thiện Trường Phước Lộc Đại Yên Cẩm Kim Liên Ngọc Nghĩa Thanh Thượng Trà Suối Đồng Gò Rạch Bản Mường Nà Pác")
	seconds = strings.Fields("Mây Khê Điền Lạc Trạch Lâm Thọ Tường Hậu Kỳ Xá Lương Phong Cát Đức Tâm Hiệp Quý Nhơn Lễ Hải Sậy Trầm Ngà Vông Sen Mận Thông Lựu")
)

// newWorld invents enough organisations for n reports.
func newWorld(seed uint64, n int) (*world, error) {
	profile, err := configs.Embedded()
	if err != nil {
		return nil, err
	}
	w := &world{seed: seed}
	list := profile.Wordlists["provinces"]
	taken := map[string]bool{}
	var names []row
	joined := map[string]int{}
	for _, r := range list.Rows {
		p := row{r.Get("canonical"), r.Get("type"), r.Get("valid_to") != "", r.Get("province_2025")}
		taken[p.name] = true
		joined[p.successor]++
		// Two are left out whose names change their form with the years.
		if p.kind == "central_body" || strings.HasPrefix(p.name, "Thành phố") || strings.Contains(p.name, "Huế") {
			continue
		}
		names = append(names, p)
	}
	r := rand.New(rand.NewPCG(seed, 0))
	r.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
	// A province has some 200 congresses: its own, those of its districts and those
	// of its communes. One in twenty is not reported.
	many := min(max(n/200, 1), len(names))
	for _, p := range names[:many] {
		// A name stands once in a province; other provinces may have it too.
		w.province(r, p, joined[p.name] > 1, (n*21/20+many-1)/many, maps.Clone(taken))
	}
	return w, nil
}

// row is a line of the list of provinces.
type row struct {
	name, kind string
	ended      bool
	successor  string
}

// province invents a province's organisations for some number of congresses.
func (w *world) province(r *rand.Rand, p row, grown bool, congresses int, taken map[string]bool) {
	top := &unit{kind: province, word: "tỉnh", name: p.name, ordinal: 12 + r.IntN(5), ethnic: r.IntN(3) == 0, id: w.id()}
	if p.kind == "city" {
		top.word = "thành phố"
	}
	w.provinces = append(w.provinces, top)
	after := top // the province of 2025
	switch {
	case p.ended:
		top.to, after = merged, nil
	case grown:
		// A merged province counts its congresses anew.
		top.to = merged
		after = &unit{kind: province, word: top.word, name: p.name, from: merged, ethnic: top.ethnic, id: w.id()}
		w.provinces = append(w.provinces, after)
	}
	left := congresses - len(terms)
	if after != nil {
		many := max(congresses/4, 1)
		w.communes(r, after, many, taken)
		left -= many
	}
	districts := min(max(congresses/20, 1), 12)
	communes := (left - 3*districts + 2) / 3 // each held three congresses
	for i := range districts {
		d := w.district(r, top, i == 1 || r.IntN(6) == 0, taken)
		w.old(r, d, max((communes+i)/districts, 2), taken)
	}
}

func (w *world) district(r *rand.Rand, top *unit, town bool, taken map[string]bool) *unit {
	d := &unit{kind: district, word: "huyện", name: w.name(r, taken), above: top, to: merged, ordinal: 17 + r.IntN(8), ethnic: top.ethnic && r.IntN(4) > 0, id: w.id()}
	if town {
		d.word = "thị xã"
	}
	top.below = append(top.below, d)
	return d
}

// old invents the communes of a district, which ended with it.
func (w *world) old(r *rand.Rand, d *unit, many int, taken map[string]bool) {
	for range many {
		c := &unit{kind: commune, word: "xã", name: w.name(r, taken), above: d, to: merged, ordinal: 19 + r.IntN(12), ethnic: d.ethnic, id: w.id()}
		switch {
		case d.word == "thị xã" && r.IntN(2) == 0:
			c.word = "phường"
		case d.word == "huyện" && len(d.below) == 0:
			c.word = "thị trấn"
		}
		d.below = append(d.below, c)
	}
}

// communes invents the communes and wards of 2025, which stand right below the
// province.
func (w *world) communes(r *rand.Rand, top *unit, many int, taken map[string]bool) {
	for range many {
		c := &unit{kind: commune, word: "xã", name: w.name(r, taken), above: top, from: merged, ethnic: top.ethnic && r.IntN(3) > 0, id: w.id()}
		if r.IntN(4) == 0 {
			c.word = "phường"
		}
		top.below = append(top.below, c)
	}
}

func (w *world) id() uint64 {
	w.ids++
	return w.ids
}

// name invents a name that no province and nothing else in this one has. When
// the syllables are used up, a third one is added.
func (w *world) name(r *rand.Rand, taken map[string]bool) string {
	for try := 0; ; try++ {
		n := firsts[r.IntN(len(firsts))] + " " + seconds[r.IntN(len(seconds))]
		if try > 20 {
			n = firsts[r.IntN(len(firsts))] + " " + n
		}
		if !taken[n] {
			taken[n] = true
			return n
		}
	}
}

// congresses are all pairs of units and terms, province by province.
func (w *world) congresses() []*congress {
	var out []*congress
	var add func(u *unit)
	add = func(u *unit) {
		for _, t := range terms {
			if u.held(t) {
				out = append(out, &congress{unit: u, term: t})
			}
		}
		for _, b := range u.below {
			add(b)
		}
	}
	for _, p := range w.provinces {
		add(p)
	}
	return out
}

// units are all units, from above to below.
func (w *world) units() []*unit {
	var out []*unit
	var add func(u *unit)
	add = func(u *unit) {
		out = append(out, u)
		for _, b := range u.below {
			add(b)
		}
	}
	for _, p := range w.provinces {
		add(p)
	}
	return out
}

// congress is one congress, which may be reported.
type congress struct {
	*unit
	term term
}

// random is the source of all that is drawn for one congress; what it is used
// for parts the streams.
func (w *world) random(c *congress, use uint64) *rand.Rand {
	return rand.New(rand.NewPCG(w.seed^c.unit.id<<16^uint64(c.term.start)<<4^use, w.seed+use))
}

// children are the units below that held their congresses in the same round.
func (c *congress) children() []*congress {
	var out []*congress
	for _, u := range c.below {
		if u.held(c.term) {
			out = append(out, &congress{unit: u, term: c.term})
		}
	}
	return slices.Clip(out)
}
