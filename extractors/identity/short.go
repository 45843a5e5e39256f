package identity

import (
	"strings"
)

// inFullWords are the words that names of agencies and firms are shortened by, folded.
var inFullWords = map[string]string{
	"bvđk": "bệnh viện đa khoa", "đh": "đại học", "cđ": "cao đẳng", "ttyt": "trung tâm y tế", "cty": "công ty", "cp": "cổ phần", "ctcp": "công ty cổ phần",
	"chqs": "chỉ huy quân sự", "bđbp": "bộ đội biên phòng", "bv": "bệnh viện", "đk": "đa khoa", "tct": "tổng công ty", "mtv": "một thành viên",
	"ubnd": "uỷ ban nhân dân", "bhxh": "bảo hiểm xã hội", "tand": "toà án nhân dân", "vksnd": "viện kiểm sát nhân dân", "gtvt": "giao thông vận tải",
	"gd&đt": "giáo dục và đào tạo", "gdđt": "giáo dục và đào tạo", "tnhh": "trách nhiệm hữu hạn",
}

// inWords writes out the shortened words of a folded name, so that "trường đh cần thơ" and
// "trường đại học cần thơ" are one organisation.
func inWords(name string) string {
	short := false
	for w := range strings.FieldsSeq(name) {
		short = short || inFullWords[w] != ""
	}
	if !short {
		return name
	}
	words := strings.Fields(name)
	for i, w := range words {
		if full := inFullWords[w]; full != "" {
			words[i] = full
		}
	}
	return strings.Join(words, " ")
}

// shortened reports whether a name has a shortened word.
func shortened(name string) bool {
	for w := range strings.FieldsSeq(name) {
		if inFullWords[strings.ToLower(w)] != "" {
			return true
		}
	}
	return false
}
