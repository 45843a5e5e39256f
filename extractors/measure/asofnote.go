package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// stated finds the day that a note says all figures of the document stand for:
// "(Số liệu tính đến ngày 15/8/2020)", before them or behind.
func (r *reader) stated() report.Date {
	var below report.Date // of a note with the title of the first section or below it
	told := 0             // notes of days
	for i := range r.hits {
		if !r.x.words.dated[r.hits[i].Value] {
			continue
		}
		if r.t.Fold(r.hits[i].Last-1) == "nhật" {
			continue // "Cập nhật: 14/08/2010" is of the page
		}
		told++
		s := r.t.SentenceOf(r.hits[i].First)
		if s.Last <= s.First || s.Last-s.First > longestNote && !(r.t.Is(s.Last-1, ':') && s.Last-s.First <= longestLead) {
			continue
		}
		r.s, r.figs, r.hit = sentence{}, r.figs[:0], r.from(s.First)
		r.read(s.First, s.Last)
		if r.belowSection(s.Block) {
			if !r.sectionBefore(s.Block - 1) {
				below = r.s.asOf
			}
			continue
		}
		if first, _ := r.t.Block(s.Block); r.sectionLabel(first) || s.First == first && r.ofSection(r.hits[i].First) {
			switch {
			case r.s.asOf.IsZero() || len(r.figs) > 0 || s.First != first:
			case r.ofReport():
				return r.s.asOf
			case r.generalTitle(r.hits[i].First) && !r.sectionBefore(s.Block):
				below = r.s.asOf
			}
			continue // of a section: see headingDay
		}
		if data := r.dataDay(); r.s.asOf.IsZero() {
			r.s.asOf = data
		}
		if d := r.t.Identity.Date; d.Day > 0 && d.Before(r.s.asOf) {
			continue // what is still to be done: "phấn đấu đến hết quý II/2026"
		}
		if !r.s.asOf.IsZero() && r.dataLead(r.hits[i].First) {
			return r.s.asOf
		}
		if !r.s.asOf.IsZero() && ((len(r.figs) == 0 || r.labelNote(s)) && !r.tells() && !r.lasts() || r.aboutData()) {
			return r.s.asOf
		}
	}
	if day := r.bracketNote(); !day.IsZero() {
		return day
	}
	if told == 1 && !below.IsZero() {
		return below // told once with the first section, it is the day of the whole report
	}
	return r.introDay()
}

// bracketNote is the day that a line in brackets near the title gives, and nothing else: "(đến 17 giờ ngày 26/5)".
func (r *reader) bracketNote() report.Date {
	for b := range min(bracketBlocks, len(r.t.Doc.Blocks)) {
		first, last := r.t.Block(b)
		if last-first < 4 || last-first > longestLabel || !r.t.Is(first, '(') || !r.t.Is(last-1, ')') {
			continue
		}
		switch r.t.Fold(first + 1) {
		case "đến", "tới", "hết":
		default:
			continue
		}
		r.s, r.figs, r.hit = sentence{block: b}, r.figs[:0], r.from(first)
		r.read(first, last)
		if !r.s.asOf.IsZero() && len(r.figs) == 0 {
			return r.s.asOf
		}
	}
	return report.Date{}
}

// bracketBlocks is within how many paragraphs such a line stands, and longestLabel how many tokens it has at most.
const (
	bracketBlocks = 14
	longestLabel  = 14
)

// dataLead reports whether a sentence begins with the figures themselves, as of a day: "Số liệu tính đến hết ngày
// 14/6/2020: hoàn thành 51/58 …".
func (r *reader) dataLead(note int32) bool {
	i := r.firstWord()
	return r.t.Fold(i) == "số" && r.t.Fold(i+1) == "liệu" && note <= i+longestThen
}

// labelNote reports whether a paragraph in brackets says what part of the whole a document is of and
// as of what day, so that its figure counts nothing: "(Cụm 2 - tính đến 31/5/2020)", "(26 xã; số
// liệu đến 25/6)".
func (r *reader) labelNote(s scan.Sentence) bool {
	first, last := r.t.Block(s.Block)
	if s.First != first || s.Last < last || !r.t.Is(first, '(') || !r.t.Is(last-1, ')') {
		return false
	}
	for k := range r.items {
		if c := r.items[k].c(); c.isAttr() || c.phase != "" || c.body != "" && c.use != "actor" {
			return false
		}
	}
	return true
}

// sectionBefore reports whether a numbered section begins before a block.
func (r *reader) sectionBefore(block int) bool {
	labelled := r.labelled
	defer func() { r.labelled = labelled }()
	for b := range block {
		first, last := r.t.Block(b)
		if first < last && (r.sectionLabel(first) || r.letterLabel(first) || r.label(first, last) > first && r.labelled < 4) {
			return true
		}
	}
	return false
}

