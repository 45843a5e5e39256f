// Package xls reads the workbooks of Excel from before 2007: BIFF8 (Excel 97 to
// 2003) and BIFF5 (Excel 5 and 95).
//
// Sheets are given as package xlsx gives them. A workbook whose structure is
// protected, which Excel stores encrypted with a password that everybody has,
// is read; one with a password of its own is Locked.
package xls
