package mimex

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/htmlindex"
)

// toUTF8 decodes text in a character set that its part declares, unless it is a
// Western one, which may stand for any old Vietnamese encoding, or the bytes
// are UTF-8 whatever the part says. UTF-16 shows by its zero bytes.
func toUTF8(text []byte, set string) []byte {
	e := foreign(set)
	if e == nil || utf8.Valid(text) && e != iso2022 && bytes.IndexByte(text, 0) < 0 {
		return text
	}
	out, err := e.NewDecoder().Bytes(text)
	if err != nil {
		return text
	}
	return out
}

// iso2022 writes Japanese in ASCII, so that its text is valid UTF-8 as it is.
var iso2022 = func() encoding.Encoding {
	e, err := htmlindex.Get("iso-2022-jp")
	if err != nil {
		panic(err) // the table has it
	}
	return e
}()

func foreign(set string) encoding.Encoding {
	set = strings.ToLower(strings.TrimSpace(set))
	if strings.HasPrefix(set, "utf-8") {
		return nil
	}
	e, err := htmlindex.Get(set)
	if err != nil || e == charmap.Windows1252 || e == charmap.XUserDefined || e == encoding.Replacement {
		return nil
	}
	return e
}
