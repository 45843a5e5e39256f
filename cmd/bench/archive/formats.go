package archive

import (
	"os"
	"path/filepath"
	"time"

	"github.com/tongket/tongket/cmd/bench/paper"
)

// Short composes a short report of a district: a head in two columns, lists,
// tables with merged cells, paragraphs on communes, a foot.
func Short() (*paper.Paper, Gold, error) {
	w, err := newWorld(4, 40)
	if err != nil {
		return nil, Gold{}, err
	}
	c := &congress{unit: w.provinces[0].below[0], term: terms[2]}
	for _, p := range w.provinces {
		if len(p.below) > 0 && p.below[0].kind == district {
			c.unit = p.below[0]
		}
	}
	d := w.compose(c, "short", 4)
	return &paper.Paper{Title: "Báo cáo kết quả Đại hội " + c.organisation(), Saved: d.figures.opened.Add(9 * time.Hour), Blocks: d.blocks}, d.gold, nil
}

// WriteFormats writes the short report in every format and encoding.
func WriteFormats(dir string) error {
	p, _, err := Short()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, format := range paper.Formats() {
		for _, name := range paper.Scripts(format) {
			s, err := paper.Named(name)
			if err != nil {
				return err
			}
			data, err := paper.Write(format, p, s)
			if err != nil {
				return err
			}
			if err := os.WriteFile(filepath.Join(dir, name+"."+format), data, 0o644); err != nil {
				return err
			}
		}
	}
	return nil
}
