package wordtable_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format/wordtable"
	"github.com/tongket/tongket/pipeline/report"
)

func TestPlace(t *testing.T) {
	row := func(edges []int, cells []wordtable.Cell, parts ...int) wordtable.Row {
		r := wordtable.Row{Edges: edges, Cells: cells}
		for _, p := range parts {
			r.Parts = append(r.Parts, []int{p})
		}
		return r
	}
	three, two := []int{0, 100, 200, 300}, []int{0, 100, 300}
	for _, c := range []struct {
		why  string
		rows []wordtable.Row
		want string
	}{
		{"a plain table", []wordtable.Row{row(two, nil, 0, 1), row(two, nil, 2, 3)}, "0:0,0 1:0,1 2:1,0 3:1,1"},
		{"a head over two columns", []wordtable.Row{row(two, nil, 0, 1), row(three, nil, 2, 3, 4)}, "0:0,0 1:0,1+2 2:1,0 3:1,1 4:1,2"},
		{"a cell over two rows", []wordtable.Row{
			row(two, []wordtable.Cell{{Begins: true}, {}}, 0, 1), row(two, []wordtable.Cell{{GoesOn: true}, {}}, 9, 3),
		}, "0:0,0/2 1:0,1 3:1,1"},
		{"cells that were joined", []wordtable.Row{row(three, []wordtable.Cell{{}, {}, {Merged: true}}, 0, 1, 2)}, "0:0,0 1:0,1+2 2:0,1+2"},
		{"edges dragged by hand", []wordtable.Row{row([]int{0, 100, 300}, nil, 0, 1), row([]int{5, 108, 296}, nil, 2, 3)}, "0:0,0 1:0,1 2:1,0 3:1,1"},
		{"rows without edges", []wordtable.Row{row(nil, nil, 0, 1), row(nil, nil, 2)}, "0:0,0 1:0,1 2:1,0"},
	} {
		got := make(map[int]string)
		wordtable.Place(1, c.rows, func(p int) bool { return p == 9 }, func(p int, c report.Cell) {
			s := fmt.Sprintf("%d:%d,%d", p, c.Row, c.Col)
			if c.ColSpan > 1 {
				s += fmt.Sprintf("+%d", c.ColSpan)
			}
			if c.RowSpan > 1 {
				s += fmt.Sprintf("/%d", c.RowSpan)
			}
			got[p] = s
		}, func(int) {})
		var list []string
		for i := range 10 {
			if got[i] != "" {
				list = append(list, got[i])
			}
		}
		if s := strings.Join(list, " "); s != c.want {
			t.Errorf("%s: got %s, want %s", c.why, s, c.want)
		}
	}
}
