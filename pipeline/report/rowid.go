package report

import (
	"crypto/sha256"
	"encoding/base32"
)

// rowDigits are those of Crockford's base 32, in lower case: no letter of them
// is taken for a digit, and no case is lost in a spreadsheet.
var rowDigits = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// RowID makes the id of a row of a document from the hash of what tells the row
// from others. It begins as the document's id does, so that a column of them,
// each written behind the one before, takes little room: nothing packs the
// rest. That rest has 40 bits, of which two of a thousand rows of a document
// have the same once in two million documents.
func RowID(doc string, sum [sha256.Size]byte) string {
	return string(AppendRowID(make([]byte, 0, 16), doc, sum))
}

// AppendRowID appends RowID to b. The ids of one document are equally long.
func AppendRowID(b []byte, doc string, sum [sha256.Size]byte) []byte {
	return rowDigits.AppendEncode(append(b, doc[:min(len(doc), 8)]...), sum[:5])
}
