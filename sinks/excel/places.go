package excel

import (
	"encoding/binary"
	"errors"
	"strconv"
	"strings"
)

// shelfShare is what sources and places take of memory each; in a large archive
// they lie on the disk.
const shelfShare = 2 << 20

// addSource keeps how the rows of a document show its file: the last part of its
// path (the sheet of documents has the folders) and the formula of the link.
func (b *book) addSource(id, path, link string) {
	shown := b.losses.clean(path[strings.LastIndexAny(path, `/\!`)+1:])
	data := binary.AppendUvarint(nil, uint64(len(shown)))
	data = append(append(data, shown...), hyperlink(link, shown)...)
	b.keep(b.sources.Put(shelfKey(id), append(binary.AppendUvarint(nil, uint64(len(data))), data...)))
}

// source is a document as its rows show it: the text and the formula of the cell
// that links to its file. No text is for a document that is not known.
type source struct{ shown, link string }

// sourceOfDocument returns what addSource kept, of the first input with these
// bytes.
func (b *book) sourceOfDocument(id string) source {
	data, err := b.sources.Get(shelfKey(id))
	b.keep(err)
	if len(data) == 0 {
		return source{}
	}
	n, used := binary.Uvarint(data)
	data = data[used : used+int(n)]
	n, used = binary.Uvarint(data)
	data = data[used:]
	return source{string(data[:n]), string(data[n:])}
}

// keep remembers a fault of a shelf for the end.
func (b *book) keep(err error) {
	if err != nil && b.faults == nil {
		b.faults = err
	}
}

// shelfKey is the number under which what belongs to a document lies: the
// document's own hash, or one of its name where it is called otherwise.
func shelfKey(id string) uint64 {
	if len(id) == 16 {
		if n, err := strconv.ParseUint(id, 16, 64); err == nil {
			return n
		}
	}
	return hashed(id)
}

// hashed is FNV-1a of texts, a zero behind each.
func hashed(parts ...string) uint64 {
	const offset, prime = 14695981039346656037, 1099511628211
	h := uint64(offset)
	for _, s := range parts {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * prime
		}
		h *= prime
	}
	return h
}

// missedKey names one figure that misses a threshold of its round.
func missedKey(key, level, term, body, attribute string) uint64 {
	return hashed(key, level, term, body, attribute)
}

// rowKey parts a row_id in what says its document and the rest, see report.RowID.
// An id of another length is its own document.
func rowKey(id string) (document, rest uint64) {
	if len(id) == 16 {
		return binary.LittleEndian.Uint64([]byte(id[:8])), binary.LittleEndian.Uint64([]byte(id[8:]))
	}
	return hashed(id), 0
}

// stretch is rows of one document that stand together on a sheet: number of the
// sheet, first row, number of rows, then what their ids have behind that of the
// document.
type stretch struct {
	document uint64
	data     []byte
	next     int // the row behind
}

const stretchHead = 4 + 4 + 4

// note keeps where a row stands, for rows that refer to it.
func (w *dataWriter) note(id string) {
	document, rest := rowKey(id)
	s, row := &w.stretch, w.sheet.row
	if len(s.data) == 0 || s.document != document || s.next != row {
		w.shelve()
		s.document = document
		for _, n := range []int{len(w.book.layout), row, 0} {
			s.data = binary.LittleEndian.AppendUint32(s.data, uint32(n))
		}
	}
	s.data = binary.LittleEndian.AppendUint64(s.data, rest)
	s.next = row + 1
}

// shelve puts the open stretch away.
func (w *dataWriter) shelve() {
	s := &w.stretch
	if len(s.data) > 0 {
		binary.LittleEndian.PutUint32(s.data[8:], uint32((len(s.data)-stretchHead)/8))
		w.book.keep(w.book.places.Put(s.document, s.data))
	}
	s.data = s.data[:0]
}

var errPlaces = errors.New("places of rows are damaged")

// placeOf returns the link to a row, if it stands in the book.
func (b *book) placeOf(id string) (rowLink, bool) {
	if id == "" {
		return rowLink{}, false
	}
	document, rest := rowKey(id)
	data, err := b.places.Get(document)
	b.keep(err)
	for len(data) >= stretchHead {
		sheet, first, n := binary.LittleEndian.Uint32(data), binary.LittleEndian.Uint32(data[4:]), int(binary.LittleEndian.Uint32(data[8:]))
		if data = data[stretchHead:]; len(data) < 8*n || int(sheet) >= len(b.layout) {
			b.keep(errPlaces)
			return rowLink{}, false
		}
		for i := range n {
			if binary.LittleEndian.Uint64(data) == rest {
				b.kept.link(int(sheet))
				return rowLink{b.layout[sheet].link, int(first) + i}, true
			}
			data = data[8:]
		}
	}
	b.kept.unplaced = true
	return rowLink{}, false
}
