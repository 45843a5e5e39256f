package measure

import (
	"strings"

	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/vn"
)

// unitKinds are the kinds of units and blocs that have Party organisations, folded, by
// their number of syllables.
var unitKinds = map[string]int32{
	"tỉnh": 1, "huyện": 1, "quận": 1, "xã": 1, "phường": 1, "thành phố": 2, "thị xã": 2, "thị trấn": 2, "đặc khu": 2,
	"cơ quan": 2, "doanh nghiệp": 2, "sự nghiệp": 2, "đơn vị": 2, "đại học": 2, "trường học": 2, "bệnh viện": 2, "đoàn thể": 2,
	"công an": 2, "quân sự": 2, "biên phòng": 2, "công an nhân dân": 4, "lực lượng vũ trang": 4, "đơn vị sự nghiệp": 4, "trường đại học": 3,
}

// kindBegins are their first syllables.
var kindBegins = func() map[string]bool {
	out := map[string]bool{}
	for k := range unitKinds {
		word, _, _ := strings.Cut(k, " ")
		out[word] = true
	}
	return out
}()

// longestKind is the most syllables of a kind.
const longestKind = 4

// kindAt returns the end of the kind of units that begins at a token, with "khối"
// before it; the token itself where none does. A capital behind it begins the name of
// one unit.
func (r *reader) kindAt(i int32) int32 {
	from := i
	if i < r.last && r.t.Fold(i) == "khối" {
		from++
	}
	if !kindBegins[r.t.Fold(from)] {
		return i
	}
	for n := min(int32(longestKind), r.last-from); n > 0; n-- {
		if unitKinds[vn.Fold(r.t.String(from, from+n))] != n {
			continue
		}
		if end := from + n; end >= r.last || r.t.Tokens[end].Kind != scan.Word || !r.t.Tokens[end].Upper {
			return end
		}
	}
	return i
}

// kindsBehind returns the end of the list of kinds that goes on behind a noun of
// organisations: "đảng bộ huyện[, thành phố, thị xã]", "đảng bộ [khối cơ quan, lực
// lượng vũ trang]"; the end of the noun where there is no list.
func (r *reader) kindsBehind(first, last int32, party bool) int32 {
	end := last
	switch {
	case last < r.last && r.t.Is(last, ',') && r.endsInKind(first, last):
	case party && r.t.Fold(last) == "khác" && (last+1 >= r.last || r.t.Tokens[last+1].Kind == scan.Punct):
		return last + 1
	case party:
		if end = r.kindAt(last); end == last {
			return last
		}
	default:
		return last
	}
	listed := false
	for end < r.last {
		sep := r.t.Is(end, ',') || listed && r.t.Fold(end) == "và"
		if !sep {
			break
		}
		next := r.kindAt(end + 1)
		if next == end+1 {
			break
		}
		end, listed = next, true
	}
	if !listed {
		return last
	}
	return end
}

// endsInKind reports whether a noun ends in a kind of units: "đảng bộ huyện".
func (r *reader) endsInKind(first, last int32) bool {
	for n := int32(1); n <= min(longestKind, last-first); n++ {
		if unitKinds[vn.Fold(r.t.String(last-n, last))] == n {
			return true
		}
	}
	return false
}
