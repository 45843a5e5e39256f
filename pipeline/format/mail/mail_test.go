package mail_test

import (
	"context"
	"encoding/base64"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/mail"
	"github.com/tongket/tongket/pipeline/report"
)

const head = "From: =?utf-8?Q?V=C4=83n_ph=C3=B2ng?= <vp@x.vn>\nTo: b@x.vn\nSubject: =?utf-8?Q?B=C3=A1o_c=C3=A1o?=\nDate: Mon, 20 Jul 2020 08:00:00 +0700\nMIME-Version: 1.0\n"

func multipart(kind string, parts ...string) string {
	b := strings.ReplaceAll(kind, "/", "_")
	return "Content-Type: " + kind + "; boundary=" + b + "\n\n--" + b + "\n" + strings.Join(parts, "\n--"+b+"\n") + "\n--" + b + "--\n"
}

// p7m is a part that holds a signed file.
func p7m(data string) string {
	return "Content-Type: application/pkcs7-mime; name=\"bao-cao.doc.p7m\"\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(data))
}

// signedText is a signed file without its signature: only what a reader needs.
func signedText(content string) string {
	wrap := func(kind byte, s string) string { return string([]byte{kind, 0x80}) + s + "\x00\x00" }
	octets := "\x04\x83" + string([]byte{byte(len(content) >> 16), byte(len(content) >> 8), byte(len(content))}) + content
	signed := "\x02\x01\x01\x31\x00" + wrap(0x30, "\x06\x01\x01"+wrap(0xa0, octets))
	return wrap(0x30, "\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02"+wrap(0xa0, wrap(0x30, signed)))
}

const (
	plainPart = "Content-Type: text/plain; charset=utf-8\n\nKính gửi\nchữ thường"
	htmlPart  = "Content-Type: text/html; charset=utf-8\n\n<p>Kính gửi</p><table border=1><tr><td>Nữ<td>245</table>"
	docPart   = "Content-Type: application/msword; name=\"bao-cao.doc\"\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\nAAECAw=="
	logoPart  = "Content-Type: image/png; name=logo.png\nContent-ID: <logo>\nContent-Transfer-Encoding: base64\n\niVBORw=="
)

