package msg_test

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/mail"
	"github.com/tongket/tongket/pipeline/format/msg"
	"github.com/tongket/tongket/pipeline/report"
)

// unicode is a property of text.
func unicode(s string) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(s)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	return string(b)
}

// short packs properties that fit in eight bytes, number and value in turn,
// behind a header.
func short(header int, numberAndValue ...uint64) string {
	b := make([]byte, header)
	for i := 0; i+1 < len(numberAndValue); i += 2 {
		b = binary.LittleEndian.AppendUint16(b, 3)
		b = binary.LittleEndian.AppendUint16(b, uint16(numberAndValue[i]))
		b = binary.LittleEndian.AppendUint32(b, 6)
		b = binary.LittleEndian.AppendUint64(b, numberAndValue[i+1])
	}
	return string(b)
}

// unpacked is rich text as Outlook keeps it, not packed.
func unpacked(text string) string {
	b := binary.LittleEndian.AppendUint32(nil, uint32(len(text)+12))
	b = binary.LittleEndian.AppendUint32(b, uint32(len(text)))
	return string(b) + "MELA\x00\x00\x00\x00" + text
}

const (
	props   = "__properties_version1.0"
	subject = "__substg1.0_0037001F"
	sender  = "__substg1.0_0C1A001F"
	body    = "__substg1.0_1000001F"
	body8   = "__substg1.0_1000001E"
	html    = "__substg1.0_10130102"
	rich    = "__substg1.0_10090102"
	file    = "__attach_version1.0_#00000000/"
	file2   = "__attach_version1.0_#00000001/"
	name    = "__substg1.0_3707001F"
	data    = "__substg1.0_37010102"
	inside  = "__substg1.0_3701000D/"
)

// moment is 2020-07-20 01:00 UTC in steps of 100 nanoseconds since 1601.
const moment = 132396804000000000

func message(streams ...string) []byte {
	return formattest.Compound(append([]string{props, short(32, 0x0039, moment), subject, unicode("Báo cáo"), sender, unicode("Văn phòng")}, streams...)...)
}

