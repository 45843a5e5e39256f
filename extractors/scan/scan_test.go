package scan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/vn"
)

func ExampleLexicon_Scan() {
	b := NewBuilder()
	bodies := b.Class("bodies")
	bodies.Add("ban chấp hành", 1)
	bodies.Add("ban thường vụ", 2)
	t := b.Build().Scan(Plain("Đại hội bầu BAN CHẤP HÀNH gồm 45 đồng chí; Ban Thường vụ gồm 13 đồng chí."))
	for _, h := range t.Hits(bodies) {
		fmt.Println(h.Value, t.String(h.First, h.Last))
	}
	// Output:
	// 1 BAN CHẤP HÀNH
	// 2 Ban Thường vụ
}

func TestHits(t *testing.T) {
	for _, c := range []struct {
		reason, text string
		words        []string
		want         []string
	}{
		{"the longest phrase from one start wins", "phó bí thư thường trực", []string{"phó bí thư", "phó bí thư thường trực", "bí thư"}, []string{"phó bí thư thường trực"}},
		{"a phrase inside a hit is none", "phó bí thư", []string{"phó bí thư", "bí thư"}, []string{"phó bí thư"}},
		{"tone placement and case do not matter", "UỶ VIÊN và uỷ viên và Ủy viên", []string{"ủy viên"}, []string{"UỶ VIÊN", "uỷ viên", "Ủy viên"}},
		{"i and y", "tỉ lệ, tỷ lệ", []string{"tỷ lệ"}, []string{"tỉ lệ", "tỷ lệ"}},
		{"the look-alike of Đ", "Ðảng bộ", []string{"đảng bộ"}, []string{"Ðảng bộ"}},
		{"a phrase does not cross a sentence", "bí\nthư", []string{"bí thư"}, nil},
		{"half a word is no match", "bí thưa", []string{"bí thư"}, nil},
		{"marks can be part of a phrase", "T.Ư và %", []string{"T.Ư", "%"}, []string{"T.Ư", "%"}},
	} {
		b := NewBuilder()
		class := b.Class("words")
		for i, w := range c.words {
			class.Add(w, int32(i))
		}
		text := b.Build().Scan(Plain(c.text))
		var got []string
		for _, h := range text.Hits(class) {
			got = append(got, text.String(h.First, h.Last))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%s: got %q, want %q", c.reason, got, c.want)
		}
	}
}

// The marks of notes stand in nobody's way, and a figure does not grow by them.
func TestRaisedDigits(t *testing.T) {
	text := NewBuilder().Build().Scan(Plain("248/250¹ đại biểu,¹² gồm 41² đồng chí³. ⁴ Vắng 2.\n¹\n120 m²"))
	var got []string
	for i := range text.Tokens {
		got = append(got, text.Word(int32(i)))
	}
	if got, want := strings.Join(got, "|"), "248|/|250|đại|biểu|,|gồm|41|đồng|chí|.|⁴|Vắng|2|.|¹|120|m"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if len(text.Numbers) != 5 {
		t.Errorf("%d numbers", len(text.Numbers))
	}
}

func TestTokens(t *testing.T) {
	text := NewBuilder().Build().Scan(Plain("Số 123-BC/TU: 1.298/1.311 (99,0%), H'Yim Kđoh; QH14."))
	var got []string
	for i := range text.Tokens {
		got = append(got, text.Word(int32(i)))
	}
	want := "Số|123|-|BC|/|TU|:|1.298|/|1.311|(|99,0|%|)|,|H'Yim|Kđoh|;|QH14|."
	if strings.Join(got, "|") != want {
		t.Errorf("tokens %q, want %q", strings.Join(got, "|"), want)
	}
}

func BenchmarkScan(b *testing.B) {
	builder := NewBuilder()
	class := builder.Class("words")
	for _, w := range []string{"ban chấp hành", "đại hội", "đảng bộ", "bí thư", "ban thường vụ", "nhiệm kỳ", "tái cử"} {
		class.Add(w, 1)
	}
	l := builder.Build()
	doc := Plain(strings.Repeat("Đại hội đã bầu Ban Chấp hành Đảng bộ tỉnh khóa mới gồm 52 đồng chí, trong đó tái cử 38 đồng chí, chiếm 73,1%.\n", 200))
	b.SetBytes(int64(len(doc.Text)))
	b.ReportAllocs()
	for b.Loop() {
		l.Scan(doc)
	}
}

