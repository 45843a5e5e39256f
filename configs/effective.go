package configs

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/go-viper/mapstructure/v2"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/spf13/pflag"
	"github.com/spf13/viper"

	"github.com/tongket/tongket/pipeline/report"
)

// delimiter parts the levels of a key inside viper. A dot would split names
// that have one.
const delimiter = "::"

// envPrefix begins the variables of this program.
const envPrefix = "TONGKET_"

// Languages are those of the terminal and the workbook, the default first.
var Languages = []string{"vi", "en"}

// Language is the language that a settings file asks for, as far as it can be
// understood, "" for none: for what is said before settings are read. The file ""
// is DefaultFile.
func Language(file string) string {
	data, err := os.ReadFile(cmp.Or(file, DefaultFile))
	if err != nil {
		return ""
	}
	var settings struct {
		Lang string `yaml:"lang"`
	}
	if err := unpanicked(func() error { return yaml.Unmarshal(data, &settings) }); err != nil || !slices.Contains(Languages, settings.Lang) {
		return ""
	}
	return settings.Lang
}

// DefaultFile is the settings file that is read when none is named.
const DefaultFile = "tongket.yaml"

// Sources are where settings come from, besides the defaults.
type Sources struct {
	// File is a settings file; "" is DefaultFile in the working folder if it is
	// there.
	File string
	// Flags are the flags of a verb by the key that each sets: "log::format".
	// Only flags that were given count.
	Flags map[string]*pflag.Flag
	// Formats are the names that the setting formats may hold.
	Formats []string
}

// Effective is the settings in force, each with where it comes from.
type Effective struct {
	Settings
	// File is the settings file that was read, "" for none.
	File string
	// Mirror is the object store that the outputs are copied to, when out is the
	// address of one; Out is then the folder in which they are made.
	Mirror string
	keys   []string
	origin map[string]string
	values map[string]string
}

// Read gathers the settings: flags go before variables, these before the file,
// and that before the defaults. All faults come at once, each with its place;
// settings that come with an error are those that could be read.
func Read(s Sources) (*Effective, error) {
	e := &Effective{origin: map[string]string{}, values: map[string]string{}}
	v := viper.NewWithOptions(viper.KeyDelimiter(delimiter))
	v.SetConfigType("yaml")
	schema := settingsSchema()
	r := reader{e: e, v: v, schema: schema}
	r.defaults()
	r.file(s.File)
	r.environment()
	r.flags(s.Flags)
	err := v.UnmarshalExact(&e.Settings, func(c *mapstructure.DecoderConfig) {
		c.WeaklyTypedInput = false
		c.DecodeHook = decodeHook
	})
	if err != nil {
		return nil, errors.Join(append(r.faults, fmt.Errorf("settings: %w", err))...)
	}
	r.check(s.Formats)
	return e, errors.Join(r.faults...)
}

type reader struct {
	e      *Effective
	v      *viper.Viper
	schema map[string]reflect.Type
	faults []error
}

func (r *reader) fault(format string, args ...any) {
	r.faults = append(r.faults, fmt.Errorf(format, args...))
}

// settingsSchema lists the keys of Settings with their types.
func settingsSchema() map[string]reflect.Type {
	schema := map[string]reflect.Type{}
	var walk func(t reflect.Type, prefix string)
	walk = func(t reflect.Type, prefix string) {
		for f := range t.Fields() {
			key := prefix + f.Tag.Get("mapstructure")
			if f.Type.Kind() == reflect.Struct && f.Type != reflect.TypeFor[MaxFailed]() && f.Type != reflect.TypeFor[Window]() {
				walk(f.Type, key+delimiter)
				continue
			}
			schema[key] = f.Type
		}
	}
	walk(reflect.TypeFor[Settings](), "")
	return schema
}

// take checks a value, notes where it comes from and hands it to viper by way
// of its level. It is called from the lowest level to the highest, so the last
// note is of the value in force.
func (r *reader) take(key, origin string, value any, level func() error) {
	parsed, err := parseSetting(r.schema[key], value)
	if err == nil {
		err = level()
	}
	if err != nil {
		r.fault("%s: %s: %w", origin, shown(key), err)
		return
	}
	r.e.origin[key], r.e.values[key] = origin, text(parsed)
}