// ofReport reports whether a note says that its day is that of the figures in the whole document:
// "số liệu trong báo cáo tính đến 31/7", "toàn bộ số liệu của văn bản này".
func (r *reader) ofReport() bool {
	for i := r.first; i+3 < r.last; i++ {
		if r.t.Fold(i) != "liệu" || r.t.Fold(i+1) != "trong" && r.t.Fold(i+1) != "của" {
			continue
		}
		switch r.t.Fold(i+2) + " " + r.t.Fold(i+3) {
		case "báo cáo", "văn bản", "bài viết", "thông báo", "toàn bộ":
			return true
		}
	}
	return false
}

// generalTitle reports whether the title of a section up to a token names neither organisations nor
// members nor a level: "1. Tình hình chung (".
func (r *reader) generalTitle(note int32) bool {
	for k := range r.items {
		it := &r.items[k]
		if it.last > note {
			break
		}
		if c := it.c(); c.org || c.level != "" || c.body != "" || it.place != "" {
			return false
		}
	}
	return true
}

// ofSection reports whether the note at a token stands behind the title of a numbered
// section, for whose figures alone it speaks: "2. Kết quả đại hội cơ sở (số liệu chốt ngày
// 30/6/2020):". A paragraph with a number may also be the note itself.
func (r *reader) ofSection(note int32) bool {
	return r.labelled > 0 && r.labelled < 4 && note > r.firstWord()+1 && len(r.figs) == 0
}

// belowSection reports whether a paragraph is a note in brackets right below the title of a
// numbered section, of which alone it speaks then.
func (r *reader) belowSection(block int) bool {
	first, last := r.t.Block(block)
	if block == 0 || first >= last || !r.t.Is(first, '(') {
		return false
	}
	above, end := r.t.Block(block - 1)
	if above >= end || end-above > captionWords || r.t.Is(end-1, '.') {
		return false
	}
	if r.sectionLabel(above) || r.letterLabel(above) {
		r.labelled = 1
		return true
	}
	return r.label(above, end) > above && r.labelled < 4
}

// letterLabel reports whether a section's letter stands at a token: "A.".
func (r *reader) letterLabel(i int32) bool {
	w := r.t.Word(i)
	return len(w) == 1 && w >= "A" && w <= "H" && r.t.Is(i+1, '.')
}

// noteBelow lets the day of a note right below the title of a section hold for the section.
func (r *reader) noteBelow(block int) {
	if !r.s.asOf.IsZero() && len(r.figs) == 0 && r.t.Is(r.first, '(') {
		labelled := r.labelled
		if r.belowSection(block) {
			r.d.headAsOf, r.d.asOfDepth = r.s.asOf, r.labelled
		}
		r.labelled = labelled
	}
}

// introDay is the day with which a report on congresses still under way opens, before its
// sections: "Tính đến ngày 30/6/2020, Đảng bộ huyện đã có 43/45 …". What follows is told as it
// stood on that day.
func (r *reader) introDay() report.Date {
	if r.t.Identity.Type != "report" {
		return report.Date{}
	}
	for i := range r.t.Sentences {
		s := &r.t.Sentences[i]
		b := &r.t.Doc.Blocks[s.Block]
		if b.Start > titleZone || b.Kind == report.TableCell {
			break
		}
		first, last := r.t.Block(s.Block)
		if s.First != first || b.Kind == report.Heading || !r.t.Is(last-1, '.') && !r.t.Is(last-1, ':') {
			continue // a line of the head or title
		}
		if w := r.t.Fold(first); w != "tính" && w != "đến" && w != "hết" || r.label(first, last) != first {
			break // what else a report begins with
		}
		r.s, r.figs, r.hit = sentence{}, r.figs[:0], r.from(s.First)
		r.read(s.First, s.Last)
		if len(r.s.days) == 1 && !r.lasts() && r.underWay() && r.sectionFollows(s.Block) {
			return r.s.asOf
		}
		break
	}
	return report.Date{}
}

// sectionFollows reports whether a numbered section begins within a few paragraphs behind a block.
func (r *reader) sectionFollows(block int) bool {
	for b := block + 1; b < min(block+introBlocks, len(r.t.Doc.Blocks)); b++ {
		first, last := r.t.Block(b)
		if first < last && r.label(first, last) > first && r.labelled < 4 {
			return true
		}
	}
	return false
}

// introBlocks is how many paragraphs a report has at most before its first section.
const introBlocks = 5

// underWay reports whether fewer congresses were held by a day than there are to be: "43/45 tổ
// chức cơ sở đảng đã đại hội", "có 62 tổ chức cơ sở đảng; 60 đơn vị đã đại hội". Where all are over,
// the day is that of the last of them.
func (r *reader) underWay() bool {
	most := 0.0
	var f *figure
	for k := range r.items {
		it := &r.items[k]
		if it.fig != nil {
			f = it.fig
			if f.ratio && f.value < f.total {
				return true
			}
			if k+1 < len(r.items) && r.items[k+1].c().org {
				most = max(most, f.value)
			}
		}
		if form := it.c().form; (form == "org" || form == "orgweak") && f != nil && !f.percent && !f.ratio && f.value < most {
			return true
		}
	}
	return false
}

