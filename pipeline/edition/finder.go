package edition

import (
	"bytes"
	"crypto/sha256"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/unit"
)

// finder joins documents to reports. What it holds of each is small, because
// there may be a million, and is let go of when all are joined.
type finder struct {
	files  []file
	texts  map[key]int32 // the first document of a text
	named  map[key]int32 // the first of namings, by what a report is called
	places map[string]string

	namings []naming
}

// key is the hash of what makes two documents one.
type key [16]byte

func keyOf(parts ...string) key {
	h := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return key(h[:16])
}

// file is one row of documents.
type file struct {
	same    int32 // the number of the document that counts, its own by itself
	partial bool
	format  uint8
	id      [8]byte
}

// naming is one document of a name, with where its organisation is: communes of
// two districts may give one number on one day.
type naming struct {
	file  int32
	next  int32 // the next one of the name; 0 for none
	upper string
}

func newFinder() *finder {
	return &finder{texts: map[key]int32{}, named: map[key]int32{}, places: map[string]string{}}
}

// add takes the next row of documents.
func (f *finder) add(r report.Row) {
	n := int32(len(f.files))
	f.files = append(f.files, newFile(n, r))
	if !counts(r) {
		return
	}
	if id := r.Get("text_id").Text(); id != "" {
		k := keyOf(id)
		if first, known := f.texts[k]; known {
			f.join(first, n)
		} else {
			f.texts[k] = n
		}
	}
	f.byNumber(n, r)
}

func newFile(n int32, r report.Row) file {
	f := file{same: n, partial: r.Get("status").Text() != string(report.OK), format: uint8(len(formats)), id: idOf(r)}
	for i, s := range formats {
		if strings.Contains(r.Get("media").Text(), s) {
			f.format = uint8(i)
			break
		}
	}
	return f
}

// counts reports whether a document was read.
func counts(r report.Row) bool {
	s := r.Get("status").Text()
	return s == string(report.OK) || s == string(report.Partial)
}

// byNumber joins a document to one of the same number, day and organisation.
func (f *finder) byNumber(n int32, r report.Row) {
	date, _ := r.Get("doc_date").Date()
	if r.Get("doc_date_precision").Text() != report.DayOfMonth.String() {
		return
	}
	u := unit.Of(r.Get("org_level").Text(), r.Get("province").Text(), r.Get("org_unit").Text(), r.Get("upper_unit").Text())
	number := strings.ToUpper(strings.ReplaceAll(r.Get("doc_number").Text(), " ", ""))
	if number == "" || u.Base == "" {
		return
	}
	k := keyOf(number, u.Base, date.String())
	added := int32(len(f.namings))
	i, known := f.named[k]
	for ; known; i = f.namings[i].next {
		x := &f.namings[i]
		if unit.Within(x.upper, u.Upper) || unit.Within(u.Upper, x.upper) {
			f.join(x.file, n)
			return
		}
		if x.next == 0 {
			x.next = added
			break
		}
	}
	if !known {
		f.named[k] = added
	}
	f.namings = append(f.namings, naming{n, 0, f.place(u.Upper)})
}

// place returns a string that many documents share, with room of its own.
func (f *finder) place(s string) string {
	if p, known := f.places[s]; known {
		return p
	}
	s = strings.Clone(s)
	f.places[s] = s
	return s
}

// root is the first document of a report.
func (f *finder) root(n int32) int32 {
	for f.files[n].same != n {
		n = f.files[n].same
	}
	return n
}

func (f *finder) join(a, b int32) {
	a, b = f.root(a), f.root(b)
	f.files[max(a, b)].same = min(a, b)
}

// settle chooses the document of each report that counts: one that was read
// whole, of the format that loses least, at last the smaller id, so that the
// order of the inputs decides nothing. It returns the others, each with the one
// that counts, and their ids.
func (f *finder) settle() (others map[int]int, ids map[[8]byte]bool) {
	best := map[int32]int32{} // by the first, where there are several
	for n := range f.files {
		n := int32(n)
		first := f.root(n)
		if first == n {
			continue
		}
		b, known := best[first]
		if !known {
			b = first
		}
		if f.files[n].better(&f.files[b]) {
			b = n
		}
		best[first] = b
	}
	others, ids = map[int]int{}, map[[8]byte]bool{}
	for n := range f.files {
		if b, several := best[f.root(int32(n))]; several && int(b) != n {
			others[n] = int(b)
			ids[f.files[n].id] = true
		}
	}
	return others, ids
}

func (f *file) better(g *file) bool {
	switch {
	case f.partial != g.partial:
		return g.partial
	case f.format != g.format:
		return f.format < g.format
	}
	return bytes.Compare(f.id[:], g.id[:]) < 0
}

// formats are parts of media types, those first in which an office writes a
// report and keeps its tables; a page of a portal has menus around it, a PDF only
// the places of letters, a picture not even these.
var formats = []string{"wordprocessingml", "msword", "ms-word", "opendocument.text", "rtf", "spreadsheet", "excel", "html", "text/", "pdf", "image/"}
