package identity

import (
	"errors"
	"fmt"
	"strings"

	"github.com/tongket/tongket/extractors/kind"
	"github.com/tongket/tongket/extractors/scan"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/pipeline/vn"
)

// vocabulary is what the kinds of this package and their readers share.
type vocabulary struct {
	heads      *scan.Class // Đảng bộ, Chi bộ, Đảng ủy → headX
	committees *scan.Class // Tỉnh ủy → index of types
	types      *scan.Class // tỉnh, huyện, Công an tỉnh → index of types
	provinces  *scan.Class // names and aliases → index of places
	congress   *scan.Class // đại hội, đại hội đại biểu
	stop       *scan.Class // words that end a name in capitals
	surnames   *scan.Class // first syllables of personal names
	kinds      *scan.Class // báo cáo, kế hoạch
	after      *scan.Class // words at which the name of an agency ends
	motto      *scan.Class // the line that Party or State documents have on top
	opening    *scan.Class // words with which the text below a head begins
	typeList   []unitType
	places     []place
	byName     map[string]int // folded canonical name → place
	territory  territories

	ofRegions, ofHead, ofLines, ofNamings scan.Key
}

// lowerOnly marks words that end the name of an agency or firm in small letters alone:
// a firm may be called "Thành Công" or "Đoàn Kết".
const lowerOnly int32 = 2

// predicates are what headlines say of a congress behind the name of its unit.
var predicates = []string{
	"thành công", "diễn ra", "kết thúc", "khép lại", "sôi nổi", "tưng bừng", "trang trọng", "đoàn kết", "quyết tâm", "phấn đấu", "nỗ lực", "hướng tới", "hướng về", "sẵn sàng",
	"chào mừng", "nhất trí", "thống nhất", "đề ra", "xác định", "đặt mục tiêu", "giữ vững", "phát huy", "đẩy mạnh", "tăng cường", "nâng cao", "thể hiện", "góp ý", "thảo luận",
	"vẫn", "chính thức", "cùng", "sáng", "chiều", "tối", "hôm", "đề nghị", "yêu cầu", "sơ kết", "phát động", "tiếp thu",
	"kết nạp", "rút kinh nghiệm", "gặt hái", "thu được", "trở thành", "để lại",
}

type unitType struct {
	word, level, level2025 string
	own                    bool
	long                   bool   // its name goes on in small letters
	key                    string // see foldType
}

type place struct {
	name      string
	folded    string
	kind      string // province, city, central_body
	from, to  report.Date
	successor string
}

const (
	headDangBo int32 = iota
	headChiBo
	headDangUy
)

