// Package journal keeps what became of every document, so that a run may be
// stopped at any point, by anything, and the next one goes on.
//
// It lives in <out>/.tongket and holds
//
//	journal      JSON lines, appended: what became of some bytes, by their
//	             SHA-256 and the kind of their name. The first line says the version and names the pack.
//	pack-N       what the lines point at: canonical documents and rows,
//	             compressed, one frame after another
//	inputs       JSON lines: the inputs of the last whole run in their order
//	inputs.next  the same of the run under way
//	lock         who is running
//
// A line is written only after the frames it points at are on the disk, so
// whatever a crash leaves behind is a torn last line (dropped) or frames that
// nobody points at (dropped by Compact).
//
// Reading and extraction are keyed apart: a reading holds as long as the
// readers, their limits and outside tools stay as they were, rows as long as
// the profile does too. A changed profile finds its documents here and reads no
// file again.
//
// The View is the other half: everything that sinks and statistics ask for,
// streamed from the pack in one stable order. Memory holds some 90 bytes a
// document, never its rows.
package journal
