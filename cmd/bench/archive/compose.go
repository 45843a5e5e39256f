package archive

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/tongket/tongket/cmd/bench/paper"
	"github.com/tongket/tongket/pipeline/vn"
)

// charsPerPage is what a page of a report holds, counted on printed ones.
const charsPerPage = 2200

// draft begins the report of a congress.
func (w *world) draft(c *congress, id string) *draft {
	d := &draft{Rand: w.random(c, 2), congress: c, figures: w.figures(c), stated: map[string]bool{}}
	d.gold = Gold{ID: id, Split: "open", People: []Person{}, Citations: []Citation{}, Measures: []Measure{}, Assessments: []Assessment{}, Limitations: []string{}, LimitationRows: []Limitation{}, Tasks: []Task{}}
	d.lying = d.IntN(12) == 0
	return d
}

// compose writes the report of a congress of about so many pages.
func (w *world) compose(c *congress, id string, pages int) *draft {
	d := w.draft(c, id)
	date := d.figures.opened.AddDate(0, 0, 5+d.IntN(20))
	d.head(date)
	d.direction()
	d.results()
	d.units(w, pages)
	d.judgement()
	d.tasks(date)
	d.pad(pages)
	d.foot()
	return d
}

// the head, the kind and what the report is about
func (d *draft) head(date time.Time) {
	c := d.congress
	superior, place := "BAN CHẤP HÀNH TRUNG ƯƠNG", c.name
	if c.above != nil {
		superior = strings.ToUpper(c.above.committee() + " " + c.above.name)
		if c.kind == district {
			superior = strings.ToUpper("Đảng bộ " + c.above.full())
		}
	}
	issuer := c.committee() + " " + c.name
	if c.kind == commune {
		issuer = c.committee() + " " + c.full()
	}
	number := fmt.Sprintf("%d-BC/%s", 12+d.IntN(480), c.symbol())
	d.add(paper.Block{Kind: paper.Columns,
		Left:  []string{superior, strings.ToUpper(issuer), "*", "Số " + number},
		Right: []string{"ĐẢNG CỘNG SẢN VIỆT NAM", place + ", " + long(date)}})
	d.add(paper.Block{Text: "BÁO CÁO", Bold: true, Centre: true})
	subject := fmt.Sprintf("kết quả Đại hội %s lần thứ %s, nhiệm kỳ %d - %d", c.organisation(), vn.FormatRoman(c.unit.congress(c.term)), c.term.start, c.term.end)
	if c.kind == commune {
		subject = fmt.Sprintf("kết quả Đại hội %s, tỉnh %s lần thứ %s, nhiệm kỳ %d - %d", c.organisation(), c.province().name, vn.FormatRoman(c.unit.congress(c.term)), c.term.start, c.term.end)
		subject = strings.Replace(subject, "tỉnh "+c.province().name, c.province().full(), 1)
	}
	if c.kind == district {
		subject += " trên địa bàn " + c.province().full()
	}
	d.add(paper.Block{Text: subject, Bold: true, Centre: true})
	d.add(paper.Block{Text: "-----", Centre: true})
	d.gold.Identity = Identity{
		DocDate: new(date.Format(time.DateOnly)), DocNumber: new(number), DocType: new("report"), Province: new(c.province().name),
		OrgUnit: new(c.organisation()), OrgLevel: new(c.level(c.term)), CongressOrdinal: new(c.unit.congress(c.term)), TermStart: new(c.term.start), TermEnd: new(c.term.end),
	}
}

