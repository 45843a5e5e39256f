package journal

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// The short way through a line ends where encoding/json does, or is not taken.
func TestLineScanner(t *testing.T) {
	sum := ID("77d23cb1884b0a63a491b9b3da24005a8c91fdb0c6ad76652127abbeb75c171e")
	lines := []struct {
		name  string
		value any
		short bool
	}{
		{"a document", line{
			ID:   sum,
			Read: &readLine{Key: "k", Status: report.OK, Media: "text/html", Pages: 4, Characters: 8123, Bytes: 10927, Document: frame{0, 5548, 3950145865}},
			Rows: &rowsLine{Key: "x", Rows: frame{5548, 6849, 661216345}, Term: 2010, Province: "Cần Thơ", About: 523451234567890123},
		}, true},
		{"with notes", line{ID: sum, Read: &readLine{Status: report.OK, Notes: []report.Note{{Code: "encoding", Text: "TCVN3 (.VnTime): 12"}, {Code: "ocr"}}}}, true},
		{"in part", line{ID: sum, Read: &readLine{Status: report.Partial, Trouble: &trouble{Stage: report.StageRead, Reason: report.Damaged, Detail: "cắt ngang"}}}, true},
		{"a quote in a name", line{ID: sum, Read: &readLine{Notes: []report.Note{{Code: "encoding", Text: `"Times"`}}}}, false},
		{"attached", line{ID: sum, Read: &readLine{Attached: []Attached{{Name: "a.doc", Size: 3}}}}, false},
		{"published", line{Published: &Published{Read: "k"}}, false},
		{"an input", inputLine{Position: 3, Path: "bao cao/Đại hội.doc", Size: -1, Stamp: "dn5q2z9kvosc", ID: sum}, true},
		{"an input that failed", inputLine{Path: "x", Trouble: &trouble{Stage: report.StageSource, Reason: report.Unreadable}}, true},
		{"a name of HTML", inputLine{Path: "<a>"}, false},
	}
	for _, c := range lines {
		data, err := json.Marshal(c.value)
		if err != nil {
			t.Fatal(err)
		}
		x := lineScanner{s: string(data) + "\n"}
		var got any
		switch c.value.(type) {
		case line:
			got = x.line()
		default:
			got = x.input()
		}
		if x.ended() != c.short || c.short && !reflect.DeepEqual(got, c.value) {
			t.Errorf("%s: the short way is taken: %v; got %+v", c.name, x.ended(), got)
		}
	}
}

// FuzzLine: what the short way takes, encoding/json takes for the same.
func FuzzLine(f *testing.F) {
	for _, s := range []string{
		`{"sum":"ab","read":{"key":"k","status":"ok","pages":2,"notes":[{"Code":"ocr","Text":""}],"document":[0,5,6]},"rows":{"key":"x","term":2010,"province":"Cần Thơ","about":7}}`,
		`{"i":0,"path":"a/b.html","size":-1,"stamp":"s","sum":"cd","trouble":{"stage":"source","reason":"unreadable","detail":"x"}}`,
		`{"i":01}`, `{"path":"a` + "\xff" + `"}`, `{"sum":"a`, `{"rows":{"rows":[1,2]}}`, `{`, ``,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sameAsJSON(t, s, (*lineScanner).line)
		sameAsJSON(t, s, (*lineScanner).input)
	})
}

func sameAsJSON[T any](t *testing.T, s string, short func(*lineScanner) T) {
	x := lineScanner{s: s}
	got := short(&x)
	if !x.ended() {
		return
	}
	var want T
	if err := json.Unmarshal([]byte(s), &want); err != nil {
		t.Fatalf("%q: %v", s, err)
	}
	again, err := json.Marshal(want)
	if err != nil {
		t.Fatal(err)
	}
	if string(again) == s && !reflect.DeepEqual(got, want) { // no line has a name twice
		t.Errorf("%q: got %+v, want %+v", s, got, want)
	}
}