// shown is a key as people read it: limits.bytes.
func shown(key string) string { return strings.ReplaceAll(key, delimiter, ".") }

func text(v any) string {
	if list, ok := v.([]string); ok {
		return strings.Join(list, ",")
	}
	return fmt.Sprint(v)
}

// defaults reads default.yaml, which also gives the order of the keys.
func (r *reader) defaults() {
	r.yaml("default", defaultYAML, func(key, _ string, value any) {
		r.e.keys = append(r.e.keys, key)
		r.take(key, "default", value, func() error { r.v.SetDefault(key, value); return nil })
	})
}

func (r *reader) file(name string) {
	asked := name != ""
	if !asked {
		name = DefaultFile
	}
	data, err := os.ReadFile(name)
	if err != nil {
		switch {
		case errors.Is(err, os.ErrNotExist) && asked:
			r.fault("settings file %s: no such file; check --config", name)
		case !errors.Is(err, os.ErrNotExist):
			r.fault("settings file %w", err)
		}
		return
	}
	r.e.File = name
	r.yaml(name, data, func(key, origin string, value any) {
		r.take(key, origin, value, func() error { return r.v.MergeConfigMap(nested(key, value)) })
	})
}

// nested makes the map that viper takes for a key: {limits: {bytes: …}}.
func nested(key string, value any) map[string]any {
	if group, rest, ok := strings.Cut(key, delimiter); ok {
		return map[string]any{group: nested(rest, value)}
	}
	return map[string]any{key: value}
}

// yaml calls set for every setting of a YAML file, with its place.
func (r *reader) yaml(name string, data []byte, set func(key, origin string, value any)) {
	f, err := parser.ParseBytes(bytes.TrimPrefix(data, []byte("\ufeff")), 0)
	if err != nil {
		r.faults = append(r.faults, fault(name, err))
		return
	}
	if len(f.Docs) > 1 {
		r.fault("%s: one YAML document is wanted, not %d", name, len(f.Docs))
		return
	}
	for _, doc := range f.Docs {
		if doc.Body != nil {
			r.mapping(name, "", doc.Body, set)
		}
	}
}

func (r *reader) mapping(file, prefix string, node ast.Node, set func(key, origin string, value any)) {
	var values []*ast.MappingValueNode
	switch n := node.(type) {
	case *ast.MappingNode:
		values = n.Values
	case *ast.MappingValueNode:
		values = []*ast.MappingValueNode{n}
	case *ast.NullNode, *ast.CommentGroupNode:
		return // a file, or a part of it, with comments only
	default:
		r.fault("%s:%d: want settings, have %s", file, node.GetToken().Position.Line, node.Type())
		return
	}
	for _, v := range values {
		line := v.Key.GetToken().Position.Line
		key := prefix + v.Key.GetToken().Value
		origin := fmt.Sprintf("%s:%d", file, line)
		switch {
		case r.schema[key] != nil:
			value, err := scalar(v.Value)
			if err != nil {
				r.fault("%s: %s: %w", origin, shown(key), err)
				continue
			}
			set(key, origin, value)
		case r.isGroup(key):
			r.mapping(file, key+delimiter, v.Value, set)
		default:
			r.fault("%s: unknown key %q%s", origin, shown(key), report.DidYouMean(shown(key), r.shownKeys()))
		}
	}
}

func (r *reader) isGroup(key string) bool {
	for k := range r.schema {
		if strings.HasPrefix(k, key+delimiter) {
			return true
		}
	}
	return false
}

