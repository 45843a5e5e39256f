package configs

import (
	"bytes"
	"fmt"
	"unicode/utf8"
)

// utf8Text returns the text of a user's file without its byte order mark. Letters in
// another encoding would be words that no report has.
func utf8Text(file string, data []byte) ([]byte, error) {
	if bytes.HasPrefix(data, []byte{0xff, 0xfe}) || bytes.HasPrefix(data, []byte{0xfe, 0xff}) {
		return nil, fmt.Errorf("%s: the file is in UTF-16; save it as UTF-8", file)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	line := 1
	for l := range bytes.Lines(data) {
		switch {
		case bytes.IndexByte(l, 0) >= 0:
			return nil, fmt.Errorf("%s:%d: a byte 0 stands there: the file is in UTF-16, or no text; save it as UTF-8", file, line)
		case !utf8.Valid(l):
			return nil, fmt.Errorf("%s:%d: the line is not in UTF-8; save the file as UTF-8", file, line)
		}
		line++
	}
	return data, nil
}
