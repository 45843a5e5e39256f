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
// The machine's view of the book is on a very hidden sheet, "tongket". Its first
// row is version, 1, run, <id>, lang, <vi or en>; its second a header; then one
// row for each column of each data sheet: the sheet's name, the table, the row
// of the header, the last row, the number of the column, the name of the table's
// column ("" for one that only the book has) and its role: value, source,
// evidence_page, review_verdict, review_field, review_value, review_note. Who
// reads a book back follows that sheet and not the headers, which are for
// people. Cells of coded columns hold labels; the sheet of code lists has the
// codes. A review_field that is blank means the column that the table is about
// (measures: value, people: name …).
package excel
