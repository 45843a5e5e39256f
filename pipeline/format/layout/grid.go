package layout

import (
	"cmp"
	"slices"
)

// grid is one ruled table of a page.
type grid struct {
	box    rect
	xs, ys []float32 // edges of columns and rows
	cells  []cell    // tile the grid, by rows
	at     []int32   // index in cells of each elementary cell, by rows
}

type cell struct {
	row, col, rows, cols int
	glyphs               []Glyph
}

const (
	snap     = 3    // points within which two rules are one
	maxRules = 2000 // more are a drawing or a map, and no table
	maxEdges = 400  // columns or rows of one table on one page
)

// gridsOf finds the ruled tables of a page.
func gridsOf(rules []Rule) []grid {
	if len(rules) < 3 || len(rules) > 20*maxRules {
		return nil
	}
	rules = coalesce(rules)
	if len(rules) > maxRules {
		return nil
	}
	var grids []grid
	for _, group := range groups(rules) {
		if g, ok := makeGrid(group); ok {
			grids = append(grids, g)
		}
	}
	slices.SortStableFunc(grids, func(p, q grid) int { return cmp.Compare(p.box.y0, q.box.y0) })
	return outermost(grids)
}

func (r Rule) horizontal() bool { return r.Y1-r.Y0 <= r.X1-r.X0 }

// coalesce makes one rule of those that continue each other: producers draw the
// border of every cell.
func coalesce(rules []Rule) []Rule {
	var flat, steep []Rule
	for _, r := range rules {
		if r.horizontal() {
			flat = append(flat, r)
		} else {
			steep = append(steep, Rule{r.Y0, r.X0, r.Y1, r.X1}) // turned, to be flat too
		}
	}
	out := coalesceFlat(flat)
	for _, r := range coalesceFlat(steep) {
		out = append(out, Rule{r.Y0, r.X0, r.Y1, r.X1})
	}
	return out
}

