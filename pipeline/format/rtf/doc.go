// Package rtf reads Rich Text Format as Word, LibreOffice, Outlook and others
// write it.
//
// One pass over the bytes: groups push and pop what text looks like, control
// words change it, everything else is text in the code page of its font. The
// reader gives what the page shows: page heads, the body with tables as cells
// and numbers of lists as labels, text boxes behind the paragraph that they are
// anchored in, notes, page feet. Field codes, hidden and deleted text and
// comments are out. HTML that a mail program packed into RTF is unpacked.
package rtf
