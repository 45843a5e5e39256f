package sinktest

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Demo makes a run as an archive of district and province reports gives it: two
// terms, committees with their figures, limitations, people, citations, failed
// files. The names are invented. Tables are the codebook's; tables that it does
// not know stay empty. Truth keeps what the rows say, for tests that ask the
// outputs.
type Demo struct {
	Dataset
	Truth Truth
	by    map[string]*report.Table
	rng   *rand.Rand
	n     int
	at    int // where in its text the document's next row stands
}

// Truth is what a demo says, kept apart from its rows.
type Truth struct {
	NoWomenStanding []string            // units whose standing committee of 2020 has no woman
	Mismatches      []string            // documents that contradict their own percent
	Recurring       map[string][]string // unit → limitations of both terms
	Silent          []string            // units of the roster without a report
	Units           []string            // the roster
}

var (
	demoProvinces = []string{"Bắc Kạn", "Cao Bằng", "Hà Giang", "Vĩnh Long", "Bến Tre", "Hải Dương", "Nghệ An", "Gia Lai"}
	demo2025      = map[string]string{"Bắc Kạn": "Thái Nguyên", "Hà Giang": "Tuyên Quang", "Bến Tre": "Vĩnh Long", "Hải Dương": "Hải Phòng"}
	demoSyllables = []string{"Sông", "Núi", "Đồi", "Suối", "Hồ", "Bến", "Đèo", "Rừng", "Mây", "Gió", "Nắng", "Sương", "Trúc", "Mai", "Lau", "Cát"}
	demoNames     = []string{"Trần Văn Mẫu", "Lê Thị Thử", "Phạm Minh Ví", "Hoàng Thị Dụ", "Nông Văn Giả", "Vi Thị Định"}
	demoCodes     = []string{"documents_weak", "comments_few", "proceedings_inflexible", "female_low", "young_low", "vetting_late", "communication_weak", "standing_committee_short"}
	demoAspects   = []string{"documents", "personnel", "elections", "communication", "leadership", "overall"}
)

// NewDemo makes a demo of n units, the same for the same seed.
func NewDemo(tables []*report.Table, n int, seed uint64) *Demo {
	d := &Demo{by: map[string]*report.Table{}, rng: rand.New(rand.NewPCG(seed, 1)), Truth: Truth{Recurring: map[string][]string{}}}
	for _, t := range tables {
		d.by[t.Name] = t
		d.Add(t)
	}
	for i := range n {
		d.unit(i)
	}
	d.country()
	for i, f := range []struct{ path, status, stage, reason string }{
		{"2020/quét/báo cáo 07.pdf", "partial", "read", "missing_tool"},
		{"2020/khóa.docx", "failed", "read", "locked"},
		{"2015/cũ/bc-12.doc", "failed", "read", "truncated"},
		{"thumbs.db", "skipped", "read", "not_document"},
	} {
		d.add("documents", map[string]any{
			"doc_id": fmt.Sprintf("%016x", 0xf000+i), "source_path": f.path, "sha256": fmt.Sprintf("%016x%048x", 0xf000+i, i), "size": 1000 * i, "status": f.status, "stage": f.stage,
			"reason": f.reason, "hint": report.Reason(f.reason).Hint().VI, "detail": "chi tiết lỗi",
		})
	}
	return d
}

// add appends a row; columns that the table lacks are left out.
func (d *Demo) add(table string, cells map[string]any) {
	t := d.by[table]
	if t == nil {
		return
	}
	r := report.NewRow(t)
	for name, x := range cells {
		c := t.Column(name)
		if c == nil {
			continue
		}
		v, err := c.Value(x)
		if err != nil {
			panic(err)
		}
		r.Set(name, v)
	}
	d.n++
	r.Set("row_id", report.Text(fmt.Sprintf("%016x", uint64(d.n)*0x9e3779b97f4a7c15)))
	d.Add(t, r)
}

// fact adds a row with its evidence.
func (d *Demo) fact(table, doc, sentence string, cells map[string]any) {
	cells["doc_id"], cells["evidence"], cells["rule"] = doc, sentence, table+".demo"
	if cells["confidence"] == nil {
		cells["confidence"] = "high"
	}
	cells["evidence_start"], cells["evidence_end"], cells["page"] = d.at, d.at+5, d.at/2000+1
	d.at += 40 + d.rng.IntN(60)
	d.add(table, cells)
}