// direction is the part on leadership: documents, organisations, progress.
func (d *draft) direction() {
	c, f, t := d.congress, d.figures, d.congress.term
	issued := d.figures.opened.AddDate(0, -8, d.IntN(20))
	plan, superior := fmt.Sprintf("%d-KH/%s", 20+d.IntN(200), c.symbol()), "Ban Thường vụ "+c.committee()
	if c.above != nil {
		plan, superior = fmt.Sprintf("%d-KH/%s", 20+d.IntN(200), c.above.symbol()), "Ban Thường vụ "+c.above.committee()
	}
	d.say(fmt.Sprintf("Thực hiện Chỉ thị số %s, ngày %s của Bộ Chính trị về đại hội đảng bộ các cấp tiến tới Đại hội đại biểu toàn quốc lần thứ %s của Đảng và Kế hoạch số %s, ngày %s của %s, %s báo cáo kết quả đại hội như sau:",
		t.directive, t.written, t.congress, plan, day(issued), superior, d.one("Ban Chấp hành Đảng bộ", "Ban Thường vụ "+c.committee())),
		Citation{Symbol: t.directive, Kind: "directive", Issuer: new("Bộ Chính trị"), Issued: new(t.issued)},
		Citation{Symbol: plan, Kind: "plan", Issuer: new(superior), Issued: new(issued.Format(time.DateOnly))})
	d.heading("I- CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO")
	members := d.own().count("party_member", "total", "actual", f.members)
	below := about{level: levelBase}
	switch c.kind {
	case province:
		n := len(c.children())
		up := about{level: levelUpper}
		d.say(fmt.Sprintf("Toàn Đảng bộ có %s tổ chức cơ sở đảng với %s đảng viên.", thousands(f.bases), thousands(f.members)),
			below.count("organization", "total", "actual", f.bases), members)
		if n > 0 {
			d.completed(up, n, "đảng bộ cấp trên trực tiếp cơ sở")
		}
	case district:
		d.say(d.one(
			fmt.Sprintf("Đảng bộ %s hiện có %d tổ chức cơ sở đảng với %s đảng viên.", c.word, f.bases, thousands(f.members)),
			fmt.Sprintf("Toàn Đảng bộ có %d tổ chức cơ sở đảng, %s đảng viên.", f.bases, thousands(f.members))),
			below.count("organization", "total", "actual", f.bases), members)
		d.completed(below, f.bases, "tổ chức cơ sở đảng")
	default:
		below = about{level: levelCell}
		d.say(d.one(
			fmt.Sprintf("Đảng bộ %s có %s chi bộ trực thuộc với %s đảng viên.", c.word, two(f.cells), thousands(f.members)),
			fmt.Sprintf("Toàn Đảng bộ có %s chi bộ trực thuộc, %s đảng viên.", two(f.cells), thousands(f.members))),
			below.count("organization", "total", "actual", f.cells), members)
		d.completed(below, f.cells, "chi bộ trực thuộc")
	}
	d.add(paper.Block{Text: preparation[d.IntN(len(preparation))]})
}

// completed tells how many organisations below have held their congress.
func (d *draft) completed(a about, all int, what string) {
	done := all
	if d.IntN(4) == 0 && all > 4 {
		done = all - 1 - d.IntN(2)
	}
	asOf := d.figures.opened.AddDate(0, 0, -6-d.IntN(20))
	p := percent(done, all)
	form := d.one("Đến hết ngày %s, %d/%d %s hoàn thành đại hội, đạt tỷ lệ %s%%.", "Tính đến ngày %s, đã có %d/%d %s tổ chức xong đại hội (%s%%).")
	d.say(fmt.Sprintf(form, day(asOf), done, all, what, decimal(p)),
		dated(a.count("organization", "completed", "actual", done), asOf),
		dated(a.measure("organization", "completed", "actual", "ratio_total", float64(all)), asOf),
		dated(a.measure("organization", "completed", "actual", "percent", p), asOf))
}

func (d *draft) heading(text string) {
	d.add(paper.Block{Kind: paper.Heading, Level: 1, Text: text})
}

// results is the part on the congress itself.
func (d *draft) results() {
	c, f, own := d.congress, d.figures, d.own()
	d.heading("II- KẾT QUẢ ĐẠI HỘI")
	end := f.opened.AddDate(0, 0, 1)
	p := percent(f.delegateWomen, f.delegates)
	d.say(fmt.Sprintf("Đại hội họp trong hai ngày %d và %s. Đại hội triệu tập %d đại biểu chính thức, gồm %d đại biểu đương nhiên và %d đại biểu được bầu từ cơ sở; đại biểu nữ %d đồng chí, chiếm %s%%.",
		f.opened.Day(), day(end), f.delegates, f.exOfficio, f.delegates-f.exOfficio, f.delegateWomen, decimal(p)),
		own.count("delegate", "total", "actual", f.delegates), own.count("delegate", "ex_officio", "actual", f.exOfficio),
		own.count("delegate", "elected", "actual", f.delegates-f.exOfficio),
		own.count("delegate", "female", "actual", f.delegateWomen), own.measure("delegate", "female", "actual", "percent", p))
	d.committee()
	d.standing()
	d.posts()
	if c.kind != province {
		d.say(fmt.Sprintf("Đại hội bầu Đoàn đại biểu dự Đại hội đại biểu Đảng bộ %s gồm %s đại biểu chính thức và %s đại biểu dự khuyết.", c.above.word, two(f.upper), two(f.alternates)),
			own.count("upper_delegation", "total", "actual", f.upper), own.count("upper_delegation", "alternate", "actual", f.alternates))
	}
	d.say(fmt.Sprintf("Tại Đại hội đã có %s ý kiến tham luận; có %d lượt ý kiến góp ý vào dự thảo văn kiện.", two(f.papers), f.comments),
		own.count("comment", "total", "actual", f.papers), own.count("comment", "total", "actual", f.comments))
}

