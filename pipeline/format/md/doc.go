// Package md reads Markdown: headings, lists with their numbers, tables, notes.
//
// It knows the marks that people write reports with, those of CommonMark and
// the tables and notes of GitHub, and takes whatever else there is for text. It
// works line by line, so that its time is that of the file's length whatever
// the file holds. What is left of the marks is text: of a link its words, of a
// picture its description, of code its letters. Fields between two lines of
// "---" at the top are metadata.
package md
