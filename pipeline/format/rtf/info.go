package rtf

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/report"
)

// moment is a time in the document's information.
type moment struct{ year, month, day, hour, minute int }

func (m *moment) String() string {
	date, ok := report.NewDate(m.year, m.month, m.day)
	if !ok || m.year < 1980 {
		return ""
	}
	if m.hour < 0 || m.hour > 23 || m.minute < 0 || m.minute > 59 || date.Precision != report.DayOfMonth {
		return date.String()
	}
	return fmt.Sprintf("%sT%02d:%02d:00", date, m.hour, m.minute)
}

// setItem begins an item of the document's information.
func (d *document) setItem(key string) {
	if d.target != toInfo {
		d.skipGroup()
		return
	}
	d.target, d.item = toValue, key
}

// setTime begins a time of the document's information.
func (d *document) setTime(key string) {
	if d.target == toInfo {
		d.clock = &moment{}
		d.times[key] = d.clock
	}
}

// setClock sets one field of the time that is being read.
func (d *document) setClock(set func(m *moment)) {
	if d.target == toInfo && d.clock != nil {
		set(d.clock)
	}
}

// setValue keeps an item of the information: a title, an author.
func (d *document) setValue() {
	value := strings.Join(strings.Fields(d.captured()), " ")
	if d.meta[d.item] == "" {
		d.meta[d.item] = value
	}
}

// properties is the information in the usual order.
func (d *document) properties() []report.Meta {
	for key, m := range d.times {
		d.meta[key] = m.String()
	}
	var out []report.Meta
	for _, key := range []string{"title", "subject", "author", "created", "modified", "company"} {
		if v := d.meta[key]; v != "" {
			out = append(out, report.Meta{Key: key, Value: v})
		}
	}
	return out
}

// nameStyle ends an entry of the style sheet: a style called "heading 2" is one
// although nothing else says so.
func (d *document) nameStyle() {
	name, _, _ := strings.Cut(strings.ToLower(d.captured()), ";")
	outline := d.para.outline
	if level, ok := strings.CutPrefix(name, "heading "); ok && len(level) == 1 && level >= "1" && level <= "9" && outline == 0 {
		outline = int(level[0] - '0')
	}
	if outline > 0 && len(d.styles) < maxEntries {
		d.styles[d.para.style] = outline
	}
}

// setLabel keeps the number of a list item as the file computes it. One in
// letters of an old font is written into the text, where its font goes with it.
func (d *document) setLabel() {
	text := d.captured()
	if len([]rune(text)) == 1 {
		text = glyph.Bullet(text, d.label.font)
	}
	_, old := charset.FromFont(d.label.font)
	if old && strings.ContainsFunc(text, func(r rune) bool { return r >= 0x80 && r <= 0xFF }) {
		d.begin()
		d.story.out.Look(d.label.font, d.label.bold)
		d.story.out.WriteString(text + " ")
		return
	}
	d.story.number = text
}

// symbol writes the character of a field such as SYMBOL 183 \f "Symbol", which
// has no result. Codes of all other fields are dropped.
func (d *document) symbol() {
	words := strings.Fields(d.captured())
	if len(words) < 2 || !strings.EqualFold(words[0], "SYMBOL") || d.target != toText || d.hidden || d.deleted {
		return
	}
	code, err := strconv.ParseUint(words[1], 0, 16)
	if err != nil {
		return
	}
	font := ""
	for i, w := range words[:len(words)-1] {
		if strings.EqualFold(w, `\f`) {
			font = strings.Trim(strings.Join(words[i+1:min(i+3, len(words))], " "), `"`)
			font, _, _ = strings.Cut(font, `"`)
		}
	}
	d.flush()
	d.begin()
	d.story.out.Look(font, d.bold)
	d.story.out.WriteString(glyph.Symbol(font, uint16(code)))
}
