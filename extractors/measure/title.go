package measure

import "strings"

// titleZone is how far into a document its title is looked for, in bytes, and
// titleLine how long a line of it may be.
const (
	titleZone = 1600
	titleLine = 300
)

// delegationTitle reports whether the headline is about a delegation: "Đoàn đại biểu
// tỉnh X dự Đại hội XIII". All delegates of the text are its members then.
func (r *reader) delegationTitle() bool {
	if len(r.t.Sentences) == 0 {
		return false
	}
	s := r.t.Sentences[0]
	if s.Last-s.First < 5 || r.t.Fold(s.First) != "đoàn" || r.t.Fold(s.First+1) != "đại" || r.t.Fold(s.First+2) != "biểu" {
		return false
	}
	for i := s.First + 3; i+1 < s.Last; i++ {
		if w := r.t.Fold(i); (w == "dự" || w == "đi") && (r.t.Fold(i+1) == "đại" || r.t.Fold(i+1) == "dự") {
			return true
		}
	}
	return false
}

// vettingTitle reports whether the title is that of the report on who the delegates
// are, so that parts without a word for a body are about them: "BÁO CÁO thẩm tra tư cách
// đại biểu".
func (r *reader) vettingTitle() bool {
	if r.t.Identity.Type == "news" {
		return false
	}
	doc := r.t.Doc
	for b := range doc.Blocks {
		block := &doc.Blocks[b]
		if block.Start > titleZone {
			break
		}
		first, last := r.t.Block(b)
		if first >= last || block.Len() > titleLine || r.t.Is(last-1, '.') {
			continue
		}
		if r.t.Fold(first) == "báo" { // BÁO CÁO thẩm tra …
			first += 2
		}
		if first+5 < last && r.t.Fold(first) == "thẩm" && r.t.Fold(first+1) == "tra" && r.t.Fold(first+2) == "tư" && r.t.Fold(first+3) == "cách" && r.t.Fold(first+4) == "đại" {
			return true
		}
	}
	return false
}

// titleLevel returns the one level below the document's own whose congresses
// its title is about: "kết quả đại hội đảng bộ cấp trên trực tiếp cơ sở".
func (r *reader) titleLevel() string {
	doc, own := r.t.Doc, r.t.Identity.Level
	level, headline := "", false // headline: that of an article was read, only a note in brackets may follow
	for b := range doc.Blocks {
		block := &doc.Blocks[b]
		if block.Start > titleZone {
			break
		}
		first, last := r.t.Block(b)
		if first >= last {
			continue
		}
		if block.Len() > titleLine || r.t.Is(last-1, '.') || r.t.Is(last-1, ':') || headline && !r.t.Is(first, '(') {
			break
		}
		r.hit, r.figs, r.s = r.from(first), r.figs[:0], sentence{}
		r.read(first, last)
		if r.labelled > 0 {
			break // the first section
		}
		if r.d.asOf.IsZero() && len(r.figs) == 0 {
			r.d.asOf = r.s.asOf // "kết quả đại hội (đến ngày 30/6/2020)"
			if r.d.asOf.IsZero() && r.t.Identity.Type != "news" {
				r.d.asOf = r.headingDay() // "kết quả đại hội đến ngày 30/6/2020"
			}
		}
		r.d.targets.mixed = r.d.targets.mixed || r.everyLevel(last)
		if headline {
			break
		}
		for k := range r.items {
			it := &r.items[k]
			c := it.c()
			if it.place != "" && r.own(it.place) && k > 0 && strings.EqualFold(r.t.Word(r.items[k-1].first), "đại") {
				return "" // the document's own congress too
			}
			if r.ownCongressAt(k) {
				return ""
			}
			l := r.levelWord(k)
			if l == "" || c.strength != "strong" && (!c.org || len(r.figs) > 0) || c.level == "below" && r.t.Identity.Type != "report" || own != "" && rank(l) >= rank(own) {
				continue
			}
			if level != "" && l != level {
				return ""
			}
			level = l
		}
		headline = r.t.Identity.Type == "news"
	}
	return level
}
