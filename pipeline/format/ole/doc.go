// Package ole opens compound files, the containers of Word, Excel and Outlook
// from before 2007.
//
// It is for files that nobody vouches for: a file that was cut short gives the
// streams, and the parts of streams, that are left; chains that run in a ring
// end; nothing is allocated on the word of the file alone.
package ole
