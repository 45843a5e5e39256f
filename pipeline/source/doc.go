// Package source finds the inputs of a run: files, folders, the members of
// archives, and the paths of a list on standard input, as report.Blobs in a
// stable order.
//
//	for blob := range source.Open(ctx, []string{"archive/2020", "bao-cao.zip"}, source.Options{}) {
//		…
//	}
//
// Nothing is lost on the way: an unreadable folder, a locked archive or a pipe
// is a blob too, whose Err says why it has no content, and the walk goes on.
// Only what is nobody's document is left out: hidden files, lock files of Word
// and LibreOffice, Thumbs.db and the like.
//
// Archives (zip, 7z, rar, tar and single files packed with gzip, bzip2, xz or
// zstandard) are known by their content, whatever their name, and may lie in
// one another. All that unpacks from one input counts against one budget, so a
// bomb ends in a reason. Members are read into memory, never onto a disk: their
// names are only names.
package source
