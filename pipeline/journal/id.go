package journal

import "crypto/sha256"

// sumDigits is the length of a SHA-256 in hex.
const sumDigits = 2 * sha256.Size

// ID names what is kept of some bytes: their SHA-256 in hex and the kind of
// their name, such as ".md". A reader goes by the name where the bytes alone
// leave it open what they are, so bytes under names of two kinds are two things.
type ID string

// MakeID returns the ID of bytes with this SHA-256 under a name of this kind.
func MakeID(sum, kind string) ID { return ID(sum + kind) }

// Sum is the SHA-256 of the bytes in hex.
func (id ID) Sum() string { return string(id[:min(len(id), sumDigits)]) }

func (id ID) kind() string { return string(id[min(len(id), sumDigits):]) }

// key is what the index finds an ID by. The bytes' sum can be had from it again,
// so that memory needs to hold no second one.
func (id ID) key() (key [32]byte, ok bool) {
	sum, ok := parseSum(id.Sum())
	return masked(sum, maskOf(id.kind())), ok
}

// maskOf is what a kind of name changes in a sum.
func maskOf(kind string) [32]byte {
	if kind == "" {
		return [32]byte{}
	}
	return sha256.Sum256([]byte(kind))
}

// masked makes a sum the key under a kind of name, and such a key the sum again.
func masked(sum, mask [32]byte) [32]byte {
	for i := range sum {
		sum[i] ^= mask[i]
	}
	return sum
}
