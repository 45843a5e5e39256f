package rtf

import (
	"maps"
	"strings"

	"github.com/tongket/tongket/pipeline/format/glyph"
	"github.com/tongket/tongket/pipeline/report"
)

// word is what a control word does. n is its number, absent when it has none.
type word func(d *document, n int)

// words are the control words that mean something here; all others are passed
// by, with their group when it begins with \*.
var words = merged(skipped(), destinations, texts(), looks, paragraphs, rows(), header)

func merged(all ...map[string]word) map[string]word {
	out := make(map[string]word)
	for _, some := range all {
		maps.Copy(out, some)
	}
	return out
}

// skipped are groups that hold no text of the page.
func skipped() map[string]word {
	out := make(map[string]word)
	for name := range strings.FieldsSeq(`annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart
		aftncn aftnsep aftnsepc ftncn ftnsep ftnsepc background bkmkend bkmkstart blipuid buptim category colorschememapping
		colortbl comment datafield datastore defchp defpap doccomm docvar factoidname falt fchars ffdeftext ffentrymcr ffexitmcr
		ffformat ffhelptext ffl ffname ffstattext filetbl fname fontemb fontfile formfield generator gridtbl hlinkbase keycode
		keywords latentstyles lchars listpicture manager mailmerge mhtmltag nextfile nonesttables
		nonshppict objalias objclass objname objsect operator panose password pict pn pnseclvl pntxta pntxtb printim private
		propname revtbl rsidtbl rxe shprslt sn sp staticval sv tc tcn template themedata userprops vern wgrffmtfilter xe
		xmlnstbl`) {
		out[name] = func(d *document, _ int) { d.skipGroup() }
	}
	return out
}

// destinations are groups whose text goes elsewhere.
var destinations = map[string]word{
	"fonttbl":           func(d *document, _ int) { d.aim(toFonts) },
	"stylesheet":        func(d *document, _ int) { d.aim(toStyles) },
	"info":              func(d *document, _ int) { d.aim(toInfo) },
	"listtext":          func(d *document, _ int) { d.aim(toLabel) },
	"pntext":            func(d *document, _ int) { d.aim(toLabel) },
	"listtable":         func(d *document, _ int) { d.tableOfLists(toLists) },
	"listoverridetable": func(d *document, _ int) { d.tableOfLists(toUses) },
	"list":              func(d *document, _ int) { d.newList() },
	"listoverride":      func(d *document, _ int) { d.newUse() },
	"listlevel":         func(d *document, _ int) { d.newLevel(toLists) },
	"lfolevel":          func(d *document, _ int) { d.newLevel(toUses) },
	"listid":            func(d *document, n int) { d.listID(n) },
	"levelnfc":          func(d *document, n int) { d.setFormat(n) },
	"levelnfcn":         func(d *document, n int) { d.setFormat(n) },
	"levelstartat":      func(d *document, n int) { d.setStart(n) },
	"levellegal":        func(d *document, n int) { d.levelNow().Legal = on(n) },
	"levelnorestart":    func(d *document, n int) { d.levelNow().Fixed = on(n) },
	"leveltext":         func(d *document, _ int) { d.beginLevelText() },

	"fldinst": func(d *document, _ int) { d.aim(toField) },
	"htmltag": func(d *document, _ int) { d.tag() },
	"objdata": func(d *document, _ int) { d.object() },

	"header":  func(d *document, _ int) { d.margin(report.PageHeader, &d.heads) },
	"headerl": func(d *document, _ int) { d.margin(report.PageHeader, &d.heads) },
	"headerr": func(d *document, _ int) { d.margin(report.PageHeader, &d.heads) },
	"headerf": func(d *document, _ int) { d.margin(report.PageHeader, &d.heads) },
	"footer":  func(d *document, _ int) { d.margin(report.PageFooter, &d.feet) },
	"footerl": func(d *document, _ int) { d.margin(report.PageFooter, &d.feet) },
	"footerr": func(d *document, _ int) { d.margin(report.PageFooter, &d.feet) },
	"footerf": func(d *document, _ int) { d.margin(report.PageFooter, &d.feet) },

	"footnote":   func(d *document, _ int) { d.note() },
	"ftnalt":     func(d *document, _ int) { d.endnote() },
	"shptxt":     func(d *document, _ int) { d.box() },
	"dptxbxtext": func(d *document, _ int) { d.box() },

	// These hold others, and would be passed by because they begin with \*.
	"shpinst": func(*document, int) {},
	"do":      func(*document, int) {},
	"ud":      func(*document, int) {},

	"nesttableprops": func(d *document, _ int) { d.inner = true },
	"upr":            func(d *document, _ int) { d.old() },

	"title":   func(d *document, _ int) { d.setItem("title") },
	"subject": func(d *document, _ int) { d.setItem("subject") },
	"author":  func(d *document, _ int) { d.setItem("author") },
	"company": func(d *document, _ int) { d.setItem("company") },
	"creatim": func(d *document, _ int) { d.setTime("created") },
	"revtim":  func(d *document, _ int) { d.setTime("modified") },
	"yr":      func(d *document, n int) { d.setClock(func(m *moment) { m.year = n }) },
	"mo":      func(d *document, n int) { d.setClock(func(m *moment) { m.month = n }) },
	"dy":      func(d *document, n int) { d.setClock(func(m *moment) { m.day = n }) },
	"hr":      func(d *document, n int) { d.setClock(func(m *moment) { m.hour = n }) },
	"min":     func(d *document, n int) { d.setClock(func(m *moment) { m.minute = n }) },
	"nofpages": func(d *document, n int) {
		if d.target == toInfo && n > 0 {
			d.pages = n
		}
	},
}

