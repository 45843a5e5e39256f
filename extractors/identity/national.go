package identity

import (
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// ofLevel reports whether a report or news is about the congresses of a level in
// the whole country, which are nobody's own: "kết quả đại hội đảng bộ cấp huyện",
// "67 đảng bộ trực thuộc Trung ương". Its first mention decides.
func (o *Organisation) ofLevel(t *scan.Text) bool {
	if k := t.Identity.Type; k != "" && k != "report" && k != "news" && k != "statistics_form" {
		return false
	}
	levels := t.Hits(o.levels)
	if len(levels) == 0 || levels[0].First > t.TokenAt(min(levelBytes, len(t.Doc.Text))) {
		return false
	}
	for _, h := range t.HitsIn(o.centre, 0, t.TokenAt(min(3*levelBytes, len(t.Doc.Text)))) {
		if t.Fold(h.First) == "đại" && (int(h.Last) >= len(t.Tokens) || t.Fold(h.Last) != "bộ") && !(h.First > 0 && t.Fold(h.First-1) == "tới") {
			return false // a national congress is named too, and not only as where they lead
		}
	}
	return true
}

// levelBytes is how far into a text its subject reaches: behind a letterhead.
const levelBytes = 500

// national emits the national Party when the first part of the document speaks
// of its congress or its central bodies.
func (o *Organisation) national(t *scan.Text, rs []region, emit func(report.Fact)) {
	if o.ofLevel(t) || o.counted(t, rs) || o.unnamed(t, rs, emit) {
		return
	}
	for _, r := range rs {
		if r.rank == rankBody {
			return
		}
		hits := o.central(t, r)
		if len(hits) == 0 {
			continue
		}
		f := report.Fact{Rule: o.id, Rank: r.rank, Span: t.Span(hits[0].First, hits[0].Last)}
		f.Derived = "org_unit: " + t.String(hits[0].First, hits[0].Last)
		f.Doubt("derived")
		emitField(t, emit, f, "org_unit", report.Text("Đảng Cộng sản Việt Nam"))
		f.Derived = "org_level: Đảng Cộng sản Việt Nam"
		emitField(t, emit, f, "org_level", report.Text("central"))
		return
	}
}

// central returns the words for the national Party in a region; the "đại hội đảng"
// of "đại hội đảng bộ" is none.
func (o *Organisation) central(t *scan.Text, r region) []scan.Hit {
	hits := t.HitsIn(o.centre, r.first, r.last)
	for len(hits) > 0 && (t.Fold(hits[0].First) == "đại" && hits[0].Last < r.last && t.Fold(hits[0].Last) == "bộ" || ofTitle(t, hits[0].First, r.first)) {
		hits = hits[1:]
	}
	return hits
}

// ofTitle reports whether the word before token i makes it part of somebody's title
// or of a level: "Ủy viên Bộ Chính trị", "trực thuộc Trung ương".
func ofTitle(t *scan.Text, i, first int32) bool {
	if i <= first {
		return false
	}
	switch t.Fold(i - 1) {
	case "viên", "thư", "khuyết", "thuộc":
		return true
	}
	return false
}

// counted reports whether the headline counts provinces: "12 bí thư tỉnh, thành ủy
// vừa được bầu".
func (o *Organisation) counted(t *scan.Text, rs []region) bool {
	if len(rs) == 0 || rs[0].rank != rankTitle {
		return false
	}
	for _, h := range t.HitsIn(o.plural, rs[0].first, rs[0].last) {
		for i := max(rs[0].first, h.First-3); i < h.First; i++ {
			if t.Tokens[i].Kind == scan.Number {
				return true
			}
		}
	}
	return false
}

// unnamed emits the level of an organisation whose congress the headline or the lead
// tells of without its name: "Đại hội đại biểu Đảng bộ tỉnh lần thứ XX" in the
// province's own paper. Words for the national Party before it come first.
func (o *Organisation) unnamed(t *scan.Text, rs []region, emit func(report.Fact)) bool {
	for _, r := range rs {
		if r.rank == rankBody {
			return false
		}
		centre := o.central(t, r)
		for _, m := range o.v.mentions(t, r.first, r.last) {
			if !m.generic || m.level == "" || blank(t, m.last) || !m.congress && !ofCommittee(t, m.first) {
				continue
			}
			if len(centre) > 0 && centre[0].First < m.first {
				return false
			}
			f := report.Fact{Rule: o.id, Rank: r.rank, Span: t.Span(m.first, m.last), Derived: "org_level: " + t.String(m.first, m.last)}
			level := m.level
			if o.since2025(t) && m.level2025 != "" {
				level = m.level2025
			}
			emitField(t, emit, f, "org_level", report.Text(level))
			return true
		}
		if len(centre) > 0 {
			return false
		}
	}
	return false
}

// ofCommittee reports whether "Ban Chấp hành" stands before token i.
func ofCommittee(t *scan.Text, i int32) bool {
	return i > 2 && t.Fold(i-1) == "hành" && t.Fold(i-2) == "chấp" && t.Tokens[i].Kind == scan.Word
}

// blank reports whether a form leaves a blank at token i: "Đảng bộ xã ……".
func blank(t *scan.Text, i int32) bool {
	return t.Is(i, '…') || t.Is(i, '_') || t.Is(i, '.') && t.Is(i+1, '.')
}