func (d *Demo) measure(doc, body, attribute, phase, stat string, value float64, more map[string]any) {
	cells := map[string]any{"body": body, "attribute": attribute, "phase": phase, "stat": stat, "value": value, "bound": "eq"}
	maps.Copy(cells, more)
	sentence := fmt.Sprintf("Đại hội nêu số liệu %s, %s là %g trong báo cáo tổng kết của đơn vị.", body, attribute, value)
	d.fact("measures", doc, sentence, cells)
}

func (d *Demo) unit(i int) {
	province := demoProvinces[i%len(demoProvinces)]
	name := demoSyllables[i/8%16] + " " + demoSyllables[i/128%16+0]
	if i/2048 > 0 {
		name += fmt.Sprintf(" %d", i/2048)
	}
	unit := "Đảng bộ huyện " + name
	d.Truth.Units = append(d.Truth.Units, unit+"|"+province)
	if d.rng.IntN(20) == 0 {
		d.Truth.Silent = append(d.Truth.Silent, unit+"|"+province)
		return
	}
	var before map[string]bool
	for _, term := range []int{2015, 2020} {
		before = d.congress(i, term, unit, province, before)
	}
}

// congress adds the report of one congress and returns its limitations.
func (d *Demo) congress(i, term int, unit, province string, before map[string]bool) map[string]bool {
	doc := fmt.Sprintf("%016x", uint64(i*10+term)*0x2545f4914f6cdd1d)
	d.at = 0
	since := demo2025[province]
	if since == "" {
		since = province
	}
	d.add("documents", map[string]any{
		"doc_id": doc, "source_path": fmt.Sprintf("%d/%s/bao-cao-%d.docx", term, province, i), "sha256": doc + doc + doc + doc, "size": 30_000 + d.rng.IntN(9000),
		"media": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "status": "ok", "pages": 8, "characters": 21_000,
		"doc_date": fmt.Sprintf("%d-%02d-%02d", term, 6+d.rng.IntN(3), 1+d.rng.IntN(28)), "doc_date_precision": "day", "doc_number": fmt.Sprintf("%d-BC/HU", i+1), "doc_type": "report",
		"province": province, "province_2025": since, "org_unit": unit, "org_level": "upper_grassroots", "congress_ordinal": 20, "term_start": term, "term_end": term + 5,
		"unit_key": strings.ToLower("upper_grassroots|" + province + "|" + unit),
	})
	d.fact("identity_evidence", doc, "BÁO CÁO tổng kết đại hội "+unit, map[string]any{"field": "org_unit", "value": unit, "stated": unit})
	d.committee(doc, unit, province, term)
	now := d.judgements(doc, unit, province, before)
	d.fact("citations", doc, "Thực hiện Chỉ thị của Bộ Chính trị về đại hội đảng bộ các cấp", map[string]any{
		"symbol": map[int]string{2015: "36-CT/TW", 2020: "35-CT/TW"}[term], "kind": "directive", "issuer": "Bộ Chính trị", "issued": map[int]string{2015: "2014-05-30", 2020: "2019-05-30"}[term], "issued_precision": "day",
	})
	for j, post := range []string{"secretary", "deputy_secretary"} {
		name := demoNames[(i+j+d.rng.IntN(2))%len(demoNames)]
		d.fact("people", doc, "Đại hội bầu đồng chí "+name, map[string]any{"name": name, "titles": "Ủy viên Ban Thường vụ", "role": "elected", "how": "elected", "elected_to": post, "post": "chức vụ mới"})
	}
	d.fact("tasks", doc, "Các cấp ủy cần bổ sung cấp ủy viên còn thiếu.", map[string]any{"text": "bổ sung cấp ủy viên còn thiếu", "addressee": "các cấp ủy", "deadline": fmt.Sprintf("%d-12", term), "deadline_precision": "month"})
	return now
}

