package ooxml

import (
	"bytes"
	"context"
	"crypto/aes"
	"crypto/cipher"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"crypto/subtle"
	"encoding/base64"
	"encoding/binary"
	"hash"
	"strings"
	"unicode/utf16"

	"github.com/tongket/tongket/pipeline/format/ole"
	"github.com/tongket/tongket/pipeline/format/xmlx"
	"github.com/tongket/tongket/pipeline/report"
)

// Everybody is the password with which Office encrypts what is protected but
// not secret ([MS-OFFCRYPTO] 2.3.3).
const Everybody = "VelvetSweatshop"

// maxSpins bounds the work of one password: Office writes 50,000 or 100,000.
const maxSpins = 1_000_000

// Decrypt opens a package that is encrypted with one of the passwords, or with
// the one that everybody has. Without the right one the reason is Locked.
func Decrypt(ctx context.Context, data []byte, passwords []string) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	f, err := ole.Open(data)
	if err != nil {
		return nil, err
	}
	info, sealed := f.Stream("EncryptionInfo"), f.Stream("EncryptedPackage")
	if len(info) < 8 || len(sealed) < 8 {
		return nil, report.Becausef(report.Damaged, "encrypted package: no content")
	}
	lock, err := readLock(ctx, info)
	if err != nil {
		return nil, err
	}
	for _, password := range append([]string{Everybody}, passwords...) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if key := lock.key(password); key != nil {
			return open(lock, key, sealed), nil
		}
	}
	return nil, report.Becausef(report.Locked, "the package is encrypted with a password")
}

// lock is one of the two ways of encryption.
type lock interface {
	// key returns the key of the content, nil for a wrong password.
	key(password string) []byte
	// segment decrypts a stretch of the content in place.
	segment(key []byte, number uint32, data []byte)
}

// segmentSize is the stretch of content that is encrypted together.
const segmentSize = 4096

// open decrypts the content, which begins with its length.
func open(l lock, key, sealed []byte) []byte {
	size := binary.LittleEndian.Uint64(sealed)
	out := bytes.Clone(sealed[8:])
	out = out[:len(out)/aes.BlockSize*aes.BlockSize]
	for i := 0; i*segmentSize < len(out); i++ {
		l.segment(key, uint32(i), out[i*segmentSize:min((i+1)*segmentSize, len(out))])
	}
	return out[:min(uint64(len(out)), size)]
}

func readLock(ctx context.Context, info []byte) (lock, error) {
	major, minor := binary.LittleEndian.Uint16(info), binary.LittleEndian.Uint16(info[2:])
	switch {
	case major == 4 && minor == 4:
		return readAgile(ctx, info[8:])
	case minor == 2 && major >= 2 && major <= 4:
		return readStandard(info[8:])
	}
	return nil, report.Becausef(report.Locked, "the package is encrypted in a way of its own (%d.%d)", major, minor)
}

func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

// spun hashes a password many times, which is what makes guessing slow.
func spun(h hash.Hash, salt []byte, password string, spins int) []byte {
	h.Write(salt)
	h.Write(wide(password))
	sum := h.Sum(nil)
	for i := range spins {
		h.Reset()
		var n [4]byte
		binary.LittleEndian.PutUint32(n[:], uint32(i))
		h.Write(n[:])
		h.Write(sum)
		sum = h.Sum(sum[:0])
	}
	return sum
}

// standard is the encryption of Office 2007: AES in single blocks, SHA-1.
type standard struct {
	bytes                 int // of the key
	salt, verifier, proof []byte
}

func readStandard(info []byte) (lock, error) {
	const headerFixed, verifierSize = 32, 4 + 16 + 16 + 4 + 32
	bad := report.Becausef(report.Damaged, "encrypted package: description is cut short")
	if len(info) < 4+headerFixed {
		return nil, bad
	}
	size := int64(binary.LittleEndian.Uint32(info))
	bits := binary.LittleEndian.Uint32(info[4+16:])
	if size < headerFixed || 4+size+verifierSize > int64(len(info)) || bits != 128 && bits != 192 && bits != 256 {
		return nil, bad
	}
	v := info[4+size:]
	return &standard{bytes: int(bits / 8), salt: v[4:20], verifier: v[20:36], proof: v[40:72]}, nil
}

func (s *standard) key(password string) []byte {
	const spins = 50_000
	sum := spun(sha1.New(), s.salt, password, spins)
	last := sha1.Sum(append(sum, 0, 0, 0, 0))
	var long []byte
	for _, pad := range []byte{0x36, 0x5C} {
		block := bytes.Repeat([]byte{pad}, 64)
		subtle.XORBytes(block, block, last[:])
		half := sha1.Sum(block)
		long = append(long, half[:]...)
	}
	key := long[:s.bytes]
	verifier, proof := bytes.Clone(s.verifier), bytes.Clone(s.proof)
	s.segment(key, 0, verifier)
	s.segment(key, 0, proof)
	want := sha1.Sum(verifier)
	if subtle.ConstantTimeCompare(proof[:len(want)], want[:]) != 1 {
		return nil
	}
	return key
}

