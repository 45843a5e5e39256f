package assemble_test

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/assemble"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/text"
)

// document makes a document of lines; a line with tabs is a row of a table.
func document(lines ...string) *report.Document {
	raw := &report.Raw{Media: "text/plain"}
	for i, line := range lines {
		cells := strings.Split(line, "\t")
		for col, s := range cells {
			p := report.Simple(report.Paragraph, s)
			if len(cells) > 1 {
				p.Kind, p.Cell = report.TableCell, report.Cell{Table: 1, Row: i, Col: col}
			}
			raw.Parts = append(raw.Parts, p)
		}
	}
	doc, err := text.Normalise(context.Background(), "a.docx", strings.Repeat("5a", 32), raw)
	if err != nil {
		panic(err)
	}
	return doc
}

// fact is what a rule finds at the n-th place (from 0) where words stand: "measures",
// then columns as name=value.
func fact(doc *report.Document, table, words string, n int, columns ...string) report.Fact {
	at := -1
	for range n + 1 {
		at += 1 + strings.Index(doc.Text[at+1:], words)
	}
	f := report.Fact{Table: table, Rule: "r", Span: report.Span{Start: at, End: at + len(words)}, Confidence: report.High}
	for _, c := range columns {
		name, value, _ := strings.Cut(c, "=")
		var of any = value
		if n, err := strconv.Atoi(value); err == nil {
			of = n
		}
		v, err := profile.Table(table).Column(name).Value(of)
		if err != nil {
			panic(err)
		}
		f.Fields = append(f.Fields, report.Field{Column: name, Value: v})
	}
	return f
}

var profile = func() *configs.Profile {
	p, err := configs.Embedded()
	if err != nil {
		panic(err)
	}
	return p
}()

// rows assembles the facts of a document.
func rows(doc *report.Document, facts ...report.Fact) ([]report.Row, error) {
	a, err := assemble.New(profile.Tables, profile.Wordlists["provinces"])
	if err != nil {
		return nil, err
	}
	return a.Rows(doc, facts)
}

// of returns one column of the rows of a table.
func of(t *testing.T, all []report.Row, err error, table, column string) []string {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range all {
		if r.Table.Name == table {
			out = append(out, r.Get(column).String())
		}
	}
	return out
}

// Facts of rules become rows: who the document is about, where each value stands,
// and what follows from it.
func ExampleAssembler_Rows() {
	doc := document("ĐẢNG BỘ HUYỆN LONG HỒ", "ĐẢNG ỦY XÃ AN BÌNH", "Đại hội bầu 15 đồng chí vào Ban Chấp hành.")
	all, err := rows(doc,
		fact(doc, "documents", "XÃ AN BÌNH", 0, "org_unit=Đảng bộ xã An Bình"),
		fact(doc, "documents", "XÃ AN BÌNH", 0, "org_level=grassroots"),
		fact(doc, "documents", "HUYỆN LONG HỒ", 0, "upper_unit=huyện Long Hồ"),
		fact(doc, "measures", "15", 0, "body=committee", "attribute=total", "phase=actual", "stat=count", "bound=eq", "value=15"),
	)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(all[0].Get("unit_key"))
	for _, r := range all[1:] {
		switch r.Table.Name {
		case "identity_evidence":
			fmt.Printf("%s: %s = %s\n", r.Table.Name, r.Get("field"), r.Get("value"))
		default:
			fmt.Printf("%s: %s.%s = %s at %s to %s of %q\n", r.Table.Name, r.Get("body"), r.Get("attribute"), r.Get("value"), r.Get("evidence_start"), r.Get("evidence_end"), r.Get("evidence"))
		}
	}
	// Output:
	// grassroots||đảng bộ xã an bình, huyện long hồ
	// identity_evidence: org_unit = Đảng bộ xã An Bình
	// identity_evidence: org_level = grassroots
	// identity_evidence: upper_unit = huyện Long Hồ
	// measures: committee.total = 15 at 53 to 55 of "Đại hội bầu 15 đồng chí vào Ban Chấp hành."
}

