package vn

import (
	"slices"
	"strings"
	"sync/atomic"
	"unicode"
	"unicode/utf8"
)

// ValidSyllable reports whether s is a well-formed written Vietnamese syllable
// in small letters, in capitals, or with a capital first letter, in NFC, with
// either placement of the tone mark (hòa, hoà). Well-formed means spellable by
// the rules of quốc ngữ, not found in a dictionary; "an" and "to" are English
// too. It does not allocate.
func ValidSyllable(s string) bool {
	return ValidAnyCase(s) && oneCase(s)
}

// ValidAnyCase is ValidSyllable for text whose case cannot be trusted, such as
// capitals typed in an old font that has none with marks.
func ValidAnyCase(s string) bool {
	size, _, valid := ReadWord(s)
	return valid && size == len(s)
}

// ValidLetters is ValidAnyCase for the letters of a word.
func ValidLetters(word []rune) bool {
	var key uint64
	for _, r := range word {
		l := letterOf(r)
		if l == 0 {
			return false
		}
		key = key<<letterBits | uint64(l.code())
	}
	return syllableSet().has(key)
}

// ReadWord reads the Vietnamese letters that s begins with. It returns their
// length in bytes and their number, and whether they are a syllable, in any
// case. What stands behind them may belong to the same word.
func ReadWord(s string) (size, letters int, valid bool) {
	var key uint64
	for size < len(s) {
		c := s[size]
		code := codes.one[c]
		if code != 0 {
			key = key<<letterBits | uint64(code)
			size++
			letters++
			continue
		}
		switch {
		case c >= 0xc3 && c <= 0xc6 && size+1 < len(s): // U+00C0 to U+01BF
			if code = codes.two[c&3][s[size+1]]; code != 0 {
				size += 2
			}
		case c == 0xe1 && size+2 < len(s) && s[size+1]&0xfe == 0xba: // U+1E80 to U+1EFF
			if code = codes.three[s[size+1]&1][s[size+2]]; code != 0 {
				size += 3
			}
		}
		if code == 0 {
			break
		}
		key = key<<letterBits | uint64(code)
		letters++
	}
	return size, letters, syllableSet().has(key)
}

// codes are those of letters by the bytes that ReadWord meets, 0 for what is none.
var codes = func() (t struct {
	one   [256]uint8
	two   [4][256]uint8 // by the lower bits of the first byte, and the second
	three [2][256]uint8 // by the lowest bit of the second byte, and the third
}) {
	for c := range utf8.RuneSelf {
		t.one[c] = letterOf(rune(c)).code()
	}
	for r := rune(0xc0); r < 0x1c0; r++ {
		t.two[r>>6&3][0x80|r&0x3f] = letterOf(r).code()
	}
	for r := rune(0x1e80); r < 0x1f00; r++ {
		t.three[r>>6&1][0x80|r&0x3f] = letterOf(r).code()
	}
	return t
}()

// SyllableScore counts the words of a text that show whether it is Vietnamese
// in the right encoding.
type SyllableScore struct {
	Words  int // runs of letters
	Marked int // of them, with a letter outside ASCII
	Valid  int // of the marked ones, Vietnamese syllables
}

// Share is the part of the marked words that are Vietnamese syllables, 1 when
// no word is marked: nothing speaks against the text.
func (s SyllableScore) Share() float64 {
	if s.Marked == 0 {
		return 1
	}
	return float64(s.Valid) / float64(s.Marked)
}

// Add returns the counts of two texts together.
func (s SyllableScore) Add(t SyllableScore) SyllableScore {
	return SyllableScore{s.Words + t.Words, s.Marked + t.Marked, s.Valid + t.Valid}
}

// Score counts the words of an NFC text and how many of those with a letter
// outside ASCII are Vietnamese syllables. Right Vietnamese prose has a share
// above 0.95; the rest are foreign names and typing errors.
func Score(text string) SyllableScore {
	var out SyllableScore
	for i := 0; i < len(text); {
		start, marked := i, false
		for i < len(text) {
			if c := text[i]; c < utf8.RuneSelf {
				if c|0x20 < 'a' || c|0x20 > 'z' {
					break
				}
				i++
				continue
			}
			r, size := utf8.DecodeRuneInString(text[i:])
			if letterOf(r) == 0 && !unicode.IsLetter(r) && !unicode.IsMark(r) {
				break
			}
			marked = true
			i += size
		}
		if i == start {
			_, size := utf8.DecodeRuneInString(text[i:])
			i += size
			continue
		}
		out.Words++
		if marked {
			out.Marked++
			if ValidAnyCase(text[start:i]) {
				out.Valid++
			}
		}
	}
	return out
}

