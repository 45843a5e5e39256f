package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/vn"
)

// The ranks of numbering, from the widest part of a report to a dash. Party
// documents number I-, 1-, 1.1, a), -, + and long ones have parts and chapters
// above these; a rank says what can stand inside what.
const (
	rankNone = iota
	rankPart
	rankChapter
	rankLetter // A., B-
	rankRoman  // I., II-
	rankArabic // 1., 2-, 3)
	rankDotted // 1.1, 2.3.
	rankDeeper // 1.1.1
	rankSmall  // a), b.
	rankDash   // -, +, •
)

// number is the numbering at the start of a paragraph.
type number struct {
	label string // as written, with its sign: "I.", "1.1", "a)"
	rank  int
	value int // the last figure: 2 for "II." and "1.2"; 0 for a dash
}

// numbering reads the numbering at the start of a paragraph. The zero number
// is none; a figure ("1.298 đảng viên") or a date ("15/10") is none.
func numbering(s string) number {
	if s == "" {
		return number{}
	}
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune("-–—+•*●○■▪►➢✓·", r):
		// A star alone is the rule under an issuer's name, no item.
		if rest := s[size:]; rest != "" && (rest[0] == ' ' || startsWithLetter(rest) && r != '*') {
			return number{label: s[:size], rank: rankDash}
		}
	case r >= '0' && r <= '9':
		return arabic(s)
	case r == 'P' || r == 'C':
		if n := partOrChapter(s); n.rank != rankNone {
			return n
		}
	}
	if n := roman(s); n.rank != rankNone {
		return n
	}
	return letter(s)
}

// arabic reads "1.", "1-", "1)", "1.1", "1.1.", "1.2.3." followed by a word.
// No part has more than two figures, which keeps 1.298 and 2020 out.
func arabic(s string) number {
	i, parts, value := 0, 0, 0
	for {
		start := i
		for i < len(s) && s[i] >= '0' && s[i] <= '9' {
			i++
		}
		if i-start == 0 || i-start > 2 {
			return number{}
		}
		value = atoi(s[start:i])
		parts++
		if i+1 < len(s) && s[i] == '.' && s[i+1] >= '0' && s[i+1] <= '9' && parts < 4 {
			i++
			continue
		}
		break
	}
	end := i
	if i < len(s) && strings.IndexByte(".-)/", s[i]) >= 0 {
		end = i + 1
	} else if parts == 1 {
		return number{}
	}
	if s[end-1] == '/' || !opensWord(s[end:]) {
		return number{}
	}
	// "2- 3 đồng chí" and "1.1 triệu" are quantities.
	rest := strings.TrimLeft(s[end:], " ")
	if r, _ := utf8.DecodeRuneInString(rest); end == i && !unicode.IsUpper(r) || r >= '0' && r <= '9' {
		return number{}
	}
	return number{label: s[:end], rank: min(rankArabic+parts-1, rankDeeper), value: value}
}

// roman reads "I.", "II-", "III)", "IV/" followed by a word.
func roman(s string) number {
	i := 0
	for i < len(s) && i < 8 && strings.IndexByte("IVX", s[i]) >= 0 {
		i++
	}
	if i == 0 || i == len(s) || strings.IndexByte(".-)/:", s[i]) < 0 || !opensWord(s[i+1:]) {
		return number{}
	}
	value, ok := vn.Roman(s[:i])
	if !ok {
		return number{}
	}
	return number{label: s[:i+1], rank: rankRoman, value: value}
}

// letter reads "a)", "b.", "đ)", "A.", "B-" followed by a word. A small letter
// with a full stop must be followed by a space, a capital one by a space and
// no second initial ("A. V. Nguyễn").
func letter(s string) number {
	r, size := utf8.DecodeRuneInString(s)
	if size == len(s) || strings.IndexByte(".-)/", s[size]) < 0 {
		return number{}
	}
	rest := s[size+1:]
	if !opensWord(rest) || s[size] == '/' && !strings.HasPrefix(rest, " ") {
		return number{}
	}
	label := s[:size+1]
	if i := strings.IndexRune("abcdđeghiklmnopqrstuvxy", r); i >= 0 {
		if s[size] == '-' && !strings.HasPrefix(rest, " ") {
			return number{}
		}
		return number{label: label, rank: rankSmall, value: utf8.RuneCountInString("abcdđeghiklmnopqrstuvxy"[:i]) + 1}
	}
	if i := strings.IndexRune("ABCDĐEGH", r); i >= 0 && strings.HasPrefix(rest, " ") && s[size] != ')' {
		word, _, _ := strings.Cut(strings.TrimLeft(rest, " "), " ")
		if strings.HasSuffix(word, ".") && utf8.RuneCountInString(word) <= 2 {
			return number{}
		}
		return number{label: label, rank: rankLetter, value: utf8.RuneCountInString("ABCDĐEGH"[:i]) + 1}
	}
	return number{}
}

var ordinals = []string{"nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"}

// partOrChapter reads "Phần thứ nhất", "PHẦN I", "Chương 2".
func partOrChapter(s string) number {
	var rank int
	switch first := firstWord(s); {
	case strings.EqualFold(first, "phần"):
		rank = rankPart
	case strings.EqualFold(first, "chương"):
		rank = rankChapter
	default:
		return number{}
	}
	words := strings.Fields(strings.ToValidUTF8(s[:min(len(s), 64)], ""))
	if len(words) < 2 {
		return number{}
	}
	next := 1
	if strings.ToLower(words[1]) == "thứ" && len(words) > 2 {
		next = 2
	}
	word := strings.TrimRight(words[next], ".:-,")
	value := 0
	if n, ok := vn.Roman(word); ok {
		value = n
	} else if len(word) <= 2 && word != "" && strings.Trim(word, "0123456789") == "" {
		value = atoi(word)
	} else {
		for i, o := range ordinals {
			if next == 2 && strings.ToLower(word) == o {
				value = i + 1
			}
		}
	}
	if value == 0 {
		return number{}
	}
	end := strings.Index(s, words[next]) + len(words[next])
	return number{label: s[:end], rank: rank, value: value}
}

// opensWord reports whether s, behind a numbering sign, goes on with a word:
// nothing, a space, or at once a capital ("I.ĐÁNH GIÁ").
func opensWord(s string) bool {
	if s == "" || s[0] == ' ' {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r)
}

// atoi reads up to a few ASCII digits.
func atoi(s string) int {
	n := 0
	for i := range len(s) {
		n = n*10 + int(s[i]-'0')
	}
	return n
}
