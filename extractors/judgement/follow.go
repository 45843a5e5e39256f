package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// follows reports whether a sentence goes on with what the one before it in its paragraph
// asked, without a word that asks: it forbids something, says what is to be done where
// something is so, or begins with somebody and what he does by a day. A report or a decision
// needs no day.
//
//	Yêu cầu Đảng ủy xã A chấn chỉnh … . Hai chi bộ khuyết chi ủy bầu thêm trong tháng 3/2031.
//	… . Nếu đến lúc đó chưa xong thì báo cáo Huyện ủy.
//	… . Từ nay không để phát nhầm phiếu.
func (x *Task) follows(t *scan.Text, cl discourse.Clause) bool {
	if cl.Heading || x.c.reader.Told(t, cl) || x.ofEconomy(t, cl) {
		return false
	}
	first := x.behindNoting(t, cl)
	if x.forbidsOn(t, first) && (t.Identity.Type != "news" || x.onParty(t, cl) || t.Has(x.c.ballot, first, cl.Last) || onBallot(t, first, cl.Last)) || x.provides(t, first, cl.Last) && x.ofParty(t, cl) {
		return true
	}
	if cl.Demand >= 0 {
		return cl.Part != discourse.Results && cl.Part != discourse.Limits && x.onParty(t, cl)
	}
	due := x.deadline(t, cl)
	ahead := !due.IsZero() && (t.Identity.Date.IsZero() || !due.Before(t.Identity.Date)) || due.IsZero() && t.Identity.Date.IsZero() && dayBehind(t, t.HitsIn(x.deadlines, first, cl.Last)) // "trước 30/7" of a year that the text does not tell
	if !ahead && (cl.Part == discourse.Results || cl.Part == discourse.Limits) || x.c.reader.Past(t, cl.First, cl.Last) || !x.ofParty(t, cl) {
		return false
	}
	if i := dueLabel(t, first); i > first {
		return sets(t, i, cl.Last)
	}
	last := x.whoWorks(t, cl, first)
	if last <= first || !worksOn(t, last) {
		return false
	}
	switch {
	case ahead:
		return true
	case t.Identity.Type == "news":
		return word(t, last) == "tiếp" && asked[word(t, last+2)+" "+word(t, last+3)] && t.Has(x.c.congress, last, cl.Last)
	}
	return !x.quota(t, cl) && !t.Has(x.c.ratings, first, cl.Last) // "Các chi bộ chuẩn bị chu đáo" tells
}

// dayBehind reports whether a number stands behind a word of a deadline.
func dayBehind(t *scan.Text, hits []scan.Hit) bool {
	for _, h := range hits {
		if int(h.Last) < len(t.Tokens) && t.Tokens[h.Last].Kind == scan.Number {
			return true
		}
	}
	return false
}

// onBallot reports whether a range names voting: "khi đang bầu", "phát thiếu phiếu".
func onBallot(t *scan.Text, first, last int32) bool {
	for i := first; i < last; i++ {
		if w := word(t, i); w == "bầu" || w == "phiếu" {
			return true
		}
	}
	return false
}

// whoWorks returns the end of who begins a clause and can be asked, the token given for none:
// an addressee, a named unit, or some of a kind, "17 chi bộ thiếu chi ủy".
func (x *Task) whoWorks(t *scan.Text, cl discourse.Clause, first int32) int32 {
	if _, last, ok := x.subject(t, cl); ok {
		return last
	}
	if last := unitsNamed(t, first, cl.Last); last > first {
		return last
	}
	if first+1 < cl.Last && numeral(t, first) {
		if h, ok := t.At(x.addressees, first+1); ok {
			return x.toAsked(t, x.list(t, h, cl), cl.Last)
		}
	}
	return first
}

// onParty reports whether a clause is on the life of the Party, whoever is asked.
func (x *Task) onParty(t *scan.Text, cl discourse.Clause) bool {
	return t.Has(x.matters, cl.First, cl.Last) || t.Has(x.c.evils, cl.First, cl.Last) || t.Has(x.c.congress, cl.First, cl.Last) || t.Has(x.followups, cl.First, cl.Last) || t.Has(x.leftover, cl.First, cl.Last)
}

// behindNoting returns the first word of a clause, or the one behind the comma with which
// somebody is told to note it: "Đồng chí lưu ý, không để …".
func (x *Task) behindNoting(t *scan.Text, cl discourse.Clause) int32 {
	first := afterLabel(t, cl)
	for i := first + 1; i < min(first+longestName, cl.Last-2); i++ {
		if (t.Is(i, ',') || t.Is(i, ':')) && (word(t, i-2) == "lưu" || word(t, i-2) == "nhắc" || word(t, i-1) == "nhắc" || word(t, i-1) == "mạnh") {
			return i + 1
		}
	}
	return first
}

// dueLabel returns the token behind a day that stands as a label, "Trước 05/7/2020: in tài
// liệu", the token given where none does.
func dueLabel(t *scan.Text, first int32) int32 {
	switch word(t, first) {
	case "trước", "từ", "đến", "chậm", "trong", "ngày":
	default:
		return first
	}
	for i := first + 1; i < first+longestName+4 && int(i)+1 < len(t.Tokens); i++ {
		if t.Is(i, ':') {
			return i + 1
		}
	}
	return first
}

// worksOn reports whether a verb of work stands at a token that sets who stands before it to
// it.
func worksOn(t *scan.Text, i int32) bool {
	if int(i)+1 >= len(t.Tokens) {
		return false
	}
	return asked[word(t, i)+" "+word(t, i+1)] || worksAlone(word(t, i))
}

// forbidsOn reports whether a sentence begins with what is not to be: "Không để …", "Tránh tư
// tưởng …", "Từ nay không …", "Trước mắt chưa bầu …".
func (x *Task) forbidsOn(t *scan.Text, i int32) bool {
	if int(i)+3 >= len(t.Tokens) {
		return false
	}
	switch word(t, i) + " " + word(t, i+1) {
	case "từ nay", "trước mắt", "tuyệt đối", "nhất quyết", "kiên quyết":
		if i += 2; t.Is(i, ',') {
			i++
		}
		if w := word(t, i); (w == "chưa" || w == "không") && sets(t, i+1, int32(len(t.Tokens))) {
			return true
		}
	}
	switch word(t, i) + " " + word(t, i+1) {
	case "không để", "không được", "không vì", "tránh tư", "tránh tình", "tránh để", "tránh tâm", "tránh việc", "tránh lặp", "tránh chủ", "tránh hình", "không chủ", "không lơ", "không nóng", "chưa vội":
		return true
	}
	return false
}

// provides reports whether a sentence says what is to be done where something is so: "Nếu tỷ lệ
// nữ không đạt thì báo cáo …", "Trường hợp có vướng mắc thì …".
func (x *Task) provides(t *scan.Text, i, last int32) bool {
	switch word(t, i) {
	case "nếu", "khi":
	case "trường":
		if word(t, i+1) != "hợp" {
			return false
		}
	default:
		return false
	}
	for i += 2; i < last-2; i++ {
		if word(t, i) != "thì" && !(t.Is(i, ',') && word(t, i+1) == "báo") {
			continue
		}
		if i++; word(t, i) == "chưa" || word(t, i) == "không" || word(t, i) == "phải" {
			i++
		}
		return worksOn(t, i)
	}
	return false
}
