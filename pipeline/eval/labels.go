package eval

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

	"github.com/tongket/tongket/pipeline/report"
)

// Labels are the gold labels of a file, compared with documents one by one and
// in any order. In memory are the places of the labels and the scores, so that
// ten thousand documents take no more than one.
type Labels struct {
	name   string // of the file, for errors
	file   io.ReaderAt
	places []place
	byID   map[string][]int // places
}

// place is where the labels of one document stand, and what came of them.
type place struct {
	id     string
	line   int
	offset int64
	length int
	scores *Scores // nil before the document was compared
}

// OpenLabels looks for the labels in a file, one JSON object a line: those of
// one split, or all of them for "". name is what errors call the file.
func OpenLabels(name string, file io.ReaderAt, split string) (*Labels, error) {
	l := &Labels{name: name, file: file, byID: map[string][]int{}}
	err := lines(io.NewSectionReader(file, 0, math.MaxInt64), func(n int, offset int64, data []byte) error {
		var head struct {
			ID    string `json:"id"`
			Split string `json:"split"`
		}
		if err := json.Unmarshal(data, &head); err != nil {
			return fmt.Errorf("%s: line %d: %w", name, n, err)
		}
		if head.ID == "" {
			return fmt.Errorf("%s: line %d: no id", name, n)
		}
		if split == "" || head.Split == split {
			l.byID[head.ID] = append(l.byID[head.ID], len(l.places))
			l.places = append(l.places, place{id: head.ID, line: n, offset: offset, length: len(data)})
		}
		return nil
	})
	return l, err
}

// Len is the number of documents with labels.
func (l *Labels) Len() int { return len(l.places) }

// Compared is the number of those that were compared.
func (l *Labels) Compared() int {
	n := 0
	for i := range l.places {
		if l.places[i].scores != nil {
			n++
		}
	}
	return n
}

// Waiting reports whether a document has labels and was not compared yet.
func (l *Labels) Waiting(id string) bool {
	at := l.byID[id]
	return len(at) > 0 && l.places[at[0]].scores == nil
}

// Compare scores the rows of one document. It keeps nothing of them.
func (l *Labels) Compare(id string, rows []report.Row) error {
	for _, i := range l.byID[id] {
		if err := l.compare(&l.places[i], rows); err != nil {
			return err
		}
	}
	return nil
}

func (l *Labels) compare(p *place, rows []report.Row) error {
	data := make([]byte, p.length)
	if _, err := l.file.ReadAt(data, p.offset); err != nil && err != io.EOF {
		return fmt.Errorf("%s: line %d: %w", l.name, p.line, err)
	}
	g, err := parse(p.line, data)
	if err != nil {
		return fmt.Errorf("%s: %w", l.name, err)
	}
	s := scoreOf(g, rows)
	p.scores = &s
	return nil
}

// Scores are those of all documents with labels, in the order of the file. What
// was not compared is absent, and everything of it missed.
func (l *Labels) Scores() (Scores, error) {
	c := newComparer()
	for i := range l.places {
		p := &l.places[i]
		if p.scores == nil {
			if err := l.compare(p, nil); err != nil {
				return Scores{}, err
			}
			c.scores.Absent = append(c.scores.Absent, p.id)
		}
		c.add(*p.scores)
	}
	return c.end(), nil
}
