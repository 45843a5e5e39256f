package source

import (
	"archive/zip"
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/sha1"
	"crypto/subtle"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"

	"github.com/tongket/tongket/pipeline/report"
)

var errPassword = errors.New("wrong password")

// unlock opens a member that needs a password, by the first one that fits. The
// member is read twice at most per password, within its limit.
func (a archive) unlock(f *zip.File) (io.Reader, error) {
	raw, err := f.OpenRaw()
	if err != nil {
		return nil, err
	}
	limit := a.budget.limits.Bytes
	packed, err := readAll(raw, size(f.CompressedSize64), limit)
	if err != nil {
		return nil, err
	}
	open, err := lockOf(f)
	if err != nil {
		return nil, err
	}
	for _, password := range a.passwords {
		if err := a.ctx.Err(); err != nil {
			return nil, err
		}
		data, err := open(packed, password, limit)
		if err == nil {
			return a.counted(bytes.NewReader(data)), nil
		}
		if !errors.Is(err, errPassword) {
			return nil, err
		}
	}
	return nil, report.Becausef(report.Locked, "none of %d passwords opens it", len(a.passwords))
}

// lock opens packed bytes with a password; errPassword means another one may.
type lock func(packed []byte, password string, limit int64) ([]byte, error)

// The numbers of the ZIP specification and of WinZip's AES note.
const (
	strongEncryption = 1 << 6
	sizesFollow      = 1 << 3
	methodAES        = 99
	fieldAES         = 0x9901
)

func lockOf(f *zip.File) (lock, error) {
	switch {
	case f.Method == methodAES:
		return aesLock(f)
	case f.Flags&strongEncryption != 0:
		return nil, report.Becausef(report.Unsupported, "zip with PKWARE strong encryption")
	}
	return oldLock(f), nil
}

// oldLock is the cipher of PKZIP 2.0. Its one byte of check lets 1 of 256 wrong
// passwords through, so the checksum of the content decides.
func oldLock(f *zip.File) lock {
	return func(packed []byte, password string, limit int64) ([]byte, error) {
		const header = 12
		if len(packed) < header {
			return nil, io.ErrUnexpectedEOF
		}
		plain := newPKZip(password).decrypt(packed)
		check := byte(f.CRC32 >> 24)
		if f.Flags&sizesFollow != 0 {
			check = byte(f.ModifiedTime >> 8)
		}
		if plain[header-1] != check {
			return nil, errPassword
		}
		data, err := unpack(f.Method, plain[header:], limit)
		if _, stated := errors.AsType[*report.Failure](err); stated {
			return nil, err
		}
		if err != nil || crc32.ChecksumIEEE(data) != f.CRC32 {
			return nil, errPassword
		}
		return data, nil
	}
}

// aesLock is WinZip's: salt, two bytes of check, ciphertext, ten bytes of
// HMAC-SHA1, all keys from PBKDF2 with 1,000 rounds.
func aesLock(f *zip.File) (lock, error) {
	field := extraField(f.Extra, fieldAES)
	if len(field) < 7 || field[4] < 1 || field[4] > 3 {
		return nil, report.Becausef(report.Damaged, "zip with a broken AES field")
	}
	keyLen := 8 + 8*int(field[4])
	saltLen := keyLen / 2
	method := binary.LittleEndian.Uint16(field[5:])
	const check, mac = 2, 10
	return func(packed []byte, password string, limit int64) ([]byte, error) {
		if len(packed) < saltLen+check+mac {
			return nil, io.ErrUnexpectedEOF
		}
		salt, rest := packed[:saltLen], packed[saltLen:]
		keys, err := pbkdf2.Key(sha1.New, password, salt, 1000, 2*keyLen+check)
		if err != nil {
			return nil, err
		}
		if subtle.ConstantTimeCompare(keys[2*keyLen:], rest[:check]) == 0 {
			return nil, errPassword
		}
		body, sum := rest[check:len(rest)-mac], rest[len(rest)-mac:]
		h := hmac.New(sha1.New, keys[keyLen:2*keyLen])
		h.Write(body)
		if !hmac.Equal(h.Sum(nil)[:mac], sum) {
			return nil, errPassword // 1 of 65,536 wrong ones comes this far
		}
		block, err := aes.NewCipher(keys[:keyLen])
		if err != nil {
			return nil, err
		}
		return unpack(method, littleCTR(block, body), limit)
	}, nil
}

// littleCTR decrypts in counter mode with WinZip's counter, which is little
// endian and begins at 1; the standard library counts big endian.
func littleCTR(block cipher.Block, data []byte) []byte {
	out := make([]byte, len(data))
	var counter, pad [aes.BlockSize]byte
	for i, n := 0, uint64(1); i < len(data); i, n = i+aes.BlockSize, n+1 {
		binary.LittleEndian.PutUint64(counter[:], n)
		block.Encrypt(pad[:], counter[:])
		subtle.XORBytes(out[i:], data[i:], pad[:])
	}
	return out
}

// unpack unpacks decrypted bytes.
func unpack(method uint16, packed []byte, limit int64) ([]byte, error) {
	r := inflate(method, bytes.NewReader(packed))
	if r == nil {
		return nil, report.Becausef(report.Unsupported, "zip method %d", method)
	}
	defer r.Close()
	return readAll(r, -1, limit)
}

// pkzip is the state of PKZIP's cipher: three running checksums.
type pkzip [3]uint32

func newPKZip(password string) *pkzip {
	k := &pkzip{0x12345678, 0x23456789, 0x34567890}
	for i := range len(password) {
		k.turn(password[i])
	}
	return k
}

func (k *pkzip) turn(plain byte) {
	k[0] = crcByte(k[0], plain)
	k[1] = (k[1]+k[0]&0xff)*134775813 + 1
	k[2] = crcByte(k[2], byte(k[1]>>24))
}

func (k *pkzip) decrypt(data []byte) []byte {
	out := make([]byte, len(data))
	for i, c := range data {
		t := k[2] | 2
		out[i] = c ^ byte(t*(t^1)>>8)
		k.turn(out[i])
	}
	return out
}

func crcByte(crc uint32, b byte) uint32 { return crc32.IEEETable[byte(crc)^b] ^ crc>>8 }
