package identity_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scoretest"
)

// The texts of testdata/spread were written with what they are before the rules
// were tried on them, every second one into the check half, which is only counted.
// "> " begins a text, ">+ " its next paragraph; the line below is what it is, as the
// other tests write it.
func TestSpread(t *testing.T) {
	set := newSet(t)
	scoretest.Halves(t, func(name string, tell bool) string {
		fields, right, whole := 0, 0, 0
		all := spread(t, name)
		for _, a := range all {
			got := show(identity(t, set, a.text))
			of, ok := agree(a.want, got)
			fields, right = fields+of, right+ok
			if got == a.want {
				whole++
			} else if tell {
				t.Logf("%s\n  got  %s\n  want %s", a.text, got, a.want)
			}
		}
		return fmt.Sprintf("%d of %d fields, %d of %d texts whole", right, fields, whole, len(all))
	})
}

// agree counts the fields of an identity and those that two have alike.
func agree(want, got string) (fields, right int) {
	parts := func(s string) []string {
		whose := strings.Split(s, " | ")
		return append(append(strings.Fields(whose[0]), strings.Split(whose[1], ", ")...), strings.Split(whose[2], ", ")...)
	}
	w, g := parts(want), parts(got)
	for i := range min(len(w), len(g)) {
		if w[i] == g[i] {
			right++
		}
	}
	return len(w), right
}

func spread(t *testing.T, name string) (out []article) {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for l := range strings.Lines(string(data)) {
		l = strings.TrimRight(l, "\n")
		switch {
		case l == "" || l[0] == '#':
		case strings.HasPrefix(l, ">+ "):
			out[len(out)-1].text += l[3:] + "\n"
		case strings.HasPrefix(l, "> "):
			out = append(out, article{text: l[2:] + "\n"})
		default:
			out[len(out)-1].want = l
		}
	}
	return out
}
