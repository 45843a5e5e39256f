package pdf

import (
	"strings"

	"github.com/tongket/tongket/pipeline/format/layout"
)

// maxFonts bounds the fonts of one document; those beyond have no name.
const maxFonts = 10_000

// fontOf returns the index of a text object's font, -1 for none.
func (d *document) fontOf(object uint64) int32 {
	handle := d.call(textObjFont, object)
	if handle == 0 {
		return -1
	}
	if i, known := d.fontIndex[handle]; known {
		return i
	}
	if len(d.fonts) >= maxFonts {
		return -1
	}
	name := string(d.bytes(fontName, handle))
	flags, weight := int32(uint32(d.call(fontFlags, handle))), int32(uint32(d.call(fontWeight, handle)))
	font := fontNamed(name, int(flags), int(weight))
	i := int32(len(d.fonts))
	d.fonts = append(d.fonts, font)
	d.fontIndex[handle] = i
	return i
}

// plainFont takes the tag of a subset, and the style behind a comma, from a
// font's name: "ABCDEF+.VnTime,Bold" is .VnTime.
func plainFont(name string) string {
	if len(name) > 7 && name[6] == '+' && strings.Trim(name[:6], "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" {
		name = name[7:]
	}
	name, _, _ = strings.Cut(name, ",")
	return name
}

// What makes a font bold besides its name.
const (
	forceBold        = 1 << 18 // of its flags
	boldFrom, boldTo = 600, 1000
)

// fontNamed is a font as layout knows it. Bold ones are told by their name first:
// many files claim a weight of 400, or none, for all their fonts.
func fontNamed(name string, flags, weight int) layout.Font {
	name = strings.ToValidUTF8(strings.TrimRight(name, "\x00"), "\uFFFD")
	bold := flags > 0 && flags&forceBold != 0 || weight >= boldFrom && weight <= boldTo
	return layout.Font{Name: plainFont(name), Bold: bold || boldName(name)}
}

func boldName(name string) bool {
	lower := strings.ToLower(name)
	for _, word := range []string{"bold", "black", "heavy", "-bd", ",bd"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
}
