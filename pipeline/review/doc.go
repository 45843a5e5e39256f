// Package review keeps what people say of rows: corrections, samples to look
// at, and how far reviewers and readings agree.
//
// Nothing of it changes what the program read. Corrections are an overlay in
// the state folder of the outputs, one JSON object a line, kept by the hash of
// the document, the place in its text and the column; so they hold whatever
// becomes of the archive's folders, of the workbook and of the profile:
//
//	corrections, err := review.Load(fs, dir)
//	ds := review.Apply(view, review.Config{Corrections: corrections, …})
//
// A correction finds its row again by the row's id, else by its place in the
// text, else by its sentence. One that finds nothing is not forgotten: it is
// listed as lost, and found again when the row comes back.
package review
