package person_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/tongket/tongket/extractors/scan"
)

func TestZZBank(t *testing.T) {
	name := os.Getenv("BANK")
	if name == "" {
		t.Skip()
	}
	r := newReading(t)
	data, _ := os.ReadFile(name)
	type cs struct {
		sentence
		typ string
	}
	var out []cs
	typ := "report"
	for line := range strings.Lines(string(data)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '@':
			typ = line[1:]
		case strings.HasPrefix(line, ">+ "):
			out[len(out)-1].text += "\n" + line[3:]
		case strings.HasPrefix(line, "> "):
			out = append(out, cs{sentence{text: line[2:]}, typ})
			typ = "report"
		default:
			s := &out[len(out)-1]
			s.rows = append(s.rows, line)
		}
	}
	head := func(s string) string {
		a, _, _ := strings.Cut(s, " [")
		return a
	}
	el := func(ss []string) (o []string) {
		for _, s := range ss {
			if strings.Contains(s, ": elected") {
				o = append(o, head(s))
			}
		}
		return
	}
	nr := func(ss []string) (o []string) {
		for _, s := range ss {
			n, role, _ := strings.Cut(head(s), ": ")
			role, _, _ = strings.Cut(role, " ")
			o = append(o, n+": "+role)
		}
		return
	}
	sc := map[string]*[3]int{}
	count := func(k string, want, got []string) {
		if sc[k] == nil {
			sc[k] = new([3]int)
		}
		w := slices.Clone(want)
		for _, g := range got {
			if i := slices.Index(w, g); i >= 0 {
				w = slices.Delete(w, i, i+1)
				sc[k][0]++
			} else {
				sc[k][1]++
			}
		}
		sc[k][2] += len(w)
	}
	whole := 0
	for _, c := range out {
		id := district
		id.Type = c.typ
		got := r.rows(scan.Plain(c.text), id)
		count("full", c.rows, got)
		count("name+role", nr(c.rows), nr(got))
		count("elected", el(c.rows), el(got))
		a, b := slices.Clone(c.rows), slices.Clone(got)
		slices.Sort(a)
		slices.Sort(b)
		if slices.Equal(a, b) {
			whole++
			continue
		}
		if os.Getenv("SHOW") != "" {
			fmt.Printf("> %s\n", c.text)
			for _, x := range a {
				if !slices.Contains(b, x) {
					fmt.Println("   -", x)
				}
			}
			for _, x := range b {
				if !slices.Contains(a, x) {
					fmt.Println("   +", x)
				}
			}
		}
	}
	for _, k := range []string{"name+role", "elected", "full"} {
		v := sc[k]
		fmt.Printf("%s: F1 %.3f right %d extra %d missed %d\n", k, 2*float64(v[0])/float64(2*v[0]+v[1]+v[2]), v[0], v[1], v[2])
	}
	fmt.Printf("%d of %d passages whole\n", whole, len(out))
}
