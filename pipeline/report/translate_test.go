package report_test

import (
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

// Messages are taken apart at their places, causes and cures; names and figures
// stay.
func TestTranslate(t *testing.T) {
	for _, c := range []struct{ en, vi string }{
		{"the end of the file is missing", "thiếu phần cuối tệp"},
		{"page 1 cannot be read", "không đọc được trang 1"},
		{"pages 1-3, 7: scanned, and tesseract with Vietnamese is not installed", "trang 1-3, 7: bản quét, và chưa cài tesseract tiếng Việt"},
		{"member word/document.xml: unexpected EOF", "thành phần word/document.xml: dữ liệu hết giữa chừng"},
		{`mine/fields/a.yaml:14: unknown key "tabel"; did you mean "table"?`, `mine/fields/a.yaml:14: khóa lạ "tabel"; có phải ý bạn là "table"?`},
		{`mine/tables.yaml:4: rule my.venue: column: table documents has no column "venu"; did you mean "venue"?`,
			`mine/tables.yaml:4: quy tắc my.venue: column: bảng documents không có cột "venu"; có phải ý bạn là "venue"?`},
		{"a: no such file or folder; check the path\nb: no such file or folder; check the path", "a: không có tệp hoặc thư mục này; kiểm tra đường dẫn\nb: không có tệp hoặc thư mục này; kiểm tra đường dẫn"},
		{"encoding: TCVN3 → Unicode, 12 paragraphs (font .VnTime); embedded: a document inside this one was not read: no bytes",
			"bảng mã: TCVN3 → Unicode, 12 đoạn (phông .VnTime); văn bản nhúng: không đọc được văn bản nhúng bên trong: tệp rỗng"},
		{"Đại hội: something that nobody has foreseen", "Đại hội: something that nobody has foreseen"},
		{`--at "61 6 * * 1": end of range (61) above maximum (59): 61; want five fields: minute hour day month weekday`,
			`--at "61 6 * * 1": cận trên (61) vượt mức cao nhất (59): 61; cần năm trường: phút giờ ngày tháng thứ`},
		{"zip archive (application/zip) is not read", "tệp nén zip (application/zip) chưa đọc được"},
		{"out: process 4711 on vm is at work in this folder; wait for it, or choose another folder with -o",
			"out: tiến trình 4711 trên máy vm đang dùng thư mục này; hãy chờ xong, hoặc chọn thư mục khác bằng -o"},
		{`sổ.xlsx Số liệu!AE6: "cột lạ" is no column that can be corrected; choose one of the list; did you mean "Giá trị"?`,
			`sổ.xlsx Số liệu!AE6: "cột lạ" không phải cột sửa được; hãy chọn trong danh sách; có phải ý bạn là "Giá trị"?`},
		{"out/run.json: unexpected end of JSON input", "out/run.json: dữ liệu JSON hết giữa chừng"},
		{"gold.jsonl: line 2: invalid character '}' after object key", "gold.jsonl: dòng 2: thừa ký tự '}' sau khóa JSON"},
		{"gold.jsonl: line 2: json: cannot unmarshal array into Go value of type eval.Gold", "gold.jsonl: dòng 2: JSON: có array ở chỗ cần eval.Gold"},
		{"", ""},
	} {
		if got := report.Translate("vi", c.en); got != c.vi {
			t.Errorf("%s\n got %s\nwant %s", c.en, got, c.vi)
		}
		if got := report.Translate("en", c.en); got != c.en {
			t.Errorf("%s became %s", c.en, got)
		}
	}
}

func FuzzTranslate(f *testing.F) {
	f.Add("page 1: no text; see: a, b")
	f.Fuzz(func(_ *testing.T, s string) { report.Translate("vi", s) })
}

// A value at the end of a message does not swallow the cure behind another one.
func TestTranslateKeepsTheCure(t *testing.T) {
	got := report.Translate("vi", `lexicons/titels.tsv: no rule uses this lexicon; did you mean "titles"?`)
	if want := `lexicons/titels.tsv: không quy tắc nào dùng danh mục này; có phải ý bạn là "titles"?`; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

// A label within a message is told in the language of who reads it, whatever stands
// around it.
func TestTranslateTellsLabels(t *testing.T) {
	text := "missing: " + report.Label{VI: "thiếu từ: a, b", EN: "no word: a, b"}.Told() + "\nmissing"
	for lang, want := range map[string]string{"vi": "thiếu: thiếu từ: a, b\nthiếu", "en": "missing: no word: a, b\nmissing"} {
		if got := report.Translate(lang, text); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
