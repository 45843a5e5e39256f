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

// places returns the units that a range names: a word for its kind and a name in
// capitals, "huyện Vân Hồ". The document's own unit is none.
//
// A word in the plural holds for all names of its list: "các xã A, B và C" are
// three communes.
func (c *common) places(t *scan.Text, first, last int32) (out []place) {
	kinds := t.HitsIn(c.kinds, first, last)
	if len(kinds) == 0 {
		return nil
	}
	own := scan.Memo(t, &c.ofOwn, func(t *scan.Text, _ string) string { return vn.Fold(t.Identity.Unit) })
	named := first // the end of the name before
	for _, h := range kinds {
		if h.First < named {
			continue // the "Bản" of "xã Bản Hồ"
		}
		kind := t.String(h.First, h.Last)
		level := c.levelOf(t, c.unitTypes[h.Value])
		add := func(i, end int32) {
			p := place{name: kind + " " + t.String(i, end), level: level}
			if level == "province" {
				p.name = t.String(i, end)
			}
			if !(strings.HasSuffix(own, t.Fold(end-1)) && strings.HasSuffix(own, vn.Fold(p.name))) && !slices.Contains(out, p) && !issues(t, h.First, first) {
				out = append(out, p)
			}
		}
		if _, body := t.At(c.bodies, h.Last); body {
			continue // "6/12 xã Ban Chấp hành chỉ đổi mới hai người" names none
		}
		if capitals(t, h.Last, last) == h.Last {
			for _, n := range listed(t, h, last) {
				add(n[0], n[1])
			}
			continue
		}
		for i := h.Last; ; {
			end := capitals(t, i, last)
			if end == i {
				break
			}
			add(i, end)
			named = end
			if !several(t, h.First) || end >= last || !t.Is(end, ',') && word(t, end) != "và" {
				break
			}
			i = end + 1
			if w := word(t, i); (w == "chi" || w == "đảng") && word(t, i+1) == "bộ" {
				break // "xã Hòa Sơn và Chi bộ Hạt Kiểm lâm"
			}
			if _, other := t.At(c.kinds, i); other {
				break
			}
		}
	}
	return out
}

// issues reports whether a unit only issued what is spoken of: "văn bản của Thành ủy,
// Đảng ủy Quân khu 5".
func issues(t *scan.Text, i, first int32) bool {
	for j := i - 1; j >= max(first+1, i-10); j-- {
		if word(t, j) != "của" {
			continue
		}
		switch word(t, j-2) + " " + word(t, j-1) {
		case "văn bản", "chỉ thị", "nghị quyết", "hướng dẫn", "kết luận", "kế hoạch", "chỉ đạo", "quy định", "qui định", "iêu cầu", "yêu cầu":
			return true
		}
		return false
	}
	return false
}

// capitals returns the end of the words in capitals from a token on.
func capitals(t *scan.Text, i, last int32) int32 {
	end := i
	for end < last && t.Tokens[end].Kind == scan.Word && t.Tokens[end].Upper && t.Tokens[end].Sentence == t.Tokens[i].Sentence {
		end++
	}
	return end
}

// several reports whether a word for a kind of unit stands in the plural: behind
// "các" or a number.
func several(t *scan.Text, i int32) bool {
	if i == 0 {
		return false
	}
	if t.Tokens[i-1].Kind == scan.Number {
		return true
	}
	switch w := word(t, i-1); w {
	case "các", "những", "là", "như":
		return true
	default:
		return digit(w)
	}
}

func (c *common) levelOf(t *scan.Text, u unitType) string {
	level := u.level
	if t.Identity.Since2025() {
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
