package report

import "strings"

// cellBorder parts the cells of a table row where a tab would not be seen. No
// report writes the letter.
const cellBorder = " │ "

// ShowCells makes the borders between the cells of a table row visible in a
// sentence of evidence; HideCells takes them back.
func ShowCells(s string) string { return strings.ReplaceAll(s, "\t", cellBorder) }

// HideCells is the inverse of ShowCells.
func HideCells(s string) string { return strings.ReplaceAll(s, cellBorder, "\t") }
