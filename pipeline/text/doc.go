// Package text turns what a reader found (report.Raw) into canonical text
// (report.Document): the one form that extractors, evidence offsets and a
// reviewer's eyes share.
//
// The steps run in this order, each because the next needs it:
//
//  1. fonts and encodings, run by run, because only bytes and font together
//     say what a letter of an old font is;
//  2. encodings of paragraphs without a telling font, by syllables;
//  3. characters: NFC, one kind of space, nothing invisible;
//  4. furniture: page numbers and running heads step out of the way, because
//     they cut sentences in two;
//  5. lines to paragraphs, where lines are all that the reader has;
//  6. file header, numbering, headings and the tree of sections;
//  7. sentences.
//
// Spelling is kept as written: no tone mark is moved, no typing error mended.
package text
