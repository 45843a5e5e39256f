// Package format reads every kind of document: it finds out by the content what
// a file is and hands it to the reader of that kind.
//
// The name of a file is asked only where the content cannot tell: whether lines
// with commas are a table or a text. An RTF, HTML or zip file named ".doc" goes
// to its right reader.
//
// A new kind is a package with a Read method and one line in Builtin.
package format
