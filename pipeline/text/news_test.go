package text

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/charset"
	"github.com/tongket/tongket/pipeline/report"
)

// TestUnicodeNewsIsNeverConverted reads a folder of Unicode texts, given in
// TONGKET_NEWS, and fails for every text in which a paragraph is taken for an
// old encoding. It takes about a minute for 20,000 news articles:
//
//	TONGKET_NEWS=~/vietnews go test ./pipeline/text -run UnicodeNews -v
func TestUnicodeNewsIsNeverConverted(t *testing.T) {
	dir := os.Getenv("TONGKET_NEWS")
	if dir == "" {
		t.Skip("TONGKET_NEWS names no folder of texts")
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil {
		t.Fatal(err)
	}
	texts, paragraphs, wrong, bytes := 0, 0, 0, 0
	var damage Damage
	for _, name := range files {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts++
		bytes += len(data)
		s, encoding := charset.Decode(data)
		if encoding != "UTF-8" && encoding != "ASCII" {
			t.Errorf("%s: taken for %s", name, encoding)
		}
		raw := &report.Raw{Wrapped: true}
		for line := range strings.SplitSeq(s, "\n") {
			paragraphs++
			if e, ok := charset.Detect(line); ok {
				t.Errorf("%s: %s: %q becomes %q", name, e, line, e.Convert(line))
			}
			raw.Parts = append(raw.Parts, report.Simple(report.Paragraph, line))
		}
		result, err := Explain(t.Context(), raw)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if err := Check(result.Document); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, n := range result.Document.Notes {
			if n.Code == "encoding" && !strings.HasPrefix(n.Text, "decomposed") || n.Code == "damaged" {
				t.Errorf("%s: %s", name, n.Text)
				wrong++
			}
		}
		damage.Words += result.Damage.Words
		damage.Broken += result.Damage.Broken
		damage.Syllables = damage.Syllables.Add(result.Damage.Syllables)
	}
	t.Logf("%d texts, %d paragraphs, %.1f MB: %d converted or called damaged; %d of %d words broken; %d of %d marked words are syllables (%.4f)",
		texts, paragraphs, float64(bytes)/1e6, wrong, damage.Broken, damage.Words, damage.Syllables.Valid, damage.Syllables.Marked, damage.Syllables.Share())
}
