package scan

import (
	"strings"

	"github.com/tongket/tongket/pipeline/report"
)

// Identity is what other rules need to know of the document as a whole.
type Identity struct {
	Type       string // doc_type
	Date       report.Date
	Province   string
	Unit       string // org_unit
	Level      string // org_level
	Ordinal    int
	Start, End int // term
	// Outside says that the document is about bodies that are no Party
	// organisations: a People's Council, an association, a foreign party.
	Outside bool
}

// Since2025 reports whether the document belongs to the two-level order of July 2025, in
// which organisations of communes stand directly above the grassroots. Without a date it
// is told by the congress: those of the new communes are first ones.
func (id *Identity) Since2025() bool {
	if id.Start == 2025 && id.Level == "upper_grassroots" && (strings.HasPrefix(id.Unit, "Đảng bộ xã ") || strings.HasPrefix(id.Unit, "Đảng bộ phường ")) {
		return true // set up in June for July
	}
	if d := id.Date; !d.IsZero() {
		return d.Year > 2025 || d.Year == 2025 && (d.Month >= 7 || d.Month == 0 && id.Start == 2025)
	}
	return id.Start == 2025 && id.Ordinal == 1
}
