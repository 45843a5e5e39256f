package configs

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
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
	return fault(o.file, into, unpanicked(func() error { return yaml.NodeToValue(o.node, into, yaml.DisallowUnknownField()) }))
}

// Line is the line at which the settings begin, 0 when there are none.
func (o Options) Line() int {
	if o.node == nil || o.node.GetToken() == nil {
		return 0
	}
	return o.node.GetToken().Position.Line
}

func decodeYAML(file string, data []byte, into any) error {
	return fault(file, into, unpanicked(func() error { return yaml.UnmarshalWithOptions(data, into, yaml.DisallowUnknownField()) }))
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

// fault puts file and line in front of a YAML error and suggests the nearest
// key for an unknown one.
func fault(file string, into any, err error) error {
	if err == nil {
		return nil
	}
	if unknown, ok := errors.AsType[*yaml.UnknownFieldError](err); ok {
		key := strings.Trim(strings.TrimPrefix(unknown.Message, "unknown field "), `"`)
		return fmt.Errorf("%s:%d: unknown key %q%s", file, unknown.Token.Position.Line, key, didYouMean(key, yamlKeys(reflect.TypeOf(into))))
	}
	if e, ok := errors.AsType[yaml.Error](err); ok && e.GetToken() != nil {
		return fmt.Errorf("%s:%d: %s", file, e.GetToken().Position.Line, e.GetMessage())
	}
	return fmt.Errorf("%s: %w", file, err)
}

// yamlKeys lists the keys of a struct and of the structs inside it.
func yamlKeys(t reflect.Type) []string {
	var keys []string
	seen := map[reflect.Type]bool{}
	var walk func(reflect.Type)
	walk = func(t reflect.Type) {
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
			t = t.Elem()
		}
		if t.Kind() != reflect.Struct || seen[t] {
			return
		}
		seen[t] = true
		for f := range t.Fields() {
			name, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
			if name != "" && name != "-" {
				keys = append(keys, name)
			}
			walk(f.Type)
		}
	}
	walk(t)
	return keys
}

// didYouMean returns "; did you mean …?" for the candidate nearest to word, ""
// when none is near.
func didYouMean(word string, candidates []string) string {
	if near := Nearest(word, candidates); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}

// Nearest returns the candidate with the smallest edit distance to word, "" when
// even that is more than a third of the word's length (at least 2).
func Nearest(word string, candidates []string) string {
	best, distance := "", max(2, len([]rune(word))/3)+1
	for _, c := range slices.SortedFunc(slices.Values(candidates), cmp.Compare[string]) {
		if d := editDistance(word, c); d < distance {
			best, distance = c, d
		}
	}
	return best
}

func editDistance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		before := row[0]
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			before, row[j+1] = row[j+1], min(row[j+1]+1, row[j]+1, before+cost)
		}
	}
	return row[len(y)]
}
