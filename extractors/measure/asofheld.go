package measure

import "github.com/tongket/tongket/pipeline/report"

// heldDay is the day of congresses that are counted unit by unit behind a sentence that says as of
// what day: "Đến ngày 20/4, toàn tỉnh có 210/355 đảng bộ, chi bộ cơ sở họp xong. Huyện Bát Xát
// 61/66". A paragraph of its own stands for itself, and so does who was elected.
func (r *reader) heldDay(m *measure) report.Date {
	if d := &r.d; m.attr == "completed" && d.heldBlock == r.s.block && (m.place != "" || r.addsUp()) {
		return d.heldAsOf
	}
	return report.Date{}
}

// addsUp reports whether a sentence begins by adding to what was counted before it: "Cộng cả các đảng
// bộ khối, con số là 35/68", "Tính cả lực lượng vũ trang, …".
func (r *reader) addsUp() bool {
	i := r.firstWord()
	switch r.t.Fold(i) + " " + r.t.Fold(i+1) {
	case "cộng cả", "cộng thêm", "tính cả", "tính thêm", "tính gộp", "kể cả", "gộp cả":
		return true
	}
	return false
}

// dateHeld gives congresses that are counted without a day, as in a headline, the day with which the
// text counts just as many: they are one fact.
func (r *reader) dateHeld() {
	for i := range r.facts {
		dated := &r.facts[i]
		if day := dated.Get("as_of"); !day.IsNull() && dated.Get("attribute").Text() == "completed" {
			for k := range r.facts {
				if f := &r.facts[k]; sameHeld(f, dated) {
					f.Fields = append(f.Fields, report.Field{Column: "as_of", Value: day})
				}
			}
		}
	}
}

// sameHeld reports whether a fact without a day says the same of congresses as a dated one.
func sameHeld(f, dated *report.Fact) bool {
	if f.Get("attribute").Text() != "completed" || !f.Get("as_of").IsNull() {
		return false
	}
	for _, column := range [...]string{"value", "stat", "phase", "bound", "place", "level"} {
		if f.Get(column) != dated.Get(column) {
			return false
		}
	}
	return true
}
