package report

import "strings"

// ReadAs returns what the program read in a column that a reviewer corrected;
// ok is false for a column that stands as it was read. The column corrected of
// a row says it: "value: 15; place: huyện Long Hồ".
func (r Row) ReadAs(column string) (read string, ok bool) {
	for part := range strings.SplitSeq(r.Get("corrected").Text(), "; ") {
		if read, ok = strings.CutPrefix(part, column+": "); ok {
			return read, true
		}
	}
	return "", false
}
