// Package pdf reads PDF files: the text layer with its places and fonts, ruled
// tables, columns, form fields, attachments and metadata; and pages that are
// only pictures through an OCR engine.
//
// A sound file as office programs write them is read here, by its own account of
// fonts and widths; readDirect says which. All others are PDFium's affair, compiled
// to WebAssembly and run by wazy in the process itself: no cgo, no access to any
// file, a bounded memory. It is started by the first document that needs it and
// costs seconds of CPU once per machine, after which its machine code lies in the
// user's cache folder, and 20 ms per process.
//
// Both tell what stands where; package layout makes lines, paragraphs and
// tables of that. The order of characters in the file is not used at all.
package pdf
