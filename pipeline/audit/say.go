package audit

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// percentage is a share in percent, shown with two digits at most.
type percentage float64

// say writes a message in both languages. Numbers and figures among its
// arguments are written as the language writes them.
func say(vi, en string, args ...any) report.Label {
	return report.Label{VI: fmt.Sprintf(vi, spoken("vi", args)...), EN: fmt.Sprintf(en, spoken("en", args)...)}
}

func spoken(lang string, args []any) []any {
	out := make([]any, len(args))
	for i, x := range args {
		switch v := x.(type) {
		case float64:
			out[i] = number(v, lang)
		case percentage:
			out[i] = number(math.Round(float64(v)*100)/100, lang) + "%"
		case *figure:
			out[i] = v.label(lang)
		default:
			out[i] = x
		}
	}
	return out
}

// number writes 1.298 and 74,9 in Vietnamese, 1,298 and 74.9 in English.
func number(v float64, lang string) string {
	group, mark := ".", ","
	if lang == "en" {
		group, mark = ",", "."
	}
	s := strconv.FormatFloat(v, 'f', -1, 64)
	whole, frac, ok := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + group + whole[i:]
	}
	if ok {
		return whole + mark + frac
	}
	return whole
}

// label names a figure by the labels of its codes: "ban chấp hành, nữ".
func (f *figure) label(lang string) string {
	return labelOf(f.row, "body", f.body, lang) + ", " + labelOf(f.row, "attribute", f.attribute, lang)
}

func labelOf(r report.Row, column, code, lang string) string {
	if c := r.Table.Column(column); c != nil {
		for _, x := range c.Codes {
			if x.Code == code {
				return x.Label.In(lang)
			}
		}
	}
	return code
}
