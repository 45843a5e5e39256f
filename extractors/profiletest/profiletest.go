// Package profiletest changes profiles at random, for tests of what such changes do
// to an archive.
package profiletest

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// names are the lexicons that are changed. Lines of the last two are only added:
// other lexicons and rules refer to those that they have.
var names = []string{
	"aspects", "citation_kinds", "congress_words", "discourse", "doc_types", "honorifics", "issuers", "measure_attributes", "measure_bodies", "measure_bounds",
	"measure_heads", "measure_levels", "measure_links", "measure_organisations", "measure_phases", "party_committees", "person_cues", "provinces", "ratings",
	"scope", "surnames", "titles", "measure_table", "unit_types",
}

// Random is a layer of a profile, by the names of its files, with changes in one or
// two lexicons, lines less and lines more that say of words of the texts what other
// lines say of theirs, and in half of all with two rules of such words.
func Random(r *rand.Rand, lists map[string]*report.Wordlist, texts []string) map[string]string {
	layer := map[string]string{}
	for range 1 + r.IntN(2) {
		i := r.IntN(len(names))
		w := lists[names[i]]
		lines := []string{strings.Join(w.Columns, "\t")}
		if i < len(names)-2 {
			lines = append(lines, fewer(r, w)...)
		}
		lines = append(lines, more(r, w, texts)...)
		layer["lexicons/"+w.Name+".tsv"] = strings.Join(lines, "\n") + "\n"
	}
	if r.IntN(2) == 0 {
		layer["fields/mine.yaml"] = rules(r, texts)
	}
	return layer
}

// rules are always the same two, but for their words.
func rules(r *rand.Rand, texts []string) string {
	words := func() string { return fmt.Sprintf("[%q, %q]", phrase(r, texts), phrase(r, texts)) }
	return fmt.Sprintf(`rules:
  - {id: my.code, kind: code, table: limitations, settings: {code: female_low, aspect: personnel, cue: %s, need: [%s], forbid: %s, lead: %s, decoy: %s}}
  - {id: my.words, kind: keyword, table: limitations, settings: {column: code, words: {papers_weak: %s}, need: %s, not: %s}}
`, words(), words(), words(), words(), words(), words(), words(), words())
}

// fewer takes up to three words out.
func fewer(r *rand.Rand, w *report.Wordlist) (lines []string) {
	gone := map[string]bool{}
	for range r.IntN(4) {
		if word := one(r, w).Get(w.Columns[0]); !gone[word] {
			gone[word] = true
			lines = append(lines, "-"+word)
		}
	}
	return lines
}

// more adds up to three words, some of which stand in the lexicon already.
func more(r *rand.Rand, w *report.Wordlist, texts []string) (lines []string) {
	for range 1 + r.IntN(3) {
		cells := []string{phrase(r, texts)}
		if r.IntN(4) == 0 {
			cells[0] = one(r, w).Get(w.Columns[0])
		}
		from := one(r, w)
		for _, c := range w.Columns[1:] {
			cells = append(cells, from.Get(c))
		}
		lines = append(lines, strings.Join(cells, "\t"))
	}
	return lines
}

func one(r *rand.Rand, w *report.Wordlist) report.WordRow { return w.Rows[r.IntN(len(w.Rows))] }

// phrase is one to four words of one of the texts.
func phrase(r *rand.Rand, texts []string) string {
	for {
		words := strings.Fields(texts[r.IntN(len(texts))])
		i := r.IntN(len(words))
		if s := strings.Trim(strings.Join(words[i:min(len(words), i+1+r.IntN(4))], " "), " -#.,;:()"); s != "" {
			return s
		}
	}
}
