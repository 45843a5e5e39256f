package format_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/xuri/excelize/v2"
)

type readerFunc func(context.Context, []byte) (*report.Raw, error)

func (f readerFunc) Read(ctx context.Context, data []byte) (*report.Raw, error) { return f(ctx, data) }

func gives(raw *report.Raw, err error) format.Readers {
	return format.Readers{format.MediaPlain: readerFunc(func(context.Context, []byte) (*report.Raw, error) { return raw, err })}
}

func TestReasons(t *testing.T) {
	text := "chữ thường"
	locked := report.Becausef(report.Locked, "x")
	blank := &report.Raw{Media: format.MediaPlain, Parts: []report.Part{report.Simple(report.Paragraph, " \n")}}
	cut := &report.Raw{Media: format.MediaPlain, Err: report.Becausef(report.Truncated, "x")}
	panics := format.Readers{format.MediaPlain: readerFunc(func(context.Context, []byte) (*report.Raw, error) { panic("lỗi") })}
	for name, c := range map[string]struct {
		readers format.Readers
		data    string
		want    report.Reason
	}{
		"no bytes":                      {gives(blank, nil), "", report.Empty},
		"no text":                       {gives(blank, nil), text, report.Empty},
		"nothing read before a trouble": {gives(cut, nil), text, report.Truncated},
		"the reader's own reason":       {gives(nil, locked), text, report.Locked},
		"a panic":                       {panics, text, report.Internal},
		"neither text nor error":        {gives(nil, nil), text, report.Internal},
		"a kind that is not read":       {gives(blank, nil), "\xffWPC", report.Unsupported},
		"no document":                   {gives(blank, nil), "\x7fELF", report.NoDocument},
	} {
		_, err := c.readers.Read(t.Context(), "a", []byte(c.data))
		f, ok := errors.AsType[*report.Failure](err)
		if !ok || f.Reason != c.want {
			t.Errorf("%s: got %v, want %s", name, err, c.want)
		}
	}
}

// A file named as a report whose content is nothing known was one: it is not left
// out as if it were no document.
func TestReasonsByName(t *testing.T) {
	zeros := strings.Repeat("\x00", 3000)
	for _, c := range []struct {
		name, data string
		want       report.Reason
	}{
		{"bao-cao.docx", zeros, report.Damaged},
		{"2020/Bao cao.PDF", zeros, report.Damaged},
		{"bao-cao.doc", "\x00\x01\x9f\xee\x07" + zeros, report.Damaged},
		{"phu-luc.txt", zeros, report.Damaged},
		{"trang-1.png", zeros, report.Damaged},
		{"quet/Trang 2.TIF", zeros, report.Damaged},
		{"bao-cao.docx", string(formattest.Zip("[Content_Types].xml", "<Types/>", "word/styles.xml", "<w/>")), report.Damaged},
		{"so.ods", string(formattest.Zip("a.txt", "x")), report.Damaged},
		{"bao-cao.zip", string(formattest.Zip("a.txt", "x")), report.Unsupported},
		{"thumbs.db", zeros, report.NoDocument},
		{"không đuôi", zeros, report.NoDocument},
		{"._bao-cao.docx", "\x00\x05\x16\x07" + zeros, report.NoDocument},
		{"~WRL0001.doc", zeros, report.NoDocument},
		{"bao-cao.docx", "\x7fELF" + zeros, report.NoDocument},
		{"bao-cao.docx", "PK\x03\x04", report.Truncated},
		{"so.ods", "PK\x03\x04\x14\x00\x06\x00", report.Truncated},
		{"bao-cao.bin", "PK\x03\x04", report.Unsupported},
		{"bin.txt", "\xff\xfe\x00", report.Empty},
		{"bin.txt", "\xff\xfe\x00\x00\x00", report.Empty},
		{"trang.txt", "\xef\xbb\xbf \n", report.Empty},
	} {
		_, err := format.Builtin(format.Limits{}).Read(t.Context(), c.name, []byte(c.data))
		f, ok := errors.AsType[*report.Failure](err)
		if !ok || f.Reason != c.want {
			t.Errorf("%s %.8q: got %v, want %s", c.name, c.data, err, c.want)
		}
	}
}

// A .doc of which only a beginning came over begins like one and is a failure, however
// little of it there is: its directory, which says what it is, stands at the end.
func TestACutDocIsTruncated(t *testing.T) {
	names, err := filepath.Glob("../../testdata/formats/*.doc")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	readers := format.Builtin(format.Limits{})
	for _, name := range names {
		whole, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, n := range []int{8, 511, 512, 1024, 9728, len(whole) / 10, len(whole) / 3, len(whole) / 2, len(whole) * 2 / 3} {
			raw, err := readers.Read(t.Context(), name, whole[:n])
			if err == nil {
				err = raw.Err
			}
			if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != report.Truncated {
				t.Errorf("%s cut to %d of %d bytes: %v, want %s", name, n, len(whole), err, report.Truncated)
			}
		}
	}
}

func TestACancelledContextStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := format.Builtin(format.Limits{}).Read(ctx, "a.txt", []byte("x")); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func ExampleReaders_Read() {
	data, err := os.ReadFile("docx/testdata/baocao.docx")
	if err != nil {
		fmt.Println(err)
		return
	}
	raw, err := format.Builtin(format.Limits{}).Read(context.Background(), "named-wrongly.txt", data)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(raw.Parts[2].Kind, raw.Parts[2].Text())
	// Output: heading BÁO CÁO
}

func TestPasswords(t *testing.T) {
	plain, err := os.ReadFile("docx/testdata/15-trang.docx")
	if err != nil {
		t.Fatal(err)
	}
	locked, err := excelize.Encrypt(plain, &excelize.Options{Password: "bí mật"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = format.Builtin(format.Limits{}).Read(t.Context(), "a", locked)
	if f, ok := errors.AsType[*report.Failure](err); !ok || f.Reason != report.Locked {
		t.Errorf("without a password: got %v", err)
	}
	raw, err := format.New(format.Config{Passwords: []string{"sai", "bí mật"}}).Read(t.Context(), "a", locked)
	if err != nil || raw.Media != format.MediaDocx {
		t.Errorf("with it: got %v", err)
	}
}
