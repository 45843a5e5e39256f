package pdf

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/tongket/tongket/pipeline/report"
)

// Whatever is read without PDFium is what PDFium reads.
func TestDirectIsPDFium(t *testing.T) {
	// Where the letters of a font reach over their widths, PDFium's boxes do too.
	// Here a line of the head then counts as the end of the one above.
	apart := map[string]bool{"form.pdf": true}
	direct := 0
	for _, dir := range []string{"testdata", "../../../testdata/formats"} {
		names, err := filepath.Glob(filepath.Join(dir, "*.pdf"))
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d files, %v", dir, len(names), err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			r := New(Config{})
			got, err := readDirect(t.Context(), data, r.c.Limits)
			if err != nil {
				continue
			}
			direct++
			want, err := r.readWhole(t.Context(), data)
			if err != nil {
				t.Errorf("%s: only without PDFium: %v", name, err)
				continue
			}
			if apart[filepath.Base(name)] {
				got.Parts, want.Parts = letters(got.Parts), letters(want.Parts)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s:\n%s", name, diff)
			}
		}
	}
	if direct < 8 {
		t.Errorf("%d files were read without PDFium", direct)
	}
}

// letters makes one part of the letters of all.
func letters(parts []report.Part) []report.Part {
	var all strings.Builder
	for _, p := range parts {
		all.WriteString(strings.Join(strings.Fields(p.Text()), ""))
	}
	return []report.Part{report.Simple(report.Paragraph, all.String())}
}

// sample writes a file with one page and a font whose letters are known. The
// entries are of the page, the catalogue and the font.
func sample(content, page, catalogue, font string) []byte {
	widths := strings.Repeat("500 ", 95)
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R" + catalogue + ">>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>/XObject<</X1 7 0 R>>/Properties<</P1<</ActualText(Anh)>>>>>>" + page + ">>",
		fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/TrueType/BaseFont/Arial/Encoding/WinAnsiEncoding/FirstChar 32/Widths[" + widths + "]/FontDescriptor 6 0 R" + font + ">>",
		"<</Type/FontDescriptor/FontName/Arial/Flags 32/StemV 80/Ascent 905/Descent -212/FontBBox[-600 -300 2000 1000]>>",
		"<</Type/XObject/Subtype/Form/BBox[0 0 100 100]/Length 0>>\nstream\n\nendstream",
	}
	var b strings.Builder
	b.WriteString("%PDF-1.7\n")
	var places []int
	for i, o := range objects {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return []byte(b.String())
}

// Text, lines and tables, however they are placed, are the same with and without
// PDFium.
func TestDirectContent(t *testing.T) {
	for name, content := range map[string]string{
		"lines":      "BT /F1 14 Tf 72 700 Td (Dai hoi Dang bo xa) Tj 0 -20 Td (Thoi gian: ngay 4) Tj ET",
		"leading":    "BT /F1 14 Tf 16 TL 72 700 Td (mot) Tj T* (hai) Tj (ba) ' 2 1 (bon nam) \" ET",
		"kerning":    "BT /F1 14 Tf 72 700 Td [(Da) -20 (i) -500 (hoi) 30] TJ [-2000 (Dang)] TJ ET",
		"escapes":    `BT /F1 14 Tf 72 700 Td (a\(b\)c \101\102 (d) e) Tj <2041 42> Tj ET`,
		"matrix":     "q 0.5 0 0 0.5 0 0 cm BT /F1 28 Tf 1 0 0 1 144 1400 Tm (nho) Tj ET Q BT /F1 14 Tf 72 600 Td (lon) Tj ET",
		"scale":      "BT /F1 14 Tf 80 Tz 2 Tc 3 Tw 72 700 Td (hep va thua) Tj 5 Ts (cao) Tj ET",
		"turned":     "BT /F1 14 Tf 0 1 -1 0 300 200 Tm (doc theo trang) Tj ET",
		"oblique":    "BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (MAT) Tj ET BT /F1 14 Tf 72 700 Td (noi dung) Tj ET",
		"restored":   "BT /F1 14 Tf 72 700 Td q 20 0 0 20 0 0 cm Q (mot) Tj ET",
		"marked":     "/P <</MCID 0>> BDC BT /F1 14 Tf 72 700 Td (doan) Tj ET EMC",
		"two spaces": "BT /F1 14 Tf 72 700 Td (mot  hai) Tj ( ) Tj (ba ) Tj ( bon) Tj ET",
		"table": "BT /F1 10 Tf 60 705 Td (TT) Tj 50 0 Td (Nu) Tj -50 -20 Td (1) Tj 50 0 Td (3) Tj ET " +
			"50 680 m 150 680 l S 50 700 m 150 700 l S 50 720 m 150 720 l S 50 680 100 40 re S 100 680 m 100 720 l S",
		"thin boxes": "BT /F1 10 Tf 60 705 Td (TT) Tj 50 0 Td (Nu) Tj -50 -20 Td (1) Tj 50 0 Td (3) Tj ET " +
			"50 680 100 0.5 re 50 700 100 0.5 re 50 720 100 0.5 re f 50 680 0.5 40 re f 100 680 0.5 40 re f 150 680 0.5 40 re f*",
		"clipped": "q 0 0 595 842 re W n BT /F1 14 Tf 72 700 Td (trong khung) Tj ET Q",
		"raised":  "BT /F1 14 Tf 72 700 Td (co 248/250) Tj /F1 8 Tf 5 Ts (1) Tj 0 Ts /F1 14 Tf ( dai bieu 41) Tj /F1 8 Tf 0 5 Td 143 0 Td (2) Tj ET",
		"curves":  "100 100 m 120 140 160 140 180 100 c 100 100 l h S BT /F1 14 Tf 72 700 Td (hinh) Tj ET",
	} {
		data := sample(content, "", "", "")
		r := New(Config{})
		got, err := readDirect(t.Context(), data, r.c.Limits)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		want, err := r.readWhole(t.Context(), data)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s:\n%s", name, diff)
		}
	}
}

