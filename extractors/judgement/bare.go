package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// bare reads words of one syllable that judge only as all that is said of a subject: right
// behind it, at the end of the phrase, denied, graded or compared at most: "tham luận
// hiền", "phần kiểm điểm nhẹ quá", "góp ý sâu hơn khóa trước", "bầu cử không êm".
func (c *common) bare(t *scan.Text, cl discourse.Clause, out []judged) []judged {
	for _, h := range t.HitsIn(c.bares, cl.First+1, cl.Last) {
		first, denied := behindSubject(t, cl, h.First)
		last, ends := phrase(t, cl, h.Last)
		if !ends || !c.saysOf(t, cl, first, h) || proper(t, h) || c.reader.Unreal(t, cl, h.First) || c.reader.Earlier(t, cl, h.First) || c.hidden(t, h) || changesBy(t, cl, scan.Hit{First: h.First, Last: last}) {
			continue
		}
		j := judged{hit: scan.Hit{First: first, Last: last}, polarity: "limitation", count: 1, composed: true}
		if (h.Value == praise) != denied {
			j.polarity = "strength"
		}
		if j.polarity == "strength" && (cl.Part == discourse.Limits || cl.Turned) {
			continue
		}
		return append(out, j)
	}
	return out
}

// behindSubject returns where the words that lead from a subject to what is said of it
// begin, and whether one of them denies it.
func behindSubject(t *scan.Text, cl discourse.Clause, i int32) (first int32, denied bool) {
	for ; i > cl.First+1; i-- {
		switch word(t, i-1) {
		case "không", "chưa", "chẳng", "chả":
			denied = true
		case "hề", "mấy", "thì", "vẫn", "lại", "cũng", "đều", "đã", "rất", "khá", "hơi", "còn", "hết", "thật", "mới", "có", "phần", "được":
		default:
			return i, denied
		}
	}
	return i, denied
}

// phrase returns the end of a degree or a comparison behind a quality, and whether nothing
// more is said: "dài quá", "gọn hơn các kỳ trước".
func phrase(t *scan.Text, cl discourse.Clause, i int32) (last int32, ends bool) {
	switch word(t, i) {
	case "quá", "lắm", "thế", "thật", "hẳn":
		i++
	case "hơn":
		for i++; i < cl.Last; i++ {
			switch word(t, i) {
			case "hẳn", "nhiều", "trước", "các", "mọi", "kỳ", "khóa", "khoá", "lần", "năm", "nhiệm", "đại", "hội", "cũ", "ngoái", "hồi":
				continue
			}
			break
		}
	}
	if i >= int32(len(t.Tokens)) || t.Tokens[i].Sentence != t.Tokens[i-1].Sentence {
		return i, true
	}
	if t.Tokens[i].Kind == scan.Punct {
		return i, !t.Is(i, '/') && !t.Is(i, '-') && !(t.Is(i, ':') && int(i)+1 < len(t.Tokens) && t.Tokens[i+1].Upper) // "tỷ lệ nữ khá: Tuyên Quang 19,2%"
	}
	switch word(t, i) {
	case "và", "nhưng", "song", "mà", "nên", "ở", "tại", "từ", "so", "trong", "khi", "vì", "do":
		return i, t.Tokens[i].Kind == scan.Word && !t.Tokens[i].Upper
	}
	return i, false
}

// saysOf reports whether a subject of congress work stands before a token with no more than
// whose it is between them.
func (c *common) saysOf(t *scan.Text, cl discourse.Clause, i int32, h scan.Hit) bool {
	found := c.amongBefore(t, cl.First, cl.Last, i)
	if len(found) == 0 || found[0].aspect == alien || found[0].aspect == "overall" && found[0].weak {
		return false
	}
	hits := t.HitsIn(c.aspects, max(cl.First, i-8), i)
	if len(hits) == 0 || c.subjects[hits[len(hits)-1].Value].aspect == "" {
		return false
	}
	last := hits[len(hits)-1].Last
	for k := last; k < i; k++ {
		if t.Tokens[k].Kind != scan.Word {
			return false
		}
	}
	return (i == last || i-last <= 5 && whose(word(t, last))) && (!found[0].weak || c.begins(t, cl, scan.Hit{First: i, Last: h.Last}, found[0]))
}

// whose reports whether a word behind a subject begins to tell whose or when it is: "tham
// luận của khối trường học", "thảo luận năm nay".
func whose(w string) bool {
	switch w {
	case "của", "ở", "tại", "trong", "do", "năm", "lần", "khóa", "khoá", "kỳ", "đợt", "sau", "buổi", "này", "ấy", "đó", "nhiều", "một", "hai", "các", "cấp", "nói", "nhìn", "toàn", "đại", "trình":
		return true
	}
	return false
}