// What a text states again is one row with its first evidence; a judgement that
// two sentences state is two; findings are as many as places.
func TestStatedAgain(t *testing.T) {
	doc := document("Bầu 15 đồng chí. Công tác nhân sự tốt.", "Như vậy, 15 đồng chí trúng cử. Công tác nhân sự tốt, tốt.")
	measure := []string{"body=committee", "attribute=total", "phase=actual", "stat=count", "bound=eq", "value=15"}
	judged := []string{"aspect=personnel", "polarity=strength", "rating=tốt"}
	finding := []string{"kind=unread_figure", "severity=info", "message=m"}
	all, err := rows(doc,
		fact(doc, "measures", "15", 1, measure...), fact(doc, "measures", "15", 0, measure...),
		fact(doc, "assessments", "tốt", 0, judged...), fact(doc, "assessments", "tốt", 1, judged...), fact(doc, "assessments", "tốt", 2, judged...),
		fact(doc, "findings", "tốt", 0, finding...), fact(doc, "findings", "tốt", 1, finding...), fact(doc, "findings", "tốt", 2, finding...), fact(doc, "findings", "tốt", 2, finding...),
	)
	if got := of(t, all, err, "measures", "evidence"); !slices.Equal(got, []string{"Bầu 15 đồng chí."}) {
		t.Errorf("a figure that is stated twice is one, with its first sentence: %q", got)
	}
	if got := of(t, all, err, "assessments", "evidence"); !slices.Equal(got, []string{"Công tác nhân sự tốt.", "Công tác nhân sự tốt, tốt."}) {
		t.Errorf("a judgement of two sentences is two: %q", got)
	}
	if got := of(t, all, err, "findings", "evidence_start"); len(got) != 3 {
		t.Errorf("findings at three places are three: %q", got)
	}
}

// A second spelling of a name is no second person.
func TestSpellingsAreOneFact(t *testing.T) {
	doc := document("Đồng chí Lê Văn Hòa chủ trì. Đồng chí Lê Văn Hoà phát biểu khai mạc.")
	all, err := rows(doc, fact(doc, "people", "Lê Văn Hòa", 0, "name=Lê Văn Hòa", "role=chair"), fact(doc, "people", "Lê Văn Hoà", 0, "name=Lê Văn Hoà", "role=chair"))
	if got := of(t, all, err, "people", "name"); !slices.Equal(got, []string{"Lê Văn Hòa"}) {
		t.Errorf("%q", got)
	}
}

// Of several facts for one identity column the lowest rank wins, the first in the
// text among equals, and what the text says before the file's own metadata.
func TestIdentity(t *testing.T) {
	doc := document("Tháng 5 năm 2020", "Tháng 6 năm 2020")
	dated := func(words, date string, rank int) report.Fact {
		f := fact(doc, "documents", words, 0, "doc_date="+date)
		f.Rank = rank
		return f
	}
	may, june := dated("Tháng 5 năm 2020", "2020-05", 40), dated("Tháng 6 năm 2020", "2020-06", 40)
	head, meta := dated("Tháng 6 năm 2020", "2020-06", 10), dated("Tháng 6 năm 2020", "2020-07-01", 40)
	meta.Meta, meta.Span = "published=2020-07-01", report.Span{}
	for _, c := range []struct {
		reason string
		facts  []report.Fact
		want   string
	}{
		{"the head is believed before the body", []report.Fact{may, head}, "2020-06 month"},
		{"the first of equals, in whatever order rules ran", []report.Fact{june, may}, "2020-05 month"},
		{"the text before metadata", []report.Fact{meta, may}, "2020-05 month"},
	} {
		all, err := rows(doc, c.facts...)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := all[0].Get("doc_date").Date()
		if got := fmt.Sprintf("%04d-%02d %s", d.Year, d.Month, all[0].Get("doc_date_precision")); got != c.want {
			t.Errorf("%s: %s, want %s", c.reason, got, c.want)
		}
		if got := of(t, all, err, "identity_evidence", "field"); !slices.Equal(got, []string{"doc_date"}) {
			t.Errorf("%s: evidence of %q", c.reason, got)
		}
	}
}

// A province brings the one that it belongs to since July 2025, and has one
// organisation however a text calls it.
func TestDerived(t *testing.T) {
	doc := document("Đảng bộ Bắc Kạn và Đảng bộ tỉnh Bắc Kạn")
	keys := map[string]bool{}
	for _, name := range []string{"Đảng bộ Bắc Kạn", "Đảng bộ tỉnh Bắc Kạn"} {
		all, err := rows(doc, fact(doc, "documents", name, 0, "org_unit="+name), fact(doc, "documents", name, 0, "org_level=province"), fact(doc, "documents", "Bắc Kạn", 0, "province=Bắc Kạn"))
		if err != nil {
			t.Fatal(err)
		}
		keys[all[0].Get("unit_key").Text()] = true
		if got := all[0].Get("province_2025").Text(); got != "Thái Nguyên" {
			t.Errorf("province_2025 is %q", got)
		}
	}
	if len(keys) != 1 {
		t.Errorf("%v are one organisation", keys)
	}
}

