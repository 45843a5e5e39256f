package judgement

import (
	"github.com/tongket/tongket/extractors/discourse"
	"github.com/tongket/tongket/extractors/scan"
)

// list returns the end of an addressee with those that are joined to it, and
// with its name: "các chi bộ, đảng bộ", "Đảng ủy xã Thu Ngạc".
func (x *Task) list(t *scan.Text, h scan.Hit, cl discourse.Clause) int32 {
	last := x.toVerb(t, x.named(t, h.Last, cl.Last), cl.Last)
	for _, g := range t.HitsIn(x.addressees, last, cl.Last) {
		joined := g.First-last == 0 || g.First-last == 1 && (t.Is(last, ',') || word(t, last) == "và")
		if !joined {
			break
		}
		last = x.toVerb(t, x.named(t, g.Last, cl.Last), cl.Last)
	}
	return last
}

// longestName is how many words of an addressee may follow its capitals: "Chi bộ
// Bảo hiểm xã hội", "Trạm Quản lý du lịch", "các đảng bộ còn thiếu phó bí thư".
const longestName = 6

// toVerb takes the words up to the verb that says what is asked into a name.
func (x *Task) toVerb(t *scan.Text, last, end int32) int32 {
	if word(t, last) == "các" { // "Đảng ủy các công ty, nhà máy"
		for i := last; i < min(last+2*longestName, end) && (t.Tokens[i].Kind == scan.Word || t.Is(i, ',')); i++ {
			if verbAt(t, i) {
				return i
			}
		}
	}
	for i := last; i < min(last+longestName, end); i++ {
		if word(t, i) == "được" && asked[word(t, i+1)+" "+word(t, i+2)] {
			return i // "Đồng ý cho Đảng ủy Khối Doanh nghiệp tỉnh được kiện toàn …"
		}
		if t.Tokens[i].Kind != scan.Word || x.starts(t, i) || tells[word(t, i)] {
			return last
		}
		if word(t, i) == "nhiệm" && word(t, i+1) == "vụ" {
			return i // "giao Ban Chấp hành khóa mới nhiệm vụ bầu bổ sung …"
		}
		if verbAt(t, i) || often(t, i) {
			return i
		}
	}
	return last
}

// often reports whether a word of how often or when something is to be done stands at a
// token: "các tổ công tác mỗi tuần báo cáo 1 lần".
func often(t *scan.Text, i int32) bool {
	switch word(t, i) {
	case "hằng", "hàng", "mỗi":
		switch word(t, i+1) {
		case "tuần", "tháng", "quí", "quý", "năm", "ngày":
			return true
		}
	case "định":
		return word(t, i+1) == "kì"
	}
	return false
}

// stands tells the words with which "cử" is to stand for something or to be elected.
func stands(w string) bool {
	switch w {
	case "tái", "ứng", "đề", "bầu", "trúng", "đắc":
		return true
	}
	return false
}

// verbAt reports whether a verb of work stands at a token: not the "trực" of "trực thuộc".
func verbAt(t *scan.Text, i int32) bool {
	pair := word(t, i) + " " + word(t, i+1)
	if word(t, i) == "cử" && stands(word(t, i-1)) {
		return false // "các đồng chí không tái cử"
	}
	return pair != "trực thuộc" && (asked[pair] || asked[word(t, i)] || word(t, i) == "họp")
}

// tells are words that tell something of a name before a verb follows, folded.
var tells = map[string]bool{"còn": true, "đã": true, "được": true, "chưa": true, "sẽ": true, "bị": true, "là": true, "và": true, "vẫn": true, "khi": true, "sau": true}

