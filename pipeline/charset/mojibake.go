package charset

import (
	"strings"
	"unicode/utf8"
)

// UTF8Twice is UTF-8 that some program took for Windows-1252 and wrote as UTF-8
// again: "Ä\u0090áº£ng" is Đảng.
var UTF8Twice = Encoding{scheme: &scheme{name: "UTF-8 twice", whole: decodeTwice, encode: encodeTwice}}

// decodeTwice undoes the mistake in every stretch that is UTF-8 when read so;
// the rest stays.
func decodeTwice(s string) string {
	var out strings.Builder
	out.Grow(len(s))
	bytes := make([]byte, 0, len(s))
	starts := make([]int, 0, len(s)) // of each byte's character in s
	flush := func(end int) {
		starts = append(starts, end)
		for i := 0; i < len(bytes); {
			r, size := utf8.DecodeRune(bytes[i:])
			if r == utf8.RuneError {
				out.WriteString(s[starts[i]:starts[i+1]])
				i++
				continue
			}
			out.WriteRune(r)
			i += size
		}
		bytes, starts = bytes[:0], starts[:0]
	}
	for i, r := range s {
		if b, ok := byteOf1252(r); ok {
			bytes, starts = append(bytes, b), append(starts, i)
			continue
		}
		flush(i)
		out.WriteRune(r)
	}
	flush(len(s))
	return out.String()
}

func encodeTwice(s string) ([]byte, int) { return []byte(latin([]byte(s))), 0 }
