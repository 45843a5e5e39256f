package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// Those who speak at a congress are counted as comments, whatever they are called: "14 người xin
// nói", "9 đại biểu lên tham luận", "16 phát biểu"; so are their papers, "bài" or "bản" where
// comments were told of just before.

// spokenOf is for how many sentences behind comments a word like "bài" or "lượt" is one of them.
const spokenOf = 3

// spoke reports whether it is said right behind those counted that they spoke, and whether that
// they could not: "4 người kịp nói", "9 đại biểu (5 là thợ lò) lên tham luận".
func (r *reader) spoke(g *group) (spoke, not bool) {
	if g.head == nil || g.head.body == "vote" || g.head.body == "comment" {
		return false, false
	}
	i := r.items[g.end-1].last
	if r.t.Is(i, '(') {
		for i < r.last && !r.t.Is(i, ')') {
			i++
		}
		i++
	}
	for n := 0; n < spokeWords && i < r.last && r.t.Tokens[i].Kind == scan.Word; i, n = i+1, n+1 {
		w := r.t.Fold(i)
		switch w {
		case "nói":
			return r.t.Fold(i+1) != "chung" && r.t.Fold(i+1) != "riêng", not
		case "không", "chưa":
			not = true
			continue
		}
		if i+1 < r.last && speaking[w+" "+r.t.Fold(i+1)] {
			return true, not
		}
		if !beforeSpeech[w] {
			return false, not
		}
	}
	return false, not
}

// askedAt returns the token at which it is said that those counted put their names down to speak,
// 0 where it is not.
func (r *reader) askedAt(g *group) int32 {
	if g.head != nil && strings.HasSuffix(r.t.Fold(r.items[g.headAt].last-1), "luận") {
		return 0 // "15 tham luận đăng ký"
	}
	i := r.items[g.end-1].last
	if r.t.Fold(i) == "lượt" {
		i++
	}
	if r.t.Fold(i) == "người" {
		i++
	}
	if i+1 < r.last && r.t.Fold(i) == "đăng" && (r.t.Fold(i+1) == "ký" || r.t.Fold(i+1) == "kí") && r.t.Fold(i+2) != "tham" {
		return i // and no "đăng ký tham luận", whose papers are written
	}
	return 0
}

// askedOnly reports whether those who put their names down to speak are told from those who spoke,
// who are counted behind them.
func (r *reader) askedOnly(g *group) bool {
	n := r.nextGroup(g)
	if n == nil || n.main.percent || n.main.value >= g.main.value || r.split(g.end, n.at) && n.head != nil && n.head.body == "" && n.head.head != "person" {
		return false
	}
	if n.head == nil {
		return r.t.Fold(n.main.last) == "lượt" || r.t.Fold(n.main.last) == "bài"
	}
	return n.head.head == "person" || n.head.body == "delegate" || n.head.body == "comment"
}

// nextGroup returns the group behind one, nil for the last.
func (r *reader) nextGroup(g *group) *group {
	for i := range r.groups {
		if &r.groups[i] == g && i+1 < len(r.groups) {
			return &r.groups[i+1]
		}
	}
	return nil
}

// spokeWords is how many words there are at most before the verb of speaking: "đăng ký nhưng
// không còn thời gian".
const spokeWords = 7

// speaking are the two words, folded, of verbs of speaking at a congress.
var speaking = map[string]bool{
	"phát biểu": true, "tham luận": true, "tranh luận": true, "đăng đàn": true, "chất vấn": true, "góp ý": true, "nêu ý": true, "hiến kế": true,
	"trình bày": true, "diễn đàn": true, "lên bục": true,
}

// beforeSpeech are words, folded, that may stand before a verb of speaking.
var beforeSpeech = map[string]bool{
	"xin": true, "kịp": true, "được": true, "đã": true, "lên": true, "có": true, "đăng": true, "kí": true, "ký": true, "giơ": true, "tay": true, "muốn": true, "trực": true,
	"tiếp": true, "bục": true, "đứng": true, "dậy": true, "tham": true, "gia": true, "mạnh": true, "dạn": true, "còn": true, "thời": true, "gian": true,
	"diễn": true, "đàn": true, "nhưng": true, "hết": true, "giờ": true, "để": true,
}

