package citation_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/citation"
	"github.com/tongket/tongket/extractors/grammar"
	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// reading is the kind alone, with the lexicons of the embedded profile.
type reading struct {
	lexicon *scan.Lexicon
	x       *citation.Extractor
}

func newReading() (reading, error) {
	p, err := configs.Embedded()
	if err != nil {
		return reading{}, err
	}
	b := scan.NewBuilder()
	x, err := citation.New("c", citation.Default(), &kind.Env{
		Builder: b, Grammar: grammar.New(b), Table: p.Table("citations"), Wordlist: p.Wordlist, Shared: map[string]any{},
	})
	return reading{b.Build(), x}, err
}

// show writes a fact as "35-CT/TW directive 2019-05-30 (Bộ Chính trị)".
func show(f report.Fact) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s %s", f.Get("symbol"), f.Get("kind"))
	if d := f.Get("issued").String(); d != "" {
		b.WriteString(" " + d)
	}
	if f.Derived != "" {
		b.WriteString("*")
	}
	if i := f.Get("issuer").Text(); i != "" {
		fmt.Fprintf(&b, " (%s)", i)
	}
	return b.String()
}

func Example() {
	r, err := newReading()
	if err != nil {
		panic(err)
	}
	t := r.lexicon.Scan(scan.Plain("Quán triệt Chỉ thị số 45 – CT / TƯ, ngày 14-4-2025 của Bộ Chính trị và Nghị quyết Trung ương 4."))
	r.x.Facts(t, func(f report.Fact) { fmt.Println(show(f)) })
	// Output: 45-CT/TW directive 2025-04-14 (Bộ Chính trị)
}