// The written syllable is onset + rime + tone. These are all onsets and all
// rimes of the orthography, without tones.
const (
	onsets = " b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"

	// plainRimes have no glide before the vowel and no rule but those of rimeFits.
	plainRimes = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây " +
		"e ec em en eng eo ep et ê êch êm ên ênh êp êt êu " +
		"i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu y yêm yên yêng yêt yêu " +
		"o oc oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt " +
		"u ua uc ui um un ung uôc uôi uôm uôn uông uôt up ut ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu"

	// glideRimes begin with the glide that lips cannot add to b, m, p, ph, v.
	glideRimes = "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet " +
		"uân uâng uât uây uê uêch uên uênh uêt uêu uơ uơn uy uya uych uyên uyêt uyn uynh uyp uyt uyu"

	// quRimes follow qu, which has swallowed the glide.
	quRimes = "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ân âng ât âu ây e en eng eo et ê êch ên ênh êt êu " +
		"i ich in inh it iu y ych yên yêt yn ynh yt ơ ơi ơn ôc ôi ôt"

	// loans are syllables in everyday use that the rules above do not spell:
	// names of the highlands and the north, words from French.
	loans = "kạn đắk lắk đăk lăk đắc krông kông kăng kấp kon buýt voan phuy xoong quốc moay gioăng gioóc boóc pa păng pắc " +
		"gịa kờ káp kơ kua kuk kú kối kẻng kô stiêng xtiêng bđăng brâu brăm mạ prao mường mnông hrê giẻ ơđu " +
		"sđt tđc đbqh gđ sđ đt cđ hđ hđnd mttq bđ"
)

// closed are the endings that stop the voice: only the rising and the heavy
// tone go with them.
func closed(rime string) bool {
	return strings.HasSuffix(rime, "c") || strings.HasSuffix(rime, "ch") || strings.HasSuffix(rime, "p") || strings.HasSuffix(rime, "t")
}

// rimeFits tells the rules of spelling between an onset and a rime: k, gh and
// ngh stand before i, e, ê, y, where c, g and ng do not; y without i after a
// consonant is for h, k, l, m, s, t, v and others by habit, and yê only begins
// a word.
func rimeFits(onset, rime string) bool {
	front := strings.HasPrefix(rime, "e") || strings.HasPrefix(rime, "ê") || strings.HasPrefix(rime, "i") || strings.HasPrefix(rime, "y")
	switch onset {
	case "k":
		return front || strings.HasPrefix(rime, "a") || strings.HasPrefix(rime, "ă")
	case "gh", "ngh":
		return front && !strings.HasPrefix(rime, "y")
	case "c", "ng":
		return !front
	case "g":
		return !front || rime == "i" || rime == "in" || strings.HasPrefix(rime, "iê")
	case "gi":
		return !strings.HasPrefix(rime, "i") && !strings.HasPrefix(rime, "y")
	case "":
		return !strings.HasPrefix(rime, "iê")
	}
	return rime == "y" || !strings.HasPrefix(rime, "y")
}

// syllables is the set of all well-formed syllables, nil before its first use.
// Every word of a text is looked up, and sync.OnceValue would take as long as
// the look.
var syllables atomic.Pointer[keySet]

// syllableSet returns the set.
func syllableSet() *keySet {
	if set := syllables.Load(); set != nil {
		return set
	}
	return firstSyllables()
}

func firstSyllables() *keySet {
	syllables.CompareAndSwap(nil, makeSyllables())
	return syllables.Load()
}

func makeSyllables() *keySet {
	set := new(keySet)
	for onset := range strings.SplitSeq(onsets, " ") {
		for rime := range strings.FieldsSeq(rimesOf(onset)) {
			if onset != "qu" && !rimeFits(onset, rime) {
				continue
			}
			addTones(set, onset, rime)
		}
	}
	for word := range strings.FieldsSeq(loans) {
		set.add(keyOf(word))
	}
	return set
}

func rimesOf(onset string) string {
	switch onset {
	case "qu":
		return quRimes
	case "b", "m", "p", "ph", "v", "ng", "g", "r", "gi":
		if onset == "ng" || onset == "g" || onset == "r" || onset == "gi" {
			return plainRimes + " " + glideRimes
		}
		return plainRimes
	}
	return plainRimes + " " + glideRimes
}

// The tones, as letterOf gives them.
const (
	level = iota
	falling
	rising
	asking
	tumbling
	heavy
)

// addTones adds a syllable with every tone its ending allows, on every letter
// that some school of spelling puts it on.
func addTones(set *keySet, onset, rime string) {
	base := letters(onset + rime)
	if base == nil {
		return
	}
	at := len(letters(onset))
	if !closed(rime) {
		set.add(pack(base, level, 0))
	}
	for tone := falling; tone <= heavy; tone++ {
		if closed(rime) && tone != rising && tone != heavy {
			continue
		}
		for _, i := range tonePlaces(onset, rime) {
			set.add(pack(base, tone, at+i))
		}
	}
}

