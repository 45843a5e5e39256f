package stats_test

import "testing"

// A figure is paired only with a base that can be its own; where none can, base
// and share are absent.
func TestBases(t *testing.T) {
	const level = "level:grassroots; "
	const sum = level + "evidence:Cộng\t"
	// a table that lists two communes, and its sum
	part := []string{
		"committee.total.count=15 place:xã Một; " + level + "evidence:Một\t15\t4", "committee.female.count=4 place:xã Một; " + level + "evidence:Một\t15\t4",
		"committee.total.count=13 place:xã Hai; " + level + "evidence:Hai\t13\t5", "committee.female.count=5 place:xã Hai; " + level + "evidence:Hai\t13\t5",
		"committee.total.count=28 " + sum + "28\t9", "committee.female.count=9 " + sum + "28\t9",
	}
	for _, x := range []struct {
		name  string
		says  []string
		where string
		want  []string
	}{
		{"a smaller total is no base",
			[]string{"committee.total.count=60 " + level, "committee.education[bachelor].count=401 " + level},
			"attribute=education", []string{"figure=401", "base=null", "share=null", "check=null"}},
		{"the base that the check names",
			[]string{"committee.total.count=118 " + level, "committee.appointed.count=2714 " + level,
				"committee.female.count=701 evidence:x; " + level, "committee.female.percent=25.8 evidence:x; base:committee.total=2714; check:ok; " + level},
			"attribute=female", []string{"figure=701", "base=2714", "share=25.83", "share_stated=25.8", "check=ok"}},
		{"the base with which other shares agree",
			[]string{"committee.total.count=687 " + level, "committee.total.count=589 " + level,
				"committee.female.count=119 evidence:x; " + level, "committee.female.percent=20.2 evidence:x; base:committee.total=589; check:ok; " + level,
				"committee.age_band[35-50].count=331 " + level},
			"attribute=age_band", []string{"figure=331", "base=589"}},
		{"the total with which the shares agree is the unit's",
			[]string{"committee.total.count=687 " + level, "committee.total.count=589 confidence:medium; " + level,
				"committee.female.count=119 evidence:x; " + level, "committee.female.percent=20.2 evidence:x; " + level},
			"attribute=total", []string{"figure=589"}},
		{"a total in the same scope that agrees, where the named one does not",
			[]string{"committee.total.count=566 " + level, "committee.total.count=177 " + level,
				"committee.female.count=71 evidence:x; " + level, "committee.female.percent=12.5 evidence:x; base:committee.total=177; check:mismatch; " + level},
			"attribute=female", []string{"base=566", "share=12.54", "check=ok"}},
		{"a stated share with which nothing agrees",
			[]string{"committee.total.count=60 " + level, "committee.ethnic_minority.count=19 evidence:x; " + level, "committee.ethnic_minority.percent=26.9 evidence:x; " + level},
			"attribute=ethnic_minority", []string{"figure=19", "base=null", "share=26.9", "share_stated=26.9", "check=null"}},
		{"what a table adds up is of its own row",
			append([]string{"committee.total.count=487 " + level}, part...),
			"attribute=female", []string{"figure=9", "base=28"}},
		{"the sum of a part is no base of what prose says",
			append([]string{"committee.first_time.count=20 " + level}, part...),
			"attribute=first_time", []string{"figure=20", "base=null", "share=null"}},
		{"prose comes before the sum of a table",
			append(part, "committee.total.count=487 "+level, "committee.female.count=98 "+level),
			"attribute=female", []string{"figure=98", "base=487"}},
		{"the M of its own N/M",
			[]string{"vote.approval.count=39 evidence:x; " + level, "vote.approval.ratio_total=40 evidence:x; " + level},
			"attribute=approval", []string{"figure=39", "base=40", "share=97.5"}},
		{"the M of another vote",
			[]string{"vote.approval.count=119 evidence:x; " + level, "vote.approval.count=39 evidence:y; " + level, "vote.approval.ratio_total=40 evidence:y; " + level},
			"attribute=approval", []string{"figure=119", "base=null", "share=null"}},
		{"the M of another sentence on the same",
			[]string{"organization.completed.count=78 evidence:x; " + level, "organization.completed.ratio_total=80 evidence:y; " + level},
			"attribute=completed", []string{"figure=78", "base=80", "share=97.5"}},
		{"a share that another sentence states, with its base",
			[]string{"organization.completed.count=25 evidence:x; " + level, "organization.completed.percent=35.2 evidence:y; base:organization.total=71; check:ok; " + level},
			"attribute=completed", []string{"figure=25", "base=71", "share=35.21"}},
		{"a share of another count",
			[]string{"committee.total.count=80 " + level, "committee.female.count=33 bound:eq; " + level, "committee.female.count=20 confidence:medium; bound:ge; evidence:x; " + level, "committee.female.percent=30.5 evidence:x; " + level},
			"attribute=female", []string{"figure=33", "base=80", "share=41.25", "share_stated=null"}},
		{"who was elected is no base beside who was appointed",
			[]string{"committee.elected.count=13 " + level, "committee.appointed.count=20 " + level, "committee.female.count=15 " + level},
			"attribute=female", []string{"base=null"}},
	} {
		t.Run(x.name, func(t *testing.T) {
			a := newArchive(t)
			a.report("d1", "Đảng bộ huyện Số 0", "upper_grassroots", "Cao Bằng", 2020, "2020-08-01")
			a.says("d1", x.says...)
			wants(t, one(t, a.stats(), "unit_figures", "unit=Đảng bộ huyện Số 0", x.where, "scope=below"), x.want...)
		})
	}
}
