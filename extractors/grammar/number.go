package grammar

import (
	"math"
	"strconv"
	"strings"

	"github.com/tongket/tongket/extractors/scan"
)

// ParseNumber reads a figure as Vietnamese reports write it: a dot before
// exactly three digits groups thousands (1.298, 1.141.000), a comma is the
// decimal mark (74,9). A dot before one, two or more than three digits is a
// foreign decimal mark (99.0). It refuses dates such as 28.9.2020.
func ParseNumber(s string) (float64, bool) {
	if s == "" || s[0] < '0' || s[0] > '9' {
		return 0, false
	}
	if n, ok := digits(s); ok {
		return float64(n), true
	}
	whole, frac, comma := strings.Cut(s, ",")
	if comma && strings.Contains(frac, ",") { // 1,298,000: English thousands
		return parseGrouped(s, ',')
	}
	if strings.Contains(whole, ".") {
		n, ok := parseGrouped(whole, '.')
		if !ok && !comma && strings.Count(whole, ".") == 1 {
			f, err := strconv.ParseFloat(whole, 64)
			return f, err == nil
		}
		if !ok || !comma {
			return n, ok
		}
		whole = strconv.FormatFloat(n, 'f', -1, 64)
	}
	if comma {
		if strings.Contains(frac, ".") {
			return 0, false
		}
		whole += "." + frac
	}
	f, err := strconv.ParseFloat(whole, 64)
	return f, err == nil && !math.IsInf(f, 0)
}

// digits reads a number of digits alone, as most figures are, that a float64
// holds exactly.
func digits(s string) (n int64, ok bool) {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int64(s[i]-'0')
	}
	return n, len(s) <= 15
}

// parseGrouped reads digits with a mark before each three, up to five groups of them.
func parseGrouped(s string, mark byte) (float64, bool) {
	n, group, groups := int64(0), 0, 1
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			n, group = n*10+int64(c-'0'), group+1
		case c == mark && (group == 3 || groups == 1 && group > 0) && s[:i] != "0":
			group, groups = 0, groups+1
		default:
			return 0, false
		}
		if group > 3 || groups > 5 {
			return 0, false
		}
	}
	if group != 3 {
		return 0, false
	}
	return float64(n), true
}

// Ambiguous reports whether a figure such as 28.9 or 17.10 may be a day and a
// month instead of a decimal.
func Ambiguous(s string) bool {
	d, m, ok := strings.Cut(s, ".")
	if !ok || len(d) > 2 || len(m) > 2 || strings.ContainsAny(m, ".,") {
		return false
	}
	day, _ := strconv.Atoi(d)
	month, _ := strconv.Atoi(m)
	return day >= 1 && day <= 31 && month >= 1 && month <= 12
}

// Figure is a number of the text.
type Figure struct {
	Value float64
	First int32 // token range, half open
	Last  int32
	Words bool // spelled: "hai", "mười lăm"
	Times int  // the multiplier that follows (1000 for nghìn), 1 for none
}

// Figure reads the number that begins at token i: digits, with stray spaces
// after a comma that has a digit before it ("14, 8 %") collapsed, a multiplier
// (26 vạn), or number words (mười lăm).
func (g *Grammar) Figure(t *scan.Text, i int32) (Figure, bool) {
	if i < 0 || int(i) >= len(t.Tokens) {
		return Figure{}, false
	}
	if t.Tokens[i].Kind == scan.Number {
		v, ok := ParseNumber(t.Word(i))
		if !ok {
			return Figure{}, false
		}
		f := Figure{Value: v, First: i, Last: i + 1, Times: 1}
		g.stray(t, &f)
		g.times(t, &f)
		return f, true
	}
	f, ok := g.spelled(t, i)
	if ok {
		g.times(t, &f)
	}
	return f, ok
}

// stray joins "14 , 8 %" and "14, 8%": tokenisers and PDFs put spaces into
// decimals. Only before a percent sign, where nothing else can be meant.
func (g *Grammar) stray(t *scan.Text, f *Figure) {
	i := f.Last
	if !t.Is(i, ',') || int(i+2) >= len(t.Tokens) || t.Tokens[i+1].Kind != scan.Number || !t.Is(i+2, '%') {
		return
	}
	if strings.ContainsAny(t.Word(f.First), ",.") || t.Tokens[i].Space && !t.Tokens[i+1].Space {
		return
	}
	if len(t.Word(i+1)) > decimals {
		return // "nữ 2, 100% có trình độ đại học"
	}
	if v, ok := ParseNumber(t.Word(f.First) + "," + t.Word(i+1)); ok {
		f.Value, f.Last = v, i+2
	}
}

// decimals is how many digits a share has behind its comma at most.
const decimals = 2

func (g *Grammar) times(t *scan.Text, f *Figure) {
	f.Times = 1
	if h, ok := t.At(g.multiple, f.Last); ok && h.Value > 1 {
		f.Times = int(h.Value)
		f.Value *= float64(h.Value)
		f.Last = h.Last
	}
}

var numberWords = map[string]int32{
	"không": 0, "một": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4, "năm": 5, "sáu": 6, "bảy": 7, "bẩy": 7, "tám": 8, "chín": 9,
	"mười": 10, "mươi": 10, "trăm": 100, "linh": -1, "lẻ": -1, "mốt": 1, "lăm": 5, "nhăm": 5,
}

// spelled reads number words: hai, mười lăm, hai mươi mốt, một trăm linh hai.
// "không" and "linh" begin no number.
func (g *Grammar) spelled(t *scan.Text, i int32) (Figure, bool) {
	h, ok := t.At(g.numbers, i)
	if !ok || h.Value <= 0 || h.Value == 100 {
		return Figure{}, false
	}
	total, unit := 0.0, 0.0
	j := i
	for {
		h, ok := t.At(g.numbers, j)
		if !ok || h.Value == 0 {
			break
		}
		switch h.Value {
		case -1: // linh, lẻ: the tens are zero
		case 100:
			if unit == 0 {
				unit = 1
			}
			total, unit = total+unit*100, 0
		case 10:
			if unit == 0 {
				unit = 1
			}
			total, unit = total+unit*10, 0
		default:
			if unit != 0 {
				// Two digits in a row are two numbers: "hai, ba".
				return Figure{Value: total + unit, First: i, Last: j, Words: true}, true
			}
			unit = float64(h.Value)
		}
		j = h.Last
	}
	return Figure{Value: total + unit, First: i, Last: j, Words: true}, true
}

// SpelledNumber reads a whole string of number words, for verification.
func (g *Grammar) SpelledNumber(t *scan.Text) (float64, bool) {
	f, ok := g.Figure(t, 0)
	return f.Value, ok && int(f.Last) == len(t.Tokens)
}
