package journal

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"testing"
)

// Ten thousand sums are found again, by all of their bytes and by the first
// sixteen, which are what the list of names keeps; others are not.
func TestIndexFindsSums(t *testing.T) {
	x := newIndex()
	sum := func(n int) [32]byte { return sha256.Sum256(binary.LittleEndian.AppendUint32(nil, uint32(n))) }
	const many = 10_000
	for n := range many {
		s := sum(n)
		if got := x.at(hex.EncodeToString(s[:])); got != n {
			t.Fatalf("sum %d is entry %d", n, got)
		}
	}
	for n := range 2 * many {
		s := sum(n)
		want := n
		if n >= many {
			want = -1
		}
		if got := x.find(hex.EncodeToString(s[:])); got != want {
			t.Fatalf("sum %d is found as %d", n, got)
		}
		if got := x.beginning(s[:16]); got != want {
			t.Fatalf("the beginning of sum %d is found as %d", n, got)
		}
	}
	if len(x.entries) != many {
		t.Errorf("%d entries", len(x.entries))
	}
}

// Sums that begin alike, as no hashes do, stay apart.
func TestIndexKeepsLikeSumsApart(t *testing.T) {
	x := newIndex()
	for n := range 100 {
		var s [32]byte
		s[31] = byte(n)
		if got := x.at(hex.EncodeToString(s[:])); got != n {
			t.Fatalf("sum %d is entry %d", n, got)
		}
	}
	for _, bad := range []string{"", "00", "no hash"} {
		if x.at(bad) != -1 || x.find(bad) != -1 {
			t.Errorf("%q is a sum", bad)
		}
	}
}
