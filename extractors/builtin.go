package extractors

// Builtin returns the kinds of this program: the one list to add a kind to.
func Builtin() Kinds {
	return Kinds{}
}
