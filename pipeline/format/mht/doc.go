// Package mht reads web pages that were saved with all they need as one file
// (mht, mhtml), as browsers and Word write them.
//
// The page itself is read as package html reads it; pictures and style sheets
// are left. A page of frames has no text of its own: the pages that it shows
// are read in its place.
package mht
