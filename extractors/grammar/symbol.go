package grammar

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tongket/tongket/extractors/scan"
)

// Symbol is the number and symbol of a document: 35-CT/TW, 30/CT-TTg,
// 30/2020/NĐ-CP, 133/2020/QH14.
type Symbol struct {
	Text   string // canonical: no spaces, plain hyphens, TW for TƯ and T.Ư
	Kind   string // the letters of the kind: CT, NQ, QĐ; "" for a law
	Issuer string // the letters of the issuer: TW, TTg, QH14
	First  int32
	Last   int32
}

// SymbolAt reads the symbol that begins with a number at token i. Stray spaces
// and any dash are allowed: "30 /CT-TTg", "31 – HD/BTCTW", "06 HD/TW".
//
//	party   num [-] KIND / ISSUER
//	state   num / [year /] KIND - ISSUER
//	law     num / year / QHnn
func SymbolAt(t *scan.Text, i int32) (Symbol, bool) {
	if int(i)+2 >= len(t.Tokens) || t.Tokens[i].Kind != scan.Number || !t.Is(i+1, '-') && !t.Is(i+1, '/') && !t.Is(i+2, '/') || !digitsOnly(t.Word(i), 5) {
		return Symbol{}, false
	}
	switch {
	case t.Is(i+1, '-') && letters(t, i+2):
		return party(t, i, i+2)
	case t.Is(i+1, '/') && letters(t, i+2):
		return state(t, i, i+2, "")
	case t.Is(i+1, '/') && yearAt(t, i+2) && t.Is(i+3, '/') && letters(t, i+4):
		return state(t, i, i+4, t.Word(i+2))
	case letters(t, i+1) && t.Is(i+2, '/') && t.Tokens[i+1].AllUpper:
		return party(t, i, i+1)
	}
	return Symbol{}, false
}

// digitsOnly reports whether a number has no dots and commas and at most so many
// digits.
func digitsOnly(w string, most int) bool {
	if len(w) > most {
		return false
	}
	for i := range len(w) {
		if w[i] < '0' || w[i] > '9' {
			return false
		}
	}
	return true
}

func party(t *scan.Text, first, kind int32) (Symbol, bool) {
	if !t.Is(kind+1, '/') {
		return Symbol{}, false
	}
	issuer, last, ok := issuer(t, kind+2)
	if !ok {
		return Symbol{}, false
	}
	k := plain(t.Word(kind))
	return Symbol{Text: t.Word(first) + "-" + k + "/" + issuer, Kind: k, Issuer: issuer, First: first, Last: last}, true
}

func state(t *scan.Text, first, kind int32, year string) (Symbol, bool) {
	head := t.Word(first) + "/"
	if year != "" {
		head += year + "/"
	}
	k := plain(t.Word(kind))
	if t.Is(kind+1, '-') && int(kind+2) < len(t.Tokens) {
		if issuer, last, ok := issuer(t, kind+2); ok {
			return Symbol{Text: head + k + "-" + issuer, Kind: k, Issuer: issuer, First: first, Last: last}, true
		}
	}
	if year != "" && (strings.HasPrefix(k, "QH") || strings.HasPrefix(k, "UBTVQH")) {
		return Symbol{Text: head + k, Issuer: k, First: first, Last: kind + 1}, true
	}
	return Symbol{}, false
}

// issuer reads the letters after the kind: TW, T.Ư, BTCTW, TWĐTN-VP.
func issuer(t *scan.Text, i int32) (string, int32, bool) {
	if !letters(t, i) {
		return "", 0, false
	}
	var b strings.Builder
	for {
		w, whole := capitals(t.Word(i))
		b.WriteString(plain(w))
		i++
		if !whole {
			break // "TWngày": the space was lost
		}
		if t.Is(i, '.') && w == "T" && int(i+1) < len(t.Tokens) && !t.Tokens[i].Space && letters(t, i+1) {
			i++
			continue
		}
		if t.Is(i, '-') && !t.Tokens[i].Space && letters(t, i+1) && !t.Tokens[i+1].Space && t.Tokens[i+1].AllUpper {
			b.WriteByte('-')
			i++
			continue
		}
		break
	}
	out := b.String()
	if strings.Contains(out, "Ư") {
		for _, old := range []string{"TƯ", "T.Ư"} {
			out = strings.ReplaceAll(out, old, "TW")
		}
	}
	return out, i, out != ""
}

// capitals returns the part of a word before a lower-case word that lost its
// space: TW of TWngày, but all of TTg and CTr.
func capitals(w string) (string, bool) {
	if i := strings.Index(w, "ngày"); i > 0 {
		return w[:i], false
	}
	return w, true
}

// letters reports whether token i can be the letters of a symbol: a short word
// that begins with a capital and has no small vowel but in TTg, CTr, QyĐ.
func letters(t *scan.Text, i int32) bool {
	if i < 0 || int(i) >= len(t.Tokens) || t.Tokens[i].Kind != scan.Word || !t.Tokens[i].Upper {
		return false
	}
	w, _ := capitals(t.Word(i))
	small := 0
	for _, r := range w {
		if unicode.IsLower(r) {
			small++
		}
	}
	n := utf8.RuneCountInString(w)
	return n <= 10 && (small == 0 || small <= 2 && n <= 5 && small*2 < n)
}

func yearAt(t *scan.Text, i int32) bool {
	_, ok := year(t, i)
	return ok
}

var lookAlikes = strings.NewReplacer("Ð", "Đ", "Ɖ", "Đ")

func plain(w string) string {
	if !strings.ContainsAny(w, "ÐƉ") {
		return w
	}
	return lookAlikes.Replace(w)
}
