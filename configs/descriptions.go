package configs

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed descriptions_vi.tsv
var descriptionsVI string

// vietnamese are the descriptions of tables and columns by their English ones.
// They shape no row, so they are no part of a profile, and are read only when
// somebody writes a workbook.
var vietnamese = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(descriptionsVI) {
		if en, vi, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); ok && !strings.HasPrefix(line, "#") {
			out[en] = vi
		}
	}
	return out
})

// Describe returns a description of a table or column in a language ("vi" or
// "en"); one that a user's own profile wrote stays as it is.
func Describe(description, lang string) string {
	if vi := vietnamese()[description]; vi != "" && lang != "en" {
		return vi
	}
	return description
}
