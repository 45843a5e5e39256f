package measure

import (
	"slices"

	"github.com/tongket/tongket/extractors/scan"
)

// frame is what a heading or the lead of a list says of all that stands below it: the phase
// of its figures ("1. Theo đề án được duyệt", "Phương án nhân sự như sau:") and the unit that
// they are of ("2. Đảng bộ huyện Tam Nông").
type frame struct {
	open     bool
	lead     bool // ends with its list
	depth    int  // of its label, 0 for none
	block    int
	phase    string
	place    string
	placeLvl string
}

// ends reports whether a paragraph with a label of a depth, 0 for none, stands outside the frame.
func (f *frame) ends(label int) bool {
	if f.lead && label == 0 {
		return true
	}
	return f.depth > 0 && label > 0 && label <= f.depth
}

// frameOf opens the frame of a heading or lead, or lets one farther out go on below it.
func (r *reader) frameOf(title bool) {
	d := &r.d
	d.leadAttr, d.leadQual = "", ""
	if !title {
		if f := r.scan(0, len(r.items)); f.attr != "" && weight(f.attr) == 2 && f.form == "plain" {
			d.leadAttr, d.leadQual = f.attr, f.qual
		}
	}
	f := frame{lead: !title, depth: r.labelled, block: r.s.block, phase: r.framePhase()}
	at := &d.list
	if title {
		d.list = frame{}
		at = &d.section
		f.place, f.placeLvl = r.framePlace()
		if d.section.open && r.labelled > d.section.depth && d.section.depth > 0 {
			f.phase, f.depth = first(f.phase, d.section.phase), d.section.depth // a heading within it
			if f.place == "" {
				f.place, f.placeLvl = d.section.place, d.section.placeLvl
			}
		}
	}
	f.open = f.phase != "" || f.place != ""
	*at = f
}

// closeFrames ends the frames that a paragraph stands outside of.
func (r *reader) closeFrames() {
	d := &r.d
	if d.list.open && d.list.block != r.s.block && d.list.ends(r.labelled) {
		d.list.open = false
	}
	if d.section.open && d.section.ends(r.labelled) {
		d.section.open = false
	}
}

// framed is the phase that the list or the section has in which a figure stands, "" for none.
func (r *reader) framed() string {
	if r.d.list.open && r.d.list.phase != "" {
		return r.d.list.phase
	}
	if r.d.section.open {
		return r.d.section.phase
	}
	return ""
}

// framePhase is the one phase that a heading or lead names, "" for none or several and where
// it speaks of what came of a plan: "Kết quả thực hiện đề án nhân sự".
func (r *reader) framePhase() string {
	phase := ""
	for k := range r.items {
		c := r.items[k].c()
		switch {
		case c.link == "result", c.link == "versus", c.link == "change":
			return ""
		case c.phase == "", c.reach == "future", c.reach == "limit":
		case c.phase == "actual", phase != "" && c.phase != phase:
			return ""
		default:
			phase = c.phase
		}
	}
	return phase
}

// framePlace is the unit below the document's own that a heading is the name of, "" for none.
func (r *reader) framePlace() (place, level string) {
	if place, level = r.frameCell(); place != "" {
		return place, level
	}
	if place, level = r.headlineUnit(); place != "" {
		return place, level
	}
	own := rank(r.t.Identity.Level)
	aside := false // in brackets behind the name: "Đảng bộ xã X (đại hội đại biểu, 11 - 12/3)"
	for k := range r.items {
		it := &r.items[k]
		switch c := it.c(); {
		case aside:
			aside = it.mark != ')'
		case it.mark == '(' && place != "":
			aside = true
		case it.place != "":
			if place != "" || r.own(it.place) || it.placeLevel == "" || own > 0 && rank(it.placeLevel) >= own {
				return "", ""
			}
			place, level = it.place, it.placeLevel
		case it.when, it.mark != 0, c.link == "ordinal", c.link == "filler":
		case place == "" && (c.org || c.use == "actor" && c.body == "committee"):
		default:
			return "", ""
		}
	}
	if place == "" || !r.namesOf(place) {
		return "", ""
	}
	return place, level
}

// headlineUnit is the unit below the document's own with which a heading begins that tells more of it behind a colon:
// "Xã An Bình: đảng viên trẻ góp ý văn kiện".
func (r *reader) headlineUnit() (place, level string) {
	if len(r.items) < 2 {
		return "", ""
	}
	it := &r.items[0]
	if it.place == "" || it.first != r.firstWord() || !r.t.Is(it.last, ':') || r.own(it.place) || rank(it.placeLevel) == 0 || rank(it.placeLevel) >= rank(r.t.Identity.Level) {
		return "", ""
	}
	return it.place, it.placeLevel
}

// frameCell is the Party organisation of an office that a heading is the name of, where no word for its
// kind stands there: "3) Chi bộ TTYT huyện (06/3)".
func (r *reader) frameCell() (place, level string) {
	own := r.t.Identity.Level
	if len(r.items) == 0 || r.items[0].first != r.firstWord() || !r.items[0].c().party || r.items[0].place != "" || rank(own) < rank("upper_grassroots") {
		return "", ""
	}
	from := r.items[0].first
	i := r.items[0].last
	if w := r.t.Fold(from) + " " + r.t.Fold(i-1); i-from != 2 || w != "chi bộ" && w != "đảng bộ" || !r.capitalAt(i) {
		return "", ""
	}
	for i < r.last && i-from <= longestCell && r.t.Tokens[i].Kind == scan.Word {
		i++
	}
	if i < r.last && !r.t.Is(i, '(') && !r.t.Is(i, ':') && !r.t.Is(i, ',') || i-from > longestCell {
		return "", ""
	}
	for k := 1; k < len(r.items) && r.items[k].first < i; k++ {
		if r.items[k].place != "" && r.items[k].last == i {
			return "", "" // a unit by its kind
		}
	}
	if r.t.Fold(from) == "đảng" {
		from += 2
	}
	return r.t.String(from, i), "grassroots"
}

// namesOf reports whether a heading is hardly longer than the name of its unit.
func (r *reader) namesOf(place string) bool {
	k := slices.IndexFunc(r.items, func(it item) bool { return it.place == place })
	it := &r.items[k]
	return it.first-r.firstWord() <= headWords && r.last-it.last <= headWords && (it.last >= r.last || r.t.Tokens[it.last].Kind != 0 || r.items[len(r.items)-1].last > it.last)
}

// headWords is how many tokens a heading has at most on either side of its unit: "Đại hội đại
// biểu Đảng bộ", "lần thứ XXV, nhiệm kỳ 2020 - 2025".
const headWords = 12
