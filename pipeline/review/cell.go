package review

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// words are the verdicts as workbooks show them.
var words = map[Verdict]report.Label{
	Right: {VI: "đúng", EN: "right"}, Wrong: {VI: "sai", EN: "wrong"}, Unclear: {VI: "không rõ", EN: "unclear"},
}

// verdicts are the words back.
var verdicts = func() map[string]Verdict {
	out := map[string]Verdict{}
	for v, l := range words {
		out[l.VI], out[l.EN] = v, v
	}
	return out
}()

// asStored is the language of what a program wrote as numbers.
const asStored = "stored"

// parseCell reads what a person or this program wrote in a cell for a column.
// lang is the language of the workbook: it decides what 1.298 and 1,298 mean.
func parseCell(c *report.Column, s, lang string) (report.Value, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return report.Value{}, nil
	}
	switch c.Type {
	case report.TypeCode:
		return parseCode(c, s)
	case report.TypeInteger, report.TypeNumber:
		n, err := parseNumber(s, lang)
		if err == nil && c.Type == report.TypeInteger && n != math.Trunc(n) {
			err = fmt.Errorf("%q is no whole number", s)
		}
		return report.Number(n), err
	case report.TypeDate:
		d, err := parseDay(s)
		return report.Day(d), err
	case report.TypeBoolean:
		switch strings.ToLower(s) {
		case "có", "yes", "true", "1", "✓ đạt", "✓ met":
			return report.Bool(true), nil
		case "không", "no", "false", "0", "▼ chưa đạt", "▼ missed":
			return report.Bool(false), nil
		}
		return report.Value{}, fmt.Errorf("%q is neither có nor không", s)
	case report.TypeString:
	}
	return report.Text(s), nil
}

// parseCode reads a code by itself or by its label in either language. A label
// that two codes share has its code behind it.
func parseCode(c *report.Column, s string) (report.Value, error) {
	want := vn.Fold(s)
	found := ""
	for _, code := range c.Codes {
		for _, l := range []string{code.Label.VI, code.Label.EN} {
			if s == code.Code || vn.Fold(l+" ("+code.Code+")") == want {
				return report.Text(code.Code), nil
			}
			if l != "" && vn.Fold(l) == want {
				if found != "" && found != code.Code {
					return report.Value{}, fmt.Errorf("%q is both %s and %s; write the code", s, found, code.Code)
				}
				found = code.Code
			}
		}
	}
	if found == "" {
		return report.Value{}, fmt.Errorf("the codebook has no %q for the column %s; see the sheet of code lists", s, c.Name)
	}
	return report.Text(found), nil
}

var (
	plainNumber = regexp.MustCompile(`^-?\d+([.]\d+)?([eE][-+]?\d+)?$`)
	groupedVI   = regexp.MustCompile(`^-?\d{1,3}([.]\d{3})+(,\d+)?$`)
	groupedEN   = regexp.MustCompile(`^-?\d{1,3}(,\d{3})+([.]\d+)?$`)
	decimalVI   = regexp.MustCompile(`^-?\d+,\d+$`)
)

// parseNumber reads a number. What one program stores as the number 1.298 and a
// Vietnamese reader writes as text for 1298 looks alike, so it is refused.
func parseNumber(typed, lang string) (float64, error) {
	s := strings.ReplaceAll(strings.ReplaceAll(typed, "\u00a0", ""), " ", "")
	switch lang {
	case asStored:
	case "en":
		if groupedEN.MatchString(s) {
			s = strings.ReplaceAll(s, ",", "")
		}
	default:
		switch {
		case groupedVI.MatchString(s) && !strings.Contains(s, ",") && strings.Count(s, ".") == 1:
			whole := strings.ReplaceAll(s, ".", "")
			return 0, fmt.Errorf("%s may be %s or %s; write %s without a point, or the other with a comma", s, whole, strings.Replace(s, ".", ",", 1), whole)
		case groupedVI.MatchString(s), decimalVI.MatchString(s):
			s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
		}
	}
	if !plainNumber.MatchString(s) {
		return 0, fmt.Errorf("%q is no number", typed)
	}
	n, err := strconv.ParseFloat(s, 64)
	if err != nil || math.IsInf(n, 0) {
		return 0, fmt.Errorf("%q is no number", typed)
	}
	return n, nil
}

var vietnameseDate = regexp.MustCompile(`^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$`)

// parseDay reads a date: as the number of days that a workbook keeps, as
// dd/mm/yyyy, mm/yyyy or yyyy, or as yyyy-mm-dd.
func parseDay(s string) (report.Date, error) {
	if d, err := report.ParseDate(s); err == nil {
		return d, nil
	}
	if m := vietnameseDate.FindStringSubmatch(s); m != nil {
		day, _ := strconv.Atoi(m[1])
		month, _ := strconv.Atoi(m[2])
		year, _ := strconv.Atoi(m[3])
		if d, ok := report.NewDate(year, month, day); ok && month > 0 && (m[1] == "" || day > 0) {
			return d, nil
		}
	}
	if n, err := strconv.ParseFloat(s, 64); err == nil && n > 0 && n < 100_000 {
		t := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC).AddDate(0, 0, int(n))
		d, _ := report.NewDate(t.Year(), int(t.Month()), t.Day())
		return d, nil
	}
	return report.Date{}, fmt.Errorf("%q is no date; write dd/mm/yyyy, mm/yyyy or yyyy", s)
}
