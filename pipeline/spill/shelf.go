package spill

import (
	"encoding/binary"
	"errors"
	"io"
	"slices"
	"sort"

	"github.com/tongket/tongket/pipeline/fsys"
)

// Shelf keeps data under numbers and finds it again in any order. Memory holds 16
// bytes for each number, and of the data what was put before the shelf had its
// share; the rest lies in a file.
type Shelf struct {
	folder *Folder
	sorter *Sorter
	places []shelved
	data   []byte // all of it, where it has room
	file   fsys.File
	size   int64
	recent [64]kept
	turn   int
}

// shelved is where the data of a number begins; it ends where the next begins.
type shelved struct {
	key    uint64
	offset int64
}

// kept is data that was asked for lately: who asks once asks again.
type kept struct {
	key  uint64
	data []byte
	any  bool
}

// Shelf returns a shelf that holds some bytes of data in memory.
func (f *Folder) Shelf(share int) *Shelf { return &Shelf{folder: f, sorter: f.Sorter(share)} }

// Put adds data under a number, behind what it has already.
func (s *Shelf) Put(key uint64, data []byte) error {
	return s.sorter.Add(binary.BigEndian.AppendUint64(nil, key), data)
}

// Seal ends the putting.
func (s *Shelf) Seal() error {
	if err := s.sorter.Sort(); err != nil {
		return err
	}
	if len(s.sorter.runs) > 0 {
		var err error
		if s.file, err = s.folder.create(); err != nil {
			return err
		}
	}
	for r, err := range s.sorter.All() {
		if err != nil {
			return err
		}
		if key := binary.BigEndian.Uint64(r.Key); len(s.places) == 0 || s.places[len(s.places)-1].key != key {
			s.places = append(s.places, shelved{key, s.size})
		}
		s.data = append(s.data, r.Data...)
		s.size += int64(len(r.Data))
		if s.file != nil && len(s.data) >= 1<<18 {
			if err := s.flush(); err != nil {
				return err
			}
		}
	}
	s.places = slices.Clip(s.places)
	return errors.Join(s.flush(), s.sorter.Close())
}

func (s *Shelf) flush() error {
	if s.file == nil || len(s.data) == 0 {
		return nil
	}
	_, err := s.file.Write(s.data)
	s.data = s.data[:0]
	return err
}

// Get returns what was put under a number, nil for nothing. It is valid until
// the next call.
func (s *Shelf) Get(key uint64) ([]byte, error) {
	for i := range s.recent {
		if x := &s.recent[i]; x.any && x.key == key {
			return x.data, nil
		}
	}
	x := &s.recent[s.turn]
	s.turn = (s.turn + 1) % len(s.recent)
	x.any = false
	if err := s.load(key, x); err != nil {
		return nil, err
	}
	x.key, x.any = key, true
	return x.data, nil
}

func (s *Shelf) load(key uint64, x *kept) error {
	x.data = x.data[:0]
	i := sort.Search(len(s.places), func(i int) bool { return s.places[i].key >= key })
	if i == len(s.places) || s.places[i].key != key {
		return nil
	}
	from, to := s.places[i].offset, s.size
	if i+1 < len(s.places) {
		to = s.places[i+1].offset
	}
	if s.file == nil {
		x.data = append(x.data, s.data[from:to]...)
		return nil
	}
	x.data = slices.Grow(x.data, int(to-from))[:to-from]
	if _, err := s.file.ReadAt(x.data, from); err != nil && (!errors.Is(err, io.EOF) || to < s.size) {
		return err
	}
	return nil
}

// Close lets go of memory and file.
func (s *Shelf) Close() error {
	file := s.file
	err := s.sorter.Close()
	*s = Shelf{folder: s.folder, sorter: s.sorter}
	return errors.Join(err, s.folder.remove(file))
}
