package docx

// fields follows the marks of fields: what stands between "begin" and
// "separate" is an instruction and does not show. Fields lie inside each other
// and run over paragraphs.
type fields struct {
	open   []bool // for each open field: still in its instruction
	hidden int    // how many of them are
}

// maxFields bounds the open fields of a file that only ever begins them.
const maxFields = 1000

func (f *fields) mark(kind string) {
	n := len(f.open)
	switch {
	case kind == "begin" && n < maxFields:
		f.open = append(f.open, true)
		f.hidden++
	case kind == "separate" && n > 0 && f.open[n-1]:
		f.open[n-1] = false
		f.hidden--
	case kind == "end" && n > 0:
		if f.open[n-1] {
			f.hidden--
		}
		f.open = f.open[:n-1]
	}
}

func (f *fields) hiding() bool { return f.hidden > 0 }

// endParagraph ends instructions that are still open: no instruction runs over
// a paragraph, and a lost mark must not hide the rest of the report.
func (f *fields) endParagraph() {
	if f.hidden == 0 {
		return
	}
	for i := range f.open {
		f.open[i] = false
	}
	f.hidden = 0
}
