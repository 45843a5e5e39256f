package msword

import (
	"strings"

	"github.com/tongket/tongket/pipeline/format/ole"
	"github.com/tongket/tongket/pipeline/report"
)

// maxEmbedded bounds the documents inside one document.
const maxEmbedded = 100

// embedded reads what documents hold inside: old Word documents are read behind
// the body, newer ones become attachments. Those inside an embedded document
// are left.
func (d *document) embedded(f *ole.File, raw *report.Raw) {
	pool := f.Child(f.Root(), "ObjectPool")
	if pool == nil {
		return
	}
	n := 0
	for object := range f.Children(pool) {
		if n++; n > maxEmbedded || d.ctx.Err() != nil {
			return
		}
		stream := func(name string) []byte {
			if e := f.Child(object, name); e != nil {
				return f.Content(e)
			}
			return nil
		}
		if whole := stream("Package"); len(whole) > 0 {
			raw.Attachments = append(raw.Attachments, report.BlobOf("object"+strings.ToValidUTF8(object.Name, "_"), whole))
			continue
		}
		main := stream("WordDocument")
		if len(main) < 64 {
			continue
		}
		in := newDocument(d.ctx, d.limits, main)
		if err := in.read(stream); err != nil {
			d.notes = append(d.notes, report.Note{Code: "embedded", Text: "a document inside this one was not read: " + err.Error()})
			continue
		}
		d.out.Add(in.parts(), d.tables)
		d.tables += in.tables
	}
}
