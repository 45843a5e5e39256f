package person

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// itemised elects those whose part of a row names nothing but them and a key post, where
// somebody before them got one by a verb that the others do without: "đồng chí A giữ chức
// Bí thư; đồng chí B, Phó Bí thư, Chủ tịch UBND; đồng chí C, Chủ nhiệm UBKT". So is a
// sentence of its own directly behind one that elects: "Đại tá B đắc cử Phó Bí thư. Thượng
// tá C, Chủ nhiệm UBKT.".
func (x *Extractor) itemised(t *scan.Text, s scan.Sentence, ms []mention, out []act, st *story) {
	for i := range ms {
		m := &ms[i]
		if out[i].role != "" || len(m.titles) == 0 || m.titles[len(m.titles)-1].First < m.last || m.office {
			continue
		}
		how, ok := st.how, false
		switch {
		case m.from > s.First && (t.Is(m.from-1, ';') || x.votesBefore(t, m, i)):
			for k := i - 1; k >= 0 && !ok; k-- {
				ok = out[k].role == "elected" && height[out[k].to] >= height["inspection_head"]
				how = out[k].how
			}
		case m.from == s.First && len(ms) == 1:
			ok = x.behindElected(t, s, st)
		}
		if !ok || !x.closes(t, m.to, s.Last) {
			continue
		}
		if post, to := x.keyTitle(t, m); to != "" {
			x.elect(&out[i], how, post, to)
		}
	}
}

// votesBefore reports whether only the votes of somebody stand between a name and the post
// behind it, and the one before was elected with votes, too: "A được 40/41 phiếu bầu làm Bí
// thư, đồng chí B 39 phiếu, Phó Bí thư".
func (x *Extractor) votesBefore(t *scan.Text, m *mention, i int) bool {
	return i > 0 && t.Is(m.from-1, ',') && m.titles[0].First > m.last+1 && votes(t, m.last, m.titles[0].First) > m.last
}

// behindElected reports whether a sentence goes on in a paragraph with one that gave a key
// post.
func (x *Extractor) behindElected(t *scan.Text, s scan.Sentence, st *story) bool {
	first, _ := t.Block(s.Block)
	return s.First > first && st.told && st.since <= 1 && height[st.to] >= height["inspection_head"] && !listItem(t, s)
}

// closes reports whether nothing but votes and brackets stands behind a person up to the
// end of the part of a sentence.
func (x *Extractor) closes(t *scan.Text, from, end int32) bool {
	for i := from; i < end; i++ {
		switch {
		case t.Is(i, ';'), t.Is(i, '.'):
			return true
		case t.Is(i, '('):
			i = x.mark(t, i, end, ')')
		case t.Is(i, ','), t.Is(i, ')'):
		default:
			last := votes(t, i, end)
			if last == i {
				return false
			}
			i = last
		}
	}
	return true
}

// keyTitle takes from the titles of a person the highest post that a congress gives, of its
// own organisation and not held before.
func (x *Extractor) keyTitle(t *scan.Text, m *mention) (scan.Hit, string) {
	at, to := -1, ""
	for k, h := range m.titles {
		code := x.codeAt(t, h)
		if height[code] < height["inspection_head"] || !x.higher(code, to) {
			continue
		}
		if _, held := t.At(x.prefix, h.First); held || !x.ofDocument(t, h) {
			return scan.Hit{}, ""
		}
		at, to = k, code
	}
	if at < 0 {
		return scan.Hit{}, ""
	}
	h := m.titles[at]
	m.titles = slices.Delete(slices.Clone(m.titles), at, at+1)
	return h, to
}

// core reports whether a list is of those who lead a committee from day to day, each with
// his post before or behind the name: "Thường trực Huyện ủy gồm Bí thư A và hai Phó Bí thư:
// B, C".
func (x *Extractor) core(t *scan.Text, s scan.Sentence, ms []mention, i int, from, end int32) bool {
	if t.Fold(from) == "tập" && t.Fold(from+1) == "thể" {
		from += 2
	}
	if t.Fold(from) != "thường" || t.Fold(from+1) != "trực" || end-from > near || t.Has(x.cues, from, end) || t.Has(x.verbs, from, end) {
		return false
	}
	for k := i; k < len(ms) && ms[k].from < s.Last; k++ {
		if len(ms[k].titles) > 0 && height[x.codeAt(t, ms[k].titles[0])] >= height["deputy_secretary"] {
			return true
		}
	}
	return false
}

// eachKey elects those of a list to the key post that each has, before the name or before
// the colon of the part that the name stands in.
func (x *Extractor) eachKey(t *scan.Text, ms []mention, out []act, first int, how int32) {
	var post scan.Hit
	to := ""
	for k := first; k < len(ms); k++ {
		m := &ms[k]
		if k > first {
			if gap := m.from - ms[k-1].to; t.Is(m.from-1, ':') {
				post, to = x.titleBetween(t, ms[k-1].to, m.from-1, nil)
			} else if !x.joined(t, ms[k-1].to, m.from) && gap > 1 {
				return
			}
		}
		if own, code := x.keyTitle(t, m); code != "" {
			x.elect(&out[k], how, own, code)
			continue
		}
		x.elect(&out[k], how, post, to)
	}
}

