// Package ooxml opens zipped office files: the packages of Word and Excel, and
// the zip of OpenDocument.
//
// A Package reads members into memory under a budget, keeps what a damaged
// member gave before its damage, finds members again when a cut file has lost
// its directory, follows relationships instead of fixed names, and reads the
// properties that every office package carries.
package ooxml
