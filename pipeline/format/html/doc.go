// Package html reads web pages and HTML documents.
//
// A page of a portal or newspaper is cut down to its stories: title, time
// stamp, lead, text, captions, tables. Menus, comments, related news, tags,
// cookie texts and imprints are left out. HTML that is a document itself (saved
// by Word or LibreOffice, a mail) comes whole. Only what a visitor sees is read:
// comments, hidden elements and scripts are not.
//
// The tree is built by a small forgiving builder on the tokenizer of
// golang.org/x/net/html: a browser's tree costs four times as much and differs
// only where it does not matter for text.
package html
