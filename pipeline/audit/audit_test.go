package audit

import (
	"fmt"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/report"
)

var (
	measures = table("measures", "doc_id", "row_id", "body", "attribute", "phase", "stat", "value", "value_max", "bound", "qualifier", "place", "level", "as_of", "base", "check", "evidence_start", "evidence_end", "evidence", "page", "confidence", "doubts", "corrected")
	findings = table("findings", "doc_id", "row_id", "kind", "severity", "message", "stated", "expected", "candidates", "row_a", "row_b", "other_start", "other_end", "other_evidence", "evidence_start", "evidence_end", "evidence", "page", "rule", "confidence", "corrected")
)

func table(name string, columns ...string) *report.Table {
	var cs []report.Column
	for _, c := range columns {
		cs = append(cs, report.Column{Name: c, Type: report.TypeString})
	}
	return report.NewTable(name, report.Label{}, "", cs)
}

// rows reads "committee total actual count 45", one row a line, all in one
// sentence; words behind the figure set other columns: "place=Hải Dương",
// "as_of=…", "bound=approx", "evidence=…".
func rows(text string) []report.Row {
	var out []report.Row
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		line, more := settings(line)
		var body, attribute, phase, stat, check, base string
		var value float64
		if n, err := fmt.Sscan(line+" - -", &body, &attribute, &phase, &stat, &value, &check, &base); err != nil || n < 7 {
			panic(line)
		}
		r := report.NewRow(measures)
		for c, v := range map[string]string{"body": body, "attribute": attribute, "phase": phase, "stat": stat, "evidence": "câu", "row_id": fmt.Sprint(i)} {
			r.Set(c, report.Text(v))
		}
		if check != "-" {
			r.Set("check", report.Text(check))
			r.Set("base", report.Text(base))
		}
		r.Set("value", report.Number(value))
		for c, v := range more {
			r.Set(c, report.Text(v))
		}
		r.Set("evidence_start", report.Int(10*i))
		r.Set("evidence_end", report.Int(10*i+2))
		out = append(out, r)
	}
	return out
}

// settings takes words like "place=Hải_Dương" out of a line.
func settings(line string) (string, map[string]string) {
	more := map[string]string{}
	var rest []string
	for w := range strings.FieldsSeq(line) {
		name, v, ok := strings.Cut(w, "=")
		if ok && measures.Column(name) != nil {
			if more[name] = v; name == "evidence" || name == "place" {
				more[name] = strings.ReplaceAll(v, "_", "\t")
			}
			continue
		}
		rest = append(rest, w)
	}
	return strings.Join(rest, " "), more
}

// twoCommunes are the rows of a table.
const twoCommunes = "committee total actual count 15 place=xã_A level=grassroots evidence=xã_A_15\ncommittee total actual count 13 place=xã_B level=grassroots evidence=xã_B_13\n"

