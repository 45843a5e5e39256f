package xls

import (
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/binary"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/format/ooxml"
	"github.com/tongket/tongket/pipeline/report"
)

// cipher decrypts the bodies of records.
type cipher interface {
	// open returns the body of a record that starts at a place of the stream.
	open(kind uint16, body []byte, at int) []byte
}

// block is the number of bytes that one key is good for.
const block = 1024

// rc4Cipher makes the key of each block of the stream.
type rc4Cipher struct {
	key func(block uint32) []byte

	number uint32
	stream []byte // the key stream of block number
}

// unlock returns the cipher of a workbook: with the password that everybody has,
// else with one of the user's.
func (b *workbook) unlock(pass []byte) (cipher, error) {
	for _, password := range append([]string{ooxml.Everybody}, b.passwords...) {
		if c := b.try(pass, password); c != nil {
			return c, nil
		}
	}
	return nil, report.Becausef(report.Locked, "the workbook is encrypted with a password")
}

// try returns the cipher for a password, nil when it is the wrong one or the way
// of encryption is not known.
func (b *workbook) try(pass []byte, password string) cipher {
	r := &records{body: pass}
	if b.version == biff5 || r.uint16(0) == 0 {
		at := 0
		if b.version == biff8 {
			at = 2
		}
		if c, ok := newXOR(password, r.uint16(at), r.uint16(at+2)); ok {
			return c
		}
		return nil
	}
	var key func(uint32) []byte
	switch major, minor := r.uint16(2), r.uint16(4); {
	case major == 1 && minor == 1 && len(pass) >= 54:
		key = standardKey(password, pass[6:22])
		if !proves(key, pass[22:38], pass[38:54], func(b []byte) []byte { sum := md5.Sum(b); return sum[:] }) {
			return nil
		}
	case major >= 2 && minor == 2:
		key = cryptoKey(password, r.tail(6))
	}
	if key == nil {
		return nil
	}
	return &rc4Cipher{key: key}
}

func wideBytes(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// standardKey is the key of [MS-OFFCRYPTO] 2.3.6.2.
func standardKey(secret string, salt []byte) func(uint32) []byte {
	password := md5.Sum(wideBytes(secret))
	var long []byte
	for range 16 {
		long = append(long, password[:5]...)
		long = append(long, salt...)
	}
	base := md5.Sum(long)
	return func(n uint32) []byte {
		sum := md5.Sum(binary.LittleEndian.AppendUint32(append([]byte(nil), base[:5]...), n))
		return sum[:]
	}
}

// cryptoKey is the key of [MS-OFFCRYPTO] 2.3.5.2, nil for a wrong password.
func cryptoKey(secret string, info []byte) func(uint32) []byte {
	r := &records{body: info}
	headerSize := int(min(r.uint32(4), 1<<16))
	header := &records{body: r.tail(8)}
	bits := header.uint32(16)
	if bits == 0 {
		bits = 40
	}
	verifier := r.tail(8 + headerSize)
	if bits%8 != 0 || bits > 128 || len(verifier) < 60 {
		return nil
	}
	salt := verifier[4:20]
	base := sha1.Sum(append(append([]byte(nil), salt...), wideBytes(secret)...))
	key := func(n uint32) []byte {
		sum := sha1.Sum(binary.LittleEndian.AppendUint32(append([]byte(nil), base[:]...), n))
		k := append([]byte(nil), sum[:bits/8]...)
		if bits == 40 {
			k = append(k, make([]byte, 11)...)
		}
		return k
	}
	if !proves(key, verifier[20:36], verifier[40:60], func(b []byte) []byte { sum := sha1.Sum(b); return sum[:] }) {
		return nil
	}
	return key
}

// proves reports whether a key opens the proof that the file holds: a number
// and its hash.
func proves(key func(uint32) []byte, number, hash []byte, sum func([]byte) []byte) bool {
	c, err := rc4.NewCipher(key(0))
	if err != nil {
		return false
	}
	n, h := make([]byte, len(number)), make([]byte, len(hash))
	c.XORKeyStream(n, number)
	c.XORKeyStream(h, hash)
	return subtle.ConstantTimeCompare(sum(n), h) == 1
}

// inPlain reports whether a record is needed to find the way and stays in plain
// text.
func inPlain(kind uint16) bool {
	const interfaceHeader, userExclusive, fileLock, recordInfo, userNames = 0x00E1, 0x0194, 0x0195, 0x0196, 0x01C0
	switch kind {
	case recBOF, recFilePass, interfaceHeader, userExclusive, fileLock, recordInfo, userNames:
		return true
	}
	return false
}

// open decrypts a body. The place of a sheet stays in plain text.
func (c *rc4Cipher) open(kind uint16, body []byte, at int) []byte {
	if inPlain(kind) {
		return body
	}
	out := make([]byte, len(body))
	for i := range body {
		out[i] = body[i] ^ c.at(at+i)
	}
	if kind == recBoundSheet {
		copy(out[:min(4, len(out))], body)
	}
	return out
}

// at returns the byte of the key stream for a place of the file.
func (c *rc4Cipher) at(place int) byte {
	n := uint32(place / block)
	if c.stream == nil || n != c.number {
		s, err := rc4.NewCipher(c.key(n))
		if err != nil {
			return 0
		}
		c.number, c.stream = n, make([]byte, block)
		s.XORKeyStream(c.stream, c.stream)
	}
	return c.stream[place%block]
}
