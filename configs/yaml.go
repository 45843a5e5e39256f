package configs

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"

	"github.com/tongket/tongket/pipeline/report"
)

// Options is the settings node of one rule, not yet decoded: the kind decodes
// it strictly into its own type.
type Options struct {
	file string
	node ast.Node
}

// Decode decodes the settings over what into holds. Unknown keys and wrong
// types are errors with file and line.
func (o Options) Decode(into any) error {
	if o.node == nil {
		return nil
	}
	return decodeNode(o.file, o.node, into)
}

func decodeYAML(file string, data []byte, into any) error {
	err := unpanicked(func() error { return yaml.UnmarshalWithOptions(data, into, yaml.DisallowUnknownField()) })
	if err == nil {
		return nil
	}
	return decodingFault(file, body(data), into, err)
}

// decodeNode is decodeYAML of a part of a file.
func decodeNode(file string, node ast.Node, into any) error {
	err := unpanicked(func() error { return yaml.NodeToValue(node, into, yaml.DisallowUnknownField()) })
	if err == nil {
		return nil
	}
	return decodingFault(file, node, into, err)
}

// decodingFault says why a node could not be decoded.
func decodingFault(file string, node ast.Node, into any, err error) error {
	if faults := shapeFaults(file, node, into, err); len(faults) > 0 {
		return errors.Join(faults...)
	}
	if _, ok := errors.AsType[*yaml.UnknownFieldError](err); ok {
		return everyKey(file, node, into, err)
	}
	return fault(file, err)
}

// unpanicked makes an error of a panic: the library has some for broken texts.
func unpanicked(decode func() error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("no YAML that can be read: %v", p)
		}
	}()
	return decode()
}

// fault puts file and line in front of a YAML error.
func fault(file string, err error) error {
	if err == nil {
		return nil
	}
	if e, ok := errors.AsType[yaml.Error](err); ok && e.GetToken() != nil {
		at := e.GetToken().Position
		if big, ok := errors.AsType[*yaml.OverflowError](err); ok {
			return fmt.Errorf("%s:%d: %s is too large", file, at.Line, big.SrcNum)
		}
		var other string
		if _, err := fmt.Sscanf(cut(e.GetMessage(), "already defined at "), "[%s", &other); err == nil { // "[2:3]"
			line, _, _ := strings.Cut(other, ":")
			return fmt.Errorf("%s:%d: the key %q stands twice, also in line %s", file, at.Line, e.GetToken().Value, line)
		}
		return fmt.Errorf("%s:%d: no YAML: %s; look at the line and the one above: spaces before it, quotes and brackets, quotes around what has a colon or a sign at its front", file, at.Line, e.GetMessage())
	}
	return fmt.Errorf("%s: %w", file, err)
}

// cut is what stands behind a mark in a text, "" without it.
func cut(text, mark string) string {
	_, after, _ := strings.Cut(text, mark)
	return after
}

// everyKey names all unknown keys, where the library stops at the first, and
// then the first value that does not fit.
func everyKey(file string, node ast.Node, into any, first error) error {
	faults := unknownKeys(file, node, reflect.TypeOf(into))
	if len(faults) == 0 {
		return fault(file, first)
	}
	again := reflect.New(reflect.TypeOf(into).Elem()).Interface()
	rest := unpanicked(func() error { return yaml.NodeToValue(node, again) })
	if rest == nil {
		return errors.Join(faults...)
	}
	return errors.Join(append(faults, decodingFault(file, node, into, rest))...)
}

// unknownKeys walks a node beside the type that it is decoded into.
func unknownKeys(file string, node ast.Node, t reflect.Type) []error {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch n := plain(node).(type) {
	case *ast.SequenceNode:
		if t.Kind() != reflect.Slice {
			return nil
		}
		var faults []error
		for _, v := range n.Values {
			faults = append(faults, unknownKeys(file, v, t.Elem())...)
		}
		return faults
	case *ast.MappingNode:
		return unknownIn(file, n.Values, t)
	case *ast.MappingValueNode:
		return unknownIn(file, []*ast.MappingValueNode{n}, t)
	}
	return nil
}

