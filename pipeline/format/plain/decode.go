package plain

import (
	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/report"
)

// decode returns the text of data in UTF-8, with a note when it was not. A
// UTF-8 file may still hold look-alikes of an old encoding, which
// pipeline/text tells apart paragraph by paragraph.
func decode(data []byte) (string, report.Note) {
	text, name := charset.Decode(data)
	if name == "UTF-8" || name == "ASCII" {
		return text, report.Note{}
	}
	return text, report.Note{Code: "encoding", Text: name + " → Unicode, the whole file"}
}
