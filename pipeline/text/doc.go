// Package text makes what a reader found into the canonical text of a
// document: Unicode in NFC, paragraphs joined across printed lines, blocks that
// tile the text, sentences, and a tree of headings.
//
// The steps run in this order, each for its reason:
//
//  1. old fonts and encodings become Unicode, run by run (charset.go)
//  2. printed lines become paragraphs (layout.go)
//  3. white space and invisible characters are cleaned, NFC (clean.go)
//  4. a line that the archive put first (" date 2024-02") is parted from the
//     text (fileheader.go)
//  5. headings and numbered sections are found (section.go)
//  6. blocks are written one after the other, then sentences (normalise.go,
//     sentence.go)
//
// Spelling is kept as written. Nothing is dropped but what nobody can see.
package text