// aim sends the text of the current group elsewhere.
func (d *document) aim(t target) {
	if d.over > 0 || len(d.stack) < 2 || d.target == toField {
		d.skipGroup()
		return
	}
	d.target = t
	d.capture = d.capture[:0]
}

// old passes by the first of two forms of a text: the second one is in Unicode.
func (d *document) old() {
	for d.at < len(d.data) && (d.data[d.at] == ' ' || d.data[d.at] == '\r' || d.data[d.at] == '\n') {
		d.at++
	}
	if d.at < len(d.data) && d.data[d.at] == '{' {
		d.at++
		d.push()
		d.skipGroup()
	}
}

// texts are characters and the ends of paragraphs.
func texts() map[string]word {
	out := map[string]word{
		"u":        func(d *document, n int) { d.unicode(n) },
		"uc":       func(d *document, n int) { d.uc = min(max(n, 0), maxFallback) },
		"tab":      func(d *document, _ int) { d.space("\t") },
		"line":     func(d *document, _ int) { d.space("\n") },
		"lbr":      func(d *document, _ int) { d.space("\n") },
		"par":      func(d *document, _ int) { d.paragraphEnd() },
		"sect":     func(d *document, _ int) { d.paragraphEnd() },
		"page":     func(d *document, _ int) { d.pageEnd() },
		"column":   func(d *document, _ int) { d.pageEnd() },
		"cell":     func(d *document, _ int) { d.cell(1) },
		"nestcell": func(d *document, _ int) { d.cell(d.nestCell()) },
		"row":      func(d *document, _ int) { d.endRow(1, &d.story.row) },
		"nestrow":  func(d *document, _ int) { d.endRow(d.nestCell(), &d.story.inner) },
	}
	for name, text := range map[string]string{
		"emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
		"emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
	} {
		out[name] = func(d *document, _ int) { d.mark(text) }
	}
	return out
}

// maxFallback is more than any encoding has bytes for a letter.
const maxFallback = 64

// pageEnd ends a page or column, and the paragraph that began on it.
func (d *document) pageEnd() {
	if d.html == nil && d.target == toText && d.story.open {
		d.paragraphEnd()
	}
}

