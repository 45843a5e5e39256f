// Package assemble makes rows of facts: it decides which of several facts an
// identity column gets, keeps the first evidence of what is stated twice,
// derives what follows (province_2025, unit_key, precisions), and gives every
// row its stable id, its sentence and its place in code points.
package assemble
