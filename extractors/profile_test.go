package extractors

import (
	"testing"

	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
)

// The embedded profile loads, and every example of every rule comes out right.
func TestEmbeddedProfile(t *testing.T) {
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	s, err := New(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Check(func(text string) (*report.Document, error) { return scan.Plain(text), nil }); err != nil {
		t.Fatal(err)
	}
}
