// Package paper writes reports in the formats that an archive holds: docx, doc,
// pdf, html, rtf, odt and txt, in Unicode or in the fonts and encodings that came
// before it.
//
// A Paper says what a page shows (headings, paragraphs, the two columns of a
// Party document's head, tables with merged cells); a Script says how its letters
// are kept. The bytes are the same for the same paper and script, always.
//
// The writers are small on purpose: they write what offices wrote, not what the
// formats could hold.
package paper