// committee tells how the committee was elected or appointed, and of whom it
// consists.
func (d *draft) committee() {
	c, b, own := d.congress, d.figures.committee, d.own()
	khoa := vn.FormatRoman(c.unit.congress(c.term))
	lack := b.decided - b.elected
	switch {
	case d.figures.appointed:
		d.say(fmt.Sprintf("Cấp có thẩm quyền chỉ định Ban Chấp hành Đảng bộ %s khóa %s gồm %d đồng chí.", c.word, khoa, b.elected),
			own.count("committee", "appointed", "actual", b.elected))
	case lack > 0 && d.IntN(2) == 0:
		d.say(fmt.Sprintf("Đại hội bầu được %d/%d đồng chí vào Ban Chấp hành theo số lượng đại hội quyết định, còn thiếu %s đồng chí.", b.elected, b.decided, two(lack)),
			own.count("committee", "total", "actual", b.elected), own.count("committee", "total", "planned", b.decided),
			own.count("committee", "shortfall", "actual", lack), Limitation{Code: "committee_short", Body: new("committee"), Level: &own.level})
	case lack > 0 || d.IntN(2) == 0:
		surplus := percent(b.listed-b.decided, b.decided)
		text := fmt.Sprintf("Số lượng Ban Chấp hành do Đại hội quyết định là %d đồng chí; danh sách bầu cử có %d đồng chí, số dư %s%%; kết quả bầu được %d đồng chí", b.decided, b.listed, decimal(surplus), b.elected)
		labels := []label{
			own.count("committee", "total", "planned", b.decided), own.count("committee", "total", "nominated", b.listed),
			own.measure("committee", "surplus", "nominated", "percent", surplus), own.count("committee", "total", "actual", b.elected),
		}
		if lack > 0 {
			text += fmt.Sprintf(", bầu thiếu %s đồng chí so với số lượng đã quyết định", two(lack))
			labels = append(labels, own.count("committee", "shortfall", "actual", lack), Limitation{Code: "committee_short", Body: new("committee"), Level: &own.level})
		}
		d.say(text+".", labels...)
	default:
		d.say(d.one(
			fmt.Sprintf("Đại hội đã bầu Ban Chấp hành Đảng bộ %s khóa %s gồm %d đồng chí.", c.word, khoa, b.elected),
			fmt.Sprintf("Đại hội đã bầu %d đồng chí vào Ban Chấp hành Đảng bộ %s khóa %s.", b.elected, c.word, khoa)),
			own.count("committee", "total", "actual", b.elected))
	}
	d.composition(b, own)
}

// part is one line of a committee's composition.
type part struct {
	words, attribute, qualifier string
	n                           int
}

func (d *draft) parts(b body) []part {
	young := part{"dưới 40 tuổi", "age_band", "<40", b.young}
	if d.IntN(3) == 0 {
		young = part{"cấp ủy viên trẻ (dưới 40 tuổi)", "young", "<40", b.young}
	}
	out := []part{{"nữ", "female", "", b.female}, young}
	if d.congress.ethnic {
		out = append(out, part{"người dân tộc thiểu số", "ethnic_minority", "", b.ethnic})
	}
	if !d.figures.appointed {
		out = append(out, part{"tái cử", "re_elected", "", b.again}, part{"tham gia lần đầu", "first_time", "", b.first})
	}
	if d.IntN(2) == 0 {
		out = append(out, part{"trình độ thạc sĩ, tiến sĩ", "education", "master", b.master})
	}
	if d.IntN(2) == 0 {
		out = append(out, part{"cao cấp, cử nhân lý luận chính trị", "theory", "advanced", b.advanced})
	}
	return out
}

