// Package msg reads the messages that Outlook saves (msg).
//
// Such a file is a compound file with one stream for each property. The body is
// read in its best form: HTML, rich text, plain text. Files that were sent
// along are attachments, and so are messages inside the message, which become
// mails. Subject, sender and date are metadata.
package msg
