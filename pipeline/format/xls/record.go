package xls

import (
	"encoding/binary"
	"math"
)

// The records that hold what a sheet shows.
const (
	recFormula      = 0x0006
	recEOF          = 0x000A
	recHeader       = 0x0014
	recFooter       = 0x0015
	recDateMode     = 0x0022
	recFilePass     = 0x002F
	recFont         = 0x0031
	recContinue     = 0x003C
	recCodePage     = 0x0042
	recObj          = 0x005D
	recBoundSheet   = 0x0085
	recMulRK        = 0x00BD
	recRString      = 0x00D6
	recXF           = 0x00E0
	recMergedCells  = 0x00E5
	recSST          = 0x00FC
	recLabelSST     = 0x00FD
	recTXO          = 0x01B6
	recNumber       = 0x0203
	recLabel        = 0x0204
	recBoolErr      = 0x0205
	recFormulaAgain = 0x0206
	recString       = 0x0207
	recRK           = 0x027E
	recFormulaThird = 0x0406
	recFormat       = 0x041E
	recBOF          = 0x0809
)

// records steps over the records of a stream.
type records struct {
	data   []byte
	at     int
	kind   uint16
	body   []byte
	cipher cipher
}

const recordHeader = 4

// next takes the next record; its body is what is left of it in a cut stream.
func (r *records) next() bool {
	if r.at+recordHeader > len(r.data) {
		r.kind, r.body = 0, nil
		return false
	}
	r.kind = binary.LittleEndian.Uint16(r.data[r.at:])
	size := int(binary.LittleEndian.Uint16(r.data[r.at+2:]))
	start := r.at + recordHeader
	end := min(start+size, len(r.data))
	r.body = r.data[start:end]
	if r.cipher != nil {
		r.body = r.cipher.open(r.kind, r.body, start)
	}
	r.at = end
	return true
}

// peek returns the kind of the record that comes next.
func (r *records) peek() uint16 {
	if r.at+recordHeader > len(r.data) {
		return 0
	}
	return binary.LittleEndian.Uint16(r.data[r.at:])
}

// uint16 and the others read a number of the body, 0 beyond its end.
func (r *records) uint16(at int) uint16 {
	if at+2 > len(r.body) {
		return 0
	}
	return binary.LittleEndian.Uint16(r.body[at:])
}

func (r *records) uint32(at int) uint32 {
	if at+4 > len(r.body) {
		return 0
	}
	return binary.LittleEndian.Uint32(r.body[at:])
}

func (r *records) byte(at int) byte {
	if at >= len(r.body) {
		return 0
	}
	return r.body[at]
}

func (r *records) float(at int) float64 {
	if at+8 > len(r.body) {
		return 0
	}
	return math.Float64frombits(binary.LittleEndian.Uint64(r.body[at:]))
}

// tail returns the body from a place on.
func (r *records) tail(at int) []byte {
	if at >= len(r.body) {
		return nil
	}
	return r.body[at:]
}

// rk unpacks a number of four bytes.
func rk(v uint32) float64 {
	var f float64
	if v&2 != 0 {
		f = float64(int32(v) >> 2)
	} else {
		f = math.Float64frombits(uint64(v&^3) << 32)
	}
	if v&1 != 0 {
		f /= 100
	}
	return f
}
