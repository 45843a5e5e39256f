package xmlx_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
	"golang.org/x/text/encoding/unicode"
)

// walk writes the tokens down in one line.
func walk(s *xmlx.Scanner) string {
	var b strings.Builder
	for {
		switch s.Next() {
		case xmlx.Start:
			fmt.Fprintf(&b, "<%s>", s.Name())
		case xmlx.End:
			b.WriteString("</>")
		case xmlx.Text:
			b.Write(s.AppendText(nil))
		case xmlx.EOF:
			return b.String()
		}
	}
}

func TestTokens(t *testing.T) {
	for name, c := range map[string]struct{ xml, want string }{
		"prefixes do not matter":          {`<w:p><x:t>a</x:t></w:p>`, `<p><t>a</></>`},
		"an empty element ends":           {`<p><del/>a</p>`, `<p><del></>a</>`},
		"a mark in quotes is no end":      {`<p a="1>2" b='"'>x</p>`, `<p>x</>`},
		"references":                      {`<t>&lt;&amp;&#272;&#x1EA3;&quot;</t>`, `<t><&Đả"</>`},
		"comments and instructions":       {`<?xml version="1.0"?><!-- <p> --><t>a<!--b-->c</t>`, `<t>ac</>`},
		"CDATA is text as it stands":      {`<t><![CDATA[<&amp;>]]></t>`, `<t><&amp;></>`},
		"an own entity is not expanded":   {`<!DOCTYPE a [<!ENTITY x "<b>y</b>">]><t>&x;</t>`, `<t>&x;</>`},
		"a forbidden character goes":      {`<t>a&#0;&#xB;b&#xD800;</t>`, `<t>ab</>`},
		"a bare ampersand stays":          {`<t>a & b &c</t>`, `<t>a & b &c</>`},
		"an end that nothing opened":      {`</p><t>a</t></t>`, `<t>a</>`},
		"quotes that never close":         {`<p a="1><t>a</t></p>`, `<p><t>a</></>`},
		"a space before the closing mark": {`<p ><t />a</p >`, `<p><t></>a</>`},
	} {
		t.Run(name, func(t *testing.T) {
			s := xmlx.New(t.Context(), []byte(c.xml), 0)
			if got := walk(s); got != c.want || s.Err() != nil {
				t.Errorf("got %s, %v; want %s", got, s.Err(), c.want)
			}
		})
	}
}

func TestAttributes(t *testing.T) {
	s := xmlx.New(t.Context(), []byte(`<w:c r:id='7' w:id = "9" w:val="a&amp;b" w:n="-12" big="99999999999"/>`), 0)
	s.Next()
	if v := s.Value("id"); v != "7" {
		t.Errorf("the first id: got %q", v)
	}
	if v := s.Value("val"); v != "a&b" {
		t.Errorf("val: got %q", v)
	}
	if _, ok := s.Attr("none"); ok {
		t.Error("an attribute that is not there")
	}
	if n := s.Int("n", 0); n != -12 {
		t.Errorf("n: got %d", n)
	}
	if n := s.Int("big", 0); n != 1<<31-1 {
		t.Errorf("big: got %d, want it cut to 32 bits", n)
	}
	if !s.Is("n", "-12") {
		t.Error("Is")
	}
}

func TestInner(t *testing.T) {
	for in, want := range map[string]string{
		`<a><b>x</b>y</a><c/>`: `<b>x</b>y`,
		`<a/><c/>`:             ``,
		`<a>x<b>`:              `x<b>`,
	} {
		s := xmlx.New(t.Context(), []byte(in), 0)
		s.Next()
		if got := string(s.Inner()); got != want {
			t.Errorf("%s: got %q, want %q", in, got, want)
		}
	}
}

func TestLimits(t *testing.T) {
	deep := xmlx.New(t.Context(), []byte(strings.Repeat("<a>", 1000)), 0)
	walk(deep)
	wantReason(t, deep.Err(), report.TooDeep)

	cut := xmlx.New(t.Context(), []byte("<a><b>x"), 0)
	walk(cut)
	wantReason(t, cut.Err(), report.Truncated)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	gone := xmlx.New(ctx, []byte("<a/>"), 0)
	if got := walk(gone); got != "" || !errors.Is(gone.Err(), context.Canceled) {
		t.Errorf("cancelled: got %q, %v", got, gone.Err())
	}
}

func wantReason(t *testing.T, err error, want report.Reason) {
	t.Helper()
	f, ok := errors.AsType[*report.Failure](err)
	if !ok || f.Reason != want {
		t.Errorf("got %v, want reason %s", err, want)
	}
}

func TestDecode(t *testing.T) {
	const plain = `<?xml version="1.0"?><t>Đại hội</t>`
	utf16, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(plain)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ in, want string }{
		"UTF-8":                       {plain, plain},
		"UTF-8 with a mark":           {"\ufeff" + plain, plain},
		"UTF-16 with a mark":          {utf16, plain},
		"UTF-16 without a mark":       {utf16[2:], plain},
		"a declared one-byte set":     {`<?xml version="1.0" encoding="windows-1252"?><t>` + "\xe9</t>", `<?xml version="1.0" encoding="windows-1252"?><t>é</t>`},
		"UTF-8 that says otherwise":   {`<?xml version="1.0" encoding="latin1"?><t>é</t>`, `<?xml version="1.0" encoding="latin1"?><t>é</t>`},
		"an encoding nobody knows of": {`<?xml version="1.0" encoding="klingon"?><t/>`, `<?xml version="1.0" encoding="klingon"?><t/>`},
	} {
		if got := string(xmlx.Decode([]byte(c.in))); got != c.want {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func FuzzScanner(f *testing.F) {
	f.Add([]byte(`<?xml version="1.0"?><a b="c"><![CDATA[x]]>&amp;<d/></a>`))
	f.Add([]byte(`<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		s := xmlx.New(t.Context(), xmlx.Decode(data), 16)
		opened := 0
		for {
			switch s.Next() {
			case xmlx.Start:
				opened++
				s.Value("b")
			case xmlx.End:
				opened--
			case xmlx.Text:
				s.AppendText(nil)
			case xmlx.EOF:
				if s.Err() == nil && opened != 0 {
					t.Fatalf("%d elements open at a good end", opened)
				}
				return
			}
			if opened != s.Depth() {
				t.Fatalf("depth %d, opened %d", s.Depth(), opened)
			}
		}
	})
}
