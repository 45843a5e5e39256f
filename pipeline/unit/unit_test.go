package unit_test

import (
	"fmt"
	"testing"

	"github.com/tongket/tongket/pipeline/unit"
)

func ExampleOf() {
	fmt.Println(unit.Of("upper_grassroots", "Vĩnh Long", "Đảng bộ thành phố Vĩnh Long", ""))
	fmt.Println(unit.Of("upper_grassroots", "Vĩnh Long", "ĐẢNG BỘ TP. VĨNH LONG", ""))
	fmt.Println(unit.Of("grassroots", "Vĩnh Long", "Đảng bộ xã An Bình", "huyện Long Hồ"))
	fmt.Println(unit.Of("grassroots", "Vĩnh Long", "Đảng bộ xã An Bình, huyện Long Hồ", ""))
	// Output:
	// upper_grassroots|vĩnh long|đảng bộ tp vĩnh long
	// upper_grassroots|vĩnh long|đảng bộ tp vĩnh long
	// grassroots|vĩnh long|đảng bộ xã an bình, huyện long hồ
	// grassroots|vĩnh long|đảng bộ xã an bình, huyện long hồ
}

// What keys make one organisation, and what two.
func TestOf(t *testing.T) {
	same := [][2]unit.Key{
		{unit.Of("province", "Hòa Bình", "Đảng bộ tỉnh Hoà Bình", ""), unit.Of("province", "Hoà Bình", "Đảng bộ Hòa Bình", "")},
		{unit.Of("upper_grassroots", "", "Đảng bộ thị xã Hoà Gió", ""), unit.Of("upper_grassroots", "", "ĐẢNG BỘ TX. HÒA GIÓ", "")},
		{unit.Of("grassroots", "Hà Nội", "Chi bộ cơ sở X", "thành phố Y"), unit.Of("grassroots", "Hà Nội", "Chi bộ cơ sở X", "TP. Y")},
	}
	for _, x := range same {
		if x[0] != x[1] {
			t.Errorf("%v and %v are one organisation", x[0], x[1])
		}
	}
	a, b := unit.Of("grassroots", "Vĩnh Long", "Đảng bộ xã An Bình", "huyện Long Hồ"), unit.Of("grassroots", "Vĩnh Long", "Đảng bộ xã An Bình", "huyện Tam Bình")
	if a.String() == b.String() || a.Base != b.Base {
		t.Errorf("two districts have a commune of one name each: %v, %v", a, b)
	}
	// The comma of an agency's name parts no district.
	if k := unit.Of("grassroots", "", "Đảng bộ Sở Văn hóa, Thể thao và Du lịch", ""); k.Upper != "" {
		t.Errorf("%v", k)
	}
	if k := unit.Of("grassroots", "Vĩnh Long", "", "huyện Long Hồ"); k != (unit.Key{}) {
		t.Errorf("no organisation has the key %v", k)
	}
}

// Whoever says less means the only one of the name that others tell more of.
func TestResolve(t *testing.T) {
	for _, x := range []struct {
		reason, upper, want string
		known               []string
	}{
		{"nobody says where it is", "", "", nil},
		{"one text says it, another does not", "", "huyện long hồ", []string{"huyện long hồ"}},
		{"two of the name: it cannot be told which", "", "", []string{"huyện long hồ", "huyện tam bình"}},
		{"one of the two", "huyện tam bình", "huyện tam bình", []string{"huyện long hồ", "huyện tam bình"}},
		{"a cell of which one text names the commune, another only the district", "huyện b", "xã a, huyện b", []string{"huyện b", "xã a, huyện b"}},
		{"and a third neither", "", "xã a, huyện b", []string{"huyện b", "xã a, huyện b"}},
		{"two communes of the district have it", "huyện b", "huyện b", []string{"huyện b", "xã a, huyện b", "xã c, huyện b"}},
	} {
		var k unit.Known
		for _, u := range x.known {
			k.Add(u)
		}
		if got := k.Resolve(x.upper); got != x.want {
			t.Errorf("%s: %q, want %q", x.reason, got, x.want)
		}
	}
}
