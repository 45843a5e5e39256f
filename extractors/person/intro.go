package person

import (
	"iter"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// intro is what a sentence that ends in a colon says of the list below it: an
// event and the post that all get, or what all of them do.
type intro struct {
	how    int32
	post   scan.Hit
	to     string
	named  bool // the list of those who hold the posts: "DANH SÁCH Ban Thường vụ …"
	units  bool // units follow, and no people
	loose  bool // the body is only the last that the text has named
	titles bool // the post is each one's title: "giữ các chức danh sau:"
	cue    cue  // "Thành phần dự họp:"
}

// introduces reads the sentence before a list.
func (x *Extractor) introduces(t *scan.Text, s scan.Sentence, st *story) (intro, bool) {
	if in, ok := x.headsBody(t, s, st); ok {
		return in, true
	}
	if in, ok := x.headsList(t, s, st); ok || !t.Is(s.Last-1, ':') && !x.headsItems(t, s) {
		return in, ok
	}
	if x.endsInUnits(t, s) {
		return intro{units: true}, true
	}
	verbs := t.HitsIn(x.verbs, s.First, s.Last)
	for len(verbs) > 0 && x.compound(t, verbs[len(verbs)-1]) {
		verbs = verbs[:len(verbs)-1]
	}
	if len(verbs) == 0 {
		if post, to := x.postBetween(t, s.First, s.Last, nil); st.told && to != "" && t.Has(x.list, s.First, s.Last) && !x.leftBehind(t, s.First, s.Last) {
			return intro{how: st.how, post: post, to: to, named: t.Has(x.register, s.First, s.Last)}, true // "2. Ban Thường vụ gồm 11 đồng chí, có tên sau:"
		}
		return x.introducesRole(t, s)
	}
	v := event{Hit: verbs[len(verbs)-1]}
	if denied, _ := x.denied(t, v, s.First); denied {
		return intro{}, false
	}
	in := intro{how: how(verbs)}
	in.post, in.to = x.postBetween(t, v.Last, s.Last, nil)
	in.titles = (in.to == "" || x.eachHisOwn(t, s)) && t.Has(x.chosen, s.First, s.Last)
	if in.to == "" {
		in.post, in.to = x.postBetween(t, s.First, v.First, nil)
	}
	if in.to == "" && !in.titles { // "Kết quả bầu cụ thể như sau:"
		in.post, in.to = x.bodyBefore(t, s.First)
		in.loose = confirms(t, v.Hit)
	}
	return in, true
}

// confirms reports whether a verb only confirms or gives posts that each of a list has with
// the name: "Chuẩn y những người sau đây:".
func confirms(t *scan.Text, v scan.Hit) bool {
	switch t.Fold(v.First) {
	case "chuẩn", "phê", "chỉ", "được", "công":
		return t.Fold(v.Last-1) == "y" || t.Fold(v.Last-1) == "chuẩn" || t.Fold(v.Last-1) == "định"
	}
	return false
}

// headsItems reports whether a short line of its own, that stands above rows and has a
// verb of an election, is their heading also without a colon: "B. Đại biểu được bầu".
func (x *Extractor) headsItems(t *scan.Text, s scan.Sentence) bool {
	first, last := t.Block(s.Block)
	if s.First != first || s.Last != last || s.Last-s.First > near || int(last) >= len(t.Tokens) || !listItem(t, s) || t.Doc.Blocks[s.Block].Kind == report.TableCell {
		return false
	}
	verbs := t.HitsIn(x.verbs, s.First, s.Last)
	return len(verbs) > 0 && verbs[len(verbs)-1].Last == s.Last && x.passive(t, verbs[len(verbs)-1]) && listItem(t, t.SentenceOf(s.Last))
}

// headsBody reads a short line of its own that names nothing but a body, above the items of
// a list, where a text tells of an election or of its results: "II. ỦY BAN KIỂM TRA".
func (x *Extractor) headsBody(t *scan.Text, s scan.Sentence, st *story) (intro, bool) {
	if s.Last-s.First > 9 || int(s.Last) >= len(t.Tokens) || !st.told && !st.inList || t.Is(s.Last-1, '.') || t.Is(s.Last-1, ':') {
		return intro{}, false
	}
	hits := t.HitsIn(x.into, s.First, s.Last)
	if len(hits) == 0 || t.Doc.Blocks[s.Block].Kind == report.TableCell || t.Has(x.titles, s.First, s.Last) || t.Has(x.cues, s.First, s.Last) || t.Has(x.verbs, s.First, s.Last) {
		return intro{}, false
	}
	first, last := t.Block(s.Block)
	h := hits[0]
	if s.First != first || s.Last != last || h.First-s.First > 2 || !listItem(t, t.SentenceOf(s.Last)) {
		return intro{}, false
	}
	return intro{how: st.how, post: h, to: x.intoCodes[h.Value]}, true
}

// headsList reads the heading of a list of the elected: "DANH SÁCH Ban Chấp hành
// Đảng bộ xã …", before a table or list and in a text that told of an election.
func (x *Extractor) headsList(t *scan.Text, s scan.Sentence, st *story) (intro, bool) {
	if !st.ever || int(s.Last) >= len(t.Tokens) || !t.Has(x.register, s.First, s.Last) || t.Has(x.nominee, s.First, s.Last) || t.Has(x.withdrawn, s.First, s.Last) {
		return intro{}, false
	}
	for _, h := range t.HitsIn(x.register, s.First, s.Last) {
		if x.compound(t, h) {
			return intro{}, false // danh sách bầu cử
		}
	}
	post, to := x.postBetween(t, s.First, s.Last, nil)
	in := intro{how: st.how, post: post, to: to, named: true}
	if to == "" && st.told && st.to == "" && t.Is(s.Last-1, ':') && s.Last-s.First <= far {
		in.post, in.to = x.bodyNear(t, s.First) // "Danh sách xếp theo vần A, B, C:"
		in.named, to = false, in.to
	}
	if verbs := t.HitsIn(x.verbs, s.First, s.Last); len(verbs) > 0 {
		in.how = verbs[len(verbs)-1].Value
	}
	return in, to != ""
}

// bodyBefore returns the body that the text has named last.
func (x *Extractor) bodyBefore(t *scan.Text, before int32) (scan.Hit, string) {
	hits := t.HitsIn(x.into, 0, before)
	if len(hits) == 0 {
		return scan.Hit{}, ""
	}
	h := hits[len(hits)-1]
	return h, x.intoCodes[h.Value]
}

// introducesRole reads a short line that only says what those below it do:
// "Chủ trì hội nghị:", "Thành phần dự họp gồm có:".
func (x *Extractor) introducesRole(t *scan.Text, s scan.Sentence) (intro, bool) {
	if s.Last-s.First > 14 || x.tellsResults(t, s) {
		return intro{}, false
	}
	for _, h := range t.HitsIn(x.cues, s.First, s.Last) {
		if q := x.cueList[h.Value]; q.before && !x.compound(t, h) {
			return intro{cue: q}, true
		}
	}
	return intro{}, false
}

// itemHead is how far from the start of an item its people stand, in tokens: a
// number, a dash, "Đồng chí", a post with its colon.
const itemHead = 8

// enlist gives the people of a list item the post or role of its intro.
func (x *Extractor) enlist(t *scan.Text, in intro, acts []act) {
	if in.units {
		return
	}
	end := int32(-1)
	for i := range acts {
		a := &acts[i]
		s := t.SentenceOf(a.m.first)
		if a.m.from-s.First > itemHead && (end < 0 || end > a.m.from || !x.joined(t, end, a.m.from)) {
			continue // named in the prose of an item
		}
		end = a.m.to
		if in.cue.role != "" {
			if a.role == "" {
				a.role, a.strength = in.cue.role, in.cue.strength
			}
			continue
		}
		if a.role == "elected" || a.role == "disciplined" {
			continue
		}
		if x.lost(t, s, a.m) || x.leaves(t, a.m) || onCharge(t, a.m) {
			continue
		}
		post, to := in.post, in.to
		if own, ownTo := x.columnPost(t, s); ownTo != "" {
			post, to = own, ownTo
		}
		if own, ownTo := x.highest(t, a.m, in); ownTo != "" {
			post, to = own, ownTo
		} else if own, ownTo := x.eachOwn(t, a.m, in); ownTo != "" {
			post, to = own, ownTo
		} else if own, ownTo := x.newPost(t, a.m, to, in.titles || to == "", x.ofCell(t, post)); ownTo != "" {
			post, to = own, ownTo
		}
		x.elect(a, in.how, post, to)
	}
}

// eachOwn takes the key post from the titles of a person in a list that gives each his own.
func (x *Extractor) eachOwn(t *scan.Text, m *mention, in intro) (scan.Hit, string) {
	if (!in.titles || in.to != "") && !in.loose {
		return scan.Hit{}, ""
	}
	return x.keyTitle(t, m)
}

// columnPost returns the post that heads the column of a table which a sentence stands in:
// "Chi bộ | Bí thư | Phó Bí thư".
func (x *Extractor) columnPost(t *scan.Text, s scan.Sentence) (scan.Hit, string) {
	b := &t.Doc.Blocks[s.Block]
	if b.Kind != report.TableCell {
		return scan.Hit{}, ""
	}
	h, ok := scan.Memo(t, &x.ofPosts, x.columnsOfPosts)[[2]int{b.Cell.Table, b.Cell.Col}]
	if !ok || h.First >= s.First {
		return scan.Hit{}, ""
	}
	return h, x.codeAt(t, h)
}

// columnsOfPosts finds the cells of the first two rows that hold nothing but the title of a
// key post, by table and column.
func (x *Extractor) columnsOfPosts(t *scan.Text, out map[[2]int]scan.Hit) map[[2]int]scan.Hit {
	if out == nil {
		out = map[[2]int]scan.Hit{}
	}
	clear(out)
	for b, r := range headCells(t) {
		if r.Last-r.First > longestHead {
			continue
		}
		if h, ok := x.titleAt(t, r.First, r.Last); ok && h.Last == r.Last && height[x.codeAt(t, h)] >= height["inspection_head"] {
			out[[2]int{b.Cell.Table, b.Cell.Col}] = h
		}
	}
	return out
}

// longestHead is how many tokens the title of a post above a column has at most.
const longestHead = 6

// headCells goes through the cells of the first two rows of the tables of a text that hold
// anything, each with its tokens.
func headCells(t *scan.Text) iter.Seq2[*report.Block, scan.Hit] {
	return func(yield func(*report.Block, scan.Hit) bool) {
		for i := range t.Doc.Blocks {
			b := &t.Doc.Blocks[i]
			if b.Kind != report.TableCell || b.Cell.Row > 1 {
				continue
			}
			if first, last := t.Block(i); first < last && !yield(b, scan.Hit{First: first, Last: last}) {
				return
			}
		}
	}
}

// eachHisOwn reports whether an introduction leads to several posts: "giữ các chức danh
// chủ chốt", "giữ các chức vụ sau".
func (x *Extractor) eachHisOwn(t *scan.Text, s scan.Sentence) bool {
	for _, h := range t.HitsIn(x.chosen, s.First, s.Last) {
		for i := h.First; i < h.Last; i++ {
			if t.Fold(i) == "các" {
				return true
			}
		}
	}
	return false
}
