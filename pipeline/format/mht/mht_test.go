package mht_test

import (
	"context"
	"fmt"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/format/mht"
	"github.com/tongket/tongket/pipeline/report"
)

const (
	head  = "From: <Saved by Blink>\nSubject: =?utf-8?Q?B=C3=A1o_c=C3=A1o?=\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=b\n\n"
	page  = "--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nContent-Location: http://x.vn/\n\n<title>B=C3=A1o</title><p>=C4=90=E1=BA=A1i h=E1=\n=BB=99i</p><table border=3D1><tr><td>1<td>2</table>\n"
	other = "--b\nContent-Type: text/html\nContent-ID: <main>\n\n<p>khung</p>\n"
	style = "--b\nContent-Type: text/css\n\np{color:red}\n--b\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw==\n"
	tail  = "--b--\n"
)

func TestPages(t *testing.T) {
	for _, c := range []struct{ why, data, want string }{
		{"a page with its pictures", head + page + style + tail, "Đại hội\n1[0,0] 1\n1[0,1] 2\n"},
		{"frames inside a page are left", head + page + other + tail, "Đại hội\n1[0,0] 1\n1[0,1] 2\n"},
		{"a page that is named", "Content-Type: multipart/related; boundary=b; start=\"<main>\"\nMIME-Version: 1.0\n\n" + page + other + tail, "khung\n"},
		{"a page of nothing but frames", head + "--b\nContent-Type: text/html\n\n<frameset><frame src=a></frameset>\n" + page + other + tail, "Đại hội\n1[0,0] 1\n1[0,1] 2\nkhung\n"},
		{"a page in two forms", head + "--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>khung</p>\n--c--\n" + style + tail, "khung\n"},
		{"one part only", "From: <Saved by Windows Internet Explorer 7>\nMIME-Version: 1.0\nContent-Type: text/html; charset=windows-1258\n\n<p>\xd0a\xd2ng", "Đa\u0309ng\n"},
	} {
		raw, err := mht.New(mht.Config{Whole: true}).Read(t.Context(), []byte(c.data))
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if d := cmp.Diff(c.want, formattest.Text(raw.Parts)); d != "" || raw.Media != mht.Media || raw.Err != nil {
			t.Errorf("%s: %v %s", c.why, raw.Err, d)
		}
	}
}

func TestTroubles(t *testing.T) {
	for _, c := range []struct {
		why, data string
		want      report.Reason
	}{
		{"no page", head + style + tail, report.Damaged},
		{"an empty page", head + "--b\nContent-Type: text/html\n\n<p>\n" + tail, report.Empty},
		{"cut short", head + page + style, report.Truncated},
		{"cut before the page", head, report.Truncated},
	} {
		formattest.Trouble(t, c.why, mht.New(mht.Config{}), []byte(c.data), c.want)
	}
}

func seeds() fstest.MapFS {
	return fstest.MapFS{"page.mht": {Data: []byte(head + page + other + style + tail)}}
}

func TestPromises(t *testing.T) { formattest.Run(t, mht.New(mht.Config{}), seeds()) }

func FuzzRead(f *testing.F) { formattest.Fuzz(f, mht.New(mht.Config{}), seeds()) }

func Example() {
	raw, err := mht.New(mht.Config{}).Read(context.Background(), []byte(head+page+style+tail))
	if err != nil {
		return
	}
	fmt.Println(raw.Parts[0].Text())
	// Output: Đại hội
}
