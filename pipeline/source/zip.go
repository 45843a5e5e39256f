package source

import (
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/zstd"
	"github.com/tongket/tongket/pipeline/report"
)

// isZip recognises a zip that is an archive of documents and not one document:
// OOXML, OpenDocument, EPUB and Java packages are zips too.
func isZip(head []byte, r io.ReaderAt, size int64, name string) bool {
	if bytes.HasPrefix(head, []byte("PK\x05\x06")) { // the directory of an empty archive
		return true
	}
	if !bytes.HasPrefix(head, []byte("PK\x03\x04")) || packageEntry(firstEntry(head)) {
		return false
	}
	z, err := zip.NewReader(r, size)
	if err != nil {
		// Its directory is lost. A reader of the format that the name claims
		// may still find something.
		return !documentName(name)
	}
	for _, f := range z.File {
		if packageEntry(f.Name) {
			return false
		}
	}
	return true
}

// firstEntry is the name of the first member, from its local header.
func firstEntry(head []byte) string {
	const fixed = 30
	if len(head) < fixed {
		return ""
	}
	n := int(binary.LittleEndian.Uint16(head[26:]))
	return string(head[fixed:min(len(head), fixed+n)])
}

// packageEntry reports whether a zip that holds this entry is one document.
func packageEntry(name string) bool {
	switch name {
	case "[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF", "META-INF/manifest.xml",
		"word/document.xml", "xl/workbook.xml", "_rels/.rels":
		return true
	}
	return false
}

func documentName(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".docx", ".docm", ".dotx", ".dotm", ".xlsx", ".xlsm", ".odt", ".ott", ".ods", ".pptx":
		return true
	}
	return false
}

func listZip(a archive, each func(member) bool) error {
	z, err := zip.NewReader(a.data, a.size)
	if err != nil {
		return err
	}
	registerMethods(z)
	for _, f := range z.File {
		m := aside()
		if mode := f.Mode(); !mode.IsDir() && mode&fs.ModeType == 0 {
			m = member{name: zipName(f), size: size(f.UncompressedSize64), open: func() (io.Reader, error) { return a.unzip(f) }}
		}
		if !each(m) {
			return nil
		}
	}
	return nil
}

// unzip opens one member.
func (a archive) unzip(f *zip.File) (io.Reader, error) {
	if f.Flags&1 != 0 {
		return a.unlock(f)
	}
	r, err := f.Open()
	if errors.Is(err, zip.ErrAlgorithm) {
		return nil, report.Becausef(report.Unsupported, "zip method %d", f.Method)
	}
	if err != nil {
		return nil, err
	}
	return bothClosed{a.counted(r), r}, nil
}

// Methods beyond store and deflate, by the numbers of the ZIP specification.
const (
	zipBzip2 = 12
	zipZstd  = 93
)

func registerMethods(z *zip.Reader) {
	for _, method := range []uint16{zip.Deflate, zipBzip2, zipZstd} {
		z.RegisterDecompressor(method, func(r io.Reader) io.ReadCloser { return inflate(method, r) })
	}
}

// inflate unpacks one method, nil for those that are not known.
func inflate(method uint16, r io.Reader) io.ReadCloser {
	switch method {
	case zip.Store:
		return io.NopCloser(r)
	case zip.Deflate:
		return flate.NewReader(r)
	case zipBzip2:
		return io.NopCloser(bzip2.NewReader(r))
	case zipZstd:
		d, err := newZstd(r)
		if err != nil {
			return brokenReader{err}
		}
		return d
	}
	return nil
}

// newZstd returns a decoder on the goroutine of its caller.
func newZstd(r io.Reader) (io.ReadCloser, error) {
	d, err := zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(dictionary))
	if err != nil {
		return nil, err
	}
	return d.IOReadCloser(), nil
}

// dictionary is the most memory that an unpacker may take for what it looks
// back on; packers use 64 MiB at their highest usual setting.
const dictionary = 256 << 20

type brokenReader struct{ err error }

func (b brokenReader) Read([]byte) (int, error) { return 0, b.err }
func (b brokenReader) Close() error             { return nil }

// size converts a claimed size; what no memory could hold is larger than any
// limit.
func size(n uint64) int64 { return int64(min(n, 1<<62)) }

// zipName reads a member's name: from the Unicode extra field that WinRAR and
// Info-ZIP write beside a name in an old code page, else from the name itself.
func zipName(f *zip.File) string {
	const unicodePath = 0x7075
	if field := extraField(f.Extra, unicodePath); len(field) > 5 && field[0] == 1 &&
		binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) {
		return decodeName(string(field[5:]))
	}
	return decodeName(f.Name)
}

// extraField returns the data of one extra field, nil if there is none.
func extraField(extra []byte, id uint16) []byte {
	for len(extra) >= 4 {
		tag, n := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if len(extra) < 4+n {
			return nil
		}
		if tag == id {
			return extra[4 : 4+n]
		}
		extra = extra[4+n:]
	}
	return nil
}
