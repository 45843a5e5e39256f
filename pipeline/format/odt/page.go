package odt

import "github.com/tongket/tongket/pipeline/report"

// pages counts pages: by the breaks that the last rendering left in the text
// and those that a person made. They tell the page when there are as many as
// the file says it has pages.
type pages struct {
	now, counted int
}

func (p *pages) start() { p.now = 1 }

// explicit is a break that a person made, before the text's first page none.
func (p *pages) explicit() {
	if p.now > 0 {
		p.now++
	}
}

func (w *walker) softBreak() {
	if w.body {
		w.pages.now++
		if w.out.InPart() && w.out.Blank() {
			w.out.Current().Page = w.pages.now
		}
	}
	w.s.Skip()
}

// finish returns the number of pages and takes the pages off all parts when
// they cannot be right.
func (p *pages) finish(parts []report.Part) int {
	if p.now != p.counted {
		for i := range parts {
			parts[i].Page = 0
		}
	}
	return p.counted
}
