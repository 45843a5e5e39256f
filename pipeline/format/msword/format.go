package msword

import (
	"encoding/binary"
	"sort"
)

// format is how a stretch of bytes of the main stream looks: a list of
// modifiers. Of paragraphs it begins with the number of their style.
type format struct {
	start, end int
	list       []byte
	style      int
}

// formats are in the order of their places.
type formats []format

const (
	pageSize   = 512
	maxFormats = 2_000_000
)

// readFormats reads the pages of formats of characters or paragraphs.
func (d *document) readFormats(place int, paras bool) formats {
	index := newPlc(d.part(place), 4)
	pages := make([][]byte, 0, index.n)
	n := 0
	for i := range index.n {
		page := int64(binary.LittleEndian.Uint32(index.record(i))&0x3FFFFF) * pageSize
		if page+pageSize > int64(len(d.main)) || n > maxFormats {
			continue
		}
		pages = append(pages, d.main[page:page+pageSize])
		n += int(d.main[page+pageSize-1])
	}
	out := make(formats, 0, n)
	for _, page := range pages {
		out = readPage(out, page, paras)
	}
	if !sort.SliceIsSorted(out, func(i, j int) bool { return out[i].start < out[j].start }) {
		sort.SliceStable(out, func(i, j int) bool { return out[i].start < out[j].start })
	}
	return out
}

func readPage(out formats, page []byte, paras bool) formats {
	n := int(page[pageSize-1])
	size := 1
	if paras {
		size = 13
	}
	if 4*(n+1)+size*n >= pageSize {
		return out
	}
	for i := range n {
		f := format{
			start: int(binary.LittleEndian.Uint32(page[4*i:])),
			end:   int(binary.LittleEndian.Uint32(page[4*i+4:])),
		}
		if f.end <= f.start {
			continue
		}
		at := 2 * int(page[4*(n+1)+size*i])
		switch {
		case at == 0:
		case paras:
			f.style, f.list = paraList(page, at)
		default:
			f.list = cut(page, at+1, int(page[at]))
		}
		out = append(out, f)
	}
	return out
}

// paraList reads a paragraph's style and modifiers; their length is counted in
// words, with two ways to write it.
func paraList(page []byte, at int) (style int, list []byte) {
	n := 2*int(page[at]) - 1
	at++
	if n < 0 && at < pageSize {
		n = 2 * int(page[at])
		at++
	}
	all := cut(page, at, n)
	if len(all) < 2 {
		return 0, nil
	}
	return word(all), all[2:]
}

func cut(b []byte, at, n int) []byte {
	at = min(at, len(b))
	return b[at:min(at+max(n, 0), len(b))]
}

// at returns the index of the format of a byte, or of the next one behind it.
func (f formats) at(place int) int {
	return sort.Search(len(f), func(i int) bool { return f[i].end > place })
}

// get returns the format of a byte, the empty one when there is none.
func (f formats) get(place int) format {
	if i := f.at(place); i < len(f) && f[i].start <= place {
		return f[i]
	}
	return format{}
}
