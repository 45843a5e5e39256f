// Package csv reads tables kept as text: fields parted by commas, semicolons,
// tabs or bars, in any encoding.
//
// The separator is found out, because a Vietnamese Excel writes semicolons and
// keeps the comma for decimals. Fields are given as they are written: "17,4"
// stays "17,4".
package csv
