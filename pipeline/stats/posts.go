package stats

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// keyPostCodes are the posts whose holders are listed.
var keyPostCodes = []string{"secretary", "deputy_secretary", "inspection_head"}

type postKey struct {
	subject
	post, name string // folded
}

// post is the first mention of a holder, in the document of the smallest id.
type post struct {
	name, titles, how, stated, row, doc string
	termEnd                             int
}

func (s *state) addPerson(r report.Row) {
	d := s.documentOf(r)
	code := r.Get("elected_to").Text()
	if d == nil || r.Get("role").Text() != "elected" || !slices.Contains(keyPostCodes, code) {
		return
	}
	sub := s.about(r, d)
	if sub.scope != ownScope {
		return
	}
	name := r.Get("name").Text()
	k := postKey{sub, s.intern(code), vn.Fold(name)}
	if p := s.posts[k]; p == nil || d.id < p.doc {
		s.posts[k] = &post{name, r.Get("titles").Text(), r.Get("how").Text(), r.Get("post").Text(), r.Get("row_id").Text(), d.id, d.termEnd}
	}
}

func keyPosts(s *state, t *report.Table) iter.Seq[report.Row] {
	return func(yield func(report.Row) bool) {
		keys := slices.SortedFunc(maps.Keys(s.posts), func(a, b postKey) int {
			return cmp.Or(s.compareUnits(a.subject, b.subject), cmp.Compare(slices.Index(keyPostCodes, a.post), slices.Index(keyPostCodes, b.post)), cmpStrings(a.name, b.name))
		})
		terms := s.postTerms(keys)
		for _, k := range keys {
			p := s.posts[k]
			r := report.NewRow(t)
			s.identify(r, k.subject, p.termEnd)
			r.Set("post", report.Text(k.post))
			r.Set("name", report.Text(p.name))
			r.Set("name_row", report.Text(p.row))
			r.Set("titles", report.Text(p.titles))
			r.Set("how", report.Text(p.how))
			r.Set("stated_post", report.Text(p.stated))
			r.Set("held_before", s.heldBefore(k, terms))
			if !yield(r) {
				return
			}
		}
	}
}

// seatOf is a post of a unit, whatever the term and the holder.
func seatOf(k postKey) postKey {
	k.term, k.name = 0, ""
	return k
}

// postTerms lists, in order, the terms in which each post has a holder.
func (s *state) postTerms(keys []postKey) map[postKey][]int {
	terms := map[postKey][]int{}
	for _, k := range keys {
		seat := seatOf(k)
		if k.term > 0 && !slices.Contains(terms[seat], k.term) {
			terms[seat] = append(terms[seat], k.term)
		}
	}
	return terms
}

// heldBefore says whether the same name held the post in the term before, null
// where nobody is known for it.
func (s *state) heldBefore(k postKey, terms map[postKey][]int) report.Value {
	list := terms[seatOf(k)]
	i := slices.Index(list, k.term)
	if i <= 0 {
		return report.Value{}
	}
	before := k
	before.term = list[i-1]
	return report.Bool(s.posts[before] != nil)
}
