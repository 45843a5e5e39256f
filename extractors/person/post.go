package person

import (
	"github.com/tongket/tongket/extractors/scan"
)

// height orders posts for the codebook's highest Party post.
var height = map[string]int{
	"secretary": 9, "deputy_secretary": 8, "inspection_head": 7, "standing_committee": 6, "committee": 4,
	"inspection_committee": 3, "delegate": 2, "other": 1, "": 0,
}

func (x *Extractor) higher(a, b string) bool { return height[a] > height[b] }

// postBetween reads the highest post in a range of tokens: "giữ chức Bí thư
// Tỉnh ủy X", "vào Ban Thường vụ". Titles of people in the range are no posts.
func (x *Extractor) postBetween(t *scan.Text, from, end int32, ms []mention) (scan.Hit, string) {
	best, to := x.titleBetween(t, from, end, ms)
	if from >= end {
		return best, to
	}
	for _, h := range t.HitsIn(x.into, from, end) {
		code := x.intoCodes[h.Value]
		if x.higher(code, to) && (h.First < best.First || h.Last > best.Last) && !x.leavingBefore(t, h.First, from) && !within(h, ms) {
			best, to = h, code
		}
	}
	return best, to
}

// titleBetween is postBetween without the names of bodies, which may be what
// elects: "Ban Chấp hành bầu ông A".
func (x *Extractor) titleBetween(t *scan.Text, from, end int32, ms []mention) (scan.Hit, string) {
	best, to := scan.Hit{}, ""
	if from >= end {
		return best, to
	}
	for _, h := range t.HitsIn(x.titles, from, end) {
		if x.titleList[h.Value].none || x.leavingBefore(t, h.First, from) || within(h, ms) || cameFrom(t, h.First, from) {
			continue
		}
		if code := x.codeAt(t, h); x.higher(code, to) {
			best, to = scan.Hit{First: h.First, Last: x.beforeAnd(t, h, x.titleEnd(t, h, end))}, code
		}
	}
	return best, to
}

// cameFrom reports whether the post at token i is the one that somebody comes from: "điều
// động từ vị trí Phó Bí thư Thị ủy sang làm …".
func cameFrom(t *scan.Text, i, from int32) bool {
	for b := i - 1; b >= max(from, i-4); b-- {
		switch t.Fold(b) {
		case "từ":
			return true
		case "vị", "trí", "chức", "vụ", "cương", "đang", "là", "danh":
		default:
			return false
		}
	}
	return false
}

// code is the post that a title means.
func (x *Extractor) code(titleIndex int32) string {
	if c := x.titleList[titleIndex].post; c != "" {
		return c
	}
	return "other"
}

// codeAt is code, but for a bare "Chủ nhiệm": the head of the inspection
// committee where the text is speaking of that.
func (x *Extractor) codeAt(t *scan.Text, h scan.Hit) string {
	code := x.code(h.Value)
	if t.Identity.Outside && (code == "inspection_head" || code == "inspection_committee") {
		return "other" // of a trade union or an association
	}
	if code != "other" || t.Fold(h.Last-1) != "nhiệm" || t.Identity.Outside {
		return code
	}
	n := t.Tokens[h.First].Sentence
	from := t.Sentences[max(0, n-2)].First // the sentence or the two before it
	for _, b := range t.HitsIn(x.into, from, t.Sentences[n].Last) {
		if x.intoCodes[b.Value] == "inspection_committee" {
			if t.Fold(h.First) == "phó" {
				return "inspection_committee"
			}
			return "inspection_head"
		}
	}
	return code
}

// within reports whether a hit lies in the words of a person.
func within(h scan.Hit, ms []mention) bool {
	for i := range ms {
		if h.First >= ms[i].from && h.Last <= ms[i].to {
			return true
		}
	}
	return false
}

// leavingBefore reports whether the post at token i is one that is left: "thôi
// giữ chức A để giữ chức B" leaves A, up to "để", a semicolon or the next event.
func (x *Extractor) leavingBefore(t *scan.Text, i, from int32) bool {
	hits := t.HitsIn(x.leaving, from, i)
	if len(hits) == 0 {
		return false
	}
	last := hits[len(hits)-1].Last
	for j := last; j < i; j++ {
		if t.Is(j, ';') || t.Fold(j) == "để" {
			return false
		}
	}
	return !t.Has(x.verbs, last, i)
}
