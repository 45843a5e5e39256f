package extractors

import (
	"maps"
	"slices"
	"strings"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// ListOutline is a lexicon as the layers of a profile leave it: its columns, and
// its rows as their cells with tabs between them.
type ListOutline struct {
	Name    string   `json:"name"`
	Columns []string `json:"columns"`
	Rows    []string `json:"rows"`
}

func listsOf(p *configs.Profile) (out []ListOutline) {
	for _, name := range slices.Sorted(maps.Keys(p.Wordlists)) {
		w := p.Wordlists[name]
		l := ListOutline{Name: name, Columns: w.Columns, Rows: make([]string, len(w.Rows))}
		cells := make([]string, len(w.Columns))
		for i, r := range w.Rows {
			for k, column := range w.Columns {
				cells[k] = r.Get(column)
			}
			l.Rows[i] = strings.Join(cells, "\t")
		}
		out = append(out, l)
	}
	return out
}

func (l ListOutline) equal(m ListOutline) bool {
	return l.Name == m.Name && slices.Equal(l.Columns, m.Columns) && slices.Equal(l.Rows, m.Rows)
}

// cell returns the cell of a column in a row, "" when there is none.
func (l ListOutline) cell(row, column string) string {
	i := slices.Index(l.Columns, column)
	if cells := strings.Split(row, "\t"); i >= 0 && i < len(cells) {
		return cells[i]
	}
	return ""
}

func (o Outline) list(name string) ListOutline {
	for _, l := range o.Lists {
		if l.Name == name {
			return l
		}
	}
	return ListOutline{Name: name}
}

// changedWords are the words of the rows of lexicons that only one of two profiles
// has; ok is false where what such a row does cannot be told by its words.
//
// The rules see a lexicon by the places where its words stand and by what their
// rows say of these: where no word of a changed row stands, they see the same. That
// rows have other numbers then says nothing, as long as those that both profiles
// have stand in one order.
func changedWords(before, now Outline) (words []string, ok bool) {
	names := map[string]bool{}
	for _, l := range slices.Concat(before.Lists, now.Lists) {
		names[l.Name] = true
	}
	for _, name := range slices.Sorted(maps.Keys(names)) {
		was, is := before.list(name), now.list(name)
		if was.equal(is) {
			continue
		}
		own := func(r RuleOutline) bool { return r.OwnLists } // then no list is only what it is for the others
		changed := uncommon(was.Rows, is.Rows)
		if slices.ContainsFunc(before.Rules, own) || slices.ContainsFunc(now.Rules, own) || !slices.Equal(without(was.Rows, changed), without(is.Rows, changed)) {
			return nil, false
		}
		for _, row := range changed {
			of, ok := wordsOf(name, row, before, now)
			if !ok || slices.Contains(of, "") {
				return nil, false
			}
			for _, w := range of {
				words = append(append(words, w), scan.Variants(w)...)
			}
		}
	}
	return words, true
}

// uncommon are the rows that two lexicons do not have equally often.
func uncommon(a, b []string) (rows []string) {
	count := map[string]int{}
	for _, row := range a {
		count[row]++
	}
	for _, row := range b {
		count[row]--
	}
	for _, row := range slices.Sorted(maps.Keys(count)) {
		if count[row] != 0 {
			rows = append(rows, row)
		}
	}
	return rows
}

// wordsOf are the words of a row without one of which in a text the row does
// nothing there; ok is false when there are none such.
func wordsOf(name, row string, before, now Outline) (words []string, ok bool) {
	list := now.list(name)
	word, _, _ := strings.Cut(row, "\t")
	switch name {
	case "aspects", "congress_words", "discourse", "honorifics", "issuers", "party_committees", "person_cues", "ratings", "scope", "surnames", "titles":
		return []string{word}, true
	case "citation_kinds", "doc_types":
		return []string{word}, list.cell(row, "letters") == "" // letters are looked up in symbols: 12-CV/HU
	case "measure_attributes", "measure_bodies", "measure_bounds", "measure_heads", "measure_levels", "measure_links", "measure_organisations", "measure_phases":
		return []string{word}, !lookedUp(word, before, now)
	case "provinces":
		return provinceWords(list.cell(row, "canonical"), before, now)
	}
	// All documents may be touched by others: words of measure_table are compared
	// with whole cells, unit_types say of other words what these name, the symbols of
	// round_directives are put together from pieces; and what a profile adds as a
	// list of its own is read by rules that are its own, too.
	return nil, false
}

// lookedUp reports whether the measures know a word also by other ways than that it
// stands in the text: as a kind of unit, which is cut out of longer words, or as
// what an abbreviation in the head of a table means.
func lookedUp(word string, profiles ...Outline) bool {
	word = vn.Fold(word)
	for _, o := range profiles {
		for list, column := range map[string]string{"unit_types": "type", "measure_table": "for"} {
			l := o.list(list)
			if slices.ContainsFunc(l.Rows, func(row string) bool { return vn.Fold(l.cell(row, column)) == word }) {
				return true
			}
		}
	}
	return false
}

// renamed are the places whose name the day of a document decides, whatever the text
// calls them (see identity.Organisation).
var renamed = []string{"Huế", "Thừa Thiên Huế"}

// provinceWords are the words of all rows of one name: what a document says by one
// of them may be what another says of the name, as its province of today. A rule that
// writes a province where it finds other words makes that impossible to tell.
func provinceWords(canonical string, profiles ...Outline) (words []string, ok bool) {
	if slices.Contains(renamed, canonical) {
		return nil, false
	}
	for _, o := range profiles {
		if slices.ContainsFunc(o.Rules, func(r RuleOutline) bool {
			return (r.Kind == "keyword" || r.Kind == "pattern") && strings.Contains(r.Rest, "province")
		}) {
			return nil, false
		}
		l := o.list("provinces")
		for _, row := range l.Rows {
			if l.cell(row, "canonical") != canonical {
				continue
			}
			words = append(words, canonical)
			if short, ok := strings.CutPrefix(canonical, "Khối các "); ok {
				words = append(words, "Khối "+short) // as measures name a bloc too
			}
			for alias := range strings.SplitSeq(l.cell(row, "aliases"), "|") {
				if alias = strings.TrimSpace(alias); alias != "" {
					words = append(words, alias)
				}
			}
		}
	}
	return words, !slices.ContainsFunc(words, func(w string) bool { return lookedUp(w, profiles...) })
}
