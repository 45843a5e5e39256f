package html

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// The ways in which portals write the day of a story. A label may be glued to
// the date ("Xuân Lộc10/08/2025").
var (
	numericDay = regexp.MustCompile(`(?:^|[^\d/.,-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?([/.-])\s?((?:19|20)\d\d)(?:$|[^\d/])`)
	isoDay     = regexp.MustCompile(`(?:^|\D)((?:19|20)\d\d)-(\d{2})-(\d{2})(?:$|\D)`)
	writtenDay = regexp.MustCompile(`ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+((?:19|20)\d\d)`)
	shortDay   = regexp.MustCompile(`(?:^|\D)(\d{1,2})\s+tháng\s+(\d{1,2})(?:,|\s+năm)?\s+((?:19|20)\d\d)(?:$|\D)`)
)

// stampLength is the most letters that may stand beside the day in a time stamp:
// the weekday, the time, "GMT+7", "Ngày đăng", a name of author or source.
const stampLength = 60

// stamp returns the day that a line is the time stamp of.
func stamp(line string) (report.Date, bool) {
	if len(line) > 400 {
		return report.Date{}, false
	}
	if !strings.ContainsAny(line, "0123456789") {
		return report.Date{}, false
	}
	text := vn.Fold(line)
	d, at := dayIn(text)
	if d.IsZero() {
		return d, false
	}
	rest := 0
	for i, r := range text {
		if (i < at[0] || i >= at[1]) && (r >= 'a' && r <= 'z' || r >= utf8.RuneSelf) {
			rest++
		}
	}
	return d, rest <= stampLength
}

func isStamp(line string) bool {
	_, ok := stamp(line)
	return ok
}

// dayIn finds the first day in folded text, and where it stands.
func dayIn(text string) (report.Date, [2]int) {
	for _, form := range []struct {
		re               *regexp.Regexp
		year, month, day int
	}{
		{numericDay, 5, 3, 1}, {writtenDay, 3, 2, 1}, {isoDay, 1, 2, 3}, {shortDay, 3, 2, 1},
	} {
		m := form.re.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		part := func(i int) int {
			n, _ := strconv.Atoi(text[m[2*i]:m[2*i+1]])
			return n
		}
		if d, ok := report.NewDate(part(form.year), part(form.month), part(form.day)); ok {
			return d, [2]int{m[0], m[1]}
		}
	}
	return report.Date{}, [2]int{}
}

// shownDate looks for a time stamp between the title and the text, then right
// above the title, then right below the text.
func (p *page) shownDate() (report.Date, bool) {
	inside := func(s *segment) bool {
		return s.first >= p.main.root && s.first < p.nodes[p.main.root].end
	}
	first := p.firstGood(inside)
	title := p.main.title
	if title < 0 || title > first {
		title = max(first-maxOpening, -1)
	}
	for i := title; i < min(first+2, len(p.segments)); i++ {
		if i < 0 || p.segments[i].chars > 300 {
			continue
		}
		if d, ok := stamp(p.textOf(&p.segments[i])); ok {
			return d, true
		}
	}
	for i := title - 1; i >= max(title-2, 0); i-- {
		if d, ok := stamp(p.textOf(&p.segments[i])); ok && !p.inMenu(&p.segments[i]) {
			return d, true
		}
	}
	return p.dateBelow()
}

// dateBelow looks for a labelled time stamp at the end of what is kept.
func (p *page) dateBelow() (report.Date, bool) {
	seen := 0
	for i := len(p.segments) - 1; i >= 0 && seen < 4; i-- {
		s := &p.segments[i]
		if s.dropped {
			continue
		}
		seen++
		line := p.textOf(s)
		folded := vn.Fold(line)
		for _, l := range []string{"ngày đăng", "ngày cập nhật", "cập nhật", "ngày xuất bản", "đăng ngày", "đăng lúc"} {
			if strings.Contains(folded, l) {
				if d, ok := stamp(line); ok {
					return d, true
				}
			}
		}
	}
	return report.Date{}, false
}
