// Package eval scores the rows of a run against gold labels: precision, recall
// and F1 by table and field, with every miss and every false row beside its
// sentence.
//
// A kind is scored as sets of keys per document, summed over the documents:
// core kinds by what a row is about, strict kinds by all its dimensions, and
// fields (titles, how, issued …) over the rows that both sides have. Spelling
// does not count: keys are folded.
package eval

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// Gold is one document with its labels.
type Gold struct {
	// ID is the stem of the document's file name.
	ID string `json:"id"`
	// Split is open or held in the project's own set; held documents are looked
	// at only as a score.
	Split       string         `json:"split"`
	Identity    map[string]any `json:"identity"`
	People      []label        `json:"people"`
	Citations   []label        `json:"citations"`
	Measures    []label        `json:"measures"`
	Assessments []label        `json:"assessments"`
	Limitations []string       `json:"limitations"`
	Tasks       labels         `json:"tasks"`
}

// label is one gold row.
type label map[string]any

// labels are rows, or the bare number of them that some sets give.
type labels []label

// UnmarshalJSON accepts a list of rows; a number gives none.
func (l *labels) UnmarshalJSON(data []byte) error {
	var rows []label
	if err := json.Unmarshal(data, &rows); err != nil {
		var n float64
		if json.Unmarshal(data, &n) == nil {
			return nil
		}
		return err
	}
	*l = rows
	return nil
}

// Read reads gold labels, one JSON object a line.
func Read(r io.Reader) ([]Gold, error) {
	var out []Gold
	err := lines(r, func(n int, _ int64, data []byte) error {
		g, err := parse(n, data)
		out = append(out, g)
		return err
	})
	return out, err
}

// longest is the longest line of labels: those of one document.
const longest = 16 << 20

// lines calls each for every line that is not blank, with its number and where
// it begins.
func lines(r io.Reader, each func(n int, offset int64, data []byte) error) error {
	s := bufio.NewScanner(r)
	s.Buffer(make([]byte, 0, 1<<16), longest)
	begin, next := int64(0), int64(0)
	s.Split(func(data []byte, atEOF bool) (int, []byte, error) {
		advance, token, err := bufio.ScanLines(data, atEOF)
		begin, next = next, next+int64(advance)
		return advance, token, err
	})
	for n := 1; s.Scan(); n++ {
		if len(bytes.TrimSpace(s.Bytes())) == 0 {
			continue
		}
		if err := each(n, begin, s.Bytes()); err != nil {
			return err
		}
	}
	return s.Err()
}

func parse(n int, data []byte) (g Gold, err error) {
	if err := json.Unmarshal(data, &g); err != nil {
		return g, fmt.Errorf("line %d: %w", n, err)
	}
	if g.ID == "" {
		return g, fmt.Errorf("line %d: no id", n)
	}
	return g, nil
}

// codes are the columns that hold codes: they are compared, and shown, as they are.
var codes = map[string]bool{
	"doc_type": true, "org_level": true, "role": true, "how": true, "elected_to": true, "kind": true, "body": true, "attribute": true,
	"phase": true, "stat": true, "bound": true, "level": true, "aspect": true, "polarity": true, "code": true,
}

// text returns a gold value in the form in which it is compared.
func (l label) text(key string) string {
	switch v := l[key].(type) {
	case nil:
		return ""
	case string:
		if codes[key] {
			return strings.ToLower(strings.TrimSpace(v))
		}
		return fold(v)
	case float64:
		return report.Number(v).String()
	case bool:
		if v {
			return "true"
		}
	case []any:
		var parts []string
		for _, x := range v {
			parts = append(parts, fold(fmt.Sprint(x)))
		}
		return strings.Join(parts, "; ")
	}
	return ""
}

// evidence is the sentence or words that a label may carry.
func (l label) evidence() string {
	s, _ := l["evidence"].(string)
	return s
}

func fold(s string) string {
	return strings.Trim(strings.Join(strings.Fields(vn.Fold(s)), " "), ` .,;:"'“”‘’`)
}

// cell returns a row's value in the form in which it is compared. A date shows
// only what is known of it.
func cell(r report.Row, column string) string {
	v := r.Get(column)
	if d, ok := v.Date(); ok {
		switch r.Get(column + "_precision").Text() {
		case "year":
			return fmt.Sprintf("%04d", d.Year)
		case "month":
			return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
		}
		return d.String()
	}
	if s := v.Text(); s != "" && codes[column] {
		return s
	} else if s != "" {
		return fold(s)
	}
	if b, ok := v.Bool(); ok && !b {
		return ""
	}
	return v.String()
}