// Figures end where the mark of a note begins, and a note begins with its own.
func TestRaisedDigits(t *testing.T) {
	up := func(size, rise, text string) string {
		return "/F1 " + size + " Tf " + rise + " Ts (" + text + ") Tj /F1 14 Tf 0 Ts "
	}
	for _, c := range []struct{ name, content, want string }{
		{"behind a figure", "(248/250) Tj " + up("8", "5", "1") + "( dai bieu) Tj", "248/250¹ dai bieu"},
		{"behind a short figure", "(4) Tj " + up("9", "4.6", "12") + "( nu) Tj", "4¹² nu"},
		{"several", "(250) Tj " + up("8", "5", "1,2") + "( dai bieu) Tj", "250¹,² dai bieu"},
		{"in brackets", "(250) Tj " + up("8", "5", "(3)") + "( dai bieu) Tj", "250(³) dai bieu"},
		{"a note's own", up("8", "5", "3") + "( Vang 02 dong chi) Tj", "³ Vang 02 dong chi"},
		{"a square", "(120 m) Tj " + up("8", "5", "2") + "(.) Tj", "120 m²."},
		{"small on the line", "(nam 20) Tj " + up("8", "0", "20") + "( co) Tj", "nam 2020 co"},
		{"low", "(CO) Tj " + up("8", "-3", "2") + "( giam) Tj", "CO2 giam"},
		{"as browsers set it", "(co 248) Tj " + up("11.6", "4.7", "1") + "( dai bieu) Tj", "co 248¹ dai bieu"},
		{"raised but large", "(nam 20) Tj " + up("12", "2.3", "20") + "( co) Tj", "nam 2020 co"},
		{"long", "(khoa ) Tj " + up("8", "5", "2020") + "( co) Tj", "khoa 2020 co"},
		{"text of its own", "(khoa ) Tj " + up("8", "5", "ngay 4") + "( co) Tj", "khoa ngay 4 co"},
	} {
		data := sample("BT /F1 14 Tf 72 700 Td "+c.content+" ET", "", "", "")
		r := New(Config{})
		for how, read := range map[string]func() (*report.Raw, error){
			"direct": func() (*report.Raw, error) { return readDirect(t.Context(), data, r.c.Limits) },
			"PDFium": func() (*report.Raw, error) { return r.readWhole(t.Context(), data) },
		} {
			raw, err := read()
			if err != nil {
				t.Errorf("%s, %s: %v", c.name, how, err)
				continue
			}
			if got := textOfParts(raw.Parts); got != c.want {
				t.Errorf("%s, %s: %q, want %q", c.name, how, got, c.want)
			}
		}
	}
}

// A page that is drawn twice to look bold has each letter once, also the figures
// of one digit.
func TestDrawnTwice(t *testing.T) {
	for _, apart := range []string{"0", "0.4"} {
		content := "BT /F1 14 Tf 72 700 Td (7) Tj ET BT /F1 14 Tf 72 680 Td (11 nu) Tj ET"
		again := strings.NewReplacer("72 700", apart+" 0 Td 72 700", "72 680", apart+" 0 Td 72 680").Replace(content)
		raw, err := New(Config{}).Read(t.Context(), sample(content+" "+again, "", "", ""))
		if err != nil {
			t.Fatal(err)
		}
		if got := textOfParts(raw.Parts); got != "7 11 nu" && got != "7|11 nu" {
			t.Errorf("%s apart: %q", apart, got)
		}
	}
}

// textOfParts is what parts say, one behind the other.
func textOfParts(parts []report.Part) string {
	var all []string
	for _, p := range parts {
		all = append(all, p.Text())
	}
	return strings.Join(all, "|")
}

