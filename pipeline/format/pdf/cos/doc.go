// Package cos reads the objects of sound PDF files: names, numbers, strings,
// arrays, dictionaries and streams, by the file's own table of their places.
//
// It mends nothing and guesses nothing. A file that is damaged, locked or packed
// in a way that is not common ends in an error, and somebody else reads it. What
// it does for one file is bounded: bytes that are unpacked, depth, and entries.
package cos
