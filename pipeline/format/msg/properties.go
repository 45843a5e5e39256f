package msg

import (
	"encoding/binary"
	"fmt"
	"strings"

	"github.com/tongket/tongket/pipeline/format/codepage"
	"github.com/tongket/tongket/pipeline/format/ole"
)

// The properties of messages and attachments that are read, by their number in
// MAPI.
const (
	propSubject      = 0x0037
	propSubmitted    = 0x0039
	propSender       = 0x0C1A
	propSenderMail   = 0x0C1F
	propOnBehalf     = 0x0042
	propDelivered    = 0x0E06
	propBody         = 0x1000
	propRTF          = 0x1009
	propHTML         = 0x1013
	propPage         = 0x3FFD
	propInternetPage = 0x3FDE
	propLocale       = 0x3FF1
	propData         = 0x3701
	propExtension    = 0x3703
	propShortName    = 0x3704
	propLongName     = 0x3707
	propDisplayName  = 0x3001
	propContentID    = 0x3712
	propMime         = 0x370E
	propHidden       = 0x7FFE
)

// The types of properties.
const (
	typeBytes   = 0x001E // text in the message's code page
	typeUnicode = 0x001F
	typeBinary  = 0x0102
	typeObject  = 0x000D
)

// store is a message or an attachment: a storage with a stream for each of its
// longer properties, and one with all short ones.
type store struct {
	file  *ole.File
	entry *ole.Entry
	short map[int]uint64
	page  int
}

// open reads the short properties of a storage. Their stream begins with a
// header that only messages have more of: the outermost one 32 bytes, one inside
// another 24, an attachment 8.
func open(f *ole.File, e *ole.Entry, header, page int) *store {
	s := &store{file: f, entry: e, short: make(map[int]uint64), page: page}
	stream := f.Child(e, "__properties_version1.0")
	if stream == nil {
		return s
	}
	const size = 16
	for data := f.Content(stream); len(data) >= header+size; data = data[size:] {
		p := data[header:]
		s.short[int(binary.LittleEndian.Uint16(p[2:]))] = binary.LittleEndian.Uint64(p[8:])
	}
	switch p, l := s.number(propPage), locales[s.number(propLocale)]; {
	case p > 0:
		s.page = p
	case l > 0:
		s.page = l
	}
	return s
}

// locales are the code pages of languages that have one of their own, for
// messages that do not name it.
var locales = map[int]int{
	1025: 1256, 1028: 950, 1029: 1250, 1032: 1253, 1037: 1255, 1038: 1250, 1041: 932, 1042: 949, 1045: 1250, 1048: 1250,
	1049: 1251, 1051: 1250, 1054: 874, 1055: 1254, 1058: 1251, 1061: 1257, 1062: 1257, 1063: 1257, 1066: 1258, 2052: 936,
}

func (s *store) number(prop int) int { return int(uint32(s.short[prop])) }

// stream is the entry of a property, nil when the message does not have it.
func (s *store) stream(prop, kind int) *ole.Entry {
	return s.file.Child(s.entry, fmt.Sprintf("__substg1.0_%04X%04X", prop, kind))
}

func (s *store) bytes(prop, kind int) []byte {
	if e := s.stream(prop, kind); e != nil {
		return s.file.Content(e)
	}
	return nil
}

// text is a property in Unicode, or in the code page of the message.
func (s *store) text(prop int) string {
	text := ""
	if b := s.bytes(prop, typeUnicode); b != nil {
		text = ole.UTF16(b)
	} else if b := s.bytes(prop, typeBytes); b != nil {
		text = codepage.Decode(b, s.page)
	}
	return strings.TrimRight(text, "\x00")
}

// line is a property of one line.
func (s *store) line(prop int) string { return strings.Join(strings.Fields(s.text(prop)), " ") }
