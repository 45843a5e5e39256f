// Package mail reads mails as mail programs save them (eml) and mailboxes.
//
// Of the forms of a body that a mail holds the one with structure is read.
// Files that were sent along, and mails inside the mail, are attachments:
// documents of their own. Subject, sender and date are metadata. Pictures of
// the body, signatures and receipts are left.
package mail