// A value in a table has its row for evidence, a value from metadata says so and
// is doubted.
func TestEvidence(t *testing.T) {
	doc := document("Xã A\t15\t3", "Xã B\t13\t2")
	all, err := rows(doc, fact(doc, "measures", "13", 0, "body=committee", "attribute=total", "phase=actual", "stat=count", "bound=eq", "value=13"))
	if got := of(t, all, err, "measures", "evidence"); !slices.Equal(got, []string{"Xã B\t13\t2"}) {
		t.Errorf("%q", got)
	}
	meta := fact(doc, "documents", "Xã A", 0, "doc_date=2020-05-01")
	meta.Meta, meta.Span = "published=2020-05-01", report.Span{}
	all, err = rows(doc, meta)
	if got := of(t, all, err, "identity_evidence", "evidence"); !slices.Equal(got, []string{"metadata:published=2020-05-01"}) {
		t.Errorf("%q", got)
	}
	if got := of(t, all, err, "identity_evidence", "doubts"); !slices.Equal(got, []string{"metadata"}) {
		t.Errorf("%q", got)
	}
}

// A row's id is its document, table, key and place: other rows, and the order in
// which rules ran, change nothing of it.
func TestRowIDsAreStable(t *testing.T) {
	doc := document("Bầu 15 đồng chí, nữ 3 đồng chí.")
	total := fact(doc, "measures", "15", 0, "body=committee", "attribute=total", "phase=actual", "stat=count", "bound=eq", "value=15")
	women := fact(doc, "measures", "3", 0, "body=committee", "attribute=female", "phase=actual", "stat=count", "bound=eq", "value=3")
	a, err := rows(doc, total, women)
	ids := of(t, a, err, "measures", "row_id")
	b, err := rows(doc, women, total)
	if got := of(t, b, err, "measures", "row_id"); !slices.Equal(got, ids) || ids[0] == ids[1] {
		t.Errorf("%q and %q", ids, got)
	}
	c, err := rows(doc, women)
	if got := of(t, c, err, "measures", "row_id"); !slices.Equal(got, ids[1:]) {
		t.Errorf("%q alone, %q beside another", got, ids[1:])
	}
	if !strings.HasPrefix(ids[0], strings.Repeat("5a", 4)) {
		t.Errorf("%q does not begin as its document", ids[0])
	}
}

// No row leaves without evidence or without a value that its table promises, and no fact for a column that is not.
func TestWhatIsRefused(t *testing.T) {
	doc := document("Bầu 15 đồng chí.")
	nowhere := fact(doc, "measures", "15", 0, "body=committee", "attribute=total", "phase=actual", "stat=count", "bound=eq", "value=15")
	nowhere.Span = report.Span{}
	if _, err := rows(doc, nowhere); err == nil || !strings.Contains(err.Error(), "without evidence") {
		t.Errorf("a row without evidence: %v", err)
	}
	half := fact(doc, "measures", "15", 0, "body=committee", "phase=actual", "stat=count", "bound=eq", "value=15")
	if _, err := rows(doc, half); err == nil || err.Error() != "rule r: a row of measures without a value in column attribute" {
		t.Errorf("a row without a value that its table promises: %v", err)
	}
	odd := fact(doc, "limitations", "15", 0, "code=female_low")
	odd.Fields = append(odd.Fields, report.Field{Column: "colour", Value: report.Text("đỏ")})
	if _, err := rows(doc, odd); err == nil || !strings.Contains(err.Error(), "no column colour") {
		t.Errorf("a column that is not: %v", err)
	}
}

// Formats of one report that part and mark its words in their own ways have one
// text_id, another word another.
func TestTextID(t *testing.T) {
	id := func(lines ...string) string {
		all, err := rows(document(lines...))
		if err != nil {
			t.Fatal(err)
		}
		return all[0].Get("text_id").Text()
	}
	a := id("Đại hội bầu 15 đồng chí, trong đó có", "3 đồng chí nữ.")
	if b := id("Đại hội bầu 15 đồng chí trong đó có 3 đồng chí nữ"); a != b || len(a) != 16 {
		t.Errorf("%q and %q", a, b)
	}
	if b := id("Đại hội bầu 16 đồng chí, trong đó có 3 đồng chí nữ."); a == b {
		t.Error("another figure, and the same text")
	}
}