// named returns the end of an addressee's name: capitals, a second kind of unit
// ("Đảng ủy xã, phường"), and what tells which ("phụ trách huyện", "còn lại").
func (x *Task) named(t *scan.Text, last, end int32) int32 {
	for last < end {
		switch {
		case t.Tokens[last].Kind == scan.Word && t.Tokens[last].Upper:
			last++
		case word(t, last) == "số" && last+1 < end && t.Tokens[last+1].Kind == scan.Number: // "Tổ công tác số 2"
			last += 2
		case t.Is(last, '-') && last+1 < end && t.Tokens[last+1].Kind == scan.Number && t.Tokens[last-1].AllUpper: // "Nhà máy Z-76"
			last += 2
		case t.Is(last, ',') && last+1 < end && unitWord(word(t, last+1)) && !x.starts(t, last+1):
			last += 2
			if w := word(t, last-1) + " " + word(t, last); last < end && (w == "đặc khu" || w == "thị trấn" || w == "thị xã" || w == "cơ quan" || w == "đơn vị") {
				last++
			}
		case last+1 < end && t.Tokens[last+1].Upper && innerWord(word(t, last)):
			last += 2
		case (word(t, last-1) == "bộ" || word(t, last-1) == "uỷ" || word(t, last-1) == "ủy") && unitWord(word(t, last)):
			last++
			if w := word(t, last-1) + " " + word(t, last); last < end && (w == "cơ sở" || w == "cơ quan" || w == "đơn vị") {
				last++
			}
		case last+1 < end && (word(t, last) == "uỷ" || word(t, last) == "ủy") && t.Tokens[last-1].Upper: // "trực thuộc Đảng ủy cơ quan"
			last++
		case unitWord(word(t, last)) && last >= 2 && t.Tokens[last-2].Upper && offices[word(t, last-2)+" "+word(t, last-1)] && word(t, last) != "cơ" && word(t, last) != "đơn" && word(t, last) != "ngành": // "Đảng bộ Công an huyện"
			last++
		case t.Tokens[last].Kind == scan.Word && t.Tokens[last-1].Upper && offices[word(t, last-1)+" "+word(t, last)]:
			last++
		case word(t, last) == "ty" && word(t, last-1) == "công", word(t, last) == "ti" && word(t, last-1) == "công": // "Tổng công ty"
			last++
		case word(t, last) == "viên" && (word(t, last-1) == "uỷ" || word(t, last-1) == "ủy") && (last < 3 || t.Tokens[last-3].Kind != scan.Number): // "từng đồng chí cấp ủy viên"
			last++
		case last+1 < end && word(t, last+1) == "viên" && (word(t, last) == "uỷ" || word(t, last) == "ủy"): // "các đồng chí Huyện ủy viên, ủy viên Ban Chấp hành"
			last += 2
		case word(t, last) == "khoá" && last+1 < end && (word(t, last+1) == "tới" || word(t, last+1) == "này" || word(t, last+1) == "sau"):
			last += 2
		case word(t, last) == "khoá" || word(t, last) == "mới":
			last++
		case last+2 < end && word(t, last) == "của" && (word(t, last+1) == "từng" || word(t, last+1) == "mỗi") && unitWord(word(t, last+2)): // "Tiểu ban Nhân sự của từng xã"
			last += 3
		case last+2 < end && (word(t, last) == "đơn" && word(t, last+1) == "vị" || word(t, last) == "nơi") && (word(t, last+1) == "đó" || word(t, last+1) == "ấy" || word(t, last+2) == "đó" || word(t, last+2) == "ấy"): // "cấp ủy đơn vị đó"
			for last++; word(t, last-1) != "đó" && word(t, last-1) != "ấy"; last++ {
			}
		case last+1 < end && (t.Is(last, ',') || word(t, last) == "và") && t.Tokens[last-1].Upper && t.Tokens[last+1].Upper && !t.Tokens[last+1].AllUpper && !organised[word(t, last+1)]:
			last += 2 // "các huyện ủy Yên Lập, Thanh Sơn"
		case word(t, last) == "khác" && t.Tokens[last-1].Kind == scan.Word && !t.Tokens[last-1].Upper: // "các huyện khác"
			last++
		case last+1 < end && (word(t, last) == "còn" && word(t, last+1) == "lại" || word(t, last) == "trực" && word(t, last+1) == "thuộc" || word(t, last) == "cùng" && word(t, last+1) == "cấp" || word(t, last) == "lâm" && word(t, last+1) == "thời"):
			last += 2
		case last+2 < end && word(t, last) == "phụ" && word(t, last+1) == "trách":
			last += 3
			if last < end && (word(t, last-1) == "cơ" && word(t, last) == "sở" || word(t, last-1) == "địa" && word(t, last) == "bàn") {
				last++
			}
		default:
			return last
		}
	}
	return last
}

