package person

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// unitType is a kind of unit and the level of its Party organisation, until and
// since July 2025.
type unitType struct{ word, level, level2025 string }

// agency marks words of an agency, whose post is of no place: Công an huyện.
const agency int32 = -1

// readUnits reads the kinds of units and the committees that stand for them.
func (x *Extractor) readUnits(env *kind.Env) error {
	types, err := env.Wordlist("unit_types")
	if err != nil {
		return err
	}
	for _, r := range types.Rows {
		if r.Get("own") == "yes" || r.Get("long") == "yes" {
			x.ofUnit.Add(r.Get("type"), agency)
			continue
		}
		x.ofUnit.Add(r.Get("type"), int32(len(x.unitTypes)))
		x.unitTypes = append(x.unitTypes, unitType{r.Get("type"), r.Get("level"), r.Get("level_2025")})
	}
	committees, err := env.Wordlist("party_committees")
	if err != nil {
		return err
	}
	return committees.Each(func(r report.WordRow) error {
		n := slices.IndexFunc(x.unitTypes, func(u unitType) bool { return u.word == r.Get("type") })
		if n < 0 {
			return fmt.Errorf("type %q is not in unit_types.tsv", r.Get("type"))
		}
		x.ofUnit.Add(r.Get("committee"), int32(n))
		return nil
	})
}

// setUnit says whose a Party post is where it is not of the document's own
// organisation: "Bí thư Huyện ủy Lâm Hà" in a province's report.
func (x *Extractor) setUnit(t *scan.Text, f *report.Fact, post scan.Hit) {
	hits := t.HitsIn(x.ofUnit, post.First, post.Last)
	if slices.ContainsFunc(hits, func(h scan.Hit) bool { return h.Value == agency }) {
		return
	}
	if h, ok := x.ofStateOffice(t, post); ok && (len(hits) == 0 || !x.unitNamed(t, hits[len(hits)-1], post.Last) && levelAt(t, x.unitTypes[hits[0].Value]) == levelAt(t, x.unitTypes[h.Value])) {
		hits, post.Last = []scan.Hit{h}, t.SentenceOf(post.First).Last
	}
	if len(hits) == 0 || !x.unitNamed(t, hits[len(hits)-1], post.Last) {
		if place, level := x.governing(t, post, hits); level != "" {
			f.Set("place", report.Text(place))
			f.Set("level", report.Text(level))
			return
		}
	}
	if len(hits) == 0 {
		return
	}
	h := hits[0]
	u := x.unitTypes[h.Value]
	if len(hits) > 1 && hits[1].First == h.Last && x.unitTypes[hits[1].Value].level == u.level {
		h = hits[1] // Thành ủy TP Hồ Chí Minh
	}
	level := levelAt(t, u)
	if level != "city" && level != t.Identity.Level { // a city is a province or belongs to one
		f.Set("level", report.Text(level))
	}
	if p, ok := t.At(x.provinces, h.Last); ok && (u.level == "province" || u.level == "city") {
		if name := x.provinceNames[p.Value]; name != t.Identity.Province || t.Identity.Level != "province" {
			f.Set("place", report.Text(name))
		}
		return
	}
	if u.level == "province" {
		return
	}
	last := h.Last
	for last < post.Last && (t.Tokens[last].Kind == scan.Word && t.Tokens[last].Upper || last == h.Last && t.Tokens[last].Kind == scan.Number) {
		last++
	}
	if last == h.Last {
		return
	}
	name := u.word + " " + t.String(h.Last, last)
	if !strings.HasSuffix(vn.Fold(t.Identity.Unit), vn.Fold(name)) {
		f.Set("place", report.Text(name))
	}
}

