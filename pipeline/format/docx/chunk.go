package docx

import (
	"fmt"
	"path"
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// maxChunks bounds the documents inside one document.
const maxChunks = 100

// chunk reads an <w:altChunk>: a whole document, in HTML, RTF or Word, that Word
// shows at this place.
func (w *walker) chunk() {
	r, ok := w.relation(w.s.Value("id"))
	w.s.Skip()
	if !ok || w.chunks >= maxChunks {
		return
	}
	w.chunks++
	data, err := w.pkg.Read(w.ctx, r.Target)
	w.trouble(err)
	if len(data) == 0 {
		return
	}
	name := strings.ToValidUTF8(path.Base(r.Target), "_")
	if w.config.Chunk == nil {
		w.attach(r.Target, data)
		return
	}
	raw, err := w.config.Chunk(w.ctx, name, data)
	if err != nil {
		w.remarks = append(w.remarks, report.Note{Code: "damaged", Text: fmt.Sprintf("%s inside: %v", name, err)})
		w.attach(r.Target, data)
		return
	}
	w.trouble(raw.Err)
	w.remarks = append(w.remarks, raw.Notes...)
	w.attachments = append(w.attachments, raw.Attachments...)
	w.insert(raw.Parts)
}

// insert puts the parts of a chunk at the place of the walk. Its pages are not
// those of this document.
func (w *walker) insert(parts []report.Part) {
	tables := 0
	for i := range parts {
		parts[i].Page = 0
		tables = max(tables, parts[i].Cell.Table)
	}
	w.out.Add(parts, w.tables)
	w.tables += tables
}

func extension(name string) string { return strings.ToLower(path.Ext(name)) }