func newVocabulary(env *kind.Env) (*vocabulary, error) {
	b := env.Builder
	v := &vocabulary{
		heads: b.Class("identity.heads"), committees: b.Class("identity.committees"), types: b.Class("identity.types"),
		provinces: b.Class("identity.provinces"), congress: b.Class("identity.congress"), stop: b.Class("identity.stop"),
		surnames: b.Class("identity.surnames"), kinds: b.Class("identity.kinds"), motto: b.Class("identity.motto"), after: b.Class("identity.after"), opening: b.Class("identity.opening"),
		byName: map[string]int{},
	}
	for w, h := range map[string]int32{"đảng bộ": headDangBo, "chi bộ": headChiBo, "đảng ủy": headDangUy, "ĐBBP": headDangBo} {
		v.heads.Add(w, h)
	}
	for _, w := range []string{"đại hội", "đại hội đại biểu", "đại hội điểm", "đại hội lần", "đại hội toàn thể"} {
		v.congress.Add(w, 1)
	}
	for _, w := range []string{"lần", "nhiệm kỳ", "khóa", "tỉnh", "thành phố", "huyện", "quận", "thị xã", "ban", "văn phòng", "ủy ban", "số", "đảng bộ", "đảng ủy", "đảng cộng sản", "tổng kết", "kết quả", "về", "tại", "của", "và", "trực thuộc", "tổ chức", "ở", "trong", "trên địa bàn"} {
		v.stop.Add(w, 1)
	}
	for i, w := range []string{"đảng cộng sản việt nam", "cộng hòa xã hội chủ nghĩa việt nam", "độc lập - tự do - hạnh phúc"} {
		v.motto.Add(w, int32(i))
	}
	for _, w := range []string{
		"tổ chức", "đã", "vừa", "đang", "sẽ", "tiến hành", "họp", "bầu", "có", "gồm", "khóa", "lần", "nhiệm kỳ", "do", "là", "được", "trực thuộc", "thuộc",
		"tại", "với", "về", "long trọng", "hoàn thành", "cho", "công bố", "ra mắt", "triển khai", "ban hành", "hiện", "bước vào", "đại hội", "trong", "nơi",
		"khai mạc", "bế mạc", "lãnh đạo", "chỉ đạo", "tập trung", "quán triệt", "xây dựng nghị quyết", "nhiệm", "thông qua", "tiếp tục", "bầu cử", "còn", "không", "chưa", "đạt",
		"báo cáo", "thực hiện", "hội nghị", "như sau", "cũng", "phải", "cần", "theo", "khi", "sau", "trước", "từ", "năm", "ngày", "tháng", "số",
	} {
		v.after.Add(w, 1)
	}
	for _, w := range predicates {
		v.after.Add(w, lowerOnly)
	}
	v.readTerritories(b.Class)
	for _, w := range kindWords {
		v.kinds.Add(w, 1)
	}
	for _, w := range []string{"thực hiện", "căn cứ", "kính gửi", "ngày", "sau khi", "hôm nay", "theo", "để", "quán triệt", "triển khai", "nhằm", "trong", "phần thứ nhất"} {
		v.opening.Add(w, 1)
	}
	surnames, err := env.Wordlist("surnames")
	if err != nil {
		return nil, err
	}
	for _, r := range surnames.Rows {
		v.surnames.Add(r.Get("surname"), 1)
	}
	return v, errors.Join(v.readTypes(env), v.readPlaces(env))
}

func (v *vocabulary) readTypes(env *kind.Env) error {
	types, err := env.Wordlist("unit_types")
	if err != nil {
		return err
	}
	byWord := map[string]int32{}
	for _, r := range types.Rows {
		n := int32(len(v.typeList))
		byWord[r.Get("type")] = n
		v.types.Add(r.Get("type"), n)
		v.typeList = append(v.typeList, unitType{r.Get("type"), r.Get("level"), r.Get("level_2025"), r.Get("own") == "yes", r.Get("long") == "yes", foldType(r.Get("type"))})
	}
	committees, err := env.Wordlist("party_committees")
	if err != nil {
		return err
	}
	return committees.Each(func(r report.WordRow) error {
		n, ok := byWord[r.Get("type")]
		if !ok {
			return fmt.Errorf("type %q is not in unit_types.tsv", r.Get("type"))
		}
		v.committees.Add(r.Get("committee"), n)
		return nil
	})
}

func (v *vocabulary) readPlaces(env *kind.Env) error {
	provinces, err := env.Wordlist("provinces")
	if err != nil {
		return err
	}
	for _, r := range provinces.Rows {
		p := place{name: r.Get("canonical"), folded: vn.Fold(r.Get("canonical")), kind: r.Get("type"), successor: r.Get("province_2025")}
		for column, d := range map[string]*report.Date{"valid_from": &p.from, "valid_to": &p.to} {
			if s := r.Get(column); s != "" {
				if *d, err = report.ParseDate(s); err != nil {
					return fmt.Errorf("%s: %w", r.Source, err)
				}
			}
		}
		n := len(v.places)
		v.places = append(v.places, p)
		if _, ok := v.byName[p.folded]; !ok {
			v.byName[p.folded] = n
		}
		if p.kind != "central_body" { // "Chính phủ" alone is the State's government
			v.provinces.Add(p.name, int32(n))
		}
		for alias := range strings.SplitSeq(r.Get("aliases"), "|") {
			if alias = strings.TrimSpace(alias); alias != "" {
				v.provinces.Add(alias, int32(n))
			}
		}
	}
	return nil
}
