package archive

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/tongket/tongket/cmd/bench/paper"
)

// The long report: the districts of a province, each with a table of its
// communes and a paragraph full of figures on each of them.
const (
	longDistricts = 12
	longCommunes  = 6
	longName      = "report15"
)

// Long composes the report of the speed race: 15 pages, 12 tables, 72 paragraphs
// full of figures, about 33,000 characters.
func Long() (*paper.Paper, Gold, error) {
	w, err := newWorld(15, 1)
	if err != nil {
		return nil, Gold{}, err
	}
	top := w.provinces[0]
	r, taken := rand.New(rand.NewPCG(15, 15)), map[string]bool{}
	top.below = nil
	for range longDistricts {
		w.old(r, w.district(r, top, false, taken), longCommunes, taken)
	}
	c := &congress{unit: top, term: terms[2]}
	d := w.draft(c, longName)
	d.lying = false
	date := d.figures.opened.AddDate(0, 0, 12)
	d.head(date)
	d.direction()
	d.results()
	d.heading("III- KẾT QUẢ ĐẠI HỘI CẤP CƠ SỞ")
	for i, district := range c.children() {
		d.add(paper.Block{Kind: paper.Heading, Level: 2, Text: fmt.Sprintf("%d. Các đảng bộ xã, thị trấn thuộc %s", i+1, district.organisation())})
		communes := district.children()
		d.committees(w, communes)
		for _, commune := range communes {
			d.dense(commune, w.figures(commune))
		}
	}
	d.judgement()
	d.tasks(date)
	d.foot()
	return &paper.Paper{Title: "Báo cáo kết quả Đại hội " + c.organisation(), Saved: date.Add(9 * time.Hour), Blocks: d.blocks}, d.gold, nil
}

// dense is a paragraph with every figure of a commune's congress.
func (d *draft) dense(c *congress, f *figures) {
	b, s, at := f.committee, f.standing, d.of(c)
	labels := []label{at.count("committee", "total", "actual", b.elected)}
	var texts []string
	for _, p := range []part{
		{"nữ", "female", "", b.female}, {"dưới 40 tuổi", "age_band", "<40", b.young}, {"tái cử", "re_elected", "", b.again},
		{"tham gia lần đầu", "first_time", "", b.first}, {"trình độ thạc sĩ, tiến sĩ", "education", "master", b.master},
		{"cao cấp, cử nhân lý luận chính trị", "theory", "advanced", b.advanced},
	} {
		if p.n == 0 {
			continue
		}
		share, ls := d.share(at, "committee", p.attribute, p.qualifier, p.n, b.elected)
		texts = append(texts, fmt.Sprintf("%s %s đồng chí (%s%%)", p.words, two(p.n), share))
		labels = append(labels, ls...)
	}
	labels = append(labels, at.count("standing_committee", "total", "actual", s.elected), at.measure("committee", "age", "actual", "mean", b.age))
	d.say(fmt.Sprintf("Đảng bộ %s: bầu %d đồng chí vào Ban Chấp hành, trong đó %s; tuổi bình quân của Ban Chấp hành là %s tuổi; Ban Thường vụ gồm %s đồng chí.",
		c.full(), b.elected, strings.Join(texts, ", "), decimal(b.age), two(s.elected)), labels...)
}

// WriteLong writes the long report in every format, with its rows beside.
func WriteLong(dir string) error {
	p, gold, err := Long()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	s, err := paper.Named("unicode")
	if err != nil {
		return err
	}
	for _, format := range Formats {
		data, err := paper.Write(format, p, s)
		if err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, longName+"."+format), data, 0o644); err != nil {
			return err
		}
	}
	line, err := json.Marshal(gold)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, GoldFile), append(line, '\n'), 0o644)
}