func (r *reader) shownKeys() []string {
	var keys []string
	for k := range r.schema {
		keys = append(keys, shown(k))
		if group, _, ok := strings.Cut(k, delimiter); ok {
			keys = append(keys, group)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// scalar returns the value of a node: string, int, float64, bool or []string.
func scalar(node ast.Node) (any, error) {
	switch n := node.(type) {
	case *ast.StringNode:
		return n.Value, nil
	case *ast.LiteralNode:
		return n.Value.Value, nil
	case *ast.BoolNode:
		return n.Value, nil
	case *ast.FloatNode:
		return n.Value, nil
	case *ast.IntegerNode:
		i, err := strconv.Atoi(n.GetToken().Value)
		if err != nil {
			return nil, fmt.Errorf("%s is too large", n.GetToken().Value)
		}
		return i, nil
	case *ast.NullNode:
		return nil, errors.New("has no value; write one, or leave the key out")
	case *ast.SequenceNode:
		list := []string{}
		for _, v := range n.Values {
			x, err := scalar(v)
			s, ok := x.(string)
			if err != nil || !ok {
				return nil, fmt.Errorf("a list of words is wanted, not %s", v.GetToken().Value)
			}
			list = append(list, s)
		}
		return list, nil
	}
	return nil, fmt.Errorf("one value is wanted, not a %s", strings.ToLower(node.Type().String()))
}

// variable is the name of the variable of a key: TONGKET_LIMITS_BYTES.
func variable(key string) string {
	return envPrefix + strings.ToUpper(strings.ReplaceAll(key, delimiter, "_"))
}

// environment takes the variables that begin with TONGKET_. An empty one counts
// as not set, as a shell cannot always unset.
func (r *reader) environment() {
	keys, names := map[string]string{}, []string{}
	for k := range r.schema {
		keys[variable(k)] = k
		names = append(names, variable(k))
	}
	for _, x := range os.Environ() {
		name, value, _ := strings.Cut(x, "=")
		if !strings.HasPrefix(name, envPrefix) || value == "" {
			continue
		}
		if key, ok := keys[name]; ok {
			r.take(key, name, value, func() error { return r.v.BindEnv(key, name) })
			continue
		}
		r.fault("%s: no such setting%s", name, report.DidYouMean(name, names))
	}
}

func (r *reader) flags(flags map[string]*pflag.Flag) {
	for _, key := range slices.Sorted(func(yield func(string) bool) {
		for k := range flags {
			if !yield(k) {
				return
			}
		}
	}) {
		if f := flags[key]; f.Changed {
			r.take(key, "--"+f.Name, f.Value.String(), func() error { return r.v.BindPFlag(key, f) })
		}
	}
}

// parseSetting makes a value of a setting's type. Words from variables and
// flags are read; from a file a number must be a number.
func parseSetting(t reflect.Type, value any) (any, error) {
	s, isText := value.(string)
	switch t {
	case reflect.TypeFor[time.Duration]():
		return parseDuration(fmt.Sprint(value))
	case reflect.TypeFor[Size]():
		return ParseSize(fmt.Sprint(value))
	case reflect.TypeFor[MaxFailed]():
		return ParseMaxFailed(fmt.Sprint(value))
	case reflect.TypeFor[Window]():
		return ParseWindow(fmt.Sprint(value))
	}
	switch t.Kind() {
	case reflect.Int:
		if n, ok := value.(int); ok {
			return n, nil
		}
		if n, err := strconv.Atoi(s); isText && err == nil {
			return n, nil
		}
		return nil, fmt.Errorf("%v is no whole number", value)
	case reflect.Bool:
		if b, ok := value.(bool); ok {
			return b, nil
		}
		if b, err := strconv.ParseBool(s); isText && err == nil {
			return b, nil
		}
		return nil, fmt.Errorf("%v is neither true nor false", value)
	case reflect.Slice:
		if list, ok := value.([]string); ok {
			return list, nil
		}
		if isText {
			return splitList(s), nil
		}
	case reflect.String:
		if isText {
			return s, nil
		}
		return nil, fmt.Errorf("%v is no text; write it in quotes", value)
	default:
	}
	return nil, fmt.Errorf("%v does not fit", value)
}

// splitList reads "a, b" and what pflag makes of a list: "[a,b]".
func splitList(s string) []string {
	list := []string{}
	for part := range strings.SplitSeq(strings.Trim(s, "[]"), ",") {
		if part = strings.TrimSpace(part); part != "" {
			list = append(list, part)
		}
	}
	return list
}

// decodeHook reads the words of variables, flags and files as the types that
// they stand for.
func decodeHook(from, to reflect.Value) (any, error) {
	switch to.Type() {
	case reflect.TypeFor[time.Duration](), reflect.TypeFor[Size](), reflect.TypeFor[MaxFailed](), reflect.TypeFor[Window](),
		reflect.TypeFor[int](), reflect.TypeFor[bool](), reflect.TypeFor[[]string](), reflect.TypeFor[string]():
		if from.Type() == reflect.TypeFor[[]any]() {
			return from.Interface(), nil
		}
		return parseSetting(to.Type(), from.Interface())
	}
	return from.Interface(), nil
}

// check looks at what the settings say together.
func (r *reader) check(formats []string) {
	s := &r.e.Settings
	where := func(key string) string { return r.e.origin[key] + ": " + shown(key) }
	oneOf := func(key, value string, allowed ...string) {
		if !slices.Contains(allowed, value) {
			r.fault("%s: %q is none of %s%s", where(key), value, strings.Join(allowed, ", "), report.DidYouMean(value, allowed))
		}
	}
	oneOf("lang", s.Lang, Languages...)
	oneOf("ocr", s.OCR, "auto", "off")
	oneOf("log::format", s.Log.Format, "auto", "text", "json")
	oneOf("log::level", s.Log.Level, "debug", "info", "warn", "error")
	for _, f := range s.Formats {
		if formats != nil {
			oneOf("formats", f, formats...)
		}
	}
	if len(s.Formats) == 0 {
		r.fault("%s: at least one is wanted: %s", where("formats"), strings.Join(formats, ", "))
	}
	if s.Out == "" {
		r.fault("%s: name a folder", where("out"))
	}
	if s.Profile != "" {
		if info, err := os.Stat(s.Profile); err != nil {
			r.fault("%s: %w", where("profile"), err)
		} else if !info.IsDir() {
			r.fault("%s: %s is no folder", where("profile"), s.Profile)
		}
	}
	for _, x := range []struct {
		key string
		n   int64
		min int64
	}{
		{"workers", int64(s.Workers), 0}, {"keep", int64(s.Keep), 0}, {"limits::bytes", int64(s.Limits.Bytes), 1}, {"limits::hand", int64(s.Limits.Hand), 1},
		{"limits::attachments", int64(s.Limits.Attachments), 0}, {"limits::depth", int64(s.Limits.Depth), 0},
		{"limits::members", int64(s.Limits.Members), 1}, {"limits::expansion", int64(s.Limits.Expansion), 1}, {"limits::ratio", int64(s.Limits.Ratio), 1},
		{"limits::pages", int64(s.Limits.Pages), 1}, {"limits::parts", int64(s.Limits.Parts), 1}, {"limits::unpacked", int64(s.Limits.Unpacked), 1},
	} {
		if x.n < x.min {
			r.fault("%s: %d is less than %d", where(x.key), x.n, x.min)
		}
	}
}

// Print writes every setting with its value and where it comes from.
func (e *Effective) Print(w io.Writer) error {
	t := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	for _, k := range e.keys {
		fmt.Fprintf(t, "%s\t%s\t%s\n", shown(k), strconv.Quote(e.values[k]), e.origin[k])
	}
	return t.Flush()
}

// Values returns every setting as text by its shown key, for run.json.
func (e *Effective) Values() map[string]string {
	out := map[string]string{}
	for k, v := range e.values {
		out[shown(k)] = v
	}
	return out
}

// Origin says where a setting comes from: "default", "tongket.yaml:3",
// "TONGKET_LANG" or "--lang".
func (e *Effective) Origin(key string) string {
	return e.origin[strings.ReplaceAll(key, ".", delimiter)]
}

// Given is how a setting came to its value.
type Given struct {
	Value, Origin string
	Variable      bool // of the environment, which Origin names
}

// Given returns how the setting of a key came to its value.
func (e *Effective) Given(key string) Given {
	return Given{e.values[key], e.origin[key], e.origin[key] == variable(key)}
}

// Keys are the keys of all settings, in order.
func (e *Effective) Keys() []string { return slices.Clone(e.keys) }

// Abs returns a path of the settings file relative to the folder of that file,
// when it is named there; paths of flags and variables are relative to the
// working folder.
func (e *Effective) Abs(key, path string) string {
	if path == "" || filepath.IsAbs(path) || !strings.HasPrefix(e.Origin(key), e.File+":") || e.File == "" {
		return path
	}
	return filepath.Join(filepath.Dir(e.File), path)
}