func (d *Demo) committee(doc, unit, province string, term int) {
	seats := 37 + d.rng.IntN(9)
	total := seats - d.rng.IntN(2)
	women := d.rng.IntN(total / 4)
	d.measure(doc, "committee", "total", "planned", "count", float64(seats), nil)
	d.measure(doc, "committee", "total", "nominated", "count", float64(seats+5), nil)
	d.measure(doc, "committee", "total", "actual", "count", float64(total), nil)
	if seats > total {
		d.measure(doc, "committee", "shortfall", "actual", "count", float64(seats-total), nil)
	}
	share := float64(int(float64(women)/float64(total)*1000+0.5)) / 10
	check, confidence := "ok", "high"
	if d.rng.IntN(12) == 0 {
		share, check, confidence = share+3, "mismatch", "low"
		d.Truth.Mismatches = append(d.Truth.Mismatches, doc)
	}
	d.measure(doc, "committee", "female", "actual", "count", float64(women), nil)
	d.measure(doc, "committee", "female", "actual", "percent", share, map[string]any{"check": check, "confidence": confidence, "doubts": map[string]any{"low": "two_candidates"}[confidence], "base": fmt.Sprintf("committee.total=%d", total)})
	if check == "mismatch" {
		d.fact("findings", doc, "Tỷ lệ nữ nêu trong báo cáo", map[string]any{"kind": "percent_mismatch", "severity": "error", "message": "tỷ lệ nêu không khớp số lượng", "stated": share, "expected": share - 3, "row_a": fmt.Sprintf("%016x", uint64(d.n)*0x9e3779b97f4a7c15), "confidence": "high"})
	}
	young := 2 + d.rng.IntN(6)
	d.measure(doc, "committee", "young", "actual", "count", float64(young), map[string]any{"qualifier": "<40"})
	d.measure(doc, "committee", "age_band", "actual", "count", float64(young), map[string]any{"qualifier": "<40"})
	middle := total / 2
	d.measure(doc, "committee", "age_band", "actual", "count", float64(middle), map[string]any{"qualifier": "40-50"})
	d.measure(doc, "committee", "age_band", "actual", "count", float64(total-middle-young), map[string]any{"qualifier": ">50"})
	d.measure(doc, "committee", "re_elected", "actual", "count", float64(total-12), nil)
	d.measure(doc, "committee", "first_time", "actual", "count", 12, nil)
	d.measure(doc, "committee", "ethnic_minority", "actual", "count", float64(d.rng.IntN(20)), nil)
	d.measure(doc, "committee", "age", "actual", "mean", 44+float64(d.rng.IntN(60))/10, nil)
	standing := 11 + d.rng.IntN(3)
	d.measure(doc, "standing_committee", "total", "actual", "count", float64(standing), nil)
	inStanding := d.rng.IntN(4)
	d.measure(doc, "standing_committee", "female", "actual", "count", float64(inStanding), nil)
	if inStanding == 0 && term == 2020 {
		d.Truth.NoWomenStanding = append(d.Truth.NoWomenStanding, unit+"|"+province)
	}
}

func (d *Demo) judgements(doc, unit, province string, before map[string]bool) map[string]bool {
	now := map[string]bool{}
	for _, code := range demoCodes {
		if d.rng.IntN(4) != 0 {
			continue
		}
		now[code] = true
		d.fact("limitations", doc, "Bên cạnh kết quả đạt được, một số nơi còn hạn chế, khuyết điểm cần khắc phục ("+code+").", map[string]any{"code": code})
		if before[code] {
			d.Truth.Recurring[unit+"|"+province] = append(d.Truth.Recurring[unit+"|"+province], code)
		}
	}
	for _, aspect := range demoAspects {
		if polarity := d.rng.IntN(3); polarity < 2 {
			d.fact("assessments", doc, "Công tác được thực hiện chu đáo, đúng quy định.", map[string]any{"aspect": aspect, "polarity": []string{"strength", "limitation"}[polarity], "rating": "chu đáo, đúng quy định"})
		}
	}
	return now
}

// country adds a national report with the progress at four dates.
func (d *Demo) country() {
	doc := "00000000000000cc"
	d.at = 0
	d.add("documents", map[string]any{"doc_id": doc, "source_path": "tin/tien-do.html", "sha256": doc + doc + doc + doc, "size": 5000, "media": "text/html", "status": "ok", "doc_date": "2020-10", "doc_date_precision": "month", "doc_type": "news", "org_level": "central", "term_start": 2020, "term_end": 2025})
	for i, date := range []string{"2020-05-31", "2020-06-30", "2020-07-31", "2020-08-31"} {
		at := map[string]any{"level": "upper_grassroots", "as_of": date, "as_of_precision": "day"}
		d.measure(doc, "organization", "completed", "actual", "count", []float64{120, 430, 980, 1298}[i], at)
		d.measure(doc, "organization", "completed", "actual", "ratio_total", 1311, at)
	}
}
