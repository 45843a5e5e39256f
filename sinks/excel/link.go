package excel

import (
	"net/url"
	"strings"
	"unicode/utf16"
)

// linkLimit is the longest target that HYPERLINK takes, and the longest text in
// quotation marks that a formula takes.
const linkLimit = 255

// short returns a path that was escaped as an address with its letters written
// out again, when the address is too long for a link: a Vietnamese letter takes
// up to nine characters escaped. Programs take both.
func short(target string) string {
	if !tooLong(target) {
		return target
	}
	plain, err := url.PathUnescape(target)
	if err != nil {
		return target
	}
	return strings.NewReplacer("%", "%25", "#", "%23", "?", "%3F").Replace(plain)
}

// hyperlink returns the formula of a link, "" when the target cannot be one.
// Both texts stand in quotation marks, doubled inside, so that nothing in a
// file's name can end them. shown is "" where the cell's own value is written
// by number.
func hyperlink(target, shown string) string {
	if !linkable(target) || tooLong(shown) {
		return ""
	}
	if shown == "" {
		return "HYPERLINK(" + literal(target) + ")"
	}
	return "HYPERLINK(" + literal(target) + "," + literal(shown) + ")"
}

// tooLong reports whether a text has more UTF-16 units than a formula takes.
func tooLong(s string) bool {
	return len(s) > linkLimit && len(utf16.Encode([]rune(s))) > linkLimit
}

// literal returns s as a text in a formula.
func literal(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }

// linkable reports whether a target is a place in the book, a path beside it or
// an address that a reader expects: no script, no share of another machine.
func linkable(target string) bool {
	if target == "" || !printable(target) || strings.ContainsAny(target, "\n\t") || tooLong(target) {
		return false
	}
	if strings.HasPrefix(target, `\\`) || strings.HasPrefix(target, "//") {
		return false
	}
	scheme, _, found := strings.Cut(target, ":")
	if !found || strings.ContainsAny(scheme, "/#.") {
		return true
	}
	switch strings.ToLower(scheme) {
	case "http", "https", "file":
		return true
	}
	return false
}

// place returns the target of a cell of this book.
func place(sheet, cell string) string { return "#" + quoted(sheet) + "!" + cell }
