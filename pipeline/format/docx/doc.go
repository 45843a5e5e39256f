// Package docx reads the Word files of 2007 and later: docx, docm, dotx, dotm,
// in the transitional and the ISO strict form; the same as one XML file; and
// the XML of Word 2003.
//
// It gives what a reader of the printed page sees, in that order: page headers,
// the body with its tables cell by cell, notes, page footers. Inserted text is
// in, deleted text, comments, field codes and hidden text are out. Numbers of
// headings and list items, which the file does not hold, are counted and given
// as Label.
//
// The text stands as it is written: w:caps and w:smallCaps, which only show
// capitals, change nothing, because the evidence that is cut from the text
// should be found again by searching the file.
package docx