// composition writes the parts of a committee as a sentence, a list or a table.
func (d *draft) composition(b body, own about) {
	var texts []string
	var labels []label
	parts := d.parts(b)
	kept := parts[:0]
	for _, p := range parts {
		if p.n == 0 { // told by those who have some
			continue
		}
		kept = append(kept, p)
	}
	shares := make([]string, len(kept))
	for i, p := range kept {
		s, ls := d.share(own, "committee", p.attribute, p.qualifier, p.n, b.elected)
		shares[i], labels = s, append(labels, ls...)
	}
	age := own.measure("committee", "age", "actual", "mean", b.age)
	switch d.IntN(3) {
	case 0:
		for i, p := range kept {
			texts = append(texts, fmt.Sprintf("%s %s đồng chí (%s%%)", p.words, two(p.n), shares[i]))
		}
		whole := "Trong Ban Chấp hành"
		if !d.figures.appointed { // else it would be told of the appointed that they were elected
			whole = fmt.Sprintf("Trong tổng số %d cấp ủy viên", b.elected)
		}
		d.say(fmt.Sprintf("%s có: %s. Tuổi bình quân của Ban Chấp hành là %s tuổi.", whole, strings.Join(texts, ", "), decimal(b.age)), append(labels, age)...)
	case 1:
		d.say("Cơ cấu Ban Chấp hành như sau:")
		for i, p := range kept {
			d.say(fmt.Sprintf("- %s: %d đồng chí, chiếm %s%%.", capital(p.words), p.n, shares[i]), labels[2*i:2*i+2]...)
		}
		d.say(fmt.Sprintf("- Tuổi bình quân: %s.", decimal(b.age)), age)
	default:
		d.tables++
		d.say(fmt.Sprintf("Biểu số %d. Cơ cấu Ban Chấp hành Đảng bộ %s", d.tables, d.congress.word))
		rows := [][]paper.Cell{{{Text: "TT"}, {Text: "Cơ cấu"}, {Text: "Số lượng"}, {Text: "Tỷ lệ (%)"}}}
		for i, p := range kept {
			rows = append(rows, []paper.Cell{{Text: strconv.Itoa(i + 1)}, {Text: capital(p.words)}, {Text: strconv.Itoa(p.n)}, {Text: shares[i]}})
			d.label(p.words, labels[2*i:2*i+2]...)
		}
		d.add(paper.Block{Kind: paper.Table, Header: 1, Rows: rows})
		d.say(fmt.Sprintf("Tuổi bình quân của Ban Chấp hành là %s tuổi.", decimal(b.age)), age)
	}
}

