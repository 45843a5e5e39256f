package docx

import (
	"context"
	"strings"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// MediaFlat is the media type of a Word document that is one XML file.
const MediaFlat = "application/vnd.ms-word.2003+xml"

// open opens the package of a file, zipped or flat; nil for the XML of Word
// 2003, which is no package.
func (r *Reader) open(ctx context.Context, data []byte) (*ooxml.Package, error) {
	if !xmlx.Looks(data) {
		return ooxml.Open(ctx, data, r.config.Limits)
	}
	if int64(len(data)) > r.config.Limits.Part {
		return nil, report.Becausef(report.TooLarge, "xml of %d bytes, more than %d", len(data), r.config.Limits.Part)
	}
	if s := xmlx.New(ctx, xmlx.Decode(data), r.config.Limits.Depth); s.Child() && string(s.Name()) == "wordDocument" {
		return nil, nil
	}
	return ooxml.OpenFlat(ctx, data, r.config.Limits)
}

// read2003 reads the XML of Word 2003: the elements of docx in one file, but
// for the numbers of lists, which it holds as they show.
func (d *document) read2003(data []byte) {
	d.fonts = fonts{names: make(map[string]string)}
	d.styles = newStyles(xmlx.New(d.ctx, nil, 0), &d.fonts)
	d.numbering = newNumbering(xmlx.New(d.ctx, nil, 0), d.styles, &d.fonts)
	s := xmlx.New(d.ctx, xmlx.Decode(data), d.config.Limits.Depth)
	if !s.Child() {
		d.trouble(report.Becausef(report.Damaged, "no xml"))
		return
	}
	for s.Child() {
		switch string(s.Name()) {
		case "DocumentProperties":
			d.meta2003(s)
		case "styles":
			d.styles.read(s, &d.fonts)
		case "body":
			w := &walker{document: d, s: s, body: true}
			d.pages.start()
			d.out.Grow(s.Len() / markup)
			w.blocks(place{})
		default:
			s.Skip()
		}
	}
	d.trouble(s.Err())
}

// meta2003 reads <o:DocumentProperties>.
func (d *document) meta2003(s *xmlx.Scanner) {
	keys := map[string]string{"Title": "title", "Subject": "subject", "Author": "author", "Created": "created", "LastSaved": "modified", "Company": "company"}
	for s.Child() {
		key := keys[string(s.Name())]
		text := strings.ToValidUTF8(strings.TrimSpace(string(s.Content(nil))), "\ufffd")
		if key != "" && text != "" {
			d.meta = append(d.meta, report.Meta{Key: key, Value: text})
		}
	}
}
