package msword

import (
	"encoding/binary"
	"iter"
)

// The modifiers that this reader knows.
const (
	sprmDeleted       = 0x0800
	sprmFieldHidden   = 0x0802
	sprmPicture       = 0x0806 // a field's data, not text
	sprmBold          = 0x0835
	sprmHidden        = 0x083C
	sprmSpecial       = 0x0855
	sprmPlain         = 0x2A33
	sprmScript        = 0x2A48 // 1 for superscript
	sprmRaised        = 0x4845 // half points above the line, as LibreOffice writes superscript
	sprmCharStyle     = 0x4A30
	sprmFontASCII     = 0x4A4F
	sprmFontOther     = 0x4A51
	sprmSymbol        = 0x6A09
	sprmParaStyle     = 0x4600
	sprmAlign80       = 0x2403
	sprmAlign         = 0x2461
	sprmInTable       = 0x2416
	sprmRowEnd        = 0x2417
	sprmInnerCell     = 0x244B
	sprmInnerRow      = 0x244C
	sprmTableDepth    = 0x6649
	sprmListLevel     = 0x260A
	sprmList          = 0x460B
	sprmOutline       = 0x2640
	sprmHuge          = 0x6646
	sprmHuge97        = 0x6645
	sprmTable         = 0xD608
	sprmTabs          = 0xC615
	sprmTableBorders  = 0xD613
	sprmTableBorder80 = 0xD605
	sprmVerticalMerge = 0xD62B
	sprmMergeCells    = 0x5624
	sprmSplitCells    = 0x5625
)

// superscript is the operand of sprmScript that raises.
const superscript = 1

// modifiers yields the modifiers of a list with their operands. A list that is
// cut ends early.
func modifiers(list []byte) iter.Seq2[uint16, []byte] {
	return func(yield func(uint16, []byte) bool) {
		for len(list) >= 3 {
			sprm := binary.LittleEndian.Uint16(list)
			list = list[2:]
			skip, size := operand(sprm, list)
			if skip+size > len(list) {
				return
			}
			if !yield(sprm, list[skip:skip+size]) {
				return
			}
			list = list[skip+size:]
		}
	}
}

// operand returns where the operand of a modifier begins and how long it is.
func operand(sprm uint16, rest []byte) (skip, size int) {
	switch sprm >> 13 {
	case 0, 1:
		return 0, 1
	case 2, 4, 5:
		return 0, 2
	case 3:
		return 0, 4
	case 7:
		return 0, 3
	}
	switch sprm {
	case sprmTable:
		if len(rest) < 2 {
			return 0, len(rest) + 1
		}
		return 2, max(int(binary.LittleEndian.Uint16(rest))-1, 0)
	case sprmTabs:
		if rest[0] == 255 {
			return 1, tabsSize(rest[1:])
		}
	}
	return 1, int(rest[0])
}

// tabsSize is the length of a list of tab stops that is too long for one byte.
func tabsSize(b []byte) int {
	if len(b) < 1 {
		return 0
	}
	deleted := 4*int(b[0]) + 1
	if deleted >= len(b) {
		return deleted
	}
	return deleted + 3*int(b[deleted]) + 1
}

func word(b []byte) int { return int(binary.LittleEndian.Uint16(b)) }
