// Package report is the vocabulary of tongket: the types that every room of
// the house speaks.
//
// A report changes its type as it moves on, so that nothing can be done too
// early:
//
//	Blob      one input, named and not yet read
//	Raw       what a reader found: paragraphs, cells, fonts, metadata
//	Document  canonical text (NFC) with its blocks and sentences; immutable
//	Fact      one thing that one rule found at one place
//	Record    the outcome of one input: its documents row and all its rows
//	Dataset   what sinks write: tables with their rows
//
// Positions are byte offsets into Document.Text everywhere inside the program;
// the rows count code points, and only assemble converts.
//
// The zero Value is null: what a text does not state needs no code.
//
// The package imports the standard library only.
package report