// The figures are those of published national tables (2020, 2015).
func TestDocument(t *testing.T) {
	for _, c := range []struct{ reason, rows, want string }{
		{"a share that is rounded agrees", "committee total actual count 36954\ncommittee re_elected actual count 27690\ncommittee re_elected actual percent 74.9 ok committee.total=36954", ""},
		{"cut digits are named, not called wrong", "delegate total actual count 1586\ndelegate elected actual count 353\ndelegate elected actual percent 22.25 truncated delegate.total=1586", "percent_truncated 22.25 → 22.26"},
		{"a share that does not agree, with no base that would", "secretary total actual count 13\nsecretary re_elected actual count 10\nsecretary re_elected actual percent 73 mismatch secretary.total=13", "percent_mismatch 73 → 76.92"},
		{"the appointed of a new unit are the base of their shares", "standing_committee appointed actual count 9\nstanding_committee female actual count 2\nstanding_committee female actual percent 25 mismatch standing_committee.total=9", "percent_mismatch 25 → 22.22 on 0"},
		{"a share of another base: the base is offered", "deputy_secretary total actual count 900\ndeputy_secretary shortfall actual count 9\ndeputy_secretary shortfall actual percent 0.93 mismatch deputy_secretary.total=900\nstanding_committee total actual count 967", "percent_mismatch 0.93 → 1 [standing_committee.total=967]"},
		{"a table of two communes is not all that the prose counts", "organization total actual count 14 level=grassroots\ncommittee total actual count 196 level=grassroots\n" + twoCommunes + "committee total actual count 28 level=grassroots evidence=Cộng_28", ""},
		{"what prose states twice, the table of a part before it", "organization total actual count 14 level=grassroots\n" + twoCommunes + "committee total actual count 28 level=grassroots evidence=Cộng_28\ncommittee total actual count 196 level=grassroots\ncommittee total actual count 190 level=grassroots", "stated_twice 190 → 196"},
		{"one of all communes is", "organization total actual count 2 level=grassroots\ncommittee total actual count 29 level=grassroots\n" + twoCommunes + "committee total actual count 28 level=grassroots evidence=Cộng_28", "prose_table_differ 28 → 29"},
		{"nor is it where the number of communes is not stated", "committee total actual count 29 level=grassroots\n" + twoCommunes + "committee total actual count 28 level=grassroots evidence=Cộng_28", "prose_table_differ 28 → 29"},
		{"the totals of two lists of units are two", twoCommunes + "committee total actual count 28 level=grassroots evidence=Cộng_28\ncommittee total actual count 9 place=Công_an evidence=Công_an_9\ncommittee total actual count 9 level=grassroots evidence=Cộng_9", ""},
		{"those of one list are not", twoCommunes + "committee total actual count 28 level=grassroots evidence=Cộng_28\n" + twoCommunes + "committee total actual count 27 level=grassroots evidence=Cộng_27", "stated_twice 27 → 28"},
		{"parts that make up the whole agree", "secretary total actual count 1141\nsecretary re_elected actual count 926\nsecretary first_time actual count 215", ""},
		{"parts that do not", "committee total actual count 45\ncommittee re_elected actual count 30\ncommittee first_time actual count 14", "parts_differ_from_total 45 → 44"},
		{"a part larger than the whole", "committee total actual count 45\ncommittee female actual count 54", "part_exceeds_total 54 → 45"},
		{"more standing members than members", "committee total actual count 13\nstanding_committee total actual count 31", "standing_exceeds_committee 31 → 13"},
		{"one figure with two values", "committee total actual count 45\ncommittee total actual count 47", "stated_twice 47 → 45"},
		{"the surplus of a list", "committee total nominated count 191\ncommittee total planned count 163\ncommittee surplus nominated percent 17.17", ""},
		{"a surplus that the list does not have", "committee total nominated count 60\ncommittee total planned count 52\ncommittee surplus nominated percent 13.5", "surplus_mismatch 13.5 → 15.38"},
		{"a surplus of the seats when no number was decided", "committee total nominated count 47\ncommittee total actual count 41\ncommittee surplus nominated percent 14.6", ""},
		{"a shortfall that adds up", "committee total planned count 50\ncommittee total actual count 48\ncommittee shortfall actual count 2", ""},
		{"delegates by right and by election make up all", "delegate total actual count 350\ndelegate ex_officio actual count 53\ndelegate elected actual count 297", ""},
		{"delegates that do not", "delegate total actual count 350\ndelegate ex_officio actual count 53\ndelegate elected actual count 290", "parts_differ_from_total 350 → 343"},
		{"valid and invalid votes make up those that came back", "vote returned actual count 145\nvote valid actual count 144\nvote invalid actual count 1", ""},
		{"votes that do not", "vote returned actual count 145\nvote valid actual count 140\nvote invalid actual count 1", "parts_differ_from_total 145 → 141"},
		{"a standing committee within its committee", "committee total actual count 41\nstanding_committee total actual count 11", ""},
		{"prose and a table that differ", "committee total actual count 45\ncommittee total actual count 47 evidence=Xã_47", "prose_table_differ 47 → 45"},
		{"prose and a table that agree", "committee total actual count 45\ncommittee total actual count 45 evidence=Xã_45", ""},
		{"a table whose head only lets guess the body", "committee total actual count 45\ncommittee total actual count 47 evidence=Xã_47 doubts=table_header_guess", ""},
		{"a table of another level", "committee total actual count 45 level=province\ncommittee total actual count 47 level=grassroots evidence=Xã_47", ""},
		{"a share of the N and M beside it", "organization completed actual count 40\norganization completed actual ratio_total 45\norganization completed actual percent 98.9 mismatch organization.total=45", "percent_mismatch 98.9 → 88.89 on 1"},
		{"two dates are two snapshots", "committee total actual count 3276 as_of=2015-10-29\ncommittee total actual count 3504 as_of=2015-11-03", ""},
		{"two places are two figures", "committee total actual count 45 place=Thái\ncommittee total actual count 47 place=Vinh", ""},
		{"what was planned is not what was elected", "committee total planned count 45\ncommittee total actual count 44", ""},
		{"about forty is no contradiction to 41", "committee total actual count 41\ncommittee total actual count 40 bound=approx", ""},
		{"the base of a share is the total of its own row", "committee total actual count 15 place=A evidence=A_15\ncommittee total actual count 15 place=B evidence=B_15\ncommittee female actual count 4 place=B evidence=B_15\ncommittee female actual percent 30 mismatch committee.total=15 place=B evidence=B_15", "percent_mismatch 30 → 26.67 on 1"},
		{"a row of shares stands below its counts", "committee total actual count 43 evidence=Tổng_43\ncommittee female actual count 9 evidence=Nữ_9\ncommittee female actual percent 25.5 mismatch committee.total=43 evidence=Tỷ_lệ_25.5", "percent_mismatch 25.5 → 20.93 on 0"},
		{"a share of more than all, alone", "committee female actual percent 130.5", "part_exceeds_total 130.5 → 100"},
		{"all is no more than all", "committee theory actual percent 100", ""},
		{"a fault of the count is told once", "committee total actual count 15\ncommittee female actual count 17\ncommittee female actual percent 113.3", "part_exceeds_total 17 → 15"},
		{"what rose may be more than all", "committee change actual percent 130", ""},
		{"a shortfall that does not add up", "committee total planned count 50\ncommittee total actual count 48\ncommittee shortfall actual count 3", "shortfall_mismatch 3 → 2"},
	} {
		var got []string
		for _, r := range Document(rows(c.rows), findings, func(d, t, k string, s report.Span) string { return k }) {
			line := fmt.Sprintf("%s %v → %v", r.Get("kind"), r.Get("stated"), r.Get("expected"))
			if b := r.Get("row_b").Text(); strings.HasSuffix(c.want, " on "+b) {
				line += " on " + b
			}
			if s := r.Get("candidates").Text(); s != "" {
				line += " [" + s + "]"
			}
			got = append(got, line)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.reason, strings.Join(got, "; "), c.want)
		}
	}
}