// turns reports whether a figure without a noun counts turns to speak or papers: "16 phát biểu",
// and behind comments "5 bài", "8 bản", "13 lượt", "41 của cán bộ hưu trí".
func (r *reader) turns(g *group) bool {
	if g.head != nil || g.main.percent {
		return false
	}
	i := g.main.last
	w := r.t.Fold(i)
	if w == "phát" && r.t.Fold(i+1) == "biểu" {
		return g.main.bare && !g.main.ratio
	}
	if r.s.done == "comment" && g.main.bare && !g.main.ratio && r.readOf(g) != "" {
		return true
	}
	switch w {
	case "bài", "bản", "lượt":
		if w := r.t.Fold(i + 1); i+1 < r.last && r.t.Tokens[i+1].Kind == scan.Word && !behindPaper[w] && (r.s.done != "comment" || noPaper[w] || r.t.Tokens[i+1].Upper) {
			return false // "189 bài báo", "12 bản cam kết"
		}
		return r.s.done == "comment" || r.d.spoke > 0 || r.comments(g.at)
	case "trình", "đọc":
		return r.s.done == "comment" && g.main.bare && !g.main.ratio
	case "của", "từ", "vào", "bằng", "góp", "gửi":
		if r.s.done != "comment" {
			return false
		}
		for k := g.at - 1; k >= g.left; k-- {
			if r.items[k].c().link == "within" {
				return true
			}
		}
	}
	return false
}

// behindPaper are words, folded, that go on behind "bài" or "bản" where it is a paper by itself.
var behindPaper = map[string]bool{
	"trình": true, "đọc": true, "gửi": true, "được": true, "do": true, "của": true, "viết": true, "không": true, "chưa": true, "kịp": true, "tại": true, "từ": true,
	"đăng": true, "phát": true, "về": true, "là": true, "ở": true, "bằng": true, "vào": true, "để": true, "có": true, "còn": true, "lên": true, "thì": true,
	"trực": true, "nộp": true, "in": true, "phải": true, "và": true, "đã": true, "xin": true, "góp": true, "nêu": true, "đi": true,
}

// noPaper are words, folded, behind "bài" or "bản" that make another thing of it.
var noPaper = map[string]bool{
	"báo": true, "viết": true, "hát": true, "ca": true, "thơ": true, "học": true, "giảng": true, "cam": true, "đồ": true, "làng": true, "tin": true, "kê": true,
	"kiểm": true, "tự": true, "nhạc": true, "vẽ": true, "dự": true, "thi": true, "người": true,
}

// readOf returns what is said of the papers counted before of which some were read: "14 tham luận, 6 [được trình bày]", "13 tham luận
// gửi về, [trình bày được] 5", "[đọc tại hội trường] được 6".
func (r *reader) readOf(g *group) string {
	i := g.main.last
	if w := r.t.Fold(i); w == "bài" || w == "bản" {
		i++
	}
	if r.t.Fold(i) == "được" && readVerbs[r.t.Fold(i+1)+" "+r.t.Fold(i+2)] {
		end := i
		for end < r.stop(g) && r.t.Tokens[end].Kind == scan.Word {
			end++
		}
		return r.t.String(i, max(end, i+3))
	}
	i = g.main.first - 1
	if i <= r.first || r.t.Fold(i) != "được" {
		return ""
	}
	from := i
	for from > r.first && r.t.Tokens[from-1].Kind == scan.Word && i-from < readWords {
		from--
	}
	if from == r.first || !r.t.Is(from-1, ',') && !r.t.Is(from-1, ';') {
		return ""
	}
	switch w := r.t.Fold(from); {
	case readVerbs[w+" "+r.t.Fold(from+1)] && i == from+2:
		return r.t.String(from, i+1)
	case readVerbs[w+" "+r.t.Fold(from+1)], w == "đọc" && i > from+1:
		return r.t.String(from, i)
	}
	return ""
}

// readVerbs are the two words, folded, of what is done with a paper at a congress.
var readVerbs = map[string]bool{"trình bày": true, "phát biểu": true, "đọc tại": true, "đọc trước": true, "chọn đọc": true, "tham luận": true}

// readWords is how many words such a clause has at most.
const readWords = 8

// kindOfPaper returns what is said of some of the comments or papers counted before: "5 bài
// [trình bày tại hội trường]", "chỉ [chọn được] 8 bản", "41 của [cán bộ hưu trí]".
func (r *reader) kindOfPaper(g *group) string {
	if q := r.readOf(g); q != "" {
		return q
	}
	from := g.main.last
	switch r.t.Fold(from) {
	case "bài", "bản", "lượt":
		from++
	}
	if r.t.Fold(from) == "để" {
		from++
	}
	end := from
	for end < r.stop(g) && r.t.Tokens[end].Kind == scan.Word {
		end++
	}
	if q := r.clean(from, end); q != "" {
		return q
	}
	i := g.main.first
	for i > r.first && (r.t.Fold(i-1) == "được" || r.t.Fold(i-1) == "chỉ") {
		i--
	}
	switch i--; r.t.Fold(i) {
	case "chọn", "đọc", "nhận", "gửi":
		return r.t.String(i, g.main.first)
	}
	return ""
}

// takenUp returns the verb right before a count of comments that says what came of them.
func (r *reader) takenUp(g *group) string {
	i := g.main.first - 1
	if i > r.first && r.t.Fold(i) == "được" {
		i--
	}
	if i <= r.first {
		return ""
	}
	switch w := strings.ToLower(r.t.String(i-1, i+1)); w {
	case "tiếp thu", "giải trình", "chắt lọc":
		return w
	}
	return ""
}
