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
		if got := x.at(ID(hex.EncodeToString(s[:]))); got != n {
			t.Fatalf("sum %d is entry %d", n, got)
		}
	}
	for n := range 2 * many {
		s := sum(n)
		want := n
		if n >= many {
			want = -1
		}
		if got := x.find(ID(hex.EncodeToString(s[:]))); got != want {
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
		if got := x.at(ID(hex.EncodeToString(s[:]))); got != n {
			t.Fatalf("sum %d is entry %d", n, got)
		}
	}
	for _, bad := range []ID{"", "00", "no hash"} {
		if x.at(bad) != -1 || x.find(bad) != -1 {
			t.Errorf("%q is a sum", bad)
		}
	}
}

// Bytes under names of several kinds are several entries, each of which says
// what it was made for, and all of which have the same bytes.
func TestIndexTellsKindsOfNamesApart(t *testing.T) {
	x := newIndex()
	s := sha256.Sum256([]byte("một văn bản"))
	sum := hex.EncodeToString(s[:])
	ids := []ID{MakeID(sum, ".txt"), MakeID(sum, ""), MakeID(sum, ".md")}
	other := sha256.Sum256([]byte("văn bản khác"))
	x.at(MakeID(hex.EncodeToString(other[:]), ".md"))
	for n, id := range ids {
		if got := x.at(id); got != n+1 {
			t.Errorf("%s is entry %d, want %d", id, got, n+1)
		}
	}
	for n, id := range ids {
		i := x.find(id)
		if i != n+1 || x.id(i) != id || x.alike(i) != 1 || !x.shared(i) {
			t.Errorf("%s is found as %d, made for %s, like %d, shared %v", id, i, x.id(i), x.alike(i), x.shared(i))
		}
	}
	if x.alike(0) != 0 || x.shared(0) {
		t.Errorf("other bytes: like %d, shared %v", x.alike(0), x.shared(0))
	}
}