// ofDocument reports whether a title is of no other committee than that of the document's
// own organisation: a bare "Phó Bí thư", "Bí thư Huyện ủy" in a text about a district.
func (x *Extractor) ofDocument(t *scan.Text, h scan.Hit) bool {
	if superior(t.String(h.First, h.Last), &t.Identity) {
		return false
	}
	for _, u := range t.HitsIn(x.ofUnit, h.First, h.Last) {
		if u.Value == agency || !x.unitNamed(t, u, h.Last) {
			continue
		}
		last := u.Last
		for last < h.Last && t.Tokens[last].Kind == scan.Word && t.Tokens[last].Upper {
			last++
		}
		if !hasSuffixFold(t.Identity.Unit, t.String(u.Last, last)) {
			return false
		}
	}
	return true
}

// hasSuffixFold reports whether a name ends in another, however they are spelt.
func hasSuffixFold(s, suffix string) bool {
	s, suffix = vn.Fold(s), vn.Fold(suffix)
	return len(s) >= len(suffix) && s[len(s)-len(suffix):] == suffix
}

// bracketed elects into the committee that a sentence is about whom it names in brackets for
// the members that it counts: "nữ 1 đồng chí (Thượng tá A)", "có 02 nữ (các đồng chí A, B)".
func (x *Extractor) bracketed(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	for i := range ms {
		m := &ms[i]
		at := m.from - 1
		if out[i].role != "" || at-3 < s.First || !t.Is(at, '(') || !numberBefore(t, s, at) || t.Has(x.leaving, at-8, at) || t.Has(x.withdrawn, max(s.First, at-8), at) {
			continue
		}
		post, to := x.postBetween(t, s.First, at, nil)
		if to != "committee" && to != "standing_committee" || x.nominated(t, s.First, at-near, at) || designed(t, scan.Sentence{First: max(s.First, at-8), Last: at}) {
			continue
		}
		for k := i; k < len(ms) && (k == i || x.joined(t, ms[k-1].to, ms[k].from)) && out[k].role == "" && x.mark(t, at, ms[k].from, ')') == ms[k].from; k++ {
			x.elect(&out[k], how, post, to)
		}
	}
}

// numberBefore reports whether members are counted right before a token: "1 đồng chí", "2 nữ",
// "tái cử: 14". Those who are missing are not.
func numberBefore(t *scan.Text, s scan.Sentence, i int32) bool {
	for b := i - 1; b >= max(s.First, i-4); b-- {
		if t.Tokens[b].Kind == scan.Number {
			for c := b - 1; c >= max(s.First, b-4) && !t.Is(c, ',') && !t.Is(c, ';'); c-- {
				switch t.Fold(c) {
				case "vắng", "khuyết", "thiếu", "rút", "nghỉ", "trượt", "bỏ", "ốm":
					return false
				}
			}
			return !t.Is(b+1, '%') && !t.Is(b+1, '/')
		}
		if t.Tokens[b].Kind != scan.Word {
			return false
		}
		switch t.Fold(b) {
		case "vắng", "khuyết", "thiếu", "rút", "nghỉ", "trượt":
			return false
		}
	}
	return false
}

// withShare elects whose votes stand in the clause behind one that says which key post was
// voted on: "được chọn bầu trực tiếp Bí thư, đồng chí A đạt 98,1% số phiếu".
func (x *Extractor) withShare(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	for i := range ms {
		m := &ms[i]
		if out[i].role != "" || m.from <= s.First || !t.Is(m.from-1, ',') && !t.Is(m.from-1, ';') {
			continue
		}
		n, of, ok := votesFor(t, m, s.Last)
		if !ok || of == 0 || 2*n <= of {
			continue
		}
		left := s.First
		for k := i - 1; k >= 0 && left == s.First; k-- {
			if !ms[k].office { // "bầu trực tiếp đồng chí Bí thư; đồng chí A đạt …"
				left = ms[k].to
			}
		}
		for _, v := range t.HitsIn(x.verbs, max(left, m.from-far), m.from) {
			if v.Value != howElected || x.compound(t, v) {
				continue
			}
			if denied, _ := x.denied(t, event{Hit: v}, left); denied {
				continue
			}
			if post, to := x.titleBetween(t, v.Last, m.from, nil); height[to] >= height["inspection_head"] {
				x.elect(&out[i], how, post, to)
			}
		}
	}
}

// organ reports whether a post is one in a body that a congress sets up for itself and that
// ends with it: "Trưởng ban", "thư ký". Nobody is elected to one in the sense of the table.
func (x *Extractor) organ(t *scan.Text, post scan.Hit) bool {
	if n := post.Last - post.First; n > 2 && n < 7 {
		switch t.Fold(post.Last-2) + " " + t.Fold(post.Last-1) {
		case "kiểm phiếu", "bầu cử", "thẩm tra", "tổng hợp", "lập biểu", "biên bản", "triệu tập":
			return true // "Trưởng Ban Kiểm phiếu: ông A", "Người tổng hợp: bà B"
		}
	}
	if post.Last-post.First > 2 {
		return false
	}
	switch vn.Fold(t.String(post.First, post.Last)) {
	case "trưởng ban", "phó ban", "phó trưởng", "thư kí", "tổ trưởng", "tổ phó", "trưởng đoàn", "phó đoàn", "thành viên", "trưởng tiểu", "uỷ viên", "chủ toạ", "chủ trì", "thư kí đoàn", "khách mời":
		return true
	}
	return false
}
