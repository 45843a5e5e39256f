package spill

import (
	"bytes"
	"encoding/binary"
	"errors"
	"iter"
	"slices"

	"github.com/tongket/tongket/pipeline/fsys"
)

// mostRuns is how many sorted runs a sorter reads at once; with more it makes
// one of them all. Each takes two blocks of memory while it is read.
const mostRuns = 128

// Record is a key with what was added under it. It is valid until the next one.
type Record struct{ Key, Data []byte }

// Sorter takes records in any order and gives them by key, those of one key in
// the order in which they were added.
type Sorter struct {
	folder *Folder
	share  int
	data   []byte // keys and data, one behind the other
	items  []item
	runs   []run
	file   fsys.File
	size   int64
	sorted bool
}

// item is where a record stands in data.
type item struct{ at, key, data uint32 }

// Sorter returns a sorter that holds some bytes of records in memory.
func (f *Folder) Sorter(share int) *Sorter { return &Sorter{folder: f, share: share} }

// Add takes a record in.
func (s *Sorter) Add(key, data []byte) error {
	s.items = append(s.items, item{uint32(len(s.data)), uint32(len(key)), uint32(len(data))})
	if n := len(key) + len(data); cap(s.data)-len(s.data) < n { // to the share in few steps: append's take five times the memory in all
		s.data = slices.Grow(s.data, max(min(len(s.data), s.share-len(s.data)), n))
	}
	s.data = append(append(s.data, key...), data...)
	if len(s.data)+len(s.items)*12 < s.share {
		return nil
	}
	return s.spill()
}

func (s *Sorter) record(x item) Record {
	key, data := s.data[x.at:x.at+x.key:x.at+x.key], s.data[x.at+x.key:x.at+x.key+x.data]
	return Record{key, data}
}

func (s *Sorter) arrange() {
	slices.SortFunc(s.items, func(a, b item) int {
		if c := bytes.Compare(s.data[a.at:a.at+a.key], s.data[b.at:b.at+b.key]); c != 0 {
			return c
		}
		return int(a.at) - int(b.at)
	})
}

// spill writes what memory holds as a run.
func (s *Sorter) spill() error {
	if len(s.items) == 0 {
		return nil
	}
	s.arrange()
	if err := s.write(func(yield func(Record, error) bool) {
		for _, x := range s.items {
			if !yield(s.record(x), nil) {
				return
			}
		}
	}); err != nil {
		return err
	}
	s.data, s.items = s.data[:0], s.items[:0]
	if len(s.runs) < mostRuns {
		return nil
	}
	return s.Merge()
}

// write appends a run to the file.
func (s *Sorter) write(records iter.Seq2[Record, error]) error {
	if s.file == nil {
		var err error
		if s.file, err = s.folder.create(); err != nil {
			return err
		}
	}
	w := runWriter{file: s.file, at: s.size}
	for r, err := range records {
		if err != nil {
			return err
		}
		if err := w.add(r); err != nil {
			return err
		}
	}
	if err := w.end(); err != nil {
		return err
	}
	s.runs, s.size = append(s.runs, run{s.size, w.at}), w.at
	return nil
}

// Sort ends the adding.
func (s *Sorter) Sort() error {
	if s.sorted = true; len(s.runs) == 0 {
		s.arrange()
		return nil
	}
	err := s.spill()
	s.data, s.items = nil, nil
	return err
}

// Merge makes one run of all, for who reads them several times.
func (s *Sorter) Merge() error {
	if len(s.runs) < 2 {
		return nil
	}
	before, runs := s.file, s.runs
	s.file, s.runs, s.size = nil, nil, 0
	if err := s.write(merged(before, runs)); err != nil {
		return errors.Join(err, s.folder.remove(before))
	}
	return s.folder.remove(before)
}

// All yields the records in order, as often as it is asked to, also to several
// readers at once. Sort comes first.
func (s *Sorter) All() iter.Seq2[Record, error] {
	if !s.sorted {
		return func(yield func(Record, error) bool) { yield(Record{}, errUnsorted) }
	}
	if len(s.runs) > 0 {
		return merged(s.file, s.runs)
	}
	return func(yield func(Record, error) bool) {
		for _, x := range s.items {
			if !yield(s.record(x), nil) {
				return
			}
		}
	}
}

// Empty reports whether nothing was added.
func (s *Sorter) Empty() bool { return len(s.items) == 0 && len(s.runs) == 0 }

// Close lets go of memory and file.
func (s *Sorter) Close() error {
	file := s.file
	*s = Sorter{folder: s.folder, share: s.share}
	return s.folder.remove(file)
}

// merged yields the records of runs in order: of equal keys those of the
// earlier run first.
func merged(file fsys.File, runs []run) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		heads := make([]*runReader, 0, len(runs))
		for i, r := range runs {
			h := &runReader{file: file, at: r.from, end: r.to, order: i}
			if err := h.next(); err != nil {
				yield(Record{}, err)
				return
			}
			if !h.done {
				heads = append(heads, h)
			}
		}
		for i := len(heads)/2 - 1; i >= 0; i-- {
			sink(heads, i)
		}
		for len(heads) > 0 {
			h := heads[0]
			if !yield(h.record, nil) {
				return
			}
			if err := h.next(); err != nil {
				yield(Record{}, err)
				return
			}
			if h.done {
				heads[0] = heads[len(heads)-1]
				heads = heads[:len(heads)-1]
			}
			sink(heads, 0)
		}
	}
}

// sink moves head i of a heap down to its place.
func sink(heads []*runReader, i int) {
	for {
		least := i
		for c := 2*i + 1; c <= 2*i+2 && c < len(heads); c++ {
			if heads[c].before(heads[least]) {
				least = c
			}
		}
		if least == i {
			return
		}
		heads[i], heads[least] = heads[least], heads[i]
		i = least
	}
}

// Group is the records of one key. It is valid until the next one.
type Group struct {
	Key  []byte
	Data [][]byte
}

// Groups yields the records of All key by key; memory holds one key's.
func (s *Sorter) Groups() iter.Seq2[Group, error] {
	return func(yield func(Group, error) bool) {
		var g Group
		var held []byte
		var ends []int
		give := func() bool {
			g.Data = g.Data[:0]
			at := 0
			for _, end := range ends {
				g.Data = append(g.Data, held[at:end:end])
				at = end
			}
			held, ends = held[:0], ends[:0]
			return yield(g, nil)
		}
		for r, err := range s.All() {
			if err != nil {
				yield(Group{}, err)
				return
			}
			if len(ends) > 0 && !bytes.Equal(r.Key, g.Key) && !give() {
				return
			}
			g.Key = append(g.Key[:0], r.Key...)
			held = append(held, r.Data...)
			ends = append(ends, len(held))
		}
		if len(ends) > 0 {
			give()
		}
	}
}

// uvarint reads a number of a block; a negative rest says that it is damaged.
func uvarint(b []byte) (n uint64, rest []byte, ok bool) {
	n, used := binary.Uvarint(b)
	if used <= 0 {
		return 0, nil, false
	}
	return n, b[used:], true
}