// sectionLabel reports whether a section's Roman number stands at a token: "II.".
func (r *reader) sectionLabel(i int32) bool {
	if !r.t.Is(i+1, '.') || !r.t.Tokens[i].Upper {
		return false
	}
	_, roman := vn.Roman(r.t.Word(i))
	return roman
}

// dataDay returns the day that stands behind "số liệu" as the one it is of: "Các số
// liệu trong báo cáo được lấy đến ngày 31/8/2020". Days before which something
// is due, or from which on, are none.
func (r *reader) dataDay() report.Date {
	if !r.t.Has(r.x.words.data, r.first, r.last) {
		return report.Date{}
	}
	data := false
	for k := range r.items {
		it := &r.items[k]
		data = data || it.c().link == "data"
		if !data || !it.when || it.first == r.first {
			continue
		}
		i := it.first - 1
		for i > r.first && (r.t.Is(i, ':') || r.t.Is(i, '(') || r.t.Is(i, ',') || r.t.Tokens[i].Kind == scan.Number || r.t.Fold(i) == "giờ" || r.t.Fold(i) == "h" || r.t.Fold(i) == "phút" || r.t.Fold(i) == "lúc") {
			i-- // "số liệu chốt lúc 16 giờ 30, ngày 26/5"
		}
		switch r.t.Word(max(i, r.first)) {
		case "đến", "hết", "tới", "điểm", "tại", "liệu", "là", "chốt", "của", "nhật", "hợp", "kê":
		case "vào":
			if i <= r.first || r.t.Word(i-1) != "chốt" {
				continue
			}
		default:
			continue
		}
		w, ok := r.x.grammar.Date(r.t, it.first)
		if !ok {
			w, ok = r.day(it.first)
		}
		if ok {
			return r.whole(w)
		}
	}
	return report.Date{}
}

// aboutData reports whether a sentence with a day and figures says only what the
// figures of the document were gathered from: "số liệu của 19 đảng bộ, tính đến …".
func (r *reader) aboutData() bool {
	data := false
	for k := range r.items {
		c := r.items[k].c()
		switch {
		case c.link == "data":
			data = true
		case c.body != "" && c.use != "actor", c.isAttr() && c.form != "count", c.phase != "", c.form == "org", c.form == "orgweak":
			return false
		}
	}
	return data
}

// tells reports whether a sentence with a day says what had happened by then and
// not what its document's figures stand for.
func (r *reader) tells() bool {
	for i := r.first; i+1 < r.last; i++ {
		if r.t.Word(i+1) == "liệu" && strings.EqualFold(r.t.Word(i), "số") {
			return false
		}
	}
	for k := range r.items {
		switch c := r.items[k].c(); {
		case c.form == "org" || c.form == "orgweak" || c.form == "orgnot" || c.reach == "verb":
			return true
		}
	}
	return false
}

// longestNote is how many tokens a note on the day of the figures has at most.
const longestNote = 40

// longestLead is how many tokens the sentence has at most that leads to all results: "Thực
// hiện Chỉ thị …, Ban Tổ chức tổng hợp kết quả đại hội (tính đến ngày 31/8) như sau:".
const longestLead = 120

// lasts reports whether a sentence says until when something goes on and not what had
// happened by then: "Đại hội sẽ làm việc đến hết ngày 20/10".
func (r *reader) lasts() bool {
	for i := r.first; i+1 < r.last; i++ {
		switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
		case "làm việc", "diễn ra", "kéo dài":
			return true
		}
		if r.t.Fold(i) == "sẽ" {
			return true
		}
	}
	return false
}

// headingDay is the day with which a heading ends: "1. Kết quả đại hội cấp cơ sở đến
// ngày 25/6/2020".
func (r *reader) headingDay() report.Date {
	if !r.s.asOf.IsZero() {
		return r.s.asOf
	}
	for k := len(r.items) - 1; k >= 0 && k >= len(r.items)-2; k-- {
		it := &r.items[k]
		if !it.when || it.last < r.last-1 || it.first <= r.first {
			continue
		}
		i := it.first - 1
		if r.t.Fold(i) == "hết" {
			i--
		}
		if w := r.t.Fold(i); w != "đến" && w != "tới" || i > r.first && r.t.Fold(i-1) == "nhất" {
			return report.Date{} // "chậm nhất đến ngày"
		}
		for from := i - 1; from >= r.first && from > i-spanWords; from-- {
			if r.t.Fold(from) == "từ" {
				return report.Date{} // the span in which congresses were held
			}
		}
		if w, ok := r.x.grammar.Date(r.t, it.first); ok {
			return r.whole(w)
		}
	}
	return report.Date{}
}

// spanWords is how many tokens stand at most between "từ" and "đến" in a span of days: "từ ngày 01
// tháng 02 năm 2015 đến".
const spanWords = 9