// offices are words of two syllables in the names of offices and boards, of which only
// the first has a capital, folded: "Tiểu ban Phục vụ", "Phòng Tổ chức cán bộ".
var offices = map[string]bool{
	"phục vụ": true, "tuyên truyền": true, "văn kiện": true, "nhân sự": true, "nội dung": true, "tổ chức": true, "hậu cần": true, "xây dựng": true, "kiểm tra": true,
	"thông tin": true, "tài chính": true, "hành chính": true, "bảo vệ": true, "khánh tiết": true, "cảnh sát": true, "tham mưu": true, "chính trị": true, "dân vận": true, "nội chính": true,
	"công tác": true, "kế hoạch": true, "giáo dục": true, "y tế": true, "lễ tân": true, "an ninh": true, "tổng hợp": true, "quản trị": true, "chấp hành": true, "thường vụ": true, "tuyên giáo": true,
	"học viện": true, "nhà máy": true, "nhà trường": true, "tổng công": true, "công ty": true, "công ti": true, "xí nghiệp": true, "trung đoàn": true, "lữ đoàn": true, "quân khu": true, "lâm trường": true, "trung tâm": true, "trường đại": true, "quận đoàn": true,
	"công an": true, "quân sự": true, "biên phòng": true, "bệnh viện": true, "nội vụ": true, "tư pháp": true, "kinh tế": true, "nông nghiệp": true, "doanh nghiệp": true, "ngân hàng": true, "bảo hiểm": true, "điện lực": true, "quản lý": true, "quản lí": true, "dân tộc": true, "văn hoá": true, "lao động": true, "nông dân": true, "phụ nữ": true, "thanh niên": true,
}

// starts reports whether an addressee begins at a token.
func (x *Task) starts(t *scan.Text, i int32) bool {
	_, ok := t.At(x.addressees, i)
	return ok
}

// innerWord tells small words inside names: "Công ty Cấp nước".
func innerWord(w string) bool {
	switch w {
	case "ty", "ti", "xã", "huyện", "phường", "tỉnh", "quận":
		return true
	}
	return false
}

func unitWord(w string) bool {
	switch w {
	case "phường", "xã", "huyện", "quận", "thị", "cơ", "đơn", "ngành", "đặc":
		return true
	}
	return false
}

// counted takes a number and "các" before an addressee into it: "24 đảng bộ còn
// lại".
func (x *Task) counted(t *scan.Text, first, from int32) int32 {
	if b := first - 1; b >= from && (t.Tokens[b].Kind == scan.Number && !t.Is(b-1, '/') && word(t, b-1) != "ngày" && word(t, b-1) != "năm" || word(t, b) == "các") {
		return b
	}
	if b := first - 1; b >= from && (digit(word(t, b)) || word(t, b) == "mọi" || word(t, b) == "mỗi" || word(t, b) == "từng") {
		return b
	}
	if b := first - 2; b >= from && word(t, b) == "đồng" && word(t, b+1) == "chí" && t.Tokens[first].Upper {
		return b // "đồng chí Trưởng Ban Tổ chức"
	}
	return first
}

// titled returns the end of the name of an organisation that stands before a verb
// of asking: "Tổng cục Chính trị hướng dẫn …", "Trạm Quản lý du lịch phối hợp …".
func (x *Task) titled(t *scan.Text, first, end int32) int32 {
	if first+2 >= end || !t.Tokens[first].Upper || t.Tokens[first].AllUpper || !organised[word(t, first)] {
		return first
	}
	capitals := 0
	for i := first + 1; i < min(first+10, end); i++ {
		if capitals > 0 && t.Is(i, ':') && sets(t, i+1, end) {
			return i // "Công an thị trấn: trực 24/24 giờ"
		}
		if capitals > 0 && t.Is(i, ',') && i+2 < end && t.Tokens[i+1].Upper && organised[word(t, i+1)] {
			continue // "Phòng Kỹ thuật, Văn phòng khẩn trương …"
		}
		if t.Tokens[i].Kind != scan.Word {
			return first
		}
		if word(t, i) == "cần" && word(t, i-1) == "hậu" {
			continue
		}
		if !t.Tokens[i].Upper && !offices[word(t, i-1)+" "+word(t, i)] && (asked[word(t, i)+" "+word(t, i+1)] || asked[word(t, i)]) {
			if capitals == 0 {
				return first
			}
			return i
		}
		if t.Tokens[i].Upper || i > first+1 && unitWord(word(t, i)) || word(t, i) == "tỉnh" { // "Điện lực huyện", "Bưu điện tỉnh"
			capitals++
		}
	}
	return first
}

// organised are the first words of the names of organisations, folded.
var organised = map[string]bool{
	"chi": true, "đảng": true, "ban": true, "công": true, "trạm": true, "văn": true, "ủy": true, "uỷ": true, "sở": true, "phòng": true, "trung": true, "trường": true,
	"hội": true, "đoàn": true, "bộ": true, "thường": true, "tổ": true, "huyện": true, "tỉnh": true, "thành": true, "mặt": true, "tổng": true, "cục": true, "quân": true, "báo": true, "đài": true, "tiểu": true, "viện": true, "liên": true,
	"điện": true, "bưu": true, "viễn": true, "bệnh": true, "đồn": true, "đội": true, "hạt": true, "kho": true, "ngân": true, "tòa": true, "toà": true, "bảo": true, "nhà": true, "hợp": true, "xí": true,
}
