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
// bytes for each KiB, and all of the data where it is less than the shelf's
// share; else it lies in a file:
//
//	number, length, data; by number
type Shelf struct {
	folder *Folder
	sorter *Sorter
	places []shelved
	data   []byte // all of it, where it has room
	file   fsys.File
	size   int64
	recent [keptData]kept // by key modulo their number
}

// shelved is where a stretch of numbers begins; it ends where the next begins.
type shelved struct {
	key    uint64
	offset int64
}

// stretchBytes is how much is read to find a number.
const stretchBytes = 1 << 10

// keptData is how much of what was asked for lately is kept.
const keptData = 512

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
	for g, err := range s.sorter.Groups() {
		if err != nil {
			return err
		}
		if n := len(s.places); n == 0 || s.size-s.places[n-1].offset >= stretchBytes {
			s.places = append(s.places, shelved{binary.BigEndian.Uint64(g.Key), s.size})
		}
		before, length := len(s.data), 0
		for _, d := range g.Data {
			length += len(d)
		}
		s.data = append(s.data, g.Key...)
		s.data = binary.LittleEndian.AppendUint32(s.data, uint32(length))
		for _, d := range g.Data {
			s.data = append(s.data, d...)
		}
		s.size += int64(len(s.data) - before)
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
	x := &s.recent[key%keptData]
	if x.any && x.key == key {
		return x.data, nil
	}
	x.any = false
	if err := s.load(key, x); err != nil {
		return nil, err
	}
	x.key, x.any = key, true
	return x.data, nil
}

func (s *Shelf) load(key uint64, x *kept) error {
	x.data = x.data[:0]
	i := sort.Search(len(s.places), func(i int) bool { return s.places[i].key > key }) - 1
	if i < 0 {
		return nil
	}
	from, to := s.places[i].offset, s.size
	if i+1 < len(s.places) {
		to = s.places[i+1].offset
	}
	stretch := s.data
	if s.file == nil {
		stretch = stretch[from:to]
	} else {
		stretch = slices.Grow(stretch[:0], int(to-from))[:to-from]
		s.data = stretch
		if _, err := s.file.ReadAt(stretch, from); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
	}
	for len(stretch) >= 12 {
		k, n := binary.BigEndian.Uint64(stretch), int(binary.LittleEndian.Uint32(stretch[8:]))
		if stretch = stretch[12:]; n > len(stretch) {
			return errDamaged
		}
		if k == key {
			x.data = append(x.data, stretch[:n]...)
			return nil
		}
		stretch = stretch[n:]
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
