package excel

import (
	"archive/zip"
	"bufio"
	"bytes"
	"cmp"
	"encoding/xml"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"slices"

	"github.com/klauspost/compress/flate"

	"github.com/tongket/tongket/pipeline/fsys"
)

// zipLevel is klauspost's. Against level 6 it saves half of the time for
// packing and gives away a sixth of the size.
const zipLevel = 2

// packer is the ZipWriter that excelize packs a workbook with. It packs straight
// to a spool file, where excelize would build the whole archive in memory, and
// puts the parts in the order of their names at the end: excelize hands
// streamed sheets over in the order of a map, so that no two builds are alike.
// The first error sticks and is returned by finish.
type packer struct {
	spool fsys.File
	out   *bufio.Writer // in front of the spool
	size  int64
	parts []*part
	open  *part
	err   error
}

// part is one file of the archive; its packed bytes lie in the spool.
type part struct {
	header zip.FileHeader
	offset int64
	packer *packer
	flate  *flate.Writer
	text   *bytes.Buffer // for the part that is put in order before it is packed
}

const contentTypes = "[Content_Types].xml"

func newPacker(spool fsys.File) *packer {
	return &packer{spool: spool, out: bufio.NewWriterSize(spool, 1<<18)}
}

// Create begins a part; the one before is complete.
func (p *packer) Create(name string) (io.Writer, error) {
	if p.seal(); p.err != nil {
		return nil, p.err
	}
	p.open = &part{header: zip.FileHeader{Name: name, Method: zip.Deflate}, offset: p.size, packer: p}
	if name == contentTypes {
		p.open.text = &bytes.Buffer{}
		return p.open.text, nil
	}
	return p.open, p.open.start()
}

func (t *part) start() error {
	var err error
	t.flate, err = flate.NewWriter(spooler{t.packer}, zipLevel)
	return err
}

func (t *part) Write(b []byte) (int, error) {
	n, err := t.flate.Write(b)
	t.header.CRC32 = crc32.Update(t.header.CRC32, crc32.IEEETable, b[:n])
	t.header.UncompressedSize64 += uint64(n)
	return n, err
}

// spooler appends to the spool and counts.
type spooler struct{ p *packer }

func (s spooler) Write(b []byte) (int, error) {
	n, err := s.p.out.Write(b)
	s.p.size += int64(n)
	return n, err
}

// seal completes the open part.
func (p *packer) seal() {
	t := p.open
	if t == nil || p.err != nil {
		return
	}
	p.open = nil
	if t.text != nil {
		sorted, err := sortContentTypes(t.text.Bytes())
		if err == nil {
			err = t.start()
		}
		if err == nil {
			_, err = t.Write(sorted)
		}
		if err != nil {
			p.err = err
			return
		}
	}
	if p.err = t.flate.Close(); p.err == nil {
		t.header.CompressedSize64 = uint64(p.size - t.offset)
		p.parts = append(p.parts, t)
	}
}

// AddFS is there because excelize's interface asks for it; excelize itself
// never calls it.
func (p *packer) AddFS(fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return err
		}
		w, err := p.Create(name)
		if err == nil {
			_, err = w.Write(data)
		}
		return err
	})
}

// Close completes the last part.
func (p *packer) Close() error {
	p.seal()
	return p.err
}

// finish writes the archive: parts by name, no times, so that the same
// workbook is the same bytes.
func (p *packer) finish(w io.Writer) error {
	if p.seal(); p.err == nil {
		p.err = p.out.Flush()
	}
	if p.err != nil {
		return p.err
	}
	slices.SortFunc(p.parts, func(a, b *part) int { return cmp.Compare(a.header.Name, b.header.Name) })
	buffered := bufio.NewWriterSize(w, 1<<18)
	z := zip.NewWriter(buffered)
	for _, t := range p.parts {
		to, err := z.CreateRaw(&t.header)
		if err != nil {
			return fmt.Errorf("%s: %w", t.header.Name, err)
		}
		if _, err := io.Copy(to, io.NewSectionReader(p.spool, t.offset, int64(t.header.CompressedSize64))); err != nil {
			return fmt.Errorf("%s: %w", t.header.Name, err)
		}
	}
	if err := z.Close(); err != nil {
		return err
	}
	return buffered.Flush()
}

// sortContentTypes puts the list of parts in order: excelize writes it in the
// order of a map.
func sortContentTypes(data []byte) ([]byte, error) {
	var types typeList
	if err := xml.Unmarshal(data, &types); err != nil {
		return nil, fmt.Errorf("%s: %w", contentTypes, err)
	}
	slices.SortFunc(types.Defaults, func(a, b typeDefault) int { return cmp.Compare(a.Extension, b.Extension) })
	slices.SortFunc(types.Overrides, func(a, b typeOverride) int { return cmp.Compare(a.PartName, b.PartName) })
	out, err := xml.Marshal(types)
	return append([]byte(xml.Header), out...), err
}

type typeList struct {
	XMLName   xml.Name       `xml:"http://schemas.openxmlformats.org/package/2006/content-types Types"`
	Defaults  []typeDefault  `xml:"Default"`
	Overrides []typeOverride `xml:"Override"`
}

type typeDefault struct {
	Extension   string `xml:",attr"`
	ContentType string `xml:",attr"`
}

type typeOverride struct {
	PartName    string `xml:",attr"`
	ContentType string `xml:",attr"`
}
