package stats

import (
	"slices"

	"github.com/tongket/tongket/pipeline/codec"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/spill"
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

// person takes a holder in.
func (u *unit) person(d *codec.Decoder, sub subject, src *source) {
	code, name := d.Text(), d.Text()
	p := post{name: name, titles: d.Text(), how: d.Text(), stated: d.Text(), row: d.Text(), doc: src.id, termEnd: src.termEnd}
	k := postKey{sub, code, vn.Fold(name)}
	if before := u.posts[k]; before == nil || p.doc < before.doc {
		u.posts[k] = &p
	}
}

func keyPosts(u *unit) {
	o := u.s.out["key_posts"]
	if o == nil {
		return
	}
	terms := u.postTerms()
	for k, p := range u.posts {
		r := o.rowOf(u, k.subject, p.termEnd)
		r.Set("post", report.Text(k.post))
		r.Set("name", report.Text(p.name))
		r.Set("name_row", report.Text(p.row))
		r.Set("titles", report.Text(p.titles))
		r.Set("how", report.Text(p.how))
		r.Set("stated_post", report.Text(p.stated))
		r.Set("held_before", u.heldBefore(k, terms))
		key := spill.AppendInt(u.at(nil, k.subject), slices.Index(keyPostCodes, k.post))
		o.add(spill.AppendString(key, k.name), r)
	}
}

// seatOf is a post of a unit, whatever the term and the holder.
func seatOf(k postKey) postKey {
	k.term, k.name = 0, ""
	return k
}

// postTerms lists, in order, the terms in which each post has a holder.
func (u *unit) postTerms() map[postKey][]int {
	terms := map[postKey][]int{}
	for k := range u.posts {
		seat := seatOf(k)
		if k.term > 0 && !slices.Contains(terms[seat], k.term) {
			terms[seat] = append(terms[seat], k.term)
		}
	}
	for _, list := range terms {
		slices.Sort(list)
	}
	return terms
}

// heldBefore says whether the same name held the post in the term before, null
// where nobody is known for it.
func (u *unit) heldBefore(k postKey, terms map[postKey][]int) report.Value {
	list := terms[seatOf(k)]
	i := slices.Index(list, k.term)
	if i <= 0 {
		return report.Value{}
	}
	before := k
	before.term = list[i-1]
	return report.Bool(u.posts[before] != nil)
}
