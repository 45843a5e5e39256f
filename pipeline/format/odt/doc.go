// Package odt reads OpenDocument files: texts (odt, ott, odm), the same as one
// XML file (fodt), and spreadsheets (ods, ots, fods).
//
// Texts are given in the order of the printed page: page headers, the body with
// its tables cell by cell, notes, page footers. Deleted text, comments and
// hidden text are out. Numbers of list items, which the file does not hold, are
// counted and given as Label. Spreadsheets are given as package sheet gives
// them, with the text that the file itself says each cell shows.
package odt