// looks change how characters look.
var looks = map[string]word{
	"f":          func(d *document, n int) { d.setFont(n) },
	"b":          func(d *document, n int) { d.bold = on(n) },
	"v":          func(d *document, n int) { d.change(&d.hidden, on(n)) },
	"super":      func(d *document, n int) { d.change(&d.raised, on(n)) },
	"up":         func(d *document, n int) { d.change(&d.raised, n >= glyph.LeastRise || n == absent) },
	"sub":        func(d *document, _ int) { d.change(&d.raised, false) },
	"dn":         func(d *document, _ int) { d.change(&d.raised, false) },
	"nosupersub": func(d *document, _ int) { d.change(&d.raised, false) },
	"deleted":    func(d *document, n int) { d.change(&d.deleted, on(n)) },
	"htmlrtf":    func(d *document, n int) { d.change(&d.packing, on(n)) },
	"plain": func(d *document, _ int) {
		d.decode()
		d.chars = chars{packing: d.packing}
	},
}

// change sets a look that decides whether the bytes that wait are text.
func (d *document) change(look *bool, to bool) {
	d.decode()
	*look = to
}

// paragraphs change what a paragraph is.
var paragraphs = map[string]word{
	"pard": func(d *document, _ int) { d.para = paragraph{} },
	"qc":   func(d *document, _ int) { d.para.centre = true },
	"ql":   func(d *document, _ int) { d.para.centre = false },
	"qr":   func(d *document, _ int) { d.para.centre = false },
	"qj":   func(d *document, _ int) { d.para.centre = false },
	"s":    func(d *document, n int) { d.para.style = n },
	"ls":   func(d *document, n int) { d.setList(n) },
	"ilvl": func(d *document, n int) { d.para.level = n },
	"outlinelevel": func(d *document, n int) {
		d.para.outline = noOutline
		if n >= 0 && n < noOutline-1 {
			d.para.outline = n + 1
		}
	},
	"intbl": func(d *document, _ int) { d.para.table = true },
	"itap": func(d *document, n int) {
		d.para.depth = max(n, 0)
		d.para.table = n > 0
	},
	// Styles of characters, sections and tables stand beside those of paragraphs.
	"cs": (*document).otherStyle,
	"ds": (*document).otherStyle,
	"ts": (*document).otherStyle,
}

func (d *document) otherStyle(int) {
	if d.target == toStyles {
		d.skipGroup()
	}
}

// rows describe the rows of tables.
func rows() map[string]word {
	out := map[string]word{
		"trowd":  func(d *document, _ int) { *d.def() = rowDef{} },
		"trleft": func(d *document, n int) { d.def().left = n },
		"cellx":  func(d *document, n int) { d.def().column(n) },
		"clmrg":  func(d *document, _ int) { d.def().next.Merged = true },
		"clvmgf": func(d *document, _ int) { d.def().next.Begins = true },
		"clvmrg": func(d *document, _ int) { d.def().next.GoesOn = true },
	}
	for names, which := range map[string]border{
		"trbrdrt trbrdrl trbrdrb trbrdrr trbrdrh trbrdrv":                                       borderRow,
		"clbrdrt clbrdrl clbrdrb clbrdrr":                                                       borderCell,
		"brdrt brdrl brdrb brdrr box brdrbtw brdrbar chbrdr cldglu cldgll pgbrdrt pgbrdrb brdr": borderOther,
	} {
		for name := range strings.FieldsSeq(names) {
			out[name] = func(d *document, _ int) { d.def().border = which }
		}
	}
	for kind := range strings.FieldsSeq(`s th sh db dot dash hair inset dashsm dashd dashdd outset triple tnthsg thtnsg tnthtnsg
		tnthmg thtnmg tnthtnmg tnthlg thtnlg tnthtnlg wavy wavydb dashdotstr emboss engrave`) {
		out["brdr"+kind] = func(d *document, _ int) { d.def().drawn() }
	}
	return out
}

// header says what the file is like.
var header = map[string]word{
	"ansicpg": func(d *document, n int) {
		if n > 0 {
			d.page = n
		}
	},
	"mac":      func(d *document, _ int) { d.page = 10000 },
	"pc":       func(d *document, _ int) { d.page = 437 },
	"pca":      func(d *document, _ int) { d.page = 850 },
	"deff":     func(d *document, n int) { d.usual = n },
	"fcharset": func(d *document, n int) { d.setPage(charsets[n]) },
	"cpg":      func(d *document, n int) { d.setPage(n) },
}
