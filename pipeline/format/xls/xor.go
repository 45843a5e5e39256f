package xls

import "math/bits"

// xorCipher is the older way to hide a workbook ([MS-OFFCRYPTO] 2.3.7): each
// byte is turned and mixed with one of sixteen.
type xorCipher [16]byte

// filler completes a password to sixteen bytes.
var filler = [...]byte{0xBB, 0xFF, 0xFF, 0xBA, 0xFF, 0xFF, 0xB9, 0x80, 0x00, 0xBE, 0x0F, 0x00, 0xBF, 0x0F, 0x00}

// newXOR returns the cipher of a password and a file's key, and whether the
// password is the file's. Such passwords have at most fifteen characters.
func newXOR(password string, key, proof uint16) (*xorCipher, bool) {
	if len(password) > len(filler) || xorProof(password) != proof {
		return nil, false
	}
	var c xorCipher
	n := copy(c[:], password)
	copy(c[n:], filler[:])
	halves := [2]byte{byte(key), byte(key >> 8)}
	for i := range c {
		c[i] = bits.RotateLeft8(c[i]^halves[i%2], -1)
	}
	return &c, true
}

// xorProof is the number by which a file knows its password.
func xorProof(password string) uint16 {
	var v uint16
	mix := func(b byte) { v = (v>>14&1 | v<<1&0x7FFF) ^ uint16(b) }
	for i := len(password) - 1; i >= 0; i-- {
		mix(password[i])
	}
	mix(byte(len(password)))
	return v ^ 0xCE4B
}

func (c *xorCipher) open(kind uint16, body []byte, at int) []byte {
	if inPlain(kind) {
		return body
	}
	out := make([]byte, len(body))
	for i, b := range body {
		out[i] = bits.RotateLeft8(b^c[(at+len(body)+i)%len(c)], -5)
	}
	if kind == recBoundSheet {
		copy(out[:min(4, len(out))], body)
	}
	return out
}
