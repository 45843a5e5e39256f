package archive

import (
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

// body is one elected body with its figures.
type body struct {
	decided, listed, elected int
	female, young, ethnic    int
	again, first             int // re-elected, and for the first time
	age                      float64
	master, advanced         int
}

// figures are what happened at one congress. They are drawn once, and every
// report that speaks of the congress has the same.
type figures struct {
	committee, standing   body
	appointed             bool // the bodies were appointed, as in new units of 2025
	deputies              int
	inspection            int
	delegates, exOfficio  int
	delegateWomen         int
	upper, alternates     int
	members, cells, bases int
	papers, comments      int
	opened                time.Time
	secretary             string
	deputyNames           []string
	inspector             string
	limitations           []string
}

// figures draws what happened at a congress.
func (w *world) figures(c *congress) *figures {
	r := w.random(c, 1)
	f := &figures{appointed: c.kind != district && c.ordinal == 0}
	size, top := 13+2*r.IntN(3), 5
	switch {
	case c.kind == province:
		size, top = 45+r.IntN(14), 13+r.IntN(4)
	case c.kind == district:
		size, top = 33+r.IntN(11), 9+r.IntN(4)
	case c.term.start >= merged:
		size, top = 27+r.IntN(6), 9+r.IntN(3)
	case r.IntN(3) == 0:
		top = 3
	}
	f.committee = drawBody(r, size, c.ethnic, 0.06+r.Float64()*0.3)
	f.standing = drawBody(r, top, c.ethnic, 0.02+r.Float64()*0.25)
	f.standing.listed = 0
	if f.appointed {
		f.committee.elected, f.committee.listed = f.committee.decided, 0
	}
	f.committee.limit()
	f.standing.limit()
	f.deputies = 1 + r.IntN(2)
	f.inspection = map[int]int{province: 9 + r.IntN(3), district: 5 + r.IntN(3), commune: 3}[c.kind]
	f.cells, f.bases = 6+r.IntN(14), 0
	switch c.kind {
	case province:
		f.bases = 300 + r.IntN(500)
		f.members = 20000 + r.IntN(60000)
		f.delegates = 300 + r.IntN(150)
	case district:
		f.bases = len(c.children()) + 20 + r.IntN(30)
		f.members = 2500 + r.IntN(6000)
		f.delegates = 180 + r.IntN(120)
	default:
		f.members = 120 + r.IntN(500)
		f.delegates = 90 + r.IntN(90)
	}
	f.exOfficio = f.committee.decided - r.IntN(5)
	f.delegateWomen = f.delegates/8 + r.IntN(f.delegates/5)
	f.upper, f.alternates = 6+r.IntN(14), 1+r.IntN(2)
	f.papers, f.comments = 6+r.IntN(12), 25+r.IntN(600)
	f.opened = opening(r, c)
	f.people(r)
	f.limitations = w.limitations(r, c)
	return f
}

// people draws who holds the posts: four persons at most, of different names.
func (f *figures) people(r *rand.Rand) {
	var names []string
	for len(names) < f.deputies+2 {
		if n := fullName(r); !slices.Contains(names, n) {
			names = append(names, n)
		}
	}
	f.secretary, f.inspector, f.deputyNames = names[0], names[1], names[2:]
}

// drawBody draws a body of a size with a likely share of women.
func drawBody(r *rand.Rand, size int, ethnic bool, women float64) body {
	b := body{decided: size, elected: size}
	b.listed = size + 1 + int(float64(size)*(0.08+r.Float64()*0.1))
	if r.IntN(7) == 0 {
		b.elected = size - 1 - r.IntN(2)
	}
	for range b.elected {
		if r.Float64() < women {
			b.female++
		}
		if r.Float64() < 0.14 {
			b.young++
		}
		if ethnic && r.Float64() < 0.4 {
			b.ethnic++
		}
		if r.Float64() < 0.66 {
			b.again++
		}
		if r.Float64() < 0.25 {
			b.master++
		}
		if r.Float64() < 0.7 {
			b.advanced++
		}
	}
	b.age = 41 + math.Round(r.Float64()*80)/10
	return b
}

// limit keeps parts below their whole.
func (b *body) limit() {
	for _, n := range []*int{&b.female, &b.young, &b.ethnic, &b.again, &b.master, &b.advanced} {
		*n = min(*n, b.elected)
	}
	b.first = b.elected - b.again
}

// opening is the day on which a congress opened: communes in spring, districts
// in summer, provinces in autumn.
func opening(r *rand.Rand, c *congress) time.Time {
	month := map[int]time.Month{commune: time.April, district: time.July, province: time.September}[c.kind]
	if c.kind == commune && c.term.start >= merged {
		month = time.August
	}
	return time.Date(c.term.start, month, 2+r.IntN(24), 0, 0, 0, 0, time.UTC)
}

// percent is a share with one decimal, as reports round it.
func percent(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return math.Round(1000*float64(part)/float64(whole)) / 10
}

// limitations draws the shortcomings of a congress. Half of them hang on the
// unit alone, so that they come back from term to term.
func (w *world) limitations(r *rand.Rand, c *congress) []string {
	habits := rand.New(rand.NewPCG(w.seed, c.unit.id))
	own := map[string]bool{}
	for range 2 {
		own[shortcomings[habits.IntN(len(shortcomings))].code] = true
	}
	var out []string
	for _, s := range shortcomings {
		if own[s.code] && r.IntN(2) == 0 || r.IntN(10) == 0 {
			out = append(out, s.code)
		}
	}
	return out
}

var (
	surnames = []string{"Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý", "Đinh", "Trịnh", "Mai", "Cao"}
	middles  = []string{"Văn", "Đức", "Minh", "Quốc", "Thị", "Thị", "Hữu", "Ngọc", "Thanh", "Xuân", "Công", "Thế"}
	givens   = []string{"Khoát", "Hạnh", "Liêm", "Rạng", "Tấn", "Thuận", "Duyên", "Nhàn", "Quảng", "Tiệp", "Vinh", "Hậu", "Khải", "Tuyết", "Phước", "Khiết", "Lượng", "Đảo", "Thơ", "Bằng", "Cường", "Diệp", "Giang", "Hiền", "Kiên", "Loan", "Nghị", "Oanh", "Phượng", "Sơn", "Trinh", "Uyên", "Xứng", "Yến"}
)

func fullName(r *rand.Rand) string {
	name := surnames[r.IntN(len(surnames))] + " " + middles[r.IntN(len(middles))] + " "
	if r.IntN(3) == 0 {
		name += givens[r.IntN(len(givens))] + " "
	}
	return name + givens[r.IntN(len(givens))]
}
