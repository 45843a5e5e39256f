// Package sheet is what the readers of spreadsheets share: how a number looks
// in its format, and how the cells of a sheet become parts.
//
// Numbers and dates are written as a Vietnamese office shows them: 17,4% and
// 1.298 and 05/10/2020, so that the text of a form reads like the text of a
// report. A whole number without a format of its own keeps its digits and
// nothing else: 1298.
package sheet
