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

// Value is a value, or a token of a content stream. It is kept small, because
// tables of widths have thousands.
type Value struct {
	Kind   Kind
	Whole  bool    // a Number without a point
	Num    float32 // of a Number
	Int    int     // of a Number, cut; of a Reference, the object; of a Bool, 0 or 1
	Bytes  []byte  // of a String, a Name or a Keyword
	inside *inside // of an Array or a Dictionary
}

// inside is what a value holds.
type inside struct {
	list []Value
	dict Dict
}

// List are the values of an Array.
func (v Value) List() []Value {
	if v.inside == nil {
		return nil
	}
	return v.inside.list
}

// Dict is the content of a Dictionary.
func (v Value) Dict() Dict {
	if v.inside == nil {
		return nil
	}
	return v.inside.dict
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
	for i := range slices.Backward(d) {
		if d[i].Key == key {
			return d[i].Value
		}
	}
	return Value{}
}

// Is reports whether a value is the name.
func (v Value) Is(name string) bool { return v.Kind == Name && string(v.Bytes) == name }
