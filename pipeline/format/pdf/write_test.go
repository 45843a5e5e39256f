package pdf_test

import (
	"bytes"
	"fmt"
)

// file writes a PDF from the bodies of its objects, numbered from 1. The first
// one is the catalogue.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	places := make([]int, len(objects))
	for i, o := range objects {
		places[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, p := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", p)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

func stream(content string) string {
	return fmt.Sprintf("<</Length %d>>\nstream\n%s\nendstream", len(content), content)
}

// onePage writes a page of the given content, with the fonts /F1 and /F2 of the
// given names and entries added to the page.
func onePage(content, font1, font2, entries string) []byte {
	return file(
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>"+entries+">>",
		stream(content),
		"<</Type/Font/Subtype/Type1/BaseFont/"+font1+"/Encoding/WinAnsiEncoding>>",
		"<</Type/Font/Subtype/Type1/BaseFont/"+font2+"/Encoding/WinAnsiEncoding>>",
	)
}

// manyPages writes n pages that share one content.
func manyPages(n int, content string) []byte {
	objects := []string{"<</Type/Catalog/Pages 2 0 R>>", "", stream(content), "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"}
	kids := ""
	for i := range n {
		kids += fmt.Sprintf("%d 0 R ", len(objects)+1)
		_ = i
		objects = append(objects, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>")
	}
	objects[1] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", kids, n)
	return file(objects...)
}
