package format

import (
	"bytes"
	"path"
	"strings"

	"github.com/gabriel-vasile/mimetype"

	"github.com/tongket/tongket/pipeline/format/signed"
)

// Sniff returns the media type of data. The name decides only between text
// formats that look alike, and names what has no content to go by.
func Sniff(name string, data []byte) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	if isLock(base, data) {
		return MediaLock
	}
	for _, m := range magics {
		if m.at+len(m.bytes) <= len(data) && string(data[m.at:m.at+len(m.bytes)]) == m.bytes {
			return m.media(data)
		}
	}
	if signed.Is(data) {
		return MediaSigned
	}
	if i := bytes.Index(data[:min(len(data), 1024)], []byte("%PDF-")); i >= 0 {
		return MediaPDF
	}
	if media := sniffText(base, data); media != "" {
		return media
	}
	return binary(data)
}

// maxLock is more than the 162 bytes of a lock file of Word or LibreOffice.
const maxLock = 1024

func isLock(base string, data []byte) bool {
	return len(data) <= maxLock && (strings.HasPrefix(base, "~$") || strings.HasPrefix(base, ".~lock."))
}

// magic is a mark at a fixed place of a file.
type magic struct {
	at    int
	bytes string
	media func(data []byte) string
}

// is returns a function for marks that leave nothing to find out.
func is(media string) func([]byte) string { return func([]byte) string { return media } }

var magics = []magic{
	{0, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", sniffOLE},
	{0, "PK\x03\x04", sniffZip},
	{0, "PK\x05\x06", is(MediaZip)}, // without members
	{0, "PK00PK\x03\x04", is(MediaZip)},
	{0, "%PDF-", is(MediaPDF)},
	{0, `{\rtf`, is(MediaRTF)},
	{0, "\xFFWPC", is(MediaWPD)},
	{0, "\xDB\xA5", is(MediaOldWord)},
	{0, "\x31\xBE\x00\x00", is(MediaOldWord)},
	{0, "\x32\xBE\x00\x00", is(MediaOldWord)},
	{0, "\x7FELF", is("application/x-elf")},
	{0, "MZ", sniffMZ},
	{0, "\x89PNG\r\n\x1A\n", is(MediaPNG)},
	{0, "\xFF\xD8\xFF", is(MediaJPEG)},
	{0, "II*\x00", is(MediaTIFF)},
	{0, "MM\x00*", is(MediaTIFF)},
	{0, "Rar!\x1A\x07", is(MediaRar)},
	{0, "7z\xBC\xAF\x27\x1C", is(Media7z)},
	{0, "\x1F\x8B", is(MediaGzip)},
	{0, "BZh", sniffBzip2},
	{0, "\xFD7zXZ\x00", is(MediaXz)},
	{0, "\x28\xB5\x2F\xFD", is(MediaZstd)},
	{257, "ustar", is(MediaTar)},
	{0, "AT&TFORM", is(MediaDjvu)},
	{0, "%!PS", is(MediaPS)},
	{0, "HWP Document File", is(MediaHWP)},
	{0, "\x78\x9F\x3E\x22", is(MediaTNEF)},
	{0, "\x09\x02\x06\x00", is(MediaXls)}, // BIFF 3, not in a compound file
	{0, "\x09\x04\x06\x00", is(MediaXls)}, // BIFF 4
	{0, "\x09\x08\x08\x00\x00\x05", is(MediaXls)},
	{0, "\x09\x08\x10\x00\x00\x06", is(MediaXls)},
	{0, "SQLite format 3\x00", is("application/vnd.sqlite3")},
	{0, "\x00\x01\x00\x00Standard ", is("application/x-msaccess")},
	{0, "!BDN", is("application/vnd.ms-outlook-pst")},
}

// sniffMZ tells a program from a text that begins with these two letters.
func sniffMZ(data []byte) string {
	if looksText(data) {
		return MediaPlain
	}
	return "application/vnd.microsoft.portable-executable"
}

// sniffBzip2 wants the level and the mark of the first block as well: "BZh" is
// also how a text may begin.
func sniffBzip2(data []byte) string {
	if len(data) >= 10 && data[3] >= '1' && data[3] <= '9' && (string(data[4:10]) == "1AY&SY" || string(data[4:10]) == "\x17\x72\x45\x38\x50\x90") {
		return MediaBzip2
	}
	if media := sniffText("", data); media != "" {
		return media
	}
	return MediaBinary
}

// binary names what is left: pictures of other kinds, sound, fonts.
func binary(data []byte) string {
	media := mimetype.Detect(data[:min(len(data), 3072)]).String()
	media, _, _ = strings.Cut(media, ";")
	if strings.HasPrefix(media, "text/") || media == "application/json" {
		return MediaBinary // what looks like text is known by now
	}
	return media
}

// NameKind is all of a name that a reader goes by: bytes under names of one kind
// give the same. It is the ending, where it says anything, behind the mark of
// what a system has left beside a document.
func NameKind(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	ext := strings.ToLower(extension(base))
	if !reportNames[ext] && !zipNames[ext] && ext != ".markdown" && ext != ".tsv" {
		ext = ""
	}
	for _, mark := range []string{"~$", ".~lock.", "._", "~"} {
		if strings.HasPrefix(base, mark) {
			return mark + ext
		}
	}
	return ext
}
