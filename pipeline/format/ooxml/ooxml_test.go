package ooxml_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/parts"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/xuri/excelize/v2"
)

func TestMembers(t *testing.T) {
	long := strings.Repeat("đại hội ", 10_000)
	z, err := ooxml.OpenZip(formattest.Zip("word/document.xml", long, "a.txt", "a"), parts.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := z.Read(t.Context(), "WORD/Document.xml")
	if string(got) != long || err != nil {
		t.Errorf("got %d bytes of %d, %v", len(got), len(long), err)
	}
	if got, err := z.Read(t.Context(), "none"); got != nil || err != nil {
		t.Error("a member that is not there gives nothing")
	}
}

func TestACutZipStillHasItsMembers(t *testing.T) {
	whole := formattest.Zip("a.xml", strings.Repeat("a", 5000), "b.xml", strings.Repeat("b", 5000))
	cut := whole[:bytes.Index(whole, []byte("PK\x01\x02"))]
	z, err := ooxml.OpenZip(cut, parts.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"a.xml": strings.Repeat("a", 5000), "b.xml": strings.Repeat("b", 5000)} {
		if got, err := z.Read(t.Context(), name); string(got) != want || err != nil {
			t.Errorf("%s: got %d bytes, %v", name, len(got), err)
		}
	}
	if formattest.Reason(z.Damage()) != report.Truncated {
		t.Errorf("damage: got %v", z.Damage())
	}
}

func TestAFlippedByteKeepsWhatCameBefore(t *testing.T) {
	var text strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&text, "%d ", i*7919%10007)
	}
	data := formattest.Zip("a.xml", text.String())
	data[len(data)/2] ^= 0x55
	z, err := ooxml.OpenZip(data, parts.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	got, err := z.Read(t.Context(), "a.xml")
	if len(got) < 1000 || formattest.Reason(err) == "" {
		t.Errorf("got %d bytes, %v", len(got), err)
	}
}

func TestBudgets(t *testing.T) {
	data := formattest.Zip("a", strings.Repeat(" ", 1<<20), "b", strings.Repeat(" ", 1<<20))
	for name, limits := range map[string]parts.Limits{
		"of a member":     {Part: 1 << 19},
		"of all together": {Total: 1<<20 + 1000},
	} {
		z, err := ooxml.OpenZip(data, limits)
		if err != nil {
			t.Fatal(err)
		}
		_, errA := z.Read(t.Context(), "a")
		_, errB := z.Read(t.Context(), "b")
		if formattest.Reason(errors.Join(errA, errB)) != report.Expansion {
			t.Errorf("%s: got %v and %v", name, errA, errB)
		}
	}
}

func TestRelations(t *testing.T) {
	p, err := ooxml.Open(t.Context(), formattest.Zip(
		"[Content_Types].xml", `<Types><Default Extension="png" ContentType="image/png"/><Override PartName="/word/x.xml" ContentType="t/x"/></Types>`,
		"word/_rels/x.xml.rels", `<Relationships><Relationship Id="1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/header" Target="../top/h.xml"/>`+
			`<Relationship Id="2" Type="a/image" Target="/word/p.png"/><Relationship Id="3" Type="a/hyperlink" Target="http://x.vn/" TargetMode="External"/><Relationship Id="4" Type="a/styles" Target="../../../etc/passwd"/></Relationships>`),
		parts.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	rels := p.Relations("word/x.xml")
	want := []ooxml.Relation{
		{ID: "1", Kind: "header", Target: "top/h.xml"}, {ID: "2", Kind: "image", Target: "word/p.png"},
		{ID: "3", Kind: "hyperlink", Target: "http://x.vn/", External: true}, {ID: "4", Kind: "styles", Target: "etc/passwd"},
	}
	for i := range want {
		if rels[i] != want[i] {
			t.Errorf("got %+v, want %+v", rels[i], want[i])
		}
	}
	if p.Type("word/x.xml") != "t/x" || p.Type("word/p.png") != "image/png" || p.Type("y") != "" {
		t.Error("content types")
	}
}

func FuzzZip(f *testing.F) {
	f.Add(formattest.Zip("a", strings.Repeat("a", 100), "b/c", "x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		z, err := ooxml.OpenZip(data, parts.Limits{Part: 1 << 16, Total: 1 << 18})
		if err != nil {
			if formattest.Reason(err) == "" {
				t.Errorf("error without reason: %v", err)
			}
			return
		}
		for _, name := range z.Names() {
			if got, _ := z.Read(t.Context(), name); len(got) > 1<<16 {
				t.Fatalf("%s: %d bytes beyond the limit", name, len(got))
			}
		}
	})
}

func ExampleZip_Read() {
	z, err := ooxml.OpenZip(formattest.Zip("word/document.xml", "<w:document/>"), parts.Limits{})
	if err != nil {
		fmt.Println(err)
		return
	}
	data, err := z.Read(context.Background(), "word/document.xml")
	fmt.Println(string(data), err)
	// Output: <w:document/> <nil>
}

func TestDecrypt(t *testing.T) {
	var text strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&text, "%d ", i*7919%10007)
	}
	plain := formattest.Zip("word/document.xml", text.String()) // excelize cannot encrypt less than 4 KB
	sealed, err := excelize.Encrypt(plain, &excelize.Options{Password: "bí mật"})
	if err != nil {
		t.Fatal(err)
	}
	got, err := ooxml.Decrypt(t.Context(), sealed, []string{"sai", "bí mật"})
	if err != nil || !bytes.HasPrefix(got, plain) {
		t.Errorf("got %d bytes of %d, %v", len(got), len(plain), err)
	}
	if _, err = ooxml.Decrypt(t.Context(), sealed, []string{"sai"}); formattest.Reason(err) != report.Locked {
		t.Errorf("a wrong password: got %v", err)
	}
	open, err := excelize.Encrypt(plain, &excelize.Options{Password: ooxml.Everybody})
	if err != nil {
		t.Fatal(err)
	}
	if got, err := ooxml.Decrypt(t.Context(), open, nil); err != nil || !bytes.HasPrefix(got, plain) {
		t.Errorf("the password that everybody has: %v", err)
	}
}

func FuzzDecrypt(f *testing.F) {
	sealed, err := excelize.Encrypt(formattest.Zip("a", "a"), &excelize.Options{Password: ooxml.Everybody})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(sealed)
	f.Fuzz(func(t *testing.T, data []byte) {
		if _, err := ooxml.Decrypt(t.Context(), data, nil); err != nil && formattest.Reason(err) == "" {
			t.Errorf("error without reason: %v", err)
		}
	})
}