func unknownIn(file string, values []*ast.MappingValueNode, t reflect.Type) []error {
	var faults []error
	switch t.Kind() {
	case reflect.Map:
		for _, v := range values {
			faults = append(faults, unknownKeys(file, v.Value, t.Elem())...)
		}
	case reflect.Struct:
		fields := map[string]reflect.Type{}
		for f := range t.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
			fields[name] = f.Type
		}
		for _, v := range values {
			key := v.Key.GetToken()
			if of, ok := fields[key.Value]; ok {
				faults = append(faults, unknownKeys(file, v.Value, of)...)
			} else if key.Value != "<<" {
				faults = append(faults, unknownKey(fmt.Sprintf("%s:%d", file, key.Position.Line), key.Value, slices.Collect(maps.Keys(fields))))
			}
		}
	default:
	}
	return faults
}

// alike are settings that mean the same in different kinds of rules, or in other programs.
var alike = [][]string{
	{"not", "forbid", "exclude", "except", "unless"},
	{"words", "cue", "near", "phrases", "keywords"},
	{"need", "require", "requires", "with"},
	{"expr", "regex", "regexp", "expression"},
	{"column", "field"},
	{"examples", "tests"},
}

// unknownKey refuses a key with the one that was meant, as far as it can be told.
func unknownKey(at, key string, known []string) error {
	for _, group := range alike {
		if !slices.Contains(group, key) {
			continue
		}
		for _, k := range group {
			if slices.Contains(known, k) {
				return fmt.Errorf("%s: unknown key %q; here it is called %q", at, key, k)
			}
		}
	}
	if near := report.DidYouMean(key, known); near != "" {
		return fmt.Errorf("%s: unknown key %q%s", at, key, near)
	}
	slices.Sort(known)
	return fmt.Errorf("%s: unknown key %q; there are %s", at, key, strings.Join(known, ", "))
}

// plain is a node without its anchor and tag.
func plain(node ast.Node) ast.Node {
	for {
		switch n := node.(type) {
		case *ast.AnchorNode:
			node = n.Value
		case *ast.TagNode:
			node = n.Value
		default:
			return node
		}
	}
}

// body is the first document of a YAML text, nil for none. It is made again
// where a fault needs its line: reading a profile without faults does not pay
// for it.
func body(data []byte) ast.Node {
	var out ast.Node
	_ = unpanicked(func() error { // what cannot be parsed has no lines, and its fault is said already
		f, err := parser.ParseBytes(data, 0)
		if err == nil && len(f.Docs) > 0 {
			out = f.Docs[0].Body
		}
		return err
	})
	return out
}

// line is the line of what a path of keys and numbers leads to, as far as it
// leads; 0 when there is nothing.
func line(node ast.Node, path ...any) int {
	at := 0
	if node != nil && node.GetToken() != nil {
		at = node.GetToken().Position.Line
	}
	for _, step := range path {
		var next ast.Node
		switch n := plain(node).(type) {
		case *ast.SequenceNode:
			if i, ok := step.(int); ok && i < len(n.Values) {
				next = n.Values[i]
				at = first(next)
			}
		case *ast.MappingNode:
			next = child(n.Values, step, &at)
		case *ast.MappingValueNode:
			next = child([]*ast.MappingValueNode{n}, step, &at)
		}
		if next == nil {
			return at
		}
		node = next
	}
	return at
}

// place is where something stands in a YAML file; its line is found when a fault
// is said.
type place struct {
	file string
	data []byte
	path []any
}

func (p place) String() string { return fmt.Sprintf("%s:%d", p.file, line(body(p.data), p.path...)) }

// of is the place of a part.
func (p place) of(path ...any) place { return place{p.file, p.data, slices.Concat(p.path, path)} }

// child is the value of a key; at becomes the line of the key.
func child(values []*ast.MappingValueNode, key any, at *int) ast.Node {
	for _, v := range values {
		if v.Key.GetToken().Value == key {
			*at = v.Key.GetToken().Position.Line
			return v.Value
		}
	}
	return nil
}

// first is the line on which a node begins; the library gives that of the colon
// of a mapping.
func first(node ast.Node) int {
	switch n := plain(node).(type) {
	case *ast.MappingNode:
		if len(n.Values) > 0 {
			return n.Values[0].Key.GetToken().Position.Line
		}
	case *ast.MappingValueNode:
		return n.Key.GetToken().Position.Line
	}
	return node.GetToken().Position.Line
}
