package docx

import "github.com/tongket/tongket/pipeline/report"

// pages counts pages. Word leaves a mark where it last broke a page; other
// writers leave only the breaks that a person made, which tell the page when
// there are as many as the file says it has pages.
type pages struct {
	now      int
	marked   bool // by marks of the last rendering
	breaks   int
	inMarked int
}

func (p *pages) start() { p.now = 1 }

// rendered is a mark of the last rendering: from the first on only they count.
func (p *pages) rendered() {
	p.marked = true
	p.inMarked++
	p.now = p.inMarked + 1
}

// explicit is a break that a person made.
func (p *pages) explicit() {
	if p.breaks++; !p.marked {
		p.now = p.breaks + 1
	}
}

// fullPage is more bytes than a page of small print holds: some writers say that
// every file has one page.
const fullPage = 12_000

// finish returns the number of pages and takes the pages off all parts when
// they cannot be right. counted is what the file says of itself.
func (p *pages) finish(parts []report.Part, counted int) int {
	text := 0
	for i := range parts {
		for _, r := range parts[i].Runs {
			text += len(r.Text)
		}
	}
	if text > counted*fullPage {
		counted = 0
	}
	if !p.marked && p.breaks+1 != counted {
		for i := range parts {
			parts[i].Page = 0
		}
		return counted
	}
	last := counted
	for i := range parts {
		last = max(last, parts[i].Page)
	}
	return last
}
