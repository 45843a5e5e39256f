package judgement

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// unitType is a word before the name of a unit, with the level of its Party
// organisation before and since July 2025.
type unitType struct{ level, level2025 string }

// place is a unit whose work is judged.
type place struct{ name, level string }

func (c *common) readUnits(env *kind.Env) error {
	c.kinds = env.Builder.Class("judgement.units")
	list, err := env.Wordlist("unit_types")
	if err != nil {
		return err
	}
	for _, r := range list.Rows {
		if r.Get("own") == "yes" || r.Get("long") == "yes" { // "Ban" begins Ban Chấp hành too
			continue
		}
		c.kinds.Add(r.Get("type"), int32(len(c.unitTypes)))
		c.unitTypes = append(c.unitTypes, unitType{r.Get("level"), r.Get("level_2025")})
	}
	return nil
}

// reform is the day from which a commune is an organisation directly above the
// grassroots.
var reform = report.Date{Year: 2025, Month: 7, Day: 1, Precision: report.DayOfMonth}

// places returns the units that a range names: a word for its kind and a name in
// capitals, "huyện Vân Hồ". The document's own unit is none.
func (c *common) places(t *scan.Text, first, last int32) (out []place) {
	for _, h := range t.HitsIn(c.kinds, first, last) {
		end := h.Last
		for end < last && t.Tokens[end].Kind == scan.Word && t.Tokens[end].Upper && t.Tokens[end].Sentence == t.Tokens[h.First].Sentence {
			end++
		}
		if end == h.Last {
			continue
		}
		p := place{name: t.String(h.First, end), level: c.levelOf(t, c.unitTypes[h.Value])}
		if p.level == "province" {
			p.name = t.String(h.Last, end)
		}
		own := vn.Fold(t.Identity.Unit)
		if strings.HasSuffix(own, vn.Fold(p.name)) || slices.Contains(out, p) {
			continue
		}
		out = append(out, p)
	}
	return out
}

func (c *common) levelOf(t *scan.Text, u unitType) string {
	level := u.level
	if d := t.Identity.Date; !d.IsZero() && !d.Before(reform) {
		level = u.level2025
	}
	if level == "city" {
		return "" // a city is a province or belongs to one
	}
	return level
}

// setPlace sets where a judgement stands: the one place that is named and its
// level, else the level that the clause names.
func (c *common) setPlace(f *report.Fact, t *scan.Text, u unit, p place) {
	f.Set("place", report.Text(p.name))
	level := c.levelIn(t, u.Clause)
	if p.level != "" {
		level = p.level
	}
	setLevel(f, level)
}
