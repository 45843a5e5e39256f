// Package glyph shows in Unicode what office files show by other means: the
// numbers and bullets of lists, the symbols of picture fonts, and the letters
// of old fonts that Word files away in the private area.
package glyph
