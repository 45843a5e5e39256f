package ocr

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// firm are phrases of Party documents whose letters without marks are no other
// Vietnamese words that one would meet there. Tesseract's Vietnamese model
// mistakes marks more than letters: of the words that it got wrong on scans of
// reports, every third was "đảng" read as "đẳng". Phrases whose bare letters
// have a second reading are left out on purpose: cơ sở (có số), cán bộ (cần bổ
// sung), nhân sự (nhận sự), số dư (số dự kiến), phương án (phường An).
var firm = phrases(
	"đảng bộ", "đảng viên", "đảng ủy", "đảng uỷ", "đảng cộng sản việt nam", "chi bộ", "chi ủy", "chi uỷ",
	"ban chấp hành", "chấp hành", "ban thường vụ", "thường vụ", "thường trực", "phó bí thư", "bí thư tỉnh ủy",
	"bí thư huyện ủy", "bí thư thành ủy", "bí thư đảng ủy", "bí thư chi bộ", "bí thư cấp ủy", "cấp ủy", "cấp uỷ",
	"cấp ủy viên", "ủy viên", "uỷ viên", "ủy ban kiểm tra", "uỷ ban kiểm tra", "ủy ban", "uỷ ban", "tỉnh ủy", "tỉnh uỷ",
	"thành ủy", "thành uỷ", "huyện ủy", "huyện uỷ", "quận ủy", "thị ủy", "đại hội", "đại biểu", "nhiệm kỳ", "nhiệm kì",
	"bộ chính trị", "chính trị", "trung ương", "tổ chức", "kiểm tra", "chỉ thị", "nghị quyết", "chỉ định", "chỉ đạo",
	"lãnh đạo", "báo cáo", "văn kiện", "tổng kết", "tổng hợp", "tổng số", "tỷ lệ", "tỉ lệ", "tái cử", "trúng cử", "bầu cử",
	"bỏ phiếu", "số phiếu", "lần thứ", "bình quân", "dân tộc thiểu số", "dân tộc", "trình độ", "thạc sĩ", "tiến sĩ",
	"đại học", "lý luận chính trị", "cao cấp", "đồng chí", "hạn chế", "khuyết điểm", "quy định", "quyết định",
	"hướng dẫn", "kết luận", "kế hoạch", "chủ tịch", "chủ nhiệm", "chủ trì", "trực thuộc", "hoàn thành", "đơn vị",
	"số lượng", "chất lượng", "tham luận", "góp ý", "thảo luận", "tín nhiệm", "được bầu", "bầu thiếu", "bầu khuyết",
)

// phrase is a firm phrase by its syllables.
type phrase [][]rune

// lexicon finds phrases by their bare letters.
type lexicon struct {
	byBare  map[string][]phrase
	longest int // syllables
}

func phrases(all ...string) lexicon {
	l := lexicon{byBare: map[string][]phrase{}}
	for _, s := range all {
		var p phrase
		for syllable := range strings.FieldsSeq(s) {
			p = append(p, []rune(syllable))
		}
		l.byBare[bare(s)] = append(l.byBare[bare(s)], p)
		l.longest = max(l.longest, len(p))
	}
	return l
}

// reread mends the marks of firm phrases in the words of one line. Longer
// phrases go first, and a word that stands in a phrase as it is read is not
// taken into another: "đang bỏ phiếu".
func (l lexicon) reread(words []word) {
	cores := make([]core, len(words))
	for i := range words {
		cores[i] = coreOf(words[i].text)
	}
	taken := make([]bool, len(words))
	l.each(cores, taken, func(_ []core, found phrase, same bool) bool { return same })
	l.each(cores, taken, func(at []core, found phrase, same bool) bool {
		if same {
			return false
		}
		for i := range at {
			at[i].become(found[i])
		}
		return true
	})
	for i := range words {
		words[i].text = cores[i].String()
	}
}

// each looks for phrases among words that are not taken yet; visit says whether
// it takes them. same says that a phrase of these letters is read as it is.
func (l lexicon) each(cores []core, taken []bool, visit func(at []core, found phrase, same bool) bool) {
	for n := l.longest; n >= 2; n-- {
		for i := 0; i+n <= len(cores); i++ {
			if slices.Contains(taken[i:i+n], true) {
				continue
			}
			found, same := l.find(cores[i : i+n])
			if found == nil || !visit(cores[i:i+n], found, same) {
				continue
			}
			for k := range n {
				taken[i+k] = true
			}
		}
	}
}

// find returns a phrase with the bare letters of words. A mark of punctuation
// inside ends a phrase.
func (l lexicon) find(at []core) (found phrase, same bool) {
	key := make([]string, len(at))
	for i, c := range at {
		if len(c.letters) == 0 || i > 0 && c.before != "" || i+1 < len(at) && c.after != "" {
			return nil, false
		}
		key[i] = c.bare
	}
	candidates := l.byBare[strings.Join(key, " ")]
	for _, p := range candidates {
		if slices.EqualFunc(at, p, func(c core, syllable []rune) bool { return strings.EqualFold(string(c.letters), string(syllable)) }) {
			return p, true
		}
	}
	if len(candidates) == 0 {
		return nil, false
	}
	return candidates[0], false
}

// core is a word without the punctuation around it.
type core struct {
	before, after string
	letters       []rune
	bare          string
}

func coreOf(s string) core {
	s = norm.NFC.String(s)
	from := strings.IndexFunc(s, unicode.IsLetter)
	if from < 0 {
		return core{before: s}
	}
	to := strings.LastIndexFunc(s, unicode.IsLetter)
	to += len(string([]rune(s[to:])[0]))
	c := core{before: s[:from], after: s[to:], letters: []rune(s[from:to])}
	c.bare = bare(s[from:to])
	return c
}

func (c *core) String() string { return c.before + string(c.letters) + c.after }

// become takes the letters of a syllable in the case of the word.
func (c *core) become(syllable []rune) {
	if len(syllable) != len(c.letters) {
		return
	}
	for i, r := range syllable {
		if unicode.IsUpper(c.letters[i]) {
			r = unicode.ToUpper(r)
		}
		c.letters[i] = r
	}
}

// bare returns the small letters of s without marks.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'đ' || r == 'Đ' || r == 'Ð' || r == 'ð':
			return 'd'
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}
