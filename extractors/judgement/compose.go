package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
)

// What a word of degree makes of the quality behind it.
const (
	graded  int32 = iota // rất, khá: praise of a word that no list blames
	overly               // quá, hơi, còn: blame
	lacking              // chưa, thiếu: blame, also of an act
	fitting              // sát, bám: praise with what it keeps to
)

// degreeWords are those of the language. "Còn" and "chưa" are more than degrees, so
// that what they grade must be the whole of what is said.
var degreeWords = [][]string{
	{"rất", "khá", "hết sức", "vô cùng", "tương đối", "thật sự", "thực sự", "cực kỳ", "rất là"},
	{"quá", "hơi", "có phần", "còn", "còn khá", "còn rất", "còn hơi", "còn quá", "vẫn còn", "có phần hơi"},
	{"chưa", "chưa thật", "chưa thật sự", "chưa thực sự", "chưa được", "thiếu", "thiếu sự", "còn thiếu", "chỉ mang tính", "chỉ mang tính chất", "còn mang tính", "chỉ dừng ở", "chỉ dừng lại ở", "mới dừng ở", "chỉ nêu", "chỉ kể", "chỉ đọc", "chỉ nói", "chỉ nói về", "chỉ được", "chỉ xoay quanh", "mới chỉ"},
	{"sát", "bám", "bám vào", "đi vào", "đi sâu vào", "đi thẳng vào", "giữ đúng", "giữ được"},
}

// plain are words that a degree makes neither praise nor blame, by their first
// syllable: "rất quan trọng", "khá nhiều", "còn lại", "quá trình".
var plain = map[string]bool{
	"quan": true, "nhiều": true, "ít": true, "đông": true, "lớn": true, "nhỏ": true, "cao": true, "thấp": true, "dài": true, "ngắn": true, "nặng": true, "nhẹ": true,
	"khó": true, "dễ": true, "cần": true, "phức": true, "khác": true, "mới": true, "cũ": true, "sớm": true, "muộn": true, "gần": true, "xa": true, "rộng": true,
	"hẹp": true, "mong": true, "muốn": true, "tiếc": true, "lo": true, "băn": true, "bức": true, "gay": true, "căng": true, "vất": true, "thiết": true, "hệ": true,
	"nhạy": true, "riêng": true, "đặc": true, "lâu": true, "tự": true, "may": true, "bất": true, "xúc": true, "vinh": true, "trăn": true, "trẻ": true, "già": true,
	"đáng": true, "cấp": true, "trọng": true, "trình": true, "nửa": true, "bán": true, "hạn": true, "khứ": true, "độ": true, "tuổi": true, "lại": true, "nữa": true,
	"đủ": true, "giữ": true, "là": true, "được": true, "có": true, "phải": true, "tiếp": true, "nguyên": true, "hiệu": true, "tồn": true, "đó": true, "để": true,
	"các": true, "những": true, "một": true, "hai": true, "ba": true, "đại": true, "thời": true, "số": true, "đến": true, "khoảng": true, "ai": true, "gì": true,
	"khí": true, "xảy": true, "phát": true, "tái": true, "trúng": true, "bầu": true, "hợp": true, "đồng": true, "người": true, "uỷ": true, "cán": true, "nữ": true,
	"kể": true, "tính": true, "bao": true, "hết": true, "biết": true, "rõ": true, "xong": true, "tiến": true, "hoàn": true, "họp": true, "diễn": true, "mở": true,
	"khuyết": true, "thiếu": true, "thở": true, "đầy": true, "hướng": true, "men": true,
}

func (c *common) readDegrees(env *kind.Env) {
	c.degrees = env.Builder.Class("judgement.degrees")
	for i, list := range degreeWords {
		for _, w := range list {
			c.degrees.Add(w, int32(i))
		}
	}
}

// plainAt reports whether one of these words is a token: few are asked about, and nearly
// every sentence has some.
func plainAt(t *scan.Text, i int32) bool {
	w := word(t, i)
	return plain[w] || w == "tổ" && word(t, i+1) == "chức"
}

