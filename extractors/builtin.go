package extractors

import "github.com/tongket/tongket/extractors/citation"

// Builtin returns the kinds of this program: the one list to add a kind to.
func Builtin() Kinds {
	return Kinds{
		"citation": of("documents cited by their number", citation.Default(), citation.New),
	}
}
