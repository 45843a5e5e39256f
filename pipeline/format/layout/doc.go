// Package layout makes paragraphs and tables of the characters of printed
// pages: of the text layer of a PDF, or of what an OCR engine read.
//
//	b := layout.New()
//	b.Fonts(fonts)
//	for … {
//		b.Page(layout.Page{Number: 1, Width: 595, Height: 842, Glyphs: glyphs, Rules: rules})
//	}
//	parts := b.Parts()
//
// A page is characters at places, and the order in which a file keeps them
// means nothing: a producer whose font lacks a letter writes that letter behind
// the line, so that "Hà Nội" comes as "Hà N i … ộ". So everything is built from
// the places alone:
//
//  1. ruling lines make grids, and characters inside a grid belong to its cells;
//  2. the others make rows by their baselines, and rows fall apart at wide gaps;
//  3. a gap that goes down through several rows is a gutter: the columns beside
//     it are read one after the other. Short columns are a layout table, such as
//     the head of a Party document, whose left cell comes before the right one;
//  4. rows become paragraphs by their distance, their indent, and whether the
//     first word of a row would still have fitted on the row above;
//  5. what stands at the same place of many pages is a running head, and a
//     paragraph or table that a page break cuts is put together again.
//
// Coordinates are points from the upper left corner of the page.
package layout