// ofStateOffice returns the kind of the unit that the State office beside a post names:
// "Bí thư Đảng ủy, Chủ tịch HĐND phường An Bình".
func (x *Extractor) ofStateOffice(t *scan.Text, post scan.Hit) (scan.Hit, bool) {
	end := t.SentenceOf(post.First).Last
	if post.Last+2 >= end || !t.Is(post.Last, ',') && t.Fold(post.Last) != "kiêm" && t.Fold(post.Last) != "và" {
		return scan.Hit{}, false
	}
	o, ok := t.At(x.titles, post.Last+1)
	if !ok || t.Fold(o.First+1) != "tịch" && t.Fold(o.First+2) != "tịch" { // a chairman's, or his deputy's
		return scan.Hit{}, false
	}
	last := o.Last
	for last < min(o.Last+stateBody, end) && t.Tokens[last].Kind == scan.Word {
		if h, ok := t.At(x.ofUnit, last); ok && h.Value != agency {
			return h, x.unitNamed(t, h, end)
		}
		last++
	}
	return scan.Hit{}, false
}

// stateBody is of how many words the name of a People's Committee or Council is at most,
// and the one behind it.
const stateBody = 5

// levelAt is the level of the organisations of a kind of unit at the time of a
// document.
func levelAt(t *scan.Text, u unitType) string {
	if t.Identity.Since2025() {
		return u.level2025
	}
	return u.level
}

// unitNamed reports whether the name of a unit stands behind its type word.
func (x *Extractor) unitNamed(t *scan.Text, h scan.Hit, end int32) bool {
	return h.Last < end && t.Tokens[h.Last].Kind == scan.Word && t.Tokens[h.Last].Upper
}

// governing returns the other unit of whose organisation the paragraph speaks
// where a post names none: "Đại hội Đảng bộ xã Thu Cúc bầu ông A làm Bí thư Đảng
// ủy xã". Of several, and of the document's own, there is none.
func (x *Extractor) governing(t *scan.Text, post scan.Hit, own []scan.Hit) (place, level string) {
	begin, _ := t.Block(t.SentenceOf(post.First).Block)
	for _, h := range slices.Backward(t.HitsIn(x.ofUnit, begin, post.First)) {
		if h.Value == agency || !x.speaksOf(t, h) {
			continue
		}
		u := x.unitTypes[h.Value]
		if !x.unitNamed(t, h, post.First) || len(own) > 0 && levelAt(t, x.unitTypes[own[0].Value]) != levelAt(t, u) {
			return "", ""
		}
		last := h.Last
		for last < post.First && t.Tokens[last].Kind == scan.Word && t.Tokens[last].Upper && last-h.Last < syllables {
			last++
		}
		if t.Is(last, ',') && t.Tokens[last+1].Upper || t.Fold(last) == "và" {
			return "", "" // several units
		}
		name, level := u.word+" "+t.String(h.Last, last), levelAt(t, u)
		if p, ok := t.At(x.provinces, h.Last); ok && (u.level == "province" || u.level == "city") {
			name, level = x.provinceNames[p.Value], "province"
			if name == t.Identity.Province && t.Identity.Level == "province" {
				return "", ""
			}
		}
		if level == "city" || strings.HasSuffix(vn.Fold(t.Identity.Unit), vn.Fold(name)) {
			return "", ""
		}
		return name, level
	}
	return "", ""
}

// speaksOf reports whether a type word names a Party organisation: behind "Đảng
// bộ" or itself a committee ("Huyện ủy") that is no part of somebody's title.
func (x *Extractor) speaksOf(t *scan.Text, h scan.Hit) bool {
	if h.First >= 2 && t.Fold(h.First-1) == "bộ" && t.Fold(h.First-2) == "đảng" {
		return h.First < 3 || t.Fold(h.First-3) != "hành" || !t.Has(x.titles, max(0, h.First-8), h.First)
	}
	return t.Fold(h.Last-1) == vn.Fold("ủy") && (h.First == 0 || !ofOffice(t.Fold(h.First-1)))
}

// ofOffice reports whether a word before "Huyện ủy" makes it part of an office: "Bí thư",
// "Trưởng ban", "Văn phòng".
func ofOffice(word string) bool {
	return word == vn.Fold("thư") || word == "ban" || word == vn.Fold("phòng") || word == vn.Fold("viên")
}
