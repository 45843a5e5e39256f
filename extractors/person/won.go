package person

import (
	"github.com/tongket/tongket/extractors/scan"
)

// newcomers elects into the committee whom a text on a congress names among those who are new
// in it: "Trong 21 người mới có ông A, bà B", "Ba gương mặt mới là A, B và C".
func (x *Extractor) newcomers(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	for i := range ms {
		at := ms[i].from - 1
		for at > s.First && several(t, at) {
			at--
		}
		if out[i].role != "" || at-2 < s.First || !t.Is(at, ':') && t.Fold(at) != "có" && t.Fold(at) != "là" && t.Fold(at) != "gồm" || !newOnes(t, s, at) {
			continue
		}
		if t.Has(x.nominee, s.First, at) || t.Has(x.leaving, s.First, at) || longBefore(t, s, at) || designed(t, scan.Sentence{First: s.First, Last: at}) {
			continue
		}
		out[i].role, out[i].how, out[i].to = "elected", how, "committee"
		for k := i + 1; k < len(ms) && out[k].role == "" && x.joined(t, ms[k-1].to, ms[k].from); k++ {
			out[k].role, out[k].how, out[k].to = "elected", how, "committee"
		}
		return
	}
}

// newOnes reports whether new members are counted in a sentence before a token: "21 người
// mới", "ba gương mặt mới", "hai tân ủy viên".
func newOnes(t *scan.Text, s scan.Sentence, end int32) bool {
	for i := max(s.First+1, end-far); i < end; i++ {
		switch t.Fold(i) {
		case "mới":
			switch t.Fold(i - 1) {
			case "người", "mặt", "viên", "vị", "chí":
				if t.Fold(i+1) == "của" && !bodyWords[t.Fold(i+2)] {
					continue // "ba gương mặt mới của đội bóng"
				}
				for k := i - 2; k >= max(s.First, i-4); k-- {
					if several(t, k) {
						return true
					}
				}
			}
		case "binh":
			if t.Fold(i-1) == "tân" {
				return true
			}
		}
	}
	return false
}

// bodyWords begin the name of a committee or its term, folded.
var bodyWords = map[string]bool{"ban": true, "cấp": true, "khoá": true, "bch": true, "btv": true, "đảng": true, "tỉnh": true, "huyện": true, "thành": true, "nhiệm": true}

// won elects who is told to have got most of the votes for a key post: "ông A được 96,7% phiếu
// bầu Bí thư", "Bí thư Huyện ủy B được 33/33 phiếu", "bầu Phó Bí thư trong số người ứng cử:
// bà C 75,2%, ông D 24,8%".
func (x *Extractor) won(t *scan.Text, s scan.Sentence, ms []mention, out []act) {
	if !polled(t, s) && !shares(t, s) || t.Has(x.nominee, s.First, s.Last) && !candidates(t, s.First, s.Last) && !stood(t, s) {
		return
	}
	for i := range ms {
		m := &ms[i]
		if out[i].role != "" {
			continue
		}
		end := s.Last
		if i+1 < len(ms) {
			end = ms[i+1].from
		}
		if x.inTurnVoted(t, ms, i, s.Last) {
			post, to := x.keyTitle(t, m)
			for k := i; k < len(ms) && (k == i || x.with(t, &ms[k-1], &ms[k], false)); k++ {
				if k > i {
					ms[k].titles = nil
				}
				x.elect(&out[k], howElected, post, to)
			}
			continue
		}
		n, of, ok := votesFor(t, m, end)
		if !ok || of > 0 && 2*n <= of || of == 0 && !unanimous(t, m.to, end) {
			continue
		}
		if post, to := x.votedPost(t, m.to, end); to != "" && of > 0 {
			x.elect(&out[i], howElected, post, to)
			continue
		}
		if len(m.titles) == 1 && m.titles[0].First < m.first && x.hasKey(t, m) && t.Tokens[m.to].Kind == scan.Word {
			post, to := x.keyTitle(t, m)
			x.elect(&out[i], howElected, post, to)
			continue
		}
		if of > 0 {
			if post, to := x.stoodFor(t, s, ms, i); to != "" {
				x.elect(&out[i], howElected, post, to)
			}
		}
	}
}