func (s *standard) segment(key []byte, _ uint32, data []byte) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return
	}
	for ; len(data) >= aes.BlockSize; data = data[aes.BlockSize:] {
		block.Decrypt(data, data)
	}
}

// agile is the encryption of Office 2010 and later, which describes itself.
type agile struct {
	data     agileKey // of the content
	password agileKey // of the key of the content
	spins    int

	verifier, proof, sealed []byte
}

// agileKey is how one key is made and used.
type agileKey struct {
	bytes int
	hash  func() hash.Hash
	salt  []byte
}

var hashes = map[string]func() hash.Hash{
	"SHA1": sha1.New, "SHA-1": sha1.New, "SHA256": sha256.New, "SHA384": sha512.New384, "SHA512": sha512.New,
}

func readAgile(ctx context.Context, info []byte) (lock, error) {
	var a agile
	s := xmlx.New(ctx, xmlx.Decode(info), 0)
	for kind := s.Next(); kind != xmlx.EOF; kind = s.Next() {
		if kind != xmlx.Start {
			continue
		}
		switch string(s.Name()) {
		case "keyData":
			a.data = readAgileKey(s)
		case "encryptedKey":
			a.password = readAgileKey(s)
			a.spins = s.Int("spinCount", -1)
			a.verifier, a.proof, a.sealed = raw(s, "encryptedVerifierHashInput"), raw(s, "encryptedVerifierHashValue"), raw(s, "encryptedKeyValue")
		}
	}
	if a.data.hash == nil || a.password.hash == nil || len(a.sealed) < a.data.bytes || a.spins < 0 || a.spins > maxSpins {
		return nil, report.Becausef(report.Locked, "the package is encrypted in a way that is not known")
	}
	return &a, nil
}

func readAgileKey(s *xmlx.Scanner) agileKey {
	k := agileKey{bytes: s.Int("keyBits", 0) / 8, salt: raw(s, "saltValue")}
	known := s.Is("cipherAlgorithm", "AES") && strings.HasSuffix(s.Value("cipherChaining"), "CBC")
	if known && (k.bytes == 16 || k.bytes == 24 || k.bytes == 32) && len(k.salt) >= aes.BlockSize {
		k.hash = hashes[s.Value("hashAlgorithm")]
	}
	return k
}

func raw(s *xmlx.Scanner, name string) []byte {
	b, err := base64.StdEncoding.DecodeString(s.Value(name))
	if err != nil {
		return nil
	}
	return b
}

// The blocks that tell apart the keys made from one password.
var (
	forVerifier = []byte{0xFE, 0xA7, 0xD2, 0x76, 0x3B, 0x4B, 0x9E, 0x79}
	forProof    = []byte{0xD7, 0xAA, 0x0F, 0x6D, 0x30, 0x61, 0x34, 0x4E}
	forKey      = []byte{0x14, 0x6E, 0x0B, 0xE7, 0xAB, 0xAC, 0xD0, 0xD6}
)

func (a *agile) key(password string) []byte {
	sum := spun(a.password.hash(), a.password.salt, password, a.spins)
	unseal := func(purpose, sealed []byte) []byte {
		h := a.password.hash()
		h.Write(sum)
		h.Write(purpose)
		return cbc(fit(h.Sum(nil), a.password.bytes), a.password.salt, sealed)
	}
	h := a.password.hash()
	h.Write(unseal(forVerifier, a.verifier))
	want, got := h.Sum(nil), unseal(forProof, a.proof)
	if len(got) < len(want) || subtle.ConstantTimeCompare(got[:len(want)], want) != 1 {
		return nil
	}
	key := unseal(forKey, a.sealed)
	if len(key) < a.data.bytes {
		return nil
	}
	return key[:a.data.bytes]
}

func (a *agile) segment(key []byte, number uint32, data []byte) {
	h := a.data.hash()
	h.Write(a.data.salt)
	var n [4]byte
	binary.LittleEndian.PutUint32(n[:], number)
	h.Write(n[:])
	copy(data, cbc(key, fit(h.Sum(nil), aes.BlockSize), data))
}

// fit cuts a hash to a length or fills it up.
func fit(b []byte, n int) []byte {
	for len(b) < n {
		b = append(b, 0x36)
	}
	return b[:n]
}

// cbc decrypts whole blocks; nil when the key cannot be one.
func cbc(key, start, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := bytes.Clone(data[:len(data)/aes.BlockSize*aes.BlockSize])
	cipher.NewCBCDecrypter(block, start[:aes.BlockSize]).CryptBlocks(out, out)
	return out
}
