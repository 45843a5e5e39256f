// Package xlsx reads the workbooks of Excel 2007 and later: xlsx, xlsm, xltx,
// xltm; and those of Excel 2003 that are one XML file.
//
// Each sheet with cells gives its name as a heading and one table, whose cells
// show what the sheet shows (see package sheet for numbers and dates). Merged
// cells are spans; hidden sheets are read and noted, since forms keep figures
// there; comments and charts are not read, text boxes are.
package xlsx
