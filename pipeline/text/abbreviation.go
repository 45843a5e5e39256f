package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// neverLast are abbreviations that stand before what they belong to, so that
// a full stop behind them never ends a sentence: titles before names, kinds of
// places before their names, words before a number. In lower case, without the
// last full stop.
var neverLast = set(
	"tp", "tx", "tt", "tt.", "q", "h", "p", "x", "kp", "đ", "kcn",
	"gs", "pgs", "ts", "ths", "th.s", "bs", "ks", "cn", "ncs", "nsnd", "nsưt", "ngnd", "ngưt", "ls", "kts", "dr", "mr", "mrs", "ms", "prof", "st",
	"pgs.ts", "gs.ts", "gs.vs", "gs.tskh", "pgs.tskh", "tskh", "vs", "ts.bs", "ths.bs", "pgs.ts.bs", "bs.ckii", "bs.cki",
	"bscki", "bsckii", "bsck1", "bsck2", "bs.ck1", "bs.ck2", "bsnt", "ds", "dscki", "dsckii", "ds.cki", "ds.ckii", "cki", "ckii", "cnđd", "ttnd", "ttưt",
	"ths.ks", "ths.ls", "ths.kts", "ts.ls", "gvc", "gvc.ths", "gvc.ts", "cvc", "cvcc",
	"đ/c", "đc", "đ.c", "đ/ch", "tr", "tt-tt", "mt", "lh", "đt", "nxb", "vd", "v.d",
	"đại tướng", "tl", "kt", "tm", "t/m", "tuq", "q.",
)

// neverLastCased are abbreviations whose small twins are words: "Ô." is ông.
var neverLastCased = set("Ô", "B", "Ng", "Ph", "Th", "Tr", "Đ", "L", "Ts", "Bs", "No", "Số", "Art", "Co", "Jr")

func set(words ...string) map[string]bool {
	m := make(map[string]bool, len(words))
	for _, w := range words {
		m[w] = true
	}
	return m
}

// longestAbbreviation is the length in bytes of the longest key above; longer
// words need no look-up.
const longestAbbreviation = 12

// isAbbreviation reports whether the word before a full stop is written with
// that stop and cannot end a sentence.
func isAbbreviation(word string) bool {
	word = strings.TrimLeft(word, `("“‘'[«`)
	if word == "" || len(word) > longestAbbreviation {
		return false
	}
	if neverLastCased[word] || isInitial(word) {
		return true
	}
	return neverLast[strings.ToLower(word)]
}

// isInitial reports whether a word is one capital letter, or several with full
// stops between them: the A of "Nguyễn Văn A.", T.Ư, V.I.
func isInitial(word string) bool {
	for {
		r, size := utf8.DecodeRuneInString(word)
		if size == 0 || !unicode.IsUpper(r) {
			return false
		}
		word = word[size:]
		if word == "" {
			return true
		}
		if word[0] != '.' {
			return false
		}
		word = word[1:]
	}
}

// endsWithAbbreviation reports whether a line breaks behind an abbreviation
// that its next word belongs to: "GS.", "TP.".
func endsWithAbbreviation(line string) bool {
	line, ok := strings.CutSuffix(line, ".")
	if !ok {
		return false
	}
	word := lastWord(line)
	return isAbbreviation(word) && !countsPersons(word, line[:len(line)-len(word)])
}

// countsPersons reports whether "đ/c" behind a number counts persons, so that it stands
// before no name: "bầu thiếu 01 đ/c."
func countsPersons(word, before string) bool {
	before = strings.TrimRight(before, " ")
	if before == "" || before[len(before)-1] < '0' || before[len(before)-1] > '9' {
		return false
	}
	switch strings.ToLower(word) {
	case "đ/c", "đc", "đ.c":
		return true
	}
	return false
}

func lastWord(s string) string {
	return s[strings.LastIndexByte(s, ' ')+1:]
}
