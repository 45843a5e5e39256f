package excel

import (
	"errors"

	"github.com/xuri/excelize/v2"
)

// Number formats, without the code of their language.
const (
	formatInteger = "#,##0"
	formatNumber  = "#,##0.0###"
	formatShare   = "0.0"
	formatDay     = "dd/mm/yyyy"
	formatMonth   = "mm/yyyy"
	formatYear    = "yyyy"
)

// format returns a number format in the language of the book. The code makes a
// program that formats by the language of a format write decimal commas; Excel
// takes the separators from the reader's own settings either way.
func format(plain, lang string) string {
	if lang == "en" {
		return plain
	}
	return "[$-42A]" + plain
}

// Colours of the book. Each also has a word or a sign beside it.
const (
	ink     = "1F3864" // titles
	link    = "0563C1"
	pale    = "F2F2F2" // notes, what a person fills in has input
	input   = "FFF9E5"
	amber   = "FCE4D6"
	grey    = "7F7F7F"
	heading = "1F4E78"
)

// styles is the registry: every look of the book, made once.
type styles struct {
	warnFormat, inputFormat                                 int // of conditional formats
	title, subtitle, note, strong, header, text, wrap, code int
	integer, number, share, day, month, year, boolean       int
	link, linkWrap, linkInteger, linkNumber, linkShare      int
	input, good, warn                                       int
	label, total, totalShare, withheld                      int
	plain, missed, missedShare, card, cardLabel, heat       int
	count                                                   int
}

func newStyles(f *excelize.File, lang string) (*styles, error) {
	var s styles
	var faults []error
	add := func(to *int, x excelize.Style) {
		id, err := f.NewStyle(&x)
		faults = append(faults, err)
		*to = id
	}
	font := func(size float64, bold bool, colour string) *excelize.Font {
		return &excelize.Font{Family: "Calibri", Size: size, Bold: bold, Color: colour}
	}
	fill := func(colour string) excelize.Fill {
		return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	top := &excelize.Alignment{Vertical: "top"}
	left := &excelize.Alignment{Vertical: "top", Horizontal: "left", Indent: 1} // off the number in the column before
	wrapped := &excelize.Alignment{Vertical: "top", Horizontal: "left", Indent: 1, WrapText: true}
	right := &excelize.Alignment{Vertical: "top", Horizontal: "right"}
	thin := []excelize.Border{{Type: "bottom", Color: "BFBFBF", Style: 1}}
	formatted := func(plain string, look *excelize.Font) excelize.Style {
		return excelize.Style{CustomNumFmt: new(format(plain, lang)), Alignment: right, Font: look}
	}
	normal, linked := font(11, false, ""), &excelize.Font{Family: "Calibri", Size: 11, Color: link, Underline: "single"}

	add(&s.title, excelize.Style{Font: font(16, true, ink)})
	add(&s.subtitle, excelize.Style{Font: font(12, true, ink), Border: thin})
	add(&s.note, excelize.Style{Font: &excelize.Font{Family: "Calibri", Size: 10, Italic: true, Color: grey}, Alignment: &excelize.Alignment{Vertical: "top"}})
	add(&s.strong, excelize.Style{Font: font(11, true, ""), Alignment: top})
	add(&s.header, excelize.Style{Font: font(11, true, "FFFFFF"), Fill: fill(heading), Alignment: &excelize.Alignment{Vertical: "center", Horizontal: "center", WrapText: true}})
	add(&s.text, excelize.Style{Alignment: left, Font: normal})
	add(&s.wrap, excelize.Style{Alignment: wrapped, Font: normal})
	add(&s.code, excelize.Style{Alignment: wrapped, Font: &excelize.Font{Family: "Consolas", Size: 10}, Fill: fill(pale)})
	add(&s.integer, formatted(formatInteger, normal))
	add(&s.number, formatted(formatNumber, normal))
	add(&s.share, formatted(formatShare, normal))
	add(&s.day, formatted(formatDay, normal))
	add(&s.month, formatted(formatMonth, normal))
	add(&s.year, formatted(formatYear, normal))
	add(&s.boolean, excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "center"}, Font: normal})
	add(&s.link, excelize.Style{Alignment: left, Font: linked})
	add(&s.linkWrap, excelize.Style{Alignment: wrapped, Font: linked})
	add(&s.linkInteger, formatted(formatInteger, linked))
	add(&s.linkNumber, formatted(formatNumber, linked))
	add(&s.linkShare, formatted(formatShare, linked))
	add(&s.input, excelize.Style{Alignment: wrapped, Font: normal, Fill: fill(input)})
	add(&s.good, excelize.Style{Alignment: top, Font: normal, Fill: fill("E2EFDA")})
	add(&s.warn, excelize.Style{Alignment: top, Font: normal, Fill: fill(amber)})
	add(&s.label, excelize.Style{Alignment: top, Font: normal, Border: thin})
	bold := font(11, true, "")
	add(&s.total, formatted(formatInteger, bold))
	add(&s.totalShare, formatted(formatShare, bold))
	add(&s.withheld, excelize.Style{Alignment: right, Font: &excelize.Font{Family: "Calibri", Size: 11, Italic: true, Color: grey}})
	conditional, err := f.NewConditionalStyle(&excelize.Style{Fill: fill(amber), Font: &excelize.Font{Color: "833C0B"}})
	faults = append(faults, err)
	s.warnFormat = conditional
	conditional, err = f.NewConditionalStyle(&excelize.Style{Fill: fill(input)})
	faults = append(faults, err)
	s.inputFormat = conditional
	amberShare, amberCount := format(formatShare+`" ▼"`, lang), format(formatInteger+`" ▼"`, lang)
	add(&s.missedShare, excelize.Style{CustomNumFmt: &amberShare, Alignment: right, Font: linked, Fill: fill(amber)})
	add(&s.missed, excelize.Style{CustomNumFmt: &amberCount, Alignment: right, Font: linked, Fill: fill(amber)})
	general := "0"
	add(&s.plain, excelize.Style{CustomNumFmt: &general, Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "center"}, Font: normal})
	add(&s.card, excelize.Style{CustomNumFmt: new(format(formatInteger, lang)), Font: font(18, true, heading), Alignment: &excelize.Alignment{Horizontal: "center"}, Fill: fill(pale)})
	add(&s.cardLabel, excelize.Style{Font: font(10, false, grey), Alignment: &excelize.Alignment{Horizontal: "center", Vertical: "top", WrapText: true}, Fill: fill(pale)})
	add(&s.count, excelize.Style{CustomNumFmt: new(format(formatInteger, lang)), Alignment: &excelize.Alignment{Vertical: "top", Horizontal: "right", Indent: 1}, Font: normal})
	add(&s.heat, excelize.Style{CustomNumFmt: new(format(formatInteger, lang)), Alignment: &excelize.Alignment{Horizontal: "center"}, Font: normal})
	return &s, errors.Join(faults...)
}
