// Package charset reads the encodings in which Vietnamese was written before
// Unicode, and tells which one a text is in.
//
// Three questions, three doors:
//
//   - Decode: these bytes are a text file; what do they say?
//   - FromFont, then Encoding.Convert: this run stands in a font called
//     .VnTime or VNI-Times, its letters are look-alikes of their bytes;
//   - Detect: this paragraph has no font that tells; is it right as it is?
//
// The judge is the Vietnamese syllable (package vn): in the right encoding
// nearly every word with marks is one, in a wrong one nearly none. A text that
// reads right already is never touched.
//
// The tables are facts of published standards, one file each, with their
// source at the top.
package charset
