package archive

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tongket/tongket/cmd/bench/paper"
)

// units is the part on the units below: tables of all, paragraphs of some. Its
// length follows the pages that the report is to have.
func (d *draft) units(w *world, pages int) {
	below := d.congress.children()
	if len(below) == 0 || pages < 3 {
		return
	}
	if d.congress.kind == province && len(below) > 30 {
		below = below[:30]
	}
	d.heading("III- KẾT QUẢ ĐẠI HỘI CÁC ĐẢNG BỘ TRỰC THUỘC")
	d.committees(w, below)
	if pages > 4 {
		d.standings(w, below)
	}
	for _, c := range below {
		if d.chars > pages*charsPerPage*2/3 {
			break
		}
		d.unit(c, w.figures(c))
	}
}

// unit is a paragraph full of figures on one unit.
func (d *draft) unit(c *congress, f *figures) {
	b, s, at := f.committee, f.standing, d.of(c)
	verb, attribute := "bầu", "total"
	if f.appointed {
		verb, attribute = "chỉ định", "appointed"
	}
	labels := []label{at.count("committee", attribute, "actual", b.elected)}
	var texts []string
	for _, p := range []part{{"nữ", "female", "", b.female}, {"dưới 40 tuổi", "age_band", "<40", b.young}, {"trình độ thạc sĩ, tiến sĩ", "education", "master", b.master}} {
		if p.n == 0 {
			continue
		}
		share, ls := d.share(at, "committee", p.attribute, p.qualifier, p.n, b.elected)
		texts = append(texts, fmt.Sprintf("%s %s đồng chí (%s%%)", p.words, two(p.n), share))
		labels = append(labels, ls...)
	}
	list := ""
	if len(texts) > 0 {
		list = ", trong đó " + strings.Join(texts, ", ")
	}
	labels = append(labels, at.count("standing_committee", attribute, "actual", s.elected))
	form := d.one("Đảng bộ %s: %s %d đồng chí vào Ban Chấp hành%s; Ban Thường vụ gồm %s đồng chí.", "Tại Đảng bộ %s, %s Ban Chấp hành gồm %d đồng chí%s; Ban Thường vụ gồm %s đồng chí.")
	d.say(fmt.Sprintf(form, c.full(), verb, b.elected, list, two(s.elected)), labels...)
}

// committees is the table of the committees below.
func (d *draft) committees(w *world, below []*congress) {
	d.tables++
	d.say(fmt.Sprintf("Biểu số %d. Kết quả bầu Ban Chấp hành các đảng bộ trực thuộc", d.tables))
	rows := [][]paper.Cell{
		{{Text: "TT", Down: 2}, {Text: "Đảng bộ", Down: 2}, {Text: "Số lượng quyết định", Down: 2}, {Text: "Bầu được", Down: 2}, {Text: "Nữ", Across: 2}, {Text: "Dưới 40 tuổi", Across: 2}, {Text: "Tái cử", Across: 2}},
		{{Text: "SL"}, {Text: "%"}, {Text: "SL"}, {Text: "%"}, {Text: "SL"}, {Text: "%"}},
	}
	appointed := w.figures(below[0]).appointed
	if appointed {
		rows[0][3].Text, rows[0] = "Được chỉ định", rows[0][:6]
		rows[1] = rows[1][:4]
	}
	var sum body
	line := func(number, name string, b body, at about) {
		cells := []paper.Cell{{Text: number}, {Text: name}, {Text: strconv.Itoa(b.decided)}, {Text: strconv.Itoa(b.elected)}}
		attribute := "total"
		if appointed {
			attribute = "appointed"
		}
		labels := []label{at.count("committee", "total", "planned", b.decided), at.count("committee", attribute, "actual", b.elected)}
		parts := []part{{"", "female", "", b.female}, {"", "age_band", "<40", b.young}, {"", "re_elected", "", b.again}}
		if appointed {
			parts = parts[:2]
		}
		for _, p := range parts {
			s, ls := d.share(at, "committee", p.attribute, p.qualifier, p.n, b.elected)
			cells = append(cells, paper.Cell{Text: strconv.Itoa(p.n)}, paper.Cell{Text: s})
			labels = append(labels, ls...)
		}
		rows = append(rows, cells)
		d.label(name, labels...)
		d.chars += 60
	}
	for i, c := range below {
		b := w.figures(c).committee
		line(strconv.Itoa(i+1), capital(c.full()), b, d.of(c))
		sum.decided += b.decided
		sum.elected += b.elected
		sum.female += b.female
		sum.young += b.young
		sum.again += b.again
	}
	line("", "Tổng cộng", sum, about{level: below[0].level(below[0].term)})
	d.add(paper.Block{Kind: paper.Table, Header: 2, Rows: rows})
}

// standings is the table of the standing committees below.
func (d *draft) standings(w *world, below []*congress) {
	d.tables++
	d.say(fmt.Sprintf("Biểu số %d. Ban Thường vụ các đảng bộ trực thuộc", d.tables))
	rows := [][]paper.Cell{{{Text: "TT"}, {Text: "Đảng bộ"}, {Text: "Số lượng Ban Thường vụ"}, {Text: "Nữ"}, {Text: "Tuổi bình quân"}}}
	for i, c := range below {
		b, at := w.figures(c).standing, d.of(c)
		rows = append(rows, []paper.Cell{{Text: strconv.Itoa(i + 1)}, {Text: capital(c.full())}, {Text: strconv.Itoa(b.elected)}, {Text: strconv.Itoa(b.female)}, {Text: decimal(b.age)}})
		d.label(c.full(), at.count("standing_committee", "total", "actual", b.elected), at.count("standing_committee", "female", "actual", b.female), at.measure("standing_committee", "age", "actual", "mean", b.age))
		if b.female == 0 {
			d.noWoman = append(d.noWoman, c)
		}
		d.chars += 40
	}
	d.add(paper.Block{Kind: paper.Table, Header: 1, Rows: rows})
}
