package configs

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/tongket/tongket/pipeline/report"
)

// wrongShapes says in words of the file which values of a node have another shape than
// the type that it is decoded into wants: "need: want a list of lists of words …".
func wrongShapes(file string, node ast.Node, t reflect.Type, key string) []error {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	n := plain(node)
	if t == reflect.TypeFor[ast.Node]() || t.Kind() == reflect.Interface {
		return nil
	}
	wrongAt := func(at ast.Node, have string) []error {
		err := fmt.Errorf("want %s, have %s", wantedShape(t), have)
		if key != "" {
			err = fmt.Errorf("%s: %w", key, err)
		}
		return []error{fmt.Errorf("%s:%d: %w", file, first(at), err)}
	}
	wrong := func() []error { return wrongAt(node, shape(n)) }
	switch n := n.(type) {
	case *ast.NullNode, *ast.AliasNode, *ast.MergeKeyNode, nil:
		return nil
	case *ast.SequenceNode:
		if t.Kind() != reflect.Slice {
			return wrong()
		}
		var faults []error
		for _, v := range n.Values {
			if item := plain(v); !shaped(item, t.Elem()) { // of the whole: one word of a list tells less
				have := "a list with " + shape(item)
				if isMapping(item) && t.Elem().Kind() == reflect.String {
					have += "; a word that begins with { stands in quotes"
				}
				return wrongAt(v, have)
			}
			faults = append(faults, wrongShapes(file, v, t.Elem(), key)...)
		}
		return faults
	case *ast.MappingNode:
		return wrongIn(file, n.Values, t, wrong)
	case *ast.MappingValueNode:
		return wrongIn(file, []*ast.MappingValueNode{n}, t, wrong)
	}
	if !shaped(n, t) {
		return wrong()
	}
	return nil
}

func wrongIn(file string, values []*ast.MappingValueNode, t reflect.Type, wrong func() []error) []error {
	var faults []error
	switch t.Kind() {
	case reflect.Map:
		for _, v := range values {
			faults = append(faults, wrongShapes(file, v.Value, t.Elem(), v.Key.GetToken().Value)...)
		}
	case reflect.Struct:
		for f := range t.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
			if i := slices.IndexFunc(values, func(v *ast.MappingValueNode) bool { return v.Key.GetToken().Value == name }); i >= 0 {
				faults = append(faults, wrongShapes(file, values[i].Value, f.Type, name)...)
			}
		}
	default:
		return wrong()
	}
	return faults
}

// shaped reports whether a node may be a value of a type, as far as its outside tells.
func shaped(n ast.Node, t reflect.Type) bool {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if t.Kind() == reflect.Interface {
		return true
	}
	switch n.(type) {
	case *ast.NullNode, *ast.AliasNode, nil:
		return true
	case *ast.SequenceNode:
		return t.Kind() == reflect.Slice
	case *ast.MappingNode, *ast.MappingValueNode:
		return t.Kind() == reflect.Map || t.Kind() == reflect.Struct
	case *ast.BoolNode:
		return t.Kind() == reflect.Bool
	case *ast.IntegerNode:
		return t.Kind() == reflect.Int || t.Kind() == reflect.String || t.Kind() == reflect.Float64
	case *ast.FloatNode:
		return t.Kind() == reflect.String || t.Kind() == reflect.Float64
	}
	return t.Kind() == reflect.String
}

// wantedShape says what a value of a type looks like in YAML.
func wantedShape(t reflect.Type) string {
	switch t {
	case reflect.TypeFor[[]string]():
		return "a list of words: [a, b]"
	case reflect.TypeFor[[][]string]():
		return "a list of lists of words: [[a, b], [c]]"
	case reflect.TypeFor[map[string][]string]():
		return "lists of words by code: {code: [a, b]}"
	case reflect.TypeFor[map[string]string]():
		return "a value for each column: {column: value}"
	case reflect.TypeFor[report.Label]():
		return "a label in two languages: {vi: a, en: b}"
	case reflect.TypeFor[[]report.Code]():
		return "a list of codes: [{code: a, label: {vi: b, en: c}}]"
	}
	switch t.Kind() {
	case reflect.Struct:
		return "keys with values: " + strings.Join(keysOf(t), ", ")
	case reflect.Bool:
		return "true or false"
	case reflect.Int:
		return "a whole number"
	case reflect.Float64:
		return "a number"
	case reflect.Slice:
		if k := t.Elem().Kind(); k == reflect.Struct || k == reflect.Map {
			return "a list of keys with values: [{key: value}]"
		}
		return "a list"
	case reflect.Map:
		return "keys with values"
	default:
		return "one text, in quotes if it looks like something else"
	}
}

// keysOf are the keys that a mapping may have.
func keysOf(t reflect.Type) (keys []string) {
	for f := range t.Fields() {
		if name, _, _ := strings.Cut(f.Tag.Get("yaml"), ","); name != "" {
			keys = append(keys, name)
		}
	}
	return keys
}

func isMapping(n ast.Node) bool {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return true
	}
	return false
}

// shape says what a node is.
func shape(n ast.Node) string {
	switch n.(type) {
	case *ast.SequenceNode:
		return "a list"
	case *ast.MappingNode, *ast.MappingValueNode:
		return "keys with values"
	case *ast.BoolNode:
		return "true or false"
	case *ast.IntegerNode, *ast.FloatNode:
		return "a number"
	}
	return "one text"
}

// shapeFaults says a fault of the library in words of the file, where it is one of shape;
// none where it is another.
func shapeFaults(file string, node ast.Node, into any, err error) []error {
	_, mistyped := errors.AsType[*yaml.TypeError](err)
	_, misplaced := errors.AsType[*yaml.UnexpectedNodeTypeError](err)
	if !mistyped && !misplaced || node == nil {
		return nil
	}
	return wrongShapes(file, node, reflect.TypeOf(into), "")
}
