package measure

import "github.com/tongket/tongket/extractors/scan"

// Those who won are told by a bare number too: "Đề án 15 ủy viên, trúng 14", "quyết định bầu 15, thực tế
// được 13", "Số trúng cử: 14". Who they are is the body that was spoken of, else the committee.

// wonBare reports whether a number without a noun stands right behind a word of having been elected.
func (r *reader) wonBare(g *group) bool {
	if g.head != nil || !g.main.bare || g.main.percent || g.main.ratio && (g.main.value > g.main.total || 2*g.main.value < g.main.total) || g.main.value != float64(int(g.main.value)) {
		return false
	}
	k := g.at - 1
	for k >= g.left && (r.items[k].mark == ':' || r.items[k].c().link == "copula" || r.items[k].c().bound != "") {
		k--
	}
	if k < g.left || g.main.first-r.items[k].last > int32(g.at-1-k) {
		return false
	}
	c := r.items[k].c()
	if c.link == "filler" && k > g.left && r.items[k-1].c().link == "result" && r.t.Fold(r.items[k].first) == "được" {
		return true // "thực tế được 13"
	}
	if c.phase != "actual" || c.reach != "near" {
		return false
	}
	switch r.t.Fold(r.items[k].last - 1) {
	case "cử", "trúng", "được", "bầu", "là":
		return true
	}
	return false
}

// toElect reports whether a number stands right behind a word that says how many are to be elected, and nothing
// else says of what: "Đại hội quyết định bầu 15".
func (r *reader) toElect(g *group) bool {
	if g.at == 0 || g.main.percent || g.main.ratio || g.head != nil && g.head.head != "person" || g.main.value <= few && g.head == nil {
		return false
	}
	p := &r.items[g.at-1]
	if p.c().phase != "planned" || p.c().reach != "near" || p.last != g.main.first {
		return false
	}
	switch r.t.Fold(p.last - 1) {
	case "bầu", "lấy":
		return true
	case "án": // "đề án 39, bầu 37"
		for k := g.end; k < len(r.items) && r.items[k].mark != ';'; k++ {
			if f := r.items[k].fig; f != nil {
				c := r.items[k-1].c()
				return !f.percent && f.value <= g.main.value && f.value > g.main.value/2 && (c.phase == "actual" || c.reach == "verb") && r.items[k-1].last == f.first
			}
		}
	}
	return false
}

// round returns the round of a ballot that a figure of winners is told for, where the sentence tells two: "Vòng 1
// trúng 12 người, vòng 2 thêm 3 người", "Trúng cử vòng 1: 25; vòng 2: 4". It is "" where they are not told
// by rounds.
func (r *reader) round(g *group) string {
	if g.main.percent || g.main.ratio || g.head != nil && g.head.head != "person" && !isSeats(g.head.body) {
		return ""
	}
	at, won := int32(-1), false
	for i := r.first; i+1 < r.last; i++ {
		if !roundWords[r.t.Fold(i)] || !r.roundNumber(i+1) {
			if i < g.main.first && (r.t.Fold(i) == "trúng" && !notWon[r.t.Fold(i+1)] || r.t.Fold(i) == "bầu") {
				won = true
			}
			continue
		}
		if i < g.main.first {
			at = i
		}
	}
	if at < 0 || !won || g.main.first-at > roundReach {
		return ""
	}
	for i := at + 2; i < g.main.first; i++ {
		if r.t.Is(i, ',') || r.t.Is(i, ';') || r.t.Tokens[i].Kind == scan.Number && i > at+2 {
			return ""
		}
	}
	end := at + 2
	if r.t.Fold(at+1) == "thứ" {
		end++
	}
	if at > r.first && r.t.Fold(at-1) == "bầu" {
		at--
	}
	return r.t.String(at, end)
}

// notWon stand behind "trúng" where nobody was elected: "trúng tuyển", "trúng thầu".
var notWon = map[string]bool{"tuyển": true, "thầu": true, "giải": true, "thưởng": true, "mùa": true}

// roundReach is how far before a figure its round stands at most: "Vòng 1 bầu Ban Chấp hành trúng".
const roundReach = 8

// roundWords are words for a round of voting, folded.
var roundWords = map[string]bool{"vòng": true, "lần": true, "đợt": true}

// wonInRound reports whether a number follows the number of a round before its token, in its clause: who won there.
func (r *reader) wonInRound(i int32) bool {
	for end := min(i+roundReach, r.last); i < end && !r.t.Is(i, ',') && !r.t.Is(i, ';'); i++ {
		if r.t.Tokens[i].Kind == scan.Number {
			return r.t.Fold(i-1) != "đủ"
		}
	}
	return false
}

// roundAt reports whether a number is that of a round of voting: "vòng 2".
func (r *reader) roundAt(i int32) bool {
	if i <= r.first || len(r.t.Word(i)) > 1 || r.t.Fold(i-1) != "vòng" && r.t.Fold(i-1) != "đợt" {
		return false
	}
	c := r.peek(i + 1)
	return c.head != "person" && c.use != "counted"
}

// roundNumber reports whether the number of a round stands at a token.
func (r *reader) roundNumber(i int32) bool {
	switch r.t.Fold(i) {
	case "1", "2", "3", "i", "ii", "một", "hai", "đầu", "thứ":
		return true
	}
	return false
}

// roundsTold reports whether a sentence tells of two rounds of an election. It is asked once a sentence.
func (r *reader) roundsTold() bool {
	if r.s.rounds == 0 {
		r.s.rounds = 1
		for i := r.first; i+1 < r.last && r.s.chosen && r.s.rounds < 3; i++ {
			if roundWords[r.t.Fold(i)] && r.roundNumber(i+1) && r.wonInRound(i+2) {
				r.s.rounds++
			}
		}
	}
	return r.s.rounds > 2
}

// personnelListed reports whether a bare number is how many are put forward, in a sentence that begins with the personnel of the
// next term: "Nhân sự khóa mới: giới thiệu 17, tái cử 11".
func (r *reader) personnelListed(g *group) bool {
	if g.head != nil || !g.main.bare || g.main.percent || g.main.ratio || g.at == 0 {
		return false
	}
	p := &r.items[g.at-1]
	if p.last != g.main.first || p.c().phase != "nominated" || p.c().reach != "near" || g.left > 0 {
		return false
	}
	i := r.firstWord()
	return r.t.Fold(i) == "nhân" && r.t.Fold(i+1) == "sự"
}
