// Package measure finds the figures of a congress: how many were elected, how
// many of them women, what share, from what list, by when.
//
// It is a grammar and no list of expressions. A sentence is read as a sequence
// of items: figures (3.504, 13 đến 15, 45/48, 7,2%, hai), cues (words of the
// lexicons measure_*.tsv, each with what it can mean), places and marks.
// Figures that belong together ("49 đồng chí nữ, chiếm 30,1%") form a group;
// the items between two groups are divided between them; what a group counts
// is then decided from its head noun, the words bound to it, and what governs
// the list it stands in, across sentences if need be (discourse).
//
// What a sentence does not state comes from what governs it: the body, the
// attribute and the phase of the list (discourse.go, govern.go), the level of a
// title, a section or the organisations counted before (level.go), the day that
// a note gives all figures (asof.go).
//
// Tables are read with the same cues: see table.go.
package measure
