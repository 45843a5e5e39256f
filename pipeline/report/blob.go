package report

import (
	"context"
	"io"
)

// Blob is one input before anything has read it: a file, or the member of an
// archive.
type Blob struct {
	// Path names the input as the user would: "2020/bao-cao.docx", a member of
	// an archive as "archive.zip!folder/name.docx". Slash separated.
	Path string
	// Size is the number of bytes, -1 when it is not known before reading.
	Size int64
	// Stamp changes when the content does, as far as can be told without
	// reading it and together with Size: the time of change of a file. "" when
	// nothing is known (a member of an archive, a file that changed just now).
	// It lets a second run pass by what it has read.
	Stamp string
	// Open gives the content. It may be called again.
	Open func(context.Context) (io.ReadCloser, error)
	// Err says why there is no content (an unreadable folder, a locked
	// archive); Open is nil then. The input still gets its documents row.
	Err error
}

// BlobOf returns a blob whose content is already in memory: an attachment, the
// member of an archive.
func BlobOf(path string, data []byte) Blob {
	return Blob{Path: path, Size: int64(len(data)), Open: func(context.Context) (io.ReadCloser, error) {
		return io.NopCloser(newBytesReader(data)), nil
	}}
}
