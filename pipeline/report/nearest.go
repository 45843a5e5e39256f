package report

import (
	"cmp"
	"fmt"
	"slices"
)

// DidYouMean returns "; did you mean …?" for the candidate nearest to word, ""
// when none is near.
func DidYouMean(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// Nearest returns the candidate with the smallest edit distance to word, "" when
// even that is more than a third of the word's length (at least 2).
func Nearest(word string, candidates []string) string {
	best, distance := "", max(2, len([]rune(word))/3)+1
	for _, c := range slices.SortedFunc(slices.Values(candidates), cmp.Compare[string]) {
		if d := editDistance(word, c); d < distance {
			best, distance = c, d
		}
	}
	return best
}

// editDistance counts letters that are put in, left out, put for another or
// swapped with their neighbour.
func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	before := make([]int, len(y)+1) // of the row two above
	above := make([]int, len(y)+1)
	row := make([]int, len(y)+1)
	for j := range above {
		above[j] = j
	}
	for i := range x {
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(above[j+1]+1, row[j]+1, above[j]+cost)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		before, above, row = above, row, before
	}
	return above[len(y)]
}

// NoColumn says that a table lacks a column, with the nearest one.
func (t *Table) NoColumn(name string) error {
	var names []string
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	return fmt.Errorf("table %s has no column %q%s", t.Name, name, DidYouMean(name, names))
}

// HasCode is the error of a code that a column lacks, with the nearest one, nil
// for one that it has.
func (t *Table) HasCode(column, code string) error {
	c := t.Column(column)
	if c == nil {
		return t.NoColumn(column)
	}
	var codes []string
	for _, known := range c.Codes {
		if known.Code == code {
			return nil
		}
		codes = append(codes, known.Code)
	}
	return fmt.Errorf("%s.%s has no code %q%s", t.Name, column, code, DidYouMean(code, codes))
}
