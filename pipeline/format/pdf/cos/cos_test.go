package cos

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"strings"
	"testing"
)

func TestValues(t *testing.T) {
	for text, want := range map[string]string{
		"12":                    "12",
		"-.5":                   "-0.5",
		"+3.25":                 "3.25",
		"/Name#20x":             "/Name x",
		`(a(b)\)\101\n\\)`:      "(a(b))A\n\\)",
		"(a\\\r\nb\rc)":         "(ab\nc)",
		"<48 65>":               "(He)",
		"[1 (a) [/B]]":          "[1 (a) [/B]]",
		"<</A 1 /B<</C 2>>":     "error",
		"<</A 1/B<</C 2>>>>":    "<</A 1/B <</C 2>>>>",
		"<4>":                   "error",
		"1.2.3":                 "error",
		"--1":                   "error",
		"99999999999":           "error",
		"(open":                 "error",
		"]":                     "error",
		"% a note\n true":       "1",
		strings.Repeat("[", 40): "error",
	} {
		v, _, err := NewScanner([]byte(text)).Next()
		got := "error"
		if err == nil {
			got = show(v)
		}
		if got != want {
			t.Errorf("%q is %s, want %s", text, got, want)
		}
	}
}

func show(v Value) string {
	switch v.Kind {
	case Number:
		return fmt.Sprint(v.Num)
	case Bool:
		return fmt.Sprint(v.Int)
	case String:
		return "(" + string(v.Bytes) + ")"
	case Name:
		return "/" + string(v.Bytes)
	case Keyword:
		return string(v.Bytes)
	case Array:
		var parts []string
		for _, e := range v.List() {
			parts = append(parts, show(e))
		}
		return "[" + strings.Join(parts, " ") + "]"
	case Dictionary:
		var b strings.Builder
		for _, e := range v.Dict() {
			b.WriteString("/" + e.Key + " " + show(e.Value))
		}
		return "<<" + b.String() + ">>"
	default:
		return fmt.Sprint(v.Kind)
	}
}

// packed writes a stream object.
func packed(entries, content string) string {
	var b bytes.Buffer
	w := zlib.NewWriter(&b)
	_, _ = w.Write([]byte(content))
	_ = w.Close()
	return fmt.Sprintf("<<%s/Filter/FlateDecode/Length %d>>stream\n%s\nendstream", entries, b.Len(), b.String())
}

// file writes objects with a table behind them, and says where each is.
func file(objects ...string) (string, []int) {
	b := "%PDF-1.5\n"
	var places []int
	for i, o := range objects {
		places = append(places, len(b))
		b += fmt.Sprintf("%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	return b, places
}

func table(b string, places []int, entries string) string {
	s := fmt.Sprintf("xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, p := range places {
		s += fmt.Sprintf("%010d 00000 n \n", p)
	}
	return b + s + fmt.Sprintf("trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF", len(places)+1, entries, len(b))
}

func title(t *testing.T, data string) (string, error) {
	t.Helper()
	f, err := Open([]byte(data))
	if err != nil {
		return "", err
	}
	root, err := f.Get(f.Trailer, "Root")
	if err != nil {
		return "", err
	}
	v, err := f.Get(root.Dict(), "Title")
	return string(v.Bytes), err
}

// Every way to say where objects stand leads to the same value.
func TestTables(t *testing.T) {
	plain, places := file("<</Title 2 0 R>>", "(Bao cao)")
	whole := table(plain, places, "")
	later := whole + "\n"
	at := len(later)
	later += "2 0 obj\n(Ban moi)\nendobj\n"
	later += fmt.Sprintf("xref\n2 1\n%010d 00000 n \ntrailer\n<</Size 3/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF", at, len(plain), len(later))

	bundled, places := file(packed("/Type/ObjStm/N 2/First 9", "5 0 6 16 <</Title 6 0 R>>(Trong goi)"))
	line := func(kind, second, third int) string {
		return string([]byte{byte(kind), byte(second >> 8), byte(second), byte(third)})
	}
	lines := line(0, 0, 0) + line(1, places[0], 0) + line(1, len(bundled), 0) + line(0, 0, 0) + line(0, 0, 0) + line(2, 1, 0) + line(2, 1, 1)
	rows := ""
	above := make([]byte, 4)
	for i := 0; i < len(lines); i += 4 { // with the predictor of the row above
		rows += "\x02"
		for j := range 4 {
			rows += string([]byte{lines[i+j] - above[j]})
			above[j] = lines[i+j]
		}
	}
	stream := bundled + "2 0 obj\n" + packed("/Type/XRef/Size 7/W[1 2 1]/Root 5 0 R/DecodeParms<</Predictor 12/Columns 4>>", rows) +
		fmt.Sprintf("\nendobj\nstartxref\n%d\n%%%%EOF", len(bundled))
	for name, c := range map[string]struct{ data, want string }{
		"a table": {whole, "Bao cao"}, "two tables": {later, "Ban moi"}, "a table in a stream": {stream, "Trong goi"},
	} {
		if got, err := title(t, c.data); got != c.want || err != nil {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

// What is not sound is an error, whatever it costs the file.
func TestUnsound(t *testing.T) {
	plain, places := file("<</Title 2 0 R>>", "(Bao cao)")
	moved := append([]int(nil), places...)
	moved[1]++
	loop, loopPlaces := file("<</Title 2 0 R>>", "2 0 R")
	for name, data := range map[string]string{
		"no table":         plain,
		"a wrong place":    table(plain, moved, ""),
		"a lock":           table(plain, places, "/Encrypt<</V 1>>"),
		"tables in a ring": table(plain, places, fmt.Sprintf("/Prev %d", len(plain))),
		"a place outside":  strings.Replace(table(plain, places, ""), "startxref\n", "startxref\n9", 1),
	} {
		if _, err := title(t, data); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if got, _ := title(t, table(loop, loopPlaces, "")); got != "" {
		t.Errorf("an object that is itself is %q", got)
	}
}

// A stream that grows without end is stopped.
func TestBomb(t *testing.T) {
	data, places := file("<</Title 2 0 R>>", packed("", strings.Repeat("\x00", maxStream+1)))
	f, err := Open([]byte(table(data, places, "")))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.AppendStream(nil, Value{Kind: Reference, Int: 2}); err == nil {
		t.Error("unpacked")
	}
}

// Whatever the bytes, reading objects ends.
func FuzzFile(f *testing.F) {
	plain, places := file("<</Title 2 0 R>>", packed("", "(Bao cao)"))
	f.Add([]byte(table(plain, places, "")))
	f.Fuzz(func(_ *testing.T, data []byte) {
		file, err := Open(data)
		if err != nil {
			return
		}
		for n := range 8 {
			_, _ = file.AppendStream(nil, Value{Kind: Reference, Int: n})
		}
	})
}
