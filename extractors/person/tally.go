package person

import (
	"slices"
	"strings"

	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// resultsReach is how many sentences without a vote may stand between the heading of the
// results of a ballot and the first who got votes, or between two of them.
const resultsReach = 2

// headsResults reports whether a sentence begins with the results of something: "Kết quả
// kiểm phiếu như sau:", "2. Kết quả: ông A 33/33 phiếu". Those of a poll on who may stand
// elect nobody.
func (x *Extractor) headsResults(t *scan.Text, s scan.Sentence) bool {
	for i := s.First; i+1 < min(s.Last, s.First+5); i++ {
		if t.Fold(i) != "kết" || t.Fold(i+1) != "quả" {
			continue
		}
		for j := i + 2; j+1 < s.Last && j < i+far; j++ {
			switch t.Fold(j) + " " + t.Fold(j+1) {
			case "giới thiệu", "thăm dò", "tín nhiệm", "biểu quyết", "lấy phiếu", "đề cử":
				return false
			}
		}
		return true
	}
	return false
}

// tellsResults reports whether a sentence that ends in a colon leads to results: "Ban Kiểm
// phiếu công bố kết quả như sau:".
func (x *Extractor) tellsResults(t *scan.Text, s scan.Sentence) bool {
	if s.Last-s.First < 3 || !t.Is(s.Last-1, ':') {
		return false
	}
	for i := max(s.First, s.Last-far); i+1 < s.Last; i++ {
		switch t.Fold(i) {
		case "kết":
			if t.Fold(i+1) == "quả" {
				return x.headsResults(t, scan.Sentence{First: i, Last: s.Last, Block: s.Block})
			}
		case "từng", "mỗi": // "Số phiếu bầu cho từng người:"
			if w := t.Fold(i + 1); w == "người" || w == "đồng" {
				return polled(t, s)
			}
		}
	}
	return false
}

// ownPosts elects those whose posts a sentence lists that opens with results: "Kết quả bầu
// cử: đồng chí A - Bí thư, đồng chí B - Phó Bí thư", "Nhân sự chủ chốt sau đại hội: Bí thư
// A, Phó Bí thư B".
func (x *Extractor) ownPosts(t *scan.Text, s scan.Sentence, ms []mention, out []act, how int32) {
	colon := x.mark(t, s.First, min(s.Last, s.First+far), ':')
	if colon+1 >= s.Last || !t.Is(colon, ':') || len(ms) == 0 || ms[0].from < colon || ms[0].from-colon > itemHead || t.Has(x.verbs, colon, s.Last) || t.Has(x.refused, colon, s.Last) || t.Has(x.nominee, colon, s.Last) || !x.headsResults(t, s) && !staff(t, s, colon) {
		return
	}
	for i := range ms {
		m := &ms[i]
		if out[i].role != "" {
			continue
		}
		at, to := -1, ""
		for k, h := range m.titles {
			if code := x.codeAt(t, h); height[code] >= height["inspection_committee"] && x.higher(code, to) {
				if _, held := t.At(x.prefix, h.First); !held {
					at, to = k, code
				}
			}
		}
		if at < 0 {
			continue
		}
		x.elect(&out[i], how, m.titles[at], to)
		m.titles = slices.Delete(slices.Clone(m.titles), at, at+1)
	}
}

// staff reports whether the words before a colon speak of the key people that a congress
// leaves: "Nhân sự chủ chốt sau đại hội".
func staff(t *scan.Text, s scan.Sentence, colon int32) bool {
	named, held := false, false
	for i := s.First; i+1 < colon; i++ {
		switch t.Fold(i) + " " + t.Fold(i+1) {
		case "nhân sự", "chức danh", "lãnh đạo", "bộ máy", "chủ chốt":
			named = true
		case "khoá mới", "kì mới", "đạo mới", "máy mới":
			held = true
		case "đại hội":
			held = held || i > s.First && (t.Fold(i-1) == "sau" || t.Fold(i-1) == "tại")
		case "giới thiệu", "dự kiến", "quy hoạch":
			return false
		}
	}
	return named && held
}

// tally elects whom the results of a ballot give more than half of the votes: "1. Đồng chí
// A, đạt 229/231 phiếu", "Kết quả: ông A 33/33 phiếu, bà B 30 phiếu", also where only the
// heading of a column of lines says that they are results.
func (x *Extractor) tally(t *scan.Text, si int, acts []act, st *story) {
	minutes := t.Identity.Type == "minutes" && st.ever && len(acts) == 1
	results := st.results > 0 && si-st.results+1 <= resultsReach
	s := t.Sentences[si]
	results = results || st.ever && x.ofBallots(t, s) && x.nameColumn(t, s) || t.Identity.Type == "minutes" && len(acts) > 1 && ballots(t, si) > 0
	given := -1.0 // how many ballots there were, once asked
	if !minutes && !results || st.breach {
		return
	}
	for i := range acts {
		a := &acts[i]
		if a.role != "" {
			continue
		}
		end := s.Last
		if i+1 < len(acts) && acts[i+1].m.from > a.m.last {
			end = acts[i+1].m.from
		}
		n, of, ok := votesFor(t, a.m, end)
		if !ok && t.Doc.Blocks[s.Block].Kind == report.TableCell {
			n, of, ok = x.votesOfRow(t, s)
		}
		if !ok && results && (len(acts) > 1 || t.Identity.Type == "minutes") {
			n, of, ok = bareVotes(t, a.m, end)
		}
		if !ok {
			continue
		}
		if results {
			st.results = si + 1
		}
		if of == 0 && results {
			of = st.ballots
			if of == 0 {
				if given < 0 {
					given = ballots(t, si)
				}
				of = given
			}
		}
		if of > 0 {
			st.ballots = of
		}
		if of == 0 || 2*n <= of || x.leaves(t, a.m) {
			continue
		}
		if post, to := x.votedOn(t, si, s.First); to != "" {
			x.elect(a, st.how, post, to)
		}
	}
}

// votesFor reads the votes behind a person, and of how many where that is said: ": 31/46
// phiếu", ", đạt 98,5%", "(22 phiếu)".
func votesFor(t *scan.Text, m *mention, end int32) (n, of float64, ok bool) {
	i := m.to
	if t.Is(i, '|') {
		return votesPiped(t, i, end)
	}
	for ; i < end && i < m.to+itemHead && t.Tokens[i].Kind != scan.Number; i++ {
		if t.Is(i, '(') && i+1 < end && t.Tokens[i+1].Kind == scan.Word && t.Fold(i+1) != "đạt" && t.Fold(i+1) != "được" {
			for i < end && !t.Is(i, ')') { // "(sinh năm 1991)"
				i++
			}
			continue
		}
		if t.Tokens[i].Kind != scan.Word {
			if t.Is(i, ';') || t.Is(i, '.') {
				return 0, 0, false
			}
			continue
		}
		switch t.Fold(i) {
		case "đạt", "được", "với", "có", "tỷ", "tỉ", "lệ", "số", "phiếu", "nhận", "giành", "bầu":
		default:
			return 0, 0, false
		}
	}
	if i+1 >= end || t.Tokens[i].Kind != scan.Number {
		return 0, 0, false
	}
	n, ok = grammar.ParseNumber(t.Word(i))
	switch {
	case !ok:
		return 0, 0, false
	case t.Is(i+1, '%'):
		return n, 100, true
	case t.Is(i+1, '/') && i+2 < end && t.Tokens[i+2].Kind == scan.Number:
		of, ok = grammar.ParseNumber(t.Word(i + 2))
		return n, of, ok && of >= n
	case t.Fold(i+1) == "phiếu":
		return n, 0, true
	}
	return 0, 0, false
}

// bareVotes reads the votes behind a person in a row of results that gives bare numbers, with
// the share behind them or not: "A 23; B 21; C 16", "A 117 92,1%".
func bareVotes(t *scan.Text, m *mention, end int32) (n, of float64, ok bool) {
	i := m.to
	if i+1 < end && t.Is(i, '-') {
		i++ // "1) Lò Văn A - 131"
	}
	if i >= end || t.Tokens[i].Kind != scan.Number {
		return 0, 0, false
	}
	if n, ok = grammar.ParseNumber(t.Word(i)); !ok {
		return 0, 0, false
	}
	if i+2 < end && t.Tokens[i+1].Kind == scan.Number && t.Is(i+2, '%') {
		n, ok = grammar.ParseNumber(t.Word(i + 1))
		return n, 100, ok
	}
	return n, 0, i+1 >= end || t.Is(i+1, ';') || t.Is(i+1, ',') || t.Is(i+1, '.') || t.Is(i+1, '(')
}

// votesPiped reads the votes behind a person in a row that is written with strokes: the
// share that ends it, else the number: "5 | A | 55 | 47,4".
func votesPiped(t *scan.Text, i, end int32) (n, of float64, ok bool) {
	for ; i+1 < end && t.Is(i, '|') && t.Tokens[i+1].Kind == scan.Number; i += 2 {
		v, fine := grammar.ParseNumber(t.Word(i + 1))
		if !fine {
			break
		}
		if share := t.Is(i+2, '%'); share || ok && v <= 100 {
			return v, 100, true
		}
		n, ok = v, true
	}
	return n, 0, ok
}

// votesOfRow reads the votes of a person in the cells behind the name: the share, else the
// number; who is said to have been elected, or not, has all of one or none.
func (x *Extractor) votesOfRow(t *scan.Text, s scan.Sentence) (n, of float64, ok bool) {
	c := t.Doc.Blocks[s.Block].Cell
	for i := s.Block + 1; i < len(t.Doc.Blocks); i++ {
		d := &t.Doc.Blocks[i]
		if d.Kind != report.TableCell || d.Cell.Table != c.Table || d.Cell.Row != c.Row {
			break
		}
		first, last := t.Block(i)
		if first >= last {
			continue
		}
		switch w := t.Fold(first); {
		case t.Tokens[first].Kind == scan.Number && last-first <= 2:
			v, fine := grammar.ParseNumber(t.Word(first))
			share := last-first == 2 && t.Is(first+1, '%') || v <= 100 && (strings.ContainsAny(t.Word(first), ",.") || scan.Memo(t, &x.ofVotes, columnsOfVotes)[[2]int{d.Cell.Table, d.Cell.Col}])
			if fine && (share || !ok) {
				n, of, ok = v, 0, true
				if share {
					of = 100
				}
			}
		case w == "trúng" || w == "đắc":
			return 1, 1, true
		case w == "không":
			return 0, 1, true
		}
	}
	return n, of, ok
}

// ballots returns how many ballots the sentence or one of the four before it counts as
// valid, or as given out: "hợp lệ 94, không hợp lệ 01".
func ballots(t *scan.Text, si int) float64 {
	for back := si; back >= max(0, si-4); back-- {
		s := t.Sentences[back]
		best := 0.0
		for i := s.First; i+2 < s.Last; i++ {
			valid := t.Fold(i) == "hợp" && t.Fold(i+1) == "lệ" && (i == s.First || t.Fold(i-1) != "không")
			if !valid && !(t.Fold(i) == "phát" && t.Fold(i+1) == "ra") {
				continue
			}
			if valid && i-2 >= s.First && t.Fold(i-1) == "phiếu" && t.Tokens[i-2].Kind == scan.Number { // "37 phiếu hợp lệ"
				if n, ok := grammar.ParseNumber(t.Word(i - 2)); ok {
					return n
				}
			}
			j := i + 2
			for j < s.Last && j < i+5 && (t.Is(j, ':') || t.Fold(j) == "là" || t.Fold(j) == "có") {
				j++
			}
			if j >= s.Last || t.Tokens[j].Kind != scan.Number {
				continue
			}
			if n, ok := grammar.ParseNumber(t.Word(j)); ok {
				if valid {
					return n
				}
				best = n
			}
		}
		if best > 0 {
			return best
		}
	}
	return 0
}

// votedOn returns the body that results are of: the last one that an election before them
// was told of, else the last one named, else the one of which the sentence below the list
// says that they were elected into it.
func (x *Extractor) votedOn(t *scan.Text, si int, before int32) (scan.Hit, string) {
	hits := t.HitsIn(x.into, 0, before)
	for k := len(hits) - 1; k >= max(0, len(hits)-6); k-- {
		h := hits[k]
		verbs := t.HitsIn(x.verbs, max(t.SentenceOf(h.First).First, h.First-near), h.First)
		if n := len(verbs); n > 0 && verbs[n-1].Value != howAssigned && !x.compound(t, verbs[n-1]) { // no "phiếu bầu BCH"
			return h, x.intoCodes[h.Value]
		}
	}
	if len(hits) > 0 {
		h := hits[len(hits)-1]
		return h, x.intoCodes[h.Value]
	}
	for k := si + 1; k < min(len(t.Sentences), si+12); k++ {
		s := t.Sentences[k]
		for _, v := range t.HitsIn(x.verbs, s.First, s.Last) {
			if post, to := x.postBetween(t, v.Last, s.Last, nil); v.Value != howAssigned && height[to] <= height["standing_committee"] && to != "" {
				return post, to
			}
		}
		if !listItem(t, s) {
			break
		}
	}
	return scan.Hit{}, ""
}

// polled reports whether a sentence tells of votes that somebody got.
func polled(t *scan.Text, s scan.Sentence) bool {
	for i := s.First + 1; i < s.Last; i++ {
		if t.Word(i) == "phiếu" && (t.Tokens[i-1].Kind == scan.Number || t.Is(i-1, '%') || t.Fold(i-1) == "số" || t.Fold(i-1) == "bỏ") {
			return true
		}
	}
	return false
}

// votes returns the last token of the votes that somebody got and that begin at token
// i, i for none: "đạt 14/15 phiếu", "với 97,5%".
func votes(t *scan.Text, i, last int32) int32 {
	j := i
	for ; j < last && t.Tokens[j].Kind == scan.Word; j++ {
		switch t.Fold(j) {
		case "đạt", "được", "với", "tỷ", "tỉ", "lệ", "số", "phiếu":
			continue
		}
		break
	}
	if j == last || t.Tokens[j].Kind != scan.Number {
		return i
	}
	for j++; j < last && (t.Tokens[j].Kind == scan.Number || t.Is(j, '/') || t.Is(j, '%') || t.Fold(j) == "phiếu" || t.Fold(j) == "bầu"); j++ {
	}
	return j - 1
}

// lost reports whether the row of a tally gives a person half of the votes or less, which
// elects nobody.
func (x *Extractor) lost(t *scan.Text, s scan.Sentence, m *mention) bool {
	n, of, ok := votesFor(t, m, s.Last)
	if t.Doc.Blocks[s.Block].Kind == report.TableCell {
		n, of, ok = x.votesOfRow(t, s)
	}
	return ok && of > 0 && 2*n <= of
}

// ofBallots reports whether a sentence stands in a table one of whose columns counts votes:
// "Họ và tên | Số phiếu | Tỷ lệ".
func (x *Extractor) ofBallots(t *scan.Text, s scan.Sentence) bool {
	b := &t.Doc.Blocks[s.Block]
	return b.Kind == report.TableCell && scan.Memo(t, &x.ofVotes, columnsOfVotes)[[2]int{b.Cell.Table, wholeTable}]
}

// wholeTable stands for a column where a table as a whole is meant.
const wholeTable = -1

// columnsOfVotes finds the tables with a heading of votes in the first two rows, and their
// columns of shares.
func columnsOfVotes(t *scan.Text, out map[[2]int]bool) map[[2]int]bool {
	if out == nil {
		out = map[[2]int]bool{}
	}
	clear(out)
	for b, r := range headCells(t) {
		if r.Last-r.First < 2 {
			continue
		}
		switch t.Fold(r.First) + " " + t.Fold(r.First+1) {
		case "số phiếu":
			out[[2]int{b.Cell.Table, wholeTable}] = true
		case "tỷ lệ", "tỉ lệ":
			out[[2]int{b.Cell.Table, b.Cell.Col}] = true
		}
	}
	return out
}
