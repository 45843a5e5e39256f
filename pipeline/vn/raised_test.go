package vn_test

import (
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/vn"
)

func TestRaisedDigits(t *testing.T) {
	for r := range rune(0x2100) {
		if got, want := vn.IsRaisedDigit(r), strings.ContainsRune(vn.RaisedDigits, r); got != want {
			t.Errorf("%q: %v, want %v", r, got, want)
		}
	}
}