// tonePlaces returns the indexes in the rime (-1 is the last letter of the
// onset) of the letter that may carry the tone mark.
func tonePlaces(onset, rime string) []int {
	r := []rune(rime)
	switch rime {
	case "oa", "oe", "uy", "uê", "uơ":
		return []int{0, 1}
	}
	// A vowel with a hat, a breve or a horn takes the mark, the last of two.
	for i, v := range slices.Backward(r) {
		if strings.ContainsRune("ăâêôơư", v) {
			return []int{i}
		}
	}
	vowels := 0
	for vowels < len(r) && strings.ContainsRune("aeiouy", r[vowels]) {
		vowels++
	}
	switch {
	case onset == "qu" && vowels == 1 && len(r) == 1, onset == "gi" && vowels == 1 && len(r) == 1:
		return []int{0, -1} // qúa, gía: mistaken, common, unmistakable
	case vowels == 1:
		return []int{0}
	case rime[0] == 'o' && rime != "oi", strings.HasPrefix(rime, "uy"):
		return []int{1} // the glide carries none before a third letter
	}
	return []int{0}
}

// longestSyllable is the length of nghiêng in letters.
const longestSyllable = 7

// A key packs a word into a number: the codes of its letters, the last one in the
// lowest bits. Of a longer word than any syllable some letters are lost, and what is
// left of it is the key of none.
const letterBits = 8

func keyOf(word string) uint64 {
	var key uint64
	for _, r := range word {
		key = key<<letterBits | uint64(letterOf(r).code())
	}
	return key
}

// oneCase reports whether a word is in small letters, in capitals, or has one
// capital at its front.
func oneCase(s string) bool {
	n, capitals := 0, 0
	for _, r := range s {
		if letterOf(r).capital() {
			if capitals < n {
				return false
			}
			capitals++
		}
		n++
	}
	return capitals <= 1 || capitals == n
}

func pack(base []uint8, tone, place int) uint64 {
	if len(base) > longestSyllable {
		return 0
	}
	var key uint64
	for i, b := range base {
		if i == place {
			b |= uint8(tone) << letterTone
		}
		key = key<<letterBits | uint64(b)
	}
	return key
}

func letters(s string) []uint8 {
	out := make([]uint8, 0, longestSyllable)
	for _, r := range s {
		out = append(out, letterOf(r).index())
	}
	return out
}

// letter is one letter of the alphabet: its index from 1, its tone, and whether
// it is a capital; 0 for what is no letter of the alphabet.
type letter uint16

const (
	letterTone    = 5 // where the tone stands
	letterCapital = 1 << 8
)

func (l letter) code() uint8   { return uint8(l) } // index and tone
func (l letter) index() uint8  { return uint8(l & (1<<letterTone - 1)) }
func (l letter) capital() bool { return l&letterCapital != 0 }

// alphabet has the 29 letters; vowels stand with their six tones in toned.
const alphabet = "aăâbcdđeêghiklmnoôơpqrstuưvxy"

var toned = [...]string{
	"aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị",
	"oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ", "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ",
}

// The two ranges of Unicode that hold Vietnamese letters.
const (
	lowEnd    = 0x1b1
	highStart = 0x1ea0
	highEnd   = 0x1efa
)

// letterTable covers [0, lowEnd) and then [highStart, highEnd).
var letterTable = func() (t [lowEnd + highEnd - highStart]letter) {
	put := func(r rune, l letter) {
		t[tableIndex(r)] = l
		t[tableIndex(unicode.ToUpper(r))] = l | letterCapital
	}
	for i, r := range []rune(alphabet) {
		put(r, letter(i+1))
	}
	for _, row := range toned {
		var base letter
		for tone, r := range []rune(row) {
			if tone == level {
				base = t[tableIndex(r)]
				continue
			}
			put(r, base|letter(tone)<<letterTone)
		}
	}
	return t
}()

func tableIndex(r rune) int {
	if r < lowEnd {
		return int(r)
	}
	return int(r) - highStart + lowEnd
}

func letterOf(r rune) letter {
	switch {
	case r < lowEnd:
		return letterTable[r]
	case r >= highStart && r < highEnd:
		return letterTable[r-highStart+lowEnd]
	}
	return 0
}

// keySet is a set of non-zero numbers with open addressing: one look in nearly
// all cases, no allocation. The syllables fill half of it.
type keySet [1 << keySetBits]uint64

const (
	keySetBits = 15
	keySpread  = 0x9e3779b97f4a7c15
)

func (s *keySet) slot(key uint64) uint64 {
	i := key * keySpread >> (64 - keySetBits)
	for s[i] != 0 && s[i] != key {
		i = (i + 1) % (1 << keySetBits)
	}
	return i
}

func (s *keySet) add(key uint64) { s[s.slot(key)] = key }

func (s *keySet) has(key uint64) bool {
	switch s[key*keySpread>>(64-keySetBits)] { // where nearly all stand that are in it
	case 0:
		return false
	case key:
		return true
	}
	return key != 0 && s[s.slot(key)] == key
}