func read(t *testing.T, data string) *report.Raw {
	t.Helper()
	raw, err := mail.New(mail.Config{}).Read(t.Context(), []byte(data))
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// shown is the text of a mail and, behind it, the names and sizes of what was
// sent along.
func shown(t *testing.T, raw *report.Raw) string {
	t.Helper()
	var b strings.Builder
	b.WriteString(formattest.Text(raw.Parts))
	for _, a := range raw.Attachments {
		fmt.Fprintf(&b, "+%s %d\n", a.Path, a.Size)
	}
	return b.String()
}

func TestMails(t *testing.T) {
	inner := "Content-Type: message/rfc822\n\n" + head + plainPart
	for _, c := range []struct{ why, data, want string }{
		{"plain text", head + plainPart, "Kính gửi\nchữ thường\n"},
		{"a page", head + htmlPart, "Kính gửi\n1[0,0] Nữ\n1[0,1] 245\n"},
		{"two forms of one text", head + multipart("multipart/alternative", plainPart, htmlPart), "Kính gửi\n1[0,0] Nữ\n1[0,1] 245\n"},
		{"two forms, of which the page is empty", head + multipart("multipart/alternative", plainPart, "Content-Type: text/html\n\n<p></p>"), "Kính gửi\nchữ thường\n"},
		{"a page with its picture, and a file", head + multipart("multipart/mixed", multipart("multipart/related", htmlPart, logoPart), docPart),
			"Kính gửi\n1[0,0] Nữ\n1[0,1] 245\n+bao-cao.doc 4\n"},
		{"texts behind each other, with tables", head + multipart("multipart/mixed", htmlPart, htmlPart, plainPart),
			"Kính gửi\n1[0,0] Nữ\n1[0,1] 245\nKính gửi\n2[0,0] Nữ\n2[0,1] 245\nKính gửi\nchữ thường\n"},
		{"a file and no text", head + multipart("multipart/mixed", docPart), "+bao-cao.doc 4\n"},
		{"a text that was sent as a file", head + multipart("multipart/mixed", plainPart, "Content-Type: text/plain; name=\"so lieu.txt\"\n\nabc"),
			"Kính gửi\nchữ thường\n+so lieu.txt 3\n"},
		{"a mail in the mail", head + multipart("multipart/mixed", plainPart, inner), "Kính gửi\nchữ thường\n+attachment-1.eml 222\n"},
		{"a scan that was sent along", head + multipart("multipart/mixed", plainPart, "Content-Type: image/jpeg; name=scan.jpg\nContent-ID: <1>\nContent-Disposition: attachment\n\nabc"),
			"Kính gửi\nchữ thường\n+scan.jpg 3\n"},
		{"a signature is no document", head + multipart("multipart/signed", plainPart, "Content-Type: application/pgp-signature; name=signature.asc\n\nabc"),
			"Kính gửi\nchữ thường\n"},
		{"text inside its signature", head + p7m(signedText(multipart("multipart/mixed", plainPart, docPart))), "Kính gửi\nchữ thường\n+bao-cao.doc 4\n"},
		{"signed twice", head + p7m(signedText(p7m(signedText(htmlPart)))), "Kính gửi\n1[0,0] Nữ\n1[0,1] 245\n"},
		{"a file that was signed by itself", head + multipart("multipart/mixed", plainPart, p7m(signedText("abcd"))), "Kính gửi\nchữ thường\n+bao-cao.doc 4\n"},
		{"from a mailbox", "From a@b Mon Jul 20 08:00:00 2020\n" + head + plainPart, "Kính gửi\nchữ thường\n"},
	} {
		if d := cmp.Diff(c.want, shown(t, read(t, c.data))); d != "" {
			t.Errorf("%s: %s", c.why, d)
		}
	}
}

func TestLinesAreJoinedOnlyWhereAllIsPlainText(t *testing.T) {
	if !read(t, head+plainPart).Wrapped {
		t.Error("the lines of a plain mail are printed lines")
	}
	if read(t, head+multipart("multipart/mixed", htmlPart, plainPart)).Wrapped {
		t.Error("paragraphs of a page are no printed lines")
	}
}

func TestMetadata(t *testing.T) {
	want := []report.Meta{{Key: "title", Value: "Báo cáo"}, {Key: "author", Value: "Văn phòng"}, {Key: "created", Value: "2020-07-20T08:00:00+07:00"}}
	if d := cmp.Diff(want, read(t, head+plainPart).Meta); d != "" {
		t.Error(d)
	}
}

func TestAMailInTCVN3(t *testing.T) {
	raw := read(t, head+"Content-Type: text/plain; charset=us-ascii\n\n\xa7\xb6ng b\xe9 x\xb7 H\xdfa M\xfc c\xe3 412 \xae\xb6ng vi\xaan, \xae\xb9t t\xfb l\xd6 cao.")
	if got := raw.Parts[0].Text(); got != "Đảng bộ xã Hòa Mỹ có 412 đảng viên, đạt tỷ lệ cao." || len(raw.Notes) != 1 {
		t.Errorf("got %q %v", got, raw.Notes)
	}
}

func TestAMailboxIsManyDocuments(t *testing.T) {
	one := "From a@b Mon Jul 20 08:00:00 2020\n" + head + plainPart + "\n\nFrom here it goes on\nas text\n\n"
	raw := read(t, one+one)
	if len(raw.Parts) != 0 || len(raw.Attachments) != 2 || raw.Attachments[1].Path != "mail-2.eml" {
		t.Fatalf("got %+v", raw)
	}
	r, err := raw.Attachments[1].Open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(r)
	if err != nil || string(data) != one {
		t.Errorf("%v: got %s", err, data)
	}
}

func TestTroubles(t *testing.T) {
	for _, c := range []struct {
		why, data string
		want      report.Reason
	}{
		{"no mail", "xin chào", report.Damaged},
		{"no text", head + "\n \n", report.Empty},
		{"encrypted", head + multipart("multipart/encrypted", "Content-Type: application/pgp-encrypted\n\nVersion: 1"), report.Locked},
		{"encrypted for a certificate", head + p7m("\x30\x80\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03\xa0\x80"), report.Locked},
		{"signed, and cut short", head + p7m(signedText("a")[:40]), report.Truncated},
		{"signed again and again", head + p7m(signedText(p7m(signedText(p7m(signedText(p7m(signedText(plainPart)))))))), report.TooDeep},
		{"cut short", head + "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nmột hai", report.Truncated},
	} {
		formattest.Trouble(t, c.why, mail.New(mail.Config{}), []byte(c.data), c.want)
	}
}

func seeds() fstest.MapFS {
	return fstest.MapFS{
		"mixed.eml":   {Data: []byte(head + multipart("multipart/mixed", multipart("multipart/related", htmlPart, logoPart), docPart, plainPart))},
		"signed.eml":  {Data: []byte(head + p7m(signedText(plainPart)))},
		"forms.eml":   {Data: []byte(head + multipart("multipart/alternative", plainPart, htmlPart))},
		"mailbox.eml": {Data: []byte("From a@b x\n" + head + plainPart + "\n\nFrom c@d y\n" + head + plainPart)},
	}
}

func TestPromises(t *testing.T) { formattest.Run(t, mail.New(mail.Config{}), seeds()) }

func FuzzRead(f *testing.F) { formattest.Fuzz(f, mail.New(mail.Config{}), seeds()) }

func Example() {
	raw, err := mail.New(mail.Config{}).Read(context.Background(), []byte(head+multipart("multipart/mixed", plainPart, docPart)))
	if err != nil {
		return
	}
	fmt.Println(raw.Parts[0].Text())
	fmt.Println(raw.Attachments[0].Path)
	// Output:
	// Kính gửi
	// bao-cao.doc
}