func coalesceFlat(rules []Rule) []Rule {
	slices.SortFunc(rules, func(p, q Rule) int {
		return cmp.Or(cmp.Compare(p.Y0+p.Y1, q.Y0+q.Y1), cmp.Compare(p.X0, q.X0))
	})
	out := rules[:0]
	for _, r := range rules {
		if n := len(out); n > 0 {
			if p := &out[n-1]; abs(p.Y0+p.Y1-r.Y0-r.Y1) <= 2 && r.X0 <= p.X1+1 {
				p.X1 = max(p.X1, r.X1)
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// groups gathers rules that touch each other.
func groups(rules []Rule) [][]Rule {
	parent := make([]int, len(rules))
	for i := range parent {
		parent[i] = i
	}
	find := func(i int) int {
		for parent[i] != i {
			parent[i] = parent[parent[i]]
			i = parent[i]
		}
		return i
	}
	slices.SortFunc(rules, func(p, q Rule) int { return cmp.Compare(p.Y0, q.Y0) })
	for i, p := range rules {
		for j := i + 1; j < len(rules) && rules[j].Y0 <= p.Y1+snap; j++ {
			if q := rules[j]; p.X0 <= q.X1+snap && q.X0 <= p.X1+snap {
				parent[find(j)] = find(i)
			}
		}
	}
	index := map[int]int{}
	var out [][]Rule
	for i, r := range rules {
		root := find(i)
		n, ok := index[root]
		if !ok {
			n = len(out)
			index[root] = n
			out = append(out, nil)
		}
		out[n] = append(out[n], r)
	}
	return out
}

// makeGrid makes a table of touching rules, if they enclose at least two cells.
func makeGrid(rules []Rule) (grid, bool) {
	var xs, ys []float32
	flat := rect{x0: 1e9, x1: -1e9}
	for _, r := range rules {
		if r.horizontal() {
			ys = append(ys, (r.Y0+r.Y1)/2)
			flat.x0, flat.x1 = min(flat.x0, r.X0), max(flat.x1, r.X1)
		} else {
			xs = append(xs, (r.X0+r.X1)/2)
		}
	}
	if len(xs) < 1 || len(ys) < 2 {
		return grid{}, false
	}
	xs = merge(append(xs, openSides(xs, flat)...))
	ys = merge(ys)
	if len(xs) < 2 || len(ys) < 2 || (len(xs)-1)*(len(ys)-1) < 2 || len(xs) > maxEdges || len(ys) > maxEdges {
		return grid{}, false
	}
	g := grid{box: rect{xs[0], ys[0], xs[len(xs)-1], ys[len(ys)-1]}, xs: xs, ys: ys}
	g.fill(rules)
	return g, len(g.cells) >= 2
}

// openSides gives a table without a rule at its left or right the ends of its
// horizontal rules as edges.
func openSides(xs []float32, flat rect) []float32 {
	const open = 12 // points by which horizontal rules stick out
	var sides []float32
	if slices.Min(xs)-flat.x0 > open {
		sides = append(sides, flat.x0)
	}
	if flat.x1-slices.Max(xs) > open {
		sides = append(sides, flat.x1)
	}
	return sides
}

// merge sorts coordinates and makes one of those that are close.
func merge(v []float32) []float32 {
	slices.Sort(v)
	out := v[:0]
	for _, x := range v {
		if n := len(out); n > 0 && x-out[n-1] <= snap {
			continue
		}
		out = append(out, x)
	}
	return out
}

// walls say between which elementary cells a rule runs.
type walls struct {
	right, below []bool // of each elementary cell
}

// fill makes the cells: elementary cells without a rule between them are one,
// as long as they make a rectangle.
func (g *grid) fill(rules []Rule) {
	nx, ny := len(g.xs)-1, len(g.ys)-1
	w := g.walls(rules)
	g.at = make([]int32, nx*ny)
	for i := range g.at {
		g.at[i] = -1
	}
	free := func(x, y int) bool { return g.at[y*nx+x] < 0 }
	for y := range ny {
		for x := range nx {
			if !free(x, y) {
				continue
			}
			cols := 1
			for x+cols < nx && !w.right[y*nx+x+cols-1] && free(x+cols, y) {
				cols++
			}
			rows := 1
			for y+rows < ny && g.joins(w, x, y+rows, cols) {
				rows++
			}
			for j := y; j < y+rows; j++ {
				for i := x; i < x+cols; i++ {
					g.at[j*nx+i] = int32(len(g.cells))
				}
			}
			g.cells = append(g.cells, cell{row: y, col: x, rows: rows, cols: cols})
		}
	}
}

// joins reports whether the cells x to x+cols of row y go on from the row above.
func (g *grid) joins(w walls, x, y, cols int) bool {
	nx := len(g.xs) - 1
	for i := x; i < x+cols; i++ {
		if w.below[(y-1)*nx+i] || g.at[y*nx+i] >= 0 || i+1 < x+cols && w.right[y*nx+i] {
			return false
		}
	}
	return true
}

func (g *grid) walls(rules []Rule) walls {
	nx, ny := len(g.xs)-1, len(g.ys)-1
	w := walls{make([]bool, nx*ny), make([]bool, nx*ny)}
	for _, r := range rules {
		if r.horizontal() {
			y := nearest(g.ys, (r.Y0+r.Y1)/2) - 1 // the row above the rule
			if y < 0 {
				continue
			}
			for x := range nx {
				if mid := (g.xs[x] + g.xs[x+1]) / 2; r.X0 <= mid && mid <= r.X1 {
					w.below[y*nx+x] = true
				}
			}
			continue
		}
		x := nearest(g.xs, (r.X0+r.X1)/2) - 1 // the column left of the rule
		if x < 0 {
			continue
		}
		for y := range ny {
			if mid := (g.ys[y] + g.ys[y+1]) / 2; r.Y0 <= mid && mid <= r.Y1 {
				w.right[y*nx+x] = true
			}
		}
	}
	return w
}

// nearest returns the index of the edge closest to v.
func nearest(edges []float32, v float32) int {
	i, _ := slices.BinarySearch(edges, v)
	if i == len(edges) || i > 0 && v-edges[i-1] < edges[i]-v {
		i--
	}
	return i
}

// cellAt returns the cell at a point of the grid.
func (g *grid) cellAt(x, y float32) *cell {
	i := max(position(g.xs, x), 0)
	j := max(position(g.ys, y), 0)
	nx := len(g.xs) - 1
	return &g.cells[g.at[min(j, len(g.ys)-2)*nx+min(i, nx-1)]]
}

// position returns the index of the last edge not behind v.
func position(edges []float32, v float32) int {
	i, found := slices.BinarySearch(edges, v)
	if found {
		return i
	}
	return i - 1
}

// outermost drops grids that lie inside another one: a table in a cell is read
// as the text of that cell.
func outermost(grids []grid) []grid {
	return slices.DeleteFunc(grids, func(g grid) bool {
		return slices.ContainsFunc(grids, func(o grid) bool {
			return o.box != g.box && o.box.x0 <= g.box.x0+snap && o.box.y0 <= g.box.y0+snap && g.box.x1 <= o.box.x1+snap && g.box.y1 <= o.box.y1+snap
		})
	})
}
