// Package excel writes the workbook: what most users see of a run, and all that
// many of them ever see.
//
// A book is made of sheets; a sheet is streamed, because a run may have more
// rows than memory, and a stream takes each feature at one moment only: asked
// for at another, most are lost without an error. The type sheet owns that
// order, and a test opens the book again and counts.
//
// Three rules hold everywhere. No text of a document becomes a formula: the
// only formulas are links that this package builds. A blank is what was not
// stated, never 0. Nothing is shown by colour alone.
//
// The machine's view of the book is on a hidden sheet, "tongket": which sheet
// holds which table, in which row its header stands, which column is which. Who
// reads a book back follows that sheet and not the headers, which are for
// people; see Layout.
package excel
