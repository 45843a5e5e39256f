package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Sentences calls yield with every sentence of one paragraph, in order,
// trimmed, as byte offsets. A sentence ends at . ! ? … or ./. when what follows
// can begin one: nothing, or a space and a capital, a figure, a quote or a
// dash. Full stops of abbreviations (TP., GS.TS.), initials (Nguyễn Văn A.),
// list numbers ("gồm: 1. Ông …") and figures (1.298, 30.6) end none; nor does a
// semicolon: the items of a list belong to the words that introduce it.
func Sentences(paragraph string, yield func(start, end int)) {
	s := splitter{text: paragraph}
	for s.pos < len(paragraph) {
		if !s.seek() {
			break
		}
		if end := s.end(); end > 0 {
			s.emit(end, yield)
		}
	}
	s.emit(len(paragraph), yield)
}

type splitter struct {
	text  string
	start int               // of the sentence under way
	pos   int               // of the sign looked at
	next  [len(endings)]int // where each of the signs stands next, from pos on
}

// endings are the first bytes of the signs that may end a sentence.
const endings = ".!?\xe2"

// seek moves pos to the next sign that may end a sentence. Each of the signs is
// looked for by itself, which takes a fraction of looking at every byte, and no
// stretch is gone over twice for one of them.
func (s *splitter) seek() bool {
	at := len(s.text)
	for i := range s.next {
		if s.next[i] < s.pos || s.pos == 0 {
			s.next[i] = s.nextOf(endings[i])
		}
		at = min(at, s.next[i])
	}
	s.pos = at
	return at < len(s.text)
}

// nextOf returns where a sign that begins with c stands next, the length of the
// text for nowhere.
func (s *splitter) nextOf(c byte) int {
	for at := s.pos; ; at++ {
		i := strings.IndexByte(s.text[at:], c)
		if i < 0 {
			return len(s.text)
		}
		if at += i; c < utf8.RuneSelf || strings.HasPrefix(s.text[at:], "…") {
			return at
		}
	}
}

func (s *splitter) emit(end int, yield func(start, end int)) {
	a, b := trimSpan(s.text, s.start, end)
	if a < b {
		yield(a, b)
	}
	s.start, s.pos = end, max(s.pos, end)
}

// end decides about the sign at pos and moves pos behind it. It returns the end
// of the sentence, signs and closing quotes included, or 0.
func (s *splitter) end() int {
	first := s.pos
	s.pos += run(s.text[s.pos:], isEnding)
	signs := s.text[first:s.pos]
	end := s.pos + run(s.text[s.pos:], isClosing)
	if end == len(s.text) {
		return end
	}
	if s.text[end] != ' ' {
		return s.glued(first, end, signs)
	}
	if !opensSentence(s.text[end+1:]) || signs == "." && s.belongs(first, s.text[end+1:]) {
		return 0
	}
	return end
}

// run returns the length of the start of s that consists of runes of a kind.
func run(s string, is func(rest string, r rune) bool) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !is(s[n:], r) {
			break
		}
		n += size
	}
	return n
}

func isEnding(rest string, r rune) bool {
	switch r {
	case '.', '!', '?', '…':
		return true
	case '/': // of "./.", which ends a document
		return strings.HasPrefix(rest, "/.")
	}
	return false
}

func isClosing(_ string, r rune) bool {
	switch r {
	case '"', '”', '’', '\'', ')', ']', '»':
		return true
	}
	return false
}

// belongs reports whether the full stop at dot belongs to its word.
func (s *splitter) belongs(dot int, next string) bool {
	before := strings.TrimRight(s.text[s.start:dot], " ")
	word := lastWord(before)
	if word == "" || len(word) > longestAbbreviation {
		return false
	}
	rest := before[:len(before)-len(word)]
	if isItemNumber(word, rest) {
		return true
	}
	if countsPersons(word, rest) && !strings.HasPrefix(next, "Đ/c") { // who is named next is one of them
		return false
	}
	if _, ok := vn.Roman(word); ok && countsWhat(rest) {
		return false
	}
	// "ông Nguyễn Văn A. Theo …" ends, "A. V. Nguyễn" goes on.
	if isInitial(word) && !strings.Contains(word, ".") && openers[strings.TrimRight(firstWord(next), ",./")] {
		return false
	}
	return isAbbreviation(word)
}

