package source

import (
	"compress/bzip2"
	"io"
	"path"
	"strings"

	"github.com/klauspost/compress/gzip"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/ulikunitz/xz"
)

func isBzip2(head []byte, _ io.ReaderAt, _ int64, _ string) bool {
	return len(head) > 10 && string(head[:3]) == "BZh" && head[3] >= '1' && head[3] <= '9' &&
		(string(head[4:10]) == "1AY&SY" || string(head[4:10]) == "\x17\x72\x45\x38\x50\x90")
}

func listGzip(a archive, each func(member) bool) error {
	z, err := gzip.NewReader(a.whole())
	if err != nil {
		return err
	}
	name := a.innerName()
	if z.Name != "" {
		name = path.Base(latin1Name(z.Name))
	}
	return a.packed(z, name, each)
}

// latin1Name gives back the bytes of a name in a gzip header. The header is
// meant to be Latin-1, and package gzip reads it so, but every packer writes
// the bytes of its own file system.
func latin1Name(name string) string {
	raw := make([]byte, 0, len(name))
	for _, r := range name {
		raw = append(raw, byte(r))
	}
	return decodeName(string(raw))
}

func listBzip2(a archive, each func(member) bool) error {
	return a.packed(bzip2.NewReader(a.whole()), a.innerName(), each)
}

func listXz(a archive, each func(member) bool) error {
	if n := xzDictionary(a); n > dictionary {
		return report.Becausef(report.TooLarge, "xz: wants %d bytes of memory to unpack, more than %d", n, int64(dictionary))
	}
	z, err := xz.ReaderConfig{DictCap: 1 << 16}.NewReader(a.whole())
	if err != nil {
		return err
	}
	return a.packed(z, a.innerName(), each)
}

func listZstd(a archive, each func(member) bool) error {
	z, err := newZstd(a.whole())
	if err != nil {
		return err
	}
	defer z.Close()
	return a.packed(z, a.innerName(), each)
}

// innerName is the name of the one file in a packed file: "a.doc" in "a.doc.gz".
func (a archive) innerName() string {
	base := a.path[strings.LastIndexAny(a.path, "/!")+1:]
	switch ext := strings.ToLower(path.Ext(base)); ext {
	case ".gz", ".bz2", ".xz", ".zst", ".z":
		return strings.TrimSuffix(base, path.Ext(base))
	case ".tgz", ".tbz", ".tbz2", ".txz", ".tzst":
		return strings.TrimSuffix(base, path.Ext(base)) + ".tar"
	}
	return base
}

// xzDictionary reads the size of the dictionary of the first block, from the
// one byte that follows the id of the LZMA2 filter. It is 0 when the header is
// not of the usual form; the reader then says what is wrong.
func xzDictionary(a archive) int64 {
	const streamHeader, filter = 12, 0x21
	block := make([]byte, 64)
	n, _ := a.data.ReadAt(block, streamHeader)
	if n < 8 {
		return 0
	}
	at := 2 // after the header's size and its flags
	for _, present := range []bool{block[1]&0x40 != 0, block[1]&0x80 != 0} {
		for present && at < n-3 {
			at++
			present = block[at-1]&0x80 != 0
		}
	}
	if block[at] != filter || block[at+1] != 1 {
		return 0
	}
	bits := min(block[at+2], 40)
	return (2 | int64(bits&1)) << (bits/2 + 11)
}