// A word of the lexicon is folded once, when the lexicon is made: every way to
// write it must fold to that.
func TestFold(t *testing.T) {
	b := NewBuilder()
	class := b.Class("words")
	for _, w := range []string{"hòa", "Thủy", "quý", "tỷ", "Đảng", "khoá", "ủy", "lý", "huỷ", "quyền", "ngoẻo"} {
		class.Add(w, 1)
	}
	for text, id := range b.ids {
		if got, want := b.folded[id-firstWord], vn.Fold(text); got != want {
			t.Errorf("%s: folded %q, want %q", text, got, want)
		}
	}
}

// A word is found in whatever capitals, and not only in those in which some rule writes it:
// else the rules of one table would find less once those of another are not asked.
func TestMixedCapitals(t *testing.T) {
	for _, others := range [][]string{nil, {"ThS", "VNeID mức 2", "H'Mông"}} {
		b := NewBuilder()
		class, other := b.Class("words"), b.Class("others")
		for _, w := range []string{"ths", "vneid", "h'mông"} {
			class.Add(w, 1)
		}
		for _, w := range others {
			other.Add(w, 1)
		}
		text := b.Build().Scan(Plain("Đảng viên H'Mông, ThS Nguyễn Văn A cài VNeID, ViettelPay."))
		var found []string
		for _, h := range text.Hits(class) {
			found = append(found, text.String(h.First, h.Last))
		}
		if want := []string{"H'Mông", "ThS", "VNeID"}; !slices.Equal(found, want) {
			t.Errorf("beside %q: found %q, want %q", others, found, want)
		}
	}
}

// The hits of a range are the same in whatever order ranges are asked for.
func TestHitsInAnyOrder(t *testing.T) {
	b := NewBuilder()
	class := b.Class("words")
	class.Add("bí thư", 1)
	text := b.Build().Scan(Plain(strings.Repeat("bí thư và ", 40)))
	n := int32(len(text.Tokens))
	for i := range n * 7 {
		first := i * 37 % n
		var want int32
		for _, h := range text.Hits(class) {
			if h.First >= first && h.Last <= first+20 {
				want++
			}
		}
		if got := text.HitsIn(class, first, first+20); int32(len(got)) != want {
			t.Fatalf("%d hits behind token %d, want %d", len(got), first, want)
		}
		if _, ok := text.At(class, first); ok != (first%3 == 0) {
			t.Fatalf("a hit at token %d: %v", first, ok)
		}
		if text.Has(class, first, first+20) != (want > 0) {
			t.Fatalf("token %d has none of %d", first, want)
		}
	}
}

// A word that the table knows is what next reads, also where text goes on behind it
// in ways that only word judges.
func TestKnownWords(t *testing.T) {
	words := []string{"Đảng", "bộ", "ưu", "UBND", "nghiêng", "Ð", "x", "nghiễngđ", "mườimườimười"}
	b := NewBuilder()
	class := b.Class("words")
	for _, w := range words {
		class.Add(w, 1)
	}
	l := b.Build()
	behind := []string{"", " ", ",", "-", "\n", "1", "'", "'y", "`a", "×", "÷2", "”", "–", "…", "\u0323", "a", "ạ", "\xc3", "\u00a0", "_", "@", "[", "{"}
	for _, word := range append(words, "đảng", "ĐẢNG", "Phường", "bo") {
		for _, c := range behind {
			text := word + c + strings.Repeat(" ", shortWord)
			slot, n := l.words.known(text, 0)
			want := next(text, 0)
			want.ID = l.words.find(text, 0, int(want.End))
			if n > 0 && (Token{End: int32(n), ID: slot.id, Upper: slot.upper, AllUpper: slot.allUpper}) != want {
				t.Errorf("%q: %d bytes of %+v, want %+v", text, n, slot, want)
			}
			if blank := c == " " || c == ","; blank && len(word) < shortWord && n > 0 != (want.ID != 0) {
				t.Errorf("%q: %d bytes are known, its id is %d", text, n, want.ID)
			}
		}
	}
}
