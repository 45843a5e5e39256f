// Package msword reads the binary files of Word 97 to 2003 (doc, dot) and the
// text of Word 6 and 95.
//
// The text of such a file lies in pieces, in the order in which they were
// saved; a piece is bytes of Windows-1252 or UTF-16. What a stretch looks like
// (font, bold, hidden, deleted) is kept apart, by its place in the file, and is
// completed by the style sheet. The reader gives what the page shows: page
// heads, the body with tables as cells and numbers of lists as labels, text
// boxes behind the paragraph that they are anchored in, notes, page feet.
// Deleted and hidden text, field codes and comments are out.
package msword
