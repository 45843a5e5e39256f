package cos

import "slices"

// Kind is the type of a value or token.
type Kind uint8

// The kinds. Keyword and those behind it are tokens only.
const (
	Null Kind = iota
	Bool
	Number
	String
	Name
	Array
	Dictionary
	Reference
	Keyword
	open  // [
	shut  // ]
	begin // <<
	end   // >>
	eof
)

// Value is a value, or a token of a content stream.
type Value struct {
	Kind  Kind
	Whole bool    // a Number without a point
	Num   float32 // of a Number
	Int   int     // of a Number, cut; of a Reference, the object; of a Bool, 0 or 1
	Bytes []byte  // of a String, a Name or a Keyword
	List  []Value
	Dict  Dict
}

// Dict is a dictionary. Dictionaries are small, and most keys are asked for once.
type Dict []Entry

// Entry is one entry of a dictionary.
type Entry struct {
	Key   string
	Value Value
}

// Get returns a value as it stands: Null when there is none. Of two values for one
// key the last counts.
func (d Dict) Get(key string) Value {
	for _, e := range slices.Backward(d) {
		if e.Key == key {
			return e.Value
		}
	}
	return Value{}
}

// Is reports whether a value is the name.
func (v Value) Is(name string) bool { return v.Kind == Name && string(v.Bytes) == name }
