package mimex_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/mimex"
	"github.com/tongket/tongket/pipeline/report"
)

// outline shows a message as one line a part: its type, name and text.
func outline(t *testing.T, data string) (string, error) {
	t.Helper()
	e, err := mimex.Parse(t.Context(), []byte(data))
	if e == nil {
		t.Fatal(err)
	}
	var b strings.Builder
	e.All(func(p *mimex.Entity) bool {
		fmt.Fprintf(&b, "%s %q %q\n", p.Media, p.FileName(), p.Text())
		return true
	})
	return b.String(), err
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ why, data, want string }{
		{"a mail of one part", "Subject: x\r\n\r\nxin\r\nchào\r\n", "text/plain \"\" \"xin\\r\\nchào\\r\\n\"\n"},
		{"parts in parts", "Content-Type: multipart/mixed; boundary=\"a\"\n\nlời dẫn\n--a\nContent-Type: multipart/alternative; boundary=ab\n\n--ab\n\nmột\n--ab\nContent-Type: text/html\n\n<p>hai\n--ab--\n--a\n" +
			"Content-Type: application/pdf; name=x.pdf\nContent-Transfer-Encoding: BASE64\n\nJVBE\nRi0=\n--a--\nsau\n",
			"multipart/mixed \"\" \"\"\nmultipart/alternative \"\" \"\"\ntext/plain \"\" \"một\"\ntext/html \"\" \"<p>hai\"\napplication/pdf \"x.pdf\" \"%PDF-\"\n"},
		{"lines that are no field", "Subject: x\nthis is no field\nContent-Type: text/html\n\n<p>", "text/html \"\" \"<p>\"\n"},
		{"a type that is not well formed", "Content-Type: text/plain; charset=\"utf-8; name=báo cáo.txt;; format=flowed\n\nx", "text/plain \"báo\" \"x\"\n"},
		{"quoted letters", "Content-Transfer-Encoding: quoted-printable\n\nB=C3=A1o c=\n=C3=A1o  \n1 = 2 =zz=3", "text/plain \"\" \"Báo cáo\\n1 = 2 =zz=3\"\n"},
		{"a name in encoded words", "Content-Disposition: attachment; filename=\"=?utf-8?B?QsOhbyBjw6FvLmRvYw==?=\"\n\n", "text/plain \"Báo cáo.doc\" \"\"\n"},
		{"a name in pieces", "Content-Disposition: attachment; filename*0*=utf-8''B%C3%A1o; filename*1*=%20c%C3%A1o.doc\n\n", "text/plain \"Báo cáo.doc\" \"\"\n"},
		{"a name with a path", "Content-Type: text/plain; name=\"C:\\\\a\\\\b.txt\"\n\n", "text/plain \"b.txt\" \"\"\n"},
		{"a character set of the East", "Content-Type: text/plain; charset=koi8-r\n\n\xf0\xc1\xd2\xd4\xc9\xd1", "text/plain \"\" \"Партия\"\n"},
		{"Windows-1258", "Content-Type: text/plain; charset=windows-1258\n\n\xd0a\xd2ng", "text/plain \"\" \"Đa\u0309ng\"\n"},
		{"a Western one may be anything", "Content-Type: text/plain; charset=iso-8859-1\n\n\xa7\xb6ng", "text/plain \"\" \"\\xa7\\xb6ng\"\n"},
		{"base64 in stretches, one cut", "Content-Transfer-Encoding: base64\n\neA==eQ== eno", "text/plain \"\" \"xyzz\"\n"},
	} {
		got, err := outline(t, c.data)
		if d := cmp.Diff(c.want, got); d != "" || err != nil {
			t.Errorf("%s: %v %s", c.why, err, d)
		}
	}
}

func TestTroubles(t *testing.T) {
	deep := ""
	for i := range 40 {
		deep += fmt.Sprintf("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	for _, c := range []struct {
		why, data, want string
		reason          report.Reason
	}{
		{"a message that was cut", "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nmột\n--a\n\nha", "multipart/mixed \"\" \"\"\ntext/plain \"\" \"một\"\ntext/plain \"\" \"ha\"\n", report.Truncated},
		{"too deep", deep, "", report.TooDeep},
		{"too many", "Content-Type: multipart/mixed; boundary=a\n\n" + strings.Repeat("--a\n\n", 3000), "", report.TooMany},
	} {
		got, err := outline(t, c.data)
		if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != c.reason || c.want != "" && got != c.want {
			t.Errorf("%s: got %v %s", c.why, err, got)
		}
	}
}

func TestDecodeWords(t *testing.T) {
	for _, c := range []struct{ why, in, want string }{
		{"plain", "BC so 5", "BC so 5"},
		{"letters that nobody encoded", "Báo cáo", "Báo cáo"},
		{"in TCVN3", "B\xb8o c\xb8o c\xabng t\xb8c nh\xa9n s\xf9 \xae\xb6ng b\xe9", "Báo cáo công tác nhân sự đảng bộ"},
		{"base64 and quoted", "=?UTF-8?B?QsOhbw==?= =?utf-8?q?_c=C3=A1o?= (2)", "Báo cáo (2)"},
		{"a letter cut in two", "=?utf-8?Q?B=C3?= =?utf-8?Q?=A1o?=", "Báo"},
		{"spaces between words are the text's", "a =?utf-8?Q?b?= c", "a b c"},
		{"another character set", "=?windows-1258?Q?=D0a=D2ng?=", "Đa\u0309ng"},
		{"with a language", "=?utf-8*vi?Q?=C4=90?=", "Đ"},
		{"a set that nobody knows", "=?x-none?Q?abc?=", "abc"},
	} {
		if got := mimex.DecodeWords(c.in); got != c.want {
			t.Errorf("%s: got %q, want %q", c.why, got, c.want)
		}
	}
}

func TestHeader(t *testing.T) {
	e, err := mimex.Parse(t.Context(), []byte("From: =?utf-8?Q?V=C4=83n_ph=C3=B2ng?= <vp@x.vn>, b@x.vn\nDate: Mon, 20 Jul 2020 08:00:00 +0700\nSubject: a\n b\n\n"))
	if err != nil {
		t.Fatal(err)
	}
	h := e.Header
	if got := h.Addresses("from") + "|" + h.Date("date") + "|" + h.Decoded("SUBJECT") + "|" + h.Get("none"); got != "Văn phòng, b@x.vn|2020-07-20T08:00:00+07:00|a b|" {
		t.Errorf("got %s", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("Content-Type: multipart/related; boundary=\"a\"; start=\"<x>\"\n\n--a\nContent-ID: <x>\nContent-Type: text/html; charset=iso-2022-jp\nContent-Transfer-Encoding: quoted-printable\n\n=1B$B\n--a\nContent-Disposition: attachment; filename==?utf-8?B?QQ==?=\nContent-Transfer-Encoding: base64\n\nQUJD\n--a--"))
	f.Add([]byte("From: =?x?q?=41?= <a@b>\nDate: x\n\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		e, _ := mimex.Parse(t.Context(), data)
		size := 0
		e.All(func(p *mimex.Entity) bool {
			size += len(p.Content())
			p.Text()
			p.FileName()
			p.Disposition()
			if len(p.Parts) > 0 {
				p.Root()
			}
			return true
		})
		if size > len(data) {
			t.Errorf("%d bytes of parts in %d", size, len(data))
		}
		e.Header.Addresses("From")
		e.Header.Decoded("Subject")
	})
}