func read(t testing.TB, data []byte) *report.Raw {
	t.Helper()
	raw, err := msg.New(msg.Config{}).Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestBodies(t *testing.T) {
	plain, page := unicode("Kính gửi\r\nchữ thường"), "<p>Kính gửi</p><table border=1><tr><td>Nữ<td>245</table>"
	for _, c := range []struct {
		why     string
		streams []string
		want    string
	}{
		{"plain text", []string{body, plain}, "Kính gửi\nchữ thường\n"},
		{"a page", []string{body, plain, html, page}, "Kính gửi\n1[0,0] Nữ\n1[0,1] 245\n"},
		{"rich text", []string{body, plain, rich, unpacked(`{\rtf1\b Kính gửi\par}`)}, "Kính gửi\n"},
		{"a page packed into rich text", []string{rich, unpacked(`{\rtf1\fromhtml1{\*\htmltag64 <p>}\htmlrtf \par\htmlrtf0 Nữ{\*\htmltag72 </p>}}`)}, "Nữ\n"},
		{"an empty page", []string{body, plain, html, "<p></p>"}, "Kính gửi\nchữ thường\n"},
		{"rich text of an unknown kind", []string{body, plain, rich, "12345678XXXX12345678"}, "Kính gửi\nchữ thường\n"},
		{"text in the message's code page", []string{props, short(32, 0x3FFD, 1258), body8, "\xd0a\xd2ng"}, "Đa\u0309ng\n"},
		{"text in the code page of its language", []string{props, short(32, 0x3FF1, 1049), body8, "\xcf\xe0\xf0\xf2\xe8\xff"}, "Партия\n"},
		{"a page in the code page of the mail that came", []string{props, short(32, 0x3FDE, 1251), html, "<p>\xcf\xe0\xf0\xf2\xe8\xff"}, "Партия\n"},
	} {
		raw := read(t, formattest.Compound(c.streams...))
		if d := cmp.Diff(c.want, formattest.Text(raw.Parts)); d != "" || raw.Media != msg.Media {
			t.Errorf("%s: %s", c.why, d)
		}
	}
}

func TestMetadata(t *testing.T) {
	want := []report.Meta{{Key: "title", Value: "Báo cáo"}, {Key: "author", Value: "Văn phòng"}, {Key: "created", Value: "2020-07-20T01:00:00Z"}}
	if d := cmp.Diff(want, read(t, message(body, unicode("x"))).Meta); d != "" {
		t.Error(d)
	}
}

// sent reads what was sent along.
func sent(t *testing.T, raw *report.Raw) (names []string, contents []string) {
	t.Helper()
	for _, a := range raw.Attachments {
		r, err := a.Open(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		b, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		names, contents = append(names, a.Path), append(contents, string(b))
	}
	return names, contents
}

func TestFilesThatWereSentAlong(t *testing.T) {
	raw := read(t, message(body, unicode("x"),
		file+name, unicode("báo cáo.doc"), file+data, "abc", file+props, short(8),
		file2+name, unicode("logo.png"), file2+data, "png", file2+"__substg1.0_3712001F", unicode("c1"), file2+"__substg1.0_370E001F", unicode("image/png"), file2+props, short(8, 0x7FFE, 1)))
	names, contents := sent(t, raw)
	if d := cmp.Diff([]string{"báo cáo.doc"}, names); d != "" || contents[0] != "abc" {
		t.Error(d, contents)
	}
}

func TestAMessageInsideIsAMail(t *testing.T) {
	in := file + inside
	raw := read(t, message(body, unicode("x"), file+"__substg1.0_3001001F", unicode("Chuyển tiếp"), file+props, short(8),
		in+props, short(24, 0x0039, moment), in+subject, unicode("Số liệu"), in+html, "<p>Nữ: 245", in+file+name, unicode("bảng.csv"), in+file+data, "a,b"))
	names, contents := sent(t, raw)
	if len(names) != 1 || names[0] != "Chuyển tiếp.eml" {
		t.Fatalf("got %v", names)
	}
	inner, err := mail.New(mail.Config{}).Read(t.Context(), []byte(contents[0]))
	if err != nil {
		t.Fatal(err)
	}
	want := []report.Meta{{Key: "title", Value: "Số liệu"}, {Key: "created", Value: "2020-07-20T01:00:00Z"}}
	if d := cmp.Diff(want, inner.Meta); d != "" || formattest.Text(inner.Parts) != "Nữ: 245\n" {
		t.Error(d, formattest.Text(inner.Parts))
	}
	if names, contents := sent(t, inner); len(names) != 1 || names[0] != "bảng.csv" || contents[0] != "a,b" {
		t.Errorf("got %v", names)
	}
}

func TestTroubles(t *testing.T) {
	for _, c := range []struct {
		why  string
		data []byte
		want report.Reason
	}{
		{"no compound file", []byte(strings.Repeat("x", 600)), report.Damaged},
		{"no message", formattest.Compound("a", "b"), report.Damaged},
		{"no text", message(), report.Empty},
		{"cut short", message()[:300], report.Truncated},
	} {
		formattest.Trouble(t, c.why, msg.New(msg.Config{}), c.data, c.want)
	}
}

func seeds() fstest.MapFS {
	in := file + inside
	return fstest.MapFS{
		"page.msg": {Data: message(html, "<p>a", file+name, unicode("b"), file+data, "abc")},
		"rich.msg": {Data: message(rich, unpacked(`{\rtf1\fromhtml1{\*\htmltag64 <p>}a}`))},
		"in.msg":   {Data: message(in+props, short(24), in+body, unicode("x"), in+file+data, "a")},
	}
}

func TestPromises(t *testing.T) { formattest.Run(t, msg.New(msg.Config{}), seeds()) }

func FuzzRead(f *testing.F) { formattest.Fuzz(f, msg.New(msg.Config{}), seeds()) }

func Example() {
	raw, err := msg.New(msg.Config{}).Read(context.Background(), message(body, unicode("Kính gửi")))
	if err != nil {
		return
	}
	fmt.Println(raw.Meta[0].Value, raw.Parts[0].Text())
	// Output: Báo cáo Kính gửi
}
