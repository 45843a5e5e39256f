// Package picture reads pages that were scanned into picture files: PNG, JPEG,
// and TIFF with one page or many.
//
// The characters come from an OCR engine, their order and their tables from
// package layout, as for the scanned pages of a PDF. What a picture says of its
// density is believed only where it makes a page of a size that paper has; a
// scanner's driver that knows nothing writes 72.
package picture
