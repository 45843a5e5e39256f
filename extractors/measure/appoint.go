package measure

// appointedRight reports whether a clause right behind a figure says who appoints those whom it counts: "Ban Chấp hành
// 27 ủy viên, do cấp trên chỉ định", "Đoàn 9 người, tất cả do Thành ủy chỉ định".
func (r *reader) appointedRight(g *group) bool {
	k := g.end
	doer := false
	if k < len(r.items) && r.items[k].mark == ',' {
		k++
	} else if k+2 < len(r.items) && r.items[k].mark == '(' && r.items[k].first == r.items[k-1].last {
		k++
		doer = r.items[k+1].mark == ')' // "33 ủy viên (chỉ định)"
	}
	for ; k < len(r.items); k++ {
		it := &r.items[k]
		switch c := it.c(); {
		case c.attr == "appointed":
			return doer || r.t.Fold(it.first) == "do"
		case it.fig != nil, it.mark != 0, c.phase != "" && c.reach != "future", c.isAttr():
			return false
		case c.use == "actor", it.place != "", c.link == "all", c.link == "filler", isSeats(c.body), c.org:
			doer = doer || it.first > r.first && r.t.Fold(it.first-1) == "do"
		default:
			return false
		}
	}
	return false
}

// newOnes reports whether those who hold a post or sit on a body are called new, which all are who were just
// elected: "Hai phó bí thư mới gồm …", "Số ủy viên mới toàn huyện là 240".
func (r *reader) newOnes(g *group) bool {
	if g.head != nil && g.headAt >= 0 && isSeats(g.head.body) {
		i := r.items[g.headAt].last
		if r.t.Fold(i) == "đều" {
			i++
		}
		if r.t.Fold(i) != "mới" {
			return false
		}
		w := r.t.Fold(i + 1)
		return w == "gồm" || w == "là" || r.t.Is(i+1, ':')
	}
	for k := g.at - 1; k > 0 && k >= g.left; k-- {
		it := &r.items[k]
		if it.c().attr != "first_time" || it.last-it.first != 1 || r.t.Fold(it.first) != "mới" {
			continue
		}
		p := &r.items[k-1]
		return p.last == it.first && isSeats(p.c().body) && p.c().use == "counted" && p.first > r.first && r.t.Fold(p.first-1) == "số"
	}
	return false
}

// badgeFor reports whether members are counted who are given a badge: "trao Huy hiệu cho 36 đảng viên".
func (r *reader) badgeFor(g *group) bool {
	for i := g.main.first - 1; i > r.first && i > g.main.first-badgeWords && !r.t.Is(i, ';'); i-- {
		if r.t.Fold(i) == "hiệu" && r.t.Fold(i-1) == "huy" {
			return true
		}
	}
	return false
}

// badgeWords is how many tokens stand at most between a badge and those who are given it: "Huy hiệu 40, 50, 60 năm
// tuổi Đảng cho".
const badgeWords = 14
