// Package mimex takes mails and saved web pages apart: header fields, parts
// inside parts, transfer encodings, names in any character set.
//
// It gives what is there of a broken message: a line of a header that is no
// field is passed by, a part that does not end is as long as the file, letters
// that were not encoded are taken as they are. The libraries for mail stop at
// the first of these. Text is left in its own character set when that is a
// Western one or not said, because old Vietnamese encodings travel as
// Windows-1252 and only their reader can tell.
package mimex
