package vn

import (
	"strings"
	"testing"
)

func TestValidSyllable(t *testing.T) {
	for _, c := range []struct{ words, reason string }{
		{"đảng bộ đại hội nghị quyết nhiệm kỳ khóa tỉnh ủy chấp hành trung ương", "words of every report"},
		{"hòa hoà hòe hoè thủy thuỷ khóa khoá tòa toà", "both placements of the tone"},
		{"quý quốc quyết quyền quả quỹ quân quở quy", "qu has swallowed the glide"},
		{"gì gìn giữ giám già giường giết giêng giỏi", "gi before a vowel"},
		{"nghiêng nghĩa nghệ ghi ghế kể kính kỷ cũng ngành gốc", "k, gh, ngh before e, ê, i"},
		{"yên yêu yếu ý y ỷ ít ích im", "y and i without an onset"},
		{"tuyên truyền huyện khuya khuỷu nguyễn tuyết thuyết huỳnh luỹ lũy", "uy and its long rimes"},
		{"ĐẢNG Đảng BỘ Ủy UỶ Ý", "capitals"},
		{"Kạn Đắk Lắk buýt xoong", "names and loans"},
		{"thuở thuế huệ hươu khướu ngoéo xoáy ngoại loanh quanh", "rare rimes"},
	} {
		for w := range strings.FieldsSeq(c.words) {
			if !ValidSyllable(w) {
				t.Errorf("%q is refused: %s", w, c.reason)
			}
		}
	}
}

func TestInvalidSyllable(t *testing.T) {
	for _, c := range []struct{ words, reason string }{
		{"Müller café Conceição André naïve Perú", "foreign words"},
		{"§¸nh nh©n d©n §¶ng Uû", "an old encoding seen as Latin-1"},
		{"ñaûng boä tænh", "VNI seen as Latin-1"},
		{"ĐảNg đẢng tỈNH", "capitals in the middle"},
		{"bàc pàt hỏc tãch", "a stopped ending has two tones only"},
		{"cê ngê gê kô̂", "c, ng, g before a front vowel"},
		{"ạạ hộộ đà̀", "two tones"},
		{"nghiêngg đ", "too long; no vowel"},
		{"", "nothing"},
	} {
		for w := range strings.SplitSeq(c.words, " ") {
			if ValidSyllable(w) {
				t.Errorf("%q is taken for a syllable: %s", w, c.reason)
			}
		}
	}
}

func TestSyllablesAreAboutSevenThousandAndMore(t *testing.T) {
	// Linguists count some 7,000 syllables in use out of nearly 18,000 that can
	// be spelled; each of those with two placements of the tone counts twice here.
	n := 0
	for _, key := range syllableSet() {
		if key != 0 {
			n++
		}
	}
	if n < 7000 || n > 20000 {
		t.Errorf("%d syllables", n)
	} else {
		t.Log(n)
	}
}

func TestScore(t *testing.T) {
	got := Score("Đại hội bầu 52 đồng chí, ông Müller dự; TP. Vinh")
	want := SyllableScore{Words: 10, Marked: 8, Valid: 7}
	if got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if s := Score("The congress"); s.Share() != 1 {
		t.Errorf("English without marks: share %v, want 1", s.Share())
	}
}

func TestValidSyllableDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { ValidSyllable("nghiêng") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzScore(f *testing.F) {
	f.Add("Đảng bộ \xff tỉnh")
	f.Fuzz(func(t *testing.T, s string) {
		c := Score(s)
		if c.Valid > c.Marked || c.Marked > c.Words || c.Words > len(s) {
			t.Errorf("%q: %+v", s, c)
		}
	})
}

func BenchmarkScore(b *testing.B) {
	s := strings.Repeat("Đại hội đã bầu Ban Chấp hành Đảng bộ tỉnh khóa mới gồm 52 đồng chí. ", 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Score(s)
	}
}

func TestReadWord(t *testing.T) {
	for _, c := range []struct {
		text          string
		size, letters int
		valid         bool
	}{
		{"Đảng bộ", 7, 4, true},
		{"XÃ,", 3, 2, true},
		{"nghiêng?", 8, 7, true},
		{"nghiengs", 8, 8, false},
		{"wa", 0, 0, false},
		{"taxi", 4, 4, false},
		{"bắt\u0301", 5, 3, true},
		{"ạạ", 6, 2, false},
		{" a", 0, 0, false},
		{"", 0, 0, false},
	} {
		size, letters, valid := ReadWord(c.text)
		if size != c.size || letters != c.letters || valid != c.valid {
			t.Errorf("%q: got %d bytes, %d letters, %v", c.text, size, letters, valid)
		}
		if got := ValidAnyCase(c.text[:size]); got != valid {
			t.Errorf("%q: ValidAnyCase says %v", c.text[:size], got)
		}
	}
}