// A corrected figure is checked again, with the shares that lean on it, and
// findings about what was misread go.
func TestAgain(t *testing.T) {
	all := rows("secretary total actual count 13\nsecretary re_elected actual count 10\nsecretary re_elected actual percent 73 mismatch secretary.total=13")
	all = append(all, Document(all, findings, func(string, string, string, report.Span) string { return "f" })...)
	if len(all) != 4 {
		t.Fatalf("%d rows, want a finding", len(all))
	}
	again := func() []report.Row {
		return Again(append([]report.Row{}, all...), findings, func(string, string, string, report.Span) string { return "f" })
	}
	if got := again(); len(got) != 4 || got[2].Get("check").Text() != "mismatch" {
		t.Errorf("nothing corrected: %d rows, check %s", len(got), got[2].Get("check").Text())
	}
	all[0].Set("value", report.Number(15)) // 11 of 15 are 73.3 %
	all[0].Set("corrected", report.Text("value: 13"))
	all[1].Set("value", report.Number(11))
	all[1].Set("corrected", report.Text("value: 10"))
	got := again()
	if len(got) != 3 || got[2].Get("check").Text() != "ok" || got[2].Get("base").Text() != "secretary.total=15" {
		t.Errorf("%d rows, check %s, base %s", len(got), got[2].Get("check").Text(), got[2].Get("base").Text())
	}
}

// A finding says both figures with their sentences, in both languages.
func TestFindingSaysBoth(t *testing.T) {
	found := Document(rows("committee total actual count 1045\ncommittee female actual count 1054 evidence=nữ"), findings, func(d, t, k string, s report.Span) string { return k })
	if len(found) != 1 {
		t.Fatalf("%d findings, want 1", len(found))
	}
	for column, want := range map[string]string{"row_a": "1", "row_b": "0", "evidence": "nữ", "other_evidence": "câu", "evidence_start": "10", "other_start": "0"} {
		if got := found[0].Get(column).String(); got != want {
			t.Errorf("%s = %q, want %q", column, got, want)
		}
	}
	for lang, want := range map[string]string{"vi": "committee, female là 1.054, lớn hơn tổng 1.045", "en": "committee, female is 1,054, more than the total of 1,045"} {
		if got := found[0].InLanguage(lang).Get("message").Text(); got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
	}
}
