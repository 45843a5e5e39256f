package format_test

import (
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/format"
	"github.com/tongket/tongket/pipeline/format/formattest"
	"golang.org/x/text/encoding/unicode"
)

func utf16(t *testing.T, s string) string {
	t.Helper()
	out, err := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM).NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func types(main string) string {
	return string(formattest.Zip("[Content_Types].xml", `<Types><Override PartName="/x.xml" ContentType="`+main+`"/></Types>`))
}

func TestSniff(t *testing.T) {
	const report = "Đảng bộ xã Hòa Mỹ, ngày 3 tháng 4 năm 2025: tổng số 1.298 đảng viên."
	for name, c := range map[string]struct{ file, data, want string }{
		"a plain text":                                   {"a.txt", report, format.MediaPlain},
		"a plain text named doc":                         {"a.doc", report, format.MediaPlain},
		"a text in an old encoding":                      {"a.txt", "\xa7\xb6ng b\xe9 x\xb7 H\xdfa M\xfc, ng\xb5y 3 th\xb8ng 4", format.MediaPlain},
		"UTF-16 without a mark":                          {"a.txt", utf16(t, report), format.MediaPlain},
		"UTF-16 with a mark":                             {"a", "\xff\xfe" + utf16(t, report), format.MediaPlain},
		"RTF named doc":                                  {"a.doc", `{\rtf1\ansi chữ}`, format.MediaRTF},
		"RTF behind a blank line":                        {"a.doc", "\n{\\rtf1}", format.MediaRTF},
		"a zip named doc":                                {"a.doc", string(formattest.Zip("a/b.txt", "x")), format.MediaZip},
		"a page named doc":                               {"a.doc", `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>` + report, format.MediaHTML},
		"a page without document type":                   {"a.htm", "<title>" + report + "</title><p>" + report, format.MediaHTML},
		"a page that begins with a comment":              {"a", "<!-- saved from url --><!doctype html><html>", format.MediaHTML},
		"XHTML":                                          {"a", `<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>`, format.MediaHTML},
		"a page of Arabic letters in an old encoding":    {"a.html", "<html><body><p>" + strings.Repeat("\xdd\xed\xd1\xc9", 99), format.MediaHTML},
		"a table from a web system, named xls":           {"so-lieu.xls", "<table><tr><td>1</td></tr></table>", format.MediaHTML},
		"a text that mentions a tag":                     {"a.txt", "dùng thẻ <p> trong " + report, format.MediaPlain},
		"a page in UTF-16":                               {"a.html", "\xff\xfe" + utf16(t, "<html><body>"+report), format.MediaHTML},
		"a mail":                                         {"a", "Received: from x\r\nFrom: a@x.vn\r\nTo: b@x.vn\r\nSubject: BC\r\nMIME-Version: 1.0\r\n\r\n" + report, format.MediaEML},
		"a saved page":                                   {"a.mht", "From: <Saved by Blink>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"b\"\r\n\r\n", format.MediaMHTML},
		"a mail that begins with a field of its program": {"a", "X-Store-Info: J++\r\nFrom: a@x.vn\r\nTo: b@x.vn\r\nSubject: BC\r\n\r\n" + report, format.MediaEML},
		"a draft with a picture":                         {"a.eml", "From: a@x.vn\nSubject: x\nX-Unsent: 1\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=b\n\n", format.MediaEML},
		"a saved page of one part":                       {"a.doc", "From: <Saved by Windows Internet Explorer 7>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html;\r\n\tcharset=\"utf-8\"\r\n\r\n", format.MediaMHTML},
		"a saved page of Word":                           {"a.doc", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=\"b\"\n\n", format.MediaMHTML},
		"a text with a colon in its first line":          {"a.txt", "Kính gửi: các chi bộ\nNội dung: họp\n\n" + report, format.MediaPlain},
		"a speech with From in it":                       {"a.txt", "From: we begin\n" + report, format.MediaPlain},
		"a table of commas by its name":                  {"a.csv", "a,b\n1,2\n", format.MediaCSV},
		"Markdown by its name":                           {"a.md", "# Báo cáo", format.MediaMarkdown},
		"a page named md is not looked at":               {"a.md", "<p>Báo cáo</p>", format.MediaMarkdown},
		"PDF":                                            {"a", "%PDF-1.4 ...", format.MediaPDF},
		"PDF behind something":                           {"a", "\x00\x00junk\n%PDF-1.4 ...", format.MediaPDF},
		"docx by its content type":                       {"a.zip", types("application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"), format.MediaDocx},
		"docm":                                           {"a", types("application/vnd.ms-word.document.macroEnabled.main+xml"), format.MediaDocm},
		"dotx":                                           {"a", types("application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"), format.MediaDotx},
		"xlsx":                                           {"a", types("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), format.MediaXlsx},
		"xlsb":                                           {"a", types("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), format.MediaXlsb},
		"pptx":                                           {"a", types("application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"), format.MediaPptx},
		"docx without content types":                     {"a", string(formattest.Zip("word/document.xml", "<w:document/>")), format.MediaDocx},
		"odt whose type is packed":                       {"a", string(formattest.Zip("mimetype", format.MediaOdt)), format.MediaOdt},
		"odt without a type":                             {"a", string(formattest.Zip("content.xml", "<office:text/>", "styles.xml", "")), format.MediaOdt},
		"flat odt":                                       {"a.xml", `<?xml version="1.0"?><office:document office:mimetype="application/vnd.oasis.opendocument.text">`, format.MediaFlatODF},
		"a workbook in one XML file, named xls":          {"a.xls", `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, format.MediaExcelXML},
		"a Word document in one XML file":                {"a.xml", `<?xml version="1.0"?><pkg:package xmlns:pkg="x">`, format.MediaWordXML},
		"the XML of Word 2003":                           {"a.doc", `<?xml version="1.0"?><w:wordDocument xmlns:w="x">`, format.MediaWordXML},
		"a lock file":                                    {"~$o-cao.docx", "\x04admin", format.MediaLock},
		"a lock file of LibreOffice":                     {"x/.~lock.a.odt#", ",admin,may,", format.MediaLock},
		"a program":                                      {"a.exe", "MZ\x90\x00\x03\x00\x00\x00", "application/vnd.microsoft.portable-executable"},
		"a text that begins like a program":              {"a.txt", "MZ là viết tắt", format.MediaPlain},
		"a text that begins like bzip2":                  {"a.txt", "BZh là viết tắt", format.MediaPlain},
		"a picture":                                      {"a.doc", "\x89PNG\r\n\x1a\n\x00\x00", format.MediaPNG},
		"a picture of another kind":                      {"a", "GIF89a\x01\x00\x01\x00\x80\x00\x00", "image/gif"},
		"noise":                                          {"a.txt", strings.Repeat("\x00\x01\x80\xff", 100), format.MediaBinary},
		"a signed file":                                  {"bao-cao.doc.p7m", "\x30\x82\x05\xf1\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02\xa0", format.MediaSigned},
		"what Outlook packed for itself":                 {"winmail.dat", "\x78\x9f\x3e\x22\x01\x00", format.MediaTNEF},
		"WordPerfect":                                    {"a", "\xffWPC\x00", format.MediaWPD},
		"Word 2":                                         {"a.doc", "\xdb\xa5\x2d\x00", format.MediaOldWord},
	} {
		t.Run(name, func(t *testing.T) {
			if got := format.Sniff(c.file, []byte(c.data)); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestSniffOfCutFiles(t *testing.T) {
	data, err := os.ReadFile("docx/testdata/baocao.docx")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{len(data), len(data) - 1, len(data) * 3 / 4} {
		if got := format.Sniff("", data[:n]); got != format.MediaDocx {
			t.Errorf("first %d of %d bytes of a docx: got %s", n, len(data), got)
		}
	}
}

func FuzzSniff(f *testing.F) {
	f.Add("a.doc", []byte(`{\rtf1}`))
	f.Add("a", formattest.Zip("[Content_Types].xml", "<Types/>"))
	f.Add("a", []byte("From: a\nTo: b\n"))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if format.Sniff(name, data) == "" {
			t.Error("no media type")
		}
	})
}
