// Package ocr reads pictures of pages with Tesseract, where it is installed
// with its Vietnamese data.
//
// Tesseract runs as a program of its own, in a process group, with limits on
// its memory and time and one thread: the workers of the run are the
// parallelism. What it read is kept in a cache by the content of the picture,
// as a page costs a second and the same scan comes again with every run.
//
// A red stamp is taken out of the picture before it becomes grey. Its ring and
// star lie over the signature and the last lines, and Tesseract reads them as
// letters.
package ocr