func capital(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// standing tells of the standing committee, and whether there is a woman in it.
func (d *draft) standing() {
	c, b, own := d.congress, d.figures.standing, d.own()
	lack := b.decided - b.elected
	text := fmt.Sprintf("Ban Chấp hành bầu Ban Thường vụ gồm %s đồng chí", two(b.elected))
	labels := []label{own.count("standing_committee", "total", "actual", b.elected)}
	if d.figures.appointed {
		text = fmt.Sprintf("Ban Thường vụ được chỉ định gồm %s đồng chí", two(b.elected))
		labels = []label{own.count("standing_committee", "appointed", "actual", b.elected)}
	}
	if lack > 0 && !d.figures.appointed {
		text += fmt.Sprintf(", bầu thiếu %s đồng chí so với phương án nhân sự", two(lack))
		labels = append(labels, own.count("standing_committee", "shortfall", "actual", lack), Limitation{Code: "standing_committee_short", Body: new("standing_committee"), Level: &own.level})
	}
	if b.female > 0 {
		s, ls := d.share(own, "standing_committee", "female", "", b.female, b.elected)
		d.say(fmt.Sprintf("%s; trong đó nữ %s đồng chí (%s%%).", text, two(b.female), s), append(labels, ls...)...)
		return
	}
	zero := own.count("standing_committee", "female", "actual", 0)
	zero.WordedZero = true
	d.say(text+d.one("; không có đồng chí nữ trong Ban Thường vụ.", "; Ban Thường vụ không có cán bộ nữ."),
		append(labels, zero, Limitation{Code: "female_low", Body: new("standing_committee"), Level: &own.level})...)
	d.noWoman = append(d.noWoman, c)
}

// posts tells who was elected to which post.
func (d *draft) posts() {
	c, f, own := d.congress, d.figures, d.own()
	how, verb := "elected", "bầu"
	if f.appointed {
		how, verb = "appointed", "chỉ định"
	}
	post := func(name, post, to string) Person {
		return Person{Name: name, Titles: []string{}, Role: "elected", How: &how, Post: &post, ElectedTo: &to}
	}
	labels := []label{post(f.secretary, "Bí thư "+c.committee(), "secretary")}
	for _, n := range f.deputyNames {
		labels = append(labels, post(n, "Phó Bí thư "+c.committee(), "deputy_secretary"))
	}
	who := "đồng chí " + f.deputyNames[0]
	if len(f.deputyNames) > 1 {
		who = "các đồng chí " + strings.Join(f.deputyNames, ", ")
	}
	d.say(fmt.Sprintf("Đồng chí %s được %s giữ chức Bí thư %s; %s được %s giữ chức Phó Bí thư %s.", f.secretary, verb, c.committee(), who, verb, c.committee()), labels...)
	if f.appointed {
		d.say(fmt.Sprintf("Đồng chí %s được chỉ định giữ chức Chủ nhiệm Ủy ban Kiểm tra %s.", f.inspector, c.committee()),
			post(f.inspector, "Chủ nhiệm Ủy ban Kiểm tra "+c.committee(), "inspection_head"))
		return
	}
	d.say(fmt.Sprintf("Ban Chấp hành bầu Ủy ban Kiểm tra %s gồm %s đồng chí; đồng chí %s được bầu làm Chủ nhiệm Ủy ban Kiểm tra.", c.committee(), two(f.inspection), f.inspector),
		own.count("inspection_committee", "total", "actual", f.inspection), post(f.inspector, "Chủ nhiệm Ủy ban Kiểm tra", "inspection_head"))
}

// judgement is the part on strengths and shortcomings.
func (d *draft) judgement() {
	d.heading("IV- ĐÁNH GIÁ CHUNG")
	d.add(paper.Block{Kind: paper.Heading, Level: 2, Text: "1. Ưu điểm"})
	for i, at := range d.Perm(len(strengths)) {
		if i == 4 {
			break
		}
		s := strengths[at]
		if s.aspect == "inspection" && d.admits("complaints_present") {
			continue
		}
		form := s.forms[d.IntN(len(s.forms))]
		d.say("- "+form.text, Assessment{Aspect: s.aspect, Polarity: "strength", Rating: form.rating})
	}
	d.add(paper.Block{Kind: paper.Heading, Level: 2, Text: "2. Hạn chế"})
	for _, s := range shortcomings {
		if !d.admits(s.code) {
			continue
		}
		form := s.forms[d.IntN(len(s.forms))]
		d.say("- "+form.text, Limitation{Code: s.code, Body: optional(s.body)}, Assessment{Aspect: s.aspect, Polarity: "limitation", Rating: form.rating})
	}
}

func (d *draft) admits(code string) bool {
	return slices.Contains(d.figures.limitations, code)
}

// tasks is the part on what is to be done.
func (d *draft) tasks(date time.Time) {
	c := d.congress
	d.heading("V- NHIỆM VỤ THỜI GIAN TỚI")
	due := date.AddDate(0, 2, 0)
	who := d.one("Các chi bộ", "Các tổ chức đảng trực thuộc")
	task := fmt.Sprintf("%s xây dựng chương trình hành động thực hiện nghị quyết đại hội, hoàn thành trước ngày %s", who, day(due))
	d.say("1. "+task+".", Task{Text: task, Addressee: &who, Deadline: new(due.Format(time.DateOnly))})
	if c.above != nil {
		superior := "Ban Thường vụ " + c.above.committee()
		task := fmt.Sprintf("Đề nghị %s sớm chuẩn y kết quả bầu cử của Đại hội", superior)
		d.say("2. "+task+".", Task{Text: task, Addressee: &superior})
	}
}

// pad fills the report up to its pages, before the judgement, with what reports
// are long of.
func (d *draft) pad(pages int) {
	at := 0
	for i, b := range d.blocks {
		if strings.HasPrefix(b.Text, "IV- ") {
			at = i
		}
	}
	var more []paper.Block
	more = append(more, paper.Block{Kind: paper.Heading, Level: 2, Text: "Tình hình chung của địa phương"})
	var others []string
	for d.chars < (2*pages-1)*charsPerPage/2 {
		if len(others) == 0 { // the same sentences again, in another order, with other figures
			others = append(slices.Clone(fillers), preparation...)
			d.Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
		}
		text := d.filled(others[0])
		others = others[1:]
		more = append(more, paper.Block{Text: text})
		d.chars += len([]rune(text))
	}
	if len(more) > 1 {
		d.blocks = append(d.blocks[:at:at], append(more, d.blocks[at:]...)...)
	}
}

// filled puts figures into a sentence about other things.
func (d *draft) filled(form string) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(form, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		switch after[0] {
		case 'p':
			b.WriteString(decimal(float64(20+d.IntN(900)) / 10))
		case 'n':
			b.WriteString(thousands(40 + d.IntN(4000)))
		case 's':
			b.WriteString(two(1 + d.IntN(40)))
		}
		form = after[2:]
	}
}

// foot is who gets the report and who signs it.
func (d *draft) foot() {
	c, f := d.congress, d.figures
	d.add(paper.Block{Kind: paper.Columns,
		Left:  []string{"Nơi nhận:", "- Như trên,", "- Lưu Văn phòng " + c.committee() + "."},
		Right: []string{"T/M BAN CHẤP HÀNH", "BÍ THƯ", f.secretary}})
}
