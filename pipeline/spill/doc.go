// Package spill sorts more than memory holds: what is beyond a sorter's share
// lies packed in a file until it is read in order.
//
//	folder := spill.In(fs, dir)
//	s := folder.Sorter(4 << 20)
//	defer s.Close()
//	err := s.Add(key, data) // any number of times
//	err = s.Sort()
//	for r, err := range s.All() { … } // by key, equal keys as they were added
//
// A Shelf finds again, in any order, what was put on it under a number.
//
// Keys are compared as bytes; AppendString, AppendInt and AppendFloat make them
// of values so that the order is that of the values.
package spill
