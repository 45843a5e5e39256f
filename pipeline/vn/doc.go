// Package vn knows how Vietnamese is written: which spellings are the same
// word, which letters a syllable may have, how Roman numerals read.
//
// It knows nothing of reports; encodings, text and extractors stand on it.
package vn