// composed reads what a unit without a rating says of its subject by a word of degree
// and a quality that no list need have: "thảo luận khá rôm rả", "trang trí quá lòe
// loẹt", "chủ đề chưa bao quát".
func (c *common) composed(t *scan.Text, cl discourse.Clause, out []judged) []judged {
	for _, h := range t.HitsIn(c.degrees, cl.First, cl.Last) {
		end := c.quality(t, cl, h)
		if end == 0 || c.covered(t, h) || !c.topped(t, cl, h) || c.reader.Unreal(t, cl, h.First) || c.reader.Earlier(t, cl, h.First) || c.reader.Denied(t, cl, h.First, end) {
			continue
		}
		if h.Value != graded && h.Value != fitting && c.mends(t, cl, h.First) {
			continue // "uốn nắn ngay những chỗ làm chưa chuẩn"
		}
		j := judged{hit: scan.Hit{First: h.First, Last: end}, polarity: "limitation", count: 1, composed: true}
		if h.Value == graded || h.Value == fitting {
			if cl.Part == discourse.Limits || cl.Turned || t.Has(c.not, h.First-1, h.First) {
				continue
			}
			j.polarity = "strength"
		}
		return append(out, j)
	}
	return out
}

// degreeBefore returns the degree that stands directly before a judgement.
func (c *common) degreeBefore(t *scan.Text, cl discourse.Clause, h scan.Hit) (scan.Hit, bool) {
	for _, d := range t.HitsIn(c.degrees, max(cl.First, h.First-3), h.First) {
		if d.Last == h.First && d.Value != lacking && d.Value != fitting {
			return d, true
		}
	}
	return scan.Hit{}, false
}

// quality returns the end of the words that a degree grades, 0 for none: one to three
// that end what is said, for "chưa" and "thiếu" up to six.
func (c *common) quality(t *scan.Text, cl discourse.Clause, h scan.Hit) int32 {
	if plainAt(t, h.Last) && h.Value != fitting || h.Last >= cl.Last {
		return 0
	}
	longest := int32(3)
	switch h.Value {
	case lacking:
		longest = 6
	case fitting:
		if byClock(word(t, h.Last)) {
			return 0
		}
		longest = 5
	}
	i := h.Last
	for i < cl.Last && t.Tokens[i].Kind == scan.Word && !t.Tokens[i].Upper && !stops(word(t, i)) {
		i++
	}
	if n := i - h.Last; n == 0 || n > longest || i < cl.Last && (t.Tokens[i].Kind == scan.Number || t.Tokens[i].Upper) {
		return 0
	}
	return i
}

// byClock tells words behind "sát" that make it late: "sát giờ", "sát ngày".
func byClock(w string) bool { return w == "giờ" || w == "ngày" || w == "nút" || w == "đại" }

// stops reports whether a word ends a quality and begins where or when it holds.
func stops(w string) bool {
	switch w {
	case "và", "khi", "trong", "ở", "tại", "so", "giữa", "với", "nên", "do", "vì", "mà", "để":
		return true
	}
	return false
}

// mends reports whether a verb of setting right takes for its object what stands at a token.
func (c *common) mends(t *scan.Text, cl discourse.Clause, i int32) bool {
	for b := i - 1; b >= max(cl.First, i-7) && t.Tokens[b].Kind == scan.Word; b-- {
		switch word(t, b) + " " + word(t, b+1) {
		case "uốn nắn", "chấn chỉnh", "khắc phục", "tháo gỡ", "sửa chữa", "nhắc nhở":
			return !t.Has(c.not, max(cl.First, b-2), b) && word(t, b-1) != "chậm"
		}
	}
	return false
}

// topped reports whether a unit begins with a plain subject of which a word of degree
// says something.
func (c *common) topped(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	found := c.amongBefore(t, cl.First, cl.Last, h.First)
	if len(found) == 0 && cl.From < cl.First {
		found = c.amongBefore(t, cl.From, cl.First, cl.First) // "điều hành đúng trình tự nhưng lúc cuối hơi gấp"
		return len(found) > 0 && found[0].aspect != alien && found[0].aspect != "overall" && !found[0].weak && h.First-cl.First <= 6
	}
	if len(found) == 0 || found[0].aspect == alien || found[0].weak && (t.Identity.Type == "" || t.Identity.Type == "news") {
		return false
	}
	hits := t.HitsIn(c.aspects, cl.First, min(cl.First+6, h.First))
	return len(hits) > 0
}
