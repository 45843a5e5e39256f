package configs

import "testing"

// Every description of the embedded codebook is there in Vietnamese, and none
// that it no longer has.
func TestDescriptionsAreTranslated(t *testing.T) {
	p, err := Embedded()
	if err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	for _, table := range p.Tables {
		used[table.Description] = true
		for _, c := range table.Columns {
			used[c.Description] = true
			for _, code := range c.Codes {
				used[code.Description] = true
			}
		}
	}
	delete(used, "")
	for d := range used {
		if vietnamese()[d] == "" {
			t.Errorf("descriptions_vi.tsv lacks %q", d)
		}
	}
	for d := range vietnamese() {
		if !used[d] {
			t.Errorf("descriptions_vi.tsv translates %q, which no table says", d)
		}
	}
}
