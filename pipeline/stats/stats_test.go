package stats_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/pipeline/assemble"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/stats"
	units "github.com/tongket/tongket/pipeline/unit"
)

const songMay = "Đảng bộ huyện Sông Mây"

// A district's report: 43 seats decided, 49 on the list, 43 elected, 7 of them
// women: 7/43 = 16.28 %.
func TestUnitResults(t *testing.T) {
	a := newArchive(t)
	a.report("d1", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	a.says("d1",
		"committee.total.count=43 phase:planned", "committee.total.count=49 phase:nominated", "committee.total.count=43",
		"committee.female.count=7", "committee.female.percent=16.2", "committee.young[<40].count=5", "committee.age.mean=46.5",
		"committee.surplus.percent=13.95 phase:nominated", "committee.education[master].count=12",
		"standing_committee.total.count=13", "standing_committee.female.count=0",
	)
	ds := a.stats()
	r := one(t, ds, "unit_results", "body=committee")
	wants(t, r, "unit="+songMay, "level=upper_grassroots", "scope=own", "province_2025=Bắc Kạn", "term_start=2020", "documents=1", "as_of=2020-08-20",
		"decided=43", "listed=49", "members=43", "women=7", "women_base=43", "women_share=16.28", "women_row=r5",
		"young=5", "young_cutoff=<40", "young_share=11.63", "mean_age=46.5", "surplus=null", "surplus_share=13.95", "surplus_base=43",
		"master=12", "master_share=27.91", "minority=null", "minority_share=null", "short=null")
	wants(t, one(t, ds, "unit_results", "body=standing_committee"), "members=13", "women=0", "women_share=0")
	wants(t, one(t, ds, "unit_figures", "body=committee", "attribute=female"), "figure=7", "base=43", "share=16.28", "share_stated=16.2", "base_row=r4", "others=0", "confidence=high")
}

// The national table of 2020 for the level above the grassroots, as published at
// the end of August: 1,298 of 1,311 held; of 36,954 elected 27,690 were
// re-elected (74.9 %), 6,376 women (17.3 %), 5,469 under 40 (14.8 %), 3,995 of
// ethnic minorities (10.8 %). Recomputed shares agree with the published ones to
// their last digit.
func TestPublishedNationalTable(t *testing.T) {
	a := newArchive(t)
	a.report("n1", "", "", "", 2020, "2020-09-05")
	level := " level:upper_grassroots; @2020-08-31"
	a.says("n1",
		"organization.completed.count=1298"+level, "organization.completed.ratio_total=1311"+level,
		"committee.total.count=36954"+level, "committee.re_elected.count=27690"+level, "committee.re_elected.percent=74.9"+level,
		"committee.first_time.count=9264"+level, "committee.female.count=6376"+level, "committee.age_band[<40].count=5469"+level,
		"committee.ethnic_minority.count=3995"+level,
	)
	ds := a.stats()
	r := one(t, ds, "unit_results", "body=committee")
	wants(t, r, "unit=null", "level=upper_grassroots", "scope=below", "members=36954", "re_elected=27690", "re_elected_share=74.93",
		"first_time_share=25.07", "women_share=17.25", "under_40_share=14.8", "minority_share=10.81", "as_of=2020-08-31")
	wants(t, one(t, ds, "progress"), "completed=1298", "total=1311", "share=99.01", "as_of=2020-08-31")
	if rows := table(t, ds, "series"); len(rows) != 0 {
		t.Errorf("a sum over units entered the pool of units: %d rows", len(rows))
	}
}

// The published tables of the provincial congresses of 2015 (03-11-2015) and
// 2020 (18-10-2020), and of the delegates of the national congress of 2026: the
// shares that we compute are those that were printed, rounded or cut off, and
// where the printed one is another, both stand there.
func TestPublishedProvincialTables(t *testing.T) {
	for _, x := range []struct {
		name, body string
		says, want []string
	}{
		{"2015, committees", "committee", []string{"total.count=3504", "first_time.count=1242", "female.count=466", "age_band[<40].count=276", "age.mean=49.8", "education[doctor].count=273 evidence:doctors", "education[doctor].percent=7.63 evidence:doctors; base:committee.total=3504; check:mismatch"},
			[]string{"members=3504", "first_time_share=35.45", "women_share=13.3", "under_40_share=7.88", "mean_age=49.8", "doctor=273", "doctor_share=7.79"}}, // printed 7,63
		{"2015, standing committees", "standing_committee", []string{"total.count=967", "female.count=104", "young.count=18", "ethnic_minority.count=106", "age.mean=51.49", "shortfall.count=39", "shortfall.percent=4.03"},
			[]string{"members=967", "women_share=10.75", "young_share=1.86", "minority_share=10.96", "mean_age=51.49", "short=39", "short_share=4.03"}},
		{"2020, committees", "committee", []string{"total.count=2468", "first_time.count=798", "female.count=400", "age_band[<40].count=167", "ethnic_minority.count=273", "education[master].count=1372"},
			[]string{"first_time_share=32.33", "women_share=16.21", "under_40_share=6.77", "minority_share=11.06", "master_share=55.59"}}, // printed 16,20 and 6,76: cut off
		{"2026, delegates", "delegate", []string{"total.count=1586", "female.count=301", "ethnic_minority.count=167"}, []string{"members=1586", "women_share=18.98", "minority_share=10.53"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			a := newArchive(t)
			a.report("n1", "", "", "", 2020, "2020-11-05")
			for _, s := range x.says {
				name, options, _ := strings.Cut(s, " ")
				a.says("n1", x.body+"."+name+" level:province; "+options)
			}
			wants(t, one(t, a.stats(), "unit_results", "body="+x.body), x.want...)
		})
	}
}

// 63 of 68 and 68 of 68 are two snapshots, both right.
func TestProgressKeepsSnapshots(t *testing.T) {
	a := newArchive(t)
	a.report("n1", "", "", "", 2015, "2015-11-04")
	a.says("n1", "organization.completed.count=63 level:province; @2015-10-29", "organization.completed.ratio_total=68 level:province; @2015-10-29",
		"organization.completed.count=68 level:province; @2015-11-03", "organization.completed.ratio_total=68 level:province; @2015-11-03")
	rows := table(t, a.stats(), "progress")
	if len(rows) != 2 {
		t.Fatalf("%d rows", len(rows))
	}
	wants(t, rows[0], "as_of=2015-10-29", "share=92.65")
	wants(t, rows[1], "as_of=2015-11-03", "share=100")
}

// The latest date wins; what it replaces is a finding with both places.
func TestLatestWins(t *testing.T) {
	a := newArchive(t)
	a.report("old", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-06-01")
	a.says("old", "committee.total.count=41")
	a.report("new", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	a.says("new", "committee.total.count=43")
	a.report("late", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2021-01-01")
	a.says("late", "committee.total.count=40 @2020-05-05") // written later, of an earlier day
	ds := a.stats()
	wants(t, one(t, ds, "unit_results", "body=committee"), "members=43", "members_row=r4", "documents=3")
	found := table(t, ds, "findings", "kind=older_snapshot")
	if len(found) != 2 {
		t.Fatalf("%d findings, want 2", len(found))
	}
	wants(t, found[0], "doc_id=old", "stated=41", "expected=43", "row_a=r2", "row_b=r4", "other_doc_id=new", "severity=info")
	wants(t, found[1], "doc_id=late", "stated=40", "expected=43")
	wants(t, one(t, ds, "crosstabs", "tab=findings_kind_severity"), "row=older_snapshot", "count=2")
}

// Two values of one date are no snapshots: the two documents contradict each
// other, and the figure is unclear.
func TestSameDateDiffers(t *testing.T) {
	a := newArchive(t)
	for _, id := range []string{"d1", "d2"} {
		a.report(id, songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	}
	a.says("d1", "committee.total.count=43")
	a.says("d2", "committee.total.count=42")
	ds := a.stats()
	wants(t, one(t, ds, "findings"), "kind=documents_differ", "severity=warning", "doc_id=d2", "other_doc_id=d1", "stated=42", "expected=43")
	wants(t, one(t, ds, "unit_figures"), "figure=43", "others=1")
	wants(t, one(t, ds, "coverage"), "members=unclear", "women=absent", "roster=null", "documents=2", "missing=14")
}

// A share needs figure and base of one document: 7 women here and 43 members
// there make none.
func TestNoShareAcrossDocuments(t *testing.T) {
	a := newArchive(t)
	a.report("d1", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	a.says("d1", "committee.total.count=43")
	a.report("d2", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-21")
	a.says("d2", "committee.female.count=7")
	wants(t, one(t, a.stats(), "unit_results"), "members=43", "women=7", "women_base=null", "women_share=null")
}

// A province's report speaks of its districts by name and of all of them
// together; neither is the province's own committee.
func TestPlacesAndLevels(t *testing.T) {
	a := newArchive(t)
	a.report("d1", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	a.says("d1", "committee.total.count=43")
	a.report("p1", "Đảng bộ tỉnh Bắc Kạn", "province", "Bắc Kạn", 2020, "2020-09-20")
	a.says("p1", "committee.total.count=50", "committee.female.count=9 place:huyện Sông Mây", "committee.total.count=44 place:huyện Sông Mây",
		"committee.total.count=310 level:upper_grassroots")
	a.report("n1", "", "", "", 2020, "2020-10-20")
	a.says("n1", "committee.female.percent=18 place:Bắc Kạn")
	ds := a.stats()
	wants(t, one(t, ds, "unit_results", "unit="+songMay), "members=44", "women=9", "women_share=20.45", "documents=2")
	wants(t, one(t, ds, "unit_results", "level=province"), "members=50", "women=null", "women_share=18", "unit=Đảng bộ tỉnh Bắc Kạn")
	wants(t, one(t, ds, "unit_results", "scope=below"), "members=310", "level=upper_grassroots", "unit=Đảng bộ tỉnh Bắc Kạn")
}

// 2020: 15 % women in the committee and one in the standing committee are asked
// for. 5/43 = 11.6 % misses by 3.4 points, "over 16 %" meets it, "over 14 %" may.
func TestThresholds(t *testing.T) {
	a := newArchive(t)
	for i, says := range [][]string{
		{"committee.total.count=43", "committee.female.count=5", "standing_committee.total.count=11", "standing_committee.female.count=0"},
		{"committee.female.percent=16 bound:gt"},
		{"committee.female.percent=14 bound:gt"},
		{"committee.total.count=40", "committee.female.count=6"},
		{"committee.total.count=39"},
	} {
		id := fmt.Sprint("d", i)
		a.report(id, fmt.Sprintf("Đảng bộ huyện Số %d", i), "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
		a.says(id, says...)
	}
	ds := a.stats()
	rows := table(t, ds, "threshold_checks", "threshold=xiii.committee.women")
	if len(rows) != 5 {
		t.Fatalf("%d rows", len(rows))
	}
	wants(t, rows[0], "unit=Đảng bộ huyện Số 0", "value=11.63", "met=false", "gap=-3.37", "figure=5", "base=43", "aim=true", "required_min=15", "required_max=null")
	wants(t, rows[1], "unit=Đảng bộ huyện Số 1", "met=true", "gap=0")
	wants(t, rows[2], "unit=Đảng bộ huyện Số 3", "value=15", "met=true")
	wants(t, rows[3], "unit=Đảng bộ huyện Số 2", "value=14", "met=null", "gap=null")
	wants(t, rows[4], "unit=Đảng bộ huyện Số 4", "value=null", "met=null")
	wants(t, one(t, ds, "threshold_checks", "threshold=xiii.standing.women"), "value=0", "met=false", "none=true", "gap=-1")
	if off := table(t, ds, "threshold_checks", "threshold=xiii.committee.renewal"); len(off) != 0 {
		t.Error("a threshold that is off was checked")
	}
}

// Limits of a directive hold for some provinces only, and for communes and
// wards by their name.
func TestThresholdsOfSome(t *testing.T) {
	a := newArchive(t)
	a.report("d1", "Đảng bộ thành phố Hà Nội", "province", "Hà Nội", 2020, "2020-10-14")
	a.says("d1", "standing_committee.total.count=16")
	a.report("d2", "Đảng bộ tỉnh Bắc Kạn", "province", "Bắc Kạn", 2020, "2020-10-14")
	a.says("d2", "standing_committee.total.count=16")
	a.report("d3", "Đảng bộ phường Sông Mây", "upper_grassroots", "Hà Nội", 2025, "2025-08-14")
	a.says("d3", "committee.total.count=35")
	a.report("d4", "Đảng bộ Công an tỉnh", "upper_grassroots", "Hà Nội", 2025, "2025-08-14")
	a.says("d4", "committee.total.count=35")
	ds := a.stats()
	wants(t, one(t, ds, "threshold_checks", "threshold=xiii.standing.size_large"), "unit=Đảng bộ thành phố Hà Nội", "met=true")
	wants(t, one(t, ds, "threshold_checks", "threshold=xiii.standing.size"), "unit=Đảng bộ tỉnh Bắc Kạn", "met=false", "gap=1")
	wants(t, one(t, ds, "threshold_checks", "threshold=xiv.commune.committee_size"), "unit=Đảng bộ phường Sông Mây", "gap=2")
}

// By hand: 6 of 40 in 2015, 9 of 43 in 2020: 15 and 20.93 %, 5.93 points more.
// Newcombe: Wilson(6,40) = 7.06 to 29.07, Wilson(9,43) = 11.42 to 35.21;
// low = 5.93 − √((20.93−11.42)² + (29.07−15)²) = −11.05,
// high = 5.93 + √((35.21−20.93)² + (15−7.06)²) = 22.27.
// h = 2·asin√0.2093 − 2·asin√0.15 = 0.1550. Expected counts are all above 5, so
// the test is chi-square.
func TestChanges(t *testing.T) {
	a := newArchive(t)
	a.report("d1", songMay, "upper_grassroots", "Bắc Kạn", 2015, "2015-08-20")
	a.says("d1", "committee.total.count=40", "committee.female.count=6")
	a.report("d2", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	a.says("d2", "committee.total.count=43", "committee.female.count=9", "committee.young.count=5", "committee.young.percent=9 phase:previous")
	ds := a.stats()
	r := one(t, ds, "changes", "attribute=female")
	wants(t, r, "term_before=2015", "term_now=2020", "share_before=15", "share_now=20.93", "difference=5.93", "effect=0.15", "test=chi_square",
		"before_stated=false", "figure_before_row=r3", "figure_now_row=r6", "low=-11.05", "high=22.26")
	wants(t, one(t, ds, "changes", "attribute=young"), "before_stated=true", "term_before=null", "share_before=9", "share_now=11.63", "difference=2.63", "p=null")
	wants(t, one(t, ds, "changes", "attribute=total"), "figure_before=40", "figure_now=43", "difference=null")
	p := one(t, ds, "series_changes", "attribute=female")
	wants(t, p, "units=1", "units_left_out=0", "figure_before=6", "base_now=43", "difference=5.93")
	if a, b := p.Get("p"), p.Get("p_adjusted"); !a.Equal(b) {
		t.Errorf("one test alone is adjusted: %s, %s", a, b)
	}
}

// Three districts: 5/40, 0/20 and 10/40 women: 15 of 100 together, median of
// 12.5, 0 and 25 is 12.5. Wilson 15/100: 9.31 to 23.28.
func TestSeries(t *testing.T) {
	a := newArchive(t)
	for i, says := range [][]string{
		{"committee.total.count=40", "committee.female.count=5"},
		{"committee.total.count=20", "committee.female.count=0"},
		{"committee.total.count=40", "committee.female.count=10"},
		{"committee.total.count=44"},
	} {
		id := fmt.Sprint("d", i)
		a.report(id, fmt.Sprintf("Đảng bộ huyện Số %d", i), "upper_grassroots", []string{"Bắc Kạn", "Cao Bằng"}[i%2], 2020, "2020-08-20")
		a.says(id, says...)
	}
	ds := a.stats()
	wants(t, one(t, ds, "series", "attribute=female", "province_2025=null"), "units=3", "units_none=1", "units_silent=1", "figure=15", "base=100", "share=15",
		"low=9.31", "high=23.28", "withheld=null", "median=12.5", "quartile_1=6.25", "quartile_3=18.75")
	wants(t, one(t, ds, "series", "attribute=female", "province_2025=Cao Bằng"), "figure=0", "base=20", "share=null", "withheld=few", "units_silent=1")
	wants(t, one(t, ds, "series", "attribute=total", "province_2025=null"), "units=4", "figure=144", "base=null", "share=null")
}

// Two of three reports could have stated a shortcoming; one states that women
// are few.
func TestLimitationRates(t *testing.T) {
	a := newArchive(t)
	for i, term := range []int{2015, 2020, 2020} {
		a.report(fmt.Sprint("d", i), songMay, "upper_grassroots", "Bắc Kạn", term, fmt.Sprintf("%d-08-20", term))
	}
	a.limits("d0", "female_low")
	a.limits("d1", "female_low", "female_low", "vetting_late")
	a.judges("d2", "overall", "strength")
	ds := a.stats()
	wants(t, one(t, ds, "limitation_rates", "grouping=all", "code=female_low"), "documents=2", "base=2", "withheld=few", "share=null")
	wants(t, one(t, ds, "limitation_rates", "grouping=term", "code=female_low", "term_start=2020"), "documents=1", "base=1")
	wants(t, one(t, ds, "limitation_rates", "grouping=term", "code=vetting_late", "term_start=2015"), "documents=0", "base=1")
	r := one(t, ds, "recurrences")
	wants(t, r, "code=female_low", "times=2", "terms=2015; 2020", "first_term=2015", "last_term=2020", "unit="+songMay)
	wants(t, one(t, ds, "assessment_rates", "grouping=all"), "aspect=overall", "polarity=strength", "documents=1", "base=1")
}

// What a unit says of its own cells comes back as its own shortcoming; what it
// says of another unit is that unit's.
func TestRecurrencesAreOfTheUnitThatStatesThem(t *testing.T) {
	a := newArchive(t)
	for i, term := range []int{2015, 2020} {
		id := fmt.Sprint("d", i)
		a.report(id, songMay, "upper_grassroots", "Bắc Kạn", term, fmt.Sprintf("%d-08-20", term))
		for code, of := range map[string]map[string]any{"schedule_late": {"level": "cell"}, "papers_weak": {"place": "xã Đồi Nắng"}} {
			cells := map[string]any{"doc_id": id, "code": code, "evidence": code, "rule": "test", "confidence": "high"}
			maps.Copy(cells, of)
			a.row("limitations", cells)
		}
	}
	ds := a.stats()
	wants(t, one(t, ds, "recurrences", "code=schedule_late"), "unit="+songMay, "times=2")
	wants(t, one(t, ds, "recurrences", "code=papers_weak"), "unit=Đảng bộ xã Đồi Nắng, huyện Sông Mây", "times=2")
}

// Two districts have a commune of one name each: their reports are about two
// units, also where a district's report tells of its commune. A text that does
// not say the district is about the only one of the name, where there is one.
func TestCommunesOfOneNameAreTwoUnits(t *testing.T) {
	const anBinh, dongPhu = "Đảng bộ xã An Bình", "Đảng bộ xã Đồng Phú"
	a := newArchive(t)
	a.report("d1", anBinh, "grassroots", "Vĩnh Long", 2020, "2020-06-15")
	a.within("huyện Long Hồ")
	a.report("d2", anBinh, "grassroots", "Vĩnh Long", 2020, "2020-06-16")
	a.within("huyện Tam Bình")
	a.report("d3", "Đảng bộ huyện Tam Bình", "upper_grassroots", "Vĩnh Long", 2020, "2020-08-16")
	a.report("d4", dongPhu, "grassroots", "Vĩnh Long", 2020, "2020-06-16")
	a.report("d5", dongPhu, "grassroots", "Vĩnh Long", 2020, "2020-06-17")
	a.within("huyện Long Hồ")
	a.says("d1", "committee.total.count=15")
	a.says("d2", "committee.total.count=13")
	a.says("d3", "committee.female.count=4 place:xã An Bình")
	a.says("d4", "committee.total.count=11")
	a.says("d5", "committee.female.count=3")
	ds := a.stats()
	wants(t, one(t, ds, "unit_results", "unit_key=grassroots|vĩnh long|đảng bộ xã an bình, huyện long hồ"), "unit="+anBinh+", huyện Long Hồ", "members=15", "women=null")
	wants(t, one(t, ds, "unit_results", "unit_key=grassroots|vĩnh long|đảng bộ xã an bình, huyện tam bình"), "unit="+anBinh+", huyện Tam Bình", "members=13", "women=4")
	wants(t, one(t, ds, "unit_results", "unit_key=grassroots|vĩnh long|đảng bộ xã đồng phú, huyện long hồ"), "members=11", "women=3", "documents=2")
	for _, r := range table(t, ds, "documents") {
		if len(table(t, ds, "coverage", "unit_key="+r.Get("unit_key").Text())) != 1 {
			t.Errorf("%s: no unit %s", r.Get("doc_id"), r.Get("unit_key"))
		}
	}
}

// A roster names the two with their districts.
func TestRosterNamesTheDistrict(t *testing.T) {
	a := newArchive(t)
	a.report("d1", "Đảng bộ xã An Bình", "grassroots", "Vĩnh Long", 2020, "2020-06-15")
	a.within("huyện Long Hồ")
	ds := a.stats(
		stats.Unit{Name: "xã An Bình, huyện Long Hồ", Level: "grassroots", Province: "Vĩnh Long"},
		stats.Unit{Name: "xã An Bình, huyện Tam Bình", Level: "grassroots", Province: "Vĩnh Long"},
	)
	wants(t, one(t, ds, "coverage", "unit=Đảng bộ xã An Bình, huyện Long Hồ"), "reported=true")
	wants(t, one(t, ds, "coverage", "unit=Đảng bộ xã An Bình, huyện Tam Bình"), "reported=false")
}

// Most rosters have no district. "xã An Bình" in one is every An Bình whose
// reports say a district: an entry that was reported from anywhere is not
// missing, and one that nobody reported is missing once.
func TestRosterWithoutDistricts(t *testing.T) {
	a := newArchive(t)
	a.report("d1", "Đảng bộ xã An Bình", "grassroots", "Vĩnh Long", 2015, "2015-06-15")
	a.within("huyện Long Hồ")
	a.report("d2", "Đảng bộ xã An Bình", "grassroots", "Vĩnh Long", 2020, "2020-06-15")
	a.within("huyện Tam Bình")
	a.report("d3", "Đảng bộ xã Đồng Phú", "grassroots", "Vĩnh Long", 2025, "2025-06-15")
	ds := a.stats(
		stats.Unit{Name: "xã An Bình", Level: "grassroots", Province: "Vĩnh Long"},
		stats.Unit{Name: "xã Đồng Phú", Level: "grassroots", Province: "Vĩnh Long", From: 2025},
	)
	wants(t, one(t, ds, "coverage", "roster=true", "term_start=2015"), "unit=Đảng bộ xã An Bình, huyện Long Hồ", "reported=true")
	wants(t, one(t, ds, "coverage", "roster=true", "term_start=2020"), "unit=Đảng bộ xã An Bình, huyện Tam Bình", "reported=true")
	wants(t, one(t, ds, "coverage", "roster=true", "reported=false"), "unit=Đảng bộ xã An Bình", "term_start=2025")
	covered(t, ds, stats.Coverage{Term: 2015, Units: 1, Reported: 1}, stats.Coverage{Term: 2020, Units: 1, Reported: 1}, stats.Coverage{Term: 2025, Units: 2, Reported: 1})
}

// Both communes of a name reported: they are one entry of the roster, and both
// are in it. A report that names no district is the entry's too.
func TestRosterEntryThatTwoReported(t *testing.T) {
	a := newArchive(t)
	for i, district := range []string{"huyện Long Hồ", "huyện Tam Bình", ""} {
		a.report(fmt.Sprint("d", i), "Đảng bộ xã An Bình", "grassroots", "Vĩnh Long", 2020, "2020-06-15")
		if district != "" {
			a.within(district)
		}
	}
	ds := a.stats(stats.Unit{Name: "xã An Bình", Level: "grassroots", Province: "Vĩnh Long"})
	if rows := table(t, ds, "coverage", "roster=true", "reported=true"); len(rows) != 3 {
		t.Errorf("%d units of the roster", len(rows))
	}
	if rows := table(t, ds, "coverage"); len(rows) != 3 {
		t.Errorf("%d units", len(rows))
	}
	covered(t, ds, stats.Coverage{Term: 2020, Units: 1, Reported: 1})
}

// A roster that tells one of the two by its district means another one by the
// name alone: which, nobody guesses.
func TestRosterThatNamesOneDistrictOfTwo(t *testing.T) {
	a := newArchive(t)
	for i, district := range []string{"huyện Long Hồ", "huyện Tam Bình"} {
		a.report(fmt.Sprint("d", i), "Đảng bộ xã An Bình", "grassroots", "Vĩnh Long", 2020, "2020-06-15")
		a.within(district)
	}
	ds := a.stats(
		stats.Unit{Name: "xã An Bình, huyện Long Hồ", Level: "grassroots", Province: "Vĩnh Long"},
		stats.Unit{Name: "xã An Bình", Level: "grassroots", Province: "Vĩnh Long"},
	)
	wants(t, one(t, ds, "coverage", "unit=Đảng bộ xã An Bình, huyện Long Hồ"), "roster=true", "reported=true")
	wants(t, one(t, ds, "coverage", "unit=Đảng bộ xã An Bình, huyện Tam Bình"), "roster=false", "reported=true")
	wants(t, one(t, ds, "coverage", "unit=Đảng bộ xã An Bình"), "roster=true", "reported=false")
	covered(t, ds, stats.Coverage{Term: 2020, Units: 2, Reported: 1})
}

// Commune reports often name their district and no province; the roster names
// both. They are the entry's where only one entry can be meant, whatever else the
// roster says of other names and levels.
func TestRosterTellsTheProvinceThatReportsDoNot(t *testing.T) {
	const anBinh, phuQuoi = "Đảng bộ xã An Bình", "Đảng bộ xã Phú Quới"
	a := newArchive(t)
	a.report("d1", anBinh, "grassroots", "", 2020, "2020-06-15")
	a.within("huyện Mang Thít")
	a.report("d2", phuQuoi, "grassroots", "", 2020, "2020-06-15")
	a.within("huyện Long Hồ")
	a.report("d3", anBinh, "grassroots", "Vĩnh Long", 2020, "2020-06-15")
	a.within("huyện Long Hồ")
	a.report("d4", "Đảng bộ xã Tân Hạnh", "grassroots", "", 2015, "2015-06-15")
	ds := a.stats(
		stats.Unit{Name: "xã An Bình", Level: "grassroots", Province: "Vĩnh Long", From: 2020},
		stats.Unit{Name: "Đảng bộ Xã Phú Quới, Huyện Long Hồ", Level: "grassroots", Province: "Vĩnh Long", From: 2018},
		stats.Unit{Name: "xã Phú Quới, huyện Long Hồ", Level: "upper_grassroots", Province: "Đồng Tháp", From: 2025},
		stats.Unit{Name: "xã Tân Hạnh, huyện Long Hồ", Level: "grassroots", Province: "Vĩnh Long"},
	)
	if rows := table(t, ds, "coverage", "term_start=2020", "roster=true", "reported=true"); len(rows) != 3 {
		t.Errorf("%d units of the roster reported in 2020: both An Bình and Phú Quới did", len(rows))
	}
	wants(t, one(t, ds, "coverage", "unit="+phuQuoi+", huyện Long Hồ"), "roster=true", "reported=true", "province=null")
	wants(t, one(t, ds, "coverage", "unit=Đảng bộ xã Tân Hạnh"), "term_start=2015", "roster=true", "reported=true")
	wants(t, one(t, ds, "coverage", "roster=true", "reported=false"), "term_start=2020", "unit=Đảng bộ xã Tân Hạnh, huyện Long Hồ")
	covered(t, ds, stats.Coverage{Term: 2015, Units: 1, Reported: 1}, stats.Coverage{Term: 2020, Units: 3, Reported: 2})
}

// Two provinces have a commune of the name, or two districts of one: whose report
// it is, nobody guesses. The district decides where the report tells it.
func TestRosterOfTwoProvincesIsNotGuessed(t *testing.T) {
	const anBinh = "Đảng bộ xã An Bình"
	entry := func(name, province string) stats.Unit {
		return stats.Unit{Name: name, Level: "grassroots", Province: province}
	}
	roster := []stats.Unit{entry("xã An Bình, huyện Long Hồ", "Vĩnh Long"), entry("xã An Bình, huyện Phú Giáo", "Bình Dương")}
	for _, c := range []struct {
		reason, district string
		roster           []stats.Unit
		reported         int
	}{
		{"no district", "", roster, 0},
		{"the district of one", "huyện Phú Giáo", roster, 1},
		{"another district", "huyện Tam Bình", roster, 0},
		{"two provinces, neither with a district", "huyện Phú Giáo", []stats.Unit{entry("xã An Bình", "Vĩnh Long"), entry("xã An Bình", "Bình Dương")}, 0},
		{"two districts of one name", "huyện Châu Thành", []stats.Unit{entry("xã An Bình, huyện Châu Thành", "Tây Ninh"), entry("xã An Bình, huyện Châu Thành", "Kiên Giang")}, 0},
	} {
		t.Run(c.reason, func(t *testing.T) {
			a := newArchive(t)
			a.report("d1", anBinh, "grassroots", "", 2020, "2020-06-15")
			if c.district != "" {
				a.within(c.district)
			}
			ds := a.stats(c.roster...)
			covered(t, ds, stats.Coverage{Term: 2020, Units: 2, Reported: c.reported})
			if rows := table(t, ds, "coverage", "roster=true", "reported=true"); len(rows) != c.reported {
				t.Errorf("%d units of the roster reported, want %d", len(rows), c.reported)
			}
		})
	}
}

// Of one report in several formats one counts: rates, cross-tabs and sums have
// it once, and it contradicts nobody.
func TestEditionsCountOnce(t *testing.T) {
	a := newArchive(t)
	for _, id := range []string{"d1", "d2", "d3"} {
		a.report(id, songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
		a.limits(id, "female_low")
		a.judges(id, "overall", "strength")
		a.row("findings", map[string]any{"doc_id": id, "kind": "stated_twice", "severity": "info", "message": "x", "evidence": "x", "rule": "test", "confidence": "high"})
	}
	a.rows["documents"][1].Set("same_as", report.Text("d1.docx"))
	a.rows["documents"][2].Set("same_as", report.Text("d1.docx"))
	a.says("d1", "committee.total.count=39")
	a.says("d2", "committee.total.count=39")
	a.says("d3", "committee.total.count=3")
	ds := a.stats()
	wants(t, one(t, ds, "limitation_rates", "grouping=all", "code=female_low"), "documents=1", "base=1")
	wants(t, one(t, ds, "assessment_rates", "grouping=all"), "documents=1", "base=1")
	wants(t, one(t, ds, "unit_results"), "members=39", "documents=1")
	for _, tab := range []string{"documents_type_level", "documents_province_term", "measures_body_attribute", "limitations_code_level", "assessments_aspect_polarity", "findings_kind_severity"} {
		wants(t, one(t, ds, "crosstabs", "tab="+tab), "count=1")
	}
	if n := len(table(t, ds, "findings", "kind=documents_differ")); n > 0 {
		t.Errorf("%d findings of a report against itself", n)
	}
}

// A report with a part on shortcomings could have stated one although it states
// none.
func TestCouldHaveStated(t *testing.T) {
	a := newArchive(t)
	a.report("d1", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	a.limits("d1", "female_low")
	a.report("d2", "Đảng bộ huyện Núi Gió", "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	a.rows["documents"][1].Set("shortcomings_part", report.Bool(true))
	wants(t, one(t, a.stats(), "limitation_rates", "grouping=all"), "documents=1", "base=2")
}

func TestKeyPosts(t *testing.T) {
	a := newArchive(t)
	person := func(doc, name, post string) {
		a.row("people", map[string]any{"doc_id": doc, "name": name, "role": "elected", "elected_to": post, "how": "elected", "evidence": name, "rule": "t", "confidence": "high"})
	}
	a.report("d1", songMay, "upper_grassroots", "Bắc Kạn", 2015, "2015-08-20")
	person("d1", "Trần Văn Mẫu", "secretary")
	a.report("d2", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	person("d2", "Trần Văn Mẫu", "secretary")
	person("d2", "Lê Thị Thử", "deputy_secretary")
	person("d2", "Lê Thị Thử", "committee")
	a.report("d3", songMay, "upper_grassroots", "Bắc Kạn", 2025, "2025-08-20")
	person("d3", "Lê Thị Thử", "secretary")
	rows := table(t, a.stats(), "key_posts")
	if len(rows) != 4 {
		t.Fatalf("%d rows", len(rows))
	}
	wants(t, rows[0], "term_start=2015", "held_before=null")
	wants(t, rows[1], "term_start=2020", "post=secretary", "held_before=true", "how=elected")
	wants(t, rows[2], "post=deputy_secretary", "held_before=null")
	wants(t, rows[3], "term_start=2025", "name=Lê Thị Thử", "held_before=false")
}

func TestDirectives(t *testing.T) {
	a := newArchive(t)
	cite := func(doc, issued string) {
		a.row("citations", map[string]any{"doc_id": doc, "symbol": "35-CT/TW", "kind": "directive", "issuer": "Bộ Chính trị", "issued": issued, "evidence": "x", "rule": "t", "confidence": "high"})
	}
	a.report("d1", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	cite("d1", "2019-05-30")
	cite("d1", "2019-05-30")
	a.report("d2", "Đảng bộ huyện Núi Gió", "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	cite("d2", "2024-06-14")
	ds := a.stats()
	wants(t, one(t, ds, "directives", "issued=2019-05-30"), "term_start=2020", "documents=1", "base=2", "share=50", "issuer=Bộ Chính trị")
	if n := len(table(t, ds, "directives")); n != 2 {
		t.Errorf("one symbol, two directives, %d rows", n)
	}
}

// With a roster, units that are silent altogether are listed too, in the terms
// in which they existed.
func TestCoverageAgainstRoster(t *testing.T) {
	a := newArchive(t)
	a.report("d1", songMay, "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
	a.says("d1", "committee.total.count=43", "committee.female.percent=16.3 check:mismatch")
	a.report("d2", "Đảng bộ phường Mới", "upper_grassroots", "Bắc Kạn", 2025, "2025-08-20")
	a.says("d2", "committee.age_band[<40].count=5", "committee.age_band[40-50].count=12")
	ds := a.stats(
		stats.Unit{Name: "huyện Sông Mây", Level: "upper_grassroots", Province: "Bắc Kạn", To: 2025},
		stats.Unit{Name: "Đảng bộ huyện Núi Gió", Level: "upper_grassroots", Province: "Bắc Kạn", To: 2025},
	)
	wants(t, one(t, ds, "coverage", "unit="+songMay), "roster=true", "documents=1", "members=stated", "women=unclear", "young=absent")
	wants(t, one(t, ds, "coverage", "unit=Đảng bộ huyện Núi Gió"), "roster=true", "documents=0", "missing=14", "term_start=2020")
	wants(t, one(t, ds, "coverage", "unit=Đảng bộ phường Mới"), "roster=false", "documents=1", "young=stated") // dưới 40 tuổi: 5
	covered(t, ds, stats.Coverage{Term: 2020, Units: 2, Reported: 1})
}

// covered wants how many units of the roster have a report, by term.
func covered(t *testing.T, ds *stats.Dataset, want ...stats.Coverage) {
	t.Helper()
	got, err := ds.Covered()
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("covered %v, want %v, %v", got, want, err)
	}
}

func TestRoster(t *testing.T) {
	want := []stats.Unit{{Name: "huyện Sông Mây", Level: "upper_grassroots", Province: "Bắc Kạn", To: 2025}, {Name: "Đảng bộ tỉnh Bắc Kạn", Level: "province", Province: "Bắc Kạn"}}
	for name, text := range map[string]string{
		"r.tsv":  "unit\tlevel\tprovince\tfrom\tto\nhuyện Sông Mây\tupper_grassroots\tBắc Kạn\t\t2025\nĐảng bộ tỉnh Bắc Kạn\tprovince\tBắc Kạn\n",
		"r.csv":  "\ufeffunit,level,province,to\r\nhuyện Sông Mây,upper_grassroots,Bắc Kạn,2025\r\nĐảng bộ tỉnh Bắc Kạn,province,Bắc Kạn,\r\n",
		"s.csv":  "Unit;Level;Province;To\nhuyện Sông Mây;upper_grassroots;Bắc Kạn;2025\nĐảng bộ tỉnh Bắc Kạn;province;Bắc Kạn\n",
		"r.yaml": "- {unit: huyện Sông Mây, level: upper_grassroots, province: Bắc Kạn, to: 2025}\n- {unit: Đảng bộ tỉnh Bắc Kạn, level: province, province: Bắc Kạn}\n",
	} {
		got, err := stats.ReadRoster(name, strings.NewReader(text))
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
	_, err := stats.ReadRoster("r.tsv", strings.NewReader("unit\tlevel\tfrom\nA\tdistrict\t\n\tprovince\t\nB\tprovince\tsoon\n"))
	for _, part := range []string{`r.tsv:2: level "district"`, "r.tsv:3: no unit", `r.tsv:4: "soon" is no year`} {
		if err == nil || !strings.Contains(err.Error(), part) {
			t.Errorf("no %q in %v", part, err)
		}
	}
	if _, err := stats.ReadRoster("r.tsv", strings.NewReader("name\tlevel\n")); err == nil || !strings.Contains(err.Error(), `column "name"`) {
		t.Errorf("an unknown column: %v", err)
	}
}

func FuzzReadRoster(f *testing.F) {
	f.Add("r.tsv", "unit\tlevel\nA\tprovince\n")
	f.Add("r.yaml", "- {unit: A, level: province}\n")
	f.Add("r.csv", "unit,level\n\"A\nB\",province")
	f.Fuzz(func(t *testing.T, name, text string) {
		units, err := stats.ReadRoster(name, strings.NewReader(text))
		for _, u := range units {
			if err == nil && (u.Name == "" || u.Level == "") {
				t.Errorf("a unit without name or level and no error: %+v", u)
			}
		}
	})
}

// Every key of a unit is the one that the table documents has.
func TestUnitKeyIsThatOfDocuments(t *testing.T) {
	p, err := embedded()
	if err != nil {
		t.Fatal(err)
	}
	assembler, err := assemble.New(p.Tables, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range [][3]string{
		{"upper_grassroots", "Hòa Bình", "Đảng bộ TP. Sông Mây"}, {"upper_grassroots", "Hòa Bình", "Đảng bộ thành phố Sông  Mây"},
		{"upper_grassroots", "", "ĐẢNG BỘ TX. HOÀ GIÓ"}, {"province", "Hòa Bình", "Đảng bộ tỉnh Hoà Bình"}, {"province", "", "Đảng bộ tỉnh Hoà Bình"}, {"central", "", "Đảng Cộng sản Việt Nam"},
	} {
		text := "x"
		doc := &report.Document{Text: text, Sum: strings.Repeat("0", 64), Blocks: []report.Block{{Span: report.Span{End: 1}, Section: -1}}}
		var facts []report.Fact
		for column, value := range map[string]string{"org_level": x[0], "province": x[1], "org_unit": x[2]} {
			if value != "" {
				facts = append(facts, report.Fact{Table: "documents", Span: report.Span{End: 1}, Rule: "t", Fields: []report.Field{{Column: column, Value: report.Text(value)}}})
			}
		}
		rows, err := assembler.Rows(doc, facts)
		if err != nil {
			t.Fatal(err)
		}
		if got, want := units.Of(x[0], x[1], x[2], "").String(), rows[0].Get("unit_key").Text(); got != want {
			t.Errorf("%v: %q, the table has %q", x, got, want)
		}
	}
}

// The tables that are filled are those that the profile describes, and every
// row fits its table: codes known, promised values there, types right.
func TestRowsFitTheirTables(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := randomArchive(t, rt)
		ds := a.stats()
		for _, table := range ds.Tables() {
			for r, err := range ds.Rows(table.Name) {
				if err != nil {
					rt.Fatal(err)
				}
				fits(rt, r)
			}
		}
	})
}

func fits(t *rapid.T, r report.Row) {
	for i, c := range r.Table.Columns {
		v := r.Cells[i]
		if v.IsNull() {
			if !c.Nullable && slices.Contains(stats.Names(), r.Table.Name) {
				t.Fatalf("%s.%s is null", r.Table.Name, c.Name)
			}
			continue
		}
		_, number := v.Number()
		_, date := v.Date()
		_, boolean := v.Bool()
		ok := false
		switch c.Type {
		case report.TypeString:
			ok = v.Text() != ""
		case report.TypeCode:
			ok = slices.ContainsFunc(c.Codes, func(x report.Code) bool { return x.Code == v.Text() })
		case report.TypeInteger, report.TypeNumber:
			ok = number
		case report.TypeDate:
			ok = date
		case report.TypeBoolean:
			ok = boolean
		}
		if !ok {
			t.Fatalf("%s.%s: %q is no %s", r.Table.Name, c.Name, v, c.Type)
		}
	}
}

// randomArchive draws reports that contradict and repeat one another.
func randomArchive(t testing.TB, rt *rapid.T) *archive {
	a := newArchive(t)
	bodies := []string{"committee", "standing_committee", "secretary", "vote"}
	attributes := []string{"total", "female", "young", "shortfall", "completed", "re_elected"}
	levels := []string{"province", "upper_grassroots", "grassroots", ""}
	for d := range rapid.IntRange(0, 12).Draw(rt, "documents") {
		id := fmt.Sprint("d", d)
		unit := rapid.SampledFrom([]string{songMay, "Đảng bộ huyện Núi Gió", ""}).Draw(rt, "unit")
		a.report(id, unit, rapid.SampledFrom(levels).Draw(rt, "level"), rapid.SampledFrom([]string{"Bắc Kạn", "Cao Bằng", ""}).Draw(rt, "province"),
			rapid.SampledFrom([]int{0, 2015, 2020}).Draw(rt, "term"), rapid.SampledFrom([]string{"", "2020", "2020-08-20", "2015-09-01"}).Draw(rt, "date"))
		for range rapid.IntRange(0, 8).Draw(rt, "measures") {
			line := fmt.Sprintf("%s.%s.%s=%d phase:%s", rapid.SampledFrom(bodies).Draw(rt, "body"), rapid.SampledFrom(attributes).Draw(rt, "attribute"),
				rapid.SampledFrom([]string{"count", "percent", "mean", "ratio_total"}).Draw(rt, "stat"), rapid.IntRange(0, 60).Draw(rt, "value"),
				rapid.SampledFrom([]string{"actual", "planned", "previous"}).Draw(rt, "phase"))
			if p := rapid.SampledFrom([]string{"", "huyện Sông Mây", "Cao Bằng", "xã Đá"}).Draw(rt, "place"); p != "" {
				line += "; place:" + p
			}
			if l := rapid.SampledFrom(levels).Draw(rt, "about"); l != "" {
				line += "; level:" + l
			}
			a.says(id, line)
		}
		for _, code := range []string{"female_low", "vetting_late"} {
			if rapid.Bool().Draw(rt, code) {
				a.limits(id, code)
			}
		}
		if rapid.Bool().Draw(rt, "judged") {
			a.judges(id, "overall", rapid.SampledFrom([]string{"strength", "limitation"}).Draw(rt, "polarity"))
		}
	}
	return a
}

// Every cross-tab adds up to the rows of its table, and its margins to each
// other; groups of documents add up too.
func TestMarginsAddUp(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := randomArchive(t, rt)
		ds := a.stats()
		sums := map[string]int{}
		for _, r := range table(t, ds, "crosstabs") {
			n, _ := r.Get("count").Number()
			sums[r.Get("tab").Text()] += int(n)
		}
		for tab, of := range map[string]string{
			"documents_type_level": "documents", "documents_province_term": "documents", "measures_body_attribute": "measures",
			"limitations_code_level": "limitations", "limitations_code_term": "limitations", "assessments_aspect_polarity": "assessments", "findings_kind_severity": "findings",
		} {
			if n := len(table(t, ds, of)); sums[tab] != n {
				rt.Fatalf("%s adds up to %d, %s has %d rows", tab, sums[tab], of, n)
			}
		}
		groups := map[string]int{}
		for _, r := range table(t, ds, "limitation_rates", "code=female_low") {
			n, _ := r.Get("documents").Number()
			groups[r.Get("grouping").Text()] += int(n)
		}
		for grouping, n := range groups {
			if n != groups["all"] {
				rt.Fatalf("by %s %d documents, in all %d", grouping, n, groups["all"])
			}
		}
	})
}

// The order in which documents come changes nothing that is counted.
func TestOrderOfDocumentsChangesNothing(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		a := randomArchive(t, rt)
		turned := &archive{t: a.t, profile: a.profile, rows: map[string][]report.Row{}}
		order := rapid.Permutation(a.rows["documents"]).Draw(rt, "order")
		for name, rows := range a.rows {
			for _, d := range order {
				for _, r := range rows {
					if r.Get("doc_id").Equal(d.Get("doc_id")) {
						turned.rows[name] = append(turned.rows[name], r)
					}
				}
			}
		}
		for _, name := range stats.Names() {
			if x, y := lines(t, a.stats(), name), lines(t, turned.stats(), name); x != y {
				rt.Fatalf("%s differs:\n%s\n%s", name, x, y)
			}
		}
	})
}

func lines(t testing.TB, ds report.Dataset, name string) string {
	var b strings.Builder
	for r, err := range ds.Rows(name) {
		if err != nil {
			t.Fatal(err)
		}
		line, err := r.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	return b.String()
}

func TestNamesAreInTheProfile(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range stats.Names() {
		if p.Table(name) == nil {
			t.Errorf("the profile has no table %s", name)
		}
	}
}

func BenchmarkStats(b *testing.B) {
	a := newArchive(b)
	for i := range 2000 {
		id := fmt.Sprint("d", i)
		a.report(id, fmt.Sprintf("Đảng bộ huyện Số %d", i/2), "upper_grassroots", "Bắc Kạn", 2015+i%2*5, "2020-08-20")
		a.says(id, "committee.total.count=43", "committee.female.count=7", "committee.female.percent=16.3", "committee.young.count=5", "committee.re_elected.count=30")
	}
	b.ResetTimer()
	for b.Loop() {
		ds := a.stats()
		for _, t := range ds.Tables() {
			for _, err := range ds.Rows(t.Name) {
				if err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/2000, "ns/document")
}

// The charts: women by unit with the threshold of the round, seats added up over
// units that state all three, limitations counted by documents.
func TestOverview(t *testing.T) {
	a := newArchive(t)
	for i, says := range [][]string{
		{"committee.total.count=40", "committee.female.count=5", "committee.total.count=40 phase:planned", "committee.total.count=46 phase:nominated", "committee.age_band[<40].count=4"},
		{"committee.total.count=40", "committee.female.count=10", "committee.total.count=41 phase:planned"},
	} {
		id := fmt.Sprint("d", i)
		a.report(id, fmt.Sprintf("Đảng bộ huyện Số %d", i), "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
		a.says(id, says...)
	}
	a.limits("d0", "female_low")
	a.judges("d1", "personnel", "limitation")
	ds := a.stats()
	rows := table(t, ds, "overview", "chart=women")
	if len(rows) != 4 {
		t.Fatalf("%d rows", len(rows))
	}
	wants(t, rows[0], "category=Đảng bộ huyện Số 1", "series=share", "value=25", "base=40", "level=upper_grassroots", "term_start=2020")
	wants(t, rows[3], "category=Đảng bộ huyện Số 0", "series=threshold", "value=15")
	wants(t, one(t, ds, "overview", "chart=seats", "series=listed"), "value=46", "category=upper_grassroots")
	wants(t, one(t, ds, "overview", "chart=age_bands"), "series=<40", "category=upper_grassroots", "value=10")
	wants(t, one(t, ds, "overview", "chart=limitations_term"), "category=female_low", "series=2020", "value=1", "base=2")
	wants(t, one(t, ds, "overview", "chart=terms"), "category=2020", "series=female", "value=18.75")
}

// Who has none: a stated 0 with the members of the body beside it. A unit that
// says nothing, or "under 1", is not listed.
func TestNoneUnits(t *testing.T) {
	a := newArchive(t)
	for i, says := range []string{"standing_committee.female.count=0", "standing_committee.female.count=2", "standing_committee.re_elected.count=0", "standing_committee.female.count=1 bound:lt"} {
		id := fmt.Sprint("d", i)
		a.report(id, fmt.Sprintf("Đảng bộ huyện Số %d", i), "upper_grassroots", "Bắc Kạn", 2020, "2020-08-20")
		a.says(id, "standing_committee.total.count=11", says)
	}
	wants(t, one(t, a.stats(), "none_units"), "unit=Đảng bộ huyện Số 0", "body=standing_committee", "attribute=female", "figure=0", "base=11", "term_start=2020")
}

// A page names forty units: of the levels whose units fit, the one with most
// units is drawn; where none fits, provinces are, and where these are few, the
// units with the smallest shares.
func TestWomenChartFitsOnAPage(t *testing.T) {
	a := newArchive(t)
	add := func(unit, level, province string, women int) {
		id := fmt.Sprint("d", a.n)
		a.report(id, unit, level, province, 2020, "2020-08-20")
		a.says(id, "committee.total.count=40", fmt.Sprintf("committee.female.count=%d", women))
	}
	for i := range 45 {
		add(fmt.Sprintf("Đảng bộ xã Số %d", i), "grassroots", "Bắc Kạn", i%40)
	}
	rows := table(t, a.stats(), "overview", "chart=women", "series=lowest")
	if len(rows) != 40 {
		t.Fatalf("%d bars, want 40", len(rows))
	}
	wants(t, rows[39], "value=0", "level=grassroots")
	add("Đảng bộ tỉnh Bắc Kạn", "province", "Bắc Kạn", 12)
	if rows = table(t, a.stats(), "overview", "chart=women", "series=lowest"); len(rows) != 40 {
		t.Fatalf("%d bars, want the 40 communes and not the one province", len(rows))
	}
	for i := range 5 {
		add(fmt.Sprintf("Đảng bộ huyện Số %d", i), "upper_grassroots", "Bắc Kạn", 10)
	}
	rows = table(t, a.stats(), "overview", "chart=women", "series=share")
	if len(rows) != 5 {
		t.Fatalf("%d bars, want the 5 districts", len(rows))
	}
	wants(t, rows[0], "value=25", "level=upper_grassroots")
}

// A roster comes back from its little room as it went in.
func TestRosterKeepsItsUnits(t *testing.T) {
	want := []stats.Unit{
		{Name: "xã An Bình, huyện Long Hồ", Level: "grassroots", Province: "Vĩnh Long", To: 2025},
		{Name: "xã An Bình", Level: "grassroots", Province: "Vĩnh Long", From: 2025},
		{Name: "Quân ủy Trung ương", Level: "province"},
	}
	if got := slices.Collect(stats.NewRoster(want).All()); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	for u := range (stats.Roster{}).All() {
		t.Errorf("no roster has %v", u)
	}
}