// What PDFium does more about than to take it is left to PDFium.
func TestNotDirect(t *testing.T) {
	const text = "BT /F1 14 Tf 72 700 Td (Dai hoi) Tj ET "
	for name, data := range map[string][]byte{
		"a form":                        sample(text, "", "/AcroForm<</Fields[]>>", ""),
		"a file attached":               sample(text, "", "/Names<</EmbeddedFiles<</Names[(a)5 0 R]>>>>", ""),
		"a note typed onto the page":    sample(text, "/Annots[<</Type/Annot/Subtype/FreeText/Contents(a)>>]", "", ""),
		"a drawing by name":             sample(text+"/X1 Do", "", "", ""),
		"a picture in the text":         sample(text+"BI /W 1 /H 1 ID x EI", "", "", ""),
		"text that stands for another":  sample("/Span /P1 BDC "+text+"EMC", "", "", ""),
		"text drawn twice to look bold": sample(text+"BT /F1 14 Tf 72.3 700 Td (Dai hoi) Tj ET", "", "", ""),
		"a letter drawn twice":          sample("BT /F1 14 Tf 72 700 Td (a) Tj 0.4 0 Td (a) Tj ET", "", "", ""),
		"letters of the font's own":     sample("BT /F1 14 Tf 72 700 Td (\xa7\xb9i h\xe9i) Tj ET", "", "", ""),
		"letters without a width":       sample("BT /F1 14 Tf 72 700 Td (a\x07) Tj ET", "", "", ""),
		"other letters for the codes":   sample(text, "", "", "/Encoding<</Differences[65/B]>>"),
		"no text":                       sample("q Q", "", "", ""),
		"no operator":                   sample(text+"XX", "", "", ""),
		"a cut file":                    sample(text, "", "", "")[:400],
		"a shifted table":               append([]byte("%PDF-1.7\n%\n"), sample(text, "", "", "")[9:]...),
	} {
		if _, err := readDirect(t.Context(), data, Limits{}.withDefaults()); err == nil {
			t.Errorf("%s: read without PDFium", name)
		}
	}
	if _, err := readDirect(t.Context(), sample(text, "", "", ""), Limits{}.withDefaults()); err != nil {
		t.Errorf("the plain page itself: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := readDirect(ctx, sample(text, "", "", ""), Limits{}.withDefaults()); err == nil {
		t.Error("nobody waited any longer")
	}
}

// A line's hyphen, and the letter of TCVN3 that has its code, stay at the end of a line.
func TestHyphenAtLineEnd(t *testing.T) {
	data := sample("BT /F1 14 Tf 72 700 Td (Ban Chap hanh non-) Tj 0 -20 Td (reversible) Tj ET", "", "", "")
	raw, err := New(Config{}).readWhole(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.ContainsFunc(raw.Parts, func(p report.Part) bool { return strings.Contains(p.Text(), "non-") }) {
		t.Errorf("%v", raw.Parts)
	}
}

// Whatever is on a page, reading it without PDFium comes to an end.
func FuzzDirect(f *testing.F) {
	for _, s := range []string{"BT /F1 14 Tf 72 700 Td (Dai) Tj [(a) 1 (b)] TJ ET", "1 2 m 3 4 l S 1 2 3 4 re B", "q 1 0 0 1 0 0 cm Q", "<</A[1 2]>> BDC <41> '"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, content string) {
		raw, err := readDirect(t.Context(), sample(content, "", "", ""), Limits{}.withDefaults())
		if err == nil && len(raw.Parts) == 0 {
			t.Errorf("%q: nothing, and no error", content)
		}
	})
}

// A font that keeps to itself which letters its codes are gives signs for them: such
// a page is one to look at, as a scan is, and no text.
func TestLettersThatMeanNothing(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want bool
	}{
		"numbered from !":       {`"!#$ %&'"! !"( "#&' $$#@ ?>! "A&'# $!"B <#>`, true},
		"a table with per cent": {"12,5% (41/328); 17,9% [1]; 100% (2/2) & 3,1%", false},
		"VIQR":                  {"DDa?ng bo^. ti?nh DDi.nh ti'nh to^?ng ke^'t dda.i ho^.i", false},
	} {
		escaped := strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(c.text)
		raw, err := New(Config{}).Read(t.Context(), sample("BT /F1 14 Tf 72 700 Td ("+escaped+") Tj ET", "", "", ""))
		if err != nil {
			t.Fatal(err)
		}
		f, unread := errors.AsType[*report.Failure](raw.Err)
		if unread = unread && f.Reason == report.MissingTool; unread != c.want {
			t.Errorf("%s: unread %v, want %v: %v", name, unread, c.want, raw.Err)
		}
	}
}
