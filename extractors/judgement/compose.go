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
	{"chưa", "chưa thật", "chưa thật sự", "chưa thực sự", "chưa được", "thiếu", "thiếu sự", "còn thiếu"},
	{"sát", "bám", "bám vào", "đi vào", "đi sâu vào", "đi thẳng vào", "giữ đúng", "giữ được"},
}

// plain are words that a degree makes neither praise nor blame, by their first
// syllable: "rất quan trọng", "khá nhiều", "còn lại", "quá trình".
var plain = []string{
	"quan trọng", "quan tâm", "quan", "nhiều", "ít", "đông", "lớn", "nhỏ", "cao", "thấp", "dài", "ngắn", "nặng", "nhẹ", "khó", "dễ", "cần", "phức", "khác", "mới", "cũ", "sớm", "muộn", "gần", "xa",
	"rộng", "hẹp", "mong", "muốn", "tiếc", "lo", "băn", "bức", "gay", "căng", "vất", "thiết", "hệ", "nhạy", "riêng", "đặc", "lâu", "tự", "may", "bất", "xúc", "vinh", "trăn", "trẻ", "già", "đáng", "cấp", "trọng",
	"trình", "nửa", "bán", "hạn", "khứ", "độ", "tuổi", "lại", "nữa", "đủ", "giữ", "là", "được", "có", "phải", "tiếp", "nguyên", "hiệu", "tồn", "đó", "để", "các", "những", "một", "hai", "ba", "đại", "thời", "số", "đến", "khoảng", "ai", "gì", "khí", "xảy", "phát", "tái", "trúng",
	"bầu", "hợp", "đồng", "người", "ủy", "cán", "nữ", "kể", "tính", "bao", "hết", "biết", "rõ", "xong", "tổ chức", "tiến", "hoàn", "họp", "diễn", "mở", "khuyết", "thiếu",
}

func (c *common) readDegrees(env *kind.Env) {
	c.degrees = env.Builder.Class("judgement.degrees")
	for i, list := range degreeWords {
		for _, w := range list {
			c.degrees.Add(w, int32(i))
		}
	}
	c.plain = words(env, "plain", plain)
}

// composed reads what a unit without a rating says of its subject by a word of degree
// and a quality that no list need have: "thảo luận khá rôm rả", "trang trí quá lòe
// loẹt", "chủ đề chưa bao quát".
func (c *common) composed(t *scan.Text, cl discourse.Clause, out []judged) []judged {
	for _, h := range t.HitsIn(c.degrees, cl.First, cl.Last) {
		end := c.quality(t, cl, h)
		if end == 0 || !c.topped(t, cl, h) || c.reader.Unreal(t, cl, h.First) || c.reader.Earlier(t, cl, h.First) || c.reader.Denied(t, cl, h.First, end) {
			continue
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
	if _, ok := t.At(c.plain, h.Last); ok && h.Value != fitting || h.Last >= cl.Last {
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

// topped reports whether a unit begins with a plain subject of which a word of degree
// says something.
func (c *common) topped(t *scan.Text, cl discourse.Clause, h scan.Hit) bool {
	found := c.amongBefore(t, cl.First, cl.Last, h.First)
	if len(found) == 0 || found[0].aspect == alien || found[0].weak && (t.Identity.Type == "" || t.Identity.Type == "news") {
		return false
	}
	hits := t.HitsIn(c.aspects, cl.First, min(cl.First+6, h.First))
	return len(hits) > 0
}