func TestCitations(t *testing.T) {
	r, err := newReading()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		reason, text string
		want         []string
	}{
		{"the usual form", "Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị", []string{"35-CT/TW directive 2019-05-30 (Bộ Chính trị)"}},
		{"a year alone in brackets", "Chỉ thị 35 (2019) của Bộ Chính trị", []string{"35 directive 2019 (Bộ Chính trị)"}},
		{"an agency whose name goes on in small letters", "Kế hoạch số 88-KH/ĐU của Đảng ủy Sở Tư pháp, chiều 9/6", []string{"88-KH/ĐU plan (Đảng ủy Sở Tư pháp)"}},
		{"whoever presents a report", "nghe Ban Tổ chức Tỉnh ủy trình bày Báo cáo số 38-BC/BTCTU", []string{"38-BC/BTCTU report (Ban Tổ chức Tỉnh ủy)"}},
		{"a bare number before a clause that goes on", "chưa đạt mức của Chỉ thị 35 và yêu cầu bổ sung ngay", []string{"35 directive"}},
		{"issuer before date", "Hướng dẫn số 26-HD/BTCTW của Ban Tổ chức Trung ương ngày 18 tháng 10 năm 2019", []string{"26-HD/BTCTW guidance 2019-10-18 (Ban Tổ chức Trung ương)"}},
		{"stray spaces and long dashes", "Kế hoạch số 12 – KH / TU, Công văn số 08 -CV/BTCTU và Quyết định 30 /QĐ-UBND", []string{"12-KH/TU plan", "08-CV/BTCTU official_letter", "30/QĐ-UBND decision"}},
		{"lost spaces", "Quy định số31-QĐ/TW, Quyết định số 220-QĐ/TWngày 17/4/2009", []string{"31-QĐ/TW regulation", "220-QĐ/TW decision 2009-04-17"}},
		{"no hyphen at all", "Hướng dẫn số 06 HD/TW của Ban Bí thư", []string{"06-HD/TW guidance (Ban Bí thư)"}},
		{"QĐ by the word before", "Quy định số 294-QĐ/TW; Quyết định số 190-QĐ/TW; Quy chế bầu cử ban hành kèm theo Quyết định số 244-QĐ/TW", []string{"294-QĐ/TW regulation", "190-QĐ/TW decision", "244-QĐ/TW decision"}},
		{"a list shares its kind", "các Kết luận số 118-KL/TW, 150-KL/TW và 185-KL/TW của Bộ Chính trị", []string{"118-KL/TW conclusion (Bộ Chính trị)", "150-KL/TW conclusion (Bộ Chính trị)", "185-KL/TW conclusion (Bộ Chính trị)"}},
		{"an issuer at the end of a list is of all", "Căn cứ Chỉ thị số 35-CT/TW ngày 14-6-2024, Kết luận số 118-KL/TW ngày 18-01-2025 của Bộ Chính trị", []string{"35-CT/TW directive 2024-06-14 (Bộ Chính trị)", "118-KL/TW conclusion 2025-01-18 (Bộ Chính trị)"}},
		{"a list of two plans", "Kế hoạch số 12-KH/HU và Kế hoạch số 15-KH/HU, ngày 02/3/2020 của Ban Thường vụ Huyện ủy", []string{"12-KH/HU plan (Ban Thường vụ Huyện ủy)", "15-KH/HU plan 2020-03-02 (Ban Thường vụ Huyện ủy)"}},
		{"not of another office's", "Chỉ thị số 36-CT/TW và Hướng dẫn số 26-HD/BTCTW của Ban Tổ chức Trung ương", []string{"36-CT/TW directive", "26-HD/BTCTW guidance (Ban Tổ chức Trung ương)"}},
		{"not behind a semicolon", "Quy định số 29-QĐ/TW; Chỉ thị số 36-CT/TW của Bộ Chính trị", []string{"29-QĐ/TW regulation", "36-CT/TW directive (Bộ Chính trị)"}},
		{"not behind a verb", "Thực hiện Quy định số 29-QĐ/TW, cấp ủy bám sát Chỉ thị số 36-CT/TW của Bộ Chính trị", []string{"29-QĐ/TW regulation", "36-CT/TW directive (Bộ Chính trị)"}},
		{"dates of each of a list", "Chỉ thị số 36-CT/TW ngày 30/5/2014, Quy định số 29-QĐ/TW ngày 25/7/2016", []string{"36-CT/TW directive 2014-05-30", "29-QĐ/TW regulation 2016-07-25"}},
		{"State documents", "Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ, Chỉ thị số 30/CT-TTg của Thủ tướng Chính phủ, Luật số 80/2015/QH13", []string{"30/2020/NĐ-CP other 2020-03-05 (Chính phủ)", "30/CT-TTg directive (Thủ tướng Chính phủ)", "80/2015/QH13 law"}},
		{"a resolution of the Standing Committee of the Assembly", "Nghị quyết số 1684/NQ-UBTVQH15 ngày 16/6/2025 của Ủy ban Thường vụ Quốc hội", []string{"1684/NQ-UBTVQH15 resolution 2025-06-16 (Ủy ban Thường vụ Quốc hội)"}},
		{"a number without a symbol", "Thực hiện Chỉ thị 45 của Bộ Chính trị", []string{"45 directive (Bộ Chính trị)"}},
		{"a named document without a number is none", "Thực hiện Nghị quyết Trung ương 4 khóa XII, Điều lệ Đảng và Nghị quyết Đại hội XIII", nil},
		{"figures are none", "Có 53/53 phiếu, 15/19 tiêu chí, 12-13 đồng chí, ngày 28/10, điện thoại 0912-345-678", nil},
		{"a bare number is the document of that symbol", "Chỉ thị số 35-CT/TW của Bộ Chính trị. Qua 4 năm thực hiện Chỉ thị 35, kết quả tốt.", []string{"35-CT/TW directive (Bộ Chính trị)"}},
		{"the congress that a directive leads to gives its date", "Chỉ thị số 35-CT/TW của Bộ Chính trị về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ XIII của Đảng", []string{"35-CT/TW directive 2019-05-30* (Bộ Chính trị)"}},
		{"the same symbol for the next congress", "Chỉ thị số 35-CT/TW về đại hội đảng bộ các cấp tiến tới Đại hội XIV của Đảng", []string{"35-CT/TW directive 2024-06-14*"}},
		{"without a congress the date stays open", "Tổng kết Chỉ thị số 35-CT/TW", []string{"35-CT/TW directive"}},
		{"two documents with one symbol", "Chỉ thị số 35-CT/TW, ngày 30/5/2019 và Chỉ thị số 35-CT/TW, ngày 14/6/2024", []string{"35-CT/TW directive 2019-05-30", "35-CT/TW directive 2024-06-14"}},
		{"who issues before the word", "Ban Thường vụ Huyện ủy ban hành Kế hoạch số 78-KH/HU, ngày 12/8/2019", []string{"78-KH/HU plan 2019-08-12 (Ban Thường vụ Huyện ủy)"}},
		{"who asks by a submission", "Theo đề nghị của Ban Tổ chức Tỉnh ủy tại Tờ trình số 112-TTr/BTCTU", []string{"112-TTr/BTCTU submission (Ban Tổ chức Tỉnh ủy)"}},
		{"who acts by a decision", "Tại Quyết định số 288/QĐ-TTg, Thủ tướng Chính phủ phê chuẩn kết quả bầu", []string{"288/QĐ-TTg decision (Thủ tướng Chính phủ)"}},
		{"the issuer's unit belongs to it", "Báo cáo số 15-BC/ĐU ngày 25/5/2020 của Đảng ủy xã; Kế hoạch số 9-KH/HU của Huyện ủy Tân Sơn", []string{"15-BC/ĐU report 2020-05-25 (Đảng ủy xã)", "9-KH/HU plan (Huyện ủy Tân Sơn)"}},
		{"a firm or school that issues has its type with it", "Kế hoạch số 78-KH/ĐU của Đảng ủy Công ty về việc tổ chức đại hội; Hướng dẫn số 9-HD/ĐU của Đảng ủy Tổng công ty Sông Lô, Báo cáo số 3-BC/ĐU của Đảng ủy Trường Đại học Tân Trào",
			[]string{"78-KH/ĐU plan (Đảng ủy Công ty)", "9-HD/ĐU guidance (Đảng ủy Tổng công ty Sông Lô)", "3-BC/ĐU report (Đảng ủy Trường Đại học Tân Trào)"}},
		{"month precision", "Chỉ thị số 36-CT/TW của Bộ Chính trị (ban hành tháng 5/2014)", []string{"36-CT/TW directive 2014-05 (Bộ Chính trị)"}},
		{"the document's own number", "Số 123-BC/TU", nil},
		{"an attachment names its document", "(Kèm theo Báo cáo số 97-BC/HU ngày 02/7/2020 của Huyện ủy Mỹ Xuyên)", []string{"97-BC/HU report 2020-07-02 (Huyện ủy Mỹ Xuyên)"}},
		{"the licence of a site", "Giấy phép số 112/GP-TTĐT", nil},
		{"other spellings", "Chỉ thị số 36-CT/TƯ, Nghị quyết số 11-NQ/T.Ư, Quyết định số 26-QÐ/TW", []string{"36-CT/TW directive", "11-NQ/TW resolution", "26-QĐ/TW decision"}},
		{"a programme, a scheme, minutes, a circular", "Chương trình số 05-CTr/TU, Đề án số 02-ĐA/TU, Biên bản số 03-BB/HU, Thông tri số 07-TT/TU, Thông báo số 44-TB/TU", []string{"05-CTr/TU programme", "02-ĐA/TU scheme", "03-BB/HU minutes", "07-TT/TU circular", "44-TB/TU notice"}},
		{"the word twice", "Kết luận số Kết luận số 200-KL/TW, ngày 17/10/2025", []string{"200-KL/TW conclusion 2025-10-17"}},
		{"a decision on personnel", "Quyết định số 2291-QĐNS/TW ngày 26/9/2025 của Bộ Chính trị", []string{"2291-QĐNS/TW decision 2025-09-26 (Bộ Chính trị)"}},
		{"once for what is cited twice", "Chỉ thị số 45-CT/TW, ngày 14/4/2025. Theo Chỉ thị số 45-CT/TW, đại hội xong trước 30/6.", []string{"45-CT/TW directive 2025-04-14"}},
	} {
		var got []string
		r.x.Facts(r.lexicon.Scan(scan.Plain(c.text)), func(f report.Fact) {
			if s := show(f); !slices.Contains(got, s) {
				got = append(got, s)
			}
		})
		if strings.Join(got, "; ") != strings.Join(c.want, "; ") {
			t.Errorf("%s: %s\n  got  %q\n  want %q", c.reason, c.text, got, c.want)
		}
	}
}

// Whatever the text, every citation stands in it and has a number.
func FuzzFacts(f *testing.F) {
	for _, s := range []string{"Chỉ thị số 35-CT/TW, ngày 30/5/2019 của Bộ Chính trị", "30 /CT-TTg và 06 HD/TW", "Luật số 80/2015/QH13; 11-NQ/T.Ư", "tại Quyết định số 1, Chính phủ (ban hành tháng 5/2014)"} {
		f.Add(s)
	}
	r, err := newReading()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := scan.Plain(text)
		r.x.Facts(r.lexicon.Scan(doc), func(x report.Fact) {
			if s := x.Get("symbol").Text(); s == "" || s[0] < '0' || s[0] > '9' || x.Span.Len() <= 0 || x.Span.End > len(doc.Text) {
				t.Errorf("%q: symbol %q at %v", text, s, x.Span)
			}
		})
	})
}
