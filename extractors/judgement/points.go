package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// pointsOut reports whether a clause that asks only says how many points follow: "đề nghị Ban
// Chấp hành khóa mới bắt tay ngay vào ba việc.", "tôi mong Đảng bộ làm tốt một số nội dung sau:".
func (c *common) pointsOut(t *scan.Text, cl discourse.Clause) bool {
	last := cl.Last
	if last != t.Sentences[cl.Sentence].Last && !t.Is(last, ':') || cl.Demand < 0 {
		return false
	}
	for last > cl.First && t.Tokens[last-1].Kind == scan.Punct {
		last--
	}
	for i := last - 1; i > max(cl.Demand, last-longestPoints); i-- {
		noun := i
		switch word(t, i) {
		case "việc", "điểm", "điều":
		case "vụ", "dung", "đề":
			noun--
			if p := word(t, noun); p != "nhiệm" && p != "nội" && p != "vấn" {
				continue
			}
		default:
			continue
		}
		if word(t, noun-1) == "công" {
			noun--
		}
		return severalAt(t, noun-1)
	}
	return false
}

// longestPoints is how many words end such a clause at most: "ba việc trọng tâm sau đây".
const longestPoints = 8

// severalAt reports whether a token ends a word for several: "ba", "05", "một số".
func severalAt(t *scan.Text, i int32) bool {
	if t.Tokens[i].Kind == scan.Number {
		return true
	}
	switch w := word(t, i); w {
	case "số", "vài":
		return word(t, i-1) == "một" || w == "vài"
	case "những", "mấy", "các":
		return true
	default:
		return digit(w)
	}
}