// votedPost reads the key post that votes were for: "96,7% phiếu bầu Bí thư".
func (x *Extractor) votedPost(t *scan.Text, from, end int32) (scan.Hit, string) {
	for i := from; i+2 < min(end, from+itemHead); i++ {
		if t.Fold(i) == "phiếu" && (t.Fold(i+1) == "bầu" || t.Fold(i+1) == "cho") {
			j := i + 2
			if t.Fold(j) == "chức" || t.Fold(j) == "làm" {
				j++
			}
			if h, ok := x.titleAt(t, j, end); ok && height[x.codeAt(t, h)] >= height["inspection_head"] {
				return h, x.codeAt(t, h)
			}
		}
	}
	return scan.Hit{}, ""
}

// stoodFor reads the key post that a list of candidates with their shares is of.
func (x *Extractor) stoodFor(t *scan.Text, s scan.Sentence, ms []mention, i int) (scan.Hit, string) {
	for i > 0 && t.Is(ms[i].from-1, ',') || i > 0 && t.Is(ms[i].from-1, ';') {
		i--
	}
	if i < 0 || !t.Is(ms[i].from-1, ':') {
		return scan.Hit{}, ""
	}
	colon := ms[i].from - 1
	from := max(s.First, colon-far)
	verbs := t.HitsIn(x.verbs, from, colon)
	if len(verbs) == 0 || verbs[len(verbs)-1].Value != howElected {
		return scan.Hit{}, ""
	}
	post, to := x.titleBetween(t, verbs[len(verbs)-1].Last, colon, nil)
	if height[to] < height["inspection_head"] {
		return scan.Hit{}, ""
	}
	return post, to
}

// unanimous reports whether votes are said to be all there were: "33 phiếu tuyệt đối", "trọn
// 41 phiếu".
func unanimous(t *scan.Text, from, end int32) bool {
	for i := from; i < min(end, from+itemHead); i++ {
		switch t.Fold(i) {
		case "tuyệt", "trọn", "toàn", "đủ":
			return true
		}
	}
	return false
}

// shares reports whether a sentence has a percentage.
func shares(t *scan.Text, s scan.Sentence) bool {
	for i := s.First + 1; i < s.Last; i++ {
		if t.Is(i, '%') && t.Tokens[i-1].Kind == scan.Number {
			return true
		}
	}
	return false
}

// stood reports whether a sentence names candidates before its colon.
func stood(t *scan.Text, s scan.Sentence) bool {
	for i := s.First; i+1 < s.Last; i++ {
		if t.Is(i, ':') {
			return false
		}
		if t.Fold(i) == "ứng" && (t.Fold(i+1) == "viên" || t.Fold(i+1) == "cử") {
			return true
		}
	}
	return false
}

// inTurnVoted reports whether somebody with a key post before the name is the first of several
// whose votes stand behind the last: "các Phó Bí thư A, B lần lượt 32 và 31 phiếu".
func (x *Extractor) inTurnVoted(t *scan.Text, ms []mention, i int, end int32) bool {
	m := &ms[i]
	if len(m.titles) != 1 || m.titles[0].First > m.first || !several(t, max(0, m.titles[0].First-1)) || !x.hasKey(t, m) {
		return false
	}
	k := i
	for k+1 < len(ms) && x.with(t, &ms[k], &ms[k+1], false) {
		k++
	}
	at := ms[k].to
	if k == i || t.Fold(at) != "lần" || t.Fold(at+1) != "lượt" {
		return false
	}
	for j := at + 2; j < min(end, at+itemHead+2); j++ {
		switch {
		case t.Fold(j) == "phiếu", t.Is(j, '%'):
			return true
		case t.Tokens[j].Kind == scan.Number, t.Is(j, '/'), t.Is(j, ','), t.Fold(j) == "và", t.Fold(j) == "được", t.Fold(j) == "đạt", t.Fold(j) == "nhận", t.Fold(j) == "với":
		default:
			return false
		}
	}
	return false
}