// isItemNumber reports whether a word is the number of a list item: at the
// start of the sentence, or behind a colon or semicolon.
func isItemNumber(word, before string) bool {
	before = strings.TrimRight(before, " ")
	if len(word) > 5 || before != "" && !strings.HasSuffix(before, ":") && !strings.HasSuffix(before, ";") {
		return false
	}
	if _, ok := vn.Roman(word); ok {
		return true
	}
	if digits := strings.Trim(word, "0123456789."); digits == "" {
		if strings.HasSuffix(before, ":") && strings.TrimLeft(word, "0") != "1" && !strings.Contains(word, ".") {
			return false // a list begins with 1: "Tôn giáo: 04. Bí thư nữ: 05" has figures
		}
		return len(word) <= 2 || strings.Contains(word, ".")
	}
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsLetter(r) && size == len(word)
}

// counted are the words before a Roman number that may end a sentence: "lần
// thứ V. Đại hội …".
var counted = set("thứ", "khóa", "khoá", "kỳ", "quý", "phần", "chương", "hạng", "loại", "bậc", "cấp", "mục", "khối", "vùng", "nhóm", "và", "đến", "hội", "quân")

func countsWhat(before string) bool {
	return counted[strings.ToLower(lastWord(strings.TrimRight(before, " ")))]
}

// openers are words that open sentences and no name.
var openers = set("Theo", "Trong", "Tại", "Các", "Những", "Sau", "Đồng", "Đây", "Từ", "Khi", "Năm", "Ngày", "Đến", "Cùng", "Ngoài", "Đối", "Việc", "Về", "Qua", "Tuy", "Nhưng", "Do", "Vì", "Nếu", "Một", "Ông", "Bà", "Đại", "Hội", "Hết", "Cả", "Có", "Số", "Trước", "Cuối", "Đảng", "Ban", "Bên", "Để", "Nhờ", "Như", "Tổng")

const longestWord = 24

// glued decides for a full stop without a space behind it: "đại hội.Các cấp".
// It ends a sentence only between a small word and a capitalised one, both of
// them Vietnamese syllables, which keeps addresses and file names whole.
func (s *splitter) glued(first, end int, signs string) int {
	if signs != "." || end != first+1 {
		return 0
	}
	// A syllable has at most eighteen bytes; looking further would make text
	// without spaces slow.
	before := lastWord(s.text[max(s.start, first-longestWord):first])
	after := s.text[end:min(end+longestWord, len(s.text))]
	if i := strings.IndexAny(after, " ,"); i >= 0 {
		after = after[:i]
	}
	if len(before) < 2 || strings.IndexFunc(before, unicode.IsUpper) >= 0 || !titled(after) {
		return 0
	}
	if isAbbreviation(before) || !vn.ValidSyllable(before) || !vn.ValidSyllable(after) {
		return 0
	}
	return end
}

// opensSentence reports whether a sentence can begin with s.
func opensSentence(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	switch {
	case r >= '0' && r <= '9', unicode.IsUpper(r):
		return true
	case strings.ContainsRune(opening, r):
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, opening+" "))
		return !unicode.IsLower(next) || strings.ContainsRune("-–+•", r)
	}
	return unicode.IsLetter(r) && !unicode.IsLower(r)
}

// opening are the signs that may stand before a sentence's first word.
const opening = `"“‘'([«-–—+•*`

func trimSpan(s string, start, end int) (int, int) {
	for start < end && s[start] == ' ' {
		start++
	}
	for end > start && s[end-1] == ' ' {
		end--
	}
	return start, end
}

// addSentences splits every block with text.
func addSentences(doc *report.Document) {
	doc.Sentences = make([]report.Sentence, 0, len(doc.Blocks)+len(doc.Text)/150)
	for i, b := range doc.Blocks {
		Sentences(doc.At(b.Span), func(start, end int) {
			doc.Sentences = append(doc.Sentences, report.Sentence{
				Span: report.Span{Start: b.Start + start, End: b.Start + end}, Block: i,
			})
		})
	}
}
