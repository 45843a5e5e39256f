// Package signed takes what was signed out of files of PKCS #7 (CMS): a mail
// whose text and files stand inside its signature (smime.p7m), or a document
// that was signed as a file (bao-cao.docx.p7m).
//
// Signatures are not judged: whether a report was signed by whom it says is no
// question of its text. What is encrypted stays locked, and a signature that
// stands beside its text (smime.p7s) holds nothing to read.
package signed
