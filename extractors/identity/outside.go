package identity

import "github.com/tongket/tongket/extractors/scan"

// outside reports whether the first part of a document speaks of bodies that
// are no Party organisations more than of the Party's.
func (o *Organisation) outside(t *scan.Text, rs []region) bool {
	party, state := 0, 0
	for _, r := range rs {
		if r.rank == rankBody {
			break
		}
		if r.rank == rankTitle && (o.abroad(t, r) || o.theirs(t, r)) {
			return true
		}
		p, s := len(t.HitsIn(o.party, r.first, r.last)), len(t.HitsIn(o.state, r.first, r.last))
		if r.rank == rankTitle && s > 0 && p == 0 && !o.met(t, rs) {
			return true
		}
		party += r.weight * p
		state += r.weight * s
	}
	return state > party
}

// met reports whether the lead tells of a congress of a Party organisation, below the
// name of a bank or an office that a page has on top.
func (o *Organisation) met(t *scan.Text, rs []region) bool {
	for _, r := range rs[1:] {
		if r.rank == rankBody {
			return false
		}
		for _, m := range o.v.mentions(t, r.first, r.last) {
			if m.verbatim && !m.generic && (m.congress || o.holds(t, m)) {
				return true
			}
		}
	}
	return false
}

// theirs reports whether a region begins with a congress of another body: "Đại hội
// đại biểu Đoàn TNCS Hồ Chí Minh …".
func (o *Organisation) theirs(t *scan.Text, r region) bool {
	h, ok := t.At(o.v.congress, r.first)
	if !ok {
		return false
	}
	_, ok = t.At(o.state, h.Last)
	return ok
}

// abroad reports whether a region names another country; the "Lào" of "Lào Cai"
// and the "Mỹ" of "xã Thạnh Mỹ Tây" are none.
func (o *Organisation) abroad(t *scan.Text, r region) bool {
	for _, h := range t.HitsIn(o.foreign, r.first, r.last) {
		before := h.First > r.first && t.Tokens[h.First-1].Kind == scan.Word && t.Tokens[h.First-1].Upper
		after := h.Last < r.last && t.Tokens[h.Last].Kind == scan.Word && t.Tokens[h.Last].Upper
		if t.Tokens[h.First].Upper && !before && !after {
			return true
		}
	}
	return false
}
