package text

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// fieldGap is the number of spaces that part two fields of one row.
const fieldGap = 2

// gapFields are the fields of a line that gaps part, each with its place.
func gapFields(line string) []printedField {
	var out []printedField
	letter, start, from, gap := 0, -1, 0, fieldGap
	end, to := 0, 0
	for i, r := range line {
		switch r {
		case '\t':
			gap += fieldGap
		case ' ', '\u00a0':
			gap++
		default:
			if gap >= fieldGap {
				if start >= 0 {
					out = append(out, printedField{text: line[start:end], from: from, to: to})
				}
				start, from = i, letter
			}
			gap = 0
			end, to = i+utf8.RuneLen(r), letter+1
		}
		letter++
	}
	if start >= 0 {
		out = append(out, printedField{text: line[start:end], from: from, to: to})
	}
	return out
}

// mostGapHeads is how many lines of a head may stand above the first row of figures.
const mostGapHeads = 5

// gapTable reads rows whose fields stand below each other. Two rows of figures make one,
// three where there is one figure a row: a head of two columns has no figures, and gaps
// of justified prose stand nowhere below each other.
func gapTable(ps []*paragraph) printed {
	t := printed{}
	stated, most := 0, 0
	for n, p := range ps {
		if p.text == "" && n+1 < len(ps) && stated > 0 && isLine(ps[n+1]) && states(gapFields(ps[n+1].line)) {
			continue
		}
		if !isLine(p) || p.Page != ps[0].Page || stated == 0 && len(t.rows) > mostGapHeads {
			break
		}
		if ruler(p.text) {
			continue
		}
		fields := gapFields(p.line)
		figures := states(fields)
		if len(fields) < 2 && !(stated > 0 && n+1 < len(ps) && isLine(ps[n+1]) && states(gapFields(ps[n+1].line)) && utf8.RuneCountInString(p.text) <= longestSection && !endsLine(p.text)) {
			break
		}
		if figures {
			stated++
			most = max(most, len(fields))
		}
		t.rows = append(t.rows, printedRow{p, fields})
		t.lines = n + 1
	}
	seen := t.lines
	for len(t.rows) > 0 && !states(t.rows[len(t.rows)-1].fields) {
		t.rows = t.rows[:len(t.rows)-1]
	}
	for t.lines > 0 && len(t.rows) > 0 && ps[t.lines-1] != t.rows[len(t.rows)-1].line {
		t.lines--
	}
	if stated < 2 || most < 3 && stated < 3 || stated*2 < len(t.rows) || !t.align(most) {
		return printed{seen: seen}
	}
	return t
}

// states reports whether fields are a row of figures: it ends in one, and has two or
// nothing but a name before it.
func states(fields []printedField) bool {
	n := len(fields)
	if n < 2 || !isFigure(fields[n-1].text) && !emptyField(fields[n-1].text) || isFigure(fields[0].text) && n == 2 {
		return false
	}
	figures := 0
	for _, f := range fields {
		if isFigure(f.text) {
			figures++
		}
	}
	return figures >= 2 || figures == 1 && n == 2
}

// align gives the fields of all rows the columns that the rows of figures stand in. It
// reports false where these do not stand below each other.
func (t *printed) align(most int) bool {
	type column struct{ from, to int }
	var columns []column
	even := true
	for i := range t.rows {
		fields := t.rows[i].fields
		if !states(fields) {
			continue
		}
		even = even && len(fields) == most
		for _, f := range fields {
			columns = append(columns, column{f.from, f.to})
		}
	}
	slices.SortFunc(columns, func(a, b column) int { return a.from - b.from })
	merged := columns[:1]
	for _, c := range columns[1:] {
		if last := &merged[len(merged)-1]; c.from < last.to {
			last.to = max(last.to, c.to)
		} else {
			merged = append(merged, c)
		}
	}
	if len(merged) < most || len(merged) > most && even {
		if !even {
			return false
		}
		merged = merged[:0]
		for x := range most { // as many fields in each row: they are columns wherever they stand
			var c column
			for i := range t.rows {
				if f := t.rows[i].fields; states(f) && (c.to == 0 || f[x].from < c.from) {
					c.from, c.to = f[x].from, max(c.to, f[x].to)
				}
			}
			merged = append(merged, c)
		}
	}
	for i := range t.rows {
		r := &t.rows[i]
		figures := states(r.fields)
		if len(r.fields) == 1 && i > 0 {
			r.fields[0].cols = len(merged)
			continue
		}
		out := make([]printedField, len(merged))
		for n, f := range r.fields {
			at, end := -1, -1
			for x, c := range merged {
				if figures && even {
					at, end = n, n
					break
				}
				if f.from < c.to && c.from < f.to {
					if at < 0 {
						at = x
					}
					end = x
				}
			}
			if at < 0 { // between two columns: the nearer
				best := 1 << 30
				for x, c := range merged {
					if d := max(c.from-f.to, f.from-c.to); d < best {
						at, end, best = x, x, d
					}
				}
			}
			if out[at].text != "" {
				out[at].text += " " + f.text
				continue
			}
			out[at].text = f.text
			if end > at && !figures {
				out[at].cols = end - at + 1
			}
		}
		r.fields = out
	}
	t.joinHeads()
	for i := range t.rows { // what a name fills is no field of its own
		r := &t.rows[i]
		for x := 0; x < len(r.fields); x++ {
			if n := r.fields[x].cols; n > 1 && len(r.fields) > 1 {
				for k := x + 1; k < x+n; k++ {
					if r.fields[k].text != "" {
						n = k - x
					}
				}
				r.fields[x].cols = n
				r.fields = slices.Delete(r.fields, x+1, x+n)
			}
		}
	}
	return true
}

// joinHeads makes one row of the lines of a head whose names all stand over one column:
// they were broken at its width.
func (t *printed) joinHeads() {
	n := 0
	for n < len(t.rows) && !stated(t.rows[n].fields) {
		n++
	}
	if n < 2 {
		return
	}
	for i := range n {
		if slices.ContainsFunc(t.rows[i].fields, func(f printedField) bool { return f.cols > 1 }) {
			return
		}
	}
	for i := 1; i < n; i++ {
		for x, f := range t.rows[i].fields {
			t.rows[0].fields[x].text = strings.TrimSpace(t.rows[0].fields[x].text + " " + f.text)
		}
	}
	t.rows = slices.Delete(t.rows, 1, n)
}

// stated reports whether aligned fields hold a figure.
func stated(fields []printedField) bool {
	return slices.ContainsFunc(fields[1:], func(f printedField) bool { return isFigure(f.text) })
}
